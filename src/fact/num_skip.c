/*
 * num_skip.c - figures and number words that count nothing; see num_scan.h.
 *
 * Addresses and files, phone numbers, list numbers, and phrases ("no one");
 * names, labels and years are those of num_skip.h.
 */
#include <math.h>

#include "num_skip.h"

#define ROW_MAX 12     /* figures in a row that are looked at together */
#define BRACKET_MAX 40 /* tokens looked back for its other half */

/* Marks the figures in tokens [i, j). */
static void
skip(struct scan *s, size_t i, size_t j)
{
	for (; i < j; i++)
		s->m[i].form |= FORM_SKIP;
}

/* Behind the tokens that are glued to token i and to one another. */
static size_t
run_end(const struct scan *s, size_t i)
{
	do
		i++;
	while (num_glued(s, i));
	return i;
}

/* Whether tokens [i, j), glued together, are an address or a file name: "://"
 * "@" "_" or "www." in it. */
static bool
is_address(const struct scan *s, size_t i, size_t j)
{
	size_t colons = 0, words = 0;

	for (size_t k = i; k < j; k++) {
		char ch = s->m[k].ch;

		if (ch == '@' || ch == '_' || ch == '\\')
			return true;
		colons += ch == ':';
		words += skip_word_at(s, k);
		if (colons > 1 && words > 0)
			return true; /* "fe80::1", "00:1A:2B" */
		if (ch == ':' && num_ch(s, k + 1, '/') && num_ch(s, k + 2, '/'))
			return true;
		if (ch == '.' && k > i && str_is(s->t->v[k - 1].low, "www"))
			return true;
		/* "report-2024.pdf", "bbc.co.uk/news/12" */
		if (ch == '.' && k > i && k + 1 < j && skip_word_at(s, k + 1) &&
		    s->t->v[k + 1].form == TOKEN_LOWER &&
		    (skip_word_at(s, k - 1) || j == k + 2) &&
		    !num_is(s, k + 1, KIND_LETTER))
			return true;
	}
	return false;
}

/* Whether figures at token i in a run begin a chain of three or more joined
 * by hyphens, slashes or colons (a phone number, a date), which ends before
 * *to. */
static bool
is_chain(const struct scan *s, size_t i, size_t *to)
{
	size_t n = 1;
	char ch = i + 1 < s->t->n ? s->m[i + 1].ch : 0;

	if (ch != '-' && ch != '/' && ch != ':')
		return false;
	while ((num_ch(s, i + 1, '-') || num_ch(s, i + 1, '/') ||
		   num_ch(s, i + 1, ':')) &&
	    num_glued(s, i + 1) && num_glued(s, i + 2) &&
	    skip_figures_at(s, i + 2)) {
		i += 2;
		n++;
	}
	*to = i + 1;
	return n > 2;
}

/* Behind a row of three or more plain figures with spaces between them that is
 * no number in groups of three ("020 7946 0018"), or i. */
static size_t
spaced_row(const struct scan *s, size_t i)
{
	size_t j = i + 1;
	bool groups = s->t->v[i].text.n <= 3;

	if (num_glued(s, i) && !num_ch(s, i - 1, '+') &&
	    !(skip_word_at(s, i - 1) && num_glued(s, i)))
		return i;
	for (; j < i + ROW_MAX && skip_figures_at(s, j) && !num_glued(s, j) &&
	     (s->m[j].form & FORM_PLAIN);
	     j++)
		groups = groups && s->t->v[j].text.n == 3;
	return j >= i + 3 && !groups ? j : i;
}

bool
skip_measured(const struct scan *s, size_t i)
{
	struct unit u;

	i = num_hyphen(s, i);
	return num_is(s, i, KIND_SCALE) || num_is(s, i, KIND_SHORT) ||
	    num_is(s, i, KIND_HUNDRED) || num_is(s, i, KIND_SUFFIX) ||
	    (num_is(s, i, KIND_LETTER) && num_glued(s, i)) ||
	    num_unit(s, i, UNIT_DIGITS | (num_glued(s, i) ? UNIT_GLUED : 0),
		&u) > 0 ||
	    unit_money_after(s->t, i, 0, &u) > 0 ||
	    (num_glued(s, i) && num_inches(s, i));
}

/* Whether a bracket was opened before token i and not closed. */
static bool
is_open(const struct scan *s, size_t i)
{
	size_t end = i > BRACKET_MAX ? i - BRACKET_MAX : 0;

	while (i > end && !num_ch(s, i - 1, ')'))
		if (num_ch(s, --i, '('))
			return true;
	return false;
}

/* Whether the hyphen at token i parts a number from its item: "5- The sides
 * agreed". */
