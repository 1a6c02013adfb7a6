/*
 * ent_view.h - one candidate in its sentence, for ent_mark.c and
 * ent_context.c.
 */
#ifndef PK_ENT_VIEW_H
#define PK_ENT_VIEW_H

#include "ent_cand.h"

/* What the marks of one candidate are made from. */
struct view {
	const struct ent_doc *doc;
	const struct ent_line *line;
	struct cand *c;
	const struct token *v;
	const struct word *w;
	size_t i, j, n; /* the candidate, and the tokens of the sentence */
};

static inline void
set_if(const struct view *x, enum mark mark, bool is)
{
	if (is)
		mark_set(&x->c->marks, mark);
}

static inline bool
is_place_kind(enum gaz_kind kind)
{
	return kind >= GAZ_COUNTRY && kind <= GAZ_SEAT;
}

/* What the gazetteer has at token i; false when it has nothing. */
bool view_known(const struct view *x, size_t i, size_t j, struct gaz_entry *e);

/* Sets the marks of what stands before and behind. */
void ent_context(const struct view *x);

#endif
