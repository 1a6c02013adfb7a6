/*
 * claim_rest.c - quotations that no cue has taken; see claim_find.h.
 */
#include "claim_find.h"

/* Whether a part is all of its sentence. */
static bool
is_alone(const struct finder *f, const struct quote *p)
{
	const struct claim_view *v = &f->views[p->sent];
	size_t end = p->to;

	while (end < v->n && word_has(v, end, WORD_STOP))
		end++;
	/* A heading quotes somebody of the text below. */
	return p->from == 0 && end == v->n && p->to > 4 &&
	    v->s->role != ROLE_TITLE && v->s->role != ROLE_HEADING;
}

/* Who speaks in a quotation without a cue: whoever spoke in the sentences
 * before, of the same paragraph or the one before. */
static struct str
speaker_before(const struct finder *f, size_t s)
{
	size_t para = f->sents[s].para;

	for (size_t k = 1; k <= s && k < 6; k++) {
		if (f->sents[s - k].para + 1 < para)
			break;
		if (f->last[s - k].n > 0)
			return f->last[s - k];
		if (f->sents[s - k].para == para && f->about[s - k].n > 0)
			return f->about[s - k];
	}
	return (struct str){ 0 };
}

/* Whether a part ends its sentence behind a colon, and that is about a person:
 * "Smith was glad: “We won.”" */
static bool
is_announced(const struct finder *f, const struct quote *p)
{
	const struct claim_view *v = &f->views[p->sent];

	return p->from > 1 && word_has(v, p->from - 1, WORD_COLON) &&
	    p->to - p->from > 4 && p->to + 1 >= v->n &&
	    find_opens_big(v, p->from, p->to) && f->about[p->sent].n > 0;
}

void
find_rest(struct finder *f)
{
	for (size_t q = 0; q < f->quotes.n; q++) {
		const struct quote *p = &f->quotes.v[q];
		struct owner o = f->owners[p->id];

		if (!o.known && !f->taken[q] &&
		    (is_alone(f, p) || is_announced(f, p))) {
			o.speaker = p->from > 0 ? f->about[p->sent]
						: speaker_before(f, p->sent);
			o.known = true;
			f->owners[p->id] = o;
		}
		if (o.known && o.speaker.n > 0)
			f->last[p->sent] = o.speaker;
		if (o.known)
			find_part(f, q, &o);
	}
}
