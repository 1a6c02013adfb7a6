/*
 * num_words.c - numerals in words that add up; see num_sum.h.
 *
 * Small numbers, hundreds and scales are read as people say them: "two hundred
 * and two thousand" is 202,000, "two hundred and three hundred" are two
 * numbers.  Figures may stand for the first word ("1.5 hundred thousand").
 */
#include "num_sum.h"

double
sum_small(const struct scan *s, size_t i, size_t *to)
{
	double v = s->m[i].value;
	size_t j = num_dash(s, i + 1);

	*to = i + 1;
	/* In "twenty - one of them" the dash parts two thoughts. */
	if (s->m[i].kind == KIND_TENS && kind_at(s, j) == KIND_DIGIT &&
	    s->m[j].value > 0 &&
	    (j == num_hyphen(s, i + 1) || kind_at(s, j + 1) != KIND_OF)) {
		v += s->m[j].value;
		*to = j + 1;
	}
	return v;
}

/* Whether a comma at token i stands inside a numeral in words: "three million,
 * two hundred and six". */
static bool
comma_joins(const struct scan *s, size_t i, const struct sum *sum)
{
	size_t to = i + 2;
	double v;

	if (!num_ch(s, i, ',') || sum->last != KIND_SCALE ||
	    !sum_is_small(kind_at(s, i + 1)))
		return false;
	v = sum_small(s, i + 1, &to);
	return kind_at(s, to) == KIND_HUNDRED ||
	    (kind_at(s, to) == KIND_SCALE && s->m[to].value * v < sum->limit);
}

/* Whether token i makes a fraction of the number before it, which is v: "one
 * hundred and three quarters", "two million and one half". */
static bool
is_of_parts(const struct scan *s, size_t i, double v)
{
	size_t parts = num_dash(s, i);
	uint8_t kind = kind_at(s, i);

	if (kind_at(s, parts) == KIND_PARTS && v < s->m[parts].value)
		return true;
	return v == 1 && /* NOLINT */
	    (kind == KIND_HALF || (kind == KIND_ORDINAL && s->m[i].value > 2));
}

/* Whether the small number behind an "and" belongs to the sum; sum->at is the
 * "and".  "two hundred and two thousand" yes, "two hundred and three hundred"
 * and "5 million and 3" no. */
static bool
and_joins(const struct scan *s, const struct sum *sum, bool in_figures)
{
	double limit = sum->last == KIND_HUNDRED ? 100 : sum->limit, v;
	size_t i = sum->at + 1, to = i + 1;
	uint8_t kind = kind_at(s, i);

	if (sum->last != KIND_HUNDRED && sum->last != KIND_SCALE)
		return false;
	if (kind == KIND_FIGURES && is_plain(s, i) && in_figures)
		v = s->m[i].value;
	else if (sum_is_small(kind))
		v = sum_small(s, i, &to);
	else
		return false;
	if (in_figures && sum->last == KIND_SCALE && sum->limit > 1000 &&
	    kind_at(s, to) != KIND_HUNDRED)
		return false;
	if (is_of_parts(s, to, v))
		return false;
	if (kind_at(s, to) == KIND_HUNDRED) {
		if (sum->last == KIND_HUNDRED)
			return false;
		v *= 100;
		to++;
	}
	if (kind_at(s, to) == KIND_SCALE || kind_at(s, to) == KIND_SHORT) {
		if (sum->last == KIND_SCALE && s->m[to].value >= sum->limit)
			return false;
		return v < limit;
	}
	return v < limit && v > 0;
}

/* Adds a scale at token i; false when it does not fit. */
static bool
add_scale(const struct scan *s, size_t i, struct sum *sum)
{
	double v = s->m[i].value;

	if (sum->has) {
		if (v > sum->limit)
			sum->total = (sum->total + sum->cur) * v;
		else
			sum->total += sum->cur * v;
	} else if (sum->last == KIND_SCALE) {
		sum->total *= v; /* "three lakh crore" */
	} else {
		return false;
	}
	sum->cur = 0;
	sum->has = false;
	sum->limit = v;
	sum->last = KIND_SCALE;
	sum->at = i + 1;
	return true;
}

