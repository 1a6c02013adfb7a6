/*
 * alike.c - whether a sentence repeats another; see alike.h.
 */
#include "alike.h"

#define LABEL_MAX 6  /* words added before: "WASHINGTON, Nov 3 (AP) —" */
#define STRANGE 5    /* words that one of another meaning counts more */
#define SOURCE_MAX 7 /* words added behind: ", the agency reported on ..." */

/* Two runs of words. */
struct pair {
	const uint32_t *a, *b; /* first, later */
	size_t n, m;
};

/* A difference: a[a0, a1) became b[b0, b1); one of them may be empty. */
struct hunk {
	size_t a0, a1, b0, b1;
};

struct diff {
	struct hunk *v;
	size_t n, cap;
	size_t same; /* words in common */
};

static bool
same_word(uint32_t a, uint32_t b)
{
	return FINGER_HASH(a) == FINGER_HASH(b);
}

static size_t
run(const struct pair *p, size_t x, size_t y)
{
	size_t from = x;

	while (x < p->n && y < p->m && same_word(p->a[x], p->b[y])) {
		x++;
		y++;
	}
	return x - from;
}

/* How far down diagonal k (x - y) d edits come, by the row of d - 1. */
static long
reach(const long *prev, long d, long k)
{
	if (d == 0)
		return 0;
	if (k == -d || (k != d && prev[d - 1 + k - 1] < prev[d - 1 + k + 1]))
		return prev[d - 1 + k + 1];
	return prev[d - 1 + k - 1] + 1;
}

/*
 * E. Myers, An O(ND) difference algorithm (1986), forward.  rows[d][d + k] is
 * how far d edits come on diagonal k.  Returns the number of edits, or -1
 * when there are more than max.
 */
static long
edits(const struct pair *p, long max, long **rows, struct arena *a)
{
	const long n = (long)p->n, m = (long)p->m;

	for (long d = 0; d <= max; d++) {
		rows[d] = arena_alloc(a, (size_t)(2 * d + 3), sizeof(**rows));
		for (long k = -d; k <= d; k += 2) {
			long x = reach(d > 0 ? rows[d - 1] : NULL, d, k);

			/* Off the edge: such a diagonal leads nowhere. */
			if (x <= n && x - k <= m && x - k >= 0)
				x += (long)run(p, (size_t)x, (size_t)(x - k));
			rows[d][d + k] = x;
			if (x >= n && x - k >= m)
				return d;
		}
	}
	return -1;
}

/* Takes one edit into the hunks, which are found from last to first. */
static void
add_edit(struct diff *d, struct hunk edit)
{
	struct hunk *last = d->n > 0 ? &d->v[d->n - 1] : NULL;

	if (last != NULL && last->a0 == edit.a1 && last->b0 == edit.b1) {
		last->a0 = edit.a0;
		last->b0 = edit.b0;
	} else {
		d->v[d->n++] = edit;
	}
}

/* Walks the rows back from the ends of both to their beginnings. */
static void
hunks(const struct pair *p, long **rows, long edits, struct diff *diff)
{
	long x = (long)p->n, y = (long)p->m;

	for (long d = edits; d > 0; d--) {
		const long *prev = rows[d - 1];
		long k = x - y, px, py;
		bool added = k == -d ||
		    (k != d && prev[d - 1 + k - 1] < prev[d - 1 + k + 1]);

		px = prev[d - 1 + k + (added ? 1 : -1)];
		py = px - k - (added ? 1 : -1);
		add_edit(diff,
		    (struct hunk){ (size_t)px, (size_t)px + !added, (size_t)py,
			(size_t)py + added });
		x = px;
		y = py;
	}
}

static void
reverse(struct diff *d)
{
	for (size_t i = 0, j = d->n; i + 1 < j; i++) {
		struct hunk h = d->v[--j];

		d->v[j] = d->v[i];
		d->v[i] = h;
	}
}

/* Moves the first hunk, when it only adds or only leaves out, to the very
 * beginning if the words allow: "Read | more: Read | the" is "| Read more: |
 * Read the". */
