/*
 * claim_share.c - who speaks, where no subject stands before the verb; see
 * claim_take.h.
 */
#include "claim_take.h"

bool
take_shared(struct cue *c, const struct cues *found)
{
	for (size_t k = found->n; k > 0; k--) {
		const struct cue *o = &found->v[k - 1];

		if (o->source ||
		    (o->who.from == o->who.to && o->like == CUE_NONE))
			continue;
		c->like = k - 1;
		return true;
	}
	return false;
}

bool
take_first(const struct claim_view *v, struct cue *c)
{
	size_t i = 0;

	while (i < c->at && !word_verbal(v, i))
		i++;
	if (i < c->at && i > 0 && !v->w[i].quoted) {
		struct subject s = np_subject(v, i);

		if (s.kind == SUBJECT_NP && s.np.to <= c->at) {
			c->who = s.np;
			return true;
		}
	}
	return false;
}

/* "X was quoted as saying", "CNN quoted X as saying". */
static bool
take_quoted(const struct claim_view *v, struct cue *c)
{
	size_t i = c->at - 1;

	for (size_t k = 0; k < NP_REACH && i > 0; k++) {
		struct subject s;

		i--;
		if (word_has(v, i, WORD_COLON | WORD_STOP) || v->w[i].quoted)
			return false;
		if (!word_is(v, i, "quoted") && !word_is(v, i, "cited") &&
		    !word_is(v, i, "quotes"))
			continue;
		s = np_subject(v, i);
		c->begin = s.begin;
		c->who = s.np;
		if (s.passive || s.kind != SUBJECT_NP)
			return s.kind == SUBJECT_NP;
		c->medium = s.np;
		c->who = (struct np){ i + 1, c->at - 1 };
		while (c->who.to > c->who.from && !np_inner(v, c->who.to - 1) &&
		    !word_has(v, c->who.to - 1, WORD_ME))
			c->who.to--;
		return c->who.to > c->who.from;
	}
	return false;
}

bool
take_ing(const struct claim_view *v, struct cue *c, const struct subject *s,
    const struct cues *found)
{
	size_t p = c->at;

	if (s->kind == SUBJECT_NP) {
		c->who = s->np;
		return word_has(v, c->end, WORD_THAT) ||
		    s->passive /* "is saying" */ ||
		    (v->w[p].frames & (FRAME('s') | FRAME('x'))) != 0;
	}
	if (p > 1 && word_has(v, p - 1, WORD_AS))
		return take_quoted(v, c);
	c->joined = true;
	c->begin = p;
	if (p == 0) {
		c->like = CUE_NEXT;
		return true;
	}
	if (s->kind == SUBJECT_NONE &&
	    !(word_is(v, p - 1, "by") || word_is(v, p - 1, "after") ||
		word_is(v, p - 1, "before") || word_is(v, p - 1, "while")))
		return false;
	c->begin = p - 1;
	return take_shared(c, found) || take_first(v, c);
}
