/*
 * boiler.c - the role of each block, and of its parts; see boiler.h.
 */
#include "boiler.h"

#include "base/utf8.h"
#include "form.h"
#include "sent.h"

#define HEADING_MAX 120 /* bytes; longer lines without a stop are text */
#define HEADING_WORDS 16
#define TITLE_MAX 180
#define CAPTION_MAX 700
#define CREDIT_MAX 160
#define LABEL_MAX 60

/* The page's blocks as they came, and what is known on the way. */
struct walk {
	struct page *page; /* takes the new blocks */
	const struct block *v;
	size_t n, i;      /* v[i] is looked at */
	struct str title; /* found in the text; n == 0: not yet */
	bool told;        /* a paragraph came */
	bool marked;      /* the markup says what is a title */
	size_t tail;      /* from here on all is the page's own */
};

static struct str
trimmed(struct str s)
{
	size_t n, start = 0, end = s.n, before;

	while ((n = blank_at(s, start)) > 0)
		start += n;
	while (end > start) {
		utf8_before(s, end, &before);
		if (blank_at(s, before) == 0)
			break;
		end = before;
	}
	return str_cut(s, start, end);
}

/* The text of block i without the white space around; n == 0 behind the
 * last. */
static struct str
text_of(const struct walk *w, size_t i)
{
	if (i >= w->n)
		return (struct str){ 0 };
	return trimmed(str_cut(w->page->text, w->v[i].start, w->v[i].end));
}

/* Adds part, a piece of the block looked at, as one unit or more. */
static void
put(struct walk *w, struct str part, enum role role, bool whole)
{
	struct block block = { .para = w->v[w->i].para, .role = role };

	part = trimmed(part);
	block.whole = whole;
	block.start = (size_t)(part.p - w->page->text.p);
	block.end = block.start + part.n;
	if (part.n > 0)
		page_add(w->page, block);
}

/* Whether s is one sentence. */
static bool
is_single(struct str s)
{
	size_t pos = 0, start, end;

	return sent_next(s, &pos, &start, &end) &&
	    trimmed(str_cut(s, pos, s.n)).n == 0;
}

/* Whether s[at...] (behind a phrase) begins with one of the marks that lead
 * to something: "READ MORE: ...", "Related | ...", "More »". */
static bool
leads(struct str s, size_t at)
{
	while (at < s.n && ch_space(s.p[at]))
		at++;
	return at < s.n &&
	    (s.p[at] == ':' || s.p[at] == '|' || s.p[at] == '>' ||
		s.p[at] == '-' ||
		str_begins(str_cut(s, at, s.n), STR("\xc2\xbb")) ||
		str_begins(str_cut(s, at, s.n), STR("\xe2\x80\xba")) ||
		str_begins(str_cut(s, at, s.n), STR("\xe2\x86\x92")) ||
		str_begins(str_cut(s, at, s.n), STR("\xe2\x80\x93")) ||
		str_begins(str_cut(s, at, s.n), STR("\xe2\x80\x94")));
}

/* s behind its first at bytes and the marks there. */
static struct str
behind(struct str s, size_t at)
{
	while (at < s.n &&
	    (ch_space(s.p[at]) || s.p[at] == ':' || s.p[at] == '|' ||
		s.p[at] == '-' || s.p[at] == ','))
		at++;
	return str_cut(s, at, s.n);
}

/* Whether s is "ALSO READ: The headline": two or more words of capitals, a
 * colon, words without a full stop. */
static bool
is_shouted(struct str s)
{
	size_t i = 0, words = 1;
	char mark;

	while (i < s.n && i < 40 && (ch_upper(s.p[i]) || s.p[i] == ' ')) {
		words += s.p[i] == ' ';
		i++;
	}
	return i > 3 && i < s.n && s.p[i] == ':' && words > 1 && words < 5 &&
	    form_words(str_cut(s, i + 1, s.n), 4) >= 4 &&
	    !form_stopped(s, &mark);
}

