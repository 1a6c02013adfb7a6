/*
 * walk.c - what stands around a block; see walk.h.
 */
#include "walk.h"

#include "bar.h"
#include "head.h"
#include "shape.h"
#include "stamp.h"

#define LINK_MAX 300     /* a line of a list of sources and links */
#define LINKS_MAX 40     /* lines of such a list at the end */
#define LINKS_MIN 20     /* short lines that are a page's links */
#define BOX_MAX 16       /* lines between "list of 3 items" and "end of list" */
#define STORY_MIN 200    /* a paragraph of this length is one of the story */
#define STORY_NEAR 4     /* and a shorter one that has another so near */
#define PAGE_HEAD_MIN 12 /* bytes of what follows the number of a page */

struct str
walk_text(const struct walk *w, size_t i)
{
	if (i >= w->n)
		return (struct str){ 0 };
	return shape_trim(str_cut(w->page->text, w->v[i].start, w->v[i].end));
}

bool
walk_end(const struct walk *w)
{
	size_t left = w->n - w->i - 1;

	return left <= 5 && w->v[w->n - 1].end - w->v[w->i].end < 900;
}

bool
walk_tail(const struct walk *w)
{
	if (w->n - w->i > LINKS_MAX)
		return false;
	for (size_t i = w->i + 1; i < w->n; i++) {
		if (w->v[i].end - w->v[i].start > LINK_MAX)
			return false;
	}
	return true;
}

bool
walk_mail_end(const struct walk *w)
{
	if (!w->told || w->n - w->i > BOX_MAX)
		return false;
	for (size_t i = w->i + 1; i < w->n; i++) {
		if (w->v[i].end - w->v[i].start > HEADING_MAX)
			return false;
	}
	return true;
}

/* Whether s is the number of a page: between paragraphs, none of a table. */
static bool
is_page_number(const struct walk *w, size_t i)
{
	struct str s = walk_text(w, i);

	if (s.n == 0 || s.n > 4 || i == 0 || head_near(&w->before, i - 1) ||
	    (i + 1 < w->n && walk_text(w, i + 1).n < PAGE_HEAD_MIN))
		return false;
	for (size_t k = 0; k < s.n; k++) {
		if (!ch_digit(s.p[k]))
			return false;
	}
	return true;
}

/* Finds the line that stands on top of each page, below the number of the one
 * before. */
static void
find_running(struct walk *w)
{
	struct str last = walk_text(w, 0);

	for (size_t i = 1; i + 1 < w->n && w->running.n == 0; i++) {
		struct str s;
		char mark;

		if (!is_page_number(w, i))
			continue;
		s = walk_text(w, i + 1);
		if (s.n < HEADING_MAX && str_eq(s, last) &&
		    !form_stopped(s, &mark))
			w->running = s;
		last = s;
	}
}

bool
walk_page_line(const struct walk *w, struct str s)
{
	return (w->running.n > 0 && str_eq(s, w->running)) ||
	    (w->told && is_page_number(w, w->i));
}

bool
walk_ours(const struct walk *w, size_t i)
{
	struct str s = walk_text(w, i);
	struct bar_run v[BAR_MAX];

	return s.n > 0 && s.n <= HEADING_MAX &&
	    (form_rule(s) || form_url(s) || stamp_of(s) == STAMP_SIGN ||
		shape_role(s, true) == ROLE_BOILERPLATE ||
		bar_cut(s, BAR_TEXT, v) > 0);
}

bool
walk_tags(const struct walk *w)
{
	char mark;

	if (w->n - w->i > LINKS_MAX)
		return false;
	for (size_t i = w->i + 1; i < w->n; i++) {
		struct str s = walk_text(w, i);

		if (s.n > HEADING_MAX || w->v[i].item ||
		    (form_stopped(s, &mark) && mark == '.' && !walk_ours(w, i)))
			return false;
	}
	return true;
}

size_t
walk_box_end(const struct walk *w)
{
	size_t len;

	for (size_t i = w->i + 1; i < w->n && i <= w->i + BOX_MAX; i++) {
		struct str s = walk_text(w, i);

		if (s.n > LINK_MAX)
			break;
		if (form_phrase(s, &len) == PHRASE_CLOSE)
			return i;
	}
	return w->i;
}

bool
walk_menu(const struct walk *w, struct str s)
{
	char mark;

	return w->i < w->top && form_words(s, 5) < 5 &&
	    !form_stopped(s, &mark) && !w->v[w->i].item;
}

bool
walk_tag(const struct walk *w, struct str s)
{
	char mark;

	if (!w->closed || w->i <= w->story || w->v[w->i].item ||
	    s.n > HEADING_MAX || form_stopped(s, &mark))
		return false;
	for (size_t i = 0; i < s.n; i++) {
		if (ch_digit(s.p[i]) || s.p[i] == '\t')
			return false;
	}
	return true;
}

/* Whether block i is a paragraph of the story: no single sentence between
 * lines that are links. */
static bool
is_story(const struct walk *w, size_t i)
{
	struct str s = walk_text(w, i);

	if (!head_paragraph(s) || form_call(s) ||
	    shape_role(s, true) == ROLE_BOILERPLATE)
		return false;
	if (s.n >= STORY_MIN)
		return true;
	for (size_t k = 1; k <= STORY_NEAR; k++) {
		if ((i >= k && head_paragraph(walk_text(w, i - k))) ||
		    head_paragraph(walk_text(w, i + k)))
			return true;
	}
	return false;
}

/* Whether block i can be the title of a page that has its links on top. */
static bool
is_headline(const struct walk *w, size_t i)
{
	struct str s = walk_text(w, i);
	size_t len;

	return form_words(s, 3) == 3 && shape_title(s) && !w->v[i].item &&
	    !walk_ours(w, i) && stamp_of(s) == STAMP_NONE && !form_byline(s) &&
	    !form_url(s) && !shape_caption(s) && !shape_credit(s) &&
	    !form_call(s) && form_phrase(s, &len) == PHRASE_NONE;
}

/* Where the title of a page begins that came as a whole, links on top, and
 * has its first paragraph at end; 0 when it begins with the title. */
static size_t
title_under_links(const struct walk *w, size_t end)
{
	size_t links = 0;
	char mark;

	for (size_t i = 0; i < end; i++) {
		struct str s = walk_text(w, i);

		links += !w->v[i].item && !form_stopped(s, &mark);
		if (i < 2 && form_words(s, 5) == 5)
			return 0;
	}
	if (links < LINKS_MIN)
		return 0;
	for (size_t i = end; i-- > 0 && end - i < HEAD_MAX;) {
		if (is_headline(w, i))
			return i;
	}
	return 0;
}

/* Finds the story between the links of a page that came as a whole. */
static void
find_story(struct walk *w)
{
	size_t first = 0;

	while (first < w->n && !is_story(w, first))
		first++;
	w->story = w->n;
	while (w->story > 0 && !is_story(w, w->story - 1))
		w->story--;
	if (w->story > 0)
		w->story--;
	if (first < w->n)
		w->top = title_under_links(w, first);
}

void
walk_find(struct walk *w)
{
	find_story(w);
	find_running(w);
}
