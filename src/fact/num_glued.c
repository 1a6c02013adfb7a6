/*
 * num_glued.c - figures that are no number by what is written together with
 * them; see num_skip.h.
 */
#include <math.h>

#include "num_skip.h"

/* Whether the word at token i may be glued before figures and leave them a
 * number: a currency, a unit in "5ft4in" and "6-foot-2". */
static bool
may_lead(const struct scan *s, size_t i)
{
	bool hyphen = i > 0 && num_ch(s, i - 1, '-') && num_glued(s, i);
	size_t j = hyphen ? i - 1 : i;
	struct unit u;

	/* "USD50", but CVE-2024-1234 are no escudos. */
	return (!num_ch(s, i + 1, '-') &&
		   unit_money_before(s->t, i + 1, &u) > 0 && i + 1 < s->t->n &&
		   num_is_amount(s, i + 1, &u)) ||
	    (j > 0 && skip_figures_at(s, j - 1) && num_glued(s, j) &&
		num_unit(s, i, UNIT_GLUED, &u) > 0);
}

/* Whether the word at token i may be joined by a hyphen before figures:
 * "sub-300", "magnitude-6.8", "0-to-60". */
static bool
may_join(const struct scan *s, size_t i)
{
	enum num_approx approx;
	uint8_t kind = s->m[i].kind;

	return may_lead(s, i) || kind == KIND_MINUS || kind == KIND_TO ||
	    kind == KIND_OR || num_has(s, i, CUE(MAGNITUDE)) ||
	    (kind >= KIND_DIGIT && kind <= KIND_SCALE) ||
	    ((kind == KIND_SHORT || kind == KIND_LETTER) && i > 0 &&
		skip_figures_at(s, i - 1) && num_glued(s, i)) ||
	    (!num_has(s, i, CUE(PREP)) && num_before(s, i + 1, &approx) > 0);
}

/* Whether the word at token i may be glued behind figures. */
static bool
may_trail(const struct scan *s, size_t i)
{
	const struct token *tok = &s->t->v[i];
	unsigned around = UNIT_GLUED | UNIT_DIGITS;
	double v = s->m[i - 1].value;
	enum num_approx approx;
	struct unit u;

	/* Decades and models ("the 30s", "747s") against seconds. */
	if (str_is(tok->text, "s"))
		return !(s->m[i - 1].form & FORM_WHOLE) ||
		    (v < 60 && fmod(v, 10) > 0);
	/* "4K" pictures, "10k" */
	if (str_is(tok->text, "K") && v < 10)
		return false;
	if ((s->cues & CUE(HEAT_TALK)) ||
	    (i > 1 && (num_ch(s, i - 2, '-') || num_is(s, i - 2, KIND_MINUS))))
		around |= UNIT_HEAT;
	if (num_is(s, i, KIND_SHORT) || num_is(s, i, KIND_LETTER))
		return !num_glued(s, i + 1) ||
		    (s->t->v[i + 1].kind != TOKEN_WORD &&
			s->t->v[i + 1].kind != TOKEN_NUMBER) ||
		    num_unit(s, i, around, &u) > 1;
	return num_is(s, i, KIND_SUFFIX) || num_is(s, i, KIND_SCALE) ||
	    num_is(s, i, KIND_HUNDRED) || str_is(tok->low, "x") ||
	    num_after(s, i, &approx) > 0 || str_is(tok->low, "e") ||
	    num_has(s, i, CUE(OLD)) || num_unit(s, i, around, &u) > 0 ||
	    unit_money_after(s->t, i, around, &u) > 0;
}

/* Whether a size begins at token i: "10x12", but not "3×10⁸". */
static bool
is_size(const struct scan *s, size_t i)
{
	if (num_glued(s, i + 3) && s->t->v[i + 3].kind != TOKEN_WORD &&
	    (s->t->v[i + 3].kind == TOKEN_SYMBOL || num_ch(s, i + 3, '^') ||
		num_ch(s, i + 3, '-')))
		return false;
	return skip_figures_at(s, i) && num_is(s, i + 1, KIND_BY) &&
	    skip_figures_at(s, i + 2) && num_glued(s, i + 1) &&
	    num_glued(s, i + 2);
}