static void
slide(const struct pair *p, struct hunk *h)
{
	const uint32_t *w = h->a0 == h->a1 ? p->b : p->a;
	size_t start = h->a0 == h->a1 ? h->b0 : h->a0, i = start;
	size_t len = (h->a1 - h->a0) + (h->b1 - h->b0);

	if (h->a0 != h->a1 && h->b0 != h->b1)
		return;
	while (i > 0 && same_word(w[i - 1], w[i - 1 + len]))
		i--;
	if (i == 0)
		*h = (struct hunk){ 0, h->a1 - start, 0, h->b1 - start };
}

/* The differences, in order; false when there are more than max edits. */
static bool
diff_make(const struct pair *p, long max, struct diff *diff, struct arena *a)
{
	long **rows = arena_alloc(a, (size_t)max + 1, sizeof(*rows));
	long n = edits(p, max, rows, a);

	if (n < 0)
		return false;
	*diff = (struct diff){ .same = (p->n + p->m - (size_t)n) / 2 };
	diff->v = arena_alloc(a, (size_t)n + 1, sizeof(*diff->v));
	hunks(p, rows, n, diff);
	reverse(diff);
	if (diff->n > 0)
		slide(p, &diff->v[0]);
	return true;
}

/* How many words of w[from, to) are of a kind. */
static size_t
kinds(const uint32_t *w, size_t from, size_t to, enum finger_kind kind)
{
	size_t n = 0;

	for (; from < to; from++)
		n += FINGER_KIND(w[from]) == kind;
	return n;
}

/* Whether a difference changes what is said. */
static bool
changes(const struct pair *p, const struct hunk *h)
{
	bool exchange = h->a0 < h->a1 && h->b0 < h->b1;

	if (kinds(p->a, h->a0, h->a1, FINGER_NEGATION) !=
	    kinds(p->b, h->b0, h->b1, FINGER_NEGATION))
		return true;
	if (kinds(p->a, h->a0, h->a1, FINGER_NUMBER) > 0 ||
	    kinds(p->b, h->b0, h->b1, FINGER_NUMBER) > 0 ||
	    kinds(p->b, h->b0, h->b1, FINGER_NAME) > 0)
		return true;
	return exchange &&
	    (kinds(p->a, h->a0, h->a1, FINGER_NAME) > 0 ||
		(kinds(p->a, h->a0, h->a1, FINGER_POLE) > 0 &&
		    kinds(p->b, h->b0, h->b1, FINGER_POLE) > 0));
}

/* Whether one of w[from, to) may stand for word. */
static bool
has_close(const uint32_t *w, size_t from, size_t to, uint32_t word)
{
	for (; from < to; from++) {
		if (finger_close(w[from], word))
			return true;
	}
	return false;
}

/* How many plain words of an exchange stand for none that was there: "cats"
 * for "dogs".  Where no plain word went, it is an addition. */
static size_t
strange(const struct pair *p, const struct hunk *h)
{
	size_t n = 0;

	if (kinds(p->a, h->a0, h->a1, FINGER_PLAIN) == 0)
		return 0;
	for (size_t i = h->b0; i < h->b1; i++)
		n += FINGER_KIND(p->b[i]) == FINGER_PLAIN &&
		    !has_close(p->a, h->a0, h->a1, p->b[i]);
	return n;
}

/*
 * Whether w[0, n) before the rest is a dateline or a label: "KYIV (Reuters)
 * -" may say anything but "not"; "Read more:" must be made of such words, or
 * end in a colon, with no name and no number in it.
 */
static bool
is_label(const uint32_t *w, size_t n)
{
	size_t labels = kinds(w, 0, n, FINGER_LABEL);

	if (n > LABEL_MAX || kinds(w, 0, n, FINGER_NEGATION) > 0)
		return false;
	if (FINGER_PAUSE(w[n - 1]) == FINGER_DASH)
		return true;
	if (kinds(w, 0, n, FINGER_NAME) + kinds(w, 0, n, FINGER_NUMBER) > 0)
		return false;
	return FINGER_PAUSE(w[n - 1]) == FINGER_COLON ||
	    labels + kinds(w, 0, n, FINGER_FUNCTION) +
		kinds(w, 0, n, FINGER_POLE) ==
	    n;
}

