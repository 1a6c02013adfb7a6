/*
 * multi.h - a hash table from 32-bit tags to many indices each.
 *
 * For indexes over things that are kept elsewhere: the tag is a hash of a
 * feature, the indices are the things that (probably) have it; the caller
 * compares the things themselves.  Eight bytes a tag, at most three quarters
 * full, and about eight for each index of a tag that has many.
 */
#ifndef PK_MULTI_H
#define PK_MULTI_H

#include "base.h"

struct multi_entry;

/* Fields are the module's own.  A zeroed struct is an empty table. */
struct multi {
	struct multi_entry *slots; /* a tag each; open addressing */
	size_t n;                  /* tags */
	unsigned bits;             /* 1 << bits slots */
	uint32_t *pool;            /* lists of the tags with many indices */
	size_t pool_n, pool_cap;
	uint32_t spare[32]; /* lists that are free, by log2 of their room */
};

/* Frees the table, which is empty then. */
void multi_free(struct multi *m);

/* Adds index to those of tag; dies when memory ends.  Tags should be evenly
 * spread over 32 bits, indices less than 2^31.  Cost: constant on average. */
void multi_add(struct multi *m, uint32_t tag, uint32_t index);

/* As multi_add() when tag has fewer than max indices; returns whether. */
bool multi_add_below(struct multi *m, uint32_t tag, uint32_t index, size_t max);

/* Makes room for n more tags at once. */
void multi_expect(struct multi *m, size_t n);

/*
 * Copies the indices of tag, in the order of their adding, to v, at most max
 * of them, and returns how many.
 */
size_t multi_get(const struct multi *m, uint32_t tag, uint32_t *v, size_t max);

/* Says that the indices of tag will be asked for soon: several look-ups in a
 * row then wait for memory once.  Changes no answer. */
void multi_soon(const struct multi *m, uint32_t tag);

#endif
