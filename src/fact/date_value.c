/*
 * date_value.c - TIMEX3 values of expressions; see date_value.h.
 */
#include "date_value.h"

#include "date_cal.h"
#include "date_form.h"
#include "date_frame.h"
#include "date_scene.h"

/* How much a full date of long ago says that a text is a narrative, how much
 * a year does, and how much "yesterday" says that it is news. */
#define WEIGHT_FULL 2
#define WEIGHT_YEAR 1
#define WEIGHT_NEWS 6

/* What is long past is not known of a text without a date: it must tell of
 * several full dates before it is taken for a narrative. */
#define UNDATED_MIN (4 * WEIGHT_FULL)

/* A date this many months before publication is long past. */
#define LONG_AGO 10

/* A feast is looked forward to for so many days. */
#define FEAST_NEAR 45

/* So many days ahead are near. */
#define SOON_DAYS 15

/* "Midnight on Saturday" is T24:00, the end of that day. */
#define MIDNIGHT 1440

static bool
is_narrative(const struct date_story *story)
{
	size_t least = story->ref.year == 0 ? UNDATED_MIN : WEIGHT_FULL;

	return story->last.year != 0 && story->dated >= least &&
	    story->dated > story->deictic;
}

/* Whether a month or a day (else 0) of the year is so near that its name alone
 * is hardly that of last year's, whatever verb is near: "discussed the status
 * expected in June"; but "since December". */
static bool
is_soon(const struct frame *f, struct day base, int month, int day)
{
	size_t i = f->d->from;

	if (day > 0 && base.day > 0)
		return (month - base.month) * 30 + day - base.day <= SOON_DAYS;
	return month - base.month <= 1 &&
	    !(i > 0 && str_is(f->t->v[i - 1].low, "since"));
}

/* The year of a month and day (0: the month) that follow or precede base
 * as the sentence's tense says, else the nearest. */
static int
year_by_tense(const struct frame *f, struct day base, int month, int day)
{
	int at = month * 32 + day, here = base.month * 32 + base.day;

	if (base.month == 0)
		return base.year;
	if (day == 0 || base.day == 0) {
		at = month;
		here = base.month;
	}
	if (f->tense == TENSE_PAST)
		return at > here && !is_soon(f, base, month, day)
		    ? base.year - 1
		    : base.year;
	if (f->tense == TENSE_FUTURE)
		return at < here ? base.year + 1 : base.year;
	if (month - base.month > 6)
		return base.year - 1;
	return base.month - month > 6 ? base.year + 1 : base.year;
}

/* The year of a month in a narrative: as a rule the last year that was
 * named, or the next one when the story is past that month by far. */
static int
year_by_story(struct day last, int month)
{
	if (last.month - month > 6)
		return last.year + 1;
	if (month - last.month > 9 && last.month > 0)
		return last.year - 1;
	return last.year;
}

int
frame_year(const struct frame *f, int month, int day)
{
	if (f->narrative)
		return year_by_story(f->now, month);
	if (f->now.year <= 0)
		return 0;
	return year_by_tense(f, f->now, month, day);
}

/* As frame_year() for a day that must fall on a weekday, if a near year does
 * that. */
static int
year_for_weekday(const struct frame *f, int month, int day, int weekday)
{
	static const int order[] = { 0, 1, -1, 2, -2, 3, -3 };
	int year = frame_year(f, month, day);

	if (year == 0 || weekday == 0)
		return year;
	for (size_t i = 0; i < COUNT(order); i++) {
		struct day try = { year + order[i], month, day };

		if (try.year > 0 && cal_valid(try.year, month, day) &&
		    cal_weekday(cal_number(try)) == weekday)
			return try.year;
	}
	return year;
}

struct when
frame_weekday(const struct frame *f, struct day base)
{
	long number;
	int behind, ahead;

	if (f->d->linked && when_known(f->story->last))
		base = f->story->last;
	if (!when_known(base))
		return (struct when){ .weekday = f->d->weekday };
	number = cal_number(base);
	behind = (cal_weekday(number) - f->d->weekday + 7) % 7;
	ahead = (7 - behind) % 7;
	if (f->tense == TENSE_FUTURE || f->narrative || f->d->linked)
		return when_number(number + ahead);
	return when_number(number - behind);
}

static int
season_month(int season)
{
	return season * 3;
}

