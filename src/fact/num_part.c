/*
 * num_part.c - a numeral with its sign, currency and unit; see num_scan.h.
 */
#include <math.h>

#include "num_part.h"

/* Takes a minus sign or word before p: "-5", "minus 260", "−1.3%". */
static void
take_sign(const struct scan *s, struct part *p)
{
	size_t i = p->from;

	if (i <= s->done)
		return;
	if (num_is(s, i - 1, KIND_MINUS)) {
		p->from--;
	} else if (num_ch(s, i - 1, '-') && i > s->done + 1 &&
	    num_is(s, i - 2, KIND_MINUS) && num_glued(s, i) &&
	    num_glued(s, i - 1)) {
		p->from -= 2; /* "minus-260" */
	} else if (num_ch(s, i - 1, '-') && num_glued(s, i) &&
	    !str_is(s->t->v[i - 1].text, "–") &&
	    (!num_glued(s, i - 1) || s->t->v[i - 2].kind == TOKEN_SYMBOL ||
		num_ch(s, i - 2, '('))) {
		p->from--;
	} else if (num_ch(s, i - 1, '-') && i == 1 && !num_glued(s, 1)) {
		p->from--; /* "- 1,200" and nothing before */
	} else {
		return;
	}
	p->value = -p->value;
	p->signed_ = true;
}

bool
num_is_amount(const struct scan *s, size_t i, const struct unit *u)
{
	double v = s->m[i].value;
	size_t j = i + 1;

	return !u->large || !(v < 100) || floor(v) < v ||
	    num_is(s, j, KIND_SCALE) || num_is(s, j, KIND_SHORT) ||
	    (num_is(s, j, KIND_LETTER) && num_glued(s, j));
}

/* Takes the currency before p. */
static bool
take_money_before(const struct scan *s, struct part *p)
{
	struct unit u;
	size_t n = unit_money_before(s->t, p->from, &u), j = p->to;

	if (n == 0 && p->x.figures &&
	    (j >= s->t->n || s->t->v[j].kind == TOKEN_PUNCT ||
		num_has(s, j, CUE(STOP)))) {
		n = unit_name_before(s->t, p->from, &u);
		/* "five men lost to the pound 10-2" */
		if (n > 0 && n < p->from &&
		    num_has(s, p->from - n - 1, CUE(DET)))
			n = 0;
	}
	if (n > 0 && !num_is_amount(s, p->x.from, &u))
		return false;
	if (n == 0 || p->from - n < s->done ||
	    (s->m[p->from - n].form & FORM_BAR))
		return false;
	p->from -= n;
	p->unit = u;
	p->value *= u.factor;
	p->signed_ = true;
	return true;
}

/* Whether "m" glued behind figures is a million: "1.2m tonnes", "35m of its
 * users"; a metre in "1.8m tall", "a 5m wall", "100m of cable". */
static bool
is_million(const struct scan *s, const struct part *p)
{
	size_t i = p->to + 1;
	struct unit u;

	if (num_glued(s, i) && s->t->v[i].kind != TOKEN_PUNCT)
		return false;
	if (num_unit(s, i, 0, &u) > 0 || unit_money_after(s->t, i, 0, &u) > 0 ||
	    num_is_plural(s, i))
		return true;
	if (num_is(s, i, KIND_OF))
		return num_has(s, i + 1, CUE(DET));
	if (i >= s->t->n || s->t->v[i].kind != TOKEN_WORD ||
	    num_has(s, i, CUE(STOP) | CUE(VERB) | CUE(EXTENT)))
		return false;
	return p->from == 0 || !num_has(s, p->from - 1, CUE(DET));
}

