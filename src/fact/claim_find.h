/*
 * claim_find.h - the parts of claim.c: a document whose claims are being found.
 *
 * claim_add.c    what a cue says, and parts of quotations, as claims
 * claim_chain.c  who speaks, and where that was read
 * claim_rest.c   quotations without a cue
 * claim.c        the sentences in order, and what one says of another
 *
 * q and n: the parts of quotations of a sentence, n from index q.
 */
#ifndef PK_CLAIM_FIND_H
#define PK_CLAIM_FIND_H

#include "claim_cue.h"
#include "claim_quote.h"
#include "claim_who.h"

/* Whose a quotation is. */
struct owner {
	struct str speaker, cue, via;
	bool known;
};

struct finder {
	struct claim_sent *sents;
	size_t n;
	struct claim_view *views;
	struct quotes quotes;
	struct owner *owners; /* by id of quotation */
	bool *taken;          /* by index in quotes: it is a claim */
	struct str *last;     /* who spoke last, by sentence */
	struct str *about;    /* whom each sentence is about */
	size_t *cap;          /* of the claims of each sentence */
	struct who *who;
	struct arena *a; /* of the results */
};

/* Writes the claims of one cue, whose speaker and cue are in o. */
void find_cue(struct finder *f, size_t s, const struct cue *cue,
    const struct owner *o, size_t q, size_t n);

/* A part of a quotation as a claim of its own. */
void find_part(struct finder *f, size_t q, const struct owner *o);

/* Whether a word that begins with a capital stands first in tokens [i, j). */
bool find_opens_big(const struct claim_view *v, size_t i, size_t j);

/* Names the speakers of the cues of a sentence, in the order of the text. */
void find_speakers(struct finder *f, const struct claim_view *v,
    const struct cues *cues, struct owner *o);

/* Joins the links of chains: a source of what another cue of the sentence
 * says becomes its via, and says nothing itself. */
void find_chains(struct finder *f, const struct claim_view *v,
    struct cues *cues, struct owner *o, size_t q, size_t n);

/* The parts of quotations that no cue has taken. */
void find_rest(struct finder *f);

#endif
