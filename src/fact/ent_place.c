/*
 * ent_place.c - which place a name means; see ent_cand.h.
 *
 * Large places are meant more often than small ones; places in the countries
 * and states that the document speaks of more often than others; "Paris,
 * Texas" says it.  What stays open gets no coordinates.
 */
#include <math.h>

#include "base/map.h"
#include "ent_cand.h"

#define CHOICES_MAX 24 /* places of one name that are weighed */
#define ANCHORS_MAX 24 /* sure places that nearness is measured from */
#define SURE 0.55      /* no dot below this score */
#define PART_PEOPLE 300000
/* Points of the place that no table has: as of a town of some 1,500 people. */
#define UNLISTED 3.2
#define RADIANS 0.017453292519943295

struct choice {
	struct gaz_entry e;
	double points;
};

/* A name of places in the document. */
struct place {
	struct choice *v;
	size_t n, top, count;
	size_t bare, water; /* mentions like "the X", "the river X" */
	double score;
	struct str within; /* key of the country or state behind a comma */
};

struct votes {
	struct map areas; /* "US", "US.OH" */
	double *of;       /* how often the document names it */
	double total;
};

struct atlas {
	struct ent_doc *doc;
	struct place *places; /* by group */
	struct votes votes;
	const struct gaz_entry *anchors[ANCHORS_MAX];
	size_t nanchors;
};

static bool
is_place(const struct gaz_entry *e)
{
	return e->kind >= GAZ_COUNTRY && e->kind <= GAZ_SEAT;
}

/* "US" or "US.OH" in buf. */
static struct str
area_key(const struct gaz_entry *e, bool state, char buf[8])
{
	size_t n = 0;

	for (size_t i = 0; i < e->country.n; i++)
		buf[n++] = e->country.p[i];
	if (state && n > 0 && e->state.n > 0) {
		buf[n++] = '.';
		for (size_t i = 0; i < e->state.n && n < 8; i++)
			buf[n++] = e->state.p[i];
	}
	return (struct str){ buf, n };
}

static void
vote(struct votes *v, const struct gaz_entry *e, double weight)
{
	char buf[8];
	struct str key = area_key(e, false, buf);

	if (key.n == 0)
		return;
	v->of[map_put(&v->areas, key)] += weight;
	v->total += weight;
	if (e->kind == GAZ_COUNTRY)
		return;
	key = area_key(e, true, buf);
	if (key.n > 2)
		v->of[map_put(&v->areas, key)] += weight;
}

static double
votes_for(const struct votes *v, struct str key)
{
	size_t i = key.n > 0 ? map_find(&v->areas, key) : MAP_NONE;

	return i == MAP_NONE ? 0 : v->of[i];
}

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
	if (e->capital)
		points += 1;
	return e->alias ? points - 0.7 : points;
}

static void
choose_from(struct atlas *a, struct place *p, const struct cand *c)
{
	struct choice all[CHOICES_MAX];
	/* "Metro Atlanta" lies at Atlanta, "Upper Norton" not at Norton. */
	bool part = !c->fixed && c->hit.n < c->j - c->i;
	size_t k = 0;

	while (p->n < CHOICES_MAX &&
	    gaz_get(a->doc->gaz, &c->hit, &k, &all[p->n].e)) {
		if (!is_place(&all[p->n].e) ||
		    (part && all[p->n].e.people < PART_PEOPLE &&
			all[p->n].e.kind == GAZ_CITY))
			continue;
		all[p->n].points = prior(&all[p->n].e);
		p->n++;
	}
	if (p->n == 0)
		return;
	p->v = arena_alloc(a->doc->a, p->n, sizeof(*p->v));
	for (size_t i = 0; i < p->n; i++)
		p->v[i] = all[i];
}

/* "The X" and "the river X" are no towns. */
static void
drop_towns(struct place *p)
{
	size_t n = 0;

	if (p->water == 0 && p->bare * 2 < p->count)
		return;
	for (size_t i = 0; i < p->n; i++)
		if (p->v[i].e.kind != GAZ_CITY && p->v[i].e.kind != GAZ_COUNTY)
			p->v[n++] = p->v[i];
	p->n = n;
}

/* Takes the choice with the most points; score is its share of the odds. */
static void
settle(struct place *p)
{
	double sum;

	p->top = 0;
	for (size_t i = 1; i < p->n; i++)
		if (p->v[i].points > p->v[p->top].points)
			p->top = i;
	if (p->n == 0)
		return;
	sum = pow(10, UNLISTED - p->v[p->top].points);
	for (size_t i = 0; i < p->n; i++)
		sum += pow(10, p->v[i].points - p->v[p->top].points);
	p->score = 1 / sum;
}

/* Whether the area behind a comma holds the choice: "Paris, Texas". */
static bool
lies_in(const struct gaz_entry *e, struct str within)
{
	char buf[8];

	return str_eq(area_key(e, within.n > 2, buf), within);
}

/* Notes for "X, Ohio" that X is in Ohio. */
static void
note_within(struct atlas *a, size_t i)
{
	const struct cand *c = &a->doc->v[i], *next = c + 1;
	const struct tokens *t = a->doc->lines[c->sent].t;
	struct gaz_entry e;
	size_t k = 0;
	char buf[8];

	if (i + 1 >= a->doc->n || next->sent != c->sent ||
	    c->j + 1 != next->i || !str_is(t->v[c->j].text, ",") ||
	    next->hit.n == 0)
		return;
	while (gaz_get(a->doc->gaz, &next->hit, &k, &e)) {
		if (e.kind != GAZ_STATE && e.kind != GAZ_COUNTRY)
			continue;
		a->places[c->group].within =
		    str_copy(a->doc->a, area_key(&e, e.kind == GAZ_STATE, buf));
		return;
	}
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
		vote(&a->votes, &e, 0.5);
}

