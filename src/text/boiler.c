/*
 * boiler.c - the role of each block, and of its parts; see boiler.h.
 */
#include "boiler.h"

#include "bar.h"
#include "form.h"
#include "head.h"
#include "shape.h"
#include "stamp.h"
#include "walk.h"

#define OURS_MAX 300     /* a paragraph that speaks to the reader */
#define BUY_MAX 100      /* "Purchase rights" behind a credit */
#define NAME_WORDS 12    /* of a byline before a date */
#define NOTE_MAX 600     /* what is said of the author at the end */
#define PICTURED_MAX 300 /* a caption that only its place gives away */

/* Adds part, a piece of the block looked at, as one unit or more. */
static void
put(struct walk *w, struct str part, enum role role, bool whole)
{
	struct block block = { .para = w->v[w->i].para, .role = role };

	part = shape_trim(part);
	block.whole = whole;
	block.start = (size_t)(part.p - w->page->text.p);
	block.end = block.start + part.n;
	if (part.n == 0)
		return;
	page_add(w->page, block);
	w->last = role;
	if (role == ROLE_CREDIT && w->by.n == 0 && !w->told)
		w->by = part;
}

/* A caption and its credit, apart. */
static void
put_caption(struct walk *w, struct str s)
{
	enum form form;
	size_t at = shape_bracket(s, &form);

	if (at == s.n && s.n > 0)
		at = shape_maker(s);
	put(w, str_cut(s, 0, at), ROLE_CAPTION, false);
	put(w, str_cut(s, at, s.n), ROLE_CREDIT, true);
}

/* Whether name stands in s, whatever its case. */
static bool
find_ieq(struct str s, struct str name)
{
	for (size_t i = 0; name.n > 0 && i + name.n <= s.n; i++) {
		if (str_ieq(str_cut(s, i, i + name.n), name))
			return true;
	}
	return false;
}

/* One of several pictures, "[1/3] A boat. JANE DOE/Reuters Buy this picture",
 * when s is one. */
static bool
put_counted(struct walk *w, struct str s)
{
	size_t at = shape_counter(s), end = s.n, len;

	if (at == 0 || s.n > CAPTION_MAX)
		return false;
	put(w, str_cut(s, 0, at), ROLE_BOILERPLATE, true);
	for (size_t i = s.n; i > at && s.n - i < BUY_MAX; i--) {
		if (ch_space(s.p[i - 1]) && i < s.n && ch_upper(s.p[i]) &&
		    form_phrase(str_cut(s, i, s.n), &len) == PHRASE_START)
			end = i;
	}
	put_caption(w, shape_trim(str_cut(s, at, end)));
	put(w, str_cut(s, end, s.n), ROLE_BOILERPLATE, true);
	return true;
}

/* Whether s stands at the end, and what comes next is about it: "Radio One" /
 * "Radio One is the best of ..." */
static bool
is_signature(const struct walk *w, struct str s)
{
	struct str next = walk_text(w, w->i + 1);

	return w->told && w->i + 2 == w->n && s.n < LABEL_MAX &&
	    form_words(s, 5) < 5 && str_begins(next, s) &&
	    str_begins(str_cut(next, s.n, next.n), STR(" is "));
}

/* Whether s is "Help" or the like, which other sites have as a button, but
 * stands as a heading above text here. */
static bool
is_word_heading(const struct walk *w, struct str s)
{
	if (!w->told || w->len < s.n || form_words(s, 2) > 1 ||
	    (w->phrase != PHRASE_WORD && w->phrase != PHRASE_LINK))
		return false;
	return w->i + 1 < w->n && walk_text(w, w->i + 1).n > HEADING_MAX / 2 &&
	    !walk_ours(w, w->i + 1) && !walk_ours(w, w->i - 1);
}

