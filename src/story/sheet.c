/*
 * sheet.c - one document laid out; see sheet.h.
 */
#include "sheet.h"

#include <stdlib.h>

#include "day.h"
#include "gaz_countries.h"

#define NAMES 64 /* different names of a document that are counted */

void
sheet_init(struct sheet *s, struct arena *perm)
{
	*s = (struct sheet){ .a = arena_new(0), .scratch = arena_new(0) };
	s->mark = s->a;
	s->perm = perm;
	map_init(&s->stems, NULL);
	map_init(&s->glosses, perm);
}

void
sheet_reset(struct sheet *s)
{
	map_reset(&s->stems);
	s->a = s->mark;
	s->nsents = s->nmentions = s->nnames = 0;
	s->sents_cap = s->mentions_cap = s->counts_cap = 0;
	s->day = 0;
	s->sents = NULL;
	s->mentions = NULL;
	s->counts = NULL;
	s->names = NULL;
}

void
sheet_doc(struct sheet *s, const struct rec *rec)
{
	struct arena scratch = s->scratch;
	struct str published;
	long last;

	if (rec_str(rec, "published", &published, &scratch))
		day_span(published, &s->day, &last);
}

void
sheet_sentence(
    struct sheet *s, const struct rec *rec, struct str text, uint32_t origin)
{
	double para = 0;

	rec_num(rec, "para", &para);
	s->sents = vec_room(
	    &s->a, s->sents, s->nsents, &s->sents_cap, sizeof(*s->sents));
	s->sents[s->nsents++] = (struct sheet_sent){ .sent = rec->sent,
		.para = para >= 1 && para < 1e9 ? (long)para : 0,
		.text = str_copy(&s->a, text),
		.origin = origin };
}

static struct str
value(struct sheet *s, const struct rec *rec, const char *key)
{
	struct str val;

	rec_str(rec, key, &val, &s->a);
	return str_copy(&s->a, val);
}

static bool
read_number(struct sheet *s, const struct rec *rec, struct sheet_mention *m)
{
	struct buf note = { .a = &s->a };

	if (!range_of(rec, &m->range, s->a))
		return false;
	if (!rec_size(rec, "same_as", &m->same_as))
		m->same_as = SIZE_MAX;
	m->a = value(s, rec, "quantity");
	m->b = value(s, rec, "what");
	m->c = value(s, rec, "unit");
	range_note(&note, rec, s->scratch);
	m->d = buf_str(&note);
	return true;
}

/* The keys of a mention; false when it lacks what it needs. */
static bool
read_keys(struct sheet *s, const struct rec *rec, struct sheet_mention *m)
{
	switch (rec->type) {
	case REC_ENTITY:
		m->a = value(s, rec, "class");
		m->b = value(s, rec, "name");
		m->c = value(s, rec, "of");
		/* What only lies near a place may be none: a ship. */
		if (!str_is(rec_raw(rec, "rule"), "\"near\""))
			m->d = value(s, rec, "country");
		m->metonym = rec_raw(rec, "metonym").n > 0;
		return m->b.n > 0;
	case REC_NUMBER:
		return read_number(s, rec, m);
	case REC_DATE:
		m->a = value(s, rec, "kind");
		m->b = value(s, rec, "value");
		m->c = value(s, rec, "mod");
		return m->b.n > 0;
	case REC_CLAIM:
		m->a = value(s, rec, "speaker");
		m->b = value(s, rec, "via");
		m->c = value(s, rec, "stance");
		m->d = value(s, rec, "cue");
		return true;
	default:
		return false;
	}
}

void
sheet_mention(struct sheet *s, const struct rec *rec)
{
	struct sheet_mention m = { .type = rec->type, .sent = rec->sent };

	if (!rec_size(rec, "start", &m.start) ||
	    !rec_size(rec, "end", &m.end) || m.start > m.end ||
	    !read_keys(s, rec, &m))
		return;
	m.text = value(s, rec, "text");
	s->mentions = vec_room(&s->a, s->mentions, s->nmentions,
	    &s->mentions_cap, sizeof(*s->mentions));
	s->mentions[s->nmentions++] = m;
}

static int
by_sent(const void *a, const void *b)
{
	const struct sheet_sent *x = a, *y = b;

	return (x->sent > y->sent) - (x->sent < y->sent);
}

static int
by_place(const void *a, const void *b)
{
	const struct sheet_mention *x = a, *y = b;

	if (x->sent != y->sent)
		return x->sent < y->sent ? -1 : 1;
	if (x->start != y->start)
		return x->start < y->start ? -1 : 1;
	if (x->end != y->end)
		return x->end > y->end ? -1 : 1;
	return (x->type > y->type) - (x->type < y->type);
}

/* Remembers the first word that has a stem, or what its group is called. */
static void
put_gloss(struct sheet *s, struct str key, struct str word)
{
	size_t known = s->glosses.n, k = map_put(&s->glosses, key);

	if (k < known)
		return;
	s->gloss =
	    vec_room(s->perm, s->gloss, k, &s->gloss_cap, sizeof(*s->gloss));
	s->gloss[k] = str_copy(s->perm, word);
}

struct str
sheet_gloss(const struct sheet *s, uint32_t stem)
{
	size_t k = map_find(
	    &s->glosses, (struct str){ (const char *)&stem, sizeof(stem) });

	return k == MAP_NONE ? STR("") : s->gloss[k];
}

