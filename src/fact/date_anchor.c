/*
 * date_anchor.c - what lies an amount of time from something; see
 * date_frame.h.
 */
#include "date_cal.h"
#include "date_frame.h"
#include "date_scene.h"

/* So many hours from a time that is not known are mostly the same day. */
#define SAME_DAY_HOURS 12

#define DAY_MINUTES 1440L

/* How many words before "in" may say that it means a length of time: "the
 * first rise in two years". */
#define REACH 6

/* Where an amount is counted from. */
struct anchor {
	struct day day;
	bool named; /* a day that the text names: the result is a day, too */
};

static struct day
day_of(struct when w)
{
	return (struct day){ w.year, w.month, w.day };
}

static struct anchor
anchor_of(const struct frame *f)
{
	const struct draft *d = f->d;
	bool then = d->ago == 1 || d->ago == 2 || d->ago == -2;
	struct when w;

	if (d->by_day)
		w = when_days(f->story->ref, d->shift);
	else if (d->holiday != NULL)
		w = frame_holiday(f);
	else if (d->month > 0 || d->full.year > 0)
		w = frame_date(f);
	else if (d->weekday > 0 && d->which == LEX_COUNT)
		w = frame_weekday(f, f->now);
	else if (d->weekday > 0)
		w = frame_rel_weekday(f, f->now);
	else
		return (struct anchor){ then ? f->then : f->now, false };
	return (struct anchor){ day_of(w), true };
}

/* The length of a unit in days or in months; the other is 0. */
static void
unit_length(enum date_unit unit, int *days, int *months)
{
	static const struct {
		int days, months;
	} lengths[UNIT_COUNT] = {
		[UNIT_DAY] = { 1, 0 },
		[UNIT_NIGHT] = { 1, 0 },
		[UNIT_WEEK] = { 7, 0 },
		[UNIT_FORTNIGHT] = { 14, 0 },
		[UNIT_MONTH] = { 0, 1 },
		[UNIT_QUARTER] = { 0, 3 },
		[UNIT_YEAR] = { 0, 12 },
		[UNIT_DECADE] = { 0, 120 },
		[UNIT_CENTURY] = { 0, 1200 },
	};

	*days = lengths[unit].days;
	*months = lengths[unit].months;
}

/* "three weeks from tomorrow", "two months and five days ago": an exact
 * day. */
static struct when
exact_day(const struct draft *d, struct day base, int side)
{
	for (size_t i = 0; i < d->amounts; i++) {
		double n = d->n[i] > 0 ? d->n[i] : 1;
		int days, months;

		unit_length(d->unit[i], &days, &months);
		if (!when_known(base) || (days == 0 && months == 0) ||
		    n > 10000)
			return (struct when){ 0 };
		if (months > 0)
			base = cal_add_months(
			    base, side * (long)(n * months + 0.5));
		else
			base = day_of(
			    when_days(base, side * (long)(n * days + 0.5)));
		if (base.year < 1 || base.year > 9999)
			return (struct when){ 0 };
	}
	return when_of(base);
}

/* Seconds in the draft's amounts when they are hours, minutes, seconds and
 * days before them; else -1. */
static double
seconds_of(const struct draft *d)
{
	static const double lengths[UNIT_COUNT] = { [UNIT_SECOND] = 1,
		[UNIT_MINUTE] = 60,
		[UNIT_HOUR] = 3600,
		[UNIT_DAY] = 86400 };
	double sum = 0;

	for (size_t i = 0; i < d->amounts; i++) {
		double length = lengths[d->unit[i]];

		if (length == 0) /* NOLINT: not in the table */
			return -1;
		sum += length * (d->n[i] > 0 ? d->n[i] : 1);
	}
	return d->amounts > 0 && d->unit[d->amounts - 1] < UNIT_DAY ? sum : -1;
}

