/*
 * out.c - records to standard output; see out.h.
 */
#include "out.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "view.h"

#define ROOM ((size_t)128 * 1024)
#define TABLE_WIDTH 120 /* off a terminal */

struct out {
	struct out_options opt;
	int fd;           /* -1: in memory */
	const char *name; /* for messages */
	char *buf;        /* bytes not written yet: buf[0, n) */
	size_t n;
	struct buf *memory; /* when fd is -1, or what is held */
	void (*hold)(void *arg, int fd, struct str bytes, const char *name);
	void *hold_arg;
	struct arena arena;         /* owns line */
	struct arena view, scratch; /* lent to view.h */
	struct arena held;          /* owns memory while output is held */
	struct buf line;            /* the record that is being made */
	enum rec_type type;         /* its type */
	size_t width;               /* of the terminal, or 0 */
};

static size_t
terminal_width(int fd)
{
	const char *env = getenv("COLUMNS");
	struct winsize size;
	double v;

	if (env != NULL && str_num(str_of(env), &v) && v >= 20 && v < 10000)
		return (size_t)v;
	if (ioctl(fd, TIOCGWINSZ, &size) == 0 && size.ws_col >= 20)
		return size.ws_col;
	return 0;
}

static struct out *new (struct arena *perm, const struct out_options *opt)
{
	struct out *out = arena_alloc(perm, 1, sizeof(*out));

	out->opt = *opt;
	out->arena = arena_new(0);
	out->view = arena_new(0);
	out->scratch = arena_new(0);
	out->line.a = &out->arena;
	out->fd = -1;
	return out;
}

static uint32_t
types_of(const struct out *out)
{
	return out->opt.only != 0 ? out->opt.only : out->opt.shown;
}

/* What types the columns of TSV are of. */
static uint32_t
columns_of(const struct out *out)
{
	return types_of(out) | (out->opt.converted ? VIEW_CONVERTED : 0);
}

size_t
out_width(const struct out *out, size_t otherwise)
{
	return out->width > 0 ? out->width : otherwise;
}

/* The header that TSV and the table begin with. */
static void
write_head(struct out *out)
{
	struct arena a = out->view;
	struct buf b = { .a = &a };

	if (out->opt.format == OUT_TSV)
		view_tsv_head(&b, columns_of(out));
	if (out->opt.format == OUT_TEXT && !out->opt.own_text)
		view_text_head(&b, out_width(out, TABLE_WIDTH));
	out_bytes(out, buf_str(&b));
}

