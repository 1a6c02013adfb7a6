/*
 * num_sum.h - a numeral as it is being read; num_read.c and num_figures.c only.
 */
#ifndef PK_NUM_SUM_H
#define PK_NUM_SUM_H

#include <math.h>

#include "num_scan.h"

/* A numeral as far as it is read. */
struct sum {
	double total; /* in front of the last scale */
	double cur;   /* behind it */
	double limit; /* the last scale */
	bool has;     /* there is something in cur */
	bool part;    /* figures with a slash: "1/2" */
	uint8_t last; /* enum num_kind of the last word */
	size_t at;    /* the next token */
};

/* The kind of token i, where it may be part of a numeral. */
static inline uint8_t
kind_at(const struct scan *s, size_t i)
{
	return i < s->t->n && !(s->m[i].form & (FORM_SKIP | FORM_BAR))
	    ? s->m[i].kind
	    : KIND_NONE;
}

static inline bool
is_whole(const struct scan *s, size_t i)
{
	return num_is(s, i, KIND_FIGURES) && (s->m[i].form & FORM_WHOLE) &&
	    !isnan(s->m[i].value);
}

static inline bool
is_plain(const struct scan *s, size_t i)
{
	return is_whole(s, i) && (s->m[i].form & FORM_PLAIN);
}

/* Reads figures at token i with what belongs to them ("5,000", "10 1/2",
 * "3×10⁸"); false when they are no number. */
bool num_figures(const struct scan *s, size_t i, struct sum *sum);

#endif
