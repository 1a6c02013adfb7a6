/*
 * ent_atlas.c - places weighed against each other; see ent_atlas.h.
 */
#include "ent_atlas.h"

#include <math.h>
#include <string.h>

#define ROUNDS 3
#define BESIDE 100.0 /* kilometres: as good as the same place */
#define RADIANS 0.017453292519943295
#define CELLS_A_DEGREE 2

/* Points of the place that no table has: as of a small town; of a name that
 * is only seen as part of others, as of a larger one. */
#define UNLISTED 2.0
#define UNLISTED_PART 4.0

/* How much more often than by chance another place of a local story lies in
 * the same county, or near. */
#define COUNTY_LIFT 1000
#define CELL_LIFT 25
#define LOCAL_MAX 4 /* points of nearness at most */
#define LOCAL 0.6   /* of them, as places are not independent */

/* Points of all votes for the country, the state; a share has its part. */
#define COUNTRY_SHARE 2
#define STATE_SHARE 4
#define SPOKEN_OF 0.5 /* for any votes at all */

/* How much the place in an organisation's name says of that of others. */
#define ORG_SAYS 0.8

static uint32_t
area(struct atlas *a, char level, const void *key, size_t n)
{
	char buf[16] = { level };

	memcpy(buf + 1, key, n);
	return (uint32_t)map_put(&a->areas, (struct str){ buf, n + 1 }) + 1;
}

static void
locate_cells(struct atlas *a, struct choice *c)
{
	static const int32_t by[3] = { 0, -1, 1 };
	int32_t row = (int32_t)floor(c->e.lat * CELLS_A_DEGREE);
	size_t n = 0;

	for (int y = 0; y < 3; y++) {
		/* Degrees grow narrow towards the poles. */
		double wide =
		    cos((row + by[y] + 0.5) / CELLS_A_DEGREE * RADIANS);
		int32_t key[2] = { row + by[y], 0 }, at;

		at = (int32_t)floor(
		    c->e.lon * (wide < 0.1 ? 0.1 : wide) * CELLS_A_DEGREE);
		for (int x = 0; x < 3; x++) {
			key[1] = at + by[x];
			c->cells[n++] = area(a, 'm', key, sizeof(key));
		}
	}
}

static void
locate(struct atlas *a, struct choice *c)
{
	char buf[6];
	size_t n = c->e.country.n;

	if (n > 0) {
		memcpy(buf, c->e.country.p, n);
		c->country = area(a, 'c', buf, n);
	}
	if (c->e.kind == GAZ_COUNTRY)
		return;
	if (n > 0 && c->e.state.n > 0) {
		memcpy(buf + n, c->e.state.p, c->e.state.n);
		c->state = area(a, 's', buf, n + c->e.state.n);
	}
	if (c->e.county != 0)
		c->county = area(a, 'd', &c->e.county, sizeof(c->e.county));
	if (!isnan(c->e.lat) && c->e.kind != GAZ_STATE && c->e.kind != GAZ_AREA)
		locate_cells(a, c);
}

/* What one more place says for an area in which it lies with odds. */
static double
local(const struct place *p, double odds, double lift)
{
	return (p->count == 0 ? ORG_SAYS : 1) * log10(1 + odds * lift);
}

/* Counts the odds of one place by area. */
static void
own_count(struct atlas *a, const struct place *p, double sign)
{
	for (size_t i = 0; i < p->n; i++) {
		const struct choice *c = &p->v[i];

		a->own[c->country] += sign * c->odds;
		a->own[c->state] += sign * c->odds;
		a->own[c->county] += sign * c->odds;
		a->own[c->cells[0]] += sign * c->odds;
	}
}

static void
own_reset(struct atlas *a, const struct place *p)
{
	for (size_t i = 0; i < p->n; i++) {
		const struct choice *c = &p->v[i];

		a->own[c->country] = a->own[c->state] = a->own[c->county] = 0;
		a->own[c->cells[0]] = 0;
	}
}

/* Adds what a place says, once for each area that it may lie in. */
static void
vote(struct atlas *a, struct place *p)
{
	own_count(a, p, 1);
	for (size_t i = 0; i < p->n; i++) {
		const struct choice *c = &p->v[i];

		a->sum[c->country] += p->weight * a->own[c->country];
		a->own[c->country] = 0;
		a->sum[c->state] += p->weight * a->own[c->state];
		a->own[c->state] = 0;
		a->sum[c->county] += local(p, a->own[c->county], COUNTY_LIFT);
		a->own[c->county] = 0;
		a->sum[c->cells[0]] += local(p, a->own[c->cells[0]], CELL_LIFT);
		a->own[c->cells[0]] = 0;
		a->total += p->weight * c->odds;
	}
	a->sum[0] = 0;
}

