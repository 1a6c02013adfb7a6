/*
 * past.c - a log of pk-dedupe, without what has expired; see past.h.
 */
#include "past.h"

#include <errno.h>
#include <stdio.h>
#include <unistd.h>

#include "base/file.h"
#include "keep.h"

#define FRAME_BYTES ((size_t)16 * 1024 * 1024) /* of a log written anew */

struct past {
	struct arena *perm;
	struct store *store;
	uint64_t today, days;
	uint64_t day;        /* of the item read last */
	struct set *seen;    /* keys seen again, and not too long ago */
	struct set *current; /* keys under today */
	size_t stale;
	struct store_item doc;   /* one whose name was not passed yet */
	struct store_item after; /* what follows a name that was; or kind 0 */
};

static bool
expired(const struct past *past, uint64_t day)
{
	return past->days > 0 && day + past->days < past->today;
}

static struct set_key
key_at(struct str body, size_t i)
{
	struct set_key key;

	memcpy(&key, body.p + i * sizeof(key), sizeof(key));
	return key;
}

/* How many keys an item begins with. */
static size_t
keys_of(const struct store_item *item)
{
	size_t n = item->body.n / sizeof(struct set_key);

	switch (item->kind) {
	case KEEP_KEYS:
	case KEEP_SEEN:
		return n;
	case KEEP_SENTENCE:
	case KEEP_FACT:
		return n > 0 ? 1 : 0;
	default:
		return 0;
	}
}

/* Reads what the log says of days. */
static void
read_day(struct past *past, const struct store_item *item)
{
	if (item->kind == KEEP_DAY && item->body.n == sizeof(past->day))
		memcpy(&past->day, item->body.p, sizeof(past->day));
}

/* Finds what was seen again, and what is under today. */
static void
find_seen(struct past *past)
{
	struct store_item item;

	past->seen = set_open(past->perm, 0);
	past->current = set_open(past->perm, 0);
	while (store_next(past->store, &item)) {
		bool live;

		read_day(past, &item);
		live = !expired(past, past->day);
		for (size_t i = 0; i < keys_of(&item); i++) {
			struct set_key key = key_at(item.body, i);

			if (item.kind == KEEP_SEEN && live)
				set_put(past->seen, key);
			if (past->day == past->today)
				set_put(past->current, key);
		}
	}
	past->day = 0;
	store_rewind(past->store);
}

/* Whether an item's key i has not expired. */
static bool
lives(const struct past *past, const struct store_item *item, size_t i)
{
	return !expired(past, past->day) ||
	    set_has(past->seen, key_at(item->body, i));
}

/* Takes the keys that expired out of an item; false when none is left. */
static bool
prune(struct past *past, struct store_item *item)
{
	struct buf b = { .a = past->perm };
	size_t n = keys_of(item);

	if (!expired(past, past->day))
		return true;
	if (item->kind != KEEP_KEYS)
		return n > 0 && lives(past, item, 0);
	for (size_t i = 0; i < n; i++) {
		struct set_key key = key_at(item->body, i);

		if (lives(past, item, i))
			buf_add(&b,
			    (struct str){ (const char *)&key, sizeof(key) });
	}
	item->body = buf_str(&b);
	return item->body.n > 0;
}

/* The bytes of all that a log written anew would not have. */
static void
weigh(struct past *past)
{
	struct set *again = set_open(past->perm, 0);
	struct store_item item;

	while (store_next(past->store, &item)) {
		read_day(past, &item);
		for (size_t i = 0; i < keys_of(&item); i++) {
			struct set_key key = key_at(item.body, i);
			bool list =
			    item.kind == KEEP_KEYS || item.kind == KEEP_SEEN;
			bool dead = item.kind == KEEP_SEEN
			    ? expired(past, past->day) || !set_put(again, key)
			    : !lives(past, &item, i);

			if (dead)
				past->stale += list ? sizeof(key) : item.body.n;
		}
	}
	past->day = 0;
	store_rewind(past->store);
}

struct past *
past_open(struct arena *perm, struct store *store, uint64_t today, size_t days)
{
	struct past *past = arena_alloc(perm, 1, sizeof(*past));

	past->perm = perm;
	past->store = store;
	past->today = today;
	past->days = days;
	if (days > 0) {
		find_seen(past);
		weigh(past);
	}
	return past;
}

/* The next item of any kind but those of documents without items, and those
 * that expired. */
