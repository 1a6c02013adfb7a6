/*
 * stale.h - sentences whose figures newer documents have changed.
 *
 * A figure is stale when the newest sentence about the same thing, of a
 * document published later, has another: equal unit and noun phrase, as
 * pk-extract-numbers writes them, and a part of the words in common.
 */
#ifndef PK_STALE_H
#define PK_STALE_H

#include "pool.h"

/* For each sentence of a closed pool, whether it has a stale figure; in a.
 * Cost: linear in the figures, times a constant. */
bool *stale_find(struct pool *pool, struct arena *a);

#endif