/* Marks what the first words of s say of the lines behind it. */
static void
look_ahead(struct walk *w, struct str s)
{
	size_t len = w->len;

	switch (w->phrase) {
	case PHRASE_SOURCE:
		if (shape_leads(s, len) && s.n < LABEL_MAX && walk_end(w))
			w->tail = w->i + 1;
		/* FALLTHROUGH */
	case PHRASE_TAIL:
		if (w->told && shape_behind(s, len).n == 0 &&
		    (walk_tail(w) || walk_end(w)))
			w->tail = w->i;
		break;
	case PHRASE_TAGS:
		if (w->told && shape_behind(s, len).n == 0 && walk_tags(w))
			w->tail = w->i;
		break;
	case PHRASE_FROM:
		if (w->told && shape_behind(s, len).n == 0 && walk_tags(w))
			w->tail = w->i;
		if (shape_phrase_role(s, true, w->phrase, len) != ROLE_NONE)
			w->links = 1;
		break;
	case PHRASE_OPEN:
		w->box = walk_box_end(w);
		break;
	case PHRASE_LIST:
		if (w->told && shape_behind(s, len).n == 0 && walk_tags(w))
			w->tail = w->i;
		if (shape_behind(s, len).n == 0 && (w->told || w->title.n > 0))
			w->links = 1;
		break;
	default:
		break;
	}
}

/* Whether s is sections and then the title, as the path to a page is. */
static bool
is_path(const struct walk *w, struct str s)
{
	size_t at;

	if (w->title.n == 0 || s.n <= w->title.n || !str_ends(s, w->title))
		return false;
	at = shape_trim(str_cut(s, 0, s.n - w->title.n)).n;
	return at > 0 && (s.p[at - 1] == '/' || s.p[at - 1] == '>');
}

/* Whether s tells at the end who wrote the text: "Jane Doe is ..." with a name
 * of the byline, or "... a reporter for The Post". */
static bool
is_note(const struct walk *w, struct str s)
{
	size_t at = 0;

	struct str name, rest;

	if (!w->told || w->i + 4 < w->n || s.n > NOTE_MAX)
		return false;
	form_word(s, &at);
	form_word(s, &at);
	name = str_cut(s, 0, at);
	rest = str_cut(s, at, s.n);
	if (!bar_name(name) || !str_begins(rest, STR(" is ")))
		return false;
	return find_ieq(w->by, name) ||
	    (str_begins(rest, STR(" is a")) && bar_writer(rest));
}

/* Whether s is a button, also one that is the name of a maker of pictures:
 * "Facebook". */
static bool
is_word(const struct walk *w, struct str s)
{
	return w->phrase == PHRASE_WORD && shape_behind(s, w->len).n == 0;
}

/* The role of a line as a whole, or ROLE_NONE. */
static enum role
line_role(struct walk *w, struct str s)
{
	enum phrase inside;
	enum stamp stamp;

	if (s.n > CAPTION_MAX)
		return ROLE_NONE;
	if (form_url(s))
		return ROLE_URL;
	if (str_is(s, "--") && walk_mail_end(w))
		w->tail = w->i;
	if (form_slug(s) || form_rule(s) || walk_page_line(w, s))
		return ROLE_BOILERPLATE;
	if (w->phrase == PHRASE_MAKER && shape_behind(s, w->len).n == 0)
		return ROLE_BOILERPLATE;
	if (shape_credit(s) && !is_word(w, s))
		return ROLE_CREDIT;
	stamp = stamp_of(s);
	if (stamp == STAMP_SIGN || (stamp == STAMP_DATE && !w->told) ||
	    (stamp == STAMP_TIME && w->stamped)) {
		w->stamped = w->stamped || w->told;
		return ROLE_BOILERPLATE;
	}
	if (is_signature(w, s))
		w->tail = w->i;
	else
		look_ahead(w, s);
	if (w->i > w->story && w->phrase != PHRASE_NONE &&
	    (w->tail == w->i || w->links == 1 || is_word(w, s)))
		w->closed = true;
	if (w->tail == w->i)
		return ROLE_BOILERPLATE;
	if (is_note(w, s) || is_path(w, s))
		return ROLE_BOILERPLATE;
	if (!shape_single(s) || is_word_heading(w, s))
		return ROLE_NONE;
	inside = form_inside(s);
	if (inside == PHRASE_SIGNED)
		return ROLE_CREDIT;
	/* "STORM LATEST: ..." above the story is its title. */
	if (inside == PHRASE_INSIDE || form_call(s) ||
	    (w->told && shape_shouted(s)) ||
	    (w->told && w->spaced && shape_capitals(s)))
		return ROLE_BOILERPLATE;
	return shape_phrase_role(s, true, w->phrase, w->len);
}

/* Whether a title is known, also one that is not in the text. */
static bool
has_title(const struct walk *w)
{
	return w->title.n > 0 || w->marked || w->page->title.n > 0;
}

