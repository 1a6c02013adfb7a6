/*
 * date_rule.c - forms of dates in a row of items; see date_rule.h.
 */
#include "date_rule.h"

#include "date_guard.h"

#include "date_rules.h"

#define HITS 16
#define NOON 720

/* Which item fills which class of the pattern. */
struct hits {
	size_t n;
	enum lex class[HITS];
	size_t item[HITS];
};

/* The class of a pattern's letter, plus 1. */
static const unsigned char class_of[128] = {
#define X(id, letter) [letter] = LEX_##id + 1,
	LEX_CLASSES(X)
#undef X
};

static const char letters[] = {
#define X(id, letter) letter,
	LEX_CLASSES(X)
#undef X
};

/* The classes of the pattern's element at *at, which moves behind it. */
static uint64_t
element(struct str pattern, size_t *at, bool *optional)
{
	uint64_t set = 0;
	bool group = pattern.p[*at] == '[';

	*at += group;
	do {
		unsigned char c = (unsigned char)pattern.p[(*at)++];

		if (c < 128 && class_of[c] > 0)
			set |= LEX_BIT(class_of[c] - 1);
	} while (group && *at < pattern.n && pattern.p[*at] != ']');
	*at += group;
	*optional = *at < pattern.n && pattern.p[*at] == '?';
	*at += *optional;
	return set;
}

static enum lex
lowest(uint64_t set)
{
	int i = 0;

	while (!(set >> i & 1))
		i++;
	return (enum lex)i;
}

/* Matches pattern[at...] at item i.  Returns the item behind the match, or
 * 0.  Patterns are short and have few optional elements, so that trying
 * both ways costs little. */
static size_t
match(struct str pattern, size_t at, const struct items *items, size_t i,
    struct hits *hits)
{
	bool optional;
	uint64_t set, both;
	size_t end, n = hits->n;

	if (at == pattern.n)
		return i;
	set = element(pattern, &at, &optional);
	both = i < items->n ? set & items->v[i].classes : 0;
	if (both != 0 && n < HITS) {
		hits->class[n] = lowest(both);
		hits->item[n] = i;
		hits->n = n + 1;
		end = match(pattern, at, items, i + 1, hits);
		if (end > 0)
			return end;
		hits->n = n;
	}
	return optional ? match(pattern, at, items, i, hits) : 0;
}

/* A second number before any unit is the upper end of a range. */
static void
add_number(struct draft *d, double n)
{
	if (d->amounts == 0 && d->n[0] > 0)
		d->high = n;
	else if (d->amounts < AMOUNTS)
		d->n[d->amounts] = n;
}

/* A unit ends an amount: "2 hours". */
static void
add_unit(struct draft *d, int unit)
{
	if (d->amounts == AMOUNTS)
		return;
	d->unit[d->amounts] = (enum unit)unit;
	d->amounts++;
}

static void
fill_calendar(struct draft *d, const struct item *it, enum lex class)
{
	int val = (int)lex_value(it, class);

	switch (class) {
	case LEX_MONTH:
		d->month = val;
		break;
	case LEX_WEEKDAY:
	case LEX_WEEKDAYS:
		d->weekday = val;
		break;
	case LEX_DAYNUM:
		d->day = val;
		break;
	case LEX_ORDINAL:
		d->day = d->ordinal = val;
		break;
	case LEX_YEAR:
		d->year = (int)it->value;
		break;
	case LEX_DECADE:
		d->year = val < 100 ? 1900 + val : val;
		break;
	case LEX_ERA:
		if (d->year == 0)
			d->year = (int)d->n[0];
		if (val < 0 && d->year > 0)
			d->year = -d->year;
		break;
	case LEX_SEASON:
		d->season = val;
		break;
	case LEX_QUARTER:
		d->quarter = val;
		break;
	case LEX_HALF:
		d->half = val;
		break;
	case LEX_FULL:
		d->full = it->full;
		break;
	case LEX_HOLIDAY:
		d->holiday = it;
		break;
	default:
		break;
	}
}

