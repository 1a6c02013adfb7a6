/*
 * date_when.h - points and stretches of the calendar, and steps between them.
 */
#ifndef PK_DATE_WHEN_H
#define PK_DATE_WHEN_H

#include "date_lex.h"

/* A point or stretch of the calendar; 0 stands for what is not known. */
struct when {
	int year; /* below 0: before Christ */
	int month, day, weekday, week, season, quarter, half;
	bool weekend; /* of week */
	bool decade;  /* that year is in; also century */
	bool century, bc, fiscal;
	long monday; /* of week: its day number */
	int part;    /* enum part */
	bool has_clock, utc;
	int clock;    /* minutes since midnight */
	int second;   /* plus 1; 0: not said */
	bool dayless; /* a time of no one day is "T17:00" */
};

/* Whether year, month and day are known. */
bool when_known(struct day day);

/* The same day; and that of a day number (nothing when it is below 0). */
struct when when_of(struct day day);
struct when when_number(long number);

/* What lies so many days, weeks, months or units on from the day, week, month
 * or unit that day is in; nothing when that is not known or out of range. */
struct when when_days(struct day day, long days);
struct when when_week(struct day day, long weeks);
struct when when_months(struct day day, long months);
struct when when_unit(struct day day, enum date_unit unit, long shift);

/* The day number of the Monday of a year's first ISO week. */
long when_first_monday(int year);

#endif
