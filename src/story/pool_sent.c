/*
 * pool_sent.c - how a sentence reads by itself; see pool_part.h.
 */
#include "pool_part.h"

enum opener { OPENER_NONE, OPENER_PRONOUN, OPENER_LOOSE };

#include "summ_openers.h"

/* The first word of a sentence says whether it leans on the one before. */
static unsigned
opening(const struct tokens *t)
{
	unsigned flags = 0;

	for (size_t i = 0; i < t->n; i++) {
		const struct token *tok = &t->v[i];
		const struct summ_openers *row;

		if (!set_takes(tok)) {
			if (str_is(tok->text, "\"") || str_is(tok->text, "“"))
				flags |= POOL_LOOSE;
			continue;
		}
		row = tab_find(&summ_openers_tab, tok->low);
		if (row == NULL)
			return flags;
		return flags |
		    (row->kind == OPENER_PRONOUN ? POOL_UNFIT : POOL_LOOSE);
	}
	return flags;
}

/* What a sentence ends in, but for closing quotes and brackets: '.' for the
 * end of a statement, '?' for that of a question, 0 for none (an item of a
 * list). */
static char
ending(const struct tokens *t)
{
	for (size_t i = t->n; i > 0; i--) {
		struct str mark = t->v[i - 1].text;

		if (str_is(mark, "?"))
			return '?';
		if (str_ends(mark, STR(".")) || str_is(mark, "!") ||
		    str_is(mark, "…"))
			return '.';
		if (t->v[i - 1].kind != TOKEN_PUNCT)
			return 0;
	}
	return 0;
}

/* Whether s is a mark of double quotation: -1 closes, 1 opens, 2 either. */
static int
quote_mark(struct str s)
{
	if (str_is(s, "“"))
		return 1;
	if (str_is(s, "”"))
		return -1;
	return str_is(s, "\"") ? 2 : 0;
}

/* Whether who speaks is not said: a quotation begins or ends elsewhere, or is
 * all of the sentence. */
static bool
is_torn(const struct tokens *t)
{
	size_t marks = 0;
	bool open = false, torn = false;

	for (size_t i = 0; i < t->n; i++) {
		int mark = quote_mark(t->v[i].text);

		if (mark == 0)
			continue;
		torn |= (mark == 1 && open) || (mark == -1 && !open);
		open = mark == 2 ? !open : mark == 1;
		marks++;
	}
	return torn || open ||
	    (marks == 2 && quote_mark(t->v[0].text) != 0 &&
		quote_mark(t->v[t->n - 1].text) != 0);
}

static uint32_t
count_words(struct str s)
{
	uint32_t n = 0;
	bool in = false;

	for (size_t i = 0; i < s.n; i++) {
		bool space = ch_space(s.p[i]);

		n += !space && !in;
		in = !space;
	}
	return n;
}

struct pool_sent
pool_read(struct pool *p, struct str text, struct arena scratch)
{
	struct pool_sent s = { .text = str_copy(p->a, text) };
	struct tokens t = token_split(s.text, &scratch);
	struct set set = set_of(p, &t, scratch);

	s.units = set.v;
	s.units_n = (uint32_t)set.n;
	s.words = (uint32_t)set.words;
	s.length = count_words(text);
	s.flags = opening(&t);
	if (ending(&t) == 0)
		s.flags |= POOL_LOOSE;
	if (ending(&t) == '?' || is_torn(&t))
		s.flags |= POOL_UNFIT;
	if (set.person)
		s.flags |= POOL_PERSON;
	return s;
}
