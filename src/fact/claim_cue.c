/*
 * claim_cue.c - what shows that somebody says something; see claim_cue.h.
 */
#include "claim_cue.h"

#include "claim_said.h"

/* Whether the noun phrase [from, to) is about a person with a name. */
static bool
names_person(const struct claim_view *v, size_t from, size_t to)
{
	const struct claim_word *w = &v->w[to - 1];

	return to > from && w->name != 0 &&
	    v->s->names[w->name - 1].class == ENT_PERSON;
}

/* Whether a verb stands in what follows token i, before a comma. */
static bool
verb_follows(const struct claim_view *v, size_t i)
{
	for (size_t k = 0; k < NP_REACH && !word_end(v, i); k++, i++) {
		if (word_has(v, i, WORD_COMMA | WORD_SUB | WORD_REL) ||
		    v->w[i].quoted)
			return false;
		if (word_verbal(v, i))
			return true;
	}
	return false;
}

/* Behind the words for an inverted speaker that ends before token i, with
 * his apposition, where a quotation goes on: ", 34, who lives there, “". */
static size_t
inverted_end(const struct claim_view *v, size_t i)
{
	for (size_t k = 0; k < 2 * NP_REACH && i + k < v->n; k++) {
		size_t at = i + k;

		if (word_has(v, at, WORD_STOP))
			break;
		if (word_quote(v, at))
			return k > 0 &&
				word_has(v, at - 1, WORD_COMMA | WORD_COLON)
			    ? at - 1
			    : i;
	}
	return i;
}

/* Whether a verb in -ed or of the tables stands in tokens [1, end). */
static bool
has_verb(const struct claim_view *v, size_t end)
{
	for (size_t i = 1; i < end && i < 2 * NP_REACH; i++)
		if (word_verbal(v, i))
			return true;
	return false;
}

/* Whether a verb behind a comma, and no quotation, has its speaker behind it,
 * in tokens [c->end, to), and not what is said: "It rained, said the army", not
 * "The mayor, Ann Bell, declared a day of mourning". */
static bool
inverts(const struct claim_view *v, const struct cue *c, size_t left, size_t to)
{
	uint32_t frames = v->w[c->at].frames;

	if (word_quote(v, to) || (frames & FRAMES_CLAUSE) == 0)
		return false;
	/* "Years later, says Ann Bell, it was still there" */
	if (names_person(v, c->end, to))
		return said_left(v, left) || word_has(v, to, WORD_COMMA);
	return (frames & (FRAME('n') | FRAME('i') | FRAME('s'))) == 0 &&
	    has_verb(v, left) && !verb_follows(v, to);
}

/* “...,” said Mr Smith: the speaker behind the verb. */
static bool
take_inverted(const struct claim_view *v, struct cue *c)
{
	size_t from = c->end, to = np_end(v, from, false), left;

	if (word_has(v, from, WORD_HE | WORD_THEY | WORD_I))
		to = from + 1;
	if (to == from || word_verbal(v, to) || v->w[from].quoted ||
	    word_has(v, from, WORD_IT | WORD_THAT))
		return false;
	left = said_left_end(v, c->at);
	if (left == 0 || word_has(v, c->at - 1, WORD_AS))
		return false;
	if (!v->w[left - 1].quoted && !inverts(v, c, left, to))
		return false;
	c->who = (struct np){ from, to };
	return said_take_left(v, c, c->at, inverted_end(v, to));
}

/* "were rejected by the army", "dubbed “...” by the press". */
static bool
take_passive(const struct claim_view *v, struct cue *c, const struct subject *s,
    uint32_t frames)
{
	size_t i = c->end;
	struct np said = { 0, 0 };

	if ((frames & FRAMES_PHRASE) == 0)
		return false;
	if (s->passive && s->kind == SUBJECT_NP)
		said = s->np;
	if (word_quote(v, i) && (frames & FRAME('x')) != 0) {
		said = (struct np){ i, word_quote_end(v, i) };
		i = said.to;
	} else if (!s->passive)
		return false;
	if (!word_has(v, i, WORD_BY)) {
		c->said = said;
		return word_quote(v, c->end) && s->kind != SUBJECT_NP;
	}
	c->who = (struct np){ i + 1, np_end(v, i + 1, false) };
	if (c->who.to == c->who.from || said.to == said.from)
		return false;
	if (word_has(v, c->who.to, WORD_AS) && said.from < c->at)
		said.to = said_phrase_end(v, c->who.to);
	c->said = said;
	c->begin = s->begin;
	c->joined = false;
	return true;
}

