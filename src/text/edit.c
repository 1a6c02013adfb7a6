/*
 * edit.c - changes to the text of a page; see edit.h.
 */
#include "edit.h"

static void
copy(struct edit *e, size_t to)
{
	const struct page *page = e->page;

	srcmap_run(&e->map, e->out.n, &page->map, e->done, to - e->done);
	buf_add(&e->out, str_cut(page->text, e->done, to));
	e->done = to;
}

void
edit_put(struct edit *e, size_t from, size_t to, struct str text)
{
	const struct srcmap *map = &e->page->map;

	if (e->out.a == NULL) {
		e->out.a = e->map.a = e->page->a;
		/* At once as large as it will be, more or less. */
		buf_more(&e->out, e->page->text.n);
		e->out.n = 0;
	}
	copy(e, from);
	srcmap_made(&e->map, e->out.n, text, srcmap_at(map, from),
	    srcmap_at(map, to - 1));
	buf_add(&e->out, text);
	e->done = to;
}

void
edit_end(struct edit *e)
{
	struct page *page = e->page;
	size_t end = page->text.n;

	if (e->out.a == NULL)
		return;
	copy(e, end);
	srcmap_add(&e->map, e->out.n, srcmap_at(&page->map, end));
	page->text = buf_str(&e->out);
	page->map = e->map;
}
