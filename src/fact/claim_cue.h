/*
 * claim_cue.h - what shows that somebody says something, in one sentence.
 *
 *   "The army said | it had left"        subject, verb, what is said
 *   "It had left, | the army said"       the same behind
 *   "It had left, | said Mr Smith"       inverted
 *   "It had left, | according to X"      a source
 *   "..., | as quoted by CNN"            a source of what somebody else said
 *   "said it had left, | adding that"    another claim of the same speaker
 *   "were rejected | by the army"        passive
 */
#ifndef PK_CLAIM_CUE_H
#define PK_CLAIM_CUE_H

#include "claim_np.h"

#define CUE_NONE ((size_t)-1)

struct cue {
	size_t at, end;   /* the tokens that show it */
	struct np who;    /* who speaks; from == to: nobody is named here */
	size_t like;      /* another cue of the sentence that has its speaker,
			   * or CUE_NONE */
	struct np said;   /* from == to: nothing in this sentence */
	struct np more;   /* a second piece: “...,” he said, “...” */
	size_t begin;     /* its own words begin here, for what is cut before */
	struct np medium; /* "told CNN", "on Telegram" */
	bool left;        /* said stands before */
	bool source;      /* according to, as reported by, citing */
	bool joined;      /* begins behind "and", a comma, a dash */
	bool opens;       /* ends in a colon: the next sentence is said */
	bool speech;      /* may go with a quotation */
	enum claim_stance stance;
};

struct cues {
	struct cue *v; /* by at */
	size_t n;
};

/* Finds them, outside quotations.  The array is in a. */
struct cues cue_find(const struct claim_view *v, struct arena *a);

#endif