/* Whether a noun phrase is about more than one, or a team of them ("Arsenal
 * say"). */
static bool
is_many(const struct claim_view *v, const struct np *np)
{
	size_t last = np->to - 1;
	const struct claim_word *w = &v->w[last];
	struct str low = v->s->t.v[last].low;

	if (word_has(v, np->from, WORD_PRONOUN))
		return !word_has(v, np->from, WORD_HE | WORD_IT);
	for (size_t i = np->from; i < np->to; i++)
		if (word_is(v, i, "and") || word_noun(v, i, i + 1, NOUN_MANY) ||
		    (!v->w[i].name && v->s->t.v[i].low.n > 3 &&
			word_ends(v, i, "s") && !word_ends(v, i, "ss")))
			return true;
	if (w->name == 0)
		return false;
	switch (v->s->names[w->name - 1].class) {
	case ENT_PERSON:
		return false;
	case ENT_NORP:
		return str_ends(low, STR("s"));
	default:
		return v->w[np->from].name == w->name;
	}
}

/* Whether a verb can have this subject: "the Trump claim", "a Russian claim
 * that" are nouns. */
static bool
agrees(const struct claim_view *v, size_t verb, const struct np *np)
{
	const struct claim_word *last = &v->w[np->to - 1];
	struct str low = v->s->t.v[np->to - 1].low;

	/* "68 suspected cases", "rejected claims", "a chance to deny reports"
	 */
	if (word_is(v, np->from, "no") && np->to == np->from + 2 &&
	    v->s->t.v[np->from + 1].kind == TOKEN_NUMBER)
		return true; /* "No 10", whose door has that number */
	if (word_has(v, np->from, WORD_I) ||
	    (np->to - np->from > 1 && word_has(v, np->to - 2, WORD_TO) &&
		v->w[np->to - 1].frames != 0) ||
	    (np->to - np->from == 1 && v->w[np->from].form == VERB_PAST &&
		v->w[np->from].name == 0) ||
	    v->s->t.v[np->to - 1].kind == TOKEN_NUMBER ||
	    word_has(v, np->from, WORD_NEG))
		return false;
	switch ((enum verb_form)v->w[verb].form) {
	case VERB_BASE:
		return is_many(v, np);
	case VERB_THIRD:
		/* "security guarantees", "the old vassal states in the Gulf" */
		if (last->name == 0 && (v->w[verb].frames & FRAME('z')) != 0)
			return word_has(v, np->from, WORD_PRONOUN) ||
			    (!word_has(v, verb + 1, WORD_PREP) &&
				(np->to - np->from > 1 || is_many(v, np)));
		return last->name == 0 ||
		    v->s->names[last->name - 1].class != ENT_NORP ||
		    str_ends(low, STR("s"));
	case VERB_PART:
		return false;
	default:
		return true;
	}
}

/* A speaker that stands for another cue's. */
static bool
take_shared(struct cue *c, const struct cues *found)
{
	for (size_t k = found->n; k > 0; k--) {
		const struct cue *o = &found->v[k - 1];

		if (o->source ||
		    (o->who.from == o->who.to && o->like == CUE_NONE))
			continue;
		c->like = k - 1;
		return true;
	}
	return false;
}

/* The subject of the clause that ends before token i: "He came, saying ...". */
static bool
take_first(const struct claim_view *v, struct cue *c)
{
	size_t i = 0;

	while (i < c->at && !word_verbal(v, i))
		i++;
	if (i < c->at && i > 0 && !v->w[i].quoted) {
		struct subject s = np_subject(v, i);

		if (s.kind == SUBJECT_NP && s.np.to <= c->at) {
			c->who = s.np;
			return true;
		}
	}
	return false;
}

