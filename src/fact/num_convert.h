/*
 * num_convert.h - the units that a user wants numbers in: --convert km,kg,°C.
 *
 * A number whose unit has an SI value is told in the asked unit of the same
 * quantity besides its own.  Money has no such value: what a dollar was worth
 * depends on the day.
 */
#ifndef PK_NUM_CONVERT_H
#define PK_NUM_CONVERT_H

#include "num.h"

struct num_convert {
	struct unit *v;
	size_t n;
};

/* Reads a list of units, by symbol or name, kept apart by commas; it is in
 * perm.  False when one is none, has no SI value, or is of the same quantity
 * as another: then *why says so, in perm. */
bool num_convert_read(struct str list, struct num_convert *c,
    struct arena *perm, const char **why);

/* The unit that num is to be told in, or NULL; x in the unit of num is
 * num_converted() in it. */
const struct unit *num_convert_to(
    const struct num_convert *c, const struct num *num);
double num_converted(const struct num *num, const struct unit *to, double x);

#endif
