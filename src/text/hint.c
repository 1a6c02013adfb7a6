/*
 * hint.c - what the class of an element tells of its text; see hint.h.
 */
#include "hint.h"

#include <string.h>

#include "html_hints.h"
#include "markup.h"

#define WORD_MAX 32 /* longer words in a class are nobody's */

/* A value as it is read, word by word: "entryContent" has two. */
struct words {
	char now[2 * WORD_MAX + 1]; /* the word before, "-", and this one */
	size_t prev, n;             /* length of the word before; of all */
	enum hint last;             /* of the word before, not yet counted */
	enum hint best;             /* of all words before that */
	bool mute;                  /* the first word makes all tell nothing */
};

static enum hint
look_up(struct str word)
{
	const struct html_hints *row = tab_find(&html_hints_tab, word);

	return row == NULL ? HINT_NONE : (enum hint)row->hint;
}

static void
count(struct words *w, enum hint hint)
{
	if (!w->mute && hint > w->best)
		w->best = hint;
}

/* The word that has been read ends: looks it up with the one before it,
 * which then tells nothing by itself, or alone. */
static void
end_word(struct words *w)
{
	size_t start = w->prev > 0 ? w->prev + 1 : 0;
	struct str all = { w->now, w->n };
	struct str word = str_cut(all, start, w->n);
	enum hint hint;

	if (word.n == 0)
		return;
	hint = w->prev > 0 ? look_up(all) : HINT_NONE;
	if (hint == HINT_NONE) {
		count(w, w->last);
		hint = look_up(word);
	}
	w->last = hint;
	if (w->prev == 0 && hint == HINT_MUTE)
		w->mute = true;
	memmove(w->now, word.p, word.n);
	w->prev = word.n;
	w->now[word.n] = '-';
	w->n = word.n + 1;
}

/* A name ends: the words of the next one stand by themselves. */
static void
end_name(struct words *w)
{
	end_word(w);
	count(w, w->last);
	*w = (struct words){ .best = w->best };
}

static void
add_letter(struct words *w, char c)
{
	size_t start = w->prev > 0 ? w->prev + 1 : 0;

	if (w->n - start < WORD_MAX)
		w->now[w->n++] = (char)ch_tolower(c);
}

static enum hint
hint_in(struct str s)
{
	struct words w = { .n = 0 };

	for (size_t i = 0; i < s.n; i++) {
		char c = s.p[i];

		if (!ch_alpha(c) ||
		    (ch_upper(c) && i > 0 && ch_lower(s.p[i - 1])))
			end_word(&w);
		if (ch_space(c))
			end_name(&w);
		if (ch_alpha(c))
			add_letter(&w, c);
	}
	end_name(&w);
	return w.best;
}

static bool
tells(struct str name)
{
	return str_ieq(name, STR("class")) || str_ieq(name, STR("id")) ||
	    str_ieq(name, STR("role")) || str_ieq(name, STR("itemprop"));
}

enum hint
hint_of(struct str attrs)
{
	struct markup_attr attr;
	enum hint best = HINT_NONE;
	size_t pos = 0;

	while (markup_attr(attrs, &pos, &attr)) {
		enum hint hint =
		    tells(attr.name) ? hint_in(attr.value) : HINT_NONE;

		if (hint > best)
			best = hint;
	}
	return best;
}
