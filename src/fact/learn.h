/*
 * learn.h - the tagger's weights from sentences with their labels.
 *
 * An averaged perceptron: each sentence is decoded with the weights so far;
 * where the best path is wrong, the features of the right one gain and those
 * of the wrong one lose.  The result is the mean over all steps.  Each time
 * some features are left out by chance, so that weak ones learn too where
 * strong ones (the gazetteer) stand beside them: C. Sutton et al., "Reducing
 * Weight Undertraining in Structured Discriminative Learning", HLT-NAACL
 * 2006.  Chance and order depend on the input only: same input, same bytes.
 */
#ifndef PK_LEARN_H
#define PK_LEARN_H

#include "tag.h"

struct learn_sent {
	struct tag_features f; /* from tag_features() */
	uint8_t *labels;       /* f.n of enum tag_label */
};

struct learn_options {
	unsigned bits;   /* the model has 2^bits rows */
	unsigned rounds; /* over all sentences */
	unsigned drop;   /* of a hundred features left out each time */
};

/*
 * The bytes of a model file (tag.h), in a.  told, if not NULL, is called after
 * each round with the number of words that got a wrong label in it.
 * Cost: linear in rounds and features; 12 bytes for each weight.
 */
struct str learn_model(const struct learn_sent *v, size_t n,
    const struct tag_words *words, struct learn_options opt,
    void (*told)(unsigned round, size_t wrong), struct arena *a);

#endif
