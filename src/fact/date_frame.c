/*
 * date_frame.c - years, weekdays and seasons that the text leaves open; see
 * date_frame.h.
 */
#include "date_frame.h"

#include "date_cal.h"

/* So many days ahead are near. */
#define SOON_DAYS 15

/* Whether a month or a day (else 0) of the year is so near that its name alone
 * is hardly that of last year's, whatever verb is near: "discussed the status
 * expected in June"; but "since December". */
static bool
is_soon(const struct frame *f, struct day base, int month, int day)
{
	size_t i = f->d->from;

	if (day > 0 && base.day > 0)
		return (month - base.month) * 30 + day - base.day <= SOON_DAYS;
	return month - base.month <= 1 &&
	    !(i > 0 && str_is(f->t->v[i - 1].low, "since"));
}

/* The year of a month and day (0: the month) that follow or precede base
 * as the sentence's tense says, else the nearest. */
static int
year_by_tense(const struct frame *f, struct day base, int month, int day)
{
	int at = month * 32 + day, here = base.month * 32 + base.day;

	if (base.month == 0)
		return base.year;
	if (day == 0 || base.day == 0) {
		at = month;
		here = base.month;
	}
	if (f->tense == TENSE_PAST)
		return at > here && !is_soon(f, base, month, day)
		    ? base.year - 1
		    : base.year;
	if (f->tense == TENSE_FUTURE)
		return at < here ? base.year + 1 : base.year;
	if (month - base.month > 6)
		return base.year - 1;
	return base.month - month > 6 ? base.year + 1 : base.year;
}

/* The year of a month in a narrative: as a rule the last year that was
 * named, or the next one when the story is past that month by far. */
static int
year_by_story(struct day last, int month)
{
	if (last.month - month > 6)
		return last.year + 1;
	if (month - last.month > 9 && last.month > 0)
		return last.year - 1;
	return last.year;
}

int
frame_year(const struct frame *f, int month, int day)
{
	if (f->narrative)
		return year_by_story(f->now, month);
	if (f->now.year <= 0)
		return 0;
	return year_by_tense(f, f->now, month, day);
}

/* As frame_year() for a day that must fall on a weekday, if a near year does
 * that. */
static int
year_for_weekday(const struct frame *f, int month, int day, int weekday)
{
	static const int order[] = { 0, 1, -1, 2, -2, 3, -3 };
	int year = frame_year(f, month, day);

	if (year == 0 || weekday == 0)
		return year;
	for (size_t i = 0; i < COUNT(order); i++) {
		struct day try = { year + order[i], month, day };

		if (try.year > 0 && cal_valid(try.year, month, day) &&
		    cal_weekday(cal_number(try)) == weekday)
			return try.year;
	}
	return year;
}

struct when
frame_weekday(const struct frame *f, struct day base)
{
	long number;
	int behind, ahead;

	if (f->d->linked && when_known(f->story->last))
		base = f->story->last;
	if (!when_known(base))
		return (struct when){ .weekday = f->d->weekday };
	number = cal_number(base);
	behind = (cal_weekday(number) - f->d->weekday + 7) % 7;
	ahead = (7 - behind) % 7;
	if (f->tense == TENSE_FUTURE || f->narrative || f->d->linked)
		return when_number(number + ahead);
	return when_number(number - behind);
}

static struct when
when_season(const struct frame *f)
{
	struct when w = { .season = f->d->season, .year = f->d->year };

	if (w.year != 0 || (f->now.year <= 0 && !f->narrative))
		return w;
	w.year = f->now.year;
	if (f->narrative || f->now.month == 0)
		return w;
	/* a winter is called by the year of its end */
	if (f->tense == TENSE_PAST && !(w.season == 4 && f->now.month <= 3) &&
	    frame_season_month(w.season) > f->now.month)
		w.year--;
	if (f->tense == TENSE_FUTURE &&
	    frame_season_month(w.season) + 3 <= f->now.month)
		w.year++;
	return w;
}

struct when
frame_date(const struct frame *f)
{
	const struct draft *d = f->d;
	struct when w = { .year = d->year, .month = d->month, .day = d->day };

	if (d->full.year > 0)
		return when_of(d->full);
	if (d->season > 0)
		return when_season(f);
	if (d->month == 0 && d->weekday > 0)
		return frame_weekday(f, f->now);
	if (d->month > 0 && d->year == 0)
		w.year = year_for_weekday(f, d->month, d->day, d->weekday);
	if (w.year > 0 && w.day > 0 && !cal_valid(w.year, w.month, w.day))
		w.year = 0; /* 29 February of a year not named */
	return w;
}

struct day
frame_base(const struct frame *f)
{
	const struct draft *d = f->d;
	/* "the" of "the first week of next month" is not that of the month */
	bool inner = d->make == MAKE_NTHREL || d->make == MAKE_NTHTHIS ||
	    d->make == MAKE_NTHDAY || d->make == MAKE_MONTHOF ||
	    d->make == MAKE_PARTOF || d->ago != 0;
	bool then = d->which == LEX_THAT || d->shift == 3 || d->shift == -3 ||
	    (d->which == LEX_NEXT && d->shift == 1 && d->the && !inner);

	return then ? f->then : f->now;
}

int
frame_sign(int shift)
{
	return (shift > 0) - (shift < 0);
}

/* "last Friday", "this Friday", "next Friday". */
struct when
frame_rel_weekday(const struct frame *f, struct day base)
{
	const struct draft *d = f->d;
	long number, monday;
	int shift = d->which == LEX_THIS ? 0 : d->shift;

	if (!when_known(base))
		return (struct when){ .weekday = d->weekday };
	number = cal_number(base);
	monday = number - cal_weekday(number) + 1;
	if (shift < -1)
		return when_number(number - 1 -
		    (cal_weekday(number) - 1 - d->weekday + 7) % 7);
	if (shift > 1)
		return when_number(number + 1 +
		    (d->weekday - cal_weekday(number) - 1 + 7) % 7);
	return when_number(monday + 7 * shift + d->weekday - 1);
}
