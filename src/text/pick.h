/*
 * pick.h - which parts of a page are its story.
 *
 * A page is a story in the middle of menus, links to other stories, notices
 * and comments.  What is what is told by the elements (nav, aside, article),
 * by words in class and id (data/html/hints.tsv), by how much of a part is
 * links, and by where most of the running text is.
 */
#ifndef PK_PICK_H
#define PK_PICK_H

#include "tree.h"

/*
 * The roles of tree->parts, as many, in a: ROLE_NONE for text of the story,
 * ROLE_TITLE, ROLE_HEADING and ROLE_CAPTION for what its elements say, and
 * ROLE_BOILERPLATE.  text is what the parts are of, title what the page calls
 * itself, or empty.  Cost: linear.
 */
enum role *pick_roles(const struct tree *tree, struct str text,
    struct str title, struct arena *a);

#endif
