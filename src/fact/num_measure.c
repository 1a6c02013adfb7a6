/*
 * num_measure.c - the unit behind a numeral; see num_part.h.
 */
#include <math.h>

#include "num_part.h"

size_t
part_measure(
    const struct scan *s, const struct part *p, size_t i, struct unit *u)
{
	unsigned around = p->x.figures ? UNIT_DIGITS : 0;
	struct unit money;
	size_t n, m;

	if (i >= s->t->n || (s->m[i].form & FORM_BAR))
		return 0;
	if (p->x.figures && num_glued(s, i) && i == p->x.to)
		around |= UNIT_GLUED;
	if ((s->cues & CUE(HEAT_TALK)) || (p->signed_ && p->value < 0))
		around |= UNIT_HEAT;
	if (p->x.kind == NUMERAL_VAGUE || p->value >= 1000)
		around |= UNIT_BIG;
	/* "2 in thick", "a screen of 12 in." */
	if (num_is(s, i, KIND_IN) && p->x.figures &&
	    (num_has(s, i + 1, CUE(EXTENT)) || i + 1 == s->t->n ||
		(i + 2 == s->t->n && num_ch(s, i + 1, '.'))))
		around |= UNIT_GLUED;
	n = num_unit(s, i, around, u);
	m = unit_money_after(s->t, i, around, &money);
	if (m == 0 || m < n)
		return n;
	/* "five pounds" are money when money is talked of; "a 20-pound bag"
	 * weighs that much. */
	if (m == n && p->x.scale < 1e6 &&
	    (!(s->cues & CUE(MONEY_TALK)) ||
		(p->value > 1 && !num_is_plural(s, i))))
		return n;
	*u = money;
	return m;
}

/* Takes a unit of per cent before p: "a percentage of 35.", when nothing that
 * could be counted follows. */
static void
take_percent_of(const struct scan *s, struct part *p)
{
	size_t i = p->from, j = p->to;

	if (i < s->done + 2 || !num_is(s, i - 1, KIND_OF) ||
	    p->x.kind != NUMERAL_COUNT ||
	    (j < s->t->n && s->t->v[j].kind != TOKEN_PUNCT))
		return;
	for (size_t n = 2; n > 0; n--) {
		if (i < s->done + 1 + n ||
		    num_unit(s, i - 1 - n, 0, &p->unit) != n ||
		    !str_is(p->unit.quantity, "percent"))
			continue;
		p->from = i - 1 - n;
		return;
	}
	p->unit = (struct unit){ .factor = 1 };
}

/* The unit at token *i behind p, or behind what makes p inexact, which *i then
 * stands behind: "thirty-odd litres", "100+ km". */
static size_t
unit_behind(const struct scan *s, struct part *p, size_t *i)
{
	enum num_approx approx = NUM_EXACT;
	size_t n = part_measure(s, p, *i, &p->unit), odd;

	p->approx = p->x.about ? NUM_ABOUT : NUM_EXACT;
	if (n > 0)
		return n;
	odd = p->to + num_after(s, p->to, &approx);
	if (odd > p->to)
		n = part_measure(s, p, odd, &p->unit);
	if (n > 0) {
		*i = odd;
		p->approx = p->x.about ? NUM_ABOUT : approx;
	}
	return n;
}

/* The unit behind an "of" at token *i, which moves on: "a quarter of a
 * percentage point", "thousands of dollars". */
static size_t
unit_behind_of(const struct scan *s, struct part *p, size_t *i)
{
	if (!num_is(s, *i, KIND_OF))
		return 0;
	if (p->x.kind == NUMERAL_PART && num_is(s, *i + 1, KIND_ARTICLE))
		*i += 2;
	else if (p->x.kind == NUMERAL_PART && p->from == 0)
		*i += 1; /* "third of litre" */
	else if (p->x.kind == NUMERAL_VAGUE || p->x.about)
		*i += 1;
	return *i > p->to ? part_measure(s, p, *i, &p->unit) : 0;
}

/* The unit in brackets at token *i, which moves on: "20 (kg)". */
static size_t
unit_in_brackets(const struct scan *s, struct part *p, size_t *i)
{
	size_t n;

	if (!num_ch(s, *i, '(') && !num_ch(s, *i, '['))
		return 0;
	n = part_measure(s, p, ++*i, &p->unit);
	return num_ch(s, *i + n, ')') || num_ch(s, *i + n, ']') ? n + 1 : 0;
}

