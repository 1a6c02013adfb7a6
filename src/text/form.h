/*
 * form.h - what a line looks like: a URL, a date of publication, a credit.
 *
 * The words are in data/boiler.  All of these look at a few hundred bytes at
 * most, and take any bytes.
 */
#ifndef PK_FORM_H
#define PK_FORM_H

#include "base/base.h"

/* Kinds of the phrases in data/boiler/phrases.tsv, where they are told. */
enum phrase {
	PHRASE_NONE,
	PHRASE_LINE,
	PHRASE_LINK,
	PHRASE_START,
	PHRASE_INSIDE,
	PHRASE_PREFIX,
	PHRASE_CAPTION,
	PHRASE_MAKER,
	PHRASE_BY,
	PHRASE_SOURCE
};

/* The longest phrase that s begins with, and in *len its bytes in s, without
 * punctuation behind it; PHRASE_NONE when there is none. */
enum phrase form_phrase(struct str s, size_t *len);

/* Whether a phrase of PHRASE_INSIDE stands in s. */
bool form_inside(struct str s);

/* "https://example.com/a", "www.example.com/b": nothing else in s. */
bool form_url(struct str s);

/* The name of an image: "IMG_2044.jpg", "MAP-OF-KYIV copy-1762355428". */
bool form_slug(struct str s);

/* "Published 5 November 2025 10:15 GMT", "3 hours ago"; *sign is set when it
 * says so much, and not only a date. */
bool form_stamp(struct str s, bool *sign);

/* "By Jane Doe and John Smith" */
bool form_byline(struct str s);

/*
 * Whether s (without its brackets) reads as a credit.  FORM_NAME: only the
 * names of agencies, "Reuters"; FORM_CREDIT: more, "Jane Doe/Reuters", "AP
 * Photo", "Vantor via Reuters"; FORM_MAYBE: capitalised words with an agency
 * or a sign among them, "Reuters Kyiv Bureau".
 */
enum form { FORM_NONE, FORM_MAYBE, FORM_NAME, FORM_CREDIT };
enum form form_credit(struct str s);

/* Whether s is names and what stands between: "Jane Doe and John Smith in
 * Kyiv; editing by Ann Lee". */
bool form_names(struct str s);

/* Whether s is initials with slashes: "AB/CD". */
bool form_initials(struct str s);

/* Whether s has no letter and no digit: "***", "| |"; whether it has a
 * letter. */
bool form_rule(struct str s);
bool form_lettered(struct str s);

/* The number of words (between white space), at most max. */
size_t form_words(struct str s, size_t max);

/* Whether s ends with a stop (. ! ? ...) or with one and closing quotes or
 * brackets; in *mark the stop's first byte. */
bool form_stopped(struct str s, char *mark);

#endif
