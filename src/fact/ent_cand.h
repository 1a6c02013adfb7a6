/*
 * ent_cand.h - candidates: what may be a name, and what speaks for which
 * class.
 *
 * Internal to the entity finder, which works in steps on the whole document:
 *
 *   ent_scan   finds the spans (by capitals, titles, heads, the gazetteer)
 *   ent_mark   notes what is known of each: its marks (with ent_context,
 *              ent_known and ent_area)
 *   ent_vote   adds up the points of marks (data/ent/points.tsv) over all
 *              mentions of a name and gives them one class
 *   ent_tag    puts the tagger's names and classes among them
 *   ent_own    puts the user's own names in the place of what was found
 *   ent_link   joins the names of one referent; canonical names
 *   ent_place  decides which place a name means
 */
#ifndef PK_ENT_CAND_H
#define PK_ENT_CAND_H

#include "base/map.h"
#include "ent_marks.h"
#include "ent_word.h"
#include "names.h"
#include "tag.h"

enum mark {
#define X(id) MARK_##id,
	NAME_MARKS(X)
#undef X
	    MARK_NAMES, /* so many are of the name, the rest of its context */
	MARK_BEFORE_CONTEXT = MARK_NAMES - 1,
#define X(id) MARK_##id,
	CONTEXT_MARKS(X)
#undef X
	    MARK_COUNT
};

struct marks {
	uint64_t bits[(MARK_COUNT + 63) / 64];
};

struct cand {
	size_t sent, i, j; /* tokens [i, j) of sentence sent */
	enum ent_class class;
	bool fixed;         /* the span's form decides the class */
	bool titled;        /* a title stands before it */
	bool roled;         /* a word like "spokesman" stands before it */
	struct gaz_hit hit; /* n == 0 when the whole is in no table */
	struct marks marks;
	struct str key; /* as gaz_key(), in the arena */
	size_t group;   /* mentions with equal keys */
	/* What ent_link and ent_place find. */
	size_t to;        /* the candidate that it is a name of, or MAP_NONE */
	const char *rule; /* what joined it to its name, or NULL */
	struct str name;
	struct str of; /* what a norp is of; until ent_link, the name that a
			* word like "Kestrian" is the adjective of */
	bool metonym, placed;
	struct gaz_entry entry; /* when placed */
	double score;
	const struct own_name *own; /* of the user's list, or NULL */
};

/* A sentence with what is known of its words. */
struct ent_line {
	const struct tokens *t;
	struct word *w;
	enum style style;
	bool heading;
};

struct ent_doc {
	const struct gaz *gaz;
	struct ent_line *lines;
	size_t nlines;
	struct cand *v; /* by sentence and place */
	size_t n, cap, ngroups;
	struct map known; /* keys of candidates in plain sentences */
	struct arena *a;  /* dies with the work on the document */
};

static inline void
mark_set(struct marks *m, enum mark mark)
{
	m->bits[mark / 64] |= (uint64_t)1 << mark % 64;
}

static inline void
mark_clear(struct marks *m, enum mark mark)
{
	m->bits[mark / 64] &= ~((uint64_t)1 << mark % 64);
}

static inline bool
mark_has(const struct marks *m, enum mark mark)
{
	return (m->bits[mark / 64] >> mark % 64 & 1) != 0;
}

/* The candidates from number i on; NULL when there are none. */
static inline const struct cand *
cands_from(const struct ent_doc *doc, size_t i)
{
	return i < doc->n ? &doc->v[i] : NULL;
}

/* Reads the words of a document and finds its candidates, marked; everything
 * is in a. */
void ent_read(struct ent_doc *doc, const struct gaz *gaz,
    const struct ent_sent *sents, size_t n, struct arena *a);

/* Finds the candidates of one sentence and adds them to doc->v; headings come
 * last, as they look for names that doc->known has. */
void ent_scan(struct ent_doc *doc, size_t sent);

/* Sets the marks of all candidates. */
void ent_mark(struct ent_doc *doc);

/* Those of one that its sentence and the gazetteer give. */
void ent_mark_one(const struct ent_doc *doc, struct cand *c);

/* Those that tell that a place of that name lies where others of the document
 * do. */
void ent_area(struct ent_doc *doc);

/* Gives each candidate its class: ENT_NONE for what is no name. */
void ent_vote(struct ent_doc *doc, struct arena scratch);

/* Puts the names that the tagger finds among the candidates, with its classes
 * for people, places and organisations. */
void ent_tag(struct ent_doc *doc, const struct tag_model *model);

/* Puts the names of the user's list among the candidates, in the place of all
 * that overlap them. */
void ent_own(struct ent_doc *doc, const struct names *names);

/* Sets the marks and groups of all candidates again when some have come or
 * gone; their classes stay. */
void ent_mark_again(struct ent_doc *doc);

/* Sets name, of and rule of all candidates. */
void ent_link(struct ent_doc *doc);

/* Sets what is known of places on the map, and their names. */
void ent_place(struct ent_doc *doc);

/* The first letters of a name's words with a capital, in lower case: in buf,
 * as many as max. */
struct str ent_initials(
    const struct ent_line *line, const struct cand *c, char *buf, size_t max);

const char *ent_mark_name(enum mark mark);

#endif
