/*
 * arena.c - memory in stacks of chunks; see base.h.
 */
#include "base.h"

#include <stdalign.h>
#include <stdlib.h>
#include <string.h>

#define CHUNK_MIN (64 * 1024)

struct chunk {
	struct chunk *next; /* spare, or taken by a borrower */
	size_t cap;
	alignas(max_align_t) char data[];
};

static struct chunk *
chunk_new(size_t cap)
{
	struct chunk *b;

	if (cap > SIZE_MAX - sizeof(*b))
		die("out of memory");
	b = malloc(sizeof(*b) + cap);
	if (b == NULL)
		die("out of memory");
	b->next = NULL;
	b->cap = cap;
	return b;
}

static void
enter(struct arena *a, struct chunk *b)
{
	a->cur = b;
	a->beg = b->data;
	a->end = b->data + b->cap;
}

struct arena
arena_new(size_t bytes)
{
	struct arena a;

	enter(&a, chunk_new(bytes > 0 ? bytes : CHUNK_MIN));
	return a;
}

/* Moves on to a chunk with room for bytes: the next spare one if it is large
 * enough, else a new one before it.  A borrower's chunk may be the spare one:
 * it is free again, as it has returned. */
static void
grow(struct arena *a, size_t bytes)
{
	struct chunk *next = a->cur->next;

	if (next == NULL || next->cap < bytes) {
		size_t cap = a->cur->cap < CHUNK_MIN ? CHUNK_MIN : a->cur->cap;

		next = chunk_new(bytes > cap ? bytes : cap);
		next->next = a->cur->next;
		a->cur->next = next;
	}
	enter(a, next);
}

static size_t
rounded(size_t n, size_t size)
{
	const size_t unit = alignof(max_align_t);

	if (size != 0 && n > (SIZE_MAX - unit) / size)
		die("out of memory");
	return (n * size + unit - 1) / unit * unit;
}

/* As arena_alloc(), but not zeroed. */
static char *
take(struct arena *a, size_t bytes)
{
	char *p;

	if (bytes > (size_t)(a->end - a->beg))
		grow(a, bytes);
	p = a->beg;
	a->beg += bytes;
	return p;
}

void *
arena_alloc(struct arena *a, size_t n, size_t size)
{
	size_t bytes = rounded(n, size);

	return memset(take(a, bytes), 0, bytes);
}

struct str
str_copy(struct arena *a, struct str s)
{
	return (struct str){ str_cstr(a, s), s.n };
}

const char *
str_cstr(struct arena *a, struct str s)
{
	char *p = take(a, rounded(s.n + 1, 1));

	if (s.n > 0)
		memcpy(p, s.p, s.n);
	p[s.n] = '\0';
	return p;
}

/* The old bytes at p, of size had, in a place of size want: the same place
 * when nothing was taken behind it. */
static char *
regrow(struct arena *a, char *p, size_t had, size_t want)
{
	char *q;

	if (p != NULL && p + had == a->beg && p >= a->cur->data &&
	    want - had <= (size_t)(a->end - a->beg)) {
		a->beg += want - had;
		return p;
	}
	q = take(a, want);
	if (p != NULL)
		memcpy(q, p, had);
	return q;
}

void *
vec_room(struct arena *a, void *items, size_t n, size_t *cap, size_t size)
{
	size_t had, want;
	char *p;

	if (n < *cap)
		return items;
	had = rounded(*cap, size);
	*cap = *cap > 0 ? *cap * 2 : 8;
	want = rounded(*cap, size);
	p = regrow(a, items, had, want);
	memset(p + had, 0, want - had);
	return p;
}

static void
buf_room(struct buf *b, size_t more)
{
	size_t want = b->cap > 0 ? b->cap * 2 : 64;

	if (more <= b->cap - b->n)
		return;
	if (more > SIZE_MAX / 2 - b->n)
		die("out of memory");
	if (want < b->n + more)
		want = b->n + more;
	want = rounded(want, 1);
	b->p = regrow(b->a, b->p, b->cap, want);
	b->cap = want;
}

void
buf_add(struct buf *b, struct str s)
{
	if (s.n == 0)
		return;
	buf_room(b, s.n);
	memcpy(b->p + b->n, s.p, s.n);
	b->n += s.n;
}

char *
buf_more(struct buf *b, size_t n)
{
	buf_room(b, n);
	b->n += n;
	return b->p + b->n - n;
}

void
buf_byte(struct buf *b, char c)
{
	buf_room(b, 1);
	b->p[b->n++] = c;
}

struct str
buf_str(const struct buf *b)
{
	return b->p == NULL ? STR("") : (struct str){ b->p, b->n };
}
