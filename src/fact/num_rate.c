/*
 * num_rate.c - the rate behind an amount; see num_part.h.
 */
#include "num_part.h"

void
part_rate(const struct scan *s, struct part *p)
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

void
part_count_rate(const struct scan *s, struct part *p)
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
