/*
 * seam.c - where a sentence ends without a stop; see seam.h.
 *
 * All but what opens a sentence has a colon in it, so that a text without one
 * costs next to nothing.
 */
#include "seam.h"

#include <string.h>

#include "glyph.h"

enum opening { OPENING_HELLO = 1, OPENING_BYE, OPENING_LABEL };

#include "sent_openings.h"

#define URL_MAX 1024 /* bytes of a URL */
#define OPEN_MAX 48  /* bytes of a greeting with its names */
#define NAME_WORDS 5 /* words of a sender before a stamp */
#define RULE_MIN 3   /* signs of a rule */
#define PHONE_MIN 7  /* digits of a telephone number */

bool
seam_url(struct str s, size_t at)
{
	static const struct str heads[] = { { "http://", 7 }, { "https://", 8 },
		{ "www.", 4 } };

	for (size_t i = 0; i < COUNT(heads); i++) {
		if (str_begins(str_cut(s, at, s.n), heads[i]))
			return at + heads[i].n < s.n &&
			    !ch_space(s.p[at + heads[i].n]);
	}
	return false;
}

/* Behind the word (no white space in it) at s[at], or s.n when it has more
 * than URL_MAX bytes. */
static size_t
word_end(struct str s, size_t at)
{
	size_t i = at;

	while (i < s.n && i - at < URL_MAX && !ch_space(s.p[i]))
		i++;
	return i - at < URL_MAX ? i : s.n;
}

/* Start of the word that ends at s[end], not before from. */
static size_t
word_start(struct str s, size_t from, size_t end)
{
	size_t i = end;

	while (i > from && end - i < URL_MAX && !ch_space(s.p[i - 1]))
		i--;
	return i;
}

/* Whether white space and then the start of a sentence is at s[at]: a capital
 * with or without a quotation mark. */
static bool
begins(struct str s, size_t at)
{
	size_t next = blank_end(s, at), word;

	return next > at && glyph_opening(s, next, &word) == GLYPH_UPPER &&
	    word - next < 2;
}

/* Behind the rule at s[at], "***", "* * *", "====", or at. */
static size_t
rule_end(struct str s, size_t at)
{
	size_t i = at, n = 0;

	if (at >= s.n || strchr("*=-_~#", s.p[at]) == NULL || s.p[at] == '\0')
		return at;
	while (i < s.n && s.p[i] == s.p[at]) {
		n++;
		i++;
		if (i + 1 < s.n && s.p[i] == ' ' && s.p[i + 1] == s.p[at])
			i++;
	}
	return n >= RULE_MIN && begins(s, i) ? i : at;
}

/* Behind the URL at s[at] when it is a sentence of its own, or at: what goes
 * on in lower case with a verb or the like does not count. */
static size_t
url_end(struct str s, size_t at)
{
	size_t end;

	if (!seam_url(s, at))
		return at;
	end = word_end(s, at);
	return begins(s, end) ? end : at;
}

/* The words of s[start, end) in lower case, in buf of OPEN_MAX bytes. */
static struct str
lowered(struct str s, size_t start, size_t end, char *buf)
{
	for (size_t i = start; i < end; i++)
		buf[i - start] = (char)ch_tolower(s.p[i]);
	return (struct str){ buf, end - start };
}

/* Whether the words s[start, comma) begin a letter: "Dear" and up to three
 * names. */
static bool
greets(struct str s, size_t start, size_t comma)
{
	size_t names = 0;
	char buf[OPEN_MAX];

	for (size_t end = comma; end > start && names < 4;) {
		const struct sent_openings *row =
		    tab_find(&sent_openings_tab, lowered(s, start, end, buf));
		size_t word;

		if (row != NULL)
			return row->kind == OPENING_HELLO;
		word = word_start(s, start, end);
		if (!ch_upper(s.p[word]) || word == start)
			return false;
		names++;
		end = word - 1;
	}
	return false;
}

/* Whether two words without a stop stand at s[at], the first also without a
 * comma: a signature or a letter's first words, not "Thank you, Mr. Roe!" */
