/*
 * date_join.c - drafts that belong together; see date_join.h.
 */
#include "date_join.h"

#include "date_clock.h"
#include "date_guard.h"

#define NOON 720

static struct draft *
add(struct drafts *list, struct draft d, struct arena *a)
{
	list->v = vec_room(a, list->v, list->n, &list->cap, sizeof(*list->v));
	list->v[list->n] = d;
	return &list->v[list->n++];
}

/* "3-17 March", "the 3rd to the 17th of March": the first day as a draft of
 * its own. */
static bool
day_before(const struct items *items, size_t low, const struct draft *d,
    struct draft *first)
{
	const uint64_t days = LEX_BIT(LEX_DAYNUM) | LEX_BIT(LEX_ORDINAL);
	const struct item *it;
	size_t at = d->item;

	if (d->make != MAKE_DATE || d->month == 0 || d->day == 0 ||
	    d->weekday != 0)
		return false;
	if (at > low && items->v[at - 1].classes & LEX_BIT(LEX_THE))
		at--;
	if (at < low + 2 || !clock_linked(items, at - 1, at))
		return false;
	if (!(items->v[d->item].classes & (days | LEX_BIT(LEX_THE))))
		return false;
	it = &items->v[at - 2];
	if (!(it->classes & days))
		return false;
	*first = *d;
	first->day = lex_whole(it->value);
	if (it->classes & LEX_BIT(LEX_ORDINAL))
		first->day = lex_whole(lex_value(it, LEX_ORDINAL));
	first->item = at - 2;
	first->end = at - 1;
	return first->day < d->day;
}

/* "May 7 to 18, 2022": takes the year at item i, if there, into the draft.
 * Returns how many items it took. */
static size_t
year_behind(const struct items *items, size_t i, struct draft *d)
{
	size_t n = i < items->n && items->v[i].classes & LEX_BIT(LEX_COMMA);

	if (i + n >= items->n || !(items->v[i + n].classes & LEX_BIT(LEX_YEAR)))
		return 0;
	d->year = lex_whole(items->v[i + n].value);
	d->end = i + n + 1;
	return n + 1;
}

/* Whether item i links a year and the two digits behind it: "2012-13", and
 * "2020/21", where they are of the year after. */
static bool
is_span(const struct items *items, size_t i, int year)
{
	return items->v[i].classes & LEX_BIT(LEX_DASH) ||
	    (items->v[i].classes & LEX_BIT(LEX_SLASH) &&
		lex_whole(items->v[i + 1].value) == year % 100 + 1);
}

/* "April 9th through 17th"; not "March 3rd and second ...". */
static bool
ordinal_after(
    const struct draft *d, const struct item *it, struct draft *second)
{
	second->day = lex_whole(lex_value(it, LEX_ORDINAL));
	return it->to > it->from + 1 && d->day > 0 && d->year == 0 &&
	    second->day > d->day;
}

/* "March 3-17", "2012-13": the second day or year as a draft of its own. */
static bool
part_after(const struct tokens *t, const struct items *items,
    const struct draft *d, struct draft *second)
{
	const struct item *it;
	size_t i = d->end;

	if ((d->make != MAKE_DATE && d->make != MAKE_FISCAL) ||
	    i + 1 >= items->n || !clock_linked(items, i, i + 1))
		return false;
	it = &items->v[i + 1];
	if (i + 2 < items->n && items->v[i + 2].classes & LEX_BIT(LEX_MONTH))
		return false; /* "13 February - 14 February" */
	*second = *d;
	second->item = i + 1;
	second->end = i + 2;
	if (it->classes & LEX_BIT(LEX_ORDINAL) && d->ordinal > 0)
		return ordinal_after(d, it, second);
	if (!(it->classes & LEX_BIT(LEX_DAYNUM)) &&
	    !(it->classes & LEX_BIT(LEX_NUMBER)))
		return false;
	if (d->year > 0 && d->month == 0) {
		second->year = d->year / 100 * 100 + lex_whole(it->value);
		return is_span(items, i, d->year) &&
		    it->value == lex_whole(it->value) &&
		    it->value > d->year % 100 && it->value < 100 &&
		    guard_is_pair(items, i + 1);
	}
	second->day = lex_whole(it->value);
	i += year_behind(items, i + 2, second);
	return d->year == 0 && d->day > 0 &&
	    it->classes & LEX_BIT(LEX_DAYNUM) && second->day > d->day &&
	    (second->year != 0 || guard_day_after(t, items, i));
}

static bool
is_time(const struct draft *d)
{
	return d->make == MAKE_CLOCK || d->make == MAKE_PART;
}

