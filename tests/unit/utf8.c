/*
 * utf8.c - decoding, encoding and checking UTF-8.
 */
#include "base/utf8.h"
#include "check.h"

/* Length that is decoded at the start of s, negative when ill-formed. */
static int
length(struct str s, int32_t *cp)
{
	return utf8_decode(s, 0, cp);
}

static void
ill_formed(void)
{
	/* Unicode 15, table 3-8 and its like: what is replaced as one. */
	static const struct {
		const char *p;
		size_t n;
		int len;
	} bad[] = {
		{ "\x80", 1, -1 },
		{ "\xc0\x80", 2, -1 },
		{ "\xc1\xbf", 2, -1 },
		{ "\xe0\x80\x80", 3, -1 },
		{ "\xe0\xa0", 2, -2 },
		{ "\xed\xa0\x80", 3, -1 },
		{ "\xf0\x80\x80\x80", 4, -1 },
		{ "\xf0\x90\x80", 3, -3 },
		{ "\xf4\x90\x80\x80", 4, -1 },
		{ "\xf5\x80\x80\x80", 4, -1 },
		{ "\xe2\x82x", 3, -2 },
		{ "\xff", 1, -1 },
	};
	int32_t cp;

	for (size_t i = 0; i < COUNT(bad); i++) {
		struct str s = { bad[i].p, bad[i].n };

		CHECK(length(s, &cp) == bad[i].len && cp == UTF8_REPLACE);
		CHECK(utf8_bad(s) == 0);
	}
}

/* Every scalar value comes back; surrogates are refused. */
static void
round_trip(void)
{
	unsigned wrong = 0;
	char p[UTF8_MAX];
	int32_t cp;

	for (int32_t c = 0; c <= 0x10ffff; c++) {
		struct str s = { p, utf8_encode(c, p) };
		bool surrogate = c >= 0xd800 && c <= 0xdfff;
		bool good =
		    length(s, &cp) == (int)s.n && cp == c && utf8_bad(s) == s.n;

		wrong += good == surrogate;
	}
	CHECK(wrong == 0);
}

static void
walking(void)
{
	struct str s = STR("a\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80");
	size_t at = 0, start;

	CHECK(utf8_next(s, &at) == 'a' && at == 1);
	CHECK(utf8_next(s, &at) == 0xe9 && at == 3);
	CHECK(utf8_next(s, &at) == 0x20ac && at == 6);
	CHECK(utf8_next(s, &at) == 0x1f600 && at == 10);
	CHECK(utf8_before(s, 10, &start) == 0x1f600 && start == 6);
	CHECK(utf8_before(s, 6, &start) == 0x20ac && start == 3);
	CHECK(utf8_before(s, 1, &start) == 'a' && start == 0);
	CHECK(utf8_before(STR("\x80\x80"), 2, &start) == UTF8_REPLACE &&
	    start == 1);
	CHECK(utf8_ascii(STR("0123456789\xc3\xa9"), 0) == 10);
	CHECK(utf8_bad(STR("0123456789\xc3\xa9 \xe2\x82")) == 13);
}

int
main(void)
{
	ill_formed();
	round_trip();
	walking();
	return check_end();
}
