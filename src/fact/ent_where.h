/*
 * ent_where.h - the name of a place that a candidate has, for ent_place.c.
 */
#ifndef PK_ENT_WHERE_H
#define PK_ENT_WHERE_H

#include "ent_cand.h"

/* A place that a candidate names, or that its name has in it. */
struct where {
	struct gaz_hit hit;
	struct str key; /* as gaz_key() of that place's name; in doc->a */
	bool whole;     /* it is the candidate, which may take its name */
	unsigned kinds; /* 1 << enum gaz_kind: what the words beside it say */
};

/*
 * Finds what place candidate i is ("Athens", "W. Va."), lies in or is part of
 * ("Athens Courthouse", "East Texas").  False when no name of a place is
 * there.
 */
bool ent_where(const struct ent_doc *doc, size_t i, struct where *w);

/* The same for an organisation: the place that its name begins with ("Athens
 * Police Department"). */
bool ent_where_org(const struct ent_doc *doc, size_t i, struct where *w);

/* The kinds of place that a word is, as 1 << enum gaz_kind: "city". */
unsigned where_kinds(const struct token *t);

static inline bool
is_place(const struct gaz_entry *e)
{
	return e->kind >= GAZ_COUNTRY && e->kind <= GAZ_SEAT;
}

#endif
