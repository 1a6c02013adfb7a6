/*
 * learn.h - the tagger's weights from sentences with their labels.
 *
 * The net of tag.h: after each sentence its weights move a step that makes the
 * right labels likelier (crf.h), shorter the more a weight has moved before (J.
 * Duchi, E. Hazan, Y. Singer, "Adaptive Subgradient Methods", JMLR 2011), and
 * shorter towards the end.  The model is the mean of the weights at moments of
 * the second half (B. Polyak, A. Juditsky, "Acceleration of Stochastic
 * Approximation by Averaging", 1992): less of it is by chance.  Each time some
 * features and some units are left out by chance, so that weak ones learn too
 * where strong ones (the gazetteer) stand beside them (C. Sutton et al.,
 * "Reducing Weight Undertraining in Structured Discriminative Learning",
 * HLT-NAACL 2006; N. Srivastava et al., "Dropout", JMLR 2014).  Each source of
 * text has a bias of its own, which learns what only its annotators do; the
 * model keeps those of two (the least of what H. Daume, "Frustratingly Easy
 * Domain Adaptation", ACL 2007, does).  Chance and order depend on the input
 * only: same input, same bytes, on machines whose arithmetic and mathematical
 * library are the same.
 */
#ifndef PK_LEARN_H
#define PK_LEARN_H

#include "tag.h"

struct learn_sent {
	struct tag_features f; /* from tag_features() */
	uint8_t *labels;       /* f.n of enum tag_label */
	unsigned source;       /* below LEARN_SOURCES */
};

#define LEARN_SOURCES 16

struct learn_options {
	unsigned bits;   /* the model has 2^bits rows */
	unsigned rounds; /* over all sentences */
	unsigned drop;   /* of a hundred features left out each time */
	unsigned style[TAG_STYLES]; /* the sources whose bias the model has */
};

/*
 * The bytes of a model file (tag.h), in a.  told, if not NULL, is called after
 * each round with the cost of a sentence in it.  Cost: linear in rounds and
 * features; 4 bytes for each weight.
 */
struct str learn_model(const struct learn_sent *v, size_t n,
    const struct tag_words *words, struct learn_options opt,
    void (*told)(unsigned round, double cost), struct arena *a);

#endif
