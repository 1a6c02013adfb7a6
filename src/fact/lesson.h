/*
 * lesson.h - annotated documents as sentences to learn from.
 *
 * Documents are records as pk-extract-entities writes them, corrected or made
 * by people: a sentence, behind it an entity record for each name in it.
 * Classes that the tagger does not have teach that a word is no name of the
 * others; a unit is an organisation, a facility a place. Class "unknown" says
 * that nobody knows: a sentence with one is left out, as is one without a
 * capital and a name.  Where a document is from is the key source of its
 * record.
 */
#ifndef PK_LESSON_H
#define PK_LESSON_H

#include "base/rec.h"
#include "gaz.h"
#include "learn.h"

struct lessons {
	struct learn_sent *v; /* of complete documents */
	size_t n;
	struct str sources[LEARN_SOURCES]; /* their names; more are the last */
	unsigned n_sources;
};

/* All is in perm; gaz and words must live as long. */
struct lessons *lessons_open(
    const struct gaz *gaz, const struct tag_words *words, struct arena *perm);

/* Takes a record: doc, sentence and entity records count, in the order of a
 * stream.  False with err->why set for an entity that is none of its
 * sentence. */
bool lessons_rec(
    struct lessons *lessons, const struct rec *rec, struct err *err);

/* Ends the last document. */
void lessons_end(struct lessons *lessons);

/* The number of a source; 0, the first, when there is none of that name. */
unsigned lessons_source(const struct lessons *lessons, struct str name);

#endif
