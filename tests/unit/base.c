/*
 * base.c - strings, arenas, buffers.
 */
#include "check.h"

static void
strings(void)
{
	double v = 7;

	CHECK(str_eq(STR(""), STR("")));
	CHECK(!str_eq(STR("a"), STR("ab")));
	CHECK(str_begins(STR("abc"), STR("ab")));
	CHECK(!str_begins(STR("a"), STR("ab")));
	CHECK(str_ends(STR("abc"), STR("bc")));
	CHECK(str_ieq(STR("aBc"), STR("AbC")));
	CHECK(!str_ieq(STR("[z"), STR("{Z")));
	CHECK(str_cmp(STR("a"), STR("b")) < 0);
	CHECK(str_cmp(STR("ab"), STR("a")) > 0);
	CHECK(str_cmp(STR("\xc3\xa9"), STR("z")) > 0);
	CHECK_STR(str_trim(STR(" \t a b\n")), "a b");
	CHECK_STR(str_trim(STR(" \n ")), "");
	CHECK(str_find(STR("banana"), STR("na"), 0) == 2);
	CHECK(str_find(STR("banana"), STR("na"), 3) == 4);
	CHECK(str_find(STR("banana"), STR("nab"), 0) == 6);
	CHECK(str_find(STR(""), STR("a"), 0) == 0);
	CHECK(str_num(STR("007"), &v) && v == 7);
	CHECK(str_num(STR("-1.5e3"), &v) && v == -1500);
	CHECK(str_num(STR("9007199254740993"), &v) && v > 9007199254740000);
	v = 7;
	CHECK(!str_num(STR(""), &v) && v == 7);
	CHECK(!str_num(STR("1x"), &v) && v == 7);
	CHECK(!str_num(STR(" 1"), &v) && v == 7);
}

/* What is lent by value is free again; what a mark kept stays. */
static void
arenas(void)
{
	struct arena a = arena_new(64), mark, lent;
	struct str kept = str_copy(&a, STR("kept"));
	char *p, *q;

	mark = a;
	lent = a;
	p = arena_alloc(&lent, 1000, 8); /* in a block of its own */
	memset(p, 'x', 8000);
	q = arena_alloc(&a, 1000, 8);
	CHECK(p == q); /* the borrower's block is used again */
	CHECK(q[0] == 0 && q[7999] == 0);
	CHECK_STR(kept, "kept");
	a = mark;
	CHECK(arena_alloc(&a, 1000, 8) == (void *)q);
	CHECK(strcmp(str_cstr(&a, STR("a\0b")), "a") == 0);
	CHECK(((uintptr_t)arena_alloc(&a, 1, 1) & 15) == 0);
}

static void
growing(void)
{
	struct arena a = arena_new(0);
	struct buf b = { .a = &a }, c = { .a = &a };
	size_t cap = 0, *v = NULL;

	for (size_t i = 0; i < 10000; i++) {
		buf_byte(&b, (char)('a' + i % 26));
		buf_add(&c, STR("xyz"));
		v = vec_room(&a, v, i, &cap, sizeof(*v));
		CHECK(v[i] == 0);
		v[i] = i;
	}
	CHECK(b.n == 10000 && c.n == 30000);
	for (size_t i = 0; i < 10000; i++)
		CHECK(v[i] == i && b.p[i] == (char)('a' + i % 26) &&
		    c.p[3 * i + 2] == 'z');
}

int
main(void)
{
	strings();
	arenas();
	growing();
	return check_end();
}
