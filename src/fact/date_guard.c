/*
 * date_guard.c - dates and what only looks like one; see date_guard.h.
 */
#include "date_guard.h"

#include <assert.h>

#include "date_cal.h"
#include "unit.h"

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
	AROUND_GREETING
};

#include "date_around.h"

/* A draft with the tokens around it. */
struct scene {
	const struct tokens *t;
	const struct items *items;
	const struct draft *d;
	const struct token *prev, *next; /* NULL at the borders */
	const struct token *first;       /* the draft's first token */
	const struct item *core;         /* its item that decides */
};

static bool
in_group(const struct token *tok, enum around group)
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

static bool
is(const struct token *tok, const char *low)
{
	return tok != NULL && str_is(tok->low, low);
}

static bool
is_punct(const struct token *tok)
{
	return tok == NULL || tok->kind == TOKEN_PUNCT;
}

static bool
is_capital(const struct token *tok)
{
	return tok != NULL &&
	    (tok->form == TOKEN_CAPITAL || tok->form == TOKEN_UPPER ||
		tok->form == TOKEN_MIXED);
}

static const struct token *
token_or_null(const struct tokens *t, size_t i)
{
	return i < t->n ? &t->v[i] : NULL;
}

static bool
is_one_of(const struct token *tok, const char *chars)
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

	return item < s->items->n && s->items->v[item].classes & names;
}

/* Glued to what belongs to a URL, a path, a name of a user or a file; but
 * "August/September" is two dates. */
static bool
is_in_identifier(const struct scene *s)
{
	bool slash_before = s->first->glued && is(s->prev, "/");
	bool glued_after = s->next != NULL && s->next->glued;
	bool slash_after = glued_after && is(s->next, "/");

	if (s->first->glued &&
	    (is_letters_or_digits(s->prev) || is_one_of(s->prev, "_=#@&\\")))
		return true;
	if (glued_after &&
	    (is_letters_or_digits(s->next) || is_one_of(s->next, "_=@&\\")))
		return true;
	if (slash_before &&
	    (slash_after || s->d->item < 2 || !is_slashed(s, s->d->item - 2)))
		return true;
	return slash_after && !is_slashed(s, s->d->end + 1);
}

/* The item with the class in the draft; the draft has one. */
static const struct item *
item_with(const struct scene *s, enum lex class)
{
	for (size_t i = s->d->item; i < s->d->end; i++) {
		if (s->items->v[i].classes & LEX_BIT(class))
			return &s->items->v[i];
	}
	return &s->items->v[s->d->item];
}

static const struct token *
token_of(const struct scene *s, const struct item *it)
{
	return &s->t->v[it->from];
}

static bool
is_number_token(const struct token *tok)
{
	return tok != NULL && tok->kind == TOKEN_NUMBER;
}

/* Hyphened to a word or a number that makes it a part of a name or code:
 * "COVID-2019", "555-2014", but "post-2014", "2014-18", "2014-era". */
static bool
is_hyphened_code(const struct scene *s)
{
	size_t i = s->items->v[s->d->item].from;
	const struct token *before = i >= 2 ? &s->t->v[i - 2] : NULL;
	size_t to = s->items->v[s->d->end - 1].to;
	const struct token *after = token_or_null(s->t, to + 1);
	const struct token *behind = token_or_null(s->t, to + 2);

	if (s->first->glued && is(s->prev, "-") && s->prev->glued &&
	    before != NULL && !in_group(before, AROUND_PREFIX)) {
		int n = 0;

		if (!is_number_token(before) || before->text.n != 4)
			return true;
		for (size_t k = 0; k < before->text.n; k++)
			n = n * 10 + (before->text.p[k] - '0');
		return n < 1000 || n > 2999;
	}
	if (s->next == NULL || !s->next->glued || !is(s->next, "-") ||
	    after == NULL || !after->glued || !is_number_token(after))
		return false;
	/* "2014-18" is two years, "2014-180" and "2025-13-40" are none */
	return (after->text.n != 2 && after->text.n != 4) ||
	    (behind != NULL && behind->glued && is(behind, "-"));
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
	const struct token *tok = token_or_null(s->t, i);
	struct unit u;

	if (tok == NULL)
		return false;
	if (tok->kind == TOKEN_SYMBOL || in_group(tok, AROUND_COUNTED))
		return true;
	/* "the 2008 cup final" */
	return tok->form == TOKEN_LOWER && !is(s->prev, "the") &&
	    unit_find(s->t, i, 0, &u) > 0;
}

