/*
 * plain.h - the plain text of a message, as its author wrote it.
 *
 *   "> The dam\n> broke.\nWhere?"   "The dam\nbroke.\n\nWhere?"
 *   ">From noon on"                 "From noon on"   (a mark of mailboxes)
 *   "It rained \non."               "It rained on."  (format=flowed, RFC 3676)
 *
 * Marks of quoting would stand in the middle of sentences, and lines that a
 * mailer has broken would be cut there.
 */
#ifndef PK_PLAIN_H
#define PK_PLAIN_H

#include "coded.h"

struct plain {
	bool flowed; /* lines that end with a space go on in the next */
	bool delsp;  /* ... and that space is not one of the text */
};

/*
 * Makes c->text, which is UTF-8, that text, and c->map the way from it; they
 * stay as they are when there is nothing to do.  Returns where in it the
 * signature begins ("-- " on a line), or c->text.n.  Cost: linear.
 */
size_t plain_text(struct coded *c, struct plain how);

#endif
