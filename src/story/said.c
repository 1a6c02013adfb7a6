/*
 * said.c - a claim, as what can be denied in other words; see said.h.
 */
#include "said.h"

#include <math.h>

#include "compare_acts.h"

#define ECHO_WORDS 6 /* how far into the text "the claims" may stand */
#define FIRST 3      /* words with which a claim may begin with what it tells */
#define EARLY 12     /* by which it tells it at the latest */
#define OBJECT 4     /* how far behind an act its place may stand */
#define PASSIVE 3    /* how far before the act "was" may */
#define OTHER .5     /* what a word is worth that tells of no act */
#define COVERED .5   /* of what is denied, what the other must have */
#define ASIDE .25    /* of what it says; or it says it in passing */
#define BASE .3      /* of a match, and what adds to it */
#define BY_WORDS .4
#define BY_NAME .1
#define NAMES 3 /* that add to it */

/* A claim that is being read. */
struct reader {
	const struct sheet_sent *sent;
	const struct sheet_mention *mentions, *claim;
	size_t from, to; /* its tokens */
	struct said *said;
};

uint32_t
said_act(struct str low, enum act *act)
{
	const struct compare_acts *row = tab_find(&compare_acts_tab, low);

	*act = row != NULL ? (enum act)row->kind : ACT_NONE;
	return *act == ACT_DID || *act == ACT_WIDE ? stem_id(row->group) : 0;
}

bool
said_is_once(struct str low)
{
	const struct compare_acts *row = tab_find(&compare_acts_tab, low);

	return row != NULL && row->often == ACT_ONCE;
}

static void
add(struct said_ids *ids, uint32_t id)
{
	if (ids->n < SAID_NAMES && !stem_has(ids->v, ids->n, id))
		ids->v[ids->n++] = id;
}

static void
add_word(uint32_t *v, unsigned *n, uint32_t id)
{
	if (*n < SAID_WORDS && !stem_has(v, *n, id))
		v[(*n)++] = id;
}

/* The name that holds the token, or NULL. */
static const struct sheet_mention *
name_at(const struct reader *r, const struct token *t)
{
	for (size_t m = 0; m < r->sent->n; m++) {
		const struct sheet_mention *e = &r->mentions[m];

		if (e->start > t->start)
			break;
		if (e->type == REC_ENTITY && t->end <= e->end)
			return e;
	}
	return NULL;
}

/* Places and peoples by their name, persons and bodies by the words of it:
 * "the Front" is the Katanga Front. */
static uint32_t
name_id(const struct sheet_mention *m, struct str low)
{
	bool whole = str_is(m->a, "place") || str_is(m->a, "norp");

	return whole ? sheet_name(m).id : stem_id(low);
}

static void
add_name(
    struct said_ids *ids, const struct token *t, const struct sheet_mention *m)
{
	if (t->kind == TOKEN_WORD && t->low.n > 1 && t->low.p[0] != '\'')
		add(ids, name_id(m, t->low));
}

/* Who says it: names in the sentence that are part of what he is called, and
 * the words of that. */
static void
read_speaker(struct reader *r, struct arena *scratch)
{
	struct str speaker = r->claim->a;
	struct tokens t = token_split(speaker, scratch);

	for (size_t m = 0; m < r->sent->n; m++) {
		const struct sheet_mention *e = &r->mentions[m];
		bool whole = str_is(e->a, "place") || str_is(e->a, "norp");

		if (e->type == REC_ENTITY && whole &&
		    (str_eq(e->b, speaker) ||
			str_find(speaker, e->text, 0) < speaker.n))
			add(&r->said->party, sheet_name(e).id);
	}
	for (size_t k = 0; k < t.n; k++) {
		if (t.v[k].kind != TOKEN_WORD || stem_of(t.v[k].low).id == 0)
			continue;
		if (t.v[k].form == TOKEN_LOWER)
			add(&r->said->who, stem_of(t.v[k].low).id);
		else
			add(&r->said->party, stem_id(t.v[k].low));
	}
}

/* Of "claims by the union that it withheld pay" what follows "that" is denied,
 * of "the claims from Moscow" what was claimed before. */
