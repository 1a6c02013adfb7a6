/*
 * srcmap.h - from a place in repaired text back to its place in the source.
 *
 * A list of pairs (text offset, source offset), ascending in both; between
 * two pairs both run on byte by byte.  An empty list is the identity.
 */
#ifndef PK_SRCMAP_H
#define PK_SRCMAP_H

#include "base/base.h"

struct srcmap {
	struct arena *a;
	size_t *v; /* v[2i] text offset, v[2i+1] source offset */
	size_t n;  /* numbers in v: twice the pairs */
	size_t cap;
};

/* Text at text offset now comes from source offset.  Calls ascend in text;
 * one that changes nothing adds no pair, one at the same text offset as the
 * last replaces it. */
void srcmap_add(struct srcmap *m, size_t text, size_t source);

/* The source offset of a text offset.  Cost: log n. */
size_t srcmap_at(const struct srcmap *m, size_t text);

/* One map behind another: adds to "to" that the n bytes of its text from
 * offset text on are the bytes [from, from + n) of what m leads on from.
 * Cost: log of m->n, and the pairs of m in that run. */
void srcmap_run(struct srcmap *to, size_t text, const struct srcmap *m,
    size_t from, size_t n);

/* One whole map on another: adds to "to", which must end before text offset
 * "at", that the n bytes from there on come through top, which leads from
 * them (counted from 0) to a text that under leads on from. */
void srcmap_join(struct srcmap *to, size_t at, size_t n,
    const struct srcmap *top, const struct srcmap *under);

/* Adds that the code points of made, at text offset text, were made of the
 * source bytes from "from" to last, the last one: both ends of it are exact,
 * and what lies between leads to no place behind last. */
void srcmap_made(
    struct srcmap *m, size_t text, struct str made, size_t from, size_t last);

#endif
