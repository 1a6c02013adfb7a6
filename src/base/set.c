/*
 * set.c - a set of 128-bit keys; see set.h.
 */
#include "set.h"

#include "run.h"
#include "table.h"

#define BITS_MIN 12

struct set {
	struct set_key *slots; /* all zero: empty; open addressing */
	unsigned bits;         /* 1 << bits slots */
	size_t n, most;        /* keys in slots; how many are the bound, or 0 */
	bool zero;             /* whether the key of zeros is there */
	size_t spilt;          /* keys in runs */
	struct runs *runs;     /* NULL while all are in slots */
	size_t memory;
	struct arena *perm;
};

static size_t
slots_of(const struct set *set)
{
	return (size_t)1 << set->bits;
}

struct set *
set_open(struct arena *perm, size_t memory)
{
	struct set *set = arena_alloc(perm, 1, sizeof(*set));

	set->perm = perm;
	set->bits = BITS_MIN;
	set->slots = table_alloc(slots_of(set), sizeof(*set->slots));
	if (memory == 0)
		return set;
	set->memory = memory < SET_MEMORY_MIN ? SET_MEMORY_MIN : memory;
	/* While a table grows both are there, and a quarter is for the filter
	 * of the runs: the largest table has at most half of the rest. */
	set->most = (size_t)3 << BITS_MIN >> 2;
	while (set->most * 2 / 3 * 4 * sizeof(struct set_key) * 3 / 2 <=
	    set->memory / 4 * 3)
		set->most *= 2;
	return set;
}

/* The upper bits of a key are its place: when the table doubles, keys keep
 * their order, so both tables are walked from one end to the other. */
static size_t
home(const struct set *set, struct set_key key)
{
	return (size_t)(key.v[0] >> (64 - set->bits));
}

static bool
is_empty(struct set_key key)
{
	return (key.v[0] | key.v[1]) == 0;
}

/* The slot of a key, or the empty one where it would be. */
static size_t
slot_of(const struct set *set, struct set_key key)
{
	size_t mask = slots_of(set) - 1, s = home(set, key);

	while (!is_empty(set->slots[s]) &&
	    (set->slots[s].v[0] != key.v[0] || set->slots[s].v[1] != key.v[1]))
		s = (s + 1) & mask;
	return s;
}

/* The first empty slot, which no run of keys passes over. */
static size_t
gap(const struct set *set)
{
	size_t s = 0;

	while (!is_empty(set->slots[s]))
		s++;
	return s;
}

static void
resize(struct set *set, unsigned bits)
{
	struct set old = *set;
	size_t mask = slots_of(&old) - 1, s = gap(&old);

	set->bits = bits;
	set->slots = table_alloc(slots_of(set), sizeof(*set->slots));
	for (size_t i = 0; i <= mask; i++, s = (s + 1) & mask) {
		if (!is_empty(old.slots[s]))
			set->slots[slot_of(set, old.slots[s])] = old.slots[s];
	}
	table_free(old.slots, slots_of(&old), sizeof(*old.slots));
}

/* Moves all keys to a run and begins anew with an empty table. */
static void
spill(struct set *set)
{
	if (set->runs == NULL)
		set->runs = runs_open(set->perm, set->memory / 4);
	runs_add(set->runs, set->slots, slots_of(set));
	set->spilt += set->n;
	set->n = 0;
}

static bool
is_full(const struct set *set, size_t n)
{
	return n >= slots_of(set) / 4 * 3;
}

void
set_expect(struct set *set, size_t n)
{
	unsigned bits = set->bits;

	if (set->most != 0 && n > set->most - 1)
		n = set->most - 1;
	while (set->n + n >= ((size_t)3 << bits) / 4)
		bits++;
	if (bits > set->bits)
		resize(set, bits);
}

bool
set_put(struct set *set, struct set_key key)
{
	bool was = set->zero;
	size_t s;

	if (is_empty(key)) {
		set->zero = true;
		return !was;
	}
	s = slot_of(set, key);
	if (!is_empty(set->slots[s]))
		return false;
	if (set->runs != NULL && runs_have(set->runs, key))
		return false;
	set->slots[s] = key;
	set->n++;
	if (set->most != 0 && set->n >= set->most)
		spill(set);
	else if (is_full(set, set->n))
		resize(set, set->bits + 1);
	return true;
}

bool
set_has(struct set *set, struct set_key key)
{
	if (is_empty(key))
		return set->zero;
	return !is_empty(set->slots[slot_of(set, key)]) ||
	    (set->runs != NULL && runs_have(set->runs, key));
}

void
set_soon(const struct set *set, struct set_key key)
{
	__builtin_prefetch(&set->slots[home(set, key)]);
}

size_t
set_count(const struct set *set)
{
	return set->n + set->spilt + set->zero;
}
