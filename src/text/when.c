/*
 * when.c - the date that a page tells of itself; see when.h.
 */
#include "when.h"

#include <stdio.h>
#include <stdlib.h>

/* What a word of a date tells. */
enum when { WHEN_MONTH, WHEN_ZONE, WHEN_HALF, WHEN_SKIP };

#include "html_when.h"

#define YEAR_MIN 1500
#define YEAR_MAX 2999
#define EPOCH_MIN 315532800  /* 1980 */
#define EPOCH_MAX 4102444800 /* 2100 */
#define FIND_WORDS 6         /* of a date with its time */
#define DAY_SIZE 10          /* bytes of a date with its day */
#define NONE (-1)
#define ISO_SIZE 48

/* What has been read of a date, NONE where nothing was. */
struct when_date {
	long year, month, day;
	long hour, min, sec;
	struct str part; /* of the second: ".123" */
	long zone;       /* minutes; only if zoned */
	bool zoned, bad;
	bool offset; /* the zone was written in figures */
	bool after;  /* the month, a word, stood behind the day */
};

struct scan {
	struct str s;
	size_t i;
};

static char
peek(const struct scan *c)
{
	return c->i < c->s.n ? c->s.p[c->i] : '\0';
}

/* Reads at most max digits; returns how many, 0 when none come or more. */
static size_t
number(struct scan *c, size_t max, long *val)
{
	size_t from = c->i;

	*val = 0;
	while (ch_digit(peek(c)) && c->i - from < 18)
		*val = *val * 10 + (c->s.p[c->i++] - '0');
	if (c->i - from <= max && !ch_digit(peek(c)))
		return c->i - from;
	c->i = from;
	return 0;
}

/* Sets a field that was not set. */
static void
set(struct when_date *d, long *field, long val, long low, long high)
{
	if (*field != NONE || val < low || val > high)
		d->bad = true;
	*field = val;
}

static void
set_date(struct when_date *d, long year, long month, long day)
{
	set(d, &d->year, year, YEAR_MIN, YEAR_MAX);
	set(d, &d->month, month, 1, 12);
	if (day != NONE)
		set(d, &d->day, day, 1, 31);
}

/* "+01:00", "+0100", "-05", behind a time. */
static void
read_offset(struct scan *c, struct when_date *d)
{
	long sign = peek(c) == '-' ? -1 : 1, hour, min = 0;
	size_t n;

	c->i++;
	n = number(c, 4, &hour);
	if (n == 4) {
		min = hour % 100;
		hour /= 100;
	} else if (n > 0 && peek(c) == ':') {
		c->i++;
		n = number(c, 2, &min);
	}
	if (n == 0 || hour > 14 || min > 59 || d->zoned)
		d->bad = true;
	d->zoned = d->offset = true;
	d->zone = sign * (hour * 60 + min);
}

/* The minutes and what follows, behind "10:". */
static void
read_time(struct scan *c, struct when_date *d, long hour)
{
	long min, sec;
	size_t from;

	c->i++;
	if (number(c, 2, &min) != 2)
		d->bad = true;
	set(d, &d->hour, hour, 0, 24);
	set(d, &d->min, min, 0, 59);
	if (peek(c) == ':') {
		c->i++;
		if (number(c, 2, &sec) != 2)
			d->bad = true;
		set(d, &d->sec, sec, 0, 60);
	}
	from = c->i;
	if ((peek(c) == '.' || peek(c) == ',') && c->i + 1 < c->s.n &&
	    ch_digit(c->s.p[c->i + 1]) && d->sec != NONE) {
		for (c->i++; ch_digit(peek(c));)
			c->i++;
		d->part = str_cut(c->s, from + 1, c->i);
	}
	if (peek(c) == '+' || peek(c) == '-')
		read_offset(c, d);
}

