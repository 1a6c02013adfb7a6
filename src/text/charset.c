/*
 * charset.c - bytes in any encoding to UTF-8; see charset.h.
 */
#include "charset.h"

#include <errno.h>
#include <iconv.h>
#include <string.h>

#include "base/utf8.h"
#include "guess.h"

#include "html_charsets.h"

#define DECLARED_IN 4096 /* bytes at the start that may declare a charset */
#define LABEL_MAX 40
#define GUESS_FROM (64 * 1024) /* bytes that a guess is made from */
#define GUESS_RARE 50          /* 1 in so many bytes must be beyond ASCII */

/* What a decoder writes: text, map, and the first doubt. */
struct decoder {
	struct str in;
	struct buf out;
	struct srcmap *map;
	struct err *guess;
};

/* The bytes 0x80 to 0x9f of windows-1252; the five that it does not define
 * are the control characters of the same number. */
static const uint16_t cp1252[32] = { 0x20ac, 0x81, 0x201a, 0x192, 0x201e,
	0x2026, 0x2020, 0x2021, 0x2c6, 0x2030, 0x160, 0x2039, 0x152, 0x8d,
	0x17d, 0x8f, 0x90, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013,
	0x2014, 0x2dc, 0x2122, 0x161, 0x203a, 0x153, 0x9d, 0x17e, 0x178 };

static void
doubt(struct decoder *d, const char *why, size_t at)
{
	if (d->guess->why == NULL)
		*d->guess = (struct err){ why, at };
}

/* Writes what was made of the source bytes [from, to). */
static void
made(struct decoder *d, struct str text, size_t from, size_t to)
{
	srcmap_made(d->map, d->out.n, text, from, to - 1);
	buf_add(&d->out, text);
}

static void
made_cp(struct decoder *d, int32_t cp, size_t from, size_t to)
{
	char tmp[UTF8_MAX];

	made(d, (struct str){ tmp, utf8_encode(cp, tmp) }, from, to);
}

/* Copies the source bytes [from, to), which are UTF-8. */
static void
copied(struct decoder *d, size_t from, size_t to)
{
	if (from == to)
		return;
	srcmap_add(d->map, d->out.n, from);
	buf_add(&d->out, str_cut(d->in, from, to));
}

int32_t
charset_1252(unsigned char byte)
{
	return byte >= 0x80 && byte < 0xa0 ? cp1252[byte - 0x80] : byte;
}

static void
byte_1252(struct decoder *d, size_t at)
{
	made_cp(d, charset_1252((unsigned char)d->in.p[at]), at, at + 1);
}

/* Whether a character is no letter of living languages, but its two bytes are
 * a capital and a sign: "\u0254" is "É\u201d" in windows-1252. */
static bool
is_rare(int32_t cp)
{
	return cp > 0x1b0 && cp < 0x2b0 && (cp < 0x218 || cp > 0x21b);
}

enum keep { KEEP_NONE, KEEP_COMMON, KEEP_ALL };

/* The bytes from at on that stay: ASCII, or UTF-8. */
static size_t
run_kept(struct str s, size_t at, enum keep keep)
{
	size_t i = at;
	int32_t cp;

	if (keep == KEEP_ALL)
		return utf8_bad(str_cut(s, at, s.n));
	for (;;) {
		int n;

		i += utf8_ascii(s, i);
		if (keep == KEEP_NONE || i == s.n)
			break;
		n = utf8_decode(s, i, &cp);
		if (n <= 0 || is_rare(cp))
			break;
		i += (size_t)n;
	}
	return i - at;
}

/* windows-1252, in which runs of valid UTF-8 stay when keep says so. */
static void
decode_1252(struct decoder *d, enum keep keep)
{
	size_t at = 0, run;

	while (at < d->in.n) {
		run = run_kept(d->in, at, keep);
		copied(d, at, at + run);
		at += run;
		if (at < d->in.n)
			byte_1252(d, at++);
	}
}

static uint32_t
unit_at(struct str s, size_t at, size_t size, bool big)
{
	uint32_t u = 0;

	for (size_t i = 0; i < size; i++) {
		size_t k = big ? i : size - 1 - i;

		u = u << 8 | (unsigned char)s.p[at + k];
	}
	return u;
}

static bool
surrogate(uint32_t u, uint32_t low)
{
	return u >= low && u < low + 0x400;
}

