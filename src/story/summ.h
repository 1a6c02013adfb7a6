/*
 * summ.h - the sentences that say the most in few words.
 *
 * Sentences are chosen one after another from a pool of documents, by what
 * each adds, a word of its length:
 *
 * - A word or pair weighs the documents that hold it less .8 (so that what one
 *   source alone says counts little), half a document for one that has it in
 *   its title only, and the square root of how often it is said in excess of
 *   that of its documents: of a single document, how often it is said.
 * - What a chosen sentence held weighs a fifth from then on.
 * - Words that the titles share, and for a query its terms, raise a sentence;
 *   one that opens with a connective or a quotation mark, has no full stop, or
 *   speaks of "I", "we" or "you" sinks.
 * - What an earlier summary said counts as chosen; a sentence that repeats it
 *   but for its figures is chosen as an update.
 * - A sentence with a figure that newer documents changed (stale.h) sinks.
 * - Never chosen: questions, sentences that open with an unresolved pronoun,
 *   parts of quotations, near repeats of a chosen one, marked repeats.
 *
 * The weights were measured on sets of news events with summaries by editors
 * (docs/QUALITY.md).  Cost: linear in the words of the pool.
 */
#ifndef PK_SUMM_H
#define PK_SUMM_H

#include "pool.h"

enum summ_order {
	SUMM_IMPORTANCE, /* as they were chosen */
	SUMM_TIME,       /* by the date of publication, unknown ones last */
	SUMM_EVENT,      /* by the first date in them, else by publication */
	SUMM_DOCUMENT    /* as they came */
};

/* The order of a name, "time"; false when it is none. */
bool summ_order_of(struct str name, enum summ_order *order);

struct summ_options {
	size_t words;     /* the sentence that reaches it is the last; 0: any */
	size_t sentences; /* no more than that; 0: any */
	struct str query; /* terms; n == 0: none */
	enum summ_order order;
};

struct summ {
	size_t sent;  /* index in pool.sents */
	size_t rank;  /* 1: chosen first */
	double score; /* what it adds, as a part of what the first one does */
	const size_t *support; /* sentences that say it too, the best one of
				* each other document: indices in pool.sents */
	size_t support_n;
	struct str was; /* of an update, the figures that it replaces, as they
			 * were said, joined by ", "; or n == 0 */
};

/* Chooses from a closed pool.  Writes the sentences to *chosen, in the order
 * asked for, and returns how many.  The same pool gives the same choice; of
 * equals the first wins.  What is returned is in *a. */
size_t summ_choose(struct pool *pool, const struct summ_options *opt,
    struct arena *a, struct summ **chosen);

#endif
