/*
 * mojibake.c - fuzz target: repaired text is valid, no longer than what it
 * was made of, and its map ascends and leads back into that.
 */
#include "text/mojibake.h"
#include "fuzz.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *a = fuzz_arena();
	struct str text = fuzz_text(data, size, a);
	struct page page = { .text = text, .a = a, .map = { .a = a } };
	size_t last = 0;

	mojibake_repair(&page);
	CHECK(utf8_bad(page.text) == page.text.n);
	CHECK(page.text.n <= 2 * text.n);
	for (size_t i = 0; i <= page.text.n; i++) {
		size_t at;

		if (!fuzz_border(page.text, i))
			continue;
		at = srcmap_at(&page.map, i);
		CHECK(at >= last && at <= text.n);
		last = at;
	}
	CHECK(srcmap_at(&page.map, page.text.n) == text.n);
	return 0;
}
