/*
 * date_allow_day.c - whether a day, month, weekday or season that is named is
 * one; see date_allow.h.
 */
#include "date_allow.h"
#include "date_cal.h"
#include "date_clock.h"

/* Whether a dash or "to" stands behind the draft, and an item of the classes
 * behind that: "May-August". */
static bool
is_linked_to(const struct scene *s, uint64_t classes)
{
	size_t i = s->d->end;

	return i + 1 < s->items->n &&
	    s->items->v[i].classes & (LEX_BIT(LEX_DASH) | LEX_BIT(LEX_TO)) &&
	    s->items->v[i + 1].classes & classes;
}

/* "May", "March" alone need a word that asks for a month; "April Smith" is a
 * name. */
static bool
allows_month(const struct scene *s)
{
	const struct item *it = scene_item(s, LEX_MONTH);
	const struct token *tok = scene_first(s, it);
	bool weak = lex_flag(it, "weak") || lex_flag(it, "abbr");
	bool asked = scene_in(s->prev, AROUND_MONTH) || s->d->mod != 0 ||
	    is_linked_to(s, LEX_BIT(LEX_MONTH));

	if ((weak || lex_flag(it, "cap")) && !scene_capital(tok))
		return false;
	/* "thanks to Jun Vega" */
	if (lex_flag(it, "abbr") && it->to == it->from + 1 &&
	    scene_capital(s->next) && s->items->v[s->d->end].classes == 0)
		return false;
	if (weak &&
	    (!asked || (scene_is(s->prev, "the") && scene_punct(s->next))))
		return false;
	if (scene_capital(s->prev) && s->items->v[s->d->item].from > 1 &&
	    !asked && s->items->v[s->d->item - 1].classes == 0)
		return false;
	/* "in which month? September I think" */
	return asked || !scene_capital(s->next) || scene_is(s->next, "i") ||
	    s->items->v[s->d->end].classes != 0;
}

/* Whether the items d and m, a day and a month, make no day of that year (or
 * of any year, when year is 0). */
static bool
is_no_day(const struct items *items, size_t d, size_t m, int year)
{
	return d < items->n && m < items->n &&
	    items->v[d].classes & LEX_BIT(LEX_DAYNUM) &&
	    items->v[m].classes & LEX_BIT(LEX_MONTH) &&
	    !cal_valid(year, lex_whole(lex_value(&items->v[m], LEX_MONTH)),
		lex_whole(items->v[d].value));
}

/* The year at item i, if there (also behind a comma), or 0. */
static int
year_at(const struct items *items, size_t i)
{
	i += i < items->n && items->v[i].classes & LEX_BIT(LEX_COMMA);
	if (i >= items->n || !(items->v[i].classes & LEX_BIT(LEX_YEAR)))
		return 0;
	return lex_whole(items->v[i].value);
}

/* What is left of "31 February 2025" or "February 30, 2025" when the day is
 * taken away is no date either. */
static bool
is_part_of_no_day(const struct scene *s)
{
	size_t i = s->d->item, end = s->d->end;
	int year = s->d->year != 0 ? s->d->year : year_at(s->items, end);

	if (s->d->month > 0)
		return is_no_day(s->items, i - 1, i, year) ||
		    (!scene_is(s->prev, "in") &&
			is_no_day(s->items, end, i, year));
	i -= i > 0 && s->items->v[i - 1].classes & LEX_BIT(LEX_COMMA);
	return is_no_day(s->items, i - 1, i - 2, s->d->year) ||
	    is_no_day(s->items, i - 2, i - 1, s->d->year);
}

static bool
allows_month_day(const struct scene *s)
{
	int year = s->d->year;
	const struct item *it = scene_item(s, LEX_MONTH);
	bool lower = !scene_capital(scene_first(s, it));
	bool of = scene_item(s, LEX_OF)->classes & LEX_BIT(LEX_OF);

	if (year <= 0) /* "29 February" of "29 February 2023" */
		year = s->d->year < 0 ? 0 : year_at(s->items, s->d->end);
	if (!cal_valid(year, s->d->month, s->d->day))
		return false;
	/* "for $12 December 27" */
	if (s->first->kind == TOKEN_NUMBER && s->prev != NULL &&
	    s->prev->kind == TOKEN_SYMBOL)
		return false;
	if (lower && !of && lex_flag(it, "weak") && s->d->year == 0)
		return false;
	/* "in March 300 homes", "in May 12 people" */
	if (s->d->year == 0 && scene_is(s->prev, "in") &&
	    scene_first(s, it)->start == s->first->start && s->next != NULL &&
	    s->next->form == TOKEN_LOWER && !scene_in(s->next, AROUND_CLAUSE))
		return false;
	return !(s->next != NULL && s->next->glued && scene_is(s->next, "%"));
}

