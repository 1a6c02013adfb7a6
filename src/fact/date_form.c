/*
 * date_form.c - TIMEX3 values as text; see date_form.h.
 */
#include "date_form.h"

#include "base/rec.h"

#define CHEAP_MAX 1e12

static void
digits(struct buf *b, int val, int width)
{
	char tmp[16];
	int n = 0;

	do {
		tmp[n++] = (char)('0' + val % 10);
		val /= 10;
	} while (val > 0 && n < (int)sizeof(tmp));
	while (n < width)
		tmp[n++] = '0';
	while (n > 0)
		buf_byte(b, tmp[--n]);
}

static void
add_year(struct buf *b, int year)
{
	if (year == 0)
		buf_add(b, STR("XXXX"));
	if (year < 0)
		buf_add(b, STR("BC"));
	if (year != 0)
		digits(b, year < 0 ? -year : year, 4);
}

static void
add_two(struct buf *b, int val)
{
	buf_byte(b, '-');
	if (val == 0)
		buf_add(b, STR("XX"));
	else
		digits(b, val, 2);
}

static struct str
season_name(int season)
{
	static const struct str names[] = { { "", 0 }, { "SP", 2 }, { "SU", 2 },
		{ "FA", 2 }, { "WI", 2 } };

	return names[season];
}

static struct str
part_name(int part)
{
	static const struct str names[PART_COUNT] = { { "", 0 }, { "MO", 2 },
		{ "MI", 2 }, { "AF", 2 }, { "EV", 2 }, { "NI", 2 }, { "DT", 2 },
		{ "MO", 2 }, { "EV", 2 } };

	return names[part];
}

static void
add_time(struct buf *b, const struct when *w)
{
	if (w->has_clock) {
		buf_byte(b, 'T');
		digits(b, w->clock / 60, 2);
		buf_byte(b, ':');
		digits(b, w->clock % 60, 2);
		if (w->second > 0) {
			buf_byte(b, ':');
			digits(b, w->second - 1, 2);
		}
		if (w->utc)
			buf_byte(b, 'Z');
	} else if (w->part > 0) {
		buf_byte(b, 'T');
		buf_add(b, part_name(w->part));
	}
}

static void
add_week(struct buf *b, const struct when *w)
{
	add_year(b, w->year);
	buf_add(b, STR("-W"));
	digits(b, w->week, 2);
	if (w->weekend)
		buf_add(b, STR("-WE"));
}

static void
add_date(struct buf *b, const struct when *w)
{
	if (w->weekday > 0 && w->year == 0) {
		buf_add(b, STR("XXXX-WXX-"));
		digits(b, w->weekday, 1);
		return;
	}
	add_year(b, w->year);
	if (w->season > 0) {
		buf_byte(b, '-');
		buf_add(b, season_name(w->season));
	} else if (w->quarter > 0) {
		buf_add(b, STR("-Q"));
		digits(b, w->quarter, 1);
	} else if (w->half > 0) {
		buf_add(b, STR("-H"));
		digits(b, w->half, 1);
	} else if (w->month > 0 || w->day > 0) {
		add_two(b, w->month);
		if (w->day > 0)
			add_two(b, w->day);
	}
}

static bool
is_nothing(const struct when *w)
{
	return w->year == 0 && w->month == 0 && w->day == 0 &&
	    w->weekday == 0 && w->season == 0 && w->quarter == 0 &&
	    w->half == 0 && !w->century && !w->decade;
}

struct str
form_when(const struct when *w, struct arena *a)
{
	struct buf b = { .a = a };

	if (is_nothing(w)) {
		if (!w->dayless && (w->has_clock || w->part > 0))
			buf_add(&b, STR("XXXX-XX-XX"));
	} else if (w->century || w->decade) {
		int year = w->year < 0 ? -w->year : w->year;

		if (w->bc || w->year < 0)
			buf_add(&b, STR("BC"));
		digits(&b, w->century ? year / 100 : year / 10,
		    w->century ? 2 : 3);
	} else if (w->fiscal) {
		buf_add(&b, STR("FY"));
		add_year(&b, w->year);
	} else if (w->week > 0) {
		add_week(&b, w);
	} else {
		add_date(&b, w);
	}
	add_time(&b, w);
	return buf_str(&b);
}

