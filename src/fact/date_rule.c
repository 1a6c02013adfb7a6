/*
 * date_rule.c - forms of dates in a row of items; see date_rule.h.
 */
#include "date_rule.h"

#include "date_clock.h"
#include "date_guard.h"
#include "date_join.h"

#include "date_rules.h"

#define HITS 16

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
	return (enum lex)__builtin_ctzll(set);
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
	d->unit[d->amounts] = (enum date_unit)unit;
	d->amounts++;
}

static void
fill_calendar(struct draft *d, const struct item *it, enum lex class)
{
	int val = lex_whole(lex_value(it, class));

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
		d->year = lex_whole(it->value);
		break;
	case LEX_DECADE:
		d->year = val < 100 ? 1900 + val : val;
		break;
	case LEX_ERA:
		if (d->year == 0)
			d->year = lex_whole(d->n[0]);
		if (val < 0 && d->year > 0)
			d->year = -d->year;
		d->bc = val < 0;
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
		if (it->full.year > 0) {
			d->full = it->full;
		} else { /* "on 11/20" */
			d->month = it->full.month;
			d->day = it->full.day;
		}
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
	int val = lex_whole(lex_value(it, class));

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
		d->by_day = true;
		if (lex_flag(it, "night"))
			d->part = PART_NIGHT;
		break;
	case LEX_AGO:
	case LEX_BEFORE:
	case LEX_FROM:
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
		/* "the past year" is a length, "the past fiscal year" a year */
		if (d->which == LEX_LAST && d->shift < -1)
			d->shift = -1;
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
		d->times = false; /* "once every four years" */
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
	case LEX_PARTS:
		d->part = (int)val;
		break;
	case LEX_CLOCK:
		d->has_clock = true;
		d->clock = (int)val;
		d->ampm = it->half;
		d->second = it->second;
		break;
	case LEX_PASTHOUR:
		d->past = (int)val;
		break;
	case LEX_AMPM: /* "tomorrow am" */
		d->part = val > 0 ? PART_AFTERNOON : PART_MORNING;
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
	else if (before_is(left, d, 1, LEX_ON) && d->make == MAKE_DATE)
		k = 2; /* "late on Saturday" */
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

/* "about" is part of a duration, but only says of a date that it is not
 * exact; "over Christmas" says nothing. */
static void
take_approx(const struct left *left, struct draft *d)
{
	int mod = (int)lex_value(&left->items->v[d->item - 1], LEX_APPROX);
	bool inside = has_flag(left->flags, 'q');

	if (inside || mod == MOD_APPROX)
		d->mod = mod;
	d->item -= inside;
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
	if (before_is(left, d, 1, LEX_APPROX))
		take_approx(left, d);
}

/* Whether the pattern may match an item that is followed by one of those
 * classes.  Looks at its second element, where that is one letter: most
 * patterns fail there, as most items are followed by a word of no class. */
static bool
may_match(struct str pattern, uint64_t next)
{
	const char *p = pattern.p;

	if (pattern.n == 1 || p[1] == '[' || (pattern.n > 2 && p[2] == '?'))
		return true;
	return next & LEX_BIT(class_of[(unsigned char)p[1]] - 1);
}

/* The best draft that starts at item i, if any: the longest that the words
 * around it allow. */
static bool
best_at(const struct tokens *t, const struct items *items, size_t i, size_t low,
    struct draft *best)
{
	uint64_t set = items->v[i].classes, next = 0;

	if (i + 1 < items->n)
		next = items->v[i + 1].classes;
	best->end = 0;
	for (; set != 0; set &= set - 1) {
		struct str key = { &letters[lowest(set)], 1 };
		const struct date_rules *rule;

		rule = tab_find(&date_rules_tab, key);
		for (; rule != NULL; rule = tab_next(&date_rules_tab, rule)) {
			struct left left = { items, low, rule->flags };
			struct hits hits;
			struct draft d;
			size_t end = 0;

			if (!may_match(rule->pattern, next))
				continue;
			hits.n = 0;
			hits.item[0] = i;
			end = match(rule->pattern, 0, items, i, &hits);
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
		join_add(t, items, low, d, &list, a);
		i = low = list.v[list.n - 1].end;
	}
	for (size_t i = 0; i < list.n; i++)
		clock_complete(&list.v[i]);
	join_ranges(t, items, &list);
	for (size_t i = 0; i < list.n; i++) {
		list.v[i].from = items->v[list.v[i].item].from;
		list.v[i].to = items->v[list.v[i].end - 1].to;
	}
	return list;
}
