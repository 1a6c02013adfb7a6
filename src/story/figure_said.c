/*
 * figure_said.c - what is said, as figures without a value; see figure.h.
 */
#include "figure.h"

enum { RANGE_QUOTE = 1, RANGE_CLAIM };

static bool
is_open(struct str text)
{
	return str_is(text, "\"") || str_is(text, "“") || str_is(text, "‘");
}

static bool
is_closed(struct str text, struct str open)
{
	return str_is(open, "\"") ? str_is(text, "\"")
	    : str_is(open, "“")   ? str_is(text, "”")
				  : str_is(text, "’");
}

/* The token behind the quotation that opens at token k, or k: how many words
 * it has goes to *words, what they are to *id. */
static size_t
quotation(const struct tokens *t, size_t k, size_t *words, uint32_t *id)
{
	uint64_t hash = 0;

	*words = 0;
	for (size_t i = k + 1; i < t->n && *words <= FIGURE_QUOTE_MAX; i++) {
		if (is_closed(t->v[i].text, t->v[k].text)) {
			*id = (uint32_t)hash | 1;
			return i + 1;
		}
		if (t->v[i].kind != TOKEN_WORD && t->v[i].kind != TOKEN_NUMBER)
			continue;
		hash =
		    hash * UINT64_C(0x9e3779b97f4a7c15) + str_hash(t->v[i].low);
		++*words;
	}
	return k;
}

/* Who says what stands in [start, end). */
static const struct sheet_mention *
claim_around(const struct sheet *s, const struct sheet_sent *sent, size_t start,
    size_t end)
{
	for (size_t m = 0; m < sent->n; m++) {
		const struct sheet_mention *c = &s->mentions[sent->first + m];

		if (c->type == REC_CLAIM && c->start <= start && end <= c->end)
			return c;
	}
	return NULL;
}

static struct figure
begin(const struct sheet_sent *sent, uint32_t kind, struct str quantity,
    size_t start, size_t end, struct arena *a)
{
	struct str text = str_copy(a, str_cut(sent->text, start, end));

	return (struct figure){ .range = range_none(kind),
		.origin = sent->origin,
		.sent = sent->sent,
		.start = start,
		.end = end,
		.text = text,
		.what = text,
		.context = text,
		.quantity = quantity };
}

static void
set_speaker(struct figure *f, const struct sheet_mention *claim)
{
	if (claim == NULL)
		return;
	f->speaker = claim->a;
	f->via = claim->b;
	if (str_is(claim->c, "denied") || str_is(claim->c, "rejected"))
		f->flags |= FIGURE_DENIED;
}

static size_t
read_quotations(const struct sheet *s, const struct sheet_sent *sent,
    struct arena *a, struct figure *v)
{
	const struct tokens *t = &sent->tokens;
	size_t n = 0, words;
	uint32_t id;

	for (size_t k = 0; k < t->n; k++) {
		size_t to;

		if (!is_open(t->v[k].text))
			continue;
		to = quotation(t, k, &words, &id);
		if (to > k && words >= FIGURE_QUOTE_MIN &&
		    words <= FIGURE_QUOTE_MAX) {
			v[n] = begin(sent, RANGE_QUOTE, STR("quotation"),
			    t->v[k].start, t->v[to - 1].end, a);
			v[n].head = id;
			v[n].note = v[n].text;
			set_speaker(
			    &v[n], claim_around(s, sent, v[n].start, v[n].end));
			n++;
		}
		k = to > k ? to - 1 : k;
	}
	return n;
}

static const struct said *
keep(const struct said *said, struct arena *a)
{
	struct said *kept = arena_alloc(a, 1, sizeof(*kept));

	*kept = *said;
	return kept;
}

static size_t
read_claims(const struct sheet *s, const struct sheet_sent *sent,
    struct arena *a, struct figure *v)
{
	size_t n = 0;

	for (size_t m = 0; m < sent->n; m++) {
		const struct sheet_mention *c = &s->mentions[sent->first + m];
		struct said said;

		if (c->type != REC_CLAIM || c->start >= c->end ||
		    !said_read(s, sent, c, &said, s->scratch))
			continue;
		v[n] =
		    begin(sent, RANGE_CLAIM, STR("claim"), c->start, c->end, a);
		set_speaker(&v[n], c);
		v[n].note = c->c.n > 0 ? c->c : c->d.n > 0 ? c->d : STR("said");
		v[n].said = keep(&said, a);
		n++;
	}
	return n;
}

size_t
figure_said_max(const struct sheet_sent *sent)
{
	size_t n = sent->n;

	for (size_t k = 0; k < sent->tokens.n; k++)
		n += is_open(sent->tokens.v[k].text);
	return n;
}

size_t
figure_said(const struct sheet *s, const struct sheet_sent *sent,
    struct arena *a, struct figure *v)
{
	size_t n = read_quotations(s, sent, a, v);

	return n + read_claims(s, sent, a, v + n);
}
