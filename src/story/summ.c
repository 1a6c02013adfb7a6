/*
 * summ.c - the sentences that say the most in few words; see summ.h.
 */
#include "summ.h"

#include <math.h>
#include <stdlib.h>

#include "stale.h"
#include "was.h"

/* Tuned together on the 600 news events of allsides-train, the reviews of
 * opinosis and the streams of trects-2014; around these values the figures
 * move little. */
#define ALONE 0.8      /* taken from the documents that hold a unit */
#define TITLE_ONLY 0.3 /* a document that has it in its title only */
#define DAMP 0.2       /* what is left of a unit that has been said */
#define SAID_DAMP 0.5  /* the same, when an earlier summary said it */
#define LENGTH_MIN 8   /* words: shorter ones are taken for as long, or for */
#define LENGTH_MAX 20  /* a third of the summary, but for no more than that */
#define TITLES 1       /* bonus for all words of all titles */
#define FIRST 0.1      /* bonus for a document's first sentence */
#define LOOSE 0.8      /* factor for one that leans on another */
#define PERSON 0.9     /* factor for one that speaks of itself */
#define STALE 0.3      /* factor for one with a figure that was changed */
#define NO_TERM 0.02   /* factor for one without a term of the query */

/* A sentence repeats one that has this part of its words and its numbers. */
#define REPEAT 0.6
#define REPEAT_SAID 0.5 /* the same, of what an earlier summary said */

/* A sentence says what another does when it has this part of its words, and,
 * if that has numbers, one of them; and at least SAME_MIN words. */
#define SAME 0.5
#define SAME_MIN 4

/* Of the chosen sentences that hold a word, so many are looked at. */
#define LOOK_MAX 64

static const char *const order_names[] = {
	[SUMM_IMPORTANCE] = "importance",
	[SUMM_TIME] = "time",
	[SUMM_EVENT] = "event",
	[SUMM_DOCUMENT] = "document",
};

bool
summ_order_of(struct str name, enum summ_order *order)
{
	for (size_t i = 0; i < COUNT(order_names); i++) {
		if (str_is(name, order_names[i])) {
			*order = (enum summ_order)i;
			return true;
		}
	}
	return false;
}

struct candidate {
	double gain; /* at most so much, as what it says may be said since */
	size_t sent;
};

/* That a held sentence has a word; a list for each word. */
struct holder {
	size_t held, next; /* next: index + 1 in holders, or 0 */
};

struct chooser {
	struct pool *pool;
	const struct summ_options *opt;
	struct arena *a;
	double *weights; /* of each unit, now */
	double *factors; /* of each sentence: bonuses over length, or 0 */
	struct candidate *heap;
	size_t heap_n;
	uint32_t *holding; /* of each unit: index + 1 in holders, or 0 */
	struct holder *holders;
	size_t holders_n, holders_cap;
	struct summ *chosen;
	size_t chosen_n, chosen_cap;
	size_t words;
	/* What has been said: p->said, then the chosen ones. */
	const struct pool_sent **held;
	size_t held_n, held_cap;
	struct shared *shared; /* of each held sentence; all zero */
	size_t shared_cap;
	size_t *touched; /* those that are not */
	size_t touched_n, touched_cap;
};

/* What a sentence has in common with a held one. */
struct shared {
	uint32_t words, numbers;
};

static double
weight_of(const struct pool_unit *u)
{
	double w = u->docs + TITLE_ONLY * u->titles - ALONE + sqrt(u->sents) -
	    sqrt(u->docs);

	return u->stop || u->docs == 0 || w < 0 ? 0 : w;
}

/* How much of the query a sentence has, 0 to 1; marked are its terms. */
static double
query_share(const struct pool *p, const struct pool_sent *s, size_t terms)
{
	size_t n = 0;

	for (size_t i = 0; i < s->words; i++)
		n += p->units[s->units[i]].mark == p->mark;
	return (double)n / (double)terms;
}

/* Words in all titles, each as often as there are titles that hold it. */
static size_t
title_words(const struct pool *p)
{
	size_t n = 0;

	for (size_t i = 0; i < p->docs_n; i++)
		n += p->docs[i].title_words;
	return n;
}

/* Words that a sentence has at least, when it is weighed: a short one takes
 * the reader's time, too. */
static double
length_least(const struct summ_options *opt)
{
	double third = (double)opt->words / 3;

	if (opt->words == 0 || third > LENGTH_MAX)
		return LENGTH_MAX;
	return third > LENGTH_MIN ? third : LENGTH_MIN;
}

