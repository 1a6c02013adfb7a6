/*
 * ent_where.c - the name of a place that a candidate has; see ent_where.h.
 */
#include "ent_where.h"

#include "base/tab.h"

enum spot { SPOT_PART, SPOT_SITE };

#include "ent_kinds.h"
#include "ent_shorts.h"
#include "ent_spots.h"

#define LIST_MAX 12 /* names in "Barrow, Jackson and Madison counties" */

static bool
is_spot(const struct token *t, enum spot use)
{
	const struct ent_spots *row = tab_find(&ent_spots_tab, t->low);

	return row != NULL && row->use == (int)use;
}

unsigned
where_kinds(const struct token *t)
{
	unsigned kinds = 0;

	for (const struct ent_kinds *row = tab_find(&ent_kinds_tab, t->low);
	     row != NULL; row = tab_next(&ent_kinds_tab, row))
		kinds |= 1u << row->kind;
	return kinds;
}

/* People of the largest place of a name; less than 0 when it is of none. */
static double
people_of(const struct gaz *gaz, const struct gaz_hit *hit)
{
	struct gaz_entry e;

	for (size_t k = 0; gaz_get(gaz, hit, &k, &e);)
		if (is_place(&e))
			return e.people;
	return -1;
}

static bool
look_as(const struct ent_doc *doc, const struct tokens *t, size_t i, size_t j,
    struct where *w)
{
	char buf[128];
	struct gaz_hit hit;

	if (!gaz_places(doc->gaz, t, i, j, &hit) ||
	    people_of(doc->gaz, &hit) < 0)
		return false;
	w->hit = hit;
	w->key = (struct str){ buf, gaz_key(t, i, j, false, buf, sizeof(buf)) };
	w->key = str_copy(doc->a, w->key);
	return w->key.n > 0;
}

/* The name with its first word spelt in another way: "Saint Cloud" for "St.
 * Cloud"; no tokens when there is none. */
static struct tokens
spelt(struct arena *a, const struct tokens *t, size_t i, size_t j)
{
	const struct ent_shorts *row = tab_find(&ent_shorts_tab, t->v[i].low);
	struct buf text = { .a = a };
	size_t k = i + 1;

	if (row != NULL && k < j && str_is(t->v[k].text, "."))
		k++;
	if (row == NULL || k >= j)
		return (struct tokens){ .n = 0 };
	buf_add(&text, row->other);
	buf_byte(&text, ' ');
	buf_add(&text, token_span(t, k, j));
	return token_split(buf_str(&text), a);
}

/* Looks for the name at tokens [i, j), of its spellings the larger place. */
static bool
look(const struct ent_doc *doc, const struct tokens *t, size_t i, size_t j,
    struct where *w)
{
	struct where other = *w;
	struct tokens o;
	bool found;

	if (i >= j)
		return false;
	found = look_as(doc, t, i, j, w);
	o = spelt(doc->a, t, i, j);
	if (o.n == 0 || !look_as(doc, &o, 0, o.n, &other))
		return found;
	if (!found ||
	    people_of(doc->gaz, &other.hit) > people_of(doc->gaz, &w->hit))
		*w = other;
	return true;
}

/* "W. Va." and "Calif" are West Virginia and California. */
static bool
look_short(const struct ent_doc *doc, const struct cand *c, struct where *w)
{
	struct str name =
	    ent_state_name(token_span(doc->lines[c->sent].t, c->i, c->j));
	struct tokens t;

	if (name.n == 0)
		return false;
	t = token_split(name, doc->a);
	if (!look(doc, &t, 0, t.n, w))
		return false;
	/* "Wash." is not what "Washington" may be. */
	w->kinds |= 1u << GAZ_STATE;
	w->key = token_span(doc->lines[c->sent].t, c->i, c->j);
	return true;
}

/* Whether a name is written as a short form. */
static bool
is_short(const struct tokens *t, const struct cand *c)
{
	struct str text = token_span(t, c->i, c->j);

	return str_find(text, STR("."), 0) < text.n ||
	    (c->j < t->n && t->v[c->j].glued && str_is(t->v[c->j].text, "."));
}

/* Whether a name may be none: the "Airport" of "Airport Courthouse". */
static bool
are_words(const struct word *w, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if ((w[i].gaz & GAZ_WORD) == 0)
			return false;
	return true;
}

/* The place in the name of what lies there: "Miami Beach Marina", "Port of
 * Los Angeles". */
