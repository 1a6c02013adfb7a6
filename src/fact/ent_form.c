/*
 * ent_form.c - names that their form tells: "155th Brigade", "9th Circuit",
 * "Flight 281", "Smith v. Jones"; see ent_scan.h.
 */
#include "ent_scan.h"

/* Behind "155th" at k, or k. */
static size_t
over_ordinal(const struct scan *s, size_t k)
{
	static const char *const ends[] = { "st", "nd", "rd", "th", "d" };

	if (k + 1 >= s->t->n || s->t->v[k].kind != TOKEN_NUMBER ||
	    !s->t->v[k + 1].glued)
		return k;
	for (size_t i = 0; i < COUNT(ends); i++)
		if (str_is(s->t->v[k + 1].low, ends[i]))
			return k + 2;
	return k;
}

/* Behind the unit that begins with the ordinal at i ("155th Separate
 * Mechanised Brigade of the Armed Forces of Ukraine"), or i. */
static size_t
unit_end(const struct scan *s, size_t i)
{
	size_t k = over_ordinal(s, i), end;

	if (k == i)
		return i;
	for (size_t p = k; p < k + 5 && p < s->t->n; p++) {
		if (s->t->v[p].kind != TOKEN_WORD && !scan_hyphen(s, p))
			return i;
		if (s->w[p].class != ENT_UNIT || s->w[p].head == HEAD_NONE)
			continue;
		end = p + 1;
		/* "82nd Airborne Division" but "a 3rd division team". */
		if (!s->w[p].cap && !s->w[k].cap && p > k)
			return i;
		while (scan_joined(s, p, end) > end)
			end = scan_joined(s, p, end);
		return end;
	}
	return i;
}

/* Behind "9th Circuit", "118th Congress", "3rd U.S. Circuit Court", or i. */
static size_t
ordinal_end(const struct scan *s, size_t i)
{
	size_t k = over_ordinal(s, i), end;

	if (k == i || !scan_is_name(s, k))
		return i;
	end = scan_run(s, k);
	for (size_t p = k; p < end; p++)
		if (scan_is_head(&s->w[p], HEAD_LAST))
			return end;
	return i;
}

/* Behind "Flight 281" or "Section 230", or i. */
static size_t
numbered_end(const struct scan *s, size_t i)
{
	return s->w[i].head == HEAD_NUMBER && s->w[i].cap && i + 1 < s->t->n &&
		s->t->v[i + 1].kind == TOKEN_NUMBER && !s->t->v[i + 1].glued
	    ? i + 2
	    : i;
}

/* Behind "2015 United Kingdom general election" at i, or i. */
static size_t
election_end(const struct scan *s, size_t i)
{
	size_t k = i + 1, end;

	if (s->t->v[i].kind != TOKEN_NUMBER || s->t->v[i].text.n != 4 ||
	    !scan_is_name(s, k))
		return i;
	end = scan_run(s, k);
	for (size_t p = end; p < end + 4 && p < s->t->n; p++) {
		if (s->t->v[p].form != TOKEN_LOWER)
			return i;
		if (s->w[p].class == ENT_EVENT &&
		    str_begins(s->t->v[p].low, STR("election")))
			return p + 1;
	}
	return i;
}

/* Behind "Smith v. Jones" at i, or i. */
static size_t
lawsuit_end(const struct scan *s, size_t i)
{
	size_t k, p;

	if (!scan_is_name(s, i))
		return i;
	for (k = i; k < i + KNOWN_MAX && scan_is_name(s, k); k++)
		continue;
	if (!scan_is(s, k, "v") && !scan_is(s, k, "vs"))
		return i;
	p = scan_is(s, k + 1, ".") ? k + 2 : k + 1;
	return scan_is_name(s, p) ? scan_run(s, p) : i;
}

/* Behind a name that its form alone tells at i, and its class; or i. */
size_t
scan_form(const struct scan *s, size_t i, enum ent_class *class)
{
	size_t end = unit_end(s, i);

	*class = ENT_UNIT;
	if (end > i)
		return end;
	*class = ENT_MISC;
	end = numbered_end(s, i);
	if (end == i)
		end = lawsuit_end(s, i);
	if (end > i)
		return end;
	*class = ENT_EVENT;
	end = election_end(s, i);
	if (end > i)
		return end;
	*class = ENT_NONE;
	return ordinal_end(s, i);
}
