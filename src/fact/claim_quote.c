/*
 * claim_quote.c - the quotations of a document; see claim_quote.h.
 */
#include "claim_quote.h"

enum mark {
	MARK_NONE,
	MARK_STRAIGHT,
	MARK_DOUBLE_OPEN,
	MARK_DOUBLE_CLOSE,
	MARK_SINGLE_OPEN,
	MARK_SINGLE_CLOSE, /* or an apostrophe */
	MARK_TICK          /* ' */
};

struct reader {
	const struct claim_view *views;
	size_t n;
	struct quotes q;
	size_t cap, ids;
	struct arena *a;
	enum mark open; /* what began the quotation that is open, or NONE */
	size_t first;   /* its first part in q */
};

static enum mark
mark_at(const struct token *tok)
{
	static const char *const texts[] = {
		[MARK_STRAIGHT] = "\"",
		[MARK_DOUBLE_OPEN] = "“",
		[MARK_DOUBLE_CLOSE] = "”",
		[MARK_SINGLE_OPEN] = "‘",
		[MARK_SINGLE_CLOSE] = "’",
		[MARK_TICK] = "'",
	};

	if (tok->kind != TOKEN_PUNCT && tok->kind != TOKEN_SYMBOL)
		return MARK_NONE;
	for (size_t i = 1; i < COUNT(texts); i++)
		if (str_is(tok->text, texts[i]))
			return (enum mark)i;
	return MARK_NONE;
}

/* Whether a word is written right behind token i. */
static bool
before_word(const struct claim_view *v, size_t i)
{
	return i + 1 < v->n && v->s->t.v[i + 1].glued &&
	    (v->s->t.v[i + 1].kind == TOKEN_WORD ||
		v->s->t.v[i + 1].kind == TOKEN_NUMBER);
}

/* Whether token i of v can open a quotation. */
static bool
opens(const struct claim_view *v, size_t i, enum mark m)
{
	const struct token *tok = &v->s->t.v[i];
	bool apart = i == 0 || !tok->glued ||
	    word_has(v, i - 1, WORD_OPEN | WORD_DASH | WORD_COLON);

	switch (m) {
	case MARK_DOUBLE_OPEN:
		return true;
	case MARK_STRAIGHT:
		/* Some write white space behind it, and sentences are then
		 * cut there: it ends one. */
		return apart;
	case MARK_SINGLE_OPEN:
	case MARK_TICK:
		return apart && i + 1 < v->n && v->s->t.v[i + 1].glued;
	default:
		return false;
	}
}

/* Whether token i of v closes what open began. */
static bool
closes(const struct claim_view *v, size_t i, enum mark open, enum mark m)
{
	switch (open) {
	case MARK_DOUBLE_OPEN:
		return m == MARK_DOUBLE_CLOSE || m == MARK_STRAIGHT;
	case MARK_STRAIGHT:
		return m == MARK_STRAIGHT || m == MARK_DOUBLE_CLOSE;
	case MARK_SINGLE_OPEN:
		return m == MARK_SINGLE_CLOSE && !before_word(v, i);
	case MARK_TICK:
		return m == MARK_TICK && v->s->t.v[i].glued &&
		    !before_word(v, i);
	default:
		return false;
	}
}

static void
add_part(struct reader *r, size_t sent, size_t from)
{
	r->q.v = vec_room(r->a, r->q.v, r->q.n, &r->cap, sizeof(*r->q.v));
	r->q.v[r->q.n++] =
	    (struct quote){ sent, from, r->views[sent].n, r->ids };
}

static void
end_quote(struct reader *r)
{
	r->open = MARK_NONE;
	r->ids++;
}

/* Gives up the quotation that is open: nothing closes it. */
static void
drop(struct reader *r)
{
	r->q.n = r->first;
	r->open = MARK_NONE;
}

/* A paragraph begins inside a quotation: it opens again, or it never was one.
 */
static void
next_para(struct reader *r, size_t sent)
{
	const struct claim_view *v = &r->views[sent];
	enum mark m = v->n > 0 ? mark_at(&v->s->t.v[0]) : MARK_NONE;

	if (m != r->open || !opens(v, 0, m) ||
	    r->q.v[r->q.n - 1].sent + 1 != sent)
		drop(r);
}

static void
read_sent(struct reader *r, size_t sent)
{
	const struct claim_view *v = &r->views[sent];
	size_t i = 0;

	if (r->open != MARK_NONE) {
		add_part(r, sent, 0);
		/* The mark that opens it again closes nothing. */
		i = v->n > 0 && mark_at(&v->s->t.v[0]) == r->open &&
		    v->s->para != r->views[sent - 1].s->para;
	}
	for (; i < v->n; i++) {
		enum mark m = mark_at(&v->s->t.v[i]);

		if (m == MARK_NONE)
			continue;
		if (r->open != MARK_NONE) {
			if (!closes(v, i, r->open, m))
				continue;
			r->q.v[r->q.n - 1].to = i + 1;
			end_quote(r);
		} else if (opens(v, i, m)) {
			r->first = r->q.n;
			r->open = m;
			add_part(r, sent, i);
		}
	}
}

struct quotes
quote_find(const struct claim_view *views, size_t n, struct arena *a)
{
	struct reader r = { .views = views, .n = n, .a = a };

	for (size_t i = 0; i < n; i++) {
		if (i > 0 && r.open != MARK_NONE &&
		    views[i].s->para != views[i - 1].s->para)
			next_para(&r, i);
		read_sent(&r, i);
		/* A single mark that a sentence leaves open was an apostrophe
		 * ("the ’90s"), more often than not. */
		if (r.open == MARK_TICK)
			drop(&r);
	}
	if (r.open != MARK_NONE)
		drop(&r);
	for (size_t k = 0; k < r.q.n; k++)
		for (size_t i = r.q.v[k].from; i < r.q.v[k].to; i++)
			views[r.q.v[k].sent].w[i].quoted = true;
	return r.q;
}