/* The role of a sentence or line that its first words give away, or
 * ROLE_NONE.  line: s is a line of its own. */
static enum role
lead_role(struct str s, bool line)
{
	size_t len;
	struct str rest;

	switch (form_phrase(s, &len)) {
	case PHRASE_LINE:
		return line && behind(s, len).n == 0 ? ROLE_BOILERPLATE
						     : ROLE_NONE;
	case PHRASE_LINK:
		rest = behind(s, len);
		/* "Listen: we are at war!" is somebody's speech. */
		if (!line && form_words(str_cut(s, 0, len), 2) < 2 &&
		    !ch_upper(s.p[len - 1]))
			return ROLE_NONE;
		return rest.n <= 1 || leads(s, len) ? ROLE_BOILERPLATE
						    : ROLE_NONE;
	case PHRASE_START:
		return s.n < 2 * TITLE_MAX ? ROLE_BOILERPLATE : ROLE_NONE;
	case PHRASE_MAKER:
		if (line && behind(s, len).n == 0)
			return ROLE_BOILERPLATE;
		/* FALLTHROUGH */
	case PHRASE_SOURCE:
		/* "Image source, Reuters", but not "Video, Photos" */
		return len < s.n && s.n < CREDIT_MAX &&
			(s.p[len] == ':' ||
			    (s.p[len] == ',' &&
				form_words(str_cut(s, 0, len), 2) > 1)) &&
			form_names(behind(s, len))
		    ? ROLE_CREDIT
		    : ROLE_NONE;
	case PHRASE_BY:
		return form_names(behind(s, len)) ? ROLE_CREDIT : ROLE_NONE;
	default:
		return ROLE_NONE;
	}
}

/* Where the bracketed credit at the end of s opens, or s.n; *form says how
 * sure it is. */
static size_t
bracket_at(struct str s, enum form *form)
{
	char open = '(';
	size_t i = s.n;

	*form = FORM_NONE;
	if (s.n < 3 || (s.p[s.n - 1] != ')' && s.p[s.n - 1] != ']'))
		return s.n;
	if (s.p[s.n - 1] == ']')
		open = '[';
	while (i > 0 && s.n - i < CREDIT_MAX && s.p[i - 1] != open)
		i--;
	if (i == 0 || s.p[i - 1] != open)
		return s.n;
	struct str in = trimmed(str_cut(s, i, s.n - 1));

	*form = form_credit(in);
	if (*form == FORM_NONE && lead_role(in, false) == ROLE_CREDIT)
		*form = FORM_CREDIT;
	return *form == FORM_NONE ? s.n : i - 1;
}

/* Where a credit without brackets begins at the end of s, behind a sentence
 * or as "Photograph: Jane Doe/The Times"; or s.n. */
static size_t
maker_at(struct str s)
{
	size_t from = s.n > CREDIT_MAX / 2 ? s.n - CREDIT_MAX / 2 : 0;
	size_t pos = s.n > 2 * CREDIT_MAX ? s.n - 2 * CREDIT_MAX : 0;
	size_t start = 0, end = s.n, len;
	enum phrase phrase;

	while (sent_next(s, &pos, &start, &end))
		continue;
	struct str last = str_cut(s, start, end);

	if (start > 0 && last.n < CREDIT_MAX &&
	    (form_credit(last) >= FORM_NAME ||
		lead_role(last, false) == ROLE_CREDIT))
		return start;
	if (str_find(s, STR(":"), from) == s.n)
		return s.n; /* as nearly always */
	for (size_t i = from + 1; i < s.n; i++) {
		if (!ch_space(s.p[i - 1]) || !ch_upper(s.p[i]))
			continue;
		struct str rest = str_cut(s, i, s.n);

		phrase = form_phrase(rest, &len);
		if (phrase == PHRASE_MAKER &&
		    lead_role(rest, false) == ROLE_CREDIT)
			return i;
	}
	return s.n;
}

