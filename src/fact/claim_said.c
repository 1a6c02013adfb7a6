/*
 * claim_said.c - what is said, behind a verb or before it; see claim_said.h.
 */
#include "claim_said.h"

/* Where a phrase that is said ends: it is not a clause. */
size_t
said_phrase_end(const struct claim_view *v, size_t i)
{
	size_t first = i;

	for (; !word_end(v, i) || (i < v->n && v->w[i].quoted); i++) {
		if (v->w[i].quoted || i == first)
			continue;
		if (word_has(v, i, WORD_COMMA | WORD_DASH | WORD_COLON))
			break;
		if (word_has(v, i, WORD_AND) &&
		    (word_is(v, i, "but") || word_verbal(v, i + 1)))
			break;
		if (word_has(v, i, WORD_BY) && word_ends(v, i + 1, "ing"))
			break;
		if (word_has(v, i, WORD_SUB) && !word_is(v, i, "so") &&
		    !word_has(v, i, WORD_PREP | WORD_AS))
			break;
	}
	return i;
}

/* Whether a clause could stand in tokens [i, end); strict: with its verb
 * before a comma. */
bool
said_clause(const struct claim_view *v, size_t i, size_t end, bool strict)
{
	/* "it" is an object as well: "reported it in May" */
	if (word_has(v, i, WORD_PRONOUN) && end > i + 1 &&
	    !word_has(v, i, WORD_IT))
		return !word_has(v, i + 1, WORD_TO);
	if (word_has(v, i, WORD_IT) && end > i + 1 &&
	    (word_ends(v, i + 1, "s") || word_has(v, i + 1, WORD_ADV)))
		return true;
	for (size_t k = i + 1; k < end && k < i + NP_REACH; k++) {
		if (strict && word_has(v, k, WORD_COMMA))
			return false;
		if (word_verbal(v, k) && !v->w[k].quoted)
			return true;
	}
	return false;
}

/* What "accused him of theft" says. */
static struct np
after_object(const struct claim_view *v, size_t i)
{
	size_t end = said_phrase_end(v, i);

	for (size_t k = i + 1; k + 1 < end; k++)
		if (!v->w[k].quoted &&
		    (word_is(v, k, "of") || word_is(v, k, "for")) &&
		    (word_ends(v, k + 1, "ing") || end - k > 2))
			return (struct np){ k + 1, end };
	return (struct np){ i, i };
}

/* Whether the word at token k joins a thing to what is said of it. */
static bool
joins_object(const struct claim_view *v, size_t k, uint32_t frames)
{
	if (v->w[k].quoted)
		return (frames & FRAME('x')) != 0 && word_quote(v, k);
	if (word_has(v, k, WORD_AS))
		return (frames & (FRAME('s') | FRAME('x'))) != 0;
	if (word_is(v, k, "to"))
		return (frames & FRAME('s')) != 0 && (frames & FRAME('x')) == 0;
	/* "put the area at 60 square km" */
	if ((frames & FRAME('a')) == 0 || !word_is(v, k, "at"))
		return false;
	for (size_t i = k + 1; i < k + 6 && i < v->n; i++)
		if (v->s->t.v[i].kind == TOKEN_NUMBER)
			return true;
	return false;
}

/* What "described it as theft" says. */
static struct np
with_object(const struct claim_view *v, size_t i, uint32_t frames)
{
	size_t end = said_phrase_end(v, i);

	if (word_has(v, i, WORD_PREP))
		return (struct np){ i, i }; /* "called on", "called for" */
	for (size_t k = i; k < end; k++)
		if ((k > i || v->w[k].quoted) && joins_object(v, k, frames))
			return (struct np){ i, end };
	return (struct np){ i, i };
}

/* Whether the subject of c speaks by itself: images, a report. */
static bool
is_evidence(const struct claim_view *v, const struct cue *c)
{
	return word_noun(v, c->who.from, c->who.to, NOUN_EVIDENCE);
}

/* What is said behind the verb of c, in one of the phrases that it may have. */
static struct np
said_phrase(
    const struct claim_view *v, size_t i, uint32_t frames, const struct cue *c)
{
	struct np none = { i, i };
	bool noun = word_has(v, i, WORD_DET) ||
	    (np_inner(v, i) && !word_ends(v, i, "ing"));

	if ((word_verbal(v, i) && (v->w[i].frames & FRAME('z')) == 0) ||
	    word_has(v, i, WORD_AND))
		return none;
	if ((frames & FRAME('o')) != 0)
		return after_object(v, i);
	if ((frames & FRAME('i')) != 0 && word_has(v, i, WORD_TO) &&
	    i + 1 < v->n && v->s->t.v[i + 1].form == TOKEN_LOWER)
		return (struct np){ i, said_phrase_end(v, i) };
	if ((frames & FRAME('g')) != 0 && word_ends(v, i, "ing"))
		return (struct np){ i, said_phrase_end(v, i) };
	if ((frames & FRAME('p')) != 0 && i == c->end &&
	    (word_is(v, i, "of") || word_is(v, i, "about") ||
		word_is(v, i, "against") || word_is(v, i, "to")))
		return (struct np){ i + 1, said_phrase_end(v, i + 1) };
	if ((frames & (FRAME('s') | FRAME('x') | FRAME('a'))) != 0) {
		struct np said = with_object(v, i, frames);

		if (said.to > said.from)
			return said;
	}
	if ((frames & FRAME('n')) != 0 && noun &&
	    ((frames & FRAME('e')) == 0 || is_evidence(v, c)))
		return (struct np){ i, said_phrase_end(v, i) };
	return none;
}

