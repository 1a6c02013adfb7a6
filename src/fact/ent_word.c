/*
 * ent_word.c - what is known of words; see ent_word.h.
 */
#include "ent_word.h"

#include <string.h>

#include "base/tab.h"
#include "base/utf8.h"

#include "ent_cues.h"
#include "ent_demonyms.h"
#include "ent_endings.h"
#include "ent_heads.h"
#include "ent_links.h"
#include "ent_stops.h"
#include "ent_titles.h"

#define TITLE_WORDS 4  /* in the longest title */
#define ENDING_MAX 8   /* bytes of the longest ending */
#define DEMONYM_MAX 4  /* bytes of the longest ending of an adjective */
#define BASE_MIN 3     /* bytes before it */
#define TITLE_BYTES 40 /* of the longest title, and some */

static bool
is_capital(const struct token *tok)
{
	return tok->kind == TOKEN_WORD &&
	    (tok->form == TOKEN_CAPITAL || tok->form == TOKEN_UPPER ||
		tok->form == TOKEN_MIXED);
}

static enum ent_class
ending_of(struct str low)
{
	for (size_t n = ENDING_MAX; n >= 2; n--) {
		const struct ent_endings *row;

		if (low.n < n + 2)
			continue;
		row =
		    tab_find(&ent_endings_tab, str_cut(low, low.n - n, low.n));
		if (row != NULL)
			return (enum ent_class)row->class;
	}
	return ENT_NONE;
}

struct str
word_base(struct str low, size_t k, char *buf)
{
	/* "Kestrians" */
	if (low.n > 4 && str_ends(low, STR("s")) && !str_ends(low, STR("ss")))
		low.n--;
	for (size_t n = DEMONYM_MAX; n > 0; n--) {
		const struct ent_demonyms *row;
		size_t stem;

		if (low.n < n + BASE_MIN || low.n + n > WORD_BASE_MAX)
			continue;
		stem = low.n - n;
		row = tab_find(&ent_demonyms_tab, str_cut(low, stem, low.n));
		for (; row != NULL; row = tab_next(&ent_demonyms_tab, row)) {
			struct str tail = row->base;

			if (k-- > 0)
				continue;
			if (str_is(tail, "-"))
				tail.n = 0;
			memcpy(buf, low.p, stem);
			memcpy(buf + stem, tail.p, tail.n);
			return (struct str){ buf, stem + tail.n };
		}
	}
	return (struct str){ buf, 0 };
}

static uint32_t
cues_of(struct str low)
{
	uint32_t bits = 0;
	const struct ent_cues *row = tab_find(&ent_cues_tab, low);

	for (; row != NULL; row = tab_next(&ent_cues_tab, row))
		bits |= 1u << row->kind;
	return bits;
}

static void
look(const struct gaz *gaz, const struct token *tok, struct word *w)
{
	const struct ent_titles *title = tab_find(&ent_titles_tab, tok->low);
	const struct ent_stops *stop = tab_find(&ent_stops_tab, tok->low);
	const struct ent_links *link = tab_find(&ent_links_tab, tok->low);
	const struct ent_heads *head = tab_find(&ent_heads_tab, tok->low);
	char base[WORD_BASE_MAX];

	w->title = title != NULL ? (uint8_t)title->kind : TITLE_NONE;
	w->stop = stop != NULL ? (uint8_t)stop->kind : STOP_NONE;
	w->link = link != NULL ? (uint8_t)link->kind : LINK_NONE;
	if (head != NULL) {
		w->head = (uint8_t)head->at;
		w->class = (uint8_t)head->class;
	}
	w->cues = cues_of(tok->low);
	w->cap = is_capital(tok);
	if (!w->cap)
		return;
	w->gaz = (uint8_t)gaz_word(gaz, tok);
	w->ending = (uint8_t)ending_of(tok->low);
	w->norp = word_base(tok->low, 0, base).n > 0;
}

/* Whether a token ends what stood before so that a capital says little of the
 * word behind it. */
static bool
opens(const struct token *tok)
{
	static const char *const marks[] = { ".", "!", "?", ":", ";", "\"",
		"\xe2\x80\x9c", "\xe2\x80\x98", "\xe2\x80\xa2", "\xc2\xab",
		"\xe2\x80\xa6", "*", "|" };

	if (tok->kind == TOKEN_WORD || tok->kind == TOKEN_NUMBER)
		return false;
	for (size_t i = 0; i < COUNT(marks); i++)
		if (str_is(tok->text, marks[i]))
			return true;
	return false;
}

/* Whether word i begins a sentence; "J." in a name does not end one. */
static bool
is_first(const struct tokens *t, size_t i)
{
	for (size_t k = i; k-- > 0;) {
		const struct token *tok = &t->v[k];

		if (opens(tok)) {
			bool dot = str_is(tok->text, ".");

			return !(dot && k > 0 && tok->glued &&
			    t->v[k - 1].text.n <= 3 &&
			    t->v[k - 1].form == TOKEN_CAPITAL);
		}
		if (tok->kind == TOKEN_WORD || tok->kind == TOKEN_NUMBER ||
		    str_is(tok->text, ","))
			return false;
	}
	return true;
}

