/*
 * title.c - which part of a page is the headline of its story; see title.h.
 */
#include "title.h"

#define BEHIND 6         /* parts of the story that may stand before a title */
#define CLOSE 3          /* parts around the begin of the story */
#define TITLE_MIN 8      /* bytes of letters: less is a word */
#define TITLE_MAX 400    /* bytes: longer headings are none */
#define MARK_LEAD '\xe2' /* begins the dashes and quotes of Unicode */

/* The letters and figures of s, A to Z in lower case. */
static struct str
letters_of(struct str s, struct arena *a)
{
	struct buf b = { .a = a };

	for (size_t i = 0; i < s.n; i++) {
		char c = s.p[i];

		if (c == MARK_LEAD && i + 2 < s.n && s.p[i + 1] == '\x80')
			i += 2;
		else if (ch_alpha(c) || ch_digit(c) || (unsigned char)c >= 0x80)
			buf_byte(&b, (char)ch_tolower(c));
	}
	return buf_str(&b);
}

/* Whether a heading says what the title says, or all but the site's name. */
static bool
says(struct str heading, struct str title, bool most)
{
	if (heading.n < TITLE_MIN)
		return false;
	if (!most || heading.n * 2 <= title.n)
		return str_eq(heading, title);
	return str_begins(title, heading) || str_ends(title, heading);
}

static bool
is_title(const struct tree *tree, struct str text, struct str title, size_t i,
    bool close, struct arena scratch)
{
	const struct part *part = &tree->parts[i];
	enum html_kind kind;
	bool heading;

	if (part->node == TREE_NONE || part->end - part->start > TITLE_MAX)
		return false;
	kind = tree->nodes[part->node].kind;
	heading = kind == HTML_TITLE || kind == HTML_HEADING;
	if (!heading && (!close || part->link > 0 || kind == HTML_ITEM))
		return false;
	return says(letters_of(str_cut(text, part->start, part->end), &scratch),
	    title, heading);
}

size_t
title_part(const struct tree *tree, struct str text, struct str title,
    size_t first, struct arena scratch)
{
	size_t n = tree->n_parts;
	struct str want;

	if (title.n > TITLE_MAX)
		return n;
	want = letters_of(title, &scratch);
	for (size_t i = first; i < n && i < first + BEHIND; i++) {
		if (is_title(tree, text, want, i, i < first + CLOSE, scratch))
			return i;
	}
	for (size_t i = first < n ? first : n; i-- > 0;) {
		if (is_title(tree, text, want, i, i + CLOSE >= first, scratch))
			return i;
	}
	return n;
}