/* A caption and its credit, apart. */
static void
put_caption(struct walk *w, struct str s)
{
	enum form form;
	size_t at = bracket_at(s, &form);

	if (at == s.n && s.n > 0)
		at = maker_at(s);
	put(w, str_cut(s, 0, at), ROLE_CAPTION, false);
	put(w, str_cut(s, at, s.n), ROLE_CREDIT, true);
}

/* Whether s is at most two sentences. */
static bool
is_brief(struct str s)
{
	size_t pos = 0, start, end;

	return !sent_next(s, &pos, &start, &end) ||
	    !sent_next(s, &pos, &start, &end) ||
	    !sent_next(s, &pos, &start, &end);
}

/* Whether s is a caption: a picture's credit ends it.  A bare "(Reuters)"
 * behind a full stop signs a story, as editors' initials do, "AB/CD". */
static bool
is_caption(struct str s)
{
	enum form form;
	size_t at, len;
	char mark;

	if (s.n > CAPTION_MAX)
		return false;
	at = bracket_at(s, &form);
	if (at < s.n)
		return is_brief(str_cut(s, 0, at)) &&
		    (form == FORM_CREDIT ||
			!form_stopped(trimmed(str_cut(s, 0, at)), &mark));
	if (form_phrase(s, &len) == PHRASE_CAPTION)
		return s.p[len - 1] == ':' || leads(s, len) ||
		    form_words(str_cut(s, 0, len), 2) > 1;
	at = maker_at(s);
	return at < s.n && is_brief(str_cut(s, 0, at)) &&
	    !form_initials(str_cut(s, at, s.n));
}

/* Whether all of s is a credit. */
static bool
is_credit(struct str s)
{
	enum form form;

	if (bracket_at(s, &form) == 0)
		return true;
	return form_byline(s) || form_credit(s) >= FORM_NAME;
}

/* Whether s could be a heading: short, one sentence without a full stop. */
static bool
is_heading(struct str s)
{
	char mark = '\0';
	size_t at = 0;

	if (s.n == 0 || s.n > HEADING_MAX ||
	    form_words(s, HEADING_WORDS + 1) > HEADING_WORDS)
		return false;
	if (form_stopped(s, &mark) && mark != '?')
		return false;
	mark = s.p[s.n - 1];
	if (mark == ':' || mark == ';' || mark == ',' || mark == '-')
		return false;
	/* items of lists, and lines that go on another */
	if (s.p[0] == '-' || s.p[0] == '*' || ch_lower(s.p[0]) ||
	    utf8_next(s, &at) == 0x2022)
		return false;
	return form_lettered(s) && is_single(s);
}

/* Whether s could be the page's title. */
static bool
is_title(struct str s)
{
	char mark = '\0';

	if (s.n == 0 || s.n > TITLE_MAX || s.p[s.n - 1] == ':' ||
	    s.p[s.n - 1] == ',' || form_words(s, 2) < 2)
		return false;
	if (form_stopped(s, &mark) && mark == '.')
		return false;
	return is_single(s);
}

/* Whether a line end and no empty line stands between blocks i and i + 1. */
static bool
is_near(const struct walk *w, size_t i)
{
	struct str gap;
	size_t ends = 0;

	if (i + 1 >= w->n)
		return false;
	gap = str_cut(w->page->text, w->v[i].end, w->v[i + 1].start);
	for (size_t k = 0; k < gap.n && ends < 2; k++)
		ends += gap.p[k] == '\n';
	return ends == 1;
}

/* Whether s stands at the end, and what comes next is about it: "Radio One" /
 * "Radio One is the best of ..." */
