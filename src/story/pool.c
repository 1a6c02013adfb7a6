/*
 * pool.c - the sentences of many documents as sets of words; see pool.h.  Its
 * parts are those of pool_part.h.
 */
#include "pool.h"

#include <stdlib.h>
#include <string.h>

#include "pool_part.h"

void
pool_init(struct pool *p, struct arena *a)
{
	memset(p, 0, sizeof(*p));
	p->a = a;
	p->scratch = arena_new(0);
	map_init(&p->doc_map, a);
	map_init(&p->unit_map, a);
	map_init(&p->things, a);
}

/* The index of the document whose raw name is name, made if it is new. */
static size_t
doc_of(struct pool *p, struct str name)
{
	size_t i = map_put(&p->doc_map, name);

	if (i == p->docs_n) {
		p->docs = vec_room(
		    p->a, p->docs, p->docs_n, &p->docs_cap, sizeof(*p->docs));
		p->docs[p->docs_n++].name = map_key(&p->doc_map, i);
	}
	return i;
}

static void
add_sentence(struct pool *p, const struct rec *rec, struct str text,
    struct arena scratch)
{
	struct pool_sent s = pool_read(p, text, scratch);

	s.doc = doc_of(p, rec->doc);
	s.sent = rec->sent;
	s.seq = (uint32_t)p->sents_n;
	if (rec_raw(rec, "dup_of").n > 0)
		s.flags |= POOL_REPEAT;
	if (rec_size(rec, "start", &s.start) && rec_size(rec, "end", &s.end))
		s.flags |= POOL_PLACED;
	p->sents = vec_room(
	    p->a, p->sents, p->sents_n, &p->sents_cap, sizeof(*p->sents));
	p->sents[p->sents_n++] = s;
}

void
pool_said(struct pool *p, struct str text)
{
	p->said =
	    vec_room(p->a, p->said, p->said_n, &p->said_cap, sizeof(*p->said));
	p->said[p->said_n++] = pool_read(p, text, p->scratch);
}

/* The sentence that a mention stands right behind, or NULL. */
static struct pool_sent *
sentence_of(struct pool *p, const struct rec *rec)
{
	struct pool_sent *s = p->sents_n > 0 ? &p->sents[p->sents_n - 1] : NULL;

	return s != NULL && rec->sent > 0 && s->sent == rec->sent &&
		str_eq(p->docs[s->doc].name, rec->doc)
	    ? s
	    : NULL;
}

/* Keeps the day or month of a date record. */
static void
add_date(struct pool *p, const struct rec *rec, struct arena scratch)
{
	struct pool_sent *s = sentence_of(p, rec);
	struct str value;
	size_t n = 0;

	if (s == NULL || s->date.n > 0 ||
	    !rec_str(rec, "value", &value, &scratch))
		return;
	while (n < value.n && n < 10 &&
	    (n == 4 || n == 7 ? value.p[n] == '-' : ch_digit(value.p[n])))
		n++;
	if (n == 7 || n == 10)
		s->date = str_copy(p->a, str_cut(value, 0, n));
}

/* Keeps a number that counts or measures something. */
static void
add_figure(struct pool *p, const struct rec *rec, struct arena scratch)
{
	struct pool_sent *s = sentence_of(p, rec);
	struct pool_figure f = { 0 };
	struct buf key = { .a = &scratch };
	struct str what;

	if (s == NULL || !rec_str(rec, "what", &what, &scratch) ||
	    !rec_num(rec, "value", &f.value))
		return;
	buf_add(&key, rec_raw(rec, "unit"));
	buf_byte(&key, ' ');
	for (size_t i = 0; i < what.n; i++)
		buf_byte(&key, (char)ch_tolower(what.p[i]));
	f.key = map_put(&p->things, buf_str(&key));
	f.next = s->figures;
	p->figures = vec_room(p->a, p->figures, p->figures_n, &p->figures_cap,
	    sizeof(*p->figures));
	p->figures[p->figures_n++] = f;
	s->figures = p->figures_n;
}

/* Keeps the first value that a document has for a key. */
static void
keep_str(struct pool *p, const struct rec *rec, const char *key, struct str *to,
    struct arena scratch)
{
	struct str val;

	if (to->n == 0 && rec_str(rec, key, &val, &scratch) &&
	    val.n <= POOL_TEXT_MAX)
		*to = str_copy(p->a, val);
}

void
pool_rec(struct pool *p, const struct rec *rec)
{
	struct arena scratch = p->scratch;
	struct str role, text;
	struct pool_doc *doc;
	size_t i;

	if (rec->type == REC_DATE)
		add_date(p, rec, scratch);
	if (rec->type == REC_NUMBER)
		add_figure(p, rec, scratch);
	if (rec->type != REC_DOC && rec->type != REC_SENTENCE)
		return;
	i = doc_of(p, rec->doc);
	doc = &p->docs[i];
	if (rec->type == REC_DOC) {
		keep_str(p, rec, "title", &doc->title, scratch);
		keep_str(p, rec, "source", &doc->source, scratch);
		keep_str(p, rec, "published", &doc->published, scratch);
		return;
	}
	if (!rec_str(rec, "role", &role, &scratch))
		role = STR("body");
	if (str_is(role, "title"))
		keep_str(p, rec, "text", &doc->title, scratch);
	if (str_is(role, "body") && rec_str(rec, "text", &text, &scratch) &&
	    text.n <= POOL_TEXT_MAX)
		add_sentence(p, rec, text, scratch);
}

static int
by_place(const void *left, const void *right)
{
	const struct pool_sent *a = left, *b = right;

	if (a->doc != b->doc)
		return a->doc < b->doc ? -1 : 1;
	if (a->sent != b->sent)
		return a->sent < b->sent ? -1 : 1;
	return a->seq < b->seq ? -1 : a->seq > b->seq;
}

/* Streams are in order; only what was mixed by hand is not. */
static void
sort_sentences(struct pool *p)
{
	for (size_t i = 1; i < p->sents_n; i++) {
		if (by_place(&p->sents[i - 1], &p->sents[i]) > 0) {
			qsort(
			    p->sents, p->sents_n, sizeof(*p->sents), by_place);
			return;
		}
	}
}

/* Counts the units of a document; they are marked when in its text. */
static void
count_doc(struct pool *p, struct pool_doc *doc)
{
	uint32_t mark = ++p->mark;

	for (size_t i = 0; i < doc->n; i++) {
		struct pool_sent *s = &p->sents[doc->first + i];

		s->nth = (uint32_t)i;
		if (s->flags & POOL_REPEAT)
			continue;
		for (size_t k = 0; k < s->units_n; k++) {
			struct pool_unit *u = &p->units[s->units[k]];

			u->sents++;
			u->docs += u->mark != mark;
			u->mark = mark;
		}
	}
	for (size_t k = 0; k < doc->title_n; k++) {
		struct pool_unit *u = &p->units[doc->title_units[k]];

		u->named++;
		u->titles += u->mark != mark;
	}
}

void
pool_close(struct pool *p)
{
	size_t at = 0;

	sort_sentences(p);
	for (size_t i = 0; i < p->docs_n; i++) {
		struct pool_doc *doc = &p->docs[i];
		struct arena scratch = p->scratch;
		struct tokens t = token_split(doc->title, &scratch);
		struct set set = set_of(p, &t, scratch);

		doc->title_units = set.v;
		doc->title_words = set.words;
		doc->title_n = set.n;
		doc->first = at;
		while (at < p->sents_n && p->sents[at].doc == i)
			at++;
		doc->n = at - doc->first;
		count_doc(p, doc);
	}
}
