/*
 * denial.h - claims of many documents, and who denies them.
 *
 * Who denies something speaks for himself: a denial is at odds with what others
 * claim, in other documents that tell the same story, about the same time.  Who
 * rejects "the claims" rejects what another claimed just before.
 */
#ifndef PK_DENIAL_H
#define PK_DENIAL_H

#include "said.h"
#include "topic.h"

struct denials {
	struct arena *a;
	const struct figure **claims; /* and denials, in their order */
	size_t n, cap;
};

void denials_init(struct denials *d, struct arena *a);

/* Adds a figure that has said set, which must live as long as d; figures of a
 * document come in their order. */
void denials_add(struct denials *d, const struct figure *f);

/* Adds the denials that meet claims to the topics.  Cost: linear. */
void denials_close(struct denials *d, struct topics *t);

#endif
