/*
 * num_range.c - numbers that are said with their bounds: ranges, margins, two
 * bounds; see num_scan.h.
 */
#include <math.h>

#include "num_scan.h"

#define LIST_MAX 8 /* numbers that share a unit */

/* Reads what p may be off by: "5 ± 2 kg", "9.8e-3 +/- 1e-5", "5 kg plus or
 * minus 2". */
static bool
add_margin(const struct scan *s, struct part *p)
{
	struct scan local = *s;
	struct part q;
	size_t i = p->to;

	local.done = i;
	if (p->ranged || p->x.kind != NUMERAL_COUNT)
		return false;
	while (i < p->to + 3 && i < s->t->n && s->m[i].kind != KIND_FIGURES &&
	    s->m[i].kind != KIND_DIGIT)
		i++;
	if (i == p->to || !num_part(&local, i, &q) || q.from != p->to ||
	    !q.margin || q.x.kind != NUMERAL_COUNT ||
	    (p->unit.symbol.n > 0 && q.unit.symbol.n > 0 &&
		!str_eq(p->unit.symbol, q.unit.symbol)))
		return false;
	if (p->unit.symbol.n == 0)
		p->unit = q.unit;
	p->low = p->value - q.value;
	p->high = p->value + q.value;
	p->bounded = true;
	p->to = q.to;
	p->what = q.what;
	return true;
}

/* Behind what joins two halves of a range at token i ("-", "to", "- to",
 * "-to-", "and" behind "between"), or i. */
static size_t
range_join(const struct scan *s, const struct part *p, size_t i)
{
	size_t j = i;

	if (num_ch(s, j, '-') && num_glued(s, j) && (num_is(s, j + 1, KIND_TO)))
		j++; /* "8- to 16-metre", "0-to-60" */
	if (num_is(s, j, KIND_TO))
		return num_hyphen(s, j + 1);
	if (num_ch(s, i, '-') && num_glued(s, i) == num_glued(s, i + 1))
		return i + 1;
	if (num_ch(s, i, '-') && !num_glued(s, i) && p->x.figures &&
	    i == p->x.to && num_is(s, i + 1, KIND_FIGURES) &&
	    !num_ch(s, i + 2, '-'))
		return i + 1; /* "2 -7 l" */
	if (num_ch(s, i, '~') && num_glued(s, i) && num_glued(s, i + 1))
		return i + 1; /* "20~100" */
	if (!num_is(s, i, KIND_AND) || p->from <= s->done)
		return i;
	if (num_is(s, p->from - 1, KIND_BETWEEN) ||
	    num_is(s, p->from - 1, KIND_FROM))
		return i + 1;
	/* "between the ages of 17 and 29" */
	return p->from > s->done + 3 && num_has(s, p->from - 2, CUE(AGE)) &&
		(num_is(s, p->from - 3, KIND_BETWEEN) ||
		    num_is(s, p->from - 4, KIND_BETWEEN))
	    ? i + 1
	    : i;
}

/* The part at token i, or behind a currency or "about" there; p stands before
 * it. */
static bool
part_at(const struct scan *s, const struct part *p, size_t i, struct part *q)
{
	struct scan local = *s;

	enum num_approx approx;

	local.done = i;
	local.money = str_is(p->unit.quantity, "money");
	for (size_t n = 0; n < 4; n++) {
		if (i + n >= s->t->n || !num_part(&local, i + n, q))
			continue;
		/* "between 2 and about 7" */
		return q->from == i ||
		    num_before(&local, q->from, &approx) == q->from - i;
	}
	return false;
}

/* Whether the number before the join changed to the one behind it: "rose 5 to
 * 10", "fell from 10 to 5".  These are two numbers. */
static bool
is_change(const struct scan *s, const struct part *p, const struct part *q)
{
	enum num_approx approx;
	size_t i = p->from;

	i -= num_before(s, i, &approx);
	if (i > s->done && num_is(s, i - 1, KIND_FROM))
		i--;
	else if (p->unit.symbol.n == 0 &&
	    (q->unit.symbol.n > 0 || num_has(s, i - 1, CUE(PREP))))
		return false; /* "rose by 4 to 5", "rose 4 to 5 per cent" */
	for (size_t n = 0; n < 3 && i > s->done; n++, i--) {
		if (num_has(s, i - 1, CUE(CHANGE)))
			return true;
		if (s->t->v[i - 1].kind != TOKEN_WORD)
			break;
	}
	return false;
}

/* Whether the unit of p fits q behind it, which may be a rate of it: "$920 to
 * $1,730 a week". */
