/*
 * num_what.c - the thing that a number counts; see num_scan.h.
 *
 * There is no tagger here: a noun phrase is a run of words that are in no
 * table as a function word or verb, and its head is the first plural in it
 * (of a number above one), which more plurals may follow ("armed forces").
 */
#include "num_scan.h"

#define WORDS_MAX 8     /* looked at */
#define MODIFIERS_MAX 3 /* kept before the head */
#define BACK_MAX 12     /* tokens looked back for a subject */
#define CLAUSE_MAX 24   /* of a relative clause */
#define PARTS_MAX 3     /* of a subject: "cases in the republic of Congo" */

/* Whether token i may be inside a noun phrase. */
static bool
is_inside(const struct scan *s, size_t i)
{
	uint8_t kind;

	if (i >= s->t->n || s->t->v[i].kind != TOKEN_WORD ||
	    (s->m[i].form & FORM_BAR) || num_has(s, i, CUE(STOP) | CUE(VERB)))
		return false;
	kind = s->m[i].kind;
	return kind == KIND_NONE || kind == KIND_LETTER ||
	    kind == KIND_SUFFIX || kind == KIND_POINT || kind == KIND_QUARTER ||
	    kind == KIND_ORDINAL || (s->m[i].form & FORM_SKIP);
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
	if (s->t->v[i].form == TOKEN_MIXED && low.n > 2 &&
	    ch_upper(s->t->v[i].text.p[low.n - 2]))
		return str_ends(s->t->v[i].text, STR("s")); /* "MPs" */
	return low.n > 3 && low.p[low.n - 1] == 's' && low.p[0] != '\'' &&
	    low.p[low.n - 2] != 's' && low.p[low.n - 2] != 'u' &&
	    low.p[low.n - 2] != '\'' && is_inside(s, i) &&
	    !(low.p[low.n - 2] == 'i' && low.n < 6);
}

/* Behind an "and" that joins two adjectives: "digital and physical sales". */
static size_t
skip_and(const struct scan *s, size_t i, bool joins)
{
	return joins && num_is(s, i, KIND_AND) && is_inside(s, i + 1) ? i + 1
								      : i;
}

/* Behind the figures of a model's name, which are glued before token i: "20
 * F-16s", "six T-72". */
static size_t
model_end(const struct scan *s, size_t i)
{
	size_t j = num_hyphen(s, i);

	if (!num_glued(s, j) || s->m[j].kind != KIND_FIGURES)
		return i;
	for (i = j + 1; num_glued(s, i) && s->t->v[i].kind == TOKEN_WORD; i++)
		;
	return i;
}

/* Whether the participle at token i stands before the plural that is counted:
 * "two advanced systems". */
static bool
is_attribute(const struct scan *s, size_t i, bool plural)
{
	size_t j = i + 1;

	if (!plural || !num_has(s, i, CUE(VERB)) || num_has(s, i, CUE(STOP)) ||
	    !str_ends(s->t->v[i].low, STR("ed")))
		return false;
	while (j < i + MODIFIERS_MAX && is_inside(s, j) && !num_is_plural(s, j))
		j++;
	return num_is_plural(s, j);
}

/* Words of the phrase at token i, as tokens; fills v and returns how many.
 * A possessor is left out: "40 of Russia's ships" are ships.  In a plural one
 * adjectives may be joined by "and". */
static size_t
collect(const struct scan *s, size_t i, bool plural, size_t *v)
{
	size_t n = 0;
	bool heads = false; /* a plural was passed, which may be the head */

	while (num_has(s, i, CUE(FILLER)) && num_has(s, i, CUE(STOP)) &&
	    !num_is(s, i + 1, KIND_OF))
		i++; /* "eight more picks" */
	for (size_t looked = 0; looked < WORDS_MAX; looked++) {
		if (is_inside(s, i) || (n == 0 && is_attribute(s, i, plural))) {
			heads = heads || (plural && num_is_plural(s, i));
			v[n++] = i;
			i = model_end(s, i + 1);
			i = skip_and(s, i, plural && !heads);
		} else if (n > 0 && !heads && i < s->t->n &&
		    str_is(s->t->v[i].low, "'s")) {
			n = 0;
			i++;
		} else {
			break;
		}
		i = num_hyphen(s, i);
	}
	return n;
}