/* Whether a noun follows that "about 2000" and "of 2000" count: "about 2000
 * residents", "a crowd of 2000 fans", but "about 2000 the town grew". */
static bool
is_round_count(const struct scene *s)
{
	bool about = s->d->mod == MOD_APPROX || is(s->prev, "about") ||
	    is(s->prev, "around");

	if (s->next == NULL || s->next->form != TOKEN_LOWER || s->next->glued ||
	    in_group(s->next, AROUND_CLAUSE) || is(s->prev, "in") ||
	    is(s->prev, "since"))
		return false;
	return about ||
	    (s->d->year % 100 == 0 && str_ends(s->next->low, STR("s")));
}

/* A year alone: "in 2023", "the 2022 invasion", "(2014)". */
static bool
allows_year(const struct scene *s)
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
	    (is(s->prev, "of") && s->items->v[s->d->item].from >= 2 &&
		in_group(&s->t->v[s->items->v[s->d->item].from - 2],
		    AROUND_SUM)))
		return false;

	if (year < 0 || (s->d->mod != 0 && s->d->mod != MOD_APPROX))
		return !counted;
	if (is_hyphened_code(s) || in_group(s->prev, AROUND_LABEL) ||
	    (s->prev != NULL && s->prev->kind == TOKEN_SYMBOL) ||
	    (s->first->glued && is_one_of(s->prev, ".:,+")))
		return false;
	if (counted && !is(s->prev, "in") && !is(s->prev, "since"))
		return false;
	if (counted && is(s->prev, "in") && !modern)
		return false;
	if (is_over(s) || (!modern && year % 500 == 0))
		return false;
	if (in_group(s->prev, AROUND_YEAR))
		return modern || (!is(s->prev, "to") && !is(s->prev, "year"));
	if (is_year_range(s))
		return true;
	if (!modern)
		return s->prev != NULL && is_one_of(s->prev, "(-");
	if (year % 50 != 0 && year > 1950 && year < 2040 &&
	    (is_punct(s->next) || in_group(s->next, AROUND_CLAUSE)))
		return true; /* hardly ever a count */
	return s->prev == NULL || is_punct(s->prev) || is_capital(s->prev) ||
	    in_group(s->prev, AROUND_YEAR_THE) || is(s->next, "'s") ||
	    s->items->v[s->d->item - 1].classes != 0;
}

/* "May", "March" alone need a word that asks for a month; "April Smith" is a
 * name. */
static bool
allows_month(const struct scene *s)
{
	const struct item *it = item_with(s, LEX_MONTH);
	const struct token *tok = token_of(s, it);
	bool weak = lex_flag(it, "weak") || lex_flag(it, "abbr");
	bool asked = in_group(s->prev, AROUND_MONTH) || s->d->mod != 0;

	if ((weak || lex_flag(it, "cap")) && !is_capital(tok))
		return false;
	if (weak && (!asked || (is(s->prev, "the") && is_punct(s->next))))
		return false;
	if (is_capital(s->prev) && s->items->v[s->d->item].from > 1 && !asked &&
	    s->items->v[s->d->item - 1].classes == 0)
		return false;
	return asked || !is_capital(s->next) ||
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
		    (!is(s->prev, "in") && is_no_day(s->items, end, i, year));
	i -= i > 0 && s->items->v[i - 1].classes & LEX_BIT(LEX_COMMA);
	return is_no_day(s->items, i - 1, i - 2, s->d->year) ||
	    is_no_day(s->items, i - 2, i - 1, s->d->year);
}

