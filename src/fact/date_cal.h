/*
 * date_cal.h - the calendar: days, weeks, leap years, Easter.
 *
 * Proleptic Gregorian, years 1 to 9999.  A day number counts days from a
 * fixed Monday, so that number % 7 is the weekday.
 */
#ifndef PK_DATE_CAL_H
#define PK_DATE_CAL_H

#include "date.h"

/* Whether the month (1-12) and, unless it is 0, the day exist in the year;
 * year 0 stands for a year that is not known (29 February is allowed). */
bool cal_valid(int year, int month, int day);

int cal_month_days(int year, int month);

/* The number of a day, whose month and day must not be 0; and back. */
long cal_number(struct day day);
struct day cal_day(long number);

/* 1 Monday to 7 Sunday. */
int cal_weekday(long number);

/* The ISO 8601 week (1 to 53) of a day, and the year that it belongs to. */
void cal_week(long number, int *year, int *week);

/* day n months on (n may be negative); the day of the month is cut to the
 * month's length, and stays 0 where it is 0. */
struct day cal_add_months(struct day day, long n);

/* Western Easter Sunday. */
long cal_easter(int year);

/* Easter Sunday of the Julian calendar, as a day of the Gregorian one. */
long cal_orthodox_easter(int year);

/* The first day of the Jewish year that begins in that year. */
long cal_rosh_hashanah(int year);

/* The first day of the Chinese year that begins in that year, or 0 for years
 * that are not in data/date/lunar.tsv. */
long cal_lunar_new_year(int year);

/* The nth (1 to 5; -1 the last) such weekday of a month, or 0 if there is
 * none. */
long cal_nth_weekday(int year, int month, int weekday, int nth);

#endif
