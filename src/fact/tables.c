/*
 * tables.c - the files that the extractors map; see tables.h.
 */
#include "tables.h"

#include "base/file.h"
#include "names.h"

bool
tables_open(struct tables *tables, struct arena *perm, const char **path,
    struct err *err)
{
	*err = (struct err){ NULL, 0 };
	if (!file_data("gaz.db", perm, path) ||
	    !gaz_open(&tables->gaz, *path, err) ||
	    !file_data("tag.model", perm, path) ||
	    !tag_open(&tables->tagger, *path, err))
		return false;
	tag_remember(&tables->tagger, perm);
	return true;
}

const struct tables *
tables_need(struct arena *perm, const char *names)
{
	struct tables *tables = arena_alloc(perm, 1, sizeof(*tables));
	struct names *own;
	const char *path;
	struct err err;

	if (!tables_open(tables, perm, &path, &err)) {
		if (err.why != NULL)
			die("%s: %s (byte %zu)", path, err.why, err.at);
		die("%s:", path);
	}
	if (names != NULL) {
		own = names_new(perm);
		rules_load(names_reader(own), names);
		tables->names = own;
	}
	return tables;
}
