/*
 * num_subject.c - the thing that a number counts, before it; see num_scan.h.
 */
#include "num_scan.h"

#define WORDS_MAX 8   /* of a noun phrase */
#define BACK_MAX 12   /* tokens looked back for a subject */
#define CLAUSE_MAX 24 /* of a relative clause */
#define LIST_MAX 4    /* things joined by commas and "and" */
#define PARTS_MAX 5   /* of a subject: "cases in the republic of Congo" */

/* Whether token i may be inside a subject: names with figures, too ("S&P
 * 500", "10-year Treasury"). */
static bool
is_subject(const struct scan *s, size_t i)
{
	return num_is_inside(s, i) || num_ch(s, i, '&') ||
	    (num_ch(s, i, '-') && num_glued(s, i)) ||
	    (i < s->t->n && s->m[i].kind == KIND_FIGURES &&
		((s->m[i].form & FORM_SKIP) || num_glued(s, i + 1)));
}

/* Back over the words of the noun phrase that ends before token i. */
static size_t
words_before(const struct scan *s, size_t i)
{
	size_t end = i > WORDS_MAX ? i - WORDS_MAX : 0;

	while (i > end && is_subject(s, i - 1) &&
	    !num_has(s, i - 1, CUE(CHANGE) | CUE(LEVEL)))
		i--;
	return i;
}

/* Back over determiners, numbers and possessors before token i: "the
 * country's", "the two". */
static size_t
skip_det(const struct scan *s, size_t i)
{
	size_t end = i > BACK_MAX ? i - BACK_MAX : 0;

	while (i > end) {
		uint8_t kind = s->m[i - 1].kind;

		if (str_is(s->t->v[i - 1].low, "'s"))
			i = words_before(s, i - 1);
		else if (num_has(s, i - 1, CUE(DET)) ||
		    (((kind >= KIND_FIGURES && kind <= KIND_HUNDRED) ||
			 kind == KIND_ORDINAL) &&
			!(s->m[i - 1].form & FORM_BAR)))
			i--;
		else
			break;
	}
	return i;
}

/* The preposition to which the noun phrase from token i belongs, also as the
 * last one of a list ("between Peru and Chile"), or 0. */
static size_t
prep_before(const struct scan *s, size_t i)
{
	bool listed = false;

	i = skip_det(s, i);
	for (size_t n = 0; n < LIST_MAX && i > 1; n++) {
		if (num_has(s, i - 1, CUE(PREP)))
			return i - 1;
		if (!num_is(s, i - 1, KIND_AND) && !num_is(s, i - 1, KIND_OR) &&
		    !(listed && num_ch(s, i - 1, ',')))
			break;
		listed = true;
		i = skip_det(s, words_before(s, i - 1));
	}
	return 0;
}

/* Back over a date and its preposition: "exports in 2015". */
static size_t
skip_date(const struct scan *s, size_t i)
{
	size_t from = i, end = i > BACK_MAX ? i - BACK_MAX : 0;

	while (from > end && (s->m[from - 1].form & FORM_BAR))
		from--;
	if (from < i && from > 0 && num_has(s, from - 1, CUE(DET)))
		from--;
	return from < i && from > 0 && num_has(s, from - 1, CUE(PREP))
	    ? from - 1
	    : from;
}

/* Behind an adverb of two times the same word that ends in the phrase from
 * token i ("the point-to-point rate"), or i. */
static size_t
pass_adverb(const struct scan *s, size_t i)
{
	for (size_t n = 2; n < 4 && n <= i; n++)
		if (num_adverb(s, i - n) > i)
			return num_adverb(s, i - n);
	return i;
}

/* Tokens [from, to) as a noun phrase, less what is none at its ends. */
static struct str
trimmed(const struct scan *s, size_t from, size_t to)
{
	from = pass_adverb(s, from);
	if (from > 0 && from + 1 < to && num_has(s, from - 1, CUE(PRONOUN)))
		from++; /* "we envisage growth of 8 per cent" */
	while (from < to && !num_is_inside(s, from) && !num_ch(s, from, '&'))
		from++;
	/* not the "injured" of "the number of injured" */
	while (from < to && num_is_participle(s, to - 1, true) &&
	    !(from + 1 == to && from > 0 && num_is(s, from - 1, KIND_OF)))
		to--;
	/* a unit, or what was counted before: "5 tons to 6 tons", "an $8bn
	 * fall to stand at $55bn" */
	if (from <= s->done && to > s->last && s->done > 0)
		return (struct str){ NULL, 0 };
	return from < to ? token_span(s->t, from, to) : (struct str){ NULL, 0 };
}

/* Whether token i is a verb, also behind a pronoun: "it lands". */
static bool
is_verb(const struct scan *s, size_t i)
{
	return num_has(s, i, CUE(VERB)) || num_has(s, i - 1, CUE(PRONOUN));
}

/* The participle whose object is the noun phrase from token i ("households
 * owning a car"), or 0. */
static size_t
before_object(const struct scan *s, size_t i)
{
	size_t verb = skip_det(s, i);

	return verb > 1 && num_is(s, verb, KIND_ARTICLE) &&
		str_ends(s->t->v[verb - 1].low, STR("ing")) &&
		is_subject(s, verb - 1) && is_subject(s, verb - 2)
	    ? verb - 1
	    : 0;
}

/* The noun phrase that ends before token i.  Of "cases in the Congo" it is
 * "cases": back over what a preposition adds. */
