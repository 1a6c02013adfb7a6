/*
 * ent_beside.c - where places lie that no table has; see ent_atlas.h.
 *
 * Beside a place that is known, as in "Jamsil Stadium in Seoul", or where all
 * of the document's other places lie.
 */
#include <math.h>

#include "ent_atlas.h"

#define NEAR 50.0       /* kilometres around the middle of a local story */
#define MIDDLES 24      /* places that are tried as its middle */
#define LOCAL_SHARE 0.7 /* of the places of a local story lie there */
#define LOCAL_MIN 2     /* mentions of them */
#define SITE_SHARE 0.5  /* the same for one that has streets */
#define SITE_MIN 1
#define BESIDE 0.9    /* how sure what is in no table lies there */
#define ELSEWHERE 0.5 /* as many more are thought to lie elsewhere */

bool
atlas_is_small(const struct place *p)
{
	const struct gaz_entry *e;

	if (p->n == 0 || p->score < ATLAS_SURE)
		return false;
	e = &p->v[p->top].e;
	return !isnan(e->lat) &&
	    (e->kind == GAZ_CITY || e->kind == GAZ_COUNTY ||
		e->kind == GAZ_SITE);
}

/* Mentions of places near to middle. */
static double
mentions_near(const struct atlas *a, const struct gaz_entry *middle)
{
	double sum = 0;

	for (size_t k = 0; k < a->names.n; k++) {
		const struct place *p = &a->places[k];

		if (atlas_is_small(p) &&
		    atlas_distance(middle, &p->v[p->top].e) < NEAR)
			sum += p->weight;
	}
	return sum;
}

struct middle
atlas_middle(const struct atlas *a)
{
	struct middle best = { .place = NULL };
	double all = ELSEWHERE;
	size_t tried = 0;

	for (size_t k = 0; k < a->names.n; k++)
		all += atlas_is_small(&a->places[k]) ? a->places[k].weight : 0;
	for (size_t k = 0; k < a->names.n && tried < MIDDLES; k++) {
		const struct place *p = &a->places[k];
		double sum;

		if (!atlas_is_small(p))
			continue;
		tried++;
		/* Of two that lie together, the one that is named more. */
		sum = mentions_near(a, &p->v[p->top].e) + p->weight / 1000;
		if (sum > best.mentions)
			best = (struct middle){ p, sum, sum / all };
	}
	return best;
}

const struct place *
atlas_beside(const struct atlas *a, const struct spot *spots, size_t i)
{
	const struct cand *c = &a->doc->v[i], *next = c + 1;
	const struct ent_line *line = &a->doc->lines[c->sent];
	const struct place *p;

	if (i + 1 >= a->doc->n || next->sent != c->sent ||
	    next->i != c->j + 1 || spots[i + 1].place == MAP_NONE ||
	    !(str_is(line->t->v[c->j].text, ",") ||
		word_cue(&line->w[c->j], CUE_IN)))
		return NULL;
	p = &a->places[spots[i + 1].place];
	return p->n > 0 && p->score >= ATLAS_SURE ? p : NULL;
}

/* Whether a name is that of a street or a building: a story names those of
 * its own town. */
static bool
is_site(const struct ent_doc *doc, const struct cand *c)
{
	const struct word *last = &doc->lines[c->sent].w[c->j - 1];

	return c->j - c->i > 1 && last->class == ENT_PLACE &&
	    last->head != HEAD_NONE;
}

const struct place *
atlas_near(const struct atlas *a, size_t i, const struct middle *m)
{
	bool site = is_site(a->doc, &a->doc->v[i]);

	return m->mentions >= (site ? SITE_MIN : LOCAL_MIN) &&
		m->share >= (site ? SITE_SHARE : LOCAL_SHARE)
	    ? m->place
	    : NULL;
}
