/*
 * ent.c - fuzz target: the names of a document, a sentence a line, with the
 * real gazetteer where it was built, else with none found in it.
 */
#include <math.h>

#include "base/file.h"
#include "fact/ent.h"
#include "fuzz.h"

static void
check(const struct ent_sent *s)
{
	struct str text = s->t.text;

	for (size_t i = 0; i < s->n; i++) {
		const struct ent *e = &s->v[i];

		CHECK(e->start < e->end && e->end <= text.n);
		CHECK(i == 0 || e->start >= s->v[i - 1].end);
		CHECK(fuzz_border(text, e->start));
		CHECK(fuzz_border(text, e->end));
		CHECK(e->class > ENT_NONE && e->class < ENT_CLASS_COUNT);
		CHECK(e->name.n > 0 && utf8_bad(e->name) == e->name.n);
		CHECK(e->id == 0 || (e->lat >= -90 && e->lat <= 90));
		CHECK(isnan(e->score) || (e->score >= 0 && e->score <= 1));
	}
}

static const struct tables *
open_tables(void)
{
	static struct tables tables;
	static bool open;
	static struct arena a;
	const char *path;
	struct err err;

	if (open)
		return &tables;
	a = arena_new(0);
	if (!tables_open(&tables, &a, &path, &err)) {
		fprintf(stderr, "no gazetteer or tagger: make them first\n");
		exit(2);
	}
	open = true;
	return &tables;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct arena scratch;
	struct arena *a = fuzz_arena();
	struct str text = fuzz_text(data, size, a);
	struct ent_sent *sents = NULL;
	size_t n = 0, cap = 0;

	if (scratch.beg == NULL)
		scratch = arena_new(0);
	for (size_t at = 0; at < text.n;) {
		size_t end = str_find(text, STR("\n"), at);

		sents = vec_room(a, sents, n, &cap, sizeof(*sents));
		sents[n] = (struct ent_sent){
			.t = token_split(str_cut(text, at, end), a),
			.heading = n % 4 == 3,
		};
		n++;
		at = end + 1;
	}
	ent_find(open_tables(), sents, n, a, scratch);
	for (size_t i = 0; i < n; i++)
		check(&sents[i]);
	return 0;
}
