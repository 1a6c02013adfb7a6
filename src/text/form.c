/*
 * form.c - what a line looks like; see form.h.
 */
#include "form.h"

#include <string.h>

#include <utf8proc.h>

#include "base/scan.h"
#include "base/utf8.h"
#include "block.h"
#include "glyph.h"

enum credit {
	CREDIT_NONE,
	CREDIT_AGENCY,
	CREDIT_STOCK,
	CREDIT_SIGN,
	CREDIT_LINK
};

enum call { CALL_NONE, CALL_VERB, CALL_OBJECT };

#include "boiler_calls.h"
#include "boiler_credits.h"
#include "boiler_phrases.h"

#define PHRASE_MAX 6 /* words of the longest phrase */
#define INSIDE_MIN 8 /* bytes of the shortest PHRASE_INSIDE, or fewer */

/* The first white space at or behind s[at], or s.n. */
static size_t
word_end(struct str s, size_t at)
{
	while (s.n - at >= SCAN_SIZE) {
		struct scan v = scan_load(s.p + at);
		uint64_t hits = scan_below(v, ' ' + 1) | scan_high(v);

		if (hits == 0) {
			at += SCAN_SIZE;
			continue;
		}
		at += scan_first(hits);
		if (blank_at(s, at) > 0)
			return at;
		at++;
	}
	while (at < s.n && (ch_alpha(s.p[at]) || blank_at(s, at) == 0))
		at++;
	return at;
}

struct str
form_word(struct str s, size_t *at)
{
	size_t start = *at, end;

	while ((end = blank_at(s, start)) > 0)
		start += end;
	end = word_end(s, start);
	*at = end;
	return str_cut(s, start, end);
}

static bool
is_punct(char c)
{
	static const bool punct[256] = { ['.'] = true,
		[','] = true,
		[':'] = true,
		[';'] = true,
		['!'] = true,
		['?'] = true,
		['|'] = true,
		['>'] = true,
		[')'] = true,
		[']'] = true,
		['"'] = true,
		['\''] = true,
		['-'] = true,
		['('] = true };

	return punct[(unsigned char)c];
}

struct str
form_bare(struct str word)
{
	while (word.n > 1 && is_punct(word.p[word.n - 1]))
		word.n--;
	return word;
}

size_t
form_lower(char *buf, size_t n, size_t size, struct str word)
{
	for (size_t i = 0; i < word.n; i++) {
		if (n + 1 >= size)
			return size;
		if (word.p[i] == '\xe2' &&
		    str_begins(str_cut(word, i, word.n), STR("\xe2\x80\x99"))) {
			buf[n++] = '\'';
			i += 2;
			continue;
		}
		buf[n++] = (char)ch_tolower(word.p[i]);
	}
	return n;
}

/* Whether word is a number: "3", "1,033". */
static bool
is_number(struct str word)
{
	for (size_t i = 0; i < word.n; i++) {
		if (!ch_digit(word.p[i]) &&
		    (i == 0 || (word.p[i] != ',' && word.p[i] != '.')))
			return false;
	}
	return word.n > 0;
}

/* As form_lower(); a number becomes "#", as in phrases.tsv. */
static size_t
phrase_lower(char *buf, size_t n, size_t size, struct str word)
{
	return form_lower(buf, n, size, is_number(word) ? STR("#") : word);
}

/* The words of s behind its first one, as many as were asked for, in lower
 * case with single spaces: words[i] ends at ends[i] in text and at from[i] in
 * s. */
struct rest {
	struct str s;
	size_t at; /* from here on s is not read yet */
	char text[4 * FORM_WORD_MAX];
	size_t ends[PHRASE_MAX], from[PHRASE_MAX];
	size_t n; /* words */
};

/* Reads one more word; false at the end, and behind as many as the longest
 * phrase has. */
static bool
read_rest(struct rest *rest)
{
	size_t n = rest->n > 0 ? rest->ends[rest->n - 1] : 0;
	struct str word;

	if (rest->n + 1 == PHRASE_MAX)
		return false;
	word = form_bare(form_word(rest->s, &rest->at));
	if (word.n == 0)
		return false;
	if (rest->n > 0)
		rest->text[n++] = ' ';
	n = phrase_lower(rest->text, n, sizeof(rest->text) - 1, word);
	if (n == sizeof(rest->text) - 1) {
		rest->at = rest->s.n;
		return false;
	}
	rest->ends[rest->n] = n;
	rest->from[rest->n++] = (size_t)(word.p + word.n - rest->s.p);
	return true;
}

