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
	/* "Sat" is no verb */
	if (row != NULL && tok->form == TOKEN_CAPITAL &&
	    row->tense == TENSE_PAST)
		return TENSE_NONE;
	if (row != NULL)
		return (enum tense)row->tense;
	if (tok->form == TOKEN_LOWER && tok->low.n > 4 &&
	    str_ends(tok->low, STR("ed")) && !str_ends(tok->low, STR("eed")))
		return TENSE_PAST;
	return TENSE_NONE;
}

/* "will be released", "is to be elected": a participle at token i whose
 * auxiliary looks ahead. */
static bool
is_ahead(const struct tokens *t, size_t i)
{
	for (size_t k = 1; k <= 3 && k <= i; k++) {
		const struct token *tok = &t->v[i - k];

		if (tok->kind == TOKEN_PUNCT)
			return false;
		if (tense_of(tok) == TENSE_FUTURE)
			return true;
	}
	return false;
}

enum tense
tense_around(const struct tokens *t, size_t from, size_t to)
{
	for (size_t i = from; i > 0 && from - i < REACH_BACK; i--) {
		enum tense tense = tense_of(&t->v[i - 1]);

		if (tense == TENSE_PAST && is_ahead(t, i - 1))
			return TENSE_FUTURE;
		if (tense != TENSE_NONE)
			return tense;
	}
	for (size_t i = to; i < t->n && i - to < REACH_ON; i++) {
		enum tense tense = tense_of(&t->v[i]);

		if (tense != TENSE_NONE)
			return tense;
	}
	return TENSE_NONE;
}
