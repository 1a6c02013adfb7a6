/*
 * base.h - strings with a length, arenas, growing buffers, messages.
 *
 * Everything in libpk includes this header; it includes nothing of pk.
 */
#ifndef PK_BASE_H
#define PK_BASE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* A view of bytes owned by someone else.  UTF-8, not NUL-terminated. */
struct str {
	const char *p;
	size_t n; /* bytes */
};

#define STR(lit) ((struct str){ (lit), sizeof(lit) - 1 })
#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static inline bool
str_eq(struct str a, struct str b)
{
	return a.n == b.n && (a.n == 0 || memcmp(a.p, b.p, a.n) == 0);
}

/* Here, so that the length of a literal is known to the compiler. */
static inline bool
str_is(struct str a, const char *cstr)
{
	return str_eq(a, (struct str){ cstr, strlen(cstr) });
}

bool str_begins(struct str s, struct str prefix);
bool str_ends(struct str s, struct str suffix);

/* ASCII letters compare equal in either case; other bytes as they are. */
bool str_ieq(struct str a, struct str b);

/* Below, at or above 0 as a is before, equal to or after b, bytewise. */
int str_cmp(struct str a, struct str b);

/* The bytes [start, end) of s; start <= end <= s.n. */
static inline struct str
str_cut(struct str s, size_t start, size_t end)
{
	/* An empty view may have no address, which nothing is added to. */
	return (struct str){ start > 0 ? s.p + start : s.p, end - start };
}

/* s without ASCII white space at both ends. */
struct str str_trim(struct str s);

/* Offset of the first needle in s at or after from, or s.n. */
size_t str_find(struct str s, struct str needle, size_t from);

/* The next line of s at *at, without its "\n" or "\r\n"; *at goes behind it.
 * False at the end. */
bool str_line(struct str s, size_t *at, struct str *line);

/* Field i of a line whose fields are kept apart by tabs, from 0; empty when
 * there are not so many. */
struct str str_field(struct str line, size_t i);

/* Whether all of s is a decimal number as strtod(3) reads it in the C locale
 * (up to 63 bytes); its value goes to *val, which stays untouched if not. */
bool str_num(struct str s, double *val);

/* A view of a NUL-terminated string; for the edge (argv, libc) only. */
struct str str_of(const char *cstr);

/* A 64-bit hash of the bytes (XXH3); the same on every machine. */
uint64_t str_hash(struct str s);

/* ASCII classes, free of locale; false for bytes above 0x7f. */
static inline bool
ch_digit(int c)
{
	return c >= '0' && c <= '9';
}

static inline bool
ch_upper(int c)
{
	return c >= 'A' && c <= 'Z';
}

static inline bool
ch_lower(int c)
{
	return c >= 'a' && c <= 'z';
}

static inline bool
ch_alpha(int c)
{
	return ch_upper(c) || ch_lower(c);
}

static inline bool
ch_space(int c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

static inline int
ch_tolower(int c)
{
	return ch_upper(c) ? c + ('a' - 'A') : c;
}

/*
 * Memory with one owner and one end: a stack of chunks that grows.
 *
 * Pass a pointer to keep what is allocated; pass the struct by value to lend
 * scratch space: what the callee takes is free again when it returns.  A copy
 * of the struct is a mark: assigning it back frees all that came after it
 * (the chunks stay for reuse until exit).
 */
struct arena {
	char *beg, *end;
	struct chunk *cur; /* holds [beg, end); later ones are spare */
};

/* Dies when the system has no memory.  The arena lives until exit. */
struct arena arena_new(size_t bytes);

/* Zeroed memory for n objects of size bytes, aligned for any type; dies
 * with a message when the system has no memory, never returns NULL. */
void *arena_alloc(struct arena *a, size_t n, size_t size);

/* A copy of s that lives as long as a; str_cstr() adds a NUL behind it. */
struct str str_copy(struct arena *a, struct str s);
const char *str_cstr(struct arena *a, struct str s);

/*
 * Room for one more in an array of n objects of size bytes: returns items
 * itself, or, when n == *cap, a copy twice as large in a, and sets *cap.
 * Use: v = vec_room(a, v, n, &cap, sizeof *v); v[n++] = x;
 */
void *vec_room(
    struct arena *a, void *items, size_t n, size_t *cap, size_t size);

/* Bytes that grow in an arena.  Set a; the rest may start as zero.  The
 * bytes may move at each addition.  Setting n to 0 starts anew in place. */
struct buf {
	struct arena *a;
	char *p;
	size_t n, cap;
};

void buf_add(struct buf *b, struct str s);
void buf_byte(struct buf *b, char c);

/* Adds n bytes, which the caller is to write: where they are. */
char *buf_more(struct buf *b, size_t n);
struct str buf_str(const struct buf *b);

/* A file or record position in what a parser was given. */
struct err {
	const char *why; /* static text; NULL for no error */
	size_t at;       /* byte offset */
};

/*
 * Messages go to stderr as "program: message" (errno text is added when
 * fmt ends in ':').  warn() also makes the exit status 2; note() is for what
 * loses nothing (a guessed charset), leaves it, and is silent after
 * msg_quiet(); die() exits with 2.
 */
void warn(const char *fmt, ...) __attribute__((format(printf, 1, 2)));
void note(const char *fmt, ...) __attribute__((format(printf, 1, 2)));
_Noreturn void die(const char *fmt, ...) __attribute__((format(printf, 1, 2)));

/* Names the program in messages; without it they have no prefix. */
void msg_name(const char *name);
void msg_quiet(void);
bool msg_warned(void);

#endif
