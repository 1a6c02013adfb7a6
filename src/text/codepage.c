/*
 * codepage.c - from characters to bytes of code pages; see codepage.h.
 */
#include "codepage.h"

#include <utf8proc.h>

#include "base/utf8.h"

#include "norm_codepages.h"
#include "norm_signs.h"

#define SLOTS 2048 /* a power of two, twice what the pages hold and more */

struct codepages {
	struct codechar slot[SLOTS]; /* open addressing; cp 0: free */
};

static size_t
first_slot(int32_t cp)
{
	return ((uint32_t)cp * UINT32_C(2654435761)) >> 21;
}

static enum sign
sign_of(int32_t cp)
{
	const struct norm_signs *row;
	char text[UTF8_MAX];
	struct str s = { text, utf8_encode(cp, text) };

	if (cp >= 0x80 && cp < 0xa0)
		return SIGN_CONTROL;
	if (cp == 0xa0)
		return SIGN_SPACE;
	row = tab_find(&norm_signs_tab, s);
	if (row != NULL)
		return (enum sign)row->sign;
	switch (utf8proc_category(cp)) {
	case UTF8PROC_CATEGORY_LU:
		return SIGN_UPPER;
	case UTF8PROC_CATEGORY_LL:
		return SIGN_LOWER;
	default:
		return SIGN_ODD;
	}
}

static struct codechar *
add(struct codepages *pages, int32_t cp, size_t page, unsigned char byte)
{
	size_t i = first_slot(cp);
	struct codechar *c;

	while (pages->slot[i].cp != 0 && pages->slot[i].cp != cp)
		i = (i + 1) % SLOTS;
	c = &pages->slot[i];
	if (c->cp == 0) {
		c->cp = cp;
		c->sign = sign_of(cp);
	}
	c->byte[page] = byte;
	if (byte >= 0xc2 && byte <= 0xf4)
		c->leads |= (uint16_t)(1U << page);
	else if (byte < 0xc0)
		c->conts |= (uint16_t)(1U << page);
	return c;
}

/* What reads a byte that its page has not leaves it as it is. */
static void
add_control(
    struct codepages *pages, size_t page, unsigned char byte, int32_t other)
{
	struct codechar *c = add(pages, byte, page, byte);

	if (other == UTF8_REPLACE)
		return;
	c->others |= (uint16_t)(1U << page);
	c->common = c->common || (page == 0 && sign_of(other) == SIGN_END);
}

const struct codepages *
codepages_new(struct arena *a)
{
	struct codepages *pages = arena_alloc(a, 1, sizeof(*pages));

	for (size_t i = 0; i < norm_codepages_tab.n; i++) {
		const struct norm_codepages *row = &norm_codepages[i];
		size_t page = (size_t)row->order;
		unsigned char byte = 0x80;

		for (size_t at = 0; at < row->chars.n; byte++) {
			int32_t cp = utf8_next(row->chars, &at);

			if (cp != UTF8_REPLACE)
				add(pages, cp, page, byte);
			if (byte < 0xa0 && row->controls.n > 0)
				add_control(pages, page, byte, cp);
		}
	}
	return pages;
}

const struct codechar *
codepages_find(const struct codepages *pages, int32_t cp)
{
	for (size_t i = first_slot(cp); pages->slot[i].cp != 0;
	     i = (i + 1) % SLOTS) {
		if (pages->slot[i].cp == cp)
			return &pages->slot[i];
	}
	return NULL;
}
