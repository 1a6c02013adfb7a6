/*
 * claim_word.h - the words of a sentence as the grammar of claims sees them.
 *
 * Words are those of data/claim: verbs of saying, words of grammar, nouns
 * that speak.
 */
#ifndef PK_CLAIM_WORD_H
#define PK_CLAIM_WORD_H

#include "claim.h"

/* Kinds of data/claim/words.tsv and nouns.tsv, and of marks. */
#define WORD_KINDS(X)                                                          \
	X(DET)                                                                 \
	X(PREP)                                                                \
	X(LINK)                                                                \
	X(BE)                                                                  \
	X(HAVE)                                                                \
	X(DO)                                                                  \
	X(MODAL)                                                               \
	X(NEG)                                                                 \
	X(ADV)                                                                 \
	X(AND)                                                                 \
	X(SUB)                                                                 \
	X(IF)                                                                  \
	X(THAT)                                                                \
	X(WH)                                                                  \
	X(REL)                                                                 \
	X(HE)                                                                  \
	X(IT)                                                                  \
	X(THEY)                                                                \
	X(I)                                                                   \
	X(ME)                                                                  \
	X(TIME)                                                                \
	X(AS)                                                                  \
	X(TO)                                                                  \
	X(BY)                                                                  \
	X(VERB)                                                                \
	X(COMMA)                                                               \
	X(DASH)                                                                \
	X(COLON)                                                               \
	X(STOP)                                                                \
	X(OPEN)                                                                \
	X(CLOSE)

enum word_kind {
#define X(id) WORD_AT_##id,
	WORD_KINDS(X)
#undef X
};

enum word_bit {
#define X(id) WORD_##id = 1 << WORD_AT_##id,
	WORD_KINDS(X)
#undef X
};

/* Sets of them. */
#define WORD_AUX (WORD_BE | WORD_HAVE | WORD_DO | WORD_MODAL)
#define WORD_PRONOUN (WORD_HE | WORD_IT | WORD_THEY | WORD_I)
/* A noun phrase does not go over these. */
#define WORD_WALL                                                              \
	(WORD_COMMA | WORD_DASH | WORD_COLON | WORD_STOP | WORD_OPEN |         \
	    WORD_CLOSE | WORD_THAT | WORD_SUB)

enum noun_kind {
	NOUN_NONE,
	NOUN_EVIDENCE,
	NOUN_MEDIUM,
	NOUN_TOLD,
	NOUN_MANY,
	NOUN_BODY,
	NOUN_PLATFORM,
	NOUN_VOID
};
enum verb_form {
	VERB_NONE,
	VERB_BASE,
	VERB_THIRD,
	VERB_PAST,
	VERB_ING,
	VERB_PART
};

/* A frame of data/claim/verbs.tsv as a bit: FRAME('t'). */
#define FRAME(letter) (1U << ((letter) - 'a'))

struct claim_word {
	uint32_t bits;                     /* of enum word_bit */
	uint32_t frames;                   /* of a verb of saying, else 0 */
	unsigned char form, stance, nouns; /* nouns: bits 1 << noun_kind */
	bool quoted;   /* in a quotation, or one of its marks */
	uint32_t name; /* index + 1 of the name that it is part of, or 0 */
};

/* What the finder needs of a sentence. */
struct claim_view {
	const struct claim_sent *s;
	struct claim_word *w; /* one for each token */
	size_t n;             /* tokens */
};

struct claim_view claim_view(const struct claim_sent *s, struct arena *a);

/* Whether token i of v has one of these bits and is in no name; false beyond
 * the end. */
bool word_has(const struct claim_view *v, size_t i, uint32_t bits);

/* Whether token i is likely a finite verb or an auxiliary; false behind the
 * end. */
bool word_verbal(const struct claim_view *v, size_t i);

/* Whether token i is this word, in small letters; whether it is in no name and
 * ends so; false beyond the end. */
bool word_is(const struct claim_view *v, size_t i, const char *low);
bool word_ends(const struct claim_view *v, size_t i, const char *suffix);

/* Whether a quotation begins at token i; the first token behind the one that i
 * is in, or i. */
bool word_quote(const struct claim_view *v, size_t i);
size_t word_quote_end(const struct claim_view *v, size_t i);

/* Whether the sentence ends at token i. */
bool word_end(const struct claim_view *v, size_t i);

/* Whether one of tokens [i, j) is a noun of that kind. */
bool word_noun(
    const struct claim_view *v, size_t i, size_t j, enum noun_kind kind);

/* Whether the words of tokens [i, j) say that it is not known to be true. */
bool word_doubt(const struct claim_view *v, size_t i, size_t j);

#endif
