/*
 * claim_chain.c - the speakers of the cues of a sentence, and the media that
 * they were read in; see claim_find.h.
 */
#include "claim_find.h"

/* Whether a source says what another cue of the sentence says: it is then
 * where that was read. */
static bool
is_chain(const struct cues *cues, size_t k)
{
	const struct cue *c = &cues->v[k];

	if (!c->source && !c->left)
		return false;
	for (size_t m = 0; m < k; m++)
		if (!cues->v[m].source || !cues->v[m].left)
			return true;
	return false;
}

/* Whether these words are for one person, not for a medium or an office. */
static bool
is_person(const struct claim_view *v, struct np np)
{
	uint32_t name;

	if (np.from == np.to || word_has(v, np.from, WORD_PRONOUN))
		return true;
	name = v->w[np.to - 1].name;
	return name == 0 || v->s->names[name - 1].class == ENT_PERSON;
}

static struct str
medium_name(const struct claim_view *v, struct np np)
{
	for (size_t i = np.from; i < np.to; i++)
		if (v->w[i].name != 0)
			return v->s->names[v->w[i].name - 1].name;
	return token_span(&v->s->t, np.from, np.to);
}

/* Names a medium for what was quoted of a quotation up to its part q. */
static void
tell_via(struct finder *f, size_t q, struct str via)
{
	size_t id = f->quotes.v[q].id;

	f->owners[id].via = via;
	for (size_t i = q + 1; i > 0 && f->quotes.v[i - 1].id == id; i--) {
		const struct quote *p = &f->quotes.v[i - 1];
		struct claim_sent *s = &f->sents[p->sent];
		size_t at = f->views[p->sent].s->t.v[p->from].start;

		for (size_t k = 0; k < s->n; k++)
			if (s->v[k].start == at && s->v[k].via.n == 0)
				s->v[k].via = via;
	}
}

/* Whether a source is that of a quotation that began in a sentence before. */
static bool
quotes_on(
    struct finder *f, const struct cue *c, size_t q, size_t n, struct str via)
{
	const struct quote *p = n > 0 ? &f->quotes.v[q] : NULL;

	if (!c->source || p == NULL || p->from != 0 || p->to < c->said.to ||
	    !f->owners[p->id].known)
		return false;
	tell_via(f, q, via);
	return true;
}

void
find_speakers(struct finder *f, const struct claim_view *v,
    const struct cues *cues, struct owner *o)
{
	for (size_t k = 0; k < cues->n; k++) {
		const struct cue *c = &cues->v[k];

		o[k].cue = token_span(&v->s->t, c->at, c->end);
		if (c->who.to > c->who.from)
			o[k].speaker = who_name(f->who, v, c->who);
		else if (c->like < k)
			o[k].speaker = o[c->like].speaker;
		if (c->medium.to > c->medium.from)
			o[k].via = medium_name(v, c->medium);
	}
	/* "Describing it as a trap, Smith said ..." */
	for (size_t k = cues->n; k > 0; k--) {
		const struct cue *c = &cues->v[k - 1];

		if (c->like != CUE_NONE && c->like >= k)
			o[k - 1].speaker = o[c->like].speaker;
	}
}

void
find_chains(struct finder *f, const struct claim_view *v, struct cues *cues,
    struct owner *o, size_t q, size_t n)
{
	struct str via = { 0 };

	for (size_t k = cues->n; k-- > 0;) {
		struct cue *c = &cues->v[k];
		struct str medium = { 0 }, from;

		if (c->who.to > c->who.from)
			medium = who_medium(f->who, v, c->who);
		from = medium.n > 0 ? medium : o[k].speaker;
		if (quotes_on(f, c, q, n, from)) {
			c->said.to = c->said.from;
			continue;
		}
		if (is_chain(cues, k) &&
		    (c->source || medium.n > 0 || !is_person(v, c->who))) {
			via = from;
			c->said.to = c->said.from;
			continue;
		}
		if (medium.n > 0 && c->source)
			o[k].speaker = o[k].via = medium;
		if (o[k].via.n == 0)
			o[k].via = via;
	}
}
