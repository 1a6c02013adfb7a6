/*
 * num_noun.c - noun phrases behind a number; see num_scan.h.
 *
 * There is no tagger here: a noun phrase is a run of words that are in no
 * table as a function word or verb, and its head is the first plural in it
 * (of a number above one), which more plurals may follow ("armed forces").
 */
#include "num_scan.h"

#define WORDS_MAX 8     /* looked at */
#define MODIFIERS_MAX 3 /* kept before the head */
#define LIST_MAX 10     /* tokens of adjectives that are listed */

bool
num_is_inside(const struct scan *s, size_t i)
{
	uint8_t kind;

	if (i >= s->t->n || s->t->v[i].kind != TOKEN_WORD ||
	    (s->m[i].form & FORM_BAR) || num_has(s, i, CUE(STOP)))
		return false;
	/* "Swedish-built submarines" */
	if (num_has(s, i, CUE(VERB)) && !(i > 1 && num_hyphen(s, i - 1) == i))
		return false;
	kind = s->m[i].kind;
	return kind == KIND_NONE || kind == KIND_LETTER ||
	    kind == KIND_SUFFIX || kind == KIND_POINT || kind == KIND_QUARTER ||
	    kind == KIND_ORDINAL || (s->m[i].form & FORM_SKIP) ||
	    (kind == KIND_BY && s->t->v[i].form != TOKEN_LOWER); /* "Model X" */
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
	if (low.n > 5 && str_ends(low, STR("men")))
		return true; /* "policemen" */
	return low.n > 3 && low.p[low.n - 1] == 's' && low.p[0] != '\'' &&
	    low.p[low.n - 2] != 's' && low.p[low.n - 2] != 'u' &&
	    low.p[low.n - 2] != '\'' && num_is_inside(s, i) &&
	    !(low.p[low.n - 2] == 'i' && low.n < 6);
}

/* Whether the words at token i, joined by commas and one "and", end in a
 * plural: "mining, and trade projects". */
static bool
ends_in_plural(const struct scan *s, size_t i)
{
	size_t end = i + LIST_MAX;
	bool joined = false;

	for (; i < end; i++) {
		if (num_is(s, i, KIND_AND) && !joined)
			joined = true;
		else if (num_is_plural(s, i))
			return joined;
		else if (!num_is_inside(s, i) && !num_ch(s, i, ','))
			return false;
	}
	return false;
}

/* Behind what joins the word before token i to more adjectives of a plural:
 * "digital and physical sales", "industrial, mining, and trade projects", "of
 * Iranian and Russian scientists"; or i. */
