/*
 * date_nth.c - days, weeks and months that are counted within another; see
 * date_frame.h.
 */
#include "date_cal.h"
#include "date_frame.h"

/* The day of that number in the month step months from base's, if it exists
 * and falls on the draft's weekday; nothing otherwise. */
static struct when
day_in_month(const struct draft *d, struct day base, int step)
{
	struct day try = { base.year, base.month, 1 };

	try = cal_add_months(try, step);
	try.day = d->day;
	if (try.year < 1 || try.year > 9999 ||
	    !cal_valid(try.year, try.month, try.day) ||
	    (d->weekday > 0 && cal_weekday(cal_number(try)) != d->weekday))
		return (struct when){ 0 };
	return when_of(try);
}

/* "the 15th", "Friday the 13th": in now's month, or the nearest that the
 * tense and the weekday allow. */
static struct when
resolve_theday(const struct frame *f)
{
	const struct draft *d = f->d;
	struct day base = f->now;
	bool ahead = f->tense == TENSE_FUTURE;
	bool both = d->weekday > 0 && f->tense == TENSE_NONE;
	struct when w;
	int first = 0;

	if (base.year <= 0 || base.month == 0)
		return (struct when){ .day = d->day };
	if (!f->narrative && base.day > 0 && !both)
		first = ahead ? d->day < base.day : d->day > base.day;
	for (int i = first; i < 24; i++) {
		w = day_in_month(d, base, ahead || both ? i : -i);
		if (w.year == 0 && both)
			w = day_in_month(d, base, -i);
		if (w.year > 0)
			return w;
	}
	return (struct when){ .day = d->day };
}

/* "first Tuesday of October", "last Monday of last month". */
static struct when
resolve_nthday(const struct frame *f)
{
	const struct draft *d = f->d;
	int nth = d->ordinal > 0 ? d->ordinal : -1;
	struct day month = { d->year, d->month, 0 };
	long number;

	if (d->amounts > 0) {
		struct when w = when_unit(frame_base(f), d->unit[0],
		    d->which == LEX_THIS || d->which == LEX_THAT
			? 0
			: frame_sign(d->shift));

		month = (struct day){ w.year, w.month, 0 };
	} else if (month.year == 0) {
		month.year = frame_year(f, d->month, 0);
	}
	if (month.year <= 0 || month.month == 0)
		return (struct when){ 0 };
	number = cal_nth_weekday(month.year, month.month, d->weekday, nth);
	return number > 0 ? when_number(number) : (struct when){ 0 };
}

/* The nth (0: the last) week, weekend or day of a month, month, quarter, week
 * or day of a year. */
static struct when
nth_unit(int year, int month, enum date_unit unit, int nth)
{
	struct when w = { .year = year };
	struct day last = { year, 12, 28 }; /* is always in the last week */
	long number;

	if (unit == UNIT_QUARTER || unit == UNIT_MONTH) {
		w.quarter = unit == UNIT_MONTH ? 0 : nth > 0 ? nth : 4;
		w.month = unit == UNIT_MONTH ? (nth > 0 ? nth : 12) : 0;
		return w;
	}
	if (year <= 0)
		return (struct when){ 0 };
	if (unit == UNIT_DAY && month > 0) {
		w.month = month;
		w.day = nth > 0 ? nth : cal_month_days(year, month);
		return w;
	}
	if (unit == UNIT_DAY)
		return nth > 0
		    ? when_number(
			  cal_number((struct day){ year, 1, 1 }) + nth - 1)
		    : when_of((struct day){ year, 12, 31 });
	if (month == 0) {
		if (nth == 0)
			cal_week(cal_number(last), &year, &nth);
		w.week = nth;
		w.monday = when_first_monday(year) + (nth - 1) * 7;
		return w;
	}
	/* As for years, a week is of the month that has its Thursday. */
	number = cal_nth_weekday(
	    year, month, unit == UNIT_WEEKEND ? 6 : 4, nth > 0 ? nth : -1);
	if (number == 0)
		return (struct when){ 0 };
	w = when_week(cal_day(number), 0);
	w.weekend = unit == UNIT_WEEKEND;
	return w;
}

