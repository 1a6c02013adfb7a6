/*
 * learn.c - the tagger's weights; see learn.h.
 */
#include "learn.h"

#include <math.h>

#include "crf.h"

#define STEP 0.015f        /* the length of the first ones */
#define LAST_STEP 0.2      /* of the last, in parts of STEP */
#define MEANS 20           /* moments whose weights the model is the mean of */
#define QUIET 40           /* of a hundred units left out each time */
#define SMALL 0.01f        /* a slope that is not worth a step */
#define VECTOR (1.0f / 10) /* a step of a vector's numbers */

/* The weights but those of the features, all floats. */
struct weights {
	float places[TAG_PLACES][TAG_DIM][TAG_HIDDEN];
	float bias[LEARN_SOURCES][TAG_HIDDEN];
	float out[TAG_HIDDEN][TAG_ROW];
	float out_bias[TAG_ROW];
	float pair[TAG_LABELS + 1][TAG_ROW];
};

#define WEIGHTS (sizeof(struct weights) / sizeof(float))

struct learner {
	struct learn_options opt;
	const struct tag_words *words;
	uint32_t mask;
	float (*rows)[TAG_HIDDEN];
	float *row_moved; /* squares of its steps, summed */
	struct weights *w, *slope, *moved;
	float *mean_rows, *mean; /* of the moments: sums */
	float step;
	uint32_t sents[LEARN_SOURCES]; /* of each source */
	float (*unit)[TAG_HIDDEN];     /* of the longest sentence */
	float (*scores)[TAG_ROW], (*score_slope)[TAG_ROW];
	uint64_t random;
	struct arena scratch, kept;
};

/* A step of a random walk (xorshift). */
static uint64_t
next_random(uint64_t *x)
{
	*x ^= *x << 13;
	*x ^= *x >> 7;
	*x ^= *x << 17;
	return *x;
}

static bool
chance(struct learner *l, unsigned of_hundred)
{
	return (next_random(&l->random) >> 32) % 100 < of_hundred;
}

/* From -by to by. */
static float
any_float(struct learner *l, float by)
{
	return by * ((float)(next_random(&l->random) >> 40) / (1 << 23) - 1);
}

/* The features of a sentence that are not left out this time; in a. */
static struct tag_features
keep_some(struct learner *l, const struct tag_features *f, struct arena *a)
{
	struct tag_features some = *f;
	size_t to = 0;

	some.f = arena_alloc(a, f->at[f->n], sizeof(*some.f));
	some.at = arena_alloc(a, f->n + 1, sizeof(*some.at));
	for (size_t k = 0; k < f->n; k++) {
		for (size_t i = f->at[k]; i < f->at[k + 1]; i++)
			if (!chance(l, l->opt.drop))
				some.f[to++] = f->f[i] & l->mask;
		some.at[k + 1] = to;
	}
	return some;
}

/* How much more those that are kept must say. */
static float
gain(unsigned left_out)
{
	return 100.0f / (float)(100 - left_out);
}

/* Whether the word that is in a place around word k has a vector: v. */
static bool
vector_at(const struct learner *l, const struct tag_features *f, size_t k,
    size_t place, int16_t *v)
{
	size_t at = k + place - TAG_AROUND; /* wraps before the first */

	if (at >= f->n || f->vectors[at] == 0)
		return false;
	tag_vector(l->words, f->vectors[at], v);
	return true;
}

static void
add_vector(float (*place)[TAG_HIDDEN], const int16_t *v, float *restrict unit)
{
	for (int d = 0; d < TAG_DIM; d++) {
		float x = (float)v[d] * VECTOR;

		for (int j = 0; j < TAG_HIDDEN; j++)
			unit[j] += x * place[d][j];
	}
}

static void
fill_units(
    struct learner *l, const struct tag_features *f, size_t k, unsigned source)
{
	float *restrict unit = l->unit[k];
	float more = gain(l->opt.drop);

	memset(unit, 0, sizeof(l->unit[k]));
	for (size_t i = f->at[k]; i < f->at[k + 1]; i++) {
		const float *row = l->rows[f->f[i]];

		for (int j = 0; j < TAG_HIDDEN; j++)
			unit[j] += row[j];
	}
	for (int j = 0; j < TAG_HIDDEN; j++)
		unit[j] = unit[j] * more + l->w->bias[source][j];
	for (size_t p = 0; p < TAG_PLACES; p++) {
		int16_t v[TAG_DIM];

		if (vector_at(l, f, k, p, v))
			add_vector(l->w->places[p], v, unit);
	}
	for (int j = 0; j < TAG_HIDDEN; j++)
		unit[j] = unit[j] > 0 && !chance(l, QUIET)
		    ? unit[j] * gain(QUIET)
		    : 0;
}

