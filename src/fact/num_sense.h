/*
 * num_sense.h - the parts of num_sense.c: what a number is more than a count.
 *
 * num_age.c    ages: "61-year-old", "aged 61", "Jess Whitlock, 34, has"
 * num_ratio.c  "one in five", "odds of 3-1", "four times more"
 * num_sense.c  magnitudes, scores, and the order in which they are tried
 *
 * and what these share with num_counts.c.
 */
#ifndef PK_NUM_SENSE_H
#define PK_NUM_SENSE_H

#include "num_scan.h"

static inline bool
sense_is_capital(const struct scan *s, size_t i)
{
	enum token_case form = s->t->v[i].form;

	return s->t->v[i].kind == TOKEN_WORD &&
	    (form == TOKEN_CAPITAL || form == TOKEN_UPPER ||
		form == TOKEN_MIXED);
}

/* Whether token i begins a noun or what modifies one. */
static inline bool
sense_is_noun(const struct scan *s, size_t i)
{
	return i < s->t->n && s->t->v[i].kind == TOKEN_WORD &&
	    !(s->m[i].form & FORM_BAR) &&
	    !num_has(s, i, CUE(STOP) | CUE(VERB) | CUE(PRONOUN));
}

/* Makes p, a count, an age when it is one. */
bool sense_age(const struct scan *s, struct part *p);

/* "odds of 3-1", "a ratio of three to one": p to q, where odds are talked
 * of. */
bool sense_odds(const struct scan *s, struct part *p);

/* "one in five", "nine out of 10", "3:1". */
bool sense_ratio(const struct scan *s, struct part *p);

/* "four times more", "10-fold"; "three times" alone is a count of nothing
 * that has a name. */
bool sense_multiple(const struct scan *s, struct part *p);

#endif