/* "19th century", "third quarter of 2024", "first week of October". */
static struct when
resolve_nth(const struct frame *f)
{
	const struct draft *d = f->d;
	struct when w = { .year = d->year };
	int nth = d->ordinal;

	if (d->unit[0] == UNIT_CENTURY) {
		w.year = (nth - 1) * 100;
		w.bc = d->bc;
		w.century = true;
		return w;
	}
	if (w.year == 0)
		w.year =
		    d->month > 0 ? frame_year(f, d->month, 0) : f->now.year;
	return nth_unit(w.year, d->month, d->unit[0], nth);
}

static struct when
resolve_of_unit(const struct frame *f)
{
	const struct draft *d = f->d;
	int shift = d->which == LEX_THIS || d->which == LEX_THAT
	    ? 0
	    : frame_sign(d->shift);
	bool nth = d->make == MAKE_NTHREL || d->make == MAKE_NTHTHIS;
	struct when w;

	if (d->make == MAKE_NTHTHIS)
		shift = 0;
	w = when_unit(frame_base(f), d->unit[nth ? 1 : 0], shift);

	switch (d->make) {
	case MAKE_MONTHOF: /* "20th of last month" has its month there */
		if (d->month > 0)
			w.month = d->month;
		w.day = d->day;
		if (w.year > 0 && w.day > 0 &&
		    !cal_valid(w.year, w.month, w.day))
			return (struct when){ 0 };
		return w;
	case MAKE_SEASONOF:
		return (struct when){ .year = w.year, .season = d->season };
	case MAKE_NTHREL:
	case MAKE_NTHTHIS:
		return w.year == 0
		    ? w
		    : nth_unit(w.year, w.month, d->unit[0], d->ordinal);
	default:
		if (w.week == 0)
			return (struct when){ .weekday = d->weekday };
		return when_number(w.monday + d->weekday - 1);
	}
}

/* The weekend beside a day: before a Monday, Tuesday or Wednesday, else behind
 * it. */
static struct when
weekend_near(struct when w)
{
	struct day day = { w.year, w.month, w.day };

	if (!when_known(day))
		return (struct when){ 0 };
	w = when_week(day, cal_weekday(cal_number(day)) <= 3 ? -1 : 0);
	w.weekend = true;
	return w;
}

struct when
nth_holiday(const struct frame *f)
{
	struct when w = frame_holiday(f);

	return f->d->amounts > 0 && f->d->unit[0] == UNIT_WEEKEND
	    ? weekend_near(w)
	    : w;
}

/* "the week of October 6", "the week of the 18th". */
static struct when
resolve_weekof(const struct frame *f)
{
	struct when w = f->d->holiday != NULL ? frame_holiday(f)
	    : f->d->month > 0                 ? frame_date(f)
					      : resolve_theday(f);

	return when_week((struct day){ w.year, w.month, w.day }, 0);
}

/* "the first months of 2024", "the last days of last month": all of it. */
static struct when
resolve_partof(const struct frame *f)
{
	const struct draft *d = f->d;
	struct when w = { .year = d->year, .month = d->month };

	if (d->month > 0 && d->year == 0)
		w.year = frame_year(f, d->month, 0);
	if (d->month > 0 || d->year > 0)
		return w;
	return when_unit(frame_base(f), d->unit[1],
	    d->which == LEX_THIS ? 0 : frame_sign(d->shift));
}

struct when
nth_resolve(const struct frame *f)
{
	switch (f->d->make) {
	case MAKE_THEDAY:
		return resolve_theday(f);
	case MAKE_WEEKOF:
		return resolve_weekof(f);
	case MAKE_NTH:
		return resolve_nth(f);
	case MAKE_NTHDAY:
		return resolve_nthday(f);
	case MAKE_PARTOF:
		return resolve_partof(f);
	default:
		return resolve_of_unit(f);
	}
}
