/*
 * tag_feat.c - what the tagger sees of a word; see tag_feat.h.
 */
#include "tag_feat.h"

#include "base/utf8.h"

#define AFFIX 4  /* the longest beginnings and ends, in code points */
#define AROUND 2 /* words to either side */

/* What is known of a word, as hashes. */
struct sight {
	uint64_t text, low, shape, kind, table, cue, cand;
	uint64_t head[AFFIX], tail[AFFIX];
	struct tag_classes like;
	const struct cand *in; /* the candidate that it is in, or NULL */
	bool begins;           /* it is the first word of that */
};

struct seer {
	const struct tag_feat *feat;
	struct tag_features out;
	struct arena *a;
	const struct sight *v; /* AROUND of nothing before and behind */
};

/* Where a feature is made; part of its hash.  Their order is the model's. */
enum where {
	W_BIAS,
	W_LOW, /* and one for each word around */
	W_TEXT = W_LOW + 2 * AROUND + 1,
	W_LOW_LOW,
	W_LOW_NEXT,
	W_BETWEEN,
	W_HEAD,
	W_TAIL = W_HEAD + AFFIX,
	W_TAIL_BEFORE = W_TAIL + AFFIX,
	W_TAIL_BEHIND,
	W_SHAPE,
	W_SHAPES = W_SHAPE + 2 * AROUND + 1,
	W_KINDS,
	W_TABLE,
	W_CUE = W_TABLE + 2 * AROUND + 1,
	W_CAND = W_CUE + 2 * AROUND + 1,
	W_CANDS = W_CAND + 2 * AROUND + 1,
	W_CAND_LOW,
	W_CAND_BEFORE,
	W_CAND_BEHIND,
	W_CAND_TABLES,
	W_FINE,
	W_MID = W_FINE + 2 * AROUND + 1,
	W_COARSE = W_MID + 2 * AROUND + 1,
	W_MID_BEFORE = W_COARSE + 2 * AROUND + 1,
	W_MID_BEHIND,
	W_MID_SHAPE,
	W_CAND_FINE_BEFORE,
	W_CAND_FINE_BEHIND,
	W_CAND_MID,
	W_MARK,
	W_LINE = W_MARK + 2
};

_Static_assert(W_LINE + MARK_COUNT <= TAG_MANY, "sums fit 16 bits");

static uint64_t
mix(uint64_t a, uint64_t b)
{
	a = (a ^ (b + 0x9e3779b97f4a7c15u)) * 0xff51afd7ed558ccdu;
	return a ^ (a >> 32);
}

/* Adds a feature: a hash, and where it is seen. */
static void
see(struct seer *s, unsigned where, uint64_t what)
{
	struct tag_features *o = &s->out;

	o->f = vec_room(s->a, o->f, o->at[o->n], &o->cap, sizeof(*o->f));
	o->f[o->at[o->n]++] = (uint32_t)(mix(what, where) >> 16);
}

/* "Xx", "X.X", "xXx", "9-9": runs of one kind are one sign. */
static uint64_t
shape_of(struct str s)
{
	uint64_t shape = 0;
	char last = 0;

	for (size_t at = 0; at < s.n;) {
		char c = s.p[at];
		char sign = ch_upper(c) ? 'X'
		    : ch_lower(c)       ? 'x'
		    : ch_digit(c)       ? '9'
					: c;

		if ((unsigned char)c >= 0x80)
			sign = 'u';
		at++;
		if (sign == last)
			continue;
		last = sign;
		shape = mix(shape, (unsigned char)sign);
	}
	return shape;
}

/* Hashes of the first and last 1 to AFFIX code points. */
static void
affixes(struct sight *v, struct str s)
{
	size_t head = 0, tail = s.n;

	for (int i = 0; i < AFFIX; i++) {
		if (head < s.n)
			(void)utf8_next(s, &head);
		if (tail > 0)
			(void)utf8_before(s, tail, &tail);
		v->head[i] = str_hash(str_cut(s, 0, head));
		v->tail[i] = str_hash(str_cut(s, tail, s.n));
	}
}

