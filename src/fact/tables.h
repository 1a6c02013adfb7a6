/*
 * tables.h - the files that the extractors look names up in: gaz.db,
 * tag.model, and a list of the user's own.
 */
#ifndef PK_TABLES_H
#define PK_TABLES_H

#include "gaz.h"
#include "tag.h"

struct tables {
	struct gaz gaz;
	struct tag_model tagger;   /* rows NULL: there is none */
	const struct names *names; /* names.h, or NULL */
};

/*
 * Opens the first two, found from where the program is (base/file.h).  False
 * when one cannot be: *path is its name, in perm, and err as in gaz_open().
 */
bool tables_open(struct tables *tables, struct arena *perm, const char **path,
    struct err *err);

/* The same for programs, with the list at names unless that is NULL; dies
 * when a file cannot be read or is wrong. */
const struct tables *tables_need(struct arena *perm, const char *names);

#endif