/* Whether the words of rest begin with those of phrase, which may be none;
 * then *end, in s, moves behind them. */
static bool
has_rest(struct rest *rest, struct str phrase, size_t *end)
{
	size_t i = 0;

	if (phrase.n == 0)
		return true;
	while (i < rest->n || read_rest(rest)) {
		if (rest->ends[i] >= phrase.n) {
			*end = rest->from[i];
			return str_eq(
			    phrase, (struct str){ rest->text, rest->ends[i] });
		}
		i++;
	}
	return false;
}

/* Whether word has letters or digits: a bullet, a dash, a picture of a hand
 * have none. */
static bool
is_spoken(struct str word)
{
	return word.n > 4 || ch_alpha(word.p[0]) || ch_digit(word.p[0]) ||
	    form_lettered(word) || ch_digit(word.p[word.n - 1]);
}

/* The longest phrase that s goes on with from word on, behind which is
 * s[at]; *len is from the start of s. */
static enum phrase
phrase_at(struct str s, struct str word, size_t at, size_t *len)
{
	const struct boiler_phrases *row, *best = NULL;
	char buf[FORM_WORD_MAX];
	size_t n;
	struct rest rest;

	word = form_bare(word);
	n = phrase_lower(buf, 0, sizeof(buf), word);
	if (n == 0 || n == sizeof(buf))
		return PHRASE_NONE;
	row = tab_find(&boiler_phrases_tab, (struct str){ buf, n });
	if (row == NULL && !is_spoken(word)) {
		word = form_bare(form_word(s, &at));
		n = phrase_lower(buf, 0, sizeof(buf), word);
		if (n == 0 || n == sizeof(buf))
			return PHRASE_NONE;
		row = tab_find(&boiler_phrases_tab, (struct str){ buf, n });
	}
	if (row == NULL && (buf[0] == '(' || buf[0] == '[') && n > 1)
		row = tab_find(
		    &boiler_phrases_tab, (struct str){ buf + 1, n - 1 });
	if (row == NULL)
		return PHRASE_NONE;
	rest.s = s;
	rest.at = at;
	rest.n = 0;
	for (; row != NULL; row = tab_next(&boiler_phrases_tab, row)) {
		size_t end = (size_t)(word.p + word.n - s.p);

		if (best != NULL && row->rest.n < best->rest.n)
			continue;
		if (!has_rest(&rest, row->rest, &end))
			continue;
		best = row;
		*len = end;
	}
	return best != NULL ? (enum phrase)best->kind : PHRASE_NONE;
}

enum phrase
form_phrase(struct str s, size_t *len)
{
	size_t at = 0;
	struct str word = form_word(s, &at);

	return phrase_at(s, word, at, len);
}

enum phrase
form_inside(struct str s)
{
	size_t at = 0, len, from;
	struct str word;
	char mark;

	if (s.n < INSIDE_MIN || s.n > FORM_TEXT_MAX)
		return PHRASE_NONE;
	while ((word = form_word(s, &at)).n > 0) {
		switch (phrase_at(s, word, at, &len)) {
		case PHRASE_INSIDE:
			return PHRASE_INSIDE;
		case PHRASE_END:
			if (form_rule(str_cut(s, len, s.n)) &&
			    !form_stopped(s, &mark))
				return PHRASE_INSIDE;
			break;
		case PHRASE_SIGNED:
			from = (size_t)(word.p - s.p);
			if (from > 0 && form_names(str_cut(s, 0, from)))
				return PHRASE_SIGNED;
			break;
		default:
			break;
		}
	}
	return PHRASE_NONE;
}

bool
form_url(struct str s)
{
	size_t at = 0;
	struct str word = form_word(s, &at);

	return (str_begins(word, STR("http://")) ||
		   str_begins(word, STR("https://")) ||
		   (str_begins(word, STR("www.")) && word.n > 6)) &&
	    form_word(s, &at).n == 0;
}

