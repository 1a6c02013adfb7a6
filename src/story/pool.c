/*
 * pool.c - the sentences of many documents as sets of words; see pool.h.
 */
#include "pool.h"

#include <stdlib.h>
#include <string.h>

#include "text/token.h"

enum opener { OPENER_NONE, OPENER_PRONOUN, OPENER_LOOSE };
enum stop { STOP_PLAIN, STOP_PERSON };

#include "summ_openers.h"
#include "summ_stop.h"

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

/* The unit with this key, or MAP_NONE when it is new and may not be put. */
static size_t
unit_of(struct pool *p, struct str key, bool put)
{
	size_t i;

	if (!put)
		return map_find(&p->unit_map, key);
	i = map_put(&p->unit_map, key);
	if (i == p->units_n) {
		p->units = vec_room(p->a, p->units, p->units_n, &p->units_cap,
		    sizeof(*p->units));
		p->units_n++;
	}
	return i;
}

/* Without the "s" of an English plural ("dams", not "loss" or "virus"); of a
 * number without its commas.  In tmp, of room bytes, when it is changed. */
static struct str
folded(struct str low, bool number, char *tmp, size_t room)
{
	size_t n = 0;

	if (number && low.n <= room) {
		for (size_t i = 0; i < low.n; i++) {
			if (low.p[i] != ',')
				tmp[n++] = low.p[i];
		}
		return (struct str){ tmp, n };
	}
	if (low.n > 4 && low.n <= room && str_ends(low, STR("ies"))) {
		memcpy(tmp, low.p, low.n);
		tmp[low.n - 3] = 'y';
		return (struct str){ tmp, low.n - 2 };
	}
	if (low.n > 3 && low.p[low.n - 1] == 's' &&
	    memchr("sui", low.p[low.n - 2], 3) == NULL)
		low.n--;
	return low;
}

bool
pool_is_stop(struct str low)
{
	return tab_find(&summ_stop_tab, low) != NULL;
}

/* The unit of a word; with put not set, MAP_NONE for an unknown one. */
static size_t
word_unit(struct pool *p, const struct token *t, bool put)
{
	const struct summ_stop *stop = tab_find(&summ_stop_tab, t->low);
	char tmp[64];
	struct str low;
	size_t i;

	/* "US" and "WHO" are names, "us" and "who" are not. */
	if (stop != NULL && t->form == TOKEN_UPPER)
		return unit_of(p, t->text, put);
	low = stop != NULL
	    ? t->low
	    : folded(t->low, t->kind == TOKEN_NUMBER, tmp, sizeof(tmp));
	i = unit_of(p, low, put);
	if (i == MAP_NONE)
		return i;
	p->units[i].stop |= stop != NULL;
	p->units[i].person |= stop != NULL && stop->kind == STOP_PERSON;
	p->units[i].number |= t->kind == TOKEN_NUMBER;
	return i;
}

/* Words and numbers, without clitics ("'s"). */
static bool
is_word(const struct token *t)
{
	return t->kind == TOKEN_NUMBER ||
	    (t->kind == TOKEN_WORD && t->low.p[0] != '\'');
}

/* The units of a text, each once, words first. */
struct set {
	uint32_t *v;
	size_t n, words;
	bool person; /* it speaks of "I", "we" or "you" */
};

static void
set_add(struct pool *p, struct set *set, size_t unit)
{
	if (p->units[unit].mark == p->mark)
		return;
	p->units[unit].mark = p->mark;
	set->v[set->n++] = (uint32_t)unit;
}

/* The pair of two words; begins with a NUL, as no word does. */
static size_t
pair_unit(struct pool *p, uint32_t left, uint32_t right)
{
	char key[1 + 2 * sizeof(uint32_t)] = { 0 };

	memcpy(key + 1, &left, sizeof(left));
	memcpy(key + 1 + sizeof(left), &right, sizeof(right));
	return unit_of(p, (struct str){ key, sizeof(key) }, true);
}

/* The units of tokens; the list is in the pool's arena. */
static struct set
units_of(struct pool *p, const struct tokens *t, struct arena scratch)
{
	uint32_t *seq = arena_alloc(&scratch, t->n + 1, sizeof(*seq));
	struct set set = { .v = arena_alloc(
			       &scratch, 2 * t->n + 1, sizeof(*set.v)) };
	size_t n = 0;
	uint32_t *kept;

	p->mark++;
	for (size_t i = 0; i < t->n; i++) {
		if (is_word(&t->v[i]))
			seq[n++] = (uint32_t)word_unit(p, &t->v[i], true);
	}
	for (size_t i = 0; i < n; i++) {
		set.person |= p->units[seq[i]].person;
		if (!p->units[seq[i]].stop)
			set_add(p, &set, seq[i]);
	}
	set.words = set.n;
	for (size_t i = 1; i < n; i++) {
		if (!p->units[seq[i - 1]].stop || !p->units[seq[i]].stop)
			set_add(p, &set, pair_unit(p, seq[i - 1], seq[i]));
	}
	kept = arena_alloc(p->a, set.n, sizeof(*kept));
	if (set.n > 0)
		memcpy(kept, set.v, set.n * sizeof(*kept));
	set.v = kept;
	return set;
}

