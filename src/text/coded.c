/*
 * coded.c - text that stands in its source in another form; see coded.h.
 */
#include "coded.h"

#include <string.h>

#include "charset.h"
#include "ref.h"

#define WORD_MAX 256 /* bytes of an encoded word; RFC 2047 allows 75 */

/* An encoded word: "=?charset?Q?text?=" */
struct word {
	size_t from, to; /* of its text */
	size_t end;      /* behind "?=" */
	struct str charset;
	bool base64;
};

void
coded_plain(struct coded *c, struct str source, size_t from, size_t to)
{
	c->text = str_cut(source, from, to);
	c->coding = CODING_NONE;
	srcmap_add(&c->map, 0, from);
}

static int
hex(int ch)
{
	if (ch_digit(ch))
		return ch - '0';
	ch = ch_tolower(ch);
	return ch >= 'a' && ch <= 'f' ? ch - 'a' + 10 : -1;
}

/* Behind the soft line break whose "=" is at s[at], or at. */
static size_t
soft_break(struct str s, size_t at, size_t to)
{
	size_t i = at + 1;

	while (i < to && (s.p[i] == ' ' || s.p[i] == '\t'))
		i++;
	if (i < to && s.p[i] == '\r')
		i++;
	if (i < to && s.p[i] == '\n')
		return i + 1;
	return i == to ? i : at;
}

/* Adds the bytes that s[from, to) means to out; "_" is a space in a word. */
static void
add_quoted(struct buf *out, struct srcmap *map, struct str s, size_t from,
    size_t to, bool word)
{
	size_t i = from, end;

	while (i < to) {
		char c = s.p[i];
		int high = -1, low = -1;

		if (c == '=' && to - i >= 3) {
			high = hex(s.p[i + 1]);
			low = hex(s.p[i + 2]);
		}
		end = i;
		if (c == '=' && (high < 0 || low < 0))
			end = soft_break(s, i, to);
		if (end > i) {
			i = end;
			continue;
		}
		srcmap_add(map, out->n, i);
		if (high >= 0 && low >= 0) {
			c = (char)(high * 16 + low);
			i += 2;
		} else if (word && c == '_') {
			c = ' ';
		}
		buf_byte(out, c);
		i++;
	}
}

static int
digit64(int c)
{
	if (ch_upper(c))
		return c - 'A';
	if (ch_lower(c))
		return c - 'a' + 26;
	if (ch_digit(c))
		return c - '0' + 52;
	if (c == '+' || c == '-')
		return 62;
	return c == '/' || c == '_' ? 63 : -1;
}

/* Of four characters byte k begins in character k. */
static void
add_base64(
    struct buf *out, struct srcmap *map, struct str s, size_t from, size_t to)
{
	unsigned bits = 0;
	size_t place[4];
	int n = 0;

	for (size_t i = from; i < to; i++) {
		int v = digit64(s.p[i]);

		if (s.p[i] == '=')
			n = 0;
		if (v < 0)
			continue;
		place[n] = i;
		bits = (bits << 6 | (unsigned)v) & 0xffffff;
		if (++n > 1) {
			srcmap_add(map, out->n, place[n - 2]);
			buf_byte(out, (char)(bits >> (8 - 2 * n)));
		}
		n %= 4;
	}
}

void
coded_quoted(struct coded *c, struct str source, size_t from, size_t to)
{
	struct buf out = { .a = c->map.a };

	add_quoted(&out, &c->map, source, from, to, false);
	srcmap_add(&c->map, out.n, to);
	c->text = out.n > 0 ? buf_str(&out) : STR("");
	c->coding = CODING_QUOTED;
}

void
coded_base64(struct coded *c, struct str source, size_t from, size_t to)
{
	struct buf out = { .a = c->map.a };

	add_base64(&out, &c->map, source, from, to);
	srcmap_add(&c->map, out.n, to);
	c->text = out.n > 0 ? buf_str(&out) : STR("");
	c->coding = CODING_BASE64;
}

/* Reads the encoded word at s[at]; false when there is none. */
static bool
word_at(struct str s, size_t at, struct word *w)
{
	size_t limit = s.n - at > WORD_MAX ? at + WORD_MAX : s.n;
	size_t mark[3], n = 0;

	if (limit - at < 8 || s.p[at] != '=' || s.p[at + 1] != '?')
		return false;
	for (size_t i = at + 2; i < limit && !ch_space(s.p[i]); i++) {
		if (s.p[i] != '?')
			continue;
		mark[n++] = i;
		if (n == 3)
			break;
	}
	if (n < 3 || mark[1] != mark[0] + 2 || mark[2] + 1 >= s.n ||
	    s.p[mark[2] + 1] != '=')
		return false;
	w->charset = str_cut(s, at + 2, mark[0]);
	w->charset.n = str_find(w->charset, STR("*"), 0); /* "utf-8*en" */
	w->base64 = ch_tolower(s.p[mark[0] + 1]) == 'b';
	w->from = mark[1] + 1;
	w->to = mark[2];
	w->end = mark[2] + 2;
	return w->base64 || ch_tolower(s.p[mark[0] + 1]) == 'q';
}

/* Adds the text of an encoded word, and those of the same kind behind it: a
 * character may be cut between two of them.  Returns where they end. */
