/*
 * words.h - the words of a text, to tell what a hyphen at a line end is.
 *
 *   "infor-\nmation"   "information"   a word that was broken
 *   "well-\nknown"     "well-known"    two words
 *   "Lisbor-\nOrlen"   "Lisbor-Orlen"
 *   "pre-\nand post"   "pre- and post"
 *
 * What stands elsewhere in the text decides, then data/norm/hyphens.tsv; in
 * doubt it is one word.
 */
#ifndef PK_WORDS_H
#define PK_WORDS_H

#include "base/map.h"

struct words {
	struct map seen; /* "well-known", "well", "known" */
};

/* The words of text, of its first MiB if it is longer; without a hyphen at a
 * line end there are none, as they are not needed.  text must live as long;
 * words_free() ends it.  Cost: linear. */
void words_init(struct words *words, struct str text);
void words_free(struct words *words);

/* What the hyphen between s[..., left) and s[right, ...) is. */
enum hyphen {
	HYPHEN_NONE,
	HYPHEN_BREAK, /* it goes, with the line end */
	HYPHEN_KEPT,  /* it stays, the line end goes */
	HYPHEN_APART  /* it stays, and a space is behind it */
};
/* words may be NULL: no word was seen. */
enum hyphen words_hyphen(
    const struct words *words, struct str s, size_t left, size_t right);

#endif
