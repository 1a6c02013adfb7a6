/*
 * json.c - JSON text: checking, strings, numbers (RFC 8259); see rec.h.
 */
#include "json.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "scan.h"
#include "utf8.h"

#define DEPTH_MAX 64

/* Behind the bytes at s[at] that need no thought in a string: neither quote,
 * backslash, control character nor part of a longer code point. */
static size_t
skip_plain(struct str s, size_t at)
{
	for (; s.n - at >= SCAN_SIZE; at += SCAN_SIZE) {
		struct scan v = scan_load(s.p + at);
		uint64_t odd = scan_below(v, ' ') | scan_high(v) |
		    scan_is(v, '"') | scan_is(v, '\\');

		if (odd != 0)
			return at + scan_first(odd);
	}
	while (at < s.n && (signed char)s.p[at] >= ' ' && s.p[at] != '"' &&
	    s.p[at] != '\\')
		at++;
	return at;
}

static bool
fail(struct err *err, size_t at, const char *why)
{
	err->why = why;
	err->at = at;
	return false;
}

/* The four hex digits at s[at] as a number, or -1. */
static int32_t
hex4(struct str s, size_t at)
{
	int32_t v = 0;

	if (s.n - at < 4)
		return -1;
	for (size_t i = at; i < at + 4; i++) {
		int c = ch_tolower(s.p[i]);

		if (ch_digit(c))
			v = v * 16 + (c - '0');
		else if (c >= 'a' && c <= 'f')
			v = v * 16 + (c - 'a' + 10);
		else
			return -1;
	}
	return v;
}

/* Moves *at, at a backslash, behind the escape. */
static bool
skip_escape(struct str s, size_t *at, struct err *err)
{
	size_t i = *at + 1;

	if (i >= s.n)
		return fail(err, s.n, "the string does not end");
	if (s.p[i] == 'u') {
		if (hex4(s, i + 1) < 0)
			return fail(err, *at, "a bad \\u escape");
		*at = i + 5;
		return true;
	}
	if (s.p[i] == '\0' || strchr("\"\\/bfnrt", s.p[i]) == NULL)
		return fail(err, *at, "a bad escape");
	*at = i + 1;
	return true;
}

bool
json_skip_string(struct str s, size_t *at, struct err *err)
{
	size_t i = *at + 1;

	for (;;) {
		int32_t cp;
		int n;

		i = skip_plain(s, i);
		if (i >= s.n)
			return fail(err, s.n, "the string does not end");
		if (s.p[i] == '"')
			break;
		if (s.p[i] == '\\') {
			if (!skip_escape(s, &i, err))
				return false;
			continue;
		}
		if ((unsigned char)s.p[i] < 0x20)
			return fail(err, i, "a control character in a string");
		n = utf8_decode(s, i, &cp);
		if (n < 0)
			return fail(err, i, "not UTF-8");
		i += (size_t)n;
	}
	*at = i + 1;
	return true;
}

size_t
json_skip_space(struct str s, size_t at)
{
	while (at < s.n &&
	    (s.p[at] == ' ' || s.p[at] == '\t' || s.p[at] == '\r' ||
		s.p[at] == '\n'))
		at++;
	return at;
}

static size_t
skip_digits(struct str s, size_t at)
{
	while (at < s.n && ch_digit(s.p[at]))
		at++;
	return at;
}

static bool
skip_number(struct str s, size_t *at, struct err *err)
{
	size_t i = *at, digits;

	if (i < s.n && s.p[i] == '-')
		i++;
	digits = i;
	i = skip_digits(s, i);
	if (i == digits || (s.p[digits] == '0' && i > digits + 1))
		return fail(err, *at, "not a JSON value");
	if (i < s.n && s.p[i] == '.') {
		digits = ++i;
		i = skip_digits(s, i);
		if (i == digits)
			return fail(err, i, "a number without digits");
	}
	if (i < s.n && (s.p[i] | 0x20) == 'e') {
		i++;
		if (i < s.n && (s.p[i] == '+' || s.p[i] == '-'))
			i++;
		digits = i;
		i = skip_digits(s, i);
		if (i == digits)
			return fail(err, i, "a number without digits");
	}
	*at = i;
	return true;
}

/* A string, number or word at s[*at]. */
static bool
skip_scalar(struct str s, size_t *at, struct err *err)
{
	static const struct str words[] = { { "true", 4 }, { "false", 5 },
		{ "null", 4 } };

	if (*at < s.n && s.p[*at] == '"')
		return json_skip_string(s, at, err);
	for (size_t i = 0; i < COUNT(words); i++) {
		if (str_begins(str_cut(s, *at, s.n), words[i])) {
			*at += words[i].n;
			return true;
		}
	}
	return skip_number(s, at, err);
}

/* A key and its colon at s[*at]. */
static bool
skip_key(struct str s, size_t *at, struct err *err)
{
	if (*at >= s.n || s.p[*at] != '"')
		return fail(err, *at, "a key expected");
	if (!json_skip_string(s, at, err))
		return false;
	*at = json_skip_space(s, *at);
	if (*at >= s.n || s.p[*at] != ':')
		return fail(err, *at, "':' expected");
	*at = json_skip_space(s, *at + 1);
	return true;
}

/* Opens brackets at s[*at] as long as there are any; returns false at an
 * error.  *closed is set when the innermost closed at once: "[]". */
