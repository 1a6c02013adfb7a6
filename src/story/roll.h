/*
 * roll.h - the names of a story: who and where, over all documents.
 *
 * Mentions are of one thing when their class and canonical name are the same;
 * places, when they have one GeoNames id, or one name and coordinates.
 */
#ifndef PK_ROLL_H
#define PK_ROLL_H

#include "base/rec.h"

#define ROLL_CITES 10 /* places kept of a name, the first of each document */

struct roll_name {
	struct str class, name; /* decoded */
	struct str country;     /* of a place, or n == 0 */
	struct str text;        /* of the sentence that has it first, or "" */
	double id;              /* GeoNames id, or 0 */
	double lat, lon;        /* WGS 84 degrees, or NAN when they are not
				 * known or those of the next town */
	double score;           /* how sure the place is at best, or NAN */
	size_t count;           /* mentions */
	size_t metonyms;        /* those that mean a place's government */
	size_t docs;            /* documents */
	size_t last;            /* the last of them, by number */
	struct str cites[ROLL_CITES]; /* "doc#sent", raw JSON strings */
	size_t ncites;
};

struct roll;

struct roll *roll_open(struct arena *perm);

/* Reads the next record of the stream.  False for an entity record without
 * class or name. */
bool roll_rec(struct roll *roll, const struct rec *rec);

/* Documents read. */
size_t roll_docs(const struct roll *roll);

/* The names, those in most documents first, then those with most mentions,
 * then in the order of the text; an array of *n in a. */
const struct roll_name **roll_names(
    const struct roll *roll, size_t *n, struct arena *a);

/*
 * Writes the places as GeoJSON (RFC 7946): a FeatureCollection with a Point
 * for each that has coordinates and is not only named for its government.
 * Returns how many.
 */
size_t roll_geojson(
    const struct roll *roll, struct buf *b, struct arena scratch);

/* Writes an overview for people: of each class the first top names, with their
 * mentions and documents.  Returns how many names it tells. */
size_t roll_text(
    const struct roll *roll, struct buf *b, size_t top, struct arena scratch);

#endif
