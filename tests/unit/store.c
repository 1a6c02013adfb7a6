/*
 * store.c - memory between runs: what is committed comes back, what is
 * damaged is refused, what was not finished is left out.
 */
#include "base/store.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "check.h"

enum kind { DOC = 1, SENTENCE, FACT };

static const struct store_params params = { STORE_KEEP, { 1, 800, 0 },
	{ "other fingerprints", "other threshold", "other exactness" } };

static struct arena arena;
static char path[64];

/* Opens the log as another run would: a process has no lock against
 * itself. */
static struct store *
reopen(struct err *err)
{
	return store_open(&arena, path, params, err);
}

static bool
commit(struct store *s)
{
	return store_reserve(s) && store_commit(s);
}

/* Writes the file anew: n bytes of log, of which byte at is changed. */
static void
rewrite(struct str log, size_t n, size_t at)
{
	struct buf b = { .a = &arena };

	buf_add(&b, str_cut(log, 0, n));
	if (at < n)
		b.p[at] = (char)(b.p[at] ^ 4);
	CHECK(file_replace(path, buf_str(&b), arena_new(0)));
}

static size_t
items(struct store *s)
{
	struct store_item item;
	size_t n = 0;

	while (store_next(s, &item))
		n++;
	return n;
}

static void
comes_back(void)
{
	struct err err;
	struct store *s = reopen(&err);
	struct store_item item;

	CHECK(s != NULL && !store_next(s, &item) && commit(s));
	store_add(s, DOC, STR("\"a\""), STR(""));
	store_add(s, SENTENCE, STR("head"), STR("and tail"));
	CHECK(commit(s) && store_pending(s) == 0);
	store_add(s, FACT, STR("12345678"), STR(""));
	CHECK(commit(s));
	store_add(s, FACT, STR("never committed"), STR(""));
	s = reopen(&err);
	CHECK(s != NULL && store_torn(s) == 0);
	CHECK(store_next(s, &item) && item.kind == DOC);
	CHECK_STR(item.body, "\"a\"");
	CHECK(store_next(s, &item) && item.kind == SENTENCE);
	CHECK_STR(item.body, "headand tail");
	CHECK((uintptr_t)item.body.p % 8 == 0);
	CHECK(store_next(s, &item) && item.kind == FACT);
	CHECK(!store_next(s, &item) && !store_next(s, &item));
}

/* The log that comes_back() wrote, with every byte changed in turn, cut at
 * every fifth, and as a run leaves it that was killed: with zeros for what it
 * did not write. */
static void
damage(void)
{
	struct err err;
	struct str log, kept;
	struct store *s;

	CHECK(file_map(path, &log));
	for (size_t i = 0; i < log.n; i++) {
		rewrite(log, log.n, i);
		s = reopen(&err);
		CHECK(s == NULL && err.why != NULL);
	}
	for (size_t n = 0; n < log.n; n += 5) {
		rewrite(log, n, n);
		s = reopen(&err);
		/* Behind a frame nothing tells that there was another. */
		CHECK(s != NULL || err.why != NULL);
		CHECK(s == NULL || n == 0 || store_torn(s) == 0);
	}
	for (size_t n = 56; n < log.n; n += 8) {
		rewrite(log, n, n);
		CHECK(truncate(path, (off_t)log.n) == 0);
		s = reopen(&err);
		if (s == NULL)
			continue; /* frames behind the first were zeroed */
		CHECK(items(s) <= 2);
		store_add(s, FACT, STR("12345678"), STR(""));
		CHECK(commit(s));
		s = reopen(&err);
		CHECK(s != NULL && store_torn(s) == 0 && items(s) >= 1);
	}
	/* Zeros where the last frame should be: the machine stopped. */
	rewrite(log, log.n, log.n);
	CHECK(truncate(path, (off_t)log.n + 4096) == 0);
	s = reopen(&err);
	CHECK(s != NULL && store_torn(s) == 4096 && items(s) == 3);
	CHECK(file_map(path, &kept) && kept.n == log.n + 4096);
}

/* A log to be read only: nothing is changed, frames that are damaged are
 * passed over, and those behind them are there. */
static void
salvaged(void)
{
	struct err err;
	struct str log;
	struct store *s;
	struct store_item item;

	unlink(path);
	CHECK(store_read(&arena, path, params, false, false, &err) == NULL);
	CHECK(err.why == NULL && errno == ENOENT);
	s = reopen(&err);
	for (int i = 0; i < 3; i++) {
		store_add(s, FACT, STR("12345678"), STR(""));
		CHECK(commit(s));
	}
	CHECK(file_map(path, &log));
	rewrite(log, log.n, 56 + 32 + 20); /* in the second frame */
	s = store_read(&arena, path, params, false, false, &err);
	CHECK(s == NULL && err.at == 56 + 32);
	s = store_read(&arena, path, params, true, true, &err);
	CHECK(s != NULL && store_frames(s) == 2 && store_lost(s) == 32);
	CHECK(store_next(s, &item) && store_next(s, &item));
	CHECK(!store_next(s, &item));
	store_rewind(s);
	CHECK(items(s) == 2);
	CHECK(file_map(path, &log) && log.n == 56 + 3 * 32);
}

static void
refused(void)
{
	struct store_params other = params;
	struct err err;
	struct str log;

	other.v[1] = 900;
	CHECK(store_open(&arena, path, other, &err) == NULL);
	CHECK(err.why == params.why[1]);
	other = params;
	other.use = STORE_HABIT;
	CHECK(store_open(&arena, path, other, &err) == NULL);
	CHECK(err.why != NULL && strstr(err.why, "another program") != NULL);
	CHECK(file_replace(path, STR("# my notes\n"), arena_new(0)));
	CHECK(reopen(&err) == NULL && err.why != NULL);
	CHECK(file_map(path, &log));
	CHECK_STR(log, "# my notes\n");
	CHECK(store_open(&arena, "/nonexistent/state", params, &err) == NULL);
	CHECK(err.why == NULL && errno == ENOENT);
	CHECK(store_open(&arena, "/", params, &err) == NULL);
	CHECK(err.why == NULL && errno == EISDIR);
}

/* A log written anew: what it held is gone, its file is another. */
static void
anew(void)
{
	struct err err;
	struct store *s;
	struct store_item item;
	size_t size;

	unlink(path);
	s = reopen(&err);
	CHECK(s != NULL && store_size(s) == 0);
	for (int i = 0; i < 100; i++)
		store_add(s, FACT, STR("12345678"), STR(""));
	CHECK(commit(s));
	size = store_size(s);
	store_add(s, FACT, STR("never committed"), STR(""));
	store_renew(s);
	store_add(s, DOC, STR("\"a\""), STR(""));
	CHECK(store_replace(s, arena_new(0)));
	s = reopen(&err);
	CHECK(s != NULL && store_torn(s) == 0 && store_size(s) < size);
	CHECK(store_next(s, &item) && item.kind == DOC);
	CHECK(!store_next(s, &item));
	store_add(s, FACT, STR("12345678"), STR(""));
	CHECK(commit(s));
	s = reopen(&err);
	CHECK(s != NULL && items(s) == 2);
	s = store_open(&arena, "/nonexistent/state", params, &err);
	CHECK(s == NULL);
}

int
main(void)
{
	arena = arena_new(0);
	snprintf(path, sizeof(path), "/tmp/pk-store-%ld", (long)getpid());
	unlink(path);
	comes_back();
	damage();
	salvaged();
	refused();
	anew();
	unlink(path);
	return check_end();
}
