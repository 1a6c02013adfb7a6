/*
 * date_scene.h - an expression with the words around it, as date_guard.c,
 * date_year.c and date_amount.c see it; of no interest to others.
 */
#ifndef PK_DATE_SCENE_H
#define PK_DATE_SCENE_H

#include "date_rule.h"

/* The groups of data/date/around.tsv. */
enum around {
	AROUND_YEAR,
	AROUND_YEAR_THE,
	AROUND_LABEL,
	AROUND_COUNTED,
	AROUND_MONTH,
	AROUND_DAY,
	AROUND_PART,
	AROUND_BARE,
	AROUND_WINDOW,
	AROUND_OVER,
	AROUND_PREFIX,
	AROUND_SUM,
	AROUND_CLAUSE,
	AROUND_GREETING,
	AROUND_HOUR,
	AROUND_RECORD,
	AROUND_MODAL,
	AROUND_SPAN,
	AROUND_OF_YEAR
};

/* A draft with the tokens around it. */
struct scene {
	const struct tokens *t;
	const struct items *items;
	const struct draft *d;
	const struct token *prev, *next; /* NULL at the borders */
	const struct token *first;       /* the draft's first token */
	const struct item *core;         /* its item that decides */
};

/* Whether the token, if there is one, is in the group; has that lower-case
 * text; is a mark or a border; has a capital; is one of the marks. */
bool scene_in(const struct token *tok, enum around group);
bool scene_is(const struct token *tok, const char *low);
bool scene_punct(const struct token *tok);
bool scene_capital(const struct token *tok);
bool scene_one_of(const struct token *tok, const char *chars);

/* Token i, or NULL behind the last. */
const struct token *scene_token(const struct tokens *t, size_t i);

/* The item of the draft with the class (the draft has one), and an item's
 * first token. */
const struct item *scene_item(const struct scene *s, enum lex class);
const struct token *scene_first(const struct scene *s, const struct item *it);

/* Whether the draft is glued to what belongs to a URL, a path, a name of a
 * user or a file; but "August/September" is two dates. */
bool scene_identifier(const struct scene *s);

/* Whether a year alone is one: "in 2023", "the 2022 invasion", "(2014)"; not
 * "2014 people", "an average of 1990", "flight 1995" (date_year.c). */
bool scene_year(const struct scene *s);

/* Whether an amount of time, or what is counted from one, is one: "20 years",
 * "hours after the vote", "the last month"; not "to last six weeks", "the last
 * year of the war" (date_amount.c). */
bool scene_amount(const struct scene *s);

#endif
