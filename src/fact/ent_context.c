/*
 * ent_context.c - what stands before and behind a candidate: its marks; see
 * ent_marks.h.
 */
#include "ent_view.h"

#define LIST_MAX 20  /* tokens of a list that are looked back over */
#define APPOS_MAX 8  /* tokens of ", a small town in the north" */
#define PHRASE_MAX 3 /* tokens of "defence ministry" behind "'s" */
#define AHEAD_MAX 9  /* tokens that "he" is looked for in */
#define MONTH_MAX 4  /* tokens between a dateline's place and its dash */

static bool
is_one_of(const struct token *tok, const char *const *texts)
{
	for (; *texts != NULL; texts++)
		if (str_is(tok->low, *texts))
			return true;
	return false;
}

static bool
is_and(const struct token *tok)
{
	return tok->low.n <= 3 &&
	    (str_is(tok->low, "and") || str_is(tok->low, "or"));
}

/* "The town of X", "north of X"; "the president of X". */
static void
mark_of(const struct view *x, size_t i)
{
	const struct word *w;

	mark_set(&x->c->marks, MARK_L_OF);
	if (i == 0)
		return;
	w = &x->w[i - 1];
	set_if(x, MARK_L_COMMA_OF, str_is(x->v[i - 1].text, ","));
	set_if(x, MARK_L_PLACE_OF,
	    word_cue(w, CUE_BEFORE_PLACE) || word_cue(w, CUE_AFTER_PLACE) ||
		word_cue(w, CUE_PLACES));
	set_if(x, MARK_L_GOV_OF, word_cue(w, CUE_GOV));
	set_if(x, MARK_L_TITLE_OF, !w->cap && w->title != TITLE_NONE);
}

/* "The capital, X", "its chairman, X". */
static void
mark_comma(const struct view *x, size_t i)
{
	const struct word *w;

	mark_set(&x->c->marks, MARK_L_COMMA);
	if (i == 0 || x->w[i - 1].cap)
		return;
	w = &x->w[i - 1];
	set_if(x, MARK_L_NOUN_PLACE,
	    word_cue(w, CUE_AFTER_PLACE) || word_cue(w, CUE_BEFORE_PLACE));
	set_if(x, MARK_L_NOUN_PERSON,
	    w->title != TITLE_NONE || word_cue(w, CUE_KIN));
}

static void
mark_words_before(const struct view *x, size_t i)
{
	const struct word *w = &x->w[i];

	set_if(x, MARK_L_IN, word_cue(w, CUE_IN));
	set_if(x, MARK_L_FROM, word_cue(w, CUE_FROM));
	set_if(x, MARK_L_BY, word_cue(w, CUE_BY));
	set_if(x, MARK_L_SAY, word_cue(w, CUE_SAY));
	set_if(x, MARK_L_VERB, word_cue(w, CUE_ACT));
	set_if(x, MARK_L_MOVE, word_cue(w, CUE_MOVE));
	set_if(x, MARK_L_PLACE, word_cue(w, CUE_BEFORE_PLACE));
	set_if(x, MARK_L_ORG, word_cue(w, CUE_BEFORE_ORG));
	set_if(x, MARK_WATER_BY, word_cue(w, CUE_WATER));
	set_if(x, MARK_L_LOW,
	    x->v[i].form == TOKEN_LOWER && w->stop != STOP_FUNCTION);
}

static void
mark_left(const struct view *x)
{
	static const char *const quotes[] = { "\"", "\xe2\x80\x9c",
		"\xe2\x80\x98", "'", NULL };
	size_t i = x->i;
	const struct token *tok;

	set_if(x, MARK_TITLED, x->c->titled);
	set_if(x, MARK_ROLED, x->c->roled);
	if (i > 0 && str_is(x->v[i - 1].low, "the")) {
		mark_set(&x->c->marks, MARK_L_THE);
		i--;
	}
	if (i == 0)
		return;
	i--;
	tok = &x->v[i];
	set_if(x, MARK_L_A, str_is(tok->low, "a") || str_is(tok->low, "an"));
	set_if(x, MARK_L_ON, str_is(tok->low, "on"));
	set_if(x, MARK_L_AT, str_is(tok->low, "at"));
	set_if(x, MARK_L_AND, is_and(tok));
	set_if(x, MARK_L_QUOTE, is_one_of(tok, quotes));
	set_if(x, MARK_L_BRACKET,
	    str_is(tok->text, "(") || str_is(tok->text, "["));
	set_if(x, MARK_L_NUMBER, tok->kind == TOKEN_NUMBER);
	mark_words_before(x, i);
	if (str_is(tok->low, "of"))
		mark_of(x, i);
	else if (str_is(tok->text, ","))
		mark_comma(x, i);
}

