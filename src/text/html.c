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

/* The date of publication that is written beside the title. */
static void
find_date(struct page *page, const struct tree *tree, const enum role *roles)
{
	size_t title = 0, from, to;

	while (title < tree->n_parts && roles[title] != ROLE_TITLE)
		title++;
	if (title == tree->n_parts)
		return;
	from = title > DATE_BEFORE ? title - DATE_BEFORE : 0;
	to = title + DATE_BEHIND;
	for (size_t i = from; i < to && i < tree->n_parts; i++) {
		struct str text = str_cut(
		    page->text, tree->parts[i].start, tree->parts[i].end);
		struct str date = when_read(text, page->a);

		if (date.n >= DATE_SIZE) {
			page->published = date;
			return;
		}
	}
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
