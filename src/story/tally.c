/*
 * tally.c - facts merged over documents; see tally.h.
 */
#include "tally.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/map.h"
#include "same.h"

#define VIA_NONE UINT32_MAX
#define BESIDE 8 /* numbers before one that may state the same */

/* A key of a record that is kept. */
struct key {
	const char *name;
	struct str val; /* raw JSON */
};

/* A document that has a fact, and who reported it there. */
struct hearing {
	uint32_t doc, via;
};

struct fact {
	enum rec_type of;
	struct key *keys; /* of its first mention, but for the place */
	size_t nkeys;
	struct hearing *v; /* in the order of documents */
	size_t n, cap;
	size_t count; /* mentions */
	long first;   /* sentence, in the first document */
};

/* A number of the present sentence: where it starts, and which number it
 * repeats by same_as. */
struct mention {
	size_t start, same_as; /* SAME_NEW: none */
	size_t fact;
};

struct tally {
	struct arena *perm;
	struct docs *docs;
	struct keep *keep;
	bool merge; /* else only what is shown matters */
	struct same *same;
	struct fact *facts;
	size_t n, cap;
	uint32_t doc; /* of the present sentence */
	long sent;
	struct mention *mentions; /* its numbers */
	size_t nmentions, mentions_cap;
	struct map names, vias; /* of keys; of media */
	bool *shown;            /* statements that were passed on */
	size_t shown_n, shown_cap;
};

struct tally *
tally_open(struct arena *perm, struct docs *docs, struct keep *keep, bool merge)
{
	struct tally *t = arena_alloc(perm, 1, sizeof(*t));

	t->perm = perm;
	t->docs = docs;
	t->keep = keep;
	t->merge = merge;
	t->same = same_open(perm);
	t->doc = DOCS_NONE;
	map_init(&t->names, perm);
	map_init(&t->vias, perm);
	return t;
}

/* Makes room for statement form in shown. */
static bool *
shown(struct tally *t, size_t form)
{
	while (t->shown_n <= form) {
		t->shown = vec_room(t->perm, t->shown, t->shown_n,
		    &t->shown_cap, sizeof(*t->shown));
		t->shown[t->shown_n++] = false;
	}
	return &t->shown[form];
}

static struct fact *
fact_at(struct tally *t, size_t i)
{
	while (t->n <= i) {
		t->facts = vec_room(
		    t->perm, t->facts, t->n, &t->cap, sizeof(*t->facts));
		t->facts[t->n++] = (struct fact){ 0 };
	}
	return &t->facts[i];
}

void
tally_recall(struct tally *t, const struct store_item *item)
{
	struct same_id id;

	if (item->body.n != sizeof(id))
		return;
	memcpy(&id, item->body.p, sizeof(id));
	*shown(t, same_put(t->same, &id, SAME_NEW).form) = true;
}

/* A key's name as a C string that lives on; there are few. */
static const char *
name_of(struct tally *t, struct str key, struct arena scratch)
{
	struct buf b = { .a = &scratch };

	buf_add(&b, key);
	buf_byte(&b, '\0');
	return map_key(&t->names, map_put(&t->names, buf_str(&b))).p;
}

/* Whether a key says where a mention stands, not what it states. */
static bool
is_place(struct str key)
{
	/* "of" is here as a fact has one of its own. */
	static const char *const places[] = { "type", "of", "doc", "sent",
		"start", "end", "same_as", "to", "dup_of", "count", "docs",
		"origins", "first" };

	for (size_t i = 0; i < COUNT(places); i++) {
		if (str_is(key, places[i]))
			return true;
	}
	return false;
}

static void
begin_fact(struct tally *t, struct fact *f, const struct rec *rec,
    struct arena scratch)
{
	f->of = rec->type;
	f->first = rec->sent;
	f->keys = arena_alloc(t->perm, rec->n, sizeof(*f->keys));
	for (size_t i = 0; i < rec->n; i++) {
		if (is_place(rec->fields[i].key))
			continue;
		f->keys[f->nkeys++] = (struct key){
			name_of(t, rec->fields[i].key, scratch),
			str_copy(t->perm, rec->fields[i].val),
		};
	}
}

/* The medium that reported a claim, by number. */
static uint32_t
via_of(struct tally *t, const struct rec *rec)
{
	struct str via = rec_raw(rec, "via");

	return via.n > 0 ? (uint32_t)map_put(&t->vias, via) : VIA_NONE;
}

static void
hear(struct tally *t, struct fact *f, uint32_t doc, uint32_t via)
{
	if (f->n > 0 && f->v[f->n - 1].doc == doc && f->v[f->n - 1].via == via)
		return;
	f->v = vec_room(t->perm, f->v, f->n, &f->cap, sizeof(*f->v));
	f->v[f->n++] = (struct hearing){ doc, via };
}

/* The number of this sentence that a number repeats, or is repeated by, in
 * another unit; NULL for none. */
