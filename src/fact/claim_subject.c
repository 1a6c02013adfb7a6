/*
 * claim_subject.c - the subject of a verb; see claim_np.h.
 */
#include "claim_np.h"

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
		if (np_is_verb(v, i))
			return false;
	return true;
}

/* The noun phrase that ends the words between two commas, tokens [from, end),
 * or s. */
static struct subject
last_np(const struct claim_view *v, size_t from, size_t end, struct subject s)
{
	size_t last = np_before_bracket(v, end);

	return last > from && np_inner(v, last - 1) &&
		v->s->t.v[last - 1].kind != TOKEN_NUMBER
	    ? take_np(v, last - 1, s)
	    : s;
}

/* Takes what the sentence begins with, if it is evidence: "Images taken on
 * Monday by a firm, ..., show". */
static void
take_evidence(const struct claim_view *v, struct subject *s)
{
	size_t end = np_short_end(v, 0);

	if (s->np.to == s->np.from && word_noun(v, 0, end, NOUN_EVIDENCE))
		s->np = (struct np){ 0, end };
}

/* Whether a noun phrase is one word that is more likely a verb. */
static bool
is_lone_verb(const struct claim_view *v, struct np np)
{
	return np.to - np.from == 1 && word_verbal(v, np.from);
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
		struct subject found = last_np(v, from, end, s);
		struct np np = found.np;
		bool stands =
		    found.kind == SUBJECT_NP && stands_free(v, np.from);

		if (stands && np.to > np.from && all_name(v, np.from, np.to)) {
			/* "the minister, Tomas Brandt, warned" */
			if (k == 0 && np.from == from && open > 0 &&
			    open != end && np_inner(v, open - 1))
				found.begin = np_start(v, open - 1);
			return found;
		}
		if (stands && k > 0 && !is_lone_verb(v, np) &&
		    s.np.to == s.np.from)
			s.np = np;
		if (open == end)
			take_evidence(v, &s);
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
	i = np_before_bracket(v, i);
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
			s.np = (struct np){ np_base_start(v, p - 1), p };
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
