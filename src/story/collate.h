/*
 * collate.h - a stream of records, as what its documents say of each thing.
 *
 * Sentences that repeat an earlier one are told as pk-dedupe tells them
 * (near.h): their figures are those of the document that said them first.
 */
#ifndef PK_COLLATE_H
#define PK_COLLATE_H

#include "cite.h"
#include "verdict.h"

struct collate;

/* All that it keeps is in perm. */
struct collate *collate_open(struct arena *perm);

/* Takes what is needed of a record. */
void collate_rec(struct collate *c, const struct rec *rec);

/* Judges; to be called once, at the end.  The verdicts are in perm; returns
 * how many. */
size_t collate_close(struct collate *c, struct verdict **v);

/* What is known of a document, by its number in the documents: the fields but
 * for number, which is the caller's. */
struct cite_source collate_source(const struct collate *c, uint32_t doc);

/* The documents, for verdict_write(), and the words. */
const struct docs *collate_docs(const struct collate *c);
const struct sheet *collate_sheet(const struct collate *c);

#endif
