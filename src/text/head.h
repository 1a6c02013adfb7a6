/*
 * head.h - where the head of a page ends: title, who wrote it and when,
 * buttons, perhaps a first sentence that stands apart.
 *
 *   Ferry crews walk out for second day
 *   The union says that it will go on.          <- not yet the story
 *   Jane Doe
 *   Tuesday 11 November 2025 08:14 GMT          <- the last line of the head
 *   Around 9,000 people were stuck ...
 */
#ifndef PK_HEAD_H
#define PK_HEAD_H

#include "block.h"

/* How many blocks of page are its head; 0 when there is none, or no
 * paragraph behind.  Cost: looks at HEAD_MAX blocks. */
size_t head_of(const struct page *page);

#define HEAD_MAX 32

/* Whether a line end and no empty line stands between blocks i and i + 1;
 * whether most blocks stand apart by empty lines. */
bool head_near(const struct page *page, size_t i);
bool head_spaced(const struct page *page);

/* Whether s is a paragraph: it ends with a stop and is no short line. */
bool head_paragraph(struct str s);

/* Whether two headlines are the same but for a word or two: "plan backed",
 * "plans backed".  Cost: linear in their product, at most 32 words each. */
bool head_alike(struct str a, struct str b);

#endif