/* The rest of a date in figures, "2025-" or "06." read. */
static bool
read_figures(struct scan *c, struct when_date *d, long a, size_t n_a)
{
	char sep = peek(c);
	size_t from = c->i, n_b, n_c = 0;
	long b, last = NONE;

	c->i++;
	n_b = number(c, 2, &b);
	if (n_b > 0 && peek(c) == sep) {
		c->i++;
		n_c = number(c, 4, &last);
	}
	if (n_a == 4 && n_b > 0 && (n_c == 1 || n_c == 2)) {
		set_date(d, a, b, last);
	} else if (n_a == 4 && n_b == 2 && n_c == 0 && sep == '-') {
		set_date(d, a, b, NONE);
	} else if (n_a <= 2 && n_b > 0 && n_c == 4) {
		if (sep == '/' && a <= 12 && b <= 12 && a != b)
			d->bad = true;
		if (sep == '/' && b > 12)
			set_date(d, last, a, b);
		else
			set_date(d, last, b, a);
	} else {
		c->i = from;
		return false;
	}
	if (peek(c) == 'T')
		c->i++;
	return true;
}

/* A moment in seconds since 1970; days by the calendar's rule. */
static void
read_epoch(struct when_date *d, long t)
{
	long day = t / 86400 + 719468, era = day / 146097;
	long doe = day % 146097;
	long yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
	long doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
	long m = (5 * doy + 2) / 153;

	*d = (struct when_date){ .zoned = true };
	d->month = m < 10 ? m + 3 : m - 9;
	d->year = yoe + era * 400 + (d->month <= 2);
	d->day = doy - (153 * m + 2) / 5 + 1;
	d->hour = t % 86400 / 3600;
	d->min = t % 3600 / 60;
	d->sec = t % 60;
}

/* "T101500" */
static void
read_clock(struct scan *c, struct when_date *d)
{
	long val = 0;
	size_t from = ++c->i;

	while (ch_digit(peek(c)) && c->i - from < 6)
		val = val * 10 + (c->s.p[c->i++] - '0');
	if (c->i - from == 4)
		val *= 100;
	else if (c->i - from == 6)
		set(d, &d->sec, val % 100, 0, 60);
	else
		d->bad = true;
	set(d, &d->hour, val / 10000, 0, 24);
	set(d, &d->min, val / 100 % 100, 0, 59);
}

/* Figures without signs between: "20251106", "1762424100000". */
static void
read_long(struct scan *c, struct when_date *d)
{
	size_t from = c->i;
	long val = 0;

	while (ch_digit(peek(c)) && c->i - from < 18)
		val = val * 10 + (c->s.p[c->i++] - '0');
	if (c->i - from == 8) {
		set_date(d, val / 10000, val / 100 % 100, val % 100);
		if (peek(c) == 'T')
			read_clock(c, d);
		return;
	}
	if (c->i - from == 13)
		val /= 1000;
	if (from != 0 || c->i != c->s.n || c->i - from < 9 ||
	    c->i - from > 13 || val < EPOCH_MIN || val > EPOCH_MAX)
		d->bad = true;
	else
		read_epoch(d, val);
}

static void
read_number(struct scan *c, struct when_date *d)
{
	long val;
	size_t n = number(c, 4, &val);
	char next = peek(c);

	if (n == 0) {
		read_long(c, d);
		return;
	}
	if (next == ':' && n <= 2) {
		read_time(c, d, val);
		return;
	}
	if ((next == '-' || next == '/' || next == '.') &&
	    read_figures(c, d, val, n))
		return;
	if (n == 4)
		set(d, &d->year, val, YEAR_MIN, YEAR_MAX);
	else if (n == 2 && d->after && d->year == NONE) /* RFC 5322, 4.3 */
		d->year = val + (val < 50 ? 2000 : 1900);
	else if (d->day == NONE)
		set(d, &d->day, val, 1, 31);
	else
		d->bad = true;
}

static bool
lettered(char c)
{
	return ch_alpha(c) || (unsigned char)c >= 0x80;
}

static void
read_word(struct scan *c, struct when_date *d)
{
	const struct html_when *row;
	char low[WHEN_MAX];
	size_t n = 0;

	for (; lettered(peek(c)) || (peek(c) == '.' && n == 1); c->i++)
		low[n++] = (char)ch_tolower(peek(c));
	row = tab_find(&html_when_tab, (struct str){ low, n });
	if (row == NULL) {
		d->bad = true;
	} else if (row->kind == WHEN_MONTH) {
		d->after = d->day != NONE && d->year == NONE;
		set(d, &d->month, (long)row->value, 1, 12);
	} else if (row->kind == WHEN_ZONE && d->hour != NONE &&
	    !d->zoned) { /* "+0100 (CET)" */
		d->zoned = true;
		d->zone = (long)row->value;
	} else if (row->kind == WHEN_HALF && d->hour != NONE) {
		d->hour = d->hour % 12 + (long)row->value;
	}
}

