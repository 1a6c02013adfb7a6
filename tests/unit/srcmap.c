/*
 * srcmap.c - maps from repaired text back to the source.
 */
#include "text/srcmap.h"
#include "check.h"

static struct arena arena;

static struct srcmap
empty(void)
{
	return (struct srcmap){ .a = &arena };
}

static void
pairs(void)
{
	struct srcmap m = empty();

	CHECK(srcmap_at(&m, 0) == 0 && srcmap_at(&m, 99) == 99);
	srcmap_add(&m, 0, 0);
	srcmap_add(&m, 7, 7);
	CHECK(m.n == 0); /* the identity */
	srcmap_add(&m, 10, 13);
	srcmap_add(&m, 20, 23);
	CHECK(m.n == 2); /* 20 runs on from 10 */
	srcmap_add(&m, 30, 40);
	srcmap_add(&m, 30, 41);
	CHECK(m.n == 4); /* the second replaced the first */
	CHECK(srcmap_at(&m, 9) == 9);
	CHECK(srcmap_at(&m, 10) == 13);
	CHECK(srcmap_at(&m, 29) == 32);
	CHECK(srcmap_at(&m, 30) == 41);
	CHECK(srcmap_at(&m, 1000) == 1011);
	srcmap_add(&m, 30, 33);
	CHECK(m.n == 2); /* and the third runs on, so no pair is left */
}

/* A map of a map: what the second says of a run of the first. */
static void
runs(void)
{
	struct srcmap page = empty(), m = empty();

	srcmap_add(&page, 0, 100);
	srcmap_add(&page, 10, 120);
	srcmap_add(&page, 20, 140);
	srcmap_run(&m, 0, &page, 5, 10);  /* 105 to 109, 120 to 124 */
	srcmap_run(&m, 10, &page, 18, 4); /* 128, 129, 140, 141 */
	srcmap_run(&m, 14, &page, 30, 0);
	CHECK(m.n == 8);
	CHECK(srcmap_at(&m, 0) == 105 && srcmap_at(&m, 4) == 109);
	CHECK(srcmap_at(&m, 5) == 120 && srcmap_at(&m, 9) == 124);
	CHECK(srcmap_at(&m, 10) == 128 && srcmap_at(&m, 12) == 140);
}

/* Both ends of what was made are exact. */
static void
made(void)
{
	struct srcmap m = empty();

	srcmap_made(&m, 0, STR("\u00e9"), 0, 7); /* "&eacute;" */
	srcmap_made(&m, 2, STR("\u20ac"), 8, 8); /* a byte */
	srcmap_made(&m, 5, STR("\u05e9\u05bc\u05c1"), 9, 11);
	CHECK(srcmap_at(&m, 0) == 0 && srcmap_at(&m, 1) == 7);
	CHECK(srcmap_at(&m, 2) == 8 && srcmap_at(&m, 4) == 8);
	CHECK(srcmap_at(&m, 5) == 9 && srcmap_at(&m, 10) == 11);
	for (size_t t = 1; t < 11; t++)
		CHECK(srcmap_at(&m, t) >= srcmap_at(&m, t - 1) || t == 2 ||
		    t == 4);
	CHECK(srcmap_at(&m, 11) == 12);
}

/* Two maps as one: a text of quoted bytes of windows-1252. */
static void
joins(void)
{
	struct srcmap top = empty(), under = empty(), m = empty();

	/* "a " and a quote (3 bytes of 1), then "b" */
	srcmap_made(&top, 2, STR("\u201c"), 2, 2);
	/* "a =93b" at byte 50 */
	srcmap_add(&under, 0, 50);
	srcmap_add(&under, 3, 55);
	srcmap_join(&m, 10, 6, &top, &under);
	CHECK(srcmap_at(&m, 10) == 50 && srcmap_at(&m, 11) == 51);
	CHECK(srcmap_at(&m, 12) == 52 && srcmap_at(&m, 14) == 52);
	CHECK(srcmap_at(&m, 15) == 55);
	m = empty();
	srcmap_join(&m, 0, 4, &(struct srcmap){ 0 }, &under);
	CHECK(m.n == 4 && srcmap_at(&m, 3) == 55);
}

int
main(void)
{
	arena = arena_new(1 << 16);
	pairs();
	runs();
	made();
	joins();
	return check_end();
}