static bool
starts_item(const struct scan *s, size_t i)
{
	return num_ch(s, i, '-') && skip_word_at(s, i + 1) &&
	    s->t->v[i + 1].form == TOKEN_CAPITAL;
}

/* Whether figures at token i number an item: "1. ", "(2)", "[3]". */
static bool
is_list_number(const struct scan *s, size_t i)
{
	const struct mark *m = &s->m[i];

	if (!(m->form & FORM_PLAIN) || m->value > 99)
		return false;
	if (i == 0)
		return (num_ch(s, 1, ')') ||
			   ((num_ch(s, 1, '.') || starts_item(s, 1)) &&
			       num_glued(s, 1))) &&
		    s->t->n > 2 && !num_glued(s, 2);
	if (num_ch(s, i - 1, '[') && num_ch(s, i + 1, ']'))
		return true;
	if (num_ch(s, i + 1, ')') && !num_glued(s, i) && !num_ch(s, i - 1, '('))
		return !is_open(s, i); /* "1) apples 2) pears" */
	return num_ch(s, i - 1, '(') && num_ch(s, i + 1, ')') &&
	    (m->value < 15 || num_glued(s, i - 1));
}

/* Whether the figures at token i are the area code of a telephone number:
 * "(800) 659-2955". */
static bool
is_area_code(const struct scan *s, size_t i)
{
	return i > 0 && num_ch(s, i - 1, '(') && num_ch(s, i + 1, ')') &&
	    skip_figures_at(s, i + 2) && num_ch(s, i + 3, '-') &&
	    num_glued(s, i + 3) && num_glued(s, i + 4) &&
	    skip_figures_at(s, i + 4) && s->t->v[i].text.n == 3 &&
	    s->t->v[i + 4].text.n == 4;
}

/* Whether the figures at token i begin with a zero that no number has: "0018",
 * "007". */
static bool
has_zero(const struct scan *s, size_t i)
{
	return (s->m[i].form & FORM_PLAIN) && s->t->v[i].text.n > 1 &&
	    s->t->v[i].text.p[0] == '0' && s->t->n > 1 &&
	    !(i > 0 && num_ch(s, i - 1, '.') && num_glued(s, i)); /* ".08" */
}

/* Whether figures at token i are a house number: "10 Downing Street". */
static bool
is_address_no(const struct scan *s, size_t i)
{
	size_t j = i + 1;

	if (!(s->m[i].form & FORM_PLAIN) || s->t->v[i].text.n > 5 || s->titled)
		return false;
	if (num_glued(s, j) && skip_word_at(s, j) && s->t->v[j].text.n == 1)
		j++; /* "221B" */
	for (size_t k = j;
	     k < j + 4 && skip_word_at(s, k) && s->t->v[k].form != TOKEN_LOWER;
	     k++)
		if (k > j && num_has(s, k, CUE(STREET)))
			return true;
	return false;
}

/* Whether a word before token i is a label, or its abbreviation: "No. 2". */
static bool
has_label(const struct scan *s, size_t i)
{
	return i > 0 &&
	    (num_has(s, i - 1, CUE(LABEL)) ||
		(i > 1 && num_ch(s, i - 1, '.') &&
		    num_has(s, i - 2, CUE(LABEL))));
}

/* Whether figures at token i with more glued behind them are labelled: "pages
 * 5-7", "gate 4B". */
static bool
is_glued_label(const struct scan *s, size_t i)
{
	return num_glued(s, i + 1) && has_label(s, i) &&
	    (num_ch(s, i + 1, '-') || num_is(s, i + 1, KIND_LETTER)) &&
	    !skip_measured(s, i + 3) && skip_labelled(s, i);
}

/* Whether figures at token i are a version: "iOS 17.2", "version 2.3". */
static bool
is_version(const struct scan *s, size_t i)
{
	return (s->m[i].form & (FORM_PLAIN | FORM_WHOLE)) == 0 && i > 0 &&
	    skip_word_at(s, i - 1) &&
	    (s->t->v[i - 1].form == TOKEN_MIXED ||
		num_has(s, i - 1, CUE(LABEL))) &&
	    skip_labelled(s, i);
}

/* Whether figures at token i stand alone, as a label's do: nothing glued
 * behind them but a mark, no money. */
static bool
is_apart(const struct scan *s, size_t i)
{
	struct unit u;

	if (!(s->m[i].form & FORM_PLAIN))
		return false;
	if (num_glued(s, i + 1) &&
	    (s->t->v[i + 1].kind != TOKEN_PUNCT || num_ch(s, i + 1, '-') ||
		num_ch(s, i + 1, '%') || num_ch(s, i + 1, '/') ||
		num_inches(s, i + 1)))
		return false;
	return unit_money_before(s->t, i, &u) == 0;
}

