/*
 * version.c - documents that repeat each other; see version.h.
 */
#include "version.h"

#include <stdlib.h>

#include "base/multi.h"

#define DOCS_MAX 64 /* documents of one sentence that are looked at */

/* A sentence of a document: which it is, and its words. */
struct part {
	uint32_t id, words;
	bool rival; /* id is a sentence that it contradicts */
};

struct doc {
	uint32_t leader;     /* the document it repeats, or itself */
	uint32_t version_of; /* the document it is a version of, or itself */
	size_t words;        /* of all its sentences */
};

/* A record of the present document. */
struct held {
	enum rec_type type;
	struct str line;
};

/* What an earlier document has in common with the present one. */
struct common {
	uint32_t doc;
	size_t words;  /* of sentences in both */
	size_t rivals; /* sentences that contradict */
};

struct version {
	struct arena *perm, scratch;
	struct version_options opt;
	struct near *near;
	struct multi docs_of; /* documents by sentence */
	struct docs *names;
	struct doc *docs;
	size_t n, docs_cap;
	bool open; /* a document has begun */
	/* The present document, in an arena of its own. */
	struct arena arena, mark;
	struct held *held;
	size_t nheld, held_cap;
	struct part *parts;
	size_t nparts, parts_cap;
	struct out *out;
	size_t made;
};

struct version *
version_open(struct arena *perm, const struct version_options *opt)
{
	struct version *v = arena_alloc(perm, 1, sizeof(*v));

	v->perm = perm;
	v->scratch = arena_new(0);
	v->opt = *opt;
	v->near = near_open(perm, opt->threshold, opt->exact);
	v->names = docs_open(perm);
	v->arena = v->mark = arena_new(0);
	return v;
}

/* Spreads the numbers of sentences over all tags, each its own. */
static uint32_t
tag_of(uint32_t id)
{
	return id * UINT32_C(0x9e3779b1);
}

static void
begin_doc(struct version *v, const struct rec *rec)
{
	uint32_t i = docs_begin(v->names, rec->doc, NULL);

	v->docs =
	    vec_room(v->perm, v->docs, v->n, &v->docs_cap, sizeof(*v->docs));
	v->docs[v->n++] = (struct doc){ i, i, 0 };
	v->arena = v->mark;
	v->held = NULL;
	v->parts = NULL;
	v->nheld = v->held_cap = v->nparts = v->parts_cap = 0;
	v->open = true;
}

static bool
is_aside(const struct rec *rec)
{
	struct str role = rec_raw(rec, "role");

	return str_is(role, "\"boilerplate\"") || str_is(role, "\"credit\"") ||
	    str_is(role, "\"url\"");
}

/* A copy of a fingerprint that lives as long as near. */
static uint32_t
new_sentence(struct version *v, const struct finger *f)
{
	struct finger kept = *f;
	struct near_place place = { .doc = (uint32_t)v->n - 1 };
	uint32_t *words = arena_alloc(v->perm, f->n, sizeof(*words));

	if (f->n > 0)
		memcpy(words, f->words, f->n * sizeof(*words));
	kept.words = words;
	return (uint32_t)near_add(v->near, &kept, place);
}

static void
see_sentence(struct version *v, const struct rec *rec, struct arena scratch)
{
	struct part part = { 0 };
	struct finger f;
	struct str text;
	size_t i;

	if (is_aside(rec) || !rec_str(rec, "text", &text, &scratch))
		return;
	f = finger_make(text, &scratch);
	part.words = (uint32_t)f.n;
	i = near_find(v->near, &f, false, scratch);
	if (i == NEAR_NONE) {
		size_t rival = near_rival(v->near, &f, scratch);

		part.id = new_sentence(v, &f);
		if (rival != NEAR_NONE) {
			v->parts = vec_room(&v->arena, v->parts, v->nparts,
			    &v->parts_cap, sizeof(*v->parts));
			v->parts[v->nparts++] =
			    (struct part){ (uint32_t)rival, 0, true };
		}
	} else {
		part.id = (uint32_t)i;
	}
	v->parts = vec_room(
	    &v->arena, v->parts, v->nparts, &v->parts_cap, sizeof(*v->parts));
	v->parts[v->nparts++] = part;
}

