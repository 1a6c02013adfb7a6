/*
 * token.c - fuzz target: tokens cover all but white space, in order.
 */
#include "text/token.h"
#include "fuzz.h"

static void
check_token(struct str text, const struct tokens *t, size_t i)
{
	const struct token *tok = &t->v[i];
	size_t before = i > 0 ? t->v[i - 1].end : 0;

	CHECK(tok->start < tok->end && tok->end <= text.n);
	CHECK(tok->start >= before);
	CHECK(str_eq(tok->text, str_cut(text, tok->start, tok->end)));
	CHECK(tok->glued == (i > 0 && tok->start == before));
	CHECK(tok->low.n > 0);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *a = fuzz_arena();
	struct str raw = { (const char *)data, size };
	struct str text = fuzz_text(data, size, a);
	struct tokens t = token_split(text, a);

	for (size_t i = 0; i < t.n; i++) {
		check_token(text, &t, i);
		CHECK(fuzz_border(text, t.v[i].start));
		CHECK(fuzz_border(text, t.v[i].end));
	}
	if (t.n > 0)
		CHECK(token_span(&t, 0, t.n).n ==
		    t.v[t.n - 1].end - t.v[0].start);
	/* Bytes that are no UTF-8 are its caller's mistake, and safe. */
	t = token_split(raw, a);
	for (size_t i = 0; i < t.n; i++)
		check_token(raw, &t, i);
	return 0;
}