/* Whether the last number of a size, at token i, counts: "10x12 ft", "640x480
 * pixels"; not in "a 4x4". */
static bool
counts_size(const struct scan *s, size_t i)
{
	struct unit u;

	return num_unit(s, i + 1, UNIT_DIGITS | UNIT_GLUED, &u) > 0 ||
	    num_is_plural(s, i + 1);
}

bool
skip_glued(const struct scan *s, size_t i)
{
	bool before = num_glued(s, i), sized = before && is_size(s, i - 2);

	if (is_size(s, i) || sized)
		return !counts_size(s, sized ? i : i + 2);
	if (before && skip_word_at(s, i - 1) && !may_lead(s, i - 1))
		return true;
	if (before && i > 1 && num_ch(s, i - 1, '-') && num_glued(s, i - 1) &&
	    skip_word_at(s, i - 2) && !may_join(s, i - 2) &&
	    unit_money_before(s->t, i, &(struct unit){ .si = 0 }) == 0)
		return true;
	/* "scp2-173m" */
	if (before && i > 2 && num_ch(s, i - 1, '-') && num_glued(s, i - 1) &&
	    skip_figures_at(s, i - 2) && num_glued(s, i - 2) &&
	    skip_word_at(s, i - 3) && !may_lead(s, i - 3))
		return true;
	if (before && i > 1 && num_glued(s, i - 1) && skip_word_at(s, i - 2) &&
	    (num_ch(s, i - 1, '.') ||
		(num_ch(s, i - 1, '/') && !may_lead(s, i - 2))) &&
	    unit_money_before(s->t, i, &(struct unit){ .si = 0 }) == 0)
		return true;
	/* "the wicked 90's" */
	if (num_glued(s, i + 1) && fmod(s->m[i].value, 10) == 0 && /* NOLINT */
	    (s->m[i].form & FORM_PLAIN) && s->t->v[i].text.n % 2 == 0 &&
	    str_is(s->t->v[i + 1].low, "'s"))
		return true;
	return num_glued(s, i + 1) && skip_word_at(s, i + 1) &&
	    !may_trail(s, i + 1);
}

bool
skip_clock(const struct scan *s, size_t i)
{
	if (i > 1 && num_ch(s, i - 1, ':') && num_glued(s, i) &&
	    num_glued(s, i - 1) && skip_figures_at(s, i - 2))
		return s->t->v[i].text.n > 1;
	return num_ch(s, i + 1, ':') && num_glued(s, i + 1) &&
	    num_glued(s, i + 2) && skip_figures_at(s, i + 2) &&
	    s->t->v[i + 2].text.n > 1;
}

/* Whether "5/2" at token i may be odds. */
static bool
may_be_odds(const struct scan *s, size_t i)
{
	return (s->cues & CUE(ODDS)) && num_ch(s, i + 1, '/') &&
	    (s->m[i].form & s->m[i + 2].form & FORM_PLAIN) &&
	    s->m[i + 2].value < 10;
}

bool
skip_joined(const struct scan *s, size_t i)
{
	struct numeral x;

	if (i > 1 && num_glued(s, i) && num_glued(s, i - 1) &&
	    skip_figures_at(s, i - 2) &&
	    (num_ch(s, i - 1, '/') || num_ch(s, i - 1, '+')))
		return !may_be_odds(s, i - 2) &&
		    (!num_read(s, i - 2, &x) || x.to <= i);
	return num_glued(s, i + 1) && num_glued(s, i + 2) &&
	    skip_figures_at(s, i + 2) &&
	    (num_ch(s, i + 1, '+') ||
		(num_ch(s, i + 1, '/') && !may_be_odds(s, i) &&
		    (!num_read(s, i, &x) || x.to == i + 1)));
}
