/*
 * date_join.c - drafts that belong together; see date_join.h.
 */
#include "date_join.h"

#include "date_guard.h"

#define NOON 720
#define HOUR 60

static struct draft *
add(struct drafts *list, struct draft d, struct arena *a)
{
	list->v = vec_room(a, list->v, list->n, &list->cap, sizeof(*list->v));
	list->v[list->n] = d;
	return &list->v[list->n++];
}

/* Whether only what links two dates stands between the drafts ("3 and 17",
 * "May-July"). */
static bool
linked(const struct items *items, size_t from, size_t to)
{
	const uint64_t link = LEX_BIT(LEX_DASH) | LEX_BIT(LEX_TO) |
	    LEX_BIT(LEX_AND) | LEX_BIT(LEX_SLASH);

	return to == from + 1 && items->v[from].classes & link;
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
	if (at < low + 2 || !linked(items, at - 1, at))
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

/* The time that a clock without "a.m." or "p.m." means before one with: in the
 * same half of the day, or in the half before. */
static int
clock_in_half(int clock, int later)
{
	clock = clock % NOON + later / NOON * NOON;
	return clock < later ? clock : (clock + NOON) % (2 * NOON);
}

/* Whether the clock d has "a.m." or "p.m.", and what links it to something
 * before it ends before its first item. */
static bool
ends_range(const struct items *items, const struct draft *d)
{
	return d->make == MAKE_CLOCK && d->has_clock &&
	    items->v[d->item].half && d->item >= 2 &&
	    linked(items, d->item - 1, d->item);
}

/* "from 5 to 6 p.m.", "10-11 a.m.": the first hour as a draft of its own. */
static bool
hour_before(const struct tokens *t, const struct items *items, size_t low,
    const struct draft *d, struct draft *first)
{
	const struct item *it;

	if (!ends_range(items, d) || d->item < low + 2)
		return false;
	it = &items->v[d->item - 2];
	if (!(it->classes & LEX_BIT(LEX_NUMBER)) || it->value < 1 ||
	    it->value > 12 || it->value != lex_whole(it->value) || /* NOLINT */
	    it->to != it->from + 1)
		return false;
	/* not "killed 3 and 6 p.m." */
	if (items->v[d->item - 1].classes & LEX_BIT(LEX_AND) &&
	    (it->from == 0 || !str_is(t->v[it->from - 1].low, "between")))
		return false;
	*first = *d;
	first->clock = clock_in_half(lex_whole(it->value) * HOUR, d->clock);
	first->item = d->item - 2;
	first->end = d->item - 1;
	return true;
}

/* "between 2:00 and 2:30 p.m.": the first clock is in the half of the second,
 * unless it is beyond noon by itself. */
static void
share_half(
    const struct items *items, const struct draft *d, struct drafts *list)
{
	struct draft *a = list->n > 0 ? &list->v[list->n - 1] : NULL;

	if (a != NULL && ends_range(items, d) && a->make == MAKE_CLOCK &&
	    a->has_clock && a->end + 1 == d->item && !items->v[a->item].half &&
	    a->clock >= HOUR && a->clock < NOON + HOUR)
		a->clock = clock_in_half(a->clock, d->clock);
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

/* "March 3-17", "2012-13": the second day or year as a draft of its own. */
static bool
part_after(const struct tokens *t, const struct items *items,
    const struct draft *d, struct draft *second)
{
	const struct item *it;
	size_t i = d->end;

	if (d->make != MAKE_DATE || i + 1 >= items->n ||
	    !linked(items, i, i + 1))
		return false;
	it = &items->v[i + 1];
	if (i + 2 < items->n && items->v[i + 2].classes & LEX_BIT(LEX_MONTH))
		return false; /* "13 February - 14 February" */
	*second = *d;
	second->item = i + 1;
	second->end = i + 2;
	if (!(it->classes & LEX_BIT(LEX_DAYNUM)) &&
	    !(it->classes & LEX_BIT(LEX_NUMBER)))
		return false;
	if (d->year > 0 && d->month == 0) {
		second->year = d->year / 100 * 100 + lex_whole(it->value);
		return items->v[i].classes & LEX_BIT(LEX_DASH) &&
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
	case MAKE_SET:
		return d->weekday > 0 || d->part > 0;
	case MAKE_REL:
		return d->weekday > 0 || d->part > 0 || d->unit[0] == UNIT_DAY;
	default:
		return false;
	}
}

/* Whether a time and a day with these items between are one expression. */
static bool
joins(const struct items *items, size_t from, size_t to, bool time_first)
{
	const uint64_t middle = time_first ? LEX_BIT(LEX_ON) |
		LEX_BIT(LEX_COMMA) | LEX_BIT(LEX_OF) | LEX_BIT(LEX_DASH)
					   : LEX_BIT(LEX_AT) |
		LEX_BIT(LEX_COMMA) | LEX_BIT(LEX_APPROX) | LEX_BIT(LEX_DASH);

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
	if (time->make != MAKE_CLOCK || !linked(items, time->end, day.item))
		return;
	merge(&day, time, time->item, time->end);
	*time = day;
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
	    linked(items, a->end, b->item))
		a->year = b->year - (a->month > b->month);
}

void
join_add(const struct tokens *t, const struct items *items, size_t low,
    struct draft d, struct drafts *list, struct arena *a)
{
	struct draft other;

	if (day_before(items, low, &d, &other)) {
		add(list, other, a);
		join_last(items, list);
	}
	if (hour_before(t, items, low, &d, &other))
		add(list, other, a);
	share_half(items, &d, list);
	add(list, d, a);
	share_year(items, list);
	join_last(items, list);
	if (part_after(t, items, &list->v[list->n - 1], &other)) {
		add(list, other, a);
		share_year(items, list);
	}
}

/* Completes the time of day: "3:00 in the afternoon" and "10:00 at night" are
 * in its second half. */
void
join_clock(struct draft *d)
{
	if (d->past != 0) { /* "half past ten", "a quarter to 3 p.m." */
		if (!d->has_clock)
			d->clock = lex_whole(d->n[0]) * 60;
		d->has_clock = true;
		d->clock = (d->clock + d->past + 2 * NOON) % (2 * NOON);
	}
	if (!d->has_clock || d->clock >= NOON)
		return;
	if (d->part == PART_AFTERNOON || d->part == PART_EVENING ||
	    (d->part == PART_NIGHT && d->clock >= NOON / 2))
		d->clock += NOON;
}