/* How an amount of a unit is written: its letters, and by how much the
 * number is multiplied. */
static struct str
unit_name(enum date_unit unit, double *times)
{
	static const struct {
		struct str name;
		double times;
	} units[UNIT_COUNT] = {
		[UNIT_SECOND] = { { "S", 1 }, 1 },
		[UNIT_MINUTE] = { { "M", 1 }, 1 },
		[UNIT_HOUR] = { { "H", 1 }, 1 },
		[UNIT_DAY] = { { "D", 1 }, 1 },
		[UNIT_NIGHT] = { { "D", 1 }, 1 },
		[UNIT_WEEKEND] = { { "WE", 2 }, 1 },
		[UNIT_WEEK] = { { "W", 1 }, 1 },
		[UNIT_FORTNIGHT] = { { "W", 1 }, 2 },
		[UNIT_MONTH] = { { "M", 1 }, 1 },
		[UNIT_QUARTER] = { { "M", 1 }, 3 },
		[UNIT_YEAR] = { { "Y", 1 }, 1 },
		[UNIT_DECADE] = { { "DE", 2 }, 1 },
		[UNIT_CENTURY] = { { "CE", 2 }, 1 },
		[UNIT_MILLENNIUM] = { { "Y", 1 }, 1000 },
	};

	*times = units[unit].times;
	return units[unit].name;
}

static bool
is_clock_unit(enum date_unit unit)
{
	return unit <= UNIT_HOUR;
}

/* "half an hour" is PT30M, "half a day" PT12H, "half a year" P6M. */
static void
split_half(double *n, enum date_unit *unit)
{
	if (*n <= 0 || *n >= 1)
		return;
	if (*unit == UNIT_HOUR) {
		*n *= 60;
		*unit = UNIT_MINUTE;
	} else if (*unit == UNIT_DAY) {
		*n *= 24;
		*unit = UNIT_HOUR;
	} else if (*unit == UNIT_YEAR) {
		*n *= 12;
		*unit = UNIT_MONTH;
	}
}

struct str
form_amount(const struct draft *d, struct arena *a)
{
	struct buf b = { .a = a };
	bool time = false;

	buf_byte(&b, 'P');
	for (size_t i = 0; i < d->amounts; i++) {
		enum date_unit unit = d->unit[i];
		double n = d->n[i], times;
		struct str name;

		split_half(&n, &unit);
		name = unit_name(unit, &times);
		if (is_clock_unit(unit) && !time)
			buf_byte(&b, 'T');
		time = time || is_clock_unit(unit);
		n *= times;
		if (n > CHEAP_MAX)
			return (struct str){ NULL, 0 };
		if (d->vague)
			buf_byte(&b, 'X');
		else if (!json_num(&b, n))
			return (struct str){ NULL, 0 };
		buf_add(&b, name);
	}
	return buf_str(&b);
}

struct str
form_set(const struct draft *d, struct arena *a)
{
	struct when w = { .weekday = d->weekday,
		.month = d->month,
		.season = d->season,
		.part = d->part,
		.has_clock = d->has_clock,
		.clock = d->clock,
		.second = d->second,
		.utc = d->utc,
		.dayless = true };
	struct draft amount = *d;

	/* "every morning", "nights"; "every night" */
	if (d->amounts > 0 && d->unit[0] == UNIT_NIGHT && d->n[0] == 0 &&
	    d->ordinal == 0 && !d->times)
		w.part = PART_NIGHT;
	if (is_nothing(&w) && (w.has_clock || w.part > 0) && d->ordinal == 0)
		return form_when(&w, a);
	if (d->make == MAKE_MONTHLY)
		w.day = d->day;
	if (d->amounts == 0 || d->make == MAKE_MONTHLY)
		return form_when(&w, a);
	/* "twice a week", "every second day", "every two years" */
	amount.amounts = 1;
	if (d->ordinal > 0)
		amount.n[0] = d->ordinal;
	else if (d->n[0] == 0 || d->times)
		amount.n[0] = 1;
	return form_amount(&amount, a);
}
