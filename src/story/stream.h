/*
 * stream.h - a stream of sentences and mentions without its repeats.
 *
 * What a repeat is, is in repeat.h, what the same fact is, in tally.h.
 */
#ifndef PK_STREAM_H
#define PK_STREAM_H

#include "repeat.h"
#include "tally.h"
#include "text/feed.h"

struct stream {
	struct out *out;
	struct keep *keep; /* memory between runs, or NULL */
	struct repeat *repeat;
	struct tally *tally; /* NULL when facts are of no interest */
	bool mark;           /* repeats are passed on, marked */
	bool facts;          /* one mention of a fact is passed on */
	size_t made;         /* sentences that were new */
};

/* Takes what earlier runs knew. */
void stream_recall(struct stream *s);

/* Passes on what is new in feed. */
void stream_run(struct stream *s, struct feed *feed);

#endif
