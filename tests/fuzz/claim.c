/*
 * claim.c - fuzz target: the claims of a document, a sentence a line; an
 * empty line begins a paragraph, and words with a capital are names.
 */
#include "fact/claim.h"
#include "fuzz.h"

static void
check(const struct claim_sent *sents, size_t n, size_t i)
{
	const struct claim_sent *s = &sents[i];
	struct str text = s->t.text;

	for (size_t k = 0; k < s->n; k++) {
		const struct claim *c = &s->v[k];

		CHECK(c->start < c->end && c->end <= text.n);
		CHECK(k == 0 || c->start >= s->v[k - 1].start);
		CHECK(fuzz_border(text, c->start));
		CHECK(fuzz_border(text, c->end));
		CHECK(utf8_bad(c->speaker) == c->speaker.n);
		CHECK(utf8_bad(c->cue) == c->cue.n);
		CHECK(c->kind <= CLAIM_MIXED && c->stance <= CLAIM_UNVERIFIED);
		CHECK(c->to == CLAIM_ENDS || (c->to > i && c->to < n));
	}
}

/* Names of all classes, made of words with a capital. */
static void
add_names(struct claim_sent *s, struct arena *a)
{
	struct claim_name *names = arena_alloc(a, s->t.n + 1, sizeof(*names));

	for (size_t i = 0; i < s->t.n; i++) {
		const struct token *tok = &s->t.v[i];

		if (tok->form != TOKEN_CAPITAL)
			continue;
		names[s->nnames++] = (struct claim_name){
			.start = tok->start,
			.end = tok->end,
			.class = (enum ent_class)(ENT_NONE + 1 + i % 7),
			.name = tok->text,
			.medium = i % 5 == 0,
		};
	}
	s->names = names;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct arena scratch;
	struct arena *a = fuzz_arena();
	struct str text = fuzz_text(data, size, a);
	struct claim_sent *sents = NULL;
	size_t n = 0, cap = 0, para = 1;

	if (scratch.beg == NULL)
		scratch = arena_new(0);
	for (size_t at = 0; at < text.n;) {
		size_t end = str_find(text, STR("\n"), at);

		para += end == at;
		sents = vec_room(a, sents, n, &cap, sizeof(*sents));
		sents[n] = (struct claim_sent){
			.t = token_split(str_cut(text, at, end), a),
			.para = para,
			.role = n % 7 == 6 ? ROLE_CAPTION : ROLE_BODY,
		};
		add_names(&sents[n++], a);
		at = end + 1;
	}
	claim_find(sents, n, a, scratch);
	for (size_t i = 0; i < n; i++)
		check(sents, n, i);
	return 0;
}
