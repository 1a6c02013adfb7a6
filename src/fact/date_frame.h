/*
 * date_frame.h - what the resolution of one expression works with; of no
 * interest to others than date_value.c and its parts.
 *
 * date_frame.c   years, weekdays and seasons that the text leaves open
 * date_rel.c     "last", "this", "next"; the days of feasts
 * date_anchor.c  so long before or after something
 * date_nth.c     the first, second, ... of something
 */
#ifndef PK_DATE_FRAME_H
#define PK_DATE_FRAME_H

#include "date_rule.h"
#include "date_tense.h"
#include "date_when.h"

struct frame {
	const struct tokens *t;
	const struct draft *d;
	struct date_story *story;
	struct day now;  /* what "last week" and bare weekdays go by */
	struct day then; /* what "the following day", "later" go by */
	bool narrative;
	enum tense tense;
};

/* The month that a season begins in; 1: spring. */
static inline int
frame_season_month(int season)
{
	return season * 3;
}

/* -1, 0 or 1. */
int frame_sign(int shift);

/* The day that the draft's "last", "that" or "the next" goes by. */
struct day frame_base(const struct frame *f);

/* The year of a month and day (0: the month) that the text gives without
 * one; 0 when it is not known. */
int frame_year(const struct frame *f, int month, int day);

/* The day of the draft's weekday, of "next Friday", of its holiday (with the
 * year that it names, or "of last year"); nothing when it is not known. */
struct when frame_weekday(const struct frame *f, struct day base);
struct when frame_rel_weekday(const struct frame *f, struct day base);
struct when frame_holiday(const struct frame *f);

/* The day, month, season or year that the draft names. */
struct when frame_date(const struct frame *f);

/* "last Friday", "next summer", "this year". */
struct when rel_resolve(const struct frame *f);

/* Whether the duration of the draft says when something will be: "it ends in
 * two days", "in two days' time"; not "it was built in two days".  The tense
 * of f is set. */
bool anchor_is_ahead(const struct frame *f);

/* "two days ago", "a year and a half later", "the day after Christmas", "in 20
 * minutes".  Hours and minutes need the time of publication; without it few
 * of them are that day. */
struct when anchor_resolve(const struct frame *f);

/* "the 15th", "first week of October", "third quarter of last year", "20th of
 * last month", "Tuesday next week", "the week of October 6". */
struct when nth_resolve(const struct frame *f);

/* frame_holiday(), or the weekend beside it: "Memorial Day weekend". */
struct when nth_holiday(const struct frame *f);

#endif
