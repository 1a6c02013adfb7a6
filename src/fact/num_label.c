/*
 * num_label.c - numbers that a word before them makes a name; see num_skip.h.
 */
#include <math.h>

#include "num_skip.h"

#define LIST_MAX 24 /* tokens looked back for its label */

/* Whether the figures at token i go on with a list behind a label: "pages 5 and
 * 9", "Articles 3, 17 and 44". */
static bool
is_listed(const struct scan *s, size_t i)
{
	size_t end = i > LIST_MAX ? i - LIST_MAX : 0, j = i;
	bool commas = false;

	while (j > end + 2 && skip_figures_at(s, j - 2) &&
	    (s->m[j - 2].form & FORM_SKIP) &&
	    (num_is(s, j - 1, KIND_AND) || num_is(s, j - 1, KIND_OR) ||
		num_ch(s, j - 1, ','))) {
		commas = commas || num_ch(s, j - 1, ',');
		j -= 2;
	}
	return j < i && num_has(s, j - 1, CUE(LABEL)) &&
	    (!commas || str_ends(s->t->v[j - 1].low, STR("s"))) &&
	    !skip_measured(s, i + 1) && !num_is_plural(s, i + 1);
}

/* Whether token i is one capital letter. */
static bool
is_initial(const struct scan *s, size_t i)
{
	return skip_word_at(s, i) && s->t->v[i].text.n == 1 &&
	    ch_upper(s->t->v[i].text.p[0]);
}

bool
skip_labelled(const struct scan *s, size_t i)
{
	size_t j = i > 0 ? i - 1 : 0;
	const struct token *v = s->t->v;
	bool capital;

	if (is_listed(s, i))
		return true;
	if (i == 0 ||
	    (skip_measured(s, i + 1) &&
		!(num_has(s, j, CUE(LABEL)) && num_is(s, i + 1, KIND_LETTER) &&
		    ch_upper(s->t->v[i + 1].text.p[0]))))
		return false;
	if (i > 1 && num_ch(s, j, '.') &&
	    (num_has(s, j - 1, CUE(LABEL)) || is_initial(s, j - 1)))
		j--; /* "No. 2", "H.R. 810" */
	if (!skip_word_at(s, j) || (s->m[j].form & FORM_BAR))
		return false;
	capital = v[j].form == TOKEN_CAPITAL || v[j].form == TOKEN_UPPER ||
	    v[j].form == TOKEN_MIXED;
	if (num_has(s, j, CUE(LABEL)))
		return capital || j == i - 2 || !num_is_plural(s, i + 1);
	/* The first word of a sentence has its capital from there. */
	if (j == 0 && v[j].form == TOKEN_CAPITAL && skip_word_at(s, i + 1) &&
	    !num_has(s, i + 1, CUE(STOP) | CUE(VERB) | CUE(CHANGE)))
		return false;
	if (!capital || num_has(s, j, CUE(STOP) | CUE(VERB) | CUE(CALENDAR)) ||
	    s->m[j].kind != KIND_NONE)
		return false;
	return v[j].text.n == 1 || !num_is_plural(s, i + 1) ||
	    v[i + 1].form != TOKEN_LOWER;
}

bool
skip_follows(const struct scan *s, size_t i)
{
	if (i < 2 || !skip_figures_at(s, i - 2) ||
	    !(s->m[i - 2].form & FORM_SKIP) || (s->m[i - 2].form & FORM_BAR) ||
	    s->m[i - 2].value < 1 || skip_measured(s, i + 1))
		return false;
	if (num_ch(s, i - 1, '-') &&
	    (num_glued(s, i) ? num_glued(s, i - 1)
			     : i > 2 && num_has(s, i - 3, CUE(CALENDAR))))
		return true;
	return i > 2 && num_has(s, i - 3, CUE(LABEL)) &&
	    (num_is(s, i - 1, KIND_TO) || num_is(s, i - 1, KIND_OF)) &&
	    !num_is_plural(s, i + 1);
}

bool
skip_group(const struct scan *s, size_t i)
{
	return i > 2 && num_is(s, i - 1, KIND_OF) && !s->titled &&
	    s->t->v[i - 2].form == TOKEN_CAPITAL &&
	    num_has(s, i - 3, CUE(DET)) && !num_is_inside(s, i + 1);
}

bool
skip_model(const struct scan *s, size_t i)
{
	return i > 1 && num_ch(s, i - 1, '-') && !num_glued(s, i) &&
	    !num_glued(s, i - 1) && skip_word_at(s, i - 2) &&
	    (num_has(s, i - 2, CUE(LABEL)) ||
		(s->t->v[i - 2].text.n == 1 &&
		    s->m[i - 2].kind != KIND_ARTICLE));
}

bool
skip_variant(const struct scan *s, size_t i)
{
	size_t j = i + 2;

	return i > 0 && skip_word_at(s, i - 1) && !num_glued(s, i) &&
	    s->t->v[i - 1].form != TOKEN_LOWER && num_ch(s, i + 1, '-') &&
	    num_glued(s, i + 1) && num_glued(s, j) && skip_figures_at(s, j) &&
	    (s->m[i].form & s->m[j].form & FORM_PLAIN) &&
	    s->t->v[j].text.n == 3 &&
	    fmod(s->m[j].value, 100) == 0 && /* NOLINT */
	    !num_has(s, i - 1, CUE(STOP) | CUE(VERB) | CUE(CALENDAR)) &&
	    !skip_measured(s, j + 1) && !num_is_plural(s, j + 1);
}
