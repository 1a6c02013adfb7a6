/*
 * crf.h - how likely a sentence's labels are, and what would make them
 * likelier.
 *
 * A chain of labels with a score for each and for each pair (J. Lafferty, A.
 * McCallum, F. Pereira, "Conditional Random Fields", ICML 2001): the odds of
 * a path are e to the sum of its scores, among all paths that tag_follows()
 * allows.
 */
#ifndef PK_CRF_H
#define PK_CRF_H

#include "tag.h"

/*
 * The cost of labels[n], n > 0: minus the logarithm of their share of the odds.
 * slope[n] is set to how the cost changes with each score, pair_slope to how
 * it does with each pair.  pair is as in tag_head.  Scratch is lent.  Cost:
 * linear.
 */
double crf_cost(const float (*scores)[TAG_ROW], size_t n,
    const float (*pair)[TAG_ROW], const uint8_t *labels,
    float (*slope)[TAG_ROW], float (*pair_slope)[TAG_ROW],
    struct arena scratch);

#endif