/* "two hours ago", "in 20 minutes". */
static struct when
clock_from(
    const struct frame *f, const struct anchor *from, double seconds, int side)
{
	int minute = f->story->ref_minute - 1;
	long day, at, day_seconds = DAY_MINUTES * 60;
	struct when w;

	if (seconds > 1e6 || !when_known(from->day))
		return (struct when){ 0 };
	/* Midnight is often written for a time that is not known; what lies
	 * before it would be on another day. */
	if (from->named || minute < 0 ||
	    (f->d->ago == 2 && f->story->last.year != 0) ||
	    (minute == 0 && side < 0))
		return seconds <= SAME_DAY_HOURS * 3600 ? when_of(from->day)
							: (struct when){ 0 };
	day = cal_number(from->day);
	at = minute * 60L + side * (long)(seconds + 0.5);
	while (at < 0) {
		at += day_seconds;
		day--;
	}
	w = when_number(day + at / day_seconds);
	at %= day_seconds;
	w.has_clock = w.year > 0;
	w.clock = (int)(at / 60);
	if (at % 60 > 0)
		w.second = (int)(at % 60) + 1;
	return w;
}

/* "two Tuesdays ago", "three Fridays from now". */
static struct when
weekdays_from(const struct frame *f, int side)
{
	long number, off;

	if (!when_known(f->now))
		return (struct when){ 0 };
	number = cal_number(f->now);
	off = side * (f->d->weekday - cal_weekday(number));
	off = (off + 6) % 7 + 1 + ((long)f->d->n[0] - 1) * 7;
	return when_number(number + side * off);
}

struct when
anchor_resolve(const struct frame *f)
{
	const struct draft *d = f->d;
	struct anchor from = anchor_of(f);
	double n = d->n[0] > 0 ? d->n[0] : 1, seconds = seconds_of(d);
	enum date_unit unit = d->unit[0];
	int side = d->ago == 0 ? 1 : frame_sign(d->ago), days, months;

	if (n > 10000)
		return (struct when){ 0 };
	if (d->amounts == 0 && d->weekday > 0)
		return weekdays_from(f, side);
	if (seconds > 0 && !(unit == UNIT_HOUR && n >= 24 && (int)n % 24 == 0))
		return clock_from(f, &from, seconds, side);
	if (from.named || d->amounts > 1)
		return exact_day(d, from.day, side);
	if (unit == UNIT_HOUR) {
		n /= 24;
		unit = UNIT_DAY;
	}
	unit_length(unit, &days, &months);
	if (months > 1) {
		n *= unit == UNIT_QUARTER ? 1 : months / 12;
		if (unit != UNIT_QUARTER)
			unit = UNIT_YEAR;
		if (unit == UNIT_YEAR && n != (int)n) { /* NOLINT */
			n *= 12;
			unit = UNIT_MONTH;
		}
	}
	if (unit == UNIT_NIGHT)
		unit = UNIT_DAY;
	return when_unit(from.day, unit, side * (long)n);
}

/* Whether the words before token i say that a length of time follows: "the
 * first rise in two years", "the biggest". */
static bool
is_measured(const struct tokens *t, size_t i)
{
	for (size_t k = 1; k <= REACH && k <= i; k++) {
		const struct token *tok = &t->v[i - k];

		if (scene_in(tok, AROUND_RECORD) ||
		    (tok->form == TOKEN_LOWER && tok->low.n > 5 &&
			str_ends(tok->low, STR("est"))))
			return true;
	}
	return false;
}

bool
anchor_is_ahead(const struct frame *f)
{
	const struct draft *d = f->d;
	const struct tokens *t = f->t;
	const struct token *next = scene_token(t, d->to);
	bool whole, timed;

	if (d->make != MAKE_DURATION || d->vague || f->now.year == 0 ||
	    d->high > 0 || (d->mod != 0 && d->mod != MOD_APPROX) ||
	    d->from == 0 || !str_is(t->v[d->from - 1].low, "in"))
		return false;
	timed =
	    scene_is(next, "'") && scene_is(scene_token(t, d->to + 1), "time");
	timed = timed ||
	    (scene_is(next, "'s") &&
		scene_is(scene_token(t, d->to + 1), "time"));
	if (timed)
		return true;
	if (!scene_punct(next) && !scene_in(next, AROUND_CLAUSE))
		return false;
	whole = d->from == 1 && d->to + 1 >= t->n;
	return whole ||
	    (!is_measured(t, d->from - 1) &&
		tense_around(t, d->from, d->to) == TENSE_FUTURE);
}
