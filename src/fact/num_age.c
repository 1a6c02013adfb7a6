/*
 * num_age.c - numbers that are the age of somebody; see num_sense.h.
 */
#include "num_sense.h"

void
num_make_age(struct part *p)
{
	if (p->unit.symbol.n == 0)
		(void)unit_of(STR("yr"), &p->unit);
	p->quantity = STR("age");
}

/* "61-year-old", "three weeks old", "18 months of age", "87 yo". */
static bool
age_behind(const struct scan *s, struct part *p)
{
	size_t i =
	    p->unit.symbol.n > 0 ? num_dash(s, p->to) : num_hyphen(s, p->to);

	if (p->unit.symbol.n > 0 && !str_is(p->unit.quantity, "duration"))
		return false;
	if (num_has(s, i, CUE(OLD))) {
		p->to = i + 1;
	} else if (p->unit.symbol.n > 0 && num_is(s, i, KIND_OF) &&
	    num_has(s, i + 1, CUE(AGE))) {
		p->to = i + 2;
	} else {
		return false;
	}
	num_make_age(p);
	return true;
}

/* "aged 61", "at the age of 61", "adults over 65". */
static bool
age_before(const struct scan *s, struct part *p)
{
	enum num_approx approx = NUM_EXACT;
	size_t i = p->from, n = num_before(s, i, &approx);

	i -= n;
	if (i > 0 &&
	    (num_has(s, i - 1, CUE(AGED) | CUE(AGE)) ||
		(i > 1 && num_is(s, i - 1, KIND_OF) &&
		    num_has(s, i - 2, CUE(AGE)))))
		return true;
	return i > 0 && (approx == NUM_OVER || approx == NUM_UNDER) &&
	    num_has(s, i - 1, CUE(PERSON)) && !sense_is_noun(s, p->to) &&
	    p->value > 2;
}

/* Whether a person and a form of "be" stand before token i: "she was only",
 * "he would have been". */
static bool
is_being(const struct scan *s, size_t i)
{
	if (i > 2 && num_has(s, i - 1, CUE(STOP)) &&
	    !num_has(s, i - 1, CUE(PREP) | CUE(DET) | CUE(PRONOUN)))
		i--; /* "only" */
	if (i < 2 || !num_has(s, i - 1, CUE(BEING)))
		return false;
	i--;
	for (size_t n = 0; n < 3 && i > 1 && num_has(s, i - 1, CUE(VERB)); n++)
		i--;
	return num_has(s, i - 1, CUE(PERSON));
}

/* "She was 94.", "who turned 10 and", "he was only 21 to": nothing that could
 * be counted stands behind. */
static bool
age_said(const struct scan *s, const struct part *p)
{
	size_t j = p->to;

	if (p->ranged || !(p->value >= 2) || !is_being(s, p->from))
		return false;
	/* "he was 20 behind on Sunday" */
	if (num_has(s, j, CUE(PREP)) && !num_is(s, j, KIND_TO))
		return !num_has(s, j, CUE(EXTENT)) && j + 1 < s->t->n &&
		    (s->m[j + 1].form & FORM_BAR);
	return j >= s->t->n || num_is(s, j, KIND_AND) ||
	    num_has(s, j, CUE(STOP)) ||
	    (s->t->v[j].kind == TOKEN_PUNCT && !num_ch(s, j, '-'));
}

/* "Jess Whitlock, 34, has", "Jess Whitlock (34)". */
static bool
age_apart(const struct scan *s, struct part *p)
{
	size_t i = p->from, j = p->to;
	bool bracket;

	if (i < 2 || !p->x.figures || p->ranged ||
	    !(s->m[p->x.from].form & FORM_PLAIN) ||
	    (s->m[i - 2].form & FORM_BAR) || !sense_is_capital(s, i - 2) ||
	    s->m[i - 2].kind != KIND_NONE ||
	    num_has(s, i - 2, CUE(STOP) | CUE(LABEL)) ||
	    (num_has(s, i - 2, CUE(CALENDAR)) &&
		(i < 3 ||
		    !sense_is_capital(s, i - 3)))) /* "Theresa May, 64," */
		return false;
	bracket = num_ch(s, i - 1, '(');
	if (!bracket && !num_ch(s, i - 1, ','))
		return false;
	if (bracket)
		return num_ch(s, j, ')') && p->value >= 15;
	return p->value >= 5 &&
	    (j >= s->t->n || num_ch(s, j, ',') || num_ch(s, j, '.') ||
		num_ch(s, j, ';') || num_ch(s, j, ')'));
}

bool
sense_age(const struct scan *s, struct part *p)
{
	bool aged = p->from > 0 && num_has(s, p->from - 1, CUE(AGED));
	double most = p->ranged ? p->high : p->value;

	if (age_behind(s, p))
		return true;
	/* "aged 84 years" */
	if (aged && str_is(p->unit.quantity, "duration")) {
		num_make_age(p);
		return true;
	}
	if (p->unit.symbol.n > 0 || !(most <= NUM_AGE_MAX) ||
	    (!age_before(s, p) && !age_apart(s, p) && !age_said(s, p)))
		return false;
	num_make_age(p);
	return true;
}
