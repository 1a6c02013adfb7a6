/*
 * date.c - dates, times, durations and sets; see date.h.
 */
#include "date.h"

#include "date_cal.h"
#include "date_rule.h"
#include "date_value.h"

/* How many tokens may stand between "4 a.m. (0200 GMT)" and "on Wednesday". */
#define AHEAD_TOKENS 6

/* How many may stand between "next month" and "at 6 p.m.". */
#define WIDE_TOKENS 3

/* "4 a.m. local time (0200 GMT) on Wednesday": notes the day that follows the
 * times which start at draft i, if no day was named before. */
static void
look_ahead(const struct tokens *t, const struct drafts *drafts, size_t i,
    struct date_story *story, struct arena *a)
{
	const struct draft *d = &drafts->v[i];
	struct date_story ahead = *story;
	struct date unused = { 0 };

	if (d->make != MAKE_CLOCK || story->here.year != 0 ||
	    (i > 0 && drafts->v[i - 1].make == MAKE_CLOCK))
		return;
	while (i + 1 < drafts->n && drafts->v[i].make == MAKE_CLOCK &&
	    drafts->v[i + 1].from - drafts->v[i].to <= AHEAD_TOKENS)
		i++;
	d = &drafts->v[i];
	if (d->make != MAKE_DATE || d->from == 0 ||
	    !str_is(t->v[d->from - 1].low, "on"))
		return;
	value_resolve(t, d, &ahead, &unused, a);
	story->here = ahead.here;
}

/* Whether the drafts, in the order of the text, are near, and other is a week,
 * a month or a year that is counted from now. */
static bool
is_wide(const struct draft *a, const struct draft *b, const struct draft *other)
{
	return b->from - a->to <= WIDE_TOKENS && other->make == MAKE_REL &&
	    other->amounts > 0 && other->unit[0] >= UNIT_WEEK;
}

/* Whether draft i, a time, is of a day that is not said: "next month at 6
 * p.m.", "8 a.m. this week". */
static bool
is_of_wide(const struct drafts *drafts, size_t i)
{
	const struct draft *d = &drafts->v[i];

	if (d->make != MAKE_CLOCK && d->make != MAKE_PART)
		return false;
	return (i > 0 && is_wide(d - 1, d, d - 1)) ||
	    (i + 1 < drafts->n && is_wide(d, d + 1, d + 1));
}

struct dates
date_find_next(
    const struct tokens *t, struct date_story *story, struct arena *a)
{
	struct dates dates = { 0 };
	struct items items = lex_items(t, story, a);
	struct drafts drafts = rule_drafts(t, &items, a);

	story->here = (struct day){ 0 };
	if (drafts.n == 0)
		return dates;
	dates.v = arena_alloc(a, drafts.n, sizeof(*dates.v));
	for (size_t i = 0; i < drafts.n; i++) {
		const struct draft *d = &drafts.v[i];
		struct date *out = &dates.v[dates.n++];

		out->from = d->from;
		out->to = d->to;
		out->start = t->v[d->from].start;
		out->end = t->v[d->to - 1].end;
		look_ahead(t, &drafts, i, story, a);
		story->wide = story->here.year == 0 && is_of_wide(&drafts, i);
		value_resolve(t, d, story, out, a);
	}
	return dates;
}

struct dates
date_find(const struct tokens *t, struct day ref, struct arena *a)
{
	struct date_story story = { .ref = ref };

	return date_find_next(t, &story, a);
}

/* Reads n digits at s[*at]; *at moves behind them. */
static bool
read_digits(struct str s, size_t *at, size_t n, int *val)
{
	*val = 0;
	if (s.n - *at < n)
		return false;
	for (size_t i = 0; i < n; i++, (*at)++) {
		if (!ch_digit(s.p[*at]))
			return false;
		*val = *val * 10 + (s.p[*at] - '0');
	}
	return true;
}

bool
day_parse(struct str s, struct day *day)
{
	struct day d = { 0 };
	size_t at = 0;

	if (!read_digits(s, &at, 4, &d.year) || d.year == 0)
		return false;
	if (at < s.n && s.p[at] == '-') {
		at++;
		if (!read_digits(s, &at, 2, &d.month) ||
		    !cal_valid(d.year, d.month, 0))
			return false;
	}
	if (d.month > 0 && at < s.n && s.p[at] == '-') {
		at++;
		if (!read_digits(s, &at, 2, &d.day) || d.day == 0 ||
		    !cal_valid(d.year, d.month, d.day))
			return false;
	}
	if (at < s.n && !(d.day > 0 && (s.p[at] == 'T' || s.p[at] == ' ')))
		return false;
	*day = d;
	return true;
}

int
day_minute(struct str s)
{
	size_t at = sizeof("2025-11-06") - 1;
	int hour, minute;

	if (at >= s.n || (s.p[at] != 'T' && s.p[at] != ' '))
		return 0;
	at++;
	if (!read_digits(s, &at, 2, &hour) || at == s.n || s.p[at++] != ':' ||
	    !read_digits(s, &at, 2, &minute) || hour > 23 || minute > 59)
		return 0;
	return hour * 60 + minute + 1;
}

const char *
date_kind_name(enum date_kind kind)
{
	static const char *const names[] = { "date", "time", "duration",
		"set" };

	return names[kind];
}
