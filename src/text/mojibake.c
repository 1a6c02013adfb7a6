/*
 * mojibake.c - text that was UTF-8 and was read as something else; see
 * mojibake.h.
 *
 * A line is taken apart into its characters.  For each code page the
 * sequences of UTF-8 in it are found and get points (misread.h); the page
 * with most points wins, its sequences are replaced, and all is done once
 * more, as text may have been broken several times.
 */
#include "mojibake.h"

#include "base/utf8.h"
#include "charset.h"
#include "codepage.h"
#include "edit.h"
#include "misread.h"

#include "norm_agrave.h"

#define LINE_MAX 4096 /* bytes; of longer lines a part is looked at */
#define ROUNDS 8      /* how often a text may have been broken */

struct repair {
	struct edit edit;
	const struct codepages *pages; /* NULL until they are needed */
	struct misread_line line;
	struct misread *found[2]; /* of the page at hand, of the best one */
	size_t done;              /* page.text[0, done) was looked at */
};

static const struct codechar *
look_up(struct repair *r, int32_t cp)
{
	if (r->pages == NULL)
		r->pages = codepages_new(r->edit.page->a);
	return cp < 0x80 ? NULL : codepages_find(r->pages, cp);
}

static bool
beyond_ascii(struct str s, size_t at)
{
	return at < s.n && (unsigned char)s.p[at] >= 0x80;
}

/* Whether the character of s[at, next) may begin what is broken. */
static bool
is_suspect(struct repair *r, struct str s, size_t at, size_t next)
{
	const struct codechar *c, *behind;
	size_t start = at;
	int32_t cp = utf8_next(s, &start);

	if (cp < 0xa0)
		return true;
	if (cp == 0xc3 && next < s.n && s.p[next] == ' ')
		return at > 0 && ch_lower(s.p[at - 1]);
	if (!beyond_ascii(s, next))
		return false;
	c = look_up(r, cp);
	if (c == NULL || c->leads == 0)
		return false;
	cp = utf8_next(s, &next);
	behind = look_up(r, cp);
	return cp == UTF8_REPLACE ||
	    (behind != NULL && (c->leads & behind->conts) != 0);
}

/* The next place at or after i that may be broken, or s.n. */
static size_t
next_suspect(struct repair *r, struct str s, size_t i)
{
	for (i += utf8_ascii(s, i); i < s.n; i += utf8_ascii(s, i)) {
		size_t next = i;

		utf8_next(s, &next);
		if (is_suspect(r, s, i, next))
			break;
		i = next;
	}
	return i;
}

/* Where the line around at starts: at the last empty line, at r->done, or
 * somewhere before it. */
static size_t
line_start(const struct repair *r, struct str s, size_t at)
{
	size_t low = r->done, i = at;

	if (at - low > LINE_MAX)
		low = at - LINE_MAX;
	while (i > low && (s.p[i - 1] != '\n' || i < 2 || s.p[i - 2] != '\n'))
		i--;
	while (i < at && ((unsigned char)s.p[i] & 0xc0) == 0x80)
		i++;
	return i;
}

/* Where the line around at ends: at an empty line, or behind a space. */
static size_t
line_end(struct str s, size_t at)
{
	size_t high = s.n - at > LINE_MAX ? at + LINE_MAX : s.n, space = 0, i;

	for (i = at; i < high; i++) {
		if (s.p[i] == '\n' && i + 1 < s.n && s.p[i + 1] == '\n')
			return i;
		if (s.p[i] == ' ')
			space = i + 1;
	}
	if (high < s.n && space > at)
		return space;
	while (i < s.n && ((unsigned char)s.p[i] & 0xc0) == 0x80)
		i++;
	return i;
}

/* Sets r->line to the characters of the text [start, end). */
static void
take_apart(struct repair *r, size_t start, size_t end)
{
	struct str s = r->edit.page->text;

	r->line.n = 0;
	for (size_t at = start; at < end;) {
		struct misread_char *u = &r->line.v[r->line.n++];

		u->from = at;
		u->cp = utf8_next(s, &at);
		u->to = at;
		u->c = look_up(r, u->cp);
		u->made = false;
	}
}

