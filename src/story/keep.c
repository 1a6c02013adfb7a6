/*
 * keep.c - what pk-dedupe keeps between runs; see keep.h.
 */
#include "keep.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include "base/file.h"
#include "base/journal.h"
#include "finger.h"
#include "past.h"

#define FULL_BYTES (1024 * 1024) /* of output or log: then both are written */
#define KEYS_MAX 4096            /* keys of one item */
#define STALE_MIN (64 * 1024)    /* a smaller log is not worth writing anew */

/* Keys that wait to be an item. */
struct batch {
	uint32_t kind;
	struct set_key v[KEYS_MAX];
	size_t n;
};

struct keep {
	struct keep_options opt;
	struct store *store;
	struct past *past;
	struct journal *journal;
	struct out *out;
	uint64_t today;
	struct str doc;   /* of sentences to come */
	bool doc_written; /* in this frame */
	struct batch keys, seen;
	struct set *met; /* with expire: keys that the log has under today */
	struct arena scratch;
};

/* Days since 1970: of SOURCE_DATE_EPOCH, for runs that are to be repeated,
 * else of the clock. */
static uint64_t
this_day(void)
{
	const char *fixed = getenv("SOURCE_DATE_EPOCH");
	double v;

	if (fixed != NULL && str_num(str_of(fixed), &v) && v >= 0 && v < 1e15)
		return (uint64_t)v / 86400;
	return (uint64_t)time(NULL) / 86400;
}

static struct store_params
params_of(const struct keep_options *opt)
{
	return (struct store_params){ STORE_KEEP,
		{ FINGER_VERSION, opt->likeness, opt->mode },
		{ "made by a version of pk with other fingerprints",
		    "made with another --threshold",
		    "made with or without --exact, --lines, --key or "
		    "--normalise, unlike now" } };
}

static struct store *
open_store(struct arena *perm, const struct keep_options *opt)
{
	struct err err = { 0 };
	struct store *store = opt->dry
	    ? store_read(perm, opt->path, params_of(opt), false, false, &err)
	    : store_open(perm, opt->path, params_of(opt), &err);

	if (store == NULL && opt->dry && err.why == NULL && errno == ENOENT)
		return NULL; /* the first run: nothing is known */
	if (store == NULL && err.why == NULL)
		die("%s:", opt->path);
	if (store == NULL)
		die("%s: %s (byte %zu)%s", opt->path, err.why, err.at,
		    str_begins(str_of(err.why), STR("damaged"))
			? "; --recover keeps what is sound"
			: "");
	if (store_torn(store) > 0)
		note("%s: %zu bytes of a run that was cut off are left out",
		    opt->path, store_torn(store));
	return store;
}

/* Writes the log anew, without what has expired or was said twice. */
static void
compact(struct keep *keep, struct arena *perm)
{
	struct arena scratch = keep->scratch;

	if (!past_rewrite(keep->past, keep->opt.path, scratch))
		die("%s:", keep->opt.path);
	store_close(keep->store);
	keep->store = open_store(perm, &keep->opt);
	keep->past =
	    past_open(perm, keep->store, keep->today, keep->opt.expire);
}

struct keep *
keep_open(struct arena *perm, const struct keep_options *opt)
{
	struct keep *keep = arena_alloc(perm, 1, sizeof(*keep));

	keep->opt = *opt;
	keep->today = this_day();
	keep->scratch = arena_new(0);
	keep->keys.kind = KEEP_KEYS;
	keep->seen.kind = KEEP_SEEN;
	keep->journal = journal_open(perm, opt->path);
	keep->store = open_store(perm, opt);
	if (keep->store == NULL)
		return keep;
	keep->past = past_open(perm, keep->store, keep->today, opt->expire);
	if (!opt->dry && store_size(keep->store) > STALE_MIN &&
	    past_stale(keep->past) > store_size(keep->store) / 2 &&
	    store_torn(keep->store) == 0 && !journal_is_left(keep->journal))
		compact(keep, perm);
	if (opt->expire > 0)
		keep->met = past_today(keep->past);
	return keep;
}

