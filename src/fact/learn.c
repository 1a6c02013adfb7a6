/*
 * learn.c - the tagger's weights; see learn.h.
 */
#include "learn.h"

#include <stdlib.h>

#define PAIRS ((TAG_LABELS + 1) * TAG_ROW)

struct learner {
	struct learn_options opt;
	uint32_t mask;
	int32_t *w;    /* rows of TAG_ROW, then the pairs */
	int64_t *late; /* w times the step at which it changed, summed */
	int64_t step;
	size_t weights;
	int32_t (*scores)[TAG_ROW]; /* of the longest sentence */
	uint8_t *path;
	uint64_t random;
	struct arena scratch, kept;
};

static void
change(struct learner *l, size_t i, int by)
{
	l->w[i] += by;
	l->late[i] += l->step * by;
}

static int32_t (*pairs(const struct learner *l))[TAG_ROW]
{
	return (int32_t(*)[TAG_ROW])(l->w + l->weights - PAIRS);
}

static void
decode(struct learner *l, const struct learn_sent *s)
{
	memset(l->scores, 0, s->f.n * sizeof(*l->scores));
	for (size_t k = 0; k < s->f.n; k++) {
		for (size_t i = s->f.at[k]; i < s->f.at[k + 1]; i++) {
			const int32_t *row =
			    l->w + (size_t)(s->f.f[i] & l->mask) * TAG_ROW;

			for (int b = 0; b < TAG_ROW; b++)
				l->scores[k][b] += row[b];
		}
	}
	tag_path((const int32_t(*)[TAG_ROW])l->scores, s->f.n,
	    (const int32_t(*)[TAG_ROW])pairs(l), l->path, l->scratch);
}

/* Moves the weights of one path by one step. */
static void
move(struct learner *l, const struct learn_sent *s, const uint8_t *path, int by)
{
	size_t base = l->weights - PAIRS;
	int before = TAG_LABELS;

	for (size_t k = 0; k < s->f.n; k++) {
		bool wrong = s->labels[k] != l->path[k];

		if (wrong || (k > 0 && s->labels[k - 1] != l->path[k - 1]))
			change(
			    l, base + (size_t)before * TAG_ROW + path[k], by);
		before = path[k];
		if (!wrong)
			continue;
		for (size_t i = s->f.at[k]; i < s->f.at[k + 1]; i++)
			change(l,
			    (size_t)(s->f.f[i] & l->mask) * TAG_ROW + path[k],
			    by);
	}
}

/* A step of a random walk (xorshift). */
static uint64_t
next_random(uint64_t *x)
{
	*x ^= *x << 13;
	*x ^= *x >> 7;
	*x ^= *x << 17;
	return *x;
}

/* The features of a sentence that are not left out this time; in a. */
static struct tag_features
keep_some(struct learner *l, const struct tag_features *f, struct arena *a)
{
	struct tag_features some = { .n = f->n };
	size_t to = 0;

	some.f = arena_alloc(a, f->at[f->n], sizeof(*some.f));
	some.at = arena_alloc(a, f->n + 1, sizeof(*some.at));
	for (size_t k = 0; k < f->n; k++) {
		for (size_t i = f->at[k]; i < f->at[k + 1]; i++)
			if ((next_random(&l->random) >> 32) % 100 >=
			    l->opt.drop)
				some.f[to++] = f->f[i];
		some.at[k + 1] = to;
	}
	return some;
}

static size_t
learn_one(struct learner *l, const struct learn_sent *sent)
{
	struct arena a = l->kept;
	struct learn_sent s = *sent;
	size_t wrong = 0;

	if (s.f.n == 0)
		return 0;
	if (l->opt.drop > 0)
		s.f = keep_some(l, &sent->f, &a);
	l->step++;
	decode(l, &s);
	for (size_t k = 0; k < s.f.n; k++)
		wrong += l->path[k] != s.labels[k];
	if (wrong > 0) {
		move(l, &s, s.labels, 1);
		move(l, &s, l->path, -1);
	}
	return wrong;
}

