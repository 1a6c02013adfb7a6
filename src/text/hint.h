/*
 * hint.h - what the class of an element tells of its text.
 *
 *   class="entry-content"        the story
 *   class="relatedArticles"      links to other stories
 *   id="comments"                what readers wrote
 *
 * Words and pairs of words are in data/html/hints.tsv.
 */
#ifndef PK_HINT_H
#define PK_HINT_H

#include "base/base.h"

/* What a class tells; of two the later one here counts. */
enum hint {
	HINT_NONE,
	HINT_PLAIN, /* tells nothing, though a word of it would */
	HINT_MUTE,  /* what it begins tells nothing */
	HINT_DATA,
	HINT_BOX,
	HINT_FURNITURE,
	HINT_CAPTION,
	HINT_COMMENTS,
	HINT_LEAD,
	HINT_STORY
};

/* The hint in class, id, role and itemprop of a tag's attributes. */
enum hint hint_of(struct str attrs);

#endif