static bool
open_brackets(struct str s, size_t *at, char *stack, size_t *depth,
    bool *closed, struct err *err)
{
	*closed = false;
	while (*at < s.n && (s.p[*at] == '[' || s.p[*at] == '{')) {
		char want = s.p[*at] == '[' ? ']' : '}';

		if (*depth == DEPTH_MAX)
			return fail(err, *at, "nested too deep");
		stack[(*depth)++] = want;
		*at = json_skip_space(s, *at + 1);
		if (*at < s.n && s.p[*at] == want) {
			*closed = true;
			return true;
		}
		if (want == '}' && !skip_key(s, at, err))
			return false;
	}
	return true;
}

/* Behind a value: closes brackets, or moves over a comma to the next value.
 * Sets *more when another value follows. */
static bool
close_brackets(struct str s, size_t *at, const char *stack, size_t *depth,
    bool *more, struct err *err)
{
	*more = false;
	while (*depth > 0) {
		size_t i = json_skip_space(s, *at);

		if (i >= s.n)
			return fail(err, s.n, "the record does not end");
		*at = i + 1;
		if (s.p[i] == stack[*depth - 1]) {
			(*depth)--;
			continue;
		}
		if (s.p[i] != ',')
			return fail(err, i, "',' expected");
		*at = json_skip_space(s, *at);
		*more = true;
		return stack[*depth - 1] == ']' || skip_key(s, at, err);
	}
	return true;
}

bool
json_skip_value(struct str s, size_t *at, struct err *err)
{
	char stack[DEPTH_MAX];
	size_t depth = 0;
	bool closed, more = true;

	while (more) {
		if (!open_brackets(s, at, stack, &depth, &closed, err))
			return false;
		if (!closed && !skip_scalar(s, at, err))
			return false;
		if (!close_brackets(s, at, stack, &depth, &more, err))
			return false;
	}
	return true;
}

/* The code point of the escape at s[*at] (a \u pair is one); moves *at. */
static int32_t
escape_value(struct str s, size_t *at)
{
	static const char from[] = "bfnrt", to[] = "\b\f\n\r\t";
	const char *p = strchr(from, s.p[*at + 1]);
	int32_t v, w;

	if (s.p[*at + 1] != 'u') {
		v = p != NULL ? to[p - from] : s.p[*at + 1];
		*at += 2;
		return v;
	}
	v = hex4(s, *at + 2);
	*at += 6;
	if (v < 0xd800 || v > 0xdfff)
		return v;
	if (v > 0xdbff || s.n - *at < 6 || s.p[*at] != '\\' ||
	    s.p[*at + 1] != 'u')
		return UTF8_REPLACE;
	w = hex4(s, *at + 2);
	if (w < 0xdc00 || w > 0xdfff)
		return UTF8_REPLACE;
	*at += 6;
	return 0x10000 + ((v - 0xd800) << 10) + (w - 0xdc00);
}

struct str
json_decode(struct str raw, struct arena *a)
{
	struct str s = str_cut(raw, 1, raw.n - 1);
	struct buf b = { .a = a };
	size_t from = 0, at = str_find(s, STR("\\"), 0);

	if (at == s.n)
		return s;
	while (at < s.n) {
		buf_add(&b, str_cut(s, from, at));
		buf_cp(&b, escape_value(s, &at));
		from = at;
		at = str_find(s, STR("\\"), at);
	}
	buf_add(&b, str_cut(s, from, s.n));
	return buf_str(&b);
}

/* Writes one byte or code point that json_quote() could not copy. */
static size_t
quote_odd(struct buf *b, struct str s, size_t at)
{
	static const char from[] = "\"\\\b\f\n\r\t", to[] = "\"\\bfnrt";
	static const char hex[] = "0123456789abcdef";
	unsigned char c = (unsigned char)s.p[at];
	const char *p = c != '\0' && c < 0x80 ? strchr(from, c) : NULL;
	int32_t cp;
	int n;

	if (p != NULL) {
		buf_byte(b, '\\');
		buf_byte(b, to[p - from]);
		return 1;
	}
	if (c < 0x20) {
		buf_add(b, STR("\\u00"));
		buf_byte(b, hex[c >> 4]);
		buf_byte(b, hex[c & 15]);
		return 1;
	}
	n = utf8_decode(s, at, &cp);
	if (n < 0) {
		buf_cp(b, UTF8_REPLACE);
		return (size_t)-n;
	}
	buf_add(b, str_cut(s, at, at + (size_t)n));
	return (size_t)n;
}

void
json_quote(struct buf *b, struct str s)
{
	size_t at = 0;

	buf_byte(b, '"');
	while (at < s.n) {
		size_t end = skip_plain(s, at);

		buf_add(b, str_cut(s, at, end));
		at = end;
		if (at < s.n)
			at += quote_odd(b, s, at);
	}
	buf_byte(b, '"');
}

bool
json_num(struct buf *b, double val)
{
	char tmp[40];
	double back;
	int n = 0;

	if (!isfinite(val))
		return false;
	if (val == 0)
		val = 0; /* not "-0" */
	if (fabs(val) < 1e15 && val == trunc(val)) {
		n = snprintf(tmp, sizeof(tmp), "%.0f", val);
	} else {
		for (int digits = 15; digits <= 17; digits++) {
			n = snprintf(tmp, sizeof(tmp), "%.*g", digits, val);
			if (str_num((struct str){ tmp, (size_t)n }, &back) &&
			    back == val)
				break;
		}
	}
	buf_add(b, (struct str){ tmp, (size_t)n });
	return true;
}
