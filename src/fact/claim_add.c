/*
 * claim_add.c - the claims that one cue or one part of a quotation makes; see
 * claim_find.h.
 */
#include "claim_find.h"

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

/* Gives a quotation to an owner, unless it has one. */
static void
own(struct finder *f, size_t id, const struct owner *o)
{
	if (f->owners[id].known)
		return;
	f->owners[id] = *o;
	f->owners[id].known = true;
}

void
find_part(struct finder *f, size_t q, const struct owner *o)
{
	const struct quote *part = &f->quotes.v[q];

	if (f->taken[q])
		return;
	f->taken[q] = true;
	if (part->to - part->from < 2)
		return; /* its mark only */
	take_owner(add(f, part->sent, (struct np){ part->from, part->to }), o);
	own(f, part->id, o);
}

bool
find_opens_big(const struct claim_view *v, size_t i, size_t j)
{
	for (; i < j; i++)
		if (v->s->t.v[i].kind == TOKEN_WORD)
			return v->s->t.v[i].form != TOKEN_LOWER;
	return false;
}

/* The part among n from q that is all that said says, or n; left: it may begin
 * in small letters, or behind other words, which said then loses. */
static size_t
whole_part(const struct finder *f, const struct claim_view *v, size_t q,
    size_t n, struct np *said, bool left)
{
	for (size_t k = 0; k < n; k++) {
		const struct quote *p = &f->quotes.v[q + k];

		if (p->from == said->from && p->to == said->to &&
		    (left || find_opens_big(v, p->from, p->to)))
			return k;
		/* "He was sure: “We will win,” he said" */
		if (left && p->to == said->to && p->from > said->from &&
		    (word_has(
			 v, p->from - 1, WORD_COLON | WORD_COMMA | WORD_STOP) ||
			word_ends(v, p->from - 1, ".")) &&
		    find_opens_big(v, p->from, p->to)) {
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

/* Where what a cue says may begin and end. */
static struct np
said_by(const struct claim_view *v, const struct cue *cue)
{
	struct np said = cue->said;

	if (said.from == 0)
		said.from = after_dateline(v);
	return said.from < said.to ? trimmed(v, said) : said;
}

/* Whether a cue is that of a caption, which says what it is under: "The image
 * shows smoke over the port". */
static bool
is_caption(const struct claim_view *v, const struct cue *cue)
{
	return v->s->role == ROLE_CAPTION &&
	    word_noun(v, cue->who.from, cue->who.to, NOUN_EVIDENCE);
}

/* Whether a quotation behind a cue, or behind what it stands in, is all that is
 * said where it begins at said. */
static bool
may_be_whole(const struct claim_view *v, const struct cue *cue, size_t said)
{
	return cue->left ||
	    (cue->speech && said > 0 &&
		word_has(v, said - 1, WORD_COLON | WORD_COMMA));
}

static bool
has_quoted(const struct claim_view *v, struct np said)
{
	for (size_t i = said.from; i < said.to; i++)
		if (v->w[i].quoted)
			return true;
	return false;
}

/* Takes the parts, n from q, that lie in what is said: what it quotes last may
 * go on in the next sentence. */
static void
take_parts(
    struct finder *f, struct np said, const struct owner *o, size_t q, size_t n)
{
	for (size_t k = q; k < q + n; k++) {
		const struct quote *p = &f->quotes.v[k];

		if (p->from < said.from || p->to > said.to)
			continue;
		f->taken[k] = true;
		own(f, p->id, o);
	}
}

/* Adds what a cue says in words of the text, with the quotations in it. */
static void
add_words(struct finder *f, size_t s, struct np said, enum claim_stance stance,
    const struct owner *o, size_t q, size_t n)
{
	const struct claim_view *v = &f->views[s];
	struct claim *c;

	if (is_question(v))
		return;
	if (cut_doubt(v, &said) && stance == CLAIM_PLAIN)
		stance = CLAIM_UNVERIFIED;
	said = trimmed(v, said);
	if (said.to - said.from < 2)
		return;
	c = add(f, s, said);
	take_owner(c, o);
	c->kind = has_quoted(v, said) ? CLAIM_MIXED : CLAIM_INDIRECT;
	c->stance = stance;
	take_parts(f, said, o, q, n);
}

void
find_cue(struct finder *f, size_t s, const struct cue *cue,
    const struct owner *o, size_t q, size_t n)
{
	const struct claim_view *v = &f->views[s];
	struct np said = said_by(v, cue);
	size_t whole;

	for (size_t k = 0; k < n && cue->more.to > cue->more.from; k++)
		if (f->quotes.v[q + k].from == cue->more.from)
			find_part(f, q + k, o);
	if (said.to <= said.from || is_caption(v, cue))
		return;
	whole = whole_part(f, v, q, n, &said, may_be_whole(v, cue, said.from));
	if (whole < n)
		find_part(f, q + whole, o);
	else
		add_words(f, s, said, cue->stance, o, q, n);
}
