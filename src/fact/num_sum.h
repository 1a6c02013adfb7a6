/*
 * num_sum.h - a numeral as it is being read, what the parts of num_read.c
 * share.
 *
 * num_figures.c   figures: "5,000"
 * num_words.c     words that add up: "two hundred and two thousand"
 * num_fraction.c  fractions, decimals and ordinals in words
 * num_vague.c     "dozens", "several hundred", "a couple"
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

static inline bool
sum_is_scale(uint8_t kind)
{
	return kind == KIND_SCALE || kind == KIND_SHORT ||
	    kind == KIND_HUNDRED || kind == KIND_DOZEN;
}

static inline bool
sum_is_small(uint8_t kind)
{
	return kind == KIND_DIGIT || kind == KIND_TEEN || kind == KIND_TENS;
}

static inline bool
sum_is_and(const struct scan *s, size_t i)
{
	return kind_at(s, i) == KIND_AND || num_ch(s, i, '&');
}

/* Reads figures at token i with what belongs to them ("5,000", "10 1/2",
 * "3×10⁸"); false when they are no number. */
bool num_figures(const struct scan *s, size_t i, struct sum *sum);

/* "five", "ten", "twenty-one" at token i: its value, and behind it in *to. */
double sum_small(const struct scan *s, size_t i, size_t *to);

/* Adds words as long as they fit; in_figures: the sum begins in digits. */
void sum_add_words(const struct scan *s, struct sum *sum, bool in_figures);

/* Adds the scale that may stand behind a sum. */
void sum_add_scale(const struct scan *s, struct sum *sum);

/* The fraction at token i: "half", "a quarter", "two thirds", "a third"; what
 * it is worth, and behind it in *to; or 0. */
double sum_fraction(const struct scan *s, size_t i, size_t *to);

/* Reads "point five", "point zero three" behind a sum. */
void sum_add_decimals(const struct scan *s, struct sum *sum);

/* Reads "and a half" behind a sum, and the scale behind that. */
void sum_add_fraction(const struct scan *s, struct sum *sum);

/* Makes x of a sum in words and of what makes that an ordinal or a fraction:
 * "twenty-first", "one hundred and fifth", "two-thirds"; false when nothing
 * does. */
bool sum_add_end(const struct scan *s, struct sum *sum, struct numeral *x);

/* Reads on behind a fraction: "a quarter of a million". */
void sum_of_scale(const struct scan *s, struct numeral *x);

/* Reads "dozens", "tens of thousands" at token i. */
bool num_vague(const struct scan *s, size_t i, struct numeral *x);

/* Reads "several hundred", "a few thousand"; i is at "several". */
bool num_several(const struct scan *s, size_t i, struct numeral *x);

/* Reads "a couple of hundred" and "a couple of trucks"; i is at "couple".
 * Time by the couple is a date's. */
bool num_couple(const struct scan *s, size_t i, struct numeral *x);

#endif
