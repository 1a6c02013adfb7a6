/*
 * ent_tag.c - the tagger's names among the candidates; see ent_cand.h.
 *
 * Where the tagger and the candidates agree on a span, the tagger decides its
 * class; where they cut differently, its spans go before theirs; what it takes
 * for no name is none, unless it is of a class that it does not know.
 */
#include "ent_cand.h"
#include "ent_where.h"
#include "tag_feat.h"

/* How far, of a hundred, a word's scores move towards their mean over the
 * document.  Measured: 30 to 70 do as well. */
#define VOTE 60

/* How much more likely a name is where a word that no table has begins with a
 * capital inside a sentence, which the texts that taught the tagger have less
 * of than news has. */
#define LEAN (TAG_UNIT / 2)

#define ADDRESS_MAX 20 /* tokens to either side of a word in an address */

static enum ent_class
class_of(int label)
{
	switch (label) {
	case TAG_B_PERSON:
	case TAG_I_PERSON:
		return ENT_PERSON;
	case TAG_B_PLACE:
	case TAG_I_PLACE:
		return ENT_PLACE;
	case TAG_B_ORG:
	case TAG_I_ORG:
		return ENT_ORG;
	default:
		return ENT_NONE;
	}
}

static bool
begins(int label)
{
	return label == TAG_B_PERSON || label == TAG_B_PLACE ||
	    label == TAG_B_ORG;
}

/* Whether the tagger knows a class. */
static bool is_tagged(enum ent_class class)
{
	return class == ENT_NONE || class == ENT_PERSON || class == ENT_PLACE ||
	    class == ENT_ORG;
}

/* Whether a candidate stays where the tagger sees no name: its class is one
 * that the tagger does not know, its form alone tells it, or it is a name of
 * several words that the gazetteer has. */
static bool
is_sure(const struct cand *c)
{
	return !is_tagged(c->class) || (c->fixed && c->class != ENT_NONE) ||
	    (c->hit.n > 1 && c->hit.n == c->j - c->i && c->class != ENT_NONE);
}

/* The candidates of the document as they become. */
struct merge {
	struct ent_doc *doc;
	struct cand *v; /* the new ones */
	size_t n, cap;
};

static void
keep(struct merge *m, const struct cand *c)
{
	m->v = vec_room(m->doc->a, m->v, m->n, &m->cap, sizeof(*m->v));
	m->v[m->n++] = *c;
}

/* Whether what stands without a space around token i is an address: "Anna" in
 * "Anna.Berg@example.com".  A handle, "@anna", is none. */
static bool
in_address(const struct tokens *t, size_t i)
{
	size_t from = i, end = i + 1;

	while (from > 0 && i - from < ADDRESS_MAX && t->v[from].glued)
		from--;
	while (end < t->n && end - i < ADDRESS_MAX && t->v[end].glued)
		end++;
	for (size_t k = from + 1; k < end; k++)
		if (str_is(t->v[k].text, "@") &&
		    t->v[k - 1].kind <= TOKEN_NUMBER)
			return true;
	return str_is(t->v[from].low, "www") ||
	    str_is(t->v[from].low, "http") || str_is(t->v[from].low, "https");
}

/* A span that only the tagger has. */
static void
add_span(struct merge *m, size_t sent, size_t i, size_t j, enum ent_class class)
{
	const struct ent_line *line = &m->doc->lines[sent];
	struct cand c = { .sent = sent, .i = i, .j = j };
	enum title kind = TITLE_NONE;

	if (!gaz_exact(m->doc->gaz, line->t, i, j, &c.hit))
		c.hit.n = 0;
	if (word_titled(line->t, line->w, i, &kind)) {
		c.titled = kind != TITLE_ROLE;
		c.roled = kind == TITLE_ROLE || kind == TITLE_RANK;
	}
	c.class = class;
	keep(m, &c);
}

/* "Tenn", which is written with a point; "TN" and "Iowa" are not. */
static bool
is_cut_state(const struct token *t)
{
	struct str name = ent_state_name(t->text);

	return name.n > t->text.n && t->form == TOKEN_CAPITAL;
}

