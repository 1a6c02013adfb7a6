/*
 * claim_cue.c - what shows that somebody says something; see claim_cue.h.
 */
#include "claim_cue.h"

#define FRAMES_CLAUSE (FRAME('t') | FRAME('b'))
#define FRAMES_PHRASE                                                          \
	(FRAME('n') | FRAME('g') | FRAME('i') | FRAME('o') | FRAME('s') |      \
	    FRAME('p') | FRAME('x'))

static bool
is(const struct claim_view *v, size_t i, const char *low)
{
	return i < v->n && str_is(v->s->t.v[i].low, low);
}

static bool
ends_in(const struct claim_view *v, size_t i, const char *suffix)
{
	return i < v->n && v->w[i].name == 0 &&
	    str_ends(v->s->t.v[i].low, str_of(suffix));
}

/* Whether a quotation begins at token i. */
static bool
quote_at(const struct claim_view *v, size_t i)
{
	return i < v->n && v->w[i].quoted && (i == 0 || !v->w[i - 1].quoted);
}

static size_t
quote_end(const struct claim_view *v, size_t i)
{
	while (i < v->n && v->w[i].quoted)
		i++;
	return i;
}

static bool
ends_at(const struct claim_view *v, size_t i)
{
	return i >= v->n || word_has(v, i, WORD_STOP);
}

/* Whether one of the nouns of tokens [i, j) is of a kind. */
static bool
has_noun(const struct claim_view *v, size_t i, size_t j, enum noun_kind kind)
{
	for (; i < j; i++)
		if ((v->w[i].nouns & 1U << kind) != 0)
			return true;
	return false;
}

/* What stands between a verb and what is said: "told him on Friday in a
 * statement". */
struct reach {
	size_t i;    /* behind it */
	bool told;   /* somebody is told */
	bool spread; /* there is anything */
};

/* Whether somebody who is told begins at token i. */
static bool
told_at(const struct claim_view *v, size_t i)
{
	return word_has(v, i, WORD_DET) ||
	    (np_inner(v, i) &&
		(v->w[i].name != 0 || has_noun(v, i, i + 1, NOUN_TOLD) ||
		    has_noun(
			v, i + 1, i + 2 < v->n ? i + 2 : i + 1, NOUN_TOLD)));
}

/* Behind those who are told, from token i: a name, or a noun phrase. */
static size_t
told_end(const struct claim_view *v, size_t i)
{
	size_t j = i;

	while (word_has(v, j, WORD_DET))
		j++;
	if (j < v->n && v->w[j].name != 0) {
		uint32_t name = v->w[j].name;

		while (j < v->n && v->w[j].name == name)
			j++;
		if (!is(v, j, "'s") && !is(v, j, "-") &&
		    !has_noun(v, j, j < v->n ? j + 1 : j, NOUN_MEDIUM))
			return j;
	}
	return np_short_end(v, i);
}

/* The medium that tokens [i, j) name: anything on which one writes or which
 * one tells. */
static void
take_medium(
    const struct claim_view *v, size_t i, size_t j, bool on, struct cue *c)
{
	for (; i < j; i++) {
		const struct claim_name *name;

		if (on && has_noun(v, i, i + 1, NOUN_PLATFORM) &&
		    v->s->t.v[i].form == TOKEN_CAPITAL) {
			c->medium = (struct np){ i, j };
			return;
		}
		if (v->w[i].name == 0)
			continue;
		name = &v->s->names[v->w[i].name - 1];
		if (name->medium || (on && name->class == ENT_ORG)) {
			c->medium = (struct np){ i, i + 1 };
			return;
		}
	}
}

/* Whether a preposition belongs to a number: "about 5,000", "at least 60". */
static bool
is_about(const struct claim_view *v, size_t i)
{
	return is(v, i + 1, "least") || is(v, i + 1, "most") ||
	    (i + 1 < v->n && v->s->t.v[i + 1].kind == TOKEN_NUMBER &&
		(is(v, i, "about") || is(v, i, "over") || is(v, i, "under") ||
		    is(v, i, "around") || is(v, i, "between")));
}

