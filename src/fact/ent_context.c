/*
 * ent_context.c - what stands before and behind a candidate: its marks; see
 * ent_marks.h.
 */
#include "ent_view.h"

static bool
is_one_of(const struct token *tok, const char *const *texts)
{
	for (; *texts != NULL; texts++)
		if (str_is(tok->low, *texts))
			return true;
	return false;
}

static void
mark_left(const struct view *x)
{
	static const char *const quotes[] = { "\"", "\xe2\x80\x9c",
		"\xe2\x80\x98", "'", NULL };
	const struct token *tok;
	const struct word *w;

	set_if(x, MARK_TITLED, x->c->titled);
	set_if(x, MARK_ROLED, x->c->roled);
	if (x->i == 0)
		return;
	tok = &x->v[x->i - 1];
	w = &x->w[x->i - 1];
	if (str_is(tok->low, "the")) {
		mark_set(&x->c->marks, MARK_L_THE);
		if (x->i == 1)
			return;
		tok--;
		w--;
	}
	set_if(x, MARK_L_A, str_is(tok->low, "a") || str_is(tok->low, "an"));
	set_if(x, MARK_L_IN, word_cue(w, CUE_IN));
	set_if(x, MARK_L_BY, word_cue(w, CUE_BY));
	set_if(x, MARK_L_OF, str_is(tok->low, "of"));
	set_if(x, MARK_L_ON, str_is(tok->low, "on"));
	set_if(x, MARK_L_AT, str_is(tok->low, "at"));
	set_if(x, MARK_L_SAY, word_cue(w, CUE_SAY));
	set_if(x, MARK_L_VERB, word_cue(w, CUE_ACT));
	set_if(x, MARK_L_PLACE, word_cue(w, CUE_BEFORE_PLACE));
	set_if(x, MARK_L_ORG, word_cue(w, CUE_BEFORE_ORG));
	set_if(
	    x, MARK_L_AND, str_is(tok->low, "and") || str_is(tok->low, "or"));
	set_if(x, MARK_L_COMMA, str_is(tok->text, ","));
	set_if(x, MARK_L_QUOTE, is_one_of(tok, quotes));
	set_if(x, MARK_L_BRACKET,
	    str_is(tok->text, "(") || str_is(tok->text, "["));
	set_if(x, MARK_L_NUMBER, tok->kind == TOKEN_NUMBER);
	set_if(x, MARK_L_LOW,
	    tok->form == TOKEN_LOWER && w->stop != STOP_FUNCTION);
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

static void
mark_right_comma(const struct view *x, size_t k)
{
	struct gaz_entry e;

	set_if(x, MARK_R_COMMA, str_is(x->v[k].text, ","));
	set_if(x, MARK_R_AGE, is_age(x, k));
	if (str_is(x->v[k].text, ",") && k + 1 < x->n && x->w[k + 1].cap)
		set_if(x, MARK_R_COMMA_PLACE,
		    view_known(x, k + 1, k + 4 < x->n ? k + 4 : x->n, &e) &&
			is_place_kind(e.kind));
}

static void
mark_right(const struct view *x)
{
	size_t k = x->j;
	const struct word *w;

	if (k < x->n &&
	    (str_is(x->v[k].low, "'s") || str_is(x->v[k].text, "'") ||
		str_is(x->v[k].text, "\xe2\x80\x99"))) {
		mark_set(&x->c->marks, MARK_R_POSS);
		k++;
	}
	set_if(x, MARK_R_END, k >= x->n);
	if (k >= x->n)
		return;
	w = &x->w[k];
	mark_right_comma(x, k);
	set_if(x, MARK_R_BRACKET, str_is(x->v[k].text, "("));
	set_if(x, MARK_R_SAY, word_cue(w, CUE_SAY));
	set_if(x, MARK_R_ACT, word_cue(w, CUE_ACT));
	set_if(x, MARK_R_PLACE, word_cue(w, CUE_AFTER_PLACE));
	set_if(x, MARK_R_ORG, word_cue(w, CUE_AFTER_ORG));
	set_if(x, MARK_R_PERSON,
	    word_cue(w, CUE_AFTER_PERSON) ||
		(str_is(x->v[k].text, ",") && k + 1 < x->n &&
		    word_cue(&x->w[k + 1], CUE_AFTER_PERSON)));
	set_if(x, MARK_R_HYPHEN, str_is(x->v[k].text, "-") && x->v[k].glued);
	set_if(x, MARK_R_BASED,
	    str_is(x->v[k].text, "-") && k + 1 < x->n &&
		str_is(x->v[k + 1].low, "based"));
	set_if(x, MARK_R_AND, str_is(x->v[k].low, "and"));
	set_if(x, MARK_R_NUMBER, x->v[k].kind == TOKEN_NUMBER);
	set_if(x, MARK_R_UNIT,
	    !w->cap && w->class == ENT_UNIT && w->head != HEAD_NONE);
	set_if(x, MARK_R_IN, word_cue(w, CUE_IN) || word_cue(w, CUE_BY));
	set_if(x, MARK_R_LOW,
	    x->v[k].form == TOKEN_LOWER && w->stop != STOP_FUNCTION);
	set_if(x, MARK_R_TITLE, !w->cap && w->title != TITLE_NONE);
}

