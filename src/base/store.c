/*
 * store.c - memory between runs; see store.h and pk-state(5).
 */
#include "store.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#define XXH_INLINE_ALL
#include <xxhash.h>

#include "file.h"

#define ORDER 0x01020304 /* reads otherwise on a machine that differs */
#define ALIGN 8

struct head {
	char magic[8];
	uint32_t version, order;
	uint32_t v[STORE_PARAMS], use;
	uint32_t zero[4];
	uint64_t sum; /* of all before it */
};

/* Before the bytes of a frame; behind them is their sum. */
struct frame {
	uint32_t size;     /* bytes between this and the sum; padded items */
	uint32_t size_not; /* ~size: a damaged size must not look torn */
};

/* Before the bytes of an item, which are padded to ALIGN. */
struct item {
	uint32_t kind, size;
};

static const char magic[8] = { 'p', 'k', 's', 't', 'a', 't', 'e', '\n' };

/* Damaged bytes of a log. */
struct gap {
	size_t start, end;
};

struct store {
	int fd;
	struct store_params params;
	bool any, salvage; /* as in store_read() */
	struct str log;    /* the sound part of the file as it was opened */
	size_t torn;       /* bytes behind it */
	size_t frames;     /* in log */
	uint64_t last_sum; /* of the last of them */
	struct gap *gaps;  /* passed over, in order */
	size_t ngaps, gaps_cap, gap; /* gap: the next one to come */
	size_t at, frame_end;        /* of store_next(): in log */
	size_t end; /* where the next frame goes; 0: no header yet */
	const char *path;
	struct arena arena;
	struct buf pending; /* a frame, and the header before the first */
	size_t frame_at;    /* of the frame in pending */
	bool sealed;        /* its sum is behind it */
};

/* Frames are summed with their place, so that none can stand in another. */
static uint64_t
sum(struct str bytes, size_t at)
{
	return XXH3_64bits_withSeed(bytes.p, bytes.n, (XXH64_hash_t)at);
}

static bool
all_zero(struct str s)
{
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] != 0)
			return false;
	}
	return true;
}

static struct head
make_head(struct store_params params)
{
	struct head h = {
		.version = STORE_VERSION, .order = ORDER, .use = params.use
	};

	memcpy(h.magic, magic, sizeof(magic));
	memcpy(h.v, params.v, sizeof(h.v));
	h.sum = sum(
	    (struct str){ (const char *)&h, offsetof(struct head, sum) }, 0);
	return h;
}

/* Why the header does not do, or NULL; any parameters may do. */
static const char *
check_head(struct str log, struct store_params params, bool any)
{
	struct head want = make_head(params), h;

	if (log.n < sizeof(magic) || memcmp(log.p, magic, sizeof(magic)) != 0)
		return "not a state file of pk";
	if (log.n < sizeof(h))
		return "damaged: its header is cut short";
	memcpy(&h, log.p, sizeof(h));
	if (h.order != want.order)
		return "made on a machine of another byte order";
	if (h.version != want.version)
		return "made by another version of pk";
	if (h.sum != sum(str_cut(log, 0, offsetof(struct head, sum)), 0))
		return "damaged: its header";
	if (h.use != want.use)
		return "the state of another program of pk";
	for (size_t i = 0; i < STORE_PARAMS && !any; i++) {
		if (h.v[i] != want.v[i])
			return params.why[i];
	}
	return any || memcmp(&h, &want, sizeof(h)) == 0
	    ? NULL
	    : "made by another version of pk";
}

/* Whether the items of a frame fill it. */
static bool
check_items(struct str bytes)
{
	while (bytes.n >= sizeof(struct item)) {
		struct item it;

		memcpy(&it, bytes.p, sizeof(it));
		if (it.size > bytes.n - sizeof(it))
			return false;
		bytes = str_cut(bytes,
		    sizeof(it) + ((size_t)it.size + ALIGN - 1) / ALIGN * ALIGN,
		    bytes.n);
	}
	return bytes.n == 0;
}

enum check { SOUND, TORN, CUT, DAMAGED };

/* Checks the frame at log[at], and sets *next behind it. */
static enum check
check_frame(struct str log, size_t at, size_t *next)
{
	struct str rest = str_cut(log, at, log.n), bytes;
	struct frame f;
	uint64_t s;

	/* Room is made before a frame is written, so a run that was killed
	 * leaves zeros for what it did not write, never too few bytes. */
	if (all_zero(rest))
		return TORN;
	if (rest.n < sizeof(f))
		return CUT;
	memcpy(&f, rest.p, sizeof(f));
	if (f.size != ~f.size_not || f.size % ALIGN != 0 || f.size == 0)
		return DAMAGED;
	if (f.size > rest.n - sizeof(f) ||
	    rest.n - sizeof(f) - f.size < sizeof(s))
		return CUT;
	bytes = str_cut(rest, 0, sizeof(f) + f.size);
	memcpy(&s, rest.p + bytes.n, sizeof(s));
	*next = at + bytes.n + sizeof(s);
	if (s == sum(bytes, at) &&
	    check_items(str_cut(bytes, sizeof(f), bytes.n)))
		return SOUND;
	return s == 0 && *next == log.n ? TORN : DAMAGED;
}