static bool
allows_month_day(const struct scene *s)
{
	int year = s->d->year;
	const struct item *it = item_with(s, LEX_MONTH);
	bool lower = !is_capital(token_of(s, it));
	bool of = item_with(s, LEX_OF)->classes & LEX_BIT(LEX_OF);

	if (year <= 0) /* "29 February" of "29 February 2023" */
		year = s->d->year < 0 ? 0 : year_at(s->items, s->d->end);
	if (!cal_valid(year, s->d->month, s->d->day))
		return false;
	if (lower && !of && lex_flag(it, "weak") && s->d->year == 0)
		return false;
	/* "in March 300 homes", "in May 12 people" */
	if (s->d->year == 0 && is(s->prev, "in") &&
	    token_of(s, it)->start == s->first->start && s->next != NULL &&
	    s->next->form == TOKEN_LOWER && !in_group(s->next, AROUND_CLAUSE))
		return false;
	return !(s->next != NULL && s->next->glued && is(s->next, "%"));
}

static bool
allows_weekday(const struct scene *s)
{
	const struct item *it = item_with(s, LEX_WEEKDAY);

	if (!lex_flag(it, "abbr"))
		return true;
	/* "Mon, wed and fri" */
	if (s->d->item >= 2 && s->prev != NULL && s->prev->kind != TOKEN_NUMBER &&
	    s->items->v[s->d->item - 2].classes & LEX_BIT(LEX_WEEKDAY) &&
	    s->items->v[s->d->item - 1].classes != 0)
		return true;
	/* "Sun" and "Sat" are words, "Wed" is a verb. */
	return is_capital(token_of(s, it)) && !is(s->prev, "the") &&
	    (in_group(s->prev, AROUND_DAY) || it->to > it->from + 1 ||
		is_punct(s->prev));
}

static bool
allows_season(const struct scene *s)
{
	const struct item *it = item_with(s, LEX_SEASON);
	bool asked =
	    s->d->the || s->d->mod != 0 || in_group(s->prev, AROUND_MONTH);

	if (s->d->year != 0)
		return true;
	if (is_capital(token_of(s, it)) && is_capital(s->next))
		return false; /* "Winter Olympics" */
	if (lex_flag(it, "weak"))
		return asked && !is(s->next, "of") &&
		    (is(s->prev, "in") || is(s->prev, "this") ||
			is(s->prev, "by") || s->d->mod != 0);
	return asked || !lex_flag(it, "loose");
}

static bool
allows_date(const struct scene *s)
{
	const struct draft *d = s->d;

	if (d->full.year != 0)
		return true;
	if (d->month > 0 && d->day > 0)
		return allows_month_day(s);
	if (is_part_of_no_day(s))
		return false;
	if (d->amounts > 0)
		return d->unit[0] == (d->month > 0 ? UNIT_MONTH : UNIT_YEAR);
	if (d->month > 0)
		return d->year != 0
		    ? is_capital(token_of(s, item_with(s, LEX_MONTH))) ||
			!lex_flag(item_with(s, LEX_MONTH), "weak")
		    : allows_month(s);
	if (d->weekday > 0)
		return allows_weekday(s);
	if (d->season > 0)
		return allows_season(s);
	return d->year != 0 && allows_year(s);
}

/* "since the 15th", not "the 15th victim". */
static bool
allows_theday(const struct scene *s)
{
	const struct item *it = item_with(s, LEX_ORDINAL);
	const struct token *prev = s->prev;

	if (s->d->ordinal < 1 || s->d->ordinal > 31)
		return false;
	if (s->d->weekday > 0)
		return it->to > it->from + 1 || s->d->the;
	return it->to > it->from + 1 && is_number_token(token_of(s, it)) &&
	    s->d->the && in_group(prev, AROUND_DAY) &&
	    (is_punct(s->next) || in_group(s->next, AROUND_CLAUSE));
}

