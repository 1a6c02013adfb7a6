/*
 * kin.h - whether two documents tell the same story.
 *
 * A document is known by the names that it has most often and by the words that
 * stand in most of its sentences.  Two reports of one event share many of them,
 * two events of one kind a few.
 */
#ifndef PK_KIN_H
#define PK_KIN_H

#include "sheet.h"

enum { KIN_NAMES = 12, KIN_WORDS = 20, KIN_TOP = 4 };

struct kin {
	uint32_t ids[KIN_NAMES + KIN_WORDS]; /* sorted */
	size_t n;
	uint32_t top[2 * KIN_TOP]; /* the first of both, to be found by */
	size_t ntop;
	long day; /* of publication (date_cal.h); 0: not known */
};

/* Of a closed sheet. */
struct kin kin_make(const struct sheet *s);

/* The share of what the shorter list has that the other has, too: 0 to 1. */
double kin_like(const struct kin *a, const struct kin *b);

#endif
