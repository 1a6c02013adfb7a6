/*
 * date_year.c - years and numbers that only look like one; see date_scene.h.
 */
#include "date_scene.h"
#include "unit.h"

/* Hyphened to a word or a number that makes it a part of a name or code:
 * "COVID-2019", "555-2014", but "post-2014", "2014-18", "2014-era". */
static bool
is_hyphened_code(const struct scene *s)
{
	size_t i = s->items->v[s->d->item].from;
	const struct token *before = i >= 2 ? &s->t->v[i - 2] : NULL;
	size_t to = s->items->v[s->d->end - 1].to;
	const struct token *after = scene_token(s->t, to + 1);
	const struct token *behind = scene_token(s->t, to + 2);

	if (s->first->glued && scene_is(s->prev, "-") && s->prev->glued &&
	    before != NULL && !scene_in(before, AROUND_PREFIX)) {
		int n = 0;

		if (before->kind != TOKEN_NUMBER || before->text.n != 4)
			return true;
		for (size_t k = 0; k < before->text.n; k++)
			n = n * 10 + (before->text.p[k] - '0');
		return n < 1000 || n > 2999;
	}
	if (s->next == NULL || !s->next->glued || !scene_is(s->next, "-") ||
	    after == NULL || !after->glued || after->kind != TOKEN_NUMBER)
		return false;
	/* "2014-18" is two years, "2014-180" and "2025-13-40" are none */
	return (after->text.n != 2 && after->text.n != 4) ||
	    (behind != NULL && behind->glued && scene_is(behind, "-"));
}

/* Behind "more than" and the like, which count. */
static bool
is_over(const struct scene *s)
{
	const struct item *it = &s->items->v[s->d->item];

	return s->d->item > 0 && it[-1].classes & LEX_BIT(LEX_APPROX) &&
	    lex_whole(lex_value(&it[-1], LEX_APPROX)) != MOD_APPROX;
}

/* Whether the item behind the draft's last is a dash or "to" and a second
 * number like a year, the larger one. */
static bool
is_lower_end(const struct scene *s, uint64_t link)
{
	size_t i = s->d->end;

	return i + 1 < s->items->n && s->items->v[i].classes & link &&
	    s->items->v[i + 1].classes & LEX_BIT(LEX_YEAR) &&
	    s->items->v[i + 1].value > s->d->year;
}

/* "(1861-1865)", "2012-13": the first of two years. */
static bool
is_year_range(const struct scene *s)
{
	return is_lower_end(s, LEX_BIT(LEX_DASH));
}

/* Whether what stands at token i is counted or measured by a number before
 * it: "people", "litres", "%". */
static bool
is_counted(const struct scene *s, size_t i)
{
	const struct token *tok = scene_token(s->t, i);
	struct unit u;

	if (tok == NULL)
		return false;
	if (tok->kind == TOKEN_SYMBOL || scene_in(tok, AROUND_COUNTED))
		return true;
	/* "the 2008 cup final" */
	return tok->form == TOKEN_LOWER && !scene_is(s->prev, "the") &&
	    unit_find(s->t, i, 0, &u) > 0;
}

/* Whether a noun follows that "about 2000" and "of 2000" count: "about 2000
 * residents", "a crowd of 2000 fans", but "about 2000 the town grew". */
static bool
is_round_count(const struct scene *s)
{
	bool about = s->d->mod == MOD_APPROX || scene_is(s->prev, "about") ||
	    scene_is(s->prev, "around");

	if (s->next == NULL || s->next->form != TOKEN_LOWER || s->next->glued ||
	    scene_in(s->next, AROUND_CLAUSE) || scene_is(s->prev, "in") ||
	    scene_is(s->prev, "since"))
		return false;
	return about ||
	    (s->d->year % 100 == 0 && str_ends(s->next->low, STR("s")));
}

/* Whether what follows is called by its year: "below 1990 levels", "landmark
 * 2015 nuclear deal"; not "2015 nuclear weapons". */
static bool
names_year(const struct scene *s, size_t to)
{
	const struct token *second = scene_token(s->t, to + 1);

	if (s->next == NULL || s->next->form != TOKEN_LOWER || s->next->glued)
		return false;
	return scene_in(s->next, AROUND_OF_YEAR) ||
	    scene_in(second, AROUND_OF_YEAR);
}

/* A year alone: "in 2023", "the 2022 invasion", "(2014)". */
bool
scene_year(const struct scene *s)
{
	int year = s->d->year;
	bool modern = year >= 1900 && year < 2100;
	size_t to = s->items->v[s->d->end - 1].to;
	bool counted = is_counted(s, to);

	/* "2000 - 2500 calories" */
	if (is_lower_end(s, LEX_BIT(LEX_DASH) | LEX_BIT(LEX_TO)))
		counted =
		    counted || is_counted(s, s->items->v[s->d->end + 1].to);
	/* "an average of 1990" */
	if (is_round_count(s) ||
	    (scene_is(s->prev, "of") && s->items->v[s->d->item].from >= 2 &&
		scene_in(
		    &s->t->v[s->items->v[s->d->item].from - 2], AROUND_SUM)))
		return false;

	if (year < 0 || (s->d->mod != 0 && s->d->mod != MOD_APPROX))
		return !counted;
	if (is_hyphened_code(s) || scene_in(s->prev, AROUND_LABEL) ||
	    (s->prev != NULL && s->prev->kind == TOKEN_SYMBOL) ||
	    (s->first->glued && scene_one_of(s->prev, ".:,+")))
		return false;
	if (counted && !scene_is(s->prev, "in") && !scene_is(s->prev, "since"))
		return false;
	if (counted && scene_is(s->prev, "in") && !modern)
		return false;
	if (modern && names_year(s, to))
		return true;
	if (is_over(s) || (!modern && year % 500 == 0))
		return false;
	if (scene_in(s->prev, AROUND_YEAR))
		return modern ||
		    (!scene_is(s->prev, "to") && !scene_is(s->prev, "year"));
	if (is_year_range(s))
		return true;
	if (!modern) /* "(1863)", "Blockade, 1861" */
		return s->prev != NULL &&
		    (scene_one_of(s->prev, "(-") ||
			(s->next == NULL && scene_is(s->prev, ",")));
	if (year % 50 != 0 && year > 1950 && year < 2040 &&
	    (scene_punct(s->next) || scene_in(s->next, AROUND_CLAUSE)))
		return true; /* hardly ever a count */
	return s->prev == NULL || scene_punct(s->prev) ||
	    scene_capital(s->prev) || scene_in(s->prev, AROUND_YEAR_THE) ||
	    scene_is(s->next, "'s") || s->items->v[s->d->item - 1].classes != 0;
}
