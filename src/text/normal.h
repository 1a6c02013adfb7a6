/*
 * normal.h - one source, whatever it is, to its doc and sentence records.
 *
 *   {"type":"doc","pk":1,"doc":"a.html","title":"Dam breaks",...}
 *   {"type":"sentence","doc":"a.html","sent":1,"para":1,"role":"title",...}
 *
 * Ties the steps of block.h together; pk-records(5) has the keys.
 */
#ifndef PK_NORMAL_H
#define PK_NORMAL_H

#include "base/out.h"

/* What is known of the source besides its bytes.  What is not empty goes
 * before what the bytes say of themselves. */
struct normal_meta {
	struct str doc; /* raw JSON string with quotes */
	struct str title, source, url, published, lang;
	bool html;    /* a page with markup, else plain text */
	bool decoded; /* bytes are UTF-8 for sure (a string of a record) */
	bool raw;     /* nothing is repaired, only cut */
};

/*
 * Writes the doc record of bytes and the records of its sentences, and returns
 * how many these are; a text without any has sents 0.  0 bytes make no record
 * at all.
 *
 * remark->why is set when a charset was guessed (charset.h), with a byte
 * offset, for the caller to report; else it is NULL.  Memory comes from doc
 * by value: about the size of the text for plain UTF-8, and some five
 * times the page for HTML.
 */
size_t normal_source(struct str bytes, const struct normal_meta *meta,
    struct out *out, struct arena doc, struct err *remark);

#endif
