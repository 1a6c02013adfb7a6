/*
 * was.c - the figures that a sentence had; see was.h.
 */
#include "was.h"

#include <string.h>

/* The next word of text, up to white space, at *at; false at the end. */
static bool
next_word(struct str text, size_t *at, struct str *word)
{
	size_t start;

	while (*at < text.n && ch_space(text.p[*at]))
		++*at;
	start = *at;
	while (*at < text.n && !ch_space(text.p[*at]))
		++*at;
	*word = str_cut(text, start, *at);
	/* Without the marks around it. */
	while (
	    word->n > 0 && strchr(".,;:!?)\"'", word->p[word->n - 1]) != NULL)
		word->n--;
	while (word->n > 0 && strchr("(\"'", word->p[0]) != NULL)
		*word = str_cut(*word, 1, word->n);
	return *at > start;
}

static bool
has_digit(struct str word)
{
	for (size_t i = 0; i < word.n; i++)
		if (ch_digit(word.p[i]))
			return true;
	return false;
}

static bool
has_word(struct str text, struct str word)
{
	struct str other;

	for (size_t at = 0; next_word(text, &at, &other);)
		if (str_eq(word, other))
			return true;
	return false;
}

struct str
was_figures(struct str old, struct str text, struct arena *a)
{
	struct buf b = { .a = a };
	struct str word;

	for (size_t at = 0; next_word(old, &at, &word);) {
		if (!has_digit(word) || has_word(text, word))
			continue;
		if (b.n > 0)
			buf_add(&b, STR(", "));
		buf_add(&b, word);
	}
	return buf_str(&b);
}
