/*
 * summ.c - the sentences that say the most in few words; see summ.h.  Its parts
 * are those of summ_part.h.
 */
#include "summ.h"

#include <math.h>

#include "summ_part.h"
#include "was.h"

/* Tuned together with the weights of summ_weigh.c. */
#define DAMP 0.2      /* what is left of a unit that has been said */
#define SAID_DAMP 0.5 /* the same, when an earlier summary said it */

/* A sentence repeats one that has this part of its words and its numbers. */
#define REPEAT 0.6
#define REPEAT_SAID 0.5 /* the same, of what an earlier summary said */

struct candidate {
	double gain; /* at most so much, as what it says may be said since */
	size_t sent;
};

struct chooser {
	struct pool *pool;
	const struct summ_options *opt;
	struct arena *a;
	struct summ_weights weight; /* units: now, sents: all along */
	struct held held;
	struct candidate *heap;
	size_t heap_n;
	struct summ *chosen;
	size_t chosen_n, chosen_cap;
	size_t words;
};

static double
gain_of(const struct chooser *c, size_t sent)
{
	const struct pool_sent *s = &c->pool->sents[sent];
	double sum = 0;

	for (size_t i = 0; i < s->units_n; i++)
		sum += c->weight.units[s->units[i]];
	return sum * c->weight.sents[sent];
}

static bool
is_better(const struct candidate *a, const struct candidate *b)
{
	if (a->gain > b->gain || a->gain < b->gain)
		return a->gain > b->gain;
	return a->sent < b->sent;
}

/* Moves the candidate at i down to its place in the heap. */
static void
sift(struct chooser *c, size_t i)
{
	struct candidate moved = c->heap[i];

	for (;;) {
		size_t child = 2 * i + 1;

		if (child >= c->heap_n)
			break;
		if (child + 1 < c->heap_n &&
		    is_better(&c->heap[child + 1], &c->heap[child]))
			child++;
		if (!is_better(&c->heap[child], &moved))
			break;
		c->heap[i] = c->heap[child];
		i = child;
	}
	c->heap[i] = moved;
}

static void
fill_heap(struct chooser *c)
{
	c->heap = arena_alloc(c->a, c->pool->sents_n, sizeof(*c->heap));
	for (size_t i = 0; i < c->pool->sents_n; i++) {
		double gain = c->weight.sents[i] > 0 ? gain_of(c, i) : 0;

		if (gain > 0)
			c->heap[c->heap_n++] = (struct candidate){ gain, i };
	}
	for (size_t i = c->heap_n / 2; i > 0; i--)
		sift(c, i - 1);
}

static void
drop_best(struct chooser *c)
{
	c->heap[0] = c->heap[--c->heap_n];
	sift(c, 0);
}

/* What a sentence is beside what has been said. */
enum news { NEWS_NEW, NEWS_REPEAT, NEWS_UPDATE };

/* *of is the held sentence that an update changes. */
static enum news
news_of(struct chooser *c, const struct pool_sent *s, size_t *of)
{
	uint32_t numbers = held_numbers(c->pool, s), most = 0;
	enum news news = NEWS_NEW;

	held_compare(&c->held, s);
	for (size_t i = 0; i < c->held.touched_n; i++) {
		size_t held = c->held.touched[i];
		const struct shared *shared = &c->held.shared[held];
		bool said = held < c->pool->said_n;
		uint32_t plain = shared->words - shared->numbers;

		if (shared->numbers == numbers) {
			if (shared->words >=
			    (said ? REPEAT_SAID : REPEAT) * s->words)
				news = NEWS_REPEAT;
		} else if (news != NEWS_REPEAT && said &&
		    plain >= REPEAT * (s->words - numbers) && plain > most) {
			news = NEWS_UPDATE;
			most = plain;
			*of = held;
		}
	}
	held_forget(&c->held);
	return news;
}

/* Notes that something is said: its words weigh less, and what repeats it is
 * no news. */
static void
hold(struct chooser *c, const struct pool_sent *s, double damp)
{
	for (size_t i = 0; i < s->units_n; i++)
		c->weight.units[s->units[i]] *= damp;
	held_add(&c->held, s);
}

static void
choose(struct chooser *c, const struct candidate *best)
{
	const struct pool_sent *s = &c->pool->sents[best->sent];
	struct summ *pick;

	hold(c, s, DAMP);
	c->chosen = vec_room(
	    c->a, c->chosen, c->chosen_n, &c->chosen_cap, sizeof(*c->chosen));
	pick = &c->chosen[c->chosen_n++];
	*pick = (struct summ){
		.sent = best->sent, .rank = c->chosen_n, .score = best->gain
	};
	c->words += s->length;
}

static bool
is_full(const struct chooser *c)
{
	return (c->opt->words > 0 && c->words >= c->opt->words) ||
	    (c->opt->sentences > 0 && c->chosen_n >= c->opt->sentences);
}

/* As gains only fall, the best candidate is the best of all when its gain is
 * up to date. */
static void
run(struct chooser *c)
{
	while (c->heap_n > 0 && !is_full(c)) {
		struct candidate best = c->heap[0];
		double gain = gain_of(c, best.sent);
		const struct pool_sent *s;
		enum news news;
		size_t of = 0;

		if (gain < best.gain) {
			c->heap[0].gain = gain;
			sift(c, 0);
			continue;
		}
		drop_best(c);
		s = &c->pool->sents[best.sent];
		news = news_of(c, s, &of);
		if (news == NEWS_REPEAT)
			continue;
		choose(c, &best);
		if (news == NEWS_UPDATE)
			c->chosen[c->chosen_n - 1].was =
			    was_figures(c->held.v[of]->text, s->text, c->a);
	}
}

/* Scores as parts of the first one's, to three digits. */
static void
scale(struct chooser *c)
{
	double first = c->chosen_n > 0 ? c->chosen[0].score : 1;

	for (size_t i = 0; i < c->chosen_n; i++)
		c->chosen[i].score =
		    floor(c->chosen[i].score / first * 1000 + 0.5) / 1000;
}

size_t
summ_choose(struct pool *pool, const struct summ_options *opt, struct arena *a,
    struct summ **chosen)
{
	struct chooser c = { .pool = pool, .opt = opt, .a = a };

	held_init(&c.held, pool, a);
	summ_weigh(pool, opt, a, &c.weight);
	for (size_t i = 0; i < pool->said_n; i++)
		hold(&c, &pool->said[i], SAID_DAMP);
	fill_heap(&c);
	run(&c);
	scale(&c);
	summ_support(&c.held, c.chosen);
	summ_sort(pool, opt->order, a, c.chosen, c.chosen_n);
	*chosen = c.chosen;
	return c.chosen_n;
}
