/*
 * date_guard.c - dates and what only looks like one; see date_guard.h.
 */
#include "date_guard.h"

#include "date_cal.h"
#include "date_clock.h"
#include "date_scene.h"

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

static bool
allows_date(const struct scene *s)
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

/* "20th of this month", "August of last year"; in each the unit is the one
 * that has such a thing. */
static bool
allows_monthof(const struct scene *s)
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

/* "since the 15th", not "the 15th victim". */
static bool
allows_theday(const struct scene *s)
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

static bool
allows_nth(const struct scene *s)
{
	enum date_unit unit = s->d->unit[0];

	if (unit == UNIT_CENTURY)
		return s->d->year == 0 && s->d->month == 0 &&
		    s->d->ordinal > 0 && s->d->ordinal < 31;
	if (unit == UNIT_QUARTER)
		return s->d->ordinal <= 4 && s->d->month == 0 &&
		    (s->d->year != 0 ||
			(s->d->ordinal >= 1 &&
			    (s->d->the || s->d->mod != 0 ||
				scene_is(s->prev, "in") ||
				s->items->v[s->d->item + 1].classes &
				    LEX_BIT(LEX_DASH))));
	if (s->d->month == 0) {
		static const int most[UNIT_COUNT] = {
			[UNIT_DAY] = 366, [UNIT_WEEK] = 53, [UNIT_MONTH] = 12
		};

		return s->d->year > 0 && s->d->ordinal <= most[unit] &&
		    most[unit] > 0 &&
		    s->items->v[s->d->end - 2].classes & LEX_BIT(LEX_OF);
	}
	return (unit == UNIT_WEEK || unit == UNIT_DAY ||
		   unit == UNIT_WEEKEND) &&
	    s->d->month > 0 && s->d->ordinal <= 5;
}

/* "third quarter of last year", "first week of next month". */
static bool
allows_nthrel(const struct draft *d)
{
	enum date_unit unit = d->unit[0], of = d->unit[1];

	if (of != UNIT_YEAR && of != UNIT_MONTH)
		return false;
	if (unit == UNIT_QUARTER)
		return of == UNIT_YEAR && d->ordinal <= 4;
	if (unit == UNIT_MONTH)
		return of == UNIT_YEAR && d->ordinal <= 12;
	return (unit == UNIT_WEEK || unit == UNIT_DAY ||
		   unit == UNIT_WEEKEND) &&
	    (of == UNIT_MONTH || unit != UNIT_WEEKEND) &&
	    d->ordinal <= (unit == UNIT_DAY          ? 31
				  : of == UNIT_MONTH ? 5
						     : 53);
}

/* "the first weeks of January", "the early months of this year"; not "the
 * second months of", "the first years of this month". */
static bool
allows_partof(const struct scene *s)
{
	const struct draft *d = s->d;
	const struct item *it = &s->items->v[d->item];
	enum date_unit of = d->unit[1];

	it += it->classes & LEX_BIT(LEX_THE) ? 1 : 0;
	if (it->classes & LEX_BIT(LEX_ORDINAL) && d->ordinal != 1)
		return false;
	if (it->classes & LEX_BIT(LEX_LAST) &&
	    lex_whole(lex_value(it, LEX_LAST)) != -1)
		return false;
	if (d->month > 0) {
		of = UNIT_MONTH;
		it = scene_item(s, LEX_MONTH);
		if (!scene_capital(scene_first(s, it)))
			return false;
	} else if (d->year > 0) {
		of = UNIT_YEAR;
	}
	return d->unit[0] >= UNIT_DAY && d->unit[0] < of && of <= UNIT_YEAR;
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
		const struct item *it = scene_item(s, LEX_MONTH);

		if (!scene_capital(scene_first(s, it)) && lex_flag(it, "weak"))
			return false;
	}
	if (d->which == LEX_THAT)
		return d->part > 0 || d->end - d->item > 2;
	if ((d->which == LEX_NEXT && d->shift == 3) ||
	    (d->which == LEX_LAST && d->shift < -1))
		return d->the || d->part > 0 ||
		    (d->weekday > 0 && scene_in(s->prev, AROUND_DAY)) ||
		    s->items->v[d->item].classes & LEX_BIT(LEX_THIS);
	if (d->season > 0 && lex_flag(scene_item(s, LEX_SEASON), "weak"))
		return !scene_is(s->next, "of");
	/* "last nights match", as many write it */
	if (s->core->classes & LEX_BIT(LEX_PARTS))
		return !d->the && d->shift == -1 && !scene_punct(s->next) &&
		    !scene_in(s->next, AROUND_CLAUSE);
	return true;
}

