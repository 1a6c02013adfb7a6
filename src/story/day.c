/*
 * day.c - the days that a date's value covers; see day.h.
 */
#include "day.h"

#include "fact/date_cal.h"

/* The number in n digits of s at byte at, or -1. */
static int
digits(struct str s, size_t at, size_t n)
{
	int v = 0;

	if (at + n > s.n)
		return -1;
	for (size_t i = at; i < at + n; i++) {
		if (!ch_digit(s.p[i]))
			return -1;
		v = v * 10 + (s.p[i] - '0');
	}
	return v;
}

/* The months that a letter behind the year says: quarters, halves, seasons of
 * the northern half of the world. */
static bool
months_of(struct str s, int *from, int *months)
{
	static const struct {
		const char *name;
		int from, months;
	} parts[] = { { "Q1", 1, 3 }, { "Q2", 4, 3 }, { "Q3", 7, 3 },
		{ "Q4", 10, 3 }, { "H1", 1, 6 }, { "H2", 7, 6 }, { "SP", 3, 3 },
		{ "SU", 6, 3 }, { "FA", 9, 3 }, { "WI", 12, 3 } };

	for (size_t i = 0; i < COUNT(parts); i++) {
		if (str_is(s, parts[i].name)) {
			*from = parts[i].from;
			*months = parts[i].months;
			return true;
		}
	}
	return false;
}

static bool
span_months(int year, int month, int months, long *first, long *last)
{
	struct day day = { year, month, 1 };

	*first = cal_number(day);
	*last = cal_number(cal_add_months(day, months)) - 1;
	return true;
}

static bool
span_week(int year, int week, long *first, long *last)
{
	/* 4 January is always in week 1. */
	long start = cal_number((struct day){ year, 1, 4 });

	if (week < 1 || week > 53)
		return false;
	*first = start - cal_weekday(start) + 1 + 7L * (week - 1);
	*last = *first + 6;
	return true;
}

bool
day_span(struct str value, long *first, long *last)
{
	int year = digits(value, 0, 4), month = digits(value, 5, 2);
	int day = digits(value, 8, 2), months;

	if (year < 1 || year >= 9998)
		return false;
	if (value.n == 4)
		return span_months(year, 1, 12, first, last);
	if (value.p[4] != '-')
		return false;
	if (value.n == 8 && value.p[5] == 'W')
		return span_week(year, digits(value, 6, 2), first, last);
	if (value.n == 7 && months_of(str_cut(value, 5, 7), &month, &months))
		return span_months(year, month, months, first, last);
	if (month < 1 || !cal_valid(year, month, day < 1 ? 1 : day))
		return false;
	if (value.n == 7)
		return span_months(year, month, 1, first, last);
	if (value.n < 10 || value.p[7] != '-' || day < 1 ||
	    (value.n > 10 && value.p[10] != 'T'))
		return false;
	*first = *last = cal_number((struct day){ year, month, day });
	return true;
}
