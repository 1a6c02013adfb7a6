/*
 * range.c - the values that numbers may mean, and how two compare.
 */
#include "story/range.h"

#include "check.h"

static struct arena arena;

static struct range
range(const char *line)
{
	struct rec rec;
	struct err err;
	struct range r = { 0 };

	CHECK(rec_parse(str_of(line), &rec, &arena, &err));
	CHECK(range_of(&rec, &r, arena_new(0)));
	return r;
}

static enum range_fit
fit(const char *a, const char *b)
{
	struct range x = range(a), y = range(b);

	CHECK(range_compare(&x, &y) == range_compare(&y, &x));
	return x.dim == y.dim ? range_compare(&x, &y) : RANGE_FAR;
}

#define N(text, more) "{\"type\":\"number\",\"text\":\"" text "\"," more "}"
#define COUNT_OF(text, value, more)                                            \
	N(text, "\"value\":" value more ",\"quantity\":\"count\"")
#define ABOUT ",\"approx\":\"about\""
#define KM2(text, value, si, more)                                             \
	N(text,                                                                \
	    "\"value\":" value more ",\"unit\":\"km2\",\"si\":" si             \
	    ",\"quantity\":\"area\"")

static void
counts(void)
{
	const char *dead = COUNT_OF("21", "21", "");

	CHECK(fit(dead, COUNT_OF("21", "21", "")) == RANGE_EQUAL);
	CHECK(fit(dead, COUNT_OF("20", "20", "")) == RANGE_APART);
	CHECK(fit(dead, COUNT_OF("about 20", "20", ABOUT)) == RANGE_EQUAL);
	CHECK(fit(dead,
		  COUNT_OF("over 20", "20",
		      ",\"low\":20,\"approx\":\"over\"")) == RANGE_MEET);
	CHECK(fit(dead,
		  COUNT_OF("over 2", "2", ",\"low\":2,\"approx\":\"over\"")) ==
	    RANGE_FAR);
	CHECK(fit(dead,
		  COUNT_OF("under 20", "20",
		      ",\"high\":20,\"approx\":\"under\"")) == RANGE_APART);
	/* Large counts are rounded without a word. */
	CHECK(fit(COUNT_OF("12,000", "12000", ""),
		  COUNT_OF("12,400", "12400", "")) == RANGE_MEET);
	CHECK(fit(COUNT_OF("about 100,000", "100000", ABOUT),
		  COUNT_OF("over 110,000", "110000",
		      ",\"low\":110000,\"approx\":\"over\"")) == RANGE_APART);
	CHECK(
	    fit(dead,
		N("dozens", "\"low\":24,\"high\":99,\"quantity\":\"count\"")) ==
	    RANGE_APART);
}

static void
measures(void)
{
	const char *km = KM2("5,000 km2", "5000", "5000000000", "");
	const char *mi = N("1,930 square miles",
	    "\"value\":1930,\"unit\":\"mi2\",\"si\":4998677052.95,"
	    "\"quantity\":\"area\"");

	CHECK(fit(km, mi) == RANGE_MEET || fit(km, mi) == RANGE_EQUAL);
	CHECK(
	    fit(km, KM2("6,000 km2", "6000", "6000000000", "")) == RANGE_APART);
	/* A range has no value in SI units of its own. */
	CHECK(fit(KM2("5,500 km2", "5500", "5500000000", ""),
		  N("5,000 to 6,000 km2",
		      "\"low\":5000,\"high\":6000,\"unit\":\"km2\","
		      "\"quantity\":\"area\"")) == RANGE_MEET);
	/* A share is a share; dollars are no euros. */
	CHECK(fit(N("10 percent",
		      "\"value\":10,\"unit\":\"%\",\"si\":0.1,"
		      "\"quantity\":\"percent\""),
		  N("one-tenth", "\"value\":0.1,\"quantity\":\"fraction\"")) ==
	    RANGE_EQUAL);
	CHECK(range(N("$5",
			"\"value\":5,\"unit\":\"USD\",\"quantity\":\"money\""))
		  .dim !=
	    range(
		N("€5", "\"value\":5,\"unit\":\"EUR\",\"quantity\":\"money\""))
		.dim);
	CHECK(
	    range(N("third", "\"value\":3,\"quantity\":\"ordinal\"")).dim == 0);
}

static void
notes(void)
{
	static const char *const cases[][2] = {
		{ KM2("5,000 km2", "5000", "5e9", ABOUT), "~5000 km2" },
		{ COUNT_OF("over 17", "17", ",\"low\":17,\"approx\":\"over\""),
		    ">17" },
		{ N("dozens", "\"low\":24,\"high\":99"), "24..99" },
		{ N("a third", "\"value\":0.3333333333"), "0.3333" },
		{ N("several", "\"low\":3"), "3.." },
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		struct buf b = { .a = &arena };
		struct rec rec;
		struct err err;

		CHECK(rec_parse(str_of(cases[i][0]), &rec, &arena, &err));
		range_note(&b, &rec, arena_new(0));
		CHECK_STR(buf_str(&b), cases[i][1]);
	}
}

int
main(void)
{
	arena = arena_new(0);
	counts();
	measures();
	notes();
	return check_end();
}