bool
keep_next(struct keep *keep, struct store_item *item)
{
	return keep->past != NULL && past_next(keep->past, item);
}

size_t
keep_size(const struct keep *keep)
{
	return keep->store != NULL ? store_size(keep->store) : 0;
}

static void
flush_batch(struct keep *keep, struct batch *batch)
{
	if (batch->n > 0)
		keep_add(keep, batch->kind,
		    (struct str){
			(const char *)batch->v, batch->n * sizeof(*batch->v) },
		    STR(""));
	batch->n = 0;
}

/* Writes bytes with what is pending: output that was held. */
static void
write_held(void *arg, int fd, struct str bytes, const char *name)
{
	struct keep *keep = arg;
	struct store *store = keep->store;

	flush_batch(keep, &keep->keys);
	flush_batch(keep, &keep->seen);
	if (!store_reserve(store))
		die("%s:", keep->opt.path);
	if (!journal_begin(
		keep->journal, store_seal(store), fd, bytes, keep->scratch) ||
	    !store_commit(store))
		die("%s:", keep->opt.path);
	if (!journal_print(keep->journal, fd, bytes))
		die("%s:", name);
}

void
keep_attach(struct keep *keep, struct out *out)
{
	size_t printed;

	if (keep->opt.dry)
		return;
	out_flush(out);
	if (!journal_finish(keep->journal, store_seal(keep->store), out_fd(out),
		&printed, keep->scratch))
		die("%s:", keep->opt.path);
	if (printed > 0)
		note("%s: %zu bytes that a run which was cut off should have "
		     "printed come first",
		    keep->opt.path, printed);
	keep->out = out;
	out_hold(out, write_held, keep);
}

void
keep_doc(struct keep *keep, struct str name)
{
	keep->doc = name;
	keep->doc_written = false;
}

void
keep_add(struct keep *keep, uint32_t kind, struct str head, struct str tail)
{
	struct str day = { (const char *)&keep->today, sizeof(keep->today) };

	if (keep->opt.dry)
		return;
	/* Each frame says all that its items need, as those before it may be
	 * lost. */
	if (store_pending(keep->store) == 0) {
		store_add(keep->store, KEEP_DAY, day, STR(""));
		keep->doc_written = false;
	}
	if (kind == KEEP_SENTENCE && !keep->doc_written) {
		store_add(keep->store, KEEP_DOC, keep->doc, STR(""));
		keep->doc_written = true;
	}
	store_add(keep->store, kind, head, tail);
}

static void
add_key(struct keep *keep, struct batch *batch, struct set_key key)
{
	if (keep->opt.dry)
		return;
	batch->v[batch->n++] = key;
	if (batch->n == KEYS_MAX)
		flush_batch(keep, batch);
}

void
keep_seen(struct keep *keep, struct set_key key)
{
	/* What the log has under today, or was said before, is known. */
	if (keep->met != NULL && set_put(keep->met, key))
		add_key(keep, &keep->seen, key);
}

void
keep_key(struct keep *keep, struct set_key key, bool fresh)
{
	if (!fresh) {
		keep_seen(keep, key);
		return;
	}
	add_key(keep, &keep->keys, key);
	if (keep->met != NULL)
		(void)set_put(keep->met, key);
}

static void
commit(struct keep *keep)
{
	flush_batch(keep, &keep->keys);
	flush_batch(keep, &keep->seen);
	if (out_waiting(keep->out) > 0)
		out_flush(keep->out);
	else if (!store_reserve(keep->store) || !store_commit(keep->store))
		die("%s:", keep->opt.path);
}

void
keep_full(struct keep *keep)
{
	if (!keep->opt.dry &&
	    (store_pending(keep->store) > FULL_BYTES ||
		out_waiting(keep->out) > FULL_BYTES))
		commit(keep);
}

void
keep_close(struct keep *keep)
{
	if (keep->opt.dry)
		return;
	commit(keep);
	journal_close(keep->journal);
	store_close(keep->store);
}
