/*
 * form.h - what a line looks like: a URL, a credit, a known phrase.
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
	PHRASE_WORD,
	PHRASE_LINK,
	PHRASE_LIST,
	PHRASE_TAIL,
	PHRASE_START,
	PHRASE_INSIDE,
	PHRASE_PREFIX,
	PHRASE_CAPTION,
	PHRASE_MAKER,
	PHRASE_BY,
	PHRASE_SOURCE,
	PHRASE_READER,
	PHRASE_SPEAKER,
	PHRASE_OPEN,
	PHRASE_CLOSE,
	PHRASE_SIGNED,
	PHRASE_TAGS,
	PHRASE_FROM,
	PHRASE_END
};

#define FORM_WORD_MAX 48  /* bytes of the longest word looked up, and one */
#define FORM_TEXT_MAX 200 /* bytes of a line that is looked at whole */

/* The next word (between white space) of s at or after *at; n == 0 at the
 * end.  *at moves behind it. */
struct str form_word(struct str s, size_t *at);

/* word without the punctuation at its end; "-" stays itself. */
struct str form_bare(struct str word);

/* Adds word in lower case, ’ as ', to the n bytes in buf; the new n, or size
 * when there is no room. */
size_t form_lower(char *buf, size_t n, size_t size, struct str word);

/* Whether word begins with a capital, or a letter of a script without. */
bool form_capital(struct str word);

/* The longest phrase that s begins with, and in *len its bytes in s, without
 * punctuation behind it; PHRASE_NONE when there is none.  A number is "#" in
 * a phrase. */
enum phrase form_phrase(struct str s, size_t *len);

/* PHRASE_INSIDE when a phrase of that kind stands in s, or one of PHRASE_END
 * ends it without a stop; PHRASE_SIGNED when names and a phrase of that kind
 * are s: "Jane Doe in Kyiv contributed to this report."; or PHRASE_NONE. */
enum phrase form_inside(struct str s);

/* "https://example.com/a", "www.example.com/b": nothing else in s. */
bool form_url(struct str s);

/* The name of an image: "IMG_2044.jpg", "MAP-OF-KYIV copy-1762355428". */
bool form_slug(struct str s);

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

/* Whether the last word of s may end names or a credit, as form_names() and
 * form_credit() take them; most sentences are told by it. */
bool form_ends_names(struct str s);

/* Whether s is initials with slashes, "AB/CD", or behind their agency, "PTI
 * ABC DE". */
bool form_initials(struct str s);

/* Whether s has no letter and no digit: "***", "| |"; whether it has a
 * letter. */
bool form_rule(struct str s);
bool form_lettered(struct str s);

/* Whether s begins as no heading does: with a bullet, a dash or a sign, with a
 * quotation that does not end in s, "((Jane Doe))" or "Q:". */
bool form_begins_text(struct str s);

/* Whether there is a URL in s. */
bool form_has_url(struct str s);

/* Whether s speaks to the reader: "Call our newsdesk, we pay." */
bool form_to_reader(struct str s);

/* Whether s begins with a call on the reader and names what is the site's:
 * "Get the latest news in our app". */
bool form_call(struct str s);

/* The number of words (between white space), at most max. */
size_t form_words(struct str s, size_t max);

/* Whether s ends with a stop (. ! ? ...) or with one and closing quotes or
 * brackets; in *mark the stop's first byte. */
bool form_stopped(struct str s, char *mark);

#endif