static bool
next(struct past *past, struct store_item *item)
{
	while (store_next(past->store, item)) {
		read_day(past, item);
		if (item->kind == KEEP_DOC)
			past->doc = *item;
		else if (item->kind == KEEP_SEEN || item->kind == KEEP_DAY ||
		    prune(past, item))
			return true;
	}
	return false;
}

bool
past_next(struct past *past, struct store_item *item)
{
	/* A document is followed by the item that asked for it. */
	static const struct store_item none;

	if (past->after.kind != 0) {
		*item = past->after;
		past->after = none;
		return true;
	}
	do {
		if (!next(past, item))
			return false;
	} while (item->kind == KEEP_SEEN || item->kind == KEEP_DAY);
	if (item->kind == KEEP_SENTENCE && past->doc.kind != 0) {
		past->after = *item;
		*item = past->doc;
		past->doc = none;
	}
	return true;
}

size_t
past_stale(const struct past *past)
{
	return past->stale;
}

struct set *
past_today(struct past *past)
{
	return past->current;
}

/* The log that is written anew. */
struct copy {
	struct store *store;
	uint64_t day; /* that its end is under */
	bool failed;
};

static void
copy_item(struct copy *to, uint64_t day, const struct store_item *item)
{
	if (to->day != day)
		store_add(to->store, KEEP_DAY,
		    (struct str){ (const char *)&day, sizeof(day) }, STR(""));
	to->day = day;
	store_add(to->store, item->kind, item->body, STR(""));
	if (store_pending(to->store) > FRAME_BYTES)
		to->failed |= !store_commit(to->store);
}

/* The last days on which keys were seen, latest first in the log, so that each
 * is copied once: v[n] are the items of KEEP_SEEN. */
static void
copy_seen(struct past *past, struct copy *to, const struct store_item *v,
    const uint64_t *days, size_t n)
{
	struct set *done = set_open(past->perm, 0);

	while (n-- > 0) {
		struct buf b = { .a = past->perm };
		struct store_item item = { KEEP_SEEN, { 0 } };

		for (size_t i = 0; i < keys_of(&v[n]); i++) {
			struct set_key key = key_at(v[n].body, i);

			if (!expired(past, days[n]) && set_put(done, key))
				buf_add(&b,
				    (struct str){
					(const char *)&key, sizeof(key) });
		}
		item.body = buf_str(&b);
		if (b.n > 0)
			copy_item(to, days[n], &item);
	}
}

static bool
copy_all(struct past *past, struct copy *to)
{
	struct store_item item, *seen = NULL;
	uint64_t *days = NULL;
	size_t n = 0, cap = 0, days_cap = 0;

	store_rewind(past->store);
	past->day = 0;
	while (next(past, &item)) {
		if (item.kind == KEEP_SEEN) {
			seen =
			    vec_room(past->perm, seen, n, &cap, sizeof(*seen));
			days = vec_room(
			    past->perm, days, n, &days_cap, sizeof(*days));
			days[n] = past->day;
			seen[n++] = item;
		}
		if (item.kind == KEEP_SEEN || item.kind == KEEP_DAY)
			continue;
		if (item.kind == KEEP_SENTENCE && past->doc.kind != 0)
			copy_item(to, past->day, &past->doc);
		if (item.kind == KEEP_SENTENCE)
			past->doc.kind = 0;
		copy_item(to, past->day, &item);
	}
	copy_seen(past, to, seen, days, n);
	return !to->failed && store_commit(to->store);
}

bool
past_rewrite(struct past *past, const char *path, struct arena scratch)
{
	struct buf name = { .a = &scratch };
	struct copy to = { .day = UINT64_MAX };
	char pid[32];
	struct err err;
	bool ok;

	snprintf(pid, sizeof(pid), ".%ld.tmp", (long)getpid());
	buf_add(&name, str_of(path));
	buf_add(&name, str_of(pid));
	buf_byte(&name, '\0');
	(void)unlink(name.p);
	to.store =
	    store_open(past->perm, name.p, store_made(past->store), &err);
	if (to.store == NULL)
		return false;
	ok = copy_all(past, &to) && rename(name.p, path) == 0 &&
	    file_sync_dir(path, scratch);
	if (!ok) {
		int saved = errno;

		(void)unlink(name.p);
		errno = saved;
	}
	store_close(to.store);
	return ok;
}
