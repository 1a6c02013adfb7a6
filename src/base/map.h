/*
 * map.h - a hash table from strings to indices, in the order of insertion.
 *
 * The first key put has index 0, the next new one 1, and so on: what belongs
 * to a key is kept in an array of the caller.
 *
 *   size_t i = map_put(&names, name);
 *
 *   v = vec_room(a, v, i, &cap, sizeof(*v));   (when i is new)
 *   v[i].count++;
 */
#ifndef PK_MAP_H
#define PK_MAP_H

#include "base.h"

#define MAP_NONE ((size_t)-1)

struct map_key;

/* Fields are the module's own, but for n, which may be read. */
struct map {
	struct arena *a;      /* copies of the keys, or NULL */
	struct map_key *keys; /* in the order of insertion */
	uint32_t *slots;      /* index + 1, or 0; open addressing */
	size_t n, cap;        /* keys, and room for keys */
	size_t mask;          /* slots - 1 */
};

/* An empty map.  Keys that are put are copied to *a; if a is NULL they are
 * not, and must live as long as the map.  The table itself is the map's. */
void map_init(struct map *m, struct arena *a);

/* Frees the table; the map is then as good as empty and may be used. */
void map_free(struct map *m);

/* Forgets all keys and keeps the room; does not give back *a.  Cost: the
 * number of keys that there were. */
void map_reset(struct map *m);

/* The index of key, which is put if it is not there: it is new when m->n
 * grows.  Keys are any bytes, compared bytewise.  At most 2^32 - 2 keys; dies
 * when memory ends.  Cost: constant, on average. */
size_t map_put(struct map *m, struct str key);

/* The index of key, or MAP_NONE. */
size_t map_find(const struct map *m, struct str key);

/* The key of index i, i < m->n. */
struct str map_key(const struct map *m, size_t i);

#endif
