/*
 * table.h - memory for large hash tables.
 *
 * A look-up in a table of many megabytes waits for memory twice: for the
 * entry, and for where its page is.  Large tables therefore ask for large
 * pages, of which the processor remembers all.
 */
#ifndef PK_TABLE_H
#define PK_TABLE_H

#include "base.h"

/* Zeroed memory for n objects of size bytes, to be freed by table_free() with
 * the same n and size; dies when the system has none. */
void *table_alloc(size_t n, size_t size);
void table_free(void *table, size_t n, size_t size);

#endif
