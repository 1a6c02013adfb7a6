/*
 * tab.c - look-ups in tables that are compiled in; see tab.h.
 */
#include "tab.h"

static struct str
key_of(const void *row)
{
	return *(const struct str *)row;
}

/* A sum over five bytes that lie evenly in the key, n > 0, whatever its
 * length: the same as in tools/mktab, which is awk and has no bit
 * operations. */
static uint32_t
hash(struct str key)
{
	const unsigned char *p = (const unsigned char *)key.p;
	size_t last = key.n - 1, quarter = key.n / 4;

	return (uint32_t)key.n * 28629151 + p[0] * UINT32_C(923521) +
	    p[quarter] * UINT32_C(29791) + p[key.n / 2] * UINT32_C(961) +
	    p[last - quarter] * UINT32_C(31) + p[last];
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

	if (key.n == 0 || key.n > tab->longest)
		return NULL;
	for (h = hash(key);; h++) {
		size_t slot = tab->slots[h & tab->mask];
		const void *row;

		if (slot == 0)
			return NULL;
		row = tab_row(tab, slot - 1);
		if (*key_of(row).p == *key.p && str_eq(key_of(row), key))
			return row;
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
