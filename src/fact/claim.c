/*
 * claim.c - who said what; see claim.h.
 */
#include "claim.h"

#include "claim_cue.h"
#include "claim_quote.h"
#include "claim_who.h"

/* A longer sentence is no sentence: a list, a table.  The grammar looks
 * around each verb, so this bounds its cost. */
#define TOKENS_MAX 1000

/* Whose a quotation is. */
struct owner {
	struct str speaker, cue, via;
	bool known;
};

struct finder {
	struct claim_sent *sents;
	size_t n;
	struct claim_view *views;
	struct quotes quotes;
	struct owner *owners; /* by id of quotation */
	bool *taken;          /* by index in quotes: it is a claim */
	struct str *last;     /* who spoke last, by sentence */
	struct str *about;    /* whom each sentence is about */
	size_t *cap;          /* of the claims of each sentence */
	struct who *who;
	struct arena *a; /* of the results */
};

const char *
claim_kind_name(enum claim_kind kind)
{
	static const char *const names[] = { "direct", "indirect", "mixed" };

	return names[kind];
}

const char *
claim_stance_name(enum claim_stance stance)
{
	static const char *const names[] = { NULL, "denied", "rejected",
		"unverified" };

	return names[stance];
}

/* The parts of quotations in sentence s: the first at *q, how many. */
static size_t
parts_of(const struct finder *f, size_t s, size_t *q)
{
	size_t n = 0;

	while (*q < f->quotes.n && f->quotes.v[*q].sent < s)
		(*q)++;
	while (*q + n < f->quotes.n && f->quotes.v[*q + n].sent == s)
		n++;
	return n;
}

static struct np
trimmed(const struct claim_view *v, struct np said)
{
	while (said.from < said.to && !v->w[said.from].quoted &&
	    word_has(v, said.from,
		WORD_COMMA | WORD_DASH | WORD_COLON | WORD_STOP | WORD_CLOSE))
		said.from++;
	while (said.to > said.from && !v->w[said.to - 1].quoted &&
	    word_has(v, said.to - 1,
		WORD_COMMA | WORD_DASH | WORD_COLON | WORD_STOP | WORD_AND |
		    WORD_OPEN) &&
	    !(word_has(v, said.to - 1, WORD_STOP) && said.to - said.from > 1 &&
		v->s->t.v[said.to - 2].text.n == 1 &&
		v->s->t.v[said.to - 2].form == TOKEN_CAPITAL))
		said.to--;
	return said;
}

/* Behind the dateline that a sentence may begin with, "SARNOK, March 10
 * (Meridian Wire) - Troops": its first word is in capitals, and no verb stands
 * before the dash. */
static size_t
after_dateline(const struct claim_view *v)
{
	if (v->n == 0 || v->s->t.v[0].form != TOKEN_UPPER)
		return 0;
	for (size_t i = 1; i < 14 && i + 1 < v->n; i++) {
		if (v->w[i].quoted || word_verbal(v, i))
			return 0;
		if (word_has(v, i, WORD_DASH))
			return i + 1;
	}
	return 0;
}

/* Cuts ", though this remains unverified" off what is said. */
static bool
cut_doubt(const struct claim_view *v, struct np *said)
{
	for (size_t i = said->to; i > said->from + 2 && i + 16 > said->to;) {
		i--;
		if (v->w[i].quoted)
			return false;
		if (!word_has(v, i, WORD_COMMA | WORD_DASH))
			continue;
		if (word_doubt(v, i, said->to)) {
			said->to = i;
			return true;
		}
		return false;
	}
	return word_doubt(v, said->from, said->to);
}

static struct claim *
add(struct finder *f, size_t s, struct np said)
{
	struct claim_sent *sent = &f->sents[s];
	const struct token *t = sent->t.v;
	struct claim *c;

	sent->v =
	    vec_room(f->a, sent->v, sent->n, &f->cap[s], sizeof(*sent->v));
	c = &sent->v[sent->n++];
	*c = (struct claim){ .start = t[said.from].start,
		.end = t[said.to - 1].end,
		.to = CLAIM_ENDS };
	return c;
}

