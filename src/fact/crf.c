/*
 * crf.c - chains of labels; see crf.h.
 */
#include "crf.h"

#include <math.h>

#define NEVER (-1e9f)

/* A sentence: the odds of what is before each word and behind it, as
 * logarithms. */
struct chain {
	const float (*scores)[TAG_ROW], (*pair)[TAG_ROW];
	size_t n;
	float (*before)[TAG_ROW]; /* of all paths to a label, with its score */
	float (*behind)[TAG_ROW]; /* of all paths from it, without */
	float all;
};

/* The logarithm of a sum of odds. */
static float
sum_odds(const float *v)
{
	float top = v[0], sum = 0;

	for (int b = 1; b < TAG_LABELS; b++)
		top = v[b] > top ? v[b] : top;
	for (int b = 0; b < TAG_LABELS; b++)
		sum += expf(v[b] - top);
	return top + logf(sum);
}

static void
sum_before(struct chain *c)
{
	float way[TAG_LABELS];

	for (int b = 0; b < TAG_LABELS; b++)
		c->before[0][b] = tag_follows(TAG_LABELS, b)
		    ? c->scores[0][b] + c->pair[TAG_LABELS][b]
		    : NEVER;
	for (size_t k = 1; k < c->n; k++)
		for (int b = 0; b < TAG_LABELS; b++) {
			for (int a = 0; a < TAG_LABELS; a++)
				way[a] = tag_follows(a, b)
				    ? c->before[k - 1][a] + c->pair[a][b]
				    : NEVER;
			c->before[k][b] = sum_odds(way) + c->scores[k][b];
		}
	c->all = sum_odds(c->before[c->n - 1]);
}

static void
sum_behind(struct chain *c)
{
	float way[TAG_LABELS];

	for (size_t k = c->n - 1; k-- > 0;)
		for (int a = 0; a < TAG_LABELS; a++) {
			for (int b = 0; b < TAG_LABELS; b++)
				way[b] = tag_follows(a, b)
				    ? c->pair[a][b] + c->scores[k + 1][b] +
					c->behind[k + 1][b]
				    : NEVER;
			c->behind[k][a] = sum_odds(way);
		}
}

/* Adds how likely each pair is between words k - 1 and k. */
static void
add_pairs(const struct chain *c, size_t k, float (*slope)[TAG_ROW])
{
	for (int b = 0; b < TAG_LABELS; b++) {
		float rest = c->scores[k][b] + c->behind[k][b] - c->all;

		for (int a = 0; a < TAG_LABELS; a++)
			if (tag_follows(a, b))
				slope[a][b] += expf(
				    c->before[k - 1][a] + c->pair[a][b] + rest);
	}
}

double
crf_cost(const float (*scores)[TAG_ROW], size_t n, const float (*pair)[TAG_ROW],
    const uint8_t *labels, float (*slope)[TAG_ROW],
    float (*pair_slope)[TAG_ROW], struct arena scratch)
{
	struct chain c = { .scores = scores, .pair = pair, .n = n };
	double right = 0;
	int last = TAG_LABELS;

	c.before = arena_alloc(&scratch, n, sizeof(*c.before));
	c.behind = arena_alloc(&scratch, n, sizeof(*c.behind));
	sum_before(&c);
	sum_behind(&c);
	memset(slope, 0, n * sizeof(*slope));
	memset(pair_slope, 0, (TAG_LABELS + 1) * sizeof(*pair_slope));
	for (size_t k = 0; k < n; k++) {
		for (int b = 0; b < TAG_LABELS; b++)
			slope[k][b] =
			    expf(c.before[k][b] + c.behind[k][b] - c.all);
		if (k > 0)
			add_pairs(&c, k, pair_slope);
		else
			memcpy(
			    pair_slope[TAG_LABELS], slope[0], sizeof(*slope));
	}
	for (size_t k = 0; k < n; last = labels[k], k++) {
		right += (double)scores[k][labels[k]] +
		    (double)pair[last][labels[k]];
		slope[k][labels[k]] -= 1;
		pair_slope[last][labels[k]] -= 1;
	}
	return (double)c.all - right;
}