static void
fill_relation(struct draft *d, const struct item *it, enum lex class)
{
	int val = (int)lex_value(it, class);

	switch (class) {
	case LEX_LAST:
	case LEX_NEXT:
	case LEX_THIS:
	case LEX_THAT:
		/* in "this past week" the second word decides */
		d->which = class;
		d->shift = val;
		break;
	case LEX_DAY:
		d->shift = val;
		if (lex_flag(it, "night"))
			d->part = PART_NIGHT;
		break;
	case LEX_AGO:
	case LEX_BEFORE:
		d->ago = val;
		break;
	case LEX_MOD:
		d->mod = val;
		break;
	case LEX_REF:
		d->shift = val;
		break;
	case LEX_FILL:
		if (val > 0) /* "every other day" */
			d->ordinal = val;
		break;
	case LEX_THE:
		d->the = true;
		break;
	case LEX_TIMES:
		d->times = true;
		break;
	default:
		break;
	}
}

static void
fill_amount(struct draft *d, const struct item *it, enum lex class)
{
	double val = lex_value(it, class);

	switch (class) {
	case LEX_NUMBER:
		add_number(d, it->value);
		break;
	case LEX_A:
	case LEX_WHOLE:
		if (d->n[0] == 0)
			add_number(d, 1);
		break;
	case LEX_VAGUE:
		d->vague = true;
		break;
	case LEX_UNIT:
	case LEX_UNITS:
	case LEX_OFTEN:
		add_unit(d, (int)val);
		break;
	case LEX_ANDHALF:
		d->n[d->amounts > 0 ? d->amounts - 1 : 0] += val;
		break;
	case LEX_PART:
		d->part = (int)val;
		break;
	case LEX_CLOCK:
		d->has_clock = true;
		d->clock = (int)val;
		break;
	case LEX_PASTHOUR:
		d->past = (int)val;
		break;
	case LEX_ZONE:
		d->utc = val > 0;
		break;
	default:
		break;
	}
}

static struct draft
draft_of(const struct items *items, const struct date_rules *rule,
    const struct hits *hits, size_t end)
{
	struct draft d = { .make = (enum make)rule->make, .which = LEX_COUNT };

	d.item = hits->item[0];
	d.end = end;
	for (size_t i = 0; i < hits->n; i++) {
		const struct item *it = &items->v[hits->item[i]];
		enum lex class = hits->class[i];

		fill_calendar(&d, it, class);
		fill_relation(&d, it, class);
		fill_amount(&d, it, class);
	}
	return d;
}

/* Items of before may be taken by a draft that starts at item i, down to
 * item low. */
struct left {
	const struct items *items;
	size_t low;
	struct str flags;
};

static bool
has_flag(struct str flags, char flag)
{
	for (size_t i = 0; i < flags.n; i++) {
		if (flags.p[i] == flag)
			return true;
	}
	return false;
}

/* Whether the item k places before the draft may be taken and has class. */
static bool
before_is(
    const struct left *left, const struct draft *d, size_t k, enum lex class)
{
	return d->item >= left->low + k &&
	    left->items->v[d->item - k].classes & LEX_BIT(class);
}

static bool
take_mod(const struct left *left, struct draft *d)
{
	size_t k = 1;

	if (before_is(left, d, 1, LEX_DASH)) /* "mid-2024" */
		k = 2;
	else if (before_is(left, d, 1, LEX_THE)) /* "the end of the 1990s" */
		k = 2;
	if (!before_is(left, d, k, LEX_MOD))
		return false;
	/* "early the next year", but not "early the 1990s" */
	if (k == 2 && d->make != MAKE_REL && before_is(left, d, 1, LEX_THE) &&
	    left->items->v[d->item - 2].to - left->items->v[d->item - 2].from <
		2)
		return false;
	d->mod = (int)lex_value(&left->items->v[d->item - k], LEX_MOD);
	d->the = d->the || before_is(left, d, 1, LEX_THE);
	d->item -= k;
	return true;
}