static bool
allows_nth(const struct scene *s)
{
	enum date_unit unit = s->d->unit[0];

	if (unit == UNIT_CENTURY)
		return s->d->year == 0 && s->d->month == 0 &&
		    s->d->ordinal > 0 && s->d->ordinal < 31;
	if (unit == UNIT_QUARTER)
		return s->d->ordinal >= 1 && s->d->ordinal <= 4 &&
		    s->d->month == 0 &&
		    (s->d->year != 0 || s->d->the || s->d->mod != 0 ||
			is(s->prev, "in"));
	if (unit == UNIT_WEEK && s->d->month == 0)
		return s->d->year > 0 && s->d->ordinal > 0 &&
		    s->d->ordinal < 54 &&
		    s->items->v[s->d->end - 2].classes & LEX_BIT(LEX_OF);
	return (unit == UNIT_WEEK || unit == UNIT_DAY ||
		   unit == UNIT_WEEKEND) &&
	    s->d->month > 0 && s->d->ordinal <= 5;
}

/* The units that "last", "this", "that" make a date of. */
static bool
is_calendar_unit(enum date_unit unit)
{
	return unit >= UNIT_DAY && unit <= UNIT_CENTURY &&
	    unit != UNIT_FORTNIGHT;
}

/* "that Friday" is mostly a clause; "the following Friday" is a date. */
static bool
allows_rel_name(const struct scene *s)
{
	const struct draft *d = s->d;

	if (d->month > 0) {
		const struct item *it = item_with(s, LEX_MONTH);

		if (!is_capital(token_of(s, it)) && lex_flag(it, "weak"))
			return false;
	}
	if (d->which == LEX_THAT)
		return d->part > 0 || d->end - d->item > 2;
	if ((d->which == LEX_NEXT && d->shift == 3) ||
	    (d->which == LEX_LAST && d->shift < -1))
		return d->the || d->part > 0 ||
		    s->items->v[d->item].classes & LEX_BIT(LEX_THIS);
	if (d->season > 0 && lex_flag(item_with(s, LEX_SEASON), "weak"))
		return !is(s->next, "of");
	return true;
}

static bool
allows_rel(const struct scene *s)
{
	const struct draft *d = s->d;
	enum date_unit unit = d->unit[0];
	bool part = item_with(s, LEX_PART)->classes & LEX_BIT(LEX_PART);

	if (d->amounts == 0 || part)
		return allows_rel_name(s);
	if (!is_calendar_unit(unit))
		return false;
	switch (d->which) {
	case LEX_LAST:
		if (unit == UNIT_DAY && d->shift != -3)
			return false;
		return !(d->the && is(s->next, "of")) &&
		    (d->the || d->shift > -3);
	case LEX_NEXT:
		return d->shift < 2 || d->the ||
		    s->items->v[d->item].classes & LEX_BIT(LEX_THIS);
	case LEX_THAT:
		return !is(token_of(s, item_with(s, LEX_THAT)), "same") ||
		    d->the || d->end - d->item > 2;
	default:
		return unit != UNIT_DECADE || d->shift == 0;
	}
}

/* "Wednesday evening", "at night", "a morning raid"; "Night" beside another
 * capital is a name. */
static bool
allows_part(const struct scene *s)
{
	const uint64_t day =
	    LEX_BIT(LEX_WEEKDAY) | LEX_BIT(LEX_DAY) | LEX_BIT(LEX_HOLIDAY);
	const struct item *it = item_with(s, LEX_PART);
	bool asked =
	    in_group(s->prev, AROUND_PART) || s->d->the || s->d->mod != 0;

	if (in_group(s->prev, AROUND_GREETING))
		return false; /* "Good morning, colleagues" */
	if (s->d->item > 0 && s->items->v[s->d->item - 1].classes & day)
		return true;
	if (lex_flag(it, "weak"))
		return asked && !is(s->next, "of");
	return asked || !is_capital(token_of(s, it)) ||
	    (!is_capital(s->prev) && !is_capital(s->next));
}

