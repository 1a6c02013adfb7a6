/*
 * multi.c - a hash table from 32-bit tags to many indices; see multi.h.
 */
#include "multi.h"

#include "table.h"

#define BITS_MIN 10
#define BITS_MAX 32
#define LIST (UINT32_C(1) << 31) /* val is the place of a list in the pool */

/* A tag with one index has it in val; one with more has a list: how many
 * there are, then the indices, with room for a power of two of them. */
struct multi_entry {
	uint32_t tag;
	uint32_t val; /* index + 1, or a list; 0 for an empty slot */
};

void
multi_free(struct multi *m)
{
	if (m->slots != NULL)
		table_free(m->slots, (size_t)1 << m->bits, sizeof(*m->slots));
	if (m->pool != NULL)
		table_free(m->pool, m->pool_cap, sizeof(*m->pool));
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

/* The slot of a tag, or the empty one where it would be. */
static struct multi_entry *
slot_of(const struct multi *m, uint32_t tag)
{
	size_t s = home(m, tag);

	while (m->slots[s].val != 0 && m->slots[s].tag != tag)
		s = after(m, s);
	return &m->slots[s];
}

/* The first empty slot, which no run of entries passes over. */
static size_t
gap(const struct multi *m)
{
	size_t s = 0;

	while (m->slots[s].val != 0)
		s++;
	return s;
}

/* Makes a table of 1 << bits slots, which is larger. */
static void
grow(struct multi *m, unsigned bits)
{
	struct multi old = *m;
	size_t s;

	if (bits > BITS_MAX)
		die("too many entries in a table");
	m->bits = bits;
	m->slots = table_alloc((size_t)1 << m->bits, sizeof(*m->slots));
	if (old.slots == NULL)
		return;
	s = gap(&old);
	for (size_t i = 0; i < old.n; s = after(&old, s)) {
		if (old.slots[s].val == 0)
			continue;
		*slot_of(m, old.slots[s].tag) = old.slots[s];
		i++;
	}
	table_free(old.slots, (size_t)1 << old.bits, sizeof(*old.slots));
}

static bool
is_full(size_t n, unsigned bits)
{
	return n >= ((size_t)3 << bits) / 4;
}

static void
make_room(struct multi *m)
{
	if (m->slots == NULL)
		grow(m, BITS_MIN);
	else if (is_full(m->n, m->bits))
		grow(m, m->bits + 1);
}

void
multi_expect(struct multi *m, size_t n)
{
	unsigned bits = m->slots == NULL ? BITS_MIN : m->bits;

	while (bits < BITS_MAX && is_full(m->n + n, bits))
		bits++;
	if (m->slots == NULL || bits > m->bits)
		grow(m, bits);
}

/* Room at the end of the pool for n numbers. */
static uint32_t
pool_more(struct multi *m, size_t n)
{
	size_t cap = m->pool_cap > 0 ? m->pool_cap * 2 : 1024, at = m->pool_n;
	uint32_t *pool;

	while (m->pool_n + n > cap)
		cap *= 2;
	if (m->pool_n + n > m->pool_cap) {
		pool = table_alloc(cap, sizeof(*pool));
		if (m->pool != NULL) {
			memcpy(pool, m->pool, m->pool_n * sizeof(*pool));
			table_free(m->pool, m->pool_cap, sizeof(*pool));
		}
		m->pool = pool;
		m->pool_cap = cap;
	}
	m->pool_n += n;
	if (m->pool_n >= LIST)
		die("too many entries in a table");
	return (uint32_t)at;
}

/* A list with room for 1 << bits indices.  Of lists that are free, each says
 * which is the next. */
static uint32_t
list_new(struct multi *m, unsigned bits)
{
	uint32_t at = m->spare[bits];

	if (at == 0)
		return pool_more(m, ((size_t)1 << bits) + 1) + 1;
	m->spare[bits] = m->pool[at - 1];
	return at;
}

static void
list_free(struct multi *m, uint32_t at, unsigned bits)
{
	m->pool[at - 1] = m->spare[bits];
	m->spare[bits] = at;
}

/* The log2 of a list's room, which is the least that its n need. */
static unsigned
bits_for(uint32_t n)
{
	unsigned bits = 1;

	while ((UINT32_C(1) << bits) < n)
		bits++;
	return bits;
}

/* Adds a further index to an entry. */
static void
add_more(struct multi *m, struct multi_entry *e, uint32_t index)
{
	uint32_t at, n;

	if ((e->val & LIST) == 0) {
		at = list_new(m, 1);
		m->pool[at] = e->val - 1;
		n = 1;
	} else {
		at = e->val & ~LIST;
		n = m->pool[at - 1];
	}
	if (n > 1 && (n & (n - 1)) == 0) {
		uint32_t wide = list_new(m, bits_for(n) + 1);

		memcpy(&m->pool[wide], &m->pool[at], n * sizeof(*m->pool));
		list_free(m, at, bits_for(n));
		at = wide;
	}
	m->pool[at + n] = index;
	m->pool[at - 1] = n + 1;
	e->val = at | LIST;
}

static size_t
count_of(const struct multi *m, const struct multi_entry *e)
{
	if ((e->val & LIST) != 0)
		return m->pool[(e->val & ~LIST) - 1];
	return e->val != 0;
}

bool
multi_add_below(struct multi *m, uint32_t tag, uint32_t index, size_t max)
{
	struct multi_entry *e;

	make_room(m);
	e = slot_of(m, tag);
	if (count_of(m, e) >= max)
		return false;
	if (e->val != 0) {
		add_more(m, e, index);
		return true;
	}
	*e = (struct multi_entry){ tag, index + 1 };
	m->n++;
	return true;
}

void
multi_add(struct multi *m, uint32_t tag, uint32_t index)
{
	(void)multi_add_below(m, tag, index, SIZE_MAX);
}

size_t
multi_get(const struct multi *m, uint32_t tag, uint32_t *v, size_t max)
{
	const struct multi_entry *e;
	size_t n;

	if (m->slots == NULL || max == 0)
		return 0;
	e = slot_of(m, tag);
	n = count_of(m, e);
	if (n > max)
		n = max;
	if ((e->val & LIST) != 0)
		memcpy(v, &m->pool[e->val & ~LIST], n * sizeof(*v));
	else if (n > 0)
		v[0] = e->val - 1;
	return n;
}

void
multi_soon(const struct multi *m, uint32_t tag)
{
	if (m->slots != NULL)
		__builtin_prefetch(&m->slots[home(m, tag)]);
}
