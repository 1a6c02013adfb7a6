/*
 * tab.c - look-ups in tables that are compiled in; see tab.h.
 */
#include "tab.h"

static struct str
key_of(const void *row)
{
	return *(const struct str *)row;
}

/* The same sum as in tools/mktab, which is awk and has no bit operations. */
static uint32_t
hash(struct str key)
{
	uint32_t h = 7;

	for (size_t i = 0; i < key.n; i++)
		h = h * 31 + (unsigned char)key.p[i];
	return h;
}

const void *
tab_row(const struct tab *tab, size_t i)
{
	return (const char *)tab->rows + i * tab->size;
}

const void *
tab_find(const struct tab *tab, struct str key)
{
	uint32_t h;
	uint8_t tag;

	if (key.n > tab->longest)
		return NULL;
	h = hash(key);
	tag = (uint8_t)(h >> 16);
	for (;; h++) {
		size_t slot = tab->slots[h & tab->mask];

		if (slot == 0)
			return NULL;
		if (tab->tags[h & tab->mask] == tag &&
		    str_eq(key_of(tab_row(tab, slot - 1)), key))
			return tab_row(tab, slot - 1);
	}
}

const void *
tab_next(const struct tab *tab, const void *row)
{
	const char *next = (const char *)row + tab->size;

	if (next >= (const char *)tab->rows + tab->n * tab->size)
		return NULL;
	return str_eq(key_of(row), key_of(next)) ? next : NULL;
}
