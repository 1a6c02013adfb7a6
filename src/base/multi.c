/*
 * multi.c - a hash table from 32-bit tags to many indices; see multi.h.
 */
#include "multi.h"

#include "table.h"

#define BITS_MIN 10
#define BITS_MAX 32

struct multi_entry {
	uint32_t tag;
	uint32_t index; /* + 1, or 0 for an empty slot */
};

void
multi_free(struct multi *m)
{
	if (m->slots != NULL)
		table_free(m->slots, (size_t)1 << m->bits, sizeof(*m->slots));
	*m = (struct multi){ 0 };
}

/* The upper bits of the tag are its place: when the table doubles, entries
 * keep their order. */
static size_t
home(const struct multi *m, uint32_t tag)
{
	return (size_t)((uint64_t)tag >> (BITS_MAX - m->bits));
}

static size_t
after(const struct multi *m, size_t slot)
{
	return (slot + 1) & (((size_t)1 << m->bits) - 1);
}

static void
insert(struct multi *m, struct multi_entry entry)
{
	size_t s = home(m, entry.tag);

	while (m->slots[s].index != 0)
		s = after(m, s);
	m->slots[s] = entry;
}

/* The first empty slot, which no run of entries passes over. */
static size_t
gap(const struct multi *m)
{
	size_t s = 0;

	while (m->slots[s].index != 0)
		s++;
	return s;
}

static void
grow(struct multi *m)
{
	struct multi old = *m;
	size_t s;

	m->bits = old.slots == NULL ? BITS_MIN : old.bits + 1;
	if (m->bits > BITS_MAX)
		die("too many entries in a table");
	m->slots = table_alloc((size_t)1 << m->bits, sizeof(*m->slots));
	if (old.slots == NULL)
		return;
	s = gap(&old);
	for (size_t i = 0; i < old.n; s = after(&old, s)) {
		if (old.slots[s].index == 0)
			continue;
		insert(m, old.slots[s]);
		i++;
	}
	multi_free(&old);
}

void
multi_add(struct multi *m, uint32_t tag, uint32_t index)
{
	if (m->slots == NULL || m->n >= ((size_t)3 << m->bits) / 4)
		grow(m);
	insert(m, (struct multi_entry){ tag, index + 1 });
	m->n++;
}

size_t
multi_get(const struct multi *m, uint32_t tag, uint32_t *v, size_t max)
{
	size_t n = 0, s;

	if (m->slots == NULL)
		return 0;
	for (s = home(m, tag); m->slots[s].index != 0 && n < max;
	     s = after(m, s)) {
		if (m->slots[s].tag == tag)
			v[n++] = m->slots[s].index - 1;
	}
	return n;
}

void
multi_soon(const struct multi *m, uint32_t tag)
{
	if (m->slots != NULL)
		__builtin_prefetch(&m->slots[home(m, tag)]);
}
