/*
 * lines.c - plain text to paragraphs; see boiler.h.
 *
 * Texts come with one line a paragraph, or broken to a width (mail, PDF).  A
 * line was broken to a width when the next line's first word would not have
 * fitted on it; where most lines are such, these are joined.
 */
#include "boiler.h"

#include "base/scan.h"
#include "base/utf8.h"
#include "form.h"
#include "glyph.h"
#include "sent.h"
#include "shape.h"

#define WIDTH_MAX 120 /* code points: longer lines are paragraphs */
#define WIDTH_MIN 30
#define WIDTH_SURE 50 /* of which two lines can tell that they are broken */

struct line {
	size_t start, end; /* bytes, without the line end */
	size_t next;       /* where the next line starts */
	size_t width;      /* code points, WIDTH_MAX + 1 or more if more than
			    * WIDTH_MAX; 0 for a blank line */
	size_t word;       /* code points of the first word */
};

/* What the lines of a text have in common. */
struct wrap {
	size_t width; /* 0: not broken to a width */
	size_t lines; /* that are not blank */
	bool doubled; /* an empty line stands between any two */
	bool quoted;  /* ">" begins lines of quoted mail and belongs to none */
};

static bool
ends_line(char c)
{
	return c >= '\n' && c <= '\r'; /* also \v and \f */
}

/* The code points of a line without white space around, up to one more than
 * WIDTH_MAX, and of its first word. */
static void
measure(struct str s, struct line *line)
{
	bool word = true;

	for (size_t i = line->start; i < line->end && line->width <= WIDTH_MAX;
	     i++) {
		if (((unsigned char)s.p[i] & 0xc0) == 0x80)
			continue;
		word = word && !ch_space(s.p[i]);
		line->word += word;
		if (++line->width > WIDTH_MAX)
			return;
	}
	if (line->width == 0 && line->end > line->start)
		line->width = line->word = 1; /* broken UTF-8 */
}

/* The end of the line at s[i]. */
static size_t
stop_of(struct str s, size_t i)
{
	while (s.n - i >= SCAN_SIZE) {
		uint64_t hits = scan_below(scan_load(s.p + i), ' ');

		if (hits == 0) {
			i += SCAN_SIZE;
			continue;
		}
		i += scan_first(hits);
		if (ends_line(s.p[i]))
			return i;
		i++;
	}
	while (i < s.n && !ends_line(s.p[i]))
		i++;
	return i;
}

/* The line at s[at], at < s.n; measured: width and word are right, and not
 * only 0 or more. */
static struct line
line_at(struct str s, size_t at, bool measured, struct wrap wrap)
{
	struct line line = { .start = at };
	size_t n, i = stop_of(s, at), before;

	line.end = i;
	line.next = i + 1;
	if (i + 1 < s.n && s.p[i] == '\r' && s.p[i + 1] == '\n')
		line.next++;
	while (line.start < i &&
	    ((n = blank_at(s, line.start)) > 0 ||
		(n = wrap.quoted && s.p[line.start] == '>') > 0))
		line.start += n;
	while (line.end > line.start) {
		utf8_before(s, line.end, &before);
		if (blank_at(s, before) == 0)
			break;
		line.end = before;
	}
	if (!measured || line.end - line.start > UTF8_MAX * WIDTH_MAX)
		line.width = line.end - line.start;
	else
		measure(s, &line);
	return line;
}

/* Whether a line that is longer than WIDTH_MAX has white space: a URL has
 * none. */
static bool
is_long(struct str s, struct line line)
{
	for (size_t i = line.start; i < line.end; i++) {
		if (ch_space(s.p[i]))
			return true;
	}
	return false;
}

