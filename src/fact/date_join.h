/*
 * date_join.h - puts drafts together that belong together.
 *
 *   "3 a.m." "Tuesday"     one: "3 a.m. on Tuesday"
 *   "5 to 6 p.m."          one
 *   "3-17 March"           two: "3" takes the month of "17 March"
 *   "2012-13"              two years
 *   "April to June 1968"   the first takes the year of the second
 */
#ifndef PK_DATE_JOIN_H
#define PK_DATE_JOIN_H

#include "date_rule.h"

/* Adds a draft to the list, joined with the last one where that is right,
 * and with what belongs to it on either side; items below low are taken. */
void join_add(const struct tokens *t, const struct items *items, size_t low,
    struct draft d, struct drafts *list, struct arena *a);

/* Makes one of two times of a day that are linked: "5 to 6 p.m." */
void join_ranges(
    const struct tokens *t, const struct items *items, struct drafts *list);

#endif
