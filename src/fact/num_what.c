/*
 * num_what.c - the thing that a number counts; see num_scan.h.
 *
 * There is no tagger here: a noun phrase is a run of words that are in no
 * table as a function word or verb, and its head is the first plural in it
 * (of a number above one), which more plurals may follow ("armed forces").
 */
#include "num_scan.h"

#define WORDS_MAX 6     /* looked at */
#define MODIFIERS_MAX 3 /* kept before the head */
#define BACK_MAX 12     /* tokens looked back for a subject */

/* Whether token i may be inside a noun phrase. */
static bool
is_inside(const struct scan *s, size_t i)
{
	uint8_t kind;

	if (i >= s->t->n || s->t->v[i].kind != TOKEN_WORD
	    || (s->m[i].form & FORM_BAR)
	    || num_has(s, i, CUE(STOP) | CUE(VERB)))
		return false;
	kind = s->m[i].kind;
	return kind == KIND_NONE || kind == KIND_LETTER || kind == KIND_SUFFIX
	    || kind == KIND_POINT || kind == KIND_QUARTER
	    || kind == KIND_ORDINAL || (s->m[i].form & FORM_SKIP);
}

bool
num_is_plural(const struct scan *s, size_t i)
{
	struct str low;

	if (i >= s->t->n || s->t->v[i].kind != TOKEN_WORD)
		return false;
	if (num_has(s, i, CUE(PLURAL)))
		return true;
	low = s->t->v[i].low;
	return low.n > 3 && low.p[low.n - 1] == 's' && low.p[0] != '\''
	    && low.p[low.n - 2] != 's' && low.p[low.n - 2] != 'u'
	    && low.p[low.n - 2] != '\'' && is_inside(s, i)
	    && !(low.p[low.n - 2] == 'i' && low.n < 6);
}

/* Words of the phrase at token i, as tokens; fills v and returns how many.
 * A possessor is left out: "40 of Russia's ships" are ships. */
static size_t
collect(const struct scan *s, size_t i, size_t *v)
{
	size_t n = 0;

	for (size_t looked = 0; looked < WORDS_MAX; looked++) {
		if (is_inside(s, i)) {
			v[n++] = i++;
		} else if (n > 0 && i < s->t->n
		    && str_is(s->t->v[i].low, "'s")) {
			n = 0;
			i++;
		} else {
			break;
		}
		i = num_hyphen(s, i);
	}
	return n;
}

struct str
num_phrase(const struct scan *s, size_t i, bool plural)
{
	size_t v[WORDS_MAX], n = collect(s, i, v), head = 0, from;

	if (n == 0)
		return (struct str){ NULL, 0 };
	while (plural && head < n && !num_is_plural(s, v[head]))
		head++;
	if (!plural) {
		/* The first noun phrase ends at a plural, too. */
		while (head + 1 < n && !num_is_plural(s, v[head])
		    && head + 1 < MODIFIERS_MAX)
			head++;
	} else if (head == n) {
		head = n > 1 && s->t->v[v[1]].form == TOKEN_LOWER ? 1 : 0;
		if (s->t->v[v[0]].form == TOKEN_LOWER)
			head = 0;
	}
	while (head + 1 < n && num_is_plural(s, v[head])
	    && num_is_plural(s, v[head + 1]))
		head++;
	from = head > MODIFIERS_MAX ? head - MODIFIERS_MAX : 0;
	return token_span(s->t, v[from], v[head] + 1);
}

/* The noun phrase that ends before token i. */
static struct str
phrase_before(const struct scan *s, size_t i)
{
	size_t from = i;

	while (from > s->done && i - from < MODIFIERS_MAX
	    && is_inside(s, from - 1)
	    && !num_has(s, from - 1, CUE(CHANGE) | CUE(LEVEL)))
		from--;
	if (from == i)
		return (struct str){ NULL, 0 };
	return token_span(s->t, from, i);
}

struct str
num_subject(const struct scan *s, size_t from)
{
	size_t i = from, end;

	/* "a population of 60,000" */
	if (i > s->done && num_is(s, i - 1, KIND_OF)) {
		struct str what = phrase_before(s, i - 1);

		if (what.n > 0 && !num_has(s, i - 2, CUE(FILLER)))
			return what;
	}
	/* "the toll rose to 45": back over the verb to its subject */
	end = i > BACK_MAX ? i - BACK_MAX : 0;
	while (i > end && !num_has(s, i - 1, CUE(CHANGE) | CUE(LEVEL))) {
		if (s->m[i - 1].form & FORM_BAR || num_ch(s, i - 1, ';'))
			return (struct str){ NULL, 0 };
		i--;
	}
	if (i == end)
		return (struct str){ NULL, 0 };
	while (i > end && num_has(s, i - 1, CUE(CHANGE) | CUE(LEVEL)
	    | CUE(VERB) | CUE(STOP)))
		i--;
	return phrase_before(s, i);
}
