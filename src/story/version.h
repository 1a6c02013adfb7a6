/*
 * version.h - documents that repeat each other: copies of one wire text, cut
 * short, edited, with other paragraphs between.
 *
 * A document is the set of its sentences, each known by the first that it
 * repeats (near.h), weighed by their words.  Of two that share some:
 *
 *   a repeat    most of the later one is in the earlier, and most of the
 *               earlier in it (VERSION_LATER, VERSION_FIRST), or next to all
 *               of the later, however short it was cut (VERSION_CUT)
 *   a version   they share half of either, but the later one says more, or
 *               says it otherwise: an update with other numbers
 *
 * A sentence that is the same but for a number, a name or a "not" says it
 * otherwise: it makes a version of what would be a repeat.  What stands aside
 * (roles boilerplate, credit, url) counts for nothing.
 */
#ifndef PK_VERSION_H
#define PK_VERSION_H

#include "base/out.h"
#include "docs.h"
#include "near.h"
#include "text/feed.h"

/* In a hundred: the shares of words. */
#define VERSION_LATER 80
#define VERSION_FIRST 70
#define VERSION_CUT 95
#define VERSION_LEAST 12 /* words of one that was cut short */
#define VERSION_HALF 50

struct version_options {
	unsigned threshold; /* of sentences, as in alike() */
	bool exact;         /* sentences are equal, or not */
	bool mark;          /* repeats pass, their doc record with dup_of; and
			     * versions have version_of */
	bool groups;        /* a group record for each at the end */
};

struct version;

struct version *version_open(
    struct arena *perm, const struct version_options *opt);

/* Passes on the documents of feed that are no repeats, each when it has ended;
 * returns how many. */
size_t version_run(struct version *v, struct feed *feed, struct out *out);

#endif
