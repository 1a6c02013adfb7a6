/*
 * crowd.h - lines, or records, as groups of the same: near repeats, marks,
 * counts, groups, and which one of a group is passed on.
 *
 * The first of a group leads it.  What is compared is in gist.h, what is a
 * near repeat, in alike.h; what unique.h does is done there, with less memory.
 */
#ifndef PK_CROWD_H
#define PK_CROWD_H

#include "base/in.h"
#include "gist.h"
#include "keep.h"

/* Which one of a group is passed on: all but the first want all of the input
 * to be read before anything is written. */
#define CROWD_KEEPS(X)                                                         \
	X(FIRST, "first")                                                      \
	X(LONGEST, "longest") /* most bytes */                                 \
	X(RICHEST, "richest") /* most numbers and names, then most words */

enum crowd_keep {
#define X(id, name) CROWD_##id,
	CROWD_KEEPS(X)
#undef X
	    CROWD_KEEP_COUNT
};

struct crowd_options {
	struct gist gist;
	char end;           /* the byte behind each line */
	bool near;          /* near repeats, too */
	unsigned threshold; /* as in alike() */
	bool mark;          /* records: repeats are passed on with dup_of */
	bool count;         /* how many there are: before a line, as
			     * uniq -c, or as the key count of a record */
	bool groups;        /* instead of what is passed on: all of each group
			     * that has several, an empty line between */
	enum crowd_keep which;
	struct keep *keep; /* memory between runs, or NULL */
};

/* CROWD_KEEP_COUNT for a name that is none. */
enum crowd_keep crowd_keep_of(const char *name);

struct crowd;

struct crowd *crowd_open(struct arena *perm, const struct crowd_options *opt);

/* Passes on what is new in in; returns how many. */
size_t crowd_run(struct crowd *c, struct in *in, struct out *out);

#endif
