/*
 * journal.c - output that is neither lost nor doubled; see journal.h.
 */
#include "journal.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "file.h"

#define PIECE 4096 /* what a pipe takes as a whole or not at all */
#define NAME_SIZE 4096

/* Before the bytes in the file.  All but done is summed, with the bytes. */
struct head {
	char magic[8];
	uint64_t done; /* bytes that were printed */
	uint64_t n;    /* bytes that follow */
	struct store_mark mark;
	uint64_t dev, ino, offset; /* of the output, if it is a file */
	uint64_t sum;
	char name[NAME_SIZE]; /* its path, if known */
};

struct journal {
	const char *path; /* of its file */
	int fd;           /* of the same, or -1 */
	bool file;        /* the output is a file */
};

static const char magic[8] = { 'p', 'k', 'o', 'u', 't', 'p', 'u', 't' };

struct journal *
journal_open(struct arena *perm, const char *path)
{
	struct journal *j = arena_alloc(perm, 1, sizeof(*j));
	struct buf b = { .a = perm };

	buf_add(&b, str_of(path));
	buf_add(&b, STR(".journal"));
	buf_byte(&b, '\0');
	j->path = b.p;
	j->fd = -1;
	return j;
}

bool
journal_is_left(const struct journal *j)
{
	return access(j->path, F_OK) == 0;
}

static uint64_t
sum_of(struct head h, struct str bytes)
{
	h.done = h.sum = 0;
	return str_hash((struct str){ (const char *)&h, sizeof(h) }) ^
	    str_hash(bytes);
}

/* Where the next byte to fd will be. */
static off_t
place_of(int fd, const struct stat *st)
{
	int flags = fcntl(fd, F_GETFL);

	return flags >= 0 && (flags & O_APPEND) != 0 ? st->st_size
						     : lseek(fd, 0, SEEK_CUR);
}

/* What file fd is, if it is one. */
static void
identify(struct head *h, int fd)
{
	struct stat st;
	char link[64];
	ssize_t n;

	if (fstat(fd, &st) != 0 || !S_ISREG(st.st_mode))
		return;
	h->dev = (uint64_t)st.st_dev;
	h->ino = (uint64_t)st.st_ino;
	h->offset = (uint64_t)place_of(fd, &st);
	snprintf(link, sizeof(link), "/proc/self/fd/%d", fd);
	n = readlink(link, h->name, sizeof(h->name) - 1);
	h->name[n > 0 ? n : 0] = '\0';
}

bool
journal_begin(struct journal *j, struct store_mark mark, int fd,
    struct str bytes, struct arena scratch)
{
	struct head h = { .n = bytes.n, .mark = mark };
	struct buf b = { .a = &scratch };

	memcpy(h.magic, magic, sizeof(magic));
	identify(&h, fd);
	j->file = h.ino != 0;
	h.sum = sum_of(h, bytes);
	buf_add(&b, (struct str){ (const char *)&h, sizeof(h) });
	buf_add(&b, bytes);
	if (j->fd >= 0)
		(void)close(j->fd);
	j->fd = -1;
	if (!file_replace(j->path, buf_str(&b), scratch))
		return false;
	j->fd = open(j->path, O_RDWR | O_CLOEXEC);
	return j->fd >= 0;
}

/* Says in the file that so many bytes were printed. */
static bool
count(const struct journal *j, uint64_t done)
{
	return pwrite(j->fd, &done, sizeof(done),
		   offsetof(struct head, done)) == (ssize_t)sizeof(done);
}

bool
journal_print(struct journal *j, int fd, struct str bytes)
{
	size_t done = 0;

	while (done < bytes.n) {
		size_t n = bytes.n - done;

		if (!j->file && n > PIECE)
			n = PIECE;
		if (!file_write(fd, str_cut(bytes, done, done + n)))
			return false;
		done += n;
		if (!count(j, done))
			return false;
	}
	return true;
}

/* How much of the bytes is in the file that they were printed to; what the
 * journal says when that is not to be found. */
static uint64_t
printed_to(const struct head *h, int fd)
{
	struct stat st;

	if (h->ino == 0)
		return h->done;
	if ((fstat(fd, &st) != 0 || (uint64_t)st.st_ino != h->ino ||
		(uint64_t)st.st_dev != h->dev) &&
	    (h->name[0] == '\0' || stat(h->name, &st) != 0))
		return h->done;
	if ((uint64_t)st.st_ino != h->ino || (uint64_t)st.st_dev != h->dev ||
	    (uint64_t)st.st_size < h->offset + h->done)
		return h->done;
	return (uint64_t)st.st_size - h->offset < h->n
	    ? (uint64_t)st.st_size - h->offset
	    : h->n;
}

/* Whether fd is the file that the beginning was printed to, at its end. */
static bool
is_same(const struct head *h, int fd)
{
	struct head now = { 0 };

	identify(&now, fd);
	return h->ino != 0 && now.ino == h->ino && now.dev == h->dev;
}

/* Reads the journal's file: false when there is nothing to be done. */
static bool
read_head(const struct journal *j, struct store_mark mark, struct head *h,
    struct str *bytes)
{
	struct str all;

	if (!file_map(j->path, &all) || all.n < sizeof(*h))
		return false;
	memcpy(h, all.p, sizeof(*h));
	*bytes = str_cut(all, sizeof(*h), all.n);
	return memcmp(h->magic, magic, sizeof(magic)) == 0 &&
	    h->n == bytes->n && h->done <= h->n &&
	    h->sum == sum_of(*h, *bytes) && h->mark.size == mark.size &&
	    h->mark.sum == mark.sum;
}

bool
journal_finish(struct journal *j, struct store_mark mark, int fd,
    size_t *printed, struct arena scratch)
{
	struct head h;
	struct str bytes;
	size_t at;

	*printed = 0;
	if (!read_head(j, mark, &h, &bytes))
		return true;
	at = (size_t)printed_to(&h, fd);
	while (!is_same(&h, fd) && at > 0 && at < bytes.n &&
	    bytes.p[at - 1] != '\n')
		at--;
	bytes = str_cut(bytes, at, bytes.n);
	*printed = bytes.n;
	return bytes.n == 0 ||
	    (journal_begin(j, mark, fd, bytes, scratch) &&
		journal_print(j, fd, bytes));
}

void
journal_close(struct journal *j)
{
	if (j->fd >= 0)
		(void)close(j->fd);
	j->fd = -1;
	(void)unlink(j->path);
}
