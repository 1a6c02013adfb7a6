/*
 * date_allow.h - the parts of date_guard.c: whether the words around a draft
 * allow what it makes.
 *
 * date_allow_day.c  days, months, weekdays, seasons that are named
 * date_allow_rel.c  units that are counted or pointed at
 * date_guard.c      the rest, and which is asked
 */
#ifndef PK_DATE_ALLOW_H
#define PK_DATE_ALLOW_H

#include "date_scene.h"

/* "in May", "15 March 2025", "on Friday", "in summer". */
bool allow_date(const struct scene *s);

/* "since the 15th", not "the 15th victim". */
bool allow_theday(const struct scene *s);

/* "20th of this month", "August of last year"; in each the unit is the one
 * that has such a thing. */
bool allow_monthof(const struct scene *s);

/* "the 20th century", "first week of October". */
bool allow_nth(const struct scene *s);

/* "third quarter of last year", "first week of next month". */
bool allow_nthrel(const struct draft *d);

/* "the first weeks of January", "the early months of this year"; not "the
 * second months of", "the first years of this month". */
bool allow_partof(const struct scene *s);

/* "the past month", "that Friday night"; not "that Friday". */
bool allow_rel(const struct scene *s);

/* "the end of the week", not "at the end of the day". */
bool allow_unitof(const struct scene *s);

#endif
