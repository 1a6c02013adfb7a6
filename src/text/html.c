/*
 * html.c - an HTML page to blocks of text; see html.h.
 */
#include "html.h"

#include "meta.h"
#include "pick.h"
#include "tree.h"

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

	tree_parse(page, &tree);
	meta_read(&tree, page);
	roles = pick_roles(&tree, page->text, page->a);
	for (size_t i = 0; i < tree.n_parts; i++) {
		struct block block = { tree.parts[i].start, tree.parts[i].end,
			para, roles[i], .item = is_item(&tree, i) };
		size_t n = page->n;

		block.whole =
		    block.role == ROLE_TITLE || block.role == ROLE_HEADING;
		page_add(page, block);
		para += page->n - n;
	}
}
