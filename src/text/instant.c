/*
 * instant.c - when something was published; see instant.h.
 */
#include "instant.h"

#include <stdio.h>
#include <string.h>

/* Room for a zone and for a time; more than what is written to them. */
#define ZONE 32
#define TIME 96

/* n digits at s[at...]. */
static bool
digits(struct str s, size_t at, size_t n, int low, int high)
{
	int val = 0;

	if (s.n < at + n)
		return false;
	for (size_t i = at; i < at + n; i++) {
		if (!ch_digit(s.p[i]))
			return false;
		val = val * 10 + (s.p[i] - '0');
	}
	return val >= low && val <= high;
}

static bool
one_of(struct str s, size_t at, const char *set)
{
	return at < s.n && s.p[at] != '\0' && strchr(set, s.p[at]) != NULL;
}

/* The length of a time of day with seconds and zone at s[at...], or 0. */
static size_t
iso_time(struct str s, size_t at)
{
	size_t i = at + 5;

	if (!digits(s, at, 2, 0, 24) || !one_of(s, at + 2, ":") ||
	    !digits(s, at + 3, 2, 0, 59))
		return 0;
	if (one_of(s, i, ":") && digits(s, i + 1, 2, 0, 60))
		i += 3;
	if (one_of(s, i, ".") && digits(s, i + 1, 1, 0, 9)) {
		i++;
		while (digits(s, i, 1, 0, 9))
			i++;
	}
	if (one_of(s, i, "Z"))
		i++;
	else if (one_of(s, i, "+-") && digits(s, i + 1, 2, 0, 14)) {
		size_t min = i + (one_of(s, i + 3, ":") ? 4 : 3);

		i = digits(s, min, 2, 0, 59) ? min + 2 : i + 3;
	}
	return i - at;
}

struct str
instant_iso(struct str s, struct arena *a)
{
	size_t n = 4, time;
	char *p;

	s = str_trim(s);
	if (!digits(s, 0, 4, 1500, 2999) || digits(s, 4, 1, 0, 9))
		return STR("");
	if (one_of(s, 4, "-") && digits(s, 5, 2, 1, 12))
		n = 7;
	if (n == 7 && one_of(s, 7, "-") && digits(s, 8, 2, 1, 31))
		n = 10;
	if (n < 10 || !one_of(s, 10, "T "))
		return n < s.n && n < 10 ? STR("") : str_cut(s, 0, n);
	time = iso_time(s, 11);
	if (time == 0)
		return str_cut(s, 0, n);
	p = arena_alloc(a, 11 + time, 1);
	memcpy(p, s.p, 11 + time);
	p[10] = 'T';
	return (struct str){ p, 11 + time };
}

/* The number of up to max digits at s[*at], which moves behind it; -1 when
 * there is none. */
static int
number(struct str s, size_t *at, size_t max)
{
	size_t from = *at;
	int val = 0;

	while (*at < s.n && *at - from < max && ch_digit(s.p[*at]))
		val = val * 10 + (s.p[(*at)++] - '0');
	return *at > from ? val : -1;
}

static size_t
blanks(struct str s, size_t at)
{
	while (at < s.n && (ch_space(s.p[at]) || s.p[at] == '-'))
		at++;
	return at;
}

/* The month that s[at...] names, 1 to 12, or 0. */
static int
month_at(struct str s, size_t at)
{
	static const char names[] = "janfebmaraprmayjunjulaugsepoctnovdec";
	struct str three;

	if (s.n - at < 3)
		return 0;
	three = str_cut(s, at, at + 3);
	for (int i = 0; i < 12; i++) {
		if (str_ieq(three, (struct str){ names + 3 * i, 3 }))
			return i + 1;
	}
	return 0;
}

/* A name of a zone, and its hours from UTC. */
static bool
zone_hours(struct str s, int *hours)
{
	static const struct {
		char name[4];
		int hours;
	} zones[] = { { "Z", 0 }, { "UT", 0 }, { "GMT", 0 }, { "UTC", 0 },
		{ "EST", -5 }, { "EDT", -4 }, { "CST", -6 }, { "CDT", -5 },
		{ "MST", -7 }, { "MDT", -6 }, { "PST", -8 }, { "PDT", -7 } };

	for (size_t i = 0; i < COUNT(zones); i++) {
		if (!str_ieq(s, str_of(zones[i].name)))
			continue;
		*hours = zones[i].hours;
		return true;
	}
	return false;
}

/* Writes the zone at s[at...] to to[ZONE], as "Z", "+01:00" or nothing. */
static void
zone_of(struct str s, size_t at, char *to)
{
	size_t end = at;
	int hours, min = 0;

	to[0] = '\0';
	if (at < s.n && one_of(s, at, "+-") && digits(s, at + 1, 2, 0, 14)) {
		hours = (s.p[at + 1] - '0') * 10 + s.p[at + 2] - '0';
		end = at + (one_of(s, at + 3, ":") ? 4 : 3);
		if (digits(s, end, 2, 0, 59))
			min = (s.p[end] - '0') * 10 + s.p[end + 1] - '0';
		snprintf(to, ZONE, "%c%02d:%02d", s.p[at], hours, min);
		return;
	}
	while (end < s.n && ch_alpha(s.p[end]))
		end++;
	if (!zone_hours(str_cut(s, at, end), &hours))
		return;
	if (hours == 0)
		snprintf(to, ZONE, "Z");
	else
		snprintf(to, ZONE, "-%02d:00", -hours);
}

/* Writes the time at s[at...], with its zone, to to[TIME]; nothing when there
 * is none. */
static void
time_of(struct str s, size_t at, char *to)
{
	int hour = number(s, &at, 2), min, sec = 0;
	char zone[ZONE];

	to[0] = '\0';
	if (hour < 0 || hour > 24 || !one_of(s, at, ":"))
		return;
	at++;
	min = number(s, &at, 2);
	if (min < 0 || min > 59)
		return;
	if (one_of(s, at, ":")) {
		at++;
		sec = number(s, &at, 2);
	}
	if (sec < 0 || sec > 60)
		return;
	while (at < s.n && ch_space(s.p[at]))
		at++;
	zone_of(s, at, zone);
	snprintf(to, TIME, "T%02d:%02d:%02d%s", hour, min, sec, zone);
}

struct str
instant_mail(struct str s, struct arena *a)
{
	size_t at = 0, end;
	int day, month, year;
	char time[TIME], *p;

	s = str_trim(s);
	while (at < s.n && at < 10 && !ch_digit(s.p[at]))
		at++;
	day = number(s, &at, 2);
	at = blanks(s, at);
	month = at < s.n ? month_at(s, at) : 0;
	while (at < s.n && ch_alpha(s.p[at]))
		at++;
	at = end = blanks(s, at);
	year = number(s, &end, 4);
	if (year >= 0 && end - at == 2)
		year += year < 50 ? 2000 : 1900;
	if (day < 1 || day > 31 || month == 0 || year < 1500 || year > 2999)
		return STR("");
	time_of(s, blanks(s, end), time);
	p = arena_alloc(a, TIME + 16, 1);
	end = (size_t)snprintf(
	    p, TIME + 16, "%04d-%02d-%02d%s", year, month, day, time);
	return (struct str){ p, end };
}

struct str
instant_any(struct str s, struct arena *a)
{
	struct str iso = instant_iso(s, a);

	return iso.n > 0 ? iso : instant_mail(s, a);
}