/* Behind the digits at the end of word; word.n without any. */
static size_t
digits_from(struct str word)
{
	size_t i = word.n;

	while (i > 0 && ch_digit(word.p[i - 1]))
		i--;
	return i;
}

/* Whether word ends with the extension of an image's file. */
static bool
is_image(struct str word)
{
	static const char ext[][6] = { ".jpg", ".jpeg", ".png", ".gif", ".webp",
		".svg", ".avif" };

	if (!ch_alpha(word.p[word.n - 1]))
		return false;
	for (size_t i = 0; i < COUNT(ext); i++) {
		struct str e = str_of(ext[i]);

		if (word.n > e.n &&
		    str_ieq(str_cut(word, word.n - e.n, word.n), e))
			return true;
	}
	return false;
}

bool
form_slug(struct str s)
{
	size_t i = s.n;
	struct str last;

	if (s.n < 5 || s.n > FORM_TEXT_MAX)
		return false;
	while (i > 0 && !ch_space(s.p[i - 1]))
		i--;
	last = str_cut(s, i, s.n);
	if (is_image(last))
		return true;
	/* An id of six digits behind a hyphen is no telephone number and no
	 * year: "-1762355428". */
	i = digits_from(last);
	return i > 1 && last.n - i >= 6 &&
	    (last.p[i - 1] == '-' || last.p[i - 1] == '_') &&
	    ch_alpha(last.p[i - 2]);
}

bool
form_capital(struct str word)
{
	size_t at = 0;

	while (at < word.n && (word.p[at] == '(' || word.p[at] == '"'))
		at++;
	if (at == word.n)
		return false;
	switch (utf8proc_category(utf8_next(word, &at))) {
	case UTF8PROC_CATEGORY_LU:
	case UTF8PROC_CATEGORY_LT:
	case UTF8PROC_CATEGORY_LO:
		return true;
	default:
		return false;
	}
}

static enum credit
credit_of(struct str word)
{
	const struct boiler_credits *row;
	char buf[FORM_WORD_MAX];
	size_t n = form_lower(buf, 0, sizeof(buf), word);

	if (n == sizeof(buf))
		return CREDIT_NONE;
	row = tab_find(&boiler_credits_tab, (struct str){ buf, n });
	return row != NULL ? (enum credit)row->kind : CREDIT_NONE;
}

static bool
is_maker(enum credit credit)
{
	return credit == CREDIT_AGENCY || credit == CREDIT_STOCK;
}

bool
form_ends_names(struct str s)
{
	size_t at = s.n, start;
	struct str word;

	while (at > 0) {
		utf8_before(s, at, &start);
		if (blank_at(s, start) > 0)
			break;
		at = start;
	}
	word = str_cut(s, at, s.n);
	if (word.n == 0 || !ch_lower(word.p[0]))
		return word.n > 0;
	for (size_t i = 0; i < word.n; i++) {
		if (word.p[i] == '/' || word.p[i] == '|' || word.p[i] == ',')
			return true;
	}
	return credit_of(form_bare(word)) != CREDIT_NONE;
}

bool
form_names(struct str s)
{
	size_t at = 0, names = 0;
	struct str word;

	if (s.n > FORM_TEXT_MAX)
		return false;
	while ((word = form_word(s, &at)).n > 0) {
		if (form_capital(word) || (names > 0 && word.p[0] == '@') ||
		    is_maker(credit_of(form_bare(word))))
			names++;
		else if (names == 0 ||
		    credit_of(form_bare(word)) != CREDIT_LINK)
			return false;
	}
	return names > 0 && names <= 16;
}

bool
form_byline(struct str s)
{
	size_t at = 0;
	struct str word = form_word(s, &at);

	if (!str_ieq(word, STR("by")))
		return false;
	s = str_cut(s, at, s.n);
	return form_words(s, 2) > 1 && s.p[s.n - 1] != '.' &&
	    s.p[s.n - 1] != '?' && form_names(s);
}