static void
look(struct sight *v, const struct token *t, const struct word *w,
    const struct tag_words *words)
{
	v->text = str_hash(t->text);
	v->low = str_hash(t->low);
	v->shape = shape_of(t->text);
	v->kind = (uint64_t)t->kind << 8 | (uint64_t)t->form << 4 |
	    (uint64_t)w->first << 1 | w->low;
	v->table = (uint64_t)w->gaz | (uint64_t)w->title << 8 |
	    (uint64_t)w->stop << 12 | (uint64_t)w->link << 16 |
	    (uint64_t)w->head << 20 | (uint64_t)w->class << 24 |
	    (uint64_t)w->ending << 28 | (uint64_t)w->norp << 32;
	v->cue = w->cues;
	v->like = tag_classes(words, v->low);
	affixes(v, t->low);
}

/* What the candidate of a word says: its class, and where in it the word
 * is. */
static void
look_at_cand(struct sight *v, const struct cand *c, size_t k)
{
	v->in = c;
	v->begins = k == c->i;
	v->cand = 1 + (uint64_t)c->class * 16 + (uint64_t)v->begins * 8 +
	    (uint64_t)c->fixed * 4 + (uint64_t)(k + 1 == c->j) * 2 +
	    (c->hit.n > 0);
}

static void
see_words(struct seer *s, const struct sight *v)
{
	see(s, W_BIAS, 1);
	for (int i = -AROUND; i <= AROUND; i++) {
		unsigned at = (unsigned)(i + AROUND);

		see(s, W_LOW + at, v[i].low);
		see(s, W_SHAPE + at, v[i].shape);
		see(s, W_TABLE + at, mix(v[i].table, v[i].kind));
		see(s, W_CAND + at, v[i].cand);
		if (v[i].cue != 0)
			see(s, W_CUE + at, v[i].cue);
		see(s, W_FINE + at, v[i].like.fine);
		see(s, W_MID + at, v[i].like.mid);
		see(s, W_COARSE + at, v[i].like.coarse);
	}
	see(s, W_MID_BEFORE, mix(v[-1].like.mid, v->like.mid));
	see(s, W_MID_BEHIND, mix(v[1].like.mid, v->like.mid));
	see(s, W_MID_SHAPE, mix(v->shape, v->like.mid));
	see(s, W_TEXT, v->text);
	see(s, W_LOW_LOW, mix(v[-1].low, v->low));
	see(s, W_LOW_NEXT, mix(v->low, v[1].low));
	see(s, W_BETWEEN, mix(v[-1].low, v[1].low));
	for (unsigned i = 0; i < AFFIX; i++) {
		see(s, W_HEAD + i, v->head[i]);
		see(s, W_TAIL + i, v->tail[i]);
	}
	see(s, W_TAIL_BEFORE, v[-1].tail[2]);
	see(s, W_TAIL_BEHIND, v[1].tail[2]);
	see(s, W_SHAPES, mix(mix(v[-1].shape, v->shape), v[1].shape));
	see(s, W_KINDS, mix(mix(v[-1].kind, v->kind), v[1].kind));
}

static void
see_cand(struct seer *s, const struct sight *v, const struct ent_line *line)
{
	uint64_t style = (uint64_t)line->style * 2 + line->heading;

	see(s, W_LINE, mix(style, mix(v->kind, v->cand)));
	see(s, W_CANDS, mix(mix(v[-1].cand, v->cand), v[1].cand));
	if (v->in == NULL)
		return;
	see(s, W_CAND_LOW, mix(v->cand, v->low));
	see(s, W_CAND_BEFORE, mix(v->cand, v[-1].low));
	see(s, W_CAND_BEHIND, mix(v->cand, v[1].low));
	see(s, W_CAND_MID, mix(v->cand, v->like.mid));
	see(s, W_CAND_FINE_BEFORE, mix(v->cand, v[-1].like.fine));
	see(s, W_CAND_FINE_BEHIND, mix(v->cand, v[1].like.fine));
	see(s, W_CAND_TABLES, mix(v->cand, mix(v->table, v[1].table)));
	for (int m = 0; m < MARK_COUNT; m++) {
		if (mark_has(&v->in->marks, (enum mark)m))
			see(s, W_MARK + v->begins, s->feat->marks[m]);
	}
}