static void
take_owner(struct claim *c, const struct owner *o)
{
	c->speaker = o->speaker;
	c->cue = o->cue;
	c->via = o->via;
	c->kind = CLAIM_DIRECT;
}

/* A part of a quotation as a claim of its own. */
static void
add_part(struct finder *f, size_t q, const struct owner *o)
{
	const struct quote *part = &f->quotes.v[q];

	if (f->taken[q])
		return;
	f->taken[q] = true;
	if (part->to - part->from < 2)
		return; /* its mark only */
	take_owner(add(f, part->sent, (struct np){ part->from, part->to }), o);
	if (!f->owners[part->id].known) {
		f->owners[part->id] = *o;
		f->owners[part->id].known = true;
	}
}

/* Whether a word that begins with a capital stands first in tokens [i, j). */
static bool
opens_big(const struct claim_view *v, size_t i, size_t j)
{
	for (; i < j; i++)
		if (v->s->t.v[i].kind == TOKEN_WORD)
			return v->s->t.v[i].form != TOKEN_LOWER;
	return false;
}

/* The part among n from q that is all that said says, or n. */
static size_t
whole_part(const struct finder *f, const struct claim_view *v, size_t q,
    size_t n, struct np *said, bool left)
{
	for (size_t k = 0; k < n; k++) {
		const struct quote *p = &f->quotes.v[q + k];

		if (p->from == said->from && p->to == said->to &&
		    (left || opens_big(v, p->from, p->to)))
			return k;
		/* "He was sure: “We will win,” he said" */
		if (left && p->to == said->to && p->from > said->from &&
		    (word_has(
			 v, p->from - 1, WORD_COLON | WORD_COMMA | WORD_STOP) ||
			word_ends(v, p->from - 1, ".")) &&
		    opens_big(v, p->from, p->to)) {
			said->from = p->from;
			return k;
		}
	}
	return n;
}

static bool
is_question(const struct claim_view *v)
{
	size_t i = v->n;

	while (i > 0 && (v->s->t.v[i - 1].kind == TOKEN_PUNCT)) {
		i--;
		if (str_is(v->s->t.v[i].text, "?") && !v->w[i].quoted)
			return true;
	}
	return false;
}

/* Writes the claims of one cue, whose speaker and cue are in o. */
static void
add_cue(struct finder *f, size_t s, const struct cue *cue,
    const struct owner *o, size_t q, size_t n)
{
	const struct claim_view *v = &f->views[s];
	struct np said = cue->said;
	enum claim_stance stance = cue->stance;
	struct claim *c;
	size_t whole;
	bool quoted = false;

	if (said.from == 0)
		said.from = after_dateline(v);
	if (said.from < said.to)
		said = trimmed(v, said);
	for (size_t k = 0; k < n && cue->more.to > cue->more.from; k++)
		if (f->quotes.v[q + k].from == cue->more.from)
			add_part(f, q + k, o);
	/* "The image shows smoke over the port": a caption says what it is
	 * under. */
	if (said.to <= said.from ||
	    (f->sents[s].role == ROLE_CAPTION &&
		word_noun(v, cue->who.from, cue->who.to, NOUN_EVIDENCE)))
		return;
	whole = whole_part(f, v, q, n, &said,
	    cue->left ||
		(cue->speech && said.from > 0 &&
		    word_has(v, said.from - 1, WORD_COLON | WORD_COMMA)));
	if (whole < n) {
		add_part(f, q + whole, o);
		return;
	}
	if (is_question(v))
		return;
	if (cut_doubt(v, &said) && stance == CLAIM_PLAIN)
		stance = CLAIM_UNVERIFIED;
	said = trimmed(v, said);
	if (said.to - said.from < 2)
		return;
	for (size_t i = said.from; i < said.to; i++)
		quoted = quoted || v->w[i].quoted;
	c = add(f, s, said);
	take_owner(c, o);
	c->kind = quoted ? CLAIM_MIXED : CLAIM_INDIRECT;
	c->stance = stance;
	/* What it quotes last may go on in the next sentence. */
	for (size_t k = 0; k < n; k++) {
		struct quote *p = &f->quotes.v[q + k];

		if (p->from >= said.from && p->to <= said.to) {
			f->taken[q + k] = true;
			if (!f->owners[p->id].known) {
				f->owners[p->id] = *o;
				f->owners[p->id].known = true;
			}
		}
	}
}

