/*
 * tongue.h - whether a sentence of any language but English ends at a stop.
 *
 *   "Er kam am 3. Mai. Sie ging."        two
 *   "Он жил на ул. Ленина. Она ушла."    two
 *   "Il est 8 h 30. Elle part."          two
 *   "他走了。天黑了。"                   two
 *   "«هل انتهى؟» سأل الرجل."             one
 *
 * By the signs that most languages share, and two short tables: data/sent,
 * plain.tsv and ordinals.tsv.
 */
#ifndef PK_TONGUE_H
#define PK_TONGUE_H

#include "cut.h"

/*
 * Whether the sentence of s ends at a cut.  It does where white space follows,
 * or where the script writes none, but not
 *
 *   before a small letter, a comma, or more stops
 *   behind one letter ("J. Roth"), unless a number is before ("1799 г. Он")
 *   behind a number of one or two digits where ordinals: "3. Mai"
 *   behind an abbreviation of plain.tsv, or before a number behind a word of
 *   two or three letters: "Art. 5"
 *   behind a quotation in a script without capitals that asks: who asked, and
 *   whom, comes next
 *
 * Any bytes are safe.  Cost: constant.
 */
bool tongue_ends(struct str s, const struct cut *cut, bool ordinals);

/* Whether a language, by its code ("de", "de-AT"), has such ordinals; true
 * for one that is not known. */
bool tongue_ordinals(struct str lang);

#endif
