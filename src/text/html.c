/*
 * html.c - an HTML page to blocks of text; see html.h.
 */
#include "html.h"

#include "meta.h"
#include "pick.h"
#include "tree.h"
#include "when.h"

#define DATE_BEFORE 4 /* parts before the title that may be its date */
#define DATE_BEHIND 8
#define TEXT_MIN 150 /* bytes: more is a paragraph of the story */
#define DATE_SIZE 10 /* bytes of a date with its day */

/* Frees the title that the page told of the site's name, by the heading that
 * says the same without. */
static void
mend_title(struct page *page, const struct block *block)
{
	struct str text = str_cut(page->text, block->start, block->end);

	if (block->role == ROLE_TITLE)
		page->title = meta_title(page->title, str_trim(text));
}

static struct str
part_text(const struct page *page, const struct part *part)
{
	return str_trim(str_cut(page->text, part->start, part->end));
}

/* A date that is all of a part, or, if within, stands in one that is no
 * sentence. */
static struct str
date_in(const struct page *page, const struct part *part, bool within)
{
	struct str s = part_text(page, part);

	if (!within)
		return when_read(s, page->a);
	if (s.n == 0 || s.p[s.n - 1] == '.' || s.p[s.n - 1] == '?')
		return STR("");
	return when_find(s, page->a);
}

/* The date of publication that is written beside the title: first behind it,
 * then before it, the nearest first. */
static struct str
date_beside(
    const struct page *page, const struct tree *tree, size_t title, bool within)
{
	struct str date;

	for (size_t i = 1; i <= DATE_BEHIND && title + i < tree->n_parts; i++) {
		/* Dates in the story are of what it tells of. */
		if (within && tree->parts[title + i].text > TEXT_MIN)
			break;
		date = date_in(page, &tree->parts[title + i], within);
		if (date.n >= DATE_SIZE)
			return date;
	}
	for (size_t i = 1; i <= DATE_BEFORE && i <= title; i++) {
		date = date_in(page, &tree->parts[title - i], within);
		if (date.n >= DATE_SIZE)
			return date;
	}
	return STR("");
}

static void
find_date(struct page *page, const struct tree *tree, const enum role *roles)
{
	size_t title = 0;

	while (title < tree->n_parts && roles[title] != ROLE_TITLE)
		title++;
	if (title == tree->n_parts)
		return;
	page->published = date_beside(page, tree, title, false);
	if (page->published.n == 0)
		page->published = date_beside(page, tree, title, true);
}

/* Whether part i is an item of a list, or all of one: "<li><p>..." */
static bool
is_item(const struct tree *tree, size_t i)
{
	uint32_t node = tree->parts[i].node;

	if (node == TREE_NONE)
		return false;
	if (tree->nodes[node].kind == HTML_PARA && node > 0)
		node = tree->nodes[node].parent;
	return tree->nodes[node].kind == HTML_ITEM;
}

void
html_page(struct page *page)
{
	struct tree tree;
	enum role *roles;
	size_t para = 1;
	bool given = page->title.n > 0;

	tree_parse(page, &tree);
	meta_read(&tree, page);
	roles = pick_roles(&tree, page->text, page->title, page->a);
	if (page->published.n == 0)
		find_date(page, &tree, roles);
	for (size_t i = 0; i < tree.n_parts; i++) {
		struct block block = { .start = tree.parts[i].start,
			.end = tree.parts[i].end,
			.para = para,
			.role = roles[i],
			.item = is_item(&tree, i) };
		size_t n = page->n;

		block.whole =
		    block.role == ROLE_TITLE || block.role == ROLE_HEADING;
		if (!given)
			mend_title(page, &block);
		page_add(page, block);
		para += page->n - n;
	}
}