static size_t
add_words(struct coded *c, struct buf *out, struct str s, struct word w)
{
	struct coded part = { .map.a = c->map.a };
	struct buf bytes = { .a = c->map.a };
	struct word next = w;
	struct err guess = { NULL, 0 };
	size_t i;

	do {
		w = next;
		if (w.base64)
			add_base64(&bytes, &part.map, s, w.from, w.to);
		else
			add_quoted(&bytes, &part.map, s, w.from, w.to, true);
		i = w.end;
		while (i < s.n && ch_space(s.p[i]))
			i++;
	} while (i > w.end && word_at(s, i, &next) && next.base64 == w.base64 &&
	    str_ieq(next.charset, w.charset));
	if (bytes.n == 0)
		return w.end;
	part.text = buf_str(&bytes);
	coded_charset(&part, w.charset, &guess);
	srcmap_join(
	    &c->map, out->n, part.text.n, &(struct srcmap){ 0 }, &part.map);
	buf_add(out, part.text);
	return w.end;
}

void
coded_header(struct coded *c, struct str source, size_t from, size_t to)
{
	struct str s = str_cut(source, 0, to);
	struct buf out = { .a = c->map.a };
	struct word w;
	bool word = false; /* the last was an encoded word */
	size_t i = from;

	while (i < to) {
		size_t gap = i;

		while (gap < to && ch_space(s.p[gap]))
			gap++;
		if (word_at(s, gap < to ? gap : i, &w)) {
			if (gap > i && !word && out.n > 0) {
				srcmap_add(&c->map, out.n, i);
				buf_byte(&out, ' ');
			}
			i = add_words(c, &out, s, w);
			word = true;
			continue;
		}
		word = false;
		srcmap_add(&c->map, out.n, i);
		buf_byte(&out, ch_space(s.p[i]) ? ' ' : s.p[i]);
		i++;
	}
	srcmap_add(&c->map, out.n, to);
	c->text = out.n > 0 ? buf_str(&out) : STR("");
	c->coding = CODING_WORDS;
}

void
coded_charset(struct coded *c, struct str declared, struct err *guess)
{
	struct page page = { .a = c->map.a };
	struct srcmap map = { .a = c->map.a };
	size_t end = srcmap_at(&c->map, c->text.n);

	charset_decode(c->text, declared, &page, guess);
	if (guess->why != NULL)
		guess->at = srcmap_at(&c->map, guess->at);
	if (page.map.n > 0) {
		srcmap_join(&map, 0, page.text.n, &page.map, &c->map);
		srcmap_add(&map, page.text.n, end);
		c->map = map;
	}
	c->text = page.text;
}

/* Behind the second character of base64 from at on. */
static size_t
base64_end(struct str s, size_t at)
{
	size_t i = at + 1;

	while (i < s.n && digit64(s.p[i]) < 0)
		i++;
	return i < s.n ? i + 1 : at + 1;
}

/* Behind the encoded word that s[at] is in, or at + 1. */
static size_t
word_end(struct str s, size_t at)
{
	for (size_t i = at; i + 1 < s.n && i - at < WORD_MAX; i++) {
		if (ch_space(s.p[i]))
			break;
		if (s.p[i] == '?' && s.p[i + 1] == '=')
			return i + 2;
	}
	return at + 1;
}

size_t
coded_start(const struct coded *c, struct str source, size_t at)
{
	size_t start = srcmap_at(&c->map, at);
	struct word w;

	if (c->coding != CODING_WORDS)
		return start;
	for (size_t i = start; i > 0 && start - i < WORD_MAX; i--) {
		if (ch_space(source.p[i - 1]))
			break;
		if (word_at(source, i - 1, &w))
			return w.end > start ? i - 1 : start;
	}
	return start;
}

size_t
coded_wide_end(struct str s, size_t at, size_t next, size_t unit)
{
	size_t amp = 0;

	at -= at % unit;
	while (amp < unit && at + amp < s.n && s.p[at + amp] == '\0')
		amp++;
	if (amp == unit || at + amp >= s.n || s.p[at + amp] != '&')
		return at + unit < s.n ? at + unit : s.n;
	for (size_t i = at + unit; i + unit <= next && i + unit <= s.n;
	     i += unit) {
		if (s.p[i + amp] == ';')
			return i + unit;
	}
	return at + unit < s.n ? at + unit : s.n;
}

size_t
coded_end(const struct coded *c, struct str source, size_t end)
{
	size_t at = srcmap_at(&c->map, end - 1);
	size_t next = srcmap_at(&c->map, end), ref;
	int32_t cp[REF_MAX];

	if (c->unit > 1)
		return coded_wide_end(source, at, next, c->unit);
	switch (c->coding) {
	case CODING_REFS:
		/* In CDATA the next byte would be the "a" of "&amp;". */
		ref = ref_read(str_cut(source, at, source.n), cp);
		return ref > 0 && next >= at + ref ? at + ref : at + 1;
	case CODING_QUOTED:
		return source.p[at] == '=' && next >= at + 3 ? at + 3 : at + 1;
	case CODING_BASE64:
		return base64_end(source, at);
	case CODING_WORDS:
		return word_end(source, at);
	default:
		return at + 1;
	}
}
