/*
 * sent.c - fuzz target: sentences are in order, trimmed, and leave out
 * nothing but white space; in English and in other languages.
 */
#include "text/sent.h"
#include "fuzz.h"
#include "text/block.h"

/* Only white space in s[from, to)? */
static bool
blank(struct str s, size_t from, size_t to)
{
	while (from < to) {
		size_t n = blank_at(s, from);

		if (n == 0)
			return false;
		from += n;
	}
	return true;
}

static void
check(struct str text, bool valid, const struct sent_rules *rules)
{
	size_t pos = 0, start = 0, end = 0, last = 0;

	while (sent_next_by(rules, text, &pos, &start, &end)) {
		CHECK(start >= last && start < end);
		CHECK(end <= pos && pos <= text.n);
		CHECK(!valid || blank(text, last, start));
		CHECK(!valid || fuzz_border(text, start));
		CHECK(!valid || fuzz_border(text, end));
		last = end;
	}
	CHECK(!valid || blank(text, last, text.n));
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *a = fuzz_arena();
	struct str raw = { (const char *)data, size };
	struct str text = fuzz_text(data, size, a);

	for (int i = 0; i < 3; i++) {
		struct sent_rules rules = { .plain = i > 0, .ordinals = i > 1 };

		check(text, true, &rules);
		check(raw, false, &rules);
	}
	return 0;
}
