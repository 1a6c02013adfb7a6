/*
 * num_fraction.c - what is less than one in a numeral in words; see num_sum.h.
 *
 * "two thirds", "a quarter of a million", "three million and a half", "four
 * point oh five"; and the ordinals, which share their words with fractions.
 */
#include "num_sum.h"

/* What divides in two words at token i ("twenty-fifths", "one-hundredth"),
 * which end before *to, or 0. */
static double
divisor(const struct scan *s, size_t i, size_t *to)
{
	uint8_t kind = kind_at(s, i), last;
	size_t j = num_dash(s, i + 1);

	last = kind_at(s, j);
	*to = j + 1;
	if (kind == KIND_TENS && s->m[j].value < 10 &&
	    (last == KIND_PARTS || last == KIND_ORDINAL))
		return s->m[i].value + s->m[j].value;
	if (kind == KIND_DIGIT && s->m[i].value == 1 && /* NOLINT */
	    s->m[j].value >= 100 &&
	    (last == KIND_PARTS || last == KIND_ORDINAL_SCALE))
		return s->m[j].value;
	return 0;
}

double
sum_fraction(const struct scan *s, size_t i, size_t *to)
{
	double top = 1, below;
	bool article = kind_at(s, i) == KIND_ARTICLE, one;
	uint8_t kind;
	size_t end;

	if (article)
		i = num_hyphen(s, i + 1);
	else if (sum_is_small(kind_at(s, i)))
		top = sum_small(s, i, &i);
	else
		return 0;
	i = num_dash(s, i);
	kind = kind_at(s, i);
	*to = i + 1;
	if (kind == KIND_PARTS)
		return top / s->m[i].value;
	below = divisor(s, i, &end);
	one = below > 0 && kind_at(s, end - 1) != KIND_PARTS;
	/* not "a twenty-fifth win" */
	if (below > 0 && one == (top == 1) && /* NOLINT */
	    !(article && kind_at(s, end) != KIND_OF && end < s->t->n)) {
		*to = end;
		return top / below;
	}
	if (top != 1) /* NOLINT */
		return 0;
	if (kind == KIND_HALF || kind == KIND_QUARTER ||
	    kind == KIND_ORDINAL_SCALE ||
	    (kind == KIND_ORDINAL && s->m[i].value > 2))
		return 1 / s->m[i].value;
	return 0;
}

void
sum_add_decimals(const struct scan *s, struct sum *sum)
{
	double weight = 0.1, part = 0;
	size_t i = sum->at + 1, n = 0;

	if (kind_at(s, sum->at) != KIND_POINT)
		return;
	if (kind_at(s, i) == KIND_TENS || kind_at(s, i) == KIND_TEEN) {
		part = sum_small(s, i, &i) / 100;
		n = 1;
	}
	while (n < 15 &&
	    (kind_at(s, i) == KIND_DIGIT ||
		(i < s->t->n && str_is(s->t->v[i].low, "oh")))) {
		if (kind_at(s, i) == KIND_DIGIT) /* "four point oh five" */
			part += s->m[i].value * weight;
		i++;
		weight /= 10;
		n++;
	}
	if (n == 0 && is_plain(s, i) && s->t->v[i].text.n < 15) {
		part = s->m[i].value / pow(10, (double)s->t->v[i].text.n);
		i++;
		n = 1;
	}
	if (n == 0)
		return;
	sum->cur += part;
	sum->at = i;
}

void
sum_add_fraction(const struct scan *s, struct sum *sum)
{
	size_t to = 0, i = num_hyphen(s, sum->at);
	double part;

	if (!sum_is_and(s, i))
		return;
	/* "two and a half", "two-and-a-half" */
	part = sum_fraction(s, num_hyphen(s, i + 1), &to);
	if (part <= 0 || part >= 1 || kind_at(s, to) == KIND_OF)
		return;
	if (sum->last == KIND_SCALE && !sum_is_scale(kind_at(s, to)))
		part *= sum->limit; /* "three million and a half" */
	sum->cur += part;
	sum->has = true;
	sum->at = to;
}

/* Makes a fraction of a sum of one small number: "two twenty-fifths". */
static bool
end_in_fraction(const struct scan *s, const struct sum *sum, struct numeral *x)
{
	size_t i = num_dash(s, sum->at), to = 0;
	double part =
	    sum->at == x->from + 1 ? sum_fraction(s, x->from, &to) : 0;

	/* "one quarter earlier" is a time. */
	if (part <= 0 ||
	    (kind_at(s, i) == KIND_QUARTER && i == sum->at &&
		kind_at(s, to) != KIND_OF && to < s->t->n))
		return false;
	x->kind = NUMERAL_PART;
	x->value = part;
	x->to = to;
	return true;
}

bool
sum_add_end(const struct scan *s, struct sum *sum, struct numeral *x)
{
	size_t i = num_dash(s, sum->at);
	uint8_t kind = kind_at(s, i);
	double v = sum->total + sum->cur;

	/* "the first three quarters" are of a year. */
	if (kind == KIND_PARTS && s->m[i].value == 4 && /* NOLINT */
	    x->from > 0 && kind_at(s, x->from - 1) == KIND_ORDINAL)
		return false;
	if (kind == KIND_PARTS) {
		x->kind = NUMERAL_PART;
		x->value = v / s->m[i].value;
	} else if (kind == KIND_ORDINAL && sum->last == KIND_TENS &&
	    s->m[i].value < 10) {
		x->kind = NUMERAL_ORDINAL;
		x->value = v + s->m[i].value;
	} else if (kind == KIND_ORDINAL_SCALE && v > 1) {
		x->kind = NUMERAL_ORDINAL;
		x->value = v * s->m[i].value;
	} else if (sum->last == KIND_HUNDRED || sum->last == KIND_SCALE) {
		if (kind != KIND_AND || kind_at(s, ++i) != KIND_ORDINAL)
			return false;
		x->kind = NUMERAL_ORDINAL;
		x->value = v + s->m[i].value;
	} else {
		return end_in_fraction(s, sum, x);
	}
	x->to = i + 1;
	return true;
}

void
sum_of_scale(const struct scan *s, struct numeral *x)
{
	size_t i = x->to;

	if (kind_at(s, i) == KIND_OF && kind_at(s, i + 1) == KIND_ARTICLE)
		i += 2;
	else if (kind_at(s, i) == KIND_ARTICLE)
		i++;
	if (!sum_is_scale(kind_at(s, i)) || kind_at(s, i) == KIND_SHORT)
		return;
	x->kind = NUMERAL_COUNT;
	x->scale = s->m[i].value;
	x->value *= x->scale;
	x->to = i + 1;
}