/* The first sound frame behind a damaged one at log[at], or log.n. */
static size_t
resume(struct str log, size_t at)
{
	size_t next;

	for (at += ALIGN; at + sizeof(struct frame) < log.n; at += ALIGN) {
		struct frame f;

		memcpy(&f, log.p + at, sizeof(f));
		if (f.size == ~f.size_not && f.size % ALIGN == 0 &&
		    f.size > 0 && f.size < log.n - at &&
		    check_frame(log, at, &next) == SOUND)
			return at;
	}
	return log.n;
}

static void
add_gap(struct store *store, size_t start, size_t end)
{
	store->gaps = vec_room(&store->arena, store->gaps, store->ngaps,
	    &store->gaps_cap, sizeof(*store->gaps));
	store->gaps[store->ngaps++] = (struct gap){ start, end };
}

/* Checks all frames; sets store->log to the sound part. */
static bool
check_log(struct store *store, struct str log, struct err *err)
{
	size_t at = sizeof(struct head), next = at;

	while (at < log.n) {
		enum check c = check_frame(log, at, &next);

		if ((c == DAMAGED || c == CUT) && store->salvage) {
			next = resume(log, at);
			add_gap(store, at, next);
		} else if (c == DAMAGED || c == CUT) {
			*err = (struct err){ c == CUT
				    ? "damaged: the file is cut short"
				    : "damaged: a frame",
				at };
			return false;
		} else if (c == TORN) {
			break;
		} else {
			memcpy(&store->last_sum,
			    log.p + next - sizeof(store->last_sum),
			    sizeof(store->last_sum));
			store->frames++;
		}
		at = next;
	}
	store->log = str_cut(log, 0, at);
	store->torn = log.n - at;
	store->end = at;
	return true;
}

static bool
read_log(struct store *store, struct err *err)
{
	struct str log;

	if (!file_map_fd(store->fd, &log))
		return false;
	if (log.n == 0)
		return true;
	/* The very first commit may have been cut off, too. */
	if (all_zero(log)) {
		store->torn = log.n;
		return true;
	}
	err->why = check_head(log, store->params, store->any);
	if (err->why != NULL)
		return false;
	memcpy(store->params.v, log.p + offsetof(struct head, v),
	    sizeof(store->params.v));
	return check_log(store, log, err);
}

/* The pending frame begins anew. */
static void
begin_frame(struct store *store)
{
	struct frame f = { 0 };
	struct head h = make_head(store->params);

	store->pending.n = 0;
	store->sealed = false;
	if (store->end == 0)
		buf_add(&store->pending,
		    (struct str){ (const char *)&h, sizeof(h) });
	store->frame_at = store->pending.n;
	buf_add(&store->pending, (struct str){ (const char *)&f, sizeof(f) });
}

/* Why the file at path is refused as it is, without waiting for its lock: two
 * programs of one pipeline that are given the same file would wait for each
 * other.  A header never changes. */
static const char *
refused(const char *path, const struct store_params *params, bool any)
{
	char head[sizeof(struct head)];
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	ssize_t n = -1;

	if (fd >= 0) {
		n = read(fd, head, sizeof(head));
		close(fd);
	}
	if (n != (ssize_t)sizeof(head))
		return NULL;
	if (all_zero((struct str){ head, sizeof(head) }))
		return NULL;
	return check_head((struct str){ head, sizeof(head) }, *params, any);
}

/* A store of the log at path; fd is -1. */
static struct store *
new_store(
    struct arena *perm, const char *path, const struct store_params *params)
{
	struct store *store = arena_alloc(perm, 1, sizeof(*store));

	store->params = *params;
	store->path = path;
	store->arena = arena_new(0);
	store->pending.a = &store->arena;
	store->at = store->frame_end = sizeof(struct head);
	store->fd = -1;
	return store;
}

/* Reads the log of a store whose file was opened; NULL, and the file closed,
 * when it will not do. */
static struct store *
begin(struct store *store, struct err *err)
{
	if (store->fd < 0)
		return NULL;
	if (!read_log(store, err)) {
		int saved = errno;

		close(store->fd);
		errno = saved;
		return NULL;
	}
	begin_frame(store);
	return store;
}

struct store *
store_open(struct arena *perm, const char *path, struct store_params params,
    struct err *err)
{
	struct store *store = new_store(perm, path, &params);

	*err = (struct err){ refused(path, &params, false), 0 };
	if (err->why != NULL)
		return NULL;
	store->fd = file_lock(path);
	return begin(store, err);
}

struct store *
store_read(struct arena *perm, const char *path, struct store_params params,
    bool any, bool salvage, struct err *err)
{
	struct store *store = new_store(perm, path, &params);

	*err = (struct err){ refused(path, &params, any), 0 };
	if (err->why != NULL)
		return NULL;
	store->any = any;
	store->salvage = salvage;
	store->fd = file_lock_shared(path);
	return begin(store, err);
}

