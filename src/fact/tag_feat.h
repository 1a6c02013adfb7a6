/*
 * tag_feat.h - what the tagger sees of a word.
 *
 * The word and its neighbours: as they are, their beginnings and ends, their
 * shapes, their classes by distribution; what the
 * tables and the gazetteer say of them (ent_word.h); the candidate that a word
 * is in (ent_cand.h), with its marks and the class that points.tsv gives it,
 * which brings what the rest of the document says.  Its vector
 * goes beside the features, and the document's style.
 */
#ifndef PK_TAG_FEAT_H
#define PK_TAG_FEAT_H

#include "ent_cand.h"
#include "tag.h"

/* What is the same for all sentences of a document. */
struct tag_feat {
	const struct ent_doc *doc;
	const struct tag_words *words;
	uint64_t marks[MARK_COUNT]; /* hashes of their names */
	enum tag_style style;
	bool all; /* of all words: else only of those near a capital or a
		   * candidate, unless it is chat; false at first */
};

void tag_feat_init(struct tag_feat *feat, const struct ent_doc *doc,
    const struct tag_words *words);

/*
 * The features of the words of a sentence.  cands are the candidates in it,
 * ascending, n of them.  All is in a.  Cost: linear.
 */
struct tag_features tag_features(const struct tag_feat *feat, size_t sent,
    const struct cand *cands, size_t n, struct arena *a);

#endif
