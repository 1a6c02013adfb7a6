/*
 * unique.h - lines, or records, each only once: exact repeats as fast as the
 * disk, in bounded memory.
 *
 * Of each line a key of 128 bits is kept (base/set.h); nothing else is known
 * of those that passed.  Near repeats, marks, counts and groups are the work
 * of crowd.h.
 */
#ifndef PK_UNIQUE_H
#define PK_UNIQUE_H

#include "base/in.h"
#include "base/set.h"
#include "gist.h"
#include "keep.h"

struct unique {
	struct gist gist;  /* what is compared */
	char end;          /* the byte behind each line */
	struct set *set;   /* what was seen */
	struct keep *keep; /* memory between runs, or NULL */
	size_t made;       /* lines that were new */
};

/* Takes what earlier runs knew. */
void unique_recall(struct unique *u);

/* Passes on the lines of in that are new, in their order, or, when the gist
 * has fields, the records: those without any of them are passed on. */
void unique_run(struct unique *u, struct in *in, struct out *out);

#endif