static bool
allows_unitof(const struct scene *s)
{
	enum date_unit unit = s->d->unit[0];

	if (unit == UNIT_DAY) /* "at the end of the day" is said of anything */
		return s->d->mod != MOD_END;
	return is_calendar_unit(unit) && unit != UNIT_NIGHT;
}

/* Whether the units of "two hours and 51 minutes" get smaller. */
static bool
is_descending(const struct draft *d)
{
	for (size_t i = 1; i < d->amounts; i++) {
		if (d->unit[i] >= d->unit[i - 1] || d->unit[i] == UNIT_NIGHT)
			return false;
	}
	return true;
}

static bool
allows_duration(const struct scene *s)
{
	const struct draft *d = s->d;
	const struct item *last = &s->items->v[d->end - 1];
	bool plural = last->classes & LEX_BIT(LEX_UNITS);
	bool article = s->items->v[d->item].classes & LEX_BIT(LEX_A) ||
	    (d->mod != 0 && s->items->v[d->item + 1].classes & LEX_BIT(LEX_A));

	if (d->amounts == 0 || !is_descending(d))
		return false;
	if (!plural && s->items->v[d->item].classes & LEX_BIT(LEX_YEAR))
		return false; /* "the 2014 season's week" */
	/* in "a year-long trial" the span is "year-long" */
	if (article && s->next != NULL && s->next->glued && is(s->next, "-"))
		return false;
	if (d->unit[0] == UNIT_QUARTER)
		return !article && !is(s->next, "of") && d->n[0] >= 1;
	if (article && d->unit[0] == UNIT_SECOND && d->n[0] == 1)
		return is_punct(s->next);
	if (d->vague)
		return plural;
	if (is_in_identifier(s))
		return false;
	return lex_flag(last, "glued") ? token_of(s, last)->glued : true;
}

static bool
allows_bare(const struct scene *s)
{
	enum date_unit unit = s->d->unit[0];

	if (unit == UNIT_QUARTER || unit == UNIT_NIGHT ||
	    unit == UNIT_WEEKEND || token_of(s, s->core)->text.n < 4)
		return false;
	return s->prev == NULL || in_group(s->prev, AROUND_BARE);
}

/* "the past month", "in the last year"; "the last year of the war" not. */
static bool
allows_lastone(const struct scene *s)
{
	enum date_unit unit = s->d->unit[0];

	if (unit == UNIT_WEEKEND || unit == UNIT_NIGHT || unit == UNIT_SECOND)
		return false;
	if (s->d->shift == -2)
		return true;
	return s->d->shift == -1 && in_group(s->prev, AROUND_WINDOW) &&
	    !is(s->next, "of");
}

static bool
allows_lastn(const struct scene *s)
{
	const struct draft *d = s->d;
	bool counted = d->vague || d->n[0] > 0;
	enum date_unit unit = d->unit[0];

	if (unit == UNIT_NIGHT || unit == UNIT_QUARTER)
		return counted;
	return counted || (d->which == LEX_NEXT && d->shift > 1) ||
	    (d->which == LEX_LAST && d->shift < -1);
}

static bool
allows_anchored(const struct scene *s)
{
	const struct draft *d = s->d;
	const struct item *last = &s->items->v[d->end - 1];

	if (d->amounts == 0)
		return false;
	if (last->classes & LEX_BIT(LEX_BEFORE))
		return is_punct(s->next) && d->unit[0] >= UNIT_DAY;
	if (!d->vague && d->n[0] == 0) {
		/* "the week earlier", "weeks later" */
		return d->the || last[-1].classes & LEX_BIT(LEX_UNITS);
	}
	return !is(s->next, "than");
}

/* "Daily Mail", "Science Daily", "Russia Today" are names; in a headline both
 * neighbours have capitals. */