static bool
runs_free(struct str s, size_t at)
{
	for (size_t i = 0; i < 2; i++) {
		size_t from = blank_end(s, at);

		at = word_end(s, from);
		if (at > from && memchr(&",.!?"[i], s.p[at - 1], 4 - i) != NULL)
			return false;
	}
	return true;
}

/* Behind "Figure 1.5" at the start of the text at s[start], or start. */
static size_t
label_end(struct str s, size_t start)
{
	size_t word = word_end(s, start), end;
	const struct sent_openings *row;
	char buf[OPEN_MAX];

	if (word + 1 >= s.n || word - start > 8 || !ch_digit(s.p[word + 1]))
		return start;
	end = word_end(s, word + 1);
	for (size_t i = word + 1; i < end; i++) {
		if (!ch_digit(s.p[i]) && s.p[i] != '.' && s.p[i] != '-')
			return start;
	}
	row = tab_find(&sent_openings_tab, lowered(s, start, word, buf));
	return row != NULL && row->kind == OPENING_LABEL && begins(s, end)
	    ? end
	    : start;
}

/* Behind the comma of "Dear Ms. Roe," or "Best regards," at s[start], or
 * start; opens: the text begins here. */
static size_t
letter_end(struct str s, size_t start, bool opens)
{
	size_t n = s.n - start < OPEN_MAX ? s.n - start : OPEN_MAX, comma;
	const char *p = memchr(s.p + start, ',', n);
	const struct sent_openings *row;
	char buf[OPEN_MAX];

	if (p == NULL)
		return start;
	comma = (size_t)(p - s.p);
	if (!begins(s, comma + 1) || !runs_free(s, comma + 1))
		return start;
	row = tab_find(&sent_openings_tab, lowered(s, start, comma, buf));
	if (row != NULL && row->kind == OPENING_BYE)
		return comma + 1;
	return opens && greets(s, start, comma) ? comma + 1 : start;
}

/* Behind the bracket at s[start] when all in it is capitals, or words with
 * one, two or more: "(BBC) The", "(New Scientist) The", not "(Israeli) The";
 * or start.  It says where the text is from. */
static size_t
source_end(struct str s, size_t start)
{
	size_t i = start + 1, len, words = 0, small = 0;

	for (; i - start < OPEN_MAX && glyph_at(s, i, &len) == GLYPH_UPPER;
	     words++) {
		enum glyph c;

		while (i - start < OPEN_MAX &&
		    glyph_letter(c = glyph_at(s, i, &len))) {
			small += c == GLYPH_LOWER;
			i += len;
		}
		if (i < s.n && s.p[i] == ')')
			return (words > 0 || small == 0) && begins(s, i + 1)
			    ? i + 1
			    : start;
		if (i < s.n && (s.p[i] == ' ' || s.p[i] == '/'))
			i++;
	}
	return start;
}

size_t
seam_opening(struct str s, size_t start)
{
	if (s.p[start] == '(')
		return source_end(s, start);
	if (ch_upper(s.p[start])) {
		bool opens = blank_end(s, 0) == start;
		size_t end = opens ? label_end(s, start) : start;

		return end > start ? end : letter_end(s, start, opens);
	}
	if (s.p[start] == 'h' || s.p[start] == 'w')
		return url_end(s, start);
	return rule_end(s, start);
}

/* Start of the date of numbers that ends at s[end], "02/13/2001" or
 * "2001-02-13", or end. */
static size_t
date_start(struct str s, size_t from, size_t end)
{
	size_t start = word_start(s, from, end), digits = 0, marks = 0;

	if (end - start > 10 || end - start < 6)
		return end;
	for (size_t i = start; i < end; i++) {
		digits += ch_digit(s.p[i]);
		marks += s.p[i] == '/' || s.p[i] == '-';
	}
	return digits >= 4 && marks == 2 && digits + marks == end - start
	    ? start
	    : end;
}

/* Whether s[start, end) is at most NAME_WORDS words, none of them with a small
 * letter first but an address: who wrote at a time. */
static bool
is_sender(struct str s, size_t start, size_t end)
{
	size_t words = 0, i = start, word_to;

	for (; i < end; i = blank_end(s, word_to)) {
		word_to = word_end(s, i);
		if (word_to > end || ++words > NAME_WORDS ||
		    (ch_lower(s.p[i]) &&
			memchr(s.p + i, '@', word_to - i) == NULL))
			return false;
	}
	return words > 0;
}