/* Handles, hashtags and addresses in a sentence. */
static size_t
count_handles(const struct tokens *t)
{
	size_t n = 0;

	for (size_t k = 0; k + 1 < t->n; k++) {
		if (t->v[k].glued || t->v[k + 1].kind != TOKEN_WORD)
			continue;
		n += str_is(t->v[k].text, "@") || str_is(t->v[k].text, "#");
	}
	for (size_t k = 0; k + 1 < t->n; k++) {
		if (str_is(t->v[k + 1].text, ":") && t->v[k + 1].glued)
			n += str_is(t->v[k].low, "http") ||
			    str_is(t->v[k].low, "https");
	}
	return n;
}

/* An article may quote one: it has more words around it. */
#define CHAT_WORDS 40

/* A handle, hashtag or address among few words is chat; so are few words
 * without a mark at their end. */
static enum tag_style
style_of(const struct ent_doc *doc)
{
	const struct tokens *last;
	size_t words = 0, handles = 0;

	for (size_t i = 0; i < doc->nlines; i++) {
		words += doc->lines[i].t->n;
		handles += count_handles(doc->lines[i].t);
	}
	if (handles > 0)
		return words / handles < CHAT_WORDS ? TAG_CHAT : TAG_NEWS;
	if (words == 0 || words >= CHAT_WORDS)
		return TAG_NEWS;
	last = doc->lines[doc->nlines - 1].t;
	return last->n > 0 && last->v[last->n - 1].kind != TOKEN_PUNCT
	    ? TAG_CHAT
	    : TAG_NEWS;
}

void
tag_feat_init(struct tag_feat *feat, const struct ent_doc *doc,
    const struct tag_words *words)
{
	feat->doc = doc;
	feat->words = words;
	feat->style = style_of(doc);
	feat->all = false;
	for (int m = 0; m < MARK_COUNT; m++)
		feat->marks[m] = str_hash(str_of(ent_mark_name((enum mark)m)));
}

/* Whether a word may be in a name: a capital or a candidate is near, or who
 * wrote the sentence does not care for capitals. */
static bool
is_near(const struct seer *s, const struct ent_line *line, size_t k)
{
	size_t from = k < AROUND ? 0 : k - AROUND;

	if (s->feat->all || s->feat->style == TAG_CHAT ||
	    line->t->v[0].form == TOKEN_LOWER)
		return true;
	for (size_t i = from; i <= k + AROUND && i < line->t->n; i++)
		if (line->w[i].cap || s->v[i].in != NULL)
			return true;
	return false;
}

struct tag_features
tag_features(const struct tag_feat *feat, size_t sent, const struct cand *cands,
    size_t n, struct arena *a)
{
	const struct ent_line *line = &feat->doc->lines[sent];
	size_t words = line->t->n;
	struct sight *v = arena_alloc(a, words + 2 * AROUND, sizeof(*v));
	struct seer s = { .feat = feat, .a = a, .v = v + AROUND };

	v += AROUND;
	for (size_t k = 0; k < words; k++)
		look(&v[k], &line->t->v[k], &line->w[k], feat->words);
	for (size_t i = 0; i < n; i++)
		for (size_t k = cands[i].i; k < cands[i].j; k++)
			look_at_cand(&v[k], &cands[i], k);
	s.out.style = feat->style;
	s.out.vectors = arena_alloc(a, words, sizeof(*s.out.vectors));
	for (size_t k = 0; k < words; k++)
		s.out.vectors[k] = v[k].like.vector;
	s.out.at = arena_alloc(a, words + 1, sizeof(*s.out.at));
	while (s.out.n < words) { /* at[n] counts on from word to word */
		const struct sight *word = &v[s.out.n++];

		s.out.at[s.out.n] = s.out.at[s.out.n - 1];
		if (!is_near(&s, line, s.out.n - 1))
			continue;
		see_words(&s, word);
		see_cand(&s, word, line);
	}
	return s.out;
}
