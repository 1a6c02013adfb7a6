/*
 * glyph.h - what a code point is to the rules that cut sentences.
 */
#ifndef PK_GLYPH_H
#define PK_GLYPH_H

#include "base/base.h"

enum glyph {
	GLYPH_END, /* of the text */
	GLYPH_SPACE,
	GLYPH_UPPER,
	GLYPH_LOWER,
	GLYPH_OTHER, /* letters of scripts without case */
	GLYPH_DIGIT,
	GLYPH_OPEN, /* opening quotes and brackets, also " and ' */
	GLYPH_CLOSE,
	GLYPH_DASH,
	GLYPH_COMMA, /* , : ; */
	GLYPH_SYMBOL
};

/* What stands at s[at]; *len, its bytes, is 0 at the end.  Bytes that are not
 * UTF-8 are GLYPH_SYMBOL. */
enum glyph glyph_at(struct str s, size_t at, size_t *len);

/* What ends at s[at]; GLYPH_END at the start. */
enum glyph glyph_before(struct str s, size_t at);

/* What a sentence could begin with at s[at]: the first letter, digit or sign
 * behind quotes, brackets and dashes (eight at most); its place in *word. */
enum glyph glyph_opening(struct str s, size_t at, size_t *word);

bool glyph_letter(enum glyph g);

/* Behind the white space at s[at]. */
size_t blank_end(struct str s, size_t at);

#endif