/* Whether the blank behind a broken "à" belongs to it. */
static bool
is_joined(const struct misread_line *line, size_t i)
{
	char word[8];
	size_t n = 0;

	while (i < line->n && n < sizeof(word) && line->v[i].cp < 0x80 &&
	    ch_alpha((int)line->v[i].cp))
		word[n++] = (char)line->v[i++].cp;
	/* "Ã s'Ã©loigner" is French */
	return n > 0 &&
	    (i == line->n ||
		(line->v[i].cp != '\'' && line->v[i].cp != 0x2019)) &&
	    tab_find(&norm_agrave_tab, (struct str){ word, n }) != NULL;
}

/* How many of a sequence's characters it replaces: the space in the place of
 * the last byte of "à" stays, as there were two. */
static size_t
taken(const struct misread_line *line, const struct misread *m)
{
	size_t behind = m->at + m->len;

	if (m->blank && m->cp == 0xe0 && !is_joined(line, behind))
		return m->len - 1;
	return m->len;
}

/* Replaces the n sequences; false when there was none to be replaced. */
static bool
replace(struct repair *r, const struct misread *v, size_t n)
{
	struct misread_line *line = &r->line;
	size_t to = 0, from = 0;

	for (size_t i = 0; i < n; i++) {
		struct misread_char *u;
		size_t len = taken(line, &v[i]);

		if (v[i].points <= 0)
			continue;
		while (from < v[i].at)
			line->v[to++] = line->v[from++];
		u = &line->v[to++];
		u->from = line->v[from].from;
		u->to = line->v[from + len - 1].to;
		u->cp = v[i].cp;
		u->c = look_up(r, u->cp);
		u->made = true;
		from += len;
	}
	if (from == 0)
		return false;
	while (from < line->n)
		line->v[to++] = line->v[from++];
	line->n = to;
	return true;
}

/* One round: false when nothing is broken any more. */
static bool
improve(struct repair *r)
{
	uint16_t pages = misread_pages(&r->line);
	struct misread_sum best = { 0 }, sum;

	for (size_t page = 0; page < PAGES; page++) {
		if ((pages >> page & 1) == 0)
			continue;
		sum = misread_find(&r->line, page, r->found[0]);
		if (sum.points > best.points ||
		    (sum.points > 0 && sum.points == best.points &&
			sum.left < best.left)) {
			struct misread *v = r->found[0];

			r->found[0] = r->found[1];
			r->found[1] = v;
			best = sum;
		}
	}
	return best.points > 0 && replace(r, r->found[1], best.n);
}

/* Writes what became of the line. */
static void
write_line(struct repair *r)
{
	for (size_t i = 0; i < r->line.n; i++) {
		struct misread_char *u = &r->line.v[i];
		char text[UTF8_MAX] = { 0 };

		if (u->cp >= 0x80 && u->cp < 0xa0) {
			u->cp = charset_1252((unsigned char)u->cp);
			u->made = u->made || u->cp >= 0xa0;
		}
		if (u->made)
			edit_put(&r->edit, u->from, u->to,
			    (struct str){ text, utf8_encode(u->cp, text) });
	}
}

static void
repair_line(struct repair *r, size_t start, size_t end)
{
	struct arena *a = r->edit.page->a;

	if (r->line.v == NULL) {
		size_t max = 2 * LINE_MAX + UTF8_MAX;

		r->line.v = arena_alloc(a, max, sizeof(*r->line.v));
		for (size_t i = 0; i < 2; i++)
			r->found[i] =
			    arena_alloc(a, max / 2, sizeof(*r->found[i]));
	}
	take_apart(r, start, end);
	for (int round = 0; round < ROUNDS && improve(r); round++)
		continue;
	write_line(r);
}

void
mojibake_repair(struct page *page)
{
	struct repair r = { .edit.page = page };
	struct str s = page->text;

	for (;;) {
		size_t at = next_suspect(&r, s, r.done), end;

		if (at == s.n)
			break;
		end = line_end(s, at);
		repair_line(&r, line_start(&r, s, at), end);
		r.done = end;
	}
	edit_end(&r.edit);
}
