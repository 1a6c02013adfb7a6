/*
 * norm.c - fuzz target: repaired text is valid, folded, and its map leads
 * back into the span that it was made of.
 */
#include "text/norm.h"
#include "fuzz.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *a = fuzz_arena();
	struct str text = fuzz_text(data, size, a), s, again;
	struct srcmap page = { .a = a }, map = { .a = a }, map2 = { .a = a };
	struct words words;
	size_t start = 0, end = text.n, last = 0, base = 7;

	words_init(&words, text);
	norm_trim(text, &start, &end);
	CHECK(start <= end && end <= text.n);
	s = norm_text(str_cut(text, start, end), base, &page, &words, &map, a);
	CHECK(utf8_bad(s) == s.n);
	CHECK(end == start || s.n > 0);
	for (size_t i = 0; i < s.n; i++) {
		size_t source = map.n > 0 ? srcmap_at(&map, i) : base + i;

		CHECK(source >= last || !fuzz_border(s, i));
		CHECK(source >= base && source <= base + (end - start));
		last = source;
		CHECK((unsigned char)s.p[i] >= 0x20);
		CHECK(s.p[i] != ' ' || (i > 0 && s.p[i - 1] != ' '));
	}
	/* Repairing what was repaired changes nothing. */
	again = norm_text(s, 0, &page, &words, &map2, a);
	CHECK(str_eq(again, s));
	words_free(&words);
	return 0;
}
