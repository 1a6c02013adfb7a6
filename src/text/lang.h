/*
 * lang.h - what language a text is in.
 *
 * By its script where one language uses it (Greek, Thai, Hangul), else by the
 * common words and the letters that data/lang knows of 39 languages.  What is
 * not plain is not guessed: a list of names is in no language.
 */
#ifndef PK_LANG_H
#define PK_LANG_H

#include "base/base.h"

#define LANG_BYTES 4096 /* of a text, that are looked at */
#define LANG_MAX 15     /* bytes of a code that is worth a message */

/*
 * The ISO 639-1 code of the language of text ("de"; "hr" for Serbian in Latin
 * letters and Bosnian too), or empty when it is not plain.  Needs about 40
 * bytes of running text.  Any bytes are safe.  Cost: mostly that of the first
 * 256 bytes, 2 µs; at most of LANG_BYTES.
 */
struct str lang_guess(struct str text);

/* The language of a document that says of itself that it is in declared (or
 * nothing: empty).  Where the two plainly differ about whether it is English,
 * the text is right: pages carry labels of other pages. */
struct str lang_choose(struct str declared, struct str text);

/* Whether a code is one of English ("en", "en-GB", "eng") or empty. */
bool lang_english(struct str lang);

#endif