/* Whether the draft names one day, so that a time can stand beside it. */
static bool
is_day(const struct draft *d)
{
	switch (d->make) {
	case MAKE_DATE:
		return d->day > 0 || d->weekday > 0 || d->full.day > 0;
	case MAKE_DAY:
	case MAKE_HOLIDAY:
	case MAKE_THEDAY:
	case MAKE_DAYOF:
		return true;
	case MAKE_SET: /* "every day at 5 p.m.", "Thursdays at 5 p.m." */
		return d->weekday > 0 || d->part > 0 ||
		    (d->amounts > 0 && d->unit[0] == UNIT_DAY);
	case MAKE_OFTEN:
		return d->amounts > 0 && d->unit[0] == UNIT_DAY;
	case MAKE_REL:
		return d->weekday > 0 || d->part > 0 ||
		    d->unit[0] == UNIT_DAY || d->unit[0] == UNIT_NIGHT;
	default:
		return false;
	}
}

/* Whether a time and a day with these items between are one expression. */
static bool
joins(const struct items *items, size_t from, size_t to, bool time_first)
{
	const uint64_t middle = time_first
	    ? LEX_BIT(LEX_ON) | LEX_BIT(LEX_COMMA) | LEX_BIT(LEX_OF) |
		LEX_BIT(LEX_DASH)
	    : LEX_BIT(LEX_AT) | LEX_BIT(LEX_COMMA) | LEX_BIT(LEX_APPROX) |
		LEX_BIT(LEX_DASH) | LEX_BIT(LEX_BEFORE);

	if (to - from > 2)
		return false;
	for (size_t i = from; i < to; i++) {
		if (!(items->v[i].classes & middle))
			return false;
	}
	return true;
}

/* Puts a day and a time together in *day. */
static void
merge(struct draft *day, const struct draft *time, size_t item, size_t end)
{
	if (time->has_clock) {
		day->has_clock = true;
		day->clock = time->clock;
		day->second = time->second;
		day->ampm = time->ampm;
		day->until = time->until;
		day->utc = time->utc;
	}
	if (time->part > 0)
		day->part = time->part;
	if (day->mod == 0)
		day->mod = time->mod;
	day->item = item;
	day->end = end;
}

/* "from 5 to 6 p.m. on Monday": 5 p.m. is on Monday, too. */
static void
share_day(const struct items *items, struct drafts *list)
{
	struct draft *time, day;

	if (list->n < 2)
		return;
	time = &list->v[list->n - 2];
	day = list->v[list->n - 1];
	if (time->make != MAKE_CLOCK ||
	    !clock_linked(items, time->end, day.item))
		return;
	merge(&day, time, time->item, time->end);
	day.shared = true;
	*time = day;
}

/* Whether the draft names a part of a day: "tonight", "last night". */
static bool
is_part(const struct draft *d)
{
	return d->part > 0 || (d->amounts > 0 && d->unit[0] == UNIT_NIGHT);
}

/* "tonight at 8", "at 5 on Friday", "from 7 to 9 tonight": puts the hour to the
 * last day. */
static void
join_hour(const struct tokens *t, const struct items *items, size_t low,
    struct drafts *list)
{
	struct draft *day = &list->v[list->n - 1], hour;

	if (!is_day(day) || day->has_clock || day->make == MAKE_HOLIDAY)
		return;
	if (clock_at(t, items, day->end, &hour))
		merge(day, &hour, day->item, hour.end);
	else if (clock_on(t, items, low, day->item, &hour))
		merge(day, &hour, hour.item, day->end);
	else if (is_part(day) && clock_between(t, items, low, day->item, &hour))
		merge(day, &hour, hour.item, day->end);
}

/* Joins the last two drafts of the list where they are a day and a time. */
static void
join_last(const struct items *items, struct drafts *list)
{
	struct draft *a, *b;
	size_t item, end;

	if (list->n < 2)
		return;
	a = &list->v[list->n - 2];
	b = &list->v[list->n - 1];
	item = a->item;
	end = b->end;
	if (is_time(a) && is_day(b) && (a->has_clock || !b->has_clock) &&
	    joins(items, a->end, b->item, true)) {
		struct draft time = *a;

		*a = *b;
		merge(a, &time, item, end);
		list->n--;
		share_day(items, list);
	} else if (is_day(a) && is_time(b) && !(a->has_clock && b->has_clock) &&
	    joins(items, a->end, b->item, false)) {
		merge(a, b, item, end);
		list->n--;
	}
}

/* "Monday through Friday": the second day follows the first. */
static void
link_weekdays(const struct items *items, struct drafts *list)
{
	const struct draft *a;
	struct draft *b;

	if (list->n < 2)
		return;
	a = &list->v[list->n - 2];
	b = &list->v[list->n - 1];
	b->linked = a->make == MAKE_DATE && b->make == MAKE_DATE &&
	    a->weekday > 0 && b->weekday > 0 && b->month == 0 &&
	    a->weekday != b->weekday && clock_linked(items, a->end, b->item) &&
	    !(items->v[a->end].classes &
		(LEX_BIT(LEX_AND) | LEX_BIT(LEX_SLASH)));
}

