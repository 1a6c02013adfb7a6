/*
 * plain.c - the plain text of a message; see plain.h.
 */
#include "plain.h"

#define SIGN_LINES 12 /* of a signature behind "--" without a space */

struct writer {
	const struct coded *from;
	struct plain how;
	struct buf out;
	struct srcmap map;
};

/* A line of the text: its quote marks, and what is behind them. */
struct line {
	size_t start, end; /* without marks, without its line end */
	size_t next;       /* the line behind it */
	size_t depth;
};

static struct line
line_at(struct str s, size_t at, bool flowed)
{
	struct line l = { .next = str_find(s, STR("\n"), at) };

	l.end = l.next;
	l.next += l.next < s.n;
	if (l.end > at && s.p[l.end - 1] == '\r')
		l.end--;
	for (l.start = at; l.start < l.end && s.p[l.start] == '>'; l.depth++) {
		if (str_begins(str_cut(s, l.start + 1, l.end), STR("From "))) {
			l.start++;
			return l;
		}
		l.start++;
		if (!flowed && l.start < l.end && s.p[l.start] == ' ')
			l.start++;
	}
	/* A line that begins with a space, or ">", is sent with one more. */
	if (flowed && l.start < l.end && s.p[l.start] == ' ')
		l.start++;
	return l;
}

static bool
is_sign(struct str s, const struct line *l)
{
	return l->depth == 0 &&
	    str_eq(str_cut(s, l->start, l->end), STR("-- "));
}

/* The same for a "--" whose space was lost, if little stands behind it. */
static bool
is_bare_sign(struct str s, const struct line *l)
{
	size_t at = l->next;

	if (l->depth > 0 || !str_eq(str_cut(s, l->start, l->end), STR("--")))
		return false;
	for (int i = 0; i < SIGN_LINES && at < s.n; i++)
		at = str_find(s, STR("\n"), at) + 1;
	return at >= s.n;
}

static void
copy(struct writer *w, size_t from, size_t to)
{
	srcmap_run(&w->map, w->out.n, &w->from->map, from, to - from);
	buf_add(&w->out, str_cut(w->from->text, from, to));
}

/* Ends a line; twice where the depth changes, which ends a paragraph. */
static void
end_line(struct writer *w, size_t end, size_t times)
{
	for (; times > 0; times--) {
		srcmap_add(&w->map, w->out.n, srcmap_at(&w->from->map, end));
		buf_byte(&w->out, '\n');
	}
}

/* Writes a line; next is the one behind it, or NULL. */
static void
put(struct writer *w, const struct line *l, const struct line *next)
{
	struct str s = w->from->text;
	bool soft = w->how.flowed && l->end > l->start &&
	    s.p[l->end - 1] == ' ' && !is_sign(s, l) && next != NULL &&
	    next->depth == l->depth && !is_sign(s, next);

	copy(w, l->start, l->end - (soft && w->how.delsp));
	if (!soft && l->next > l->end)
		end_line(
		    w, l->end, next != NULL && next->depth != l->depth ? 2 : 1);
}

static bool
has_work(struct str s, bool flowed)
{
	return flowed || str_begins(s, STR(">")) ||
	    str_find(s, STR("\n>"), 0) < s.n;
}

static size_t
sign_at(struct str s)
{
	size_t next;

	for (size_t at = 0; at < s.n; at = next) {
		struct line l;

		if (s.p[at] != '-') {
			next = str_find(s, STR("\n-"), at) + 1;
			continue;
		}
		l = line_at(s, at, false);
		if (is_sign(s, &l) || is_bare_sign(s, &l))
			return at;
		next = l.next;
	}
	return s.n;
}

size_t
plain_text(struct coded *c, struct plain how)
{
	struct str s = c->text;
	struct writer w = { .from = c,
		.how = how,
		.out = { .a = c->map.a },
		.map = { .a = c->map.a } };
	struct line l, next;

	if (!has_work(s, how.flowed))
		return sign_at(s);
	for (l = line_at(s, 0, how.flowed); l.next < s.n; l = next) {
		next = line_at(s, l.next, how.flowed);
		put(&w, &l, &next);
	}
	put(&w, &l, NULL);
	srcmap_add(&w.map, w.out.n, srcmap_at(&c->map, s.n));
	c->map = w.map;
	c->text = w.out.n > 0 ? buf_str(&w.out) : STR("");
	return sign_at(c->text);
}
