/*
 * srcmap.c - from text offsets back to source offsets; see srcmap.h.
 */
#include "srcmap.h"

/* Where text lies when only the first n numbers of the map are known. */
static size_t
run_on(const struct srcmap *m, size_t n, size_t text)
{
	return n == 0 ? text : m->v[n - 1] + (text - m->v[n - 2]);
}

void
srcmap_add(struct srcmap *m, size_t text, size_t source)
{
	if (m->n > 0 && m->v[m->n - 2] == text)
		m->n -= 2;
	if (run_on(m, m->n, text) == source)
		return;
	m->v = vec_room(m->a, m->v, m->n, &m->cap, sizeof(*m->v));
	m->v[m->n++] = text;
	m->v = vec_room(m->a, m->v, m->n, &m->cap, sizeof(*m->v));
	m->v[m->n++] = source;
}

/* How many numbers belong to pairs at or before a text offset. */
static size_t
upto(const struct srcmap *m, size_t text)
{
	size_t low = 0, high = m->n / 2;

	while (low < high) {
		size_t mid = low + (high - low) / 2;

		if (m->v[2 * mid] <= text)
			low = mid + 1;
		else
			high = mid;
	}
	return 2 * low;
}

size_t
srcmap_at(const struct srcmap *m, size_t text)
{
	return run_on(m, upto(m, text), text);
}

void
srcmap_run(struct srcmap *to, size_t text, const struct srcmap *m, size_t from,
    size_t n)
{
	size_t i = upto(m, from);

	if (n == 0)
		return;
	srcmap_add(to, text, run_on(m, i, from));
	for (; i < m->n && m->v[i] < from + n; i += 2)
		srcmap_add(to, text + (m->v[i] - from), m->v[i + 1]);
}

void
srcmap_join(struct srcmap *to, size_t at, size_t n, const struct srcmap *top,
    const struct srcmap *under)
{
	size_t text = 0, mid = 0;

	for (size_t i = 0; text < n; i += 2) {
		bool more = i < top->n && top->v[i] < n;
		size_t end = more ? top->v[i] : n, run = end - text;

		/* What was made of few bytes does not run on past them. */
		if (more && run > top->v[i + 1] - mid + 1)
			run = top->v[i + 1] - mid + 1;
		srcmap_run(to, at + text, under, mid, run);
		if (!more)
			return;
		text = end;
		mid = top->v[i + 1];
	}
}

void
srcmap_made(
    struct srcmap *m, size_t text, struct str made, size_t from, size_t last)
{
	bool more = false; /* made is more than one code point */

	if (made.n == 0)
		return;
	srcmap_add(m, text, from);
	for (size_t i = 1; i < made.n; i++) {
		more |= ((unsigned char)made.p[i] & 0xc0) != 0x80;
		if (i == made.n - 1 || (more && i > last - from))
			srcmap_add(m, text + i, last);
	}
}