/* What the tagger cuts short: "City of" before a place whose name it is a part
 * of, and the point of a short form that ends the sentence too ("Tenn."). */
static void
mend(const struct ent_line *line, uint8_t *labels)
{
	const struct tokens *t = line->t;

	for (size_t i = 0; i + 1 < t->n; i++) {
		if (labels[i] == TAG_O && i + 2 < t->n && line->w[i].cap &&
		    labels[i + 1] == TAG_O && labels[i + 2] == TAG_B_PLACE &&
		    str_is(t->v[i + 1].low, "of") &&
		    where_kinds(&t->v[i]) != 0) {
			labels[i] = TAG_B_PLACE;
			labels[i + 1] = labels[i + 2] = TAG_I_PLACE;
		}
		if (labels[i] == TAG_B_PLACE && labels[i + 1] == TAG_O &&
		    str_is(t->v[i + 1].text, ".") && t->v[i + 1].glued &&
		    is_cut_state(&t->v[i]))
			labels[i + 1] = TAG_I_PLACE;
	}
}

/* Whether a candidate is a country by the text alone, which has the adjective
 * of a name that no table has. */
static bool
is_land(const struct cand *c)
{
	return c->class == ENT_PLACE && mark_has(&c->marks, MARK_D_BASE) &&
	    mark_has(&c->marks, MARK_NO_GAZ);
}

/* Whether tokens [i, j) are the whole sentence, in small letters, and no words
 * of known names: the tagger sees nothing there to go by. */
static bool
is_plain(const struct ent_line *line, size_t i, size_t j)
{
	if (i > 0 || j < line->t->n)
		return false;
	for (; i < j; i++)
		if (line->t->v[i].form != TOKEN_LOWER ||
		    (line->w[i].gaz & (GAZ_FIRST | GAZ_LAST)) != 0)
			return false;
	return true;
}

/* Merges the labels of a sentence with its candidates [v, v + n). */
static void
merge(struct merge *m, size_t sent, const uint8_t *labels, const struct cand *v,
    size_t n)
{
	size_t words = m->doc->lines[sent].t->n, at = 0;

	for (size_t i = 0, j; i < words; i = j) {
		enum ent_class class = class_of(labels[i]);
		struct cand c;

		j = i + 1;
		while (at < n && v[at].j <= i)
			at++;
		if (class == ENT_NONE) {
			if (at < n && v[at].i == i && is_sure(&v[at])) {
				keep(m, &v[at]);
				j = v[at].j;
			}
			continue;
		}
		while (j < words && class_of(labels[j]) == class &&
		    !begins(labels[j]))
			j++;
		if (at < n && v[at].i == i && !is_tagged(v[at].class) &&
		    v[at].j >= j) {
			keep(m, &v[at]);
			j = v[at].j;
			continue;
		}
		if (at < n && v[at].i == i && v[at].j == j) {
			c = v[at];
			if (!is_land(&c))
				c.class = class;
			keep(m, &c);
			continue;
		}
		if (!in_address(m->doc->lines[sent].t, i) &&
		    !is_plain(&m->doc->lines[sent], i, j))
			add_span(m, sent, i, j, class);
	}
}

/* The words of a document, with what the model says of each. */
struct vote {
	struct ent_doc *doc;
	int32_t (*scores)[TAG_ROW]; /* of all words of all sentences */
	uint8_t *labels;
	size_t n;
	struct map words; /* with a capital, as they are written */
	int32_t (*sums)[TAG_ROW];
	uint32_t *times;
};

/* Leans towards a name where an unknown word has a capital inside a sentence,
 * scores being those of the sentence's words. */
static void
lean(const struct cand *v, size_t n, int32_t (*scores)[TAG_ROW])
{
	for (size_t i = 0; i < n; i++)
		for (size_t k = v[i].i; k < v[i].j; k++)
			if (mark_has(&v[i].marks, MARK_MID_STRANGE))
				scores[k][TAG_O] -= LEAN;
}