/* UTF-16 or UTF-32 from byte at on; units of size bytes. */
static void
decode_wide(struct decoder *d, size_t at, size_t size, bool big)
{
	while (d->in.n - at >= size) {
		uint32_t u = unit_at(d->in, at, size, big), v = 0;
		size_t end = at + size;

		if (surrogate(u, 0xd800) && d->in.n - end >= size)
			v = unit_at(d->in, end, size, big);
		if (size == 2 && surrogate(v, 0xdc00)) {
			u = 0x10000 + ((u - 0xd800) << 10) + (v - 0xdc00);
			end += size;
		}
		if (u > 0x10ffff || (u >= 0xd800 && u < 0xe000)) {
			doubt(d, "not valid UTF-16 or UTF-32", at);
			u = UTF8_REPLACE;
		}
		made_cp(d, (int32_t)u, at, end);
		at = end;
	}
	if (at < d->in.n) {
		doubt(d, "ends within a character", at);
		made_cp(d, UTF8_REPLACE, at, d->in.n);
	}
}

/* Whether text without a mark is UTF-32: of every four of its first bytes one
 * is NUL and the next at most 3, so that they are a character.  (In UTF-16 a
 * line end may come second in four bytes, but no NUL.) */
static bool
is_utf32(struct str s, bool *big)
{
	size_t n = (s.n < 4096 ? s.n : 4096) / 4, fits[2] = { 0, 0 };

	for (size_t i = 0; i < n; i++) {
		fits[0] += unit_at(s, 4 * i, 4, false) - 1 < 0x3ffff;
		fits[1] += unit_at(s, 4 * i, 4, true) - 1 < 0x3ffff;
	}
	*big = fits[1] == n;
	return n > 1 && (fits[0] == n || fits[1] == n);
}

/* Size of the units if the text is UTF-16 or UTF-32, else 0.  Without a mark
 * it is when, of the first bytes, two in five at odd places and hardly one at
 * an even place are NUL, or the other way round. */
static size_t
wide(struct str s, bool *big, size_t *mark)
{
	size_t n = (s.n < 4096 ? s.n : 4096) / 2, zero[2] = { 0, 0 };

	*mark = 4;
	*big = str_begins(s, STR("\0\0\xfe\xff"));
	if (*big || str_begins(s, STR("\xff\xfe\0\0")))
		return 4;
	*mark = 0;
	if (is_utf32(s, big))
		return 4;
	*mark = 2;
	*big = str_begins(s, STR("\xfe\xff"));
	if (*big || str_begins(s, STR("\xff\xfe")))
		return 2;
	*mark = 0;
	for (size_t i = 0; i < 2 * n; i++)
		zero[i % 2] += s.p[i] == '\0';
	*big = zero[0] > zero[1];
	if (n < 2 || zero[!*big] * 5 < n * 2 || zero[*big] * 20 > n)
		return 0;
	return 2;
}

/* Characters beyond ASCII that are valid UTF-8, and bytes that are none, or
 * are rather something else. */
static void
count(struct str s, size_t *valid, size_t *bad)
{
	int32_t cp;
	int n;

	*valid = *bad = 0;
	for (size_t i = utf8_ascii(s, 0); i < s.n; i += utf8_ascii(s, i)) {
		n = utf8_decode(s, i, &cp);
		if (n > 0 && !is_rare(cp))
			++*valid;
		else
			++*bad;
		i += n > 0 ? (size_t)n : 1;
	}
}

static bool
same_ascii(const char *name)
{
	static const char *const other[] = { "iso-2022", "hz", "ibm", "ebcdic",
		"cp037", "utf", "ucs" };

	for (size_t i = 0; i < COUNT(other); i++) {
		struct str o = str_of(other[i]), s = str_of(name);

		if (s.n >= o.n && str_ieq(str_cut(s, 0, o.n), o))
			return false;
	}
	return true;
}

/* Converts one character, or one shift sequence, at *at.  False when the
 * bytes there are none. */
static bool
convert(struct decoder *d, iconv_t cd, size_t *at)
{
	char tmp[64];

	for (size_t n = 1; n <= 16 && n <= d->in.n - *at; n++) {
		char in[16], *from = in, *to = tmp;
		size_t left = n, room = sizeof(tmp);

		memcpy(in, d->in.p + *at, n);
		if (iconv(cd, &from, &left, &to, &room) == (size_t)-1) {
			if (errno != EINVAL)
				return false;
			continue;
		}
		made(d, (struct str){ tmp, sizeof(tmp) - room }, *at, *at + n);
		*at += n;
		return true;
	}
	return false;
}

