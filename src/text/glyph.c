/*
 * glyph.c - what a code point is; see glyph.h.
 */
#include "glyph.h"

#include <utf8proc.h>

#include "base/utf8.h"
#include "block.h"

static enum glyph
ascii_glyph(char c)
{
	if (ch_upper(c))
		return GLYPH_UPPER;
	if (ch_lower(c))
		return GLYPH_LOWER;
	if (ch_digit(c))
		return GLYPH_DIGIT;
	if (ch_space(c))
		return GLYPH_SPACE;
	switch (c) {
	case '"':
	case '\'':
	case '(':
	case '[':
	case '{':
		return GLYPH_OPEN;
	case ')':
	case ']':
	case '}':
		return GLYPH_CLOSE;
	case '-':
		return GLYPH_DASH;
	case ',':
	case ':':
	case ';':
		return GLYPH_COMMA;
	default:
		return GLYPH_SYMBOL;
	}
}

enum glyph
glyph_at(struct str s, size_t at, size_t *len)
{
	size_t next = at;
	int32_t cp;

	*len = 0;
	if (at >= s.n)
		return GLYPH_END;
	*len = 1;
	if ((unsigned char)s.p[at] < 0x80)
		return ascii_glyph(s.p[at]);
	cp = utf8_next(s, &next);
	*len = next - at;
	if (blank_at(s, at) > 0)
		return GLYPH_SPACE;
	switch (utf8proc_category(cp)) {
	case UTF8PROC_CATEGORY_LU:
	case UTF8PROC_CATEGORY_LT:
		return GLYPH_UPPER;
	case UTF8PROC_CATEGORY_LL:
		return GLYPH_LOWER;
	case UTF8PROC_CATEGORY_LM:
	case UTF8PROC_CATEGORY_LO:
		return GLYPH_OTHER;
	case UTF8PROC_CATEGORY_ND:
		return GLYPH_DIGIT;
	case UTF8PROC_CATEGORY_PS:
	case UTF8PROC_CATEGORY_PI:
		return GLYPH_OPEN;
	case UTF8PROC_CATEGORY_PE:
	case UTF8PROC_CATEGORY_PF:
		return GLYPH_CLOSE;
	case UTF8PROC_CATEGORY_PD:
		return GLYPH_DASH;
	default:
		return GLYPH_SYMBOL;
	}
}

enum glyph
glyph_before(struct str s, size_t at)
{
	size_t start, len;

	if (at == 0)
		return GLYPH_END;
	if ((unsigned char)s.p[at - 1] < 0x80)
		return ascii_glyph(s.p[at - 1]);
	utf8_before(s, at, &start);
	return glyph_at(s, start, &len);
}

bool
glyph_letter(enum glyph c)
{
	return c == GLYPH_UPPER || c == GLYPH_LOWER || c == GLYPH_OTHER;
}

size_t
blank_end(struct str s, size_t at)
{
	size_t n;

	while ((n = blank_at(s, at)) > 0)
		at += n;
	return at;
}

enum glyph
glyph_opening(struct str s, size_t at, size_t *word)
{
	size_t len, after;
	enum glyph c;

	for (int i = 0; i < 8; i++) {
		c = glyph_at(s, at, &len);
		/* »So.« and ”So.” begin with marks that close ours */
		if (c == GLYPH_CLOSE && len > 1 &&
		    glyph_letter(glyph_at(s, at + len, &after)))
			c = GLYPH_OPEN;
		if (c != GLYPH_OPEN && c != GLYPH_DASH && c != GLYPH_SPACE)
			break;
		at += len;
	}
	*word = at;
	return at < s.n ? c : GLYPH_END;
}