static struct reach
skip_between(
    const struct claim_view *v, size_t i, uint32_t frames, struct cue *c)
{
	struct reach r = { .i = i };

	for (size_t k = 0; k < 8; k++) {
		size_t from = r.i, to;

		if (from >= v->n || v->w[from].quoted ||
		    word_has(v, from, WORD_THAT))
			break;
		if (word_has(v, from, WORD_ADV | WORD_TIME) ||
		    (ends_in(v, from, "ly") && !np_inner(v, from + 1))) {
			r.i++;
			while (
			    r.i < v->n && v->s->t.v[r.i].kind == TOKEN_NUMBER)
				r.i++;
			continue;
		}
		if ((frames & FRAME('r')) != 0 && !r.told) {
			to = word_has(v, from, WORD_ME) && !is(v, from, "her")
			    ? from + 1
			    : told_at(v, from) ||
				((frames & FRAME('v')) == 0 &&
				    np_inner(v, from))
			    ? told_end(v, from)
			    : from;
			if (to == from && is(v, from, "her"))
				to = from + 1;
			/* "warned the plan would fail": nobody is told */
			if (to > from && (!word_verbal(v, to) || to >= v->n)) {
				take_medium(v, from, to, false, c);
				r.told = r.spread = true;
				r.i = to;
				continue;
			}
		}
		if (!word_has(v, from, WORD_PREP) || is_about(v, from) ||
		    ((frames & FRAME('p')) != 0 && !is(v, from, "in") &&
			!is(v, from, "on") && !is(v, from, "at")) ||
		    word_has(v, from, WORD_SUB) ||
		    (word_has(v, from, WORD_TO) && !told_at(v, from + 1)))
			break;
		to = np_short_end(v, from + 1);
		if (to == from + 1 && word_has(v, to, WORD_ME))
			to++;
		if (to == from + 1)
			break;
		take_medium(v, from + 1, to, is(v, from, "on"), c);
		r.spread = true;
		r.i = to;
	}
	/* "told a committee of lawmakers led by him that" */
	for (size_t k = 0; r.spread && k < 5 && r.i + k < v->n; k++) {
		if (word_has(v, r.i + k, WORD_WALL) || v->w[r.i + k].quoted) {
			if (word_has(v, r.i + k, WORD_THAT))
				r.i += k;
			break;
		}
	}
	return r;
}

/* Where a phrase that is said ends: it is not a clause. */
static size_t
phrase_end(const struct claim_view *v, size_t i)
{
	size_t first = i;

	for (; !ends_at(v, i) || (i < v->n && v->w[i].quoted); i++) {
		if (v->w[i].quoted || i == first)
			continue;
		if (word_has(v, i, WORD_COMMA | WORD_DASH | WORD_COLON))
			break;
		if (word_has(v, i, WORD_AND) &&
		    (is(v, i, "but") || word_verbal(v, i + 1)))
			break;
		if (word_has(v, i, WORD_BY) && ends_in(v, i + 1, "ing"))
			break;
		if (word_has(v, i, WORD_SUB) && !is(v, i, "so") &&
		    !word_has(v, i, WORD_PREP | WORD_AS))
			break;
	}
	return i;
}

/* Whether a clause could stand in tokens [i, end); strict: with its verb
 * before a comma. */
static bool
is_clause(const struct claim_view *v, size_t i, size_t end, bool strict)
{
	if (word_has(v, i, WORD_PRONOUN))
		return end > i + 1 && !word_has(v, i + 1, WORD_TO);
	for (size_t k = i + 1; k < end && k < i + NP_REACH; k++) {
		if (strict && word_has(v, k, WORD_COMMA))
			return false;
		if (word_verbal(v, k) && !v->w[k].quoted)
			return true;
	}
	return false;
}

/* What "accused him of theft" says. */
static struct np
after_object(const struct claim_view *v, size_t i)
{
	size_t end = phrase_end(v, i);

	for (size_t k = i + 1; k + 1 < end; k++)
		if (!v->w[k].quoted && (is(v, k, "of") || is(v, k, "for")) &&
		    (ends_in(v, k + 1, "ing") || end - k > 2))
			return (struct np){ k + 1, end };
	return (struct np){ i, i };
}

/* What "described it as theft" says. */
static struct np
with_object(const struct claim_view *v, size_t i, bool called)
{
	size_t end = phrase_end(v, i);

	if (word_has(v, i, WORD_PREP))
		return (struct np){ i, i }; /* "called on", "called for" */
	for (size_t k = i; k < end; k++)
		if ((k > i && !v->w[k].quoted &&
			(word_has(v, k, WORD_AS) ||
			    (is(v, k, "to") && !called))) ||
		    (called && quote_at(v, k)))
			return (struct np){ i, end };
	return (struct np){ i, i };
}

/* Whether the subject of c speaks by itself: images, a report. */
static bool
is_evidence(const struct claim_view *v, const struct cue *c)
{
	return has_noun(v, c->who.from, c->who.to, NOUN_EVIDENCE);
}