/* Takes a scale of one letter behind p: "$5m", "4.2b", "10M". */
static void
take_letter(const struct scan *s, struct part *p)
{
	size_t i = p->to;
	bool money = s->money || p->unit.symbol.n > 0, glued = num_glued(s, i),
	     upper;
	char c;

	if (!num_is(s, i, KIND_LETTER) || !p->x.figures ||
	    p->x.kind != NUMERAL_COUNT)
		return;
	c = (char)ch_tolower(s->t->v[i].text.p[0]);
	upper = ch_upper(s->t->v[i].text.p[0]);
	if (!money) {
		/* "5mm" are millimetres, "$5mm" millions. */
		if (c == 't' || s->t->v[i].text.n > 1 || (c == 'm' && !glued) ||
		    (c == 'm' && !upper && !is_million(s, p)))
			return;
		if (c == 'b' && glued && upper && i + 1 < s->t->n &&
		    s->t->v[i + 1].form == TOKEN_CAPITAL)
			return; /* "221B Baker Street" */
		if (c == 'b' && !glued && !(upper && num_is_plural(s, i + 1)))
			return;
	} else if (num_glued(s, i + 1) && s->t->v[i + 1].kind != TOKEN_PUNCT) {
		return;
	}
	p->x.scale = s->m[i].value;
	p->value *= s->m[i].value;
	p->to++;
}

/* Reads "below zero" behind a temperature, or a number that is one by it. */
static void
take_below_zero(const struct scan *s, struct part *p)
{
	if (p->x.kind != NUMERAL_COUNT ||
	    (p->unit.symbol.n > 0 &&
		!str_is(p->unit.quantity, "temperature")) ||
	    p->to + 1 >= s->t->n || !str_is(s->t->v[p->to].low, "below") ||
	    s->m[p->to + 1].kind != KIND_DIGIT || s->m[p->to + 1].value > 0)
		return;
	if (p->unit.symbol.n == 0)
		(void)unit_of(STR("°"), &p->unit);
	p->value = -p->value;
	p->to += 2;
}

/* Takes a minus between spaces before a temperature: "convert - 20 degrees
 * Fahrenheit". */
static void
take_loose_minus(const struct scan *s, struct part *p)
{
	size_t i = p->from;

	if (!str_is(p->unit.quantity, "temperature") || i < s->done + 2 ||
	    p->value < 0 || p->signed_ || num_glued(s, i) ||
	    num_glued(s, i - 1) || !num_ch(s, i - 1, '-') ||
	    s->t->v[i - 1].text.n > 1 || s->m[i - 2].kind == KIND_FIGURES ||
	    s->t->v[i - 2].kind != TOKEN_WORD)
		return;
	p->from--;
	p->value = -p->value;
	p->signed_ = true;
}

/* Takes "plus or minus" before p as "±", as in a margin of error. */
static void
take_margin(const struct scan *s, struct part *p)
{
	size_t i = p->from;

	if (i > s->done && str_is(s->t->v[i - 1].text, "±")) {
		p->from--;
	} else if (i > s->done + 2 && num_is(s, i - 1, KIND_MINUS) &&
	    num_is(s, i - 2, KIND_OR) && num_is(s, i - 3, KIND_PLUS)) {
		p->from -= 3;
	} else if (i > s->done + 2 && num_ch(s, i - 1, '-') &&
	    num_ch(s, i - 2, '/') && num_ch(s, i - 3, '+')) {
		p->from -= 3;
	}
	p->margin = p->from < i;
}

/* Takes the name of the currency whose sign stands before p: "$10 dollars". */
static void
take_money_again(const struct scan *s, struct part *p)
{
	struct unit u;
	size_t n = part_measure(s, p, p->to, &u);

	if (n > 0 && str_eq(u.symbol, p->unit.symbol) &&
	    s->t->v[p->to].kind == TOKEN_WORD)
		p->to += n;
}

bool
num_part(const struct scan *s, size_t i, struct part *p)
{
	*p = (struct part){ .unit = { .factor = 1 } };
	if (!num_read(s, i, &p->x))
		return false;
	p->from = p->x.from;
	p->to = p->x.to;
	p->value = p->x.value;
	p->low = p->x.low;
	p->high = p->x.high;
	p->ranged = p->x.kind == NUMERAL_VAGUE;
	if (p->x.kind != NUMERAL_ORDINAL) {
		take_margin(s, p);
		if (!p->margin)
			take_sign(s, p);
		if (take_money_before(s, p))
			take_sign(s, p);
		take_letter(s, p);
	}
	if (p->unit.symbol.n == 0)
		part_unit(s, p);
	else
		take_money_again(s, p);
	part_feet(s, p);
	part_inches(s, p);
	part_smaller(s, p);
	take_below_zero(s, p);
	take_loose_minus(s, p);
	part_rate(s, p);
	p->what = p->to;
	part_count_rate(s, p);
	return isfinite(p->value) || p->ranged;
}
