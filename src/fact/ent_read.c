/*
 * ent_read.c - a document's words and candidates; see ent_cand.h.
 */
#include <stdlib.h>

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
			line->w[k].low = line->w[k].cap && small.n > 0 &&
			    map_find(&small, line->t->v[k].low) != MAP_NONE;
	}
	map_free(&small);
}

/* Notes the names of plain sentences, unless an English word may be meant. */
static void
note_known(struct ent_doc *doc)
{
	char buf[128];

	for (size_t i = 0; i < doc->n; i++) {
		const struct cand *c = &doc->v[i];
		const struct ent_line *line = &doc->lines[c->sent];
		const struct word *w = &line->w[c->i];
		struct str key = { buf, 0 };

		if (c->j == c->i + 1 &&
		    (w->low || w->first || (w->gaz & GAZ_WORD) != 0))
			continue;
		key.n = gaz_key(line->t, c->i, c->j, true, buf, sizeof(buf));
		if (key.n > 0)
			map_put(&doc->known, key);
	}
}

static int
by_place(const void *a, const void *b)
{
	const struct cand *x = a, *y = b;

	if (x->sent != y->sent)
		return x->sent < y->sent ? -1 : 1;
	return x->i < y->i ? -1 : x->i > y->i;
}

static void
scan_all(struct ent_doc *doc)
{
	for (size_t i = 0; i < doc->nlines; i++)
		if (doc->lines[i].style == STYLE_PLAIN)
			ent_scan(doc, i);
	note_known(doc);
	for (size_t i = 0; i < doc->nlines; i++)
		if (doc->lines[i].style != STYLE_PLAIN)
			ent_scan(doc, i);
	if (doc->n > 0)
		qsort(doc->v, doc->n, sizeof(*doc->v), by_place);
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
	map_init(&doc->known, a);
	scan_all(doc);
	map_free(&doc->known);
	ent_mark(doc);
}
