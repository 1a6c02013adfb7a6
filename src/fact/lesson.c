/*
 * lesson.c - annotated documents as sentences to learn from; see lesson.h.
 */
#include "lesson.h"

#include "tag_feat.h"
#include "text/block.h"

/* A name of a sentence: bytes of its text. */
struct span {
	size_t sent, start, end;
	uint8_t label; /* of its first word, or UNKNOWN */
};

#define UNKNOWN TAG_LABELS

/* No sentence is as long as this. */
#define TEXT_MAX ((size_t)1 << 20)

struct teacher {
	struct lessons out; /* what the caller sees */
	const struct gaz *gaz;
	const struct tag_words *words;
	size_t cap;
	struct arena *perm;
	/* The document that is being read. */
	struct arena doc, empty;
	struct ent_sent *sents;
	struct span *spans; /* by sentence */
	size_t n_sents, n_spans, sents_cap, spans_cap;
	long sent; /* the number of the last sentence; 0: it is not read */
	unsigned source; /* of the document */
};

struct lessons *
lessons_open(
    const struct gaz *gaz, const struct tag_words *words, struct arena *perm)
{
	struct teacher *t = arena_alloc(perm, 1, sizeof(*t));

	t->gaz = gaz;
	t->words = words;
	t->perm = perm;
	t->doc = t->empty = arena_new(0);
	return &t->out;
}

static void
add_sentence(struct teacher *t, const struct rec *rec)
{
	struct arena *a = &t->doc;
	struct ent_sent s = { .n = 0 };
	struct str text, role;
	enum role is = ROLE_NONE;

	t->sent = 0;
	if (rec_str(rec, "role", &role, a))
		is = role_of(role);
	if ((is != ROLE_NONE && !role_is_read(is)) ||
	    !rec_str(rec, "text", &text, a) || text.n > TEXT_MAX)
		return;
	s.heading = is == ROLE_TITLE || is == ROLE_HEADING;
	s.t = token_split(str_copy(a, text), a);
	t->sents =
	    vec_room(a, t->sents, t->n_sents, &t->sents_cap, sizeof(*t->sents));
	t->sents[t->n_sents++] = s;
	t->sent = rec->sent;
}

static uint8_t label_of(struct str class)
{
	static const struct {
		const char *class;
		uint8_t label;
	} labels[] = { { "person", TAG_B_PERSON }, { "place", TAG_B_PLACE },
		{ "facility", TAG_B_PLACE }, { "org", TAG_B_ORG },
		{ "unit", TAG_B_ORG }, { "unknown", UNKNOWN } };

	for (size_t i = 0; i < COUNT(labels); i++)
		if (str_is(class, labels[i].class))
			return labels[i].label;
	return TAG_O;
}

static bool
add_span(struct teacher *t, const struct rec *rec)
{
	struct arena *a = &t->doc;
	struct span span = { .sent = t->n_sents - 1 };
	struct str class;

	if (t->sent == 0)
		return true; /* of a sentence that is not read */
	if (rec->sent != t->sent || !rec_size(rec, "start", &span.start) ||
	    !rec_size(rec, "end", &span.end) ||
	    !rec_str(rec, "class", &class, a) || span.start >= span.end ||
	    span.end > t->sents[span.sent].t.text.n)
		return false;
	span.label = label_of(class);
	t->spans =
	    vec_room(a, t->spans, t->n_spans, &t->spans_cap, sizeof(*t->spans));
	t->spans[t->n_spans++] = span;
	return true;
}

/* Labels the words of a span; false when it is not known what it is. */
static bool
label(const struct tokens *t, const struct span *span, uint8_t *labels)
{
	bool inside = false;

	for (size_t k = 0; k < t->n && span->label != UNKNOWN; k++) {
		if (t->v[k].end <= span->start || t->v[k].start >= span->end)
			continue;
		if (span->label != TAG_O)
			labels[k] = (uint8_t)(span->label + inside);
		inside = true;
	}
	return span->label != UNKNOWN;
}