static bool
is_signature(const struct walk *w, struct str s)
{
	struct str next = text_of(w, w->i + 1);

	return w->told && w->i + 2 == w->n && s.n < LABEL_MAX &&
	    form_words(s, 5) < 5 && str_begins(next, s) &&
	    str_begins(str_cut(next, s.n, next.n), STR(" is "));
}

/* Whether what comes behind block i, the source of the text, is so little
 * that it is the page's own. */
static bool
is_end(const struct walk *w)
{
	size_t left = w->n - w->i - 1;

	return left <= 5 && w->v[w->n - 1].end - w->v[w->i].end < 900;
}

/* The role of a line as a whole, or ROLE_NONE. */
static enum role
line_role(struct walk *w, struct str s)
{
	size_t len;
	bool sign;

	if (s.n > CAPTION_MAX)
		return ROLE_NONE;
	if (form_url(s))
		return ROLE_URL;
	if (form_slug(s) || form_rule(s))
		return ROLE_BOILERPLATE;
	if (form_phrase(s, &len) == PHRASE_MAKER && behind(s, len).n == 0)
		return ROLE_BOILERPLATE;
	if (is_credit(s))
		return ROLE_CREDIT;
	if (form_stamp(s, &sign) && (sign || !w->told))
		return ROLE_BOILERPLATE;
	if (is_signature(w, s)) {
		w->tail = w->i;
		return ROLE_BOILERPLATE;
	}
	if (form_phrase(s, &len) == PHRASE_SOURCE && leads(s, len) &&
	    s.n < LABEL_MAX && is_end(w))
		w->tail = w->i + 1;
	if (!is_single(s))
		return ROLE_NONE;
	/* "STORM LATEST: ..." above the story is its title. */
	if (form_inside(s) || (w->told && is_shouted(s)))
		return ROLE_BOILERPLATE;
	return lead_role(s, true);
}

/* Whether s is a label above the title, as "World" or "Live": few words, and
 * soon a line of more that could be one. */
static bool
is_label(const struct walk *w, struct str s)
{
	if (form_words(s, 4) == 4 || !is_heading(s))
		return false;
	for (size_t i = w->i + 1; i < w->n && i < w->i + 5; i++) {
		struct str next = text_of(w, i);

		if (next.n > TITLE_MAX)
			return false;
		if (form_words(next, 5) == 5)
			return is_title(next);
	}
	return false;
}

/* A title, when s is one: the first line, or the same again; or a label above
 * the title, which is the page's own. */
static bool
put_title(struct walk *w, struct str s)
{
	struct str known = w->page->title;

	if (w->told)
		return false;
	if (w->title.n > 0 || w->marked || str_ieq(s, known)) {
		if (!str_ieq(s, known) && !str_eq(s, w->title))
			return false;
	} else if (w->i + 1 >= w->n) {
		return false;
	} else if (is_label(w, s)) {
		put(w, s, ROLE_BOILERPLATE, true);
		return true;
	}
	if (!is_title(s))
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
		struct str s = text_of(w, i);

		if (s.n > HEADING_MAX || form_stopped(s, &mark))
			return true;
	}
	return false;
}

/* A heading, or a label above a caption, when s is one. */
static bool
put_heading(struct walk *w, struct str s)
{
	bool last = w->i + 1 >= w->n;

	if (!is_heading(s))
		return false;
	if (is_near(w, w->i) && is_caption(text_of(w, w->i + 1)))
		put(w, s, ROLE_CAPTION, true);
	else if (!last && heads_text(w))
		put(w, s, ROLE_HEADING, true);
	else if (last && w->told && form_words(s, 4) < 4)
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
	enum role role = lead_role(part, false);
	bool glued_before = start > 0 && blank_at(s, start - 1) == 0;
	bool glued_behind = end < s.n && blank_at(s, end) == 0;
	char mark = '\0';

	if (role != ROLE_NONE)
		return role;
	if (start > 0 && is_shouted(part))
		return ROLE_BOILERPLATE;
	/* "...?The answer", "... the end.FAQs" */
	if (start == 0 && glued_behind && is_heading(part))
		return ROLE_HEADING;
	if (end == s.n && start > 0 && form_credit(part) >= FORM_NAME)
		return ROLE_CREDIT;
	if (end == s.n && glued_before && part.n < LABEL_MAX &&
	    !ch_lower(part.p[0]) && part.p[0] != '(' &&
	    form_words(part, 7) < 7 && !form_stopped(part, &mark))
		return ROLE_HEADING;
	return ROLE_BODY;
}