/* "fri nite", "sat 9pm": a time follows. */
static bool
before_time(const struct scene *s)
{
	const uint64_t time = LEX_BIT(LEX_PART) | LEX_BIT(LEX_CLOCK);
	size_t end = s->d->end;

	return end < s->items->n && s->items->v[end].classes & time;
}

static bool
allows_weekday(const struct scene *s)
{
	const struct item *it = scene_item(s, LEX_WEEKDAY);

	if (!lex_flag(it, "abbr"))
		return true;
	/* "Mon, wed and fri", "friday night or sat" */
	if (s->d->item >= 2 && s->prev != NULL &&
	    s->prev->kind != TOKEN_NUMBER &&
	    s->items->v[s->d->item - 1].classes != 0 &&
	    (s->items->v[s->d->item - 2].classes & LEX_BIT(LEX_WEEKDAY) ||
		(s->items->v[s->d->item - 2].classes & LEX_BIT(LEX_PART) &&
		    s->items->v[s->d->item - 1].classes & LEX_BIT(LEX_AND))))
		return true;
	if (before_time(s))
		return true;
	/* "Sun" and "Sat" are words, "Wed" is a verb. */
	if (scene_capital(s->next) && it->to == it->from + 1 &&
	    s->items->v[s->d->end].classes == 0)
		return false; /* "after Sun Yat-sen's death" */
	return scene_capital(scene_first(s, it)) && !scene_is(s->prev, "the") &&
	    (scene_in(s->prev, AROUND_DAY) || it->to > it->from + 1 ||
		scene_punct(s->prev));
}

static bool
allows_season(const struct scene *s)
{
	const struct item *it = scene_item(s, LEX_SEASON);
	bool asked =
	    s->d->the || s->d->mod != 0 || scene_in(s->prev, AROUND_MONTH);

	if (s->d->year != 0)
		return true;
	if (scene_capital(scene_first(s, it)) && scene_capital(s->next))
		return false; /* "Winter Olympics" */
	if (lex_flag(it, "weak"))
		return asked && !scene_is(s->next, "of") &&
		    (scene_is(s->prev, "in") || scene_is(s->prev, "this") ||
			scene_is(s->prev, "by") || s->d->mod != 0);
	return asked || !lex_flag(it, "loose");
}

bool
allow_date(const struct scene *s)
{
	const struct draft *d = s->d;

	if (d->full.year != 0) /* "version 27.03.15" */
		return !scene_in(s->prev, AROUND_LABEL);
	if (d->month > 0 && d->day > 0)
		return allows_month_day(s);
	if (is_part_of_no_day(s))
		return false;
	if (d->amounts > 0)
		return d->unit[0] == (d->month > 0 ? UNIT_MONTH : UNIT_YEAR);
	if (d->month > 0)
		return d->year != 0
		    ? scene_capital(scene_first(s, scene_item(s, LEX_MONTH))) ||
			!lex_flag(scene_item(s, LEX_MONTH), "weak")
		    : allows_month(s);
	if (d->weekday > 0)
		return allows_weekday(s);
	if (d->season > 0)
		return allows_season(s);
	return d->year != 0 && scene_year(s);
}

/* "on Friday 31.", "from Saturday 14 to Sunday 22 March"; not "Friday 5-0",
 * "on Friday 31 people". */
static bool
allows_weekday_day(const struct scene *s)
{
	const struct items *items = s->items;
	size_t end = s->d->end;

	if (end + 1 < items->n && clock_linked(items, end, end + 1) &&
	    items->v[end + 1].classes & LEX_BIT(LEX_WEEKDAY))
		return true;
	return scene_punct(s->next) && !scene_one_of(s->next, "-/:'%");
}

bool
allow_theday(const struct scene *s)
{
	const struct item *it = scene_item(s, LEX_ORDINAL);
	const struct token *prev = s->prev;

	if (s->d->ordinal == 0)
		return allows_weekday_day(s);
	if (s->d->ordinal < 1 || s->d->ordinal > 31)
		return false;
	if (s->d->weekday > 0)
		return it->to > it->from + 1 || s->d->the;
	return it->to > it->from + 1 &&
	    scene_first(s, it)->kind == TOKEN_NUMBER && s->d->the &&
	    scene_in(prev, AROUND_DAY) &&
	    (scene_punct(s->next) || scene_in(s->next, AROUND_CLAUSE));
}

bool
allow_monthof(const struct scene *s)
{
	const struct draft *d = s->d;

	if (d->month == 0) /* not "two third of the last month" */
		return d->unit[0] == UNIT_MONTH && d->day >= 1 &&
		    d->day <= 31 &&
		    (str_is(s->first->low, "the") ||
			s->first->kind == TOKEN_NUMBER ||
			scene_in(s->prev, AROUND_DAY));
	return d->unit[0] != UNIT_MONTH || d->end - d->item == 1;
}
