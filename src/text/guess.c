/*
 * guess.c - the charset of text that does not tell it; see guess.h.
 */
#include "guess.h"

#include <iconv.h>
#include <string.h>

#include <uchardet/uchardet.h>
#include <utf8proc.h>

#include "base/utf8.h"
#include "charset.h"
#include "lang.h"

enum guess_kind { GUESS_OTHER, GUESS_LATIN };

#include "html_guesses.h"
#include "lang_western.h"

#define NAME_LEN 40

/* What uchardet(3) says, as a row of the table, or NULL. */
static const struct html_guesses *
detect(struct str s)
{
	const struct html_guesses *row = NULL;
	uchardet_t detector = uchardet_new();
	char name[NAME_LEN];
	struct str found;
	size_t n = 0;

	if (uchardet_handle_data(detector, s.p, s.n) == 0) {
		uchardet_data_end(detector);
		found = str_of(uchardet_get_charset(detector));
		for (; n < found.n && n < NAME_LEN; n++)
			name[n] = (char)ch_tolower(found.p[n]);
		row = tab_find(&html_guesses_tab, (struct str){ name, n });
	}
	uchardet_delete(detector);
	return row;
}

/* The code points of the bytes 0x80 to 0xff in a charset of single bytes; 0
 * for one that it does not have.  False when iconv does not know it. */
static bool
high_half(struct str charset, int32_t cp[128])
{
	char name[NAME_LEN + 1] = { 0 };
	iconv_t cd;

	if (charset.n > NAME_LEN)
		return false;
	memcpy(name, charset.p, charset.n);
	cd = iconv_open("UTF-8", name);
	if (cd == (iconv_t)-1)
		return false;
	for (int i = 0; i < 128; i++) {
		char in = (char)(i + 128), out[UTF8_MAX], *from = &in,
		     *to = out;
		size_t left = 1, room = sizeof(out);

		cp[i] = 0;
		if (iconv(cd, &from, &left, &to, &room) != (size_t)-1 &&
		    iconv(cd, NULL, NULL, &to, &room) != (size_t)-1)
			utf8_decode(
			    (struct str){ out, sizeof(out) - room }, 0, &cp[i]);
	}
	iconv_close(cd);
	return true;
}

static void
high_1252(int32_t cp[128])
{
	for (int i = 0; i < 128; i++)
		cp[i] = charset_1252((unsigned char)(i + 128));
}

/* The language of the first bytes of s, read with that upper half. */
static struct str
lang_in(struct str s, const int32_t cp[128], struct arena *a)
{
	struct buf text = { .a = a };
	size_t end = s.n < LANG_BYTES ? s.n : LANG_BYTES;

	for (size_t i = 0; i < end; i++) {
		unsigned char c = (unsigned char)s.p[i];

		buf_cp(&text, c < 128 ? c : cp[c - 128]);
	}
	return lang_guess(buf_str(&text));
}

static bool
is_western(struct str lang)
{
	return lang.n > 0 && tab_find(&lang_western_tab, lang) != NULL;
}

/* Whether text that looks like another charset of Latin letters is
 * windows-1252 after all: its words are of a language of that. */
static bool
is_1252(struct str s, const struct html_guesses *row, struct arena a)
{
	int32_t cp[128];
	struct str lang;

	if (row->kind != GUESS_LATIN || !high_half(row->iconv, cp))
		return false;
	lang = lang_in(s, cp, &a);
	if (lang.n > 0)
		return is_western(lang);
	high_1252(cp);
	return is_western(lang_in(s, cp, &a));
}

/* Whether there are bytes that are characters in Windows' charsets, and
 * controls in those of ISO 8859. */
static bool
has_c1(struct str s)
{
	for (size_t i = utf8_ascii(s, 0); i < s.n; i += utf8_ascii(s, i)) {
		if ((unsigned char)s.p[i++] < 0xa0)
			return true;
	}
	return false;
}

/* Whether a character does not stand well behind a letter: a sign before a
 * small letter, or a capital behind one. */
static bool
is_misfit(int32_t cp, char before, char behind)
{
	utf8proc_category_t kind = utf8proc_category(cp);

	if (kind == UTF8PROC_CATEGORY_LL)
		return false;
	if (kind == UTF8PROC_CATEGORY_LU && ch_lower(before))
		return true;
	return ch_lower(behind) && cp != 0x2019 && cp != 0xad && cp != 0x2013 &&
	    cp != 0x2014;
}

/* Counts bytes beyond ASCII right behind letters that do not fit there: in
 * latin, where they are small letters in mac; and in mac. */
static void
count_misfits(struct str s, const int32_t latin[128], const int32_t mac[128],
    size_t misfits[2])
{
	misfits[0] = misfits[1] = 0;
	for (size_t i = utf8_ascii(s, 0); i < s.n; i += utf8_ascii(s, i)) {
		size_t c = (unsigned char)s.p[i++] - 128U;
		char behind = i < s.n ? s.p[i] : ' ';

		if (i < 2 || !ch_alpha(s.p[i - 2]))
			continue;
		misfits[0] += is_misfit(latin[c], s.p[i - 2], behind) &&
		    utf8proc_category(mac[c]) == UTF8PROC_CATEGORY_LL;
		misfits[1] += is_misfit(mac[c], s.p[i - 2], behind);
	}
}

/* Whether the text has words with signs and capitals in them in windows-1252,
 * or in what it looks like, and none in Mac OS Roman. */
static bool
is_mac(struct str s, const struct html_guesses *row)
{
	int32_t latin[128], mac[128];
	size_t misfits[2];

	if (!high_half(STR("MACINTOSH"), mac) ||
	    (row != NULL && row->kind != GUESS_LATIN))
		return false;
	if (row == NULL || !high_half(row->iconv, latin))
		high_1252(latin);
	count_misfits(s, latin, mac, misfits);
	return misfits[0] > 0 && misfits[1] == 0;
}

struct str
guess_charset(struct str s, struct arena a)
{
	const struct html_guesses *row = detect(s);

	if (is_mac(s, row))
		return STR("MACINTOSH");
	if (row == NULL || is_1252(s, row, a))
		return STR("");
	return row->windows.n > 0 && has_c1(s) ? row->windows : row->iconv;
}
