/*
 * gaz_fold.c - names as they are compared; see gaz.h.
 */
#include <string.h>

#include <utf8proc.h>

#include "base/utf8.h"
#include "gaz.h"

/* Letters that have no decomposition into a base letter and accents. */
static const char *
plain_letter(int32_t cp)
{
	switch (cp) {
	case 0xe6: /* ae */
		return "ae";
	case 0xf8: /* o with a stroke */
		return "o";
	case 0xfe: /* thorn */
		return "th";
	case 0xdf: /* sharp s */
		return "ss";
	case 0xf0: /* eth */
	case 0x111:
		return "d";
	case 0x127:
		return "h";
	case 0x131: /* i without a dot */
	case 0x259: /* schwa, in Azerbaijani */
		return cp == 0x131 ? "i" : "a";
	case 0x142:
		return "l";
	case 0x153:
		return "oe";
	case 0x2018:
	case 0x2019:
	case 0x2bc:
	case 0x2bb:
		return "";
	default:
		return NULL;
	}
}

static size_t
put(const char *s, size_t n, char *p, size_t at, size_t max)
{
	if (n > max - at)
		return max;
	memcpy(p + at, s, n);
	return at + n;
}

/* Appends the base letter of a code point beyond ASCII. */
static size_t
put_wide(int32_t cp, char *p, size_t at, size_t max)
{
	utf8proc_int32_t parts[8];
	char bytes[UTF8_MAX];
	const char *plain;
	int boundary = 0;

	cp = utf8proc_tolower(cp);
	plain = plain_letter(cp);
	if (plain != NULL)
		return put(plain, strlen(plain), p, at, max);
	if (utf8proc_category(cp) == UTF8PROC_CATEGORY_MN)
		return at;
	if (utf8proc_decompose_char(cp, parts, (utf8proc_ssize_t)COUNT(parts),
		UTF8PROC_DECOMPOSE, &boundary) > 0)
		cp = parts[0];
	return put(bytes, utf8_encode(cp, bytes), p, at, max);
}

/* Makes letters that spell one sound the same, in place: y and j are i, w is
 * v, kh is h, and a doubled letter is one. */
static size_t
by_sound(char *p, size_t n)
{
	size_t to = 0;

	for (size_t i = 0; i < n; i++) {
		char c = p[i];

		if (c == 'y' || c == 'j')
			c = 'i';
		else if (c == 'w')
			c = 'v';
		else if (c == 'k' && i + 1 < n && p[i + 1] == 'h')
			continue;
		if (to == 0 || p[to - 1] != c)
			p[to++] = c;
	}
	return to;
}

size_t
gaz_fold(struct str word, bool sound, char *p, size_t max)
{
	size_t n = 0;

	for (size_t i = 0; i < word.n && n < max;) {
		char c = word.p[i];
		int32_t cp;
		int len;

		if ((unsigned char)c < 0x80) {
			i++;
			if (c != '\'' && c != '.' && c != '`')
				p[n++] = (char)ch_tolower(c);
			continue;
		}
		len = utf8_decode(word, i, &cp);
		i += (size_t)(len > 0 ? len : -len);
		n = put_wide(cp, p, n, max);
	}
	return sound ? by_sound(p, n) : n;
}

bool
gaz_mute(const struct token *tok)
{
	return tok->glued && tok->kind == TOKEN_PUNCT && tok->text.n == 1 &&
	    (tok->text.p[0] == '-' || tok->text.p[0] == '.' ||
		tok->text.p[0] == '/' || tok->text.p[0] == '\'' ||
		tok->text.p[0] == ',');
}

size_t
gaz_key(const struct tokens *t, size_t i, size_t end, bool sound, char *p,
    size_t max)
{
	size_t n = 0;

	for (; i < end; i++) {
		const struct token *tok = &t->v[i];
		struct str text = tok->low;
		size_t len;

		if (gaz_mute(tok))
			continue;
		if (str_is(text, "&"))
			text = STR("and");
		else if (tok->kind != TOKEN_WORD && tok->kind != TOKEN_NUMBER)
			return 0;
		if (n > 0 && n < max)
			p[n++] = ' ';
		len = gaz_fold(text, sound, p + n, max - n);
		if (len == 0 || n + len >= max)
			return 0;
		n += len;
	}
	return n;
}