static struct when
when_season(const struct frame *f)
{
	struct when w = { .season = f->d->season, .year = f->d->year };

	if (w.year != 0 || (f->now.year <= 0 && !f->narrative))
		return w;
	w.year = f->now.year;
	if (f->narrative || f->now.month == 0)
		return w;
	/* a winter is called by the year of its end */
	if (f->tense == TENSE_PAST && !(w.season == 4 && f->now.month <= 3) &&
	    season_month(w.season) > f->now.month)
		w.year--;
	if (f->tense == TENSE_FUTURE &&
	    season_month(w.season) + 3 <= f->now.month)
		w.year++;
	return w;
}

struct when
frame_date(const struct frame *f)
{
	const struct draft *d = f->d;
	struct when w = { .year = d->year, .month = d->month, .day = d->day };

	if (d->full.year > 0)
		return when_of(d->full);
	if (d->season > 0)
		return when_season(f);
	if (d->month == 0 && d->weekday > 0)
		return frame_weekday(f, f->now);
	if (d->month > 0 && d->year == 0)
		w.year = year_for_weekday(f, d->month, d->day, d->weekday);
	if (w.year > 0 && w.day > 0 && !cal_valid(w.year, w.month, w.day))
		w.year = 0; /* 29 February of a year not named */
	return w;
}

struct day
frame_base(const struct frame *f)
{
	const struct draft *d = f->d;
	/* "the" of "the first week of next month" is not that of the month */
	bool inner = d->make == MAKE_NTHREL || d->make == MAKE_NTHTHIS ||
	    d->make == MAKE_NTHDAY || d->make == MAKE_MONTHOF ||
	    d->make == MAKE_PARTOF || d->ago != 0;
	bool then = d->which == LEX_THAT || d->shift == 3 || d->shift == -3 ||
	    (d->which == LEX_NEXT && d->shift == 1 && d->the && !inner);

	return then ? f->then : f->now;
}

int
frame_sign(int shift)
{
	return (shift > 0) - (shift < 0);
}

/* "last Friday", "this Friday", "next Friday". */
struct when
frame_rel_weekday(const struct frame *f, struct day base)
{
	const struct draft *d = f->d;
	long number, monday;
	int shift = d->which == LEX_THIS ? 0 : d->shift;

	if (!when_known(base))
		return (struct when){ .weekday = d->weekday };
	number = cal_number(base);
	monday = number - cal_weekday(number) + 1;
	if (shift < -1)
		return when_number(number - 1 -
		    (cal_weekday(number) - 1 - d->weekday + 7) % 7);
	if (shift > 1)
		return when_number(number + 1 +
		    (d->weekday - cal_weekday(number) - 1 + 7) % 7);
	return when_number(monday + 7 * shift + d->weekday - 1);
}

