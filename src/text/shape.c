/*
 * shape.c - what a line or a paragraph is by itself; see shape.h.
 */
#include "shape.h"

#include "base/utf8.h"
#include "sent.h"

#define HEADING_WORDS 16
#define CREDIT_MAX 160
#define FROM_WORDS 8  /* "More stories from The Post" */
#define SHOUT_WORDS 6 /* of a promotion in capitals; headings are shorter */
#define MAKER_MAX 24  /* "Additional photography" */

struct str
shape_trim(struct str s)
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

bool
shape_single(struct str s)
{
	size_t pos = 0, start, end;

	return sent_next(s, &pos, &start, &end) &&
	    shape_trim(str_cut(s, pos, s.n)).n == 0;
}

bool
shape_leads(struct str s, size_t at)
{
	while (at < s.n && ch_space(s.p[at]))
		at++;
	return at < s.n &&
	    (s.p[at] == ':' || s.p[at] == '|' || s.p[at] == '>' ||
		s.p[at] == '-' ||
		str_begins(str_cut(s, at, s.n), STR("\xc2\xb7")) ||
		str_begins(str_cut(s, at, s.n), STR("\xc2\xbb")) ||
		str_begins(str_cut(s, at, s.n), STR("\xe2\x80\xba")) ||
		str_begins(str_cut(s, at, s.n), STR("\xe2\x86\x92")) ||
		str_begins(str_cut(s, at, s.n), STR("\xe2\x80\x93")) ||
		str_begins(str_cut(s, at, s.n), STR("\xe2\x80\x94")));
}

struct str
shape_behind(struct str s, size_t at)
{
	while (at < s.n &&
	    (ch_space(s.p[at]) || s.p[at] == ':' || s.p[at] == '|' ||
		s.p[at] == '-' || s.p[at] == ','))
		at++;
	return str_cut(s, at, s.n);
}

bool
shape_shouted(struct str s)
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

bool
shape_capitals(struct str s)
{
	size_t letters = 0;
	char mark;

	for (size_t i = 0; i < s.n; i++) {
		if (ch_lower(s.p[i]))
			return false;
		letters += ch_upper(s.p[i]);
	}
	return letters * 2 > s.n && s.n < HEADING_MAX &&
	    form_words(s, SHOUT_WORDS) == SHOUT_WORDS &&
	    !form_stopped(s, &mark);
}

enum role
shape_phrase_role(struct str s, bool line, enum phrase phrase, size_t len)
{
	struct str rest;
	char mark;

	switch (phrase) {
	case PHRASE_LINE:
	case PHRASE_WORD:
	case PHRASE_TAIL:
	case PHRASE_OPEN:
	case PHRASE_CLOSE:
		rest = shape_behind(s, len);
		return line && form_rule(rest) && !str_begins(rest, STR("?"))
		    ? ROLE_BOILERPLATE
		    : ROLE_NONE;
	case PHRASE_FROM:
		return line && !form_stopped(s, &mark) &&
			form_words(s, FROM_WORDS + 1) <= FROM_WORDS
		    ? ROLE_BOILERPLATE
		    : ROLE_NONE;
	case PHRASE_LINK:
	case PHRASE_LIST:
	case PHRASE_TAGS:
		rest = shape_behind(s, len);
		/* "Listen: we are at war!" is somebody's speech. */
		if (!line && form_words(str_cut(s, 0, len), 2) < 2 &&
		    !ch_upper(s.p[len - 1]))
			return ROLE_NONE;
		return rest.n <= 1 || shape_leads(s, len) ? ROLE_BOILERPLATE
							  : ROLE_NONE;
	case PHRASE_START:
		return s.n < 2 * TITLE_MAX ? ROLE_BOILERPLATE : ROLE_NONE;
	case PHRASE_MAKER:
		if (line && shape_behind(s, len).n == 0)
			return ROLE_BOILERPLATE;
		/* FALLTHROUGH */
	case PHRASE_SOURCE:
		if (line && phrase == PHRASE_SOURCE && s.n < LABEL_MAX &&
		    len < s.n && s.p[len] == ':')
			return ROLE_CREDIT;
		/* "Image source, Reuters", but not "Video, Photos" */
		return len < s.n && s.n < CREDIT_MAX &&
			(s.p[len] == ':' ||
			    (s.p[len] == ',' &&
				form_words(str_cut(s, 0, len), 2) > 1)) &&
			form_names(shape_behind(s, len))
		    ? ROLE_CREDIT
		    : ROLE_NONE;
	case PHRASE_BY:
		rest = shape_behind(s, len);
		/* "Some material from the Pennine Press" */
		if (str_begins(rest, STR("the ")))
			rest = str_cut(rest, 4, rest.n);
		return form_names(rest) ? ROLE_CREDIT : ROLE_NONE;
	default:
		return ROLE_NONE;
	}
}

