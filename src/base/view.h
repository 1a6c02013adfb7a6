/*
 * view.h - records for people and their tools: TSV, and an aligned table.
 *
 * TSV has a header line and the same columns in every row: the keys of the
 * types that are written, in the order of pk-records(5).  Tabs, line ends
 * and backslashes in a value are written \t \n \r \\; an array is joined by
 * commas.  The table shortens what does not fit the terminal's width.
 */
#ifndef PK_VIEW_H
#define PK_VIEW_H

#include "rec.h"

/* Besides the bits of types: numbers are told in other units, too. */
#define VIEW_CONVERTED (UINT32_C(1) << 31)

/* The header line of TSV for the types in the set of bits. */
void view_tsv_head(struct buf *b, uint32_t types);

/* A row of TSV; rec->type must be in types. */
void view_tsv_row(
    struct buf *b, const struct rec *rec, uint32_t types, struct arena scratch);

/* The header line of the table, and a row of it, width columns wide. */
void view_text_head(struct buf *b, size_t width);
void view_text_row(
    struct buf *b, const struct rec *rec, size_t width, struct arena scratch);

#endif
