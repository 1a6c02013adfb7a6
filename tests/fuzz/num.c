/*
 * num.c - fuzz target: numbers of a sentence, besides its dates.
 */
#include <math.h>

#include "fact/num.h"
#include "fuzz.h"

static void
check(struct str text, const struct num *num)
{
	CHECK(num->start < num->end && num->end <= text.n);
	CHECK(fuzz_border(text, num->start) && fuzz_border(text, num->end));
	CHECK(num->approx < NUM_APPROX_COUNT);
	CHECK(num->quantity.n > 0);
	CHECK(utf8_bad(num->what) == num->what.n);
	CHECK(!(num->low > num->value) && !(num->value > num->high));
	CHECK(!(num->low > num->high));
	CHECK(!isinf(num->value) && !isinf(num->si));
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *a = fuzz_arena();
	struct str text = fuzz_text(data, size, a);
	struct tokens t = token_split(text, a);
	struct dates dates = date_find(&t, (struct day){ 2025, 11, 6 }, a);
	struct nums nums = num_find(&t, &dates, NULL, a);

	for (size_t i = 0; i < nums.n; i++) {
		check(text, &nums.v[i]);
		CHECK(i == 0 || nums.v[i].start >= nums.v[i - 1].end);
	}
	return 0;
}