/* "X was quoted as saying", "CNN quoted X as saying". */
static bool
take_quoted(const struct claim_view *v, struct cue *c)
{
	size_t i = c->at - 1;

	for (size_t k = 0; k < NP_REACH && i > 0; k++) {
		struct subject s;

		i--;
		if (word_has(v, i, WORD_COLON | WORD_STOP) || v->w[i].quoted)
			return false;
		if (!word_is(v, i, "quoted") && !word_is(v, i, "cited") &&
		    !word_is(v, i, "quotes"))
			continue;
		s = np_subject(v, i);
		c->begin = s.begin;
		c->who = s.np;
		if (s.passive || s.kind != SUBJECT_NP)
			return s.kind == SUBJECT_NP;
		c->medium = s.np;
		c->who = (struct np){ i + 1, c->at - 1 };
		while (c->who.to > c->who.from && !np_inner(v, c->who.to - 1) &&
		    !word_has(v, c->who.to - 1, WORD_ME))
			c->who.to--;
		return c->who.to > c->who.from;
	}
	return false;
}

/* A claim in -ing: "..., adding that it had left". */
static bool
take_ing(const struct claim_view *v, struct cue *c, const struct subject *s,
    const struct cues *found)
{
	size_t p = c->at;

	if (s->kind == SUBJECT_NP) {
		c->who = s->np;
		return word_has(v, c->end, WORD_THAT) ||
		    s->passive /* "is saying" */ ||
		    (v->w[p].frames & (FRAME('s') | FRAME('x'))) != 0;
	}
	if (p > 1 && word_has(v, p - 1, WORD_AS))
		return take_quoted(v, c);
	c->joined = true;
	c->begin = p;
	if (p == 0) {
		c->like = CUE_NONE - 1; /* the next one's */
		return true;
	}
	if (s->kind == SUBJECT_NONE &&
	    !(word_is(v, p - 1, "by") || word_is(v, p - 1, "after") ||
		word_is(v, p - 1, "before") || word_is(v, p - 1, "while")))
		return false;
	c->begin = p - 1;
	return take_shared(c, found) || take_first(v, c);
}

/* Whether "X claims" may stand behind what X claims: not where it reads as a
 * noun, as in "with new demands, such as". */
static bool
may_follow(const struct claim_view *v, const struct cue *c, uint32_t frames)
{
	size_t left = said_left_end(v, c->begin);

	if (word_has(v, c->who.from, WORD_PRONOUN) ||
	    names_person(v, c->who.from, c->who.to))
		return true;
	/* A noun without article is a participle's: "comment reported in". */
	if (left > 1 && left == c->begin && v->w[left - 1].quoted &&
	    !word_has(v, left - 2, WORD_COMMA | WORD_STOP) &&
	    !word_has(v, c->who.from, WORD_DET) && !is_many(v, &c->who) &&
	    v->w[c->who.to - 1].name == 0 && v->w[c->who.from].name == 0)
		return false;
	return (frames & FRAME('z')) == 0 ||
	    (is_many(v, &c->who) && word_end(v, c->end)) ||
	    (v->w[c->at].form != VERB_THIRD && v->w[c->at].form != VERB_BASE) ||
	    (left > 0 && v->w[left - 1].quoted);
}

/* A verb in -ing at token i: it must have what is said behind it. */
static bool
take_participle(const struct claim_view *v, const struct subject *s,
    const struct cues *found, struct cue *c, uint32_t frames)
{
	bool as = c->at > 0 && word_has(v, c->at - 1, WORD_AS);

	if (!take_ing(v, c, s, found))
		return false;
	/* "after reporting a loss" */
	if (c->at > 0 && word_has(v, c->at - 1, WORD_PREP))
		frames &= ~FRAMES_PHRASE | FRAME('s') | FRAME('x');
	c->said = said_right(v, c, frames);
	return c->said.to > c->said.from ||
	    (as && said_take_left(v, c, c->begin, c->end));
}

/* A finite verb whose speaker is known: what is said stands behind it, or
 * before. */