/* Bytes of the bullet that s begins with, or 0. */
static size_t
bullet_at(struct str s)
{
	/* U+2022 2023 2043 2219 25A0 25AA 25B6 25CB 25CF 25E6 00B7 */
	static const char bullets[][4] = { "\xe2\x80\xa2", "\xe2\x80\xa3",
		"\xe2\x81\x83", "\xe2\x88\x99", "\xe2\x96\xa0", "\xe2\x96\xaa",
		"\xe2\x96\xb6", "\xe2\x97\x8b", "\xe2\x97\x8f", "\xe2\x97\xa6",
		"\xc2\xb7" };

	if (s.n == 0 || (unsigned char)s.p[0] < 0xc2)
		return 0;
	for (size_t i = 0; i < COUNT(bullets); i++) {
		if (str_begins(s, str_of(bullets[i])))
			return str_of(bullets[i]).n;
	}
	return 0;
}

/* Whether a line begins with a bullet or the like. */
static bool
is_item(struct str s)
{
	return s.n > 1 &&
	    (s.p[0] == '-' || s.p[0] == '*' || s.p[0] == '>' ||
		bullet_at(s) > 0);
}

/* Whether a line is one of a list: a bullet, white space and words. */
static bool
is_listed(struct str s)
{
	size_t n = bullet_at(s);

	if (n == 0 && s.n > 1 && (s.p[0] == '-' || s.p[0] == '*'))
		n = 1;
	return n > 0 && blank_at(s, n) > 0;
}

/* Sets the width that nearly all lines keep to, or 0, and how many lines are
 * not blank. */
static void
find_width(struct str s, struct wrap *wrap)
{
	size_t count[WIDTH_MAX + 1] = { 0 }, wide = 0, w;

	for (size_t at = 0; at < s.n;) {
		struct line line = line_at(s, at, true, *wrap);

		at = line.next;
		wrap->lines += line.width > 0;
		/* A word that is longer than a line has to stand out. */
		if (line.width > WIDTH_MAX)
			wide += is_long(s, line);
		else
			count[line.width]++;
	}
	for (w = WIDTH_MAX; w >= WIDTH_MIN && wide * 50 <= wrap->lines; w--)
		wide += count[w];
	if (wide * 50 > wrap->lines && w < WIDTH_MAX)
		wrap->width = w + 1;
}

/* Whether the first word of next would not have fitted behind line. */
static bool
is_full(struct line line, struct line next, size_t width)
{
	return line.width + 1 + next.word > width;
}

/* Pairs of lines without an item of a list: how many there are, how many of
 * the first ones are full but end no sentence, and behind how many of these
 * comes a small letter. */
struct pairs {
	size_t n, full, on;
};

static void
count_pair(struct pairs *pairs, struct str s, struct line line,
    struct line next, size_t width)
{
	char last = s.p[line.end - 1];

	/* A line that is not half full ends a list's item or a greeting. */
	if (line.width * 2 < width || is_item(str_cut(s, next.start, next.end)))
		return;
	pairs->n++;
	if (last == '.' || last == '?' || last == '!' || last == ':')
		return;
	pairs->full += is_full(line, next, width);
	pairs->on += ch_lower(s.p[next.start]);
}

/* Whether at least two lines begin with ">", as quoted mail does. */
static bool
is_quoted(struct str s)
{
	size_t n = s.n > 0 && s.p[0] == '>';

	for (size_t at = 0; n < 2 && (at = str_find(s, STR("\n>"), at)) < s.n;
	     at++)
		n++;
	return n > 1;
}

static struct wrap
wrap_of(struct str s)
{
	struct wrap wrap = { .quoted = is_quoted(s) };
	struct pairs near = { 0 }, apart = { 0 };
	struct line line = { 0 }, next;
	size_t at = 0, blanks = 0;

	find_width(s, &wrap);
	while (wrap.width > 0 && at < s.n) {
		next = line_at(s, at, true, wrap);
		at = next.next;
		if (next.width == 0) {
			blanks++;
			continue;
		}
		if (line.width > 0 && blanks == 0)
			count_pair(&near, s, line, next, wrap.width);
		else if (line.width > 0 && blanks == 1)
			count_pair(&apart, s, line, next, wrap.width);
		line = next;
		blanks = 0;
	}
	if ((near.n >= 3 && near.full * 10 >= near.n * 6) ||
	    (near.on > 0 && near.full == near.n && wrap.width >= WIDTH_SURE))
		return wrap;
	wrap.doubled = near.n * 10 <= apart.n && apart.n >= 3 &&
	    apart.full * 10 >= apart.n * 6 && apart.on * 3 >= apart.n;
	if (!wrap.doubled)
		wrap.width = 0;
	return wrap;
}