/* Whether s is an agency and the initials of its editors: "PTI ABC DE". */
static bool
is_desk(struct str s)
{
	size_t at = 0;

	if (credit_of(form_word(s, &at)) != CREDIT_AGENCY)
		return false;
	for (at = 0; at < s.n; at++) {
		if (!ch_upper(s.p[at]) && s.p[at] != ' ')
			return false;
	}
	return true;
}

bool
form_initials(struct str s)
{
	size_t slashes = 0, run = 0;

	if (is_desk(s) && form_words(s, 2) > 1)
		return true;
	for (size_t i = 0; i < s.n; i++) {
		if (!ch_alpha(s.p[i]) && s.p[i] != '/')
			return false;
		run = s.p[i] == '/' ? 0 : run + 1;
		slashes += s.p[i] == '/';
		if (run > 4)
			return false;
	}
	return slashes > 0;
}

bool
form_lettered(struct str s)
{
	size_t len;

	for (size_t i = 0; i < s.n; i += len) {
		if (glyph_letter(glyph_at(s, i, &len)))
			return true;
	}
	return false;
}

/* Whether the quotation mark that s begins with has none behind that ends
 * the quotation. */
static bool
opens_quote(struct str s)
{
	if (s.p[0] == '"')
		return str_find(s, STR("\""), 1) == s.n;
	if (str_begins(s, STR("\xe2\x80\x9c")))
		return str_find(s, STR("\xe2\x80\x9d"), 3) == s.n;
	return false;
}

bool
form_begins_text(struct str s)
{
	size_t at = 0, len;
	int32_t cp;

	if (s.n == 0 || opens_quote(s) || s.p[0] == '(')
		return true;
	if (form_phrase(s, &len) == PHRASE_SPEAKER && len < s.n &&
	    (s.p[len] == ':' || s.p[len] == '.'))
		return true;
	cp = utf8_next(s, &at);
	switch (utf8proc_category(cp)) {
	case UTF8PROC_CATEGORY_SO:
	case UTF8PROC_CATEGORY_SM:
	case UTF8PROC_CATEGORY_PD:
		return true;
	case UTF8PROC_CATEGORY_PO:
		return cp != '"' && cp != '\'' && cp != 0xbf && cp != 0xa1 &&
		    cp != 0x2026;
	default:
		return false;
	}
}

bool
form_has_url(struct str s)
{
	return str_find(s, STR("://"), 0) < s.n ||
	    str_find(s, STR("www."), 0) < s.n;
}

bool
form_to_reader(struct str s)
{
	size_t at = 0, len;
	struct str word;
	enum phrase phrase;

	if (s.n > FORM_TEXT_MAX || str_find(s, STR("\""), 0) < s.n ||
	    str_find(s, STR("\xe2\x80\x9c"), 0) < s.n)
		return false;
	while ((word = form_word(s, &at)).n > 0) {
		phrase =
		    form_phrase(str_cut(s, (size_t)(word.p - s.p), s.n), &len);
		if (phrase == PHRASE_READER || phrase == PHRASE_INSIDE ||
		    str_find(word, STR("@"), 1) + 1 < word.n)
			return true;
	}
	return false;
}

static enum call
call_of(struct str word)
{
	const struct boiler_calls *row;
	char buf[FORM_WORD_MAX];
	size_t n = form_lower(buf, 0, sizeof(buf), word);

	if (n == sizeof(buf))
		return CALL_NONE;
	row = tab_find(&boiler_calls_tab, (struct str){ buf, n });
	return row != NULL ? (enum call)row->kind : CALL_NONE;
}

/* Whether word is an e-mail address or a name with "@", or an object in
 * calls.tsv; "US" and "x" are none. */
static bool
is_object(struct str word)
{
	if (word.n > 2 && str_find(word, STR("@"), 0) + 1 < word.n)
		return true;
	word = form_bare(word);
	return call_of(word) == CALL_OBJECT && !str_is(word, "US") &&
	    !str_is(word, "x");
}

bool
form_call(struct str s)
{
	size_t at = 0;
	struct str word = form_bare(form_word(s, &at));

	if (s.n > FORM_TEXT_MAX || call_of(word) != CALL_VERB ||
	    !form_capital(word) || str_find(s, STR("\""), 0) < s.n ||
	    str_find(s, STR("\xe2\x80\x9d"), 0) < s.n)
		return false;
	while ((word = form_word(s, &at)).n > 0) {
		if (is_object(word))
			return true;
	}
	return false;
}

