/*
 * title.h - which part of a page is the headline of its story.
 *
 *   <title>Dam breaks | The Post</title> ... <h2>Dam breaks</h2>
 *
 * What a page calls itself is repeated over its story, often in a heading that
 * is not the first and in an element that tells nothing.
 */
#ifndef PK_TITLE_H
#define PK_TITLE_H

#include "tree.h"

/*
 * The part of tree that says what title says, or most of it, letters in either
 * case and all but letters and figures left out: a heading before part first,
 * where the story begins, or shortly behind; or any part close to that, if it
 * says the same.  tree->n_parts when there is none.
 * text is what the parts are of; scratch is lent.  Cost: linear.
 */
size_t title_part(const struct tree *tree, struct str text, struct str title,
    size_t first, struct arena scratch);

#endif
