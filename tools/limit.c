/*
 * limit.c - the least that a filter of exact repeats can do, for tools/bench:
 * read, a 128-bit hash of each line, a set of hashes, and writing what is new.
 *
 * usage: limit <FILE
 *
 * It is written to be fast and plain: no options, no checks beyond those that
 * keep it right, lines of at most 1 MB.
 */
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define XXH_INLINE_ALL
#include <xxhash.h>

static XXH128_hash_t *slots;
static size_t size = 1 << 16, count;

static bool
put(XXH128_hash_t key)
{
	size_t s = key.low64 & (size - 1);

	for (; (slots[s].low64 | slots[s].high64) != 0; s = (s + 1) % size) {
		if (XXH128_isEqual(slots[s], key))
			return false;
	}
	slots[s] = key;
	return true;
}

/* Doubles the set when it is half full. */
static void
make_room(void)
{
	XXH128_hash_t *old = slots;
	size_t n = size;

	if (old != NULL && count < size / 2)
		return;
	size *= old != NULL ? 2 : 1;
	slots = calloc(size, sizeof(*slots));
	if (slots == NULL)
		exit(2);
	for (size_t i = 0; old != NULL && i < n; i++) {
		if ((old[i].low64 | old[i].high64) != 0)
			(void)put(old[i]);
	}
	free(old);
}

/* Writes the lines in buf[0, n) that are new; returns the bytes of the
 * unfinished one at the end. */
static size_t
see(const char *buf, size_t n)
{
	const char *p = buf, *end = buf + n, *nl;

	while ((nl = memchr(p, '\n', (size_t)(end - p))) != NULL) {
		make_room();
		if (put(XXH3_128bits(p, (size_t)(nl - p)))) {
			count++;
			fwrite(p, 1, (size_t)(nl - p) + 1, stdout);
		}
		p = nl + 1;
	}
	return (size_t)(end - p);
}

int
main(void)
{
	static char buf[1 << 20], to[1 << 17];
	size_t have = 0, n;

	setvbuf(stdout, to, _IOFBF, sizeof(to));
	while ((n = fread(buf + have, 1, sizeof(buf) - have, stdin)) > 0) {
		size_t rest = see(buf, have + n);

		memmove(buf, buf + have + n - rest, rest);
		have = rest;
	}
	return fflush(stdout) == 0 ? 0 : 2;
}