/* Whether a source says what another cue of the sentence says: it is then
 * where that was read. */
static bool
is_chain(const struct cues *cues, size_t k)
{
	const struct cue *c = &cues->v[k];

	if (!c->source && !c->left)
		return false;
	for (size_t m = 0; m < k; m++)
		if (!cues->v[m].source || !cues->v[m].left)
			return true;
	return false;
}

/* Whether these words are for one person, not for a medium or an office. */
static bool
is_person(const struct claim_view *v, struct np np)
{
	uint32_t name;

	if (np.from == np.to || word_has(v, np.from, WORD_PRONOUN))
		return true;
	name = v->w[np.to - 1].name;
	return name == 0 || v->s->names[name - 1].class == ENT_PERSON;
}

static struct str
medium_name(const struct claim_view *v, struct np np)
{
	for (size_t i = np.from; i < np.to; i++)
		if (v->w[i].name != 0)
			return v->s->names[v->w[i].name - 1].name;
	return token_span(&v->s->t, np.from, np.to);
}

/* Names a medium for what was quoted of a quotation up to its part q. */
static void
tell_via(struct finder *f, size_t q, struct str via)
{
	size_t id = f->quotes.v[q].id;

	f->owners[id].via = via;
	for (size_t i = q + 1; i > 0 && f->quotes.v[i - 1].id == id; i--) {
		const struct quote *p = &f->quotes.v[i - 1];
		struct claim_sent *s = &f->sents[p->sent];
		size_t at = f->views[p->sent].s->t.v[p->from].start;

		for (size_t k = 0; k < s->n; k++)
			if (s->v[k].start == at && s->v[k].via.n == 0)
				s->v[k].via = via;
	}
}

/* Whether a source is that of a quotation that began in a sentence before. */
static bool
quotes_on(
    struct finder *f, const struct cue *c, size_t q, size_t n, struct str via)
{
	const struct quote *p = n > 0 ? &f->quotes.v[q] : NULL;

	if (!c->source || p == NULL || p->from != 0 || p->to < c->said.to ||
	    !f->owners[p->id].known)
		return false;
	tell_via(f, q, via);
	return true;
}

/* Names the speakers of the cues of a sentence, in the order of the text. */
static void
name_speakers(struct finder *f, const struct claim_view *v,
    const struct cues *cues, struct owner *o)
{
	for (size_t k = 0; k < cues->n; k++) {
		const struct cue *c = &cues->v[k];

		o[k].cue = token_span(&v->s->t, c->at, c->end);
		if (c->who.to > c->who.from)
			o[k].speaker = who_name(f->who, v, c->who);
		else if (c->like < k)
			o[k].speaker = o[c->like].speaker;
		if (c->medium.to > c->medium.from)
			o[k].via = medium_name(v, c->medium);
	}
	/* "Describing it as a trap, Smith said ..." */
	for (size_t k = cues->n; k > 0; k--) {
		const struct cue *c = &cues->v[k - 1];

		if (c->like != CUE_NONE && c->like >= k)
			o[k - 1].speaker = o[c->like].speaker;
	}
}

/* Joins the links of chains: a source of what another cue of the sentence
 * says becomes its via, and says nothing itself. */
static void
join_chains(struct finder *f, const struct claim_view *v, struct cues *cues,
    struct owner *o, size_t q, size_t n)
{
	struct str via = { 0 };