/* Whether the figures at token i count nothing, by one of the signs that are
 * for them alone. */
static bool
is_none(const struct scan *s, size_t i)
{
	return isnan(s->m[i].value) || has_zero(s, i) || skip_follows(s, i) ||
	    skip_glued(s, i) || is_list_number(s, i) || is_address_no(s, i) ||
	    skip_day(s, i) || skip_model(s, i) || skip_clock(s, i) ||
	    skip_joined(s, i) || skip_year(s, i) || skip_group(s, i) ||
	    (i > 1 && skip_years(s, i - 2)) ||
	    (num_glued(s, i) && num_ch(s, i - 1, '#'));
}

/* Marks the figures at token i when they count nothing. */
static void
skip_figures(struct scan *s, size_t i)
{
	if (is_none(s, i))
		skip(s, i, i + 1);
	else if (is_area_code(s, i))
		skip(s, i, i + 5);
	else if (skip_years(s, i) || skip_variant(s, i))
		skip(s, i, i + 3);
	else if (is_glued_label(s, i) || is_version(s, i) ||
	    (is_apart(s, i) && skip_labelled(s, i)))
		skip(s, i, i + 1);
}

/* Marks what counts nothing in the run of glued tokens [i, j). */
static void
skip_run(struct scan *s, size_t i, size_t j)
{
	size_t to;

	if (j > i + 2 && is_address(s, i, j)) {
		skip(s, i, j);
		return;
	}
	for (size_t k = i; k < j; k++) {
		if (s->m[k].kind != KIND_FIGURES)
			continue;
		if ((s->m[k].form & FORM_PLAIN) && !(s->m[k].form & FORM_SKIP))
			skip(s, k, spaced_row(s, k));
		if (is_chain(s, k, &to)) {
			skip(s, k, to);
			k = to - 1;
			continue;
		}
		skip_figures(s, k);
	}
}

/* Whether what stands behind "one" at token i makes it count: "that one mile",
 * "only one in ten". */
static bool
measures(const struct scan *s, size_t i)
{
	struct unit u;

	if (s->m[i].kind == KIND_DIGIT && num_is(s, i + 1, KIND_IN) &&
	    i + 2 < s->t->n && s->m[i + 2].kind >= KIND_FIGURES &&
	    s->m[i + 2].kind <= KIND_HUNDRED)
		return true;
	if (s->m[i].kind == KIND_DIGIT && num_is(s, i + 1, KIND_OF) &&
	    num_has(s, i + 2, CUE(EVERY)))
		return true;
	return s->m[i].kind == KIND_DIGIT && num_unit(s, i + 1, 0, &u) > 0 &&
	    u.si > 0 && !str_is(u.quantity, "duration");
}

/* Marks the number word at token i when it is part of a phrase or a name:
 * "no one", "Formula One", "phase two", "Five Eyes". */
static void
skip_word(struct scan *s, size_t i)
{
	const struct token *v = s->t->v;
	bool capital = v[i].form == TOKEN_CAPITAL;

	if ((num_idiom(s, i) && !measures(s, i)) ||
	    (s->m[i].kind == KIND_DIGIT && i > 0 &&
		num_has(s, i - 1, CUE(LABEL)) && skip_labelled(s, i)))
		skip(s, i, i + 1);
	if (!capital || i == 0 || s->titled)
		return;
	if (skip_group(s, i))
		skip(s, i, i + 1);
	if (num_ch(s, i - 1, ',') && skip_word_at(s, i + 1) &&
	    v[i + 1].form == TOKEN_CAPITAL && s->m[i + 1].kind == KIND_NONE)
		skip(s, i, i + 1);
	if (skip_word_at(s, i - 1) && v[i - 1].form == TOKEN_CAPITAL &&
	    !num_has(s, i - 1, CUE(STOP) | CUE(VERB)) &&
	    s->m[i - 1].kind == KIND_NONE)
		skip(s, i, i + 1);
	if (skip_word_at(s, i - 1) && skip_word_at(s, i + 1) &&
	    v[i + 1].form == TOKEN_CAPITAL && s->m[i + 1].kind == KIND_NONE)
		skip(s, i, i + 1);
}

void
num_skip(struct scan *s)
{
	size_t j;

	for (size_t i = 0; i < s->t->n; i = j) {
		j = run_end(s, i);
		skip_run(s, i, j);
		for (size_t k = i; k < j; k++) {
			uint8_t kind = s->m[k].kind;

			if (kind == KIND_DIGIT || kind == KIND_ORDINAL ||
			    kind == KIND_HALF)
				skip_word(s, k);
		}
	}
}