/* Collects the places of the document and what they say by themselves. */
static void
survey(struct atlas *a)
{
	for (size_t i = 0; i < a->doc->n; i++) {
		const struct cand *c = &a->doc->v[i];
		struct place *p = &a->places[c->group];

		if (c->class == ENT_NORP && c->of.n > 0)
			vote_norp(a, c);
		if (c->class != ENT_PLACE || c->hit.n == 0)
			continue;
		if (p->count++ == 0)
			choose_from(a, p, c);
		p->bare += mark_has(&c->marks, MARK_THE_ONE);
		p->water += mark_has(&c->marks, MARK_WATER_BY);
		note_within(a, i);
	}
	for (size_t g = 0; g < a->doc->ngroups; g++) {
		struct place *p = &a->places[g];

		drop_towns(p);
		if (p->n == 0)
			continue;
		for (size_t i = 0; i < p->n; i++)
			if (p->within.n > 0 && lies_in(&p->v[i].e, p->within))
				p->v[i].points += 6;
		settle(p);
		vote(&a->votes, &p->v[p->top].e,
		    p->score * (p->count < 3 ? (double)p->count : 3));
	}
}

/* What the votes of the document add to a choice; its own vote is not among
 * them. */
static double
votes_points(
    const struct atlas *a, const struct place *p, const struct choice *c)
{
	char buf[8];
	double own = p->score * (p->count < 3 ? (double)p->count : 3);
	double country = votes_for(&a->votes, area_key(&c->e, false, buf));
	double state = 0, total = a->votes.total - own + 1;
	const struct gaz_entry *top = &p->v[p->top].e;

	/* What belongs to no country is not outvoted by a hamlet in one. */
	if (c->e.country.n == 0)
		return 2;
	if (str_eq(c->e.country, top->country))
		country -= own;
	if (c->e.state.n > 0) {
		state = votes_for(&a->votes, area_key(&c->e, true, buf));
		if (str_eq(c->e.country, top->country) &&
		    str_eq(c->e.state, top->state) && top->kind != GAZ_COUNTRY)
			state -= own;
	}
	return 2 * country / total + 2 * state / total +
	    (country > 0.5 ? 0.5 : 0) + (state > 0.5 ? 0.5 : 0);
}

static double
kilometres(const struct gaz_entry *a, const struct gaz_entry *b)
{
	double dlat = (a->lat - b->lat) * RADIANS / 2;
	double dlon = (a->lon - b->lon) * RADIANS / 2;
	double h = sin(dlat) * sin(dlat) +
	    cos(a->lat * RADIANS) * cos(b->lat * RADIANS) * sin(dlon) *
		sin(dlon);

	return 2 * 6371 * asin(sqrt(h < 1 ? h : 1));
}

/* Up to one point for what is near to the sure places of the document. */
static double
near_points(const struct atlas *a, const struct gaz_entry *e)
{
	double best = 0;

	if (isnan(e->lat) || e->kind == GAZ_COUNTRY)
		return 0;
	for (size_t i = 0; i < a->nanchors; i++) {
		double km;

		if (str_eq(a->anchors[i]->name, e->name))
			continue;
		km = kilometres(a->anchors[i], e);
		if (km < 300 && 1 - km / 300 > best)
			best = 1 - km / 300;
	}
	return best;
}

static void
weigh(struct atlas *a)
{
	for (size_t g = 0; g < a->doc->ngroups; g++) {
		struct place *p = &a->places[g];

		for (size_t i = 0; i < p->n; i++)
			p->v[i].points += votes_points(a, p, &p->v[i]);
		settle(p);
	}
	for (size_t g = 0; g < a->doc->ngroups; g++) {
		struct place *p = &a->places[g];

		if (p->n > 0 && p->score > 0.8 && a->nanchors < ANCHORS_MAX &&
		    p->v[p->top].e.kind != GAZ_COUNTRY &&
		    !isnan(p->v[p->top].e.lat))
			a->anchors[a->nanchors++] = &p->v[p->top].e;
	}
	for (size_t g = 0; g < a->doc->ngroups; g++) {
		struct place *p = &a->places[g];

		for (size_t i = 0; i < p->n; i++)
			p->v[i].points += near_points(a, &p->v[i].e);
		settle(p);
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

static void
tell(struct cand *c, const struct place *p)
{
	const struct choice *top = &p->v[p->top];

	c->metonym = is_metonym(c, &top->e);
	if (p->score < SURE)
		return;
	c->placed = true;
	c->entry = top->e;
	c->score = p->score;
	/* "Metro Atlanta" lies where Atlanta is, but is not it. */
	if (c->to == MAP_NONE && (c->fixed || c->hit.n >= c->j - c->i)) {
		c->rule = str_eq(c->name, top->e.name) ? NULL
		    : c->hit.fold                      ? "fold"
		    : top->e.alias                     ? "alias"
						       : NULL;
		c->name = top->e.name;
	}
}

void
ent_place(struct ent_doc *doc)
{
	struct atlas a = { .doc = doc };

	a.places = arena_alloc(doc->a, doc->ngroups, sizeof(*a.places));
	map_init(&a.votes.areas, doc->a);
	a.votes.of = arena_alloc(doc->a, 2 * doc->n + 2, sizeof(*a.votes.of));
	survey(&a);
	weigh(&a);
	for (size_t i = 0; i < doc->n; i++) {
		struct cand *c = &doc->v[i];

		if (c->class == ENT_PLACE && a.places[c->group].n > 0)
			tell(c, &a.places[c->group]);
	}
	map_free(&a.votes.areas);
}