/* A line of parts, when s is one: bylines, stamps, buttons. */
static bool
put_bar(struct walk *w, struct str s)
{
	enum bar_place place = w->told ? BAR_TEXT
	    : has_title(w)             ? BAR_TOP
				       : BAR_HEAD;
	struct bar_run v[BAR_MAX];
	size_t n;

	if (str_eq(s, w->title) || str_ieq(s, w->page->title))
		return false;
	n = bar_cut(s, place, v);
	for (size_t i = 0; i < n; i++)
		put(w, str_cut(s, v[i].start, v[i].end), v[i].role, true);
	return n > 0;
}

/* Whether s is a date or a line of the page's own, as in its head. */
static bool
is_head_line(struct str s)
{
	struct bar_run v[BAR_MAX];

	return stamp_of(s) >= STAMP_DATE || bar_cut(s, BAR_TOP, v) > 0;
}

/* Whether s is the name of who took a picture, above its caption in the
 * text: "Jane Doe" / "The boats in the harbour of Tarn". */
static bool
is_taker(const struct walk *w, struct str s)
{
	struct str next = walk_text(w, w->i + 1);
	char mark;

	return w->told && w->spaced && bar_name(s) && !bar_section(s) &&
	    !head_near(&w->before, w->i - 1) && head_near(&w->before, w->i) &&
	    w->i + 2 < w->n && !head_near(&w->before, w->i + 1) &&
	    form_words(next, 4) == 4 && next.n <= HEADING_MAX &&
	    !form_stopped(next, &mark);
}

/* Whether s is names above the story's date or the author's job, or in the
 * head beside other lines of it: "Jane Doe in Kyiv", "BBC News, Kyiv". */
static bool
is_author(const struct walk *w, struct str s)
{
	struct str next = walk_text(w, w->i + 1);

	/* "2 hours ago" / "Jane Doe" */
	if (w->told && w->i > 0 && bar_name(s) && !bar_section(s) &&
	    head_near(&w->before, w->i - 1) &&
	    stamp_of(walk_text(w, w->i - 1)) == STAMP_SIGN)
		return true;
	if (w->told || !has_title(w) || str_ieq(s, w->page->title) ||
	    str_eq(s, w->title))
		return false;
	if (bar_name(s) && is_head_line(next))
		return true;
	if (w->i >= w->head || form_words(s, 7) > 6 || !form_names(s) ||
	    walk_ours(w, w->i))
		return false;
	if (form_credit(s) >= FORM_MAYBE ||
	    (w->last == ROLE_CREDIT && !bar_section(s)))
		return true;
	return form_words(s, 2) > 1 &&
	    (stamp_of(next) >= STAMP_DATE ||
		(w->i + 1 < w->n && form_credit(next) >= FORM_MAYBE));
}

/* "By Jane Doe Published 5 May 2025", without a sign between, when s is so. */
static bool
put_byline(struct walk *w, struct str s)
{
	size_t at = 0;
	struct str rest;

	if (s.n > FORM_TEXT_MAX || !str_ieq(form_word(s, &at), STR("by")))
		return false;
	for (int i = 0; i < NAME_WORDS && at < s.n; i++) {
		if (form_word(s, &at).n == 0)
			return false;
		rest = str_cut(s, at, s.n);
		if (stamp_of(rest) < STAMP_DATE ||
		    !form_byline(str_cut(s, 0, at)))
			continue;
		put(w, str_cut(s, 0, at), ROLE_CREDIT, true);
		put(w, rest, ROLE_BOILERPLATE, true);
		return true;
	}
	return false;
}

/* Whether s, one word or two in the head, is one of its buttons. */
static bool
is_button(const struct walk *w, struct str s)
{
	char mark;

	return w->i < w->head && has_title(w) && !str_ieq(s, w->page->title) &&
	    form_words(s, 3) < 3 && !form_stopped(s, &mark);
}

/* Whether s is a caption, as told by its place: the credit stands on the line
 * above or below it, and no other line. */
