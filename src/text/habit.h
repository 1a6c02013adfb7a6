/*
 * habit.h - what each source says again and again: memory over documents.
 *
 * A source is told by its name ("source" of the document), or else by the
 * host of its address.  Of each, the lines of its documents are counted: in
 * how many documents a line came, and since when.  A line is a block of text
 * as a hash: up to HABIT_FOLD bytes with letters in one case and white space
 * folded, a longer one as it is.  Which of them are furniture is for refrain.h
 * to say.
 *
 * A line that came once, as nearly all do, is forgotten when HABIT_ONCE
 * documents of its source came without it; one that came again, when
 * HABIT_AGAIN did.  At most HABIT_LINES lines are kept, in some 50 MB; beyond
 * that, what came once is forgotten sooner, and then the sources that were not
 * seen for longest.
 *
 * With a store, what is learnt is added to it, and what earlier runs have
 * added is known: two runs are as one.
 */
#ifndef PK_HABIT_H
#define PK_HABIT_H

#include "base/base.h"
#include "base/store.h"

#define HABIT_VERSION 1 /* of the hashes */
#define HABIT_ONCE 256
#define HABIT_AGAIN 2048
#define HABIT_FOLD 200
#define HABIT_LINES ((size_t)1 << 19)

struct habit;

/* A line's past: in how many of the last documents of its source, since
 * the first of these that had it.  times <= docs; 0: never. */
struct habit_past {
	uint32_t times, docs;
};

/* What must be the same in all runs that share a file. */
struct store_params habit_params(void);

/* Reads what store, which may be NULL, knows, and adds to it. */
struct habit *habit_open(struct arena *perm, struct store *store);

/* What is known of a source by its name. */
uint64_t habit_source(struct str name);

/* The key of a line of a source. */
uint64_t habit_key(uint64_t source, struct str text);

struct habit_past habit_past(
    const struct habit *habit, uint64_t source, uint64_t key);

/* Learns the lines of one more document.  again: it is a document that was
 * there, perhaps with changes: it counts for nothing, but its new lines are
 * known then. */
void habit_learn(struct habit *habit, uint64_t source, const uint64_t *keys,
    size_t n, bool again);

/* Whether the store says four times as much as is still known: it should be
 * written anew, by habit_renew() and store_replace(). */
bool habit_stale(const struct habit *habit);
void habit_renew(struct habit *habit);

#endif