/* Whether the "K" at token i is a kelvin. */
static bool
is_kelvin(const struct scan *s, size_t i)
{
	return (s->cues & CUE(HEAT_TALK)) && str_is(s->t->v[i].text, "K");
}

/* Adds the small number at token i. */
static bool
add_small(const struct scan *s, size_t i, struct sum *sum)
{
	size_t to = i + 1;
	double v;

	if (sum->has && sum->last != KIND_HUNDRED)
		return false;
	v = sum_small(s, i, &to);
	/* "one million one million" are two */
	if (sum->last == KIND_SCALE && kind_at(s, to) == KIND_SCALE &&
	    s->m[to].value >= sum->limit)
		return false;
	sum->cur += v;
	sum->has = true;
	sum->last = kind_at(s, i);
	sum->at = to;
	return true;
}

/* Adds the figures at token i to others: "4 thousand 3 hundred", and joined by
 * an "and", "3 hundred and 21". */
static bool
add_figures(const struct scan *s, size_t i, struct sum *sum, bool joined)
{
	if (!is_plain(s, i) ||
	    (!joined &&
		(sum->last != KIND_SCALE || kind_at(s, i + 1) != KIND_HUNDRED)))
		return false;
	sum->cur += s->m[i].value;
	sum->has = true;
	sum->last = KIND_FIGURES;
	sum->at = i + 1;
	return true;
}

/* Multiplies what stands before the hundred or dozen at token i. */
static bool
multiply(size_t i, struct sum *sum, uint8_t kind)
{
	if (!sum->has || (kind == KIND_HUNDRED && sum->last == KIND_HUNDRED))
		return false;
	sum->cur *= kind == KIND_HUNDRED ? 100 : 12;
	sum->last = kind;
	sum->at = i + 1;
	return true;
}

/* The kind of token i inside a numeral, where plurals are as their singulars:
 * "three billions". */
static uint8_t
kind_inside(const struct scan *s, size_t i)
{
	uint8_t kind = kind_at(s, i);

	if (kind != KIND_VAGUE)
		return kind;
	if (s->m[i].value > 100)
		return KIND_SCALE;
	if (s->m[i].value == 100) /* NOLINT */
		return KIND_HUNDRED;
	return s->m[i].value == 12 ? KIND_DOZEN : KIND_NONE; /* NOLINT */
}

/* Adds the word at token i, which an "and" has joined or nothing; false when
 * the numeral ends before it. */
static bool
add_word(const struct scan *s, size_t i, struct sum *sum, bool in_figures,
    bool joined)
{
	uint8_t kind = kind_inside(s, i);

	if (sum_is_small(kind))
		return (!in_figures || joined) && add_small(s, i, sum);
	if (kind == KIND_FIGURES)
		return in_figures && add_figures(s, i, sum, joined);
	if (kind == KIND_HUNDRED || kind == KIND_DOZEN)
		return multiply(i, sum, kind);
	if (kind == KIND_SCALE)
		return add_scale(s, i, sum);
	/* "10k", but not "10 k" */
	return kind == KIND_SHORT &&
	    (s->m[i].value >= 1e6 || (num_glued(s, i) && !is_kelvin(s, i))) &&
	    add_scale(s, i, sum);
}

void
sum_add_words(const struct scan *s, struct sum *sum, bool in_figures)
{
	size_t i;
	bool joined;

	do {
		i = num_hyphen(s, sum->at);
		if (kind_at(s, num_dash(s, sum->at)) == KIND_SCALE)
			i = num_dash(s, sum->at); /* "$ 100 - million" */
		joined = i == sum->at &&
		    ((sum_is_and(s, i) && and_joins(s, sum, in_figures)) ||
			(!in_figures && comma_joins(s, i, sum)));
	} while (add_word(s, joined ? i + 1 : i, sum, in_figures, joined));
}

void
sum_add_scale(const struct scan *s, struct sum *sum)
{
	if (sum->has && kind_at(s, sum->at) == KIND_SCALE)
		(void)add_scale(s, sum->at, sum);
}
