/*
 * coded.h - text that stands in its source in another form.
 *
 *   escaped in a feed     "caf&eacute; &amp;amp;"
 *   quoted-printable      "caf=C3=A9 and a line that=\n goes on"
 *   base64                "Y2Fmw6kK"
 *   words in a header     "=?utf-8?Q?caf=C3=A9?= on Monday"
 *
 * The map leads from each byte of the text to the byte of the source where it
 * begins there: exact for each of these forms, also where they are mixed.
 */
#ifndef PK_CODED_H
#define PK_CODED_H

#include "srcmap.h"

enum coding {
	CODING_NONE,   /* the bytes themselves */
	CODING_REFS,   /* references, or in CDATA none */
	CODING_QUOTED, /* "=C3" */
	CODING_BASE64,
	CODING_WORDS /* encoded words among others */
};

struct coded {
	struct str text;   /* bytes of some charset, until coded_charset() */
	struct srcmap map; /* to the source; map.a owns map and text */
	enum coding coding;
	size_t unit; /* bytes of a character in the source: 2 in UTF-16; 0
		      * is 1 */
};

/*
 * The text of source[from, to) in a form; map.a of *c must be set.  What is
 * not of that form is taken as it is.  Cost: linear; a map of base64 has a
 * pair (16 bytes) for every three bytes of text, one of quoted-printable for
 * each byte that is quoted.
 */
void coded_plain(struct coded *c, struct str source, size_t from, size_t to);
void coded_quoted(struct coded *c, struct str source, size_t from, size_t to);
void coded_base64(struct coded *c, struct str source, size_t from, size_t to);

/* The value of a mail header, its lines joined and its encoded words decoded
 * to UTF-8. */
void coded_header(struct coded *c, struct str source, size_t from, size_t to);

/* Makes the text UTF-8, as charset_decode() does; guess->at is a place in the
 * source. */
void coded_charset(struct coded *c, struct str declared, struct err *guess);

/* Where in the source text[at] begins; of an encoded word, its "=?". */
size_t coded_start(const struct coded *c, struct str source, size_t at);

/*
 * Where in the source the bytes end that text[..., end) came from, end > 0:
 * behind the reference, the "=C3", the encoded word, or the two characters of
 * base64 that the last byte is in.
 */
size_t coded_end(const struct coded *c, struct str source, size_t end);

/* Behind the character of UTF-16 or UTF-32 that s[at] is a byte of (unit: 2 or
 * 4), or behind the reference that begins there and ends before next. */
size_t coded_wide_end(struct str s, size_t at, size_t next, size_t unit);

#endif
