/*
 * refrain.h - lines that a source repeats from document to document.
 *
 *   "Sign up to our evening letter."   behind the story, in four documents of
 *                                      the source: boilerplate from there on
 *   "The dam was built in 1962."       in as many: the story's background
 *
 * What repeats is not all furniture: agencies repeat paragraphs of
 * background, offices what comes next in a procedure, and an article comes
 * again when it is updated.  So a block of text that came in REFRAIN_TIMES
 * documents before is boilerplate only when nothing can be lost with it:
 *
 *   a line without a stop     at the head or the tail of the document, that
 *                             is, with no more than furniture between; without
 *                             a name or number also when it stands alone
 *                             between paragraphs ("Story continues below")
 *   what speaks to the reader there, and between paragraphs too when it has an
 *                             address (https, www, @) or a third of the
 *                             documents have it
 *   what has an address       at the head or tail
 *   sentences without a name  there too, when three quarters of the documents
 *   or number                 have them, and five at least; "No one was hurt."
 *                             is not so frequent
 *   any other sentence        when it names the source: at the tail, or, as
 *                             frequent as that, at the head
 *   a heading                 when nothing of the story is behind it
 *
 * Titles and captions stay.  A document that has half of its sentences from
 * before is a version of one that was there: it teaches nothing.  So does one
 * whose source is unknown.
 */
#ifndef PK_REFRAIN_H
#define PK_REFRAIN_H

#include "habit.h"
#include "piece.h"

#define REFRAIN_TIMES 3

/*
 * Marks such blocks in the pieces of a document, whose roles are known, and
 * learns from it.  name is the source's, or empty: then that of url, or
 * nothing is done.  Cost: linear.
 */
void refrain_mark(struct habit *habit, struct str name, struct str url,
    struct piece *pieces, size_t n, struct arena scratch);

#endif