void
store_close(struct store *store)
{
	(void)close(store->fd);
	store->fd = -1;
}

struct store_params
store_made(const struct store *store)
{
	return store->params;
}

size_t
store_frames(const struct store *store)
{
	return store->frames;
}

size_t
store_lost(const struct store *store)
{
	size_t n = 0;

	for (size_t i = 0; i < store->ngaps; i++)
		n += store->gaps[i].end - store->gaps[i].start;
	return n;
}

void
store_rewind(struct store *store)
{
	store->at = store->frame_end = sizeof(struct head);
	store->gap = 0;
}

size_t
store_torn(const struct store *store)
{
	return store->torn;
}

bool
store_next(struct store *store, struct store_item *item)
{
	struct item it;

	while (store->gap < store->ngaps &&
	    store->at == store->gaps[store->gap].start)
		store->at = store->frame_end = store->gaps[store->gap++].end;
	if (store->at >= store->log.n)
		return false;
	if (store->at == store->frame_end) {
		struct frame f;

		memcpy(&f, store->log.p + store->at, sizeof(f));
		store->at += sizeof(f);
		store->frame_end = store->at + f.size;
	}
	memcpy(&it, store->log.p + store->at, sizeof(it));
	store->at += sizeof(it);
	item->kind = it.kind;
	item->body = str_cut(store->log, store->at, store->at + it.size);
	store->at += ((size_t)it.size + ALIGN - 1) / ALIGN * ALIGN;
	if (store->at == store->frame_end) {
		store->at += sizeof(uint64_t);
		store->frame_end = store->at;
	}
	return true;
}

void
store_add(struct store *store, uint32_t kind, struct str head, struct str tail)
{
	struct item it = { kind, (uint32_t)(head.n + tail.n) };

	if (head.n + tail.n > UINT32_MAX / 4 ||
	    store->pending.n > UINT32_MAX / 2)
		die("too much to remember at once");
	buf_add(&store->pending, (struct str){ (const char *)&it, sizeof(it) });
	buf_add(&store->pending, head);
	buf_add(&store->pending, tail);
	while (store->pending.n % ALIGN != 0)
		buf_byte(&store->pending, '\0');
}

size_t
store_pending(const struct store *store)
{
	if (store->sealed)
		return store->pending.n - store->frame_at -
		    sizeof(struct frame) - sizeof(uint64_t);
	return store->pending.n - store->frame_at - sizeof(struct frame);
}

bool
store_reserve(struct store *store)
{
	size_t n = store->pending.n + (store->sealed ? 0 : sizeof(uint64_t));
	int why;

	if (store_pending(store) == 0)
		return true;
	/* What is torn goes first, or it would stand between frames. */
	if (ftruncate(store->fd, (off_t)store->end) != 0)
		return false;
	why = posix_fallocate(store->fd, (off_t)store->end, (off_t)n);
	if (why == 0 ||
	    ((why == EOPNOTSUPP || why == EINVAL) &&
		ftruncate(store->fd, (off_t)(store->end + n)) == 0))
		return true;
	(void)!ftruncate(store->fd, (off_t)store->end);
	errno = why;
	return false;
}

struct store_mark
store_seal(struct store *store)
{
	struct buf *b = &store->pending;
	size_t size = store_pending(store);
	struct frame f = { (uint32_t)size, ~(uint32_t)size };
	struct str bytes;
	uint64_t s;

	if (size == 0)
		return (struct store_mark){ store->end, store->last_sum };
	if (!store->sealed) {
		memcpy(b->p + store->frame_at, &f, sizeof(f));
		bytes = str_cut(buf_str(b), store->frame_at, b->n);
		s = sum(bytes, store->end + store->frame_at);
		buf_add(b, (struct str){ (const char *)&s, sizeof(s) });
		store->sealed = true;
	}
	memcpy(&s, b->p + b->n - sizeof(s), sizeof(s));
	return (struct store_mark){ store->end + b->n, s };
}

bool
store_commit(struct store *store)
{
	if (store_pending(store) == 0)
		return true;
	store->last_sum = store_seal(store).sum;
	if (lseek(store->fd, (off_t)store->end, SEEK_SET) < 0 ||
	    !file_write(store->fd, buf_str(&store->pending)) ||
	    fsync(store->fd) != 0 ||
	    (store->end == 0 && !file_sync_dir(store->path, store->arena))) {
		int saved = errno;

		(void)!ftruncate(store->fd, (off_t)store->end);
		errno = saved;
		return false;
	}
	store->end += store->pending.n;
	begin_frame(store);
	return true;
}

size_t
store_size(const struct store *store)
{
	return store->end;
}

void
store_renew(struct store *store)
{
	store->end = 0;
	begin_frame(store);
}

bool
store_replace(struct store *store, struct arena scratch)
{
	(void)store_seal(store);
	return file_replace(store->path, buf_str(&store->pending), scratch);
}
