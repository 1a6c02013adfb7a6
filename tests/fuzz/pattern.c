/*
 * pattern.c - fuzz target: the first line is a pattern of sentence ends, the
 * rest a text that is cut with it, and whose language is guessed.
 */
#include "fuzz.h"
#include "text/lang.h"
#include "text/sent.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *a = fuzz_arena();
	struct str all = { (const char *)data, size }, text;
	struct buf line = { .a = a };
	size_t cut = str_find(all, STR("\n"), 0), number;
	size_t pos = 0, start, end, last = 0;
	struct sent_rules rules = { .plain = (size & 1) != 0 };
	struct patterns *patterns;
	struct err err;

	buf_add(&line, STR("nobreak\t"));
	buf_add(&line, str_cut(all, 0, cut));
	patterns = patterns_new(a);
	rules.patterns = patterns;
	CHECK(rules_read(patterns_reader(patterns), buf_str(&line), &number,
		  &err) == (err.why == NULL));
	CHECK(number == 1 && err.at <= line.n);
	if (cut == all.n)
		return 0;
	text = str_cut(all, cut + 1, all.n);
	CHECK(lang_guess(text).n <= LANG_MAX);
	while (sent_next_by(&rules, text, &pos, &start, &end)) {
		CHECK(start >= last && start < end && end <= pos);
		last = end;
	}
	return 0;
}
