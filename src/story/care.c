/*
 * care.c - a state file of pk-dedupe, looked into and mended; see care.h.
 */
#include "care.h"

#include <stdarg.h>
#include <stdio.h>
#include <time.h>

#include "finger.h"
#include "keep.h"
#include "past.h"
#include "repeat.h"

#define NONE UINT64_MAX /* no day */

static struct store *
open_any(struct arena *perm, const char *path, bool salvage, struct err *err)
{
	struct store_params params = { .use = STORE_KEEP };
	struct store *store =
	    store_read(perm, path, params, true, salvage, err);

	if (store == NULL && err->why == NULL)
		die("%s:", path);
	return store;
}

/* As above; frames that are damaged are passed over. */
static struct store *
open_sound(struct arena *perm, const char *path)
{
	struct err err;
	struct store *store = open_any(perm, path, true, &err);

	if (store == NULL)
		die("%s: %s", path, err.why);
	return store;
}

static void __attribute__((format(printf, 2, 3)))
say(struct out *out, const char *fmt, ...)
{
	char line[512];
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(line, sizeof(line), fmt, ap);
	va_end(ap);
	out_bytes(out, str_of(line));
}

/* "2025-11-28". */
static const char *
date_of(uint64_t day, char buf[32])
{
	time_t t = (time_t)(day * 86400);
	struct tm tm;

	if (day > 100000000 || gmtime_r(&t, &tm) == NULL ||
	    strftime(buf, 32, "%Y-%m-%d", &tm) == 0)
		buf[0] = '\0';
	return buf;
}

static uint64_t
day_in(const struct store_item *item, uint64_t otherwise)
{
	uint64_t day;

	if (item->kind != KEEP_DAY || item->body.n != sizeof(day))
		return otherwise;
	memcpy(&day, item->body.p, sizeof(day));
	return day;
}

static void
say_made(struct out *out, struct store_params made)
{
	uint32_t mode = made.v[2];

	say(out, "made with: fingerprints %lu, threshold %g, %s\n",
	    (unsigned long)made.v[0], (double)made.v[1] / 1000,
	    mode == 0       ? "sentences"
		: mode == 1 ? "sentences, exact"
		: mode >> 4 ? "records by --key"
			    : "lines");
}

static void
say_counts(struct out *out, struct store *store)
{
	static const char *const names[] = { NULL, "documents", "sentences",
		"facts", "keys", "keys seen again" };
	size_t n[KEEP_DAY + 1] = { 0 };
	uint64_t first = NONE, last = NONE;
	struct store_item item;
	char a[32], b[32];

	while (store_next(store, &item)) {
		bool list = item.kind == KEEP_KEYS || item.kind == KEEP_SEEN;

		if (item.kind > KEEP_DAY)
			continue;
		n[item.kind] += list ? item.body.n / sizeof(struct set_key) : 1;
		last = day_in(&item, last);
		if (first == NONE)
			first = last;
	}
	say(out, "%zu frames\n", store_frames(store));
	for (size_t i = 1; i < COUNT(names); i++) {
		if (n[i] > 0)
			say(out, "%zu %s\n", n[i], names[i]);
	}
	if (first != NONE)
		say(out, "from %s to %s\n", date_of(first, a),
		    date_of(last, b));
}

bool
care_check(struct arena *perm, const char *path, struct out *out)
{
	struct err err, ignored;
	struct store *store = open_any(perm, path, false, &err);
	bool sound = store != NULL;

	if (!sound)
		store = open_any(perm, path, true, &ignored);
	say(out, "%s: %s\n", path, sound ? "sound" : err.why);
	if (store == NULL)
		return false;
	if (store_size(store) > 0)
		say_made(out, store_made(store));
	say_counts(out, store);
	if (!sound)
		say(out, "%zu bytes are damaged, first at byte %zu\n",
		    store_lost(store), err.at);
	if (store_torn(store) > 0)
		say(out, "%zu bytes of a run that was cut off\n",
		    store_torn(store));
	return sound;
}

static struct str
hex_of(struct str body, char buf[40])
{
	size_t n = 0;

	for (size_t i = 0; i < 16 && i < body.n; i++)
		n += (size_t)snprintf(
		    buf + n, 3, "%02x", (unsigned char)body.p[i]);
	return (struct str){ buf, n };
}

/* What a dump says in each of its lines. */
struct place {
	uint64_t day;
	struct str doc; /* raw JSON */
};

static void
dump_line(struct out *out, const char *kind, const struct place *place,
    struct str body, bool sentence)
{
	char date[32], hex[40];

	say(out, "{\"type\":\"state\",\"kind\":\"%s\"", kind);
	if (place->day != NONE)
		say(out, ",\"day\":\"%s\"", date_of(place->day, date));
	if (sentence && place->doc.n > 0) {
		out_bytes(out, STR(",\"doc\":"));
		out_bytes(out, place->doc);
	}
	if (sentence)
		say(out, ",\"sent\":%lu",
		    (unsigned long)repeat_kept(body).sent);
	hex_of(body, hex);
	say(out, ",\"key\":\"%s\"", hex);
	if (sentence)
		say(out, ",\"words\":%zu", repeat_kept(body).words);
	out_bytes(out, STR("}\n"));
}

static void
dump_item(struct out *out, struct place *place, const struct store_item *item)
{
	const size_t size = sizeof(struct set_key);

	switch (item->kind) {
	case KEEP_DOC:
		place->doc = item->body;
		break;
	case KEEP_SENTENCE:
		if (item->body.n >= size)
			dump_line(out, "sentence", place, item->body, true);
		break;
	case KEEP_FACT:
		if (item->body.n >= size)
			dump_line(out, "fact", place, item->body, false);
		break;
	case KEEP_KEYS:
	case KEEP_SEEN:
		for (size_t i = 0; i + size <= item->body.n; i += size)
			dump_line(out, item->kind == KEEP_KEYS ? "key" : "seen",
			    place, str_cut(item->body, i, i + size), false);
		break;
	default:
		place->day = day_in(item, place->day);
	}
}

bool
care_dump(struct arena *perm, const char *path, struct out *out)
{
	struct store *store = open_sound(perm, path);
	struct place place = { .day = NONE };
	struct store_item item;

	while (store_next(store, &item))
		dump_item(out, &place, &item);
	if (store_lost(store) > 0)
		warn("%s: %zu bytes are damaged", path, store_lost(store));
	return store_lost(store) == 0;
}

size_t
care_recover(struct arena *perm, const char *path)
{
	struct store *store = open_sound(perm, path);
	struct past *past = past_open(perm, store, 0, 0);
	size_t lost = store_lost(store) + store_torn(store);

	if (lost > 0 && !past_rewrite(past, path, arena_new(0)))
		die("%s:", path);
	store_close(store);
	return lost;
}
