/*
 * tag.c - tests of fact/tag: paths, word tables, files that are no model.
 */
#include "fact/tag.h"

#include <stdlib.h>

#include "check.h"
#include "fact/crf.h"
#include "fact/learn.h"

/* The path with the best sum, not the best label of each word; and an I only
 * behind its own class. */
static void
test_path(struct arena scratch)
{
	static const int32_t pair[TAG_LABELS + 1][TAG_ROW] = {
		[TAG_B_ORG] = { [TAG_I_ORG] = 20 }
	};
	static const int32_t scores[][TAG_ROW] = {
		{ [TAG_B_PERSON] = 10, [TAG_B_ORG] = 8, [TAG_I_PLACE] = 50 },
		{ [TAG_O] = 1, [TAG_I_ORG] = 1 },
		{ [TAG_O] = 3 },
	};
	uint8_t labels[3];

	tag_path(scores, 3, pair, labels, scratch);
	CHECK(labels[0] == TAG_B_ORG);
	CHECK(labels[1] == TAG_I_ORG);
	CHECK(labels[2] == TAG_O);
	tag_path(scores, 0, pair, labels, scratch);
}

static void
test_follows(void)
{
	CHECK(tag_follows(TAG_LABELS, TAG_B_PLACE));
	CHECK(!tag_follows(TAG_LABELS, TAG_I_PLACE));
	CHECK(tag_follows(TAG_B_PLACE, TAG_I_PLACE));
	CHECK(tag_follows(TAG_I_PLACE, TAG_I_PLACE));
	CHECK(!tag_follows(TAG_B_ORG, TAG_I_PLACE));
	CHECK(!tag_follows(TAG_I_PERSON, TAG_I_PLACE));
	CHECK(tag_follows(TAG_I_ORG, TAG_B_ORG));
}

/* As in the table: TAG_DIM characters. */
#define ZEROS "PPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPP"
#define VECTOR "QO" ZEROS "PPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPHW"

static void
test_vectors(struct arena a)
{
	struct tag_words words;
	struct tag_classes c;
	struct err err = { NULL, 0 };
	int16_t v[TAG_DIM];
	size_t line;

	CHECK(tag_words_read(&words,
	    STR("lviv\t7\t5\t3\nkyiv\t7\t5\t3\t" VECTOR "\n"), &a, &line,
	    &err));
	c = tag_classes(&words, str_hash(STR("kyiv")));
	CHECK(words.n == 2 && c.vector == 1 && c.coarse == 4);
	tag_vector(&words, 1, v);
	CHECK(v[0] == 1 && v[1] == -1 && v[2] == 0);
	CHECK(v[TAG_DIM - 2] == -8 && v[TAG_DIM - 1] == 7);
	CHECK(tag_classes(&words, str_hash(STR("lviv"))).vector == 0);
	CHECK(!tag_words_read(
	    &words, STR("kyiv\t7\t5\t3\t" ZEROS "\n"), &a, &line, &err));
}

static void
test_words(struct arena a)
{
	struct tag_words words;
	struct err err = { NULL, 0 };
	size_t line;

	CHECK(tag_words_read(&words,
	    STR("# a table\nkyiv\t7\t5\t3\nthe\t0\t0\t0\n"), &a, &line, &err));
	CHECK(tag_classes(&words, str_hash(STR("kyiv"))).fine == 8);
	CHECK(tag_classes(&words, str_hash(STR("kyiv"))).mid == 6);
	CHECK(tag_classes(&words, str_hash(STR("kyiv"))).coarse == 4);
	CHECK(tag_classes(&words, str_hash(STR("the"))).fine == 1);
	CHECK(tag_classes(&words, str_hash(STR("lviv"))).fine == 0);
	CHECK(!tag_words_read(
	    &words, STR("kyiv\t7\t5\t3\nlviv\t7\n"), &a, &line, &err));
	CHECK(line == 2 && err.why != NULL);
	CHECK(!tag_words_read(
	    &words, STR("kyiv\t99999\t5\t3\n"), &a, &line, &err));
	CHECK(tag_words_read(&words, STR(""), &a, &line, &err));
	CHECK(tag_classes(&words, str_hash(STR("kyiv"))).coarse == 0);
}

/* Sentences with one word each that differ in one feature; those with neither
 * are names in one source, none in another. */
