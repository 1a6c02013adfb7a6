/*
 * near.c - the sentences seen first, and what repeats them; see near.h.
 */
#include "near.h"

#include "alike.h"
#include "base/multi.h"

#define PAGE 4096   /* leaders in a block of memory */
#define EXACT_MAX 4 /* leaders of one 32-bit tag that are compared */
#define SHARED 2    /* pairs to share before sentences are compared */
#define LATE 65536  /* leaders that are entered together */
#define MANY 4096   /* of so many, part by part of the index */
#define PART_BITS 8
#define PARTS ((size_t)1 << PART_BITS)
#define COMPARED 8 /* leaders that are compared, the likeliest first */

struct leader {
	uint64_t key[2];
	const uint32_t *words;
	uint32_t n;
	struct near_place place;
};

/* A leader that is not in the index yet: leaders of earlier runs, which come
 * one behind the other, are entered together. */
struct late {
	uint32_t leader;
	size_t n; /* pairs */
	uint32_t sketch[FINGER_SKETCH];
};

struct near {
	struct arena *perm;
	unsigned threshold;
	bool exact, both;
	struct multi by_key, by_pair;
	struct leader **pages;
	size_t n, npages, cap;
	struct late *late; /* at most LATE */
	size_t nlate, late_cap;
	struct late found;     /* the sketch of the sentence looked for last */
	uint64_t found_key[2]; /* its key; 0 for none */
	struct arena scratch;
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
	near->scratch = arena_new(0);
	return near;
}

