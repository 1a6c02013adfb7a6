/*
 * utf8.c - fuzz target: decode, encode, step back and validate agree.
 */
#include <string.h>

#include "fuzz.h"

static void
check_valid(struct str s)
{
	size_t at = 0, start;

	while (at < s.n) {
		char p[UTF8_MAX];
		size_t from = at;
		int32_t cp = utf8_next(s, &at);

		CHECK(at > from && at <= s.n);
		CHECK(cp <= 0x10ffff && (cp < 0xd800 || cp > 0xdfff));
		CHECK(utf8_encode(cp, p) == at - from);
		CHECK(memcmp(p, s.p + from, at - from) == 0);
		CHECK(utf8_before(s, at, &start) == cp && start == from);
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct str s = { (const char *)data, size };
	size_t bad = utf8_bad(s), at = 0, first = size;

	CHECK(bad <= size);
	while (at < size) {
		size_t ascii = utf8_ascii(s, at);
		int32_t cp;
		int n = utf8_decode(s, at, &cp);

		CHECK(ascii <= size - at);
		CHECK((ascii > 0) == (s.p[at] >= 0 && data[at] < 0x80));
		if (n < 0) {
			CHECK(cp == UTF8_REPLACE && n >= -3);
			first = at < first ? at : first;
			n = -n;
		} else {
			CHECK(n >= 1 && n <= UTF8_MAX);
		}
		at += (size_t)n;
		CHECK(at <= size);
	}
	CHECK(bad == first);
	check_valid(str_cut(s, 0, bad));
	return 0;
}
