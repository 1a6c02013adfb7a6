/*
 * rec.h - records in and out (JSON Lines; see pk-records(5)).
 *
 * A record is one flat JSON object (RFC 8259) on a line.  The reader holds
 * views into its buffer; nothing is copied that is only passed on.
 */
#ifndef PK_REC_H
#define PK_REC_H

#include "json.h"

/* The types of records.md, and the two that are none: a type that this
 * version does not know, and input that is not records yet. */
#define REC_TYPES(X)                                                           \
	X(ARTICLE, "article")                                                  \
	X(DOC, "doc")                                                          \
	X(SENTENCE, "sentence")                                                \
	X(ENTITY, "entity")                                                    \
	X(NUMBER, "number")                                                    \
	X(DATE, "date")                                                        \
	X(CLAIM, "claim")                                                      \
	X(FACT, "fact")                                                        \
	X(AGREEMENT, "agreement")                                              \
	X(COMPATIBLE, "compatible")                                            \
	X(CONFLICT, "conflict")                                                \
	X(DEVELOPMENT, "development")                                          \
	X(SUMMARY, "summary")

enum rec_type {
#define X(id, name) REC_##id,
	REC_TYPES(X)
#undef X
	    REC_OTHER, /* unknown to this version: passed on, never read */
	REC_RAW,       /* a whole file that is not records: line is its bytes */
	REC_TYPE_COUNT
};

struct field {
	struct str key; /* decoded */
	struct str val; /* raw JSON */
};

struct rec {
	enum rec_type type;
	struct str line; /* the whole line, without '\n' */
	struct str doc;  /* raw JSON string with quotes, or n == 0; of a
			  * REC_RAW the plain name of the file */
	long sent;       /* number of the sentence, or 0 when absent */
	const struct field *fields;
	size_t n;         /* fields */
	const char *file; /* where it was read, for messages */
	unsigned long lineno;
};

/*
 * Parses one line.  The views in *rec point into line, rec->fields into a.
 * Returns false, with *err set, for what is not one JSON object, is not
 * UTF-8, has a raw control character in a string or brackets more than 64
 * deep.  A lone surrogate escape is accepted (crawlers cut strings) and reads
 * as U+FFFD.  Objects and arrays inside are checked and opaque.
 */
bool rec_parse(
    struct str line, struct rec *rec, struct arena *a, struct err *err);

/* The raw JSON value of a key (the first, should there be two), or n == 0. */
struct str rec_raw(const struct rec *rec, const char *key);

/* The decoded string of a key.  Returns false (and an empty *val) when it is
 * absent or not a string.  Points into the line when nothing is escaped,
 * else into a. */
bool rec_str(
    const struct rec *rec, const char *key, struct str *val, struct arena *a);

/* The number of a key; false, with *val untouched, when absent or none. */
bool rec_num(const struct rec *rec, const char *key, double *val);
bool rec_size(const struct rec *rec, const char *key, size_t *val);

/* A place as cites have it, "doc#sent", as a raw JSON string in a; doc is a
 * record's. */
struct str rec_cite(struct str doc, long sent, struct arena *a);

/* The line of a record with one more key, whose value is JSON, in a. */
struct str rec_with(
    struct str line, const char *key, struct str json, struct arena *a);

/* "entity" for REC_ENTITY; and back: REC_OTHER for an unknown name. */
const char *rec_type_name(enum rec_type type);
enum rec_type rec_type_of(struct str name);

#endif
