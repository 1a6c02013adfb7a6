/*
 * num.h - numbers and quantities in English news text.
 *
 * Finds "about 5,000 sq km", "three-quarters of the city", "$1.2bn",
 * "60 to 70 per cent", "tens of thousands" and says what they mean.  Its
 * tables are in data/num:
 *
 *   words.tsv      number words, and words that matter beside a number
 *   phrases.tsv    "more than", "or so": what makes a number inexact
 *   idioms.tsv     "no one", "first aid": what counts nothing
 *   units.tsv unitnames.tsv parts.tsv rates.tsv      units (see unit.h)
 *   money.tsv      currencies
 *
 * The C code only has the order of rules (num_scan.h says where).  To teach
 * it a word or a unit, add a line there and one to tests/num/<topic>.case.
 */
#ifndef PK_NUM_H
#define PK_NUM_H

#include "date.h"
#include "num_rules.h"
#include "text/token.h"

enum num_approx {
	NUM_EXACT,  /* "5,000" */
	NUM_ABOUT,  /* "some 5,000", "about", "roughly", "around" */
	NUM_OVER,   /* "more than 5,000": low is given */
	NUM_UNDER,  /* "fewer than 5,000": high is given */
	NUM_ALMOST, /* "nearly 5,000" */
	NUM_APPROX_COUNT
};

/*
 * One quantity.
 *
 * Spans are bytes in the sentence, half open, on UTF-8 borders: text is
 * sentence[start, end).  Invariants: start < end; low <= value <= high where
 * both are known.  A number that is not known is NAN: a range or a vague
 * amount has no value, "over 5,000" has value and low, no high.  A score
 * ("3-2") has none of the three.  Coins keep their own number: "50 cents" is
 * 50 with the unit "¢".  "Rose from 4 to 6" is two numbers, not a range.
 */
struct num {
	size_t start, end;
	double value;     /* in unit, scaled: "5 thousand" is 5000 */
	double low, high; /* NAN unless the text gives a bound */
	double si;        /* value in the SI unit of its quantity, or NAN */
	double si_factor, si_offset; /* si_factor * x + si_offset is x in the
				      * SI unit; 0 when there is none */
	enum num_approx approx;
	struct str unit;     /* "km2", "USD", "%", "bbl/d"; n == 0 for a
			      * count */
	struct str quantity; /* "area", "money", "percent", "count", ... */
	struct str what;     /* the thing counted, or n == 0 */
	size_t same_as;      /* start of the mention that states the same
			      * quantity, or NUM_ALONE */
};

#define NUM_ALONE ((size_t)-1)

struct nums {
	struct num *v;
	size_t n;
};

/*
 * All quantities of a sentence in order, none overlapping.  Tokens inside
 * dates are not numbers, but a duration with a number ("24 hours") is one
 * of quantity "duration" besides.  The array is in a; what points into the
 * sentence, unit and quantity into static tables (the unit of a rate that is
 * in no table into a).  rules are the user's, or NULL (num_rules.h).  Cost:
 * linear; times the number of patterns in rules.
 */
struct nums num_find(const struct tokens *t, const struct dates *dates,
    const struct num_rules *rules, struct arena *a);

/* The word used in records: "about", "over", "under", "almost"; NULL for
 * exact. */
const char *num_approx_name(enum num_approx approx);

#endif
