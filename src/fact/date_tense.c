/*
 * date_tense.c - past or future; see date_tense.h.
 */
#include "date_tense.h"

#include "date_verbs.h"

#define REACH_BACK 40
#define REACH_ON 25

static enum tense
tense_of(const struct token *tok)
{
	const struct date_verbs *row;

	if (tok->kind != TOKEN_WORD)
		return TENSE_NONE;
	row = tab_find(&date_verbs_tab, tok->low);
	/* "Sat" is no verb, "May" no auxiliary. */
	if (row != NULL && tok->form == TOKEN_CAPITAL &&
	    (row->tense == TENSE_PAST || str_is(tok->low, "may")))
		return TENSE_NONE;
	if (row != NULL)
		return (enum tense)row->tense;
	if (tok->form == TOKEN_LOWER && tok->low.n > 4 &&
	    str_ends(tok->low, STR("ed")) && !str_ends(tok->low, STR("eed")))
		return TENSE_PAST;
	return TENSE_NONE;
}

/* The preposition before token from that looks ahead ("for", "until at least",
 * "by"), or NULL. */
static const struct token *
looking_ahead(const struct tokens *t, size_t from, size_t to)
{
	if (to < t->n && str_is(t->v[to].low, "'s"))
		return NULL; /* "fined for Monday's protest" */
	while (from > 0 && tense_of(&t->v[from - 1]) == TENSE_SKIP)
		from--;
	return from > 0 && tense_of(&t->v[from - 1]) == TENSE_AHEAD
	    ? &t->v[from - 1]
	    : NULL;
}

/* Whether the auxiliary of the participle at token i has that tense: "will be
 * released", "is to be elected"; not "may have died". */
static bool
has_auxiliary(const struct tokens *t, size_t i, enum tense tense)
{
	for (size_t k = 1; k <= 3 && k <= i; k++) {
		const struct token *tok = &t->v[i - k];

		if (tok->kind == TOKEN_PUNCT || tense_of(tok) == TENSE_PERFECT)
			return false;
		if (tense_of(tok) == tense)
			return true;
	}
	return false;
}

/* Whether an infinitive stands in tokens [i, from): "urged to leave by". */
static bool
has_infinitive(const struct tokens *t, size_t i, size_t from)
{
	for (; i + 1 < from; i++) {
		if (str_is(t->v[i].low, "to") &&
		    t->v[i + 1].form == TOKEN_LOWER &&
		    tense_of(&t->v[i + 1]) == TENSE_NONE)
			return true;
	}
	return false;
}

/* "Let's meet", "See you": where a clause begins. */
static bool
is_request(const struct tokens *t, size_t i)
{
	struct str next = i + 1 < t->n ? t->v[i + 1].low : STR("");

	return (i == 0 || t->v[i - 1].kind == TOKEN_PUNCT) &&
	    (str_is(next, "'s") || str_is(next, "you") || str_is(next, "us"));
}

/* The tense of the verb at token i for a date at token from; ahead is the
 * preposition before that, or NULL.  TENSE_NONE: no verb, or none that says
 * it. */
static enum tense
tense_for(
    const struct tokens *t, size_t i, size_t from, const struct token *ahead)
{
	enum tense tense = tense_of(&t->v[i]);

	switch (tense) {
	case TENSE_PAST:
		if (has_auxiliary(t, i, TENSE_FUTURE))
			return TENSE_FUTURE;
		if (ahead == NULL)
			return TENSE_PAST;
		return str_is(ahead->low, "for") ||
			has_auxiliary(t, i, TENSE_PRESENT) ||
			has_infinitive(t, i, from)
		    ? TENSE_FUTURE
		    : TENSE_PAST;
	case TENSE_WERE: /* "who were to meet on Friday" */
		return i + 1 < from && str_is(t->v[i + 1].low, "to")
		    ? TENSE_FUTURE
		    : TENSE_PAST;
	case TENSE_REQUEST:
		return is_request(t, i) ? TENSE_FUTURE : TENSE_NONE;
	case TENSE_PUT_OFF: /* "adjourned until Monday" */
		return ahead != NULL ? TENSE_FUTURE : TENSE_PAST;
	case TENSE_PRESENT:
		return ahead != NULL ? TENSE_FUTURE : TENSE_NONE;
	case TENSE_FUTURE: /* "may have died" */
		return ahead == NULL && i + 1 < t->n &&
			tense_of(&t->v[i + 1]) == TENSE_PERFECT
		    ? TENSE_PAST
		    : TENSE_FUTURE;
	default:
		return TENSE_NONE;
	}
}

enum tense
tense_around(const struct tokens *t, size_t from, size_t to)
{
	const struct token *ahead = looking_ahead(t, from, to);
	enum tense tense;

	for (size_t i = from; i > 0 && from - i < REACH_BACK; i--) {
		tense = tense_for(t, i - 1, from, ahead);
		if (tense != TENSE_NONE)
			return tense;
	}
	for (size_t i = to; i < t->n && i - to < REACH_ON; i++) {
		tense = tense_for(t, i, i, NULL);
		if (tense != TENSE_NONE)
			return tense;
	}
	return ahead != NULL ? TENSE_FUTURE : TENSE_NONE;
}
