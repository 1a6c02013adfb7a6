/*
 * gist.h - what of a line or a record is compared, when it is one thing.
 *
 *   --lines            the line
 *   --key title,text   these fields of a record, one behind the other
 *
 * and how much of it counts (--normalise), each less than the one before:
 *
 *   bytes   all: "Flood in  Riva." is not "Flood in Riva."
 *   space   white space is one space, and none at the ends
 *   case    nor does case count
 *   words   as of a sentence (finger.h): nor punctuation; "5,000" is "5000"
 *
 * What is not UTF-8 is compared by its bytes, but for white space.
 */
#ifndef PK_GIST_H
#define PK_GIST_H

#include "base/rec.h"
#include "base/set.h"
#include "finger.h"

#define GIST_NORMS(X)                                                          \
	X(BYTES, "bytes")                                                      \
	X(SPACE, "space")                                                      \
	X(CASE, "case")                                                        \
	X(WORDS, "words")

enum gist_norm {
#define X(id, name) GIST_##id,
	GIST_NORMS(X)
#undef X
	    GIST_NORM_COUNT
};

struct gist {
	enum gist_norm norm;
	const char *fields[16]; /* NULL-ended; none: a line is compared */
};

/* GIST_NORM_COUNT for a name that is none. */
enum gist_norm gist_norm_of(const char *name);

/* Reads "FIELD,..."; false when it names none, or too many. */
bool gist_fields(struct gist *g, const char *list, struct arena *perm);

/* What is compared of a record: its fields that are strings, else their JSON.
 * False when it has none of them.  In a, or in the record. */
bool gist_text(const struct gist *g, const struct rec *rec, struct str *text,
    struct arena *a);

/* The key of a text. */
struct set_key gist_key(
    const struct gist *g, struct str text, struct arena scratch);

/* The fingerprint of a text for near repeats, its key as above; the words are
 * in a. */
struct finger gist_finger(
    const struct gist *g, struct str text, struct arena *a);

/* A number that stands for what is compared, and how. */
uint32_t gist_mode(const struct gist *g, bool near);

#endif
