/*
 * claim_said.h - what is said, behind a verb or before it.
 *
 * Which forms a verb allows is in data/claim/verbs.tsv.
 */
#ifndef PK_CLAIM_SAID_H
#define PK_CLAIM_SAID_H

#include "claim_cue.h"

/* The frames whose content is a clause, and those whose is a phrase. */
#define FRAMES_CLAUSE (FRAME('t') | FRAME('b'))
#define FRAMES_PHRASE                                                          \
	(FRAME('n') | FRAME('g') | FRAME('i') | FRAME('o') | FRAME('s') |      \
	    FRAME('p') | FRAME('x'))

/* What stands between a verb and what is said: "told him on Friday in a
 * statement". */
struct reach {
	size_t i;    /* behind it */
	bool told;   /* somebody is told */
	bool spread; /* there is anything */
};

/* Goes over that (claim_between.c), from token i behind the verb of c; sets its
 * medium. */
struct reach said_between(
    const struct claim_view *v, size_t i, uint32_t frames, struct cue *c);

/* Where a phrase that is said ends, from token i: it is no clause. */
size_t said_phrase_end(const struct claim_view *v, size_t i);

/* Whether a clause could stand in tokens [i, end); strict: with its verb
 * before a comma. */
bool said_clause(const struct claim_view *v, size_t i, size_t end, bool strict);

/* What is said behind the verb of c; an empty phrase when nothing is.  Sets
 * its medium, and opens. */
struct np said_right(
    const struct claim_view *v, struct cue *c, uint32_t frames);

/* Where that ends which may be said before token begin, or 0: behind a
 * quotation, at a comma. */
size_t said_left_end(const struct claim_view *v, size_t begin);

/* Whether a clause or a quotation ends at token end. */
bool said_left(const struct claim_view *v, size_t end);

/* Takes as said what stands left of c, which begins at begin and whose words
 * end before token after; and what follows, when it goes on there.  False when
 * nothing is. */
bool said_take_left(
    const struct claim_view *v, struct cue *c, size_t begin, size_t after);

#endif