static bool
is_pictured(const struct walk *w, struct str s)
{
	struct str near;
	bool above = w->i > 0 && head_near(&w->before, w->i - 1);
	bool below = head_near(&w->before, w->i);
	char mark;

	if (w->pictured == w->i && w->i > 0)
		return shape_brief(s) && s.n <= PICTURED_MAX;
	if (!w->spaced || above == below || s.n > PICTURED_MAX ||
	    form_words(s, 3) < 3 || w->v[w->i].item)
		return false;
	if (below) {
		near = walk_text(w, w->i + 1);
		if (near.n > 2 && (near.p[0] == '(' || near.p[0] == '['))
			near = str_cut(near, 1, near.n - 1);
		return shape_brief(s) && !head_near(&w->before, w->i + 1) &&
		    form_credit(near) >=
		    (form_stopped(s, &mark) ? FORM_CREDIT : FORM_NAME);
	}
	near = walk_text(w, w->i - 1);
	return w->last == ROLE_CREDIT && !form_byline(near) &&
	    !is_head_line(near) && shape_single(s) && !form_stopped(s, &mark);
}

/* Whether s is a headline in a list of links; the last one may be a heading
 * of the text behind it, but not when it stands nearer to those before, and
 * the first is what "Read more:" leads to. */
static bool
is_link(const struct walk *w, struct str s)
{
	struct str next = walk_text(w, w->i + 1);
	char mark = '\0';

	if (w->links == 0 || s.n > TITLE_MAX || form_byline(s) ||
	    stamp_of(s) >= STAMP_DATE || !shape_single(s))
		return false;
	if (form_words(s, 3) < 3)
		return !form_lettered(s); /* "1", "2" */
	if (form_stopped(s, &mark) && mark == '.')
		return false;
	return w->links == 1 || w->v[w->i].item || next.n == 0 ||
	    (head_near(&w->before, w->i - 1) && !head_near(&w->before, w->i)) ||
	    (next.n <= TITLE_MAX &&
		(!form_stopped(next, &mark) || mark != '.'));
}

/* Whether s is a label above the title, as "World" or "Live": few words, and
 * soon a line of more that could be one. */
static bool
is_label(const struct walk *w, struct str s)
{
	if (form_words(s, 4) == 4 || !shape_heading(s))
		return false;
	for (size_t i = w->i + 1; i < w->n && i < w->i + 5; i++) {
		struct str next = walk_text(w, i);

		if (next.n > TITLE_MAX)
			return false;
		if (form_words(next, 5) == 5)
			return shape_title(next);
	}
	return false;
}

/* Whether s is a path of sections that ends with the title on the next line:
 * "News / India / Why the trains are late". */
static bool
is_trail(const struct walk *w, struct str s)
{
	struct str next = walk_text(w, w->i + 1);
	size_t at;

	if (!shape_title(next) || s.n <= next.n || !str_ends(s, next))
		return false;
	at = s.n - next.n;
	while (at > 0 && ch_space(s.p[at - 1]))
		at--;
	return at > 0 && !ch_alpha(s.p[at - 1]) && !ch_digit(s.p[at - 1]);
}

/* A title, when s is one: the first line, or the same again; or a label above
 * the title, which is the page's own. */
static bool
put_title(struct walk *w, struct str s)
{
	struct str known = w->page->title;

	if (w->told || w->v[w->i].item || w->i < w->top)
		return false;
	if (w->title.n > 0 || w->marked || str_ieq(s, known)) {
		if (!str_ieq(s, known) && !str_eq(s, w->title) &&
		    !head_alike(s, w->title.n > 0 ? w->title : known))
			return false;
	} else if (w->i + 1 >= w->n) {
		return false;
	} else if (is_label(w, s) || is_trail(w, s)) {
		put(w, s, ROLE_BOILERPLATE, true);
		return true;
	}
	if (!shape_title(s))
		return false;
	w->title = s;
	put(w, s, ROLE_TITLE, true);
	return true;
}

/* Whether text comes behind the block, at once or behind one other line:
 * what stands above no text heads none. */
static bool
heads_text(const struct walk *w)
{
	char mark;

	for (size_t i = w->i + 1; i < w->n && i < w->i + 3; i++) {
		struct str s = walk_text(w, i);

		if (s.n > HEADING_MAX || form_stopped(s, &mark) ||
		    (i == w->i + 1 && w->v[i].item &&
			w->v[i].role != ROLE_BOILERPLATE))
			return true;
	}
	return false;
}

/* Whether s is not the first of several short lines without an empty one
 * between, in a text that has those elsewhere: a list. */
static bool
is_listed(const struct walk *w)
{
	struct str before;
	char mark;

	if (!w->spaced || w->i == 0 || !head_near(&w->before, w->i - 1) ||
	    (w->last != ROLE_BODY && w->last != ROLE_HEADING))
		return false;
	before = walk_text(w, w->i - 1);
	return before.n < HEADING_MAX && !form_stopped(before, &mark);
}

