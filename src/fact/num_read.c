/*
 * num_read.c - one numeral, without sign, unit or the words around it; see
 * num_scan.h.
 *
 * Numerals in words are read as people say them: small numbers, hundreds and
 * scales add up ("two hundred and two thousand" is 202,000), a fraction may
 * follow ("three million and a half").  Figures may stand for the first word
 * ("1.5 hundred thousand").
 */
#include <math.h>

#include "num_sum.h"

static bool
is_scale(uint8_t kind)
{
	return kind == KIND_SCALE || kind == KIND_SHORT ||
	    kind == KIND_HUNDRED || kind == KIND_DOZEN;
}

static bool
is_small(uint8_t kind)
{
	return kind == KIND_DIGIT || kind == KIND_TEEN || kind == KIND_TENS;
}

/* "five", "ten", "twenty-one" at token i: its value, and behind it in *to. */
static double
small(const struct scan *s, size_t i, size_t *to)
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

static bool
is_and(const struct scan *s, size_t i)
{
	return kind_at(s, i) == KIND_AND || num_ch(s, i, '&');
}

/* Whether a comma at token i stands inside a numeral in words: "three million,
 * two hundred and six". */
static bool
comma_joins(const struct scan *s, size_t i, const struct sum *sum)
{
	size_t to = i + 2;
	double v;

	if (!num_ch(s, i, ',') || sum->last != KIND_SCALE ||
	    !is_small(kind_at(s, i + 1)))
		return false;
	v = small(s, i + 1, &to);
	return kind_at(s, to) == KIND_HUNDRED ||
	    (kind_at(s, to) == KIND_SCALE && s->m[to].value * v < sum->limit);
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
	else if (is_small(kind))
		v = small(s, i, &to);
	else
		return false;
	if (in_figures && sum->last == KIND_SCALE && sum->limit > 1000 &&
	    kind_at(s, to) != KIND_HUNDRED)
		return false;
	/* "one hundred and three quarters", "two million and one half" */
	if ((kind_at(s, num_dash(s, to)) == KIND_PARTS &&
		v < s->m[num_dash(s, to)].value) ||
	    (v == 1 && /* NOLINT */
		(kind_at(s, to) == KIND_HALF ||
		    (kind_at(s, to) == KIND_ORDINAL && s->m[to].value > 2))))
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
	return true;
}

/* Whether the "K" at token i is a kelvin. */
static bool
is_kelvin(const struct scan *s, size_t i)
{
	return (s->cues & CUE(HEAT_TALK)) && str_is(s->t->v[i].text, "K");
}

/* Adds the word at token i, which an "and" has joined or nothing; false when
 * the numeral ends before it. */
static bool
add_word(const struct scan *s, size_t i, struct sum *sum, bool in_figures,
    bool joined)
{
	uint8_t kind = kind_at(s, i);
	size_t to = i + 1;
	double v;

	if (is_small(kind)) {
		if (sum->has && sum->last != KIND_HUNDRED)
			return false;
		if (in_figures && !joined)
			return false;
		v = small(s, i, &to);
		/* "one million one million" are two */
		if (sum->last == KIND_SCALE && kind_at(s, to) == KIND_SCALE &&
		    s->m[to].value >= sum->limit)
			return false;
		sum->cur += v;
		sum->has = true;
		sum->last = kind;
	} else if (kind == KIND_FIGURES) {
		/* "4 thousand 3 hundred"; "3 hundred and 21" */
		if (!in_figures || !is_plain(s, i) ||
		    (!joined &&
			(sum->last != KIND_SCALE ||
			    kind_at(s, i + 1) != KIND_HUNDRED)))
			return false;
		sum->cur += s->m[i].value;
		sum->has = true;
		sum->last = KIND_FIGURES;
	} else if (kind == KIND_HUNDRED ||
	    (kind == KIND_VAGUE && s->m[i].value == 100)) { /* NOLINT */
		if (!sum->has || sum->last == KIND_HUNDRED)
			return false;
		sum->cur *= 100;
		sum->last = KIND_HUNDRED;
	} else if (kind == KIND_SCALE || kind == KIND_SHORT ||
	    (kind == KIND_VAGUE && s->m[i].value > 100)) {
		/* "10k", but not "10 k"; "three billions" */
		if (kind == KIND_SHORT && s->m[i].value < 1e6 &&
		    (!num_glued(s, i) || is_kelvin(s, i)))
			return false;
		if (!add_scale(s, i, sum))
			return false;
	} else if (kind == KIND_DOZEN ||
	    (kind == KIND_VAGUE && s->m[i].value == 12)) { /* NOLINT */
		if (!sum->has)
			return false;
		sum->cur *= 12;
		sum->last = KIND_DOZEN;
	} else {
		return false;
	}
	sum->at = to;
	return true;
}