/* Keeps that s[start, end) is a sentence. */
static void
put_cut(struct walk *w, struct str s, size_t start, size_t end)
{
	struct page *page = w->page;
	size_t at = (size_t)(s.p - page->text.p);

	page->cuts = vec_room(page->a, page->cuts, page->n_cuts,
	    &page->cuts_cap, sizeof(*page->cuts));
	page->cuts[page->n_cuts++] = (struct cut_span){ at + start, at + end };
}

/* A paragraph, its parts of other roles cut out.  The cuts of one without
 * such parts, as nearly all are, are kept. */
static void
put_paragraph(struct walk *w, struct str s)
{
	size_t pos = 0, start, end, from = 0;
	enum role role, run = ROLE_NONE;
	enum form form;
	size_t credit = bracket_at(s, &form), cuts = w->page->n_cuts;
	struct str sign = str_cut(s, credit, s.n);

	s = str_cut(s, 0, credit);
	while (sent_next(s, &pos, &start, &end)) {
		role = part_role(s, start, end);
		if (run != ROLE_NONE && (role != run || role != ROLE_BODY)) {
			put(w, str_cut(s, from, start), run, run != ROLE_BODY);
			from = start;
		}
		w->told = w->told || (role == ROLE_BODY && end - start > 40);
		run = role;
		put_cut(w, s, start, end);
	}
	if (run != ROLE_NONE)
		put(w, str_cut(s, from, s.n), run, run != ROLE_BODY);
	if (run == ROLE_BODY && from == 0) {
		struct block *block = &w->page->v[w->page->n - 1];

		block->cuts = cuts;
		block->n_cuts = w->page->n_cuts - cuts;
	} else {
		w->page->n_cuts = cuts;
	}
	put(w, sign, ROLE_CREDIT, true);
}

/* A block of which the markup has told nothing. */
static void
put_unknown(struct walk *w, struct str s)
{
	enum role role;
	size_t len;

	if (w->i >= w->tail) {
		put(w, s, ROLE_BOILERPLATE, false);
		return;
	}
	role = line_role(w, s);
	if (role != ROLE_NONE) {
		put(w, s, role, true);
	} else if (form_phrase(s, &len) == PHRASE_PREFIX) {
		len = (size_t)(behind(s, len).p - s.p);
		put(w, str_cut(s, 0, len), ROLE_BOILERPLATE, true);
		put_caption(w, str_cut(s, len, s.n));
	} else if (is_caption(s)) {
		put_caption(w, s);
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
	case ROLE_BODY:
	case ROLE_BOILERPLATE:
		put(w, s, block->role, block->whole);
		break;
	default:
		put(w, s, block->role, true);
	}
	w->told = w->told || block->role == ROLE_BODY;
}

void
boiler_roles(struct page *page)
{
	struct walk w = { .page = page, .v = page->v, .n = page->n };

	w.tail = w.n;
	page->v = NULL;
	page->n = page->cap = 0;
	for (size_t i = 0; i < w.n; i++)
		w.marked = w.marked || w.v[i].role == ROLE_TITLE;
	for (w.i = 0; w.i < w.n; w.i++) {
		const struct block *block = &w.v[w.i];
		struct str s = text_of(&w, w.i);

		if (block->role == ROLE_NONE)
			put_unknown(&w, s);
		else
			put_known(&w, s, block);
	}
}