/* "the next fortnight", "the next hour" are how long, not when. */
static bool
is_length_ahead(const struct draft *d)
{
	return d->which == LEX_NEXT && d->shift < 3 && d->ago == 0 &&
	    (d->unit[0] == UNIT_HOUR || d->unit[0] == UNIT_FORTNIGHT);
}

static bool
allows_rel(const struct scene *s)
{
	const struct draft *d = s->d;
	enum date_unit unit = d->unit[0];
	bool part = scene_item(s, LEX_PART)->classes & LEX_BIT(LEX_PART);

	if (d->amounts == 0 || part)
		return allows_rel_name(s);
	if (!is_calendar_unit(unit))
		return is_length_ahead(d);
	if (d->ago != 0) /* "the year before last", "the week after next" */
		return (d->ago < 0) == (d->shift < 0) && d->shift >= -1 &&
		    d->shift <= 1;
	switch (d->which) {
	case LEX_LAST:
		if (unit == UNIT_DAY && d->shift != -3)
			return false;
		return !(d->the && scene_is(s->next, "of")) &&
		    (d->the || d->shift > -3);
	case LEX_NEXT:
		return d->shift < 2 || d->the ||
		    s->items->v[d->item].classes & LEX_BIT(LEX_THIS);
	case LEX_THAT:
		return !scene_is(
			   scene_first(s, scene_item(s, LEX_THAT)), "same") ||
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
	const struct item *it = scene_item(s, LEX_PART);
	bool asked =
	    scene_in(s->prev, AROUND_PART) || s->d->the || s->d->mod != 0;

	if (scene_in(s->prev, AROUND_GREETING))
		return false; /* "Good morning, colleagues" */
	if (s->d->item > 0 && s->items->v[s->d->item - 1].classes & day)
		return true;
	if (lex_flag(it, "weak"))
		return asked && !scene_is(s->next, "of");
	return asked || !scene_capital(scene_first(s, it)) ||
	    (!scene_capital(s->prev) && !scene_capital(s->next));
}

static bool
allows_unitof(const struct scene *s)
{
	enum date_unit unit = s->d->unit[0];

	if (unit == UNIT_DAY) /* "at the end of the day" is said of anything */
		return s->d->mod != MOD_END;
	return is_calendar_unit(unit) && unit != UNIT_NIGHT;
}

/* "Daily Mail", "Science Daily", "Russia Today" are names; in a headline both
 * neighbours have capitals. */
static bool
is_name_part(const struct scene *s)
{
	size_t from = s->items->v[s->d->item].from;
	bool after = scene_capital(s->prev) && from > 0;

	/* "THEY OPEN TODAY": more than two such words are no name */
	if (!scene_capital(s->first) ||
	    (s->prev != NULL && from > 1 && s->first->form == TOKEN_UPPER &&
		s->prev->form == TOKEN_UPPER &&
		s->t->v[from - 2].form == TOKEN_UPPER))
		return false;
	return s->d->make == MAKE_DAY ? after && !scene_capital(s->next)
				      : after || scene_capital(s->next);
}

static bool
allows_holiday(const struct scene *s)
{
	const struct item *it = s->d->holiday;

	if (it->to == it->from + 1 || scene_capital(scene_first(s, it)) ||
	    s->d->year > 0 || s->d->amounts > 0)
		return true;
	/* "on labor day", not "all flag days" */
	return (s->prev == NULL || scene_in(s->prev, AROUND_DAY)) &&
	    (scene_punct(s->next) || scene_in(s->next, AROUND_CLAUSE));
}

/* "20 past 8", "15 minutes past 3 p.m."; not "10 last 3", "2 hours past 3". */
static bool
allows_past(const struct scene *s)
{
	const struct draft *d = s->d;
	const struct item *last = scene_item(s, LEX_LAST);
	double hour = d->amounts > 0 ? d->n[1] : d->high;

	if (!str_is(scene_first(s, last)->low, "past") || d->n[0] < 1 ||
	    d->n[0] > 59 || d->n[0] != (int)d->n[0]) /* NOLINT: whole */
		return false;
	if (d->amounts > 0 && d->unit[0] != UNIT_MINUTE)
		return false;
	return d->has_clock ||
	    (hour >= 1 && hour <= 12 && hour == (int)hour); /* NOLINT */
}

static bool
allows_clock(const struct scene *s)
{
	if (s->d->which == LEX_LAST)
		return allows_past(s);
	if (!s->d->has_clock &&
	    (s->d->n[0] < 1 || s->d->n[0] > 12 ||
		s->d->n[0] != (int)s->d->n[0]))
		return false; /* "half past" needs an hour */
	/* "at 5 in the morning", not "killed 5 in the morning" */
	if (!s->d->has_clock && s->d->past == 0 &&
	    ((s->d->item > 0 && !scene_in(s->prev, AROUND_HOUR)) ||
		s->d->high > 12))
		return false;
	/* "10-11 a.m." */
	if (s->first->glued && scene_one_of(s->prev, "-") &&
	    (s->d->item < 2 ||
		!(s->items->v[s->d->item - 2].classes &
		    (LEX_BIT(LEX_NUMBER) | LEX_BIT(LEX_CLOCK)))))
		return false;
	return !(s->first->glued && scene_one_of(s->prev, ":.")) &&
	    !(s->next != NULL && s->next->glued && scene_one_of(s->next, ":"));
}

static bool
allows_decade(const struct scene *s)
{
	const struct item *it = scene_item(s, LEX_DECADE);

	return it->to > it->from + 1 || s->d->the;
}

/* "for the year", "over the week": the one that is now. */
static bool
is_whole_unit(const struct scene *s)
{
	enum date_unit unit = s->d->unit[0];

	return (unit == UNIT_WEEK || unit == UNIT_MONTH ||
		   unit == UNIT_QUARTER || unit == UNIT_YEAR) &&
	    s->d->the &&
	    (scene_is(s->prev, "for") || scene_is(s->prev, "over")) &&
	    scene_punct(s->next) &&
	    !(s->next != NULL && s->next->glued && scene_is(s->next, "-"));
}

/* "have found nothing to date", "plans for his future"; not "to date a
 * colleague", "future plans". */
static bool
allows_ref(const struct scene *s)
{
	struct str low = s->first->low;

	if (s->first->form != TOKEN_LOWER && str_is(low, "future"))
		return false;
	return (!str_is(low, "to") && !str_is(low, "future")) ||
	    scene_punct(s->next) || scene_in(s->next, AROUND_CLAUSE);
}

/* Whether the words around allow what the draft makes. */
static bool
allows(const struct scene *s)
{
	const struct draft *d = s->d;

	switch (d->make) {
	case MAKE_DATE:
		return allows_date(s);
	case MAKE_THEDAY:
		return allows_theday(s);
	case MAKE_NTH:
		return allows_nth(s);
	case MAKE_NTHREL:
	case MAKE_NTHTHIS:
		return allows_nthrel(d);
	case MAKE_MONTHOF:
		return allows_monthof(s);
	case MAKE_MONTHLY:
		return d->unit[0] == UNIT_MONTH && d->day >= 1 && d->day <= 31;
	case MAKE_DAYOF:
		return d->unit[0] == UNIT_WEEK;
	case MAKE_REL:
		return allows_rel(s);
	case MAKE_PART:
		return allows_part(s);
	case MAKE_HALF:
		return d->year != 0 || d->unit[0] == UNIT_YEAR;
	case MAKE_PARTOF:
		return allows_partof(s);
	case MAKE_WEEKNO:
		return d->unit[0] == UNIT_WEEK && d->year != 0;
	case MAKE_PAST:
		return scene_is(scene_first(s, s->core), "past") &&
		    (scene_punct(s->next) || scene_in(s->next, AROUND_CLAUSE));
	case MAKE_WEEKEND:
		return d->unit[0] == UNIT_WEEKEND || is_whole_unit(s);
	case MAKE_FISCAL: /* "FY25" */
		return d->year > 0 ||
		    (d->n[0] >= 10 && d->n[0] < 100 && d->end - d->item == 2 &&
			s->t->v[s->core->from].glued);
	case MAKE_WEEKOF:
		return d->unit[0] == UNIT_WEEK;
	case MAKE_REF:
		return allows_ref(s);
	case MAKE_UNITOF:
		return allows_unitof(s);
	case MAKE_DAY:
	case MAKE_OFTEN:
		return !is_name_part(s);
	case MAKE_HOLIDAY:
		return allows_holiday(s);
	case MAKE_CLOCK:
		return allows_clock(s);
	case MAKE_DECADE:
		return allows_decade(s);
	default:
		return scene_amount(s);
	}
}

bool
guard_allows(
    const struct tokens *t, const struct items *items, const struct draft *d)
{
	struct scene s = { .t = t, .items = items, .d = d };
	size_t from = items->v[d->item].from, to = items->v[d->end - 1].to;

	s.prev = from > 0 ? &t->v[from - 1] : NULL;
	s.next = scene_token(t, to);
	s.first = &t->v[from];
	s.core = &items->v[d->end - 1];
	return !scene_identifier(&s) && allows(&s);
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
	    scene_in(&t->v[items->v[i + 2].from], AROUND_CLAUSE);
}
