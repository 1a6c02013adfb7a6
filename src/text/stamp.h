/*
 * stamp.h - lines that say when a page was made.
 *
 *   "Published 5 November 2025 10:15 GMT", "3 hours ago", "Monday 5 May"
 *
 * The words are in data/boiler/stamps.tsv.  Looks at FORM_TEXT_MAX bytes at
 * most, and takes any bytes.
 */
#ifndef PK_STAMP_H
#define PK_STAMP_H

#include "base/base.h"

enum stamp {
	STAMP_NONE,
	STAMP_TIME, /* only numbers, one of them a time: "08:12" */
	STAMP_DATE, /* "5 November 2025", also of a person's birth */
	STAMP_SIGN  /* says that it is one: "Updated", "ago" */
};

/* What all of s is. */
enum stamp stamp_of(struct str s);

#endif
