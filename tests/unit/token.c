/*
 * token.c - a sentence as tokens.
 */
#include "text/token.h"

#include "check.h"

static struct arena arena;

/* The tokens of text with "|" between them, or "_" before a glued one. */
static struct str
split(struct str text)
{
	struct tokens t = token_split(text, &arena);
	struct buf b = { .a = &arena };

	for (size_t i = 0; i < t.n; i++) {
		CHECK(t.v[i].start < t.v[i].end && t.v[i].end <= text.n);
		if (i > 0)
			buf_byte(&b, t.v[i].glued ? '_' : '|');
		buf_add(&b, t.v[i].text);
	}
	return buf_str(&b);
}

static void
splitting(void)
{
	CHECK_STR(split(STR("")), "");
	CHECK_STR(split(STR("Russia’s defence")), "Russia_’s|defence");
	CHECK_STR(split(STR("U.S.-based")), "U.S._-_based");
	CHECK_STR(split(STR("the U.S army")), "the|U.S|army");
	CHECK_STR(split(STR("5,000sq km, 1.9.")), "5,000_sq|km_,|1.9_.");
	CHECK_STR(split(STR("$1.2bn")), "$_1.2_bn");
	CHECK_STR(split(STR("2025-11-03")), "2025_-_11_-_03");
	CHECK_STR(split(STR("I don't; he can’t")), "I|do_n't_;|he|ca_n’t");
	CHECK_STR(split(STR("O’Brien and Qu'ran")), "O’Brien|and|Qu'ran");
	CHECK_STR(split(STR("they'll")), "they_'ll");
	CHECK_STR(split(STR("155th")), "155_th");
	CHECK_STR(split(STR("'tis ’")), "'_tis|’");
	CHECK_STR(split(STR("a\xff b")), "a_\xff|b");
	CHECK_STR(split(STR("Володимир 5°C")), "Володимир|5_°_C");
}

static void
forms(void)
{
	struct tokens t = token_split(
	    STR("Pokrovsk NATO a DeepState U.S. Éire I 北京 ’S"), &arena);

	CHECK(t.n == 10);
	CHECK(t.v[0].form == TOKEN_CAPITAL);
	CHECK(t.v[1].form == TOKEN_UPPER);
	CHECK(t.v[2].form == TOKEN_LOWER);
	CHECK(t.v[3].form == TOKEN_MIXED);
	CHECK(t.v[4].form == TOKEN_UPPER);
	CHECK(t.v[5].form == TOKEN_CAPITAL);
	CHECK_STR(t.v[5].low, "éire");
	CHECK(t.v[6].form == TOKEN_CAPITAL);
	CHECK(t.v[7].form == TOKEN_NOCASE);
	CHECK_STR(token_span(&t, 0, 2), "Pokrovsk NATO");
	CHECK_STR(t.v[0].low, "pokrovsk");
}

int
main(void)
{
	arena = arena_new(0);
	splitting();
	forms();
	return check_end();
}
