/*
 * sent.c - where the sentences of a text begin and end; see sent.h.
 *
 * A scan stops at each byte that can begin a stop (. ! ? and their kin); only
 * there are the neighbours looked at.  No look reaches farther than WORD_MAX
 * bytes back, or than the white space ahead that the scan then skips.
 */
#include "sent.h"

#include "base/utf8.h"
#include "cut.h"
#include "glyph.h"
#include "item.h"
#include "seam.h"
#include "tongue.h"

enum abbrev {
	ABBREV_NONE,
	ABBREV_NEVER,
	ABBREV_NUMBER,
	ABBREV_NAME,
	ABBREV_TIME,
	ABBREV_FIRST
};

#include "sent_abbrev.h"
#include "sent_glued.h"
#include "sent_marks.h"
#include "sent_speech.h"
#include "sent_starters.h"
#include "sent_zones.h"

#define WORD_MAX 48   /* bytes of the longest word or address looked at */
#define QUOTE_MAX 400 /* bytes to look ahead for the end of a quotation */

/* Start of the word that ends at s[at]: letters, digits, inner full stops. */
static size_t
word_start(struct str s, size_t from, size_t at)
{
	size_t i = at, start;

	while (i > from && at - i < WORD_MAX) {
		char c0 = s.p[i - 1];

		if (ch_alpha(c0) || ch_digit(c0) || c0 == '.') {
			i--;
			continue;
		}
		if ((unsigned char)c0 < 0x80)
			break;
		utf8_before(s, i, &start);
		enum glyph c = glyph_before(s, i);

		/* the degree sign is written in "N°." */
		if (!glyph_letter(c) && c != GLYPH_DIGIT &&
		    !str_begins(str_cut(s, start, at), STR("\xc2\xb0")))
			break;
		i = start;
	}
	return i;
}

/* The letters at s[at], at most WORD_MAX bytes, with an inner apostrophe. */
static struct str
word_at(struct str s, size_t at)
{
	size_t i = at, len;

	while (i - at < WORD_MAX && glyph_letter(glyph_at(s, i, &len)))
		i += len;
	if (i > at && i < s.n && s.p[i] == '\'') {
		i++;
		while (i - at < WORD_MAX && i < s.n && ch_alpha(s.p[i]))
			i++;
	}
	return str_cut(s, at, i);
}

/* word in lower case (ASCII letters only), in buf of WORD_MAX bytes. */
static struct str
lowered(struct str word, char *buf)
{
	size_t n = word.n < WORD_MAX ? word.n : WORD_MAX;

	for (size_t i = 0; i < n; i++)
		buf[i] = (char)ch_tolower(word.p[i]);
	return (struct str){ buf, n };
}

static bool
listed(const struct tab *tab, struct str word)
{
	char buf[WORD_MAX];

	return word.n > 0 && tab_find(tab, lowered(word, buf)) != NULL;
}

/* Whether word is at least two letters, all capitals: "CNN". */
static bool
all_upper(struct str word)
{
	size_t len;

	for (size_t i = 0; i < word.n; i += len) {
		if (glyph_at(word, i, &len) != GLYPH_UPPER)
			return false;
	}
	return word.n > 1;
}

/* "U.S", "J.K": single letters with full stops between. */
static bool
is_initials(struct str word)
{
	size_t i = 0, len, letters = 0;

	for (;;) {
		if (!glyph_letter(glyph_at(word, i, &len)))
			return false;
		letters++;
		i += len;
		if (i == word.n)
			return letters > 1;
		if (word.p[i] != '.')
			return false;
		i++;
	}
}

