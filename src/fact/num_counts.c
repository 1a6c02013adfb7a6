/*
 * num_counts.c - whether "one", "first", "twice" are numbers; see num_scan.h.
 */
#include "num_sense.h"

#define LOOK_MAX 6 /* tokens looked ahead for the end of a phrase */

static bool
is_number(const struct scan *s, size_t i)
{
	return num_is(s, i, KIND_FIGURES) || num_is(s, i, KIND_DIGIT) ||
	    num_is(s, i, KIND_TEEN) || num_is(s, i, KIND_TENS) ||
	    num_is(s, i, KIND_HUNDRED) || num_is(s, i, KIND_ARTICLE);
}

/* "one blow after another": "after" and a determiner that nothing follows. */
static bool
is_succession(const struct scan *s, size_t i)
{
	for (size_t j = i; j < i + LOOK_MAX && j < s->t->n; j++) {
		if (s->t->v[j].kind == TOKEN_PUNCT)
			return false;
		if (num_has(s, j, CUE(TURN)) && num_has(s, j + 1, CUE(DET)) &&
		    !sense_is_noun(s, j + 2))
			return true;
	}
	return false;
}

/* Whether the word at token i joins what is before it to a number: "one in
 * five", "one or two", "one-in-10". */
static bool
in_number(const struct scan *s, size_t i)
{
	size_t j = num_hyphen(s, i + 1);

	return (num_is(s, i, KIND_OR) || num_is(s, i, KIND_TO) ||
		   num_is(s, i, KIND_IN) || num_is(s, i, KIND_OVER)) &&
	    (is_number(s, j) ||
		(num_has(s, j, CUE(EVERY)) && is_number(s, j + 1)));
}

/* Whether "one" counts: "one soldier", "at least one", "one in five"; not a
 * pronoun or determiner. */
static bool
one_counts(const struct scan *s, const struct numeral *x)
{
	enum num_approx approx;
	size_t i = x->to;
	struct unit u;

	if (s->t->n == 1 || num_before(s, x->from, &approx) > 0 ||
	    (x->from > 0 && num_is(s, x->from - 1, KIND_MINUS)))
		return true;
	/* "that one mile" */
	if (num_unit(s, i, 0, &u) > 0 && u.si > 0 &&
	    !str_is(u.quantity, "duration"))
		return true;
	if (in_number(s, num_hyphen(s, i)))
		return true;
	if (x->from > 0 && num_has(s, x->from - 1, CUE(DET)))
		return false;
	if (num_hyphen(s, i) > i)
		return true;
	if (num_is(s, i, KIND_OF) && num_has(s, i + 1, CUE(EVERY)) &&
	    is_number(s, i + 2))
		return true;
	if (num_is(s, i, KIND_OUT) && num_is(s, i + 1, KIND_OF))
		return true;
	if (num_unit(s, i, 0, &u) > 0 || unit_money_after(s->t, i, 0, &u) > 0)
		return true;
	return sense_is_noun(s, i) && !is_succession(s, i);
}

/* Whether the word at token i ends like a participle. */
static bool
is_participle(const struct scan *s, size_t i)
{
	return i < s->t->n &&
	    (str_ends(s->t->v[i].low, STR("ed")) ||
		str_ends(s->t->v[i].low, STR("ing")));
}

/* Whether the figures of an ordinal name a formation: "163rd armour
 * regiment". */
static bool
is_formation(const struct scan *s, size_t i)
{
	for (size_t j = i; j < i + 3 && sense_is_noun(s, j); j++)
		if (num_has(s, j, CUE(FORMATION)))
			return true;
	return false;
}

/* Whether an ordinal counts: "the first win", "21st", "third-largest"; not a
 * name ("9th Circuit") or an adverb ("was first reported"). */
static bool
ordinal_counts(const struct scan *s, const struct numeral *x)
{
	size_t i = x->to, before = x->from;
	struct str low;

	if (s->t->n == 1 || i - before == s->t->n)
		return true;
	if (i < s->t->n && x->figures &&
	    (sense_is_capital(s, i) || is_formation(s, i)))
		return false;
	if (num_hyphen(s, i) > i) {
		low = s->t->v[i + 1].low;
		return str_ends(low, STR("est")) || str_ends(low, STR("st")) ||
		    str_is(low, "ever");
	}
	if (x->figures || x->value > 2)
		return true;
	if (before == 0)
		return i < s->t->n && sense_is_noun(s, i) &&
		    !sense_is_capital(s, i);
	before--;
	if (x->value > 1) /* against "a second" of time */
		return num_has(s, before, CUE(VERB)) ||
		    (num_has(s, before, CUE(DET) | CUE(PREP)) &&
			(sense_is_noun(s, i) || num_is(s, i, KIND_OF) ||
			    i >= s->t->n));
	if (num_has(s, before, CUE(DET)))
		return true;
	return num_has(s, before, CUE(VERB) | CUE(STOP)) &&
	    (sense_is_noun(s, i) || i >= s->t->n) && !is_participle(s, i);
}

bool
num_counts(const struct scan *s, const struct numeral *x)
{
	if (x->kind == NUMERAL_ORDINAL)
		return ordinal_counts(s, x);
	if (x->kind == NUMERAL_TIMES && x->value < 4)
		return num_has(s, x->to, CUE(DET) | CUE(PREP)) &&
		    !num_is(s, x->to, KIND_ARTICLE) &&
		    !num_is(s, x->to, KIND_IN);
	if (num_is(s, x->from, KIND_DIGIT) && s->m[x->from].value == 1 &&
	    x->to == x->from + 1) /* NOLINT */
		return one_counts(s, x);
	return true;
}
