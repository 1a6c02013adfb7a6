/*
 * html.c - an HTML page to blocks of text; see html.h.
 */
#include "html.h"

#include "meta.h"
#include "pick.h"
#include "tree.h"

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
		struct block block = { .start = tree.parts[i].start,
			.end = tree.parts[i].end,
			.para = para,
			.role = roles[i] };
		size_t n = page->n;

		block.whole =
		    block.role == ROLE_TITLE || block.role == ROLE_HEADING;
		page_add(page, block);
		para += page->n - n;
	}
}
