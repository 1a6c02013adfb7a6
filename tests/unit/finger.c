/*
 * finger.c - fingerprints of sentences, and which sentences are alike.
 */
#include "story/finger.h"

#include "check.h"
#include "story/alike.h"
#include "story/near.h"

static struct arena arena;

static struct finger
finger(const char *text)
{
	return finger_make(str_of(text), &arena);
}

static bool
same_key(const char *a, const char *b)
{
	struct finger f = finger(a), g = finger(b);

	return f.key[0] == g.key[0] && f.key[1] == g.key[1];
}

static void
keys(void)
{
	CHECK(same_key("The town fell.", "the  TOWN\tfell"));
	CHECK(same_key(
	    "“It’s over – now,” he said.", "\"It's over - now\", he said"));
	CHECK(same_key("Some 12,500 men came.", "Some 12500 men came"));
	CHECK(same_key("Two men came.", "2 men came."));
	CHECK(same_key("U.S. troops left", "US troops left."));
	CHECK(!same_key("The town fell.", "The town fell?"));
	CHECK(!same_key("It cost 3,4 million", "It cost 34 million"));
	CHECK(!same_key("It was 5 C", "It was -5 C"));
	CHECK(!same_key("It cost $5", "It cost €5"));
	CHECK(!same_key("* * *", "---"));
	CHECK(same_key("", ""));
}

static void
kinds(void)
{
	struct finger f = finger("Troops did not take 40 km of Sund, he said:");
	static const enum finger_kind want[] = { FINGER_NAME, FINGER_FUNCTION,
		FINGER_NEGATION, FINGER_PLAIN, FINGER_NUMBER, FINGER_NUMBER,
		FINGER_FUNCTION, FINGER_NAME, FINGER_POLE, FINGER_SOURCE };

	CHECK(f.n == COUNT(want));
	for (size_t i = 0; i < f.n && i < COUNT(want); i++)
		CHECK(FINGER_KIND(f.words[i]) == want[i]);
	CHECK(FINGER_PAUSE(f.words[7]) == FINGER_COMMA);
	CHECK(FINGER_PAUSE(f.words[9]) == FINGER_COLON);
}

static bool
alike_pair(const struct finger *first, const struct finger *later)
{
	struct alike_words words = alike_words(later->words, later->n);

	return alike(
	    first->words, first->n, &words, ALIKE_THRESHOLD, arena_new(0));
}

/* Whether b is taken for a repeat of a. */
static bool
repeats(const char *a, const char *b)
{
	struct finger f = finger(a), g = finger(b);

	return alike_pair(&f, &g);
}

static void
alike_sentences(void)
{
	const char *s = "Rescue crews pulled 64 people from flooded homes in "
			"Varnby before the water rose again";

	CHECK(repeats(s, s));
	CHECK(repeats(s,
	    "Rescue crews pulled 64 people from inundated homes "
	    "in Varnby before the water rose again."));
	CHECK(repeats(s,
	    "VARNBY (North Wire) — Rescue crews pulled 64 people "
	    "from flooded homes in Varnby before the water rose again."));
	CHECK(repeats(s,
	    "Watch live: Rescue crews pulled 64 people from "
	    "flooded homes in Varnby before the water rose again."));
	CHECK(repeats(s,
	    "Rescue crews pulled 64 people from flooded homes in "
	    "Varnby before the water rose again, North Wire reported."));
	CHECK(repeats(s,
	    "Rescue crews pulled 64 people from flooded homes "
	    "in Varnby…"));
	CHECK(repeats("Read more: Read the story of the river here today",
	    "Read the story of the river here today"));
}

