/*
 * repeat.c - a stream of records without its repeats; see repeat.h.
 */
#include "repeat.h"

#include <string.h>

#include "base/map.h"
#include "near.h"

#define WORDS_MIN 3 /* what is shorter says nothing by itself */

#define KEPT_BYTES 128 /* about, of a sentence in a state file */

#define SENT_TITLE 1u
#define SENT_ASIDE 2u

/* A leader in a state file; its words follow. */
struct kept {
	uint64_t key[2];
	uint32_t sent, flags;
};

struct repeat {
	struct arena *perm;
	struct docs *docs;
	struct repeat_options opt;
	struct near *near;
	struct str doc;          /* raw JSON name of the present document */
	uint32_t number;         /* in docs; DOCS_NONE before the first */
	struct map dropped;      /* its repeats: the bytes of their number */
	struct arena keys, mark; /* of dropped */
	size_t of;               /* the leader that was repeated last */
	bool after_repeat;       /* the sentence before is a repeat */
};

struct repeat *
repeat_open(
    struct arena *perm, struct docs *docs, const struct repeat_options *opt)
{
	struct repeat *r = arena_alloc(perm, 1, sizeof(*r));

	r->perm = perm;
	r->docs = docs;
	r->opt = *opt;
	r->near = near_open(perm, opt->threshold, opt->exact);
	r->number = DOCS_NONE;
	r->keys = r->mark = arena_new(0);
	map_init(&r->dropped, &r->keys);
	return r;
}

void
repeat_expect(struct repeat *r, size_t bytes)
{
	near_expect(r->near, bytes / KEPT_BYTES);
}

struct repeat_kept
repeat_kept(struct str body)
{
	struct repeat_kept kept = { 0, 0 };
	struct kept k;

	if (body.n < sizeof(k))
		return kept;
	memcpy(&k, body.p, sizeof(k));
	kept.sent = k.sent;
	kept.words = (body.n - sizeof(k)) / sizeof(uint32_t);
	return kept;
}

struct finger
repeat_finger(struct str body)
{
	struct finger f = { 0 };
	struct kept k;

	memcpy(&k, body.p, sizeof(k.key));
	memcpy(f.key, k.key, sizeof(f.key));
	if (body.n < sizeof(k))
		return f;
	/* Items are aligned, so the words need not be copied. */
	f.words = (const uint32_t *)(const void *)(body.p + sizeof(k));
	f.n = (body.n - sizeof(k)) / sizeof(*f.words);
	return f;
}

static void
add_kept(struct keep *keep, const struct kept *k, const struct finger *f)
{
	keep_add(keep, KEEP_SENTENCE,
	    (struct str){ (const char *)k, sizeof(*k) },
	    (struct str){ (const char *)f->words, f->n * sizeof(*f->words) });
}

void
repeat_keep(struct keep *keep, const struct finger *f)
{
	struct kept k = { { f->key[0], f->key[1] }, 0, 0 };

	add_kept(keep, &k, f);
}

void
repeat_recall(struct repeat *r, const struct store_item *item)
{
	struct near_place place = { 0 };
	struct finger f;
	struct kept k;

	if (item->kind == KEEP_DOC) {
		docs_begin(r->docs, item->body, NULL);
		return;
	}
	if (item->body.n < sizeof(k) || docs_count(r->docs) == 0)
		return;
	memcpy(&k, item->body.p, sizeof(k));
	f = repeat_finger(item->body);
	place.doc = (uint32_t)docs_count(r->docs) - 1;
	place.sent = k.sent;
	place.title = (k.flags & SENT_TITLE) != 0;
	place.aside = (k.flags & SENT_ASIDE) != 0;
	near_add(r->near, &f, place);
}

uint32_t
repeat_doc(const struct repeat *r)
{
	return r->number;
}

/* Begins a document at its doc record, or at a record of another name. */
static void
begin_doc(struct repeat *r, const struct rec *rec)
{
	r->number =
	    docs_begin(r->docs, rec->doc, rec->type == REC_DOC ? rec : NULL);
	r->doc = docs_name(r->docs, r->number);
	if (r->opt.keep != NULL)
		keep_doc(r->opt.keep, r->doc);
	r->after_repeat = true; /* nothing stands before */
	map_reset(&r->dropped);
	r->keys = r->mark;
}

static bool
same_doc(const struct repeat *r, const struct rec *rec)
{
	return r->number != DOCS_NONE &&
	    str_eq(r->doc, rec->doc.n > 0 ? rec->doc : STR("\"\""));
}

static struct near_place
place_of(const struct repeat *r, const struct rec *rec)
{
	struct str role = rec_raw(rec, "role");
	struct near_place place = { .doc = r->number };

	if (rec->sent > 0 && rec->sent <= UINT32_MAX)
		place.sent = (uint32_t)rec->sent;
	place.title = str_is(role, "\"title\"");
	place.aside = str_is(role, "\"boilerplate\"") ||
	    str_is(role, "\"credit\"") || str_is(role, "\"url\"");
	return place;
}

