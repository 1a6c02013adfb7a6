/*
 * num.c - numbers and quantities in English news text; see num.h, and
 * num_scan.h for its parts.
 *
 * One pass marks the tokens, a second one those that count nothing, a third
 * reads numbers from left to right; each looks at a bounded number of tokens
 * around a number, so that the cost is linear.
 */
#include "num.h"

#include <math.h>

#include "num_scan.h"

#define SAME 0.05      /* how far a conversion may be off */
#define BACK_COUNTS 3  /* mentions back to the thing counted */
#define SUBJECT_MAX 12 /* tokens back to its end */

/* The mentions found, and what comparing them needs. */
struct found {
	struct num *v;
	struct place {
		size_t from, to; /* tokens */
		struct unit unit;
	} * at;
	size_t n, cap, at_cap;
};

const char *
num_approx_name(enum num_approx approx)
{
	static const char *const names[] = { NULL, "about", "over", "under",
		"almost" };

	return names[approx];
}

/* Sets value, low and high; approx bounds the value from one side. */
static void
set_bounds(struct num *num, const struct part *p)
{
	num->value = p->ranged ? NAN : p->value;
	num->low = p->low;
	num->high = p->high;
	if (p->ranged || p->bounded)
		return;
	num->low = num->high = NAN;
	if (num->approx == NUM_OVER)
		num->low = p->value;
	if (num->approx == NUM_UNDER)
		num->high = p->value;
	if (num->approx == NUM_ALMOST && p->value > 0) {
		num->low = 0.9 * p->value;
		num->high = p->value;
	}
}

/* Whether p only repeats the number before it in figures: "three (3)". */
static bool
is_repeat(const struct scan *s, const struct found *f, const struct part *p)
{
	return f->n > 0 && p->from == s->done + 1 && num_ch(s, s->done, '(') &&
	    num_ch(s, p->to, ')') && p->unit.symbol.n == 0 &&
	    f->v[f->n - 1].value == p->value; /* NOLINT */
}

static bool
is_plain_count(const struct num *num, const struct part *p)
{
	return p->x.kind == NUMERAL_COUNT && str_is(num->quantity, "count");
}

/* Whether p goes on counting what was counted just before: "rose 64 points to
 * 4,577". */
static bool
repeats_what(const struct scan *s, const struct found *f, const struct part *p)
{
	struct str what =
	    f->n > 0 ? f->v[f->n - 1].what : (struct str){ NULL, 0 };

	return what.n > 0 && p->from > 1 && p->x.kind == NUMERAL_COUNT &&
	    p->unit.symbol.n == 0 && p->quantity.n == 0 &&
	    num_has(s, p->from - 1, CUE(PREP)) &&
	    what.p + what.n == s->t->text.p + s->t->v[p->from - 2].end &&
	    what.p > s->t->text.p + f->v[f->n - 1].start &&
	    (p->to >= s->t->n || s->t->v[p->to].kind == TOKEN_PUNCT);
}

/* Whether what mention i counts is one word like "dead": many of a state. */
static bool
is_state(const struct scan *s, const struct found *f, size_t i)
{
	size_t at = f->at[i].to;

	return at < s->t->n && str_eq(f->v[i].what, s->t->v[at].text) &&
	    num_has(s, at, CUE(PLURAL)) && !num_has(s, at, CUE(PERSON));
}

/* What the count before p counts: "to 3.9 million headsets, up from 2.4
 * million", "90 people for two years and 70 who had come for three". */
static struct str
what_before(const struct scan *s, const struct found *f, const struct part *p)
{
	size_t least = f->n > 0 ? f->n - 1 : 0;

	if (num_has(s, p->to, CUE(RELATIVE)) && f->n > BACK_COUNTS)
		least = f->n - BACK_COUNTS;
	else if (num_has(s, p->to, CUE(RELATIVE)))
		least = 0;
	for (size_t i = f->n; i > least; i--) {
		if (!str_is(f->v[i - 1].quantity, "count"))
			continue;
		/* "17 dead and 40 injured" are not 40 dead. */
		if (p->to < s->t->n && is_state(s, f, i - 1) &&
		    num_is_participle(s, p->to, false))
			return token_span(s->t, p->to, p->to + 1);
		return f->v[i - 1].what;
	}
	return (struct str){ NULL, 0 };
}

