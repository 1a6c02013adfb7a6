/*
 * block.c - blocks of a page and the names of their roles; see block.h.
 */
#include "block.h"

#include "base/utf8.h"

static const char *const names[ROLE_COUNT] = { "",
#define X(id, name) name,
	ROLES(X)
#undef X
};

const char *
role_name(enum role role)
{
	return names[role];
}

enum role
role_of(struct str name)
{
	for (int i = ROLE_NONE + 1; i < ROLE_COUNT; i++) {
		if (str_is(name, names[i]))
			return (enum role)i;
	}
	return ROLE_NONE;
}

bool
role_is_read(enum role role)
{
	return role == ROLE_NONE || role == ROLE_TITLE ||
	    role == ROLE_HEADING || role == ROLE_BODY || role == ROLE_CAPTION;
}

size_t
blank_wide(struct str s, size_t at)
{
	size_t next = at;
	int32_t cp = utf8_next(s, &next);

	/* the spaces of Unicode, and the signs of no width that pages have
	 * between words */
	return cp == 0x85 || cp == 0xa0 || cp == 0x1680 ||
		(cp >= 0x2000 && cp <= 0x200b) || cp == 0x2028 ||
		cp == 0x2029 || cp == 0x202f || cp == 0x205f || cp == 0x3000 ||
		cp == 0xfeff
	    ? next - at
	    : 0;
}

void
page_add(struct page *page, struct block block)
{
	size_t at = block.start, n;
	struct str upto = str_cut(page->text, 0, block.end);

	while ((n = blank_at(upto, at)) > 0)
		at += n;
	if (at >= block.end)
		return;
	page->v =
	    vec_room(page->a, page->v, page->n, &page->cap, sizeof(*page->v));
	page->v[page->n++] = block;
}
