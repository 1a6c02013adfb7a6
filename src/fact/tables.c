/*
 * tables.c - the files that the extractors map; see tables.h.
 */
#include "tables.h"

#include "base/file.h"

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
