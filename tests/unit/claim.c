/*
 * claim.c - unit tests of claims: quotations over paragraphs, documents
 * without names, who "he" is.
 */
#include "fact/claim.h"

#include "check.h"

static struct claim_sent
sentence(const char *text, size_t para, struct arena *a)
{
	return (struct claim_sent){ .t = token_split(str_of(text), a),
		.para = para,
		.role = ROLE_BODY };
}

/* Nothing is known of any name: marks and verbs are enough. */
static void
test_no_names(struct arena *a, struct arena scratch)
{
	struct claim_sent s[] = {
		sentence("“We saw it,” said Bob Smith.", 1, a),
		sentence("The army denies it was there.", 2, a),
	};

	claim_find(s, COUNT(s), a, scratch);
	CHECK(s[0].n == 1 && s[0].v[0].kind == CLAIM_DIRECT);
	CHECK(str_is(s[0].v[0].speaker, "Bob Smith"));
	CHECK(s[0].v[0].start == 0 && s[0].v[0].to == CLAIM_ENDS);
	CHECK(s[1].n == 1 && s[1].v[0].kind == CLAIM_INDIRECT);
	CHECK(s[1].v[0].stance == CLAIM_DENIED);
	CHECK(str_is(s[1].v[0].speaker, "army"));
}

/* A quotation goes on in the next paragraph when that opens it again. */
static void
test_paragraphs(struct arena *a, struct arena scratch)
{
	struct claim_sent s[] = {
		sentence("Bob Smith said: “We saw it.", 1, a),
		sentence("“Nobody else did.", 2, a),
		sentence("“Then it was gone.”", 3, a),
		sentence("“A mark that nothing closes is none.", 4, a),
		sentence("Here is no quotation.", 5, a),
	};

	claim_find(s, COUNT(s), a, scratch);
	for (size_t i = 0; i < 3; i++) {
		CHECK(s[i].n == 1 && s[i].v[0].kind == CLAIM_DIRECT);
		CHECK(str_is(s[i].v[0].speaker, "Bob Smith"));
		CHECK(s[i].v[0].to == (i == 0 ? 2 : CLAIM_ENDS));
	}
	CHECK(s[3].n == 0 && s[4].n == 0);
}

/* "She" is no man; the name is the canonical one. */
static void
test_who(struct arena *a, struct arena scratch)
{
	static const struct claim_name first[] = {
		{ 4, 13, ENT_PERSON, { "Anna Berg", 9 }, false },
		{ 21, 27, ENT_PERSON, { "Karl Holm", 9 }, false },
	};
	struct claim_sent s[] = {
		sentence("Mrs Anna Berg met Mr Holmes.", 1, a),
		sentence("Mr Holmes was late.", 1, a),
		sentence("She said it was raining.", 1, a),
	};

	s[0].names = first;
	s[0].nnames = 2;
	s[1].names =
	    &(struct claim_name){ 3, 9, ENT_PERSON, { "Karl Holm", 9 }, false };
	s[1].nnames = 1;
	claim_find(s, COUNT(s), a, scratch);
	CHECK(s[2].n == 1);
	CHECK(str_is(s[2].v[0].speaker, "Anna Berg"));
	CHECK(s[2].v[0].start == 9);
}

static void
test_nothing(struct arena *a, struct arena scratch)
{
	struct claim_sent s = sentence("", 1, a);

	claim_find(NULL, 0, a, scratch);
	claim_find(&s, 1, a, scratch);
	CHECK(s.n == 0);
	CHECK(claim_stance_name(CLAIM_PLAIN) == NULL);
	CHECK(strcmp(claim_kind_name(CLAIM_MIXED), "mixed") == 0);
}

int
main(void)
{
	struct arena a = arena_new(0), scratch = arena_new(0);

	test_no_names(&a, scratch);
	test_paragraphs(&a, scratch);
	test_who(&a, scratch);
	test_nothing(&a, scratch);
	return check_end();
}