/* What is said behind the verb of c, in one of the phrases that it may have. */
static struct np
said_phrase(
    const struct claim_view *v, size_t i, uint32_t frames, const struct cue *c)
{
	struct np none = { i, i };
	bool noun = word_has(v, i, WORD_DET) || np_inner(v, i);

	if ((word_verbal(v, i) && (v->w[i].frames & FRAME('z')) == 0) ||
	    word_has(v, i, WORD_AND))
		return none;
	if ((frames & FRAME('o')) != 0)
		return after_object(v, i);
	if ((frames & FRAME('i')) != 0 && word_has(v, i, WORD_TO) &&
	    i + 1 < v->n && v->s->t.v[i + 1].form == TOKEN_LOWER)
		return (struct np){ i, phrase_end(v, i) };
	if ((frames & FRAME('g')) != 0 && ends_in(v, i, "ing"))
		return (struct np){ i, phrase_end(v, i) };
	if ((frames & FRAME('p')) != 0 && word_has(v, i, WORD_PREP) &&
	    (is(v, i, "of") || is(v, i, "about") || is(v, i, "against") ||
		is(v, i, "to")))
		return (struct np){ i + 1, phrase_end(v, i + 1) };
	if ((frames & (FRAME('s') | FRAME('x'))) != 0) {
		struct np said = with_object(v, i, (frames & FRAME('x')) != 0);

		if (said.to > said.from)
			return said;
	}
	if ((frames & FRAME('n')) != 0 && noun &&
	    ((frames & FRAME('e')) == 0 || is_evidence(v, c)))
		return (struct np){ i, phrase_end(v, i) };
	return none;
}

/* What is said behind the verb of c. */
static struct np
said_right(const struct claim_view *v, struct cue *c, uint32_t frames)
{
	struct reach r = skip_between(v, c->end, frames, c);
	size_t i = r.i;
	struct np none = { i, i };
	bool clause = (frames & FRAMES_CLAUSE) != 0;

	if (ends_at(v, i) && !(i < v->n && v->w[i].quoted))
		return none;
	if (word_has(v, i, WORD_THAT) && clause)
		return (struct np){ i + 1, v->n };
	if (quote_at(v, i) && (c->speech || (frames & FRAME('x')) != 0)) {
		size_t end = quote_end(v, i);
		bool alone = ends_at(v, end) || end >= v->n ||
		    word_has(v, end, WORD_COMMA | WORD_AND | WORD_DASH) ||
		    word_has(v, end - 2, WORD_STOP);

		return (struct np){ i, alone ? end : v->n };
	}
	if (word_has(v, i, WORD_COLON) && c->speech) {
		c->opens = i + 1 >= v->n;
		return (struct np){ i + 1,
			quote_at(v, i + 1) ? quote_end(v, i + 1) : v->n };
	}
	if (word_has(v, i, WORD_COMMA)) {
		if (quote_at(v, i + 1) && c->speech)
			return (struct np){ i + 1, quote_end(v, i + 1) };
		return none;
	}
	if ((frames & FRAME('t')) != 0 && word_has(v, i, WORD_WH) &&
	    !word_has(v, i, WORD_SUB | WORD_REL))
		return (struct np){ i, v->n };
	if ((frames & FRAME('t')) != 0 &&
	    (is(v, i, "whether") || is(v, i, "where") || is(v, i, "who")))
		return (struct np){ i, v->n };
	if ((frames & FRAME('r')) != 0 && !r.told &&
	    (frames & FRAME('p')) == 0 && (frames & FRAME('b')) != 0)
		return none;
	if ((frames & FRAME('b')) != 0 &&
	    ((frames & FRAME('e')) == 0 || is_evidence(v, c)) &&
	    !word_verbal(v, i) && !word_has(v, i, WORD_AND | WORD_SUB) &&
	    (((frames & FRAME('l')) != 0 && v->n > i + 4) ||
		is_clause(v, i, v->n, true)))
		return (struct np){ i, v->n };
	return said_phrase(v, i, frames, c);
}

/* Whether what is said may stand before token begin: where it ends, or 0. */
static size_t
left_end(const struct claim_view *v, size_t begin)
{
	size_t i = begin;

	if (i > 0 && word_has(v, i - 1, WORD_AS) && !v->w[i - 1].quoted)
		i--;
	if (i == 0)
		return 0;
	if (v->w[i - 1].quoted)
		return i;
	if (word_has(v, i - 1, WORD_COMMA | WORD_DASH) && i > 1)
		return i - 1;
	return 0;
}