/* "from Saturday 14 to Sunday 22 March": the first day takes the month of the
 * second, or the one before. */
static void
share_month(struct draft *a, const struct draft *b)
{
	a->make = MAKE_DATE;
	a->month = b->month;
	a->year = b->year;
	if (a->day < b->day)
		return;
	a->month = b->month > 1 ? b->month - 1 : 12;
	a->year -= b->year > 0 && b->month == 1;
}

/* "April to June 1968": the first month takes the year of the second. */
static void
share_year(const struct items *items, struct drafts *list)
{
	struct draft *a, *b;

	if (list->n < 2)
		return;
	a = &list->v[list->n - 2];
	b = &list->v[list->n - 1];
	if (a->make == MAKE_DATE && b->make == MAKE_DATE && a->year == 0 &&
	    b->year != 0 && a->month > 0 && b->month > 0 &&
	    clock_linked(items, a->end, b->item))
		a->year = b->year - (a->month > b->month);
	if (a->make == MAKE_THEDAY && a->weekday > 0 && b->make == MAKE_DATE &&
	    b->month > 0 && b->day > 0 && clock_linked(items, a->end, b->item))
		share_month(a, b);
}

void
join_add(const struct tokens *t, const struct items *items, size_t low,
    struct draft d, struct drafts *list, struct arena *a)
{
	struct draft other;

	clock_words(&d);
	if (day_before(items, low, &d, &other)) {
		add(list, other, a);
		join_last(items, list);
	}
	if (clock_before(t, items, low, &d, &other))
		add(list, other, a);
	clock_share_half(items, &d, list);
	add(list, d, a);
	share_year(items, list);
	link_weekdays(items, list);
	join_last(items, list);
	join_hour(t, items, low, list);
	if (clock_behind(t, items, &d, &other)) {
		add(list, other, a);
		return;
	}
	if (part_after(t, items, &list->v[list->n - 1], &other)) {
		add(list, other, a);
		share_year(items, list);
	}
}

/* Whether the drafts are the ends of one stretch of a day's time: "9:30 to
 * 11:00", "Monday 9-10 a.m.", "5 to 6 p.m. on Monday". */
static bool
is_stretch(const struct tokens *t, const struct items *items,
    const struct draft *a, const struct draft *b)
{
	size_t from = items->v[a->item].from;
	const uint64_t close = LEX_BIT(LEX_DASH) | LEX_BIT(LEX_TO);

	if (!a->has_clock || !b->has_clock || a->until != 0 || b->until != 0 ||
	    !clock_linked(items, a->end, b->item))
		return false;
	if (b->make != MAKE_CLOCK && !a->shared)
		return false; /* two days */
	return items->v[a->end].classes & close ||
	    (items->v[a->end].classes & LEX_BIT(LEX_AND) && from > 0 &&
		str_is(t->v[from - 1].low, "between"));
}

/* "from 10:30 to 3": the end is in the half that follows. */
static int
stretch_end(const struct draft *a, const struct draft *b)
{
	int end = b->clock;

	if (!b->ampm && end < NOON && end <= a->clock && end + NOON > a->clock)
		end += NOON;
	return end + 1;
}

/* Whether a day and the stretch of time behind it are one expression: "Monday
 * from 10 a.m. to noon". */
static bool
is_on_day(const struct tokens *t, const struct items *items,
    const struct draft *day, const struct draft *time)
{
	size_t i = items->v[day->end - 1].to, to = items->v[time->item].from;

	if (time->make != MAKE_CLOCK || time->until == 0 || !is_day(day) ||
	    day->has_clock || day->until != 0)
		return false;
	i += i < to && str_is(t->v[i].text, ",");
	i += i < to &&
	    (str_is(t->v[i].low, "from") || str_is(t->v[i].low, "between") ||
		str_is(t->v[i].low, "at"));
	return i == to;
}

void
join_ranges(
    const struct tokens *t, const struct items *items, struct drafts *list)
{
	size_t n = 0;

	for (size_t i = 0; i < list->n; i++) {
		struct draft *b = &list->v[i], *a = n > 0 ? &list->v[n - 1] : b;

		if (n > 0 && is_stretch(t, items, a, b)) {
			a->until = stretch_end(a, b);
			a->utc = b->utc;
			a->end = b->end;
			n--;
			b = a;
			a = n > 0 ? &list->v[n - 1] : b;
		}
		if (n > 0 && is_on_day(t, items, a, b)) {
			merge(a, b, a->item, b->end);
			clock_complete(a);
		} else
			list->v[n++] = *b;
	}
	list->n = n;
}
