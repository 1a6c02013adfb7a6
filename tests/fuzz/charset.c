/*
 * charset.c - fuzz target: bytes in any encoding become valid UTF-8 with a
 * map that ascends.  The first byte chooses what the page declares.
 */
#include "text/charset.h"
#include "fuzz.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const struct str labels[] = { { "", 0 }, { "iso-8859-1", 10 },
		{ "shift_jis", 9 }, { "utf-16le", 8 }, { "koi8-r", 6 },
		{ "no such charset", 15 } };
	struct arena *a = fuzz_arena();
	struct page page = { .a = a, .map = { .a = a } };
	struct str source = { (const char *)data, size }, label;
	struct err guess = { NULL, 0 };
	size_t last = 0;

	label = charset_declared(source);
	CHECK(label.n <= size);
	if (size > 0) {
		label = labels[data[0] % COUNT(labels)];
		source = str_cut(source, 1, size);
	}
	charset_decode(source, label, &page, &guess);
	CHECK(utf8_bad(page.text) == page.text.n);
	CHECK(guess.why == NULL || guess.at <= source.n);
	for (size_t i = 0; i <= page.text.n; i++) {
		size_t at;

		if (!fuzz_border(page.text, i))
			continue;
		at = srcmap_at(&page.map, i);
		CHECK(at >= last && at <= source.n);
		last = at;
	}
	return 0;
}
