/*
 * near.h - the sentences that were seen first, and what repeats them.
 *
 * An exact repeat has the key of a leader.  A near repeat shares at least
 * two pairs of its sketch with a leader, and is alike (alike.h); of several,
 * the leader that shares most, then the first seen.  Leaders are never
 * replaced, so each answer depends only on what came before.
 *
 * Pairs that many leaders have tell little: an index entry holds NEAR_BUCKET
 * leaders; those that come later are entered by two neighbouring pairs of
 * their sketch.  So the cost of a look-up is bounded.
 */
#ifndef PK_NEAR_H
#define PK_NEAR_H

#include "base/set.h"
#include "finger.h"

#define NEAR_NONE ((size_t)-1)
#define NEAR_BUCKET 16

struct near;

/* Where a leader stands.  doc numbers are the caller's. */
struct near_place {
	uint32_t doc, sent;
	bool title; /* its role is title */
	bool aside; /* it is no part of the text (boilerplate, credit, url):
		     * repeats only what is aside */
};

/* threshold as in alike(); with exact, only exact repeats are found. */
struct near *near_open(struct arena *perm, unsigned threshold, bool exact);

/* From here on a leader is also repeated by what it repeats itself: by what
 * says more. */
void near_both(struct near *near);

/* The leader that f repeats, or NEAR_NONE.  What is aside may repeat any
 * leader; other sentences repeat only those that are not aside. */
size_t near_find(struct near *near, const struct finger *f, bool aside,
    struct arena scratch);

/* The leader that f would repeat if it did not change a fact, or NEAR_NONE;
 * after near_find() has found none. */
size_t near_rival(
    struct near *near, const struct finger *f, struct arena scratch);

/* Says that about n leaders will be added. */
void near_expect(struct near *near, size_t n);

/* A new leader, numbered from 0 in the order of their adding.  f->words must
 * live as long as near. */
size_t near_add(
    struct near *near, const struct finger *f, struct near_place place);

/* The place of leader i. */
struct near_place near_place(const struct near *near, size_t i);

/* Its key. */
struct set_key near_key(const struct near *near, size_t i);

/* About 200 bytes a leader besides its words. */
size_t near_count(const struct near *near);

#endif
