/*
 * feed.h - the input as records, whatever it was.
 *
 * What programs read: records as they are; plain text, HTML files and
 * article records as the doc and sentence records that pk-normalize makes of
 * them (the same bytes).
 */
#ifndef PK_FEED_H
#define PK_FEED_H

#include "base/in.h"

struct feed;

/* As in_open(). */
struct feed *feed_open(struct arena *perm, char **files, struct out *out);

/* What is normalized from now on is cut only: its text stays as it was. */
void feed_raw(struct feed *feed);

/* The next record, never REC_RAW or REC_ARTICLE.  As in_next(). */
bool feed_next(struct feed *feed, struct rec *rec);

/* Writes all records to out, and returns how many of them are sentences.  As
 * feed_next() and out_rec() for each, but the records that are made here are
 * written as they are made. */
size_t feed_copy(struct feed *feed, struct out *out);

#endif
