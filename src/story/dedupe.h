/*
 * dedupe.h - what pk-dedupe does with its options.
 *
 *   sentences                  stream.h, by repeat.h and tally.h
 *   --documents                version.h
 *   --lines, --key             unique.h, or crowd.h where more is asked for
 *                              than what is new
 *   --check, --dump, --recover care.h
 */
#ifndef PK_DEDUPE_H
#define PK_DEDUPE_H

#include "base/cli.h"

/* The options of man/pk-dedupe.1; strings may be NULL, numbers 0. */
struct dedupe_options {
	/* What is compared, and how. */
	bool lines, zero, documents, near, exact;
	const char *key, *normalise, *threshold;
	/* What is passed on, and what is added. */
	bool mark, count, facts, groups;
	const char *best;
	size_t memory; /* MB */
	/* Memory between runs. */
	const char *state;
	size_t expire; /* days */
	bool dry, check, dump, recover;
};

/* Does it; returns the exit status.  Dies when options do not go together. */
int dedupe_run(struct dedupe_options *o, struct cli_run *run);

#endif
