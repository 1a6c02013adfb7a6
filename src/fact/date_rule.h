/*
 * date_rule.h - the expressions of a sentence, read but not yet resolved.
 *
 * Matches data/date/rules.tsv against the items of a sentence and puts what
 * it found together: "3 a.m." and "Tuesday" to one, "3-17 March" to two.
 */
#ifndef PK_DATE_RULE_H
#define PK_DATE_RULE_H

#include "date_lex.h"

/* What a pattern means. */
enum make {
	MAKE_DATE,     /* calendar fields: "Monday, 3 November 2025" */
	MAKE_MONTHOF,  /* "August of that year" */
	MAKE_DAYOF,    /* "Sunday last week" */
	MAKE_SEASONOF, /* "the spring of next year" */
	MAKE_WEEKOF,   /* "the week of October 6" */
	MAKE_THEDAY,   /* "the 15th", "Friday the 13th" */
	MAKE_DECADE,   /* "the 1990s" */
	MAKE_NTH,      /* "19th century", "third quarter of 2024" */
	MAKE_NTHREL,   /* "third quarter of last year" */
	MAKE_NTHTHIS,  /* "last day of the month" */
	MAKE_NTHDAY,   /* "first Tuesday of October" */
	MAKE_QUARTER,  /* "Q3 2024" */
	MAKE_HALF,     /* "first half of 2024" */
	MAKE_WEEKNO,   /* "week 42 of 2024" */
	MAKE_FISCAL,   /* "fiscal 2024" */
	MAKE_HOLIDAY,  /* "Easter Monday" */
	MAKE_REL,      /* "last year", "this morning", "that day" */
	MAKE_DAY,      /* "yesterday", "tomorrow night" */
	MAKE_PART,     /* "overnight" */
	MAKE_UNITOF,   /* "the end of the month" */
	MAKE_PARTOF,   /* "the first months of 2024" */
	MAKE_WEEKEND,  /* "the weekend" */
	MAKE_CLOCK,    /* "10:30 GMT" */
	MAKE_DURATION, /* "two hours and 51 minutes", "several weeks" */
	MAKE_RANGE,    /* "two to three years" */
	MAKE_AGE,      /* "17-year-old" */
	MAKE_BARE,     /* "months" */
	MAKE_LASTN,    /* "the past 24 hours" */
	MAKE_LASTONE,  /* "the past month" */
	MAKE_PAST,     /* "the past" */
	MAKE_RECENT,   /* "recent days" */
	MAKE_ANCHORED, /* "two days ago", "a week later", "the day before" */
	MAKE_SET,      /* "every Monday", "twice a week" */
	MAKE_MONTHLY,  /* "the 15th of each month" */
	MAKE_OFTEN,    /* "daily" */
	MAKE_REF       /* "now" */
};

/* TIMEX3's modifiers; the values of LEX_MOD and LEX_APPROX in names.tsv. */
enum mod {
	MOD_NONE,
	MOD_START,
	MOD_MID,
	MOD_END,
	MOD_APPROX,
	MOD_MORE,
	MOD_LESS,
	MOD_NOT_LESS,
	MOD_NOT_MORE,
	MOD_COUNT
};

#define AMOUNTS 4

/* An expression as it is written: 0 stands for what it does not say. */
struct draft {
	size_t from, to;  /* tokens */
	size_t item, end; /* items */
	enum make make;
	int year; /* below 0: before Christ */
	bool bc;  /* "5th century BC" */
	int month, day, weekday, season, quarter, half, part, ordinal;
	bool has_clock;
	bool ampm;   /* clock has "a.m." or "p.m." */
	int clock;   /* minutes since midnight */
	int second;  /* plus 1; 0: not said */
	int until;   /* of "from 5 to 6 p.m.": as clock, plus 1 */
	bool shared; /* its day is said behind the link: "5 to 6 on Monday" */
	int past;    /* minutes past or, below 0, to the hour */
	bool utc;    /* clock is of the zone GMT */
	enum lex which; /* LEX_LAST, LEX_NEXT, LEX_THIS, LEX_THAT or
			 * LEX_COUNT for none */
	int shift;      /* its value in names.tsv, or that of LEX_DAY */
	int ago;        /* the value of LEX_AGO, LEX_BEFORE or LEX_FROM */
	bool by_day;    /* shift is that of LEX_DAY */
	bool linked;    /* the upper end of "Monday through Friday" */
	bool vague;     /* "several", or no number at all */
	bool the;       /* "the" is in front */
	size_t amounts;
	double n[AMOUNTS]; /* with unit: "2", "51" */
	enum date_unit unit[AMOUNTS];
	double high; /* of MAKE_RANGE; n[0] is the lower end */
	bool times;  /* "twice", "three times": n is no amount */
	int mod;     /* enum mod */
	const struct item *holiday;
	struct day full;
};

struct drafts {
	struct draft *v;
	size_t n, cap;
};

/* The drafts of a sentence in order, none overlapping, in a.  Linear. */
struct drafts rule_drafts(
    const struct tokens *t, const struct items *items, struct arena *a);

#endif
