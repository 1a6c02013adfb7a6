/*
 * claim_np.h - noun phrases, as far as claims need them: who speaks.
 *
 * Phrases are found from one end by the words that they cannot hold; no
 * search goes further than NP_REACH tokens.
 */
#ifndef PK_CLAIM_NP_H
#define PK_CLAIM_NP_H

#include "claim_word.h"

#define NP_REACH 40

/* Tokens [from, to). */
struct np {
	size_t from, to;
};

/* Whether token i can be part of a noun phrase behind its article. */
bool np_inner(const struct claim_view *v, size_t i);

/* The first token of the noun phrase whose last token is last, with what
 * joins it ("a spokesman for the ministry", "Kyiv and its allies"). */
size_t np_start(const struct claim_view *v, size_t last);

/* Behind the noun phrase that begins at token i, with its "of ...": i when
 * there is none.  wide: with any preposition but that of a day. */
size_t np_end(const struct claim_view *v, size_t i, bool wide);

/* Behind the shortest noun phrase that begins at token i. */
size_t np_short_end(const struct claim_view *v, size_t i);

/* Whether token i is a verb of the clause, not an adjective that begins its
 * noun phrase ("armed men"). */
bool np_is_verb(const struct claim_view *v, size_t i);

/* The first token of the phrase without joints that ends in token j. */
size_t np_base_start(const struct claim_view *v, size_t j);

/* Before the bracket that ends before token i: "the Institute (ISW),". */
size_t np_before_bracket(const struct claim_view *v, size_t i);

/* What stands before a verb: claim_subject.c. */
enum subject_kind {
	SUBJECT_NONE,   /* nothing that can speak, or "did not", "will", "to" */
	SUBJECT_NP,     /* np says who */
	SUBJECT_SHARED, /* "..., and said", "..., saying" */
	SUBJECT_GAP     /* a comma, a mark or the start: it may stand behind */
};

struct subject {
	enum subject_kind kind;
	struct np np;
	size_t begin; /* where the verb's own clause begins */
	bool passive; /* a form of "be" stands before the verb */
};

/* Looks for the subject of the verb at token i. */
struct subject np_subject(const struct claim_view *v, size_t i);

#endif
