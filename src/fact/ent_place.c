/*
 * ent_place.c - which place a name means; see ent_cand.h and ent_atlas.h.
 *
 * "Paris, Texas" says it, "Jackson and Barrow counties" helps, the rest is
 * weighed.  What stays open gets no coordinates, but its country when that is
 * not open.
 */
#include <math.h>

#include "ent_atlas.h"

#define CHOICES_MAX 60 /* places of one name that are weighed */
#define SURE_LAND 0.9  /* no country below this one */
#define INSIDE 6       /* points for "Paris" in "Paris, Texas" */
#define INSIDE_MAX 10  /* no more of them above these */
#define HOLDS 1.5      /* points for "Texas" there */
#define COUNTY_TOWN                                                            \
	0.5        /* a county is named as a town of that share of its people */
#define BESIDE 0.9 /* how sure what is in no table lies beside */
#define CALLED 2.5 /* for a county that is called one */
#define TOWNSMAN 3 /* less for a country: a "Jordan man" is of a town */
#define BARE_COUNTY 2 /* less for one that is not */

/* How likely a name means a place, before the document is looked at: about
 * one point for ten times the people. */
static double
prior(const struct gaz_entry *e)
{
	static const double base[GAZ_KIND_COUNT] = {
		[GAZ_COUNTRY] = 9,
		[GAZ_STATE] = 5.9,
		[GAZ_COUNTY] = 4.2,
		[GAZ_AREA] = 6.5,
		[GAZ_WATER] = 6,
		[GAZ_LAND] = 6,
		[GAZ_SITE] = 6,
		[GAZ_SEAT] = 8,
	};
	double points = base[e->kind];

	if (e->kind == GAZ_CITY)
		points = log10(e->people + 200);
	if (e->kind == GAZ_COUNTY)
		points = log10(e->people * COUNTY_TOWN + 200);
	if (e->capital)
		points += 1;
	/* "Barrow" for Barrow County is rare. */
	if (e->kind == GAZ_COUNTY && e->alias)
		return points - BARE_COUNTY;
	return e->alias ? points - 0.7 : points;
}

static void
choose_from(struct atlas *a, struct place *p, const struct gaz_hit *hit)
{
	struct gaz_entry e;
	size_t n = 0;

	for (size_t k = 0;
	     n < CHOICES_MAX && gaz_get(a->doc->gaz, hit, &k, &e);)
		n += is_place(&e);
	p->v = arena_alloc(a->doc->a, n, sizeof(*p->v));
	for (size_t k = 0; p->n < n && gaz_get(a->doc->gaz, hit, &k, &e);)
		if (is_place(&e))
			p->v[p->n++] =
			    (struct choice){ .e = e, .prior = prior(&e) };
}

/* The place that a candidate names or has in its name, or NULL. */
static struct place *
add_place(struct atlas *a, const struct where *w)
{
	size_t before = a->names.n, i = map_put(&a->names, w->key);

	if (a->names.n > before) {
		a->places = vec_room(
		    a->doc->a, a->places, before, &a->cap, sizeof(*a->places));
		a->places[i] = (struct place){ .n = 0 };
		choose_from(a, &a->places[i], &w->hit);
	}
	return &a->places[i];
}

/* "The X" and "the river X" are no towns. */
static void
drop_towns(struct place *p)
{
	size_t n = 0;

	if (p->water == 0 && (p->count == 0 || p->bare * 2 < p->count))
		return;
	for (size_t i = 0; i < p->n; i++)
		if (p->v[i].e.kind != GAZ_CITY && p->v[i].e.kind != GAZ_COUNTY)
			p->v[n++] = p->v[i];
	p->n = n;
}

/* A nationality votes for its country. */
static void
vote_norp(struct atlas *a, const struct cand *c)
{
	struct arena scratch = *a->doc->a;
	struct tokens t = token_split(c->of, &scratch);
	struct gaz_hit hit;
	struct gaz_entry e;
	size_t k = 0;

	if (t.n == 0 || !gaz_exact(a->doc->gaz, &t, 0, t.n, &hit))
		return;
	if (gaz_get(a->doc->gaz, &hit, &k, &e) && e.kind == GAZ_COUNTRY)
		atlas_nation(a, &e, 0.5);
}

