/*
 * topic.c - figures brought together by what they measure; see topic.h.
 */
#include "topic.h"

#include <math.h>
#include <stdlib.h>

#define KEYS 40       /* of a figure */
#define LOOKED 12     /* topics under one key */
#define CANDIDATES 96 /* topics for one figure */
#define MEMBERS 8     /* figures of a topic that one is held against */

/* How like two figures must be, by what they say. */
#define EQUAL_ODD .3    /* 12,400 and 12,400 */
#define EQUAL_PLAIN .42 /* 17 and 17 */
#define EQUAL_SMALL .5  /* 2 and 2 */
#define MEET .5
#define APART .6
#define FAR_APART .75 /* by more than a factor of FAR */
#define FAR 3.0
#define NEVER 10.0  /* by more than that it is another thing */
#define SMALL .1    /* more, for "two" and "three" */
#define STRETCH .15 /* more, for stretches of time */

/* Of two documents (kin.h), less like than that is another story; then what
 * is asked more, and less. */
#define STRANGERS .15
#define COUSINS .2
#define BROTHERS .25
#define DOUBT .1
/* Days between two that are less likely of one story. */
#define LONG_AFTER 30
#define TRUST .08

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
	double x =
	    isnan(a->range.value) ? fmax(a->range.low, 0) : a->range.value;
	double y =
	    isnan(b->range.value) ? fmax(b->range.low, 0) : b->range.value;

	if (isnan(x) || isnan(y) || isinf(x) || isinf(y) || x <= 0 || y <= 0)
		return 1;
	return x > y ? x / y : y / x;
}

/* How like figures of these values must be; above 1: they never are. */
static double
needed_by_value(
    const struct figure *a, const struct figure *b, enum range_fit fit)
{
	const unsigned pieces = FIGURE_PART | FIGURE_BEFORE;
	unsigned digits = digits_of(a->text), other = digits_of(b->text);
	double more = digits < 2 && other < 2 && times(a, b) < 100 ? SMALL : 0;

	/* "Two days after", "the first nine months". */
	if (str_is(a->quantity, "duration"))
		more += STRETCH;
	if (fit == RANGE_EQUAL)
		return more +
		    (digits > 2          ? EQUAL_ODD
			    : digits > 1 ? EQUAL_PLAIN
					 : EQUAL_SMALL - SMALL);
	/* Of two further figures that differ, each may be right. */
	if (fit == RANGE_FAR || (a->flags & pieces) != 0 || times(a, b) > NEVER)
		return NEVER;
	if (fit == RANGE_MEET)
		return MEET + more;
	/* "Thousands" and "tens of thousands" are words, not figures. */
	if (a->range.vague && b->range.vague)
		return NEVER;
	if (a->range.vague || b->range.vague)
		more += SMALL;
	return (times(a, b) > FAR ? FAR_APART : APART) + more;
}

static bool
is_long_after(const struct kin *a, const struct kin *b)
{
	return a->day != 0 && b->day != 0 && labs(a->day - b->day) > LONG_AFTER;
}

double
topic_need(const struct figure *a, const struct figure *b)
{
	enum range_fit fit = range_compare(&a->range, &b->range);
	double need = needed_by_value(a, b, fit), kin;
	bool later = is_long_after(a->kin, b->kin);

	if (str_is(a->quantity, "day"))
		return fabs(a->range.value - b->range.value) <= LONG_AFTER &&
			kin_like(a->kin, b->kin) >= BROTHERS
		    ? MEET
		    : NEVER;
	if (need >= NEVER || a->doc == b->doc)
		return need;
	kin = kin_like(a->kin, b->kin);
	if (kin < (later ? COUSINS : STRANGERS))
		return NEVER;
	if (kin >= BROTHERS)
		return need - TRUST;
	if (fit == RANGE_APART)
		return later || kin < COUSINS ? NEVER : need + DOUBT;
	return kin < COUSINS || later ? need + DOUBT : need;
}

/* How well a figure fits a topic: above 0 where it may join. */
static double
fit(const struct topic *topic, const struct figure *f)
{
	double best = 0, sum = 0;
	size_t n = topic->n < MEMBERS ? topic->n : MEMBERS;

	for (size_t i = 0; i < n; i++) {
		const struct figure *m = topic->v[i];
		double like = figure_like(m, f), need = topic_need(m, f);

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
	topic->v = vec_room(t->a, topic->v, topic->n, &topic->cap,
	    sizeof(const struct figure *));
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
candidates(
    const struct topics *t, const uint64_t *keys, size_t nkeys, uint32_t *v)
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