/* Counts a stem of sentence i, once; last says in which it was seen. */
static void
count_stem(struct sheet *s, const struct stem *stem, struct str word,
    uint32_t *last, size_t i)
{
	struct str key = { (const char *)&stem->id, sizeof(stem->id) };
	size_t known = s->stems.n, k = map_put(&s->stems, key);

	if (k == known) {
		put_gloss(s, key, stem->group.n > 0 ? stem->group : word);
		s->counts = vec_room(
		    &s->a, s->counts, k, &s->counts_cap, sizeof(*s->counts));
		s->counts[k] = 0;
	}
	if (k < known && last[k] == i + 1)
		return;
	last[k] = (uint32_t)i + 1;
	s->counts[k]++;
}

/* Splits the sentences and counts their stems. */
static void
read_words(struct sheet *s, struct arena scratch)
{
	size_t total = 0;
	uint32_t *last;

	for (size_t i = 0; i < s->nsents; i++) {
		struct sheet_sent *sent = &s->sents[i];
		struct stem *stems;

		sent->tokens = token_split(sent->text, &s->a);
		stems = arena_alloc(&s->a, sent->tokens.n, sizeof(*stems));
		for (size_t k = 0; k < sent->tokens.n; k++) {
			const struct token *t = &sent->tokens.v[k];

			if (t->kind == TOKEN_WORD && t->low.p[0] != '\'')
				stems[k] = stem_of(t->low);
		}
		sent->stems = stems;
		total += sent->tokens.n;
	}
	last = arena_alloc(&scratch, total + 1, sizeof(*last));
	for (size_t i = 0; i < s->nsents; i++) {
		for (size_t k = 0; k < s->sents[i].tokens.n; k++) {
			if (s->sents[i].stems[k].id != 0)
				count_stem(s, &s->sents[i].stems[k],
				    s->sents[i].tokens.v[k].low, last, i);
		}
	}
}

/* Leaves out mentions that end behind the text, or have no sentence. */
static void
drop_mentions(struct sheet *s)
{
	size_t i = 0, kept = 0;

	for (size_t k = 0; k < s->nmentions; k++) {
		while (i < s->nsents && s->sents[i].sent < s->mentions[k].sent)
			i++;
		if (i < s->nsents && s->sents[i].sent == s->mentions[k].sent &&
		    s->mentions[k].end <= s->sents[i].text.n)
			s->mentions[kept++] = s->mentions[k];
	}
	s->nmentions = kept;
}

/* Gives each sentence its mentions. */
static void
share_mentions(struct sheet *s)
{
	size_t k = 0;

	for (size_t i = 0; i < s->nsents; i++) {
		struct sheet_sent *sent = &s->sents[i];

		sent->first = k;
		while (k < s->nmentions && s->mentions[k].sent == sent->sent)
			k++;
		sent->n = k - sent->first;
	}
}

struct sheet_name
sheet_name(const struct sheet_mention *m)
{
	bool people = str_is(m->a, "norp"), place = str_is(m->a, "place");
	struct str name = people && m->c.n > 0 ? m->c : m->b;
	const struct gaz_countries *row =
	    people || place ? tab_find(&gaz_countries_tab, name) : NULL;
	struct sheet_name n = { 0, m->b, 1, false };

	if (row != NULL)
		n.id = stem_id(row->country);
	else if (place && m->metonym && m->d.n > 0)
		n.id = stem_id(m->d);
	else
		n.id = stem_id(name);
	n.place = place && row == NULL && !m->metonym;
	return n;
}

static int
by_count(const void *a, const void *b)
{
	const struct sheet_name *x = a, *y = b;

	return (x->count < y->count) - (x->count > y->count);
}

static void
count_names(struct sheet *s)
{
	s->names = arena_alloc(&s->a, NAMES, sizeof(*s->names));
	for (size_t i = 0; i < s->nmentions; i++) {
		struct sheet_name n;
		size_t k = 0;

		if (s->mentions[i].type != REC_ENTITY)
			continue;
		n = sheet_name(&s->mentions[i]);
		while (k < s->nnames && s->names[k].id != n.id)
			k++;
		if (k < s->nnames) {
			s->names[k].count++;
			s->names[k].place |= n.place;
		} else if (k < NAMES) {
			s->names[s->nnames++] = n;
		}
	}
	/* Of equals the first named comes first: the order is that of qsort
	 * with the place as last key. */
	for (size_t i = 0; i < s->nnames; i++)
		s->names[i].count = s->names[i].count * NAMES + NAMES - i;
	if (s->nnames > 0)
		qsort(s->names, s->nnames, sizeof(*s->names), by_count);
	for (size_t i = 0; i < s->nnames; i++)
		s->names[i].count = (s->names[i].count - 1) / NAMES;
}

void
sheet_close(struct sheet *s)
{
	if (s->nsents > 0)
		qsort(s->sents, s->nsents, sizeof(*s->sents), by_sent);
	if (s->nmentions > 0)
		qsort(
		    s->mentions, s->nmentions, sizeof(*s->mentions), by_place);
	read_words(s, s->scratch);
	drop_mentions(s);
	share_mentions(s);
	count_names(s);
}

size_t
sheet_count(const struct sheet *s, uint32_t stem)
{
	size_t k = map_find(
	    &s->stems, (struct str){ (const char *)&stem, sizeof(stem) });

	return k == MAP_NONE ? 0 : s->counts[k];
}
