/*
 * tongue.c - sentence ends in other languages than English; see tongue.h.
 */
#include "tongue.h"

#include "base/utf8.h"
#include "glyph.h"
#include "seam.h"

#include "sent_ordinals.h"
#include "sent_plain.h"

#define WORD_MAX 24 /* bytes of the longest word looked at */

/* The word that ends at s[at]: letters, marks, digits, inner full stops; n ==
 * 0 when none does, or too long a one. */
static struct str
word_before(struct str s, size_t at)
{
	size_t i = at, start;

	while (i > 0 && at - i <= WORD_MAX) {
		enum glyph c = glyph_before(s, i);

		utf8_before(s, i, &start);
		/* the vowel signs of Indic scripts are no letters */
		if (!glyph_letter(c) && c != GLYPH_DIGIT && s.p[start] != '.' &&
		    (c != GLYPH_SYMBOL || i - start < 3))
			break;
		i = start;
	}
	return at - i <= WORD_MAX ? str_cut(s, i, at) : str_cut(s, at, at);
}

/* The code points of s, at most 4. */
static size_t
few_points(struct str s)
{
	size_t n = 0;

	for (size_t i = 0; i < s.n && n < 4; i++)
		n += ((unsigned char)s.p[i] & 0xc0) != 0x80;
	return n;
}

static bool
is_number(struct str s)
{
	for (size_t i = 0; i < s.n; i++) {
		if (!ch_digit(s.p[i]))
			return false;
	}
	return s.n > 0;
}

/* Whether the full stop behind word is no end before class next. */
static bool
abbreviates(struct str s, struct str word, enum glyph next, bool ordinals)
{
	size_t start = (size_t)(word.p - s.p), len, points = few_points(word);

	if (word.n == 0)
		return false;
	if (is_number(word))
		return ordinals && word.n < 3 && next == GLYPH_UPPER;
	if (tab_find(&sent_plain_tab, word) != NULL)
		return true;
	if (!glyph_letter(glyph_at(word, 0, &len)) ||
	    str_find(word, STR("."), 0) < word.n)
		return false;
	if (points == 1) {
		/* "1799 г. Он", "8.30 h. Ella" */
		return start == 0 || s.p[start - 1] != ' ' ||
		    glyph_before(s, start - 1) != GLYPH_DIGIT ||
		    next == GLYPH_DIGIT;
	}
	return points < 4 && next == GLYPH_DIGIT &&
	    glyph_at(word, 0, &len) != GLYPH_OTHER;
}

/* Whether と or って, "said", goes on behind a quotation at s[at]. */
static bool
quotes_on(struct str s, size_t at)
{
	struct str here = str_cut(s, at, s.n);

	return str_begins(here, STR("\xe3\x81\xa8")) ||
	    str_begins(here, STR("\xe3\x81\xa3"));
}

/* Whether the last stop of a cut is a question mark. */
static bool
asks(struct str s, const struct cut *cut)
{
	struct str stops = str_cut(s, cut->at, cut->stops);

	return str_ends(stops, STR("?")) || str_ends(stops, STR("\xd8\x9f"));
}

bool
tongue_ends(struct str s, const struct cut *cut, bool ordinals)
{
	size_t word;
	enum glyph next;

	if (cut->next == s.n)
		return true;
	if (cut->kind == STOP_WIDE)
		return cut->end == cut->stops || !quotes_on(s, cut->end);
	if (cut->next == cut->end)
		return false;
	next = glyph_opening(s, cut->next, &word);
	if (next == GLYPH_END || (next == GLYPH_LOWER && seam_url(s, word)))
		return true;
	if (next == GLYPH_LOWER || next == GLYPH_COMMA || next == GLYPH_CLOSE ||
	    s.p[word] == '.')
		return false;
	if (cut->end > cut->stops)
		return next != GLYPH_OTHER || word > cut->next || !asks(s, cut);
	return cut->kind != STOP_DOT ||
	    !abbreviates(s, word_before(s, cut->at), next, ordinals);
}

bool
tongue_ordinals(struct str lang)
{
	size_t n = 0;

	while (n < lang.n && ch_alpha(lang.p[n]))
		n++;
	return n != 2 ||
	    tab_find(&sent_ordinals_tab, str_cut(lang, 0, n)) != NULL;
}