	for (size_t k = cues->n; k-- > 0;) {
		struct cue *c = &cues->v[k];
		struct str medium = { 0 }, from;

		if (c->who.to > c->who.from)
			medium = who_medium(f->who, v, c->who);
		from = medium.n > 0 ? medium : o[k].speaker;
		if (quotes_on(f, c, q, n, from)) {
			c->said.to = c->said.from;
			continue;
		}
		if (is_chain(cues, k) &&
		    (c->source || medium.n > 0 || !is_person(v, c->who))) {
			via = from;
			c->said.to = c->said.from;
			continue;
		}
		if (medium.n > 0 && c->source)
			o[k].speaker = o[k].via = medium;
		if (o[k].via.n == 0)
			o[k].via = via;
	}
}

/* Gives the quotation that the next sentence begins with, behind "he said:",
 * to its speaker. */
static void
open_next(struct finder *f, size_t s, size_t q, const struct owner *o)
{
	struct owner *owner;

	if (s + 1 >= f->n || parts_of(f, s + 1, &q) == 0 ||
	    f->quotes.v[q].from != 0)
		return;
	owner = &f->owners[f->quotes.v[q].id];
	if (!owner->known) {
		*owner = *o;
		owner->known = true;
	}
}

/* "Neither figure could be verified.": marks what was said in the sentence
 * before. */
static void
doubt_before(struct finder *f, size_t s)
{
	const struct claim_view *v = &f->views[s];
	struct claim_sent *before;

	if (s == 0 || v->n > 16 ||
	    f->sents[s].para > f->sents[s - 1].para + 1 ||
	    !(word_has(v, 0, WORD_DET | WORD_IT | WORD_THEY | WORD_NEG) ||
		word_noun(v, 0, v->n < 2 ? v->n : 2, NOUN_EVIDENCE)) ||
	    !word_doubt(v, 0, v->n))
		return;
	before = &f->sents[s - 1];
	for (size_t k = 0; k < before->n; k++)
		if (before->v[k].stance == CLAIM_PLAIN)
			before->v[k].stance = CLAIM_UNVERIFIED;
}

/* The claims of sentence s by its cues; it has n parts of quotations from q. */
static void
read_cues(struct finder *f, size_t s, size_t q, size_t n, struct arena scratch)
{
	const struct claim_view *v = &f->views[s];
	struct cues cues = cue_find(v, &scratch);
	struct owner *o = arena_alloc(&scratch, cues.n + 1, sizeof(*o));

	if (cues.n == 0)
		doubt_before(f, s);
	name_speakers(f, v, &cues, o);
	join_chains(f, v, &cues, o, q, n);
	for (size_t k = 0; k < cues.n; k++) {
		const struct cue *c = &cues.v[k];

		if (c->said.to > c->said.from)
			add_cue(f, s, c, &o[k], q, n);
		if (c->opens)
			open_next(f, s, q + n, &o[k]);
		if (o[k].speaker.n > 0 && !c->source)
			f->last[s] = o[k].speaker;
	}
}

/* Whether a part is all of its sentence. */
static bool
is_alone(const struct finder *f, const struct quote *p)
{
	const struct claim_view *v = &f->views[p->sent];
	size_t end = p->to;

	while (end < v->n && word_has(v, end, WORD_STOP))
		end++;
	/* A heading quotes somebody of the text below. */
	return p->from == 0 && end == v->n && p->to > 4 &&
	    v->s->role != ROLE_TITLE && v->s->role != ROLE_HEADING;
}

/* Who speaks in a quotation without a cue: whoever spoke in the sentences
 * before, of the same paragraph or the one before. */
static struct str
speaker_before(const struct finder *f, size_t s)
{
	size_t para = f->sents[s].para;

	for (size_t k = 1; k <= s && k < 6; k++) {
		if (f->sents[s - k].para + 1 < para)
			break;
		if (f->last[s - k].n > 0)
			return f->last[s - k];
		if (f->sents[s - k].para == para && f->about[s - k].n > 0)
			return f->about[s - k];
	}
	return (struct str){ 0 };
}