/* Whether tokens [0, end) hold a clause or a quotation. */
static bool
left_says(const struct claim_view *v, size_t end)
{
	if (end > 0 && v->w[end - 1].quoted)
		return true;
	for (size_t k = 1; k < NP_REACH && k <= end; k++)
		if (word_verbal(v, end - k) || v->w[end - k].quoted)
			return true;
	return end > 4;
}

/* Takes what stands left of c, which begins at begin and whose words end
 * before token after; and what follows, when it goes on there. */
static bool
take_left(const struct claim_view *v, struct cue *c, size_t begin, size_t after)
{
	size_t end = left_end(v, begin);

	if (end == 0)
		return false;
	if (word_has(v, after, WORD_COMMA | WORD_DASH | WORD_COLON) ||
	    quote_at(v, after)) {
		size_t next = after + !quote_at(v, after);

		if (quote_at(v, next))
			c->more = (struct np){ next, quote_end(v, next) };
		else if (word_has(v, next, WORD_AUX) || !left_says(v, end))
			end = v->n; /* "The ferry, she said, was late" */
	} else if (!left_says(v, end))
		return false;
	c->said = (struct np){ 0, end };
	c->begin = end < begin ? end : begin;
	c->left = true;
	return true;
}

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
	for (size_t k = 0; k < NP_REACH && !ends_at(v, i); k++, i++) {
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
		if (quote_at(v, at))
			return k > 0 &&
				word_has(v, at - 1, WORD_COMMA | WORD_COLON)
			    ? at - 1
			    : i;
	}
	return i;
}