static bool
same_unit(const struct part *p, const struct part *q)
{
	struct str unit = p->unit.symbol;

	if (unit.n > 0 && unit.n < q->unit.symbol.n &&
	    q->unit.symbol.p[unit.n] == '/' && str_begins(q->unit.symbol, unit))
		return true;
	return str_eq(p->unit.symbol, q->unit.symbol) ||
	    p->unit.symbol.n == 0 ||
	    (q->unit.symbol.n == 0 && str_is(p->unit.quantity, "money"));
}

/* The value of p with the scale of q: "$10 to $15 billion", but not "$800,000
 * to $1 million". */
static double
shared_scale(const struct part *p, const struct part *q)
{
	return p->x.scale < q->x.scale && p->x.scale <= 1 &&
		fabs(p->value) < fabs(q->value) / q->x.scale
	    ? p->value * q->x.scale
	    : p->value;
}

/* Whether p and q, joined by a hyphen, "to" or "and", are a range. */
static bool
is_range(const struct scan *s, const struct part *p, const struct part *q)
{
	if ((p->x.kind != NUMERAL_COUNT && p->x.kind != NUMERAL_PART) ||
	    (q->x.kind != NUMERAL_COUNT && q->x.kind != NUMERAL_PART) ||
	    !same_unit(p, q) || !(shared_scale(p, q) < q->value))
		return false;
	return !num_is(s, q->from - 1, KIND_TO) || !is_change(s, p, q);
}

/* Makes p the range from p to q, with the unit of q. */
static void
make_range(struct part *p, const struct part *q)
{
	p->low = shared_scale(p, q);
	p->high = q->value;
	p->value = NAN;
	p->ranged = true;
	p->to = q->to;
	p->what = q->what;
	if (q->unit.symbol.n > 0)
		p->unit = q->unit;
}

/* Gives p the unit and scale of q. */
static void
take_shared(struct part *p, const struct part *q)
{
	p->value = shared_scale(p, q);
	p->unit = q->unit;
	p->what = q->what;
}

/* Whether p and q, joined by token i, are two sides: "12 x 10 ft", "5 by 3 km";
 * a relay of 4 x 100 m or 4 x 5 km has only the second. */
static bool
is_size(
    const struct scan *s, const struct part *p, const struct part *q, size_t i)
{
	if (str_is(q->unit.quantity, "pixel"))
		return true;
	return str_is(q->unit.quantity, "length") &&
	    (num_has(s, i, CUE(PREP)) ||
		(q->unit.si <= 1 && q->value < 20 * p->value));
}

/* Gives p the unit of q behind "or" and "and": "5 or 6 kg", "7- or 8-inch". */
static void
share_unit(const struct scan *s, struct part *p, size_t i)
{
	struct part q;

	if (num_ch(s, i, '-') && num_glued(s, i) && !num_glued(s, i + 1))
		i++;
	if ((!num_is(s, i, KIND_OR) && !num_is(s, i, KIND_AND) &&
		!num_is(s, i, KIND_BY)) ||
	    p->x.kind != NUMERAL_COUNT || !part_at(s, p, i + 1, &q) ||
	    q.x.kind != NUMERAL_COUNT || q.x.figures != p->x.figures)
		return;
	if (!same_unit(p, &q))
		return;
	if (num_is(s, i, KIND_BY)) { /* "12 x 10 ft" */
		if (is_size(s, p, &q, i))
			take_shared(p, &q);
		return;
	}
	if (!(p->value < q.value))
		return;
	/* "four or five men" */
	if (num_is(s, i, KIND_OR) && i == p->to && !p->x.figures &&
	    p->unit.symbol.n == 0 && q.unit.symbol.n == 0 &&
	    q.value == p->value + 1) { /* NOLINT */
		make_range(p, &q);
		return;
	}
	if (num_is(s, i, KIND_OR))
		p->value = shared_scale(p, &q);
	if (p->unit.symbol.n == 0 && q.unit.symbol.n > 0)
		p->unit = q.unit;
	if (num_has(s, num_hyphen(s, q.to), CUE(OLD)))
		p->quantity = STR("age"); /* "18 or 20 years old" */
	p->what = q.what;
}

