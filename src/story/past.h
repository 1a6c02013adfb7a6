/*
 * past.h - a log of pk-dedupe, without what has expired.
 *
 * What is under a day in the log (KEEP_DAY) was passed on that day; a key in
 * KEEP_SEEN was seen again.  What was neither passed on nor seen in the last
 * days of --expire has expired.
 */
#ifndef PK_PAST_H
#define PK_PAST_H

#include "base/set.h"
#include "base/store.h"

struct past;

/* The log of store, from its first item; store must stay open.  days 0:
 * nothing expires. */
struct past *past_open(
    struct arena *perm, struct store *store, uint64_t today, size_t days);

/* The next item that has not expired, and is not KEEP_SEEN or KEEP_DAY.  It
 * lives until exit, or until the store is closed. */
bool past_next(struct past *past, struct store_item *item);

/* Bytes of items that a log written anew would not have. */
size_t past_stale(const struct past *past);

/* The keys that the log has under today, a set of the caller's from here. */
struct set *past_today(struct past *past);

/* Writes the log anew to path, at once or not at all: without what expired.
 * False with errno set. */
bool past_rewrite(struct past *past, const char *path, struct arena scratch);

#endif
