/*
 * summ.c - the sentences that say the most in few words; see summ.h.
 */
#include "summ.h"

#include <math.h>
#include <stdlib.h>

/* Tuned together on the 600 news events of allsides-train and the reviews of
 * opinosis; around these values the figures move little. */
#define ALONE 0.8      /* taken from the documents that hold a unit */
#define TITLE_ONLY 0.3 /* a document that has it in its title only */
#define DAMP 0.2       /* what is left of a unit that has been said */
#define LENGTH_MIN 8   /* words: shorter ones are taken for as long */
#define TITLES 1       /* bonus for all words of all titles */
#define FIRST 0.1      /* bonus for a document's first sentence */
#define LOOSE 0.8      /* factor for one that leans on another */
#define PERSON 0.9     /* factor for one that speaks of itself */
#define NO_TERM 0.02   /* factor for one without a term of the query */

/* A sentence repeats one that has this part of its words and its numbers. */
#define REPEAT 0.6

/* A sentence says what another does when it has this part of its words, and,
 * if that has numbers, one of them; and at least SAME_MIN words. */
#define SAME 0.5
#define SAME_MIN 4

/* Of the chosen sentences that hold a word, so many are looked at. */
#define LOOK_MAX 64

struct candidate {
	double gain; /* at most so much, as what it says may be said since */
	size_t sent;
};

/* That a chosen sentence holds a word; a list for each word. */
struct holder {
	size_t chosen, next; /* next: index + 1 in holders, or 0 */
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
	struct shared *shared; /* of each chosen sentence; all zero */
	size_t shared_cap;
	size_t *touched; /* those that are not */
	size_t touched_n, touched_cap;
};

/* What a sentence has in common with a chosen one. */
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

static double
factor_of(const struct pool *p, const struct pool_sent *s, size_t titles)
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
	return f / (s->length > LENGTH_MIN ? s->length : LENGTH_MIN);
}

static void
weigh(struct chooser *c)
{
	struct pool *p = c->pool;
	const uint32_t *terms;
	size_t terms_n = pool_words(p, c->opt->query, c->a, &terms);
	size_t titles = title_words(p);

	c->weights = arena_alloc(c->a, p->units_n, sizeof(*c->weights));
	c->factors = arena_alloc(c->a, p->sents_n, sizeof(*c->factors));
	for (size_t i = 0; i < p->units_n; i++)
		c->weights[i] = weight_of(&p->units[i]);
	for (size_t i = 0; i < p->sents_n; i++) {
		const struct pool_sent *s = &p->sents[i];

		c->factors[i] = factor_of(p, s, titles);
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

/* Counts what a sentence shares with each chosen one: c->touched. */
static void
compare(struct chooser *c, const struct pool_sent *s)
{
	c->touched_n = 0;
	if (c->holders == NULL)
		return; /* nothing is chosen yet */
	for (size_t i = 0; i < s->words; i++) {
		size_t at = c->holding[s->units[i]];

		for (size_t n = 0; at > 0 && n < LOOK_MAX; n++) {
			const struct holder *h = &c->holders[at - 1];
			struct shared *shared = &c->shared[h->chosen];

			if (shared->words++ == 0) {
				c->touched =
				    vec_room(c->a, c->touched, c->touched_n,
					&c->touched_cap, sizeof(*c->touched));
				c->touched[c->touched_n++] = h->chosen;
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

static bool
is_repeat(struct chooser *c, const struct pool_sent *s)
{
	uint32_t numbers = numbers_of(c->pool, s);
	bool found = false;

	compare(c, s);
	for (size_t i = 0; i < c->touched_n; i++) {
		const struct shared *shared = &c->shared[c->touched[i]];

		found |= shared->words >= REPEAT * s->words &&
		    shared->numbers == numbers;
	}
	forget(c);
	return found;
}

/* Notes that the next chosen sentence holds a word. */
static void
hold(struct chooser *c, uint32_t unit)
{
	c->holders = vec_room(c->a, c->holders, c->holders_n, &c->holders_cap,
	    sizeof(*c->holders));
	c->holders[c->holders_n].chosen = c->chosen_n;
	c->holders[c->holders_n++].next = c->holding[unit];
	c->holding[unit] = (uint32_t)c->holders_n;
}

static void
choose(struct chooser *c, const struct candidate *best)
{
	const struct pool_sent *s = &c->pool->sents[best->sent];
	struct summ *pick;

	for (size_t i = 0; i < s->units_n; i++)
		c->weights[s->units[i]] *= DAMP;
	for (size_t i = 0; i < s->words; i++)
		hold(c, s->units[i]);
	c->chosen = vec_room(
	    c->a, c->chosen, c->chosen_n, &c->chosen_cap, sizeof(*c->chosen));
	c->shared = vec_room(
	    c->a, c->shared, c->chosen_n, &c->shared_cap, sizeof(*c->shared));
	pick = &c->chosen[c->chosen_n++];
	pick->sent = best->sent;
	pick->rank = c->chosen_n;
	pick->score = best->gain;
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

		if (gain < best.gain) {
			c->heap[0].gain = gain;
			sift(c, 0);
			continue;
		}
		drop_best(c);
		if (!is_repeat(c, &c->pool->sents[best.sent]))
			choose(c, &best);
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
	const struct shared *shared = &c->shared[chosen];

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
			size_t chosen = c->touched[k];

			if (!is_match(c, s, chosen))
				continue;
			v = vec_room(c->a, v, n, &cap, sizeof(*v));
			v[n++] = (struct match){ chosen, i, s->doc,
				c->shared[chosen].words };
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
	struct str published;
	struct summ summ;
};

static int
by_order(const void *left, const void *right)
{
	const struct ordered *a = left, *b = right;
	bool unknown = a->published.n == 0;
	int cmp = str_cmp(a->published, b->published);

	if (unknown != (b->published.n == 0))
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

		v[i].summ = c->chosen[i];
		if (c->opt->order == SUMM_TIME)
			v[i].published =
			    p->docs[p->sents[v[i].summ.sent].doc].published;
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
	fill_heap(&c);
	run(&c);
	scale(&c);
	add_support(&c);
	put_in_order(&c);
	*chosen = c.chosen;
	return c.chosen_n;
}
