/*
 * tag.c - the tagger's model and its decoding; see tag.h.
 */
#include "tag.h"

#include "base/file.h"

/* Far below any sum of weights, and far above INT32_MIN. */
#define NEVER (-(1 << 29))

#define PLACE (TAG_HIDDEN * TAG_DIM) /* numbers of a place's matrix */

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

/* Whether sums with the pairs' weights stay within bounds. */
static bool
are_pairs(const struct tag_head *h)
{
	for (size_t a = 0; a < COUNT(h->pair); a++)
		for (size_t b = 0; b < TAG_ROW; b++)
			if (h->pair[a][b] > TAG_PAIR_MAX ||
			    h->pair[a][b] < -TAG_PAIR_MAX)
				return false;
	return true;
}

bool
tag_init(struct tag_model *model, struct str bytes, struct err *err)
{
	const struct tag_head *h = (const void *)bytes.p;
	uint64_t size =
	    sizeof(*h) + TAG_PLACES * PLACE * sizeof(*model->places);
	const char *p = bytes.p + sizeof(*h);

	if (bytes.n < sizeof(*h) || memcmp(h->magic, TAG_MAGIC, 8) != 0)
		return wrong(err, "not a tagger of pk", 0);
	if (h->order != TAG_ORDER)
		return wrong(err, "made on a machine of another kind", 12);
	if (h->version != TAG_VERSION || h->labels != TAG_LABELS)
		return wrong(err, "made by another version of pk", 8);
	size += (uint64_t)h->words * sizeof(struct tag_word) +
	    (uint64_t)h->vectors * TAG_BYTES + (uint64_t)h->rows * TAG_HIDDEN;
	if (!is_power(h->rows) || !is_power(h->words) || size != bytes.n)
		return wrong(err, "cut short", bytes.n);
	if (!are_pairs(h))
		return wrong(err, "damaged", offsetof(struct tag_head, pair));
	model->head = h;
	model->places = (const int16_t *)(const void *)p;
	p += TAG_PLACES * PLACE * sizeof(*model->places);
	model->words = (struct tag_words){
		.v = (const void *)p, .mask = h->words - 1, .n = h->vectors
	};
	p += (size_t)h->words * sizeof(struct tag_word);
	model->words.vectors = (const uint8_t *)p;
	p += (size_t)h->vectors * TAG_BYTES;
	model->rows = (const int8_t *)p;
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
		return (struct tag_classes){ 0, 0, 0, 0 };
	return (struct tag_classes){ w->classes >> (MID_BITS + COARSE_BITS),
		w->classes >> COARSE_BITS & ((1 << MID_BITS) - 1),
		w->classes & ((1 << COARSE_BITS) - 1), w->vector };
}

/* The number of the field of line at *at, below top; *at goes behind it. */
static bool
read_class(struct str line, uint32_t top, size_t *at, uint32_t *class)
{
	size_t end = str_find(line, STR("\t"), *at);
	double val;

	if (*at > line.n || !str_num(str_cut(line, *at, end), &val) ||
	    val < 0 || val >= top)
		return false;
	*class = (uint32_t)val;
	*at = end + 1;
	return true;
}

/* The first half of the numbers are the low halves of the bytes, so that
 * compilers do many at once. */
void
tag_vector(const struct tag_words *words, uint32_t n, int16_t *to)
{
	const uint8_t *v = words->vectors + (size_t)n * TAG_BYTES;

	for (int i = 0; i < TAG_BYTES; i++) {
		to[i] = (int16_t)((v[i] & 15) - 8);
		to[i + TAG_BYTES] = (int16_t)((v[i] >> 4) - 8);
	}
}

