/*
 * store.h - memory between runs: an append-only log (pk-state(5)).
 *
 * The log is items of bytes, written in frames: a frame is there as a whole
 * or not at all.  What the items mean is known to those who write them:
 * story/keep.h (what pk-dedupe has seen), text/habit.h (what sources repeat).
 *
 *   store_open()                      locks and checks the file
 *   while (store_next(store, &item))  what earlier runs knew
 *   store_add(...)                    what this run learns, in memory
 *   store_reserve(); out_flush(); store_commit();
 *
 * A log that is much larger than what it says may be written anew at the end:
 *
 *   store_renew(store); store_add(...); store_replace(store, scratch);
 *
 * or, whatever its size, as another log that then takes its place:
 *
 *   new = store_open(perm, other_path, params, &err);
 *   store_add(new, ...); store_commit(new); rename(2)
 *
 * The lock is held until exit: a second run waits.
 */
#ifndef PK_STORE_H
#define PK_STORE_H

#include "base.h"

#define STORE_VERSION 1

/* What must be the same in all runs that share a file. */
#define STORE_PARAMS 3
struct store_params {
	uint32_t use; /* whose log it is */
	uint32_t v[STORE_PARAMS];
	const char *why[STORE_PARAMS]; /* what to say when v differs */
};

/* Uses of logs, in their headers. */
enum store_use {
	STORE_KEEP,  /* story/keep.h */
	STORE_HABIT, /* text/habit.h */
	STORE_SAID   /* pk-summarize: the sentences that it said */
};

struct store_item {
	uint32_t kind;   /* a number of its use */
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

/*
 * As store_open(), to read only: waits for runs that write, and changes
 * nothing, not even to make the file.  With any, a log of any parameters will
 * do.  With salvage, frames that are damaged are passed over.
 */
struct store *store_read(struct arena *perm, const char *path,
    struct store_params params, bool any, bool salvage, struct err *err);

/* Ends the lock; views of items are invalid from here on. */
void store_close(struct store *store);

/* The parameters that the log was made with. */
struct store_params store_made(const struct store *store);

/* Sound frames, and bytes between them that are in none. */
size_t store_frames(const struct store *store);
size_t store_lost(const struct store *store);

/* Begins again with the first item. */
void store_rewind(struct store *store);

/* Bytes of an unfinished frame at the end, which a run that was ended while
 * it wrote has left; they are cut off at the first commit. */
size_t store_torn(const struct store *store);

/* The next item of earlier runs, in the order of writing; false at the end.
 * Its view lives until exit. */
bool store_next(struct store *store, struct store_item *item);

/* Adds an item of head and tail, one behind the other, to the next frame. */
void store_add(
    struct store *store, uint32_t kind, struct str head, struct str tail);

/* Bytes that wait for a commit. */
size_t store_pending(const struct store *store);

/* Makes room on the disk for what is pending, before output that depends on
 * it is written.  False, with errno set, when there is none. */
bool store_reserve(struct store *store);

/* A state of a log: its size, and the sum of its last frame. */
struct store_mark {
	uint64_t size, sum;
};

/* The state after the next commit; nothing may be added before that. */
struct store_mark store_seal(struct store *store);

/* Writes what is pending as one frame, and syncs.  False, with errno set,
 * when it cannot be written: the log is then as after the last commit. */
bool store_commit(struct store *store);

/* Bytes of the log as after the last commit. */
size_t store_size(const struct store *store);

/* Forgets what is pending: what is added from here on will be all of a new
 * log, and must be less than 1 GB. */
void store_renew(struct store *store);

/* Puts the new log in the place of the old one, at once or not at all, when
 * nothing else is to be done with the store: the lock is that of the old
 * file.  False, with errno set, when it cannot be written. */
bool store_replace(struct store *store, struct arena scratch);

#endif
