/*
 * reach.h - how far the words of a sentence are from its numbers.
 *
 * Far is told by words, and by what stands between: a comma or a dash, "and",
 * "while", another number.
 */
#ifndef PK_REACH_H
#define PK_REACH_H

#include "sheet.h"

struct reach {
	const struct sheet_sent *sent;
	const struct sheet_mention *mentions; /* of the sentence */
	uint32_t *mention; /* of each token: the longest that holds it, + 1 */
	float *bars;       /* borders of clauses before each token */
	uint32_t *numbers; /* numbers that begin before each token */
};

/* Reads a sentence of a closed sheet; the arrays are in a. */
struct reach reach_make(
    const struct sheet *s, const struct sheet_sent *sent, struct arena *a);

/* The tokens [*i, *j) of a mention; false when it has none. */
bool reach_tokens(
    const struct reach *r, const struct sheet_mention *m, size_t *i, size_t *j);

/* From 1, beside the tokens [i, j), towards 0, far from them: token k. */
double reach_near(const struct reach *r, size_t i, size_t j, size_t k);

/* Whether token k is in a mention of this type. */
bool reach_is(const struct reach *r, size_t k, enum rec_type type);

/* Whether a clause may end at token k: punctuation, "and", "while". */
bool reach_border(const struct reach *r, size_t k);

#endif
