/*
 * state.h - the option --state of a program: store.h with its messages.
 *
 *   store = state_open(&perm, path, params);
 *   ...                     what was written, and store_add() beside it
 *   if (state_is_full(store))
 *           state_commit(store, path, out);
 */
#ifndef PK_STATE_H
#define PK_STATE_H

#include "out.h"
#include "store.h"

/* As store_open(); dies when the file cannot be used, and notes what an
 * unfinished run left. */
struct store *state_open(
    struct arena *perm, const char *path, struct store_params params);

/* Whether so much is pending that it should be committed: it is forgotten if
 * the run is ended. */
bool state_is_full(const struct store *store);

/* Keeps what was learnt once what it was learnt from is written; dies when it
 * cannot. */
void state_commit(struct store *store, const char *path, struct out *out);

#endif
