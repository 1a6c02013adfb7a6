/*
 * names.h - a user's own names, which win over all that is found otherwise.
 *
 * A file of rules (base/rules.h), their fields kept apart by tabs:
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

#include "base/rules.h"
#include "ent.h"

struct own_name {
	struct str name; /* canonical; never empty */
	enum ent_class class;
	double lat, lon; /* or NAN */
};

struct names;

/* An empty list in perm, and who takes the lines of a file for it; the file's
 * bytes must stay.  When several lines have one name, the first counts. */
struct names *names_new(struct arena *perm);
struct rules names_reader(struct names *names);

void names_close(struct names *names);

/* The longest name that begins at token i of t, and its tokens in *n; NULL
 * when there is none. */
const struct own_name *names_find(
    const struct names *names, const struct tokens *t, size_t i, size_t *n);

#endif
