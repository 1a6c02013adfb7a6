/*
 * edit.h - changes to the text of a page that keep the way to the source.
 */
#ifndef PK_EDIT_H
#define PK_EDIT_H

#include "block.h"

/* Changes to page->text from its start to its end: set page, the rest
 * zero.  Nothing is copied before the first one. */
struct edit {
	struct page *page;
	struct buf out;
	struct srcmap map;
	size_t done; /* page->text[0, done) is in out */
};

/* Makes page->text[from, to), at or behind the last change, what text says,
 * which may be nothing. */
void edit_put(struct edit *e, size_t from, size_t to, struct str text);

/* Sets page->text and page->map, unless nothing was changed.  Blocks must
 * not be there yet: they would stay where they were. */
void edit_end(struct edit *e);

#endif
