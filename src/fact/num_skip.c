/*
 * num_skip.c - figures and number words that count nothing; see num_scan.h.
 *
 * Names ("T-72", "iPhone 14", "Flight 281", "155th Brigade"), addresses and
 * files, phone numbers, list numbers, and phrases ("no one").
 */
#include <math.h>

#include "num_scan.h"

#define ROW_MAX 12     /* figures in a row that are looked at together */
#define BRACKET_MAX 40 /* tokens looked back for its other half */

/* Marks the figures in tokens [i, j). */
static void
skip(struct scan *s, size_t i, size_t j)
{
	for (; i < j; i++)
		s->m[i].form |= FORM_SKIP;
}

static bool
is_word(const struct scan *s, size_t i)
{
	return i < s->t->n && s->t->v[i].kind == TOKEN_WORD;
}

static bool
is_figures(const struct scan *s, size_t i)
{
	return i < s->t->n && s->m[i].kind == KIND_FIGURES;
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
		words += is_word(s, k);
		if (colons > 1 && words > 0)
			return true; /* "fe80::1", "00:1A:2B" */
		if (ch == ':' && num_ch(s, k + 1, '/') && num_ch(s, k + 2, '/'))
			return true;
		if (ch == '.' && k > i && str_is(s->t->v[k - 1].low, "www"))
			return true;
		/* "report-2024.pdf", "bbc.co.uk/news/12" */
		if (ch == '.' && k > i && k + 1 < j && is_word(s, k + 1) &&
		    s->t->v[k + 1].form == TOKEN_LOWER &&
		    (is_word(s, k - 1) || j == k + 2) &&
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
	    is_figures(s, i + 2)) {
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
	    !(is_word(s, i - 1) && num_glued(s, i)))
		return i;
	for (; j < i + ROW_MAX && is_figures(s, j) && !num_glued(s, j) &&
	     (s->m[j].form & FORM_PLAIN);
	     j++)
		groups = groups && s->t->v[j].text.n == 3;
	return j >= i + 3 && !groups ? j : i;
}

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
	    (j > 0 && is_figures(s, j - 1) && num_glued(s, j) &&
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
		is_figures(s, i - 1) && num_glued(s, i)) ||
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
	return is_figures(s, i) && num_is(s, i + 1, KIND_BY) &&
	    is_figures(s, i + 2) && num_glued(s, i + 1) && num_glued(s, i + 2);
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

/* Whether what is glued to the figures at token i makes them a name. */
static bool
is_glued_name(const struct scan *s, size_t i)
{
	bool before = num_glued(s, i), sized = before && is_size(s, i - 2);

	if (is_size(s, i) || sized)
		return !counts_size(s, sized ? i : i + 2);
	if (before && is_word(s, i - 1) && !may_lead(s, i - 1))
		return true;
	if (before && i > 1 && num_ch(s, i - 1, '-') && num_glued(s, i - 1) &&
	    is_word(s, i - 2) && !may_join(s, i - 2) &&
	    unit_money_before(s->t, i, &(struct unit){ .si = 0 }) == 0)
		return true;
	/* "scp2-173m" */
	if (before && i > 2 && num_ch(s, i - 1, '-') && num_glued(s, i - 1) &&
	    is_figures(s, i - 2) && num_glued(s, i - 2) && is_word(s, i - 3) &&
	    !may_lead(s, i - 3))
		return true;
	if (before && i > 1 && num_glued(s, i - 1) && is_word(s, i - 2) &&
	    (num_ch(s, i - 1, '.') ||
		(num_ch(s, i - 1, '/') && !may_lead(s, i - 2))) &&
	    unit_money_before(s->t, i, &(struct unit){ .si = 0 }) == 0)
		return true;
	/* "the wicked 90's" */
	if (num_glued(s, i + 1) && fmod(s->m[i].value, 10) == 0 && /* NOLINT */
	    (s->m[i].form & FORM_PLAIN) && s->t->v[i].text.n % 2 == 0 &&
	    str_is(s->t->v[i + 1].low, "'s"))
		return true;
	return num_glued(s, i + 1) && is_word(s, i + 1) && !may_trail(s, i + 1);
}

/* Whether figures at token i are half of a time ("1:36.6") that is no ratio
 * ("3:1"). */
