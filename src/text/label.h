/*
 * label.h - short texts that tell what stands around a story.
 *
 *   "Related articles"            what is under it is not of the story
 *   "Advertisement"               nor is the line itself
 *   "03.04.2020, 12:35"           a date of publication
 *   "© 2025 The Post. All ..."    whose the page is
 *
 * Texts are in data/html/labels.tsv.
 */
#ifndef PK_LABEL_H
#define PK_LABEL_H

#include "base/base.h"

enum label { LABEL_NONE, LABEL_LINE, LABEL_SECTION };

/* What a whole line or heading tells.  Cost: at most LABEL_MAX bytes. */
enum label label_of(struct str text);

#define LABEL_MAX 64 /* bytes: longer texts are none */

/* Whether the text is a date in figures and hardly more. */
bool label_stamp(struct str text);

/* Whether the text says whose the page is: "© 2025", "Copyright The Post". */
bool label_copyright(struct str text);

#endif
