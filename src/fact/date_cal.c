/*
 * date_cal.c - the calendar; see date_cal.h.
 */
#include "date_cal.h"

#include "base/tab.h"

#include "date_lunar.h"

/* Day number of 1 January of year 1 less one; that day was a Monday. */
#define DAYS_400 146097L

static bool
is_leap(int year)
{
	return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

int
cal_month_days(int year, int month)
{
	static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30,
		31 };

	return days[month - 1] + (month == 2 && is_leap(year));
}

bool
cal_valid(int year, int month, int day)
{
	return month >= 1 && month <= 12 && day >= 0 &&
	    day <= cal_month_days(year, month);
}

static long
year_start(int year)
{
	long y = year - 1;

	return y * 365 + y / 4 - y / 100 + y / 400;
}

long
cal_number(struct day day)
{
	long n = year_start(day.year) + day.day - 1;

	for (int m = 1; m < day.month; m++)
		n += cal_month_days(day.year, m);
	return n;
}

struct day
cal_day(long number)
{
	struct day day = { .month = 1 };

	day.year = (int)(number * 400 / DAYS_400) + 1;
	while (year_start(day.year) > number)
		day.year--;
	while (year_start(day.year + 1) <= number)
		day.year++;
	number -= year_start(day.year);
	while (number >= cal_month_days(day.year, day.month))
		number -= cal_month_days(day.year, day.month++);
	day.day = (int)number + 1;
	return day;
}

int
cal_weekday(long number)
{
	return (int)(number % 7) + 1;
}

void
cal_week(long number, int *year, int *week)
{
	/* A week belongs to the year that has its Thursday. */
	long thursday = number - cal_weekday(number) + 4;

	*year = cal_day(thursday).year;
	*week = (int)(thursday - year_start(*year)) / 7 + 1;
}

struct day
cal_add_months(struct day day, long n)
{
	long m = day.year * 12L + day.month - 1 + n;
	int last;

	day.year = (int)(m / 12);
	day.month = (int)(m % 12) + 1;
	last = cal_month_days(day.year, day.month);
	if (day.day > last)
		day.day = last;
	return day;
}

/* The rule of the Gregorian calendar in the form of Butcher (1876). */
long
cal_easter(int year)
{
	int a = year % 19, b = year / 100, c = year % 100;
	int d = b / 4, e = b % 4, g = (b - (b + 8) / 25 + 1) / 3;
	int h = (19 * a + b - d - g + 15) % 30;
	int l = (32 + 2 * e + 2 * (c / 4) - h - c % 4) % 7;
	int m = (a + 11 * h + 22 * l) / 451;
	int n = h + l - 7 * m + 114;

	return cal_number((struct day){ year, n / 31, n % 31 + 1 });
}

/* The rule of the Julian calendar in the form of Meeus (1991). */
long
cal_orthodox_easter(int year)
{
	int d = (19 * (year % 19) + 15) % 30;
	int e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7;
	int n = d + e + 114;
	struct day julian = { year, n / 31, n % 31 + 1 };

	return cal_number(julian) + year / 100 - year / 400 - 2;
}

/* Days from the first of the Jewish calendar to the new moon of a year, put
 * off where it falls on a Sunday, Wednesday or Friday: months of 29 days,
 * 12 hours and 793 of 1080 parts, seven years of 19 with one more. */
static long
molad(long year)
{
	long months = (235 * year - 234) / 19;
	long parts = 12084 + 13753 * months;
	long day = 29 * months + parts / 25920;

	return 3 * (day + 1) % 7 < 3 ? day + 1 : day;
}

/* The Jewish year of 3761 before Christ is the first, and no year may have 356
 * or 382 days. */
long
cal_rosh_hashanah(int year)
{
	const long first = -1373428; /* its day number, less one */
	long y = year + 3761L;
	long before = molad(y - 1), day = molad(y), behind = molad(y + 1);

	if (behind - day == 356)
		day += 2;
	else if (day - before == 382)
		day++;
	return first + day;
}

long
cal_lunar_new_year(int year)
{
	char key[4];
	const struct date_lunar *row;

	if (year < 1000 || year > 9999)
		return 0;
	for (int i = 3, y = year; i >= 0; i--, y /= 10)
		key[i] = (char)('0' + y % 10);
	row = tab_find(&date_lunar_tab, (struct str){ key, sizeof(key) });
	return row == NULL
	    ? 0
	    : cal_number((struct day){ year, (int)row->month, (int)row->day });
}

long
cal_nth_weekday(int year, int month, int weekday, int nth)
{
	int last = cal_month_days(year, month), day;
	long first = cal_number((struct day){ year, month, 1 });

	day = 1 + (weekday - cal_weekday(first) + 7) % 7;
	if (nth < 0)
		day += (last - day) / 7 * 7;
	else
		day += (nth - 1) * 7;
	if (day > last)
		return 0;
	return first + day - 1;
}