/* Whether the tokens [i, end), glued to each other, are an address or a file
 * name: "kevin.boone@example.com", "a_letter.doc". */
static bool
is_address(const struct tokens *t, size_t i, size_t end)
{
	for (size_t k = i; k < end; k++) {
		struct str s = t->v[k].text;

		if (str_is(s, "@") || str_is(s, "_") || str_is(s, "www"))
			return true;
		if (k > i && k + 1 < end && str_is(s, ".") &&
		    t->v[k - 1].form == TOKEN_LOWER &&
		    t->v[k + 1].form == TOKEN_LOWER)
			return true;
	}
	return false;
}

/* Takes the capitals of addresses for what they are: none. */
static void
skip_addresses(const struct tokens *t, struct word *w)
{
	for (size_t i = 0, end; i < t->n; i = end) {
		for (end = i + 1; end < t->n && t->v[end].glued; end++)
			continue;
		if (end - i < 3 || !is_address(t, i, end))
			continue;
		for (size_t k = i; k < end; k++)
			w[k].cap = false;
	}
}

struct word *
word_look(const struct gaz *gaz, const struct tokens *t, struct arena *a)
{
	struct word *w = arena_alloc(a, t->n, sizeof(*w));

	for (size_t i = 0; i < t->n; i++) {
		if (t->v[i].kind != TOKEN_WORD)
			continue;
		look(gaz, &t->v[i], &w[i]);
		w[i].first = w[i].cap && is_first(t, i);
	}
	skip_addresses(t, w);
	return w;
}

enum style
word_style(const struct tokens *t, const struct word *w)
{
	size_t words = 0, caps = 0, upper = 0, small = 0;

	for (size_t i = 0; i < t->n; i++) {
		const struct token *tok = &t->v[i];

		if (tok->kind != TOKEN_WORD || tok->text.n < 2 ||
		    tok->text.p[0] == '\'' ||
		    (unsigned char)tok->text.p[0] == 0xe2)
			continue;
		upper += tok->form == TOKEN_UPPER;
		/* Small function words are small in titles too. */
		if (w[i].stop == STOP_FUNCTION || w[i].link != LINK_NONE)
			continue;
		words++;
		caps += w[i].cap;
		small += w[i].cap && !w[i].first && (w[i].gaz & GAZ_WORD) != 0;
	}
	if (words >= 3 && upper * 4 >= words * 3)
		return STYLE_CAPS;
	/* Capitals on English words, not on names, make a title. */
	if (words >= 4 && caps * 10 >= words * 9 && small * 3 >= words &&
	    !str_is(t->v[t->n - 1].text, "."))
		return STYLE_TITLE;
	return STYLE_PLAIN;
}

/* Adds a token to the key of a title; false when it cannot be part of one. */
static bool
add_title_word(const struct tokens *t, size_t i, size_t k, char *buf, size_t *n)
{
	const struct token *tok = &t->v[k];
	bool hyphen = str_is(tok->text, "-");

	if (str_is(tok->text, ".") && tok->glued)
		return true;
	if (!hyphen && tok->kind != TOKEN_WORD)
		return false;
	if (k > i && !hyphen && !(t->v[k - 1].text.p[0] == '-' && tok->glued))
		buf[(*n)++] = ' ';
	if (tok->low.n >= TITLE_BYTES - *n)
		return false;
	for (size_t c = 0; c < tok->low.n; c++)
		if (tok->low.p[c] != '.')
			buf[(*n)++] = tok->low.p[c];
	return *n < TITLE_BYTES - 1;
}

size_t
word_title(const struct tokens *t, const struct word *w, size_t i, size_t end,
    enum title *kind)
{
	char buf[TITLE_BYTES];
	size_t n = 0, best = 0, words = 0;

	if (i >= end || t->v[i].kind != TOKEN_WORD ||
	    (w[i].title == TITLE_NONE && t->v[i].form != TOKEN_UPPER))
		return 0;
	for (size_t k = i; k < end && words < TITLE_WORDS; k++) {
		const struct ent_titles *row;
		size_t len = k + 1 - i;

		if (!add_title_word(t, i, k, buf, &n))
			break;
		if (t->v[k].kind != TOKEN_WORD) {
			if (best == len - 1 && str_is(t->v[k].text, "."))
				best = len;
			continue;
		}
		words++;
		row = tab_find(&ent_titles_tab, (struct str){ buf, n });
		if (row != NULL && row->kind != TITLE_PART) {
			best = len;
			*kind = (enum title)row->kind;
		}
	}
	return best;
}

bool
word_titled(
    const struct tokens *t, const struct word *w, size_t i, enum title *kind)
{
	size_t from = i > 2 * TITLE_WORDS ? i - 2 * TITLE_WORDS : 0;

	for (size_t k = i; k-- > from;) {
		size_t n;

		if (t->v[k].kind == TOKEN_NUMBER || str_is(t->v[k].text, ","))
			return false;
		n = word_title(t, w, k, i, kind);
		if (n > 0 && k + n == i)
			return true;
	}
	return false;
}