/* Points for the share of the votes that an area has from other places. */
static double
share(const struct atlas *a, const struct place *p, uint32_t area, double all)
{
	double votes = a->sum[area] - p->weight * a->own[area];
	double total = a->total + 1;

	if (area == 0 || votes <= 0)
		return 0;
	for (size_t i = 0; i < p->n; i++)
		total -= p->weight * p->v[i].odds;
	return all * votes / total +
	    (votes > 0.5 ? SPOKEN_OF : votes * 2 * SPOKEN_OF);
}

static double
near(const struct atlas *a, const struct place *p, const struct choice *c)
{
	double sum = 0;

	if (c->county != 0)
		sum += a->sum[c->county] -
		    local(p, a->own[c->county], COUNTY_LIFT);
	for (size_t i = 0; i < ATLAS_CELLS; i++)
		if (c->cells[i] != 0)
			sum += a->sum[c->cells[i]] -
			    local(p, a->own[c->cells[i]], CELL_LIFT);
	sum *= LOCAL;
	return sum < LOCAL_MAX ? sum : LOCAL_MAX;
}

double
atlas_distance(const struct gaz_entry *a, const struct gaz_entry *b)
{
	double dlat = (a->lat - b->lat) * RADIANS / 2;
	double dlon = (a->lon - b->lon) * RADIANS / 2;
	double h = sin(dlat) * sin(dlat) +
	    cos(a->lat * RADIANS) * cos(b->lat * RADIANS) * sin(dlon) *
		sin(dlon);

	return 2 * 6371 * asin(sqrt(h < 1 ? h : 1));
}

/* Finds the odds of the choices and the one with the most points. */
static void
settle(struct place *p)
{
	double unlisted = p->whole > 0 ? UNLISTED : UNLISTED_PART, sum;

	p->top = 0;
	p->score = 0;
	for (size_t i = 1; i < p->n; i++)
		if (p->v[i].points > p->v[p->top].points)
			p->top = i;
	if (p->n == 0)
		return;
	sum = pow(10, unlisted - p->v[p->top].points);
	for (size_t i = 0; i < p->n; i++)
		sum += pow(10, p->v[i].points - p->v[p->top].points);
	for (size_t i = 0; i < p->n; i++)
		p->v[i].odds =
		    pow(10, p->v[i].points - p->v[p->top].points) / sum;
	p->score = p->v[p->top].odds;
	for (size_t i = 0; i < p->n; i++)
		if (i != p->top && p->v[i].odds > 0.001 &&
		    !isnan(p->v[p->top].e.lat) &&
		    atlas_distance(&p->v[p->top].e, &p->v[i].e) < BESIDE)
			p->score += p->v[i].odds;
}

static void
weigh_one(struct atlas *a, struct place *p)
{
	own_count(a, p, 1);
	for (size_t i = 0; i < p->n; i++) {
		struct choice *c = &p->v[i];

		c->points = c->prior;
		if (c->country == 0) /* not outvoted by a hamlet */
			c->points += 2;
		else
			c->points += share(a, p, c->country, COUNTRY_SHARE) +
			    share(a, p, c->state, STATE_SHARE) + near(a, p, c);
	}
	own_reset(a, p);
}

void
atlas_nation(struct atlas *a, const struct gaz_entry *e, double weight)
{
	struct choice c = { .e = *e };

	locate(a, &c);
	a->nations[a->nnations++] = (struct atlas_nation){ c.country, weight };
}

/* Counts the votes anew by what the odds are now. */
static void
count(struct atlas *a)
{
	for (size_t i = 0; i <= a->areas.n; i++)
		a->sum[i] = 0;
	a->total = 0;
	for (size_t i = 0; i < a->nnations; i++) {
		a->sum[a->nations[i].area] += a->nations[i].weight;
		a->total += a->nations[i].weight;
	}
	for (size_t k = 0; k < a->names.n; k++)
		vote(a, &a->places[k]);
}

void
atlas_weigh(struct atlas *a)
{
	size_t n = a->names.n;

	for (size_t k = 0; k < n; k++) {
		struct place *p = &a->places[k];

		for (size_t i = 0; i < p->n; i++) {
			p->v[i].points = p->v[i].prior;
			locate(a, &p->v[i]);
		}
		settle(p);
	}
	a->sum = arena_alloc(a->doc->a, a->areas.n + 1, sizeof(*a->sum));
	a->own = arena_alloc(a->doc->a, a->areas.n + 1, sizeof(*a->own));
	for (int round = 0; round < ROUNDS; round++) {
		count(a);
		for (size_t k = 0; k < n; k++)
			weigh_one(a, &a->places[k]);
		for (size_t k = 0; k < n; k++)
			settle(&a->places[k]);
	}
}