/* Behind the time of day with its colon at s[at]: "08:02 PM", "12:42:55". */
static size_t
time_end(struct str s, size_t at)
{
	size_t i = at;

	while (i < s.n && i - at < 6 && (ch_digit(s.p[i]) || s.p[i] == ':'))
		i++;
	if (i + 2 < s.n && s.p[i] == ' ' && ch_tolower(s.p[i + 2]) == 'm' &&
	    (s.p[i + 1] == 'A' || s.p[i + 1] == 'P') && s.p[i + 2] == 'M')
		i += 3;
	return i;
}

/* The seam at the stamp "02/13/2001 08:02 PM" with a colon at s[at]: before
 * it, behind a sender, or behind it; 0 for none. */
static size_t
stamp_seam(struct str s, size_t start, size_t at)
{
	size_t hour = at, date, end;

	while (hour > start && at - hour < 2 && ch_digit(s.p[hour - 1]))
		hour--;
	if (hour == at || hour < start + 2 || s.p[hour - 1] != ' ')
		return 0;
	date = date_start(s, start, hour - 1);
	if (date == hour - 1)
		return 0;
	if (date > start && is_sender(s, start, date - 1))
		return date;
	end = time_end(s, at);
	return begins(s, end) ? end : 0;
}

/* Behind the smiley with its colon at s[at], " :-) Next", or 0. */
static size_t
smiley_seam(struct str s, size_t start, size_t at)
{
	size_t i = at + 1;

	if (at < start + 2 || s.p[at - 1] != ' ')
		return 0;
	if (i < s.n && s.p[i] == '-')
		i++;
	while (i < s.n && i - at < 8 &&
	    (s.p[i] == ')' || s.p[i] == '(' || s.p[i] == 'D'))
		i++;
	return i > at + 1 && s.p[i - 1] != '-' && begins(s, i) ? i : 0;
}

/* Whether an address ends at s[end]: mail, URL, telephone number. */
static bool
address_before(struct str s, size_t start, size_t end)
{
	size_t word = word_start(s, start, end), digits = 0, i = end;

	if (memchr(s.p + word, '@', end - word) != NULL || seam_url(s, word))
		return true;
	while (i > start && end - i < 24 &&
	    (ch_digit(s.p[i - 1]) || strchr(" .-()+", s.p[i - 1]) != NULL))
		digits += ch_digit(s.p[--i]);
	return digits >= PHONE_MIN;
}

/* The start of the label with its colon at s[at] behind an address: "Phone:
 * 555 123 4567 Fax: ", or 0. */
static size_t
label_seam(struct str s, size_t start, size_t at)
{
	size_t word = word_start(s, start, at);

	if (at + 1 >= s.n || s.p[at + 1] != ' ' || word == at ||
	    word < start + 4 || !glyph_letter(glyph_before(s, at)) ||
	    !ch_upper(s.p[word]) || at - word > OPEN_MAX)
		return 0;
	return address_before(s, start, word - 1) ? word : 0;
}

/* Behind the URL with its colon at s[at], or 0. */
static size_t
url_seam(struct str s, size_t at)
{
	size_t start = at, end;

	while (start > 0 && at - start < 6 && ch_lower(s.p[start - 1]))
		start--;
	end = url_end(s, start);
	return end > start ? end : 0;
}

size_t
seam_next(struct str s, size_t start, size_t at, size_t to)
{
	size_t end = to - at > SEAM_MAX ? at + SEAM_MAX : to, seam;
	const char *p;

	while (at < end && (p = memchr(s.p + at, ':', end - at)) != NULL) {
		size_t colon = (size_t)(p - s.p);

		at = colon + 1;
		if (at < s.n && ch_digit(s.p[at]))
			seam = stamp_seam(s, start, colon);
		else if (at < s.n && s.p[at] == '/')
			seam = url_seam(s, colon);
		else if (at < s.n && ch_space(s.p[at]))
			seam = label_seam(s, start, colon);
		else
			seam = smiley_seam(s, start, colon);
		if (seam > start)
			return seam;
	}
	return to;
}
