/*
 * seam.h - where a sentence ends without a stop: in what was lines of a mail
 * or a page before a program joined them.
 *
 *   "Jane Roe 02/13/2001 08:02 PM The gate"    before and behind the stamp
 *   "https://example.com/a The gate"           behind the URL
 *   "Phone: 555 123 4567 Fax: 555 123 4568"    before the second label
 *   "It works :-) The gate"                    behind the smiley
 *   "*** The gate"                             behind the rule
 *   "Dear Ms. Roe, The gate", "Regards, Jane"  behind the comma
 *   "Figure 1.5 The gate"                      behind the number
 *
 * Words are in data/sent/openings.tsv.
 */
#ifndef PK_SEAM_H
#define PK_SEAM_H

#include "base/base.h"

#define SEAM_MAX 4096 /* bytes that are looked at: prose has a stop before */

/* The end of what is a sentence by its form at s[start], where one begins: a
 * rule, a URL, the first or last words of a letter, a label; start for none. */
size_t seam_opening(struct str s, size_t start);

/*
 * Where the sentence that begins at s[start] ends in s[at, to) without a stop,
 * or to.  Nothing before at may be a seam.  Cost: linear in to - at; only
 * SEAM_MAX bytes of it are looked at.
 */
size_t seam_next(struct str s, size_t start, size_t at, size_t to);

/* Whether a URL begins at s[at]. */
bool seam_url(struct str s, size_t at);

#endif
