/*
 * near.c - the sentences seen first, and what repeats them; see near.h.
 */
#include "near.h"

#include "alike.h"
#include "base/multi.h"

#define PAGE 4096   /* leaders in a block of memory */
#define EXACT_MAX 4 /* leaders of one 32-bit tag that are compared */
#define SHARED 2    /* pairs to share before sentences are compared */
#define COMPARED 24 /* leaders that are compared, the likeliest first */

struct leader {
	uint64_t key[2];
	const uint32_t *words;
	uint32_t n;
	struct near_place place;
};

struct near {
	struct arena *perm;
	unsigned threshold;
	bool exact;
	struct multi by_key, by_pair;
	struct leader **pages;
	size_t n, npages, cap;
};

/* A leader that shares pairs. */
struct candidate {
	uint32_t leader, shared;
};

struct near *
near_open(struct arena *perm, unsigned threshold, bool exact)
{
	struct near *near = arena_alloc(perm, 1, sizeof(*near));

	near->perm = perm;
	near->threshold = threshold;
	near->exact = exact;
	return near;
}

static const struct leader *
leader_of(const struct near *near, size_t i)
{
	return &near->pages[i / PAGE][i % PAGE];
}

struct near_place
near_place(const struct near *near, size_t i)
{
	return leader_of(near, i)->place;
}

struct set_key
near_key(const struct near *near, size_t i)
{
	const struct leader *l = leader_of(near, i);

	return (struct set_key){ { l->key[0], l->key[1] } };
}

size_t
near_count(const struct near *near)
{
	return near->n;
}

/* The index entry of two neighbouring pairs of a sketch. */
static uint32_t
joint(const uint32_t *sketch, size_t i)
{
	return sketch[i] * UINT32_C(0x9e3779b1) ^
	    sketch[i + 1] * UINT32_C(0x85ebca77);
}

static size_t
find_exact(const struct near *near, const struct finger *f, bool aside)
{
	uint32_t v[EXACT_MAX];
	size_t n = multi_get(&near->by_key, (uint32_t)f->key[0], v, EXACT_MAX);

	for (size_t i = 0; i < n; i++) {
		const struct leader *l = leader_of(near, v[i]);

		if (l->key[0] == f->key[0] && l->key[1] == f->key[1] &&
		    (aside || !l->place.aside))
			return v[i];
	}
	return NEAR_NONE;
}

/* A set of candidates, by hash of the leader. */
struct hits {
	struct candidate v[256]; /* leader + 1, or 0 */
};

_Static_assert(
    COUNT(((struct hits *)0)->v) > (2 * FINGER_SKETCH - 1) * NEAR_BUCKET,
    "a place for each leader that gather() may find");

static void
hits_add(struct hits *hits, const uint32_t *v, size_t n, uint32_t shared)
{
	for (size_t i = 0; i < n; i++) {
		uint32_t at = v[i] * UINT32_C(0x9e3779b1) >> 24;
		struct candidate *c = &hits->v[at];

		while (c->leader != 0 && c->leader != v[i] + 1)
			c = &hits->v[++at % COUNT(hits->v)];
		c->leader = v[i] + 1;
		c->shared += shared;
	}
}

/* The leaders of all index entries that a sketch leads to; those of a full
 * entry are joined by those that are entered by two pairs. */
static void
gather(const struct near *near, const uint32_t *sketch, size_t n,
    struct hits *hits)
{
	uint32_t v[NEAR_BUCKET];
	size_t full[FINGER_SKETCH], nfull = 0;

	for (size_t i = 0; i < n; i++)
		multi_soon(&near->by_pair, sketch[i]);
	for (size_t i = 0; i < n; i++) {
		size_t got =
		    multi_get(&near->by_pair, sketch[i], v, NEAR_BUCKET);

		hits_add(hits, v, got, 1);
		if (got < NEAR_BUCKET || i + 1 == n)
			continue;
		multi_soon(&near->by_pair, joint(sketch, i));
		full[nfull++] = i;
	}
	for (size_t i = 0; i < nfull; i++)
		hits_add(hits, v,
		    multi_get(&near->by_pair, joint(sketch, full[i]), v,
			NEAR_BUCKET),
		    SHARED);
}