/* Whether the word at token i ends like a participle: "showing", "recorded". */
static bool
is_participle(const struct scan *s, size_t i, bool ing)
{
	struct str low = s->t->v[i].low;

	return low.n > 4 && s->t->v[i].form == TOKEN_LOWER &&
	    ((str_ends(low, STR("ed")) && !str_ends(low, STR("eed"))) ||
		(ing && str_ends(low, STR("ing"))));
}

struct str
num_phrase(const struct scan *s, size_t i, bool plural)
{
	size_t v[WORDS_MAX], n = collect(s, i, plural, v), head = 0, from;

	if (n == 0 || (num_has(s, v[0], CUE(EXTENT)) && (!plural || n == 1)))
		return (struct str){ NULL, 0 }; /* "100 km long" */
	while (plural && head < n && !num_is_plural(s, v[head]))
		head++;
	if (!plural) {
		/* The first noun phrase ends at a plural, too. */
		while (head + 1 < n && !num_is_plural(s, v[head]) &&
		    head + 1 < MODIFIERS_MAX)
			head++;
	} else if (head == n) {
		head = n > 1 && s->t->v[v[1]].form == TOKEN_LOWER ? 1 : 0;
		if (s->t->v[v[0]].form == TOKEN_LOWER)
			head = 0;
	}
	while (head + 1 < n && num_is_plural(s, v[head]) &&
	    num_is_plural(s, v[head + 1]))
		head++;
	while (is_participle(s, v[head], plural) && !num_is_plural(s, v[head]))
		if (head-- == 0)
			return (struct str){ NULL, 0 };
	from = head > MODIFIERS_MAX ? head - MODIFIERS_MAX : 0;
	return token_span(s->t, v[from], model_end(s, v[head] + 1));
}

/* Whether token i may be inside a subject: names with figures, too ("S&P
 * 500", "10-year Treasury"). */
static bool
is_subject(const struct scan *s, size_t i)
{
	return is_inside(s, i) || num_ch(s, i, '&') ||
	    (num_ch(s, i, '-') && num_glued(s, i)) ||
	    (i < s->t->n && s->m[i].kind == KIND_FIGURES &&
		((s->m[i].form & FORM_SKIP) || num_glued(s, i + 1)));
}

/* The noun phrase that ends before token i.  Of "cases in the Congo" it is
 * "cases": back over what a preposition adds. */
static struct str
phrase_before(const struct scan *s, size_t i)
{
	size_t from = i, to = i;

	for (int parts = 0; parts < PARTS_MAX; parts++) {
		to = from;
		while (from > 0 && to - from < WORDS_MAX &&
		    is_subject(s, from - 1) &&
		    !num_has(s, from - 1, CUE(CHANGE) | CUE(LEVEL)))
			from--;
		if (from == to)
			return (struct str){ NULL, 0 };
		i = from;
		while (i > 0 && num_has(s, i - 1, CUE(DET)))
			i--;
		/* the "dead" of "the number of dead" */
		if (i < 2 || !num_has(s, i - 1, CUE(PREP)) ||
		    !is_subject(s, i - 2) || num_has(s, i - 2, CUE(FILLER)))
			break;
		if (parts + 1 < PARTS_MAX)
			from = i - 1;
	}
	while (from < to && !is_inside(s, from) && !num_ch(s, from, '&'))
		from++;
	/* not the "injured" of "the number of injured" */
	while (from < to && is_participle(s, to - 1, true) &&
	    !(from + 1 == to && from > 0 && num_is(s, from - 1, KIND_OF)))
		to--;
	if (from < s->done && to > s->last)
		return (struct str){ NULL, 0 }; /* a unit: "5 tons to 6 tons" */
	return from < to ? token_span(s->t, from, to) : (struct str){ NULL, 0 };
}

