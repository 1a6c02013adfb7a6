/*
 * habit.c - what sources repeat: counts, what is forgotten, what a log brings
 * back.
 */
#include "text/habit.h"

#include <stdio.h>
#include <unistd.h>

#include "base/file.h"
#include "check.h"

#define MANY 3000

static struct arena arena;
static char path[64];

static uint32_t
times(const struct habit *h, uint64_t source, uint64_t key)
{
	return habit_past(h, source, key).times;
}

static void
keys(void)
{
	uint64_t a = habit_source(STR("A")), b = habit_source(STR("B"));
	uint64_t key = habit_key(a, STR("Sign up now"));
	char text[HABIT_FOLD + 1];

	CHECK(key == habit_key(a, STR("SIGN UP  \n now")));
	CHECK(key != habit_key(a, STR("Sign up")));
	CHECK(key != habit_key(b, STR("Sign up now")));
	CHECK(habit_key(a, STR("1 dead")) != habit_key(a, STR("2 dead")));
	memset(text, 'x', sizeof(text));
	CHECK(habit_key(a, (struct str){ text, HABIT_FOLD }) !=
	    habit_key(a, (struct str){ text, HABIT_FOLD + 1 }));
}

static void
counts(void)
{
	struct habit *h = habit_open(&arena, NULL);
	uint64_t s = habit_source(STR("A")), other = habit_source(STR("B"));
	uint64_t twice[] = { 1, 1, 2 };
	struct habit_past past;

	CHECK(times(h, s, 1) == 0);
	habit_learn(h, s, twice, 3, false);
	CHECK(times(h, s, 1) == 1 && times(h, s, 2) == 1);
	habit_learn(h, s, twice, 1, false);
	habit_learn(h, s, twice, 0, false);
	past = habit_past(h, s, 1);
	CHECK(past.times == 2 && past.docs == 3);
	CHECK(times(h, other, 1) == 0 && times(h, s, 3) == 0);
	/* A version counts for nothing, but what is new in it is known. */
	habit_learn(h, s, (uint64_t[]){ 1, 3 }, 2, true);
	past = habit_past(h, s, 1);
	CHECK(past.times == 2 && past.docs == 3 && times(h, s, 3) == 1);
	habit_learn(h, s, (uint64_t[]){ 3 }, 1, false);
	CHECK(times(h, s, 3) == 2);
}

/* n documents, each with a line of its own, from number from on. */
static void
others(struct habit *h, uint64_t source, uint64_t from, uint64_t n)
{
	for (uint64_t i = from; i < from + n; i++)
		habit_learn(h, source, &i, 1, false);
}

static void
window(void)
{
	struct habit *h = habit_open(&arena, NULL);
	uint64_t s = habit_source(STR("A"));

	habit_learn(h, s, (uint64_t[]){ 1, 2 }, 2, false);
	habit_learn(h, s, (uint64_t[]){ 2 }, 1, false);
	others(h, s, 100, HABIT_ONCE - 2);
	CHECK(times(h, s, 1) == 1);
	others(h, s, 1000, 1);
	CHECK(times(h, s, 1) == 0 && times(h, s, 100) == 1);
	habit_learn(h, s, (uint64_t[]){ 1 }, 1, false);
	CHECK(times(h, s, 1) == 1 && habit_past(h, s, 1).docs == 1);
	/* What came again is known for longer. */
	others(h, s, 2000, HABIT_AGAIN - HABIT_ONCE - 1);
	CHECK(times(h, s, 2) == 2);
	others(h, s, 9000, 1);
	CHECK(times(h, s, 2) == 0);
}

/* More sources than there is room for: the last ones are kept. */
static void
bounded(void)
{
	struct habit *h = habit_open(&arena, NULL);
	uint64_t lines[256], first = 0, last = 0;
	size_t sources = HABIT_LINES / COUNT(lines) * 2;

	for (size_t i = 0; i < sources; i++) {
		last = str_hash((struct str){ (const char *)&i, sizeof(i) });
		first = i == 0 ? last : first;
		for (size_t k = 0; k < COUNT(lines); k++)
			lines[k] = last + k;
		habit_learn(h, last, lines, COUNT(lines), false);
	}
	CHECK(times(h, last, last) == 1 && times(h, first, first) == 0);
	for (int i = 0; i < 3; i++)
		habit_learn(h, first, (uint64_t[]){ first }, 1, false);
	CHECK(times(h, first, first) == 3);
	CHECK(times(h, last, last + 255) == 1);
}

static struct store *
reopen(void)
{
	struct err err;
	struct store *s = store_open(&arena, path, habit_params(), &err);

	CHECK(s != NULL);
	return s;
}

/* Documents from one number to another, all with line 7, of two sources. */
static void
some(struct habit *h, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++) {
		uint64_t lines[] = { 7, 1000 + i, 2000 + i / 3 };

		habit_learn(h, i % 3 == 0, lines, COUNT(lines), i % 10 == 9);
	}
}

static void
same_as(const struct habit *a, const struct habit *b)
{
	for (uint64_t s = 0; s < 2; s++) {
		for (uint64_t key = 0; key < 2000 + MANY; key++) {
			struct habit_past x = habit_past(a, s, key);
			struct habit_past y = habit_past(b, s, key);

			CHECK(x.times == y.times && x.docs == y.docs);
		}
	}
}

/* Two runs are as one, also when the log was written anew between them. */
static void
comes_back(void)
{
	struct habit *whole = habit_open(&arena, NULL), *h;
	struct store *s = reopen();

	some(whole, 0, MANY);
	h = habit_open(&arena, s);
	some(h, 0, MANY / 2);
	CHECK(store_reserve(s) && store_commit(s));
	h = habit_open(&arena, s = reopen());
	some(h, MANY / 2, MANY);
	CHECK(store_reserve(s) && store_commit(s));
	same_as(whole, h);
	CHECK(habit_stale(h));
	habit_renew(h);
	CHECK(store_replace(s, arena_new(0)));
	h = habit_open(&arena, s = reopen());
	CHECK(!habit_stale(h));
	same_as(whole, h);
	some(whole, MANY, MANY + 50);
	some(h, MANY, MANY + 50);
	CHECK(store_reserve(s) && store_commit(s));
	same_as(whole, habit_open(&arena, reopen()));
}

int
main(void)
{
	arena = arena_new(0);
	snprintf(path, sizeof(path), "/tmp/pk-habit-%ld", (long)getpid());
	unlink(path);
	keys();
	counts();
	window();
	bounded();
	comes_back();
	unlink(path);
	return check_end();
}