static bool
take_finite(
    const struct claim_view *v, struct cue *c, uint32_t frames, bool shared)
{
	size_t left = shared ? 0 : said_left_end(v, c->begin);
	bool behind_quote = left > 0 && v->w[left - 1].quoted;
	struct reach between;

	c->said = said_right(v, c, frames);
	if (c->said.to > c->said.from) {
		/* “...,” he said, “...” */
		if (behind_quote && c->speech && word_quote(v, c->said.from))
			return said_take_left(v, c, c->begin, c->said.from - 1);
		return true;
	}
	if (c->opens)
		return true;
	if ((frames & (FRAME('q') | FRAME('v'))) == 0 || shared ||
	    !may_follow(v, c, frames))
		return false;
	if ((frames & (FRAMES_CLAUSE | FRAME('n'))) == 0 && !behind_quote)
		return false;
	between = said_between(v, c->end, frames, c);
	if ((frames & FRAME('r')) != 0 && (frames & FRAME('v')) == 0 &&
	    !between.spread)
		return false; /* "..., court told" */
	return said_take_left(v, c, c->begin, between.i);
}

/* Sets up c for the verb at token i; false for one that says nothing. */
static bool
begin_verb(const struct claim_view *v, size_t i, const struct subject *s,
    struct cue *c)
{
	uint32_t before = WORD_AND | WORD_COMMA | WORD_DASH | WORD_COLON;

	*c = (struct cue){ .at = i, .end = i + 1, .like = CUE_NONE };
	if ((v->w[i].frames & FRAME('u')) != 0) {
		if (!word_is(v, i + 1, "out"))
			return false;
		c->end++;
	}
	c->begin = s->begin;
	c->stance = (enum claim_stance)v->w[i].stance;
	c->speech = (v->w[i].frames & FRAME('q')) != 0;
	if (s->begin == 0)
		return true;
	c->joined =
	    !v->w[s->begin - 1].quoted && word_has(v, s->begin - 1, before);
	return !word_has(v, s->begin - 1, WORD_IF);
}

/* A verb of saying at token i. */
static bool
take_verb(const struct claim_view *v, size_t i, const struct cues *found,
    struct cue *c)
{
	uint32_t frames = v->w[i].frames;
	enum verb_form form = (enum verb_form)v->w[i].form;
	struct subject s = np_subject(v, i);

	if (!begin_verb(v, i, &s, c))
		return false;
	if ((form == VERB_PAST || form == VERB_PART) &&
	    (s.passive || s.kind != SUBJECT_NP) &&
	    take_passive(v, c, &s, frames))
		return true;
	if (form == VERB_ING)
		return take_participle(v, &s, found, c, frames);
	if (s.passive)
		return false;
	if ((frames & FRAME('v')) != 0 && take_inverted(v, c))
		return true;
	if (form == VERB_PART)
		return false;
	if (s.kind == SUBJECT_SHARED) {
		c->joined = true;
		return (take_shared(c, found) || take_first(v, c)) &&
		    take_finite(v, c, frames, true);
	}
	c->who = s.np;
	/* "Rebels who reject a deal" say nothing now. */
	if (word_has(v, s.np.to + word_has(v, s.np.to, WORD_COMMA), WORD_REL))
		frames &= ~FRAMES_PHRASE;
	return s.kind == SUBJECT_NP && agrees(v, i, &s.np) &&
	    take_finite(v, c, frames, false);
}

/* "according to X", "as per X", "as reported by X", "citing X": how many
 * tokens from i, or 0. */
static size_t
source_at(const struct claim_view *v, size_t i)
{
	if (word_is(v, i, "according") && word_is(v, i + 1, "to"))
		return 2;
	if (word_is(v, i, "citing"))
		return 1;
	if (word_is(v, i, "as") && word_is(v, i + 1, "per"))
		return 2;
	if (word_is(v, i, "as") && i + 2 < v->n && v->w[i + 1].frames != 0 &&
	    (word_is(v, i + 2, "by") || word_is(v, i + 2, "in")))
		return 3;
	return word_is(v, i, "as") && word_is(v, i + 1, "told") &&
		word_is(v, i + 2, "to")
	    ? 3
	    : 0;
}

