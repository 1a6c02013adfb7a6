/*
 * feed.h - the input as records, whatever it was.
 *
 * What programs read: records as they are; plain text, HTML pages, RSS and
 * Atom feeds, mail, and article records as the doc and sentence records that
 * pk-normalize makes of them (the same bytes).  An item of a feed, a message of
 * an mbox is a document of its own: "news.xml#1", "news.xml#2".
 */
#ifndef PK_FEED_H
#define PK_FEED_H

#include "base/in.h"
#include "normal.h"

struct feed;

/* As in_open(). */
struct feed *feed_open(struct arena *perm, char **files, struct out *out);

/* How all documents that are no records yet are to be read; *rules must live
 * as long as feed. */
void feed_rules(struct feed *feed, const struct normal_rules *rules);

/* What sources repeat (habit.h) is learnt from what is read, for the time that
 * feed lives; here it is learnt in habit, or, if NULL, not at all. */
void feed_habit(struct feed *feed, struct habit *habit);

/* The next record, never REC_RAW or REC_ARTICLE.  As in_next(). */
bool feed_next(struct feed *feed, struct rec *rec);

/* Writes the next record to out, or those of the next document as they are
 * made, and adds to *made how many of them are sentences; false at the end.  As
 * feed_next() and out_rec() for each. */
bool feed_copy(struct feed *feed, struct out *out, size_t *made);

#endif
