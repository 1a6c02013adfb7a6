/*
 * norm.h - the repaired text of a sentence.
 *
 *   "Kyiv  said\non"      "Kyiv said on"     white space folded
 *   "infor-\nmation"      "information"      hyphens of line ends undone
 *   "well-\nknown"        "well-known"       (words.h)
 *   "so\n> on"            "so on"            mail that is quoted
 *   "e" U+0301            "é"                NFC
 *   "ofﬁce"               "office"           ligatures (data/norm)
 *   "Kre" U+00AD "ml"     "Kreml"            no soft hyphens, zero-width,
 *                                            bidi and control characters
 *
 * Quotes, dashes and everything else stay as they were.  U+200C and U+200D
 * stay behind the scripts and emoji that need them to be read.
 */
#ifndef PK_NORM_H
#define PK_NORM_H

#include "srcmap.h"
#include "words.h"

/* Moves *start up and *end down past white space and what norm_text() drops,
 * so that the span begins and ends with what is kept, or is empty. */
void norm_trim(struct str text, size_t *start, size_t *end);

/*
 * The repaired text of span, which is valid UTF-8 and the bytes from base on
 * of the text that page leads on from.  It is span itself when nothing needs
 * repair, else in a.  words, or NULL, tells what hyphens at line
 * ends are.
 *
 * *map, which must be empty with map->a set, leads from the text to where
 * page leads.  It stays empty when the text is span itself and page runs on
 * byte by byte within it.  Cost: linear, 3 GB/s where nothing is to be done.
 */
struct str norm_text(struct str span, size_t base, const struct srcmap *page,
    const struct words *words, struct srcmap *map, struct arena *a);

#endif
