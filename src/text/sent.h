/*
 * sent.h - where the sentences of a text begin and end.
 *
 *   "Mr. J. K. Smith left the U.S. at 5 p.m. Monday. He paid $1.50."
 *                                                   ^ the only cut
 *   "It fell, the report said.This comes as ..."  two: glued by a page
 *   "“Is it over?” Smith asked."                  one
 *   "1. The first item 2. The second item"        two
 *   "See example.com. Ask info@Example.com!"      two
 *
 * Closing quotes and brackets belong to the sentence that they end.  Only
 * stops cut, so that a title or a caption is one sentence, and the seams of
 * mail and pages (seam.h); a line end inside the text counts as a space
 * (boiler.h decides what is one text).
 *
 * Words are in data/sent: abbrev.tsv, starters.tsv, zones.tsv, speech.tsv,
 * glued.tsv, marks.tsv.
 */
#ifndef PK_SENT_H
#define PK_SENT_H

#include "pattern.h"

/*
 * The next sentence of text at or after *pos: sets [*start, *end), without
 * the white space around it, and *pos behind it.  False, with *start and *end
 * untouched, when only white space is left.
 *
 * What a sentence is depends only on text from *pos on, and a little before
 * it.  Any bytes are safe.  Cost: linear in the text for all calls together.
 */
bool sent_next(struct str text, size_t *pos, size_t *start, size_t *end);

/* How to cut, where it is not as above. */
struct sent_rules {
	bool plain;                      /* not English: as tongue.h says */
	bool ordinals;                   /* then: "3. Mai" is the third */
	const struct patterns *patterns; /* go before all else; or NULL */
};

bool sent_next_by(const struct sent_rules *rules, struct str text, size_t *pos,
    size_t *start, size_t *end);

#endif