/* Whether w[from, to), the end of a sentence, names its source. */
static bool
is_source(const uint32_t *w, size_t from, size_t to)
{
	return from > 0 && FINGER_PAUSE(w[from - 1]) != FINGER_GLIDE &&
	    to - from <= SOURCE_MAX && kinds(w, from, to, FINGER_SOURCE) > 0 &&
	    kinds(w, from, to, FINGER_NEGATION) == 0 &&
	    kinds(w, from, to, FINGER_NUMBER) == 0;
}

/* Whether a difference is one that does not count, whatever its size. */
static bool
forgiven(const struct pair *p, const struct hunk *h)
{
	bool added = h->a0 == h->a1, left_out = h->b0 == h->b1;

	if (left_out && h->a1 == p->n) /* cut short */
		return true;
	if (left_out && h->a0 == 0)
		return is_label(p->a, h->a1);
	if (added && h->b0 == 0)
		return is_label(p->b, h->b1);
	return added && h->b1 == p->m && is_source(p->b, h->b0, h->b1);
}

/* Whether the differences are small and change no fact, or, with facts, small
 * and change some. */
static bool
judge(
    const struct pair *p, const struct diff *d, unsigned threshold, bool facts)
{
	size_t cost = 0, news = 0;
	bool changed = false;

	for (size_t i = 0; i < d->n; i++) {
		const struct hunk *h = &d->v[i];

		if (forgiven(p, h))
			continue;
		changed = changed || changes(p, h);
		cost +=
		    (h->a1 - h->a0) + (h->b1 - h->b0) + STRANGE * strange(p, h);
		if (h->a0 == h->a1)
			news += kinds(p->b, h->b0, h->b1, FINGER_PLAIN);
	}
	/* What later adds is new, however long the rest is. */
	return changed == facts && news <= 1 + p->m / 16 &&
	    2 * d->same >= p->n &&
	    2 * d->same * 1000 >= threshold * (2 * d->same + cost);
}

struct alike_words
alike_words(const uint32_t *v, size_t n)
{
	struct alike_words words = { .v = v, .n = n };

	for (size_t i = 0; i < n; i++) {
		uint32_t h = FINGER_HASH(v[i]);

		words.has[h & 3] |= (uint64_t)1 << (h >> 2 & 63);
	}
	return words;
}

/* So many edits, and no more, may be between sentences that are alike. */
static size_t
edits_most(size_t n, size_t m, unsigned threshold)
{
	return (n + m) * (1000 - threshold) / 1000 + SOURCE_MAX +
	    (n > m ? n - m : 0);
}

/*
 * At least so many edits are between the two: words of the first that later
 * has not are looked for in 256 bits.  Most sentences that share some pairs
 * of words are told apart by it.
 */
static size_t
edits_least(const struct pair *p, const uint64_t has[4])
{
	size_t gone = 0, added;

	for (size_t i = 0; i < p->n; i++) {
		uint32_t h = FINGER_HASH(p->a[i]);

		gone += !(has[h & 3] >> (h >> 2 & 63) & 1);
	}
	added = p->m + gone > p->n ? p->m + gone - p->n : 0;
	return gone + added;
}

static bool
compare(const uint32_t *first, size_t n, const struct alike_words *later,
    unsigned threshold, bool facts, struct arena scratch)
{
	struct pair p = { first, later->v, n, later->n };
	struct diff diff;
	size_t m = p.m;
	size_t most = edits_most(n, m, threshold);

	if (n < ALIKE_WORDS || m < ALIKE_WORDS || 2 * m < n)
		return false;
	if (edits_least(&p, later->has) > most)
		return false;
	if (most > ALIKE_EDITS)
		most = ALIKE_EDITS;
	return diff_make(&p, (long)most, &diff, &scratch) &&
	    judge(&p, &diff, threshold, facts);
}

bool
alike(const uint32_t *first, size_t n, const struct alike_words *later,
    unsigned threshold, struct arena scratch)
{
	return compare(first, n, later, threshold, false, scratch);
}

bool
alike_but_facts(const uint32_t *first, size_t n,
    const struct alike_words *later, unsigned threshold, struct arena scratch)
{
	return compare(first, n, later, threshold, true, scratch);
}
