/*
 * date_when.c - arithmetic on parts of the calendar; see date_when.h.
 */
#include "date_when.h"

#include "date_cal.h"

bool
when_known(struct day day)
{
	return day.year > 0 && day.month > 0 && day.day > 0;
}

struct when
when_of(struct day day)
{
	return (struct when){
		.year = day.year, .month = day.month, .day = day.day
	};
}

struct when
when_number(long number)
{
	if (number < 0)
		return (struct when){ 0 };
	return when_of(cal_day(number));
}

/* The week of a day, or nothing when the day is not known. */
struct when
when_week(struct day day, long weeks)
{
	struct when w = { 0 };
	long number;

	if (!when_known(day))
		return w;
	number = cal_number(day) + weeks * 7;
	if (number < 7)
		return w;
	cal_week(number, &w.year, &w.week);
	w.monday = number - cal_weekday(number) + 1;
	return w;
}

struct when
when_months(struct day day, long months)
{
	struct when w = { 0 };

	if (day.year <= 0 || day.month == 0 || day.year * 12L + months <= 12)
		return w;
	day.day = 0;
	day = cal_add_months((struct day){ day.year, day.month, 1 }, months);
	w.year = day.year;
	w.month = day.month;
	return w;
}

struct when
when_days(struct day day, long days)
{
	if (!when_known(day) || days < -3000000 || days > 3000000)
		return (struct when){ 0 };
	return when_number(cal_number(day) + days);
}

static struct when
when_quarter(struct day day, long quarters)
{
	struct when w = { 0 };
	long q;

	if (day.year <= 0 || day.month == 0)
		return w;
	q = day.year * 4L + (day.month - 1) / 3 + quarters;
	w.year = (int)(q / 4);
	w.quarter = (int)(q % 4) + 1;
	return w;
}

/* The unit that lies shift units from the one that holds day. */
struct when
when_unit(struct day day, enum date_unit unit, long shift)
{
	struct when w = { 0 };

	if (day.year == 0 || shift > 100000 || shift < -100000)
		return w;
	switch (unit) {
	case UNIT_DAY:
		return when_days(day, shift);
	case UNIT_NIGHT:
		w = when_days(day, shift);
		w.part = PART_NIGHT;
		return w;
	case UNIT_WEEK:
		return when_week(day, shift);
	case UNIT_FORTNIGHT:
		return when_week(day, shift * 2);
	case UNIT_WEEKEND:
		w = when_week(day, shift);
		w.weekend = w.week > 0;
		return w;
	case UNIT_MONTH:
		return when_months(day, shift);
	case UNIT_QUARTER:
		return when_quarter(day, shift);
	case UNIT_YEAR:
		w.year = day.year + (int)shift;
		return w;
	case UNIT_DECADE:
		w.year = (day.year / 10 + (int)shift) * 10;
		w.decade = true;
		return w;
	case UNIT_CENTURY:
		w.year = (day.year / 100 + (int)shift) * 100;
		w.century = true;
		return w;
	default:
		return w;
	}
}

/* The Monday of a year's first ISO week. */
long
when_first_monday(int year)
{
	long fourth = cal_number((struct day){ year, 1, 4 });

	return fourth - cal_weekday(fourth) + 1;
}
