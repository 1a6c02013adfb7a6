/*
 * contrast.c - verdicts for people; see contrast.h.
 */
#include "contrast.h"

#include <stdio.h>

enum { VALUE_MAX = 16 }; /* columns of the values, at most */

/* The documents that were named so far. */
struct list {
	uint32_t *numbers; /* of each document, or 0 */
	uint32_t *docs;    /* by number, from 0 */
	size_t n;
};

static uint32_t
number_of(struct list *l, uint32_t doc)
{
	if (l->numbers[doc] == 0) {
		l->docs[l->n++] = doc;
		l->numbers[doc] = (uint32_t)l->n;
	}
	return l->numbers[doc];
}

static void
add_head(struct buf *b, const struct collate *c, const struct verdict *v,
    size_t width, struct arena scratch)
{
	struct buf text = { .a = &scratch };
	struct str type = str_of(rec_type_name(v->type));
	char count[48];

	for (size_t i = 0; i < type.n; i++)
		buf_byte(&text,
		    (char)(ch_lower(type.p[i]) ? type.p[i] - 'a' + 'A'
					       : type.p[i]));
	buf_add(&text, STR(": "));
	buf_add(&text, verdict_about(v, collate_sheet(c), &scratch));
	snprintf(count, sizeof(count), " (%zu source%s)", v->origins,
	    v->origins == 1 ? "" : "s");
	buf_add(&text, str_of(count));
	cite_wrap(b, STR(""), 2, buf_str(&text), width, scratch);
}

/* "  214   Some words around it (who says so) [1]" */
static void
add_figure(struct buf *b, const struct figure *f, uint32_t number, size_t wide,
    size_t width, struct arena scratch)
{
	struct buf label = { .a = &scratch }, text = { .a = &scratch };
	struct str speaker = verdict_speaker(f, &scratch);
	char place[32];

	buf_add(&label, STR("  "));
	buf_add(&label, f->note.n <= wide ? f->note : STR(""));
	while (label.n < wide + 4)
		buf_byte(&label, ' ');
	buf_add(&text, f->context);
	if (speaker.n > 0) {
		buf_add(&text, STR(" ("));
		buf_add(&text, speaker);
		buf_add(&text, STR(")"));
	}
	snprintf(place, sizeof(place), " [%u]", number);
	buf_add(&text, str_of(place));
	cite_wrap(b, buf_str(&label), wide + 4, buf_str(&text), width, scratch);
}

static void
add_verdict(struct buf *b, struct list *l, const struct collate *c,
    const struct verdict *v, size_t width, struct arena scratch)
{
	size_t wide = 0;

	for (size_t i = 0; i < v->n; i++) {
		if (v->v[i]->note.n > wide && v->v[i]->note.n <= VALUE_MAX)
			wide = v->v[i]->note.n;
	}
	add_head(b, c, v, width, scratch);
	for (size_t i = 0; i < v->n; i++) {
		/* A page that says its headline twice. */
		if (i > 0 && v->v[i]->doc == v->v[i - 1]->doc &&
		    str_eq(v->v[i]->context, v->v[i - 1]->context))
			continue;
		add_figure(b, v->v[i], number_of(l, v->v[i]->doc), wide, width,
		    scratch);
	}
	buf_byte(b, '\n');
}

void
contrast_write(struct buf *b, const struct collate *c, const struct verdict *v,
    size_t n, size_t width, struct arena scratch)
{
	size_t docs = docs_count(collate_docs(c));
	struct list l = { .n = 0 };

	if (n == 0)
		return;
	l.numbers = arena_alloc(&scratch, docs, sizeof(*l.numbers));
	l.docs = arena_alloc(&scratch, docs, sizeof(*l.docs));
	for (size_t i = 0; i < n; i++)
		add_verdict(b, &l, c, &v[i], width, scratch);
	buf_add(b, STR("Sources:\n"));
	for (size_t i = 0; i < l.n; i++) {
		struct cite_source s = collate_source(c, l.docs[i]);

		s.number = i + 1;
		cite_source(b, &s, width, scratch);
	}
}
