/*
 * mime.h - headers, and the texts of a message (RFC 5322, RFC 2045 to 2046).
 *
 * All places are bytes of s, which ends where the message ends.  Lines may
 * end in "\r\n" or "\n".
 */
#ifndef PK_MIME_H
#define PK_MIME_H

#include "coded.h"
#include "plain.h"

struct mime_header {
	struct str name;
	size_t from, to; /* its value, all of its lines, without the blanks
			  * and the line end around it */
};

/* The header line, with those that go on with it, at s[*at]; *at moves behind
 * it.  False, with *at where it was, where there is none. */
bool mime_header_next(struct str s, size_t *at, struct mime_header *h);

/* A text of a message. */
struct mime_text {
	size_t from, to;
	bool html;
	struct plain plain; /* how its lines are to be read */
	enum coding coding; /* CODING_NONE, CODING_QUOTED or CODING_BASE64 */
	struct str charset; /* as declared */
	size_t choice;      /* texts of the same number, but 0, are the same in
			     * another form */
};

/*
 * The texts of the message whose headers begin at s[from]: those of type
 * text/plain or text/html that are no attachments, also of messages in it,
 * at most max.  Returns how many.  What is nested deeper than 8 levels is
 * left out.  Cost: linear, once a level.
 */
size_t mime_texts(
    struct str s, size_t from, struct mime_text *texts, size_t max);

#endif
