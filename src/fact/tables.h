/*
 * tables.h - the files that the extractors map: gaz.db and tag.model.
 */
#ifndef PK_TABLES_H
#define PK_TABLES_H

#include "gaz.h"
#include "tag.h"

struct tables {
	struct gaz gaz;
	struct tag_model tagger; /* rows NULL: there is none */
};

/*
 * Opens both, found from where the program is (base/file.h).  False when one
 * cannot be: *path is its name, in perm, and err as in gaz_open().
 */
bool tables_open(struct tables *tables, struct arena *perm, const char **path,
    struct err *err);

#endif