static struct str
phrase_before(const struct scan *s, size_t i)
{
	struct str none = { NULL, 0 };
	size_t to = skip_date(s, i), from = words_before(s, to), prep;

	for (int parts = 1; parts < PARTS_MAX && from < to; parts++) {
		prep = before_object(s, from);
		if (prep == 0)
			prep = prep_before(s, from);
		/* "loans paid to farms" */
		if (prep > 1 && num_has(s, prep - 1, CUE(VERB)) &&
		    is_subject(s, prep - 2) &&
		    !num_has(s, prep - 1, CUE(CHANGE) | CUE(LEVEL) | CUE(STOP)))
			prep--;
		/* "that it lands on this face is" */
		if (prep > 1 && is_verb(s, prep - 1))
			return none;
		/* the "dead" of "the number of dead" */
		if (prep < 1 || !is_subject(s, prep - 1) ||
		    (num_has(s, prep - 1, CUE(FILLER)) &&
			num_is(s, prep, KIND_OF)) ||
		    pass_adverb(s, from) > from)
			break;
		to = prep;
		from = words_before(s, to);
	}
	return trimmed(s, from, to);
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

/* Where the adverb of two times the same word that ends before token i begins
 * ("year-on-year"), or i. */
static size_t
adverb_before(const struct scan *s, size_t i)
{
	for (size_t n = 3; n < 6 && n <= i; n++)
		if (num_adverb(s, i - n) == i)
			return i - n;
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
		/* "rose 9 points year-on-year to 45" */
		if (adverb_before(s, i) < i) {
			i = adverb_before(s, i) + 1;
			continue;
		}
		/* "rose on Monday to 45", "rose 9 points to 45" */
		if ((s->m[i - 1].form & (FORM_BAR | FORM_TIME)) ||
		    (i - 1 >= s->last && i - 1 < s->done)) {
			plain = false;
			continue;
		}
		/* "were down 2.5p", but "was at 5, up from 4" */
		if ((cues & CUE(LEVEL)) ||
		    ((cues & CUE(CHANGE)) &&
			(!(cues & CUE(PREP)) ||
			    (i > 1 && num_has(s, i - 2, CUE(VERB))))))
			return i;
		/* Who "spent 5 million" is not what is counted. */
		if ((cues & CUE(VERB)) && (cues & CUE(MONEY_TALK)))
			return 0;
		/* "was 35% contained", "was only 35% contained" */
		if (cues & CUE(VERB))
			return i == from || (plain && cues & CUE(SINGLE)) ? i
									  : 0;
		*nouns = *nouns ||
		    (num_is_inside(s, i - 1) && !is_adverb(s, i - 1) &&
			!(cues & CUE(FILLER)));
		plain = plain && (cues & CUE(STOP)) && !(cues & CUE(PREP));
		looked++;
	}
	return 0;
}

/* Back over the verb that ends before token i, with what belongs to it: "is
 * likely to reach", "was reported to be"; or 0 when its subject is not there or
 * only a pronoun. */
static size_t
before_verb(const struct scan *s, size_t i)
{
	size_t end = i > CLAUSE_MAX ? i - CLAUSE_MAX : 0;

	while (i > end) {
		if (num_has(s, i - 1,
			CUE(CHANGE) | CUE(LEVEL) | CUE(VERB) | CUE(STOP))) {
			if (num_has(s, --i, CUE(PRONOUN)))
				return 0; /* "they put it at 45" */
		} else if (i > 1 && num_is_participle(s, i - 1, true) &&
		    num_has(s, i - 2, CUE(VERB))) {
			i--; /* "was trading at" */
		} else if (num_is(s, i, KIND_TO)) {
			if (!num_is_participle(s, i - 1, false) &&
			    !(i > 1 && num_has(s, i - 2, CUE(VERB))))
				return 0; /* "a fall last week to settle at" */
			i--;
		} else {
			break;
		}
	}
	return skip_clause(s, i);
}

/* The object of the verb that ends before token verb: "cut the rate by 5". */
static struct str
object(const struct scan *s, size_t verb, size_t from)
{
	while (num_has(s, verb, CUE(DET)) || is_adverb(s, verb))
		verb++;
	return num_is_inside(s, verb) && verb < from
	    ? num_phrase(s, verb, HEAD_ONE)
	    : (struct str){ NULL, 0 };
}

/* The noun phrase before the "of" at token i that has the number for its value:
 * "a population of 60,000", "a plant with a capacity of 5 tons", "a rise of 5
 * per cent"; not the name in "a target for Peru of 2 per cent". */
static struct str
attribute(const struct scan *s, size_t i)
{
	size_t from = words_before(s, i), names = from;

	if (from == i && i > 1 && num_has(s, i - 1, CUE(CHANGE)) &&
	    (num_has(s, i - 2, CUE(DET)) || is_subject(s, i - 2)))
		return token_span(s->t, i - 1, i);
	while (names < i && s->t->v[names].form != TOKEN_LOWER)
		names++;
	return from < i && names == i && prep_before(s, from) > 0
	    ? phrase_before(s, i)
	    : trimmed(s, from, i);
}

struct str
num_subject(const struct scan *s, size_t from)
{
	struct str none = { NULL, 0 }, what;
	bool nouns = false;
	size_t i = from + 1;

	if (from > s->done + 1 && num_is(s, from - 1, KIND_OF)) {
		what = attribute(s, from - 1);
		if (what.n > 0 && !num_has(s, from - 2, CUE(FILLER)))
			return what;
	}
	/* In "exceeded 500" the verb is part of the number. */
	if (!num_has(s, from, CUE(LEVEL)) || !num_has(s, from, CUE(VERB)))
		i = behind_verb(s, from, &nouns);
	/* In "a drop of 5" the word is no verb. */
	if (i == 0 || (i > 1 && num_has(s, i - 2, CUE(DET))))
		return none;
	what = nouns ? object(s, i, from) : none;
	i = before_verb(s, i);
	return i > 0 && !nouns ? phrase_before(s, i) : what;
}