/* Reads TAG_DIM characters; false when s is none. */
static bool
read_vector(struct str s, uint8_t *to)
{
	if (s.n != TAG_DIM)
		return false;
	for (size_t i = 0; i < TAG_DIM; i++)
		if (s.p[i] < 'H' || s.p[i] > 'W')
			return false;
	for (size_t i = 0; i < TAG_BYTES; i++)
		to[i] =
		    (uint8_t)((s.p[i] - 'H') | (s.p[i + TAG_BYTES] - 'H') << 4);
	return true;
}

/* A word table that is being made. */
struct table {
	struct tag_words *words;
	struct tag_word *v;
	uint8_t *vectors;
};

/* Reads "word fine mid coarse vector" into the table; false when the line is
 * none. */
static bool
read_word(struct table *t, struct str line)
{
	static const uint32_t top[] = { 1 << FINE_BITS, 1 << MID_BITS,
		1 << COARSE_BITS };
	size_t end = str_find(line, STR("\t"), 0), at = end + 1;
	uint64_t hash = str_hash(str_cut(line, 0, end));
	struct tag_word word = { .check = (uint32_t)(hash >> 32) };
	struct tag_words *w = t->words;

	for (size_t i = 0; i < COUNT(top); i++) {
		uint32_t class;

		if (!read_class(line, top[i] - 1, &at, &class))
			return false;
		word.classes = word.classes * top[i] + class + 1;
	}
	if (at < line.n) {
		if (!read_vector(str_cut(line, at, line.n),
			t->vectors + (size_t)w->n * TAG_BYTES))
			return false;
		word.vector = w->n++;
	}
	t->v[slot_of(w, hash) - w->v] = word;
	return end > 0;
}