static enum abbrev
abbrev_of(struct str word)
{
	const struct sent_abbrev *row = tab_find(&sent_abbrev_tab, word);
	char buf[WORD_MAX];
	struct str low = lowered(word, buf);

	if (word.n == 1 && ch_upper(word.p[0]))
		return ABBREV_NONE; /* "P. Smith" is not "p. 5" */
	if (row == NULL && all_upper(word)) {
		/* "INC." is "Inc."; "CA." is not "ca.", "NO. 5" is "no." */
		buf[0] = word.p[0];
		row = tab_find(&sent_abbrev_tab, low);
		buf[0] = (char)ch_tolower(word.p[0]);
		if (row == NULL)
			row = tab_find(&sent_abbrev_tab, low);
		if (row != NULL && ch_lower(row->word.p[0]) &&
		    row->kind != ABBREV_NUMBER)
			row = NULL;
	} else if (row == NULL && !str_eq(low, word)) {
		row = tab_find(&sent_abbrev_tab, low);
	}
	if (row != NULL)
		return (enum abbrev)row->kind;
	return is_initials(word) ? ABBREV_NAME : ABBREV_NONE;
}

/* Words of s[from, at), at most three. */
static size_t
few_words(struct str s, size_t from, size_t at)
{
	size_t words = 0;
	bool in = false;

	if (at - from > 2 * WORD_MAX)
		return 3;
	for (size_t i = from; i < at && words < 3; i++) {
		bool blank = ch_space(s.p[i]);

		words += !blank && !in;
		in = !blank;
	}
	return words;
}

/* Whether a quotation that ends in ! or ? goes on with "Smith asked". */
static bool
speech_follows(struct str s, size_t at)
{
	for (int i = 0; i < 4; i++) {
		struct str word = word_at(s, at);

		if (word.n == 0)
			return false;
		if (i > 0 && listed(&sent_speech_tab, word))
			return true;
		at = blank_end(s, at + word.n);
	}
	return false;
}

/* Whether digits and then letters stand at s[at]: "5th". */
static bool
is_ordinal(struct str s, size_t at)
{
	size_t end = at;

	while (end < s.n && end - at < 4 && ch_digit(s.p[end]))
		end++;
	return end > at && end < s.n && ch_lower(s.p[end]);
}

/* Whether a word that often begins a sentence, "The", stands at s[at]. */
static bool
is_starter(struct str s, size_t at)
{
	return listed(&sent_starters_tab, word_at(s, at));
}

/* Whether a full stop behind the word s[from, cut.at) is an abbreviation's
 * and no end, when what follows begins with class c at s[next]. */
static bool
abbreviated(
    struct str s, size_t start, struct cut cut, enum glyph c, size_t next)
{
	size_t from = word_start(s, start, cut.at);
	struct str word = str_cut(s, from, cut.at);

	switch (abbrev_of(word)) {
	case ABBREV_NEVER:
		return true;
	case ABBREV_NUMBER:
		return c == GLYPH_DIGIT;
	case ABBREV_NAME:
		/* "Acme Inc. (Paris) said", "the U.S. 5th Fleet" */
		return s.p[cut.next] == '(' ||
		    (glyph_letter(c) && !is_starter(s, next)) ||
		    (c == GLYPH_DIGIT && is_ordinal(s, next));
	case ABBREV_TIME:
		/* "At 5 a.m. Mr. Smith" has no verb yet. */
		return few_words(s, start, from) < 3 ||
		    tab_find(&sent_zones_tab, word_at(s, next)) != NULL;
	case ABBREV_FIRST:
		return from == start;
	default:
		break;
	}
	if (word.n == 1 && ch_upper(word.p[0]))
		/* "S. 10th Street" */
		return (glyph_letter(c) && !is_starter(s, next)) ||
		    (c == GLYPH_DIGIT && is_ordinal(s, next));
	return false;
}

/* Whether dots end a sentence before class c: not as "well ... What", nor at
 * its start, but ". . . ." does. */
static bool
ends_dots(struct str s, size_t start, struct cut cut, enum glyph c)
{
	if (c == GLYPH_SYMBOL || c == GLYPH_DIGIT || cut.at == start)
		return false;
	return glyph_before(s, cut.at) != GLYPH_SPACE || cut.stops - cut.at > 5;
}