/* Whether a paragraph is before the block: behind short lines, a short line
 * may be one more of them, as the names below a letter. */
static bool
is_after_text(const struct walk *w)
{
	struct str s = walk_text(w, w->i - 1);
	char mark;

	return s.n > LABEL_MAX && form_stopped(s, &mark);
}

/* Whether a numbered line is one of several: "1. This" / "2. That". */
static bool
is_numbered(const struct walk *w, struct str s)
{
	struct str near[2] = { walk_text(w, w->i + 1), { 0 } };

	if (!ch_digit(s.p[0]))
		return false;
	if (w->i > 0)
		near[1] = walk_text(w, w->i - 1);
	for (int k = 0; k < 2; k++) {
		size_t i = 0;

		while (i < near[k].n && ch_digit(near[k].p[i]))
			i++;
		if (i > 0 && i < near[k].n && s.n > i &&
		    (near[k].p[i] == '.' || near[k].p[i] == ')'))
			return true;
	}
	return false;
}

/* A heading, or a label above a caption, when s is one. */
static bool
put_heading(struct walk *w, struct str s)
{
	bool last = w->i + 1 >= w->n;

	if (w->v[w->i].item || !shape_heading(s) || is_numbered(w, s) ||
	    is_listed(w))
		return false;
	if (head_near(&w->before, w->i) &&
	    shape_caption(walk_text(w, w->i + 1)))
		put(w, s, ROLE_CAPTION, true);
	else if (!last && heads_text(w))
		put(w, s, ROLE_HEADING, true);
	else if (last && w->told && form_words(s, 4) < 4 && is_after_text(w))
		put(w, s, ROLE_BOILERPLATE, true);
	else
		return false;
	return true;
}

/* The role of the sentence s[start, end) of a paragraph. */
static enum role
part_role(struct str s, size_t start, size_t end)
{
	struct str part = str_cut(s, start, end);
	enum role role = shape_role(part, false);
	bool glued_before = start > 0 && blank_at(s, start - 1) == 0;
	bool glued_behind = end < s.n && blank_at(s, end) == 0;
	char mark = '\0';

	if (role != ROLE_NONE)
		return role;
	if (start > 0 && shape_shouted(part))
		return ROLE_BOILERPLATE;
	/* "...?The answer", "... the end.FAQs" */
	if (start == 0 && glued_behind && shape_heading(part))
		return ROLE_HEADING;
	if (end == s.n && start > 0 && form_credit(part) >= FORM_NAME)
		return ROLE_CREDIT;
	if (end == s.n && glued_before && part.n < LABEL_MAX &&
	    !ch_lower(part.p[0]) && part.p[0] != '(' &&
	    form_words(part, 7) < 7 && !form_stopped(part, &mark))
		return ROLE_HEADING;
	return ROLE_BODY;
}

/* Keeps that s[start, end), s being a block, is a sentence. */
static void
put_cut(struct walk *w, size_t start, size_t end)
{
	struct page *page = w->page;

	if (end > UINT32_MAX)
		return;
	page->cuts = vec_room(page->a, page->cuts, page->n_cuts,
	    &page->cuts_cap, sizeof(*page->cuts));
	page->cuts[page->n_cuts++] =
	    (struct cut_span){ (uint32_t)start, (uint32_t)end };
}

/* A paragraph, its parts of other roles cut out.  The cuts of one without
 * such parts, as nearly all are, are kept. */
static void
put_paragraph(struct walk *w, struct str s)
{
	size_t pos = 0, start, end, from = 0;
	enum role role, run = ROLE_NONE;
	enum form form;
	size_t credit = shape_bracket(s, &form), cuts = w->page->n_cuts;
	struct str sign = str_cut(s, credit, s.n);

	s = str_cut(s, 0, credit);
	while (sent_next_by(w->rules, s, &pos, &start, &end)) {
		role = part_role(s, start, end);
		/* "Got a story? Call our newsdesk." */
		if (role == ROLE_BODY && run == ROLE_BOILERPLATE &&
		    s.n <= OURS_MAX && form_to_reader(str_cut(s, start, end)))
			role = ROLE_BOILERPLATE;
		if (run != ROLE_NONE && (role != run || role != ROLE_BODY)) {
			put(w, str_cut(s, from, start), run, run != ROLE_BODY);
			from = start;
		}
		w->told = w->told ||
		    (role == ROLE_BODY && end - start > 40 && w->i >= w->head);
		run = role;
		put_cut(w, start, end);
	}
	if (run != ROLE_NONE)
		put(w, str_cut(s, from, s.n), run, run != ROLE_BODY);
	if (run == ROLE_BODY && from == 0 && s.n <= UINT32_MAX) {
		struct block *block = &w->page->v[w->page->n - 1];

		block->cuts = cuts;
		block->n_cuts = (uint32_t)(w->page->n_cuts - cuts);
	} else {
		w->page->n_cuts = cuts;
	}
	put(w, sign, ROLE_CREDIT, true);
}

