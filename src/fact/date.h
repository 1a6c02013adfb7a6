/*
 * date.h - dates, times, durations and sets in English news text, as TIMEX3.
 *
 *   "3 November", "Thursday", "late October"   date
 *   "3 a.m. on Tuesday"                        time
 *   "the past 24 hours", "more than a year"    duration
 *   "every Monday"                             set
 *
 * Relative expressions are resolved against a reference date, never against
 * the clock.  The words are in data/date.  Values follow TimeML 1.2.1 TIMEX3
 * (ISO 8601 and its extensions).  Spans have no preposition; they have "the"
 * where it belongs to the expression ("the past 24 hours", "the 1990s").
 */
#ifndef PK_DATE_H
#define PK_DATE_H

#include "text/token.h"

enum date_kind { DATE_DATE, DATE_TIME, DATE_DURATION, DATE_SET };

/* What "03/11/2025" is: "25/11/2025" tells, and "11/25/2025".  Until then it
 * is the day that is near ref, else 11 March. */
enum date_digits { DIGITS_UNKNOWN, DIGITS_DAY_FIRST, DIGITS_MONTH_FIRST };

/* A calendar date as far as it is known: month and day may be 0. */
struct day {
	int year, month, day;
};

/* One expression.  start < end; value, mod point to static text or the
 * arena, n == 0 when not known. */
struct date {
	size_t start, end; /* bytes in the sentence */
	size_t from, to;   /* tokens [from, to) */
	enum date_kind kind;
	struct str value;     /* "2025-11-03", "P1Y", "PRESENT_REF" */
	struct str low, high; /* of "two to three years": "P2Y", "P3Y"; of
			       * "5 to 6 p.m." both times */
	struct str mod;       /* "START" "MID" "END" "APPROX" "MORE_THAN"
			       * "LESS_THAN" "EQUAL_OR_MORE" "EQUAL_OR_LESS" */
};

struct dates {
	struct date *v;
	size_t n;
};

/*
 * What a document has said so far.  Set ref and, if known, ref_minute and
 * digits at its start, the rest to zero; date_find_next() keeps it up to
 * date.
 *
 * A text that carries its own dates ("On September 1, 1939, ...") and none
 * that depend on its day of publication is a narrative: then "in October"
 * follows the last date that was read, not ref.  Of a document without ref
 * it takes several full dates to tell.
 */
struct date_story {
	struct day ref; /* the document's date; year == 0: not known */
	int ref_minute; /* its minute of that day, plus 1; 0: not known */
	enum date_digits digits; /* by what the document wrote so far */
	struct day last;         /* the last calendar date that was read */
	struct day here;         /* the last day that this sentence named */
	bool wide;      /* a time has a week, month or year beside it, no day */
	size_t dated;   /* full dates long before ref */
	size_t deictic; /* "yesterday", "Monday", full dates near ref */
};

/*
 * All expressions of the document's next sentence in order, none
 * overlapping.  Without ref, and outside a narrative, relative expressions
 * keep a value only where TIMEX3 has one without (XXXX-11-03, P1Y,
 * PAST_REF).  The array is in a.
 * Cost: linear.
 */
struct dates date_find_next(
    const struct tokens *t, struct date_story *story, struct arena *a);

/* As date_find_next() for a sentence alone. */
struct dates date_find(const struct tokens *t, struct day ref, struct arena *a);

/*
 * Whether a sentence is a line that says when its article was published, or
 * has such a dateline in front: "Monday 9 February 2026", "Published 12 March
 * 2026 at 10:00 by Ann Lee", "YORK, 9 March 2026 (Agency) - Rain ...".  It must
 * name day, month and year, the month in words or the date as ISO 8601; the
 * other words are names or in data/date/stamps.tsv.  Sets *day on success.
 */
bool date_line(const struct tokens *t, struct day *day, struct arena *a);

/* Reads an ISO 8601 date, which may be truncated or have a time behind it
 * ("2024-12", "2025-11-06T10:00Z").  False for anything else and for days
 * that are in no calendar (31 February). */
bool day_parse(struct str s, struct day *day);

/* The minute of the day, plus 1, of an ISO 8601 date with a time behind it
 * ("2025-11-06T10:00Z" is 601); 0 for anything else. */
int day_minute(struct str s);

/* "date", "time", "duration", "set". */
const char *date_kind_name(enum date_kind kind);

#endif