static void
score(struct learner *l, size_t k)
{
	float *restrict s = l->scores[k];

	memcpy(s, l->w->out_bias, sizeof(l->w->out_bias));
	for (int j = 0; j < TAG_HIDDEN; j++)
		for (int b = 0; b < TAG_ROW; b++)
			s[b] += l->unit[k][j] * l->w->out[j][b];
}

/* The slopes of the units of word k, and of what they are read with. */
static void
slope_units(struct learner *l, size_t k, float *restrict unit_slope)
{
	const float *s = l->score_slope[k], *unit = l->unit[k];

	for (int b = 0; b < TAG_ROW; b++)
		l->slope->out_bias[b] += s[b];
	for (int j = 0; j < TAG_HIDDEN; j++) {
		float sum = 0;

		unit_slope[j] = 0;
		if (!(unit[j] > 0))
			continue;
		for (int b = 0; b < TAG_ROW; b++) {
			sum += s[b] * l->w->out[j][b];
			l->slope->out[j][b] += s[b] * unit[j];
		}
		unit_slope[j] = sum * gain(QUIET);
	}
}

static void
slope_place(float (*place)[TAG_HIDDEN], const int16_t *v,
    const float *restrict unit_slope)
{
	for (int d = 0; d < TAG_DIM; d++) {
		float x = (float)v[d] * VECTOR;

		for (int j = 0; j < TAG_HIDDEN; j++)
			place[d][j] += x * unit_slope[j];
	}
}

/* Moves the rows of the features of a word. */
static void
move_rows(struct learner *l, const uint32_t *f, size_t n,
    const float *restrict unit_slope)
{
	float more = gain(l->opt.drop), square = 0;

	for (int j = 0; j < TAG_HIDDEN; j++)
		square += unit_slope[j] * unit_slope[j];
	square *= more * more / TAG_HIDDEN;
	if (!(square > 0))
		return;
	for (size_t i = 0; i < n; i++) {
		float *restrict row = l->rows[f[i]];
		float by;

		l->row_moved[f[i]] += square;
		by = l->step * more / sqrtf(l->row_moved[f[i]]);
		for (int j = 0; j < TAG_HIDDEN; j++)
			row[j] -= by * unit_slope[j];
	}
}

/* Moves the rest of the weights by their slopes, which become 0 again. */
static void
move_weights(struct learner *l)
{
	float *restrict w = (float *)l->w, *restrict moved = (float *)l->moved;
	float *restrict slope = (float *)l->slope;

	for (size_t i = 0; i < WEIGHTS; i++) {
		moved[i] += slope[i] * slope[i];
		w[i] -= l->step * slope[i] / (sqrtf(moved[i]) + 1e-6f);
		slope[i] = 0;
	}
}

static bool
is_flat(const float *slope)
{
	for (int b = 0; b < TAG_LABELS; b++)
		if (slope[b] > SMALL || slope[b] < -SMALL)
			return false;
	return true;
}

static void
move(struct learner *l, const struct tag_features *f, unsigned source)
{
	bool any = false;

	for (size_t k = 0; k < f->n; k++) {
		float unit_slope[TAG_HIDDEN];

		if (is_flat(l->score_slope[k]))
			continue;
		any = true;
		slope_units(l, k, unit_slope);
		for (int j = 0; j < TAG_HIDDEN; j++)
			l->slope->bias[source][j] += unit_slope[j];
		for (size_t p = 0; p < TAG_PLACES; p++) {
			int16_t v[TAG_DIM];

			if (vector_at(l, f, k, p, v))
				slope_place(l->slope->places[p], v, unit_slope);
		}
		move_rows(
		    l, f->f + f->at[k], f->at[k + 1] - f->at[k], unit_slope);
	}
	if (any)
		move_weights(l);
}

