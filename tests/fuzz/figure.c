/*
 * figure.c - records of one document, in any order and with anything in them:
 * their figures lie in their sentences, and likeness is a share and the same
 * from both sides.
 */
#include <math.h>

#include "fuzz.h"
#include "story/topic.h"

enum { PAIRS = 12 }; /* figures that are held against each other */

static void
take(struct sheet *s, struct str line, struct arena *a)
{
	struct rec rec;
	struct err err;
	struct str text;

	if (!rec_parse(line, &rec, a, &err))
		return;
	if (rec.type == REC_DOC)
		sheet_doc(s, &rec);
	else if (rec.type != REC_SENTENCE)
		sheet_mention(s, &rec);
	else if (rec_str(&rec, "text", &text, a))
		sheet_sentence(s, &rec, text, 0);
}

static void
compare(const struct figure *x, const struct figure *y)
{
	double like = figure_like(x, y), need = topic_need(x, y);

	CHECK(like >= 0 && like <= 1.0001);
	CHECK(fabs(like - figure_like(y, x)) < 1e-6);
	CHECK(need == topic_need(y, x) || x->doc == y->doc);
	CHECK(range_compare(&x->range, &y->range) ==
	    range_compare(&y->range, &x->range));
	CHECK(figure_is_later(x, y) == figure_is_later(y, x));
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct arena perm;
	static struct sheet s;
	struct str in = { (const char *)data, size }, line;
	struct arena *a = fuzz_arena();
	struct figure *v = NULL;
	size_t at = 0, n;

	if (s.perm == NULL) {
		perm = arena_new(0);
		sheet_init(&s, &perm);
	}
	sheet_reset(&s);
	while (str_line(in, &at, &line))
		take(&s, line, a);
	sheet_close(&s);
	n = figure_read(&s, 0, a, &v);
	for (size_t i = 0; i < n; i++) {
		uint64_t keys[8];

		CHECK(v[i].start <= v[i].end);
		CHECK(figure_keys(&v[i], keys, COUNT(keys)) <= COUNT(keys));
		for (size_t k = 0; k < i && k < PAIRS; k++)
			compare(&v[i], &v[k]);
	}
	return 0;
}