/* Whether a sentence may end at the stop s[at] although a small letter comes
 * next, at s[next].  It may behind a word of small letters, four or more, that
 * is no abbreviation ("closed", not "intl", "pp", "Corp"), and before a
 * word that begins sentences also behind a shorter one, a number, a bracket. */
static bool
ends_plain(struct str s, size_t start, size_t at, size_t next)
{
	size_t from = word_start(s, start, at), i = from;
	struct str word = str_cut(s, from, at);
	enum glyph before = glyph_before(s, at);

	while (i < at && ch_lower(s.p[i]))
		i++;
	if (i == at && word.n > 3)
		return abbrev_of(word) == ABBREV_NONE;
	if (!is_starter(s, next))
		return false;
	if (i == at && word.n == 3)
		return abbrev_of(word) == ABBREV_NONE;
	/* "10." and "4.5." are dates and items */
	return before == GLYPH_CLOSE ||
	    (before == GLYPH_DIGIT && word.n > 2 &&
		str_find(word, STR("."), 0) == word.n);
}

/* Whether a list begins behind the cut: "two steps. (a) Boil it. (b) ..." */
static bool
lists(struct str s, size_t start, struct cut cut)
{
	size_t from = word_start(s, start, cut.at);

	return item_begins(s, cut.next) &&
	    abbrev_of(str_cut(s, from, cut.at)) == ABBREV_NONE;
}

/* Whether a small letter at s[word] may begin a sentence behind the cut. */
static bool
ends_lower(struct str s, size_t start, struct cut cut, size_t word)
{
	size_t first;

	if (cut.kind != STOP_DOTS &&
	    (seam_url(s, word) || lists(s, start, cut)))
		return true;
	/* "example. com" */
	if (cut.end > cut.stops || cut.next < word ||
	    listed(&sent_glued_tab, word_at(s, word)))
		return false;
	if (cut.kind == STOP_MARK && s.p[cut.stops - 1] == '?')
		return !speech_follows(s, word);
	/* "Yahoo! is", "Corp. common stock" go on. */
	if (cut.kind != STOP_DOTS && ends_plain(s, start, cut.at, word))
		return cut.kind == STOP_DOT || !speech_follows(s, word);
	/* Who begins a sentence with a small letter does so again. */
	if (glyph_opening(s, start, &first) != GLYPH_LOWER)
		return false;
	if (cut.kind == STOP_MARK)
		return true;
	return cut.kind == STOP_DOT && glyph_before(s, cut.at) == GLYPH_LOWER &&
	    !abbreviated(s, start, cut, GLYPH_LOWER, word);
}

/* Which quotation the text is in, told from its marks one after another. */
struct quote {
	size_t at; /* the marks before s[at] are seen */
	char open; /* '"', '\'' or, for “ and its kin, '>'; 0: in none */
};

/* The mark that a quotation opened by open ends with, begins at s[at]. */
static bool
closes_quote(struct str s, size_t at, char open)
{
	size_t len;

	if (open == '\'')
		return s.p[at] == '\'' && at > 0 && !ch_space(s.p[at - 1]) &&
		    !glyph_letter(glyph_at(s, at + 1, &len));
	if (open == '"')
		return s.p[at] == '"';
	if ((unsigned char)s.p[at] < 0x80)
		return false; /* as nearly always */
	return str_begins(str_cut(s, at, s.n), STR("\xe2\x80\x9d")) ||
	    str_begins(str_cut(s, at, s.n), STR("\xc2\xbb"));
}

/* The mark that opens a quotation at s[at], as in struct quote, or 0. */
static char
opens_quote(struct str s, size_t at)
{
	struct str here = str_cut(s, at, s.n);

	if (s.p[at] == '"')
		return '"';
	if (s.p[at] == '\'')
		return (at == 0 || ch_space(s.p[at - 1])) ? '\'' : 0;
	if ((unsigned char)s.p[at] < 0x80)
		return 0;
	if (str_begins(here, STR("\xe2\x80\x9c")) ||
	    str_begins(here, STR("\xc2\xab")))
		return '>';
	return 0;
}

