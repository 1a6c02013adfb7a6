/*
 * token.c - a sentence as words, numbers and punctuation; see token.h.
 */
#include "token.h"

#include <utf8proc.h>

#include "base/utf8.h"

enum char_class { SPACE, LETTER, DIGIT, PUNCT, SYMBOL };

/* The classes of ASCII, 16 a line: most text is in it. */
static const uint8_t ascii[128] = {
	/* clang-format off */
	SPACE, SPACE, SPACE, SPACE, SPACE, SPACE, SPACE, SPACE, /* controls */
	SPACE, SPACE, SPACE, SPACE, SPACE, SPACE, SPACE, SPACE,
	SPACE, SPACE, SPACE, SPACE, SPACE, SPACE, SPACE, SPACE,
	SPACE, SPACE, SPACE, SPACE, SPACE, SPACE, SPACE, SPACE,
	SPACE, PUNCT, PUNCT, PUNCT, SYMBOL, SYMBOL, PUNCT, PUNCT, /* $ % */
	PUNCT, PUNCT, PUNCT, SYMBOL, PUNCT, PUNCT, PUNCT, PUNCT,  /* + */
	DIGIT, DIGIT, DIGIT, DIGIT, DIGIT, DIGIT, DIGIT, DIGIT,
	DIGIT, DIGIT, PUNCT, PUNCT, SYMBOL, SYMBOL, SYMBOL, PUNCT, /* < = > */
	PUNCT, LETTER, LETTER, LETTER, LETTER, LETTER, LETTER, LETTER,
	LETTER, LETTER, LETTER, LETTER, LETTER, LETTER, LETTER, LETTER,
	LETTER, LETTER, LETTER, LETTER, LETTER, LETTER, LETTER, LETTER,
	LETTER, LETTER, LETTER, PUNCT, PUNCT, PUNCT, SYMBOL, PUNCT, /* ^ */
	SYMBOL, LETTER, LETTER, LETTER, LETTER, LETTER, LETTER, LETTER,
	LETTER, LETTER, LETTER, LETTER, LETTER, LETTER, LETTER, LETTER,
	LETTER, LETTER, LETTER, LETTER, LETTER, LETTER, LETTER, LETTER,
	LETTER, LETTER, LETTER, PUNCT, SYMBOL, PUNCT, SYMBOL, SYMBOL, /* | ~ */
	/* clang-format on */
};

static enum char_class
class_of(int32_t cp)
{
	switch (utf8proc_category(cp)) {
	case UTF8PROC_CATEGORY_LU:
	case UTF8PROC_CATEGORY_LL:
	case UTF8PROC_CATEGORY_LT:
	case UTF8PROC_CATEGORY_LM:
	case UTF8PROC_CATEGORY_LO:
	case UTF8PROC_CATEGORY_MN:
	case UTF8PROC_CATEGORY_MC:
	case UTF8PROC_CATEGORY_ME:
		return LETTER;
	case UTF8PROC_CATEGORY_ND:
		return DIGIT;
	case UTF8PROC_CATEGORY_ZS:
	case UTF8PROC_CATEGORY_ZL:
	case UTF8PROC_CATEGORY_ZP:
		return SPACE;
	case UTF8PROC_CATEGORY_PC:
	case UTF8PROC_CATEGORY_PD:
	case UTF8PROC_CATEGORY_PS:
	case UTF8PROC_CATEGORY_PE:
	case UTF8PROC_CATEGORY_PI:
	case UTF8PROC_CATEGORY_PF:
	case UTF8PROC_CATEGORY_PO:
		return PUNCT;
	default:
		return SYMBOL;
	}
}

/* The class of the code point at s[at], and in *len its bytes; SPACE and 0
 * at the end. */
static enum char_class
peek(struct str s, size_t at, size_t *len)
{
	int32_t cp;
	int n;

	*len = 0;
	if (at >= s.n)
		return SPACE;
	if ((unsigned char)s.p[at] < 0x80) {
		*len = 1;
		return ascii[(unsigned char)s.p[at]];
	}
	n = utf8_decode(s, at, &cp);
	*len = (size_t)(n > 0 ? n : -n);
	return n > 0 ? class_of(cp) : SYMBOL;
}

