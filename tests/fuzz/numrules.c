/*
 * numrules.c - fuzz target: up to a line "--" a user's number rules, the rest a
 * sentence that is read with them.
 */
#include <math.h>

#include "fact/num.h"
#include "fuzz.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *a = fuzz_arena();
	struct str all = fuzz_text(data, size, a), text;
	size_t cut = str_find(all, STR("\n--\n"), 0), line, last = 0;
	struct dates none = { NULL, 0 };
	struct num_rules *rules;
	struct tokens t;
	struct nums nums;
	struct err err;
	bool right;

	rules = num_rules_new(a);
	right = rules_read(
	    num_rules_reader(rules), str_cut(all, 0, cut), &line, &err);
	CHECK(right == (err.why == NULL));
	if (!right || cut == all.n) {
		num_rules_close(rules);
		return 0;
	}
	text = str_cut(all, cut + 4, all.n);
	t = token_split(text, a);
	nums = num_find(&t, &none, rules, a);
	for (size_t i = 0; i < nums.n; i++) {
		CHECK(nums.v[i].start >= last);
		CHECK(nums.v[i].start < nums.v[i].end);
		CHECK(nums.v[i].end <= text.n);
		CHECK(!isinf(nums.v[i].value));
		CHECK(!(nums.v[i].low > nums.v[i].high));
		last = nums.v[i].end;
	}
	num_rules_close(rules);
	return 0;
}
