/*
 * store.h - memory between runs: an append-only log (pk-state(5)).
 *
 * The log is items of bytes, written in frames: a frame is there as a whole
 * or not at all.  What the items mean is known to those who write them:
 * repeat.h (documents, sentences) and tally.h (facts).
 *
 *   store_open()                      locks and checks the file
 *   while (store_next(store, &item))  what earlier runs knew
 *   store_add(...)                    what this run learns, in memory
 *   store_reserve(); out_flush(); store_commit();
 *
 * The lock is held until exit: a second run waits.
 */
#ifndef PK_STORE_H
#define PK_STORE_H

#include "base/base.h"

#define STORE_VERSION 1

/* Kinds of items. */
enum store_kind {
	STORE_DOC = 1,  /* the raw JSON name of the document that follows */
	STORE_SENTENCE, /* a leader of the last document */
	STORE_FACT      /* a mention that was passed on */
};

/* What must be the same in all runs that share a file. */
struct store_params {
	uint32_t finger;    /* FINGER_VERSION */
	uint32_t threshold; /* as in alike() */
	uint32_t exact;     /* 1: near repeats are not looked for */
};

struct store_item {
	enum store_kind kind;
	struct str body; /* begins at a multiple of 8 bytes in memory */
};

struct store;

/*
 * Opens the log at path, locked; a file that is not there, or is empty,
 * becomes one at the first commit; path must stay.  Returns NULL with *err set,
 * and the file as it was, for a file that is no log of this version and these
 * parameters, or is damaged (err->at: where); err->why is NULL, and errno set,
 * when the system says no.
 */
struct store *store_open(struct arena *perm, const char *path,
    struct store_params params, struct err *err);

/* Bytes of an unfinished frame at the end, which a run that was ended while
 * it wrote has left; they are cut off at the first commit. */
size_t store_torn(const struct store *store);

/* The next item of earlier runs, in the order of writing; false at the end.
 * Its view lives until exit. */
bool store_next(struct store *store, struct store_item *item);

/* Adds an item of head and tail, one behind the other, to the next frame. */
void store_add(struct store *store, enum store_kind kind, struct str head,
    struct str tail);

/* Bytes that wait for a commit. */
size_t store_pending(const struct store *store);

/* Makes room on the disk for what is pending, before output that depends on
 * it is written.  False, with errno set, when there is none. */
bool store_reserve(struct store *store);

/* Writes what is pending as one frame, and syncs.  False, with errno set,
 * when it cannot be written: the log is then as after the last commit. */
bool store_commit(struct store *store);

#endif
