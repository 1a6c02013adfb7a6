/*
 * ent_run.c - runs of capitals and what joins them; see ent_scan.h.
 *
 * "Bank of Russia", "Jean-Pierre", "van der Bellen", "J. Edgar", "Food and Drug
 * Administration" are one run each.
 */
#include "ent_scan.h"

#define SKIP_MAX 3 /* small words between two parts of a name */

bool
scan_is(const struct scan *s, size_t k, const char *text)
{
	return k < s->t->n && str_is(s->t->v[k].text, text);
}

bool
scan_hyphen(const struct scan *s, size_t k)
{
	return k < s->t->n && s->t->v[k].glued && scan_is(s, k, "-");
}

/* "May" and "March" in "Theresa May" and "April Ryan". */
static bool
date_is_name(const struct scan *s, size_t k)
{
	const struct word *w = s->w;

	if (k > 0 && w[k - 1].cap && (w[k - 1].gaz & GAZ_FIRST) != 0 &&
	    w[k - 1].stop == STOP_NONE && (w[k - 1].gaz & GAZ_WORD) == 0)
		return true;
	return k + 1 < s->t->n && w[k + 1].cap && w[k + 1].stop == STOP_NONE &&
	    (w[k].gaz & GAZ_FIRST) != 0 &&
	    (w[k + 1].gaz & (GAZ_LAST | GAZ_WORD)) == GAZ_LAST;
}

/* The "A" of "Kevin A. Boone". */
static bool
is_initial(const struct scan *s, size_t k)
{
	return s->w[k].cap && s->t->v[k].text.n == 1 &&
	    scan_is(s, k + 1, ".") && s->t->v[k + 1].glued;
}

/* "US" and "WHO", which in small letters are no names. */
static bool
is_acronym(const struct scan *s, size_t k)
{
	struct gaz_hit hit;

	return s->style != STYLE_CAPS && s->t->v[k].form == TOKEN_UPPER &&
	    gaz_exact(s->doc->gaz, s->t, k, k + 1, &hit);
}

/* Whether token k may be a word of a name. */
bool
scan_is_name(const struct scan *s, size_t k)
{
	const struct word *w;

	if (k >= s->t->n)
		return false;
	w = &s->w[k];
	if (is_initial(s, k))
		return true;
	if (!w->cap || w->stop == STOP_LABEL ||
	    (w->stop == STOP_FUNCTION && !is_acronym(s, k)))
		return false;
	if (w->stop == STOP_DATE)
		return date_is_name(s, k);
	return s->style == STYLE_PLAIN || (w->gaz & GAZ_WORD) == 0;
}

bool
scan_is_head(const struct word *w, enum head at)
{
	return w->cap && (w->head == (uint8_t)at || w->head == HEAD_BOTH);
}

/* A country, a capital, a nationality: joined by a hyphen they stay two. */
static bool
stands_alone(const struct scan *s, size_t k)
{
	struct gaz_hit hit;
	struct gaz_entry e;
	size_t at = 0;

	if (!gaz_exact(s->doc->gaz, s->t, k, k + 1, &hit) ||
	    !gaz_get(s->doc->gaz, &hit, &at, &e))
		return false;
	return e.kind == GAZ_COUNTRY || e.kind == GAZ_NORP || e.capital;
}

/* Whether the full stop at k belongs to the word before it. */
static bool
is_abbreviation(const struct scan *s, size_t k)
{
	const struct token *before = &s->t->v[k - 1];

	if (!scan_is(s, k, ".") || !s->t->v[k].glued)
		return false;
	return (before->form == TOKEN_CAPITAL && before->text.n == 1) ||
	    (s->w[k - 1].title != TITLE_NONE && before->text.n <= 4) ||
	    s->w[k - 1].link == LINK_SUFFIX || s->w[k - 1].link == LINK_SHORT;
}

/* Behind "de la" or "al-" and the name behind it; k when there is none. */
static size_t
over_particles(const struct scan *s, size_t k)
{
	size_t p = k;

	while (p < s->t->n && p < k + SKIP_MAX &&
	    s->w[p].link == LINK_PARTICLE && !s->w[p].cap) {
		p++;
		if (scan_hyphen(s, p) && s->t->v[p].glued)
			p++;
	}
	return p > k && scan_is_name(s, p) ? p + 1 : k;
}

/* Whether the run [i, k) has a head word such as "Ministry" with "of" behind
 * it, or right at its end. */
static bool
takes_of(const struct scan *s, size_t i, size_t k)
{
	if (scan_is_head(&s->w[k - 1], HEAD_FIRST))
		return true;
	if (!scan_is(s, k, "of"))
		return false;
	for (size_t p = i; p + 1 < k; p++)
		if (scan_is_head(&s->w[p], HEAD_FIRST) &&
		    s->w[p + 1].link == LINK_OF)
			return true;
	return false;
}

/* Behind "of the X" at k, or k. */
static size_t
over_of(const struct scan *s, size_t i, size_t k)
{
	size_t p = k + 1;

	if (s->w[k].link != LINK_OF || s->w[k].cap || !takes_of(s, i, k))
		return k;
	if (!scan_is(s, k, "of") && s->w[k - 1].class != ENT_ORG)
		return k;
	if (scan_is(s, p, "the"))
		p++;
	return scan_is_name(s, p) ? p + 1 : k;
}

