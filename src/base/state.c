/*
 * state.c - the option --state of a program; see state.h.
 */
#include "state.h"

#define COMMIT_BYTES (1024 * 1024) /* forgotten at most, if ended midway */

struct store *
state_open(struct arena *perm, const char *path, struct store_params params)
{
	struct err err;
	struct store *store = store_open(perm, path, params, &err);

	if (store == NULL && err.why == NULL)
		die("%s:", path);
	if (store == NULL)
		die("%s: %s (byte %zu)", path, err.why, err.at);
	if (store_torn(store) > 0)
		note("%s: %zu bytes of a run that was cut off are left out",
		    path, store_torn(store));
	return store;
}

bool
state_is_full(const struct store *store)
{
	return store_pending(store) > COMMIT_BYTES;
}

void
state_commit(struct store *store, const char *path, struct out *out)
{
	if (!store_reserve(store))
		die("%s:", path);
	out_flush(out);
	if (!store_commit(store))
		die("%s:", path);
}