static void
score_all(struct vote *v, const struct tag_model *model)
{
	const struct ent_doc *doc = v->doc;
	struct tag_feat feat;
	size_t at = 0, words = 0;

	tag_feat_init(&feat, doc, &model->words);
	for (size_t i = 0; i < doc->nlines; i++) {
		struct arena a = *doc->a;
		struct tag_features f;
		size_t from = at;

		while (at < doc->n && doc->v[at].sent == i)
			at++;
		f = tag_features(
		    &feat, i, cands_from(doc, from), at - from, &a);
		tag_score(model, &f, v->scores + words);
		lean(cands_from(doc, from), at - from, v->scores + words);
		words += f.n;
	}
}

/* What a word's score says for the class of which label begins names. */
static int32_t
class_score(const int32_t *score, int label)
{
	return score[label] > score[label + 1] ? score[label]
					       : score[label + 1];
}

static void
count_word(struct vote *v, size_t at, struct str text)
{
	size_t i = map_put(&v->words, text);

	v->times[i]++;
	v->sums[i][TAG_O] += v->scores[at][TAG_O];
	for (int b = TAG_B_PERSON; b < TAG_LABELS; b += 2)
		v->sums[i][b] += class_score(v->scores[at], b);
}

/* Moves what is said of a word towards what is said of it elsewhere. */
static void
move(struct vote *v, size_t at, struct str text)
{
	size_t i = map_find(&v->words, text);
	int32_t n = (int32_t)v->times[i], by;

	if (n < 2)
		return;
	for (int b = TAG_B_PERSON; b < TAG_LABELS; b += 2) {
		by = (v->sums[i][b] / n - class_score(v->scores[at], b)) *
		    VOTE / 100;
		v->scores[at][b] += by;
		v->scores[at][b + 1] += by;
	}
	by = (v->sums[i][TAG_O] / n - v->scores[at][TAG_O]) * VOTE / 100;
	v->scores[at][TAG_O] += by;
}

/* Calls one for each word with a capital. */
static void
each_name(struct vote *v, void (*one)(struct vote *, size_t, struct str))
{
	size_t at = 0;

	for (size_t i = 0; i < v->doc->nlines; i++) {
		const struct ent_line *line = &v->doc->lines[i];

		for (size_t k = 0; k < line->t->n; k++, at++)
			if (line->w[k].cap)
				one(v, at, line->t->v[k].text);
	}
}

/* The labels of all sentences, one behind the other. */
static uint8_t *
tag_all(struct ent_doc *doc, const struct tag_model *model)
{
	struct vote v = { .doc = doc };
	size_t at = 0;

	for (size_t i = 0; i < doc->nlines; i++)
		v.n += doc->lines[i].t->n;
	v.labels = arena_alloc(doc->a, v.n + 1, 1);
	v.scores = arena_alloc(doc->a, v.n + 1, sizeof(*v.scores));
	v.sums = arena_alloc(doc->a, v.n + 1, sizeof(*v.sums));
	v.times = arena_alloc(doc->a, v.n + 1, sizeof(*v.times));
	score_all(&v, model);
	map_init(&v.words, NULL);
	each_name(&v, count_word);
	each_name(&v, move);
	map_free(&v.words);
	for (size_t i = 0; i < doc->nlines; i++) {
		size_t n = doc->lines[i].t->n;

		tag_path((const int32_t(*)[TAG_ROW])v.scores + at, n,
		    (const int32_t(*)[TAG_ROW])model->head->pair, v.labels + at,
		    *doc->a);
		at += n;
	}
	return v.labels;
}

void
ent_tag(struct ent_doc *doc, const struct tag_model *model)
{
	struct merge m = { .doc = doc };
	uint8_t *labels = tag_all(doc, model);
	size_t at = 0;

	for (size_t i = 0; i < doc->nlines; i++) {
		size_t from = at;

		while (at < doc->n && doc->v[at].sent == i)
			at++;
		mend(&doc->lines[i], labels);
		merge(&m, i, labels, cands_from(doc, from), at - from);
		labels += doc->lines[i].t->n;
	}
	doc->v = m.v;
	doc->n = m.n;
	doc->cap = m.cap;
	ent_mark_again(doc);
}
