/*
 * range.c - the values that a number may mean; see range.h.
 */
#include "range.h"

#include <math.h>

#include "fact/unit.h"
#include "same.h"

#define FAR 4.0    /* times an open end is too far to tell anything */
#define DECIMALS 4 /* of a value that is shown */
#define ROUND 1000 /* a count from here on may be rounded without a word */

/* What leads from the unit of a record to that of its range: x * scale + add.
 * The record's own value in SI comes first, as it is as the text has it. */
struct scale {
	double scale, add;
	bool si; /* it is known */
};

static struct scale
scale_of(const struct rec *rec, struct arena scratch)
{
	struct scale s = { 1, 0, false };
	struct unit unit;
	struct str symbol;
	double val, si;

	if (rec_str(rec, "unit", &symbol, &scratch) &&
	    unit_parse(symbol, &unit, &scratch) && unit.si != 0 &&
	    !isnan(unit.si))
		return (struct scale){ unit.si, unit.offset, true };
	if (rec_num(rec, "value", &val) && rec_num(rec, "si", &si) &&
	    val != 0) {
		s.scale = si / val;
		s.si = true;
	}
	return s;
}

/* Whether a number without "about" may still be rounded: measures are, and
 * large counts; but 21 dead are not 20, and 8.25 percent not 8. */
static bool
is_round(const struct rec *rec, double val)
{
	struct str quantity = rec_raw(rec, "quantity");

	if (str_is(quantity, "\"percent\"") || str_is(quantity, "\"age\"") ||
	    str_is(quantity, "\"temperature\""))
		return false;
	return fabs(val) >= ROUND || rec_raw(rec, "si").n > 0 ||
	    str_is(quantity, "\"money\"");
}

static void
widen(struct range *r, const struct rec *rec, double val, struct scale s,
    struct arena scratch)
{
	struct str approx = rec_raw(rec, "approx");
	bool about =
	    str_is(approx, "\"about\"") || str_is(approx, "\"almost\"");
	double slack, si = val * s.scale;

	r->value = si + s.add;
	r->slack = same_slack(rec, val, si, about, scratch);
	/* "8 percent" is exact although half a percent is its last digit. */
	if (!about && !is_round(rec, val))
		r->slack = fmin(r->slack, fabs(si) * .01);
	slack = about || is_round(rec, val)
	    ? same_slack(rec, val, si, true, scratch)
	    : r->slack;
	r->low = r->value - slack;
	r->high = r->value + slack;
}

struct range
range_none(uint32_t kind)
{
	return (struct range){ kind << 4 | 8, 0, 0, 0, 0, false };
}

/* What can be compared at all: a share is a share, said in percent or in
 * thirds; what a dollar is worth in euros depends on the day; and places in a
 * list or twice as many measure nothing. */
static uint32_t
dimension(const struct rec *rec, bool si, struct arena scratch)
{
	static const char *const none[] = { "ordinal", "ratio", "score" };
	struct buf b = { .a = &scratch };
	struct str quantity, unit;

	rec_str(rec, "quantity", &quantity, &scratch);
	rec_str(rec, "unit", &unit, &scratch);
	for (size_t i = 0; i < COUNT(none); i++) {
		if (str_is(quantity, none[i]))
			return 0;
	}
	if (str_is(unit, "pp") || str_is(unit, "bp"))
		return 1;
	if (str_is(quantity, "percent") || str_is(quantity, "fraction"))
		return 2;
	buf_add(&b, quantity);
	if (!si)
		buf_add(&b, unit);
	return (uint32_t)str_hash(buf_str(&b)) | 4 | UINT32_C(1) << 31;
}

bool
range_of(const struct rec *rec, struct range *r, struct arena scratch)
{
	struct str approx = rec_raw(rec, "approx");
	struct scale s = scale_of(rec, scratch);
	double val, low, high;
	bool has = rec_num(rec, "value", &val), bounded = false;

	*r = (struct range){ dimension(rec, s.si, scratch), -INFINITY, INFINITY,
		NAN, 0, false };
	if (has)
		widen(r, rec, val, s, scratch);
	if (rec_num(rec, "low", &low)) {
		r->low = low * s.scale + s.add;
		bounded = true;
	}
	if (rec_num(rec, "high", &high)) {
		r->high = high * s.scale + s.add;
		bounded = true;
	}
	if (str_is(approx, "\"over\""))
		r->high = INFINITY;
	if (str_is(approx, "\"under\""))
		r->low = -INFINITY;
	r->vague = !has && bounded;
	return (has || bounded) && !isnan(r->low) && !isnan(r->high);
}

static bool
is_open(const struct range *r)
{
	return isinf(r->low) || isinf(r->high);
}

/* Whether the end of an open range lies near the other range. */
static bool
is_near(const struct range *open, const struct range *r)
{
	double end = isinf(open->low) ? open->high : open->low;
	double from = isinf(r->low) ? r->high : r->low;
	double to = isinf(r->high) ? r->low : r->high;

	if (end <= 0 || from <= 0)
		return end == from;
	return isinf(open->low) ? to * FAR >= end : from <= end * FAR;
}

static bool
is_equal(const struct range *a, const struct range *b)
{
	if (isinf(a->low) != isinf(b->low) || isinf(a->high) != isinf(b->high))
		return false;
	if (isnan(a->value) || isnan(b->value))
		return a->low == b->low && a->high == b->high;
	return fabs(a->value - b->value) <= fmax(a->slack, b->slack);
}

enum range_fit
range_compare(const struct range *a, const struct range *b)
{
	if (is_equal(a, b))
		return RANGE_EQUAL;
	if (a->low > b->high || b->low > a->high)
		return RANGE_APART;
	if ((is_open(a) && !is_near(a, b)) || (is_open(b) && !is_near(b, a)))
		return RANGE_FAR;
	return RANGE_MEET;
}

/* A number as it is, thirds not too long. */
static struct str
shortened(struct str raw)
{
	size_t point = str_find(raw, STR("."), 0);

	return point < raw.n && raw.n > point + 1 + DECIMALS &&
		str_find(raw, STR("e"), 0) == raw.n
	    ? str_cut(raw, 0, point + 1 + DECIMALS)
	    : raw;
}

void
range_note(struct buf *b, const struct rec *rec, struct arena scratch)
{
	struct str value = rec_raw(rec, "value"), approx, unit;

	rec_str(rec, "approx", &approx, &scratch);
	if (str_is(approx, "over"))
		buf_byte(b, '>');
	else if (str_is(approx, "under"))
		buf_byte(b, '<');
	else if (value.n > 0 && approx.n > 0)
		buf_byte(b, '~');
	if (value.n > 0) {
		buf_add(b, shortened(value));
	} else {
		buf_add(b, shortened(rec_raw(rec, "low")));
		buf_add(b, STR(".."));
		buf_add(b, shortened(rec_raw(rec, "high")));
	}
	if (rec_str(rec, "unit", &unit, &scratch) && unit.n > 0) {
		buf_byte(b, ' ');
		buf_add(b, unit);
	}
}