enum role
shape_role(struct str s, bool line)
{
	size_t len = 0;
	enum phrase phrase = form_phrase(s, &len);

	return shape_phrase_role(s, line, phrase, len);
}

size_t
shape_bracket(struct str s, enum form *form)
{
	char open = '(', mark = '\0';
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
	struct str in = shape_trim(str_cut(s, i, s.n - 1));

	*form = form_credit(in);
	/* No text has names in brackets behind its stop: "A boat. (Lisbor
	 * County Library)" */
	if (*form == FORM_NONE && str_find(in, STR(" / "), 0) < in.n &&
	    form_words(in, 10) < 10)
		*form = FORM_CREDIT;
	if (*form == FORM_NONE && open == '(' && form_words(in, 2) == 2 &&
	    form_names(in) && i > 1 &&
	    form_stopped(shape_trim(str_cut(s, 0, i - 1)), &mark) &&
	    mark == '.')
		*form = FORM_CREDIT;
	if (*form == FORM_NONE && shape_role(in, false) == ROLE_CREDIT)
		*form = FORM_CREDIT;
	return *form == FORM_NONE ? s.n : i - 1;
}

/* From where a "Photo: Jane Doe" may begin in s, at or behind from: nearly
 * always s.n. */
static size_t
maker_from(struct str s, size_t from)
{
	size_t by;

	if (str_find(s, STR(":"), from) < s.n)
		return from;
	by = str_find(s, STR(" by "), from);
	if (by == s.n)
		return s.n;
	return by - from > MAKER_MAX ? by - MAKER_MAX : from;
}

/* Where a credit begins that a dash or a bar divides from a caption, "A boat.
 * — AFP", "A boat. | Pool photo by Jane Doe"; or s.n. */
static size_t
dash_credit(struct str s)
{
	size_t least = s.n > LABEL_MAX ? s.n - LABEL_MAX : 0;

	for (size_t i = s.n; i > least + 2; i--) {
		if (s.p[i - 1] != '|' && s.p[i - 1] != '\xe2')
			continue;
		struct str sign = str_cut(s, i - 1, s.n), rest;
		size_t len = str_begins(sign, STR("| ")) ? 1
		    : str_begins(sign, STR("\xe2\x80\x94 ")) ||
			str_begins(sign, STR("\xe2\x80\x93 "))
		    ? 3
		    : 0;

		if (len == 0 || !ch_space(s.p[i - 2]))
			continue;
		rest = str_cut(sign, len + 1, sign.n);
		return form_credit(rest) >=
			    (len == 1 ? FORM_MAYBE : FORM_NAME) ||
			shape_role(rest, false) == ROLE_CREDIT
		    ? i - 1
		    : s.n;
	}
	return s.n;
}

size_t
shape_maker(struct str s)
{
	size_t from = s.n > CREDIT_MAX / 2 ? s.n - CREDIT_MAX / 2 : 0;
	size_t pos = s.n > 2 * CREDIT_MAX ? s.n - 2 * CREDIT_MAX : 0;
	size_t start = 0, end = s.n, dash, len;
	enum phrase phrase;

	if (!form_ends_names(s))
		return s.n;
	while (sent_next(s, &pos, &start, &end))
		continue;
	struct str last = str_cut(s, start, end);

	dash = dash_credit(s);
	if (dash < s.n)
		return dash;
	if (start > 0 && last.n < CREDIT_MAX &&
	    (form_credit(last) >= FORM_NAME ||
		shape_role(last, false) == ROLE_CREDIT))
		return start;
	from = maker_from(s, from);
	for (size_t i = from + 1; i < s.n; i++) {
		if (!ch_space(s.p[i - 1]) || !ch_upper(s.p[i]))
			continue;
		struct str rest = str_cut(s, i, s.n);

		phrase = form_phrase(rest, &len);
		if ((phrase == PHRASE_MAKER || phrase == PHRASE_BY) &&
		    shape_role(rest, false) == ROLE_CREDIT)
			return i;
	}
	return s.n;
}

bool
shape_brief(struct str s)
{
	size_t pos = 0, start, end, n = 0;

	while (n <= 2 && sent_next(s, &pos, &start, &end))
		n++;
	return n <= 2;
}

/* Takes digits of s from *at; returns how many. */
static size_t
take_digits(struct str s, size_t *at)
{
	size_t from = *at;

	while (*at < s.n && ch_digit(s.p[*at]))
		++*at;
	return *at - from;
}

