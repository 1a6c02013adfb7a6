/*
 * set.h - a set of 128-bit keys, which may be larger than memory.
 *
 * The keys are hashes (finger_key()): evenly spread, and equal only where
 * what they were made of is.  Within its bound they are in one table, 16 bytes
 * each and at most three quarters full.  What is beyond it goes to sorted runs
 * in unnamed files of $TMPDIR (or /tmp), behind a filter in memory, so that a
 * key that is new seldom needs the disk.
 */
#ifndef PK_SET_H
#define PK_SET_H

#include "base.h"

/* The least bound: with less, most of the time would go into runs. */
#define SET_MEMORY_MIN ((size_t)1024 * 1024)

struct set_key {
	uint64_t v[2];
};

struct set;

/* An empty set of at most memory bytes; 0: without bound. */
struct set *set_open(struct arena *perm, size_t memory);

/* Adds a key; whether it is new.  Cost: constant on average; beyond the bound
 * one read of 4 KB for each run (at most 2 log2 of how often the bound was
 * reached) and key that is not new.  Dies when memory or the disk ends. */
bool set_put(struct set *set, struct set_key key);

/* Whether a key is there. */
bool set_has(struct set *set, struct set_key key);

/* Says that a key will be put soon, so that several wait for memory once. */
void set_soon(const struct set *set, struct set_key key);

/* Room for n more keys at once, within the bound. */
void set_expect(struct set *set, size_t n);

/* Keys in the set. */
size_t set_count(const struct set *set);

#endif
