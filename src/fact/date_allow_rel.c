/*
 * date_allow_rel.c - whether a unit of time that is counted or pointed at makes
 * a date; see date_allow.h.
 */
#include "date_allow.h"

bool
allow_nth(const struct scene *s)
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

bool
allow_nthrel(const struct draft *d)
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

bool
allow_partof(const struct scene *s)
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

bool
allow_rel(const struct scene *s)
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

bool
allow_unitof(const struct scene *s)
{
	enum date_unit unit = s->d->unit[0];

	if (unit == UNIT_DAY) /* "at the end of the day" is said of anything */
		return s->d->mod != MOD_END;
	return is_calendar_unit(unit) && unit != UNIT_NIGHT;
}
