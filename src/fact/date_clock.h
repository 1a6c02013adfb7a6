/*
 * date_clock.h - times of day that are said in part.
 *
 *   "from 5 to 6 p.m."     "5" is an hour, in the half of "6 p.m."
 *   "8am until 6"          "6" is an hour
 *   "at 8" of "tonight at 8", "at 5" of "at 5 on Friday"
 */
#ifndef PK_DATE_CLOCK_H
#define PK_DATE_CLOCK_H

#include "date_rule.h"

/* Whether only what links two dates stands in items [from, to): a dash, a
 * slash, "to", "and". */
bool clock_linked(const struct items *items, size_t from, size_t to);

/* The hour that is the lower end of the range that ends with d, not below
 * item low; the hour that is the upper end of the one that begins with d.
 * False when there is none. */
bool clock_before(const struct tokens *t, const struct items *items, size_t low,
    const struct draft *d, struct draft *first);
bool clock_behind(const struct tokens *t, const struct items *items,
    const struct draft *d, struct draft *second);

/* "between 2:00 and 2:30 p.m.": the last time of the list gets the half of d,
 * the end of its range. */
void clock_share_half(
    const struct items *items, const struct draft *d, struct drafts *list);

/* "at 8", "around 8" behind a day, from item i; "at 8 on", whose last item is i
 * - 1, in front of one, not below item low.  False when there is none. */
bool clock_at(const struct tokens *t, const struct items *items, size_t i,
    struct draft *hour);
bool clock_on(const struct tokens *t, const struct items *items, size_t low,
    size_t i, struct draft *hour);

/* "from 7 to 9" in front of a part of the day, from item i back. */
bool clock_between(const struct tokens *t, const struct items *items,
    size_t low, size_t i, struct draft *range);

/* Works out the time of "5 in the morning", "5 to 7 in the morning", "20 past
 * 8", "half past ten", so that it can be joined to a day. */
void clock_words(struct draft *d);

/* Moves the time of a draft that is complete behind noon, where its part of
 * the day says so. */
void clock_complete(struct draft *d);

#endif