/* The quotation that begins at token i and is said, with what stands behind it
 * when it is only a part of that. */
static struct np
quoted_right(const struct claim_view *v, size_t i)
{
	size_t end = word_quote_end(v, i);
	bool alone = word_end(v, end) || end >= v->n ||
	    word_has(v, end, WORD_COMMA | WORD_AND | WORD_DASH) ||
	    word_has(v, end - 2, WORD_STOP);

	return (struct np){ i, alone ? end : v->n };
}

/* What is said behind the colon or comma at token i. */
static struct np
after_mark(const struct claim_view *v, size_t i, struct cue *c)
{
	bool quote = word_quote(v, i + 1);

	if (word_has(v, i, WORD_COLON) && c->speech) {
		c->opens = i + 1 >= v->n;
		return (struct np){ i + 1,
			quote ? word_quote_end(v, i + 1) : v->n };
	}
	if (quote && c->speech)
		return (struct np){ i + 1, word_quote_end(v, i + 1) };
	return (struct np){ i, i };
}

/* Whether an indirect question begins at token i: "said where it was". */
static bool
asks(const struct claim_view *v, size_t i)
{
	return (word_has(v, i, WORD_WH) &&
		   !word_has(v, i, WORD_SUB | WORD_REL)) ||
	    word_is(v, i, "whether") || word_is(v, i, "where") ||
	    word_is(v, i, "who");
}

/* Whether a clause without "that" begins at token i. */
static bool
is_bare(
    const struct claim_view *v, size_t i, uint32_t frames, const struct cue *c)
{
	if ((frames & FRAME('b')) == 0 ||
	    ((frames & FRAME('e')) != 0 && !is_evidence(v, c)))
		return false;
	if (word_verbal(v, i) || word_has(v, i, WORD_AND | WORD_SUB) ||
	    ((frames & FRAME('n')) != 0 && word_ends(v, i, "ing")))
		return false;
	return ((frames & FRAME('l')) != 0 && v->n > i + 4) ||
	    said_clause(v, i, v->n, true);
}

/* Whether "nothing" or the like at token i is all that is said. */
static bool
is_void(const struct claim_view *v, size_t i)
{
	return word_noun(v, i, i + 1, NOUN_VOID) && !word_verbal(v, i + 1) &&
	    !np_inner(v, i + 1) && !word_has(v, i + 1, WORD_DET);
}

/* What is said behind the verb of c. */
struct np
said_right(const struct claim_view *v, struct cue *c, uint32_t frames)
{
	struct reach r = said_between(v, c->end, frames, c);
	size_t i = r.i;
	struct np none = { i, i };

	if (word_end(v, i) && !(i < v->n && v->w[i].quoted))
		return none;
	if (is_void(v, i))
		return none;
	/* "say that is a lie": it is no conjunction. */
	if (word_has(v, i, WORD_THAT) && (frames & FRAMES_CLAUSE) != 0)
		return (struct np){ i + !word_has(v, i + 1, WORD_AUX), v->n };
	if (word_quote(v, i) && (c->speech || (frames & FRAME('x')) != 0))
		return quoted_right(v, i);
	if (word_has(v, i, WORD_COMMA) ||
	    (word_has(v, i, WORD_COLON) && c->speech))
		return after_mark(v, i, c);
	if ((frames & FRAME('t')) != 0 && asks(v, i))
		return (struct np){ i, v->n };
	/* "told nothing but the truth": nobody is told */
	if ((frames & FRAME('r')) != 0 && !r.told &&
	    (frames & FRAME('v')) == 0 && (frames & FRAME('b')) != 0)
		return none;
	if (is_bare(v, i, frames, c))
		return (struct np){ i, v->n };
	return said_phrase(v, i, frames, c);
}

/* Whether what is said may stand before token begin: where it ends, or 0. */
size_t
said_left_end(const struct claim_view *v, size_t begin)
{
	size_t i = begin;

	if (i > 0 && word_has(v, i - 1, WORD_AS) && !v->w[i - 1].quoted)
		i--;
	if (i == 0)
		return 0;
	if (v->w[i - 1].quoted)
		return i;
	if (word_has(v, i - 1, WORD_COMMA | WORD_DASH) && i > 1)
		return i - 1;
	return 0;
}

/* Whether tokens [0, end) hold a clause or a quotation. */
bool
said_left(const struct claim_view *v, size_t end)
{
	if (end > 0 && v->w[end - 1].quoted)
		return true;
	for (size_t k = 1; k < NP_REACH && k <= end; k++)
		if (word_verbal(v, end - k) || v->w[end - k].quoted)
			return true;
	return end > 4 && !word_has(v, 0, WORD_PREP);
}

/* Takes what stands left of c, which begins at begin and whose words end
 * before token after; and what follows, when it goes on there. */
bool
said_take_left(
    const struct claim_view *v, struct cue *c, size_t begin, size_t after)
{
	size_t end = said_left_end(v, begin);

	if (end == 0)
		return false;
	if (word_has(v, after, WORD_COMMA | WORD_DASH | WORD_COLON) ||
	    word_quote(v, after)) {
		size_t next = after + !word_quote(v, after);

		if (word_quote(v, next))
			c->more = (struct np){ next, word_quote_end(v, next) };
		else if (word_has(v, next, WORD_AUX | WORD_VERB) ||
		    !said_left(v, end))
			end = v->n; /* "The ferry, she said, was late" */
	} else if (!said_left(v, end))
		return false;
	c->said = (struct np){ 0, end };
	c->begin = end < begin ? end : begin;
	c->left = true;
	return true;
}