static void
read_echo(struct reader *r)
{
	static const char *const opens[] = { "that", "of", "about" };
	const struct token *v = r->sent->tokens.v;

	for (size_t k = r->from; k < r->to && k < r->from + ECHO_WORDS; k++) {
		enum act act;

		said_act(v[k].low, &act);
		if (act != ACT_ECHO)
			continue;
		r->said->echo = true;
		for (size_t i = k + 1; i < r->to; i++) {
			if (!stem_is_any(v[i].low, opens, COUNT(opens)))
				continue;
			r->from = i + 1;
			r->said->echo = false;
			return;
		}
		return;
	}
}

static bool
is_passive(const struct reader *r, size_t k)
{
	static const char *const words[] = { "was", "were", "been", "being",
		"is", "are", "be" };

	for (size_t d = 0; d < PASSIVE && k > r->from; d++) {
		if (stem_is_any(
			r->sent->tokens.v[--k].low, words, COUNT(words)))
			return true;
	}
	return false;
}

/* Who did it: the names before the act, or the speaker, who is "it" or is not
 * named ("denied setting fire"). */
static void
read_doer(struct reader *r, size_t act)
{
	static const char *const self[] = { "it", "its", "they", "their", "he",
		"his", "she", "her", "we", "our", "i", "my" };
	const struct token *v = r->sent->tokens.v;

	if (is_passive(r, act))
		return;
	for (size_t k = r->from; k < act; k++) {
		const struct sheet_mention *m = name_at(r, &v[k]);

		if (stem_is_any(v[k].low, self, COUNT(self))) {
			r->said->doer = r->said->party;
			return;
		}
		if (m != NULL && !sheet_name(m).place)
			add_name(&r->said->doer, &v[k], m);
	}
	if (act == r->from && str_ends(v[act].low, STR("ing")) &&
	    r->said->denial)
		r->said->doer = r->said->party;
}

/* Whether the claim is that this was done: it says so first, and does not
 * speak of what is known to be ("since the invasion", "in occupied Ghazni"). */
static bool
is_told(const struct reader *r, size_t k)
{
	static const char *const known[] = { "the", "a", "an", "this", "that",
		"these", "any", "'s", "its", "their", "his", "her", "of", "in",
		"for", "from", "to", "by", "after", "since", "over", "about",
		"with", "on", "and" };
	const struct token *v = r->sent->tokens.v;

	if (k < r->from + FIRST || r->said->denial)
		return true;
	return k < r->from + EARLY &&
	    !stem_is_any(v[k - 1].low, known, COUNT(known)) &&
	    name_at(r, &v[k - 1]) == NULL;
}

/* "Took Kasenga", "hit the town of Riva": a place tells what a word means. */
static bool
is_of_place(const struct reader *r, size_t k)
{
	for (size_t i = k + 1; i < r->to && i <= k + OBJECT; i++) {
		const struct sheet_mention *m =
		    name_at(r, &r->sent->tokens.v[i]);

		if (m != NULL)
			return sheet_name(m).place;
	}
	return false;
}

static void
read_token(struct reader *r, size_t k)
{
	const struct token *t = &r->sent->tokens.v[k];
	const struct sheet_mention *m = name_at(r, t);
	struct stem stem = r->sent->stems[k];
	struct said *said = r->said;
	enum act act;
	uint32_t id;

	if (m != NULL) {
		add_name(&said->names, t, m);
		if (sheet_name(m).place)
			add(&said->places, sheet_name(m).id);
		return;
	}
	id = said_act(t->low, &act);
	said->negated |= act == ACT_NOT;
	said->may |= act == ACT_MAY;
	if ((act == ACT_DID && is_told(r, k)) ||
	    (act == ACT_WIDE && is_of_place(r, k))) {
		if (said->nacts == 0)
			read_doer(r, k);
		add_word(said->acts, &said->nacts, id);
	} else if (act == ACT_DID || act == ACT_WIDE) {
		add_word(said->words, &said->nwords, id);
	} else if (act == ACT_NONE && stem.id != 0 &&
	    stem.sense != SENSE_PEOPLE && stem.sense != SENSE_MAY) {
		add_word(said->words, &said->nwords, stem.id);
	}
}