/* Whether p is what the number before it was: "a 10.5% stake, down from 12%".
 */
static bool
was_before(const struct scan *s, const struct found *f, const struct part *p)
{
	return f->n > 0 && p->from > 1 && num_is(s, p->from - 1, KIND_FROM) &&
	    num_has(s, p->from - 2, CUE(CHANGE)) && !num_is_inside(s, p->to) &&
	    str_eq(f->at[f->n - 1].unit.symbol, p->unit.symbol);
}

/* Whether p says another side of what was measured just before: "2 km long and
 * 30 metres wide". */
static bool
goes_on(const struct scan *s, const struct found *f, const struct part *p)
{
	return f->n > 0 && p->from <= s->done + 3 &&
	    num_has(s, p->to, CUE(EXTENT)) &&
	    num_has(s, s->done, CUE(EXTENT)) &&
	    str_eq(f->v[f->n - 1].quantity, p->unit.quantity);
}

/* Whether "under" before p says where: "under six feet of water". */
static bool
is_covered(const struct scan *s, const struct part *p)
{
	return str_is(p->unit.quantity, "length") && p->from > s->done &&
	    num_has(s, p->from - 1, CUE(PREP)) && num_is(s, p->to, KIND_OF) &&
	    (num_has(s, p->to + 1, CUE(COVER)) ||
		num_has(s, p->to + 2, CUE(COVER)));
}

/* Gives p the unit of the number before it, from or to which it changed: "rose
 * to $5.2bn from 4.1bn", when nothing that could be counted follows. */
static void
inherit_unit(const struct scan *s, const struct found *f, struct part *p)
{
	const struct place *was = f->n > 0 ? &f->at[f->n - 1] : NULL;
	size_t i = p->from;
	bool from;

	if (was == NULL || was->from == 0 || was->unit.symbol.n == 0 ||
	    str_is(was->unit.quantity, "duration") || p->unit.symbol.n > 0 ||
	    p->quantity.n > 0 || p->x.kind != NUMERAL_COUNT || i <= s->done ||
	    i > s->done + 2)
		return;
	from = num_is(s, i - 1, KIND_FROM);
	if ((!from && !num_is(s, i - 1, KIND_TO)) ||
	    !num_is(s, was->from - 1, from ? KIND_TO : KIND_FROM) ||
	    (p->to < s->t->n && s->t->v[p->to].kind != TOKEN_PUNCT &&
		!num_has(s, p->to, CUE(STOP) | CUE(VERB))))
		return;
	p->unit = was->unit;
}

/* Makes p an age like the one before it: "at the age of 10 or 11". */
static void
inherit_age(const struct scan *s, const struct found *f, struct part *p)
{
	if (f->n > 0 && str_is(f->v[f->n - 1].quantity, "age") &&
	    p->from == s->done + 1 && p->quantity.n == 0 &&
	    (num_is(s, s->done, KIND_OR) || num_is(s, s->done, KIND_AND)) &&
	    p->x.kind == NUMERAL_COUNT && p->unit.symbol.n == 0 &&
	    p->x.figures && !num_is_inside(s, p->to)) {
		p->unit = f->at[f->n - 1].unit;
		p->quantity = STR("age");
	}
}

/* Whether what, which stands before the count p, is an age: "the retirement age
 * will rise to 67". */
static bool
counts_age(const struct scan *s, const struct part *p, struct str what)
{
	const char *end;
	size_t i = p->from;

	if (what.n == 0 || p->quantity.n > 0 || p->unit.symbol.n > 0 ||
	    p->x.kind != NUMERAL_COUNT ||
	    !((p->ranged ? p->high : p->value) <= NUM_AGE_MAX))
		return false;
	end = what.p + what.n;
	while (i > 0 && i + SUBJECT_MAX > p->from &&
	    s->t->text.p + s->t->v[i - 1].end > end)
		i--;
	return i > 0 && s->t->text.p + s->t->v[i - 1].end == end &&
	    num_has(s, i - 1, CUE(AGE));
}