static void
note_place(struct atlas *a, struct spot *s, size_t i)
{
	const struct cand *c = &a->doc->v[i];
	struct place *p;
	struct where w;

	if (!ent_where(a->doc, i, &w))
		return;
	p = add_place(a, &w);
	s->place = (size_t)(p - a->places);
	s->whole = w.whole;
	p->count++;
	p->whole += w.whole;
	p->bare += mark_has(&c->marks, MARK_THE_ONE);
	p->water += mark_has(&c->marks, MARK_WATER_BY);
	p->town += mark_has(&c->marks, MARK_R_TOWN);
	for (int k = 0; k < GAZ_KIND_COUNT; k++)
		p->kinds[k] += w.kinds >> k & 1;
}

/* Whether a county holds a town of the name: that is meant, if either. */
static bool
has_town(const struct place *p, const struct gaz_entry *county)
{
	for (size_t i = 0; i < p->n; i++)
		if (p->v[i].e.kind == GAZ_CITY &&
		    p->v[i].e.county == county->county)
			return true;
	return false;
}

/* Points, times mentions, for what the words beside a name say of its kind. */
static double
called(const struct place *p, const struct gaz_entry *e)
{
	double points = CALLED * (double)p->kinds[e->kind];

	if (e->kind == GAZ_COUNTRY)
		points -= TOWNSMAN * (double)p->town;
	if (e->kind == GAZ_COUNTY && !e->alias && has_town(p, e))
		points -=
		    BARE_COUNTY * (double)(p->count - p->kinds[GAZ_COUNTY]);
	return points;
}

/* Collects the places of the document. */
static void
survey(struct atlas *a, struct spot *spots)
{
	struct where w;

	for (size_t i = 0; i < a->doc->n; i++) {
		const struct cand *c = &a->doc->v[i];

		spots[i].place = MAP_NONE;
		if (c->class == ENT_NORP && c->of.n > 0)
			vote_norp(a, c);
		else if (c->class == ENT_PLACE)
			note_place(a, &spots[i], i);
		else if ((c->class == ENT_ORG || c->class == ENT_UNIT) &&
		    ent_where_org(a->doc, i, &w))
			add_place(a, &w)->weight += 1;
	}
	for (size_t k = 0; k < a->names.n; k++) {
		struct place *p = &a->places[k];
		double times = (double)p->count;

		drop_towns(p);
		for (size_t i = 0; i < p->n && times > 0; i++)
			p->v[i].prior += called(p, &p->v[i].e) / times;
		p->weight = times + p->weight < 3 ? times + p->weight : 3;
	}
}

/* Whether the area holds the choice: "Paris, Texas". */
static bool
holds(const struct gaz_entry *area, const struct gaz_entry *e)
{
	if (area->country.n == 0 || !str_eq(area->country, e->country) ||
	    e->kind == GAZ_COUNTRY)
		return false;
	switch (area->kind) {
	case GAZ_COUNTRY:
		return true;
	case GAZ_STATE:
		return str_eq(area->state, e->state) && e->kind != GAZ_STATE;
	case GAZ_COUNTY:
		return area->county == e->county && e->kind != GAZ_COUNTY;
	default:
		return false;
	}
}

/* Notes for "X, Ohio" that X is in Ohio. */
static void
note_inside(struct place *p, struct place *area)
{
	for (size_t k = 0; k < area->n; k++) {
		bool found = false;

		if (area->v[k].e.kind > GAZ_COUNTY)
			continue;
		for (size_t i = 0; i < p->n; i++) {
			if (!holds(&area->v[k].e, &p->v[i].e))
				continue;
			if (p->v[i].prior < INSIDE_MAX)
				p->v[i].prior += INSIDE;
			found = true;
		}
		if (found && area->v[k].prior < INSIDE_MAX)
			area->v[k].prior += HOLDS;
	}
}

static void
note_commas(struct atlas *a, const struct spot *spots)
{
	for (size_t i = 0; i + 1 < a->doc->n; i++) {
		const struct cand *c = &a->doc->v[i], *next = c + 1;
		const struct tokens *t = a->doc->lines[c->sent].t;

		if (next->sent == c->sent && c->j + 1 == next->i &&
		    str_is(t->v[c->j].text, ",") &&
		    spots[i].place != MAP_NONE &&
		    spots[i + 1].place != MAP_NONE &&
		    spots[i].place != spots[i + 1].place)
			note_inside(&a->places[spots[i].place],
			    &a->places[spots[i + 1].place]);
	}
}