/* Whether a hyphen at the end of line may join it with the next: behind a
 * short line of a word or two only when that begins with a small letter. */
static bool
is_hyphened(struct str s, struct line line, struct line next)
{
	size_t len;
	enum glyph before = glyph_before(s, line.end - 1);
	enum glyph behind = glyph_at(s, next.start, &len);

	if (s.p[line.end - 1] != '-' ||
	    (!glyph_letter(before) && before != GLYPH_DIGIT))
		return false;
	return behind == GLYPH_LOWER ||
	    ((glyph_letter(behind) || behind == GLYPH_DIGIT) &&
		(line.width >= WIDTH_MIN ||
		    form_words(str_cut(s, line.start, line.end), 3) > 2));
}

/* Whether a line is one of the page's own that begin with small letters:
 * "open image in gallery", "share2", "end of list". */
static bool
is_button(struct str s)
{
	size_t len;

	switch (form_phrase(s, &len)) {
	case PHRASE_NONE:
		return form_url(s);
	case PHRASE_PREFIX:
		return true;
	default:
		return shape_role(s, true) == ROLE_BOILERPLATE;
	}
}

/* Whether the sentence of line runs on in the next one: it began with a
 * capital, has some words, no stop, and goes on with a small letter; or the
 * next line is only what ends it. */
static bool
runs_on(struct str s, size_t start, struct line line, struct line next)
{
	struct str text = str_cut(s, line.start, line.end);
	char last = text.p[text.n - 1], first = s.p[next.start];
	size_t blanks = 0;

	if (is_hyphened(s, line, next))
		return true;
	if ((first == '.' || first == '!' || first == '?') &&
	    (next.end == next.start + 1 || s.p[next.start + 1] == ' '))
		return true;
	if (!ch_lower(first) || !ch_upper(s.p[start]))
		return false;
	if (last == '.' || last == '!' || last == '?' || last == ':' ||
	    last == ';')
		return false;
	for (size_t i = 0; i < text.n && blanks < 3; i++)
		blanks += ch_space(text.p[i]);
	return blanks >= 3 && !is_button(str_cut(s, next.start, next.end));
}

static bool
joins(struct str s, size_t start, struct line line, struct line next,
    struct wrap wrap)
{
	if (next.width == 0 || is_item(str_cut(s, next.start, next.end)))
		return false;
	if (wrap.width > 0 && is_full(line, next, wrap.width))
		return true;
	return runs_on(s, start, line, next);
}

void
boiler_lines(struct page *page)
{
	struct str s = page->text;
	struct wrap wrap = wrap_of(s);
	struct block block = { .para = 1 };
	struct line line = { 0 }, next;
	size_t blanks = 0;

	/* A line is a block, or joined to one. */
	page->cap = wrap.lines;
	page->v = arena_alloc(page->a, page->cap, sizeof(*page->v));
	for (size_t at = 0; at < s.n; line = next, blanks = 0) {
		next = line_at(s, at, wrap.width > 0, wrap);
		at = next.next;
		while (wrap.doubled && next.width == 0 && blanks == 0 &&
		    at < s.n) {
			blanks++;
			next = line_at(s, at, true, wrap);
			at = next.next;
		}
		if (line.width > 0 && joins(s, block.start, line, next, wrap)) {
			block.end = next.end;
			continue;
		}
		if (line.width > 0) {
			page_add(page, block);
			block.para++;
		}
		block.start = next.start;
		block.end = next.end;
		block.item = is_listed(str_cut(s, next.start, next.end));
	}
	if (line.width > 0)
		page_add(page, block);
}
