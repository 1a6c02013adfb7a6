/*
 * ent_read.c - a document's words and candidates; see ent_cand.h.
 */
#include "base/map.h"
#include "ent_cand.h"

/* Tells of each word with a capital whether the document has it without. */
static void
look_for_small(struct ent_doc *doc)
{
	struct map small;

	map_init(&small, NULL);
	for (size_t i = 0; i < doc->nlines; i++)
		for (size_t k = 0; k < doc->lines[i].t->n; k++)
			if (doc->lines[i].t->v[k].form == TOKEN_LOWER)
				map_put(&small, doc->lines[i].t->v[k].low);
	for (size_t i = 0; i < doc->nlines; i++) {
		const struct ent_line *line = &doc->lines[i];

		for (size_t k = 0; k < line->t->n; k++)
			line->w[k].low = line->w[k].cap && small.n > 0
			    && map_find(&small, line->t->v[k].low) != MAP_NONE;
	}
	map_free(&small);
}

void
ent_read(struct ent_doc *doc, const struct gaz *gaz,
    const struct ent_sent *sents, size_t n, struct arena *a)
{
	*doc = (struct ent_doc){ .gaz = gaz, .nlines = n, .a = a };
	doc->lines = arena_alloc(a, n, sizeof(*doc->lines));
	for (size_t i = 0; i < n; i++) {
		struct ent_line *line = &doc->lines[i];

		line->t = &sents[i].t;
		line->heading = sents[i].heading;
		line->w = word_look(gaz, line->t, a);
		line->style = word_style(line->t, line->w);
	}
	look_for_small(doc);
	for (size_t i = 0; i < n; i++)
		ent_scan(doc, i);
	ent_mark(doc);
}