/* Whether a part ends its sentence behind a colon, and that is about a person:
 * "Smith was glad: “We won.”" */
static bool
is_announced(const struct finder *f, const struct quote *p)
{
	const struct claim_view *v = &f->views[p->sent];

	return p->from > 1 && word_has(v, p->from - 1, WORD_COLON) &&
	    p->to - p->from > 4 && p->to + 1 >= v->n &&
	    opens_big(v, p->from, p->to) && f->about[p->sent].n > 0;
}

/* The parts of quotations that no cue has taken. */
static void
read_rest(struct finder *f)
{
	for (size_t q = 0; q < f->quotes.n; q++) {
		const struct quote *p = &f->quotes.v[q];
		struct owner o = f->owners[p->id];

		if (!o.known && !f->taken[q] &&
		    (is_alone(f, p) || is_announced(f, p))) {
			o.speaker = p->from > 0 ? f->about[p->sent]
						: speaker_before(f, p->sent);
			o.known = true;
			f->owners[p->id] = o;
		}
		if (o.known && o.speaker.n > 0)
			f->last[p->sent] = o.speaker;
		if (o.known)
			add_part(f, q, &o);
	}
}

static void
sort_claims(struct claim_sent *s)
{
	for (size_t i = 1; i < s->n; i++) {
		struct claim c = s->v[i];
		size_t k = i;

		for (; k > 0 &&
		     (s->v[k - 1].start > c.start ||
			 (s->v[k - 1].start == c.start &&
			     s->v[k - 1].end < c.end));
		     k--)
			s->v[k] = s->v[k - 1];
		s->v[k] = c;
	}
}

/* Tells the first part of a quotation where it ends. */
static void
tell_ends(struct finder *f)
{
	for (size_t q = 0, end; q < f->quotes.n; q = end) {
		const struct quote *p = &f->quotes.v[q];
		struct claim_sent *s = &f->sents[p->sent];
		size_t at = f->views[p->sent].s->t.v[p->from].start;

		for (end = q + 1;
		     end < f->quotes.n && f->quotes.v[end].id == p->id;)
			end++;
		if (f->quotes.v[end - 1].sent == p->sent)
			continue;
		for (size_t k = 0; k < s->n; k++)
			if (s->v[k].start <= at && s->v[k].end > at)
				s->v[k].to = f->quotes.v[end - 1].sent;
	}
}

void
claim_find(
    struct claim_sent *sents, size_t n, struct arena *a, struct arena scratch)
{
	struct finder f = { .sents = sents, .n = n, .a = a };
	size_t q = 0;

	f.views = arena_alloc(&scratch, n + 1, sizeof(*f.views));
	f.last = arena_alloc(&scratch, n + 1, sizeof(*f.last));
	f.about = arena_alloc(&scratch, n + 1, sizeof(*f.about));
	f.cap = arena_alloc(&scratch, n + 1, sizeof(*f.cap));
	for (size_t s = 0; s < n; s++) {
		sents[s].v = NULL;
		sents[s].n = 0;
		f.views[s] = claim_view(&sents[s], &scratch);
	}
	f.quotes = quote_find(f.views, n, &scratch);
	f.owners = arena_alloc(&scratch, f.quotes.n + 1, sizeof(*f.owners));
	f.taken = arena_alloc(&scratch, f.quotes.n + 1, sizeof(*f.taken));
	f.who = who_open(&scratch);
	for (size_t s = 0; s < n; s++) {
		size_t parts = parts_of(&f, s, &q);

		f.about[s] = who_sentence(f.who, &f.views[s]);
		if (f.views[s].n <= TOKENS_MAX)
			read_cues(&f, s, q, parts, scratch);
	}
	who_close(f.who);
	read_rest(&f);
	tell_ends(&f);
	for (size_t s = 0; s < n; s++)
		sort_claims(&sents[s]);
}