size_t
shape_counter(struct str s)
{
	bool bracket = s.n > 0 && s.p[0] == '[';
	size_t at = bracket;

	if (str_begins(s, STR("Item ")))
		at = 5;
	if (take_digits(s, &at) == 0)
		return 0;
	if (bracket && at < s.n && s.p[at] == '/')
		at++;
	else if (!bracket && str_begins(str_cut(s, at, s.n), STR(" of ")))
		at += 4;
	else
		return 0;
	if (take_digits(s, &at) == 0)
		return 0;
	while (at < s.n && ch_space(s.p[at]))
		at++;
	if (at == s.n || (bracket && s.p[at] != ']') ||
	    (!bracket && s.p[0] != 'I' && s.p[at] != '|'))
		return 0;
	at += bracket || s.p[at] == '|';
	while (at < s.n && ch_space(s.p[at]))
		at++;
	return at;
}

bool
shape_caption(struct str s)
{
	enum form form;
	size_t at, len;
	char mark;

	if (s.n > CAPTION_MAX)
		return false;
	at = shape_bracket(s, &form);
	if (at < s.n)
		return shape_brief(str_cut(s, 0, at)) &&
		    (form == FORM_CREDIT ||
			!form_stopped(shape_trim(str_cut(s, 0, at)), &mark));
	if (form_phrase(s, &len) == PHRASE_CAPTION)
		return s.p[len - 1] == ':' || shape_leads(s, len) ||
		    form_words(str_cut(s, 0, len), 2) > 1;
	at = shape_maker(s);
	return at < s.n && shape_brief(str_cut(s, 0, at)) &&
	    !form_initials(str_cut(s, at, s.n));
}

/* Whether s is the line above a story that says from where it comes: "Lisbor,
 * Orlen (CNN) -". */
static bool
is_dateline(struct str s)
{
	enum form form;
	size_t at;

	if (s.n < 4 || s.n > LABEL_MAX ||
	    (!str_ends(s, STR("\xe2\x80\x94")) &&
		!str_ends(s, STR("\xe2\x80\x93"))))
		return false;
	s = shape_trim(str_cut(s, 0, s.n - 3));
	at = shape_bracket(s, &form);
	if (at < s.n)
		return form == FORM_NAME && at > 0 &&
		    form_names(str_cut(s, 0, at));
	return form_credit(s) == FORM_NAME;
}

bool
shape_credit(struct str s)
{
	enum form form;

	if (shape_bracket(s, &form) == 0 || is_dateline(s))
		return true;
	return form_byline(s) || form_credit(s) >= FORM_NAME;
}

bool
shape_heading(struct str s)
{
	char mark = '\0';

	enum form form;

	if (s.n == 0 || s.n > HEADING_MAX ||
	    form_words(s, HEADING_WORDS + 1) > HEADING_WORDS ||
	    shape_bracket(s, &form) < s.n)
		return false;
	if (form_stopped(s, &mark) && mark != '?')
		return false;
	if (str_ends(s, STR("\xe2\x80\x94")) ||
	    str_ends(s, STR("\xe2\x80\x93")))
		return false;
	mark = s.p[s.n - 1];
	if (mark == ':' || mark == ';' || mark == ',' || mark == '-')
		return false;
	/* items of lists, what somebody says, lines that go on another */
	if (ch_lower(s.p[0]) || form_begins_text(s) || form_has_url(s) ||
	    str_find(s, STR("|"), 0) < s.n)
		return false;
	return form_lettered(s) && shape_single(s);
}

/* Whether s is a headline of two sentences, the second without a stop: "The
 * ward was empty. Then a bakery moved in". */
static bool
is_double(struct str s)
{
	size_t pos = 0, start, end, last = 0;
	struct str part;
	char mark;

	if (s.n > HEADING_MAX || !form_capital(s) || form_stopped(s, &mark) ||
	    !shape_brief(s))
		return false;
	while (sent_next(s, &pos, &start, &end))
		last = start;
	part = str_cut(s, last, s.n);
	return last > 0 && blank_at(s, last - 1) > 0 &&
	    form_words(part, 3) > 2 && !shape_shouted(part) &&
	    shape_role(part, false) == ROLE_NONE;
}

bool
shape_title(struct str s)
{
	char mark = '\0';

	if (s.n == 0 || s.n > TITLE_MAX || s.p[s.n - 1] == ':' ||
	    s.p[s.n - 1] == ',' || form_words(s, 2) < 2)
		return false;
	if (form_stopped(s, &mark) && mark == '.')
		return false;
	return shape_single(s) || is_double(s);
}
