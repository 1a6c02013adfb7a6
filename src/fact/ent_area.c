/*
 * ent_area.c - marks of names that may mean a place where the document's other
 * places lie; see ent_cand.h.
 *
 * "Nelson" is a town more often beside "Wellington" than beside "Trafalgar".
 */
#include "base/map.h"
#include "ent_cand.h"

#define CHOICES_MAX 24 /* places of one name that are looked at */
#define SEVERAL ((size_t)-2)

/* Countries ("US") and states ("US.OH") of sure places. */
struct areas {
	struct map keys;
	size_t *group; /* whose places lie there, or SEVERAL */
};

static bool
is_place(const struct gaz_entry *e)
{
	return e->kind >= GAZ_COUNTRY && e->kind <= GAZ_SEAT &&
	    e->country.n > 0;
}

/* "US" or "US.OH" in buf; n == 0 when there is no state. */
static struct str
area_key(const struct gaz_entry *e, bool state, char buf[8])
{
	size_t n = 0;

	if (state && e->state.n == 0)
		return (struct str){ buf, 0 };
	for (size_t i = 0; i < e->country.n && n < 2; i++)
		buf[n++] = e->country.p[i];
	if (state)
		buf[n++] = '.';
	for (size_t i = 0; state && i < e->state.n && n < 8; i++)
		buf[n++] = e->state.p[i];
	return (struct str){ buf, n };
}

static void
put(struct areas *a, struct str key, size_t group)
{
	size_t before = a->keys.n, i;

	if (key.n == 0)
		return;
	i = map_put(&a->keys, key);
	if (a->keys.n > before)
		a->group[i] = group;
	else if (a->group[i] != group)
		a->group[i] = SEVERAL;
}

/* Whether another name than that of group is there. */
static bool
has_other(const struct areas *a, struct str key, size_t group)
{
	size_t i = key.n > 0 ? map_find(&a->keys, key) : MAP_NONE;

	return i != MAP_NONE && a->group[i] != group;
}

static bool
is_sure(const struct cand *c)
{
	const struct marks *m = &c->marks;

	return mark_has(m, MARK_ONLY_PLACE) || mark_has(m, MARK_LONG_PLACE) ||
	    mark_has(m, MARK_COUNTRY) || mark_has(m, MARK_STATE);
}

static void
note_area(struct areas *a, const struct ent_doc *doc, const struct cand *c)
{
	struct gaz_entry e;
	size_t k = 0;
	char buf[8];

	if (c->hit.n == 0 || !is_sure(c))
		return;
	do {
		if (!gaz_get(doc->gaz, &c->hit, &k, &e))
			return;
	} while (!is_place(&e) && k < CHOICES_MAX);
	if (!is_place(&e))
		return;
	put(a, area_key(&e, false, buf), c->group);
	if (e.kind != GAZ_COUNTRY)
		put(a, area_key(&e, true, buf), c->group);
}

static void
mark_area(const struct areas *a, const struct ent_doc *doc, struct cand *c)
{
	struct gaz_entry e;
	char buf[8];

	for (size_t k = 0, n = 0; c->hit.n > 0 && n < CHOICES_MAX &&
	     gaz_get(doc->gaz, &c->hit, &k, &e);
	     n++) {
		if (!is_place(&e) || e.kind == GAZ_COUNTRY)
			continue;
		if (has_other(a, area_key(&e, false, buf), c->group))
			mark_set(&c->marks, MARK_D_LAND);
		if (has_other(a, area_key(&e, true, buf), c->group))
			mark_set(&c->marks, MARK_D_AREA);
	}
}

void
ent_area(struct ent_doc *doc)
{
	struct areas a;

	map_init(&a.keys, doc->a);
	a.group = arena_alloc(doc->a, 2 * doc->n + 1, sizeof(*a.group));
	for (size_t i = 0; i < doc->n; i++)
		note_area(&a, doc, &doc->v[i]);
	for (size_t i = 0; i < doc->n; i++)
		mark_area(&a, doc, &doc->v[i]);
	map_free(&a.keys);
}