/* Widens p by the approximators around it; how exact they leave it. */
static enum num_approx
take_approx(const struct scan *s, struct part *p)
{
	enum num_approx approx = p->approx;
	size_t behind;

	if (p->bounded || p->x.kind == NUMERAL_ORDINAL ||
	    str_is(p->quantity, "score"))
		return NUM_EXACT;
	p->from -= is_covered(s, p) ? 0 : num_before(s, p->from, &approx);
	behind = num_after(s, p->to, &approx);
	if (behind > 0 && p->what == p->to)
		p->what += behind;
	p->to += behind;
	return approx;
}

/* What p counts when nothing beside it says that, by what was found before. */
static struct str
what_by_others(const struct scan *s, const struct found *f,
    const struct num *num, const struct part *p)
{
	struct str what = { 0 };

	if (is_plain_count(num, p))
		what = what_before(s, f, p);
	if (what.n == 0 && (was_before(s, f, p) || goes_on(s, f, p)))
		what = f->v[f->n - 1].what;
	return what;
}

/* Adds p, with the approximators around it, to what is found. */
static void
add(struct scan *s, struct found *f, struct part *p)
{
	struct num num = { .same_as = NUM_ALONE };

	num.approx = take_approx(s, p);
	num.start = s->t->v[p->from].start;
	num.end = s->t->v[p->to - 1].end;
	set_bounds(&num, p);
	inherit_unit(s, f, p);
	inherit_age(s, f, p);
	num.what = f->n > 0 && repeats_what(s, f, p) ? f->v[f->n - 1].what
						     : num_what(s, p, p->from);
	if (counts_age(s, p, num.what))
		num_make_age(p);
	num.unit = p->unit.symbol;
	num.quantity = num_quantity(p);
	num.si = unit_si(&p->unit, num.value);
	num.si_factor = p->unit.si;
	num.si_offset = p->unit.offset;
	if (num.what.n == 0)
		num.what = what_by_others(s, f, &num, p);
	f->v = vec_room(s->a, f->v, f->n, &f->cap, sizeof(*f->v));
	f->at = vec_room(s->a, f->at, f->n, &f->at_cap, sizeof(*f->at));
	f->v[f->n] = num;
	f->at[f->n++] = (struct place){ p->from, p->to, p->unit };
	s->last = p->from;
	s->done = p->to;
}

static bool
close_to(double a, double b)
{
	return fabs(a - b) <= SAME * fmax(fabs(a), fabs(b));
}

/* Whether number i + 1 states number i in another unit: "5 km (3 miles)". */
static bool
is_conversion(const struct scan *s, const struct found *f, size_t i)
{
	const struct num *a = &f->v[i], *b = &f->v[i + 1];
	const struct unit *u = &f->at[i].unit, *v = &f->at[i + 1].unit;
	size_t from = f->at[i].to, to = f->at[i + 1].from;

	if (u->si <= 0 || v->si <= 0 || !str_eq(a->quantity, b->quantity) ||
	    str_eq(a->unit, b->unit) || to - from > 2)
		return false;
	for (; from < to; from++)
		if (!num_ch(s, from, '(') && !num_ch(s, from, '/') &&
		    !num_ch(s, from, '[') && !num_ch(s, from, ',') &&
		    !num_is(s, from, KIND_OR))
			return false;
	if (isnan(a->value) && isnan(b->value))
		return close_to(unit_si(u, a->low), unit_si(v, b->low)) &&
		    close_to(unit_si(u, a->high), unit_si(v, b->high));
	return close_to(a->si, b->si);
}

/* Joins conversions; a number is joined to one other at most. */
static void
join_same(const struct scan *s, struct found *f)
{
	for (size_t i = 0; i + 1 < f->n; i++) {
		if (!is_conversion(s, f, i))
			continue;
		f->v[i].same_as = f->v[i + 1].start;
		f->v[i + 1].same_as = f->v[i].start;
		if (f->v[i + 1].what.n == 0)
			f->v[i + 1].what = f->v[i].what;
		i++;
	}
}

