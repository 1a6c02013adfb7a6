/*
 * map.c - a hash table from strings to indices; see map.h.
 */
#include "map.h"

#include <stdlib.h>
#include <string.h>

#define SLOTS_MIN 64

struct map_key {
	struct str key;
	uint64_t hash;
};

void
map_init(struct map *m, struct arena *a)
{
	*m = (struct map){ .a = a };
}

void
map_free(struct map *m)
{
	free(m->keys);
	free(m->slots);
	map_init(m, m->a);
}

/* The slot of the key, or the empty one where it would be. */
static size_t
slot_of(const struct map *m, struct str key, uint64_t hash)
{
	size_t s = (size_t)hash & m->mask;

	for (; m->slots[s] != 0; s = (s + 1) & m->mask) {
		const struct map_key *k = &m->keys[m->slots[s] - 1];

		if (k->hash == hash && str_eq(k->key, key))
			break;
	}
	return s;
}

void
map_reset(struct map *m)
{
	for (size_t i = 0; i < m->n; i++) {
		size_t s = (size_t)m->keys[i].hash & m->mask;

		/* The run of slots that this key may be in: all of it goes,
		 * as every key does. */
		for (; m->slots[s] != 0; s = (s + 1) & m->mask)
			m->slots[s] = 0;
	}
	m->n = 0;
}

/* Doubles the table, which is never more than half full. */
static void
grow(struct map *m)
{
	size_t slots = m->slots == NULL ? SLOTS_MIN : (m->mask + 1) * 2;

	if (slots / 2 > UINT32_MAX)
		die("too many keys in a table");
	free(m->slots);
	m->slots = calloc(slots, sizeof(*m->slots));
	m->cap = slots / 2;
	m->keys = realloc(m->keys, m->cap * sizeof(*m->keys));
	if (m->slots == NULL || m->keys == NULL)
		die("out of memory");
	m->mask = slots - 1;
	for (size_t i = 0; i < m->n; i++) {
		size_t s = (size_t)m->keys[i].hash & m->mask;

		while (m->slots[s] != 0)
			s = (s + 1) & m->mask;
		m->slots[s] = (uint32_t)(i + 1);
	}
}

size_t
map_put(struct map *m, struct str key)
{
	uint64_t hash = str_hash(key);
	size_t s;

	if (m->n == m->cap)
		grow(m);
	s = slot_of(m, key, hash);
	if (m->slots[s] != 0)
		return m->slots[s] - 1;
	if (m->a != NULL)
		key = str_copy(m->a, key);
	m->keys[m->n] = (struct map_key){ key, hash };
	m->slots[s] = (uint32_t)++m->n;
	return m->n - 1;
}

size_t
map_find(const struct map *m, struct str key)
{
	size_t s;

	if (m->n == 0)
		return MAP_NONE;
	s = slot_of(m, key, str_hash(key));
	return m->slots[s] != 0 ? m->slots[s] - 1 : MAP_NONE;
}

struct str
map_key(const struct map *m, size_t i)
{
	return m->keys[i].key;
}
