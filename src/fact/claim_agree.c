/*
 * claim_agree.c - which noun phrases can be who speaks, by the form of the
 * verb; see claim_take.h.
 */
#include "claim_take.h"

bool
take_is_person(const struct claim_view *v, size_t from, size_t to)
{
	const struct claim_word *w = &v->w[to - 1];

	return to > from && w->name != 0 &&
	    v->s->names[w->name - 1].class == ENT_PERSON;
}

bool
take_is_many(const struct claim_view *v, const struct np *np)
{
	size_t last = np->to - 1;
	const struct claim_word *w = &v->w[last];
	struct str low = v->s->t.v[last].low;

	if (word_has(v, np->from, WORD_PRONOUN))
		return !word_has(v, np->from, WORD_HE | WORD_IT);
	for (size_t i = np->from; i < np->to; i++)
		if (word_is(v, i, "and") || word_noun(v, i, i + 1, NOUN_MANY) ||
		    (!v->w[i].name && v->s->t.v[i].low.n > 3 &&
			word_ends(v, i, "s") && !word_ends(v, i, "ss")))
			return true;
	if (w->name == 0)
		return false;
	switch (v->s->names[w->name - 1].class) {
	case ENT_PERSON:
		return false;
	case ENT_NORP:
		return str_ends(low, STR("s"));
	default:
		return v->w[np->from].name == w->name;
	}
}

/* Whether a noun phrase is "No 10", whose door has that number. */
static bool
is_door(const struct claim_view *v, const struct np *np)
{
	return word_is(v, np->from, "no") && np->to == np->from + 2 &&
	    v->s->t.v[np->from + 1].kind == TOKEN_NUMBER;
}

/* Whether a noun phrase cannot be who speaks: "68 suspected cases", "rejected
 * claims", "a chance to deny reports". */
static bool
is_mute(const struct claim_view *v, const struct np *np)
{
	size_t last = np->to - 1, n = np->to - np->from;

	return word_has(v, np->from, WORD_I) ||
	    (n > 1 && word_has(v, last - 1, WORD_TO) &&
		v->w[last].frames != 0) ||
	    (n == 1 && v->w[last].form == VERB_PAST && v->w[last].name == 0) ||
	    v->s->t.v[last].kind == TOKEN_NUMBER ||
	    word_has(v, np->from, WORD_NEG);
}

/* Whether a verb in -s can have this subject: not "security guarantees", "the
 * old vassal states in the Gulf". */
static bool
agrees_third(const struct claim_view *v, size_t verb, const struct np *np)
{
	const struct claim_word *last = &v->w[np->to - 1];

	if (last->name == 0 && (v->w[verb].frames & FRAME('z')) != 0)
		return word_has(v, np->from, WORD_PRONOUN) ||
		    (!word_has(v, verb + 1, WORD_PREP) &&
			(np->to - np->from > 1 || take_is_many(v, np)));
	return last->name == 0 ||
	    v->s->names[last->name - 1].class != ENT_NORP ||
	    str_ends(v->s->t.v[np->to - 1].low, STR("s"));
}

bool
take_agrees(const struct claim_view *v, size_t verb, const struct np *np)
{
	if (is_door(v, np))
		return true;
	if (is_mute(v, np))
		return false;
	switch ((enum verb_form)v->w[verb].form) {
	case VERB_BASE:
		return take_is_many(v, np);
	case VERB_THIRD:
		return agrees_third(v, verb, np);
	case VERB_PART:
		return false;
	default:
		return true;
	}
}
