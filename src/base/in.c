/*
 * in.c - the input files of a program, record by record; see in.h.
 */
#include "in.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define READ_SIZE ((size_t)256 * 1024)

enum mode { NEW, RECORDS, RAW };

struct in {
	char **files; /* those still to come, NULL-ended */
	struct out *out;
	const char *name; /* of the open file */
	int fd;           /* -1: none is open */
	enum mode mode;
	bool ended; /* the open file has no more bytes */
	char *buf;  /* unread bytes: buf[start, end) */
	size_t start, end, cap;
	size_t seen; /* of those, known to hold no '\n' */
	unsigned long lineno;
	struct arena fields; /* reset at each record */
};

struct in *
in_open(struct arena *perm, char **files, struct out *out)
{
	static char dash[] = "-";
	struct in *in = arena_alloc(perm, 1, sizeof(*in));

	in->files = files;
	if (files[0] == NULL) {
		in->files = arena_alloc(perm, 2, sizeof(*in->files));
		in->files[0] = dash;
	}
	in->out = out;
	in->fd = -1;
	in->fields = arena_new(0);
	return in;
}

/* Opens the next file that can be opened; false when there is none. */
static bool
next_file(struct in *in)
{
	while (in->fd < 0 && *in->files != NULL) {
		in->name = *in->files++;
		in->fd = strcmp(in->name, "-") == 0
		    ? STDIN_FILENO
		    : open(in->name, O_RDONLY | O_CLOEXEC);
		if (in->fd < 0)
			warn("%s:", in->name);
		in->mode = NEW;
		in->ended = false;
		in->start = in->end = in->seen = 0;
		in->lineno = 0;
	}
	return in->fd >= 0;
}

static void
close_file(struct in *in)
{
	if (in->fd != STDIN_FILENO)
		(void)close(in->fd);
	in->fd = -1;
}

/* Makes room for one more read behind the unread bytes. */
static void
make_room(struct in *in)
{
	if (in->start > 0 && in->start >= in->cap / 2) {
		memmove(in->buf, in->buf + in->start, in->end - in->start);
		in->end -= in->start;
		in->start = 0;
	}
	if (in->cap - in->end >= READ_SIZE)
		return;
	if (in->cap > SIZE_MAX / 2 - READ_SIZE)
		die("out of memory");
	in->cap = in->cap * 2 + READ_SIZE;
	in->buf = realloc(in->buf, in->cap);
	if (in->buf == NULL)
		die("out of memory");
}

static void
flush_before_wait(struct in *in)
{
	struct pollfd p = { .fd = in->fd, .events = POLLIN };

	if (in->out != NULL && poll(&p, 1, 0) == 0)
		out_flush(in->out);
}

/* Reads more bytes behind the unread ones; false at the end of the file. */
static bool
fill(struct in *in)
{
	ssize_t n;

	if (in->ended)
		return false;
	make_room(in);
	flush_before_wait(in);
	do
		n = read(in->fd, in->buf + in->end, in->cap - in->end);
	while (n < 0 && errno == EINTR);
	if (n < 0)
		warn("%s:", in->name);
	if (n <= 0) {
		in->ended = true;
		return false;
	}
	in->end += (size_t)n;
	return true;
}

/* Reads on until there are n unread bytes; false when the file ends before. */
static bool
have(struct in *in, size_t n)
{
	while (in->end - in->start < n) {
		if (!fill(in))
			return false;
	}
	return true;
}

/* Whether the file begins with a byte order mark.  Waits for no more bytes
 * than tell: a first line may be short, and the next one late. */
static bool
has_mark(struct in *in)
{
	return have(in, 1) && in->buf[in->start] == '\xef' && have(in, 3) &&
	    memcmp(in->buf + in->start, "\xef\xbb\xbf", 3) == 0;
}

/* Offset in the unread bytes of the first that is not blank; reads on until
 * there is one.  False when the file is all blank. */
static bool
first_byte(struct in *in, size_t *at)
{
	*at = has_mark(in) ? 3 : 0;
	for (;; ++*at) {
		if (!have(in, *at + 1))
			return false;
		if (!ch_space(in->buf[in->start + *at]))
			return true;
	}
}

/* Tells what the open file is; false when there is nothing in it. */
static bool
sniff(struct in *in)
{
	size_t at;

	if (!first_byte(in, &at)) {
		in->mode = RAW; /* all blank, or nothing */
		return in->end > in->start;
	}
	in->mode = in->buf[in->start + at] == '{' ? RECORDS : RAW;
	if (in->mode == RECORDS && in->buf[in->start] == '\xef')
		in->start += 3;
	return true;
}

/* The next line, without the byte stop at its end, of the open file; *ended:
 * whether that is there. */
static bool
next_line(struct in *in, char stop, struct str *line, bool *ended)
{
	const char *nl = NULL;
	size_t n;

	for (;;) {
		size_t have = in->end - in->start;

		if (have > in->seen)
			nl = memchr(in->buf + in->start + in->seen, stop,
			    have - in->seen);
		if (nl != NULL)
			break;
		in->seen = have;
		if (!fill(in))
			break;
	}
	n = nl != NULL ? (size_t)(nl - in->buf) - in->start
		       : in->end - in->start;
	*line = (struct str){ in->buf + in->start, n };
	in->start += n + (nl != NULL);
	in->seen = 0;
	in->lineno++;
	*ended = nl != NULL;
	return nl != NULL || n > 0;
}

/* The next good record of the open file. */
static bool
next_record(struct in *in, struct rec *rec)
{
	struct str line;
	struct err err;
	bool ended;

	while (next_line(in, '\n', &line, &ended)) {
		struct arena a = in->fields;

		if (str_trim(line).n == 0)
			continue;
		if (!rec_parse(line, rec, &a, &err)) {
			warn("%s:%lu: %s (byte %zu)", in->name, in->lineno,
			    err.why, err.at);
			continue;
		}
		rec->file = in->name;
		rec->lineno = in->lineno;
		return true;
	}
	return false;
}

/* All of the open file as one record. */
static bool
whole_file(struct in *in, struct rec *rec)
{
	while (fill(in))
		continue;
	*rec = (struct rec){ .type = REC_RAW,
		.line = { in->buf + in->start, in->end - in->start },
		.doc = str_of(in->name),
		.file = in->name,
		.lineno = 1 };
	in->start = in->end;
	return rec->line.n > 0;
}

/* Up to max more lines that are in memory already. */
static size_t
lines_here(struct in *in, char stop, struct str *v, size_t max)
{
	const char *p = in->buf + in->start, *end = in->buf + in->end, *nl;
	size_t n = 0;

	while (n < max && p < end &&
	    (nl = memchr(p, stop, (size_t)(end - p))) != NULL) {
		v[n++] = (struct str){ p, (size_t)(nl - p) };
		p = nl + 1;
	}
	in->start = (size_t)(p - in->buf);
	in->lineno += n;
	return n;
}

size_t
in_lines(struct in *in, char end, struct str *v, size_t max, bool *ended)
{
	while (next_file(in)) {
		if (next_line(in, end, v, ended))
			return 1 +
			    (*ended ? lines_here(in, end, v + 1, max - 1) : 0);
		close_file(in);
	}
	return 0;
}

bool
in_next(struct in *in, struct rec *rec)
{
	while (next_file(in)) {
		if (in->mode != NEW || sniff(in)) {
			if (in->mode == RECORDS ? next_record(in, rec)
						: whole_file(in, rec))
				return true;
		}
		close_file(in);
	}
	return false;
}