static const struct mention *
partner(const struct tally *t, size_t start, size_t same_as)
{
	size_t i = t->nmentions > BESIDE ? t->nmentions - BESIDE : 0;

	for (; i < t->nmentions; i++) {
		const struct mention *m = &t->mentions[i];

		if (m->start == same_as || m->same_as == start)
			return m;
	}
	return NULL;
}

static void
begin_sentence(struct tally *t, uint32_t doc, long sent)
{
	if (t->doc == doc && t->sent == sent)
		return;
	t->doc = doc;
	t->sent = sent;
	t->nmentions = 0;
}

/* The statement of a mention; *again is set for a number that only repeats
 * one of its sentence in another unit. */
static struct same_at
statement(struct tally *t, const struct rec *rec, const struct same_id *id,
    bool *again)
{
	size_t start, same_as;
	const struct mention *with;
	struct same_at at;

	*again = false;
	if (rec->type != REC_NUMBER || !rec_size(rec, "start", &start))
		return same_put(t->same, id, SAME_NEW);
	if (!rec_size(rec, "same_as", &same_as))
		same_as = SAME_NEW;
	with = partner(t, start, same_as);
	*again = with != NULL;
	at = same_put(t->same, id, *again ? with->fact : SAME_NEW);
	t->mentions = vec_room(t->perm, t->mentions, t->nmentions,
	    &t->mentions_cap, sizeof(*t->mentions));
	t->mentions[t->nmentions++] =
	    (struct mention){ start, same_as, *again ? with->fact : at.fact };
	return at;
}

static struct set_key
key_of(const struct same_id *id)
{
	return (struct set_key){ { id->key[0], id->key[1] } };
}

bool
tally_see(struct tally *t, const struct rec *rec, uint32_t doc, bool passes,
    struct arena scratch)
{
	struct same_id id;
	struct same_at at;
	bool again;

	if (!same_id(rec, &id, scratch))
		return passes;
	begin_sentence(t, doc, rec->sent);
	at = statement(t, rec, &id, &again);
	if (t->merge && !again) {
		struct fact *f = fact_at(t, at.fact);

		if (f->count++ == 0)
			begin_fact(t, f, rec, scratch);
		hear(t, f, doc, via_of(t, rec));
	}
	if (*shown(t, at.form) && t->keep != NULL)
		keep_seen(t->keep, key_of(&id));
	if (!passes || *shown(t, at.form))
		return false;
	*shown(t, at.form) = true;
	if (t->keep != NULL)
		keep_add(t->keep, KEEP_FACT,
		    (struct str){ (const char *)&id, sizeof(id) }, STR(""));
	return true;
}

static int
by_number(const void *a, const void *b)
{
	uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;

	return (x > y) - (x < y);
}

/* How many independent sources a fact has. */
static size_t
origins(const struct tally *t, const struct fact *f, struct arena scratch)
{
	uint64_t *v = arena_alloc(&scratch, f->n, sizeof(*v));
	size_t n = 0;

	for (size_t i = 0; i < f->n; i++) {
		v[i] = f->v[i].via == VIA_NONE
		    ? docs_origin(t->docs, f->v[i].doc)
		    : (uint64_t)1 << 32 | f->v[i].via;
	}
	qsort(v, f->n, sizeof(*v), by_number);
	for (size_t i = 0; i < f->n; i++)
		n += i == 0 || v[i] != v[i - 1];
	return n;
}

/* The documents of a fact as a JSON array. */
static struct str
doc_list(const struct tally *t, const struct fact *f, struct arena *a)
{
	struct buf b = { .a = a };

	for (size_t i = 0; i < f->n; i++) {
		if (i > 0 && f->v[i].doc == f->v[i - 1].doc)
			continue;
		buf_byte(&b, i > 0 ? ',' : '[');
		buf_add(&b, docs_name(t->docs, f->v[i].doc));
	}
	buf_byte(&b, ']');
	return buf_str(&b);
}

static void
write_fact(const struct tally *t, const struct fact *f, struct out *out,
    struct arena scratch)
{
	out_begin(out, REC_FACT, NULL);
	out_str(out, "of", str_of(rec_type_name(f->of)));
	for (size_t i = 0; i < f->nkeys; i++)
		out_raw(out, f->keys[i].name, f->keys[i].val);
	out_int(out, "count", (long long)f->count);
	out_raw(out, "docs", doc_list(t, f, &scratch));
	out_int(out, "origins", (long long)origins(t, f, scratch));
	out_raw(
	    out, "first", docs_cite(t->docs, f->v[0].doc, f->first, &scratch));
	out_end(out);
}

size_t
tally_write(struct tally *t, struct out *out, struct arena scratch)
{
	size_t n = 0;

	for (size_t i = 0; i < t->n; i++) {
		if (t->facts[i].count == 0)
			continue;
		write_fact(t, &t->facts[i], out, scratch);
		n++;
	}
	return n;
}