void
near_both(struct near *near)
{
	near->both = true;
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

#define HITS 256 /* a power of two */

/* A set of candidates, by hash of the leader. */
struct hits {
	struct candidate v[HITS]; /* in the order of their finding */
	size_t n;
	uint16_t at[HITS]; /* the candidate + 1, or 0 */
};

_Static_assert(HITS > (2 * FINGER_SKETCH - 1) * NEAR_BUCKET,
    "a place for each leader that gather() may find");

static void
hits_add(struct hits *hits, const uint32_t *v, size_t n, uint32_t shared)
{
	for (size_t i = 0; i < n; i++) {
		size_t at = v[i] * UINT32_C(0x9e3779b1) >> 24;

		while (hits->at[at] != 0 &&
		    hits->v[hits->at[at] - 1].leader != v[i])
			at = (at + 1) % HITS;
		if (hits->at[at] == 0) {
			hits->v[hits->n++] = (struct candidate){ v[i], 0 };
			hits->at[at] = (uint16_t)hits->n;
		}
		hits->v[hits->at[at] - 1].shared += shared;
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
		    multi_get(
			&near->by_pair, joint(sketch, full[i]), v, NEAR_BUCKET),
		    SHARED);
}

/* Moves those that share enough to the beginning; returns how many. */
static size_t
sift(struct hits *hits)
{
	size_t n = 0;

	for (size_t i = 0; i < hits->n; i++) {
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

static bool
repeats(const struct near *near, const struct leader *l,
    const struct alike_words *later, bool rival, struct arena scratch)
{
	struct alike_words first;

	if (rival)
		return alike_but_facts(
		    l->words, l->n, later, near->threshold, scratch);
	if (alike(l->words, l->n, later, near->threshold, scratch))
		return true;
	if (!near->both)
		return false;
	first = alike_words(l->words, l->n);
	return alike(later->v, later->n, &first, near->threshold, scratch);
}

/* Makes the sketch of f, unless it is that of the sentence looked for last. */
static void
take_sketch(struct near *near, const struct finger *f)
{
	if (memcmp(near->found_key, f->key, sizeof(f->key)) == 0)
		return;
	memcpy(near->found_key, f->key, sizeof(f->key));
	near->found.n = finger_sketch(f->words, f->n, near->found.sketch);
}

static size_t
find_alike(struct near *near, const struct finger *f, bool aside, bool rival,
    struct arena scratch)
{
	struct hits hits;
	struct alike_words later = alike_words(f->words, f->n);
	size_t n;

	hits.n = 0;
	memset(hits.at, 0, sizeof(hits.at));
	take_sketch(near, f);
	gather(near, near->found.sketch, near->found.n, &hits);
	n = sift(&hits);
	for (size_t i = 0; i < n && i < COMPARED; i++)
		choose(hits.v, i, n);
	if (n > COMPARED)
		n = COMPARED;
	/* Leaders are all over memory: fetch them while the first is read. */
	for (size_t i = 0; i < n; i++)
		__builtin_prefetch(leader_of(near, hits.v[i].leader));
	for (size_t i = 0; i < n; i++)
		__builtin_prefetch(leader_of(near, hits.v[i].leader)->words);
	for (size_t i = 0; i < n; i++) {
		const struct leader *l = leader_of(near, hits.v[i].leader);

		if ((aside || !l->place.aside) &&
		    repeats(near, l, &later, rival, scratch))
			return hits.v[i].leader;
	}
	return NEAR_NONE;
}

/* Enters pair j of a leader: alone while few leaders have it, else with its
 * neighbour. */
static void
enter(struct near *near, const struct late *late, size_t j)
{
	if (multi_add_below(
		&near->by_pair, late->sketch[j], late->leader, NEAR_BUCKET) ||
	    j + 1 == late->n)
		return;
	(void)multi_add_below(
	    &near->by_pair, joint(late->sketch, j), late->leader, NEAR_BUCKET);
}

/* The part of the index that pair j of a leader belongs to. */
static size_t
part_of(const struct late *late, size_t j)
{
	return late->sketch[j] >> (32 - PART_BITS);
}

/* Enters the pairs of many leaders part by part of the index, each of which
 * is small enough to stay near the processor; in a part, in their order. */
static void
enter_parts(struct near *near, struct arena scratch)
{
	size_t at[PARTS + 1] = { 0 };
	uint32_t *order =
	    arena_alloc(&scratch, near->nlate * FINGER_SKETCH, sizeof(*order));

	for (size_t i = 0; i < near->nlate; i++) {
		for (size_t j = 0; j < near->late[i].n; j++)
			at[part_of(&near->late[i], j) + 1]++;
	}
	for (size_t p = 1; p <= PARTS; p++)
		at[p] += at[p - 1];
	for (size_t i = 0; i < near->nlate; i++) {
		for (size_t j = 0; j < near->late[i].n; j++)
			order[at[part_of(&near->late[i], j)]++] =
			    (uint32_t)(i * FINGER_SKETCH + j);
	}
	for (size_t k = 0; k < at[PARTS - 1]; k++)
		enter(near, &near->late[order[k] / FINGER_SKETCH],
		    order[k] % FINGER_SKETCH);
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

/* Enters the leaders that were added last. */
static void
settle(struct near *near, struct arena scratch)
{
	for (size_t i = 0; i < near->nlate; i++) {
		uint32_t leader = near->late[i].leader;

		multi_add(&near->by_key,
		    (uint32_t)leader_of(near, leader)->key[0], leader);
		for (size_t j = 0; near->nlate < MANY && j < near->late[i].n;
		     j++)
			enter(near, &near->late[i], j);
	}
	if (near->nlate >= MANY)
		enter_parts(near, scratch);
	near->nlate = 0;
}

void
near_expect(struct near *near, size_t n)
{
	multi_expect(&near->by_key, n);
	if (!near->exact)
		multi_expect(&near->by_pair, n * 2); /* many share pairs */
}

size_t
near_add(struct near *near, const struct finger *f, struct near_place place)
{
	struct leader *l = new_leader(near);
	struct late *late;

	if (near->nlate == LATE)
		settle(near, near->scratch);
	near->late = vec_room(near->perm, near->late, near->nlate,
	    &near->late_cap, sizeof(*near->late));
	late = &near->late[near->nlate++];
	*l = (struct leader){ { f->key[0], f->key[1] }, f->words,
		(uint32_t)f->n, place };
	late->leader = (uint32_t)near->n;
	late->n = 0;
	multi_soon(&near->by_key, (uint32_t)f->key[0]);
	if (!near->exact && f->n >= ALIKE_WORDS) {
		take_sketch(near, f);
		late->n = near->found.n;
		memcpy(late->sketch, near->found.sketch, sizeof(late->sketch));
	}
	return near->n++;
}

size_t
near_find(
    struct near *near, const struct finger *f, bool aside, struct arena scratch)
{
	size_t i;

	settle(near, scratch);
	i = find_exact(near, f, aside);
	if (i != NEAR_NONE || near->exact || f->n < ALIKE_WORDS)
		return i;
	return find_alike(near, f, aside, false, scratch);
}

size_t
near_rival(struct near *near, const struct finger *f, struct arena scratch)
{
	settle(near, scratch);
	return near->exact || f->n < ALIKE_WORDS
	    ? NEAR_NONE
	    : find_alike(near, f, false, true, scratch);
}
