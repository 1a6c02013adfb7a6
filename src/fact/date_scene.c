/*
 * date_scene.c - the words around an expression; see date_scene.h.
 */
#include "date_scene.h"

#include <assert.h>

#include "date_around.h"

bool
scene_in(const struct token *tok, enum around group)
{
	const struct date_around *row;

	if (tok == NULL)
		return false;
	row = tab_find(&date_around_tab, tok->low);
	for (; row != NULL; row = tab_next(&date_around_tab, row)) {
		if (row->group == (int)group)
			return true;
	}
	return false;
}

bool
scene_is(const struct token *tok, const char *low)
{
	return tok != NULL && str_is(tok->low, low);
}

bool
scene_punct(const struct token *tok)
{
	return tok == NULL || tok->kind == TOKEN_PUNCT;
}

bool
scene_capital(const struct token *tok)
{
	return tok != NULL &&
	    (tok->form == TOKEN_CAPITAL || tok->form == TOKEN_UPPER ||
		tok->form == TOKEN_MIXED);
}

const struct token *
scene_token(const struct tokens *t, size_t i)
{
	return i < t->n ? &t->v[i] : NULL;
}

bool
scene_one_of(const struct token *tok, const char *chars)
{
	if (tok == NULL || tok->text.n != 1)
		return false;
	for (; *chars != '\0'; chars++) {
		if (*chars == *tok->text.p)
			return true;
	}
	return false;
}

static bool
is_letters_or_digits(const struct token *tok)
{
	assert(tok != NULL);
	return tok->kind == TOKEN_NUMBER ||
	    (tok->kind == TOKEN_WORD && *tok->text.p != '\'' &&
		(unsigned char)*tok->text.p < 0x80);
}

/* Whether the item, if there, can be one of "August/September", "2024/25". */
static bool
is_slashed(const struct scene *s, size_t item)
{
	const uint64_t names = LEX_BIT(LEX_MONTH) | LEX_BIT(LEX_WEEKDAY) |
	    LEX_BIT(LEX_SEASON) | LEX_BIT(LEX_YEAR);

	const struct item *it;

	if (item >= s->items->n)
		return false;
	it = &s->items->v[item];
	/* "2020/21" */
	if (s->d->make == MAKE_DATE && s->d->year > 0 && s->d->month == 0 &&
	    it->classes & LEX_BIT(LEX_NUMBER) && it->to == it->from + 1 &&
	    s->t->v[it->from].text.n == 2 &&
	    lex_whole(it->value) == s->d->year % 100 + 1)
		return true;
	return it->classes & names;
}

bool
scene_identifier(const struct scene *s)
{
	bool slash_before = s->first->glued && scene_is(s->prev, "/");
	bool glued_after = s->next != NULL && s->next->glued;
	bool slash_after = glued_after && scene_is(s->next, "/");

	if (s->first->glued &&
	    (is_letters_or_digits(s->prev) || scene_one_of(s->prev, "_=#@&\\")))
		return true;
	if (glued_after &&
	    (is_letters_or_digits(s->next) || scene_one_of(s->next, "_=@&\\")))
		return true;
	if (slash_before &&
	    (slash_after || s->d->item < 2 || !is_slashed(s, s->d->item - 2)))
		return true;
	return slash_after && !is_slashed(s, s->d->end + 1);
}

const struct item *
scene_item(const struct scene *s, enum lex class)
{
	for (size_t i = s->d->item; i < s->d->end; i++) {
		if (s->items->v[i].classes & LEX_BIT(class))
			return &s->items->v[i];
	}
	return &s->items->v[s->d->item];
}

const struct token *
scene_first(const struct scene *s, const struct item *it)
{
	return &s->t->v[it->from];
}
