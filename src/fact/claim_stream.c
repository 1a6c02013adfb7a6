/*
 * claim_stream.c - the claim records of a stream; see claim_stream.h.
 */
#include "claim_stream.h"

#include "base/map.h"
#include "claim.h"
#include "mention.h"
#include "text/block.h"
#include "text/lang.h"

/* A document larger than this is handled in parts: memory stays bounded. */
#define HELD_MAX ((size_t)4 << 20)

/* No sentence is as long as this; such a record passes without claims. */
#define TEXT_MAX ((size_t)1 << 20)

#define NOT_READ ((size_t)-1)

/* A record that waits for its document. */
struct held {
	struct rec rec; /* only what passing on and claims need */
	size_t sent;    /* of a sentence that is read: its index; of another
			 * record NOT_READ */
};

struct claim_stream {
	const struct tables *tables;
	struct out *out;
	bool any_lang;
	size_t made;
	struct buf doc; /* its raw JSON name */
	bool foreign;   /* its sentences are not read */
	size_t left;    /* its sentences that are still to come */
	bool named;     /* the stream has entity records */
	struct held *held;
	struct claim_sent *sents;
	struct claim_name *names; /* of all sentences, in order */
	size_t nheld, held_cap, nsents, sents_cap, nnames, names_cap, bytes;
	struct arena kept, empty; /* empty: kept with nothing in it */
	struct arena docs, scratch;
	struct map written; /* claims behind the last sentence, by lines */
	struct arena lines, no_lines;
};

struct claim_stream *
claim_stream_open(struct arena *perm, const struct tables *tables,
    bool any_lang, struct out *out)
{
	struct claim_stream *s = arena_alloc(perm, 1, sizeof(*s));

	s->tables = tables;
	s->any_lang = any_lang;
	s->out = out;
	s->docs = arena_new(0);
	s->doc.a = &s->docs;
	s->kept = s->empty = arena_new(1 << 20);
	s->scratch = arena_new(1 << 20);
	s->lines = s->no_lines = arena_new(0);
	map_init(&s->written, &s->lines);
	return s;
}

/* Whether a name is that of a medium. */
static bool
is_medium(const struct claim_stream *s, struct str name, struct arena a)
{
	struct tokens t = token_split(name, &a);
	struct gaz_hit hit;
	struct gaz_entry entry;

	if (t.n == 0 || !gaz_exact(&s->tables->gaz, &t, 0, t.n, &hit))
		return false;
	for (size_t k = 0; gaz_get(&s->tables->gaz, &hit, &k, &entry);)
		if (entry.kind == GAZ_MEDIA)
			return true;
	return false;
}

static void
add_name(struct claim_stream *s, struct claim_name name)
{
	struct claim_sent *sent = &s->sents[s->nsents - 1];

	name.medium =
	    name.class == ENT_ORG && is_medium(s, name.name, s->scratch);
	s->names = vec_room(
	    &s->kept, s->names, s->nnames, &s->names_cap, sizeof(*s->names));
	s->names[s->nnames++] = name;
	sent->nnames++;
}

/* Takes an entity record as a name of the sentence that came last. */
static void
take_entity(struct claim_stream *s, const struct rec *rec)
{
	struct claim_sent *sent = &s->sents[s->nsents - 1];
	struct claim_name name = { .class = ENT_NONE };
	struct arena a = s->scratch;
	struct str class;

	if (!rec_size(rec, "start", &name.start) ||
	    !rec_size(rec, "end", &name.end) || name.start >= name.end ||
	    name.end > sent->t.text.n ||
	    !rec_str(rec, "name", &name.name, &s->kept) || name.name.n == 0)
		return;
	if (sent->nnames > 0 && s->names[s->nnames - 1].end > name.start)
		return;
	name.name = str_copy(&s->kept, name.name);
	if (rec_str(rec, "class", &class, &a))
		name.class = ent_class_of(class);
	add_name(s, name);
}

/* Takes a sentence, if it is one that is read. */
static bool
take_sentence(struct claim_stream *s, const struct rec *rec)
{
	struct claim_sent sent = { .role = ROLE_BODY };
	struct arena *a = &s->kept;
	struct str text, role;
	size_t para;

	if (s->foreign || !rec_str(rec, "text", &text, a) || text.n > TEXT_MAX)
		return false;
	if (rec_str(rec, "role", &role, a)) {
		sent.role = role_of(role);
		if (!role_is_read(sent.role))
			return false;
	}
	if (rec_size(rec, "para", &para))
		sent.para = para;
	sent.t = token_split(str_copy(a, text), a);
	s->sents =
	    vec_room(a, s->sents, s->nsents, &s->sents_cap, sizeof(*s->sents));
	s->sents[s->nsents++] = sent;
	return true;
}

/* Finds the names of a document that came without any. */
static void
find_names(struct claim_stream *s)
{
	struct ent_sent *v = arena_alloc(&s->kept, s->nsents + 1, sizeof(*v));

	for (size_t i = 0; i < s->nsents; i++) {
		v[i].t = s->sents[i].t;
		v[i].heading = s->sents[i].role == ROLE_TITLE ||
		    s->sents[i].role == ROLE_HEADING;
	}
	ent_find(s->tables, v, s->nsents, &s->kept, s->scratch);
	for (size_t i = 0, n = s->nsents; i < n; i++) {
		s->nsents = i + 1;
		for (size_t k = 0; k < v[i].n; k++)
			add_name(s,
			    (struct claim_name){ .start = v[i].v[k].start,
				.end = v[i].v[k].end,
				.class = v[i].v[k].class,
				.name = v[i].v[k].name });
	}
}

