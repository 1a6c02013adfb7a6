/*
 * num_vague.c - numerals that say about how many; see num_sum.h.
 */
#include "num_sum.h"

bool
num_vague(const struct scan *s, size_t i, struct numeral *x)
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

bool
num_several(const struct scan *s, size_t i, struct numeral *x)
{
	double least = s->m[i].value, scale = 1;
	size_t j = i + 1;

	while (sum_is_scale(kind_at(s, j)) && kind_at(s, j) != KIND_SHORT &&
	    j < i + 3)
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

bool
num_couple(const struct scan *s, size_t i, struct numeral *x)
{
	size_t j = num_is(s, i + 1, KIND_OF) ? i + 2 : i + 1;
	uint8_t kind = kind_at(s, j);
	struct unit u;

	x->value = s->m[i].value;
	x->about = true;
	for (; sum_is_scale(kind) && kind != KIND_SHORT; kind = kind_at(s, j)) {
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