/* Makes a range of two bounds: "more than 20 but fewer than 30". */
static bool
join_bounds(const struct scan *s, struct part *p)
{
	enum num_approx first = NUM_EXACT, second = NUM_EXACT;
	struct scan local = *s;
	size_t i = p->to, from = p->from, before;
	struct part q;

	before = num_before(s, from, &first);
	if (p->ranged || (first != NUM_OVER && first != NUM_UNDER) ||
	    !(num_is(s, i, KIND_AND) || num_has(s, i, CUE(BUT))))
		return false;
	local.done = ++i;
	while (i < p->to + 7 && i < s->t->n && !num_part(&local, i, &q))
		i++;
	if (i >= p->to + 7 || i >= s->t->n || q.x.kind != NUMERAL_COUNT ||
	    q.from == p->to + 1 || !same_unit(p, &q) ||
	    num_before(&local, q.from, &second) != q.from - p->to - 1 ||
	    (second != NUM_OVER && second != NUM_UNDER) || second == first)
		return false;
	if (!(first == NUM_OVER ? p->value < q.value : q.value < p->value))
		return false;
	p->low = first == NUM_OVER ? p->value : q.value;
	p->high = first == NUM_OVER ? q.value : p->value;
	p->ranged = p->bounded = true;
	p->from -= before;
	p->to = q.to;
	p->what = q.what;
	if (q.unit.symbol.n > 0)
		p->unit = q.unit;
	return true;
}

/* Whether p changed to q, of which only the second has a unit: "rose from 4 to
 * 5 per cent". */
static bool
is_changed(const struct scan *s, const struct part *p, const struct part *q)
{
	return p->unit.symbol.n == 0 && q->unit.symbol.n > 0 &&
	    !str_is(q->unit.quantity, "duration") && !p->ranged &&
	    p->x.kind == NUMERAL_COUNT && q->x.kind == NUMERAL_COUNT &&
	    p->from > 0 && num_is(s, p->from - 1, KIND_FROM) &&
	    num_is(s, p->to, KIND_TO) && is_change(s, p, q);
}

/* Gives p the unit of the number that it changed from: "rose to 310 from 160
 * millimetres". */
static void
share_from(const struct scan *s, struct part *p)
{
	struct part q;

	if (p->unit.symbol.n > 0 || p->x.kind != NUMERAL_COUNT ||
	    p->from == 0 || !num_is(s, p->from - 1, KIND_TO) ||
	    !num_is(s, p->to, KIND_FROM) || !part_at(s, p, p->to + 1, &q) ||
	    q.x.kind != NUMERAL_COUNT || q.unit.symbol.n == 0 ||
	    str_is(q.unit.quantity, "duration"))
		return;
	p->unit = q.unit;
	p->what = q.what;
}

/* Gives p the unit of a list that it begins: "3, 4 and 5 per cent". */
static void
share_list(const struct scan *s, struct part *p)
{
	size_t i = p->to;
	struct numeral x;
	struct part q;

	if (p->unit.symbol.n > 0 || p->x.kind != NUMERAL_COUNT ||
	    !num_ch(s, i, ','))
		return;
	for (size_t n = 0; n < LIST_MAX && num_ch(s, i, ','); n++) {
		if (!num_read(s, i + 1, &x) || x.kind != NUMERAL_COUNT ||
		    x.figures != p->x.figures)
			break;
		i = x.to;
	}
	if (i == p->to || !(num_is(s, i, KIND_AND) || num_is(s, i, KIND_OR)) ||
	    !part_at(s, p, i + 1, &q) || q.from != i + 1 ||
	    q.x.kind != NUMERAL_COUNT || q.x.figures != p->x.figures ||
	    q.unit.symbol.n == 0)
		return;
	p->unit = q.unit;
	p->what = q.what;
}

void
num_range(const struct scan *s, struct part *p)
{
	size_t i;
	struct part q;

	if (add_margin(s, p) || join_bounds(s, p))
		return;
	i = range_join(s, p, p->to);
	if (i == p->to || p->ranged || !part_at(s, p, i, &q)) {
		if (p->unit.symbol.n == 0) {
			share_unit(s, p, p->to);
			share_list(s, p);
			share_from(s, p);
		}
		return;
	}
	if (is_changed(s, p, &q)) {
		take_shared(p, &q);
		return;
	}
	/* "from 30 and 40 dollars" is said for "from 30 to 40"; "from 5 and 6
	 * men" are two. */
	if (!is_range(s, p, &q) ||
	    (num_is(s, p->to, KIND_AND) && p->from > 0 &&
		num_is(s, p->from - 1, KIND_FROM) && q.unit.symbol.n == 0))
		return;
	if (p->from > 0 && num_is(s, p->from - 1, KIND_BETWEEN))
		p->from--;
	make_range(p, &q);
}
