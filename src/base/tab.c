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
	h = hash(key);
	for (uint32_t i = h;; i++) {
		uint32_t slot = tab->slots[i & tab->mask];
		const void *row;

		if (slot == 0)
			return NULL;
		if (slot >> 16 != h >> 16)
			continue;
		row = tab_row(tab, (slot & 0xffff) - 1);
		if (str_eq(key_of(row), key))
			return row;
	}
}

const void *
tab_next(const struct tab *tab, const void *row)
{
	const char *next = (const char *)row + tab->size;
	struct str a = key_of(row), b;

	if (next >= (const char *)tab->rows + tab->n * tab->size)
		return NULL;
	b = key_of(next);
	/* Compilers keep equal literals once. */
	return a.n == b.n && (a.p == b.p || str_eq(a, b)) ? next : NULL;
}
