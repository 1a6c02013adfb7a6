/*
 * token.h - a sentence as words, numbers and punctuation.
 *
 * Fine-grained: whatever two rules could want apart is apart, and glued says
 * that no white space stood before.
 *
 *   "Russia’s"          Russia ’s
 *   "U.S.-based"        U.S. - based
 *   "about 5,000sq km"  about 5,000 sq km
 *   "$1.2bn"            $ 1.2 bn
 *   "2025-11-03"        2025 - 11 - 03
 *   "don't"             do n't     (as in the Penn Treebank)
 *   "Zelenskyy,”"       Zelenskyy , ”
 */
#ifndef PK_TOKEN_H
#define PK_TOKEN_H

#include "base/base.h"

enum token_kind {
	TOKEN_WORD,   /* letters (and marks), "U.S.", "’s" */
	TOKEN_NUMBER, /* digits, with [.,] between digits: "5,000" "1.9" */
	TOKEN_PUNCT,  /* one code point of punctuation */
	TOKEN_SYMBOL  /* one code point of anything else: $ % ° + € */
};

/* The form of a word: TOKEN_UPPER is at least two letters, all capitals. */
enum token_case {
	TOKEN_NOCASE, /* no letter, or a script without case */
	TOKEN_LOWER,
	TOKEN_CAPITAL, /* "Pokrovsk", also "I" and "A" */
	TOKEN_UPPER,   /* "NATO", "U.S." */
	TOKEN_MIXED    /* "DeepState", "iPhone" */
};

struct token {
	size_t start, end; /* bytes in the text, start < end */
	struct str text;   /* text[start, end) */
	struct str low;    /* lower case, ’ as '; in the arena or text */
	enum token_kind kind;
	enum token_case form;
	bool glued; /* the byte before is part of a token */
};

struct tokens {
	struct str text;
	struct token *v;
	size_t n;
};

/*
 * The tokens of text, which must be valid UTF-8 (NFC is best; other bytes
 * become TOKEN_SYMBOL).  The array and lower-case copies are in a; the rest
 * points into text.  Cost: linear.
 */
struct tokens token_split(struct str text, struct arena *a);

/* The bytes from token i to token j - 1, i < j <= t->n. */
struct str token_span(const struct tokens *t, size_t i, size_t j);

#endif
