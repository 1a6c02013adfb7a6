/*
 * ent_cand.h - candidates: what may be a name, and what speaks for which
 * class.
 *
 * Internal to the entity finder, which works in steps on the whole document:
 *
 *   ent_scan   finds the spans (by capitals, titles, heads, the gazetteer)
 *   ent_mark   notes what is known of each: its marks
 *   ent_vote   adds up the points of marks (data/ent/points.tsv) over all
 *              mentions of a name and gives them one class
 *   ent_link   joins the names of one referent; canonical names
 *   ent_place  decides which place a name means
 *
 * A tagger (tag.h) would be one more mark, or one more source of spans.
 */
#ifndef PK_ENT_CAND_H
#define PK_ENT_CAND_H

#include "base/map.h"
#include "ent_word.h"

/* What may be known of a candidate; points.tsv has a line for each. */
#define MARKS(X)                                                                           \
	X(BIAS)                                                                            \
	X(ONE)                                                                             \
	X(TWO)                                                                             \
	X(THREE) X(FOUR) X(LONG) X(UPPER) X(MIXED) X(INITIAL) X(HYPHEN) X(OF) X(           \
	    AND) X(PARTICLE) X(START) X(HEADING) X(SHORT) X(FIRST) X(FIRST_WORD)           \
	    X(FIRST_ONLY) X(LAST) X(LAST_WORD) X(FIRST_LAST) X(ALL_WORDS) X(               \
		SOME_WORD) X(NO_WORD) X(COMMON) X(UNKNOWN) X(LOW) X(LOW_ALL)               \
		X(END_PLACE) X(END_PERSON) X(PLURAL) X(COUNTRY) X(STATE) X(                \
		    COUNTY) X(CITY_BIG) X(CITY_MID) X(CITY_SMALL) X(AREA)                  \
		    X(WATER) X(LAND) X(SITE) X(SEAT) X(ORG) X(MEDIA) X(PERSON) X(          \
			ALIAS) X(FOLD) X(NO_GAZ) X(BEGINS_PLACE) X(BEGINS_NORP)            \
			X(BEGINS_ORG) X(ENDS_PLACE) X(HEAD_ORG) X(HEAD_UNIT) X(            \
			    HEAD_PLACE) X(HEAD_EVENT) X(HEAD_MISC) X(HEAD_OF_ORG)          \
			    X(HEAD_FIRST_PLACE) X(HEAD_FIRST_EVENT) X(TITLED) X(           \
				ROLED) X(L_THE) X(L_A) X(L_IN) X(L_BY) X(L_OF)             \
				X(L_SAY) X(L_PLACE) X(L_ORG) X(L_NORP) X(                  \
				    L_AND) X(L_COMMA) X(L_ON) X(L_AT) X(L_QUOTE)           \
				    X(L_BRACKET) X(L_NUMBER) X(L_LOW) X(L_VERB) X(         \
					R_SAY) X(R_ACT) X(R_AGE) X(R_COMMA)                \
					X(R_COMMA_PLACE) X(R_POSS) X(R_PLACE) X(           \
					    R_ORG) X(R_PERSON) X(R_BRACKET)                \
					    X(R_BASED) X(R_HYPHEN) X(R_AND) X(             \
						R_NUMBER) X(R_UNIT) X(R_END)               \
						X(R_IN) X(R_LOW) X(R_TITLE) X(             \
						    D_SURNAME) X(D_GIVEN) X(D_PART)        \
						    X(D_ACRONYM) X(D_OFTEN) X(             \
							D_ONCE) X(D_FULL)                  \
							X(EVENT) X(MISC) X(                \
							    START_WORD) X(START_LOW)       \
							    X(UPPER_NEW) X(                \
								WORD_PLACE) X(FIRST_PLACE) \
								X(LAST_PLACE) X(           \
								    PLACE_IN) X(NEW_IN)    \
								    X(ORG_ON) X(           \
									PLURAL_PLACE)      \
									X(NEW_SAY)         \
									    X(NEW_POSS)

enum mark {
#define X(id) MARK_##id,
	MARKS(X)
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
	struct str name, of;
	bool metonym, placed;
	struct gaz_entry entry; /* when placed */
	double score;
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

static inline bool
mark_has(const struct marks *m, enum mark mark)
{
	return (m->bits[mark / 64] >> mark % 64 & 1) != 0;
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

/* Gives each candidate its class: ENT_NONE for what is no name. */
void ent_vote(struct ent_doc *doc, struct arena scratch);

/* Sets name, of and rule of all candidates. */
void ent_link(struct ent_doc *doc);

/* Sets what is known of places on the map, and their names. */
void ent_place(struct ent_doc *doc);

const char *ent_mark_name(enum mark mark);

#endif