/* Moves those that share enough to the beginning; returns how many. */
static size_t
sift(struct hits *hits)
{
	size_t n = 0;

	for (size_t i = 0; i < COUNT(hits->v); i++) {
		if (hits->v[i].shared >= SHARED)
			hits->v[n++] = hits->v[i];
	}
	return n;
}

/* Moves the likeliest of v[from, n) to v[from]. */
static void
choose(struct candidate *v, size_t from, size_t n)
{
	for (size_t i = from + 1; i < n; i++) {
		struct candidate c = v[i];

		if (c.shared < v[from].shared ||
		    (c.shared == v[from].shared && c.leader > v[from].leader))
			continue;
		v[i] = v[from];
		v[from] = c;
	}
}

static size_t
find_alike(const struct near *near, const struct finger *f, bool aside,
    struct arena scratch)
{
	uint32_t sketch[FINGER_SKETCH];
	struct hits hits = { 0 };
	size_t n;

	gather(near, sketch, finger_sketch(f->words, f->n, sketch), &hits);
	n = sift(&hits);
	/* Leaders are all over memory: fetch them while the first is read. */
	for (size_t i = 0; i < n; i++)
		__builtin_prefetch(leader_of(near, hits.v[i].leader - 1));
	for (size_t i = 0; i < n; i++)
		__builtin_prefetch(
		    leader_of(near, hits.v[i].leader - 1)->words);
	for (size_t i = 0; i < n && i < COMPARED; i++) {
		const struct leader *l;

		choose(hits.v, i, n);
		l = leader_of(near, hits.v[i].leader - 1);
		if ((aside || !l->place.aside) &&
		    alike(l->words, l->n, f->words, f->n, near->threshold,
			scratch))
			return hits.v[i].leader - 1;
	}
	return NEAR_NONE;
}

size_t
near_find(const struct near *near, const struct finger *f, bool aside,
    struct arena scratch)
{
	size_t i = find_exact(near, f, aside);

	if (i != NEAR_NONE || near->exact || f->n < ALIKE_WORDS)
		return i;
	return find_alike(near, f, aside, scratch);
}

/* Enters leader i by its pairs: each alone while few leaders have it, else
 * with its neighbour. */
static void
enter(struct near *near, const struct finger *f, uint32_t i)
{
	uint32_t sketch[FINGER_SKETCH], v[NEAR_BUCKET];
	size_t n = finger_sketch(f->words, f->n, sketch);

	for (size_t j = 0; j < n; j++) {
		uint32_t tag = sketch[j];

		if (multi_get(&near->by_pair, tag, v, NEAR_BUCKET) ==
		    NEAR_BUCKET) {
			if (j + 1 == n)
				break;
			tag = joint(sketch, j);
			if (multi_get(&near->by_pair, tag, v, NEAR_BUCKET) ==
			    NEAR_BUCKET)
				continue;
		}
		multi_add(&near->by_pair, tag, i);
	}
}

static struct leader *
new_leader(struct near *near)
{
	if (near->n / PAGE == near->npages) {
		near->pages = vec_room(near->perm, near->pages, near->npages,
		    &near->cap, sizeof(struct leader *));
		near->pages[near->npages++] =
		    arena_alloc(near->perm, PAGE, sizeof(**near->pages));
	}
	if (near->n == UINT32_MAX)
		die("too many sentences to remember");
	return &near->pages[near->n / PAGE][near->n % PAGE];
}

size_t
near_add(struct near *near, const struct finger *f, struct near_place place)
{
	struct leader *l = new_leader(near);
	uint32_t i = (uint32_t)near->n++;

	*l = (struct leader){ { f->key[0], f->key[1] }, f->words,
		(uint32_t)f->n, place };
	multi_add(&near->by_key, (uint32_t)f->key[0], i);
	if (!near->exact && f->n >= ALIKE_WORDS)
		enter(near, f, i);
	return i;
}