bool
form_rule(struct str s)
{
	for (size_t i = 0; i < s.n; i++) {
		if ((unsigned char)s.p[i] >= 0x80 || ch_alpha(s.p[i]) ||
		    ch_digit(s.p[i]))
			return false;
	}
	return true;
}

/* What the words of a credit are. */
struct words {
	size_t agencies, stocks, signs, capitals, links, slashes;
};

/* Adds the parts of one word ("Doe/Reuters", "©AFP") to w; false when it is
 * none of a credit. */
static bool
add_credit(struct words *w, struct str word)
{
	size_t from = 0, end;

	if (str_begins(word, STR("\xc2\xa9"))) {
		w->signs++;
		from = 2;
	}
	for (; from < word.n; from = end + 1) {
		for (end = from; end < word.n && word.p[end] != '/' &&
		     word.p[end] != '|' && word.p[end] != ',';)
			end++;
		w->slashes += end < word.n && end > 0 && end + 1 < word.n &&
		    word.p[end] == '/' && !ch_digit(word.p[end - 1]) &&
		    !ch_digit(word.p[end + 1]);
		struct str part = form_bare(str_cut(word, from, end));

		if (part.n == 0 || is_punct(part.p[0]))
			continue;
		switch (credit_of(part)) {
		case CREDIT_STOCK:
			w->stocks++;
			/* FALLTHROUGH */
		case CREDIT_AGENCY:
			w->agencies++;
			break;
		case CREDIT_SIGN:
			w->signs++;
			break;
		case CREDIT_LINK:
			w->links++;
			break;
		default:
			w->capitals++;
			if (!form_capital(part) && !ch_digit(part.p[0]) &&
			    !(part.p[0] == '@'))
				return false;
		}
	}
	return true;
}

enum form
form_credit(struct str s)
{
	struct words w = { 0 };
	size_t at = 0;
	struct str word, before = { 0 };
	bool via = false, ordered = false;

	if (s.n > FORM_TEXT_MAX || !form_ends_names(s))
		return FORM_NONE;
	for (; (word = form_word(s, &at)).n > 0; before = word) {
		if (!add_credit(&w, word))
			return FORM_NONE;
		via = via || str_ieq(word, STR("via"));
		ordered = str_is(before, "for") && w.capitals > 1 &&
		    is_maker(credit_of(word));
	}
	if (w.capitals + w.agencies + w.signs > 14)
		return FORM_NONE;
	if ((w.slashes > 0 && w.capitals + w.agencies > 1) ||
	    (w.signs > 0 && w.agencies + w.capitals == 0) ||
	    (w.agencies > 0 && w.signs > 0 && (via || w.capitals == 0)) ||
	    (w.stocks > 0 && w.capitals + w.links == 0) || ordered)
		return FORM_CREDIT;
	if (w.agencies > 0 && w.capitals + w.links == 0)
		return FORM_NAME;
	if (w.agencies > 0 && w.capitals < 5 && is_desk(s))
		return FORM_NAME;
	return w.agencies + w.signs > 0 ? FORM_MAYBE : FORM_NONE;
}

size_t
form_words(struct str s, size_t max)
{
	size_t at = 0, n = 0;

	while (n < max && form_word(s, &at).n > 0)
		n++;
	return n;
}

bool
form_stopped(struct str s, char *mark)
{
	size_t at = s.n, start;
	int32_t cp;

	for (int i = 0; at > 0 && i < 4; i++, at = start) {
		cp = utf8_before(s, at, &start);
		*mark = s.p[start];
		if (cp == '.' || cp == '!' || cp == '?' || cp == 0x2026 ||
		    cp == 0x3002 || cp == 0xff01 || cp == 0xff1f ||
		    cp == 0x0964 || cp == 0x061f || cp == 0x06d4)
			return true;
		if (cp != '"' && cp != '\'' && cp != ')' && cp != ']' &&
		    cp != 0x201d && cp != 0x2019 && cp != 0xbb)
			return false;
	}
	return false;
}