static void
shuffle(uint32_t *order, size_t n, uint64_t *seed)
{
	for (size_t i = n; i > 1; i--) {
		size_t k = (size_t)(next_random(seed) % i);
		uint32_t at = order[i - 1];

		order[i - 1] = order[k];
		order[k] = at;
	}
}

static int
by_size(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return x < y ? -1 : x > y;
}

/* The weight that becomes 127: all but one in two thousand are below. */
static double
top_weight(const double *w, size_t n, struct arena scratch)
{
	double *v = arena_alloc(&scratch, n, sizeof(*v));
	size_t k = 0;

	for (size_t i = 0; i < n; i++)
		if (w[i] > 0 || w[i] < 0)
			v[k++] = w[i] < 0 ? -w[i] : w[i];
	if (k == 0)
		return 1;
	qsort(v, k, sizeof(*v), by_size);
	return v[k - 1 - k / 2000];
}

static long
rounded(double x)
{
	return (long)(x < 0 ? x - 0.5 : x + 0.5);
}

/* The file: the means of the weights, as bytes. */
static struct str
written(struct learner *l, const struct tag_words *words, struct arena *a)
{
	size_t rows = (size_t)l->mask + 1, n = rows * TAG_ROW;
	double *w = arena_alloc(&l->scratch, l->weights, sizeof(*w)), top;
	size_t table = ((size_t)words->mask + 1) * sizeof(*words->v);
	struct tag_head *h = arena_alloc(a, 1, sizeof(*h) + table + n);
	int8_t *row = (int8_t *)(h + 1) + table;

	for (size_t i = 0; i < l->weights; i++)
		w[i] = (double)l->w[i] -
		    (double)l->late[i] / (double)(l->step + 1);
	top = top_weight(w, n, l->scratch);
	for (size_t i = 0; i < n; i++) {
		long x = rounded(w[i] * 127 / top);

		row[i] = (int8_t)(x > 127 ? 127 : x < -127 ? -127 : x);
	}
	memcpy(h->magic, TAG_MAGIC, sizeof(h->magic));
	h->version = TAG_VERSION;
	h->order = TAG_ORDER;
	h->rows = (uint32_t)rows;
	h->labels = TAG_LABELS;
	h->words = words->mask + 1;
	memcpy((char *)(h + 1), words->v, table);
	for (size_t i = 0; i < PAIRS; i++)
		h->pair[i / TAG_ROW][i % TAG_ROW] =
		    (int32_t)rounded(w[n + i] * 127 / top);
	h->sum = str_hash((struct str){ (const char *)(h + 1), table + n });
	return (struct str){ (const char *)h, sizeof(*h) + table + n };
}

struct str
learn_model(const struct learn_sent *v, size_t n, const struct tag_words *words,
    struct learn_options opt, void (*told)(unsigned round, size_t wrong),
    struct arena *a)
{
	struct learner l = { .opt = opt,
		.mask = ((uint32_t)1 << opt.bits) - 1,
		.random = 0x70b1c5u };
	uint32_t *order = arena_alloc(a, n, sizeof(*order));
	size_t longest = 0;

	for (size_t i = 0; i < n; i++) {
		order[i] = (uint32_t)i;
		longest = v[i].f.n > longest ? v[i].f.n : longest;
	}
	l.weights = ((size_t)l.mask + 1) * TAG_ROW + PAIRS;
	l.w = arena_alloc(a, l.weights, sizeof(*l.w));
	l.late = arena_alloc(a, l.weights, sizeof(*l.late));
	l.scores = arena_alloc(a, longest, sizeof(*l.scores));
	l.path = arena_alloc(a, longest, 1);
	l.scratch = arena_new(0);
	l.kept = arena_new(0);
	for (unsigned round = 1; round <= opt.rounds; round++) {
		size_t wrong = 0;

		shuffle(order, n, &l.random);
		for (size_t i = 0; i < n; i++)
			wrong += learn_one(&l, &v[order[i]]);
		if (told != NULL)
			told(round, wrong);
	}
	return written(&l, words, a);
}
