/*
 * num.c - numbers and units called directly: what no case can say.
 */
#include "fact/num.h"

#include <math.h>

#include "check.h"
#include "fact/unit.h"

static struct nums
find(const char *text, struct arena *a)
{
	struct tokens t = token_split(str_of(text), a);
	struct dates none = { NULL, 0 };

	return num_find(&t, &none, NULL, a);
}

/* What is not known is NAN, not 0. */
static void
unknown(struct arena a)
{
	struct nums n = find("They saw 5 to 7 cars, over 9 vans, 3 carts.", &a);

	CHECK(n.n == 3);
	CHECK(isnan(n.v[0].value) && n.v[0].low == 5 && n.v[0].high == 7);
	CHECK(n.v[1].value == 9 && n.v[1].low == 9 && isnan(n.v[1].high));
	CHECK(n.v[1].approx == NUM_OVER);
	CHECK(isnan(n.v[2].low) && isnan(n.v[2].si));
	CHECK(n.v[2].same_as == NUM_ALONE && n.v[2].unit.n == 0);
	CHECK(num_approx_name(NUM_EXACT) == NULL);
	CHECK_STR(str_of(num_approx_name(NUM_ALMOST)), "almost");
}

/* Dates are no numbers, but durations are. */
static void
dates(struct arena a)
{
	struct tokens t = token_split(STR("In 2019 it took 24 hours"), &a);
	struct date v[] = {
		{ .start = 3, .end = 7, .from = 1, .to = 2, .kind = DATE_DATE },
		{ .start = 16,
		    .end = 24,
		    .from = 4,
		    .to = 6,
		    .kind = DATE_DURATION },
	};
	struct dates d = { v, 2 };
	struct nums n = num_find(&t, &d, NULL, &a);

	CHECK(n.n == 1);
	CHECK(n.n == 1 && n.v[0].value == 24);
	if (n.n == 1)
		CHECK_STR(n.v[0].quantity, "duration");
}

/* No text, and numbers that no double holds. */
static void
extremes(struct arena a)
{
	struct buf b = { .a = &a };

	CHECK(find("", &a).n == 0);
	CHECK(find("- $ % . (", &a).n == 0);
	for (int i = 0; i < 100000; i++)
		buf_byte(&b, '9');
	buf_byte(&b, '\0');
	CHECK(find(b.p, &a).n == 0);
	CHECK(find("1e999 men", &a).n <= 1);
	for (size_t i = 0; i < 2; i++) {
		struct nums n = find("1e300 million billion terawatts", &a);

		CHECK(n.n == 0 || isfinite(n.v[0].value));
	}
}

static void
units(struct arena a)
{
	struct tokens t = token_split(STR("square kilometres per day"), &a);
	struct unit u = { .factor = 1 };

	CHECK(unit_find(&t, 0, 0, &u) == 2);
	CHECK_STR(u.symbol, "km2");
	CHECK_STR(u.quantity, "area");
	CHECK(unit_si(&u, 2) == 2e6);
	CHECK(unit_rate(&t, 2, &u, &a) == 2);
	CHECK_STR(u.symbol, "km2/d");
	CHECK_STR(u.quantity, "area rate");
	CHECK(fabs(unit_si(&u, 86400) - 1e6) < 1e-3);
	CHECK(unit_find(&t, 4, 0, &u) == 0); /* behind the end */
	CHECK(unit_of(STR("°F"), &u) && fabs(unit_si(&u, 32) - 273.15) < 1e-9);
	CHECK(unit_rate(&t, 2, &u, &a) == 2); /* a pair of no line */
	CHECK_STR(u.symbol, "°F/d");
	CHECK(isnan(unit_si(&u, 2)));
	CHECK(!unit_of(STR("furlong"), &u));
	CHECK(unit_parts(STR("ft"), STR("in")) == 12);
	CHECK(unit_parts(STR("RUB"), STR("¢")) == 0);
	CHECK(unit_parts(STR("USD"), STR("¢")) == 100);
}

int
main(void)
{
	struct arena a = arena_new(1 << 16);

	unknown(a);
	dates(a);
	extremes(a);
	units(a);
	return check_end();
}
