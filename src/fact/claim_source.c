/*
 * claim_source.c - sources: "according to X", "as reported by X"; see
 * claim_take.h.
 */
#include "claim_take.h"

size_t
take_source_at(const struct claim_view *v, size_t i)
{
	if (word_is(v, i, "according") && word_is(v, i + 1, "to"))
		return 2;
	if (word_is(v, i, "citing"))
		return 1;
	if (word_is(v, i, "as") && word_is(v, i + 1, "per"))
		return 2;
	if (word_is(v, i, "as") && i + 2 < v->n && v->w[i + 1].frames != 0 &&
	    (word_is(v, i + 2, "by") || word_is(v, i + 2, "in")))
		return 3;
	return word_is(v, i, "as") && word_is(v, i + 1, "told") &&
		word_is(v, i + 2, "to")
	    ? 3
	    : 0;
}

/* The end of an apposition behind the comma at token i, or i: "according to X,
 * an analyst at Y, prices will fall". */
static size_t
behind_apposition(const struct claim_view *v, size_t i)
{
	bool relative = word_has(v, i + 1, WORD_REL);
	size_t k = i + 1;

	if ((!word_has(v, k, WORD_DET) && !relative) || v->w[k].quoted)
		return i;
	while (k < v->n && k - i < 25 &&
	    !word_has(v, k, WORD_COMMA | WORD_STOP) && !v->w[k].quoted)
		k++;
	return word_has(v, k, WORD_COMMA) &&
		(relative || !said_clause(v, i + 1, k, false))
	    ? k
	    : i;
}

/* A source that opens its sentence: what is said stands behind a comma. */
static bool
take_opening(const struct claim_view *v, struct cue *c)
{
	size_t from = c->who.to, i = from;

	while (i < v->n && i - from < NP_REACH && !word_has(v, i, WORD_COMMA) &&
	    !v->w[i].quoted)
		i++;
	if (!word_has(v, i, WORD_COMMA))
		return false;
	i = behind_apposition(v, i);
	c->said = (struct np){ i + 1, v->n };
	return i + 1 < v->n;
}

bool
take_source(const struct claim_view *v, size_t i, size_t n, struct cue *c)
{
	size_t end = i + n;

	*c = (struct cue){ .at = i, .end = end, .like = CUE_NONE, .begin = i };
	c->source = true;
	c->who = (struct np){ end, np_end(v, end, true) };
	if (c->who.to == end)
		return false;
	if (i == 0 || (i == 1 && word_has(v, 0, WORD_AND)))
		return take_opening(v, c);
	if (word_is(v, i, "citing"))
		return said_left_end(v, i) > 0;
	if (said_take_left(v, c, i, c->who.to))
		return true;
	/* No comma before it: "Prices fell according to the bank." */
	if (i > 3 && word_is(v, i, "according")) {
		c->said = (struct np){ 0, i };
		c->left = true;
		return true;
	}
	return false;
}