/* What a converter still holds back (a letter that may get an accent). */
static void
convert_rest(struct decoder *d, iconv_t cd, size_t at)
{
	char tmp[64], *to = tmp;
	size_t room = sizeof(tmp);

	if (iconv(cd, NULL, NULL, &to, &room) != (size_t)-1 && at > 0)
		made(d, (struct str){ tmp, sizeof(tmp) - room }, at - 1, at);
}

/* Character by character, as iconv() does not say which bytes became which.
 * False, with nothing written, when it does not know the charset; why says
 * that bytes are not valid in it. */
static bool
decode_iconv(struct decoder *d, const char *name, const char *why)
{
	iconv_t cd = iconv_open("UTF-8", name);
	bool fast = same_ascii(name);
	size_t at = 0;

	if (cd == (iconv_t)-1)
		return false;
	while (at < d->in.n) {
		size_t run = fast ? utf8_ascii(d->in, at) : 0;

		if (run > 0) {
			convert_rest(d, cd, at);
			copied(d, at, at + run);
			at += run;
		} else if (!convert(d, cd, &at)) {
			doubt(d, why, at);
			byte_1252(d, at++);
		}
	}
	convert_rest(d, cd, at);
	iconv_close(cd);
	return true;
}

/* The name for iconv_open() in name[LABEL_MAX + 1]; "" if there is none. */
static void
charset_name(struct str label, char *name)
{
	const struct html_charsets *row;
	struct str s = str_trim(label);

	name[0] = '\0';
	if (s.n == 0 || s.n > LABEL_MAX)
		return;
	for (size_t i = 0; i < s.n; i++) {
		name[i] = (char)ch_tolower(s.p[i]);
		if (!ch_alpha(name[i]) && !ch_digit(name[i]) &&
		    memchr("-_.:", name[i], 4) == NULL) {
			name[0] = '\0';
			return;
		}
	}
	name[s.n] = '\0';
	row = tab_find(&html_charsets_tab, (struct str){ name, s.n });
	if (row != NULL) {
		memcpy(name, row->iconv.p, row->iconv.n);
		name[row->iconv.n] = '\0';
	}
}

/* Decodes text as what it looks like around its first byte that is not UTF-8;
 * false when that is nothing in particular. */
static bool
decode_guess(struct decoder *d, size_t bad)
{
	size_t from = bad < GUESS_FROM / 2 ? 0 : bad - GUESS_FROM / 2;
	size_t left = d->in.n - from;
	struct str s = str_cut(
	    d->in, from, from + (left < GUESS_FROM ? left : GUESS_FROM));
	struct str found = guess_charset(s, *d->map->a);
	char name[LABEL_MAX + 1];

	if (found.n == 0)
		return false;
	memcpy(name, found.p, found.n);
	name[found.n] = '\0';
	doubt(d, "not UTF-8: its charset was guessed", bad);
	return decode_iconv(d, name, "not valid in the guessed charset");
}

/* Decodes ASCII that switches to other characters by escapes, as Japanese mail
 * does: ISO-2022-JP, or what is declared of that kind.  False when it is
 * none. */
static bool
decode_escapes(struct decoder *d, struct str declared)
{
	size_t at = str_find(d->in, STR("\x1b$"), 0);
	char name[LABEL_MAX + 1];

	if (at + 2 >= d->in.n || utf8_ascii(d->in, 0) < d->in.n)
		return false;
	charset_name(declared, name);
	if (str_begins(str_of(name), STR("iso-2022-")) &&
	    decode_iconv(d, name, "not valid in the declared charset"))
		return true;
	if (d->in.p[at + 2] != 'B' && d->in.p[at + 2] != '@')
		return false;
	doubt(d, "not UTF-8: its charset was guessed", at);
	return decode_iconv(
	    d, "ISO-2022-JP", "not valid in the guessed charset");
}

/* The bytes at the end of s that would begin a character if more came. */
static size_t
cut_tail(struct str s)
{
	static const unsigned char lead[] = { 0xc2, 0xe0, 0xf0 };
	size_t n = 1;

	while (n < 4 && n < s.n && ((unsigned char)s.p[s.n - n] & 0xc0) == 0x80)
		n++;
	if (n > COUNT(lead) || n > s.n ||
	    (unsigned char)s.p[s.n - n] < lead[n - 1] ||
	    (unsigned char)s.p[s.n - n] > 0xf4)
		return 0;
	return n;
}

/* UTF-8 that ends within a character: others of its bytes are no UTF-8, and
 * all of them are at its end.  One byte alone may as well be a letter of
 * windows-1252. */
