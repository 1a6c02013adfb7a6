/*
 * num_part.c - a numeral with its sign, currency and unit; see num_scan.h.
 */
#include <math.h>

#include "num_scan.h"

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

/* The unit or currency at token i, whichever is longer. */
static size_t
measure(const struct scan *s, const struct part *p, size_t i, struct unit *u)
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

/* Takes the unit behind p: "5 km", "1,200-kilometre", "a quarter of a
 * percentage point", "thousands of dollars", "20 (kg)". */
static void
take_unit(const struct scan *s, struct part *p)
{
	size_t i = num_dash(s, p->to), n;
	enum num_approx approx = NUM_EXACT;

	if (p->x.kind == NUMERAL_ORDINAL || p->x.kind == NUMERAL_TIMES)
		return;
	n = measure(s, p, i, &p->unit);
	if (n == 0) { /* "thirty-odd litres", "100+ km" */
		size_t odd = p->to + num_after(s, p->to, &approx);

		if (odd > p->to)
			n = measure(s, p, odd, &p->unit);
		if (n > 0)
			i = odd;
		else
			approx = NUM_EXACT;
	}
	p->approx = p->x.about ? NUM_ABOUT : approx;
	if (n == 0 && num_is(s, i, KIND_OF)) {
		if (p->x.kind == NUMERAL_PART && num_is(s, i + 1, KIND_ARTICLE))
			i += 2;
		else if (p->x.kind == NUMERAL_PART && p->from == 0)
			i += 1; /* "third of litre" */
		else if (p->x.kind == NUMERAL_VAGUE || p->x.about)
			i += 1;
		if (i > p->to)
			n = measure(s, p, i, &p->unit);
	}
	if (n == 0 && (num_ch(s, i, '(') || num_ch(s, i, '['))) {
		n = measure(s, p, ++i, &p->unit);
		if (num_ch(s, i + n, ')') || num_ch(s, i + n, ']'))
			n++;
		else
			n = 0;
	}
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

/* Takes a smaller unit behind p: "5ft 4in", "3 dollars and 50 cents". */
static void
take_smaller(const struct scan *s, struct part *p)
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
		take_unit(s, &q);
	}
	parts = smaller_parts(s, p, &q);
	if (parts <= q.value || floor(p->value) < p->value)
		return;
	p->value += q.value / parts;
	p->to = q.to;
}

/* Reads inches as a sign: 9" nails, 10 " long. */
static void
take_inches(const struct scan *s, struct part *p)
{
	size_t i = p->to;

	if (!p->x.figures || p->x.kind != NUMERAL_COUNT ||
	    p->unit.symbol.n > 0 || !num_inches(s, i) ||
	    (!num_glued(s, i) && !num_has(s, i + 1, CUE(EXTENT))))
		return;
	(void)unit_of(STR("in"), &p->unit);
	p->to = i + 1;
}

/* Reads feet and inches as signs: 5'4". */
static void
take_feet(const struct scan *s, struct part *p)
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

/* Takes the rate behind p: "km/h", "barrels a day", "people per km2". */
static void
take_rate(const struct scan *s, struct part *p)
{
	struct unit u = p->unit;
	size_t n = unit_rate(s->t, p->to, &u, s->a);

	if (n == 0 || p->x.kind == NUMERAL_ORDINAL)
		return;
	/* "$5 a day earlier" is no rate. */
	if (num_has(s, p->to, CUE(DET)) && num_has(s, p->to + n, CUE(TURN)))
		return;
	p->unit = u;
	p->to += n;
}

/* Takes the rate behind what a measure is of: "2 million gallons of jet fuel a
 * year"; the unit changes, the tokens do not. */
static void
take_rate_across(const struct scan *s, struct part *p)
{
	size_t i = p->to + 1, end = i + 4, n;
	struct unit u = p->unit, below;

	if (!num_is(s, p->to, KIND_OF) || str_is(u.quantity, "percent") ||
	    str_is(u.quantity, "duration"))
		return;
	while (i < end && i < s->t->n && s->t->v[i].kind == TOKEN_WORD &&
	    !num_has(s, i, CUE(STOP) | CUE(VERB)))
		i++;
	n = i > p->to + 1 ? unit_rate(s->t, i, &u, s->a) : 0;
	/* "a pint of beer a mile away", "5 tons of coal a day later" */
	if (n == 0 ||
	    (num_is(s, i, KIND_ARTICLE) &&
		(num_has(s, i + n, CUE(TURN)) ||
		    num_unit(s, i + 1, UNIT_RATE, &below) == 0 ||
		    !str_is(below.quantity, "duration"))))
		return;
	p->unit = u;
}

/* Whether token i may stand before the plural that is counted. */
static bool
may_precede(const struct scan *s, size_t i)
{
	return i + 1 < s->t->n && s->t->v[i].kind == TOKEN_WORD &&
	    !num_is_plural(s, i) && s->m[i].kind == KIND_NONE &&
	    !num_has(s, i, CUE(STOP) | CUE(VERB));
}

/* Takes a rate behind the thing counted: "500 people per square kilometre";
 * the unit changes, the tokens do not. */
static void
take_count_rate(const struct scan *s, struct part *p)
{
	struct unit u = p->unit;
	size_t i = p->to, n;

	if (p->x.kind == NUMERAL_ORDINAL || p->x.kind == NUMERAL_PART)
		return;
	if (u.symbol.n > 0) {
		take_rate_across(s, p);
		return;
	}
	for (n = 0; n < 3 && may_precede(s, i); n++)
		i++; /* "955 heavy trucks per month" */
	if (!num_is_plural(s, i) && !num_is(s, i, KIND_TIMES))
		return;
	/* "70 times a minute", "600 flights a day"; not "5 men a day later" */
	u.symbol = STR("1");
	u.si = 1;
	n = unit_rate(s->t, i + 1, &u, s->a);
	if (n > 0 && !num_has(s, i + 1 + n, CUE(TURN)))
		p->unit = u;
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
	if (p->unit.symbol.n == 0) {
		take_unit(s, p);
	} else {
		struct unit u;
		size_t n = measure(s, p, p->to, &u);

		if (n > 0 && str_eq(u.symbol, p->unit.symbol) &&
		    s->t->v[p->to].kind == TOKEN_WORD)
			p->to += n; /* "$10 dollars" */
	}
	take_feet(s, p);
	take_inches(s, p);
	take_smaller(s, p);
	take_below_zero(s, p);
	take_loose_minus(s, p);
	take_rate(s, p);
	p->what = p->to;
	take_count_rate(s, p);
	return isfinite(p->value) || p->ranged;
}
