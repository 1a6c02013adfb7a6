/*
 * tree.h - an HTML page as a tree, flat text and parts of that text.
 *
 *   <div>One <a href=x>two</a><p>Three&amp;four</div>
 *
 *   nodes   html, body, div, p
 *   parts   "One two" (div; 3 of its letters in a link), "Three&four" (p)
 */
#ifndef PK_TREE_H
#define PK_TREE_H

#include "block.h"
#include "markup.h"

#define TREE_NONE UINT32_MAX

/* An element that may hold text.  Nodes are in document order, so the
 * descendants of node i are those from i + 1 to last. */
struct node {
	enum html_kind kind;
	uint32_t parent;  /* TREE_NONE for the first */
	uint32_t last;    /* its last descendant, or itself */
	uint32_t block;   /* the nearest block that it is in, or itself */
	bool pre;         /* it is, or is in, a pre */
	struct str attrs; /* for markup_value() */
};

/* The text of one block, or what is left of it around the blocks inside. */
struct part {
	size_t start, end; /* bytes in page.text */
	uint32_t node;     /* of kind HTML_RULE or later */
	size_t text, link; /* bytes but white space; those within links */
};

/* An element that tells something of the page: meta, link, title, time, a
 * script of data, html. */
struct tell {
	enum html_kind kind;
	struct str attrs;
	struct str text; /* of a script, title or time, as written */
};

struct tree {
	struct node *nodes;
	struct part *parts;
	struct tell *tells;
	size_t n_nodes, n_parts, n_tells;
};

/*
 * Parses page->text, which is HTML in UTF-8.  Afterwards page->text is the
 * flat text, references decoded, each part behind the other with a line end
 * between, in the order of the source; page->map leads from it to where it
 * led before.  White space other than of <br> and <pre> is spaces.  The text
 * of scripts, styles and the like is left out.  All memory is page->a's.
 *
 * Elements nested deeper than 256, and those beyond some millions, have no
 * node: their text is that of the node they are in.  Cost: linear.
 */
void tree_parse(struct page *page, struct tree *tree);

/* The kind of a node; of a block or paragraph in a heading the heading's:
 * "<h1><div>Dam breaks". */
enum html_kind tree_kind(const struct tree *tree, uint32_t node);

#endif