/* Whether a sentence that stands again is none the less in its place. */
static bool
belongs(const struct repeat *r, const struct rec *rec, struct near_place place)
{
	struct near_place of = near_place(r->near, r->of);
	struct str role = rec_raw(rec, "role");
	/* A page that is read again has its name again. */
	bool own = str_eq(docs_name(r->docs, of.doc), r->doc);

	if (str_is(role, "\"credit\"") && !r->after_repeat)
		return true;
	if (place.aside && of.aside && !own)
		return !r->opt.drop;
	return of.doc == place.doc && of.title &&
	    (place.title || str_is(role, "\"heading\""));
}

static void
remember(struct repeat *r, struct finger f, struct near_place place)
{
	uint32_t *words = arena_alloc(r->perm, f.n, sizeof(*words));
	struct kept k = { { f.key[0], f.key[1] }, place.sent,
		(place.title ? SENT_TITLE : 0) |
		    (place.aside ? SENT_ASIDE : 0) };

	if (f.n > 0)
		memcpy(words, f.words, f.n * sizeof(*words));
	f.words = words;
	near_add(r->near, &f, place);
	if (r->opt.keep != NULL)
		add_kept(r->opt.keep, &k, &f);
}

/* The bytes of a sentence's number, as a key of dropped. */
static struct str
sent_key(const struct rec *rec)
{
	return (struct str){ (const char *)&rec->sent, sizeof(rec->sent) };
}

/* Makes the key of a short sentence one of its document. */
static void
own_key(const struct repeat *r, struct finger *f, struct arena scratch)
{
	struct buf b = { .a = &scratch };

	buf_add(&b, (struct str){ (const char *)f->key, sizeof(f->key) });
	buf_add(&b, r->doc);
	finger_key(buf_str(&b), f->key);
}

/* Whether a sentence is a repeat; sets r->of to the leader that has been
 * there, if any.  One that is new is remembered. */
static bool
is_repeat(struct repeat *r, const struct rec *rec, struct near_place place,
    struct arena scratch)
{
	struct finger f;
	struct str text;

	r->of = NEAR_NONE;
	if (rec_raw(rec, "dup_of").n > 0)
		return true;
	if (!rec_str(rec, "text", &text, &scratch))
		return false;
	f = finger_make(text, &scratch);
	if (f.n < WORDS_MIN && !place.aside)
		own_key(r, &f, scratch);
	if (f.n > REPEAT_WORDS_MAX)
		f.n = 0;
	r->of = near_find(r->near, &f, place.aside, scratch);
	if (r->of == NEAR_NONE) {
		remember(r, f, place);
		return false;
	}
	if (r->opt.keep != NULL)
		keep_seen(r->opt.keep, near_key(r->near, r->of));
	return !belongs(r, rec, place);
}

static enum repeat_kind
see_sentence(struct repeat *r, const struct rec *rec, struct arena scratch)
{
	struct near_place place = place_of(r, rec);

	r->after_repeat = is_repeat(r, rec, place, scratch);
	if (!place.aside)
		docs_sentence(r->docs,
		    r->after_repeat && r->of != NEAR_NONE
			? near_place(r->near, r->of).doc
			: DOCS_NONE);
	if (!r->after_repeat)
		return place.aside || r->of != NEAR_NONE ? REPEAT_OTHER
							 : REPEAT_NEW;
	map_put(&r->dropped, sent_key(rec));
	return REPEAT_SENTENCE;
}

enum repeat_kind
repeat_see(struct repeat *r, const struct rec *rec, struct arena scratch)
{
	switch (rec->type) {
	case REC_DOC:
		begin_doc(r, rec);
		return REPEAT_OTHER;
	case REC_SENTENCE:
		if (!same_doc(r, rec))
			begin_doc(r, rec);
		return see_sentence(r, rec, scratch);
	case REC_ENTITY:
	case REC_NUMBER:
	case REC_DATE:
	case REC_CLAIM:
		if (!same_doc(r, rec))
			begin_doc(r, rec);
		return map_find(&r->dropped, sent_key(rec)) != MAP_NONE
		    ? REPEAT_MENTION
		    : REPEAT_OTHER;
	default:
		return REPEAT_OTHER;
	}
}

struct str
repeat_marked(const struct repeat *r, const struct rec *rec, struct arena *a)
{
	struct near_place of;

	if (r->of == NEAR_NONE)
		return rec->line;
	of = near_place(r->near, r->of);
	return rec_with(rec->line, "dup_of",
	    docs_cite(r->docs, of.doc, (long)of.sent, a), a);
}
