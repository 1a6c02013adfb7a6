/*
 * summ_part.h - the parts of summ.c.
 *
 * summ_weigh.c    what words and sentences weigh, before anything is chosen
 * summ_held.c     what has been said
 * summ.c          the choice, the best one first
 * summ_support.c  the sentences that say what a chosen one does
 * summ_order.c    the order of what is written
 */
#ifndef PK_SUMM_PART_H
#define PK_SUMM_PART_H

#include "summ.h"
#include "summ_held.h"

struct summ_weights {
	double *units; /* of each unit of the pool */
	double *sents; /* of each sentence: bonuses over length, or 0 */
};

/* Weighs a closed pool, of which nothing has been said; in a. */
void summ_weigh(struct pool *p, const struct summ_options *opt, struct arena *a,
    struct summ_weights *w);

/* Gives the chosen sentences, which are those held behind the said ones of the
 * pool, their support. */
void summ_support(struct held *h, struct summ *chosen);

/* Puts n chosen sentences into the order asked for.  Those of the pool are in
 * the order of the documents. */
void summ_sort(const struct pool *p, enum summ_order order, struct arena *a,
    struct summ *chosen, size_t n);

#endif