static bool
look_site(const struct ent_doc *doc, const struct cand *c, struct where *w)
{
	const struct tokens *t = doc->lines[c->sent].t;

	if (c->j - c->i < 2)
		return false;
	if (is_spot(&t->v[c->i], SPOT_SITE) && c->i + 2 < c->j &&
	    str_is(t->v[c->i + 1].low, "of"))
		return look(doc, t, c->i + 2, c->j, w);
	if (!is_spot(&t->v[c->j - 1], SPOT_SITE))
		return false;
	for (size_t j = c->j - 1; j > c->i; j--)
		if (look(doc, t, c->i, j, w))
			return !are_words(
			    &doc->lines[c->sent].w[c->i], j - c->i);
	return false;
}

/* "Sokoto State" and "the City of Huntsville" say what kind they are. */
static bool
look_kind(const struct ent_doc *doc, const struct cand *c, struct where *w)
{
	const struct tokens *t = doc->lines[c->sent].t;
	unsigned kinds = where_kinds(&t->v[c->i]);

	if (kinds != 0 && c->i + 2 < c->j && str_is(t->v[c->i + 1].low, "of")) {
		w->kinds |= kinds;
		return look(doc, t, c->i + 2, c->j, w);
	}
	kinds = where_kinds(&t->v[c->j - 1]);
	if (kinds == 0 || c->i + 1 >= c->j)
		return false;
	w->kinds |= kinds;
	w->whole = false;
	return look(doc, t, c->i, c->j - 1, w);
}

/* "East Oxford", "Eastern Texas": a part of what stands behind. */
static bool
look_part(const struct ent_doc *doc, const struct cand *c, struct where *w)
{
	const struct tokens *t = doc->lines[c->sent].t;
	size_t from = c->i;

	while (from + 1 < c->j && is_spot(&t->v[from], SPOT_PART))
		from++;
	return from > c->i && look(doc, t, from, c->j, w);
}

/* Whether a name is that of a country or a state. */
static bool
is_land(const struct gaz *gaz, const struct gaz_hit *hit)
{
	struct gaz_entry e;
	size_t k = 0;

	return gaz_get(gaz, hit, &k, &e) &&
	    (e.kind == GAZ_COUNTRY || e.kind == GAZ_STATE);
}

/* What the word of kind behind token j says: the name at [.., j) may be one of
 * several before it. */
static unsigned
kinds_behind(const struct ent_doc *doc, size_t i)
{
	const struct cand *c = &doc->v[i];
	const struct tokens *t = doc->lines[c->sent].t;
	bool list = false;

	for (size_t n = 0; n < LIST_MAX; n++) {
		size_t j = c->j;
		unsigned kinds = j < t->n ? where_kinds(&t->v[j]) : 0;

		if (kinds != 0 && t->v[j].form == TOKEN_LOWER)
			return !list || str_ends(t->v[j].low, STR("s")) ? kinds
									: 0;
		while (j < t->n && j < c->j + 2 &&
		    (str_is(t->v[j].text, ",") || str_is(t->v[j].text, "and")))
			j++;
		if (j == c->j || ++i >= doc->n || doc->v[i].sent != c->sent ||
		    doc->v[i].i != j)
			return 0;
		c = &doc->v[i];
		list = true;
	}
	return 0;
}

/* What "the village of" before token i says. */
static unsigned
kinds_before(const struct tokens *t, size_t i)
{
	return i >= 2 && str_is(t->v[i - 1].low, "of")
	    ? where_kinds(&t->v[i - 2])
	    : 0;
}

bool
ent_where(const struct ent_doc *doc, size_t i, struct where *w)
{
	const struct cand *c = &doc->v[i];
	const struct tokens *t = doc->lines[c->sent].t;

	*w = (struct where){ .whole = true };
	if (is_short(t, c) && look_short(doc, c, w))
		return true;
	w->kinds = kinds_behind(doc, i) | kinds_before(t, c->i);
	/* There is an "East Texas" in Pennsylvania. */
	if (c->hit.n == 0 && look_part(doc, c, w) &&
	    is_land(doc->gaz, &w->hit)) {
		w->whole = false;
		return true;
	}
	if (look(doc, t, c->i, c->j, w) || look_short(doc, c, w) ||
	    look_kind(doc, c, w))
		return true;
	w->whole = false;
	return look_part(doc, c, w) || look_site(doc, c, w);
}

bool
ent_where_org(const struct ent_doc *doc, size_t i, struct where *w)
{
	const struct cand *c = &doc->v[i];
	const struct tokens *t = doc->lines[c->sent].t;
	struct gaz_hit hit;

	*w = (struct where){ .whole = false };
	return gaz_find(doc->gaz, t, c->i, c->j, &hit) && hit.n < c->j - c->i &&
	    look(doc, t, c->i, c->i + hit.n, w);
}
