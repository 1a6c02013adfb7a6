/*
 * ld.h - what a page says of itself in JSON-LD, pair by pair.
 *
 *   {"@graph":[{"@type":"NewsArticle","headline":"Dam breaks",
 *    "publisher":{"@type":"Organization","name":"The Post"}}]}
 *
 *   key "headline", type "NewsArticle", value "Dam breaks"
 *   key "name", up "publisher", type "Organization", value "The Post"
 *
 * Pages often get JSON wrong, so it is read as far as it makes sense.
 */
#ifndef PK_LD_H
#define PK_LD_H

#include "base/base.h"

#define LD_DEPTH 24 /* what is nested deeper is passed over */

struct ld_level {
	struct str key;  /* the last one here; of an array its own */
	struct str type; /* "@type", once it has been read */
	bool array;
};

/* A walk: set json, the rest zero. */
struct ld {
	struct str json;
	size_t pos;
	struct ld_level v[LD_DEPTH];
	size_t depth; /* open brackets, those beyond LD_DEPTH too */
};

/* A string or number and where it stands; all point into json. */
struct ld_pair {
	struct str key, value; /* value: of a string without quotes, raw */
	struct str up;         /* key under which the object stands, or empty */
	struct str type;       /* of the object, if it stands before */
	bool string;           /* which is closed, so that a quote is behind */
};

/* The next pair; false at the end.  Cost: linear in all. */
bool ld_next(struct ld *ld, struct ld_pair *pair);

/* Whether one of the objects that are open stands under such a key or is of
 * such a type. */
bool ld_within(const struct ld *ld, bool (*is)(struct str name));

#endif
