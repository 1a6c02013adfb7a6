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

struct store {
	int fd;
	struct store_params params;
	struct str log;       /* the sound part of the file as it was opened */
	size_t torn;          /* bytes behind it */
	size_t at, frame_end; /* of store_next(): in log */
	size_t end;           /* where the next frame goes; 0: no header yet */
	const char *path;
	struct arena arena;
	struct buf pending; /* a frame, and the header before the first */
	size_t frame_at;    /* of the frame in pending */
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

/* Why the header does not do, or NULL. */
static const char *
check_head(struct str log, struct store_params params)
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
	for (size_t i = 0; i < STORE_PARAMS; i++) {
		if (h.v[i] != want.v[i])
			return params.why[i];
	}
	return memcmp(&h, &want, sizeof(h)) == 0
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

enum check { SOUND, TORN, DAMAGED };

/* Checks the frame at log[at], and sets *next behind it. */
static enum check
check_frame(struct str log, size_t at, size_t *next)
{
	struct str rest = str_cut(log, at, log.n), bytes;
	struct frame f;
	uint64_t s;

	/* A crash of the machine may leave zeros for what was not written. */
	if (rest.n < sizeof(f) || all_zero(rest))
		return TORN;
	memcpy(&f, rest.p, sizeof(f));
	if (f.size != ~f.size_not || f.size % ALIGN != 0 || f.size == 0)
		return DAMAGED;
	if (f.size > rest.n - sizeof(f) ||
	    rest.n - sizeof(f) - f.size < sizeof(s))
		return TORN;
	bytes = str_cut(rest, 0, sizeof(f) + f.size);
	memcpy(&s, rest.p + bytes.n, sizeof(s));
	*next = at + bytes.n + sizeof(s);
	if (s == sum(bytes, at) &&
	    check_items(str_cut(bytes, sizeof(f), bytes.n)))
		return SOUND;
	return s == 0 && *next == log.n ? TORN : DAMAGED;
}

/* Checks all frames; sets store->log to the sound part. */
static bool
check_log(struct store *store, struct str log, struct err *err)
{
	size_t at = sizeof(struct head), next = at;

	while (at < log.n) {
		enum check c = check_frame(log, at, &next);

		if (c == DAMAGED) {
			*err = (struct err){ "damaged: a frame", at };
			return false;
		}
		if (c == TORN)
			break;
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
	err->why = check_head(log, store->params);
	return err->why == NULL && check_log(store, log, err);
}

/* The pending frame begins anew. */
static void
begin_frame(struct store *store)
{
	struct frame f = { 0 };
	struct head h = make_head(store->params);

	store->pending.n = 0;
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
refused(const char *path, const struct store_params *params)
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
	return check_head((struct str){ head, sizeof(head) }, *params);
}

struct store *
store_open(struct arena *perm, const char *path, struct store_params params,
    struct err *err)
{
	struct store *store = arena_alloc(perm, 1, sizeof(*store));

	*err = (struct err){ 0 };
	store->params = params;
	store->path = path;
	store->arena = arena_new(0);
	store->pending.a = &store->arena;
	store->at = store->frame_end = sizeof(struct head);
	err->why = refused(path, &params);
	if (err->why != NULL)
		return NULL;
	store->fd = file_lock(path);
	if (store->fd < 0 || !read_log(store, err)) {
		if (store->fd >= 0) {
			int saved = errno;

			close(store->fd);
			errno = saved;
		}
		return NULL;
	}
	begin_frame(store);
	return store;
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
	return store->pending.n - store->frame_at - sizeof(struct frame);
}

bool
store_reserve(struct store *store)
{
	size_t n = store->pending.n + sizeof(uint64_t);
	int why;

	if (store_pending(store) == 0)
		return true;
	/* What is torn goes first, or it would stand between frames. */
	if (ftruncate(store->fd, (off_t)store->end) != 0)
		return false;
	why = posix_fallocate(store->fd, (off_t)store->end, (off_t)n);
	if (why == 0 || why == EOPNOTSUPP || why == EINVAL)
		return true;
	(void)!ftruncate(store->fd, (off_t)store->end);
	errno = why;
	return false;
}

/* Fills in what is known when the frame is full. */
static void
end_frame(struct store *store)
{
	struct buf *b = &store->pending;
	size_t size = store_pending(store);
	struct frame f = { (uint32_t)size, ~(uint32_t)size };
	struct str bytes;
	uint64_t s;

	memcpy(b->p + store->frame_at, &f, sizeof(f));
	bytes = str_cut(buf_str(b), store->frame_at, b->n);
	s = sum(bytes, store->end + store->frame_at);
	buf_add(b, (struct str){ (const char *)&s, sizeof(s) });
}

bool
store_commit(struct store *store)
{
	if (store_pending(store) == 0)
		return true;
	end_frame(store);
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
	end_frame(store);
	return file_replace(store->path, buf_str(&store->pending), scratch);
}
