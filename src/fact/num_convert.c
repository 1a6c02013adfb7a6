/*
 * num_convert.c - numbers in other units; see num_convert.h.
 */
#include "num_convert.h"

#include <math.h>
#include <stdio.h>

#define WHY_MAX 160

static const char *
why_not(struct arena *a, struct str name, const char *what)
{
	char *why = arena_alloc(a, WHY_MAX, 1);

	(void)snprintf(why, WHY_MAX, "%.*s: %s",
	    (int)(name.n > 60 ? 60 : name.n), name.p, what);
	return why;
}

static bool
has_quantity(const struct num_convert *c, struct str quantity)
{
	for (size_t i = 0; i < c->n; i++)
		if (str_eq(c->v[i].quantity, quantity))
			return true;
	return false;
}

bool
num_convert_read(struct str list, struct num_convert *c, struct arena *perm,
    const char **why)
{
	size_t cap = 0;

	*c = (struct num_convert){ NULL, 0 };
	for (size_t at = 0, end; at <= list.n; at = end + 1) {
		struct str name;
		struct unit u;

		end = str_find(list, STR(","), at);
		name = str_cut(list, at, end);
		if (!unit_parse(name, &u, perm)) {
			*why = why_not(perm, name, "not a unit that pk knows");
			return false;
		}
		if (!(u.si > 0)) {
			*why = why_not(perm, name, "cannot be converted");
			return false;
		}
		if (has_quantity(c, u.quantity)) {
			*why = why_not(
			    perm, name, "of a quantity that is there already");
			return false;
		}
		c->v = vec_room(perm, c->v, c->n, &cap, sizeof(*c->v));
		c->v[c->n++] = u;
	}
	return true;
}

const struct unit *
num_convert_to(const struct num_convert *c, const struct num *num)
{
	struct unit own;

	if (!(num->si_factor > 0) || num->unit.n == 0)
		return NULL;
	for (size_t i = 0; i < c->n; i++) {
		/* An age is a duration in another sense. */
		if (str_eq(c->v[i].quantity, num->quantity) ||
		    (unit_of(num->unit, &own) &&
			str_eq(c->v[i].quantity, own.quantity)))
			return &c->v[i];
	}
	return NULL;
}

double
num_converted(const struct num *num, const struct unit *to, double x)
{
	double y = (num->si_factor * x + num->si_offset - to->offset) / to->si;

	return isfinite(y) ? y : NAN;
}
