/*
 * lesson.c - annotated articles as sentences to learn from; see lesson.h.
 */
#include "lesson.h"

#include <stdlib.h>

#include "tag_feat.h"
#include "text/normal.h"

struct span {
	size_t start, end;
	enum tag_label label; /* of its first word; TAG_LABELS: unknown */
};

struct annotated {
	struct span *v; /* by start */
	size_t n, cap;
};

static enum tag_label label_of(struct str class)
{
	static const struct {
		const char *class;
		enum tag_label label;
	} labels[] = { { "person", TAG_B_PERSON }, { "place", TAG_B_PLACE },
		{ "facility", TAG_B_PLACE }, { "org", TAG_B_ORG },
		{ "unit", TAG_B_ORG }, { "unknown", TAG_LABELS } };

	for (size_t i = 0; i < COUNT(labels); i++)
		if (str_is(class, labels[i].class))
			return labels[i].label;
	return TAG_O;
}

static int
by_start(const void *a, const void *b)
{
	const struct span *x = a, *y = b;

	if (x->start != y->start)
		return x->start < y->start ? -1 : 1;
	return x->end > y->end ? -1 : x->end < y->end;
}

/* Reads "[{...},{...}]"; the objects in it are flat. */
static bool
read_spans(struct annotated *an, struct str raw, struct arena *a)
{
	size_t at = str_find(raw, STR("{"), 0);

	while (at < raw.n) {
		size_t end = str_find(raw, STR("}"), at);
		struct span span;
		struct str class;
		struct err err;
		struct rec rec;

		if (end == raw.n ||
		    !rec_parse(str_cut(raw, at, end + 1), &rec, a, &err) ||
		    !rec_size(&rec, "start", &span.start) ||
		    !rec_size(&rec, "end", &span.end) ||
		    !rec_str(&rec, "class", &class, a))
			return false;
		span.label = label_of(class);
		an->v = vec_room(a, an->v, an->n, &an->cap, sizeof(*an->v));
		an->v[an->n++] = span;
		at = str_find(raw, STR("{"), end);
	}
	if (an->n > 0)
		qsort(an->v, an->n, sizeof(*an->v), by_start);
	return true;
}

/* A sentence and where it begins in the text. */
struct place {
	size_t start;
};

struct reading {
	struct ent_sent *sents;
	struct place *places;
	size_t n, cap, places_cap;
};

static void
read_sentence(struct reading *r, struct str line, struct arena *a)
{
	struct ent_sent s = { .n = 0 };
	struct str text, role;
	struct rec rec;
	struct err err;

	if (!rec_parse(line, &rec, a, &err) || rec.type != REC_SENTENCE ||
	    !rec_str(&rec, "text", &text, a))
		return;
	if (rec_str(&rec, "role", &role, a))
		s.heading = role_of(role) == ROLE_TITLE ||
		    role_of(role) == ROLE_HEADING;
	s.t = token_split(text, a);
	r->sents = vec_room(a, r->sents, r->n, &r->cap, sizeof(*r->sents));
	r->places =
	    vec_room(a, r->places, r->n, &r->places_cap, sizeof(*r->places));
	(void)rec_size(&rec, "start", &r->places[r->n].start);
	r->sents[r->n++] = s;
}

/* The sentences of a text, not repaired: places stay. */
static struct reading
read_text(struct str text, struct arena *a, struct arena scratch)
{
	static const struct normal_rules raw = { .lang = { "en", 2 },
		.raw = true };
	struct normal_meta meta = {
		.doc = STR("\"-\""), .decoded = true, .rules = &raw
	};
	struct reading r = { .n = 0 };
	struct buf made = { .a = a };
	struct out *out = out_memory(a, &made);
	struct normal_said said;
	struct str all;

	(void)normal_source(text, &meta, out, scratch, &said);
	out_flush(out);
	all = buf_str(&made);
	for (size_t at = 0, end; at < all.n; at = end + 1) {
		end = str_find(all, STR("\n"), at);
		read_sentence(&r, str_cut(all, at, end), a);
	}
	return r;
}

/* The labels of a sentence that begins at start; false when one is not known.
 * *from is the first span that may reach into it. */
static bool
label(const struct tokens *t, size_t start, const struct annotated *an,
    size_t *from, uint8_t *labels)
{
	size_t i = *from;

	for (size_t k = 0; k < t->n; k++) {
		size_t at = start + t->v[k].start, end = start + t->v[k].end;

		while (i < an->n && an->v[i].end <= at)
			i++;
		if (i == an->n || an->v[i].start >= end)
			continue;
		if (an->v[i].label == TAG_LABELS)
			return false;
		if (an->v[i].label == TAG_O)
			continue;
		labels[k] = (uint8_t)an->v[i].label;
		if (k > 0 && an->v[i].start < at &&
		    start + t->v[k - 1].end > an->v[i].start)
			labels[k]++;
	}
	*from = i;
	return true;
}

struct lessons *
lessons_open(
    const struct gaz *gaz, const struct tag_words *words, struct arena *perm)
{
	struct lessons *l = arena_alloc(perm, 1, sizeof(*l));

	l->gaz = gaz;
	l->words = words;
	l->a = perm;
	l->doc = arena_new(0);
	l->page = arena_new(0);
	return l;
}

/* Keeps a sentence's features, which are in scratch, and labels. */
static void
keep(struct lessons *l, const struct tag_features *f, const uint8_t *labels)
{
	struct learn_sent s = { .f.n = f->n };

	s.f.at = arena_alloc(l->a, f->n + 1, sizeof(*s.f.at));
	memcpy(s.f.at, f->at, (f->n + 1) * sizeof(*s.f.at));
	s.f.f = arena_alloc(l->a, f->at[f->n], sizeof(*s.f.f));
	memcpy(s.f.f, f->f, f->at[f->n] * sizeof(*s.f.f));
	s.labels = arena_alloc(l->a, f->n, 1);
	memcpy(s.labels, labels, f->n);
	l->v = vec_room(l->a, l->v, l->n, &l->cap, sizeof(*l->v));
	l->v[l->n++] = s;
}

bool
lessons_add(struct lessons *l, const struct rec *article, struct arena scratch,
    struct err *err)
{
	struct annotated an = { .n = 0 };
	struct arena doc = l->doc;
	struct reading r;
	struct tag_feat feat;
	struct ent_doc d;
	struct str text;
	size_t at = 0, from = 0;

	*err = (struct err){ "no \"text\"", 0 };
	if (!rec_str(article, "text", &text, &scratch))
		return false;
	err->why = "\"entities\" are no spans with a class";
	if (!read_spans(&an, rec_raw(article, "entities"), &scratch))
		return false;
	r = read_text(text, &doc, l->page);
	ent_read(&d, l->gaz, r.sents, r.n, &doc);
	ent_vote(&d, doc);
	tag_feat_init(&feat, &d, l->words);
	for (size_t i = 0; i < r.n; i++) {
		struct arena a = doc;
		const struct tokens *t = &r.sents[i].t;
		uint8_t *labels = arena_alloc(&a, t->n, 1);
		size_t first = at;
		struct tag_features f;

		while (at < d.n && d.v[at].sent == i)
			at++;
		if (t->n == 0 ||
		    !label(t, r.places[i].start, &an, &from, labels))
			continue;
		f = tag_features(&feat, i, d.v + first, at - first, &a);
		keep(l, &f, labels);
	}
	return true;
}