/* What stands before the list that the candidate is not the first of: "in
 * Tolva, Brisk and X", "three villages, Tolva, Brisk and X". */
static void
mark_list(const struct view *x)
{
	size_t i = x->i, end = i > LIST_MAX ? i - LIST_MAX : 0;
	bool joined = false;

	for (; i > end; i--) {
		const struct token *tok = &x->v[i - 1];

		if (is_and(tok) || str_is(tok->text, ","))
			joined = true;
		else if (!x->w[i - 1].cap || x->w[i - 1].stop != STOP_NONE)
			break;
	}
	if (i == end)
		return;
	set_if(x, MARK_LIST_IN,
	    joined && x->w[i].cap && word_cue(&x->w[i - 1], CUE_IN));
	while (i > end &&
	    (word_cue(&x->w[i - 1], CUE_LIKE) ||
		str_is(x->v[i - 1].text, ",") || str_is(x->v[i - 1].text, ":")))
		i--;
	set_if(x, MARK_LIST_PLACE,
	    i > end && i < x->i && word_cue(&x->w[i - 1], CUE_PLACES));
}

/* "Smith, 34," and "Smith (34)". */
static bool
is_age(const struct view *x, size_t k)
{
	const struct token *num = &x->v[k + 1];

	return k + 2 < x->n && num->kind == TOKEN_NUMBER && num->text.n == 2 &&
	    (str_is(x->v[k].text, ",") || str_is(x->v[k].text, "(")) &&
	    (str_is(x->v[k + 2].text, ",") || str_is(x->v[k + 2].text, ")") ||
		str_is(x->v[k + 2].text, "."));
}

/* "X, a small town in the north", "X, the finance minister". */
static void
mark_apposition(const struct view *x, size_t k)
{
	size_t end = k + APPOS_MAX < x->n ? k + APPOS_MAX : x->n;

	if (k >= end || !word_cue(&x->w[k], CUE_DET))
		return;
	for (k++; k < end; k++) {
		const struct word *w = &x->w[k];

		if (x->v[k].kind == TOKEN_WORD && w->cap)
			continue;
		if (w->stop == STOP_FUNCTION || x->v[k].kind != TOKEN_WORD)
			return;
		/* The last noun decides: "a town councillor". */
		if (k + 1 < end && x->v[k + 1].form == TOKEN_LOWER &&
		    x->w[k + 1].stop != STOP_FUNCTION)
			continue;
		set_if(x, MARK_APPOS_PERSON,
		    w->title != TITLE_NONE || word_cue(w, CUE_KIN));
		set_if(x, MARK_APPOS_PLACE,
		    word_cue(w, CUE_AFTER_PLACE) ||
			word_cue(w, CUE_BEFORE_PLACE));
		set_if(x, MARK_APPOS_ORG, word_cue(w, CUE_BEFORE_ORG));
	}
}

static void
mark_right_comma(const struct view *x, size_t k)
{
	struct gaz_entry e;

	set_if(x, MARK_R_COMMA, str_is(x->v[k].text, ","));
	set_if(x, MARK_R_AGE, is_age(x, k));
	if (!str_is(x->v[k].text, ",") || k + 1 >= x->n)
		return;
	if (x->w[k + 1].cap)
		set_if(x, MARK_R_COMMA_PLACE,
		    view_known(x, k + 1, k + 4 < x->n ? k + 4 : x->n, &e) &&
			is_place_kind(e.kind));
	set_if(x, MARK_R_PERSON, word_cue(&x->w[k + 1], CUE_AFTER_PERSON));
	mark_apposition(x, k + 1);
}

/* "X's defence ministry", "X government", "X's wife". */
static void
mark_owned(const struct view *x, size_t k, bool poss)
{
	bool gov = false, kin = false;

	for (size_t p = k; p < x->n && p < k + PHRASE_MAX; p++) {
		if (x->v[p].form != TOKEN_LOWER ||
		    x->w[p].stop == STOP_FUNCTION)
			break;
		gov |= word_cue(&x->w[p], CUE_GOV);
		kin |= word_cue(&x->w[p], CUE_KIN);
	}
	set_if(x, MARK_POSS_GOV, gov && poss);
	set_if(x, MARK_R_GOV, gov && !poss);
	set_if(x, MARK_POSS_KIN, kin && poss && !gov);
}

