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
	return file_data("gaz.db", perm, path) &&
	    gaz_open(&tables->gaz, *path, err) &&
	    file_data("tag.model", perm, path) &&
	    tag_open(&tables->tagger, *path, err);
}

static const struct names *
need_names(struct arena *perm, const char *path)
{
	const struct names *names;
	struct str bytes;
	struct err err;
	size_t line;

	if (!file_map(path, &bytes))
		die("%s:", path);
	names = names_read(bytes, perm, &line, &err);
	if (names == NULL)
		die("%s:%zu: %s (byte %zu)", path, line, err.why, err.at);
	return names;
}

const struct tables *
tables_need(struct arena *perm, const char *names)
{
	struct tables *tables = arena_alloc(perm, 1, sizeof(*tables));
	const char *path;
	struct err err;

	if (!tables_open(tables, perm, &path, &err)) {
		if (err.why != NULL)
			die("%s: %s (byte %zu)", path, err.why, err.at);
		die("%s:", path);
	}
	if (names != NULL)
		tables->names = need_names(perm, names);
	return tables;
}
