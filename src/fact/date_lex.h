/*
 * date_lex.h - the words of a sentence as the date rules see them.
 *
 *   "late last year"          MOD LAST UNIT
 *   "3 a.m. on Tuesday"       CLOCK ON WEEKDAY
 *   "seven and a half years"  NUMBER UNITS
 *
 * One item is one token, or several that are one thing: a number in words, a
 * time of day, a date in digits, a phrase of data/date/phrases.tsv.
 */
#ifndef PK_DATE_LEX_H
#define PK_DATE_LEX_H

#include "date.h"

/* What an item can be, and the letter for it in data/date/rules.tsv. */
#define LEX_CLASSES(X)                                                         \
	X(MONTH, 'M')    /* "November", "Nov." */                              \
	X(WEEKDAY, 'W')  /* "Monday", "Mon." */                                \
	X(WEEKDAYS, 'w') /* "Mondays" */                                       \
	X(UNIT, 'u')     /* "year", "hour", "weekend" */                       \
	X(UNITS, 'U')    /* "years" */                                         \
	X(PART, 'P')     /* of the day: "morning", "overnight" */              \
	X(PARTS, 'p')    /* "mornings" */                                      \
	X(CLOCK, 'c')    /* "10:30", "3 a.m.", "noon" */                       \
	X(SEASON, 'S')   /* "summer" */                                        \
	X(HOLIDAY, 'H')  /* "Christmas Eve", "Good Friday" */                  \
	X(NUMBER, 'n')   /* "24", "twenty-four", "a couple of" */              \
	X(DAYNUM, 'd')   /* 1 to 31 in digits */                               \
	X(ORDINAL, 'o')  /* "3rd", "third", "twenty-first" */                  \
	X(YEAR, 'Y')     /* four digits */                                     \
	X(DECADE, 's')   /* "1990s", "nineties" */                             \
	X(FULL, 'J')     /* a date in digits: "2025-11-03", "03/11/2025" */    \
	X(QUARTER, 'q')  /* "Q3" */                                            \
	X(HALF, '2')     /* "first half of", "H1" */                           \
	X(VAGUE, 'K')    /* "several", "a few" */                              \
	X(ANDHALF, 'x')  /* "and a half" */                                    \
	X(A, 'a')        /* "a", "an" */                                       \
	X(THE, 't')                                                            \
	X(OF, 'f')                                                             \
	X(LAST, 'L') /* "last", "past", "previous" */                          \
	X(NEXT, 'X') /* "next", "coming", "following" */                       \
	X(THIS, 'C') /* "this", "current" */                                   \
	X(THAT, 'Z') /* "that", "same" */                                      \
	X(RECENT, 'e')                                                         \
	X(MOD, 'E')    /* "early", "mid", "end of" */                          \
	X(AGO, 'R')    /* "ago", "later", "earlier" */                         \
	X(BEFORE, 'b') /* "before", "after" */                                 \
	X(DAY, 'B')    /* "today", "the day after tomorrow" */                 \
	X(EVERY, 'V')  /* "every", "each", "per" */                            \
	X(OFTEN, 'D')  /* "daily", "annually" */                               \
	X(TIMES, 'm')  /* "once", "twice", "times" */                          \
	X(ZONE, 'z')   /* "GMT", "local time" */                               \
	X(FISCAL, 'F') /* "fiscal", "FY" */                                    \
	X(ERA, 'A')    /* "BC", "AD" */                                        \
	X(REF, 'N')    /* "now", "these days", "the future" */                 \
	X(APPROX, 'Q') /* "about", "more than" */                              \
	X(OLD, 'O')                                                            \
	X(LONG, 'G')                                                           \
	X(ON, 'i')                                                             \
	X(AT, 'h')                                                             \
	X(TO, 'r')  /* "to", "until" */                                        \
	X(AND, 'j') /* "and", "or" */                                          \
	X(IN, 'I')                                                             \
	X(DASH, '-')                                                           \
	X(COMMA, ',')                                                          \
	X(SLASH, '/')                                                          \
	X(FILL, '+')     /* "more", "consecutive": between number and unit */  \
	X(WHOLE, '*')    /* "all", "entire" */                                 \
	X(PASTHOUR, 'g') /* "half past" */                                     \
	X(SCALE, 'k')    /* "hundred", "million" */                            \
	X(AMPM, 'v')                                                           \
	X(OCLOCK, 'l')                                                         \
	X(FROM, 'y') /* in "two weeks from now" */                             \
	X(TIME, 'T') /* the word "time" */

enum lex {
#define X(id, letter) LEX_##id,
	LEX_CLASSES(X)
#undef X
	    LEX_COUNT
};

/* The values of UNIT and UNITS in data/date/names.tsv. */
enum date_unit {
	UNIT_NONE,
	UNIT_SECOND,
	UNIT_MINUTE,
	UNIT_HOUR,
	UNIT_DAY,
	UNIT_NIGHT,
	UNIT_WEEKEND,
	UNIT_WEEK,
	UNIT_FORTNIGHT,
	UNIT_MONTH,
	UNIT_QUARTER,
	UNIT_YEAR,
	UNIT_DECADE,
	UNIT_CENTURY,
	UNIT_MILLENNIUM,
	UNIT_COUNT
};

/* The values of LEX_PART in data/date/names.tsv. */
enum part {
	PART_NONE,
	PART_MORNING,
	PART_MIDDAY,
	PART_AFTERNOON,
	PART_EVENING,
	PART_NIGHT,
	PART_DAYTIME,
	PART_DAWN,
	PART_DUSK,
	PART_COUNT
};

#define LEX_BIT(class) ((uint64_t)1 << (class))

struct item {
	size_t from, to;  /* tokens [from, to) */
	uint64_t classes; /* LEX_BIT() of each reading; 0 for other words */
	double value;     /* of a reading by its form (numbers, clocks) */
	const void *row;  /* of a reading by the tables */
	struct day full;  /* of LEX_FULL; year 0: not said */
	bool half;        /* a clock with "a.m." or "p.m." */
	int second;       /* of a clock, plus 1; 0: not said */
};

struct items {
	struct item *v;
	size_t n;
};

/* The items of a sentence, in a.  The story says, and learns, whether months
 * or days come first in "03/11/2025"; it may be NULL.  Cost: linear. */
struct items lex_items(
    const struct tokens *t, struct date_story *story, struct arena *a);

/* The value of the item as that class. */
double lex_value(const struct item *item, enum lex class);

/* A value as an int, or 0 when it is too large for any calendar ("day 20
 * quadrillion"). */
int lex_whole(double value);

/* The day of a LEX_HOLIDAY in a year; false if there is none. */
bool lex_holiday(const struct item *item, int year, struct day *day);

/* Whether the tables know the item's word with this flag. */
bool lex_flag(const struct item *item, const char *flag);

#endif
