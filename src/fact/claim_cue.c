/*
 * claim_cue.c - what shows that somebody says something; see claim_cue.h.  Its
 * parts are those of claim_take.h.
 */
#include "claim_cue.h"

#include "claim_take.h"

/* Whether "X claims" may stand behind what X claims: not where it reads as a
 * noun, as in "with new demands, such as". */
static bool
may_follow(const struct claim_view *v, const struct cue *c, uint32_t frames)
{
	size_t left = said_left_end(v, c->begin);

	if (word_has(v, c->who.from, WORD_PRONOUN) ||
	    take_is_person(v, c->who.from, c->who.to))
		return true;
	/* A noun without article is a participle's: "comment reported in". */
	if (left > 1 && left == c->begin && v->w[left - 1].quoted &&
	    !word_has(v, left - 2, WORD_COMMA | WORD_STOP) &&
	    !word_has(v, c->who.from, WORD_DET) && !take_is_many(v, &c->who) &&
	    v->w[c->who.to - 1].name == 0 && v->w[c->who.from].name == 0)
		return false;
	return (frames & FRAME('z')) == 0 ||
	    (take_is_many(v, &c->who) && word_end(v, c->end)) ||
	    (v->w[c->at].form != VERB_THIRD && v->w[c->at].form != VERB_BASE) ||
	    (left > 0 && v->w[left - 1].quoted);
}

/* A verb in -ing at token i: it must have what is said behind it. */
static bool
take_participle(const struct claim_view *v, const struct subject *s,
    const struct cues *found, struct cue *c, uint32_t frames)
{
	bool as = c->at > 0 && word_has(v, c->at - 1, WORD_AS);

	if (!take_ing(v, c, s, found))
		return false;
	/* "after reporting a loss" */
	if (c->at > 0 && word_has(v, c->at - 1, WORD_PREP))
		frames &= ~FRAMES_PHRASE | FRAME('s') | FRAME('x');
	c->said = said_right(v, c, frames);
	return c->said.to > c->said.from ||
	    (as && said_take_left(v, c, c->begin, c->end));
}

/* A finite verb whose speaker is known: what is said stands behind it, or
 * before. */
static bool
take_finite(
    const struct claim_view *v, struct cue *c, uint32_t frames, bool shared)
{
	size_t left = shared ? 0 : said_left_end(v, c->begin);
	bool behind_quote = left > 0 && v->w[left - 1].quoted;
	struct reach between;

	c->said = said_right(v, c, frames);
	if (c->said.to > c->said.from) {
		/* “...,” he said, “...” */
		if (behind_quote && c->speech && word_quote(v, c->said.from))
			return said_take_left(v, c, c->begin, c->said.from - 1);
		return true;
	}
	if (c->opens)
		return true;
	if ((frames & (FRAME('q') | FRAME('v'))) == 0 || shared ||
	    !may_follow(v, c, frames))
		return false;
	if ((frames & (FRAMES_CLAUSE | FRAME('n'))) == 0 && !behind_quote)
		return false;
	between = said_between(v, c->end, frames, c);
	if ((frames & FRAME('r')) != 0 && (frames & FRAME('v')) == 0 &&
	    !between.spread)
		return false; /* "..., court told" */
	return said_take_left(v, c, c->begin, between.i);
}

/* Sets up c for the verb at token i; false for one that says nothing. */
static bool
begin_verb(const struct claim_view *v, size_t i, const struct subject *s,
    struct cue *c)
{
	uint32_t before = WORD_AND | WORD_COMMA | WORD_DASH | WORD_COLON;

	*c = (struct cue){ .at = i, .end = i + 1, .like = CUE_NONE };
	if ((v->w[i].frames & FRAME('u')) != 0) {
		if (!word_is(v, i + 1, "out"))
			return false;
		c->end++;
	}
	c->begin = s->begin;
	c->stance = (enum claim_stance)v->w[i].stance;
	c->speech = (v->w[i].frames & FRAME('q')) != 0;
	if (s->begin == 0)
		return true;
	c->joined =
	    !v->w[s->begin - 1].quoted && word_has(v, s->begin - 1, before);
	return !word_has(v, s->begin - 1, WORD_IF);
}