struct out *
out_open(struct arena *perm, const struct out_options *opt)
{
	struct out *out = new (perm, opt);

	out->fd = STDOUT_FILENO;
	out->name = "standard output";
	if (opt->file != NULL) {
		out->name = opt->file;
		out->fd = open(
		    opt->file, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
		if (out->fd < 0)
			die("%s:", opt->file);
	}
	out->buf = arena_alloc(perm, 1, ROOM);
	out->width = terminal_width(out->fd);
	write_head(out);
	return out;
}

struct out *
out_memory(struct arena *perm, struct buf *to)
{
	static const struct out_options plain;
	struct out *out = new (perm, &plain);

	out->memory = to;
	return out;
}

static void
write_all(struct out *out, struct str s)
{
	while (s.n > 0) {
		ssize_t n = write(out->fd, s.p, s.n);

		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			die("%s:", out->name);
		s = str_cut(s, (size_t)n, s.n);
	}
}

void
out_hold(struct out *out,
    void (*write)(void *arg, int fd, struct str bytes, const char *name),
    void *arg)
{
	out_flush(out);
	out->memory = arena_alloc(&out->arena, 1, sizeof(*out->memory));
	out->held = arena_new(0);
	out->memory->a = &out->held;
	out->hold = write;
	out->hold_arg = arg;
}

size_t
out_waiting(const struct out *out)
{
	return out->hold != NULL ? out->memory->n : out->n;
}

int
out_fd(const struct out *out)
{
	return out->fd;
}

static void
flush_held(struct out *out)
{
	struct str s;

	assert(out->memory != NULL);
	s = buf_str(out->memory);
	out->memory->n = 0; /* first: die() must not come here again */
	if (s.n > 0)
		out->hold(out->hold_arg, out->fd, s, out->name);
}

void
out_flush(struct out *out)
{
	if (out->hold != NULL)
		flush_held(out);
	if (out->memory != NULL || out->n == 0)
		return;
	struct str s = { out->buf, out->n };

	out->n = 0; /* first: die() must not come here again */
	write_all(out, s);
}

void
out_bytes(struct out *out, struct str bytes)
{
	if (bytes.n == 0)
		return;
	if (out->memory != NULL) {
		buf_add(out->memory, bytes);
		return;
	}
	if (bytes.n > ROOM - out->n)
		out_flush(out);
	if (bytes.n > ROOM) {
		write_all(out, bytes);
		return;
	}
	memcpy(out->buf + out->n, bytes.p, bytes.n);
	out->n += bytes.n;
}

static void
out_newline(struct out *out)
{
	if (out->memory != NULL)
		buf_byte(out->memory, '\n');
	else if (out->n < ROOM)
		out->buf[out->n++] = '\n';
	else
		out_bytes(out, STR("\n"));
}

static bool
is_wanted(const struct out *out, enum rec_type type)
{
	uint32_t types =
	    out->opt.format == OUT_JSONL ? out->opt.only : types_of(out);

	return types == 0 || (types >> type & 1) != 0;
}

/* A record as TSV or a row of the table. */
static void
write_view(struct out *out, struct str line)
{
	struct arena a = out->view, scratch = out->scratch;
	struct buf b = { .a = &a };
	struct rec rec;
	struct err err;

	if (!rec_parse(line, &rec, &scratch, &err))
		return; /* not reached: it was parsed or made before */
	if (out->opt.format == OUT_TSV)
		view_tsv_row(&b, &rec, columns_of(out), scratch);
	else if (!out->opt.own_text)
		view_text_row(&b, &rec, out_width(out, TABLE_WIDTH), scratch);
	out_bytes(out, buf_str(&b));
}

void
out_line(struct out *out, enum rec_type type, struct str line)
{
	if (!is_wanted(out, type))
		return;
	if (out->opt.format >= OUT_OWN)
		return;
	if (out->opt.format != OUT_JSONL) {
		write_view(out, line);
		return;
	}
	out_bytes(out, line);
	out_newline(out);
}

void
out_rec(struct out *out, const struct rec *rec)
{
	out_line(out, rec->type, rec->line);
}

void
out_begin(struct out *out, enum rec_type type, const struct rec *from)
{
	out->type = type;
	out->line.n = 0;
	buf_add(&out->line, STR("{\"type\":\""));
	buf_add(&out->line, str_of(rec_type_name(type)));
	buf_byte(&out->line, '"');
	if (from == NULL)
		return;
	out_raw(out, "doc", from->doc);
	if (from->sent > 0)
		out_int(out, "sent", from->sent);
}

/* Adds a key, and n bytes for the caller to write. */
static char *
begin_value(struct out *out, const char *key, size_t n)
{
	size_t len = strlen(key);
	char *p = buf_more(&out->line, len + 4 + n);

	*p++ = ',';
	*p++ = '"';
	memcpy(p, key, len);
	p += len;
	*p++ = '"';
	*p++ = ':';
	return p;
}

static void
begin_key(struct out *out, const char *key)
{
	(void)begin_value(out, key, 0);
}

void
out_str(struct out *out, const char *key, struct str val)
{
	if (val.n == 0)
		return;
	begin_key(out, key);
	json_quote(&out->line, val);
}

void
out_raw(struct out *out, const char *key, struct str json)
{
	if (json.n == 0)
		return;
	memcpy(begin_value(out, key, json.n), json.p, json.n);
}

void
out_num(struct out *out, const char *key, double val)
{
	if (!isfinite(val))
		return;
	begin_key(out, key);
	json_num(&out->line, val);
}

/* Decimal digits; much faster than printf. */
static void
add_int(struct buf *b, unsigned long long v)
{
	char digits[20];
	size_t at = sizeof(digits);

	do
		digits[--at] = (char)('0' + v % 10);
	while ((v /= 10) != 0);
	buf_add(b, (struct str){ digits + at, sizeof(digits) - at });
}

void
out_int(struct out *out, const char *key, long long val)
{
	begin_key(out, key);
	if (val < 0)
		buf_byte(&out->line, '-');
	add_int(&out->line,
	    val < 0 ? 0ULL - (unsigned long long)val : (unsigned long long)val);
}

void
out_flag(struct out *out, const char *key, bool val)
{
	if (val)
		out_raw(out, key, STR("true"));
}

void
out_strs(struct out *out, const char *key, const struct str *v, size_t n)
{
	if (n == 0)
		return;
	begin_key(out, key);
	for (size_t i = 0; i < n; i++) {
		buf_byte(&out->line, i == 0 ? '[' : ',');
		json_quote(&out->line, v[i]);
	}
	buf_byte(&out->line, ']');
}

void
out_ints(struct out *out, const char *key, const size_t *v, size_t n)
{
	if (n == 0)
		return;
	begin_key(out, key);
	for (size_t i = 0; i < n; i++) {
		buf_byte(&out->line, i == 0 ? '[' : ',');
		add_int(&out->line, v[i]);
	}
	buf_byte(&out->line, ']');
}

void
out_end(struct out *out)
{
	buf_byte(&out->line, '}');
	out_line(out, out->type, buf_str(&out->line));
}

struct str
out_made(const struct out *out)
{
	return buf_str(&out->line);
}

enum out_format
out_format(const struct out *out)
{
	return out->opt.format;
}

void
out_close(struct out *out)
{
	out_flush(out);
	if (out->fd >= 0 && close(out->fd) != 0)
		die("%s:", out->name);
	out->fd = -1;
}
