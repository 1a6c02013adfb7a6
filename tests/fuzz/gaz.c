/*
 * gaz.c - fuzz target: a gazetteer file that may be damaged: it is refused,
 * or gives answers, wrong ones perhaps, from inside the file.
 */
#include <string.h>

#include "fact/gaz.h"
#include "fuzz.h"

static void
check_inside(const struct gaz *gaz, struct str s)
{
	CHECK(s.n == 0 ||
	    (s.p >= gaz->bytes.p && s.p + s.n <= gaz->bytes.p + gaz->bytes.n));
}

static void
check_hit(const struct gaz *gaz, const struct gaz_hit *hit)
{
	struct gaz_entry e;

	for (size_t k = 0; gaz_get(gaz, hit, &k, &e);) {
		check_inside(gaz, e.name);
		check_inside(gaz, e.of);
		CHECK(e.kind < GAZ_KIND_COUNT);
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *a = fuzz_arena();
	struct tokens t = token_split(STR("New York, Kyiv and Slovyansk; US "
					  "troops, Michael Kofman's talks in "
					  "LONDON, Georgia"),
	    a);
	/* Exactly as long as the file: what is read beyond it is seen. */
	void *bytes = malloc(size > 0 ? size : 1);
	struct gaz gaz;
	struct err err = { NULL, 0 };

	if (bytes == NULL)
		abort();
	memcpy(bytes, data, size);
	if (!gaz_init(&gaz, (struct str){ bytes, size }, &err)) {
		CHECK(err.why != NULL);
		free(bytes);
		return 0;
	}
	for (size_t i = 0; i < t.n; i++) {
		struct gaz_hit hit = { 0 };

		(void)gaz_word(&gaz, &t.v[i]);
		if (gaz_find(&gaz, &t, i, t.n, &hit)) {
			CHECK(hit.n > 0 && i + hit.n <= t.n);
			check_hit(&gaz, &hit);
		}
		if (gaz_exact(&gaz, &t, i, i + 1, &hit))
			check_hit(&gaz, &hit);
	}
	free(bytes);
	return 0;
}
