/*
 * summ_order.c - the order in which a brief says its sentences; see
 * summ_part.h.
 */
#include <stdlib.h>

#include "summ_part.h"

static const char *const order_names[] = {
	[SUMM_IMPORTANCE] = "importance",
	[SUMM_TIME] = "time",
	[SUMM_EVENT] = "event",
	[SUMM_DOCUMENT] = "document",
};

bool
summ_order_of(struct str name, enum summ_order *order)
{
	for (size_t i = 0; i < COUNT(order_names); i++) {
		if (str_is(name, order_names[i])) {
			*order = (enum summ_order)i;
			return true;
		}
	}
	return false;
}

/* A chosen sentence with what it is ordered by. */
struct ordered {
	struct str when;
	struct summ summ;
};

static int
by_order(const void *left, const void *right)
{
	const struct ordered *a = left, *b = right;
	bool unknown = a->when.n == 0;
	int cmp = str_cmp(a->when, b->when);

	if (unknown != (b->when.n == 0))
		return unknown ? 1 : -1;
	if (cmp != 0)
		return cmp;
	return a->summ.sent < b->summ.sent ? -1 : 1;
}

void
summ_sort(const struct pool *p, enum summ_order order, struct arena *a,
    struct summ *chosen, size_t n)
{
	struct ordered *v;

	if (order == SUMM_IMPORTANCE || n < 2)
		return;
	v = arena_alloc(a, n, sizeof(*v));
	for (size_t i = 0; i < n; i++) {
		const struct pool_sent *s = &p->sents[chosen[i].sent];

		v[i].summ = chosen[i];
		if (order == SUMM_EVENT)
			v[i].when = s->date;
		if (order != SUMM_DOCUMENT && v[i].when.n == 0)
			v[i].when = p->docs[s->doc].published;
	}
	qsort(v, n, sizeof(*v), by_order);
	for (size_t i = 0; i < n; i++)
		chosen[i] = v[i].summ;
}
