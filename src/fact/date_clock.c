/*
 * date_clock.c - times of day that are said in part; see date_clock.h.
 */
#include "date_clock.h"

#include "date_scene.h"

#define NOON 720
#define HOUR 60

bool
clock_linked(const struct items *items, size_t from, size_t to)
{
	const uint64_t link = LEX_BIT(LEX_DASH) | LEX_BIT(LEX_TO) |
	    LEX_BIT(LEX_AND) | LEX_BIT(LEX_SLASH);

	return to == from + 1 && items->v[from].classes & link;
}

/* The hour that the item is, a number of one token from 1 to 12, or 0. */
static int
hour_of(const struct item *it)
{
	if (!(it->classes & LEX_BIT(LEX_NUMBER)) || it->to != it->from + 1 ||
	    it->value < 1 || it->value > 12 ||
	    it->value != lex_whole(it->value)) /* NOLINT: whole numbers */
		return 0;
	return lex_whole(it->value);
}

/* Whether a bare hour can end before token i: nothing follows that it could
 * count or measure. */
static bool
ends_hour(const struct tokens *t, size_t i)
{
	const struct token *tok = scene_token(t, i);

	if (tok == NULL)
		return true;
	return (scene_punct(tok) && !scene_one_of(tok, "-/'")) ||
	    scene_in(tok, AROUND_CLAUSE);
}

/* The time that a clock without "a.m." or "p.m." means before one with: in the
 * same half of the day, or in the half before. */
static int
clock_in_half(int clock, int later)
{
	clock = clock % NOON + later / NOON * NOON;
	return clock < later ? clock : (clock + NOON) % (2 * NOON);
}

/* Whether what links the clock d to something before it ends before its first
 * item. */
static bool
ends_range(const struct items *items, const struct draft *d)
{
	return d->make == MAKE_CLOCK && d->has_clock && d->item >= 2 &&
	    clock_linked(items, d->item - 1, d->item);
}

/* Whether the item stands behind "from" or "between". */
static bool
begins_range(const struct tokens *t, const struct item *it)
{
	return it->from > 0 &&
	    (str_is(t->v[it->from - 1].low, "from") ||
		str_is(t->v[it->from - 1].low, "between"));
}

bool
clock_before(const struct tokens *t, const struct items *items, size_t low,
    const struct draft *d, struct draft *first)
{
	const struct item *it;
	int hour;

	if (!ends_range(items, d) || d->item < low + 2)
		return false;
	it = &items->v[d->item - 2];
	hour = hour_of(it);
	/* not "killed 3 and 6 p.m." */
	if (hour == 0 ||
	    ((!d->ampm || items->v[d->item - 1].classes & LEX_BIT(LEX_AND)) &&
		!begins_range(t, it)))
		return false;
	*first = *d;
	first->clock = clock_in_half(hour * HOUR, d->clock);
	first->second = 0;
	first->item = d->item - 2;
	first->end = d->item - 1;
	return true;
}

bool
clock_behind(const struct tokens *t, const struct items *items,
    const struct draft *d, struct draft *second)
{
	size_t i = d->end;
	int hour;

	if (d->make != MAKE_CLOCK || i + 1 >= items->n ||
	    (!d->ampm && !begins_range(t, &items->v[d->item])) ||
	    !clock_linked(items, i, i + 1) ||
	    items->v[i].classes & LEX_BIT(LEX_AND))
		return false;
	hour = hour_of(&items->v[i + 1]);
	if (hour == 0 || !ends_hour(t, items->v[i + 1].to))
		return false;
	*second = *d;
	second->clock = hour % 12 * HOUR + d->clock / NOON * NOON;
	if (second->clock <= d->clock)
		second->clock = (second->clock + NOON) % (2 * NOON);
	second->second = 0;
	second->item = i + 1;
	second->end = i + 2;
	return true;
}

void
clock_share_half(
    const struct items *items, const struct draft *d, struct drafts *list)
{
	struct draft *a = list->n > 0 ? &list->v[list->n - 1] : NULL;

	if (a == NULL || !d->ampm || !ends_range(items, d) || !a->has_clock ||
	    a->ampm || a->part > 0 || a->end + 1 != d->item ||
	    a->clock < HOUR || a->clock >= NOON + HOUR)
		return;
	a->clock = clock_in_half(a->clock, d->clock);
	a->ampm = true;
}

