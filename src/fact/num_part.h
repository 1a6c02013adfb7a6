/*
 * num_part.h - what the parts of num_part.c share: steps that make more of a
 * numeral, p, by what stands beside it.
 *
 * num_measure.c  units: "5 km", "20 (kg)", "5ft 4in"
 * num_rate.c     rates: "barrels a day", "people per km2"
 * num_part.c     signs, currencies before it, scales of one letter; the order
 */
#ifndef PK_NUM_PART_H
#define PK_NUM_PART_H

#include "num_scan.h"

/* The unit or currency at token i, whichever is longer. */
size_t part_measure(
    const struct scan *s, const struct part *p, size_t i, struct unit *u);

/* Takes the unit behind p: "5 km", "1,200-kilometre", "a quarter of a
 * percentage point", "thousands of dollars", "20 (kg)". */
void part_unit(const struct scan *s, struct part *p);

/* Takes a smaller unit behind p: "5ft 4in", "3 dollars and 50 cents". */
void part_smaller(const struct scan *s, struct part *p);

/* Reads inches as a sign: 9" nails, 10 " long. */
void part_inches(const struct scan *s, struct part *p);

/* Reads feet and inches as signs: 5'4". */
void part_feet(const struct scan *s, struct part *p);

/* Takes the rate behind p: "km/h", "barrels a day", "people per km2". */
void part_rate(const struct scan *s, struct part *p);

/* Takes a rate behind the thing counted: "500 people per square kilometre";
 * the unit changes, the tokens do not. */
void part_count_rate(const struct scan *s, struct part *p);

#endif
