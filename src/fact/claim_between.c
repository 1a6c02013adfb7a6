/*
 * claim_between.c - what stands between a verb and what is said; see
 * claim_said.h.
 */
#include "claim_said.h"

/* Whether somebody who is told begins at token i. */
static bool
told_at(const struct claim_view *v, size_t i)
{
	return word_has(v, i, WORD_DET) ||
	    (np_inner(v, i) &&
		(v->w[i].name != 0 || word_noun(v, i, i + 1, NOUN_TOLD) ||
		    word_noun(
			v, i + 1, i + 2 < v->n ? i + 2 : i + 1, NOUN_TOLD)));
}

/* Behind those who are told, from token i: a name, or a noun phrase. */
static size_t
told_end(const struct claim_view *v, size_t i)
{
	size_t j = i;

	while (word_has(v, j, WORD_DET))
		j++;
	if (j < v->n && v->w[j].name != 0) {
		uint32_t name = v->w[j].name;

		while (j < v->n && v->w[j].name == name)
			j++;
		if (!word_is(v, j, "'s") && !word_is(v, j, "-") &&
		    !word_noun(v, j, j < v->n ? j + 1 : j, NOUN_MEDIUM))
			return j;
	}
	return np_short_end(v, i);
}

/* The medium that tokens [i, j) name: anything on which one writes or which
 * one tells. */
static void
take_medium(
    const struct claim_view *v, size_t i, size_t j, bool on, struct cue *c)
{
	for (; i < j; i++) {
		const struct claim_name *name;

		if (on && word_noun(v, i, i + 1, NOUN_PLATFORM) &&
		    v->s->t.v[i].form == TOKEN_CAPITAL) {
			c->medium = (struct np){ i, j };
			return;
		}
		if (v->w[i].name == 0)
			continue;
		name = &v->s->names[v->w[i].name - 1];
		if (name->medium || (on && name->class == ENT_ORG)) {
			c->medium = (struct np){ i, i + 1 };
			return;
		}
	}
}

/* Whether a preposition belongs to a number: "about 5,000", "at least 60". */
static bool
is_about(const struct claim_view *v, size_t i)
{
	return word_is(v, i + 1, "least") || word_is(v, i + 1, "most") ||
	    (i + 1 < v->n && v->s->t.v[i + 1].kind == TOKEN_NUMBER &&
		(word_is(v, i, "about") || word_is(v, i, "over") ||
		    word_is(v, i, "under") || word_is(v, i, "around") ||
		    word_is(v, i, "between")));
}

/* Goes on to a "that" near by: "told a committee of lawmakers led by him that".
 */
static void
to_that(const struct claim_view *v, struct reach *r)
{
	for (size_t k = r->i; k < r->i + 5 && k < v->n; k++) {
		if (word_has(v, k, WORD_THAT) && !v->w[k].quoted)
			r->i = k;
		if (v->w[k].quoted || word_has(v, k, WORD_WALL))
			return;
	}
}

/* Behind an adverb or a time at token i, or i: "recently", "on June 5". */
static size_t
adverb_end(const struct claim_view *v, size_t i)
{
	if (!word_has(v, i, WORD_ADV | WORD_TIME) &&
	    (!word_ends(v, i, "ly") || np_inner(v, i + 1)))
		return i;
	i++;
	while (i < v->n && v->s->t.v[i].kind == TOKEN_NUMBER)
		i++;
	return i;
}

/* Behind those who are told, from token i behind a verb with these frames, or
 * i. */
static size_t
hearer_end(const struct claim_view *v, size_t i, uint32_t frames)
{
	size_t to = i;

	if (word_has(v, i, WORD_ME) && !word_is(v, i, "her"))
		to = i + 1;
	else if (told_at(v, i) ||
	    ((frames & FRAME('v')) == 0 && np_inner(v, i)))
		to = told_end(v, i);
	if (to == i && word_is(v, i, "her"))
		to = i + 1;
	/* "warned the plan would fail": nobody is told */
	return word_verbal(v, to) && to < v->n ? i : to;
}

/* Behind the preposition at token i and what it governs, or i: "in a
 * statement". */
static size_t
phrase_end(const struct claim_view *v, size_t i, uint32_t frames)
{
	size_t to;

	if (!word_has(v, i, WORD_PREP) || is_about(v, i) ||
	    ((frames & FRAME('p')) != 0 && !word_is(v, i, "in") &&
		!word_is(v, i, "on") && !word_is(v, i, "at")) ||
	    word_has(v, i, WORD_SUB) ||
	    (word_has(v, i, WORD_TO) && !told_at(v, i + 1)))
		return i;
	to = np_short_end(v, i + 1);
	if (to == i + 1 && word_has(v, to, WORD_ME))
		to++;
	return to == i + 1 ? i : to;
}

struct reach
said_between(
    const struct claim_view *v, size_t i, uint32_t frames, struct cue *c)
{
	struct reach r = { .i = i };

	for (size_t k = 0; k < 8; k++) {
		size_t from = r.i;

		if (from >= v->n || v->w[from].quoted ||
		    word_has(v, from, WORD_THAT))
			break;
		r.i = adverb_end(v, from);
		if (r.i > from)
			continue;
		if ((frames & FRAME('r')) != 0 && !r.told)
			r.i = hearer_end(v, from, frames);
		if (r.i > from) {
			take_medium(v, from, r.i, false, c);
			r.told = r.spread = true;
			continue;
		}
		r.i = phrase_end(v, from, frames);
		if (r.i == from)
			break;
		take_medium(v, from + 1, r.i, word_is(v, from, "on"), c);
		r.spread = true;
	}
	if (r.spread)
		to_that(v, &r);
	return r;
}