static bool
take_source(const struct claim_view *v, size_t i, size_t n, struct cue *c)
{
	size_t end = i + n, after;

	*c = (struct cue){ .at = i, .end = end, .like = CUE_NONE, .begin = i };
	c->source = true;
	c->who = (struct np){ end, np_end(v, end, true) };
	if (c->who.to == end)
		return false;
	/* "according to X, an analyst at Y, prices will fall" */
	after = c->who.to;
	if (i == 0 || (i == 1 && word_has(v, 0, WORD_AND))) {
		size_t comma = after;

		while (comma < v->n && comma - after < NP_REACH &&
		    !word_has(v, comma, WORD_COMMA) && !v->w[comma].quoted)
			comma++;
		if (!word_has(v, comma, WORD_COMMA))
			return false;
		if ((word_has(v, comma + 1, WORD_DET) ||
			word_has(v, comma + 1, WORD_REL)) &&
		    !v->w[comma + 1].quoted) {
			size_t k = comma + 1;

			while (k < v->n && k - comma < 25 &&
			    !word_has(v, k, WORD_COMMA | WORD_STOP) &&
			    !v->w[k].quoted)
				k++;
			if (word_has(v, k, WORD_COMMA) &&
			    (word_has(v, comma + 1, WORD_REL) ||
				!said_clause(v, comma + 1, k, false)))
				comma = k;
		}
		c->said = (struct np){ comma + 1, v->n };
		return comma + 1 < v->n;
	}
	if (word_is(v, i, "citing"))
		return said_left_end(v, i) > 0;
	if (said_take_left(v, c, i, after))
		return true;
	/* No comma before it: "Prices fell according to the bank." */
	if (i > 3 && word_is(v, i, "according")) {
		c->said = (struct np){ 0, i };
		c->left = true;
		return true;
	}
	return false;
}

/* What a claim says ends where the next joined one begins; a left one begins
 * behind a colon or a dash? no: at the start. */
static void
cut(const struct claim_view *v, struct cues *found)
{
	for (size_t k = 0; k < found->n; k++) {
		struct cue *c = &found->v[k];

		for (size_t m = k + 1; m < found->n && m < k + 16; m++) {
			const struct cue *o = &found->v[m];
			size_t at = o->begin;

			if (at <= c->said.from || at >= c->said.to ||
			    o->said.to <= o->said.from)
				continue;
			if (!o->joined && !o->left)
				continue;
			if (o->left && c->left)
				continue;
			if (o->joined && !o->left && at > 0 &&
			    word_has(v, at - 1, WORD_COMMA) &&
			    o->like == CUE_NONE && v->w[o->at].form != VERB_ING)
				continue; /* "that if they do, Israel says" */
			c->said.to = at;
		}
	}
}

/* Whether token i is part of a word like "so-called". */
static bool
in_compound(const struct claim_view *v, size_t i)
{
	return (i > 0 && v->s->t.v[i].glued && word_is(v, i - 1, "-")) ||
	    (word_is(v, i + 1, "-") && v->s->t.v[i + 1].glued);
}

struct cues
cue_find(const struct claim_view *v, struct arena *a)
{
	struct cues found = { NULL, 0 };
	size_t cap = 0;

	for (size_t i = 0; i < v->n; i++) {
		struct cue c;
		size_t n;
		bool ok;

		if (v->w[i].quoted || v->w[i].name != 0 || in_compound(v, i))
			continue;
		n = source_at(v, i);
		if (n > 0)
			ok = take_source(v, i, n, &c);
		else
			ok = v->w[i].frames != 0 && take_verb(v, i, &found, &c);
		if (ok) {
			found.v = vec_room(
			    a, found.v, found.n, &cap, sizeof(*found.v));
			found.v[found.n++] = c;
		}
		if (n > 0)
			i = ok ? c.who.to - 1 : i + n - 1;
	}
	for (size_t k = 0; k < found.n; k++)
		if (found.v[k].like == CUE_NONE - 1)
			found.v[k].like = k + 1 < found.n ? k + 1 : CUE_NONE;
	cut(v, &found);
	return found;
}
