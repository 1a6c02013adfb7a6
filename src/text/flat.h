/*
 * flat.h - from runs of a page to flat text and its parts.
 *
 *   <p>One &amp; two</p>    a run: "One &amp; two" of the page
 *                           text: "One & two", a part
 */
#ifndef PK_FLAT_H
#define PK_FLAT_H

#include "tree.h"

/* A text as it is made: page and tree are set, html is page->text, out.a and
 * map.a are page->a; the rest is zero. */
struct flat {
	struct page *page;
	struct str html;
	struct tree *tree;
	size_t cap_parts;
	struct part *open; /* the last part, unless it has ended */
	struct buf out;    /* the text */
	struct srcmap map; /* from there to where page->map leads */
};

/* A run of the page that is text of one node. */
struct piece {
	size_t start, end; /* bytes in html; a line end if start == end */
	uint32_t node;     /* in tree->nodes */
	bool link;         /* the text of a link */
};

/* Adds a run, which stands behind all before, to the part that is open;
 * references are decoded, and white space alone opens none.  Cost: linear. */
void flat_add(struct flat *flat, const struct piece *p);

/* Ends the part that is open, if any. */
void flat_end(struct flat *flat);

#endif