bool
scan_words(const struct scan *s, size_t i, size_t k)
{
	for (; i < k; i++)
		if (s->w[i].cap && (s->w[i].gaz & GAZ_WORD) == 0)
			return false;
	return true;
}

/* Behind the last comma of "Health, Education and Welfare" at k, where the
 * words before k are a body's: "Department of". */
static size_t
over_list(const struct scan *s, size_t i, size_t k)
{
	size_t p = k, q = i;

	while (q + 1 < k &&
	    !(scan_is_head(&s->w[q], HEAD_FIRST) && s->w[q].class == ENT_ORG &&
		s->w[q + 1].link == LINK_OF))
		q++;
	if (q + 1 >= k || !scan_words(s, q, k))
		return k;
	while (scan_is(s, p, ",") && p < k + RUN_MAX) {
		size_t from = ++p;

		while (scan_is_name(s, p))
			p++;
		if (p == from || p >= s->t->n || !scan_words(s, from, p))
			return k;
	}
	return p > k && s->w[p].link == LINK_AND && scan_is_name(s, p + 1) ? p
									   : k;
}

/* Behind "and X" at k in "Food and Drug Administration" and in "Ministry of
 * Health and Social Care", or k. */
static size_t
over_and(const struct scan *s, size_t i, size_t k)
{
	size_t p = k + 1;

	if (s->w[k].link != LINK_AND || !scan_is_name(s, p))
		return k;
	if (scan_is(s, k, "&"))
		return p + 1;
	while (p < k + RUN_MAX && scan_is_name(s, p))
		p++;
	if (!scan_words(s, k + 1, p))
		return k;
	if (scan_is_head(&s->w[p - 1], HEAD_LAST) && scan_words(s, i, k) &&
	    s->w[p - 1].class == ENT_ORG &&
	    !scan_is_head(&s->w[k - 1], HEAD_LAST))
		return p;
	for (size_t q = i; q + 1 < k; q++)
		if (scan_is_head(&s->w[q], HEAD_FIRST) &&
		    s->w[q].class == ENT_ORG && s->w[q + 1].link == LINK_OF &&
		    scan_words(s, q, k))
			return p;
	return k;
}

/* "Inc" and the like, with or without a comma before. */
static bool
is_suffix(const struct scan *s, size_t k)
{
	return k < s->t->n && s->w[k].cap && s->w[k].link == LINK_SUFFIX;
}

size_t
scan_bridge(const struct scan *s, size_t k)
{
	const struct word *w = &s->w[k + 1];

	if (k + 3 >= s->t->n || !scan_hyphen(s, k) || w->cap ||
	    !s->t->v[k + 1].glued || !scan_hyphen(s, k + 2) ||
	    !s->t->v[k + 3].glued || !scan_is_name(s, k + 3))
		return k;
	return w->link == LINK_BRIDGE || w->link == LINK_OF ||
		w->link == LINK_PARTICLE
	    ? k + 4
	    : k;
}

/* Behind what continues the run [i, k), or k at its end. */
size_t
scan_joined(const struct scan *s, size_t i, size_t k)
{
	size_t p;

	if (k >= s->t->n)
		return k;
	if (scan_is_name(s, k))
		return k + 1;
	/* "TV" alone is a label, behind a name its head. */
	if (s->w[k].stop == STOP_LABEL && scan_is_head(&s->w[k], HEAD_LAST))
		return k + 1;
	if (scan_hyphen(s, k) && scan_is_name(s, k + 1) && s->t->v[k + 1].glued)
		return s->w[k - 1].link == LINK_PREFIX ||
			(stands_alone(s, k - 1) && stands_alone(s, k + 1))
		    ? k
		    : k + 2;
	if (scan_bridge(s, k) > k)
		return scan_bridge(s, k);
	if (is_abbreviation(s, k) && scan_is_name(s, k + 1))
		return k + 2;
	if (scan_is(s, k, ",") && is_suffix(s, k + 1))
		return k + 2;
	if (scan_is(s, k, ","))
		return over_list(s, i, k);
	if (s->t->v[k].glued && !scan_is(s, k, "&"))
		return k;
	if (scan_is(s, k, "&") && scan_is_name(s, k + 1))
		return k + 2;
	p = over_particles(s, k);
	if (p == k)
		p = over_of(s, i, k);
	return p == k ? over_and(s, i, k) : p;
}

/* Behind the run that begins at i. */
size_t
scan_run(const struct scan *s, size_t i)
{
	size_t end = i;

	if (s->w[i].link == LINK_PARTICLE && !s->w[i].cap)
		end = over_particles(s, i);
	for (size_t k = i; k <= end && k < s->t->n; k++) {
		struct gaz_hit hit;
		size_t more;

		if (s->w[k].cap && s->w[k].stop != STOP_DATE &&
		    gaz_find(s->doc->gaz, s->t, k, s->t->n, &hit) &&
		    k + hit.n > end && (hit.n > 1 || k == i))
			end = k + hit.n;
		if (k + 1 < end)
			continue;
		more = k == i && end == i ? i + 1 : scan_joined(s, i, end);
		if (more == end || more > i + RUN_MAX)
			break;
		end = more;
	}
	return end;
}
