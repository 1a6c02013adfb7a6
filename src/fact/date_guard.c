/*
 * date_guard.c - dates and what only looks like one; see date_guard.h.
 */
#include "date_guard.h"

#include "date_allow.h"

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

/* Whether a draft has the unit that what it makes is of. */
static bool
has_unit(const struct scene *s)
{
	const struct draft *d = s->d;

	switch (d->make) {
	case MAKE_MONTHLY:
		return d->unit[0] == UNIT_MONTH && d->day >= 1 && d->day <= 31;
	case MAKE_HALF:
		return d->year != 0 || d->unit[0] == UNIT_YEAR;
	case MAKE_WEEKNO:
		return d->unit[0] == UNIT_WEEK && d->year != 0;
	case MAKE_WEEKEND:
		return d->unit[0] == UNIT_WEEKEND || is_whole_unit(s);
	default:
		return d->unit[0] == UNIT_WEEK;
	}
}

/* "FY25" */
static bool
allows_fiscal(const struct scene *s)
{
	const struct draft *d = s->d;

	return d->year > 0 ||
	    (d->n[0] >= 10 && d->n[0] < 100 && d->end - d->item == 2 &&
		s->t->v[s->core->from].glued);
}

/* "in the past", not "past Monday's low". */
static bool
allows_behind(const struct scene *s)
{
	return scene_is(scene_first(s, s->core), "past") &&
	    (scene_punct(s->next) || scene_in(s->next, AROUND_CLAUSE));
}

/* Whether the words around allow what the draft makes. */
static bool
allows(const struct scene *s)
{
	switch (s->d->make) {
	case MAKE_DATE:
		return allow_date(s);
	case MAKE_THEDAY:
		return allow_theday(s);
	case MAKE_NTH:
		return allow_nth(s);
	case MAKE_NTHREL:
	case MAKE_NTHTHIS:
		return allow_nthrel(s->d);
	case MAKE_MONTHOF:
		return allow_monthof(s);
	case MAKE_MONTHLY:
	case MAKE_DAYOF:
	case MAKE_HALF:
	case MAKE_WEEKNO:
	case MAKE_WEEKEND:
	case MAKE_WEEKOF:
		return has_unit(s);
	case MAKE_REL:
		return allow_rel(s);
	case MAKE_PART:
		return allows_part(s);
	case MAKE_PARTOF:
		return allow_partof(s);
	case MAKE_PAST:
		return allows_behind(s);
	case MAKE_FISCAL:
		return allows_fiscal(s);
	case MAKE_REF:
		return allows_ref(s);
	case MAKE_UNITOF:
		return allow_unitof(s);
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
