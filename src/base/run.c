/*
 * run.c - sorted runs of keys on the disk; see run.h.
 */
#include "run.h"

#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

#include "file.h"
#include "table.h"

#define RUNS_MAX 64  /* as each is half of the one before, more than enough */
#define PAGE 256     /* keys that are read at once: 4 KB */
#define BUFFER 16384 /* keys that are merged at once */
#define PROBES 6     /* bits of the filter that a key sets */
#define STEPS 4      /* by spread, before halves */

struct run {
	int fd;
	size_t n;
};

struct runs {
	struct run v[RUNS_MAX];
	size_t n;
	uint64_t *filter;
	uint64_t mask; /* of bits */
};

/* One run as it is read, or written, from its start to its end. */
struct tape {
	struct run run;
	struct set_key *v;
	size_t at, have, done; /* in v; keys of the file before v */
};

struct runs *
runs_open(struct arena *perm, size_t memory)
{
	struct runs *runs = arena_alloc(perm, 1, sizeof(*runs));
	size_t words = 1024;

	while (words * 2 * sizeof(*runs->filter) <= memory)
		words *= 2;
	runs->filter = table_alloc(words, sizeof(*runs->filter));
	runs->mask = words * 64 - 1;
	return runs;
}

/* The bit of a key's probe i. */
static uint64_t
probe(const struct runs *runs, struct set_key key, uint64_t i)
{
	return (key.v[1] + i * (key.v[0] | 1)) & runs->mask;
}

static bool
passes(const struct runs *runs, struct set_key key)
{
	for (uint64_t i = 0; i < PROBES; i++) {
		uint64_t bit = probe(runs, key, i);

		if (!(runs->filter[bit / 64] >> bit % 64 & 1))
			return false;
	}
	return true;
}

static void
mark(struct runs *runs, struct set_key key)
{
	for (uint64_t i = 0; i < PROBES; i++) {
		uint64_t bit = probe(runs, key, i);

		runs->filter[bit / 64] |= (uint64_t)1 << bit % 64;
	}
}

static int
compare(struct set_key a, struct set_key b)
{
	int high = (a.v[0] > b.v[0]) - (a.v[0] < b.v[0]);

	return high != 0 ? high : (a.v[1] > b.v[1]) - (a.v[1] < b.v[1]);
}

static int
by_key(const void *a, const void *b)
{
	return compare(*(const struct set_key *)a, *(const struct set_key *)b);
}

static void
write_keys(int fd, const struct set_key *v, size_t n)
{
	if (!file_write(fd, (struct str){ (const char *)v, n * sizeof(*v) }))
		die("keys that do not fit into memory:");
}

/* Reads up to n keys from place at; returns how many there are. */
static size_t
read_keys(const struct run *run, size_t at, struct set_key *v, size_t n)
{
	size_t want, got = 0;

	if (n > run->n - at)
		n = run->n - at;
	want = n * sizeof(*v);
	while (got < want) {
		ssize_t r = pread(run->fd, (char *)v + got, want - got,
		    (off_t)(at * sizeof(*v) + got));

		if (r < 0 && errno == EINTR)
			continue;
		if (r <= 0)
			die("keys that do not fit into memory:");
		got += (size_t)r;
	}
	return n;
}

static bool
more(struct tape *t)
{
	if (t->at < t->have)
		return true;
	t->done += t->have;
	t->at = 0;
	t->have = read_keys(&t->run, t->done, t->v, BUFFER);
	return t->have > 0;
}

static void
put(struct tape *to, struct set_key key)
{
	to->v[to->at++] = key;
	to->run.n++;
	if (to->at < BUFFER)
		return;
	write_keys(to->run.fd, to->v, to->at);
	to->at = 0;
}

static struct tape
tape_open(struct run run)
{
	struct tape t = { .run = run };

	t.v = table_alloc(BUFFER, sizeof(*t.v));
	return t;
}

static void
tape_close(struct tape *t)
{
	table_free(t->v, BUFFER, sizeof(*t->v));
}

static struct run
new_run(void)
{
	struct run run = { file_unnamed(), 0 };

	if (run.fd < 0)
		die("no file for keys that do not fit into memory:");
	return run;
}

/* One run of two; no key is in both. */
static struct run
merge(struct run a, struct run b)
{
	struct tape x = tape_open(a), y = tape_open(b),
		    to = tape_open(new_run());

	while (more(&x) && more(&y)) {
		if (compare(x.v[x.at], y.v[y.at]) < 0)
			put(&to, x.v[x.at++]);
		else
			put(&to, y.v[y.at++]);
	}
	while (more(&x))
		put(&to, x.v[x.at++]);
	while (more(&y))
		put(&to, y.v[y.at++]);
	write_keys(to.run.fd, to.v, to.at);
	tape_close(&x);
	tape_close(&y);
	tape_close(&to);
	(void)close(a.fd);
	(void)close(b.fd);
	return to.run;
}

void
runs_add(struct runs *runs, struct set_key *slots, size_t n)
{
	struct run run = new_run();
	size_t kept = 0;

	for (size_t i = 0; i < n; i++) {
		if ((slots[i].v[0] | slots[i].v[1]) == 0)
			continue;
		mark(runs, slots[i]);
		slots[kept++] = slots[i];
	}
	/* They are nearly in order already, by their upper bits. */
	qsort(slots, kept, sizeof(*slots), by_key);
	write_keys(run.fd, slots, kept);
	run.n = kept;
	memset(slots, 0, n * sizeof(*slots));
	while (runs->n > 0 && runs->v[runs->n - 1].n < 2 * run.n)
		run = merge(runs->v[--runs->n], run);
	runs->v[runs->n++] = run;
}

/* Whether a run has a key: its page is looked for where an even spread would
 * have it, and, should the spread be odd, by halves. */
static bool
run_has(const struct run *run, struct set_key key)
{
	size_t low = 0, high = (run->n + PAGE - 1) / PAGE;
	double bottom = 0, top = 18446744073709551616.0;
	struct set_key v[PAGE] = { { { 0 } } };

	for (int step = 0; low < high; step++) {
		double share = ((double)key.v[0] - bottom) / (top - bottom);
		size_t at = low + (high - low) / 2, n;

		if (step < STEPS && share >= 0 && share < 1)
			at = low + (size_t)(share * (double)(high - low));
		n = read_keys(run, at * PAGE, v, PAGE);
		if (compare(key, v[0]) < 0) {
			high = at;
			top = (double)v[0].v[0];
		} else if (compare(key, v[n - 1]) > 0) {
			low = at + 1;
			bottom = (double)v[n - 1].v[0];
		} else {
			return bsearch(&key, v, n, sizeof(*v), by_key) != NULL;
		}
	}
	return false;
}

bool
runs_have(const struct runs *runs, struct set_key key)
{
	if (!passes(runs, key))
		return false;
	for (size_t i = 0; i < runs->n; i++) {
		if (run_has(&runs->v[i], key))
			return true;
	}
	return false;
}
