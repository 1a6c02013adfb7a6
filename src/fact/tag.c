/*
 * tag.c - the tagger's model and its decoding; see tag.h.
 */
#include "tag.h"

#include "base/file.h"

/* Far below any sum of weights, and far above INT32_MIN. */
#define NEVER (-(1 << 29))

static bool
wrong(struct err *err, const char *why, size_t at)
{
	*err = (struct err){ why, at };
	return false;
}

static bool
is_power(uint32_t n)
{
	return n > 0 && (n & (n - 1)) == 0;
}

bool
tag_init(struct tag_model *model, struct str bytes, struct err *err)
{
	const struct tag_head *h = (const void *)bytes.p;
	uint64_t size;

	if (bytes.n < sizeof(*h) || memcmp(h->magic, TAG_MAGIC, 8) != 0)
		return wrong(err, "not a tagger of pk", 0);
	if (h->order != TAG_ORDER)
		return wrong(err, "made on a machine of another kind", 12);
	if (h->version != TAG_VERSION || h->labels != TAG_LABELS)
		return wrong(err, "made by another version of pk", 8);
	size = sizeof(*h) + (uint64_t)h->rows * TAG_ROW +
	    (uint64_t)h->words * sizeof(struct tag_word);
	if (!is_power(h->rows) || !is_power(h->words) || size != bytes.n)
		return wrong(err, "cut short", bytes.n);
	model->head = h;
	model->words.v = (const void *)(h + 1);
	model->words.mask = h->words - 1;
	model->rows = (const int8_t *)(model->words.v + h->words);
	model->mask = h->rows - 1;
	return true;
}

bool
tag_open(struct tag_model *model, const char *path, struct err *err)
{
	struct str bytes;

	*err = (struct err){ NULL, 0 };
	return file_map(path, &bytes) && tag_init(model, bytes, err);
}

/* Bits of the classes in a slot. */
#define FINE_BITS 14
#define MID_BITS 10
#define COARSE_BITS 8

/* Where the word with a hash is, or could be; NULL when the table is full. */
static const struct tag_word *
slot_of(const struct tag_words *words, uint64_t hash)
{
	uint32_t check = (uint32_t)(hash >> 32), at = (uint32_t)hash;

	for (uint32_t tries = 0; tries <= words->mask; tries++, at++) {
		const struct tag_word *w = &words->v[at & words->mask];

		if (w->classes == 0 || w->check == check)
			return w;
	}
	return NULL;
}

struct tag_classes
tag_classes(const struct tag_words *words, uint64_t hash)
{
	const struct tag_word *w = slot_of(words, hash);

	if (w == NULL || w->classes == 0)
		return (struct tag_classes){ 0, 0, 0 };
	return (struct tag_classes){ w->classes >> (MID_BITS + COARSE_BITS),
		w->classes >> COARSE_BITS & ((1 << MID_BITS) - 1),
		w->classes & ((1 << COARSE_BITS) - 1) };
}

/* Reads "word fine mid coarse"; false when the line is none. */
static bool
read_classes(struct str line, struct str *word, uint32_t *classes)
{
	static const uint32_t top[] = { 1 << FINE_BITS, 1 << MID_BITS,
		1 << COARSE_BITS };
	size_t at = str_find(line, STR("\t"), 0);

	*word = str_cut(line, 0, at);
	*classes = 0;
	for (size_t i = 0; i < COUNT(top); i++) {
		size_t end;
		double val;

		if (at >= line.n)
			return false;
		end = str_find(line, STR("\t"), at + 1);
		if (!str_num(str_cut(line, at + 1, end), &val) || val < 0 ||
		    val >= top[i] - 1)
			return false;
		*classes = *classes * top[i] + (uint32_t)val + 1;
		at = end;
	}
	return at == line.n && word->n > 0;
}

bool
tag_words_read(struct tag_words *words, struct str bytes, struct arena *a,
    size_t *line, struct err *err)
{
	struct tag_word *v;
	size_t lines = 0, slots = 2;

	for (size_t at = 0; at < bytes.n; lines++)
		at = str_find(bytes, STR("\n"), at) + 1;
	while (slots < lines + lines / 2)
		slots *= 2;
	v = arena_alloc(a, slots, sizeof(*v));
	*words = (struct tag_words){ v, (uint32_t)slots - 1 };
	*line = 0;
	for (size_t at = 0, end; at < bytes.n; at = end + 1) {
		struct str s, word;
		uint32_t classes;
		uint64_t hash;

		end = str_find(bytes, STR("\n"), at);
		s = str_cut(bytes, at, end);
		++*line;
		if (str_begins(s, STR("#")) || s.n == 0)
			continue;
		if (!read_classes(s, &word, &classes))
			return wrong(err, "not a word and its classes", 0);
		hash = str_hash(word);
		v[slot_of(words, hash) - words->v] =
		    (struct tag_word){ (uint32_t)(hash >> 32), classes };
	}
	return true;
}

bool
tag_follows(int before, int label)
{
	bool inside =
	    label == TAG_I_PERSON || label == TAG_I_PLACE || label == TAG_I_ORG;

	return !inside || before == label || before == label - 1;
}

/* One word further: the best way to each of its labels. */
static void
step(const int32_t *score, const int32_t (*pair)[TAG_ROW], int32_t *best,
    uint8_t *from)
{
	int32_t next[TAG_ROW];

	for (int b = 0; b < TAG_LABELS; b++) {
		next[b] = NEVER;
		from[b] = TAG_O;
		for (int a = 0; a < TAG_LABELS; a++) {
			int32_t s = best[a] + pair[a][b];

			if (s <= next[b] || !tag_follows(a, b))
				continue;
			next[b] = s;
			from[b] = (uint8_t)a;
		}
		next[b] += score[b];
	}
	memcpy(best, next, TAG_LABELS * sizeof(*best));
}

void
tag_path(const int32_t (*scores)[TAG_ROW], size_t n,
    const int32_t (*pair)[TAG_ROW], uint8_t *labels, struct arena scratch)
{
	uint8_t(*from)[TAG_ROW] = arena_alloc(&scratch, n, sizeof(*from));
	int32_t best[TAG_ROW];
	int top = TAG_O;

	if (n == 0)
		return;
	for (int b = 0; b < TAG_LABELS; b++)
		best[b] = tag_follows(TAG_LABELS, b)
		    ? scores[0][b] + pair[TAG_LABELS][b]
		    : NEVER;
	for (size_t k = 1; k < n; k++)
		step(scores[k], pair, best, from[k]);
	for (int b = 1; b < TAG_LABELS; b++)
		top = best[b] > best[top] ? b : top;
	for (size_t k = n; k-- > 0;) {
		labels[k] = (uint8_t)top;
		top = from[k][top];
	}
}

void
tag_score(const struct tag_model *model, const struct tag_features *f,
    int32_t (*scores)[TAG_ROW])
{
	memset(scores, 0, f->n * sizeof(*scores));
	for (size_t k = 0; k < f->n; k++) {
		for (size_t i = f->at[k]; i < f->at[k + 1]; i++) {
			const int8_t *row =
			    model->rows + (f->f[i] & model->mask) * TAG_ROW;

			for (int b = 0; b < TAG_ROW; b++)
				scores[k][b] += row[b];
		}
	}
}
