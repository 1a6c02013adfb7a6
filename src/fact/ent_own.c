/*
 * ent_own.c - the user's own names among the candidates; see ent_cand.h.
 */
#include "ent_cand.h"

/* The candidates that come to be. */
struct owned {
	struct ent_doc *doc;
	const struct names *names;
	struct cand *v;
	size_t n, cap;
};

static void
put(struct owned *o, const struct cand *c)
{
	o->v = vec_room(o->doc->a, o->v, o->n, &o->cap, sizeof(*o->v));
	o->v[o->n++] = *c;
}

static void
put_own(struct owned *o, size_t sent, size_t i, size_t n,
    const struct own_name *own)
{
	struct cand c = { .sent = sent,
		.i = i,
		.j = i + n,
		.own = own,
		.class = own->class,
		.fixed = true };

	if (!gaz_exact(o->doc->gaz, o->doc->lines[sent].t, i, c.j, &c.hit))
		c.hit.n = 0;
	put(o, &c);
}

/* The names of one sentence, whose candidates are [from, end) of the old. */
static void
merge(struct owned *o, size_t sent, size_t from, size_t end)
{
	const struct ent_doc *doc = o->doc;
	const struct tokens *t = doc->lines[sent].t;
	size_t free = 0; /* where the user's last name ends */

	for (size_t i = 0, n; i < t->n; i++) {
		const struct own_name *own =
		    i < free ? NULL : names_find(o->names, t, i, &n);

		if (own == NULL)
			continue;
		for (; from < end && doc->v[from].j <= i; from++)
			put(o, &doc->v[from]);
		put_own(o, sent, i, n, own);
		free = i + n;
		while (from < end && doc->v[from].i < free)
			from++;
	}
	for (; from < end; from++)
		put(o, &doc->v[from]);
}

void
ent_own(struct ent_doc *doc, const struct names *names)
{
	struct owned o = { .doc = doc, .names = names };
	size_t at = 0;

	for (size_t i = 0; i < doc->nlines; i++) {
		size_t from = at;

		while (at < doc->n && doc->v[at].sent == i)
			at++;
		merge(&o, i, from, at);
	}
	doc->v = o.v;
	doc->n = o.n;
	doc->cap = o.cap;
	ent_mark_again(doc);
}