static struct str
learn_some(struct arena *a)
{
	static uint32_t here[] = { 1, 2 }, there[] = { 1, 3 };
	static size_t at[] = { 0, 2 };
	static uint32_t vectors[] = { 0 };
	static uint8_t name[] = { TAG_B_PLACE }, none[] = { TAG_O },
		       org[] = { TAG_B_ORG };
	const struct learn_sent v[] = {
		{ { here, at, 1, 0, vectors, TAG_NEWS }, name, 0 },
		{ { there, at, 1, 0, vectors, TAG_NEWS }, none, 0 },
		{ { here, at, 1, 0, vectors, TAG_NEWS }, org, 1 },
		{ { there, at, 1, 0, vectors, TAG_NEWS }, org, 1 },
	};
	struct tag_words words;
	struct err err;
	size_t line;

	(void)tag_words_read(&words, STR("kyiv\t7\t5\t3\n"), a, &line, &err);
	return learn_model(v, COUNT(v), &words,
	    (struct learn_options){
		.bits = 8, .rounds = 1000, .style = { 0, 1 } },
	    NULL, a);
}

static int
label_of(const struct tag_model *model, uint32_t feature, enum tag_style style,
    struct arena scratch)
{
	uint32_t vectors[] = { 0 };
	uint32_t f[] = { 1, feature };
	size_t at[] = { 0, 2 };
	struct tag_features features = { f, at, 1, 2, vectors, style };
	int32_t scores[1][TAG_ROW];
	uint8_t label;

	tag_score(model, &features, scores);
	tag_path((const int32_t(*)[TAG_ROW])scores, 1,
	    (const int32_t(*)[TAG_ROW])model->head->pair, &label, scratch);
	return label;
}

static void
test_learn(struct arena a)
{
	struct str bytes = learn_some(&a), again = learn_some(&a);
	struct tag_model model;
	struct err err = { NULL, 0 };

	CHECK(str_eq(bytes, again));
	CHECK(tag_init(&model, bytes, &err));
	CHECK(label_of(&model, 2, TAG_NEWS, a) == TAG_B_PLACE);
	CHECK(label_of(&model, 3, TAG_NEWS, a) == TAG_O);
	CHECK(label_of(&model, 2, TAG_CHAT, a) == TAG_B_ORG);
	CHECK(label_of(&model, 3, TAG_CHAT, a) == TAG_B_ORG);
	CHECK(tag_classes(&model.words, str_hash(STR("kyiv"))).fine == 8);
}

static void
test_damaged(struct arena a)
{
	struct str bytes = learn_some(&a);
	char *p = arena_alloc(&a, bytes.n, 1);
	struct tag_model model;
	struct err err = { NULL, 0 };

	for (size_t n = 0; n < bytes.n; n += n < 300 ? 1 : 97) {
		CHECK(!tag_init(&model, str_cut(bytes, 0, n), &err));
		CHECK(err.why != NULL);
	}
	memcpy(p, bytes.p, bytes.n);
	p[8] ^= 1; /* the version */
	CHECK(!tag_init(&model, (struct str){ p, bytes.n }, &err));
	memcpy(p, bytes.p, bytes.n);
	p[0] = 'q';
	CHECK(!tag_init(&model, (struct str){ p, bytes.n }, &err));
	memcpy(p, bytes.p, bytes.n);
	((struct tag_head *)(void *)p)->pair[1][2] = INT32_MAX;
	CHECK(!tag_init(&model, (struct str){ p, bytes.n }, &err));
	/* What is no number gives some label. */
	memset(p + offsetof(struct tag_head, feature), 0xff,
	    sizeof(struct tag_head) - offsetof(struct tag_head, feature));
	memset(p + offsetof(struct tag_head, pair), 0,
	    sizeof(((struct tag_head *)(void *)p)->pair));
	CHECK(tag_init(&model, (struct str){ p, bytes.n }, &err));
	CHECK(label_of(&model, 2, TAG_NEWS, a) < TAG_LABELS);
}

/* The chain of crf.h: the cost of what is likely is small, the slopes point
 * to what is right. */
static void
test_cost(struct arena a)
{
	static const float scores[][TAG_ROW] = { { [TAG_B_ORG] = 9 },
		{ [TAG_I_ORG] = 9 } };
	static const float pair[TAG_LABELS + 1][TAG_ROW];
	static const uint8_t likely[] = { TAG_B_ORG, TAG_I_ORG },
			     not [] = { TAG_B_ORG, TAG_O };
	float slope[2][TAG_ROW], pair_slope[TAG_LABELS + 1][TAG_ROW];

	CHECK(crf_cost(scores, 2, pair, likely, slope, pair_slope, a) < 0.01);
	CHECK(crf_cost(scores, 2, pair, not, slope, pair_slope, a) > 8);
	CHECK(slope[1][TAG_O] < -0.9f && slope[1][TAG_I_ORG] > 0.9f);
	CHECK(pair_slope[TAG_B_ORG][TAG_O] < -0.9f);
	CHECK(pair_slope[TAG_B_ORG][TAG_I_ORG] > 0.9f);
}

int
main(void)
{
	struct arena a = arena_new(0);

	test_path(a);
	test_follows();
	test_words(a);
	test_vectors(a);
	test_cost(a);
	test_learn(a);
	test_damaged(a);
	return check_end();
}