static int
by_id(const void *a, const void *b)
{
	const struct part *x = a, *y = b;

	if (x->rival != y->rival)
		return x->rival - y->rival;
	return (x->id > y->id) - (x->id < y->id);
}

/* Sorts the parts and leaves out what is said twice; the words of all. */
static size_t
settle_parts(struct version *v)
{
	size_t n = 0, words = 0;

	if (v->nparts > 0)
		qsort(v->parts, v->nparts, sizeof(*v->parts), by_id);
	for (size_t i = 0; i < v->nparts; i++) {
		if (n > 0 && by_id(&v->parts[n - 1], &v->parts[i]) == 0)
			continue;
		v->parts[n++] = v->parts[i];
		words += v->parts[i].words;
	}
	v->nparts = n;
	return words;
}

static int
by_doc(const void *a, const void *b)
{
	const struct common *x = a, *y = b;

	return (x->doc > y->doc) - (x->doc < y->doc);
}

/* All documents that share sentences with the present one, each once, in a. */
static struct common *
find_common(const struct version *v, size_t *count, struct arena *a)
{
	struct common *c = NULL;
	size_t n = 0, cap = 0, kept = 0;

	for (size_t i = 0; i < v->nparts; i++) {
		const struct part *p = &v->parts[i];
		uint32_t docs[DOCS_MAX];
		size_t got =
		    multi_get(&v->docs_of, tag_of(p->id), docs, DOCS_MAX);

		for (size_t j = 0; j < got; j++) {
			c = vec_room(a, c, n, &cap, sizeof(*c));
			c[n++] = (struct common){ docs[j], p->words, p->rival };
		}
	}
	if (n > 0)
		qsort(c, n, sizeof(*c), by_doc);
	for (size_t i = 0; i < n; i++) {
		if (kept > 0 && c[kept - 1].doc == c[i].doc) {
			c[kept - 1].words += c[i].words;
			c[kept - 1].rivals += c[i].rivals;
		} else {
			c[kept++] = c[i];
		}
	}
	*count = kept;
	return c;
}

static size_t
share(size_t part, size_t all)
{
	return all > 0 ? 100 * part / all : 0;
}

enum relation { APART, VERSION, REPEAT };

static enum relation
relation_of(const struct version *v, const struct common *c, size_t words)
{
	size_t later = share(c->words, words);
	size_t first = share(c->words, v->docs[c->doc].words);
	bool repeat = (later >= VERSION_LATER && first >= VERSION_FIRST) ||
	    (later >= VERSION_CUT && words >= VERSION_LEAST);

	if (repeat && c->rivals == 0)
		return REPEAT;
	return repeat || later >= VERSION_HALF || first >= VERSION_HALF
	    ? VERSION
	    : APART;
}

/* Whether the present document has more in common with b than with a: of the
 * words of both, as a share. */
static bool
is_closer(const struct version *v, const struct common *a,
    const struct common *b, size_t words)
{
	size_t of_a = v->docs[a->doc].words + words - a->words;
	size_t of_b = v->docs[b->doc].words + words - b->words;

	return (uint64_t)b->words * of_a > (uint64_t)a->words * of_b;
}

/* What the present document is to those before it, the closest of which goes
 * to *of; of those that are as close, the first. */
static enum relation
relate(const struct version *v, size_t words, uint32_t *of, struct arena a)
{
	size_t n, at = 0;
	const struct common *c = find_common(v, &n, &a);
	enum relation best = APART;

	for (size_t i = 0; i < n; i++) {
		enum relation r = relation_of(v, &c[i], words);

		if (r < best || r == APART ||
		    (r == best && !is_closer(v, &c[at], &c[i], words)))
			continue;
		best = r;
		at = i;
		*of = c[i].doc;
	}
	return best;
}

/* Enters the present document's sentences. */
static void
enter(struct version *v, uint32_t number)
{
	for (size_t i = 0; i < v->nparts; i++) {
		if (!v->parts[i].rival)
			(void)multi_add_below(&v->docs_of,
			    tag_of(v->parts[i].id), number, DOCS_MAX);
	}
}