/* Length of an apostrophe (' or ’) at s[at], or 0. */
static size_t
apostrophe(struct str s, size_t at)
{
	static const struct str curly = { "\xe2\x80\x99", 3 };

	if (at < s.n && s.p[at] == '\'')
		return 1;
	return s.n - at >= 3 && str_eq(str_cut(s, at, at + 3), curly) ? 3 : 0;
}

/* Behind the run of code points of class want at s[at]. */
static size_t
run(struct str s, size_t at, enum char_class want)
{
	size_t len;

	do {
		while (at < s.n && (unsigned char)s.p[at] < 0x80 &&
		    ascii[(unsigned char)s.p[at]] == want)
			at++;
		if (at >= s.n || (unsigned char)s.p[at] < 0x80 ||
		    peek(s, at, &len) != want)
			return at;
		at += len;
	} while (true);
}

/* Behind "U.S." or "U.S" when single letters and full stops stand at s[at]:
 * at least two letters; else at. */
static size_t
initialism(struct str s, size_t at)
{
	size_t end = at, letters = 0, len, i = at;

	while (peek(s, i, &len) == LETTER && run(s, i, LETTER) == i + len) {
		letters++;
		end = i + len;
		if (end >= s.n || s.p[end] != '.')
			break;
		i = ++end;
	}
	return letters > 1 && s.p[at + 1] == '.' ? end : at;
}

/* Whether s[at, end) is the n of "n't" ("do" stands before it). */
static bool
is_nt(struct str s, size_t at, size_t end)
{
	size_t a = apostrophe(s, end), len;

	return end == at + 1 && (s.p[at] | 0x20) == 'n' && a > 0 &&
	    end + a < s.n && (s.p[end + a] | 0x20) == 't' &&
	    peek(s, end + a + 1, &len) != LETTER;
}

/* Behind the word at s[at]: letters, apostrophes and digits glued behind
 * letters ("O’Brien", "T-72" is T - 72, "B2B").  A clitic ends it. */
static size_t
word_end(struct str s, size_t at)
{
	size_t end = initialism(s, at), len;

	if (end > at)
		return end;
	end = run(s, at, LETTER);
	if (is_nt(s, at, end))
		return end + apostrophe(s, end) + 1;
	for (;;) {
		size_t a = apostrophe(s, end), next;

		if (a == 0 || peek(s, end + a, &len) != LETTER)
			break;
		next = run(s, end + a, LETTER);
		/* "s", "re", "ve", "ll", "d", "m", "t": a clitic follows */
		if (next - (end + a) <= 2)
			break;
		end = next;
	}
	return end;
}

/* Where the word s[at, end) ends when "n't" is a word of its own. */
static size_t
before_nt(struct str s, size_t at, size_t end)
{
	return end - at >= 2 && is_nt(s, end - 1, end) ? end - 1 : end;
}

/* Behind a clitic with its apostrophe at s[at] ("’s", "'ll"), or at. */
static size_t
clitic_end(struct str s, size_t at)
{
	size_t a = apostrophe(s, at), end;

	if (a == 0)
		return at;
	end = run(s, at + a, LETTER);
	return end > at + a && end - (at + a) <= 2 ? end : at;
}

/* Behind the number at s[at]: digits with single [.,] between digits; of a list
 * without spaces ("22,24,26") the first. */