static bool
decode_cut(struct decoder *d, size_t bad, size_t valid, size_t others)
{
	size_t tail = cut_tail(d->in);

	if (tail == 0 || tail != others || bad != d->in.n - tail ||
	    (tail == 1 && valid == 0))
		return false;
	doubt(d, "ends within a character", bad);
	copied(d, 0, bad);
	made_cp(d, UTF8_REPLACE, bad, d->in.n);
	return true;
}

/* Text that is neither marked nor UTF-8.  More valid UTF-8 than other bytes
 * tells that a label of another charset is wrong. */
static void
decode_legacy(struct decoder *d, struct str declared, size_t bad)
{
	char name[LABEL_MAX + 1];
	size_t valid, others;
	struct str s;

	charset_name(declared, name);
	s = str_of(name);
	count(d->in, &valid, &others);
	if (str_ieq(s, STR("utf-8")))
		s.n = 0;
	if ((s.n == 0 || valid > 0) && decode_cut(d, bad, valid, others))
		return;
	if (s.n > 0 && valid <= others) {
		if (str_ieq(s, STR("windows-1252"))) {
			decode_1252(d, KEEP_NONE);
			return;
		}
		if (decode_iconv(d, name, "not valid in the declared charset"))
			return;
	}
	if (valid <= others && others > 1 && d->in.n / GUESS_RARE < others &&
	    decode_guess(d, bad))
		return;
	if (valid > 0)
		doubt(d, "partly not UTF-8: read as windows-1252 there", bad);
	else
		doubt(d, "not UTF-8: read as windows-1252", bad);
	decode_1252(d, valid > others ? KEEP_ALL : KEEP_COMMON);
}

void
charset_decode(struct str source, struct str declared, struct page *page,
    struct err *guess)
{
	struct decoder d = { source, { page->a, NULL, 0, 0 }, &page->map,
		guess };
	size_t mark, size, bad;
	bool big;

	*guess = (struct err){ NULL, 0 };
	page->map = (struct srcmap){ page->a, NULL, 0, 0 };
	size = wide(source, &big, &mark);
	page->unit = size > 0 ? size : 1;
	if (size > 0) {
		decode_wide(&d, mark, size, big);
		srcmap_add(&page->map, d.out.n, source.n);
		page->text = buf_str(&d.out);
		return;
	}
	bad = utf8_bad(source);
	if (bad < source.n || decode_escapes(&d, declared)) {
		if (bad < source.n)
			decode_legacy(&d, declared, bad);
		srcmap_add(&page->map, d.out.n, source.n);
		page->text = buf_str(&d.out);
		return;
	}
	mark = str_begins(source, STR("\xef\xbb\xbf")) ? 3 : 0;
	page->text = str_cut(source, mark, source.n);
	srcmap_add(&page->map, 0, mark);
}

/* The offset behind needle (in lower case) in s, or s.n. */
static size_t
behind(struct str s, struct str needle, size_t from)
{
	for (size_t i = from; i + needle.n <= s.n; i++) {
		if (str_ieq(str_cut(s, i, i + needle.n), needle))
			return i + needle.n;
	}
	return s.n;
}

/* The value of attribute name in a tag, or in an attribute of it. */
static struct str
value_of(struct str tag, struct str name)
{
	size_t i = behind(tag, name, 0), end;

	while (i < tag.n && ch_space(tag.p[i]))
		i++;
	if (i == tag.n || tag.p[i] != '=')
		return STR("");
	i++;
	while (i < tag.n && memchr(" \t\r\n\"'", tag.p[i], 6) != NULL)
		i++;
	end = i;
	while (end < tag.n && memchr(" \t\r\n\"';/>", tag.p[end], 9) == NULL)
		end++;
	return str_cut(tag, i, end);
}

struct str
charset_declared(struct str html)
{
	struct str s =
	    str_cut(html, 0, html.n < DECLARED_IN ? html.n : DECLARED_IN);
	struct str label = STR("");
	size_t i, end;

	if (str_begins(s, STR("<?xml"))) {
		end = str_find(s, STR(">"), 0);
		label = value_of(str_cut(s, 0, end), STR("encoding"));
	}
	for (i = behind(s, STR("<meta"), 0); i < s.n && label.n == 0;
	     i = behind(s, STR("<meta"), i)) {
		end = str_find(s, STR(">"), i);
		label = value_of(str_cut(s, i, end), STR("charset"));
	}
	return label;
}
