/*
 * date_tense.h - whether a sentence speaks of what was or what will be.
 *
 * The words are in data/date/verbs.tsv.
 */
#ifndef PK_DATE_TENSE_H
#define PK_DATE_TENSE_H

#include "date.h"

/* What a word of the table says; tense_around() returns the first three. */
enum tense {
	TENSE_NONE,
	TENSE_PAST,
	TENSE_FUTURE,
	TENSE_PRESENT, /* "is": ahead behind "until", "by", "for" */
	TENSE_PERFECT, /* "have": "may have died" is past */
	TENSE_WERE,    /* past, but ahead in "were to meet" */
	TENSE_PUT_OFF, /* "adjourned until Monday" is ahead, "on Monday" not */
	TENSE_AHEAD,   /* "until": looks ahead unless a past verb is there */
	TENSE_REQUEST, /* "Let's meet", "See you", "Join us" are ahead */
	TENSE_SKIP     /* "least": may stand behind such a word */
};

/* The tense of a date at the tokens [from, to): that of the nearest verb
 * before it in reach, else behind it, else of the preposition: "until Monday"
 * is ahead.  Cost: bounded. */
enum tense tense_around(const struct tokens *t, size_t from, size_t to);

#endif