static size_t
number_end(struct str s, size_t at)
{
	size_t first = run(s, at, DIGIT), end = first, len, commas = 0,
	       groups = 0;
	bool dots = false;

	/* A list goes on as it began. */
	if (at > 1 && s.p[at - 1] == ',' && ch_digit(s.p[at - 2]))
		return first;
	while (end < s.n && (s.p[end] == '.' || s.p[end] == ',') &&
	    peek(s, end + 1, &len) == DIGIT) {
		size_t next = run(s, end + 1, DIGIT), n = next - end - 1;

		dots = dots || s.p[end] == '.';
		commas += s.p[end] == ',';
		groups += n == 3 || n == 2;
		end = next;
		/* The last of a number's groups has three digits. */
		if (n == 2 && (end == s.n || s.p[end] != ','))
			groups = 0;
	}
	return commas > 1 && !dots && groups < commas ? first : end;
}

static enum token_case
form_of(struct str word)
{
	size_t upper = 0, lower = 0, at = 0;
	bool first_upper = false;

	while (at < word.n) {
		bool plain = (unsigned char)word.p[at] < 0x80;
		int32_t cp = plain ? word.p[at++] : utf8_next(word, &at);
		bool up = plain ? ch_upper(cp) : utf8proc_tolower(cp) != cp;
		bool down = plain ? ch_lower(cp) : utf8proc_toupper(cp) != cp;

		if (up && upper + lower == 0)
			first_upper = true;
		upper += up;
		lower += down;
	}
	if (upper + lower == 0)
		return TOKEN_NOCASE;
	if (upper == 0)
		return TOKEN_LOWER;
	if (upper == 1 && first_upper)
		return TOKEN_CAPITAL;
	return lower == 0 ? TOKEN_UPPER : TOKEN_MIXED;
}

/* text in lower case with ' for ’; text itself when it is that already. */
static struct str
lowered(struct str text, struct arena *a)
{
	struct buf b = { .a = a };
	size_t i = 0;

	while (i < text.n && !ch_upper(text.p[i]) &&
	    (unsigned char)text.p[i] < 0x80)
		i++;
	if (i == text.n)
		return text;
	for (i = 0; i < text.n;) {
		int32_t cp;
		int n = utf8_decode(text, i, &cp);

		if (n < 0)
			return text;
		i += (size_t)n;
		buf_cp(&b, cp == 0x2019 ? '\'' : utf8proc_tolower(cp));
	}
	return buf_str(&b);
}

/* Behind the token that starts at s[at]; sets its kind. */
static size_t
token_end(struct str s, size_t at, enum token_kind *kind)
{
	size_t len, end;

	switch (peek(s, at, &len)) {
	case LETTER:
		*kind = TOKEN_WORD;
		end = word_end(s, at);
		return before_nt(s, at, end);
	case DIGIT:
		*kind = TOKEN_NUMBER;
		return number_end(s, at);
	case PUNCT:
		*kind = TOKEN_PUNCT;
		return at + len;
	case SPACE:
	case SYMBOL:
		break;
	}
	*kind = TOKEN_SYMBOL;
	return at + len;
}

struct tokens
token_split(struct str text, struct arena *a)
{
	struct tokens t = { .text = text };
	size_t cap = 0, at = 0, len;

	while (at < text.n) {
		struct token tok = { .start = at };

		if (peek(text, at, &len) == SPACE) {
			at += len;
			continue;
		}
		tok.glued = t.n > 0 && t.v[t.n - 1].end == at;
		tok.end = tok.glued && t.v[t.n - 1].kind == TOKEN_WORD
		    ? clitic_end(text, at)
		    : at;
		tok.kind = TOKEN_WORD;
		if (tok.end == at)
			tok.end = token_end(text, at, &tok.kind);
		tok.text = str_cut(text, at, tok.end);
		tok.low =
		    tok.kind == TOKEN_WORD ? lowered(tok.text, a) : tok.text;
		tok.form =
		    tok.kind == TOKEN_WORD ? form_of(tok.text) : TOKEN_NOCASE;
		at = tok.end;
		t.v = vec_room(a, t.v, t.n, &cap, sizeof(*t.v));
		t.v[t.n++] = tok;
	}
	return t;
}

struct str
token_span(const struct tokens *t, size_t i, size_t j)
{
	return str_cut(t->text, t->v[i].start, t->v[j - 1].end);
}
