/*
 * num_figures.c - numerals in figures: groups, fractions, powers; see
 * num_scan.h.
 */
#include <math.h>

#include "num_sum.h"

/* "1/2" glued at token i, or 0.  "24/7", "9/11" and dates are none. */
static double
slash_fraction(const struct scan *s, size_t i)
{
	double top, bottom;

	if (!is_plain(s, i) || !num_ch(s, i + 1, '/') || !is_plain(s, i + 2) ||
	    !num_glued(s, i + 1) || !num_glued(s, i + 2) ||
	    num_ch(s, i + 3, '/') ||
	    (num_ch(s, i + 3, '-') && i + 4 < s->t->n &&
		s->m[i + 4].kind == KIND_FIGURES))
		return 0; /* a telephone number may go on: "202/224-5521" */
	top = s->m[i].value;
	bottom = s->m[i + 2].value;
	return top > 0 && top < bottom && bottom <= 1000 && bottom != 11
	    ? top / bottom
	    : 0;
}

/* Whether a group of three digits stands at token i, apart from the figures
 * before it by a space. */
static bool
is_group(const struct scan *s, size_t i)
{
	const struct token *v = s->t->v;

	return num_is(s, i, KIND_FIGURES) && v[i].text.n >= 3 &&
	    !isnan(s->m[i].value) && floor(s->m[i].value) < 1000 &&
	    (v[i].text.n == 3 || v[i].text.p[3] == '.');
}

/* Whether a comma with a space behind it parts thousands at token i, as in text
 * that was cut into tokens: "20 , 500"; glued, "20, 000", since "000" is no
 * number by itself. */
static bool
is_loose_comma(const struct scan *s, size_t i)
{
	if (!num_ch(s, i, ',') || i + 1 >= s->t->n || num_glued(s, i + 1))
		return false;
	return !num_glued(s, i) || str_begins(s->t->v[i + 1].text, STR("000"));
}

/* Reads thousands kept apart by spaces or, in Switzerland, by
 * apostrophes: "40 000", "1 234 567", "1'500".  A plain space between two
 * groups only counts before "000": "room 12 100 metres away". */
static void
apart_groups(const struct scan *s, struct sum *sum)
{
	const struct token *v = s->t->v;
	size_t i = sum->at, to = i, groups = 0;
	double value = sum->cur;
	bool sure = false;

	if (!is_plain(s, i - 1) || v[i - 1].text.n > 3 || value < 1)
		return;
	while (groups < 4) {
		bool mark = is_loose_comma(s, i) ||
		    (num_glued(s, i) && num_glued(s, i + 1) &&
			str_is(v[i].low, "'"));

		i += mark;
		if (!is_group(s, i) || (v[i].glued && !mark) ||
		    v[i].start - v[i - 1].end > 3)
			break;
		sure = sure || mark || v[i].start - v[i - 1].end > 1 ||
		    str_begins(v[i].text, STR("000"));
		value = value * 1000 + s->m[i].value;
		groups++;
		to = i + 1;
		if (v[i++].text.n > 3)
			break;
	}
	if (groups == 0 || !(sure || groups > 1))
		return;
	sum->cur = value;
	sum->at = to;
}

/* The digits after a power of ten at token i: "10^6", "10−8", "e10"; behind
 * them in *to, or 0. */
static double
exponent(const struct scan *s, size_t i, size_t *to)
{
	double sign = 1;

	if (num_ch(s, i, '^'))
		i++;
	if (num_ch(s, i, '-') || num_ch(s, i, '+'))
		sign = s->m[i++].ch == '-' ? -1 : 1;
	if (!is_plain(s, i) || !num_glued(s, i) || s->m[i].value > 300)
		return 0;
	*to = i + 1;
	return sign * s->m[i].value;
}

/* The raised digits glued before token i: "⁶", "⁻²³"; behind them in *to, or
 * 0 there. */
static double
raised(const struct scan *s, size_t i, size_t *to)
{
	static const char *const digits[] = { "⁰", "¹", "²", "³", "⁴", "⁵", "⁶",
		"⁷", "⁸", "⁹" };
	double sign = 1, e = 0;
	size_t from;

	*to = 0;
	if (num_glued(s, i) && str_is(s->t->v[i].text, "⁻")) {
		sign = -1;
		i++;
	}
	for (from = i; i < from + 3 && num_glued(s, i); i++) {
		size_t d = 0;

		while (d < 10 && !str_is(s->t->v[i].text, digits[d]))
			d++;
		if (d == 10)
			break;
		e = 10 * e + (double)d;
		*to = i + 1;
	}
	return sign * e;
}

/* The power of which the base is the figures at token i: "10^6", "10−8",
 * "10⁶"; behind it in *to, or 0 there.  As a factor ("3×10−8") ten needs no
 * sign of a power. */
static double
power_at(const struct scan *s, size_t i, bool factor, size_t *to)
{
	double base = s->m[i].value, e;
	bool ten = base == 10; /* NOLINT */

	*to = 0;
	e = ten ? raised(s, i + 1, to) : 0;
	if (*to == 0 && num_glued(s, i + 1) &&
	    (num_ch(s, i + 1, '^') || (factor && ten)))
		e = exponent(s, i + 1, to);
	return *to > 0 ? pow(base, e) : 0;
}

/* Reads the power behind figures: "2.998×10−8", "3 × 10^8", "1e10", "10^6". */
static void
scientific(const struct scan *s, struct sum *sum)
{
	const struct token *v = s->t->v;
	size_t i = sum->at, to = 0;
	double power = 0;

	if (i >= s->t->n)
		return;
	if (v[i].glued && str_is(v[i].low, "e")) {
		power = exponent(s, i + 1, &to);
		sum->cur *= to > 0 ? pow(10, power) : 1;
	} else if ((str_is(v[i].low, "×") || str_is(v[i].low, "x")) &&
	    is_plain(s, i + 1)) {
		power = power_at(s, i + 1, true, &to);
		sum->cur *= to > 0 ? power : 1;
	} else if (v[i].glued) {
		power = power_at(s, i - 1, false, &to);
		sum->cur = to > 0 ? power : sum->cur;
	}
	if (to > 0)
		sum->at = to;
}

bool
num_figures(const struct scan *s, size_t i, struct sum *sum)
{
	bool point = num_ch(s, i, '.');
	size_t at = point ? i + 1 : i;
	double part;

	if (kind_at(s, at) != KIND_FIGURES || isnan(s->m[at].value) ||
	    (point && (!is_plain(s, at) || !num_glued(s, at))))
		return false;
	sum->cur = s->m[at].value;
	sum->at = at + 1;
	sum->has = true;
	sum->last = KIND_FIGURES;
	if (point) { /* ".5" */
		sum->cur /= pow(10, (double)s->t->v[at].text.n);
		return s->t->v[at].text.n < 16;
	}
	part = slash_fraction(s, at);
	if (part > 0) {
		sum->cur = part;
		sum->part = true;
		sum->at = at + 3;
		if (num_glued(s, sum->at) && num_is(s, sum->at, KIND_SUFFIX))
			sum->at++; /* "1/100th", "2/3rds" */
		return true;
	}
	scientific(s, sum);
	apart_groups(s, sum);
	part = slash_fraction(s, sum->at);
	if (part > 0 && is_plain(s, at) && !num_glued(s, sum->at)) {
		sum->cur += part; /* "10 1/2" */
		sum->at += 3;
	} else if (kind_at(s, sum->at) == KIND_GLYPH) {
		sum->cur += s->m[sum->at++].value;
	}
	return true;
}