/* Whether token i is an adverb like "sharply". */
static bool
is_adverb(const struct scan *s, size_t i)
{
	struct str low = s->t->v[i].low;

	return low.n > 4 && str_ends(low, STR("ly"));
}

/* Back over a relative clause that ends before token i: "the fire, which has
 * burnt since Sunday, was"; or i. */
static size_t
skip_clause(const struct scan *s, size_t i)
{
	size_t end = i > CLAUSE_MAX ? i - CLAUSE_MAX : 0;

	if (i == 0 || !num_ch(s, i - 1, ','))
		return i;
	for (size_t j = i - 1; j > end; j--) {
		if (num_ch(s, j - 1, ','))
			return num_has(s, j, CUE(RELATIVE)) ? j - 1 : i;
	}
	return i;
}

/* Behind the verb that token from depends on: "the toll rose on Monday to 45",
 * "cut the rate by 5"; or 0.  Sets *nouns when a noun stands between. */
static size_t
behind_verb(const struct scan *s, size_t from, bool *nouns)
{
	bool plain = true; /* only words like "only" were passed */
	size_t i = from;

	*nouns = false;
	for (size_t looked = 0; i > 0 && looked < BACK_MAX; i--) {
		uint32_t cues = s->m[i - 1].cues;

		if (num_ch(s, i - 1, ';') || num_ch(s, i - 1, '('))
			return 0;
		/* "rose on Monday to 45", "rose 9 points to 45" */
		if ((s->m[i - 1].form & (FORM_BAR | FORM_TIME)) ||
		    (i - 1 >= s->last && i - 1 < s->done)) {
			plain = false;
			continue;
		}
		if (cues & (CUE(CHANGE) | CUE(LEVEL)))
			return i;
		/* Who "spent 5 million" is not what is counted. */
		if ((cues & CUE(VERB)) && (cues & CUE(MONEY_TALK)))
			return 0;
		/* "was 35% contained", "was only 35% contained" */
		if (cues & CUE(VERB))
			return i == from || (plain && cues & CUE(SINGLE)) ? i
									  : 0;
		*nouns = *nouns ||
		    (is_inside(s, i - 1) && !is_adverb(s, i - 1) &&
			!(cues & CUE(FILLER)));
		plain = plain && (cues & CUE(STOP)) && !(cues & CUE(PREP));
		looked++;
	}
	return 0;
}

struct str
num_subject(const struct scan *s, size_t from)
{
	struct str none = { NULL, 0 }, what;
	size_t i, verb;
	bool nouns;

	/* "a population of 60,000" */
	if (from > s->done + 1 && num_is(s, from - 1, KIND_OF)) {
		what = phrase_before(s, from - 1);
		if (what.n > 0 && !num_has(s, from - 2, CUE(FILLER)))
			return what;
	}
	i = behind_verb(s, from, &nouns);
	/* In "a drop of 5" the word is no verb. */
	if (i == 0 || (i > 1 && num_has(s, i - 2, CUE(DET))))
		return none;
	verb = i;
	while (num_has(s, verb, CUE(DET)) || is_adverb(s, verb))
		verb++;
	if (nouns && is_inside(s, verb) && verb < from)
		return num_phrase(s, verb, false);
	while (i > 0 &&
	    num_has(s, i - 1, CUE(CHANGE) | CUE(LEVEL) | CUE(VERB) | CUE(STOP)))
		if (num_has(s, --i, CUE(PRONOUN)))
			return none; /* "they put it at 45" */
	i = skip_clause(s, i);
	return i > 0 && !nouns ? phrase_before(s, i) : none;
}
