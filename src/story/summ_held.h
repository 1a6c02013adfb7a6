/*
 * summ_held.h - what has been said, and what a sentence has in common with it:
 * the sentences of earlier summaries, then those that are chosen.
 */
#ifndef PK_SUMM_HELD_H
#define PK_SUMM_HELD_H

#include "pool.h"

/* That a held sentence has a word; a list for each word. */
struct holder {
	size_t held, next; /* next: index + 1 in holders, or 0 */
};

/* What a sentence has in common with a held one. */
struct shared {
	uint32_t words, numbers;
};

struct held {
	const struct pool *pool;
	struct arena *a;
	const struct pool_sent **v;
	size_t n, cap;
	uint32_t *holding; /* of each unit: index + 1 in holders, or 0 */
	struct holder *holders;
	size_t holders_n, holders_cap;
	struct shared *shared; /* of each held sentence; all zero */
	size_t shared_cap;
	size_t *touched; /* those that are not */
	size_t touched_n, touched_cap;
};

/* Nothing is held yet; all that is will be in *a. */
void held_init(struct held *h, const struct pool *pool, struct arena *a);

/* Holds a sentence. */
void held_add(struct held *h, const struct pool_sent *s);

/* Counts what a sentence shares with each held one: h->shared of those that
 * are in h->touched.  Of the latest holders of a word, some are looked at.
 * held_forget() is to be called before the next. */
void held_compare(struct held *h, const struct pool_sent *s);
void held_forget(struct held *h);

/* How many of a sentence's words are numbers. */
uint32_t held_numbers(const struct pool *p, const struct pool_sent *s);

#endif