/* "last November", "next summer": the nearest on that side of now. */
static struct when
rel_month(const struct frame *f, struct day base)
{
	const struct draft *d = f->d;
	int month = d->month > 0 ? d->month : season_month(d->season);
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

static struct when
resolve_rel(const struct frame *f)
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

/* Whether the draft ends or begins a stretch of time: "since Sunday", "until
 * midnight"; such a day and such a time are not of one day. */
static bool
ends_span(const struct tokens *t, const struct draft *d)
{
	return d->from > 0 && scene_in(&t->v[d->from - 1], AROUND_SPAN);
}

static struct when
resolve_point(const struct frame *f)
{
	const struct draft *d = f->d;
	struct when w = { 0 };

	switch (d->make) {
	case MAKE_DATE:
		return frame_date(f);
	case MAKE_DECADE:
		w.year = d->year;
		w.decade = true;
		return w;
	case MAKE_QUARTER:
		w.year = d->year != 0 ? d->year : f->now.year;
		w.quarter = d->quarter;
		return w;
	case MAKE_HALF:
		w = d->year != 0
		    ? (struct when){ .year = d->year }
		    : when_unit(f->now, UNIT_YEAR, frame_sign(d->shift));
		w.half = d->half;
		return w;
	case MAKE_WEEKNO:
		w.year = d->year;
		w.week = d->day;
		w.monday = when_first_monday(w.year) + (d->day - 1) * 7;
		return w;
	case MAKE_FISCAL:
		w.year = d->year > 0 ? d->year : 2000 + lex_whole(d->n[0]);
		w.fiscal = true;
		return w;
	case MAKE_HOLIDAY:
		return nth_holiday(f);
	case MAKE_REL:
		return resolve_rel(f);
	case MAKE_DAY:
		return when_days(f->story->ref, d->shift);
	case MAKE_WEEKEND:
	case MAKE_UNITOF:
		return when_unit(f->now, d->unit[0], 0);
	case MAKE_ANCHORED:
	case MAKE_DURATION: /* "in two days" */
		return anchor_resolve(f);
	case MAKE_PART:
	case MAKE_CLOCK: /* of a day that the sentence names */
		w.dayless = f->story->wide;
		if (w.dayless)
			return w;
		return when_days(
		    when_known(f->story->here) && !ends_span(f->t, d)
			? f->story->here
			: f->now,
		    0);
	default:
		return nth_resolve(f);
	}
}

/* Whether what the draft says depends on the day of publication. */
static bool
is_deictic(const struct draft *d)
{
	switch (d->make) {
	case MAKE_DATE:
		return d->weekday > 0 && d->month == 0;
	case MAKE_REL:
		return d->which != LEX_THAT && !d->the && d->shift > -3 &&
		    d->shift < 3;
	case MAKE_DAY:
	case MAKE_DAYOF:
		return true;
	case MAKE_ANCHORED:
		return d->ago == -1;
	default:
		return false;
	}
}

static int
months_before(struct day ref, const struct when *w)
{
	int months = (ref.year - w->year) * 12;

	return w->month > 0 ? months + ref.month - w->month : months;
}

/* Counts what tells news and narrative apart. */
static void
count_kind(
    struct date_story *story, const struct draft *d, const struct when *w)
{
	if (is_deictic(d))
		story->deictic += WEIGHT_NEWS;
	if (w->year == 0 || (d->year == 0 && d->full.year == 0))
		return;
	if (story->ref.year == 0)
		story->dated += w->month > 0 ? WEIGHT_FULL : 0;
	else if (months_before(story->ref, w) > LONG_AGO)
		story->dated += w->month > 0 ? WEIGHT_FULL : WEIGHT_YEAR;
	else
		story->deictic += WEIGHT_NEWS;
}

/* Keeps what later expressions may refer to.  A year alone in the middle of
 * a sentence is mostly an aside, from which the story comes back. */
static void
remember(const struct frame *f, const struct when *w)
{
	struct date_story *story = f->story;
	const struct draft *d = f->d;
	struct day day = { w->year, w->month, w->day };

	if (w->decade || w->century || w->fiscal)
		return;
	count_kind(story, d, w);
	if (w->year == 0)
		return;
	if (w->week > 0)
		day = cal_day(w->monday);
	if (day.month == 0 && story->last.year != 0 &&
	    (d->from > 2 || day.year == story->last.year))
		return;
	story->last = day;
	if (w->day > 0 && !ends_span(f->t, d))
		story->here = day;
}

/* Makes the value that out has the lower end of a stretch, and high the upper
 * one: "T09:00/T17:00". */
static void
set_ends(struct date *out, struct str high, struct arena *a)
{
	struct buf b = { .a = a };

	out->low = out->value;
	out->high = high;
	buf_add(&b, out->low);
	buf_byte(&b, '/');
	buf_add(&b, out->high);
	out->value = buf_str(&b);
}

/* "from 10 p.m. to 2 a.m.": from w to that minute of the day, or of the next
 * one. */
static void
stretch(const struct when *w, int until, struct date *out, struct arena *a)
{
	struct when end = *w;

	if (until <= w->clock && w->year > 0 && w->month > 0 && w->day > 0) {
		end = when_days((struct day){ w->year, w->month, w->day }, 1);
		end.has_clock = true;
		end.utc = w->utc;
	}
	end.clock = until;
	end.second = 0;
	set_ends(out, form_when(&end, a), a);
}

/* As form_set(); of "every day from 9 a.m. to 5 p.m." both times. */
static void
resolve_set(const struct draft *d, struct date *out, struct arena *a)
{
	struct draft end = *d;

	out->kind = DATE_SET;
	out->value = form_set(d, a);
	if (d->until == 0)
		return;
	end.clock = d->until - 1;
	end.second = 0;
	set_ends(out, form_set(&end, a), a);
}

/* Whether the amount is one unit, hyphened: "year-ago". */
static bool
is_hyphened(const struct frame *f)
{
	return f->d->to == f->d->from + 3 &&
	    str_is(f->t->v[f->d->from + 1].text, "-");
}

static void
resolve_calendar(struct frame *f, struct date *out, struct arena *a)
{
	const struct draft *d = f->d;
	struct when w;

	f->tense = tense_around(f->t, d->from, d->to);
	if (d->make == MAKE_ANCHORED &&
	    (d->vague || (d->n[0] == 0 && !d->the && !is_hyphened(f)))) {
		out->value = d->ago < 0 ? STR("PAST_REF") : STR("FUTURE_REF");
		return;
	}
	w = resolve_point(f);
	if (w.year > 9999 || w.year < -9999)
		w = (struct when){ 0 };
	remember(f, &w);
	if (d->part > 0)
		w.part = d->part;
	if (d->has_clock) {
		w.has_clock = true;
		w.clock = d->clock;
		w.second = d->second;
	}
	if (d->make == MAKE_CLOCK && w.clock == MIDNIGHT)
		w.clock = 0; /* without a day to end */
	w.utc = d->utc;
	out->kind = w.has_clock || w.part > 0 ? DATE_TIME : DATE_DATE;
	out->value = form_when(&w, a);
	if (d->until > 0)
		stretch(&w, d->until - 1, out, a);
}

static struct str
ref_value(int ref)
{
	static const struct str names[] = { { "", 0 }, { "PRESENT_REF", 11 },
		{ "PAST_REF", 8 }, { "FUTURE_REF", 10 } };

	return names[ref];
}

/* "past year" is a length, as "the past year" is; "the next hour" is one,
 * too. */
static bool
is_length(const struct draft *d)
{
	if (d->amounts == 0 || d->part > 0)
		return false;
	return (d->which == LEX_LAST && d->shift == -2) ||
	    d->unit[0] == UNIT_HOUR || d->unit[0] == UNIT_FORTNIGHT;
}

/* Whether the draft is an amount of time; sets what a duration has. */
static bool
resolve_amount(const struct draft *d, struct date *out, struct arena *a)
{
	struct draft one = *d;

	switch (d->make) {
	case MAKE_DURATION:
	case MAKE_AGE:
	case MAKE_LASTN:
	case MAKE_LASTONE:
		break;
	case MAKE_BARE:
		if (d->unit[0] == UNIT_WEEKEND) {
			out->kind = DATE_SET;
			out->value = STR("XXXX-WXX-WE");
			return true;
		}
		one.vague = true;
		break;
	case MAKE_RANGE:
		out->low = form_amount(&one, a);
		one.n[0] = d->high;
		out->high = form_amount(&one, a);
		if (out->low.n == 0 || out->high.n == 0) /* too large */
			out->low = out->high = (struct str){ NULL, 0 };
		one.vague = true;
		break;
	case MAKE_REL:
		if (!is_length(d))
			return false;
		break;
	default:
		return false;
	}
	out->kind = DATE_DURATION;
	if (d->make == MAKE_LASTN && d->n[0] == 0)
		one.vague = true;
	if (one.n[0] == 0)
		one.n[0] = 1;
	out->value = form_amount(&one, a);
	return true;
}

static const char *const mod_names[MOD_COUNT] = { "", "START", "MID", "END",
	"APPROX", "MORE_THAN", "LESS_THAN", "EQUAL_OR_MORE", "EQUAL_OR_LESS" };

void
value_resolve(const struct tokens *t, const struct draft *d,
    struct date_story *story, struct date *out, struct arena *a)
{
	struct frame f = { .t = t, .d = d, .story = story };

	f.narrative = is_narrative(story);
	f.now = f.narrative ? story->last : story->ref;
	f.then = story->last.year != 0 ? story->last : story->ref;
	if (d->mod > 0 && d->mod < MOD_COUNT)
		out->mod = str_of(mod_names[d->mod]);
	else if (d->make == MAKE_PARTOF)
		out->mod = d->ordinal > 0 ? STR("START") : STR("END");
	if (!anchor_is_ahead(&f) && resolve_amount(d, out, a))
		return;
	switch (d->make) {
	case MAKE_SET:
	case MAKE_MONTHLY:
	case MAKE_OFTEN:
		resolve_set(d, out, a);
		break;
	case MAKE_REF:
		out->kind = DATE_DATE;
		out->value = ref_value(d->shift);
		break;
	case MAKE_RECENT:
	case MAKE_PAST:
		out->kind = DATE_DATE;
		out->value = ref_value(2);
		break;
	default:
		resolve_calendar(&f, out, a);
		break;
	}
}
