/*
 * words.c - the words of a text; see words.h.
 */
#include "words.h"

#include "base/utf8.h"
#include "glyph.h"

enum part { PART_NONE, PART_FIRST, PART_LAST, PART_APART };

#include "norm_hyphens.h"

#define PART_MAX 40            /* bytes of the longest part of a word */
#define TEXT_MAX (1024 * 1024) /* bytes that words are taken from */

/* The letters that end at s[at], and those that begin there. */
static struct str
part_before(struct str s, size_t at)
{
	size_t from = at, start;

	while (from > 0 && at - from < PART_MAX &&
	    glyph_letter(glyph_before(s, from))) {
		utf8_before(s, from, &start);
		from = start;
	}
	return str_cut(s, from, at);
}

static struct str
part_at(struct str s, size_t at)
{
	size_t end = at, len;

	while (end - at < PART_MAX && glyph_letter(glyph_at(s, end, &len)))
		end += len;
	return str_cut(s, at, end);
}

/* Whether a hyphen ends the line whose end is s[at]. */
static bool
is_hyphened(struct str s, size_t at)
{
	while (at > 0 && ch_space(s.p[at - 1]) && s.p[at - 1] != '\n')
		at--;
	return at > 1 &&
	    (s.p[at - 1] == '-' ||
		str_ends(str_cut(s, 0, at), STR("\xe2\x80\x90")));
}

static bool
has_hyphened(struct str s)
{
	for (size_t at = 0; at < s.n; at++) {
		const char *p = memchr(s.p + at, '\n', s.n - at);

		if (p == NULL)
			return false;
		at = (size_t)(p - s.p);
		if (is_hyphened(s, at))
			return true;
	}
	return false;
}

/* Whether the byte may be one of a word; what else is beyond ASCII does no
 * harm there. */
static bool
is_inner(char c)
{
	return ch_alpha(c) || (unsigned char)c >= 0x80;
}

/* Adds s[start, end), a word with hyphens, and its parts. */
static void
add_word(struct words *words, struct str s, size_t start, size_t end)
{
	struct str word = str_cut(s, start, end);
	size_t at = 0, next;

	(void)map_put(&words->seen, word);
	for (; at < word.n; at = next + 1) {
		next = str_find(word, STR("-"), at);
		if (next > at)
			(void)map_put(&words->seen, str_cut(word, at, next));
	}
}

void
words_init(struct words *words, struct str text)
{
	bool broken = false; /* a hyphen stands before, at a line end */

	map_init(&words->seen, NULL);
	if (!has_hyphened(text))
		return;
	if (text.n > TEXT_MAX)
		text.n = TEXT_MAX;
	for (size_t at = 0; at < text.n;) {
		size_t start = at, end;

		while (at < text.n &&
		    (is_inner(text.p[at]) || (text.p[at] == '-' && at > start)))
			at++;
		if (at == start) {
			broken = broken && ch_space(text.p[at]);
			at++;
			continue;
		}
		end = at - (text.p[at - 1] == '-');
		if (end == at && !broken)
			add_word(words, text, start, end);
		broken = end < at;
	}
}

void
words_free(struct words *words)
{
	map_free(&words->seen);
}

/* Whether word stands in the text, in small letters or with a capital. */
static bool
is_seen(const struct words *words, struct str word)
{
	char buf[2 * PART_MAX + 2 * UTF8_MAX];

	if (words == NULL || word.n == 0 || word.n > sizeof(buf))
		return false;
	if (map_find(&words->seen, word) != MAP_NONE)
		return true;
	memcpy(buf, word.p, word.n);
	if (!ch_lower(buf[0]))
		return false;
	buf[0] = (char)(buf[0] - 'a' + 'A');
	return map_find(&words->seen, (struct str){ buf, word.n }) != MAP_NONE;
}

static enum part
kind_of(struct str word)
{
	const struct norm_hyphens *row = tab_find(&norm_hyphens_tab, word);

	return row != NULL ? (enum part)row->kind : PART_NONE;
}

/* a and b with what is between, as one word in buf. */
static struct str
joined(struct str a, const char *between, struct str b, char *buf)
{
	size_t n = a.n;

	memcpy(buf, a.p, a.n);
	for (; *between != '\0'; between++)
		buf[n++] = *between;
	memcpy(buf + n, b.p, b.n);
	return (struct str){ buf, n + b.n };
}

/* Whether one more hyphen stands at s[start, end): "state-of-\nthe-art". */
static bool
is_compound(struct str s, size_t start, size_t end)
{
	return (start > 0 && s.p[start - 1] == '-') ||
	    (end + 1 < s.n && s.p[end] == '-' && ch_alpha(s.p[end + 1]));
}

enum hyphen
words_hyphen(const struct words *words, struct str s, size_t left, size_t right)
{
	char buf[2 * PART_MAX + 2 * UTF8_MAX];
	struct str a, b;
	size_t len;
	enum glyph before = glyph_before(s, left);
	enum glyph behind = glyph_at(s, right, &len);

	if ((!glyph_letter(before) && before != GLYPH_DIGIT) ||
	    (!glyph_letter(behind) && behind != GLYPH_DIGIT))
		return HYPHEN_NONE;
	a = part_before(s, left);
	b = part_at(s, right);
	if (before != GLYPH_LOWER || behind != GLYPH_LOWER)
		return kind_of(b) == PART_APART ? HYPHEN_APART : HYPHEN_KEPT;
	if (is_compound(s, left - a.n, right + b.n) ||
	    is_seen(words, joined(a, "-", b, buf)))
		return HYPHEN_KEPT;
	if (is_seen(words, joined(a, "", b, buf)))
		return HYPHEN_BREAK;
	if (kind_of(b) == PART_APART)
		return HYPHEN_APART;
	if (kind_of(a) == PART_FIRST || kind_of(b) == PART_LAST ||
	    (is_seen(words, a) && is_seen(words, b)))
		return HYPHEN_KEPT;
	return HYPHEN_BREAK;
}
