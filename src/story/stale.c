/*
 * stale.c - sentences whose figures newer documents have changed; see stale.h.
 */
#include "stale.h"

#include <stdlib.h>

#define SHARED 0.4   /* of an older sentence's words, in the newer one */
#define LOOK_MAX 32  /* newer sentences that are looked at */
#define SHARED_MIN 3 /* words */

/* That a sentence has a figure of a key. */
struct mention {
	size_t key, sent;
	double value;
	struct str published;
};

/* By key; the newest first. */
static int
by_key(const void *left, const void *right)
{
	const struct mention *a = left, *b = right;
	int cmp;

	if (a->key != b->key)
		return a->key < b->key ? -1 : 1;
	cmp = str_cmp(b->published, a->published);
	if (cmp != 0)
		return cmp;
	return a->sent < b->sent ? -1 : a->sent > b->sent;
}

/* Whether a time is behind another: "2025-03-04" and a time of that day are
 * not. */
static bool
is_later(struct str a, struct str b)
{
	return str_cmp(a, b) > 0 && !str_begins(a, b);
}

/* Whether new has so many of the words of old that both speak of one thing;
 * those of old are marked. */
static bool
is_about(const struct pool *p, const struct pool_sent *old,
    const struct pool_sent *s)
{
	size_t n = 0;

	for (size_t i = 0; i < s->words; i++) {
		const struct pool_unit *u = &p->units[s->units[i]];

		n += u->mark == p->mark && !u->number;
	}
	return n >= SHARED_MIN && (double)n >= SHARED * old->words;
}

static bool
has_value(
    const struct pool *p, const struct pool_sent *s, const struct mention *m)
{
	for (size_t i = s->figures; i > 0; i = p->figures[i - 1].next) {
		const struct pool_figure *f = &p->figures[i - 1];

		if (f->key == m->key && !(f->value < m->value) &&
		    !(f->value > m->value))
			return true;
	}
	return false;
}

static bool
is_stale(struct pool *p, const struct mention *v, size_t first, size_t i)
{
	const struct pool_sent *old = &p->sents[v[i].sent];

	p->mark++;
	for (size_t k = 0; k < old->words; k++)
		p->units[old->units[k]].mark = p->mark;
	for (size_t k = first; k < i && k < first + LOOK_MAX; k++) {
		const struct pool_sent *s = &p->sents[v[k].sent];

		if (!is_later(v[k].published, v[i].published))
			return false;
		if (is_about(p, old, s))
			return !has_value(p, s, &v[i]);
	}
	return false;
}

/* All figures of dated documents. */
static size_t
collect(const struct pool *p, struct mention *v)
{
	size_t n = 0;

	for (size_t i = 0; i < p->sents_n; i++) {
		const struct pool_sent *s = &p->sents[i];
		struct str published = p->docs[s->doc].published;

		if (published.n == 0)
			continue;
		for (size_t k = s->figures; k > 0; k = p->figures[k - 1].next) {
			const struct pool_figure *f = &p->figures[k - 1];

			v[n++] =
			    (struct mention){ f->key, i, f->value, published };
		}
	}
	return n;
}

bool *
stale_find(struct pool *pool, struct arena *a)
{
	bool *stale = arena_alloc(a, pool->sents_n + 1, sizeof(*stale));
	struct arena scratch = pool->scratch;
	struct mention *v =
	    arena_alloc(&scratch, pool->figures_n + 1, sizeof(*v));
	size_t n = collect(pool, v), first = 0;

	qsort(v, n, sizeof(*v), by_key);
	for (size_t i = 0; i < n; i++) {
		if (i > 0 && v[i].key != v[i - 1].key)
			first = i;
		stale[v[i].sent] |= is_stale(pool, v, first, i);
	}
	return stale;
}