/* Whether s[at] is inside a quotation that closes soon.  "“No! Never!” he
 * said" is one sentence; a quotation of paragraphs has no end here. */
static bool
in_quote(struct str s, struct quote *q, size_t at)
{
	for (; q->at < at; q->at++) {
		if (q->open == 0)
			q->open = opens_quote(s, q->at);
		else if (closes_quote(s, q->at, q->open))
			q->open = 0;
	}
	if (q->open == 0)
		return false;
	for (size_t i = at; i < s.n && i - at < QUOTE_MAX; i++) {
		if (closes_quote(s, i, q->open))
			return true;
	}
	return false;
}

/* Whether the mark of a cut is part of a name, "Yahoo! Inc.", and no sentence
 * begins at s[next]. */
static bool
names_mark(struct str s, size_t start, struct cut cut, size_t next)
{
	size_t from;

	if (cut.stops != cut.at + 1)
		return false;
	from = word_start(s, start, cut.at);
	return tab_find(&sent_marks_tab, str_cut(s, from, cut.at)) != NULL &&
	    !is_starter(s, next);
}

/* Behind a note's number at s[at] when a sentence plainly follows: "rights. 4
 * Even though", or at. */
static size_t
note_end(struct str s, size_t at)
{
	size_t i = at, next, len;

	while (i < s.n && i - at < 3 && ch_digit(s.p[i]))
		i++;
	next = blank_end(s, i);
	return i > at && next > i && glyph_at(s, next, &len) == GLYPH_UPPER &&
		is_starter(s, next)
	    ? i
	    : at;
}

/* Whether the text ends a sentence at a cut with white space behind it; a
 * note moves its end. */
static bool
ends_spaced(struct str s, size_t start, struct cut *at)
{
	struct cut cut = *at;
	size_t word;
	enum glyph c = glyph_opening(s, cut.next, &word);

	if (c == GLYPH_END)
		return true;
	if (c == GLYPH_COMMA || c == GLYPH_CLOSE || s.p[word] == '.')
		return false;
	if (c == GLYPH_LOWER)
		return ends_lower(s, start, cut, word);
	switch (cut.kind) {
	case STOP_DOTS:
		return ends_dots(s, start, cut, c);
	case STOP_MARK:
		if (cut.end == cut.stops)
			return !names_mark(s, start, cut, word);
		return s.p[cut.next] != '(' && !speech_follows(s, word);
	case STOP_DOT:
		/* "Gen. (Ret.) Roe" */
		if ((cut.end == cut.stops || s.p[cut.stops] == ')') &&
		    abbreviated(s, start, cut, c, word))
			return false;
		if (c == GLYPH_DIGIT && note_end(s, cut.next) > cut.next)
			at->end = note_end(s, cut.next);
		return true;
	default:
		return true;
	}
}

/* Whether s[at...] is inside an address or a file name: what stands glued
 * around it has one of the signs of such. */
static bool
in_address(struct str s, size_t start, size_t at)
{
	size_t i = at, end = at, dots = 0;

	while (i > start && at - i < WORD_MAX && !ch_space(s.p[i - 1])) {
		i--;
		if (s.p[i] == '@' || s.p[i] == '/' || s.p[i] == '_' ||
		    s.p[i] == '\\' || s.p[i] == '=')
			return true;
	}
	while (end < s.n && end - at < WORD_MAX && !ch_space(s.p[end])) {
		if (s.p[end] == '@' || s.p[end] == '_' || s.p[end] == '=' ||
		    s.p[end] == '\\')
			return true;
		if (s.p[end] == '.' && end + 1 < s.n && ch_alpha(s.p[end + 1]))
			dots++;
		end++;
	}
	return str_begins(str_cut(s, i, s.n), STR("www."));
}

/* Behind the note numbers at s[at] ("doctor.10 This", "report.11 12 Take")
 * when a sentence follows them, or at. */