/* A line "Image caption" and the caption below it, when w is there. */
static bool
put_prefix(struct walk *w, struct str s)
{
	size_t len;

	if (w->phrase != PHRASE_PREFIX)
		return false;
	len = (size_t)(shape_behind(s, w->len).p - s.p);
	put(w, str_cut(s, 0, len), ROLE_BOILERPLATE, true);
	put_caption(w, str_cut(s, len, s.n));
	if (len == s.n && head_near(&w->before, w->i))
		w->pictured = w->i + 1;
	return true;
}

/* A block of which the markup has told nothing. */
static void
put_unknown(struct walk *w, struct str s)
{
	enum role role;

	w->len = 0;
	w->phrase = form_phrase(s, &w->len);
	if (w->i >= w->tail || w->i < w->box) {
		put(w, s, ROLE_BOILERPLATE, false);
		return;
	}
	if (w->phrase != PHRASE_TAGS && w->phrase != PHRASE_TAIL &&
	    is_link(w, s)) {
		w->links++;
		put(w, s, ROLE_BOILERPLATE, true);
		return;
	}
	w->links = 0;
	role = line_role(w, s);
	if (role != ROLE_NONE) {
		put(w, s, role, true);
	} else if (is_author(w, s) || is_taker(w, s)) {
		put(w, s, ROLE_CREDIT, true);
	} else if (put_byline(w, s)) {
		return;
	} else if (put_bar(w, s)) {
		return;
	} else if (put_prefix(w, s)) {
		return;
	} else if (put_counted(w, s)) {
		return;
	} else if (shape_caption(s)) {
		put_caption(w, s);
	} else if (is_pictured(w, s)) {
		put(w, s, ROLE_CAPTION, false);
	} else if (is_button(w, s) || walk_tag(w, s) || walk_menu(w, s)) {
		put(w, s, ROLE_BOILERPLATE, true);
	} else if (!put_title(w, s) && !put_heading(w, s)) {
		put_paragraph(w, s);
	}
}

static void
put_known(struct walk *w, struct str s, const struct block *block)
{
	switch (block->role) {
	case ROLE_CAPTION:
		put_caption(w, s);
		break;
	case ROLE_BOILERPLATE:
		if (w->title.n > 0 && !w->told && form_byline(s))
			put(w, s, ROLE_CREDIT, true);
		else
			put(w, s, block->role, block->whole);
		break;
	case ROLE_TITLE:
		w->title = s;
		put(w, s, ROLE_TITLE, true);
		break;
	case ROLE_BODY:
		put(w, s, block->role, block->whole);
		break;
	default:
		put(w, s, block->role, true);
	}
	w->told = w->told || block->role == ROLE_BODY;
}

void
boiler_roles(struct page *page, const struct sent_rules *rules)
{
	struct walk w = {
		.page = page,
		.before = *page,
		.rules = rules,
		.v = page->v,
		.n = page->n,
	};

	w.tail = w.n;
	w.head = head_of(page);
	walk_find(&w);
	w.spaced = head_spaced(page);
	page->cap = w.n + w.n / 8 + 8; /* parts are few more than blocks */
	page->v = arena_alloc(page->a, page->cap, sizeof(*page->v));
	page->n = 0;
	for (size_t i = 0; i < w.n; i++)
		w.marked = w.marked || w.v[i].role == ROLE_TITLE;
	for (w.i = 0; w.i < w.n; w.i++) {
		const struct block *block = &w.v[w.i];
		struct str s = walk_text(&w, w.i);

		if (block->role == ROLE_NONE)
			put_unknown(&w, s);
		else
			put_known(&w, s, block);
	}
}
