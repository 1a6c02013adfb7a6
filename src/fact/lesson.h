/*
 * lesson.h - annotated articles as sentences to learn from.
 *
 *   {"type":"article","doc":"a1","text":"Jane Roe left Turku.",
 *    "entities":[{"start":0,"end":8,"class":"person"},...]}
 *
 * Places are bytes of the text.  Classes that the tagger does not have teach
 * that a word is no name of the others; a unit is an organisation.  In a
 * span of class "unknown" nobody knows: sentences with one are left out.
 */
#ifndef PK_LESSON_H
#define PK_LESSON_H

#include "base/rec.h"
#include "gaz.h"
#include "learn.h"

struct lessons {
	const struct gaz *gaz;
	const struct tag_words *words;
	struct learn_sent *v;
	size_t n, cap;
	struct arena *a;        /* owns all */
	struct arena doc, page; /* of one article */
};

struct lessons *lessons_open(
    const struct gaz *gaz, const struct tag_words *words, struct arena *perm);

/* Adds the sentences of an article.  False with err->why set when it has no
 * text or its entities are none. */
bool lessons_add(struct lessons *lessons, const struct rec *article,
    struct arena scratch, struct err *err);

#endif