static size_t
notes_end(struct str s, size_t at)
{
	size_t i = at, len, next;

	for (int k = 0; k < 4; k++) {
		size_t from = i;

		while (i < s.n && i - from < 3 && ch_digit(s.p[i]))
			i++;
		if (i == from)
			return at;
		next = blank_end(s, i);
		if (next > i && glyph_at(s, next, &len) == GLYPH_UPPER)
			return i;
		if (i < s.n && (s.p[i] == ',' || s.p[i] == ' '))
			i++;
	}
	return at;
}

/* Whether the word s[from, at) can end a sentence although the next one is
 * glued to its stop: "report", "CNN", "1,000", not "U.S", "J", "ASP". */
static bool
ends_word(struct str s, size_t from, size_t at)
{
	struct str word = str_cut(s, from, at);

	if (word.n < 2 || str_find(word, STR("."), 0) < word.n)
		return false;
	return glyph_before(s, at) != GLYPH_UPPER || all_upper(word);
}

/* Whether what is glued at s[at] begins a sentence: a capital and lower case
 * ("This"), "A" or "I", or a word of capitals. */
static bool
begins_word(struct str s, size_t at)
{
	struct str word = word_at(s, at);
	size_t end = at + word.n, len;
	enum glyph c = glyph_at(s, end, &len);

	if (word.n == 0 || glyph_at(s, at, &len) != GLYPH_UPPER ||
	    listed(&sent_glued_tab, word))
		return false;
	if (word.n == 1)
		return (word.p[0] == 'A' || word.p[0] == 'I') &&
		    c == GLYPH_SPACE;
	/* "Out.println", "Foo.Bar()" */
	if (end < s.n && s.p[end] == '(')
		return false;
	return end + 1 >= s.n || s.p[end] != '.' || !ch_alpha(s.p[end + 1]);
}

/* Whether a word of small letters that is glued to the ! or ? of a cut begins
 * a sentence: "foreigners?thanks for it", "what??and", not "a?b=c", nor
 * "we?re", where the mark stands for a sign that was lost. */
static bool
begins_small(struct str s, struct cut cut)
{
	size_t end = cut.end;

	while (end < s.n && ch_lower(s.p[end]))
		end++;
	return end - cut.end > (cut.stops - cut.at > 1 ? 1 : 3) &&
	    (end == s.n || s.p[end] == ' ');
}

/* Whether a straight quote ends a quotation before s[at]: "bullets". */
static bool
ends_quote(struct str s, size_t start, size_t at)
{
	size_t len;

	return at > start + 1 && s.p[at - 1] == '"' &&
	    glyph_letter(glyph_before(s, at - 1)) &&
	    glyph_at(s, at, &len) != GLYPH_END;
}

/* Whether a sentence ends at a cut with no white space behind it; notes move
 * its end. */
static bool
ends_glued(struct str s, size_t start, struct cut *cut)
{
	size_t from = word_start(s, start, cut->at), next, end;
	enum glyph before = glyph_before(s, cut->at);
	bool closed = cut->end > cut->stops || before == GLYPH_CLOSE ||
	    s.p[cut->at > 0 ? cut->at - 1 : 0] == '%' ||
	    ends_quote(s, start, cut->at);
	bool word = ends_word(s, from, cut->at);

	if ((!closed && !word) || in_address(s, start, cut->at))
		return false;
	if (cut->end == cut->stops && cut->kind != STOP_DOTS &&
	    (before == GLYPH_LOWER || before == GLYPH_CLOSE)) {
		end = notes_end(s, cut->end);
		if (end > cut->end &&
		    abbrev_of(str_cut(s, from, cut->at)) == ABBREV_NONE) {
			cut->end = end;
			return true;
		}
	}
	if (cut->kind == STOP_MARK && cut->end == cut->stops &&
	    before == GLYPH_LOWER && cut->at - from > 2 &&
	    begins_small(s, *cut))
		return true;
	glyph_opening(s, cut->end, &next);
	if (!begins_word(s, next))
		return false;
	if (cut->kind != STOP_DOT)
		return true;
	return !abbreviated(s, start, *cut, GLYPH_UPPER, next);
}

