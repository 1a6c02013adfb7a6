/*
 * collate.c - a stream of records, as what its documents say; see collate.h.
 */
#include "collate.h"

#include "alike.h"
#include "denial.h"
#include "near.h"

#define TEXT_MAX ((size_t)64 * 1024) /* nothing longer is a sentence */
#define WORDS_MIN 5                  /* a shorter sentence is nobody's own */

struct collate {
	struct arena *perm, scratch;
	struct docs *docs;
	struct near *near;
	struct map names; /* raw names of documents */
	uint32_t *number; /* in docs, of each */
	size_t number_cap;
	struct cite_source *sources; /* by number */
	size_t nsources, sources_cap;
	uint32_t doc; /* the present one; DOCS_NONE: none */
	struct str name;
	struct sheet sheet;
	struct topics topics;
	struct denials denials;
};

struct collate *
collate_open(struct arena *perm)
{
	struct collate *c = arena_alloc(perm, 1, sizeof(*c));

	c->perm = perm;
	c->scratch = arena_new(0);
	c->docs = docs_open(perm);
	c->near = near_open(perm, ALIKE_THRESHOLD, false);
	c->doc = DOCS_NONE;
	map_init(&c->names, perm);
	sheet_init(&c->sheet, perm);
	topics_init(&c->topics, perm);
	denials_init(&c->denials, perm);
	return c;
}

/* Reads the figures of the document that is complete. */
static void
end_doc(struct collate *c)
{
	struct figure *v;
	size_t n;

	if (c->doc == DOCS_NONE)
		return;
	sheet_close(&c->sheet);
	n = figure_read(&c->sheet, c->doc, c->perm, &v);
	for (size_t i = 0; i < n; i++) {
		if (v[i].said != NULL)
			denials_add(&c->denials, &v[i]);
		else
			topics_add(&c->topics, &v[i]);
	}
	sheet_reset(&c->sheet);
}

/* Remembers what a doc record says of the document begun last. */
static void
keep_source(struct collate *c, const struct rec *rec, struct str name)
{
	struct cite_source *s;

	c->sources = vec_room(c->perm, c->sources, c->nsources, &c->sources_cap,
	    sizeof(*c->sources));
	s = &c->sources[c->nsources++];
	*s = (struct cite_source){ 0 };
	s->name = str_copy(c->perm, json_decode(name, c->perm));
	if (rec->type != REC_DOC)
		return;
	rec_str(rec, "title", &s->title, c->perm);
	rec_str(rec, "source", &s->source, c->perm);
	rec_str(rec, "published", &s->published, c->perm);
	s->title = str_copy(c->perm, s->title);
	s->source = str_copy(c->perm, s->source);
	s->published = str_copy(c->perm, s->published);
}

struct cite_source
collate_source(const struct collate *c, uint32_t doc)
{
	return c->sources[doc];
}

/* The present document is that of the record: one that comes again, as where
 * records are out of order, has its number still.  A second doc record of one
 * name, as of two texts on standard input, begins the sentences anew. */
static void
turn_to(struct collate *c, const struct rec *rec)
{
	struct str name = rec->doc.n > 0 ? rec->doc : STR("\"\"");
	size_t known = c->names.n, i;

	if (rec->type != REC_DOC && c->doc != DOCS_NONE &&
	    str_eq(c->name, name))
		return;
	end_doc(c);
	i = map_put(&c->names, name);
	c->name = map_key(&c->names, i);
	if (i == known) {
		c->number = vec_room(
		    c->perm, c->number, i, &c->number_cap, sizeof(*c->number));
		c->number[i] = docs_begin(
		    c->docs, name, rec->type == REC_DOC ? rec : NULL);
		keep_source(c, rec, name);
	}
	c->doc = c->number[i];
}

/* The document that said a sentence first. */
static uint32_t
origin_of(struct collate *c, struct str text, long sent)
{
	struct finger f = finger_make(text, &c->scratch);
	struct near_place place = { .doc = c->doc, .sent = (uint32_t)sent };
	uint32_t *words;
	size_t first;

	if (f.n < WORDS_MIN)
		return c->doc;
	first = near_find(c->near, &f, false, c->scratch);
	if (first != NEAR_NONE)
		return near_place(c->near, first).doc;
	words = arena_alloc(c->perm, f.n, sizeof(*words));
	memcpy(words, f.words, f.n * sizeof(*words));
	f.words = words;
	near_add(c->near, &f, place);
	return c->doc;
}

static bool
is_text(const struct rec *rec)
{
	static const char *const aside[] = { "\"boilerplate\"", "\"credit\"",
		"\"url\"" };

	for (size_t i = 0; i < COUNT(aside); i++) {
		if (str_is(rec_raw(rec, "role"), aside[i]))
			return false;
	}
	return true;
}

static void
take_sentence(struct collate *c, const struct rec *rec)
{
	struct arena mark = c->scratch;
	struct str text;
	uint32_t origin;

	if (!is_text(rec) || !rec_str(rec, "text", &text, &c->scratch) ||
	    text.n > TEXT_MAX)
		return;
	origin = origin_of(c, text, rec->sent);
	docs_sentence(c->docs, origin == c->doc ? DOCS_NONE : origin);
	sheet_sentence(&c->sheet, rec, text, origin);
	c->scratch = mark;
}

void
collate_rec(struct collate *c, const struct rec *rec)
{
	switch (rec->type) {
	case REC_DOC:
		turn_to(c, rec);
		sheet_doc(&c->sheet, rec);
		break;
	case REC_SENTENCE:
		turn_to(c, rec);
		take_sentence(c, rec);
		break;
	case REC_ENTITY:
	case REC_NUMBER:
	case REC_DATE:
	case REC_CLAIM:
		turn_to(c, rec);
		sheet_mention(&c->sheet, rec);
		break;
	default:
		break;
	}
}

size_t
collate_close(struct collate *c, struct verdict **v)
{
	end_doc(c);
	denials_close(&c->denials, &c->topics);
	return verdict_all(&c->topics, c->docs, c->perm, v);
}

const struct docs *
collate_docs(const struct collate *c)
{
	return c->docs;
}

const struct sheet *
collate_sheet(const struct collate *c)
{
	return &c->sheet;
}
