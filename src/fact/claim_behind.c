/*
 * claim_behind.c - who speaks, where that stands behind the verb; see
 * claim_take.h.
 */
#include "claim_take.h"

/* Whether a verb stands in what follows token i, before a comma. */
static bool
verb_follows(const struct claim_view *v, size_t i)
{
	for (size_t k = 0; k < NP_REACH && !word_end(v, i); k++, i++) {
		if (word_has(v, i, WORD_COMMA | WORD_SUB | WORD_REL) ||
		    v->w[i].quoted)
			return false;
		if (word_verbal(v, i))
			return true;
	}
	return false;
}

/* Behind the words for an inverted speaker that ends before token i, with
 * his apposition, where a quotation goes on: ", 34, who lives there, “". */
static size_t
inverted_end(const struct claim_view *v, size_t i)
{
	for (size_t k = 0; k < 2 * NP_REACH && i + k < v->n; k++) {
		size_t at = i + k;

		if (word_has(v, at, WORD_STOP))
			break;
		if (word_quote(v, at))
			return k > 0 &&
				word_has(v, at - 1, WORD_COMMA | WORD_COLON)
			    ? at - 1
			    : i;
	}
	return i;
}

/* Whether a verb in -ed or of the tables stands in tokens [1, end). */
static bool
has_verb(const struct claim_view *v, size_t end)
{
	for (size_t i = 1; i < end && i < 2 * NP_REACH; i++)
		if (word_verbal(v, i))
			return true;
	return false;
}

/* Whether a verb behind a comma, and no quotation, has its speaker behind it,
 * in tokens [c->end, to), and not what is said: "It rained, said the army", not
 * "The mayor, Ann Bell, declared a day of mourning". */
static bool
inverts(const struct claim_view *v, const struct cue *c, size_t left, size_t to)
{
	uint32_t frames = v->w[c->at].frames;

	if (word_quote(v, to) || (frames & FRAMES_CLAUSE) == 0)
		return false;
	/* "Years later, says Ann Bell, it was still there" */
	if (take_is_person(v, c->end, to))
		return said_left(v, left) || word_has(v, to, WORD_COMMA);
	return (frames & (FRAME('n') | FRAME('i') | FRAME('s'))) == 0 &&
	    has_verb(v, left) && !verb_follows(v, to);
}

bool
take_inverted(const struct claim_view *v, struct cue *c)
{
	size_t from = c->end, to = np_end(v, from, false), left;

	if (word_has(v, from, WORD_HE | WORD_THEY | WORD_I))
		to = from + 1;
	if (to == from || word_verbal(v, to) || v->w[from].quoted ||
	    word_has(v, from, WORD_IT | WORD_THAT))
		return false;
	left = said_left_end(v, c->at);
	if (left == 0 || word_has(v, c->at - 1, WORD_AS))
		return false;
	if (!v->w[left - 1].quoted && !inverts(v, c, left, to))
		return false;
	c->who = (struct np){ from, to };
	return said_take_left(v, c, c->at, inverted_end(v, to));
}

bool
take_passive(const struct claim_view *v, struct cue *c, const struct subject *s,
    uint32_t frames)
{
	size_t i = c->end;
	struct np said = { 0, 0 };

	if ((frames & FRAMES_PHRASE) == 0)
		return false;
	if (s->passive && s->kind == SUBJECT_NP)
		said = s->np;
	if (word_quote(v, i) && (frames & FRAME('x')) != 0) {
		said = (struct np){ i, word_quote_end(v, i) };
		i = said.to;
	} else if (!s->passive)
		return false;
	if (!word_has(v, i, WORD_BY)) {
		c->said = said;
		return word_quote(v, c->end) && s->kind != SUBJECT_NP;
	}
	c->who = (struct np){ i + 1, np_end(v, i + 1, false) };
	if (c->who.to == c->who.from || said.to == said.from)
		return false;
	if (word_has(v, c->who.to, WORD_AS) && said.from < c->at)
		said.to = said_phrase_end(v, c->who.to);
	c->said = said;
	c->begin = s->begin;
	c->joined = false;
	return true;
}
