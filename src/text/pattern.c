/*
 * pattern.c - a user's own patterns of where a sentence ends; see pattern.h.
 */
#include "pattern.h"

#include "regex.h"

#define SEEN 120 /* bytes to either side */

struct patterns {
	enum pattern_says *says; /* of each pattern of r */
	size_t n, cap;
	struct arena *a;
	struct regexes *r;
};

/* Adds the pattern of a line to the struct patterns at to. */
static bool
add_line(void *to, struct str line, size_t number, struct err *err)
{
	struct patterns *p = to;
	enum pattern_says what = PATTERN_NONE;
	size_t tab = str_find(line, STR("\t"), 0);
	struct str says = str_cut(line, 0, tab);

	if (str_is(says, "break"))
		what = PATTERN_BREAK;
	else if (str_is(says, "nobreak"))
		what = PATTERN_NOBREAK;
	*err = (struct err){ "not \"break\" or \"nobreak\" and a tab", 0 };
	if (what == PATTERN_NONE || tab == line.n)
		return false;
	if (!regex_add(p->r, str_cut(line, tab + 1, line.n), number, err)) {
		err->at += tab + 1;
		return false;
	}
	p->says = vec_room(p->a, p->says, p->n, &p->cap, sizeof(*p->says));
	p->says[p->n++] = what;
	return true;
}

struct patterns *
patterns_new(struct arena *perm)
{
	struct patterns *p = arena_alloc(perm, 1, sizeof(*p));

	p->a = perm;
	p->r = regex_open(perm);
	return p;
}

struct rules
patterns_reader(struct patterns *p)
{
	return (struct rules){ add_line, p };
}

static bool
inside_cp(struct str s, size_t at)
{
	return at < s.n && ((unsigned char)s.p[at] & 0xc0) == 0x80;
}

/* Whether pattern i matches across [at, end) of s. */
static bool
crosses(const struct patterns *p, size_t i, struct str s, unsigned inside,
    size_t at, size_t end)
{
	struct regex_span found;
	size_t from = 0;

	while (from <= at) {
		if (!regex_find(p->r, i, s, from, inside, &found) ||
		    found.from > at)
			return false;
		if (found.to >= end)
			return true;
		from = found.from + 1;
		while (inside_cp(s, from))
			from++;
	}
	return false;
}

enum pattern_says
patterns_at(const struct patterns *p, struct str s, size_t at, size_t end)
{
	size_t from = at > SEEN ? at - SEEN : 0;
	size_t to = s.n - end > SEEN ? end + SEEN : s.n;
	unsigned inside = 0;

	if (p == NULL)
		return PATTERN_NONE;
	while (inside_cp(s, from))
		from++;
	while (inside_cp(s, to))
		to++;
	if (from > 0)
		inside |= REGEX_INSIDE;
	if (to < s.n)
		inside |= REGEX_GOES_ON;
	s = str_cut(s, from, to);
	for (size_t i = 0; i < p->n; i++)
		if (crosses(p, i, s, inside, at - from, end - from))
			return p->says[i];
	return PATTERN_NONE;
}

size_t
patterns_dropped(const struct patterns *p)
{
	return regex_dropped(p->r);
}