/* A draft of the hour that is item i, with items [from, to). */
static struct draft
hour_draft(int hour, size_t from, size_t to)
{
	return (struct draft){ .make = MAKE_CLOCK,
		.which = LEX_COUNT,
		.has_clock = true,
		.clock = hour * HOUR,
		.item = from,
		.end = to };
}

/* "at", "around", "about". */
static bool
says_when(const struct item *it)
{
	return it->classes & LEX_BIT(LEX_AT) ||
	    (it->classes & LEX_BIT(LEX_APPROX) && it->to == it->from + 1 &&
		lex_whole(lex_value(it, LEX_APPROX)) == MOD_APPROX);
}

bool
clock_at(const struct tokens *t, const struct items *items, size_t i,
    struct draft *hour)
{
	int val;

	if (i + 1 >= items->n || !says_when(&items->v[i]))
		return false;
	val = hour_of(&items->v[i + 1]);
	if (val == 0 || !ends_hour(t, items->v[i + 1].to))
		return false;
	*hour = hour_draft(val, i + 1, i + 2);
	return true;
}

bool
clock_on(const struct tokens *t, const struct items *items, size_t low,
    size_t i, struct draft *hour)
{
	int val;

	if (i > low && items->v[i - 1].classes & LEX_BIT(LEX_ON))
		i--;
	if (i < low + 1 || i < 2 ||
	    !(items->v[i - 2].classes & LEX_BIT(LEX_AT)))
		return false;
	val = hour_of(&items->v[i - 1]);
	/* "at 5-6", "at 5 or 6" is not read */
	if (val == 0 || t->v[items->v[i - 1].from].glued)
		return false;
	*hour = hour_draft(val, i - 1, i);
	return true;
}

bool
clock_between(const struct tokens *t, const struct items *items, size_t low,
    size_t i, struct draft *range)
{
	int first, last;

	if (i < low + 3 || !clock_linked(items, i - 2, i - 1) ||
	    !begins_range(t, &items->v[i - 3]))
		return false;
	first = hour_of(&items->v[i - 3]);
	last = hour_of(&items->v[i - 1]);
	if (first == 0 || last <= first)
		return false;
	*range = hour_draft(first, i - 3, i);
	range->until = last * HOUR + 1;
	return true;
}

/* Whether the part of the day lies behind noon for that time: "3:00 in the
 * afternoon", "10:00 at night". */
static bool
is_behind_noon(const struct draft *d)
{
	return d->part == PART_AFTERNOON || d->part == PART_EVENING ||
	    ((d->part == PART_NIGHT ||
		 (d->amounts > 0 && d->unit[0] == UNIT_NIGHT)) &&
		d->clock >= NOON / 2);
}

/* The hour and the minutes past or to it: "half past ten", "a quarter to 3
 * p.m.", "20 past 8", "15 minutes past noon". */
static void
set_past(struct draft *d)
{
	double hour = d->n[0];

	if (d->which == LEX_LAST) {
		d->past = lex_whole(d->n[0]);
		hour = d->amounts > 0 ? d->n[1] : d->high;
	}
	if (!d->has_clock)
		d->clock = lex_whole(hour) * HOUR;
	d->has_clock = true;
	d->clock = (d->clock + d->past + 2 * NOON) % (2 * NOON);
}

void
clock_words(struct draft *d)
{
	if (d->make != MAKE_CLOCK)
		return;
	if (d->past != 0 || d->which == LEX_LAST) {
		set_past(d);
	} else if (!d->has_clock) { /* "5 in the morning" */
		d->has_clock = true;
		d->clock = lex_whole(d->n[0]) % 24 * HOUR;
		if (d->high > 0)
			d->until = lex_whole(d->high) % 24 * HOUR + 1;
	}
}

void
clock_complete(struct draft *d)
{
	if (!d->has_clock || d->ampm || d->clock >= NOON || !is_behind_noon(d))
		return;
	d->clock += NOON;
	if (d->until > 0 && d->until <= NOON)
		d->until += NOON;
}
