/*
 * date_guard.h - whether words that look like a date are one.
 *
 *   "in May", not "Theresa May"; "in 2023", not "2023 people";
 *   "the past month", not "past Monday's low"
 *
 * The words around are in data/date/around.tsv.
 */
#ifndef PK_DATE_GUARD_H
#define PK_DATE_GUARD_H

#include "date_rule.h"

/* Whether the draft (its items are set) stands where a date can stand. */
bool guard_allows(
    const struct tokens *t, const struct items *items, const struct draft *d);

/* Whether item i is two digits behind a year: "2012-13". */
bool guard_is_pair(const struct items *items, size_t i);

/* Whether the day behind the link at item i belongs to the date before it:
 * "March 3-17", "between March 3 and 17". */
bool guard_day_after(
    const struct tokens *t, const struct items *items, size_t i);

#endif