/* The first word of a sentence says whether it leans on the one before. */
static unsigned
opening(const struct tokens *t)
{
	unsigned flags = 0;

	for (size_t i = 0; i < t->n; i++) {
		const struct token *tok = &t->v[i];
		const struct summ_openers *row;

		if (!is_word(tok)) {
			if (str_is(tok->text, "\"") || str_is(tok->text, "“"))
				flags |= POOL_LOOSE;
			continue;
		}
		row = tab_find(&summ_openers_tab, tok->low);
		if (row == NULL)
			return flags;
		return flags |
		    (row->kind == OPENER_PRONOUN ? POOL_UNFIT : POOL_LOOSE);
	}
	return flags;
}

/* What a sentence ends in, but for closing quotes and brackets: '.' for the
 * end of a statement, '?' for that of a question, 0 for none (an item of a
 * list). */
static char
ending(const struct tokens *t)
{
	for (size_t i = t->n; i > 0; i--) {
		struct str mark = t->v[i - 1].text;

		if (str_is(mark, "?"))
			return '?';
		if (str_ends(mark, STR(".")) || str_is(mark, "!") ||
		    str_is(mark, "…"))
			return '.';
		if (t->v[i - 1].kind != TOKEN_PUNCT)
			return 0;
	}
	return 0;
}

/* Whether s is a mark of double quotation: -1 closes, 1 opens, 2 either. */
static int
quote_mark(struct str s)
{
	if (str_is(s, "“"))
		return 1;
	if (str_is(s, "”"))
		return -1;
	return str_is(s, "\"") ? 2 : 0;
}

/* Whether who speaks is not said: a quotation begins or ends elsewhere, or is
 * all of the sentence. */
static bool
is_torn(const struct tokens *t)
{
	size_t marks = 0;
	bool open = false, torn = false;

	for (size_t i = 0; i < t->n; i++) {
		int mark = quote_mark(t->v[i].text);

		if (mark == 0)
			continue;
		torn |= (mark == 1 && open) || (mark == -1 && !open);
		open = mark == 2 ? !open : mark == 1;
		marks++;
	}
	return torn || open ||
	    (marks == 2 && quote_mark(t->v[0].text) != 0 &&
		quote_mark(t->v[t->n - 1].text) != 0);
}

static uint32_t
count_words(struct str s)
{
	uint32_t n = 0;
	bool in = false;

	for (size_t i = 0; i < s.n; i++) {
		bool space = ch_space(s.p[i]);

		n += !space && !in;
		in = !space;
	}
	return n;
}

/* The sentence that a text is, wherever it stands. */
static struct pool_sent
read_text(struct pool *p, struct str text, struct arena scratch)
{
	struct pool_sent s = { .text = str_copy(p->a, text) };
	struct tokens t = token_split(s.text, &scratch);
	struct set set = units_of(p, &t, scratch);

	s.units = set.v;
	s.units_n = (uint32_t)set.n;
	s.words = (uint32_t)set.words;
	s.length = count_words(text);
	s.flags = opening(&t);
	if (ending(&t) == 0)
		s.flags |= POOL_LOOSE;
	if (ending(&t) == '?' || is_torn(&t))
		s.flags |= POOL_UNFIT;
	if (set.person)
		s.flags |= POOL_PERSON;
	return s;
}

static void
add_sentence(struct pool *p, const struct rec *rec, struct str text,
    struct arena scratch)
{
	struct pool_sent s = read_text(p, text, scratch);

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
	p->said[p->said_n++] = read_text(p, text, p->scratch);
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
		struct set set = units_of(p, &t, scratch);

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

size_t
pool_words(
    struct pool *p, struct str text, struct arena *a, const uint32_t **words)
{
	struct tokens t = token_split(text, a);
	struct set set = { .v = arena_alloc(a, t.n + 1, sizeof(*set.v)) };

	p->mark++;
	for (size_t i = 0; i < t.n; i++) {
		size_t unit =
		    is_word(&t.v[i]) ? word_unit(p, &t.v[i], false) : MAP_NONE;

		if (unit != MAP_NONE && !p->units[unit].stop)
			set_add(p, &set, unit);
	}
	*words = set.v;
	return set.n;
}
