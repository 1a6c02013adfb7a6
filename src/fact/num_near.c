/*
 * num_near.c - the phrases around a number; see num_scan.h.
 */
#include <string.h>

#include "num_scan.h"

/* Where a phrase of data/num/phrases.tsv stands. */
enum { PLACE_BEFORE, PLACE_AFTER };

#include "num_idioms.h"
#include "num_phrases.h"

#define PHRASE_WORDS 5
#define PHRASE_MAX 64 /* bytes, more than any phrase has */

/* Tokens [i, j) in lower case, joined by spaces, hyphens left out; empty when
 * that is longer than p. */
static struct str
joined(const struct scan *s, size_t i, size_t j, char *p)
{
	size_t n = 0;

	for (; i < j; i++) {
		struct str low = s->t->v[i].low;

		if (s->m[i].form & FORM_BAR)
			return (struct str){ p, 0 };
		if (num_ch(s, i, '-'))
			continue;
		if (n + 1 + low.n > PHRASE_MAX)
			return (struct str){ p, 0 };
		/* "approx." is one word. */
		if (n > 0 && !(low.n == 1 && low.p[0] == '.'))
			p[n++] = ' ';
		memcpy(p + n, low.p, low.n);
		n += low.n;
	}
	return (struct str){ p, n };
}

/* The approximator that ends before token i. */
static size_t
one_before(const struct scan *s, size_t i, enum num_approx *kind)
{
	const struct num_phrases *row;
	char p[PHRASE_MAX];
	size_t n = i - s->done;

	for (n = n < PHRASE_WORDS ? n : PHRASE_WORDS; n > 0; n--) {
		if (num_ch(s, i - n, '-'))
			continue;
		row = tab_find(&num_phrases_tab, joined(s, i - n, i, p));
		if (row == NULL || row->place != PLACE_BEFORE)
			continue;
		*kind = (enum num_approx)row->kind;
		return n;
	}
	return 0;
}

size_t
num_before(const struct scan *s, size_t i, enum num_approx *kind)
{
	size_t n, more;

	if (i <= s->done)
		return 0;
	/* "sub-300" and "more-than-300" are glued by a hyphen. */
	if (num_ch(s, i - 1, '-') && num_glued(s, i - 1) && num_glued(s, i) &&
	    i - 1 > s->done) {
		n = one_before(s, i - 1, kind);
		return n > 0 ? n + 1 : 0;
	}
	n = one_before(s, i, kind);
	/* Of two ("up to about 500") the first one says more. */
	more = n > 0 && *kind == NUM_ABOUT ? one_before(s, i - n, kind) : 0;
	return n + more;
}

size_t
num_after(const struct scan *s, size_t i, enum num_approx *kind)
{
	const struct num_phrases *row;
	bool hyphen = num_hyphen(s, i) > i;
	size_t j = num_hyphen(s, i);
	char p[PHRASE_MAX];

	for (size_t n = 3; n > 0; n--) {
		if (j + n > s->t->n)
			continue;
		row = tab_find(&num_phrases_tab, joined(s, j, j + n, p));
		if (row == NULL || row->place != PLACE_AFTER)
			continue;
		/* "40-odd" and "100+", not "100 plus 50" */
		if (n == 1 && !hyphen && !num_glued(s, j))
			continue;
		*kind = (enum num_approx)row->kind;
		return j + n - i;
	}
	return 0;
}

bool
num_idiom(const struct scan *s, size_t i)
{
	char p[PHRASE_MAX];

	for (size_t from = i > 0 ? i - 1 : 0; from <= i; from++) {
		size_t words = 0;

		for (size_t to = from; to < s->t->n && words < 3; to++) {
			if (num_ch(s, to, '-'))
				continue;
			if (++words < 2)
				continue;
			if (to >= i &&
			    tab_find(&num_idioms_tab,
				joined(s, from, to + 1, p)) != NULL)
				return true;
		}
	}
	return false;
}
