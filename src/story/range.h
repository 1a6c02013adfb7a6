/*
 * range.h - the values that a number may mean, and how two of them compare.
 *
 *   "5,000 km"            5,000 km
 *   "about 5,000 km"      5,000 km, half its last digit more or less
 *   "over 5,000 km"       5,000 km or more
 *   "5,000 to 6,000 km"   from one to the other
 *   "tens of thousands"   20,000 to 99,999
 *
 * Values are in the SI unit of the quantity where there is one, so that "1,930
 * square miles" compares with "5,000 km2".
 */
#ifndef PK_RANGE_H
#define PK_RANGE_H

#include "base/rec.h"

struct range {
	uint32_t dim;     /* only ranges of one dimension compare: a length with
			   * a length, dollars with dollars; 0: with none */
	double low, high; /* its ends; infinite where the text sets none */
	double value;     /* NAN where the text gives none */
	double slack;     /* of an equal value, as same.h has it */
	bool vague;       /* a word, not a number: "dozens", "thousands" */
};

/* What has no value, of a dimension of its own: all equal.  kind: 1 to 3. */
struct range range_none(uint32_t kind);

/* Reads a number record; false when it has no value and no ends. */
bool range_of(const struct rec *rec, struct range *r, struct arena scratch);

/* How two of the same thing compare. */
enum range_fit {
	RANGE_APART, /* they do not meet: both cannot be true */
	RANGE_FAR,  /* one is open, and says little of the other: "over 100" and
		     * 5,000 */
	RANGE_MEET, /* both may be true */
	RANGE_EQUAL /* the same said twice */
};

enum range_fit range_compare(const struct range *a, const struct range *b);

/* Writes the value of a number record as people note it: "~5000 km2",
 * ">110000", "20000..99999". */
void range_note(struct buf *b, const struct rec *rec, struct arena scratch);

#endif
