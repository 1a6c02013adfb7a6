/*
 * mail.h - the messages of a mail file: one (.eml, RFC 5322), or many with a
 * line "From ..." before each (mbox).
 *
 *   From: Press office <press@example.org>
 *   Subject: =?utf-8?Q?Caf=C3=A9?= closed after flood
 *   Date: Mon, 3 Nov 2025 10:00:00 +0100
 *   Content-Type: multipart/alternative; boundary="b"
 *
 * The text of a message is its text/plain and text/html parts that are not
 * attachments, in their order; of alternatives the plain one, unless it is
 * hardly anything beside the HTML.  Plain text is read as its author wrote it
 * (plain.h); a signature is a part of its own, boilerplate.
 */
#ifndef PK_MAIL_H
#define PK_MAIL_H

#include "normal.h"

struct mail {
	struct str s;
	size_t pos;
	bool box; /* messages have a line "From " before them */
};

/*
 * Whether bytes are mail: they begin with a line "From ", or with headers
 * among which there are a sender and two that only a machine writes (Date,
 * Message-ID, MIME-Version), and nothing but headers before the first empty
 * line.  Looks at the first 64 KiB.
 */
bool mail_is(struct str bytes);

/* A walk over the messages of bytes, which mail_is() knows. */
struct mail mail_open(struct str bytes);

#define MAIL_PARTS 16 /* of one message; what comes behind is left out */

/*
 * The next message: what its headers tell goes to *meta, its subject and its
 * texts to parts, *n of them, perhaps 0.  All of that is in a.  *guess is as
 * in charset_decode().  False at the end.  Cost: linear; what is nested in
 * a message is read once a level, at most 8.
 */
bool mail_next(struct mail *mail, struct normal_meta *meta,
    struct normal_part parts[MAIL_PARTS], size_t *n, struct err *guess,
    struct arena *a);

#endif
