/*
 * ref.c - character references of HTML; see ref.h.
 */
#include "ref.h"

#include "base/utf8.h"
#include "charset.h"
#include "edit.h"

#include "html_entities.h"

#define NESTED_MAX 48 /* bytes of the longest reference, and some more */

static int
digit(int c, int base)
{
	int d = -1;

	if (ch_digit(c))
		d = c - '0';
	else if (ch_alpha(c) && ch_tolower(c) <= 'f')
		d = ch_tolower(c) - 'a' + 10;
	return d < base ? d : -1;
}

static int32_t
checked(uint32_t n)
{
	if (n >= 0x80 && n < 0xa0)
		return charset_1252((unsigned char)n);
	if (n == 0 || n > 0x10ffff || (n >= 0xd800 && n < 0xe000))
		return UTF8_REPLACE;
	return (int32_t)n;
}

/* "&#38;" or "&#x26;" */
static size_t
number(struct str s, int32_t *cp)
{
	bool hex = s.n > 2 && ch_tolower(s.p[2]) == 'x';
	size_t first = hex ? 3 : 2, i;
	uint32_t n = 0;

	for (i = first; i < s.n; i++) {
		int d = digit(s.p[i], hex ? 16 : 10);

		if (d < 0)
			break;
		if (n <= 0x10ffff)
			n = n * (hex ? 16 : 10) + (uint32_t)d;
	}
	if (i == first)
		return 0;
	*cp = checked(n);
	return i < s.n && s.p[i] == ';' ? i + 1 : i;
}

size_t
ref_read(struct str s, int32_t cp[REF_MAX])
{
	const struct html_entities *row = NULL;
	size_t n = 1;

	cp[1] = 0;
	if (s.n < 3 || s.p[0] != '&')
		return 0;
	if (s.p[1] == '#')
		return number(s, cp);
	while (n < s.n && n <= html_entities_tab.longest &&
	    (ch_alpha(s.p[n]) || ch_digit(s.p[n])))
		n++;
	if (n < s.n && s.p[n] == ';')
		n++;
	for (; n > 2 && row == NULL; n--)
		row = tab_find(&html_entities_tab, str_cut(s, 1, n));
	if (row == NULL)
		return 0;
	cp[0] = (int32_t)row->first;
	cp[1] = (int32_t)row->second;
	return n + 1;
}

struct str
ref_decode(struct str s, struct arena *a)
{
	struct buf out = { .a = a };
	int32_t cp[REF_MAX];
	size_t i = str_find(s, STR("&"), 0);
	size_t from = 0, n;

	if (i == s.n)
		return s;
	for (; i < s.n; i = str_find(s, STR("&"), i + (n > 0 ? n : 1))) {
		n = ref_read(str_cut(s, i, s.n), cp);
		if (n == 0)
			continue;
		buf_add(&out, str_cut(s, from, i));
		for (int k = 0; k < REF_MAX && (k == 0 || cp[k] != 0); k++)
			buf_cp(&out, cp[k]);
		from = i + n;
	}
	buf_add(&out, str_cut(s, from, s.n));
	return buf_str(&out);
}

/* ref_read() for a reference that ends with ";". */
static size_t
read_closed(struct str s, int32_t cp[REF_MAX])
{
	size_t n = ref_read(s, cp);

	return n > 0 && s.p[n - 1] == ';' && cp[0] != UTF8_REPLACE ? n : 0;
}

/* The same for one that may have been encoded again: in "&amp;amp;#8217;" each
 * "amp;" belongs to an "&" that the next stands behind. */
static size_t
read_nested(struct str s, int32_t cp[REF_MAX])
{
	size_t n = read_closed(s, cp);

	for (int depth = 0; depth < 3 && n > 0 && cp[0] == '&'; depth++) {
		char tmp[NESTED_MAX] = "&";
		size_t more =
		    s.n - n < NESTED_MAX - 1 ? s.n - n : NESTED_MAX - 1;
		int32_t inner[REF_MAX];

		memcpy(tmp + 1, s.p + n, more);
		more = read_closed((struct str){ tmp, more + 1 }, inner);
		if (more == 0)
			break;
		n += more - 1;
		memcpy(cp, inner, sizeof(inner));
	}
	return n;
}

void
ref_text(struct page *page)
{
	struct edit e = { .page = page };
	struct str s = page->text;
	int32_t cp[REF_MAX];
	char text[REF_MAX * UTF8_MAX];

	for (size_t at = 0; at < s.n;) {
		const char *p = memchr(s.p + at, '&', s.n - at);
		size_t n;

		if (p == NULL)
			break;
		at = (size_t)(p - s.p);
		n = read_nested(str_cut(s, at, s.n), cp);
		if (n > 0) {
			size_t len = utf8_encode(cp[0], text);

			if (cp[1] != 0)
				len += utf8_encode(cp[1], text + len);
			edit_put(&e, at, at + n, (struct str){ text, len });
		}
		at += n > 0 ? n : 1;
	}
	edit_end(&e);
}

/* The character beyond ASCII at s[at], itself or as a reference; returns where
 * it ends, or at when there is none. */
static size_t
high_at(struct str s, size_t at, int32_t *cp)
{
	int32_t ref[REF_MAX] = { 0 };
	size_t end = at;

	*cp = 0;
	if (at >= s.n)
		return at;
	if ((unsigned char)s.p[at] >= 0x80) {
		*cp = utf8_next(s, &end);
		return end;
	}
	end = ref_read(str_cut(s, at, s.n), ref);
	*cp = ref[0];
	return end > 0 && ref[0] >= 0x80 && ref[1] == 0 ? at + end : at;
}

/* Where the run of characters beyond ASCII ends that the reference at s[at] is
 * in, and whether one in it could be a first byte with others behind it. */
static size_t
run_end(struct str s, size_t from, size_t at, bool *broken)
{
	bool lead = false;
	size_t end, i = from;
	int32_t cp;

	*broken = false;
	while ((end = high_at(s, i, &cp)) > i) {
		*broken = *broken || lead;
		lead = cp >= 0xc2 && cp <= 0xf4;
		i = end;
	}
	*broken = *broken && i > at;
	return i > at ? i : at + 1;
}

/* Where the characters beyond ASCII begin that end at s[at]; done is as far as
 * it may go. */
static size_t
run_start(struct str s, size_t at, size_t done)
{
	while (at > done && (unsigned char)s.p[at - 1] >= 0x80)
		at--;
	return at;
}

/* Decodes the references in s[from, to), all beyond ASCII. */
static void
decode_run(struct edit *e, struct str s, size_t from, size_t to)
{
	char text[UTF8_MAX] = { 0 };
	int32_t cp;

	for (size_t end; from < to; from = end) {
		end = high_at(s, from, &cp);
		if (s.p[from] == '&')
			edit_put(e, from, end,
			    (struct str){ text, utf8_encode(cp, text) });
	}
}

void
ref_misread(struct page *page)
{
	struct edit e = { .page = page };
	struct str s = page->text;
	bool broken;

	for (size_t at = 0, end = 0;; at = end) {
		const char *p =
		    at < s.n ? memchr(s.p + at, '&', s.n - at) : NULL;
		size_t from;

		if (p == NULL)
			break;
		at = (size_t)(p - s.p);
		from = run_start(s, at, end);
		end = run_end(s, from, at, &broken);
		if (broken)
			decode_run(&e, s, from, end);
	}
	edit_end(&e);
}