/* Marks the tokens of what the user's patterns found: nothing else is. */
static void
mark_matches(struct scan *s, const struct num_matches *m)
{
	size_t j = 0;

	for (size_t i = 0; i < m->n; i++) {
		while (j < s->t->n && s->t->v[j].end <= m->v[i].all.from)
			j++;
		for (; j < s->t->n && s->t->v[j].start < m->v[i].all.to; j++)
			s->m[j].form |= FORM_SKIP | FORM_BAR;
	}
}

/* The number that bytes [at.from, at.to) of text say, or NAN. */
static double
number_in(struct str text, struct regex_span at, struct arena *a)
{
	struct dates none = { NULL, 0 };
	struct tokens t = token_split(str_cut(text, at.from, at.to), a);
	struct nums nums = num_find(&t, &none, NULL, a);

	return nums.n > 0 ? nums.v[0].value : NAN;
}

/* Makes *num of a match; false when it says no number. */
static bool
take_match(const struct num_match *m, struct str text, struct num *num,
    struct arena *a)
{
	struct str unit = m->unit.to > m->unit.from
	    ? str_cut(text, m->unit.from, m->unit.to)
	    : m->symbol;
	bool ranged = m->low.to > m->low.from || m->high.to > m->high.from;
	struct unit u = { .factor = 1 };

	*num = (struct num){ .start = m->all.from,
		.end = m->all.to,
		.same_as = NUM_ALONE,
		.quantity = STR("count") };
	num->value = ranged
	    ? NAN
	    : number_in(text, m->value.to > 0 ? m->value : m->all, a);
	num->low = number_in(text, m->low, a);
	num->high = number_in(text, m->high, a);
	if (num->low > num->high)
		num->low = num->high = NAN;
	if (unit.n > 0 && !unit_parse(unit, &u, a))
		u = (struct unit){ .symbol = unit, .factor = 1 };
	num->unit = u.symbol;
	num->si_factor = u.si;
	num->si_offset = u.offset;
	num->si = unit_si(&u, num->value);
	if (u.quantity.n > 0)
		num->quantity = u.quantity;
	if (m->quantity.n > 0)
		num->quantity = m->quantity;
	return !m->none &&
	    !(isnan(num->value) && isnan(num->low) && isnan(num->high));
}

/* The numbers found and those of the matches, by place. */
static struct nums
merge(const struct found *f, const struct num_matches *m, struct str text,
    struct arena *a)
{
	struct nums all = { arena_alloc(a, f->n + m->n + 1, sizeof(*all.v)),
		0 };
	size_t i = 0, j = 0;

	while (i < f->n || j < m->n) {
		if (j == m->n || (i < f->n && f->v[i].end <= m->v[j].all.from))
			all.v[all.n++] = f->v[i++];
		else if (i < f->n && f->v[i].start < m->v[j].all.to)
			i++; /* it reached into the match */
		else
			all.n += take_match(&m->v[j++], text, &all.v[all.n], a);
	}
	return all;
}

struct nums
num_find(const struct tokens *t, const struct dates *dates,
    const struct num_rules *rules, struct arena *a)
{
	struct scan s = { .t = t, .rules = rules, .a = a };
	struct num_matches matches = { NULL, 0 };
	struct found f = { .n = 0 };

	num_mark(&s, dates);
	if (rules != NULL) {
		matches = num_rules_find(rules, t->text, a);
		mark_matches(&s, &matches);
	}
	num_skip(&s);
	for (size_t i = 0; i < t->n; i++) {
		struct part p;

		if ((s.m[i].kind == KIND_NONE && s.m[i].ch != '.') ||
		    !num_part(&s, i, &p) || !num_counts(&s, &p.x))
			continue;
		if (is_repeat(&s, &f, &p)) {
			i = p.to - 1;
			continue;
		}
		if (!num_score(&s, &p)) {
			num_range(&s, &p);
			num_sense(&s, &p);
		}
		add(&s, &f, &p);
		i = p.to - 1;
	}
	join_same(&s, &f);
	return matches.n > 0 ? merge(&f, &matches, t->text, a)
			     : (struct nums){ f.v, f.n };
}
