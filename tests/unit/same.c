/*
 * same.c - which mentions state the same fact.
 */
#include "story/same.h"

#include "check.h"

static struct arena arena;
static struct same *same;

/* The number of the fact that a record states. */
static size_t
fact(const char *line)
{
	struct rec rec;
	struct err err;
	struct same_id id;

	if (!rec_parse(str_of(line), &rec, &arena, &err) ||
	    !same_id(&rec, &id, arena_new(0)))
		return SAME_NEW;
	return same_put(same, &id, SAME_NEW).fact;
}

#define AREA(text, si, more)                                                   \
	"{\"type\":\"number\",\"text\":\"" text "\",\"value\":" si             \
	",\"si\":" si ",\"quantity\":\"area\",\"what\":\"land\"" more "}"

static void
numbers(void)
{
	size_t a = fact(AREA("5,000 m2", "5000", ""));

	CHECK(a != SAME_NEW);
	CHECK(fact(AREA("5,000 m2", "5000", "")) == a);
	/* Half the last digit of the other: 5.0 thousand, about 5,000. */
	CHECK(fact(AREA("5.0 thousand m2", "5000", "")) == a);
	CHECK(fact(AREA("5.01 thousand m2", "5010", "")) != a);
	CHECK(
	    fact(AREA("about 5,000 m2", "5000", ",\"approx\":\"about\"")) == a);
	CHECK(fact(AREA("5,400 m2", "5400", "")) != a);
	CHECK(fact(AREA("over 5,000 m2", "5000", ",\"approx\":\"over\"")) != a);
	CHECK(fact(AREA("0 m2", "0", "")) == fact(AREA("0 m2", "0", "")));
	CHECK(fact("{\"type\":\"number\",\"text\":\"5-6\",\"low\":5,"
		   "\"high\":6,\"quantity\":\"count\"}") ==
	    fact("{\"type\":\"number\",\"text\":\"five to six\","
		 "\"low\":5,\"high\":6,\"quantity\":\"count\"}"));
	CHECK(fact("{\"type\":\"number\",\"text\":\"5\"}") != a);
	CHECK(fact("{\"type\":\"number\"}") == SAME_NEW);
}

static void
others(void)
{
	CHECK(fact("{\"type\":\"entity\",\"text\":\"Ostby\",\"class\":"
		   "\"place\",\"name\":\"Ostby\"}") ==
	    fact("{\"type\":\"entity\",\"text\":\"the town\",\"class\":"
		 "\"place\",\"name\":\"Ostby\"}"));
	CHECK(fact("{\"type\":\"entity\",\"class\":\"place\",\"name\":"
		   "\"Ostby\"}") !=
	    fact("{\"type\":\"entity\",\"class\":\"org\",\"name\":"
		 "\"Ostby\"}"));
	CHECK(fact("{\"type\":\"date\",\"kind\":\"date\",\"value\":"
		   "\"2025-11-03\"}") !=
	    fact("{\"type\":\"date\",\"kind\":\"date\",\"value\":"
		 "\"2025-11\"}"));
	CHECK(fact("{\"type\":\"claim\",\"text\":\"“It is over”\","
		   "\"speaker\":\"A\"}") ==
	    fact("{\"type\":\"claim\",\"text\":\"It is over\","
		 "\"speaker\":\"A\"}"));
	CHECK(fact("{\"type\":\"sentence\",\"text\":\"A\"}") == SAME_NEW);
}

/* Many values close together: each is found again, at a bounded cost. */
static void
crowd(void)
{
	struct same_id id = { { 7, 7 }, 0, 0 };
	size_t first = same_put(same, &id, SAME_NEW).fact;

	for (int i = 1; i < 100000; i++) {
		id.value = 1e6 + i;
		CHECK(same_put(same, &id, SAME_NEW).fact == first + (size_t)i);
	}
	id.value = 1e6 + 99999;
	CHECK(same_put(same, &id, SAME_NEW).fact == first + 99999);
	/* A new statement of a known fact. */
	id.value = 5;
	CHECK(same_put(same, &id, first).fact == first);
	CHECK(same_put(same, &id, SAME_NEW).fact == first);
}

int
main(void)
{
	arena = arena_new(0);
	same = same_open(&arena);
	numbers();
	others();
	crowd();
	return check_end();
}
