/*
 * file.c - files as a whole; see file.h.
 */
#include "file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#ifndef PK_DATADIR
#define PK_DATADIR "/usr/local/share/pk"
#endif

/* Closes fd and keeps errno, to report what failed before. */
static void
shut(int fd)
{
	int saved = errno;

	close(fd);
	errno = saved;
}

bool
file_map_fd(int fd, struct str *bytes)
{
	struct stat st;
	void *p;

	if (fstat(fd, &st) != 0)
		return false;
	if (!S_ISREG(st.st_mode)) {
		errno = S_ISDIR(st.st_mode) ? EISDIR : ENODEV;
		return false;
	}
	*bytes = (struct str){ "", 0 };
	if (st.st_size == 0)
		return true;
	if ((uintmax_t)st.st_size > SIZE_MAX / 2) {
		errno = EFBIG;
		return false;
	}
	p = mmap(NULL, (size_t)st.st_size, PROT_READ, MAP_PRIVATE, fd, 0);
	if (p == MAP_FAILED)
		return false;
	*bytes = (struct str){ p, (size_t)st.st_size };
	return true;
}

bool
file_map(const char *path, struct str *bytes)
{
	/* Opening a FIFO must not wait for its writer. */
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	bool ok;

	if (fd < 0)
		return false;
	ok = file_map_fd(fd, bytes);
	shut(fd);
	return ok;
}

bool
file_write(int fd, struct str bytes)
{
	size_t done = 0;

	while (done < bytes.n) {
		ssize_t n = write(fd, bytes.p + done, bytes.n - done);

		if (n < 0 && errno != EINTR)
			return false;
		if (n > 0)
			done += (size_t)n;
	}
	return true;
}

/* A path of two parts, NUL-terminated, in a. */
static const char *
join(struct arena *a, struct str head, const char *tail)
{
	struct buf b = { .a = a };

	buf_add(&b, head);
	buf_add(&b, str_of(tail));
	buf_byte(&b, '\0');
	return b.p;
}

/* The directory part of path, with its last '/'; empty when it has none. */
static struct str
dir_of(struct str path)
{
	while (path.n > 0 && path.p[path.n - 1] != '/')
		path.n--;
	return path;
}

bool
file_sync_dir(const char *path, struct arena scratch)
{
	int fd = open(join(&scratch, dir_of(str_of(path)), "."),
	    O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	bool ok;

	if (fd < 0)
		return false;
	/* Some file systems cannot sync a directory, and need not. */
	ok = fsync(fd) == 0 || errno == EINVAL;
	shut(fd);
	return ok;
}

/* Writes a new file; what a killed process of this id left is removed. */
static bool
write_new(const char *path, struct str bytes)
{
	int fd;
	bool ok;

	unlink(path);
	fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
	if (fd < 0)
		return false;
	ok = file_write(fd, bytes) && fsync(fd) == 0;
	shut(fd);
	return ok;
}

bool
file_replace(const char *path, struct str bytes, struct arena scratch)
{
	char tail[32];
	const char *tmp;
	struct stat st;

	/* A rename would put a file in the place of a device. */
	if (stat(path, &st) == 0 && !S_ISREG(st.st_mode)) {
		errno = S_ISDIR(st.st_mode) ? EISDIR : ENODEV;
		return false;
	}
	snprintf(tail, sizeof(tail), ".%ld.tmp", (long)getpid());
	tmp = join(&scratch, str_of(path), tail);
	if (!write_new(tmp, bytes) || rename(tmp, path) != 0) {
		int saved = errno;

		unlink(tmp);
		errno = saved;
		return false;
	}
	return file_sync_dir(path, scratch);
}

/* Waits for a lock, F_WRLCK or F_RDLCK, on all of fd. */
static bool
lock(int fd, short type)
{
	struct flock whole = { .l_type = type, .l_whence = SEEK_SET };

	while (fcntl(fd, F_SETLKW, &whole) != 0) {
		if (errno != EINTR)
			return false;
	}
	return true;
}

static bool
is_at(int fd, const char *path)
{
	struct stat mine, there;

	return fstat(fd, &mine) == 0 && stat(path, &there) == 0 &&
	    mine.st_dev == there.st_dev && mine.st_ino == there.st_ino;
}

static int
lock_path(const char *path, int flags, short type)
{
	for (;;) {
		int fd = open(path, flags | O_CLOEXEC, 0666);

		if (fd < 0)
			return -1;
		if (!lock(fd, type)) {
			shut(fd);
			return -1;
		}
		if (is_at(fd, path))
			return fd;
		close(fd);
	}
}

int
file_lock(const char *path)
{
	return lock_path(path, O_RDWR | O_CREAT, F_WRLCK);
}

int
file_lock_shared(const char *path)
{
	return lock_path(path, O_RDONLY, F_RDLCK);
}

int
file_unnamed(void)
{
	const char *dir = getenv("TMPDIR");
	char path[4096];
	int fd, n;

	if (dir == NULL || dir[0] == '\0')
		dir = "/tmp";
	n = snprintf(path, sizeof(path), "%s/pk.XXXXXX", dir);
	if (n < 0 || (size_t)n >= sizeof(path)) {
		errno = ENAMETOOLONG;
		return -1;
	}
	fd = mkstemp(path);
	if (fd >= 0)
		unlink(path);
	return fd;
}

/* The directory of the executable with its last '/', or an empty view. */
static struct str
exe_dir(struct arena *a)
{
	const size_t room = 4096;
	char *p = arena_alloc(a, room, 1);
	ssize_t n = readlink("/proc/self/exe", p, room);

	if (n <= 0 || (size_t)n == room)
		return (struct str){ p, 0 };
	return dir_of((struct str){ p, (size_t)n });
}

static bool
readable(const char *path)
{
	return access(path, R_OK) == 0;
}

bool
file_data(const char *name, struct arena *a, const char **path)
{
	static const char *const beside[] = { "../share/pk/",
		"../build/share/pk/" };
	const char *own = getenv("PK_DATA");
	struct str dir;

	if (own != NULL && own[0] != '\0') {
		*path = join(a, str_of(join(a, str_of(own), "/")), name);
		return readable(*path);
	}
	dir = exe_dir(a);
	for (size_t i = 0; dir.n > 0 && i < COUNT(beside); i++) {
		*path = join(a, str_of(join(a, dir, beside[i])), name);
		if (readable(*path))
			return true;
	}
	*path = join(a, STR(PK_DATADIR "/"), name);
	return readable(*path);
}
