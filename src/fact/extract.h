/*
 * extract.h - the mention records of a stream.
 *
 * What pk-extract, pk-extract-entities and pk-extract-numbers share: passes
 * every record on, in order, and writes the mentions of a sentence right
 * behind it: dates and numbers by place, then entities.  A mention that stands
 * behind the sentence already, from a run before, is not written twice.
 *
 * Numbers and dates need their sentence only.  Entities need the document:
 * its records are held until all of its sentences have come (as many as its
 * doc record says), the next doc record, or the end of input.  So do dates in
 * a document whose doc record does not say when it was published: the first of
 * its first five and last three sentences that is a date line (date.h) says
 * it, though boilerplate and credits are not read for mentions.  The doc record
 * itself passes at once.  A sentence without a doc record is a document of
 * its own.
 *
 * The rules and words are those of English: a document whose doc record names
 * another language passes without mentions.
 */
#ifndef PK_EXTRACT_H
#define PK_EXTRACT_H

#include "base/out.h"
#include "ent.h"
#include "num_convert.h"
#include "tables.h"

struct extract_options {
	const struct tables *tables; /* NULL: no entities */
	bool numbers;                /* numbers and dates */
	const char *quantity; /* numbers of these quantities only, kept apart
			       * by commas, or NULL */
	struct num_convert convert;    /* tells them in these units too */
	const struct num_rules *rules; /* the user's, or NULL */
	bool any_lang;                 /* also of what is not English */
	struct day ref; /* instead of the documents' dates, or year 0 */
};

struct extract;

struct extract *extract_open(
    struct arena *perm, const struct extract_options *opt, struct out *out);

/* Passes rec on, at once or when its document is complete.  Nothing of rec
 * is needed afterwards. */
void extract_rec(struct extract *x, const struct rec *rec);

/* Writes what is held.  Returns how many mentions were written in all. */
size_t extract_end(struct extract *x);

#endif
