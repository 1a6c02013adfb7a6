/*
 * pool_part.h - the parts of pool.c.
 *
 * pool_unit.c  the words and word pairs of a text
 * pool_sent.c  how a sentence reads by itself
 * pool.c       the records, and what all documents have together
 */
#ifndef PK_POOL_PART_H
#define PK_POOL_PART_H

#include "pool.h"
#include "text/token.h"

/* The units of a text, each once, words first. */
struct set {
	uint32_t *v;
	size_t n, words;
	bool person; /* it speaks of "I", "we" or "you" */
};

/* Words and numbers, without clitics ("'s"). */
static inline bool
set_takes(const struct token *t)
{
	return t->kind == TOKEN_NUMBER ||
	    (t->kind == TOKEN_WORD && t->low.p[0] != '\'');
}

/* The units of tokens; the list is in the pool's arena. */
struct set set_of(struct pool *p, const struct tokens *t, struct arena scratch);

/* The sentence that a text is, wherever it stands. */
struct pool_sent pool_read(
    struct pool *p, struct str text, struct arena scratch);

#endif
