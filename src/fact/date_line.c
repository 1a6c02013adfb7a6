/*
 * date_line.c - lines that say when an article was published; see date.h.
 */
#include "date.h"
#include "date_rule.h"

#include "date_stamps.h"

#define WORDS_MAX 24 /* tokens of a line, or before the date in a dateline */

/* Whether token i can stand in a date line: a mark, a name, a number, a word
 * of data/date/stamps.tsv. */
static bool
is_stamp_word(const struct tokens *t, size_t i)
{
	const struct token *tok = &t->v[i];

	if (tok->kind != TOKEN_WORD || tok->form != TOKEN_LOWER)
		return true;
	return tab_find(&date_stamps_tab, tok->low) != NULL;
}

/* Whether tokens [from, to) are all such words. */
static bool
all_stamp_words(const struct tokens *t, size_t from, size_t to)
{
	for (; from < to; from++) {
		if (!is_stamp_word(t, from))
			return false;
	}
	return true;
}

/* Whether the text of a story begins at token i, behind its dateline: "York,
 * 9 March 2026 (Reuters) -", "York, 9 March 2026: ". */
static bool
is_story(const struct tokens *t, size_t i)
{
	if (i >= t->n)
		return false;
	return str_is(t->v[i].text, "(") || str_is(t->v[i].text, ":") ||
	    str_is(t->v[i].text, "-") || str_is(t->v[i].text, "\xe2\x80\x93") ||
	    str_is(t->v[i].text, "\xe2\x80\x94");
}

/* The day that the draft names in full; false when it does not, or in digits
 * that can be read in two ways. */
static bool
full_day(const struct tokens *t, const struct draft *d, struct day *day)
{
	if (d->make != MAKE_DATE)
		return false;
	*day = d->full;
	if (d->full.year == 0)
		*day = (struct day){ d->year, d->month, d->day };
	else if (t->v[d->from].kind == TOKEN_NUMBER && t->v[d->from].text.n < 4)
		return false;
	return day->year > 0 && day->month > 0 && day->day > 0;
}

bool
date_line(const struct tokens *t, struct day *day, struct arena *a)
{
	struct tokens head = *t;
	struct items items;
	struct drafts drafts;

	if (head.n > WORDS_MAX)
		head.n = WORDS_MAX;
	items = lex_items(&head, NULL, a);
	drafts = rule_drafts(&head, &items, a);
	for (size_t i = 0; i < drafts.n; i++) {
		const struct draft *d = &drafts.v[i];

		if (full_day(&head, d, day))
			return all_stamp_words(t, 0, d->from) &&
			    (is_story(t, d->to) ||
				(t->n <= WORDS_MAX &&
				    all_stamp_words(t, d->to, t->n)));
	}
	return false;
}
