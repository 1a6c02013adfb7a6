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

/* "Midnight on Saturday" is T24:00, the end of that day. */
#define MIDNIGHT 1440

static bool
is_narrative(const struct date_story *story)
{
	size_t least = story->ref.year == 0 ? UNDATED_MIN : WEIGHT_FULL;

	return story->last.year != 0 && story->dated >= least &&
	    story->dated > story->deictic;
}

/* Whether the draft ends or begins a stretch of time: "since Sunday", "until
 * midnight"; such a day and such a time are not of one day. */
static bool
ends_span(const struct tokens *t, const struct draft *d)
{
	return d->from > 0 && scene_in(&t->v[d->from - 1], AROUND_SPAN);
}

/* The part of a year, or the years, that the draft counts: "Q3 2025", "the
 * first half of", "week 12 of", "FY25", "the 1990s". */
static struct when
resolve_part(const struct frame *f)
{
	const struct draft *d = f->d;
	struct when w = { .year = d->year };

	switch (d->make) {
	case MAKE_DECADE:
		w.decade = true;
		break;
	case MAKE_QUARTER:
		if (d->year == 0)
			w.year = f->now.year;
		w.quarter = d->quarter;
		break;
	case MAKE_HALF:
		if (d->year == 0)
			w = when_unit(f->now, UNIT_YEAR, frame_sign(d->shift));
		w.half = d->half;
		break;
	case MAKE_WEEKNO:
		w.week = d->day;
		w.monday = when_first_monday(w.year) + (d->day - 1) * 7;
		break;
	default: /* a fiscal year */
		if (d->year <= 0)
			w.year = 2000 + lex_whole(d->n[0]);
		w.fiscal = true;
		break;
	}
	return w;
}

/* The day of a part or a time, which the sentence names, or today. */
static struct when
resolve_day(const struct frame *f)
{
	const struct date_story *story = f->story;
	bool here = when_known(story->here) && !ends_span(f->t, f->d);

	if (story->wide)
		return (struct when){ .dayless = true };
	return when_days(here ? story->here : f->now, 0);
}

static struct when
resolve_point(const struct frame *f)
{
	const struct draft *d = f->d;

	switch (d->make) {
	case MAKE_DATE:
		return frame_date(f);
	case MAKE_DECADE:
	case MAKE_QUARTER:
	case MAKE_HALF:
	case MAKE_WEEKNO:
	case MAKE_FISCAL:
		return resolve_part(f);
	case MAKE_HOLIDAY:
		return nth_holiday(f);
	case MAKE_REL:
		return rel_resolve(f);
	case MAKE_DAY:
		return when_days(f->story->ref, d->shift);
	case MAKE_WEEKEND:
	case MAKE_UNITOF:
		return when_unit(f->now, d->unit[0], 0);
	case MAKE_ANCHORED:
	case MAKE_DURATION: /* "in two days" */
		return anchor_resolve(f);
	case MAKE_PART:
	case MAKE_CLOCK:
		return resolve_day(f);
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
