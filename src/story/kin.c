/*
 * kin.c - whether two documents tell the same story; see kin.h.
 */
#include "kin.h"

#include <stdlib.h>

#define LEAST 6 /* of fewer ids the share is of as many */

static int
by_id(const void *a, const void *b)
{
	const uint32_t *x = a, *y = b;

	return (*x > *y) - (*x < *y);
}

static uint32_t
stem_at(const struct sheet *s, size_t i)
{
	uint32_t id;

	memcpy(&id, map_key(&s->stems, i).p, sizeof(id));
	return id;
}

/* The stems of most sentences, of equals the first: writes at most KIN_WORDS
 * of them.  The list is short, so that each is moved to its place. */
static size_t
most_common(const struct sheet *s, uint32_t *ids)
{
	uint32_t counts[KIN_WORDS];
	size_t n = 0;

	for (size_t i = 0; i < s->stems.n; i++) {
		uint32_t count = s->counts[i];
		size_t k = n;

		while (k > 0 && counts[k - 1] < count)
			k--;
		if (k == KIN_WORDS)
			continue;
		n += n < KIN_WORDS;
		for (size_t j = n - 1; j > k; j--) {
			counts[j] = counts[j - 1];
			ids[j] = ids[j - 1];
		}
		counts[k] = count;
		ids[k] = stem_at(s, i);
	}
	return n;
}

struct kin
kin_make(const struct sheet *s)
{
	struct kin k = { .day = s->day };
	size_t n = 0, words;

	for (size_t i = 0; i < s->nnames && i < KIN_NAMES; i++)
		k.ids[k.n++] = s->names[i].id;
	for (size_t i = 0; i < k.n && i < KIN_TOP; i++)
		k.top[k.ntop++] = k.ids[i];
	words = most_common(s, k.ids + k.n);
	for (size_t i = 0; i < words && i < KIN_TOP; i++)
		k.top[k.ntop++] = k.ids[k.n + i];
	k.n += words;
	qsort(k.ids, k.n, sizeof(*k.ids), by_id);
	for (size_t i = 0; i < k.n; i++) {
		if (n == 0 || k.ids[n - 1] != k.ids[i])
			k.ids[n++] = k.ids[i];
	}
	k.n = n;
	return k;
}

double
kin_like(const struct kin *a, const struct kin *b)
{
	size_t i = 0, j = 0, n = 0, least = a->n < b->n ? a->n : b->n;

	while (i < a->n && j < b->n) {
		uint32_t x = a->ids[i], y = b->ids[j];

		n += x == y;
		i += x <= y;
		j += y <= x;
	}
	return (double)n / (double)(least > LEAST ? least : LEAST);
}
