/*
 * run.h - keys of a set that do not fit into memory: sorted runs on the disk.
 *
 * For set.c.  Each run is an unnamed file of keys in ascending order.  A run
 * that is not twice as large as the one behind it is merged with it, so there
 * are few, and each key is written about as often as the logarithm of their
 * number.  A Bloom filter of fixed size tells most keys that are in none.
 */
#ifndef PK_RUN_H
#define PK_RUN_H

#include "set.h"

struct runs;

/* No runs; the filter takes at most memory bytes. */
struct runs *runs_open(struct arena *perm, size_t memory);

/* Makes a run of the keys in slots[0, n) that are not zero, which it sorts in
 * place and leaves zeroed.  Dies when the disk is full. */
void runs_add(struct runs *runs, struct set_key *slots, size_t n);

/* Whether a key is in one of the runs. */
bool runs_have(const struct runs *runs, struct set_key key);

#endif
