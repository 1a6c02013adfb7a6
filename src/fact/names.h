/*
 * names.h - a user's own names, which win over all that is found otherwise.
 *
 * A file of lines, its fields kept apart by tabs; empty lines and lines that
 * begin with "#" say nothing:
 *
 *   name   class   canonical name   latitude   longitude
 *
 *   Arta Steel	org	Arta Steel Works
 *   Lower Kesh	place		41.25	44.5
 *
 * class is one of records.md.  Without a canonical name the name is its own;
 * a canonical name is a name, too.  Degrees are of WGS 84; none or both.
 *
 * A word that has a capital in the list needs one in the text; one that is all
 * capitals ("US") needs all.  Otherwise case, accents, hyphens and apostrophes
 * do not count, as in gaz.h.
 */
#ifndef PK_NAMES_H
#define PK_NAMES_H

#include "ent.h"

struct own_name {
	struct str name; /* canonical; never empty */
	enum ent_class class;
	double lat, lon; /* or NAN */
};

struct names;

/*
 * Reads a list, which must live as long as the result, in perm.  NULL with
 * *err set (byte of the line) and *line, from 1, when a line is not as above.
 * When several lines have one name, the first counts.
 */
struct names *names_read(
    struct str bytes, struct arena *perm, size_t *line, struct err *err);

void names_close(struct names *names);

/* The longest name that begins at token i of t, and its tokens in *n; NULL
 * when there is none. */
const struct own_name *names_find(
    const struct names *names, const struct tokens *t, size_t i, size_t *n);

#endif
