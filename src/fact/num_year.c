/*
 * num_year.c - years and days that are no date of ours; see num_skip.h.
 */
#include "num_skip.h"

/* Whether the figures at token i are the year of one thing, behind adjectives
 * and a determiner: "the landmark 2015 nuclear deal". */
static bool
is_year_of(const struct scan *s, size_t i)
{
	size_t from = i;

	while (from > 0 && i - from < 3 && num_is_inside(s, from - 1))
		from--;
	for (size_t j = i + 1; j < i + 4 && num_is_inside(s, j); j++)
		if (num_is_plural(s, j))
			return false;
	return from < i && from > 0 && num_has(s, from - 1, CUE(DET)) &&
	    num_is_inside(s, i + 1);
}

bool
skip_year(const struct scan *s, size_t i)
{
	const struct mark *m = &s->m[i];
	enum num_approx approx;

	if (!(m->form & FORM_PLAIN) || s->t->v[i].text.n != 4 ||
	    (num_glued(s, i + 1) && s->t->v[i + 1].kind != TOKEN_PUNCT) ||
	    num_ch(s, i + 1, '-') || skip_measured(s, i + 1))
		return false;
	/* "the Iranian calendar year 1404" */
	if (i > 0 && str_is(s->t->v[i - 1].low, "year"))
		return !num_is_plural(s, i + 1);
	if (m->value < 1900 || m->value > 2050 || !skip_word_at(s, i + 1) ||
	    num_glued(s, i + 1) || num_before(s, i, &approx) > 0)
		return false;
	return (i > 0 && num_has(s, i - 1, CUE(DET))) ||
	    s->t->v[i + 1].form == TOKEN_CAPITAL ||
	    s->t->v[i + 1].form == TOKEN_UPPER || is_year_of(s, i);
}

bool
skip_years(const struct scan *s, size_t i)
{
	if (i < 1 || !num_ch(s, i - 1, '(') || !num_ch(s, i + 1, '-') ||
	    !skip_figures_at(s, i + 2) || !num_ch(s, i + 3, ')') ||
	    !num_glued(s, i + 1) || !num_glued(s, i + 2))
		return false;
	return (s->m[i].form & s->m[i + 2].form & FORM_PLAIN) &&
	    s->m[i].value >= 100 && s->m[i].value < s->m[i + 2].value &&
	    s->m[i + 2].value >= 1000 && s->m[i + 2].value < 2100;
}

bool
skip_day(const struct scan *s, size_t i)
{
	if (i == 0 || !(s->m[i].form & FORM_PLAIN) || !(s->m[i].value < 32) ||
	    skip_measured(s, i + 1) || num_is_plural(s, i + 1))
		return false;
	if (num_has(s, i - 1, CUE(CALENDAR)))
		return true;
	return num_has(s, i - 1, CUE(PREP)) && num_has(s, i + 1, CUE(CALENDAR));
}