static double
factor_of(const struct pool *p, const struct pool_sent *s, size_t titles,
    double least)
{
	double f = 1 + FIRST / (1 + s->nth);
	size_t named = 0;

	if (s->flags & (POOL_REPEAT | POOL_UNFIT))
		return 0;
	for (size_t i = 0; i < s->words; i++)
		named += p->units[s->units[i]].named;
	if (titles > 0)
		f += TITLES * (double)named / (double)titles;
	if (s->flags & POOL_LOOSE)
		f *= LOOSE;
	if (s->flags & POOL_PERSON)
		f *= PERSON;
	return f / (s->length > least ? s->length : least);
}

static void
weigh(struct chooser *c)
{
	struct pool *p = c->pool;
	const bool *stale = stale_find(p, c->a);
	const uint32_t *terms; /* marked from here on */
	size_t terms_n = pool_words(p, c->opt->query, c->a, &terms);
	size_t titles = title_words(p);

	c->weights = arena_alloc(c->a, p->units_n, sizeof(*c->weights));
	c->factors = arena_alloc(c->a, p->sents_n, sizeof(*c->factors));
	for (size_t i = 0; i < p->units_n; i++)
		c->weights[i] = weight_of(&p->units[i]);
	for (size_t i = 0; i < p->sents_n; i++) {
		const struct pool_sent *s = &p->sents[i];

		c->factors[i] = factor_of(p, s, titles, length_least(c->opt));
		if (stale[i])
			c->factors[i] *= STALE;
		if (c->opt->query.n > 0)
			c->factors[i] *= NO_TERM +
			    (terms_n == 0 ? 0 : query_share(p, s, terms_n));
	}
}