/* Whether token k begins a clause that tells of something else. */
static bool
is_aside(const struct reader *r, size_t k)
{
	static const char *const words[] = { "while", "but", "although",
		"though", "whereas" };

	return k > r->from &&
	    stem_is_any(r->sent->tokens.v[k].low, words, COUNT(words)) &&
	    str_is(r->sent->tokens.v[k - 1].text, ",");
}

static bool
find_tokens(struct reader *r)
{
	const struct tokens *t = &r->sent->tokens;

	while (r->from < t->n && t->v[r->from].start < r->claim->start)
		r->from++;
	r->to = r->from;
	while (r->to < t->n && t->v[r->to].end <= r->claim->end)
		r->to++;
	return r->from < r->to;
}

bool
said_read(const struct sheet *s, const struct sheet_sent *sent,
    const struct sheet_mention *claim, struct said *said, struct arena scratch)
{
	struct reader r = { .sent = sent,
		.mentions = &s->mentions[sent->first],
		.claim = claim,
		.said = said };
	bool rejected = str_is(claim->c, "rejected");
	size_t from;

	*said =
	    (struct said){ .denial = rejected || str_is(claim->c, "denied") };
	if (!find_tokens(&r))
		return false;
	from = r.from;
	read_speaker(&r, &scratch);
	if (said->denial)
		read_echo(&r);
	/* An offer and a plan are rejected, too. */
	if (rejected && !said->echo && r.from == from)
		return false;
	for (size_t k = r.from; k < r.to && !is_aside(&r, k); k++)
		read_token(&r, k);
	return said->nacts > 0 || said->echo;
}

unsigned
said_common(const struct said_ids *a, const struct said_ids *b)
{
	unsigned n = 0;

	for (unsigned i = 0; i < a->n; i++)
		n += stem_has(b->v, b->n, a->v[i]);
	return n;
}

bool
said_is_one_party(const struct said *a, const struct said *b)
{
	if (a->party.n > 0 && b->party.n > 0)
		return said_common(&a->party, &b->party) > 0;
	return said_common(&a->who, &b->who) > 0;
}

static unsigned
common_words(const uint32_t *a, unsigned n, const uint32_t *b, unsigned m)
{
	unsigned common = 0;

	for (unsigned i = 0; i < n; i++)
		common += stem_has(b, m, a[i]);
	return common;
}

/* Names that both have, in the text or as the speaker. */
static unsigned
common_names(const struct said *a, const struct said *b)
{
	struct said_ids x = a->names, y = b->names;

	for (unsigned i = 0; i < a->party.n; i++)
		add(&x, a->party.v[i]);
	for (unsigned i = 0; i < b->party.n; i++)
		add(&y, b->party.v[i]);
	return said_common(&x, &y);
}

static bool
apart(const struct said_ids *a, const struct said_ids *b)
{
	return a->n > 0 && b->n > 0 && said_common(a, b) == 0;
}

/* Of what is denied of oneself in a word ("it is surrounded"): whether the
 * other says it of him. */
static bool
names_him(const struct said *a, const struct said *b)
{
	return said_common(&a->party, &b->names) > 0 ||
	    common_words(a->who.v, a->who.n, b->words, b->nwords) > 0;
}

double
said_like(const struct said *a, const struct said *b)
{
	unsigned acts = common_words(a->acts, a->nacts, b->acts, b->nacts);
	unsigned words =
	    common_words(a->words, a->nwords, b->words, b->nwords) +
	    common_words(a->words, a->nwords, b->who.v, b->who.n);
	unsigned names = common_names(a, b);
	double both = acts + OTHER * words, covered;

	if (acts == 0 || !stem_has(b->acts, b->nacts, a->acts[0]) ||
	    names + words == 0 || a->negated != b->negated ||
	    a->may != b->may || apart(&a->places, &b->places) ||
	    apart(&a->doer, &b->doer))
		return 0;
	if (words == 0 && said_common(&a->places, &b->places) == 0 &&
	    (a->nacts + a->nwords > 1 || !names_him(a, b)))
		return 0;
	covered = both / (a->nacts + OTHER * a->nwords);
	if (covered < COVERED || both / (b->nacts + OTHER * b->nwords) < ASIDE)
		return 0;
	return BASE + BY_WORDS * fmin(covered, 1) +
	    BY_NAME * (names < NAMES ? names : NAMES);
}