/* A verb of saying at token i. */
static bool
take_verb(const struct claim_view *v, size_t i, const struct cues *found,
    struct cue *c)
{
	uint32_t frames = v->w[i].frames;
	enum verb_form form = (enum verb_form)v->w[i].form;
	struct subject s = np_subject(v, i);

	if (!begin_verb(v, i, &s, c))
		return false;
	if ((form == VERB_PAST || form == VERB_PART) &&
	    (s.passive || s.kind != SUBJECT_NP) &&
	    take_passive(v, c, &s, frames))
		return true;
	if (form == VERB_ING)
		return take_participle(v, &s, found, c, frames);
	if (s.passive)
		return false;
	if ((frames & FRAME('v')) != 0 && take_inverted(v, c))
		return true;
	if (form == VERB_PART)
		return false;
	if (s.kind == SUBJECT_SHARED) {
		c->joined = true;
		return (take_shared(c, found) || take_first(v, c)) &&
		    take_finite(v, c, frames, true);
	}
	c->who = s.np;
	/* "Rebels who reject a deal" say nothing now. */
	if (word_has(v, s.np.to + word_has(v, s.np.to, WORD_COMMA), WORD_REL))
		frames &= ~FRAMES_PHRASE;
	return s.kind == SUBJECT_NP && take_agrees(v, i, &s.np) &&
	    take_finite(v, c, frames, false);
}

/* What a claim says ends where the next one begins that is joined to it, or
 * that stands behind what it says. */
static void
cut(const struct claim_view *v, struct cues *found)
{
	for (size_t k = 0; k < found->n; k++) {
		struct cue *c = &found->v[k];

		for (size_t m = k + 1; m < found->n && m < k + 16; m++) {
			const struct cue *o = &found->v[m];
			size_t at = o->begin;

			if (at <= c->said.from || at >= c->said.to ||
			    o->said.to <= o->said.from)
				continue;
			if (!o->joined && !o->left)
				continue;
			if (o->left && c->left)
				continue;
			if (o->joined && !o->left && at > 0 &&
			    word_has(v, at - 1, WORD_COMMA) &&
			    o->like == CUE_NONE && v->w[o->at].form != VERB_ING)
				continue; /* "that if they do, Israel says" */
			c->said.to = at;
		}
	}
}

/* Whether token i is part of a word like "so-called". */
static bool
in_compound(const struct claim_view *v, size_t i)
{
	return (i > 0 && v->s->t.v[i].glued && word_is(v, i - 1, "-")) ||
	    (word_is(v, i + 1, "-") && v->s->t.v[i + 1].glued);
}

struct cues
cue_find(const struct claim_view *v, struct arena *a)
{
	struct cues found = { NULL, 0 };
	size_t cap = 0;

	for (size_t i = 0; i < v->n; i++) {
		struct cue c;
		size_t n;
		bool ok;

		if (v->w[i].quoted || v->w[i].name != 0 || in_compound(v, i))
			continue;
		n = take_source_at(v, i);
		if (n > 0)
			ok = take_source(v, i, n, &c);
		else
			ok = v->w[i].frames != 0 && take_verb(v, i, &found, &c);
		if (ok) {
			found.v = vec_room(
			    a, found.v, found.n, &cap, sizeof(*found.v));
			found.v[found.n++] = c;
		}
		if (n > 0)
			i = ok ? c.who.to - 1 : i + n - 1;
	}
	for (size_t k = 0; k < found.n; k++)
		if (found.v[k].like == CUE_NEXT)
			found.v[k].like = k + 1 < found.n ? k + 1 : CUE_NONE;
	cut(v, &found);
	return found;
}
