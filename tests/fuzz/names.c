/*
 * names.c - fuzz target: up to a line "--" a user's own names, the rest a
 * sentence in which they are looked for.
 */
#include <math.h>

#include "fact/names.h"
#include "fuzz.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *a = fuzz_arena();
	struct str all = fuzz_text(data, size, a);
	size_t cut = str_find(all, STR("\n--\n"), 0), line;
	struct names *names;
	struct tokens t;
	struct err err;

	names = names_new(a);
	if (!rules_read(
		names_reader(names), str_cut(all, 0, cut), &line, &err)) {
		CHECK(err.why != NULL && line > 0);
		names_close(names);
		return 0;
	}
	t = token_split(cut < all.n ? str_cut(all, cut + 4, all.n) : all, a);
	for (size_t i = 0; i < t.n; i++) {
		size_t n = 0;
		const struct own_name *own = names_find(names, &t, i, &n);

		if (own == NULL)
			continue;
		CHECK(n > 0 && i + n <= t.n);
		CHECK(own->name.n > 0 && own->class != ENT_NONE);
		CHECK(isnan(own->lat) == isnan(own->lon));
		CHECK(!(fabs(own->lat) > 90) && !(fabs(own->lon) > 180));
	}
	names_close(names);
	return 0;
}