static void
changed_sentences(void)
{
	const char *s = "Rescue crews pulled 64 people from flooded homes in "
			"Varnby before the water rose again";

	CHECK(!repeats(s,
	    "Rescue crews pulled 256 people from flooded homes "
	    "in Varnby before the water rose again."));
	CHECK(!repeats(s,
	    "Rescue crews pulled 64 people from flooded homes in "
	    "Ostby before the water rose again."));
	CHECK(!repeats(s,
	    "Rescue crews pulled 64 people from flooded homes in "
	    "Varnby before the water fell again."));
	CHECK(!repeats(s,
	    "Rescue crews have not pulled 64 people from "
	    "flooded homes in Varnby before the water rose again."));
	CHECK(!repeats(s,
	    "Rescue crews pulled 64 people from flooded homes in "
	    "Varnby before the water rose again and broke two dams."));
	CHECK(!repeats(s,
	    "Rescue crews pulled 64 people and a dog from "
	    "flooded homes in Varnby and Ostby before the water rose again."));
	CHECK(!repeats("The road is 12 km long in all of its parts",
	    "The road is 12 mi long in all of its parts"));
	CHECK(!repeats("It was cold", "It was cold"));
	/* A word for another thing, and one for the same. */
	CHECK(!repeats("Seven dogs left Paris on Monday.",
	    "Seven cats left Paris on Monday."));
	CHECK(!repeats("The crew found the missing boat near the old harbour.",
	    "The crew found the missing plane near the old harbour."));
	CHECK(repeats("The crew began the search near the old harbour at dawn.",
	    "The crew started the search near the old harbour at dawn."));
	CHECK(repeats("The crew began the search near the old harbour at dawn.",
	    "The crew began the saerch near the old harbour at dawn."));
}

/* No answer depends on what is in the arena, and long input ends. */
static void
long_sentences(void)
{
	struct buf a = { .a = &arena }, b = { .a = &arena };
	struct finger f, g;

	for (int i = 0; i < 80000; i++) {
		buf_add(&a, i % 3 == 0 ? STR("one word ") : STR("and more "));
		buf_add(&b, i % 5 == 0 ? STR("one word ") : STR("or less "));
	}
	f = finger_make(buf_str(&a), &arena);
	g = finger_make(buf_str(&b), &arena);
	CHECK(alike_pair(&f, &f));
	CHECK(!alike_pair(&f, &g));
}

static void
sketches(void)
{
	struct finger f = finger("of the in the of the in the of the");
	uint32_t v[FINGER_SKETCH], w[FINGER_SKETCH];
	size_t n = finger_sketch(f.words, f.n, v);

	/* Pairs count once: of-the, the-in, in-the, the-of. */
	CHECK(n == 4);
	for (size_t i = 0; i < n; i++) {
		for (size_t j = 0; j < i; j++)
			CHECK(v[i] != v[j]);
	}
	CHECK(finger_sketch(f.words, f.n, w) == n && w[0] == v[0]);
	CHECK(finger_sketch(f.words, 1, v) == 0);
	CHECK(finger_sketch(f.words, 0, v) == 0);
}

static void
leaders(void)
{
	struct near *near = near_open(&arena, ALIKE_THRESHOLD, false);
	struct arena scratch = arena_new(0);
	struct finger ad = finger("Sign up for the letter of our house here");
	struct finger a = finger("The dam above the old town burst at dawn");
	struct finger b = finger("The dam above the old town broke at dawn");

	CHECK(near_find(near, &a, false, scratch) == NEAR_NONE);
	near_add(near, &ad, (struct near_place){ .doc = 1, .aside = true });
	near_add(near, &a, (struct near_place){ .doc = 2, .sent = 9 });
	CHECK(near_find(near, &a, false, scratch) == 1);
	CHECK(near_find(near, &b, false, scratch) == 1);
	CHECK(near_find(near, &b, true, scratch) == 1);
	/* The text never repeats what is aside. */
	CHECK(near_find(near, &ad, true, scratch) == 0);
	CHECK(near_find(near, &ad, false, scratch) == NEAR_NONE);
	CHECK(near_place(near, 1).sent == 9 && near_count(near) == 2);
}

int
main(void)
{
	arena = arena_new(0);
	keys();
	kinds();
	alike_sentences();
	changed_sentences();
	long_sentences();
	sketches();
	leaders();
	return check_end();
}