void
part_unit(const struct scan *s, struct part *p)
{
	size_t i = num_dash(s, p->to), n;

	if (p->x.kind == NUMERAL_ORDINAL || p->x.kind == NUMERAL_TIMES)
		return;
	n = unit_behind(s, p, &i);
	if (n == 0)
		n = unit_behind_of(s, p, &i);
	if (n == 0)
		n = unit_in_brackets(s, p, &i);
	if (n == 0) {
		p->unit = (struct unit){ .factor = 1 };
		take_percent_of(s, p);
		return;
	}
	p->to = i + n;
	p->value *= p->unit.factor;
	if (num_is(s, p->to, KIND_SCALE)) { /* "75 USD million" */
		p->x.scale = s->m[p->to].value;
		p->value *= p->x.scale;
		p->to++;
	}
}

/* Whether token i ends what is measured: "he is 6 ft 2 and thin". */
static bool
ends_measure(const struct scan *s, size_t i)
{
	return i >= s->t->n || s->t->v[i].kind == TOKEN_PUNCT ||
	    num_is(s, i, KIND_AND) || num_has(s, i, CUE(EXTENT));
}

/* Whether the bare number q behind the amount p says its coins: "15 dollars
 * 50.", "$100 and fifty."  With an "and" between it may be the other half of
 * "between $10 and 50". */
static bool
may_be_coins(const struct scan *s, const struct part *p, const struct part *q)
{
	bool joined = num_is(s, p->to, KIND_AND);

	if (!str_is(p->unit.quantity, "money") || !(p->value < 1000) ||
	    num_ch(s, q->to, '-') ||
	    (q->to < s->t->n && s->t->v[q->to].kind != TOKEN_PUNCT))
		return false;
	if (joined)
		return p->from == 0 || !num_has(s, p->from - 1, CUE(PREP));
	return p->from == p->x.from && q->value >= 10;
}

/* How many of the smaller unit of q make one of p: 12 for feet and inches; 0
 * when q is no such part of p. */
static double
smaller_parts(const struct scan *s, const struct part *p, const struct part *q)
{
	double parts = unit_parts(p->unit.symbol, q->unit.symbol);

	if (parts > 0 || q->unit.symbol.n > 0)
		return parts;
	/* "6-foot-4", "6 ft 2" */
	if (str_is(p->unit.symbol, "ft") && q->x.figures && p->x.figures &&
	    (num_hyphen(s, p->to) > p->to || ends_measure(s, q->to)))
		return 12;
	/* "15 dollars 50." */
	return may_be_coins(s, p, q) ? 100 : 0;
}

void
part_smaller(const struct scan *s, struct part *p)
{
	struct part q = { .unit = { .factor = 1 } };
	size_t i = num_hyphen(s, p->to);
	double parts;

	if (num_is(s, i, KIND_AND) ||
	    (num_ch(s, i, ',') && !str_is(p->unit.quantity, "money")))
		i++;
	if (p->x.kind != NUMERAL_COUNT || p->unit.symbol.n == 0 ||
	    !num_read(s, i, &q.x) || q.x.kind != NUMERAL_COUNT)
		return;
	q.value = q.x.value;
	q.to = q.x.to;
	if (num_is(s, q.to, KIND_IN)) { /* "5 ft 2 in" */
		if (str_is(p->unit.symbol, "ft") &&
		    num_unit(s, q.to, UNIT_GLUED, &q.unit) > 0)
			q.to++;
	} else {
		part_unit(s, &q);
	}
	parts = smaller_parts(s, p, &q);
	if (parts <= q.value || floor(p->value) < p->value)
		return;
	p->value += q.value / parts;
	p->to = q.to;
}

void
part_inches(const struct scan *s, struct part *p)
{
	size_t i = p->to;

	if (!p->x.figures || p->x.kind != NUMERAL_COUNT ||
	    p->unit.symbol.n > 0 || !num_inches(s, i) ||
	    (!num_glued(s, i) && !num_has(s, i + 1, CUE(EXTENT))))
		return;
	(void)unit_of(STR("in"), &p->unit);
	p->to = i + 1;
}

void
part_feet(const struct scan *s, struct part *p)
{
	const struct token *v = s->t->v;
	size_t i = p->to;

	if (!p->x.figures || !num_glued(s, i) || !num_ch(s, i, '\'') ||
	    !num_glued(s, i + 1) || !num_is(s, i + 1, KIND_FIGURES) ||
	    !num_glued(s, i + 2) || !(s->m[i + 1].value < 12) ||
	    !(str_is(v[i + 2].text, "\"") || str_is(v[i + 2].text, "”")))
		return;
	(void)unit_of(STR("ft"), &p->unit);
	p->value += s->m[i + 1].value / 12;
	p->to = i + 3;
}