static void
find_claims(struct claim_stream *s)
{
	size_t at = 0;

	if (s->nsents == 0)
		return;
	if (s->nnames == 0)
		find_names(s);
	for (size_t i = 0; i < s->nsents; i++) {
		s->sents[i].names = s->nnames > 0 ? s->names + at : NULL;
		at += s->sents[i].nnames;
	}
	claim_find(s->sents, s->nsents, &s->kept, s->scratch);
}

static void
write_claims(
    struct claim_stream *s, const struct held *h, const size_t *numbers)
{
	const struct claim_sent *sent = &s->sents[h->sent];

	for (size_t i = 0; i < sent->n; i++) {
		const struct claim *c = &sent->v[i];

		mention_claim(s->out, &h->rec, sent->t.text, c,
		    c->to == CLAIM_ENDS ? 0 : numbers[c->to]);
		map_put(&s->written, out_made(s->out));
		s->made++;
	}
}

static bool
is_mention(const struct rec *rec)
{
	return rec->type == REC_ENTITY || rec->type == REC_NUMBER ||
	    rec->type == REC_DATE || rec->type == REC_CLAIM;
}

/* Passes a record on, but for a claim that was just made again: the sentence
 * has been through this program before. */
static void
write_rec(struct claim_stream *s, const struct rec *rec)
{
	if (rec->type == REC_SENTENCE) {
		map_reset(&s->written);
		s->lines = s->no_lines;
	}
	if (rec->type != REC_CLAIM ||
	    map_find(&s->written, rec->line) == MAP_NONE)
		out_rec(s->out, rec);
}

/* The numbers of the sentences that are read. */
static const size_t *
numbers_of(struct claim_stream *s)
{
	size_t *numbers =
	    arena_alloc(&s->kept, s->nsents + 1, sizeof(*numbers));

	for (size_t i = 0; i < s->nheld; i++)
		if (s->held[i].sent != NOT_READ)
			numbers[s->held[i].sent] = (size_t)s->held[i].rec.sent;
	return numbers;
}

static void
forget(struct claim_stream *s)
{
	s->kept = s->empty;
	s->held = NULL;
	s->sents = NULL;
	s->names = NULL;
	s->nheld = s->held_cap = s->nsents = s->sents_cap = s->bytes = 0;
	s->nnames = s->names_cap = 0;
}

/* Writes what is held: claims stand behind the mentions of their sentence, but
 * before those of a run before. */
static void
release(struct claim_stream *s)
{
	const struct held *last = NULL;
	const size_t *numbers;

	if (s->nheld == 0)
		return;
	find_claims(s);
	numbers = numbers_of(s);
	for (size_t i = 0; i < s->nheld; i++) {
		const struct held *h = &s->held[i];

		if (last != NULL &&
		    (h->rec.type == REC_CLAIM || !is_mention(&h->rec))) {
			write_claims(s, last, numbers);
			last = NULL;
		}
		write_rec(s, &h->rec);
		if (h->sent != NOT_READ)
			last = h;
	}
	if (last != NULL)
		write_claims(s, last, numbers);
	forget(s);
}

static void
hold(struct claim_stream *s, const struct rec *rec)
{
	struct held h = { .sent = NOT_READ };

	h.rec = (struct rec){ .type = rec->type, .sent = rec->sent };
	h.rec.line = str_copy(&s->kept, rec->line);
	h.rec.doc = str_copy(&s->kept, rec->doc);
	if (rec->type == REC_SENTENCE && take_sentence(s, rec))
		h.sent = s->nsents - 1;
	else if (rec->type == REC_ENTITY && s->nheld > 0 && s->nsents > 0 &&
	    rec->sent == s->held[s->nheld - 1].rec.sent)
		take_entity(s, rec);
	s->held = vec_room(
	    &s->kept, s->held, s->nheld, &s->held_cap, sizeof(*s->held));
	s->held[s->nheld++] = h;
	s->bytes += rec->line.n;
}

static void
begin_doc(struct claim_stream *s, const struct rec *rec)
{
	struct arena a = s->scratch;
	struct str lang;

	release(s);
	s->doc.n = 0;
	buf_add(&s->doc, rec->doc);
	s->left = SIZE_MAX;
	(void)rec_size(rec, "sents", &s->left);
	s->foreign = !s->any_lang && rec_str(rec, "lang", &lang, &a) &&
	    !lang_english(lang);
	out_rec(s->out, rec);
}

void
claim_stream_rec(struct claim_stream *s, const struct rec *rec)
{
	if (rec->type == REC_DOC) {
		begin_doc(s, rec);
		return;
	}
	s->named = s->named || rec->type == REC_ENTITY;
	if (rec->type == REC_SENTENCE &&
	    (s->doc.n == 0 || !str_eq(rec->doc, buf_str(&s->doc)))) {
		/* No doc record before it: a document of its own. */
		release(s);
		s->doc.n = 0;
		s->foreign = false;
		s->left = 1;
	}
	if (s->bytes > HELD_MAX || (s->left == 0 && !is_mention(rec)))
		release(s);
	if (s->nheld == 0 && rec->type != REC_SENTENCE) {
		write_rec(s, rec);
		return;
	}
	hold(s, rec);
	if (rec->type == REC_SENTENCE && s->left != SIZE_MAX && s->left > 0)
		s->left--;
	/* Where names were found before, those of the last sentence come. */
	if (s->left == 0 && !s->named)
		release(s);
}

size_t
claim_stream_end(struct claim_stream *s)
{
	release(s);
	return s->made;
}
