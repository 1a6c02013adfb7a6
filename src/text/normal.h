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
#include "block.h"
#include "coded.h"
#include "habit.h"
#include "lang.h"
#include "pattern.h"

/* How documents are to be read, whatever they are. */
struct normal_rules {
	struct str lang;                 /* of all of them; empty: find out */
	const struct patterns *patterns; /* of sentence ends, or NULL */
	bool raw;                        /* nothing is repaired, only cut */
};

/* A text that is a document, or a part of one, and its place in the source. */
struct normal_part {
	struct coded coded; /* UTF-8 */
	bool html;
	enum role role; /* ROLE_TITLE, ROLE_BOILERPLATE: of all of it;
			 * ROLE_NONE: find out */
};

/* What is known of the source besides its bytes.  What is not empty goes
 * before what the bytes say of themselves. */
struct normal_meta {
	struct str doc; /* raw JSON string with quotes */
	struct str title, source, url, published, lang;
	bool html;    /* a page with markup, else plain text */
	bool decoded; /* bytes are UTF-8 for sure (a string of a record) */
	const struct normal_rules *rules; /* or NULL */
	struct habit *habit; /* what sources repeat, or NULL: as is */
};

/* What there is to tell of a document. */
struct normal_said {
	struct err
	    guess; /* a charset was guessed (charset.h), or why is NULL */
	char lang[LANG_MAX + 1]; /* not English: cut plainly; or "" */
};

/*
 * Writes the doc record of bytes and the records of its sentences, and returns
 * how many these are; a text without any has sents 0.  0 bytes make no record
 * at all.
 *
 * said->guess is for the caller to report.  Memory comes from doc by value:
 * for plain UTF-8 some 85 bytes a paragraph and 8 a sentence, and the text
 * once more if anything in it is repaired; some five times the page for HTML.
 */
size_t normal_source(struct str bytes, const struct normal_meta *meta,
    struct out *out, struct arena doc, struct normal_said *said);

/*
 * The same for a document that is n parts of a source, one after the other:
 * an item of a feed, a message.  meta->html and meta->decoded do not count.
 */
size_t normal_parts(struct str bytes, const struct normal_meta *meta,
    const struct normal_part *parts, size_t n, struct out *out,
    struct arena doc, struct normal_said *said);

#endif