/* Whether a capital or a seat of government acts for its government. */
static bool
is_metonym(const struct cand *c, const struct gaz_entry *e)
{
	const struct marks *m = &c->marks;

	if (!e->capital && e->kind != GAZ_SEAT)
		return false;
	if (mark_has(m, MARK_L_IN) || mark_has(m, MARK_R_BASED) ||
	    mark_has(m, MARK_R_COMMA_PLACE) || mark_has(m, MARK_L_PLACE) ||
	    mark_has(m, MARK_R_PLACE) || mark_has(m, MARK_L_OF))
		return e->kind == GAZ_SEAT && !mark_has(m, MARK_L_IN);
	return mark_has(m, MARK_R_SAY) || mark_has(m, MARK_R_ACT) ||
	    mark_has(m, MARK_R_POSS) || e->kind == GAZ_SEAT ||
	    mark_has(m, MARK_R_HYPHEN) || mark_has(m, MARK_L_BY);
}

/* The odds that the name means something in the country of the top one. */
static double
land_odds(const struct place *p)
{
	double sum = 0;

	for (size_t i = 0; i < p->n; i++)
		if (p->v[i].country == p->v[p->top].country)
			sum += p->v[i].odds;
	return sum;
}

static void
tell(struct cand *c, const struct place *p)
{
	const struct choice *top = &p->v[p->top];

	c->metonym = is_metonym(c, &top->e);
	c->placed = true;
	c->entry = top->e;
	c->score = p->score;
	if (c->to != MAP_NONE)
		return;
	c->rule = str_eq(c->name, top->e.name) ? NULL
	    : c->hit.fold                      ? "fold"
	    : top->e.alias                     ? "alias"
					       : NULL;
	c->name = top->e.name;
}

/* What is in no table lies where the top one of p is, or at least in its
 * country. */
static void
tell_near(struct cand *c, const struct place *p, double score, bool near)
{
	const struct gaz_entry *e = &p->v[p->top].e;

	if (!near && e->country.n == 0)
		return;
	c->placed = true;
	c->entry = (struct gaz_entry){ .country = e->country,
		.lat = near ? e->lat : (double)NAN,
		.lon = near ? e->lon : (double)NAN };
	c->score = score;
	if (near && c->rule == NULL)
		c->rule = "near";
}

/* Tells of a name that is in a table, or has one in it. */
static void
tell_known(struct cand *c, const struct place *p, bool whole)
{
	/* "Metro Atlanta" lies where Atlanta is, but is not it. */
	if (p->score < ATLAS_SURE) {
		c->metonym = whole && is_metonym(c, &p->v[p->top].e);
		if (land_odds(p) >= SURE_LAND)
			tell_near(c, p, land_odds(p), false);
	} else if (whole) {
		tell(c, p);
	} else {
		tell_near(c, p, p->score, true);
	}
}

static void
tell_all(const struct atlas *a, const struct spot *spots)
{
	struct middle middle = atlas_middle(a);

	for (size_t i = 0; i < a->doc->n; i++) {
		struct cand *c = &a->doc->v[i];
		const struct place *p = spots[i].place == MAP_NONE
		    ? NULL
		    : &a->places[spots[i].place];
		const struct place *by = atlas_beside(a, spots, i);

		/* The user's own place lies where the user says. */
		if (c->class != ENT_PLACE ||
		    (c->own != NULL && !isnan(c->own->lat)))
			continue;
		if (p != NULL && p->n > 0 && (spots[i].whole || by == NULL))
			tell_known(c, p, spots[i].whole);
		else if (by != NULL)
			tell_near(
			    c, by, by->score * BESIDE, atlas_is_small(by));
		else if (atlas_near(a, i, &middle) != NULL)
			tell_near(c, middle.place,
			    middle.place->score * middle.share * BESIDE, true);
	}
}

void
ent_place(struct ent_doc *doc)
{
	struct atlas a = { .doc = doc };
	struct spot *spots = arena_alloc(doc->a, doc->n, sizeof(*spots));

	map_init(&a.names, doc->a);
	map_init(&a.areas, doc->a);
	a.nations = arena_alloc(doc->a, doc->n, sizeof(*a.nations));
	survey(&a, spots);
	note_commas(&a, spots);
	atlas_weigh(&a);
	tell_all(&a, spots);
	map_free(&a.names);
	map_free(&a.areas);
}