/* "X said he", "X has its". */
static void
mark_pronoun(const struct view *x, size_t k)
{
	size_t end = k + AHEAD_MAX < x->n ? k + AHEAD_MAX : x->n;

	for (; k < end && !x->w[k].cap; k++) {
		if (x->v[k].kind == TOKEN_PUNCT && !str_is(x->v[k].text, ","))
			return;
		set_if(x, MARK_R_HE, word_cue(&x->w[k], CUE_HE));
		set_if(x, MARK_R_IT, word_cue(&x->w[k], CUE_IT));
		if (word_cue(&x->w[k], CUE_HE) || word_cue(&x->w[k], CUE_IT))
			return;
	}
}

/* Whether k is a dash of its own. */
static bool
is_dash(const struct view *x, size_t k)
{
	static const char *const dashes[] = { "-", "--", "\xe2\x80\x93",
		"\xe2\x80\x94", NULL };

	return k < x->n && is_one_of(&x->v[k], dashes);
}

/* "X, March 10 (Agency) -", "X (Agency) -", "X -" at a sentence's begin. */
static bool
is_dateline(const struct view *x)
{
	size_t k = x->j, end;

	if (x->i > 0 || k >= x->n)
		return false;
	if (str_is(x->v[k].text, ",")) {
		end = k + 1 + MONTH_MAX;
		for (k++; k < x->n && k < end && !is_dash(x, k) &&
		     !str_is(x->v[k].text, "(");
		     k++)
			if (x->v[k].kind == TOKEN_WORD && !x->w[k].cap)
				return false;
	}
	if (k < x->n && str_is(x->v[k].text, "(")) {
		end = k + APPOS_MAX;
		while (k < x->n && k < end && !str_is(x->v[k].text, ")"))
			k++;
		k++;
	}
	return is_dash(x, k) &&
	    (k > x->j || !x->v[k].glued || !str_is(x->v[k].text, "-"));
}

static void
mark_words_behind(const struct view *x, size_t k)
{
	const struct token *tok = &x->v[k];
	const struct word *w = &x->w[k];

	set_if(x, MARK_R_SAY, word_cue(w, CUE_SAY));
	set_if(x, MARK_R_ACT, word_cue(w, CUE_ACT));
	set_if(x, MARK_R_STATE, word_cue(w, CUE_STATE));
	set_if(x, MARK_R_PLACE, word_cue(w, CUE_AFTER_PLACE));
	set_if(x, MARK_WATER_BY, word_cue(w, CUE_WATER));
	set_if(x, MARK_R_TOWN, word_cue(w, CUE_TOWN));
	set_if(x, MARK_R_ORG, word_cue(w, CUE_AFTER_ORG));
	set_if(x, MARK_R_PERSON, word_cue(w, CUE_AFTER_PERSON));
	set_if(x, MARK_R_UNIT,
	    !w->cap && w->class == ENT_UNIT && w->head != HEAD_NONE);
	set_if(x, MARK_R_IN,
	    word_cue(w, CUE_IN) || word_cue(w, CUE_FROM) ||
		word_cue(w, CUE_BY));
	set_if(x, MARK_R_LOW,
	    tok->form == TOKEN_LOWER && w->stop != STOP_FUNCTION);
	set_if(x, MARK_R_TITLE, !w->cap && w->title != TITLE_NONE);
}

static void
mark_right(const struct view *x)
{
	size_t k = x->j;
	bool poss = k < x->n &&
	    (str_is(x->v[k].low, "'s") || str_is(x->v[k].text, "'") ||
		str_is(x->v[k].text, "\xe2\x80\x99"));

	set_if(x, MARK_R_POSS, poss);
	k += poss;
	set_if(x, MARK_R_END, k >= x->n);
	if (k >= x->n)
		return;
	mark_right_comma(x, k);
	mark_words_behind(x, k);
	mark_owned(x, k, poss);
	mark_pronoun(x, k);
	set_if(x, MARK_R_BRACKET, str_is(x->v[k].text, "("));
	set_if(x, MARK_R_HYPHEN, str_is(x->v[k].text, "-") && x->v[k].glued);
	set_if(x, MARK_R_BASED,
	    str_is(x->v[k].text, "-") && k + 1 < x->n &&
		str_is(x->v[k + 1].low, "based"));
	set_if(x, MARK_R_AND, is_and(&x->v[k]));
	set_if(x, MARK_R_NUMBER, x->v[k].kind == TOKEN_NUMBER);
}

void
ent_context(const struct view *x)
{
	mark_left(x);
	mark_list(x);
	mark_right(x);
	set_if(x, MARK_DATELINE, is_dateline(x));
}