/* “...,” said Mr Smith: the speaker behind the verb. */
static bool
take_inverted(const struct claim_view *v, struct cue *c)
{
	size_t from = c->end, to = np_end(v, from, false), left;

	if (word_has(v, from, WORD_HE | WORD_THEY | WORD_I))
		to = from + 1;
	if (to == from || word_verbal(v, to) || v->w[from].quoted ||
	    word_has(v, from, WORD_IT))
		return false;
	left = left_end(v, c->at);
	if (left == 0 || word_has(v, c->at - 1, WORD_AS))
		return false;
	if (!v->w[left - 1].quoted &&
	    (!left_says(v, left) || quote_at(v, to) ||
		(!names_person(v, from, to) && verb_follows(v, to))))
		return false;
	c->who = (struct np){ from, to };
	return take_left(v, c, c->at, inverted_end(v, to));
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
	if (quote_at(v, i) && (frames & FRAME('x')) != 0) {
		said = (struct np){ i, quote_end(v, i) };
		i = said.to;
	} else if (!s->passive)
		return false;
	if (!word_has(v, i, WORD_BY)) {
		c->said = said;
		return quote_at(v, c->end) && s->kind != SUBJECT_NP;
	}
	c->who = (struct np){ i + 1, np_end(v, i + 1, false) };
	if (c->who.to == c->who.from || said.to == said.from)
		return false;
	if (word_has(v, c->who.to, WORD_AS) && said.from < c->at)
		said.to = phrase_end(v, c->who.to);
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
		if (is(v, i, "and") || has_noun(v, i, i + 1, NOUN_MANY) ||
		    (!v->w[i].name && v->s->t.v[i].low.n > 3 &&
			ends_in(v, i, "s") && !ends_in(v, i, "ss")))
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

	if (word_has(v, np->from, WORD_I))
		return false;
	switch ((enum verb_form)v->w[verb].form) {
	case VERB_BASE:
		return is_many(v, np);
	case VERB_THIRD:
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
take_shared(const struct claim_view *v, struct cue *c, const struct cues *found)
{
	(void)v;
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
		if (!is(v, i, "quoted") && !is(v, i, "cited") &&
		    !is(v, i, "quotes"))
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
	    !(is(v, p - 1, "by") || is(v, p - 1, "after") ||
		is(v, p - 1, "before") || is(v, p - 1, "while")))
		return false;
	c->begin = p - 1;
	return take_shared(v, c, found) || take_first(v, c);
}

/* Whether "X claims" may stand behind what X claims: not where it reads as a
 * noun, as in "with new demands, such as". */
static bool
may_follow(const struct claim_view *v, const struct cue *c, uint32_t frames)
{
	size_t left = left_end(v, c->begin);

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
	    (v->w[c->at].form != VERB_THIRD && v->w[c->at].form != VERB_BASE) ||
	    (left > 0 && v->w[left - 1].quoted);
}

/* A verb of saying at token i. */
static bool
take_verb(const struct claim_view *v, size_t i, const struct cues *found,
    struct cue *c)
{
	uint32_t frames = v->w[i].frames;
	struct subject s = np_subject(v, i);
	struct reach between;
	size_t left;

	*c = (struct cue){ .at = i, .end = i + 1, .like = CUE_NONE };
	if ((frames & FRAME('u')) != 0) {
		if (!is(v, i + 1, "out"))
			return false;
		c->end++;
	}
	c->begin = s.begin;
	c->stance = (enum claim_stance)v->w[i].stance;
	c->speech = (frames & FRAME('q')) != 0;
	c->joined = s.begin > 0 && !v->w[s.begin - 1].quoted &&
	    word_has(
		v, s.begin - 1, WORD_AND | WORD_COMMA | WORD_DASH | WORD_COLON);
	if (s.begin > 0 && word_has(v, s.begin - 1, WORD_IF))
		return false;
	if ((v->w[i].form == VERB_PAST || v->w[i].form == VERB_PART) &&
	    (s.passive || s.kind != SUBJECT_NP) &&
	    take_passive(v, c, &s, frames))
		return true;
	if (s.passive && v->w[i].form != VERB_ING)
		return false;
	if (v->w[i].form == VERB_ING) {
		if (!take_ing(v, c, &s, found))
			return false;
		/* "after reporting a loss" */
		if (i > 0 && word_has(v, i - 1, WORD_PREP))
			frames &= ~FRAMES_PHRASE | FRAME('s') | FRAME('x');
		c->said = said_right(v, c, frames);
		return c->said.to > c->said.from ||
		    (word_has(v, i - (i > 0), WORD_AS) &&
			take_left(v, c, c->begin, c->end));
	}
	if ((frames & FRAME('v')) != 0 && take_inverted(v, c))
		return true;
	if (s.kind == SUBJECT_NONE || s.kind == SUBJECT_GAP ||
	    v->w[i].form == VERB_PART)
		return false;
	if (s.kind == SUBJECT_SHARED) {
		c->joined = true;
		if (!take_shared(v, c, found) && !take_first(v, c))
			return false;
	} else {
		c->who = s.np;
		if (!agrees(v, i, &s.np))
			return false;
	}
	c->said = said_right(v, c, frames);
	left = left_end(v, s.begin);
	/* “...,” he said, “...” */
	if (c->said.to > c->said.from && s.kind != SUBJECT_SHARED &&
	    c->speech && quote_at(v, c->said.from) && left > 0 &&
	    v->w[left - 1].quoted)
		return take_left(v, c, s.begin, c->said.from - 1);
	if (c->said.to > c->said.from || c->opens)
		return true;
	if ((frames & (FRAME('q') | FRAME('v'))) == 0 ||
	    s.kind == SUBJECT_SHARED || !may_follow(v, c, frames))
		return false;
	if ((frames & (FRAMES_CLAUSE | FRAME('n'))) == 0 &&
	    !(left > 0 && v->w[left - 1].quoted))
		return false;
	between = skip_between(v, c->end, frames, c);
	if ((frames & FRAME('r')) != 0 && (frames & FRAME('v')) == 0 &&
	    !between.spread)
		return false; /* "..., court told" */
	return take_left(v, c, s.begin, between.i);
}

/* "according to X", "as per X", "as reported by X", "citing X": how many
 * tokens from i, or 0. */
static size_t
source_at(const struct claim_view *v, size_t i)
{
	if (is(v, i, "according") && is(v, i + 1, "to"))
		return 2;
	if (is(v, i, "citing"))
		return 1;
	if (is(v, i, "as") && is(v, i + 1, "per"))
		return 2;
	if (is(v, i, "as") && i + 2 < v->n && v->w[i + 1].frames != 0 &&
	    (is(v, i + 2, "by") || is(v, i + 2, "in")))
		return 3;
	return is(v, i, "as") && is(v, i + 1, "told") && is(v, i + 2, "to") ? 3
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
				!is_clause(v, comma + 1, k, false)))
				comma = k;
		}
		c->said = (struct np){ comma + 1, v->n };
		return comma + 1 < v->n;
	}
	if (is(v, i, "citing"))
		return left_end(v, i) > 0;
	if (take_left(v, c, i, after))
		return true;
	/* No comma before it: "Prices fell according to the bank." */
	if (i > 3 && is(v, i, "according")) {
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
	return (i > 0 && v->s->t.v[i].glued && is(v, i - 1, "-")) ||
	    (is(v, i + 1, "-") && v->s->t.v[i + 1].glued);
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
