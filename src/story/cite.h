/*
 * cite.h - a brief for people: numbered sentences, each with its sources.
 *
 *   1. The dam at Riva burst at dawn. [1] (also [2])
 *
 *   Sources:
 *   [1] Dam bursts in Riva. The Valley Post, 2025-03-04. samples/flood/a.txt
 *   [2] samples/flood/b.txt
 *
 * Sources are numbered in the order in which the brief names them.
 */
#ifndef PK_CITE_H
#define PK_CITE_H

#include "summ.h"

/* Writes the brief of n chosen sentences, wrapped at width columns, each with
 * the figures that it replaces and, when dated, the first date in it; nothing
 * when n is 0.  Control characters in the text become U+FFFD, as it may go to
 * a terminal. */
void cite_brief(struct buf *b, const struct pool *pool, const struct summ *v,
    size_t n, bool dated, size_t width, struct arena scratch);

/* A line of the list of sources; what is not known is empty. */
struct cite_source {
	size_t number;
	struct str title, source, published, name;
};

void cite_source(struct buf *b, const struct cite_source *source, size_t width,
    struct arena scratch);

/* Words, wrapped at width columns behind a label; further lines are indented.
 * Control characters as in a brief. */
void cite_wrap(struct buf *b, struct str label, size_t indent, struct str text,
    size_t width, struct arena scratch);

/* "doc#sent", the place of a sentence, as in support of pk-records(5). */
struct str cite_place(const struct pool *pool, size_t sent, struct arena *a);

#endif
