/*
 * claim.c - who said what; see claim.h.  Its parts are those of claim_find.h.
 */
#include "claim.h"

#include "claim_find.h"

/* A longer sentence is no sentence: a list, a table.  The grammar looks
 * around each verb, so this bounds its cost. */
#define TOKENS_MAX 1000

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
	find_speakers(f, v, &cues, o);
	find_chains(f, v, &cues, o, q, n);
	for (size_t k = 0; k < cues.n; k++) {
		const struct cue *c = &cues.v[k];

		if (c->said.to > c->said.from)
			find_cue(f, s, c, &o[k], q, n);
		if (c->opens)
			open_next(f, s, q + n, &o[k]);
		if (o[k].speaker.n > 0 && !c->source)
			f->last[s] = o[k].speaker;
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
	find_rest(&f);
	tell_ends(&f);
	for (size_t s = 0; s < n; s++)
		sort_claims(&sents[s]);
}