static void
write_doc(struct version *v, enum relation r, uint32_t of)
{
	const char *key = r == REPEAT ? "dup_of" : "version_of";

	if (r == REPEAT && !v->opt.mark)
		return;
	for (size_t i = 0; i < v->nheld; i++) {
		struct arena a = v->scratch;
		struct str line = v->held[i].line;

		if (v->held[i].type == REC_DOC && r != APART && v->opt.mark)
			line = rec_with(line, key, docs_name(v->names, of), &a);
		out_line(v->out, v->held[i].type, line);
	}
}

static void
end_doc(struct version *v)
{
	uint32_t number, of;
	struct doc *d;
	enum relation r;

	if (!v->open)
		return;
	v->open = false;
	number = of = (uint32_t)v->n - 1;
	d = &v->docs[number];
	d->words = settle_parts(v);
	r = relate(v, d->words, &of, v->scratch);
	if (r == REPEAT)
		d->leader = of = v->docs[of].leader;
	else if (r == VERSION)
		d->version_of = of = v->docs[of].leader;
	v->made += r != REPEAT;
	enter(v, number);
	write_doc(v, r, of);
}

static bool
same_doc(const struct version *v, const struct rec *rec)
{
	return v->open &&
	    str_eq(docs_name(v->names, (uint32_t)v->n - 1),
		rec->doc.n > 0 ? rec->doc : STR("\"\""));
}

static void
see(struct version *v, const struct rec *rec)
{
	if (rec->type == REC_DOC || (rec->sent > 0 && !same_doc(v, rec))) {
		end_doc(v);
		begin_doc(v, rec);
	}
	if (!v->open) {
		out_rec(v->out, rec);
		return;
	}
	v->held = vec_room(
	    &v->arena, v->held, v->nheld, &v->held_cap, sizeof(*v->held));
	v->held[v->nheld++] =
	    (struct held){ rec->type, str_copy(&v->arena, rec->line) };
	if (rec->type == REC_SENTENCE)
		see_sentence(v, rec, v->scratch);
}

/* Documents by the one that they repeat, or are a version of, in order. */
struct lists {
	uint32_t *head, *next; /* number + 1, or 0 */
};

static struct lists
list_docs(const struct version *v, bool versions, struct arena *a)
{
	struct lists l = { arena_alloc(a, v->n + 1, sizeof(*l.head)),
		arena_alloc(a, v->n + 1, sizeof(*l.next)) };

	for (size_t i = v->n; i-- > 0;) {
		uint32_t of =
		    versions ? v->docs[i].version_of : v->docs[i].leader;

		if (of == i)
			continue;
		l.next[i] = l.head[of];
		l.head[of] = (uint32_t)i + 1;
	}
	return l;
}

static void
add_names(const struct version *v, struct buf *b, const char *key,
    const struct lists *l, size_t of)
{
	if (l->head[of] == 0)
		return;
	buf_add(b, str_of(key));
	for (uint32_t i = l->head[of]; i != 0; i = l->next[i - 1]) {
		buf_byte(b, i == l->head[of] ? '[' : ',');
		buf_add(b, docs_name(v->names, i - 1));
	}
	buf_byte(b, ']');
}

static void
write_groups(const struct version *v)
{
	struct arena a = v->scratch;
	struct lists repeats = list_docs(v, false, &a);
	struct lists versions = list_docs(v, true, &a);

	for (size_t i = 0; i < v->n; i++) {
		struct arena scratch = a;
		struct buf b = { .a = &scratch };

		if (repeats.head[i] == 0 && versions.head[i] == 0)
			continue;
		buf_add(&b, STR("{\"type\":\"group\",\"doc\":"));
		buf_add(&b, docs_name(v->names, (uint32_t)i));
		add_names(v, &b, ",\"docs\":", &repeats, i);
		add_names(v, &b, ",\"versions\":", &versions, i);
		buf_byte(&b, '}');
		out_line(v->out, REC_OTHER, buf_str(&b));
	}
}

size_t
version_run(struct version *v, struct feed *feed, struct out *out)
{
	struct rec rec;

	v->out = out;
	while (feed_next(feed, &rec))
		see(v, &rec);
	end_doc(v);
	if (v->opt.groups)
		write_groups(v);
	return v->made;
}