/* One step; returns the cost before it. */
static double
learn_one(struct learner *l, const struct learn_sent *sent)
{
	struct arena a = l->kept;
	struct tag_features f;
	double cost;

	if (sent->f.n == 0)
		return 0;
	f = keep_some(l, &sent->f, &a);
	for (size_t k = 0; k < f.n; k++) {
		fill_units(l, &f, k, sent->source);
		score(l, k);
	}
	cost = crf_cost((const float(*)[TAG_ROW])l->scores, f.n,
	    (const float(*)[TAG_ROW])l->w->pair, sent->labels, l->score_slope,
	    l->slope->pair, l->scratch);
	move(l, &f, sent->source);
	return cost;
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

static void
begin(struct learner *l, size_t longest, struct arena *a)
{
	size_t rows = (size_t)l->mask + 1;

	l->rows = arena_alloc(a, rows, sizeof(*l->rows));
	l->row_moved = arena_alloc(a, rows, sizeof(*l->row_moved));
	l->mean_rows = arena_alloc(a, rows, sizeof(*l->rows));
	l->mean = arena_alloc(a, WEIGHTS, sizeof(*l->mean));
	l->w = arena_alloc(a, 1, sizeof(*l->w));
	l->slope = arena_alloc(a, 1, sizeof(*l->slope));
	l->moved = arena_alloc(a, 1, sizeof(*l->moved));
	l->unit = arena_alloc(a, longest, sizeof(*l->unit));
	l->scores = arena_alloc(a, longest, sizeof(*l->scores));
	l->score_slope = arena_alloc(a, longest, sizeof(*l->score_slope));
	l->scratch = arena_new(0);
	l->kept = arena_new(0);
	for (size_t i = 0; i < rows * TAG_HIDDEN; i++)
		l->rows[i / TAG_HIDDEN][i % TAG_HIDDEN] = any_float(l, 0.05f);
	for (size_t i = 0; i < sizeof(l->w->places) / sizeof(float); i++)
		((float *)l->w->places)[i] = any_float(l, 0.1f);
	for (size_t i = 0; i < sizeof(l->w->out) / sizeof(float); i++)
		((float *)l->w->out)[i] = any_float(l, 0.2f);
}

/* A moment of the mean. */
static void
add_moment(struct learner *l)
{
	const float *rows = (const float *)l->rows, *w = (const float *)l->w;

	for (size_t i = 0; i < ((size_t)l->mask + 1) * TAG_HIDDEN; i++)
		l->mean_rows[i] += rows[i];
	for (size_t i = 0; i < WEIGHTS; i++)
		l->mean[i] += w[i];
}

/* The weights become the mean of n moments. */
static void
take_mean(struct learner *l, size_t n)
{
	float *rows = (float *)l->rows, *w = (float *)l->w;

	if (n == 0)
		return;
	for (size_t i = 0; i < ((size_t)l->mask + 1) * TAG_HIDDEN; i++)
		rows[i] = l->mean_rows[i] / (float)n;
	for (size_t i = 0; i < WEIGHTS; i++)
		w[i] = l->mean[i] / (float)n;
}

/* x in steps of scale, at most top of them. */
static int
steps_of(float x, float scale, int top)
{
	long n = lroundf(x / scale);

	return n > top ? top : n < -top ? -top : (int)n;
}

/* Those of one unit as bytes, to[0] being its first. A row that no step moved
 * says nothing. */
static void
write_rows(const struct learner *l, size_t unit, struct tag_head *h, int8_t *to)
{
	float top = 0;

	for (size_t i = 0; i < h->rows; i++)
		if (l->row_moved[i] > 0)
			top = fmaxf(top, fabsf(l->rows[i][unit]));
	h->feature[unit] = top > 0 ? top / INT8_MAX : 1;
	for (size_t i = 0; i < h->rows; i++)
		if (l->row_moved[i] > 0)
			to[i * TAG_HIDDEN] = (int8_t)steps_of(
			    l->rows[i][unit], h->feature[unit], INT8_MAX);
}

/* The matrices of one unit; a vector's numbers stand for VECTOR each. */
static void
write_places(const struct learner *l, size_t unit, struct tag_head *h,
    int16_t (*to)[TAG_HIDDEN][TAG_DIM])
{
	float top = 0, scale;

	for (size_t p = 0; p < TAG_PLACES; p++)
		for (size_t d = 0; d < TAG_DIM; d++)
			top = fmaxf(top, fabsf(l->w->places[p][d][unit]));
	scale = top > 0 ? top / INT16_MAX : 1;
	for (size_t p = 0; p < TAG_PLACES; p++)
		for (size_t d = 0; d < TAG_DIM; d++)
			to[p][unit][d] = (int16_t)steps_of(
			    l->w->places[p][d][unit], scale, INT16_MAX);
	h->vector[unit] = scale * VECTOR;
}

/* The bias of the news: half way between their own and the mean of all text,
 * which does better on text of other owners, and no worse on its own. */
static void
write_news_bias(const struct learner *l, float *to)
{
	const float *own = l->w->bias[l->opt.style[TAG_NEWS]];

	for (size_t j = 0; j < TAG_HIDDEN; j++) {
		float sum = 0, n = 0;

		for (size_t i = 0; i < LEARN_SOURCES; i++) {
			sum += l->w->bias[i][j] * (float)l->sents[i];
			n += (float)l->sents[i];
		}
		to[j] = (own[j] + (n > 0 ? sum / n : 0)) / 2;
	}
}

static void
write_head(const struct learner *l, struct tag_head *h)
{
	memcpy(h->magic, TAG_MAGIC, sizeof(h->magic));
	h->version = TAG_VERSION;
	h->order = TAG_ORDER;
	h->rows = l->mask + 1;
	h->labels = TAG_LABELS;
	h->words = l->words->mask + 1;
	h->vectors = l->words->n;
	for (size_t a = 0; a < COUNT(h->pair); a++)
		for (size_t b = 0; b < TAG_ROW; b++)
			h->pair[a][b] = steps_of(
			    l->w->pair[a][b], 1.0f / TAG_UNIT, TAG_PAIR_MAX);
	write_news_bias(l, h->bias[TAG_NEWS]);
	memcpy(h->bias[TAG_CHAT], l->w->bias[l->opt.style[TAG_CHAT]],
	    sizeof(h->bias[TAG_CHAT]));
	memcpy(h->out, l->w->out, sizeof(h->out));
	memcpy(h->out_bias, l->w->out_bias, sizeof(h->out_bias));
}

static struct str
write_model(struct learner *l, struct arena *a)
{
	size_t rows = ((size_t)l->mask + 1) * TAG_HIDDEN;
	size_t table = ((size_t)l->words->mask + 1) * sizeof(*l->words->v);
	size_t vectors = (size_t)l->words->n * TAG_BYTES;
	size_t places = TAG_PLACES * TAG_HIDDEN * TAG_DIM * sizeof(int16_t);
	size_t n = places + table + vectors + rows;
	struct tag_head *h = arena_alloc(a, 1, sizeof(*h) + n);
	char *p = (char *)(h + 1);

	write_head(l, h);
	memcpy(p + places, l->words->v, table);
	memcpy(p + places + table, l->words->vectors, vectors);
	for (size_t j = 0; j < TAG_HIDDEN; j++) {
		write_places(l, j, h, (void *)p);
		write_rows(l, j, h, (int8_t *)p + places + table + vectors + j);
	}
	h->sum = str_hash((struct str){ p, n });
	return (struct str){ (const char *)h, sizeof(*h) + n };
}

struct str
learn_model(const struct learn_sent *v, size_t n, const struct tag_words *words,
    struct learn_options opt, void (*told)(unsigned round, double cost),
    struct arena *a)
{
	struct learner l = { .opt = opt,
		.words = words,
		.mask = ((uint32_t)1 << opt.bits) - 1,
		.random = 0x70b1c5u };
	uint32_t *order = arena_alloc(a, n, sizeof(*order));
	size_t all = n * opt.rounds, every = all / 2 / MEANS + 1;
	size_t longest = 0, done = 0, moments = 0;

	for (size_t i = 0; i < n; i++) {
		order[i] = (uint32_t)i;
		l.sents[v[i].source]++;
		longest = v[i].f.n > longest ? v[i].f.n : longest;
	}
	begin(&l, longest, a);
	for (unsigned round = 1; round <= opt.rounds; round++) {
		double cost = 0;

		shuffle(order, n, &l.random);
		for (size_t i = 0; i < n; i++) {
			double part = (double)done / (double)all;

			l.step = STEP * (float)(1 - part * (1 - LAST_STEP));
			cost += learn_one(&l, &v[order[i]]);
			if (++done <= all / 2 || done % every != 0)
				continue;
			add_moment(&l);
			moments++;
		}
		if (told != NULL)
			told(round, cost / (double)n);
	}
	take_mean(&l, moments);
	return write_model(&l, a);
}