static bool
is_clock(const struct scan *s, size_t i)
{
	if (i > 1 && num_ch(s, i - 1, ':') && num_glued(s, i) &&
	    num_glued(s, i - 1) && is_figures(s, i - 2))
		return s->t->v[i].text.n > 1;
	return num_ch(s, i + 1, ':') && num_glued(s, i + 1) &&
	    num_glued(s, i + 2) && is_figures(s, i + 2) &&
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

/* Whether figures at token i are joined to other figures by a slash or plus
 * that makes no number of them: "9/11", "5+1", "S/2020/13". */
static bool
is_joined(const struct scan *s, size_t i)
{
	struct numeral x;

	if (i > 1 && num_glued(s, i) && num_glued(s, i - 1) &&
	    is_figures(s, i - 2) &&
	    (num_ch(s, i - 1, '/') || num_ch(s, i - 1, '+')))
		return !may_be_odds(s, i - 2) &&
		    (!num_read(s, i - 2, &x) || x.to <= i);
	return num_glued(s, i + 1) && num_glued(s, i + 2) &&
	    is_figures(s, i + 2) &&
	    (num_ch(s, i + 1, '+') ||
		(num_ch(s, i + 1, '/') && !may_be_odds(s, i) &&
		    (!num_read(s, i, &x) || x.to == i + 1)));
}

/* Whether what follows token i shows that a number before it counts: a unit,
 * a scale, per cent, money. */
static bool
has_measure(const struct scan *s, size_t i)
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

/* Whether figures at token i look like a year that is not a date's: "the 2024
 * GMC", "the 1988 quarter". */
static bool
is_year(const struct scan *s, size_t i)
{
	const struct mark *m = &s->m[i];
	enum num_approx approx;

	if (!(m->form & FORM_PLAIN) || s->t->v[i].text.n != 4 ||
	    (num_glued(s, i + 1) && s->t->v[i + 1].kind != TOKEN_PUNCT) ||
	    num_ch(s, i + 1, '-') || has_measure(s, i + 1))
		return false;
	/* "the Iranian calendar year 1404" */
	if (i > 0 && str_is(s->t->v[i - 1].low, "year"))
		return !num_is_plural(s, i + 1);
	if (m->value < 1900 || m->value > 2050 || !is_word(s, i + 1) ||
	    num_glued(s, i + 1) || num_before(s, i, &approx) > 0)
		return false;
	return (i > 0 && num_has(s, i - 1, CUE(DET))) ||
	    s->t->v[i + 1].form == TOKEN_CAPITAL ||
	    s->t->v[i + 1].form == TOKEN_UPPER || is_year_of(s, i);
}

/* Whether figures at token i are years in brackets: "Qajar (1789-1925)". */
static bool
are_years(const struct scan *s, size_t i)
{
	if (i < 1 || !num_ch(s, i - 1, '(') || !num_ch(s, i + 1, '-') ||
	    !is_figures(s, i + 2) || !num_ch(s, i + 3, ')') ||
	    !num_glued(s, i + 1) || !num_glued(s, i + 2))
		return false;
	return (s->m[i].form & s->m[i + 2].form & FORM_PLAIN) &&
	    s->m[i].value >= 100 && s->m[i].value < s->m[i + 2].value &&
	    s->m[i + 2].value >= 1000 && s->m[i + 2].value < 2100;
}

/* Whether figures at token i are the first of a model's behind a name: "Boeing
 * 737-800", "ATR 72-600". */
static bool
is_variant(const struct scan *s, size_t i)
{
	size_t j = i + 2;

	return i > 0 && is_word(s, i - 1) && !num_glued(s, i) &&
	    s->t->v[i - 1].form != TOKEN_LOWER && num_ch(s, i + 1, '-') &&
	    num_glued(s, i + 1) && num_glued(s, j) && is_figures(s, j) &&
	    (s->m[i].form & s->m[j].form & FORM_PLAIN) &&
	    s->t->v[j].text.n == 3 &&
	    fmod(s->m[j].value, 100) == 0 && /* NOLINT */
	    !num_has(s, i - 1, CUE(STOP) | CUE(VERB) | CUE(CALENDAR)) &&
	    !has_measure(s, j + 1) && !num_is_plural(s, j + 1);
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
	return num_ch(s, i, '-') && is_word(s, i + 1) &&
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

/* Whether the figures at token i go on with a list behind a label: "pages 5 and
 * 9", "Articles 3, 17 and 44". */
static bool
is_listed(const struct scan *s, size_t i)
{
	size_t end = i > 2 * ROW_MAX ? i - 2 * ROW_MAX : 0, j = i;
	bool commas = false;

	while (j > end + 2 && is_figures(s, j - 2) &&
	    (s->m[j - 2].form & FORM_SKIP) &&
	    (num_is(s, j - 1, KIND_AND) || num_is(s, j - 1, KIND_OR) ||
		num_ch(s, j - 1, ','))) {
		commas = commas || num_ch(s, j - 1, ',');
		j -= 2;
	}
	return j < i && num_has(s, j - 1, CUE(LABEL)) &&
	    (!commas || str_ends(s->t->v[j - 1].low, STR("s"))) &&
	    !has_measure(s, i + 1) && !num_is_plural(s, i + 1);
}

/* Whether token i is one capital letter. */
static bool
is_initial(const struct scan *s, size_t i)
{
	return is_word(s, i) && s->t->v[i].text.n == 1 &&
	    ch_upper(s->t->v[i].text.p[0]);
}

/* Whether the figures at token i are the area code of a telephone number:
 * "(800) 659-2955". */
static bool
is_area_code(const struct scan *s, size_t i)
{
	return i > 0 && num_ch(s, i - 1, '(') && num_ch(s, i + 1, ')') &&
	    is_figures(s, i + 2) && num_ch(s, i + 3, '-') &&
	    num_glued(s, i + 3) && num_glued(s, i + 4) &&
	    is_figures(s, i + 4) && s->t->v[i].text.n == 3 &&
	    s->t->v[i + 4].text.n == 4;
}

/* Whether the word before token i makes a number there a name: "section 230",
 * "iPhone 14", "S&P 500", "No. 2". */
static bool
is_labelled(const struct scan *s, size_t i)
{
	size_t j = i > 0 ? i - 1 : 0;
	const struct token *v = s->t->v;
	bool capital;

	if (is_listed(s, i))
		return true;
	if (i == 0 ||
	    (has_measure(s, i + 1) &&
		!(num_has(s, j, CUE(LABEL)) && num_is(s, i + 1, KIND_LETTER) &&
		    ch_upper(s->t->v[i + 1].text.p[0]))))
		return false;
	if (i > 1 && num_ch(s, j, '.') &&
	    (num_has(s, j - 1, CUE(LABEL)) || is_initial(s, j - 1)))
		j--; /* "No. 2", "H.R. 810" */
	if (!is_word(s, j) || (s->m[j].form & FORM_BAR))
		return false;
	capital = v[j].form == TOKEN_CAPITAL || v[j].form == TOKEN_UPPER ||
	    v[j].form == TOKEN_MIXED;
	if (num_has(s, j, CUE(LABEL)))
		return capital || j == i - 2 || !num_is_plural(s, i + 1);
	/* The first word of a sentence has its capital from there. */
	if (j == 0 && v[j].form == TOKEN_CAPITAL && is_word(s, i + 1) &&
	    !num_has(s, i + 1, CUE(STOP) | CUE(VERB) | CUE(CHANGE)))
		return false;
	if (!capital || num_has(s, j, CUE(STOP) | CUE(VERB) | CUE(CALENDAR)) ||
	    s->m[j].kind != KIND_NONE)
		return false;
	return v[j].text.n == 1 || !num_is_plural(s, i + 1) ||
	    v[i + 1].form != TOKEN_LOWER;
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

/* Whether the figures at token i go on with a name in figures: "CVE-2024-1234",
 * "pages 5-7", "pages 5 to 7", "photo 3 of 12". */
static bool
follows_name(const struct scan *s, size_t i)
{
	if (i < 2 || !is_figures(s, i - 2) || !(s->m[i - 2].form & FORM_SKIP) ||
	    (s->m[i - 2].form & FORM_BAR) || s->m[i - 2].value < 1 ||
	    has_measure(s, i + 1))
		return false;
	if (num_ch(s, i - 1, '-') &&
	    (num_glued(s, i) ? num_glued(s, i - 1)
			     : i > 2 && num_has(s, i - 3, CUE(CALENDAR))))
		return true;
	return i > 2 && num_has(s, i - 3, CUE(LABEL)) &&
	    (num_is(s, i - 1, KIND_TO) || num_is(s, i - 1, KIND_OF)) &&
	    !num_is_plural(s, i + 1);
}

/* Whether the figures at token i are a day beside a month that is no date of
 * ours, as months are in text without capitals: "on may 19 ,", "on 1 may". */
static bool
is_day(const struct scan *s, size_t i)
{
	if (i == 0 || !(s->m[i].form & FORM_PLAIN) || !(s->m[i].value < 32) ||
	    has_measure(s, i + 1) || num_is_plural(s, i + 1))
		return false;
	if (num_has(s, i - 1, CUE(CALENDAR)))
		return true;
	return num_has(s, i - 1, CUE(PREP)) && num_has(s, i + 1, CUE(CALENDAR));
}

/* Whether the figures at token i are a model's, of one letter before a hyphen
 * between spaces: "a t - 72 tank", "covid - 19". */
static bool
is_loose_model(const struct scan *s, size_t i)
{
	return i > 1 && num_ch(s, i - 1, '-') && !num_glued(s, i) &&
	    !num_glued(s, i - 1) && is_word(s, i - 2) &&
	    (num_has(s, i - 2, CUE(LABEL)) ||
		(s->t->v[i - 2].text.n == 1 &&
		    s->m[i - 2].kind != KIND_ARTICLE));
}

/* Whether figures at token i are a house number: "10 Downing Street". */
static bool
is_address_no(const struct scan *s, size_t i)
{
	size_t j = i + 1;

	if (!(s->m[i].form & FORM_PLAIN) || s->t->v[i].text.n > 5 || s->titled)
		return false;
	if (num_glued(s, j) && is_word(s, j) && s->t->v[j].text.n == 1)
		j++; /* "221B" */
	for (size_t k = j;
	     k < j + 4 && is_word(s, k) && s->t->v[k].form != TOKEN_LOWER; k++)
		if (k > j && num_has(s, k, CUE(STREET)))
			return true;
	return false;
}

/* Whether the number at token i ends a name: "the Group of Seven", "the Group
 * of 20 and". */
static bool
ends_group(const struct scan *s, size_t i)
{
	return i > 2 && num_is(s, i - 1, KIND_OF) && !s->titled &&
	    s->t->v[i - 2].form == TOKEN_CAPITAL &&
	    num_has(s, i - 3, CUE(DET)) && !num_is_inside(s, i + 1);
}

/* Marks the figures at token i when they count nothing. */
static void
skip_figures(struct scan *s, size_t i)
{
	const struct mark *m = &s->m[i];
	struct unit u;

	if (isnan(m->value) || has_zero(s, i) || follows_name(s, i) ||
	    is_glued_name(s, i) || is_list_number(s, i) ||
	    is_address_no(s, i) || is_day(s, i) || is_loose_model(s, i) ||
	    is_clock(s, i) || is_joined(s, i) || is_year(s, i) ||
	    ends_group(s, i) || (i > 1 && are_years(s, i - 2)) ||
	    (num_glued(s, i) && num_ch(s, i - 1, '#'))) {
		skip(s, i, i + 1);
		return;
	}
	if (is_area_code(s, i)) {
		skip(s, i, i + 5);
		return;
	}
	if (are_years(s, i) || is_variant(s, i)) {
		skip(s, i, i + 3);
		return;
	}
	if (i > 0 && num_glued(s, i + 1) &&
	    (num_has(s, i - 1, CUE(LABEL)) ||
		(i > 1 && num_ch(s, i - 1, '.') &&
		    num_has(s, i - 2, CUE(LABEL)))) &&
	    (num_ch(s, i + 1, '-') || num_is(s, i + 1, KIND_LETTER)) &&
	    !has_measure(s, i + 3) && is_labelled(s, i)) {
		skip(s, i, i + 1); /* "pages 5-7", "gate 4B" */
		return;
	}
	if (!(m->form & FORM_PLAIN) && i > 0 && is_word(s, i - 1) &&
	    (s->t->v[i - 1].form == TOKEN_MIXED ||
		num_has(s, i - 1, CUE(LABEL))) &&
	    (m->form & FORM_WHOLE) == 0 && is_labelled(s, i)) {
		skip(s, i, i + 1); /* "iOS 17.2", "version 2.3" */
		return;
	}
	if (!(m->form & FORM_PLAIN) ||
	    (num_glued(s, i + 1) &&
		(s->t->v[i + 1].kind != TOKEN_PUNCT || num_ch(s, i + 1, '-') ||
		    num_ch(s, i + 1, '%') || num_ch(s, i + 1, '/') ||
		    num_inches(s, i + 1))) ||
	    unit_money_before(s->t, i, &u) > 0)
		return;
	if (is_labelled(s, i))
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
		num_has(s, i - 1, CUE(LABEL)) && is_labelled(s, i)))
		skip(s, i, i + 1);
	if (!capital || i == 0 || s->titled)
		return;
	if (ends_group(s, i))
		skip(s, i, i + 1);
	if (num_ch(s, i - 1, ',') && is_word(s, i + 1) &&
	    v[i + 1].form == TOKEN_CAPITAL && s->m[i + 1].kind == KIND_NONE)
		skip(s, i, i + 1);
	if (is_word(s, i - 1) && v[i - 1].form == TOKEN_CAPITAL &&
	    !num_has(s, i - 1, CUE(STOP) | CUE(VERB)) &&
	    s->m[i - 1].kind == KIND_NONE)
		skip(s, i, i + 1);
	if (is_word(s, i - 1) && is_word(s, i + 1) &&
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
