/*
 * set.c - a set of keys in memory, and one that is mostly in sorted runs; a
 * table of tags with few and with many indices.
 */
#include "base/set.h"

#include "base/multi.h"
#include "check.h"

#define N 150000

/* Key i, spread as a hash is. */
static struct set_key
key_of(uint64_t i)
{
	uint64_t h = (i + 1) * UINT64_C(0x9e3779b97f4a7c15);

	h = (h ^ h >> 31) * UINT64_C(0xbf58476d1ce4e5b9);
	return (struct set_key){ { h ^ h >> 29, h * 3 } };
}

/* Puts all keys, with repeats between, and counts what is new. */
static void
fill(struct set *set)
{
	size_t fresh = 0, again = 0;

	CHECK(!set_has(set, key_of(0)));
	for (uint64_t i = 0; i < N; i++) {
		fresh += set_put(set, key_of(i));
		again += set_put(set, key_of(i / 2));
	}
	CHECK(fresh == N && again == 0);
	CHECK(set_count(set) == N);
	for (uint64_t i = 0; i < N; i += 7) {
		CHECK(set_has(set, key_of(i)));
		CHECK(!set_has(set, key_of(N + i)));
	}
	/* The key of zeros is one like any other. */
	CHECK(set_put(set, (struct set_key){ { 0, 0 } }));
	CHECK(!set_put(set, (struct set_key){ { 0, 0 } }));
	CHECK(set_count(set) == N + 1);
}

/* Keys that are no good hash: they lie in one place of all runs. */
static void
lumps(struct set *set)
{
	size_t fresh = 0;

	for (uint64_t i = 0; i < N; i++)
		fresh += set_put(set, (struct set_key){ { i << 40, i } });
	for (uint64_t i = 0; i < N; i += 11)
		CHECK(!set_put(set, (struct set_key){ { i << 40, i } }));
	CHECK(fresh == N);
}

static void
tags(void)
{
	struct multi m = { 0 };
	uint32_t v[100];

	CHECK(multi_get(&m, 5, v, 100) == 0);
	for (uint32_t i = 0; i < 40000; i++)
		multi_add(&m, (i % 20000) * UINT32_C(0x9e3779b1), i);
	for (uint32_t i = 0; i < 70; i++)
		CHECK(multi_add_below(&m, 7, i, 64) == (i < 64));
	CHECK(multi_get(&m, 7, v, 100) == 64 && v[0] == 0 && v[63] == 63);
	CHECK(multi_get(&m, 7, v, 3) == 3);
	for (uint32_t i = 0; i < 20000; i++) {
		CHECK(multi_get(&m, i * UINT32_C(0x9e3779b1), v, 100) == 2);
		CHECK(v[0] == i && v[1] == i + 20000);
	}
	multi_free(&m);
	CHECK(multi_get(&m, 7, v, 100) == 0);
}

int
main(void)
{
	struct arena arena = arena_new(0);

	fill(set_open(&arena, 0));
	fill(set_open(&arena, SET_MEMORY_MIN));
	lumps(set_open(&arena, SET_MEMORY_MIN));
	tags();
	return check_end();
}
