/*
 * map.c - the two hash tables: map (keys to indices) and multi (tags to
 * many).
 */
#include "base/map.h"

#include <stdio.h>

#include "base/multi.h"
#include "check.h"

#define MANY 20000

/* Key number i, in text. */
static struct str
key(size_t i, char text[static 16])
{
	int n = snprintf(text, 16, "k%zu", i);

	return (struct str){ text, (size_t)n };
}

static void
put_and_find(void)
{
	struct arena a = arena_new(0);
	struct map m;
	char text[16];

	map_init(&m, &a);
	CHECK(map_find(&m, STR("a")) == MAP_NONE);
	CHECK(map_put(&m, STR("a")) == 0);
	CHECK(map_put(&m, STR("")) == 1);
	CHECK(map_put(&m, (struct str){ "a\0b", 3 }) == 2);
	CHECK(map_put(&m, STR("a")) == 0 && m.n == 3);
	CHECK(map_find(&m, STR("")) == 1);
	CHECK_STR(map_key(&m, 0), "a");
	for (size_t i = 0; i < MANY; i++)
		map_put(&m, key(i, text));
	CHECK(m.n == MANY + 3);
	for (size_t i = 0; i < MANY; i += 7)
		CHECK(map_find(&m, key(i, text)) == i + 3);
	CHECK(map_find(&m, STR("a")) == 0);
	CHECK(map_find(&m, STR("k20000")) == MAP_NONE);
	map_free(&m);
	CHECK(map_find(&m, STR("a")) == MAP_NONE);
	CHECK(map_put(&m, STR("z")) == 0);
	map_free(&m);
}

/* After a reset nothing of before is found, however often. */
static void
reset(void)
{
	struct arena a = arena_new(0);
	struct map m;
	char text[16];

	map_init(&m, &a);
	for (size_t round = 0; round < 50; round++) {
		for (size_t i = round; i < round + 200; i++)
			CHECK(map_put(&m, key(i, text)) == i - round);
		map_reset(&m);
		for (size_t i = 0; i < 300; i++)
			CHECK(map_find(&m, key(i, text)) == MAP_NONE);
	}
	map_free(&m);
}

/* Indices of a tag come in the order of their adding, also when the table
 * has grown and where its end is full. */
static void
many_of_a_tag(void)
{
	struct multi m = { 0 };
	uint32_t v[16];

	CHECK(multi_get(&m, 5, v, COUNT(v)) == 0);
	for (uint32_t i = 0; i < 10; i++)
		multi_add(&m, UINT32_MAX - (i & 1), i);
	for (uint32_t i = 0; i < MANY; i++)
		multi_add(&m, i * UINT32_C(0x9e3779b1), i);
	CHECK(multi_get(&m, UINT32_MAX, v, COUNT(v)) == 5);
	CHECK(v[0] == 0 && v[1] == 2 && v[4] == 8);
	CHECK(multi_get(&m, UINT32_MAX - 1, v, 3) == 3);
	CHECK(v[0] == 1 && v[1] == 3 && v[2] == 5);
	for (uint32_t i = 1; i < MANY; i += 7) {
		CHECK(multi_get(&m, i * UINT32_C(0x9e3779b1), v, 2) == 1);
		CHECK(v[0] == i);
	}
	multi_free(&m);
	CHECK(multi_get(&m, UINT32_MAX, v, COUNT(v)) == 0);
}

int
main(void)
{
	put_and_find();
	reset();
	many_of_a_tag();
	return check_end();
}