/* Whether a sentence that begins at start ends at the cut; may move its
 * end. */
static bool
ends(struct str s, size_t start, struct cut *cut, struct quote *quote)
{
	if (cut->kind == STOP_WIDE)
		return true;
	/* "[...]" */
	if (cut->kind == STOP_DOTS && cut->at > start &&
	    s.p[cut->at - 1] == '[' && cut->stops < s.n &&
	    s.p[cut->stops] == ']')
		return false;
	if (cut->kind == STOP_MARK && in_quote(s, quote, cut->end))
		return false;
	if (cut->next > cut->end || cut->next == s.n)
		return ends_spaced(s, start, cut);
	return ends_glued(s, start, cut);
}

/* "compounds. . . . The": the first stop ends, what is left out comes with
 * the next sentence; "period . . . . The" ends behind the last. */
static void
split_dots(struct str s, struct cut *cut)
{
	size_t len;

	if (cut->kind == STOP_DOTS && cut->stops - cut->at > 4 &&
	    s.p[cut->at + 1] == ' ' && cut->end < s.n &&
	    glyph_before(s, cut->at) == GLYPH_LOWER &&
	    glyph_opening(s, cut->next, &len) != GLYPH_END)
		cut->end = cut->at + 1;
}

/* The first cut at or after s[at]; false where a seam comes before it, or the
 * end of the text: in *end.  A seam that is near is found without a look at
 * all that is left, so that a text of seams takes linear time. */
static bool
cut_or_seam(struct str s, size_t start, size_t at, struct cut *cut, size_t *end)
{
	struct str near =
	    str_cut(s, 0, s.n - at > SEAM_MAX ? at + SEAM_MAX : s.n);
	bool found = cut_next(near, at, cut);
	size_t to = found ? cut->at : near.n;

	*end = seam_next(s, start, at, to);
	if (*end != to)
		return false;
	/* what closes may go on behind what was looked at */
	if (near.n == s.n || (found && cut->next + UTF8_MAX < near.n))
		return found;
	*end = s.n;
	return cut_next(s, at, cut);
}

/* Where the sentence that begins at start ends, its first mark apart. */
static size_t
sentence_end(
    const struct sent_rules *rules, struct str s, size_t start, size_t at)
{
	struct quote quote = { .at = start };
	struct cut cut;
	size_t end;

	for (; cut_or_seam(s, start, at, &cut, &end); at = cut.stops) {
		enum pattern_says says =
		    patterns_at(rules->patterns, s, cut.at, cut.end);

		if (says == PATTERN_NOBREAK)
			continue;
		if (says == PATTERN_BREAK)
			return cut.end;
		if (rules->plain && tongue_ends(s, &cut, rules->ordinals))
			return cut.end;
		if (rules->plain)
			continue;
		split_dots(s, &cut);
		if (ends(s, start, &cut, &quote))
			return cut.end;
	}
	return end;
}

bool
sent_next(struct str text, size_t *pos, size_t *start, size_t *end)
{
	static const struct sent_rules rules = { 0 };

	return sent_next_by(&rules, text, pos, start, end);
}

bool
sent_next_by(const struct sent_rules *rules, struct str text, size_t *pos,
    size_t *start, size_t *end)
{
	size_t from = blank_end(text, *pos), to, before;
	struct item item;

	if (from >= text.n)
		return false;
	item = item_at(text, from);
	if (item.len > 0)
		text.n = item_end(text, from, item);
	to = rules->plain || item.len > 0 ? from : seam_opening(text, from);
	if (to == from)
		to = sentence_end(rules, text, from, from + item.len);
	*start = from;
	*pos = to;
	while (glyph_before(text, to) == GLYPH_SPACE && to > from) {
		utf8_before(text, to, &before);
		to = before;
	}
	*end = to;
	return true;
}