static size_t
skip_joint(const struct scan *s, size_t i, enum num_head kind)
{
	bool listed = num_ch(s, i, ','), plural = kind == HEAD_PLURAL;

	if (kind == HEAD_ONE)
		return i; /* "the first time and the last" */
	if (plural && num_is(s, i, KIND_AND) && num_is_inside(s, i + 1))
		return i + 1;
	/* "12 Taliban, officials and residents said" */
	if (listed &&
	    (!plural || s->t->v[i - 1].form != TOKEN_LOWER ||
		num_is_participle(s, i - 1, false)))
		return i;
	/* "fruit and vegetables" are two things. */
	if (!listed &&
	    (!num_is(s, i, KIND_AND) || num_is_plural(s, i - 1) ||
		num_is_plural(s, i + 1)))
		return i;
	if (!ends_in_plural(s, i + listed))
		return i;
	return i + 1 + (listed && num_is(s, i + 1, KIND_AND));
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
 * "two advanced systems", "10 known cases". */
static bool
is_attribute(const struct scan *s, size_t i, bool plural)
{
	size_t j = i + 1;

	struct str low;

	if (!plural || !num_has(s, i, CUE(VERB)) || num_has(s, i, CUE(STOP)))
		return false;
	low = s->t->v[i].low;
	if (!str_ends(low, STR("ed")) && !str_ends(low, STR("wn")) &&
	    !str_ends(low, STR("en")) && !str_ends(low, STR("ing")))
		return false;
	while (j < i + MODIFIERS_MAX && num_is_inside(s, j) &&
	    !num_is_plural(s, j))
		j++;
	return num_is_plural(s, j);
}

size_t
num_adverb(const struct scan *s, size_t i)
{
	size_t j = num_hyphen(s, i + 1), k;

	if (i >= s->t->n || s->t->v[i].kind != TOKEN_WORD ||
	    !num_has(s, j, CUE(PREP)))
		return i;
	k = num_hyphen(s, j + 1);
	return k < s->t->n && str_eq(s->t->v[i].low, s->t->v[k].low)
	    ? num_hyphen(s, k + 1)
	    : i;
}

/* Whether the word at token i is a verb of one thing, as an amount stands
 * behind it: "a 2-litre bottle costs £1.50". */
static bool
is_costing(const struct scan *s, size_t i)
{
	return num_is_plural(s, i) && i + 1 < s->t->n &&
	    !num_has(s, i, CUE(PLURAL)) && !num_glued(s, i + 1) &&
	    (s->t->v[i + 1].kind == TOKEN_SYMBOL ||
		s->m[i + 1].kind == KIND_FIGURES);
}

/* The words of a noun phrase. */
struct words {
	size_t v[WORDS_MAX]; /* tokens */
	size_t n;
	size_t end; /* the token behind them */
};

/* Collects the words of the phrase at token i.  A possessor is left out: "40
 * of Russia's ships" are ships.  Adjectives may be joined by "and". */
static void
collect(const struct scan *s, size_t i, enum num_head kind, struct words *w)
{
	bool heads = false; /* a plural was passed, which may be the head */
	bool plural = kind == HEAD_PLURAL;

	w->n = 0;
	while (num_has(s, i, CUE(FILLER)) && num_has(s, i, CUE(STOP)) &&
	    !num_is(s, i + 1, KIND_OF))
		i++; /* "eight more picks" */
	for (size_t looked = 0; looked < WORDS_MAX; looked++) {
		if (num_adverb(s, i) > i) {
			i = num_adverb(s, i);
		} else if (!plural && w->n > 0 && is_costing(s, i)) {
			break;
		} else if (num_is_inside(s, i) ||
		    (w->n == 0 && is_attribute(s, i, plural))) {
			heads = heads || (plural && num_is_plural(s, i));
			w->v[w->n++] = i;
			i = model_end(s, i + 1);
			if (!heads)
				i = skip_joint(s, i, kind);
		} else if (w->n > 0 && !heads && i < s->t->n &&
		    str_is(s->t->v[i].low, "'s")) {
			w->n = 0;
			i++;
		} else {
			break;
		}
		i = num_hyphen(s, i);
	}
	w->end = i;
}

bool
num_is_participle(const struct scan *s, size_t i, bool ing)
{
	struct str low = s->t->v[i].low;

	return low.n > 4 && s->t->v[i].form == TOKEN_LOWER &&
	    ((str_ends(low, STR("ed")) && !str_ends(low, STR("eed"))) ||
		(ing && str_ends(low, STR("ing"))));
}

static bool
is_lower(const struct scan *s, size_t i)
{
	return i < s->t->n && s->t->v[i].form == TOKEN_LOWER;
}

/* Whether all words behind w's word i have capitals: a name begins there that
 * is no part of the phrase, as in "the first time Iran is". */
static bool
name_begins(const struct scan *s, const struct words *w, size_t i)
{
	if (s->titled || !is_lower(s, w->v[i]))
		return false;
	while (++i < w->n)
		if (s->t->v[w->v[i]].form != TOKEN_CAPITAL)
			return false;
	return true;
}

/* The head of a phrase of one thing, as an index in w.  It ends at a plural,
 * too, but for modified: "a $5bn arms deal". */
static size_t
head_of_one(const struct scan *s, const struct words *w, bool modified)
{
	size_t head = 0;

	while (head + 1 < w->n && !name_begins(s, w, head) &&
	    (!num_is_plural(s, w->v[head]) ||
		(modified && is_lower(s, w->v[head + 1]))) &&
	    (head + 1 < MODIFIERS_MAX ||
		(!is_lower(s, w->v[head]) && !is_lower(s, w->v[head + 1]))))
		head++;
	return head;
}

/* The head of a phrase that has no plural, of a number above one: its first
 * word, or the end of a name. */
static size_t
head_of_name(const struct scan *s, const struct words *w)
{
	size_t head = 0;

	if (is_lower(s, w->v[0]))
		return 0;
	while (head + 1 < w->n && !is_lower(s, w->v[head + 1]))
		head++;
	return head == 0 && w->n > 1 ? 1 : head;
}

/* Whether the only word of w is a verb, by what stands behind it: "20 million
 * live in", "98 agreed to it". */
static bool
is_only_verb(const struct scan *s, const struct words *w)
{
	return w->n == 1 && is_lower(s, w->v[0]) && w->end == w->v[0] + 1 &&
	    !num_is(s, w->end, KIND_OF) && !num_has(s, w->end, CUE(RELATIVE)) &&
	    num_has(s, w->end, CUE(PREP) | CUE(DET) | CUE(PRONOUN));
}

/* The thing of which the words w, without a plural, say the kind: companies in
 * "360 Iranian and 120 foreign companies". */
static struct str
shared_head(const struct scan *s, const struct words *w)
{
	struct str none = { NULL, 0 };
	struct words next;
	struct numeral x;
	size_t head = 0;

	/* not "20 F-16s and 30 tanks" */
	if (w->end != w->v[w->n - 1] + 1 || !num_is(s, w->end, KIND_AND) ||
	    !num_read(s, w->end + 1, &x) || x.kind != NUMERAL_COUNT)
		return none;
	collect(s, x.to, HEAD_PLURAL, &next);
	while (head < next.n && !num_is_plural(s, next.v[head]))
		head++;
	return head > 0 && head < next.n
	    ? token_span(s->t, next.v[head], next.v[head] + 1)
	    : none;
}

struct str
num_phrase(const struct scan *s, size_t i, enum num_head kind)
{
	struct str none = { NULL, 0 }, shared;
	bool plural = kind == HEAD_PLURAL;
	size_t head = 0, from;
	struct words w;

	collect(s, i, kind, &w);
	if (w.n == 0 ||
	    (num_has(s, w.v[0], CUE(EXTENT)) && (!plural || w.n == 1)))
		return none; /* "100 km long" */
	while (plural && head < w.n && !num_is_plural(s, w.v[head]))
		head++;
	if (!plural) {
		head = head_of_one(s, &w, kind == HEAD_MODIFIED);
	} else if (head == w.n) {
		shared = shared_head(s, &w);
		if (shared.n > 0)
			return shared;
		if (is_only_verb(s, &w))
			return none;
		head = head_of_name(s, &w);
	}
	while (head + 1 < w.n && num_is_plural(s, w.v[head]) &&
	    num_is_plural(s, w.v[head + 1]) &&
	    !(num_has(s, w.v[head], CUE(PLURAL)) && /* "people dead" */
		num_has(s, w.v[head + 1], CUE(PLURAL))))
		head++;
	while (num_is_participle(s, w.v[head], plural) &&
	    !num_is_plural(s, w.v[head]))
		if (head-- == 0)
			return none;
	from = head > MODIFIERS_MAX ? head - MODIFIERS_MAX : 0;
	return token_span(s->t, w.v[from], model_end(s, w.v[head] + 1));
}