static bool
is_name_part(const struct scene *s)
{
	bool after = is_capital(s->prev) && s->items->v[s->d->item].from > 0;

	if (!is_capital(s->first))
		return false;
	return s->d->make == MAKE_DAY ? after && !is_capital(s->next)
				      : after || is_capital(s->next);
}

static bool
allows_holiday(const struct scene *s)
{
	const struct item *it = s->d->holiday;

	return it->to == it->from + 1 || is_capital(token_of(s, it));
}

static bool
allows_clock(const struct scene *s)
{
	if (!s->d->has_clock && (s->d->n[0] < 1 || s->d->n[0] > 12))
		return false; /* "half past" needs an hour */
	return !(s->first->glued && is_one_of(s->prev, ":.-")) &&
	    !(s->next != NULL && s->next->glued && is_one_of(s->next, ":"));
}

static bool
allows_decade(const struct scene *s)
{
	const struct item *it = item_with(s, LEX_DECADE);

	return it->to > it->from + 1 || s->d->the;
}

static bool
allows_range(const struct scene *s)
{
	return s->d->amounts > 0 && !is_in_identifier(s);
}

bool
guard_allows(
    const struct tokens *t, const struct items *items, const struct draft *d)
{
	struct scene s = { .t = t, .items = items, .d = d };
	size_t from = items->v[d->item].from, to = items->v[d->end - 1].to;

	s.prev = from > 0 ? &t->v[from - 1] : NULL;
	s.next = token_or_null(t, to);
	s.first = &t->v[from];
	s.core = &items->v[d->end - 1];
	if (is_in_identifier(&s))
		return false;
	switch (d->make) {
	case MAKE_DATE:
		return allows_date(&s);
	case MAKE_THEDAY:
		return allows_theday(&s);
	case MAKE_NTH:
		return allows_nth(&s);
	case MAKE_NTHREL:
		return d->unit[0] == UNIT_QUARTER && d->ordinal <= 4;
	case MAKE_REL:
		return allows_rel(&s);
	case MAKE_PART:
		return allows_part(&s);
	case MAKE_HALF:
		return d->year != 0 || d->unit[0] == UNIT_YEAR;
	case MAKE_WEEKNO:
		return d->unit[0] == UNIT_WEEK && d->year != 0;
	case MAKE_PAST:
		return is(token_of(&s, s.core), "past") &&
		    (is_punct(s.next) || in_group(s.next, AROUND_CLAUSE));
	case MAKE_WEEKEND:
		return d->unit[0] == UNIT_WEEKEND;
	case MAKE_UNITOF:
		return allows_unitof(&s);
	case MAKE_DURATION:
		return allows_duration(&s);
	case MAKE_RANGE:
		return allows_range(&s);
	case MAKE_BARE:
		return allows_bare(&s);
	case MAKE_LASTONE:
		return allows_lastone(&s);
	case MAKE_LASTN:
		return allows_lastn(&s);
	case MAKE_ANCHORED:
		return allows_anchored(&s);
	case MAKE_SET:
		/* "70 times a minute" is how fast, not when. */
		return !d->times || d->unit[0] >= UNIT_DAY;
	case MAKE_DAY:
	case MAKE_OFTEN:
		return !is_name_part(&s);
	case MAKE_HOLIDAY:
		return allows_holiday(&s);
	case MAKE_CLOCK:
		return allows_clock(&s);
	case MAKE_DECADE:
		return allows_decade(&s);
	default:
		return true;
	}
}

bool
guard_is_pair(const struct items *items, size_t i)
{
	const struct item *it = &items->v[i];

	return it->to == it->from + 1 && it->value >= 1;
}

bool
guard_day_after(const struct tokens *t, const struct items *items, size_t i)
{
	if (!(items->v[i].classes & LEX_BIT(LEX_AND)))
		return true;
	/* not "on March 3 and 17 people died" */
	return i + 2 >= items->n ||
	    items->v[i + 2].classes & LEX_BIT(LEX_COMMA) ||
	    in_group(&t->v[items->v[i + 2].from], AROUND_CLAUSE);
}