static struct str
written(const struct when_date *d, struct arena *a)
{
	size_t size = ISO_SIZE + d->part.n;
	char *p = arena_alloc(a, size, 1);
	int n;

	if (d->day == NONE)
		n = snprintf(p, size, "%04ld-%02ld", d->year, d->month);
	else
		n = snprintf(
		    p, size, "%04ld-%02ld-%02ld", d->year, d->month, d->day);
	if (d->day != NONE && d->hour != NONE) {
		n += snprintf(
		    p + n, size - (size_t)n, "T%02ld:%02ld", d->hour, d->min);
		if (d->sec != NONE)
			n += snprintf(p + n, size - (size_t)n, ":%02ld%s%.*s",
			    d->sec, d->part.n > 0 ? "." : "", (int)d->part.n,
			    d->part.n > 0 ? d->part.p : "");
		if (d->zoned && !d->offset && d->zone == 0)
			n += snprintf(p + n, size - (size_t)n, "Z");
		else if (d->zoned)
			n += snprintf(p + n, size - (size_t)n, "%c%02ld:%02ld",
			    d->zone < 0 ? '-' : '+', labs(d->zone) / 60,
			    labs(d->zone) % 60);
	}
	return (struct str){ p, (size_t)n };
}

struct str
when_read(struct str s, struct arena *a)
{
	struct scan c = { str_trim(s), 0 };
	struct when_date d = { NONE, NONE, NONE, NONE, NONE, NONE, STR(""), 0,
		false, false, false, false };

	if (c.s.n > WHEN_MAX)
		return STR("");
	while (c.i < c.s.n && !d.bad) {
		if (ch_digit(peek(&c)))
			read_number(&c, &d);
		else if (lettered(peek(&c)))
			read_word(&c, &d);
		else if ((peek(&c) == '+' || peek(&c) == '-') &&
		    d.hour != NONE && c.i + 1 < c.s.n &&
		    ch_digit(c.s.p[c.i + 1]))
			read_offset(&c, &d);
		else
			c.i++;
	}
	if (d.bad || d.year == NONE ||
	    (d.month == NONE && (d.day != NONE || d.hour != NONE)))
		return STR("");
	if (d.month == NONE)
		return STR("");
	/* The first second of Unix: a program had no date. */
	if (d.year == 1970 && d.month == 1 && d.day == 1)
		return STR("");
	return written(&d, a);
}

/* Behind the word of s at i, and the white space behind it. */
static size_t
next_word(struct str s, size_t i)
{
	while (i < s.n && !ch_space(s.p[i]))
		i++;
	while (i < s.n && ch_space(s.p[i]))
		i++;
	return i;
}

struct str
when_find(struct str s, struct arena *a)
{
	size_t ends[FIND_WORDS];

	if (s.n > WHEN_MAX)
		return STR("");
	for (size_t i = 0; i < s.n; i = next_word(s, i)) {
		size_t n = 0;

		for (size_t at = i; at < s.n && n < FIND_WORDS; n++)
			ends[n] = at = next_word(s, at);
		while (n-- > 0) {
			struct str date = when_read(str_cut(s, i, ends[n]), a);

			if (date.n >= DAY_SIZE)
				return date;
		}
	}
	return STR("");
}

struct str
when_url(struct str url, struct arena *a)
{
	for (size_t i = str_find(url, STR("/"), 8); i < url.n;
	     i = str_find(url, STR("/"), i + 1)) {
		size_t end = url.n - i > 11 ? i + 11 : url.n;
		struct str s = str_cut(url, i + 1, end);
		struct str iso;

		if (s.n < 8 || !ch_digit(s.p[0]) || !ch_digit(s.p[3]))
			continue;
		while (s.n > 8 && !ch_digit(s.p[s.n - 1]))
			s.n--;
		if (s.p[4] != '/' && s.p[4] != '-')
			s = str_cut(s, 0, 8);
		iso = when_read(s, a);
		if (iso.n == 10)
			return iso;
	}
	return STR("");
}
