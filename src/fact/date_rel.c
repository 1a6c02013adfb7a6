/*
 * date_rel.c - what "last", "this", "next" say, and the days of feasts; see
 * date_frame.h.
 */
#include "date_cal.h"
#include "date_frame.h"

/* A feast is looked forward to for so many days. */
#define FEAST_NEAR 45

/* "last November", "next summer": the nearest on that side of now. */
static struct when
rel_month(const struct frame *f, struct day base)
{
	const struct draft *d = f->d;
	int month = d->month > 0 ? d->month : frame_season_month(d->season);
	int shift = d->which == LEX_THIS ? 0 : frame_sign(d->shift);
	struct when w = { .month = d->month, .season = d->season };

	w.year = base.year;
	if (base.month == 0 || base.year <= 0) {
		w.year = base.year > 0 ? base.year + shift : 0;
		return w;
	}
	if (shift < 0 && month >= base.month)
		w.year--;
	if (shift > 0 && month <= base.month)
		w.year++;
	return w;
}

static struct when
rel_holiday(const struct frame *f)
{
	struct when w = { 0 };
	struct day day = { 0 };
	int shift = f->d->which == LEX_THIS ? 0 : frame_sign(f->d->shift);

	if (f->now.year <= 1 || !lex_holiday(f->d->holiday, f->now.year, &day))
		return w;
	if (when_known(f->now) && shift != 0) {
		bool before = cal_number(day) < cal_number(f->now);

		if (shift < 0 && !before)
			(void)lex_holiday(f->d->holiday, f->now.year - 1, &day);
		if (shift > 0 && before)
			(void)lex_holiday(f->d->holiday, f->now.year + 1, &day);
	}
	return when_of(day);
}

struct when
rel_resolve(const struct frame *f)
{
	const struct draft *d = f->d;
	struct day base = frame_base(f);
	int shift = d->which == LEX_THIS || d->which == LEX_THAT ? 0 : d->shift;
	struct when w;

	if (d->weekday > 0) {
		w = frame_rel_weekday(f, base);
	} else if (d->month > 0 || d->season > 0) {
		w = rel_month(f, base);
	} else if (d->holiday != NULL) {
		w = rel_holiday(f);
	} else if (d->amounts > 0 && d->unit[0] != UNIT_NIGHT) {
		w = when_unit(base, d->unit[0],
		    frame_sign(shift) * (d->ago != 0 ? 2 : 1));
	} else {
		w = when_days(base, frame_sign(shift));
		w.part = d->part > 0 ? d->part : PART_NIGHT;
	}
	return w;
}

/* A feast that is near is meant, whatever the tense: "she was shopping for
 * Christmas". */
static int
holiday_year(const struct frame *f, struct day day)
{
	for (int i = 0; i < 2 && !f->narrative && when_known(f->now); i++) {
		int year = f->now.year + i;
		struct day feast = { 0 };
		long off;

		if (!lex_holiday(f->d->holiday, year, &feast))
			continue;
		off = cal_number(feast) - cal_number(f->now);
		if (off >= 0 && off <= FEAST_NEAR)
			return year;
	}
	return frame_year(f, day.month, day.day);
}

struct when
frame_holiday(const struct frame *f)
{
	struct when w = { 0 };
	struct day day;
	int year = f->d->year;

	if (f->d->make == MAKE_HOLIDAY && f->d->amounts > 0 &&
	    f->d->unit[0] == UNIT_YEAR)
		year = when_unit(frame_base(f), f->d->unit[0],
		    f->d->which == LEX_THIS ? 0 : frame_sign(f->d->shift))
			   .year;
	if (year != 0) {
		if (year > 0 && lex_holiday(f->d->holiday, year, &day))
			w = when_of(day);
		return w;
	}
	if (f->now.year <= 1)
		return w;
	if (!lex_holiday(f->d->holiday, f->now.year, &day))
		return w;
	year = holiday_year(f, day);
	if (year > 0 && lex_holiday(f->d->holiday, year, &day))
		w = when_of(day);
	return w;
}
