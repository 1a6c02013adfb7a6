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

/* Whether token i is a verb of the clause, not an adjective that begins its
 * noun phrase ("armed men"). */
static bool
is_verb(const struct claim_view *v, size_t i)
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
		if (is_verb(v, i))
			return true;
	}
	return false;
}

/* The first token of the phrase without joints that ends in token j. */
static size_t
base_start(const struct claim_view *v, size_t j)
{
	for (size_t k = 0; k < NP_REACH && j > 0; k++) {
		size_t p = j - 1;

		/* "on Friday Putin", but "the 25-year-old", "last year's" */
		if (!np_inner(v, p) || is_verb(v, p) ||
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

/* Before the bracket that ends before token i: "the Institute (ISW),". */
static size_t
over_bracket(const struct claim_view *v, size_t i)
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
	size_t j = base_start(v, last);

	while (j > 1 && last - j < NP_REACH) {
		size_t p = j - 1, before = over_bracket(v, p);

		if (before == 0 || !np_inner(v, before - 1) ||
		    is_verb(v, before - 1))
			break;
		if (word_has(v, p, WORD_LINK)
			? word_has(v, j, WORD_TIME)
			: !word_is(v, p, "and") || verb_before(v, p))
			break;
		j = base_start(v, before - 1);
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

/* Steps back over what stands between subject and verb; false when it says
 * that nothing was said. */
static bool
step_back(const struct claim_view *v, size_t *at, bool *passive)
{
	size_t i = *at;

	for (size_t k = 0; k < NP_REACH && i > 0; k++) {
		size_t p = i - 1;
		struct str low = v->s->t.v[p].low;

		if (v->w[p].quoted)
			break;
		if (word_has(v, p, WORD_NEG | WORD_MODAL))
			return false;
		if (word_has(v, p, WORD_AUX | WORD_ADV) ||
		    (v->w[p].name == 0 && v->s->t.v[p].form == TOKEN_LOWER &&
			low.n > 4 && str_ends(low, STR("ly")))) {
			*passive = *passive || word_has(v, p, WORD_BE);
			i = p;
		} else if (word_has(v, p, WORD_TIME) && p > 0 &&
		    !v->w[p - 1].quoted) {
			i = p;
			while (i > 0 &&
			    (v->s->t.v[i - 1].kind == TOKEN_NUMBER ||
				word_has(v, i - 1, WORD_TIME)))
				i--;
			if (i > 0 && word_has(v, i - 1, WORD_DET))
				i--;
			if (i > 0 && word_has(v, i - 1, WORD_PREP))
				i--;
		} else
			break;
	}
	*at = i;
	return true;
}

/* Whether tokens [i, j) are a person's name, with a title perhaps, or that of
 * an organisation alone. */
static bool
all_name(const struct claim_view *v, size_t i, size_t j)
{
	uint32_t name = j > i ? v->w[j - 1].name : 0;
	enum ent_class class;

	if (name == 0)
		return false;
	class = v->s->names[name - 1].class;
	for (; i < j; i++)
		if (!np_inner(v, i) ||
		    (class != ENT_PERSON && v->w[i].name != name))
			return false;
	return class == ENT_PERSON || class == ENT_ORG;
}

/* The comma before token i in its clause, or i. */
static size_t
comma_before(const struct claim_view *v, size_t i)
{
	size_t j = i;

	for (size_t k = 0; k < NP_REACH && j > 0; k++) {
		j--;
		if (v->w[j].quoted || word_has(v, j, WORD_COLON | WORD_STOP))
			return i;
		if (word_has(v, j, WORD_COMMA | WORD_DASH))
			return j;
	}
	return i;
}

static struct subject
take_np(const struct claim_view *v, size_t last, struct subject s)
{
	size_t rel = last, k = 0;

	/* "an official who asked not to be named said" */
	for (; k < NP_REACH && rel > 0; k++, rel--)
		if (v->w[rel].quoted || word_has(v, rel, WORD_WALL | WORD_REL))
			break;
	/* but not "a land whose annexation Russia declared" */
	if (word_has(v, rel, WORD_REL) && rel > 0 && np_inner(v, rel - 1) &&
	    (word_verbal(v, rel + 1) || word_has(v, rel + 1, WORD_ADV)))
		last = rel - 1;
	if (!np_inner(v, last))
		return s;
	s.np.from = np_start(v, last);
	s.np.to = last + 1;
	s.begin = s.np.from;
	s.kind = SUBJECT_NP;
	return s;
}

/* Whether a noun phrase that begins at token from stands free: nothing binds
 * it to a word before it. */
static bool
stands_free(const struct claim_view *v, size_t from)
{
	return from == 0 || v->w[from - 1].quoted ||
	    word_has(v, from - 1,
		WORD_COMMA | WORD_DASH | WORD_COLON | WORD_STOP | WORD_AND |
		    WORD_ADV | WORD_TIME | WORD_THAT | WORD_SUB | WORD_CLOSE) ||
	    v->s->t.v[from - 1].kind == TOKEN_NUMBER;
}

/* Whether the words between two commas, tokens [i, j), can say more of whom
 * stands before them: they are no clause of their own. */
static bool
appositive(const struct claim_view *v, size_t i, size_t j)
{
	if (word_has(v, i, WORD_DET | WORD_REL | WORD_PREP | WORD_AS))
		return true;
	for (; i < j; i++)
		if (is_verb(v, i))
			return false;
	return true;
}

/* A verb behind a comma: "X, 34, the owner, said", or nothing of that form. */
static struct subject
over_apposition(const struct claim_view *v, size_t comma, struct subject s)
{
	size_t end = comma;

	s.kind = SUBJECT_GAP;
	s.begin = comma + 1;
	for (size_t k = 0; k < 6; k++) {
		size_t open = comma_before(v, end);
		size_t from = open == end ? 0 : open + 1;
		size_t last = over_bracket(v, end);
		struct subject found = s;

		if (last > from && np_inner(v, last - 1) &&
		    v->s->t.v[last - 1].kind != TOKEN_NUMBER)
			found = take_np(v, last - 1, s);
		if (found.kind == SUBJECT_NP && found.np.to > found.np.from &&
		    all_name(v, found.np.from, found.np.to)) {
			/* "the minister, Tomas Brandt, warned" */
			if (k == 0 && stands_free(v, found.np.from) &&
			    found.np.from == from && open > 0 && open != end &&
			    np_inner(v, open - 1))
				found.begin = np_start(v, open - 1);
			if (stands_free(v, found.np.from))
				return found;
		} else if (found.kind == SUBJECT_NP && k > 0 &&
		    stands_free(v, found.np.from) &&
		    !(found.np.to - found.np.from == 1 &&
			word_verbal(v, found.np.from)) &&
		    s.np.to == s.np.from)
			s.np = found.np;
		/* "Images taken on Monday by a firm, ..., show" */
		last = np_short_end(v, from);
		if (open == end && s.np.to == s.np.from &&
		    word_noun(v, from, last, NOUN_EVIDENCE))
			s.np = (struct np){ from, last };
		if (open == end || !appositive(v, from, end))
			break;
		end = open;
	}
	if (s.np.to > s.np.from) {
		s.kind = SUBJECT_NP;
		s.begin = s.np.from;
	}
	return s;
}

struct subject
np_subject(const struct claim_view *v, size_t i)
{
	struct subject s = { .kind = SUBJECT_NONE, .begin = i };
	size_t p;

	if (!step_back(v, &i, &s.passive))
		return s;
	s.begin = i;
	if (i == 0 || v->w[i - 1].quoted) {
		s.kind = SUBJECT_GAP;
		return s;
	}
	i = over_bracket(v, i);
	if (i == 0)
		return s;
	p = i - 1;
	if (word_has(v, p, WORD_COMMA | WORD_DASH))
		return over_apposition(v, p, s);
	if (word_has(v, p, WORD_AND)) {
		s.kind = SUBJECT_SHARED;
		s.begin = p;
	} else if (word_has(v, p, WORD_REL)) {
		/* "Smith, who said" */
		if (p > 0 && word_has(v, p - 1, WORD_COMMA))
			p--;
		if (p > 0 && np_inner(v, p - 1)) {
			s.np = (struct np){ base_start(v, p - 1), p };
			s.begin = s.np.from;
			s.kind = SUBJECT_NP;
		}
	} else if (word_has(v, p, WORD_PRONOUN)) {
		s.kind = SUBJECT_NP;
		s.np = (struct np){ p, p + 1 };
		s.begin = p;
	} else if (np_inner(v, p) && !word_is(v, p, "'s"))
		s = take_np(v, p, s);
	return s;
}
