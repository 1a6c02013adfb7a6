/*
 * date_tense.h - whether a sentence speaks of what was or what will be.
 *
 * The words are in data/date/verbs.tsv.
 */
#ifndef PK_DATE_TENSE_H
#define PK_DATE_TENSE_H

#include "date.h"

enum tense { TENSE_NONE, TENSE_PAST, TENSE_FUTURE };

/* The tense around the tokens [from, to): that of the nearest verb before
 * them in reach, else behind them.  Cost: bounded. */
enum tense tense_around(const struct tokens *t, size_t from, size_t to);

#endif
