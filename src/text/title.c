/*
 * title.c - which part of a page is the headline of its story; see title.h.
 */
#include "title.h"

#define BEHIND 6         /* parts of the story that may stand before a title */
#define CLOSE 12         /* parts before the story that may be no heading */
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
    bool heading, struct arena scratch)
{
	const struct part *part = &tree->parts[i];
	enum html_kind kind;

	if (part->node == TREE_NONE || part->end - part->start > TITLE_MAX)
		return false;
	kind = tree_kind(tree, part->node);
	if (heading && kind != HTML_TITLE && kind != HTML_HEADING)
		return false;
	if (!heading && (part->link > 0 || kind == HTML_ITEM))
		return false;
	return says(letters_of(str_cut(text, part->start, part->end), &scratch),
	    title, heading);
}

/* The first such part of some that begin with first, else the last of those
 * before it, or tree->n_parts. */
static size_t
nearest(const struct tree *tree, struct str text, struct str title,
    size_t first, size_t behind, size_t before, bool heading,
    struct arena scratch)
{
	size_t n = tree->n_parts;

	for (size_t i = first; i < n && i < first + behind; i++) {
		if (is_title(tree, text, title, i, heading, scratch))
			return i;
	}
	for (size_t i = first; i-- > 0 && first - i <= before;) {
		if (is_title(tree, text, title, i, heading, scratch))
			return i;
	}
	return n;
}

size_t
title_part(const struct tree *tree, struct str text, struct str title,
    size_t first, struct arena scratch)
{
	size_t n = tree->n_parts, i;
	struct str want;

	if (title.n > TITLE_MAX)
		return n;
	want = letters_of(title, &scratch);
	i = nearest(tree, text, want, first, BEHIND, n, true, scratch);
	if (i == n)
		i = nearest(
		    tree, text, want, first, BEHIND, CLOSE, false, scratch);
	return i;
}
