/*
 * claim_word.c - the words of a sentence as the grammar of claims sees
 * them; see claim_word.h.
 */
#include "claim_word.h"

#include "base/tab.h"

enum doubt_kind { DOUBT_NONE, DOUBT_PLAIN, DOUBT_NEGATED };

#include "claim_doubts.h"
#include "claim_nouns.h"
#include "claim_verbs.h"
#include "claim_words.h"

/* What a mark is, by its text. */
static uint32_t
mark_bits(const struct token *tok)
{
	static const struct {
		const char *text;
		uint32_t bits;
	} marks[] = {
		{ ",", WORD_COMMA },
		{ "–", WORD_DASH },
		{ "—", WORD_DASH },
		{ ":", WORD_COLON },
		{ ";", WORD_COLON },
		{ ".", WORD_STOP },
		{ "!", WORD_STOP },
		{ "?", WORD_STOP },
		{ "…", WORD_STOP },
		{ "(", WORD_OPEN },
		{ "[", WORD_OPEN },
		{ ")", WORD_CLOSE },
		{ "]", WORD_CLOSE },
	};

	if (str_is(tok->text, "-"))
		return tok->glued ? 0 : WORD_DASH;
	for (size_t i = 0; i < COUNT(marks); i++)
		if (str_is(tok->text, marks[i].text))
			return marks[i].bits;
	return 0;
}

/* Frames as bits of "tbq". */
static uint32_t
frame_bits(struct str letters)
{
	uint32_t bits = 0;

	for (size_t i = 0; i < letters.n; i++)
		if (ch_lower(letters.p[i]))
			bits |= FRAME(letters.p[i]);
	return bits;
}

static struct claim_word
look_up(const struct token *tok)
{
	struct claim_word w = { .bits = 0 };
	const struct claim_words *word;
	const struct claim_verbs *verb;
	const struct claim_nouns *noun;

	if (tok->kind != TOKEN_WORD) {
		if (tok->kind != TOKEN_NUMBER)
			w.bits = mark_bits(tok);
		return w;
	}
	for (word = tab_find(&claim_words_tab, tok->low); word != NULL;
	     word = tab_next(&claim_words_tab, word))
		w.bits |= 1U << word->kind;
	for (noun = tab_find(&claim_nouns_tab, tok->low); noun != NULL;
	     noun = tab_next(&claim_nouns_tab, noun))
		w.nouns |= (unsigned char)(1U << noun->kind);
	verb = tab_find(&claim_verbs_tab, tok->low);
	if (verb != NULL) {
		w.frames = frame_bits(verb->frames);
		w.form = (unsigned char)verb->form;
		w.stance = (unsigned char)verb->stance;
	}
	return w;
}

struct claim_view
claim_view(const struct claim_sent *s, struct arena *a)
{
	struct claim_view v = { s, NULL, s->t.n };
	size_t k = 0;

	v.w = arena_alloc(a, v.n + 1, sizeof(*v.w));
	for (size_t i = 0; i < v.n; i++) {
		const struct token *tok = &s->t.v[i];

		v.w[i] = look_up(tok);
		while (k < s->nnames && s->names[k].end <= tok->start)
			k++;
		if (k < s->nnames && s->names[k].start < tok->end)
			v.w[i].name = (uint32_t)k + 1;
	}
	return v;
}

bool
word_has(const struct claim_view *v, size_t i, uint32_t bits)
{
	return i < v->n && (v->w[i].bits & bits) != 0 && v->w[i].name == 0;
}

bool
word_verbal(const struct claim_view *v, size_t i)
{
	const struct claim_word *w;
	struct str low;

	if (i >= v->n)
		return false;
	w = &v->w[i];
	low = v->s->t.v[i].low;
	if (w->name != 0 || v->s->t.v[i].form != TOKEN_LOWER)
		return word_has(v, i, WORD_AUX) &&
		    !word_has(v, i, WORD_TIME); /* "May" */
	if ((w->bits & WORD_AUX) != 0)
		return true;
	if ((w->bits & WORD_VERB) != 0)
		return i == 0 || !word_has(v, i - 1, WORD_DET | WORD_TO);
	if (w->form == VERB_PAST || w->form == VERB_THIRD)
		return i == 0 || !word_has(v, i - 1, WORD_DET);
	return low.n > 3 && str_ends(low, STR("ed")) &&
	    !str_ends(low, STR("eed")) &&
	    (i == 0 || !word_has(v, i - 1, WORD_DET));
}

bool
word_doubt(const struct claim_view *v, size_t i, size_t j)
{
	bool negated = false;

	for (; i < j; i++) {
		const struct claim_doubts *d =
		    tab_find(&claim_doubts_tab, v->s->t.v[i].low);

		negated = negated || word_has(v, i, WORD_NEG);
		if (d != NULL && (d->kind == DOUBT_PLAIN || negated))
			return true;
	}
	return false;
}

bool
word_is(const struct claim_view *v, size_t i, const char *low)
{
	return i < v->n && str_is(v->s->t.v[i].low, low);
}

bool
word_ends(const struct claim_view *v, size_t i, const char *suffix)
{
	return i < v->n && v->w[i].name == 0 &&
	    str_ends(v->s->t.v[i].low, str_of(suffix));
}

bool
word_quote(const struct claim_view *v, size_t i)
{
	return i < v->n && v->w[i].quoted && (i == 0 || !v->w[i - 1].quoted);
}

size_t
word_quote_end(const struct claim_view *v, size_t i)
{
	while (i < v->n && v->w[i].quoted)
		i++;
	return i;
}

bool
word_end(const struct claim_view *v, size_t i)
{
	return i >= v->n || word_has(v, i, WORD_STOP);
}

bool
word_noun(const struct claim_view *v, size_t i, size_t j, enum noun_kind kind)
{
	for (; i < j; i++)
		if ((v->w[i].nouns & 1U << kind) != 0)
			return true;
	return false;
}
