/*
 * fuzz.h - what the fuzz targets share.
 *
 * A target is LLVMFuzzerTestOneInput() in tests/fuzz/<parser>.c: it gives any
 * bytes to one parser and asserts what its header promises.  `make fuzz` links
 * it with libFuzzer; main.c instead runs it over its corpus, for `make check`
 * and for valgrind.  An input that once broke it is kept in
 * tests/fuzz/corpus/<parser>/.
 */
#ifndef PK_FUZZ_H
#define PK_FUZZ_H

#include <stdio.h>
#include <stdlib.h>

#include "base/base.h"
#include "base/rec.h"
#include "base/utf8.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Stops at once: a target that goes on would hide its input. */
#define CHECK(cond) ((cond) ? (void)0 : fuzz_stop(__FILE__, __LINE__, #cond))

static inline void
fuzz_stop(const char *file, int line, const char *cond)
{
	fprintf(stderr, "%s:%d: not so: %s\n", file, line, cond);
	abort();
}

/* The one arena of a target, empty again at each call. */
static inline struct arena *
fuzz_arena(void)
{
	static struct arena arena, mark;
	static bool made;

	if (!made)
		mark = arena_new(0);
	made = true;
	arena = mark;
	return &arena;
}

/* The input as text: what the stages behind charset.h are promised.  Bytes
 * that are not UTF-8 become U+FFFD. */
static inline struct str
fuzz_text(const uint8_t *data, size_t size, struct arena *a)
{
	struct str raw = { (const char *)data, size };
	struct buf text = { .a = a };
	size_t at = 0;

	while (at < size) {
		int32_t cp;
		int n = utf8_decode(raw, at, &cp);

		buf_cp(&text, cp);
		at += (size_t)(n < 0 ? -n : n);
	}
	return text.n > 0 ? buf_str(&text) : STR("");
}

/* The number that rec must have under key. */
static inline size_t
fuzz_size(const struct rec *rec, const char *key)
{
	size_t v = 0;

	CHECK(rec_size(rec, key, &v));
	return v;
}

/* Whether at is a border between code points of s, or its end. */
static inline bool
fuzz_border(struct str s, size_t at)
{
	return at == s.n ||
	    (at < s.n && ((unsigned char)s.p[at] & 0xc0) != 0x80);
}

#endif
