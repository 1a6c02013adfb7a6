/*
 * summ_support.c - the sentences that say what a chosen one does; see
 * summ_part.h.
 */
#include <stdlib.h>

#include "summ_part.h"

/* A sentence says what another does when it has this part of its words, and,
 * if that has numbers, one of them; and at least SAME_MIN words. */
#define SAME 0.5
#define SAME_MIN 4

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
is_match(const struct held *h, const struct pool_sent *s, size_t held)
{
	const struct pool_sent *t = h->v[held];
	const struct shared *shared = &h->shared[held];

	return s->doc != t->doc && s->sent > 0 && shared->words >= SAME_MIN &&
	    shared->words >= SAME * t->words &&
	    (shared->numbers > 0 || held_numbers(h->pool, t) == 0);
}

/* All matches of the chosen sentences, sorted. */
static size_t
find_matches(struct held *h, struct match **matches)
{
	struct match *v = NULL;
	size_t n = 0, cap = 0;

	for (size_t i = 0; i < h->pool->sents_n; i++) {
		const struct pool_sent *s = &h->pool->sents[i];

		held_compare(h, s);
		for (size_t k = 0; k < h->touched_n; k++) {
			size_t held = h->touched[k];

			if (held < h->pool->said_n || !is_match(h, s, held))
				continue;
			v = vec_room(h->a, v, n, &cap, sizeof(*v));
			v[n++] = (struct match){ held - h->pool->said_n, i,
				s->doc, h->shared[held].words };
		}
		held_forget(h);
	}
	if (n > 0)
		qsort(v, n, sizeof(*v), by_match);
	*matches = v;
	return n;
}

void
summ_support(struct held *h, struct summ *chosen)
{
	struct match *v;
	size_t n = find_matches(h, &v), used = 0;
	size_t *places = arena_alloc(h->a, n, sizeof(*places));

	for (size_t i = 0; i < n; i++) {
		struct summ *pick = &chosen[v[i].chosen];

		if (i > 0 && v[i].chosen == v[i - 1].chosen &&
		    v[i].doc == v[i - 1].doc)
			continue;
		if (pick->support_n++ == 0)
			pick->support = &places[used];
		places[used++] = v[i].sent;
	}
}
