/*
 * str.c - strings with a length; see base.h.
 */
#include "base.h"

#include <stdlib.h>

#define XXH_INLINE_ALL
#include <xxhash.h>

bool
str_begins(struct str s, struct str prefix)
{
	return s.n >= prefix.n && str_eq(str_cut(s, 0, prefix.n), prefix);
}

bool
str_ends(struct str s, struct str suffix)
{
	return s.n >= suffix.n &&
	    str_eq(str_cut(s, s.n - suffix.n, s.n), suffix);
}

bool
str_ieq(struct str a, struct str b)
{
	if (a.n != b.n)
		return false;
	for (size_t i = 0; i < a.n; i++) {
		if (ch_tolower(a.p[i]) != ch_tolower(b.p[i]))
			return false;
	}
	return true;
}

int
str_cmp(struct str a, struct str b)
{
	size_t n = a.n < b.n ? a.n : b.n;
	int c = n > 0 ? memcmp(a.p, b.p, n) : 0;

	if (c != 0)
		return c;
	return (a.n > b.n) - (a.n < b.n);
}

struct str
str_trim(struct str s)
{
	size_t start = 0, end = s.n;

	while (start < end && ch_space(s.p[start]))
		start++;
	while (end > start && ch_space(s.p[end - 1]))
		end--;
	return str_cut(s, start, end);
}

size_t
str_find(struct str s, struct str needle, size_t from)
{
	if (needle.n == 0)
		return from < s.n ? from : s.n;
	while (from + needle.n <= s.n) {
		const char *p =
		    memchr(s.p + from, needle.p[0], s.n - needle.n - from + 1);

		if (p == NULL)
			break;
		if (memcmp(p, needle.p, needle.n) == 0)
			return (size_t)(p - s.p);
		from = (size_t)(p - s.p) + 1;
	}
	return s.n;
}

/* Plain digits, few enough to be exact: what most numbers in records are. */
static bool
small_int(struct str s, double *val)
{
	uint64_t v = 0;

	for (size_t i = 0; i < s.n; i++) {
		if (i == 15 || !ch_digit(s.p[i]))
			return false;
		v = v * 10 + (uint64_t)(s.p[i] - '0');
	}
	*val = (double)v;
	return true;
}

bool
str_line(struct str s, size_t *at, struct str *line)
{
	size_t end;

	if (*at >= s.n)
		return false;
	end = str_find(s, STR("\n"), *at);
	*line = str_cut(s, *at, end);
	if (line->n > 0 && line->p[line->n - 1] == '\r')
		line->n--;
	*at = end + 1;
	return true;
}

struct str
str_field(struct str line, size_t i)
{
	size_t at = 0, end = str_find(line, STR("\t"), 0);

	for (; i > 0 && end < line.n; i--) {
		at = end + 1;
		end = str_find(line, STR("\t"), at);
	}
	return i == 0 ? str_cut(line, at, end) : (struct str){ line.p, 0 };
}

bool
str_num(struct str s, double *val)
{
	char tmp[64], *end;
	double v;

	if (s.n > 0 && small_int(s, val))
		return true;
	if (s.n == 0 || s.n >= sizeof(tmp) || ch_space(s.p[0]))
		return false;
	memcpy(tmp, s.p, s.n);
	tmp[s.n] = '\0';
	v = strtod(tmp, &end);
	if (end != tmp + s.n)
		return false;
	*val = v;
	return true;
}

struct str
str_of(const char *cstr)
{
	return (struct str){ cstr, strlen(cstr) };
}

uint64_t
str_hash(struct str s)
{
	return XXH3_64bits(s.p, s.n);
}
