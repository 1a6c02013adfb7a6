/*
 * ent_atlas.h - the places that a document names, weighed against each other;
 * for ent_place.c.
 *
 * Large places are meant more often than small ones; places in the countries,
 * states and counties that the document speaks of, and near to its other
 * places, more often than others.  All in points: one more is ten times as
 * likely.
 */
#ifndef PK_ENT_ATLAS_H
#define PK_ENT_ATLAS_H

#include "ent_where.h"

#define ATLAS_SURE 0.5 /* no dot below this score */
#define ATLAS_CELLS                                                            \
	9 /* the square of the map that a place is in, and those               \
	   * around it */

/* An area that votes are counted for is a number from 1; 0 is none. */
struct choice {
	struct gaz_entry e;
	double prior;  /* before the document is looked at */
	double points; /* with what the document says */
	double odds;   /* of all that the name may mean, 0 to 1 */
	uint32_t country, state, county;
	uint32_t cells[ATLAS_CELLS]; /* its own first */
};

/* A name of places in the document. */
struct place {
	struct choice *v;
	size_t n, top;
	size_t count, whole; /* mentions; of these, not part of a name */
	size_t bare, water;  /* mentions like "the X", "the river X" */
	size_t town;         /* and "X man", "X police" */
	size_t kinds[GAZ_KIND_COUNT]; /* mentions that are called so */
	double weight; /* what the document's naming it says of others */
	double score;  /* of the top one, with what lies beside it */
};

struct atlas_nation {
	uint32_t area;
	double weight;
};

struct atlas {
	struct ent_doc *doc;
	struct map names; /* index: place */
	struct place *places;
	size_t cap;
	struct atlas_nation *nations; /* room for doc->n */
	size_t nnations;
	struct map areas;  /* index + 1: number of an area */
	double *sum, *own; /* by area: votes of all, and of one place */
	double total;
};

/* What is known of the place of each candidate. */
struct spot {
	size_t place; /* MAP_NONE */
	bool whole;   /* it is the candidate */
};

/* Adds a nation that the document speaks of, with weight. */
void atlas_nation(struct atlas *a, const struct gaz_entry *e, double weight);

/* Weighs all places: sets points, odds, top and score. */
void atlas_weigh(struct atlas *a);

/* Kilometres between two places that have coordinates. */
double atlas_distance(const struct gaz_entry *a, const struct gaz_entry *b);

/* Whether a place is sure, and what lies in it lies near to its
 * coordinates. */
bool atlas_is_small(const struct place *p);

/* The sure place that candidate i stands beside: "i in X", "i, X"; or NULL. */
const struct place *atlas_beside(
    const struct atlas *a, const struct spot *spots, size_t i);

/* Where most of a document's places lie. */
struct middle {
	const struct place *place; /* NULL when no place is sure */
	double mentions, share;    /* of places near to it */
};

struct middle atlas_middle(const struct atlas *a);

/* The place that candidate i, which no table has, lies near to, as the others
 * do; or NULL. */
const struct place *atlas_near(
    const struct atlas *a, size_t i, const struct middle *m);

#endif
