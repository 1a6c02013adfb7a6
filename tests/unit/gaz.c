/*
 * gaz.c - names as they are compared; gazetteers that are none.
 */
#include "check.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "fact/gaz.h"
#include "fact/gaz_db.h"

static struct str
folded(const char *word, bool sound)
{
	static char buf[64];

	return (
	    struct str){ buf, gaz_fold(str_of(word), sound, buf, sizeof(buf)) };
}

static void
folds(void)
{
	char small[4];

	CHECK_STR(folded("Pokrovsk", false), "pokrovsk");
	CHECK_STR(folded("O\xe2\x80\x99"
			 "Brien",
		      false),
	    "obrien");
	CHECK_STR(folded("U.S.", false), "us");
	CHECK_STR(folded("S\xc3\xb8rensen", false), "sorensen");
	CHECK_STR(folded("\xc4\xb0zmir", false), "izmir");
	CHECK_STR(folded("Zelenskyy", true), "zelenski");
	CHECK_STR(folded("Zelenskiy", true), "zelenski");
	CHECK_STR(folded("Slovyansk", true), "sloviansk");
	CHECK_STR(folded("Kharkov", true), "harkov");
	CHECK_STR(folded("Mohammed", true), "mohamed");
	/* Never more than there is room for. */
	CHECK(gaz_fold(STR("Pokrovsk"), false, small, sizeof(small)) <= 4);
	CHECK(gaz_fold(STR("\xe2\x82\xac\xe2\x82\xac"), false, small, 4) <= 4);
}

static void
keys(void)
{
	struct arena a = arena_new(0);
	struct tokens t = token_split(STR("St. John's-on-Sea, Al-Jazeera"), &a);
	char buf[64];
	struct str key = { buf, gaz_key(&t, 0, 2, false, buf, sizeof(buf)) };

	CHECK_STR(key, "st");
	key.n = gaz_key(&t, t.n - 3, t.n, false, buf, sizeof(buf));
	CHECK_STR(key, "al jazeera");
	CHECK(gaz_key(&t, 0, t.n, false, buf, 8) == 0);
}

static bool
opens(const void *bytes, size_t n, const char *why)
{
	struct gaz gaz;
	struct err err = { NULL, 0 };

	if (gaz_init(&gaz, (struct str){ bytes, n }, &err))
		return true;
	CHECK(err.why != NULL && strcmp(err.why, why) == 0);
	return false;
}

/* A head of an empty gazetteer, with its sum. */
static struct gaz_head
head(uint32_t slots)
{
	struct gaz_head h = {
		.version = GAZ_VERSION, .order = GAZ_ORDER, .slots = slots
	};

	memcpy(h.magic, GAZ_MAGIC, sizeof(h.magic));
	h.sum = str_hash(
	    (struct str){ (const char *)&h, offsetof(struct gaz_head, sum) });
	return h;
}

static void
damaged(void)
{
	struct {
		struct gaz_head h;
		uint32_t slots[4];
	} file = { .h = head(4) };
	struct gaz_head h;

	CHECK(opens(&file, sizeof(file), ""));
	CHECK(!opens(&file, sizeof(file) - 1, "cut short"));
	CHECK(!opens(&file, sizeof(h), "cut short"));
	CHECK(!opens(&file, 10, "not a gazetteer of pk"));
	CHECK(!opens(&file, 0, "not a gazetteer of pk"));
	file.h.recs = 1;
	CHECK(!opens(&file, sizeof(file), "head is damaged"));
	file.h = head(3);
	CHECK(!opens(&file, sizeof(file), "head is damaged"));
	file.h = head(4);
	file.h.version++;
	CHECK(!opens(&file, sizeof(file), "of another version of pk"));
	file.h.magic[0] = 'x';
	CHECK(!opens(&file, sizeof(file), "not a gazetteer of pk"));
}

/* The first thing that a text begins with, or an empty name. */
static struct str
first_name(const struct gaz *gaz, const char *text, size_t *n)
{
	struct arena a = arena_new(0);
	struct tokens t = token_split(str_of(text), &a);
	struct gaz_hit hit;
	struct gaz_entry e;
	size_t k = 0;

	*n = 0;
	if (!gaz_find(gaz, &t, 0, t.n, &hit) || !gaz_get(gaz, &hit, &k, &e))
		return STR("");
	*n = hit.n;
	return e.name;
}

static bool
has_place(const struct gaz *gaz, const char *name)
{
	struct arena a = arena_new(0);
	struct tokens t = token_split(str_of(name), &a);
	struct gaz_hit hit;

	return gaz_places(gaz, &t, 0, t.n, &hit);
}

static void
real(void)
{
	struct arena a = arena_new(0);
	const char *path;
	struct gaz gaz;
	struct err err;
	size_t n;

	if (!file_data("gaz.db", &a, &path))
		return;
	CHECK(gaz_open(&gaz, path, &err));
	CHECK_STR(first_name(&gaz, "KHARKIV was hit", &n), "Kharkiv");
	CHECK_STR(first_name(&gaz, "Slovyansk", &n), "Sloviansk");
	CHECK_STR(first_name(&gaz, "Bosnia and Herzegovina won", &n),
	    "Bosnia and Herzegovina");
	CHECK(n == 3);
	CHECK_STR(first_name(&gaz, "US", &n), "United States");
	CHECK_STR(first_name(&gaz, "us", &n), "");
	CHECK_STR(first_name(&gaz, "Qwxyzzy", &n), "");
	/* A hamlet is found where one is looked for only. */
	CHECK_STR(first_name(&gaz, "Cookville", &n), "");
	CHECK(has_place(&gaz, "Cookville"));
	CHECK(!has_place(&gaz, "Qwxyzzy"));
	CHECK(!gaz_open(&gaz, "/no/such/file", &err) && err.why == NULL);
}

int
main(void)
{
	folds();
	keys();
	damaged();
	real();
	return check_end();
}
