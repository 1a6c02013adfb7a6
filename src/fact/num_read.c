/*
 * num_read.c - one numeral, without sign, unit or the words around it, by the
 * word that it begins with; see num_scan.h.
 */
#include "num_sum.h"

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
	double v = sum_small(s, i, to), rest;
	uint8_t kind = kind_at(s, i + 1);
	size_t end;

	if (s->m[i].kind != KIND_DIGIT || !(v > 0) ||
	    (kind != KIND_TENS && kind != KIND_TEEN))
		return v;
	rest = sum_small(s, i + 1, &end);
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
	sum_add_words(s, sum, x->figures);
	if (!x->figures && sum_add_end(s, sum, x)) {
		if (x->kind == NUMERAL_PART)
			sum_of_scale(s, x);
		return true;
	}
	sum_add_decimals(s, sum);
	sum_add_fraction(s, sum);
	sum_add_scale(s, sum);
	x->value = sum->total + sum->cur;
	x->scale = sum->last == KIND_SCALE ? sum->limit : 1;
	x->to = sum->at;
	return isfinite(x->value);
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
	sum_of_scale(s, x); /* "half a million" */
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

/* Reads "a half", "a third of"; not the third of a row. */
static bool
read_a_part(const struct scan *s, size_t i, struct numeral *x)
{
	uint8_t kind = kind_at(s, i + 1);
	enum num_approx approx;
	size_t to = 0;

	x->value = sum_fraction(s, i, &to);
	if (x->value <= 0)
		return false;
	x->kind = NUMERAL_PART;
	x->to = to;
	sum_of_scale(s, x);
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

/* Reads what begins with "a": "a hundred", "a third of", "a few dozen". */
static bool
read_article(const struct scan *s, size_t i, struct numeral *x)
{
	struct sum sum = { .cur = 1, .has = true, .at = i + 1 };
	uint8_t kind = kind_at(s, i + 1);
	size_t to;
	enum num_approx approx;
	struct unit u;

	if (kind == KIND_HUNDRED || kind == KIND_SCALE || kind == KIND_DOZEN)
		return read_sum(s, &sum, x);
	if (kind == KIND_SEVERAL)
		return num_several(s, i + 1, x);
	if (kind == KIND_COUPLE)
		return num_couple(s, i + 1, x);
	to = num_unit(s, i + 1, 0, &u);
	if (to == 0)
		to = unit_money_after(s->t, i + 1, 0, &u);
	if (to > 0 &&
	    (num_before(s, i, &approx) > 0 || is_one(s, i, i + 1 + to, &u))) {
		x->value = 1; /* "over a year" */
		x->to = i + 1;
		return true;
	}
	return read_a_part(s, i, x);
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

	sum_add_decimals(s, &sum);
	x->to = sum.at;
	x->value = sum.cur;
	return sum.at > i && num_unit(s, sum.at, 0, &u) > 0;
}

/* Reads what begins with figures. */
static bool
read_figures(const struct scan *s, size_t i, struct numeral *x)
{
	struct sum sum = { .at = i };

	x->figures = true;
	if (!num_figures(s, i, &sum) || !read_sum(s, &sum, x))
		return false;
	if (sum.part && x->kind == NUMERAL_COUNT && x->value < 1)
		x->kind = NUMERAL_PART;
	return true;
}

/* Reads what begins with a small number in words. */
static bool
read_words(const struct scan *s, size_t i, struct numeral *x)
{
	struct sum sum = { .at = i, .has = true };

	sum.cur = spoken(s, i, &sum.at);
	sum.last = s->m[sum.at - 1].kind;
	return read_sum(s, &sum, x);
}

/* Reads "hundred thousand". */
static bool
read_hundred(const struct scan *s, size_t i, struct numeral *x)
{
	struct sum sum = { .at = i, .cur = 1, .has = true };

	return kind_at(s, i + 1) == KIND_SCALE && read_sum(s, &sum, x);
}

/* Reads one token that is a numeral by itself: "½", "twice". */
static bool
read_alone(const struct scan *s, size_t i, struct numeral *x)
{
	x->kind = s->m[i].kind == KIND_TIMES ? NUMERAL_TIMES : NUMERAL_PART;
	x->value = s->m[i].value;
	x->to = i + 1;
	return x->kind == NUMERAL_PART || x->value > 0; /* not "times" */
}

/* Reads ".5". */
static bool
read_bare(const struct scan *s, size_t i, struct numeral *x)
{
	struct sum sum = { .at = i };

	x->figures = true;
	return num_ch(s, i, '.') && !num_glued(s, i) &&
	    num_figures(s, i, &sum) && read_sum(s, &sum, x);
}

bool
num_read(const struct scan *s, size_t i, struct numeral *x)
{
	*x = (struct numeral){ .from = i, .low = NAN, .high = NAN, .scale = 1 };
	switch (kind_at(s, i)) {
	case KIND_FIGURES:
		return read_figures(s, i, x);
	case KIND_DIGIT:
	case KIND_TEEN:
	case KIND_TENS:
		return read_words(s, i, x);
	case KIND_HUNDRED:
		return read_hundred(s, i, x);
	case KIND_GLYPH:
	case KIND_TIMES:
		return read_alone(s, i, x);
	case KIND_ORDINAL:
	case KIND_ORDINAL_SCALE:
		return read_ordinal(s, i, x);
	case KIND_HALF:
	case KIND_QUARTER:
		return read_half(s, i, x);
	case KIND_ARTICLE:
		return read_article(s, i, x);
	case KIND_VAGUE:
		return num_vague(s, i, x);
	case KIND_SEVERAL:
		return num_several(s, i, x);
	case KIND_COUPLE:
		return num_couple(s, i, x);
	case KIND_POINT:
		return read_point(s, i, x);
	default:
		return read_bare(s, i, x);
	}
}
