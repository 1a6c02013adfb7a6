/*
 * keep.h - what pk-dedupe keeps between runs (--state).
 *
 * The log is base/store.h, what is in each item is in pk-state(5).  Beside the
 * log there is a journal (base/journal.h) while a run writes, so that a run
 * that is killed has printed nothing that is not known, and knows nothing that
 * will not be printed.
 *
 *   keep = keep_open(...)
 *   while (keep_next(keep, &item))    what earlier runs knew
 *   keep_attach(keep, out)            prints what a killed run has not
 *   keep_add(...), keep_full(keep)    with each record
 *   keep_close(keep)
 */
#ifndef PK_KEEP_H
#define PK_KEEP_H

#include "base/out.h"
#include "base/set.h"
#include "base/store.h"

/* Kinds of items. */
enum keep_kind {
	KEEP_DOC = 1,  /* the raw JSON name of the document that follows */
	KEEP_SENTENCE, /* a leader of the last document */
	KEEP_FACT,     /* a mention that was passed on */
	KEEP_KEYS,     /* the keys of lines or records that were passed on */
	KEEP_SEEN,     /* keys of any of them that were seen again */
	KEEP_DAY       /* the day that what follows is of */
};

struct keep_options {
	const char *path;
	uint32_t likeness; /* --threshold in thousandths */
	uint32_t mode;     /* what is compared: 0 or 1 (exact) for sentences */
	size_t expire;     /* days after which is forgotten what no run with
			    * this option has seen; 0: never */
	bool dry;          /* change nothing */
};

struct keep;

/* Opens the state; dies when it cannot be used.  Where much of it has expired
 * it is written anew. */
struct keep *keep_open(struct arena *perm, const struct keep_options *opt);

/* The next item that has not expired: not KEEP_SEEN or KEEP_DAY.  It lives
 * until exit.  Each begins with a key of 16 bytes, but for KEEP_DOC. */
bool keep_next(struct keep *keep, struct store_item *item);

/* Bytes of the log: what it takes to know what earlier runs knew. */
size_t keep_size(const struct keep *keep);

/* From here on out waits for what is added, and is written with it. */
void keep_attach(struct keep *keep, struct out *out);

/* The document, its raw JSON name, that sentences are of from here on; name
 * must stay. */
void keep_doc(struct keep *keep, struct str name);

/* Adds an item of head and tail. */
void keep_add(
    struct keep *keep, uint32_t kind, struct str head, struct str tail);

/* Adds a key as KEEP_KEYS, or, when it is not fresh, says that it was seen. */
void keep_key(struct keep *keep, struct set_key key, bool fresh);

/* Says that what has a key was seen again. */
void keep_seen(struct keep *keep, struct set_key key);

/* Writes output, and what belongs to it, when there is much of it.  What was
 * added must belong to what was written to out, and the other way round. */
void keep_full(struct keep *keep);

/* The same, in any case, and ends the lock. */
void keep_close(struct keep *keep);

#endif
