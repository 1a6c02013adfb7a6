/*
 * day.h - the days that a date's value covers.
 *
 *   "2025-11-03" "2025-11-03T09:00"   that day
 *   "2025-W45" "2025-11" "2025-Q3"    all of them
 *   "2025-SU" "2025-H1" "2025"
 *
 * "PRESENT_REF", "P1Y" and "XXXX-11-03" cover none that is known.
 */
#ifndef PK_DAY_H
#define PK_DAY_H

#include "base/base.h"

/* Sets the first and last day (numbers of date_cal.h) of a TIMEX3 value;
 * false, with nothing set, when it names no days. */
bool day_span(struct str value, long *first, long *last);

#endif
