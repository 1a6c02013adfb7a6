/*
 * ent.h - named entities: who, where, which organisation.
 *
 * Works on a whole document, as a name found once helps everywhere ("Mr
 * Kofman" after "Michael Kofman").  Three sources of evidence: the
 * gazetteer (gaz.h), titles and head words (data/ent), and the shape of words;
 * then all mentions of a name in the document agree.
 */
#ifndef PK_ENT_H
#define PK_ENT_H

#include "tables.h"
#include "text/token.h"

/* Classes of records.md. */
#define ENT_CLASSES(X)                                                         \
	X(PERSON, "person")                                                    \
	X(PLACE, "place")                                                      \
	X(ORG, "org")                                                          \
	X(UNIT, "unit")                                                        \
	X(NORP, "norp")                                                        \
	X(EVENT, "event")                                                      \
	X(MISC, "misc")

enum ent_class {
	ENT_NONE,
#define X(id, name) ENT_##id,
	ENT_CLASSES(X)
#undef X
	    ENT_CLASS_COUNT
};

/* One mention.  Strings are in the document's arena, the sentence or the
 * gazetteer; n == 0 when not known. */
struct ent {
	size_t start, end; /* bytes in the sentence, start < end */
	enum ent_class class;
	struct str name;    /* canonical name, never empty */
	struct str of;      /* of a norp: its country */
	struct str country; /* of a place: ISO 3166-1 alpha-2 */
	struct str rule;    /* what joined the mention to its name when its
			     * words differ: "surname", "alias", ... */
	long id;            /* GeoNames id, or 0 */
	double lat, lon;    /* WGS 84 degrees, or NAN */
	double score;       /* how sure the place is, 0 to 1, or NAN */
	bool metonym;
};

/* A sentence of the document; the finder sets v and n. */
struct ent_sent {
	struct tokens t;
	bool heading; /* title or heading: capitals say less there */
	struct ent *v;
	size_t n;
};

/*
 * Finds the mentions of all sentences of one document, in order, none
 * overlapping.  The arrays are in a; scratch is lent.  Cost: linear in the
 * document.  Without a tagger (tables.h) the rules decide alone.
 */
void ent_find(const struct tables *tables, struct ent_sent *sents, size_t n,
    struct arena *a, struct arena scratch);

/* "person" for ENT_PERSON; and back: ENT_NONE for an unknown name. */
const char *ent_class_name(enum ent_class class);
enum ent_class ent_class_of(struct str name);

#endif