/* Takes "the", "early", "more than" and the like in front of the draft. */
static void
extend_left(const struct left *left, struct draft *d)
{
	bool mod = has_flag(left->flags, 'e') && take_mod(left, d);

	if ((mod || has_flag(left->flags, 't')) &&
	    before_is(left, d, 1, LEX_THE)) {
		d->the = true;
		d->item--;
		if (!mod && has_flag(left->flags, 'e') && d->make == MAKE_REL)
			(void)take_mod(left, d);
	}
	if (has_flag(left->flags, 'g') && !d->the &&
	    (d->which == LEX_THIS || d->which == LEX_THAT) &&
	    before_is(left, d, 1, LEX_AGO))
		d->item--;
	if (before_is(left, d, 1, LEX_APPROX)) {
		d->mod =
		    (int)lex_value(&left->items->v[d->item - 1], LEX_APPROX);
		if (has_flag(left->flags, 'q'))
			d->item--;
	}
}

/* The best draft that starts at item i, if any: the longest that the words
 * around it allow. */
static bool
best_at(const struct tokens *t, const struct items *items, size_t i, size_t low,
    struct draft *best)
{
	uint64_t set = items->v[i].classes;

	best->end = 0;
	for (size_t c = 0; c < LEX_COUNT; c++) {
		struct str key = { &letters[c], 1 };
		const struct date_rules *rule;

		if (!(set >> c & 1))
			continue;
		rule = tab_find(&date_rules_tab, key);
		for (; rule != NULL; rule = tab_next(&date_rules_tab, rule)) {
			struct hits hits = { 0 };
			size_t end = match(rule->pattern, 0, items, i, &hits);
			struct left left = { items, low, rule->flags };
			struct draft d;

			if (end <= best->end)
				continue;
			d = draft_of(items, rule, &hits, end);
			extend_left(&left, &d);
			if (guard_allows(t, items, &d))
				*best = d;
		}
	}
	return best->end > 0;
}

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
	first->day = (int)it->value;
	if (it->classes & LEX_BIT(LEX_ORDINAL))
		first->day = (int)lex_value(it, LEX_ORDINAL);
	first->item = at - 2;
	first->end = at - 1;
	return first->day < d->day;
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
		second->year = d->year / 100 * 100 + (int)it->value;
		return items->v[i].classes & LEX_BIT(LEX_DASH) &&
		    it->value == (int)it->value && it->value > d->year % 100 &&
		    it->value < 100 && guard_is_pair(items, i + 1);
	}
	second->day = (int)it->value;
	return d->year == 0 && d->day > 0 &&
	    it->classes & LEX_BIT(LEX_DAYNUM) && second->day > d->day &&
	    guard_day_after(t, items, i);
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

static void
add_with_parts(const struct tokens *t, const struct items *items, size_t low,
    struct draft d, struct drafts *list, struct arena *a)
{
	struct draft other;

	if (day_before(items, low, &d, &other)) {
		add(list, other, a);
		join_last(items, list);
	}
	add(list, d, a);
	share_year(items, list);
	join_last(items, list);
	if (part_after(t, items, &list->v[list->n - 1], &other))
		add(list, other, a);
}

/* Completes the time of day: "3:00 in the afternoon" and "10:00 at night" are
 * in its second half. */
static void
set_clock(struct draft *d)
{
	if (d->past != 0) { /* "half past ten", "a quarter to 3 p.m." */
		if (!d->has_clock)
			d->clock = (int)d->n[0] * 60;
		d->has_clock = true;
		d->clock = (d->clock + d->past + 2 * NOON) % (2 * NOON);
	}
	if (!d->has_clock || d->clock >= NOON)
		return;
	if (d->part == PART_AFTERNOON || d->part == PART_EVENING ||
	    (d->part == PART_NIGHT && d->clock >= NOON / 2))
		d->clock += NOON;
}

struct drafts
rule_drafts(const struct tokens *t, const struct items *items, struct arena *a)
{
	struct drafts list = { 0 };
	size_t low = 0;

	for (size_t i = 0; i < items->n;) {
		struct draft d;

		if (items->v[i].classes == 0 ||
		    !best_at(t, items, i, low, &d)) {
			i++;
			continue;
		}
		add_with_parts(t, items, low, d, &list, a);
		i = low = list.v[list.n - 1].end;
	}
	for (size_t i = 0; i < list.n; i++) {
		set_clock(&list.v[i]);
		list.v[i].from = items->v[list.v[i].item].from;
		list.v[i].to = items->v[list.v[i].end - 1].to;
	}
	return list;
}
