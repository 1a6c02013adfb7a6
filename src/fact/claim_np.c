/*
 * claim_np.c - noun phrases, as far as claims need them; see claim_np.h.
 */
#include "claim_np.h"

bool
np_inner(const struct claim_view *v, size_t i)
{
	const struct token *tok;

	if (i >= v->n || v->w[i].quoted)
		return false;
	if (v->w[i].name != 0)
		return true;
	tok = &v->s->t.v[i];
	if (tok->kind == TOKEN_NUMBER || word_is(v, i, "%"))
		return true;
	if (tok->kind != TOKEN_WORD)
		return (tok->glued &&
			   (word_is(v, i, "-") || word_is(v, i, "’") ||
			       word_is(v, i, "'"))) ||
		    word_is(v, i, "&") || word_is(v, i, "/") ||
		    (word_is(v, i, ".") && i + 1 < v->n &&
			!v->w[i + 1].quoted && i > 0 &&
			v->s->t.v[i - 1].text.n <= 4 &&
			v->s->t.v[i - 1].form == TOKEN_CAPITAL);
	return !word_has(v, i,
	    WORD_DET | WORD_PREP | WORD_AUX | WORD_NEG | WORD_AND | WORD_SUB |
		WORD_THAT | WORD_PRONOUN | WORD_ME | WORD_REL | WORD_WH);
}

bool
np_is_verb(const struct claim_view *v, size_t i)
{
	if (!word_verbal(v, i) || i == 0)
		return false;
	/* "the Iranian armed forces" */
	if (v->w[i].form == VERB_NONE && (v->w[i].bits & WORD_AUX) == 0 &&
	    (v->w[i].bits & WORD_VERB) == 0 && np_inner(v, i + 1) &&
	    v->w[i + 1].name == 0 && v->s->t.v[i + 1].form == TOKEN_LOWER &&
	    !word_has(v, i - 1, WORD_PRONOUN))
		return false;
	return np_inner(v, i - 1) ||
	    word_has(v, i - 1, WORD_PRONOUN | WORD_CLOSE);
}

/* Whether a verb stands before token i in its clause. */
static bool
verb_before(const struct claim_view *v, size_t i)
{
	for (size_t k = 0; k < NP_REACH && i > 0; k++) {
		i--;
		if (v->w[i].quoted || word_has(v, i, WORD_WALL))
			return false;
		if (np_is_verb(v, i))
			return true;
	}
	return false;
}

size_t
np_base_start(const struct claim_view *v, size_t j)
{
	for (size_t k = 0; k < NP_REACH && j > 0; k++) {
		size_t p = j - 1;

		/* "on Friday Putin", but "the 25-year-old", "last year's" */
		if (!np_inner(v, p) || np_is_verb(v, p) ||
		    (word_has(v, p, WORD_TIME) && !word_is(v, j, "-") &&
			!word_is(v, j, "'s")))
			break;
		j = p;
	}
	/* "that" joins clauses more often than it points. */
	while (j > 0 && word_has(v, j - 1, WORD_DET) &&
	    !word_has(v, j - 1, WORD_THAT) && !v->w[j - 1].quoted)
		j--;
	return j;
}

size_t
np_before_bracket(const struct claim_view *v, size_t i)
{
	size_t j = i;

	if (i == 0 || !word_has(v, i - 1, WORD_CLOSE))
		return i;
	for (size_t k = 0; k < 12 && j > 0; k++)
		if (word_has(v, --j, WORD_OPEN))
			return j;
	return i;
}

size_t
np_start(const struct claim_view *v, size_t last)
{
	size_t j = np_base_start(v, last);

	while (j > 1 && last - j < NP_REACH) {
		size_t p = j - 1, before = np_before_bracket(v, p);

		if (before == 0 || !np_inner(v, before - 1) ||
		    np_is_verb(v, before - 1))
			break;
		if (word_has(v, p, WORD_LINK)
			? word_has(v, j, WORD_TIME)
			: !word_is(v, p, "and") || verb_before(v, p))
			break;
		j = np_base_start(v, before - 1);
	}
	return j;
}

/* Whether a noun phrase that goes on behind token i, a preposition, is still
 * about who speaks. */
static bool
goes_on(const struct claim_view *v, size_t i, bool wide)
{
	if (word_has(v, i + 1, WORD_TIME))
		return false;
	if (!word_has(v, i + 1, WORD_DET) && !np_inner(v, i + 1))
		return false;
	return wide ? word_has(v, i, WORD_PREP)
		    : word_is(v, i, "of") || word_is(v, i, "for") ||
		word_is(v, i, "from") || word_is(v, i, "at") ||
		word_is(v, i, "with");
}

size_t
np_end(const struct claim_view *v, size_t i, bool wide)
{
	size_t first = i;

	while (i < v->n && i - first < NP_REACH && !v->w[i].quoted) {
		bool det = word_has(v, i, WORD_DET);

		if (word_has(v, i, WORD_TIME) && !word_has(v, i, WORD_DET) &&
		    i > first)
			break;
		if (np_inner(v, i) || (det && i == first) ||
		    (det && !np_inner(v, i - 1)))
			i++;
		else if (i > first && goes_on(v, i, wide))
			i++;
		else if (i > first && word_is(v, i, "and") &&
		    (word_has(v, i + 1, WORD_DET) || np_inner(v, i + 1)) &&
		    !word_verbal(v, i + 1))
			i++;
		else
			break;
	}
	while (i > first && !np_inner(v, i - 1))
		i--;
	return i;
}

size_t
np_short_end(const struct claim_view *v, size_t i)
{
	size_t first = i;
	bool noun = false;

	while (i < v->n && word_has(v, i, WORD_DET))
		i++;
	for (; np_inner(v, i) && i - first < NP_REACH; i++) {
		if (word_has(v, i, WORD_TIME)) {
			while (i < v->n && i - first < NP_REACH &&
			    (word_has(v, i, WORD_TIME) ||
				v->s->t.v[i].kind == TOKEN_NUMBER))
				i++;
			return i;
		}
		if (i > first && v->w[i].name != 0 &&
		    v->w[i].name != v->w[i - 1].name && noun)
			break;
		if (i > first && word_verbal(v, i))
			break;
		noun = word_is(v, i, "'s") || word_is(v, i, "-")
		    ? false
		    : v->w[i].name != 0 ||
			(v->s->t.v[i].form == TOKEN_LOWER &&
			    v->w[i].nouns != 0);
	}
	return i;
}
