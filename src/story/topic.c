/*
 * topic.c - figures brought together by what they measure; see topic.h.
 */
#include "topic.h"

#include <math.h>

#define KEYS 24       /* of a figure */
#define LOOKED 12     /* topics under one key */
#define CANDIDATES 64 /* topics for one figure */
#define MEMBERS 8     /* figures of a topic that one is held against */

/* How like two figures must be, by what they say. */
#define EQUAL_ODD .3   /* 12,400 and 12,400 */
#define EQUAL_PLAIN .42 /* 17 and 17 */
#define EQUAL_SMALL .5  /* 2 and 2 */
#define MEET .5
#define APART .6
#define FAR_APART .75 /* by more than a factor of FAR */
#define FAR 3.0
#define NEVER 10.0 /* by more than that it is another thing */

struct topic_entry {
	uint32_t topic, older; /* entry + 1; 0: none */
};

void
topics_init(struct topics *t, struct arena *a)
{
	*t = (struct topics){ .a = a, .scratch = arena_new(0) };
	map_init(&t->keys, a);
}

/* Digits that a value is given with, but for zeros at its end. */
static unsigned
digits_of(struct str text)
{
	unsigned n = 0, zeros = 0;

	for (size_t i = 0; i < text.n; i++) {
		if (!ch_digit(text.p[i]))
			continue;
		if (text.p[i] == '0') {
			zeros += n > 0;
		} else {
			n += zeros + 1;
			zeros = 0;
		}
	}
	return n;
}

/* How many times one is the other. */
static double
times(const struct figure *a, const struct figure *b)
{
	double x = isnan(a->range.value) ? fmax(a->range.low, 0)
					 : a->range.value;
	double y = isnan(b->range.value) ? fmax(b->range.low, 0)
					 : b->range.value;

	if (isnan(x) || isnan(y) || isinf(x) || isinf(y) || x <= 0 || y <= 0)
		return 1;
	return x > y ? x / y : y / x;
}

/* How like figures of these values must be; above 1: they never are. */
static double
needed(const struct figure *a, const struct figure *b)
{
	unsigned digits = digits_of(a->text);

	switch (range_compare(&a->range, &b->range)) {
	case RANGE_EQUAL:
		return digits > 2 ? EQUAL_ODD
		    : digits > 1  ? EQUAL_PLAIN
				  : EQUAL_SMALL;
	case RANGE_MEET:
		return MEET;
	case RANGE_APART:
		return times(a, b) > NEVER ? 2
		    : times(a, b) > FAR    ? FAR_APART
					   : APART;
	default:
		return 2;
	}
}

/* How well a figure fits a topic: above 0 where it may join. */
static double
fit(const struct topic *topic, const struct figure *f)
{
	double best = 0, sum = 0;
	size_t n = topic->n < MEMBERS ? topic->n : MEMBERS;

	for (size_t i = 0; i < n; i++) {
		const struct figure *m = topic->v[i];
		double like = figure_like(m, f), need = needed(m, f);

		if (like == 0)
			return 0;
		sum += like;
		if (like >= need && like - need + .01 > best)
			best = like - need + .01;
	}
	return sum / (double)n >= EQUAL_PLAIN ? best : best / 2;
}

static void
join(struct topics *t, struct topic *topic, const struct figure *f, double like)
{
	topic->v = vec_room(
	    t->a, topic->v, topic->n, &topic->cap, sizeof(*topic->v));
	if (topic->n > 0) {
		topic->many |= topic->v[0]->doc != f->doc;
		topic->like = fmin(topic->like, like);
	}
	topic->v[topic->n++] = f;
}

static void
enter(struct topics *t, size_t topic, uint64_t key)
{
	struct str bytes = { (const char *)&key, sizeof(key) };
	size_t known = t->keys.n, k = map_put(&t->keys, bytes);

	if (k == known) {
		t->newest = vec_room(
		    t->a, t->newest, k, &t->newest_cap, sizeof(*t->newest));
		t->newest[k] = 0;
	}
	if (t->newest[k] > 0 && t->entries[t->newest[k] - 1].topic == topic)
		return;
	t->entries = vec_room(t->a, t->entries, t->nentries, &t->entries_cap,
	    sizeof(*t->entries));
	if (t->nentries >= UINT32_MAX - 1)
		die("too many numbers to compare");
	t->entries[t->nentries++] =
	    (struct topic_entry){ (uint32_t)topic, t->newest[k] };
	t->newest[k] = (uint32_t)t->nentries;
}

/* Topics under the keys, each once; returns how many. */
static size_t
candidates(const struct topics *t, const uint64_t *keys, size_t nkeys,
    uint32_t *v)
{
	size_t n = 0;

	for (size_t i = 0; i < nkeys; i++) {
		struct str bytes = { (const char *)&keys[i], sizeof(keys[i]) };
		size_t k = map_find(&t->keys, bytes), looked = 0;
		uint32_t e = k == MAP_NONE ? 0 : t->newest[k];

		for (; e > 0 && looked < LOOKED && n < CANDIDATES; looked++) {
			const struct topic_entry *entry = &t->entries[e - 1];
			size_t j = 0;

			while (j < n && v[j] != entry->topic)
				j++;
			if (j == n)
				v[n++] = entry->topic;
			e = entry->older;
		}
	}
	return n;
}

void
topics_add(struct topics *t, const struct figure *f)
{
	uint64_t keys[KEYS];
	uint32_t v[CANDIDATES];
	size_t nkeys = figure_keys(f, keys, KEYS);
	size_t n = candidates(t, keys, nkeys, v), best = SIZE_MAX;
	double most = 0;

	for (size_t i = 0; i < n; i++) {
		double here = fit(&t->v[v[i]], f);

		/* Of equals the oldest, whatever the order of the keys. */
		if (here > most || (here == most && here > 0 && v[i] < best)) {
			most = here;
			best = v[i];
		}
	}
	if (best == SIZE_MAX) {
		t->v = vec_room(t->a, t->v, t->n, &t->cap, sizeof(*t->v));
		best = t->n++;
		t->v[best] = (struct topic){ .like = 1 };
	}
	join(t, &t->v[best], f,
	    t->v[best].n > 0 ? figure_like(t->v[best].v[0], f) : 1);
	for (size_t i = 0; i < nkeys; i++)
		enter(t, best, keys[i]);
}