/* Adds words as long as they fit. */
static void
add_words(const struct scan *s, struct sum *sum, bool in_figures)
{
	size_t i;
	bool joined;

	do {
		i = num_hyphen(s, sum->at);
		if (kind_at(s, num_dash(s, sum->at)) == KIND_SCALE)
			i = num_dash(s, sum->at); /* "$ 100 - million" */
		joined = i == sum->at &&
		    ((is_and(s, i) && and_joins(s, sum, in_figures)) ||
			(!in_figures && comma_joins(s, i, sum)));
	} while (add_word(s, joined ? i + 1 : i, sum, in_figures, joined));
}

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

/* The fraction at token i: "half", "a quarter", "two thirds", "a third"; what
 * it is worth, and behind it in *to; or 0. */
static double
fraction(const struct scan *s, size_t i, size_t *to)
{
	double top = 1, below;
	bool article = kind_at(s, i) == KIND_ARTICLE, one;
	uint8_t kind;
	size_t end;

	if (article)
		i = num_hyphen(s, i + 1);
	else if (is_small(kind_at(s, i)))
		top = small(s, i, &i);
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

/* Reads "point five", "point zero three" behind a sum. */
static void
add_decimals(const struct scan *s, struct sum *sum)
{
	double weight = 0.1, part = 0;
	size_t i = sum->at + 1, n = 0;

	if (kind_at(s, sum->at) != KIND_POINT)
		return;
	if (kind_at(s, i) == KIND_TENS || kind_at(s, i) == KIND_TEEN) {
		part = small(s, i, &i) / 100;
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

/* Reads "and a half" behind a sum, and the scale behind that. */
static void
add_fraction(const struct scan *s, struct sum *sum)
{
	size_t to = 0, i = num_hyphen(s, sum->at);
	double part;

	if (!is_and(s, i))
		return;
	/* "two and a half", "two-and-a-half" */
	part = fraction(s, num_hyphen(s, i + 1), &to);
	if (part <= 0 || part >= 1 || kind_at(s, to) == KIND_OF)
		return;
	if (sum->last == KIND_SCALE && !is_scale(kind_at(s, to)))
		part *= sum->limit; /* "three million and a half" */
	sum->cur += part;
	sum->has = true;
	sum->at = to;
}

/* Reads what makes the sum an ordinal or a fraction: "twenty-first", "one
 * hundred and fifth", "two-thirds". */
static bool
add_end(const struct scan *s, struct sum *sum, struct numeral *x)
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
		size_t to = 0;
		double part =
		    sum->at == x->from + 1 ? fraction(s, x->from, &to) : 0;

		/* "one quarter earlier" is a time. */
		if (part <= 0 ||
		    (kind == KIND_QUARTER && i == sum->at &&
			kind_at(s, to) != KIND_OF && to < s->t->n))
			return false;
		x->kind = NUMERAL_PART;
		x->value = part;
		i = to - 1;
	}
	x->to = i + 1;
	return true;
}

/* Reads on behind a fraction: "a quarter of a million". */
static void
add_of_scale(const struct scan *s, struct numeral *x)
{
	size_t i = x->to;

	if (kind_at(s, i) == KIND_OF && kind_at(s, i + 1) == KIND_ARTICLE)
		i += 2;
	else if (kind_at(s, i) == KIND_ARTICLE)
		i++;
	if (!is_scale(kind_at(s, i)) || kind_at(s, i) == KIND_SHORT)
		return;
	x->kind = NUMERAL_COUNT;
	x->scale = s->m[i].value;
	x->value *= x->scale;
	x->to = i + 1;
}

/* Whether token i ends what could be a noun phrase: "by a third." */
static bool
ends(const struct scan *s, size_t i)
{
	return i >= s->t->n || s->t->v[i].kind == TOKEN_PUNCT ||
	    num_has(s, i, CUE(STOP) | CUE(VERB));
}

/* The small number at token i, also as it is spoken: "one twenty-two" is 122
 * where nothing that could be counted follows. */
static double
spoken(const struct scan *s, size_t i, size_t *to)
{
	double v = small(s, i, to), rest;
	uint8_t kind = kind_at(s, i + 1);
	size_t end;

	if (s->m[i].kind != KIND_DIGIT || !(v > 0) ||
	    (kind != KIND_TENS && kind != KIND_TEEN))
		return v;
	rest = small(s, i + 1, &end);
	if (!ends(s, end) || num_ch(s, end, '-'))
		return v;
	*to = end;
	return 100 * v + rest;
}

/* Whether "st" at token i is an ordinal's: "21st", but "6st 4lb" are stone, of
 * which no one weighs a hundred. */
static bool
is_suffix(const struct scan *s, size_t i)
{
	double v = s->m[i - 1].value;

	return !str_is(s->t->v[i].low, "st") || v >= 100 ||
	    (fmod(v, 10) == 1 && fmod(v, 100) != 11); /* NOLINT */
}

/* Reads a numeral that adds up; sum holds what was read of it. */
static bool
read_sum(const struct scan *s, struct sum *sum, struct numeral *x)
{
	sum->limit = INFINITY;
	if (sum->at > x->from && x->figures && num_glued(s, sum->at) &&
	    kind_at(s, sum->at) == KIND_SUFFIX && is_whole(s, x->from) &&
	    sum->at == x->from + 1 && is_suffix(s, sum->at)) {
		x->kind = NUMERAL_ORDINAL;
		x->value = sum->cur;
		x->to = sum->at + 1;
		return true;
	}
	add_words(s, sum, x->figures);
	if (!x->figures && add_end(s, sum, x)) {
		if (x->kind == NUMERAL_PART)
			add_of_scale(s, x);
		return true;
	}
	add_decimals(s, sum);
	add_fraction(s, sum);
	if (sum->has && (kind_at(s, sum->at) == KIND_SCALE))
		(void)add_word(s, sum->at, sum, x->figures, false);
	x->value = sum->total + sum->cur;
	x->scale = sum->last == KIND_SCALE ? sum->limit : 1;
	x->to = sum->at;
	return isfinite(x->value);
}

/* Reads "dozens", "tens of thousands". */
static bool
read_vague(const struct scan *s, size_t i, struct numeral *x)
{
	double v = s->m[i].value, of = 1;
	bool loose = v == 10 || v == 20; /* NOLINT: "tens", "scores" */

	x->to = i + 1;
	if (kind_at(s, i + 1) == KIND_OF && kind_at(s, i + 2) == KIND_VAGUE &&
	    s->m[i + 2].value >= 1000) {
		of = s->m[i + 2].value;
		x->to = i + 3;
		loose = false;
	}
	if (loose && kind_at(s, i + 1) != KIND_OF)
		return false;
	x->kind = NUMERAL_VAGUE;
	x->value = NAN;
	x->scale = of;
	x->low = 2 * v * of;
	x->high = v == 12 ? 99 : 10 * v * of - 1; /* NOLINT: "dozens" */
	if (v == 20) /* NOLINT: "scores" have no upper end */
		x->high = NAN;
	return true;
}

/* Reads "several hundred", "a few thousand"; i is at "several". */
static bool
read_several(const struct scan *s, size_t i, struct numeral *x)
{
	double least = s->m[i].value, scale = 1;
	size_t j = i + 1;

	while (
	    is_scale(kind_at(s, j)) && kind_at(s, j) != KIND_SHORT && j < i + 3)
		scale *= s->m[j++].value;
	if (j == i + 1)
		return false;
	x->kind = NUMERAL_VAGUE;
	x->value = NAN;
	x->scale = scale;
	x->low = least * scale;
	x->high = scale == 12 ? 99 : 10 * scale - 1; /* NOLINT */
	x->to = j;
	return true;
}

/* Reads "a couple of hundred" and "a couple of trucks"; i is at "couple".
 * Time by the couple is a date's. */
static bool
read_couple(const struct scan *s, size_t i, struct numeral *x)
{
	size_t j = num_is(s, i + 1, KIND_OF) ? i + 2 : i + 1;
	uint8_t kind = kind_at(s, j);
	struct unit u;

	x->value = s->m[i].value;
	x->about = true;
	for (; is_scale(kind) && kind != KIND_SHORT; kind = kind_at(s, j)) {
		x->scale *= s->m[j++].value;
		x->to = j;
	}
	if (x->scale > 1) { /* "a couple of hundred thousand" */
		x->value *= x->scale;
		return isfinite(x->value);
	}
	x->to = i + 1;
	if (x->to == s->t->n)
		return true;
	if (x->from == i || j == i + 1 || !num_is_plural(s, j))
		return false;
	return num_unit(s, j, 0, &u) == 0 || !str_is(u.quantity, "duration");
}

/* Reads what begins with "half" or "quarter". */
static bool
read_half(const struct scan *s, size_t i, struct numeral *x)
{
	size_t j = num_hyphen(s, i + 1);
	enum num_approx approx;
	struct unit u;
	bool half = kind_at(s, i) == KIND_HALF;

	x->kind = NUMERAL_PART;
	x->value = 1 / s->m[i].value;
	x->to = i + 1;
	add_of_scale(s, x); /* "half a million" */
	if (x->to > i + 1)
		return true;
	if (num_has(s, i - 1, CUE(SIDE)))
		return false; /* "the second half of", "the eastern half" */
	if (!half)
		return kind_at(s, j) == KIND_OF &&
		    kind_at(s, j + 1) == KIND_ARTICLE;
	if (num_unit(s, j, 0, &u) > 0)
		return true; /* "half-hour" */
	if (kind_at(s, j) == KIND_ARTICLE && num_unit(s, j + 1, 0, &u) > 0) {
		x->to = j + 1; /* "half an hour" */
		return true;
	}
	if (kind_at(s, j) == KIND_OF || num_has(s, j, CUE(DET)))
		return j == i + 1;
	return (s->t->n == 1 || num_before(s, i, &approx) > 0) && j == i + 1;
}

/* Whether an article at token i says one of unit u, which ends before token j:
 * "a gallon of beer", "a mile away"; not "$3 for a gallon of petrol". */
static bool
is_one(const struct scan *s, size_t i, size_t j, const struct unit *u)
{
	if (i == 0 && j == s->t->n)
		return !str_is(u->quantity, "duration");
	if (i > 0 && num_has(s, i - 1, CUE(PREP)) && num_is(s, j, KIND_OF))
		return false;
	if (str_is(u->quantity, "length") && num_has(s, j, CUE(EXTENT)))
		return true;
	return num_is(s, j, KIND_OF) && !num_idiom(s, i) &&
	    (str_is(u->quantity, "mass") || str_is(u->quantity, "volume") ||
		str_is(u->quantity, "area") || str_is(u->quantity, "length"));
}

/* Reads what begins with "a": "a hundred", "a third of", "a few dozen". */
static bool
read_article(const struct scan *s, size_t i, struct numeral *x)
{
	struct sum sum = { .cur = 1, .has = true, .at = i + 1 };
	uint8_t kind = kind_at(s, i + 1);
	size_t to = 0;
	enum num_approx approx;
	struct unit u;

	if (kind == KIND_HUNDRED || kind == KIND_SCALE || kind == KIND_DOZEN)
		return read_sum(s, &sum, x);
	if (kind == KIND_SEVERAL)
		return read_several(s, i + 1, x);
	if (kind == KIND_COUPLE)
		return read_couple(s, i + 1, x);
	to = num_unit(s, i + 1, 0, &u);
	if (to == 0)
		to = unit_money_after(s->t, i + 1, 0, &u);
	if (to > 0 &&
	    (num_before(s, i, &approx) > 0 || is_one(s, i, i + 1 + to, &u))) {
		x->value = 1; /* "over a year" */
		x->to = i + 1;
		return true;
	}
	to = 0;
	x->value = fraction(s, i, &to);
	if (x->value <= 0)
		return false;
	x->kind = NUMERAL_PART;
	x->to = to;
	add_of_scale(s, x);
	if (x->to > to || kind_at(s, to) == KIND_OF || to == s->t->n)
		return true;
	if (kind == KIND_HALF)
		return true;
	/* "A third, a kayaker, was found": the third one. */
	if (num_before(s, i, &approx) == 0 &&
	    (num_has(s, to, CUE(SINGLE)) ||
		(num_ch(s, to, ',') && num_is(s, to + 1, KIND_ARTICLE))))
		return false;
	return (kind == KIND_ORDINAL || kind == KIND_ORDINAL_SCALE) &&
	    ends(s, to);
}

/* Reads an ordinal; before "of" and a unit it is a part: "third of litre". */
static bool
read_ordinal(const struct scan *s, size_t i, struct numeral *x)
{
	double v = s->m[i].value;
	struct unit u;
	bool part = s->m[i].kind == KIND_ORDINAL && v > 2 &&
	    kind_at(s, i + 1) == KIND_OF &&
	    (i == 0 || !num_has(s, i - 1, CUE(DET))) &&
	    num_unit(s, i + 2, 0, &u) > 0;

	x->kind = part ? NUMERAL_PART : NUMERAL_ORDINAL;
	x->value = part ? 1 / v : v;
	x->to = i + 1;
	return true;
}

/* Reads "point five" before a unit. */
static bool
read_point(const struct scan *s, size_t i, struct numeral *x)
{
	struct sum sum = { .at = i, .last = KIND_POINT };
	struct unit u;

	add_decimals(s, &sum);
	x->to = sum.at;
	x->value = sum.cur;
	return sum.at > i && num_unit(s, sum.at, 0, &u) > 0;
}

bool
num_read(const struct scan *s, size_t i, struct numeral *x)
{
	struct sum sum = { .at = i };

	*x = (struct numeral){ .from = i, .low = NAN, .high = NAN, .scale = 1 };
	switch (kind_at(s, i)) {
	case KIND_FIGURES:
		x->figures = true;
		if (!num_figures(s, i, &sum) || !read_sum(s, &sum, x))
			return false;
		if (sum.part && x->kind == NUMERAL_COUNT && x->value < 1)
			x->kind = NUMERAL_PART;
		return true;
	case KIND_DIGIT:
	case KIND_TEEN:
	case KIND_TENS:
		sum.cur = spoken(s, i, &sum.at);
		sum.has = true;
		sum.last = s->m[sum.at - 1].kind;
		return read_sum(s, &sum, x);
	case KIND_HUNDRED:
		sum.cur = 1;
		sum.has = true;
		return kind_at(s, i + 1) == KIND_SCALE && read_sum(s, &sum, x);
	case KIND_GLYPH:
		x->kind = NUMERAL_PART;
		x->value = s->m[i].value;
		x->to = i + 1;
		return true;
	case KIND_ORDINAL:
	case KIND_ORDINAL_SCALE:
		return read_ordinal(s, i, x);
	case KIND_HALF:
	case KIND_QUARTER:
		return read_half(s, i, x);
	case KIND_ARTICLE:
		return read_article(s, i, x);
	case KIND_VAGUE:
		return read_vague(s, i, x);
	case KIND_SEVERAL:
		return read_several(s, i, x);
	case KIND_COUPLE:
		return read_couple(s, i, x);
	case KIND_POINT:
		return read_point(s, i, x);
	case KIND_TIMES:
		x->kind = NUMERAL_TIMES;
		x->value = s->m[i].value;
		x->to = i + 1;
		return x->value > 0; /* not "times" */
	default:
		x->figures = true;
		return num_ch(s, i, '.') && !num_glued(s, i) &&
		    num_figures(s, i, &sum) && read_sum(s, &sum, x);
	}
}
