/*
 * ent_vote.c - one class for all mentions of a name; see ent_cand.h.
 */
#include <math.h>

#include "base/tab.h"
#include "ent_cand.h"

#include "ent_points.h"

/* Mentions are not independent: n of them say as much as n to the power of
 * one less this.  Measured on the development sets. */
#define DAMPING 0.7

/* What points.tsv has columns for. */
enum column { PERSON, PLACE, ORG, MISC, NORP, NOTHING, COLUMNS };

struct points {
	double v[COLUMNS];
};

/* The lines of points.tsv in the order of enum mark. */
static struct points *
read_points(struct arena *a)
{
	struct points *p = arena_alloc(a, MARK_COUNT, sizeof(*p));

	for (int i = 0; i < MARK_COUNT; i++) {
		const struct ent_points *row = tab_find(
		    &ent_points_tab, str_of(ent_mark_name((enum mark)i)));

		if (row == NULL)
			continue;
		p[i] = (struct points){ { row->person, row->place, row->org,
		    row->misc, row->norp, row->none } };
	}
	return p;
}

/* Adds what the marks [from, end) say, times factor. */
static void
add_marks(struct points *sum, const struct points *of, const struct marks *m,
    int from, int end, double factor)
{
	for (int i = from; i < end; i++) {
		if (!mark_has(m, (enum mark)i))
			continue;
		for (int k = 0; k < COLUMNS; k++)
			sum->v[k] += factor * of[i].v[k];
	}
}

static enum column
best(const struct points *p, bool norp)
{
	int top = 0;

	for (int k = 1; k < COLUMNS; k++)
		if (p->v[k] > p->v[top] && (k != NORP || norp))
			top = k;
	return (enum column)top;
}

/* The class of a candidate whose name got this column. */
static enum ent_class
class_of(const struct cand *c, enum column column)
{
	const struct marks *m = &c->marks;

	switch (column) {
	case PERSON:
		/* "Storm Rita": the given name says less than the storm. */
		return mark_has(m, MARK_HEAD_FIRST_EVENT) ? ENT_EVENT
							  : ENT_PERSON;
	case PLACE:
		return ENT_PLACE;
	case ORG:
		return (mark_has(m, MARK_HEAD_UNIT) &&
			   !mark_has(m, MARK_HEAD_OF_ORG)) ||
			mark_has(m, MARK_R_UNIT)
		    ? ENT_UNIT
		    : ENT_ORG;
	case MISC:
		return mark_has(m, MARK_HEAD_EVENT) ||
			mark_has(m, MARK_HEAD_FIRST_EVENT) ||
			mark_has(m, MARK_EVENT)
		    ? ENT_EVENT
		    : ENT_MISC;
	case NORP:
		return ENT_NORP;
	case NOTHING:
	case COLUMNS:
		break;
	}
	return ENT_NONE;
}

void
ent_vote(struct ent_doc *doc, struct arena scratch)
{
	const struct points *of = read_points(&scratch);
	struct points *sums;
	double *times;

	sums = arena_alloc(&scratch, doc->ngroups, sizeof(*sums));
	times = arena_alloc(&scratch, doc->ngroups, sizeof(*times));
	for (size_t i = 0; i < doc->n; i++)
		times[doc->v[i].group] += !doc->v[i].fixed;
	for (size_t i = 0; i < doc->n; i++) {
		const struct cand *c = &doc->v[i];
		double n = times[c->group];

		if (c->fixed)
			continue;
		add_marks(&sums[c->group], of, &c->marks, 0, MARK_NAMES, 1 / n);
		add_marks(&sums[c->group], of, &c->marks, MARK_NAMES,
		    MARK_COUNT, 1 / pow(n, DAMPING));
	}
	for (size_t i = 0; i < doc->n; i++) {
		struct cand *c = &doc->v[i];

		if (!c->fixed)
			c->class = class_of(c,
			    best(&sums[c->group],
				mark_has(&c->marks, MARK_END_NORP)));
	}
}