static double
gain_of(const struct chooser *c, size_t sent)
{
	const struct pool_sent *s = &c->pool->sents[sent];
	double sum = 0;

	for (size_t i = 0; i < s->units_n; i++)
		sum += c->weights[s->units[i]];
	return sum * c->factors[sent];
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
		double gain = c->factors[i] > 0 ? gain_of(c, i) : 0;

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

/* Counts what a sentence shares with each held one: c->touched. */
static void
compare(struct chooser *c, const struct pool_sent *s)
{
	c->touched_n = 0;
	if (c->holders == NULL)
		return; /* nothing has been said yet */
	for (size_t i = 0; i < s->words; i++) {
		size_t at = c->holding[s->units[i]];

		for (size_t n = 0; at > 0 && n < LOOK_MAX; n++) {
			const struct holder *h = &c->holders[at - 1];
			struct shared *shared = &c->shared[h->held];

			if (shared->words++ == 0) {
				c->touched =
				    vec_room(c->a, c->touched, c->touched_n,
					&c->touched_cap, sizeof(*c->touched));
				c->touched[c->touched_n++] = h->held;
			}
			shared->numbers += c->pool->units[s->units[i]].number;
			at = h->next;
		}
	}
}

static void
forget(struct chooser *c)
{
	for (size_t i = 0; i < c->touched_n; i++)
		c->shared[c->touched[i]] = (struct shared){ 0, 0 };
}

static uint32_t
numbers_of(const struct pool *p, const struct pool_sent *s)
{
	uint32_t n = 0;

	for (size_t i = 0; i < s->words; i++)
		n += p->units[s->units[i]].number;
	return n;
}

/* What a sentence is beside what has been said. */
enum news { NEWS_NEW, NEWS_REPEAT, NEWS_UPDATE };

/* *of is the held sentence that an update changes. */
static enum news
news_of(struct chooser *c, const struct pool_sent *s, size_t *of)
{
	uint32_t numbers = numbers_of(c->pool, s), most = 0;
	enum news news = NEWS_NEW;

	compare(c, s);
	for (size_t i = 0; i < c->touched_n; i++) {
		size_t held = c->touched[i];
		const struct shared *shared = &c->shared[held];
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
	forget(c);
	return news;
}

/* Notes that something is said: its words weigh less, and what repeats it is
 * no news. */
static void
hold(struct chooser *c, const struct pool_sent *s, double damp)
{
	for (size_t i = 0; i < s->units_n; i++)
		c->weights[s->units[i]] *= damp;
	for (size_t i = 0; i < s->words; i++) {
		c->holders = vec_room(c->a, c->holders, c->holders_n,
		    &c->holders_cap, sizeof(*c->holders));
		c->holders[c->holders_n].held = c->held_n;
		c->holders[c->holders_n++].next = c->holding[s->units[i]];
		c->holding[s->units[i]] = (uint32_t)c->holders_n;
	}
	c->held = vec_room(c->a, c->held, c->held_n, &c->held_cap,
	    sizeof(const struct pool_sent *));
	c->shared = vec_room(
	    c->a, c->shared, c->held_n, &c->shared_cap, sizeof(*c->shared));
	c->held[c->held_n++] = s;
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
			    was_figures(c->held[of]->text, s->text, c->a);
	}
}

/* A sentence that says what a chosen one does. */
struct match {
	size_t chosen, sent, doc;
	uint32_t words;
};

/* By chosen sentence and document, the best match first. */
static int
by_match(const void *left, const void *right)
{
	const struct match *a = left, *b = right;

	if (a->chosen != b->chosen)
		return a->chosen < b->chosen ? -1 : 1;
	if (a->doc != b->doc)
		return a->doc < b->doc ? -1 : 1;
	if (a->words != b->words)
		return a->words > b->words ? -1 : 1;
	return a->sent < b->sent ? -1 : a->sent > b->sent;
}

static bool
is_match(const struct chooser *c, const struct pool_sent *s, size_t chosen)
{
	const struct pool_sent *t = &c->pool->sents[c->chosen[chosen].sent];
	const struct shared *shared = &c->shared[c->pool->said_n + chosen];

	return s->doc != t->doc && s->sent > 0 && shared->words >= SAME_MIN &&
	    shared->words >= SAME * t->words &&
	    (shared->numbers > 0 || numbers_of(c->pool, t) == 0);
}

/* All matches of the chosen sentences, sorted. */
static size_t
find_matches(struct chooser *c, struct match **matches)
{
	struct match *v = NULL;
	size_t n = 0, cap = 0;

	for (size_t i = 0; i < c->pool->sents_n; i++) {
		const struct pool_sent *s = &c->pool->sents[i];

		compare(c, s);
		for (size_t k = 0; k < c->touched_n; k++) {
			size_t chosen = c->touched[k] - c->pool->said_n;

			if (c->touched[k] < c->pool->said_n ||
			    !is_match(c, s, chosen))
				continue;
			v = vec_room(c->a, v, n, &cap, sizeof(*v));
			v[n++] = (struct match){ chosen, i, s->doc,
				c->shared[c->touched[k]].words };
		}
		forget(c);
	}
	if (n > 0)
		qsort(v, n, sizeof(*v), by_match);
	*matches = v;
	return n;
}

static void
add_support(struct chooser *c)
{
	struct match *v;
	size_t n = find_matches(c, &v), used = 0;
	size_t *places = arena_alloc(c->a, n, sizeof(*places));

	for (size_t i = 0; i < n; i++) {
		struct summ *pick = &c->chosen[v[i].chosen];

		if (i > 0 && v[i].chosen == v[i - 1].chosen &&
		    v[i].doc == v[i - 1].doc)
			continue;
		if (pick->support_n++ == 0)
			pick->support = &places[used];
		places[used++] = v[i].sent;
	}
}

/* A chosen sentence with what it is ordered by. */
struct ordered {
	struct str when;
	struct summ summ;
};

static int
by_order(const void *left, const void *right)
{
	const struct ordered *a = left, *b = right;
	bool unknown = a->when.n == 0;
	int cmp = str_cmp(a->when, b->when);

	if (unknown != (b->when.n == 0))
		return unknown ? 1 : -1;
	if (cmp != 0)
		return cmp;
	return a->summ.sent < b->summ.sent ? -1 : 1;
}

/* Sentences of the pool are in the order of the documents already. */
static void
put_in_order(struct chooser *c)
{
	struct ordered *v;

	if (c->opt->order == SUMM_IMPORTANCE || c->chosen_n < 2)
		return;
	v = arena_alloc(c->a, c->chosen_n, sizeof(*v));
	for (size_t i = 0; i < c->chosen_n; i++) {
		const struct pool *p = c->pool;
		const struct pool_sent *s = &p->sents[c->chosen[i].sent];

		v[i].summ = c->chosen[i];
		if (c->opt->order == SUMM_EVENT)
			v[i].when = s->date;
		if (c->opt->order != SUMM_DOCUMENT && v[i].when.n == 0)
			v[i].when = p->docs[s->doc].published;
	}
	qsort(v, c->chosen_n, sizeof(*v), by_order);
	for (size_t i = 0; i < c->chosen_n; i++)
		c->chosen[i] = v[i].summ;
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

	c.holding = arena_alloc(a, pool->units_n, sizeof(*c.holding));
	weigh(&c);
	for (size_t i = 0; i < pool->said_n; i++)
		hold(&c, &pool->said[i], SAID_DAMP);
	fill_heap(&c);
	run(&c);
	scale(&c);
	add_support(&c);
	put_in_order(&c);
	*chosen = c.chosen;
	return c.chosen_n;
}