/* Keeps a sentence's features, which are lent, and labels. */
static void
keep(struct teacher *t, const struct tag_features *f, const uint8_t *labels)
{
	struct arena *a = t->perm;
	struct learn_sent s = { .f.n = f->n, .source = t->source };

	s.f.at = arena_alloc(a, f->n + 1, sizeof(*s.f.at));
	memcpy(s.f.at, f->at, (f->n + 1) * sizeof(*s.f.at));
	s.f.f = arena_alloc(a, f->at[f->n], sizeof(*s.f.f));
	memcpy(s.f.f, f->f, f->at[f->n] * sizeof(*s.f.f));
	s.f.vectors = arena_alloc(a, f->n, sizeof(*s.f.vectors));
	memcpy(s.f.vectors, f->vectors, f->n * sizeof(*s.f.vectors));
	s.labels = arena_alloc(a, f->n, 1);
	memcpy(s.labels, labels, f->n);
	t->out.v = vec_room(a, t->out.v, t->out.n, &t->cap, sizeof(*t->out.v));
	t->out.v[t->out.n++] = s;
}

/* Whether a sentence may hold a name. */
static bool
is_lesson(const struct ent_line *line, const uint8_t *labels)
{
	for (size_t k = 0; k < line->t->n; k++)
		if (line->w[k].cap || labels[k] != TAG_O)
			return true;
	return false;
}

/* One sentence of a document that was read, with the spans [span, spans), if
 * all of it is known. */
static void
learn_sentence(struct teacher *t, const struct tag_feat *feat, size_t sent,
    const struct cand *cands, size_t n, size_t span, size_t spans)
{
	struct arena a = t->doc;
	const struct tokens *words = &t->sents[sent].t;
	uint8_t *labels = arena_alloc(&a, words->n, 1);
	struct tag_features f;

	for (; span < spans; span++)
		if (!label(words, &t->spans[span], labels))
			return;
	if (!is_lesson(&feat->doc->lines[sent], labels))
		return;
	f = tag_features(feat, sent, cands, n, &a);
	keep(t, &f, labels);
}

void
lessons_end(struct lessons *lessons)
{
	struct teacher *t = (struct teacher *)lessons;
	struct tag_feat feat;
	struct ent_doc d;
	size_t cand = 0, span = 0;

	ent_read(&d, t->gaz, t->sents, t->n_sents, &t->doc);
	ent_vote(&d, t->doc);
	tag_feat_init(&feat, &d, t->words);
	feat.all = true;
	for (size_t i = 0; i < t->n_sents; i++) {
		size_t c = cand, s = span;

		while (cand < d.n && d.v[cand].sent == i)
			cand++;
		while (span < t->n_spans && t->spans[span].sent == i)
			span++;
		learn_sentence(
		    t, &feat, i, cands_from(&d, c), cand - c, s, span);
	}
	t->doc = t->empty;
	t->sents = NULL;
	t->spans = NULL;
	t->n_sents = t->n_spans = t->sents_cap = t->spans_cap = 0;
	t->sent = 0;
}

/* Notes the source of a document; those beyond the room count as the last. */
static void
note_source(struct teacher *t, const struct rec *rec)
{
	struct lessons *o = &t->out;
	struct str name = STR("");

	(void)rec_str(rec, "source", &name, &t->doc);
	for (t->source = 0; t->source < o->n_sources; t->source++)
		if (str_eq(o->sources[t->source], name))
			return;
	if (o->n_sources < LEARN_SOURCES)
		o->sources[o->n_sources++] = str_copy(t->perm, name);
	t->source = o->n_sources - 1;
}

unsigned
lessons_source(const struct lessons *lessons, struct str name)
{
	for (unsigned i = 0; i < lessons->n_sources; i++)
		if (str_eq(lessons->sources[i], name))
			return i;
	return 0;
}

bool
lessons_rec(struct lessons *lessons, const struct rec *rec, struct err *err)
{
	struct teacher *t = (struct teacher *)lessons;

	if (rec->type == REC_DOC) {
		lessons_end(lessons);
		note_source(t, rec);
	} else if (rec->type == REC_SENTENCE)
		add_sentence(t, rec);
	else if (rec->type == REC_ENTITY && !add_span(t, rec)) {
		*err =
		    (struct err){ "an entity that is not in its sentence", 0 };
		return false;
	}
	return true;
}
