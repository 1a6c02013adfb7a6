/*
 * reach.c - how far words are from numbers; see reach.h.
 */
#include "reach.h"

#include <math.h>

#define BAR 0.7    /* what a border of clauses adds to the distance */
#define NUMBER 0.6 /* what another number adds */
#define WORD 0.08  /* what a word adds */

bool
reach_border(const struct reach *r, size_t k)
{
	static const char *const words[] = { "and", "but", "while", "when",
		"after", "before", "as", "which", "that", "who", "because",
		"or" };
	const struct token *t = &r->sent->tokens.v[k];

	if (t->kind == TOKEN_PUNCT)
		return !str_is(t->text, "-") && !str_is(t->text, "'") &&
		    !str_is(t->text, "’");
	for (size_t i = 0; i < COUNT(words); i++) {
		if (str_is(t->low, words[i]))
			return true;
	}
	return false;
}

/* "The front line, which stretches 1,000 km": what is said of it goes on. */
static bool
goes_on(const struct reach *r, size_t k)
{
	const struct token *t = r->sent->tokens.v;

	if (k + 1 < r->sent->tokens.n && str_is(t[k].text, ","))
		k++;
	return str_is(t[k].low, "which") || str_is(t[k].low, "who");
}

static float
bar_of(const struct reach *r, size_t k)
{
	if (!reach_border(r, k) || goes_on(r, k))
		return 0;
	return r->sent->tokens.v[k].kind == TOKEN_PUNCT ? 1 : 0.6F;
}

static void
mark_mentions(struct reach *r)
{
	const struct tokens *t = &r->sent->tokens;
	size_t k = 0;

	for (size_t m = 0; m < r->sent->n; m++) {
		size_t i, end = r->mentions[m].end;

		if (r->mentions[m].type == REC_CLAIM)
			continue;
		while (k < t->n && t->v[k].end <= r->mentions[m].start)
			k++;
		/* The first that comes is the longest of those that begin
		 * here; a later one lies inside. */
		for (i = k; i < t->n && t->v[i].start < end; i++) {
			if (r->mention[i] == 0)
				r->mention[i] = (uint32_t)m + 1;
		}
	}
}

struct reach
reach_make(
    const struct sheet *s, const struct sheet_sent *sent, struct arena *a)
{
	size_t n = sent->tokens.n;
	/* Without any mention there is no array to point into. */
	struct reach r = { sent,
		sent->n > 0 ? &s->mentions[sent->first] : s->mentions, NULL,
		NULL, NULL };

	r.mention = arena_alloc(a, n + 1, sizeof(*r.mention));
	r.bars = arena_alloc(a, n + 1, sizeof(*r.bars));
	r.numbers = arena_alloc(a, n + 1, sizeof(*r.numbers));
	mark_mentions(&r);
	for (size_t k = 0; k < n; k++) {
		bool begins = reach_is(&r, k, REC_NUMBER) &&
		    (k == 0 || r.mention[k - 1] != r.mention[k]);
		/* "5 km (3 miles)" is one number. */
		bool again = begins &&
		    r.mentions[r.mention[k] - 1].same_as <
			r.mentions[r.mention[k] - 1].start;
		bool inside = r.mention[k] != 0;

		r.bars[k + 1] = r.bars[k] + (inside ? 0 : bar_of(&r, k));
		r.numbers[k + 1] = r.numbers[k] + (begins && !again);
	}
	return r;
}

bool
reach_tokens(
    const struct reach *r, const struct sheet_mention *m, size_t *i, size_t *j)
{
	const struct tokens *t = &r->sent->tokens;
	size_t low = 0, high = t->n;

	while (low < high) {
		size_t mid = low + (high - low) / 2;

		if (t->v[mid].end <= m->start)
			low = mid + 1;
		else
			high = mid;
	}
	*i = *j = low;
	while (*j < t->n && t->v[*j].start < m->end)
		(*j)++;
	return *i < *j;
}

double
reach_near(const struct reach *r, size_t i, size_t j, size_t k)
{
	size_t from = k < i ? k + 1 : j, to = k < i ? i : k;
	double far = BAR * fabs((double)(r->bars[to] - r->bars[from])) +
	    WORD * (double)(to - from);

	/* Numbers that begin between the two. */
	if (k < i)
		far += NUMBER * (r->numbers[i] - r->numbers[k]);
	else
		far += NUMBER * (r->numbers[k] - r->numbers[j]);
	return 1 / (1 + far);
}

bool
reach_is(const struct reach *r, size_t k, enum rec_type type)
{
	return r->mention[k] != 0 &&
	    r->mentions[r->mention[k] - 1].type == type;
}
