/*
 * summ_held.c - what has been said; see summ_held.h.
 */
#include "summ_held.h"

/* Of the chosen sentences that hold a word, so many are looked at. */
#define LOOK_MAX 64

void
held_init(struct held *h, const struct pool *pool, struct arena *a)
{
	*h = (struct held){ .pool = pool, .a = a };
	h->holding = arena_alloc(a, pool->units_n, sizeof(*h->holding));
}

void
held_compare(struct held *h, const struct pool_sent *s)
{
	h->touched_n = 0;
	if (h->holders == NULL)
		return; /* nothing has been said yet */
	for (size_t i = 0; i < s->words; i++) {
		size_t at = h->holding[s->units[i]];

		for (size_t n = 0; at > 0 && n < LOOK_MAX; n++) {
			const struct holder *one = &h->holders[at - 1];
			struct shared *shared = &h->shared[one->held];

			if (shared->words++ == 0) {
				h->touched =
				    vec_room(h->a, h->touched, h->touched_n,
					&h->touched_cap, sizeof(*h->touched));
				h->touched[h->touched_n++] = one->held;
			}
			shared->numbers += h->pool->units[s->units[i]].number;
			at = one->next;
		}
	}
}

void
held_forget(struct held *h)
{
	for (size_t i = 0; i < h->touched_n; i++)
		h->shared[h->touched[i]] = (struct shared){ 0, 0 };
}

uint32_t
held_numbers(const struct pool *p, const struct pool_sent *s)
{
	uint32_t n = 0;

	for (size_t i = 0; i < s->words; i++)
		n += p->units[s->units[i]].number;
	return n;
}

void
held_add(struct held *h, const struct pool_sent *s)
{
	for (size_t i = 0; i < s->words; i++) {
		h->holders = vec_room(h->a, h->holders, h->holders_n,
		    &h->holders_cap, sizeof(*h->holders));
		h->holders[h->holders_n].held = h->n;
		h->holders[h->holders_n++].next = h->holding[s->units[i]];
		h->holding[s->units[i]] = (uint32_t)h->holders_n;
	}
	h->v = vec_room(
	    h->a, h->v, h->n, &h->cap, sizeof(const struct pool_sent *));
	h->shared =
	    vec_room(h->a, h->shared, h->n, &h->shared_cap, sizeof(*h->shared));
	h->v[h->n++] = s;
}