bool
tag_words_read(struct tag_words *words, struct str bytes, struct arena *a,
    size_t *line, struct err *err)
{
	struct table t = { .words = words };
	size_t lines = 0, slots = 2;

	for (size_t at = 0; at < bytes.n; lines++)
		at = str_find(bytes, STR("\n"), at) + 1;
	while (slots < lines + lines / 2)
		slots *= 2;
	t.v = arena_alloc(a, slots, sizeof(*t.v));
	t.vectors = arena_alloc(a, lines + 1, TAG_BYTES);
	*words = (struct tag_words){ t.v, (uint32_t)slots - 1, t.vectors, 1 };
	*line = 0;
	for (size_t at = 0, end; at < bytes.n; at = end + 1) {
		struct str s;

		end = str_find(bytes, STR("\n"), at);
		s = str_cut(bytes, at, end);
		++*line;
		if (str_begins(s, STR("#")) || s.n == 0)
			continue;
		if (!read_word(&t, s))
			return wrong(err, "not a word and its classes", 0);
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
	int32_t next[TAG_ROW], top = NEVER;

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
		top = next[b] > top ? next[b] : top;
	}
	/* Only differences count, and they stay small. */
	for (int b = 0; b < TAG_LABELS; b++)
		best[b] = next[b] < top + NEVER ? NEVER : next[b] - top;
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

/* Adds the rows of the features f[0..n). */
static void
add_rows(const struct tag_model *model, const uint32_t *f, size_t n,
    int16_t *restrict sum)
{
	n = n < TAG_MANY ? n : TAG_MANY;
	for (size_t i = 0; i < n; i++) {
		const int8_t *row =
		    model->rows + (size_t)(f[i] & model->mask) * TAG_HIDDEN;

		for (int j = 0; j < TAG_HIDDEN; j++)
			sum[j] = (int16_t)(sum[j] + row[j]);
	}
}

/* Adds what a vector says at a place. */
static void
add_vector(const int16_t *place, const int16_t *v, int32_t *restrict sum)
{
	for (int j = 0; j < TAG_HIDDEN; j++, place += TAG_DIM) {
		int32_t dot = 0;

		/* In eights, which compilers do at once. */
		for (int d = 0; d < TAG_DIM / 8 * 8; d++)
			dot += v[d] * place[d];
		for (int d = TAG_DIM / 8 * 8; d < TAG_DIM; d++)
			dot += v[d] * place[d];
		sum[j] += dot;
	}
}

/* What the vectors of words come to, the last one of each slot. */
#define MEMO_SLOTS 4096
struct tag_memo {
	uint32_t vector;
	uint32_t places; /* that are known: a bit each */
	int32_t sum[TAG_PLACES][TAG_HIDDEN];
};

void
tag_remember(struct tag_model *model, struct arena *a)
{
	model->memo = arena_alloc(a, MEMO_SLOTS, sizeof(*model->memo));
}

/* Adds what vector number n says at a place, which may be remembered. */
static void
add_vector_at(const struct tag_model *model, uint32_t n, size_t place,
    int32_t *restrict sum)
{
	const int16_t *matrix = model->places + place * PLACE;
	struct tag_memo *memo;
	int16_t v[TAG_DIM];

	if (model->memo == NULL) {
		tag_vector(&model->words, n, v);
		add_vector(matrix, v, sum);
		return;
	}
	memo = &model->memo[n % MEMO_SLOTS];
	if (memo->vector != n)
		*memo = (struct tag_memo){ .vector = n };
	if ((memo->places >> place & 1) == 0) {
		tag_vector(&model->words, n, v);
		add_vector(matrix, v, memo->sum[place]);
		memo->places |= 1u << place;
	}
	for (int j = 0; j < TAG_HIDDEN; j++)
		sum[j] += memo->sum[place][j];
}

/* The units of word k of a sentence. */
static void
fill_units(const struct tag_model *model, const struct tag_features *f,
    size_t k, float *restrict unit)
{
	const struct tag_head *h = model->head;
	int16_t rows[TAG_HIDDEN] = { 0 };
	int32_t vectors[TAG_HIDDEN] = { 0 };

	add_rows(model, f->f + f->at[k], f->at[k + 1] - f->at[k], rows);
	for (size_t i = 0; i < TAG_PLACES; i++) {
		size_t at = k + i - TAG_AROUND; /* wraps before the first */

		if (at >= f->n || f->vectors[at] == 0 ||
		    f->vectors[at] >= model->words.n)
			continue;
		add_vector_at(model, f->vectors[at], i, vectors);
	}
	for (int j = 0; j < TAG_HIDDEN; j++)
		unit[j] = (float)rows[j] * h->feature[j] +
		    (float)vectors[j] * h->vector[j] + h->bias[f->style][j];
}

/* A damaged model may give any number. */
#define SCORE_MAX 1e6f

static int32_t
score_of(float x)
{
	x *= TAG_UNIT;
	if (x > -SCORE_MAX && x < SCORE_MAX)
		return (int32_t)x;
	return x > 0 ? (int32_t)SCORE_MAX : -(int32_t)SCORE_MAX;
}

static void
score_word(const struct tag_model *model, const struct tag_features *f,
    size_t k, int32_t *score)
{
	const struct tag_head *h = model->head;
	float unit[TAG_HIDDEN], out[TAG_ROW];

	fill_units(model, f, k, unit);
	memcpy(out, h->out_bias, sizeof(out));
	for (int j = 0; j < TAG_HIDDEN; j++) {
		if (!(unit[j] > 0))
			continue;
		for (int b = 0; b < TAG_ROW; b++)
			out[b] += unit[j] * h->out[j][b];
	}
	for (int b = 0; b < TAG_ROW; b++)
		score[b] = score_of(out[b]);
}

void
tag_score(const struct tag_model *model, const struct tag_features *f,
    int32_t (*scores)[TAG_ROW])
{
	for (size_t k = 0; k < f->n; k++) {
		if (f->at[k] < f->at[k + 1]) {
			score_word(model, f, k, scores[k]);
			continue;
		}
		for (int b = 0; b < TAG_ROW; b++)
			scores[k][b] = -(int32_t)SCORE_MAX;
		scores[k][TAG_O] = 0;
	}
}
