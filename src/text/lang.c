/*
 * lang.c - what language a text is in; see lang.h.
 */
#include "lang.h"

#include <utf8proc.h>

#include "base/utf8.h"

/* Languages that are told by words; the others have a script of their own. */
enum lang {
	LANG_AF,
	LANG_AR,
	LANG_BE,
	LANG_BG,
	LANG_CA,
	LANG_CS,
	LANG_DA,
	LANG_DE,
	LANG_EN,
	LANG_ES,
	LANG_ET,
	LANG_FA,
	LANG_FI,
	LANG_FR,
	LANG_HI,
	LANG_HR,
	LANG_HU,
	LANG_ID,
	LANG_IT,
	LANG_LT,
	LANG_LV,
	LANG_MK,
	LANG_MR,
	LANG_NE,
	LANG_NL,
	LANG_NO,
	LANG_PL,
	LANG_PT,
	LANG_RO,
	LANG_RU,
	LANG_SK,
	LANG_SL,
	LANG_SQ,
	LANG_SR,
	LANG_SV,
	LANG_TR,
	LANG_UK,
	LANG_UR,
	LANG_VI,
	LANG_COUNT
};

static const char *const codes[LANG_COUNT] = { "af", "ar", "be", "bg", "ca",
	"cs", "da", "de", "en", "es", "et", "fa", "fi", "fr", "hi", "hr", "hu",
	"id", "it", "lt", "lv", "mk", "mr", "ne", "nl", "no", "pl", "pt", "ro",
	"ru", "sk", "sl", "sq", "sr", "sv", "tr", "uk", "ur", "vi" };

#include "lang_letters.h"
#include "lang_words.h"

#define WORD_MAX 32   /* bytes of a word that may be in the table */
#define LETTERS_MIN 8 /* of a script that tells the language */

#define LANG_FIRST 256  /* bytes that are enough for most texts */
#define CONTRARY_MIN 40 /* words that may contradict a declared language */
#define LETTERS_WORD 4  /* letters of a language that tell as much as a word */

/* How much a word or a letter counts: WORTH(languages that have it). */
#define WORD_WORTH(n) (4 + 12 / (n))
#define LETTER_WORTH(n) (1 + 6 / (n))

/* A script that is one language's, or of several ("": by words). */
struct script {
	int32_t first, last;
	const char *lang;
};

static const struct script scripts[] = {
	{ 0x41, 0x24f, "" },
	{ 0x370, 0x3ff, "el" },
	{ 0x400, 0x52f, "" },
	{ 0x530, 0x58f, "hy" },
	{ 0x590, 0x5ff, "he" },
	{ 0x600, 0x77f, "" },
	{ 0x900, 0x97f, "" },
	{ 0x980, 0x9ff, "bn" },
	{ 0xa00, 0xa7f, "pa" },
	{ 0xa80, 0xaff, "gu" },
	{ 0xb80, 0xbff, "ta" },
	{ 0xc00, 0xc7f, "te" },
	{ 0xc80, 0xcff, "kn" },
	{ 0xd00, 0xd7f, "ml" },
	{ 0xd80, 0xdff, "si" },
	{ 0xe00, 0xe7f, "th" },
	{ 0xe80, 0xeff, "lo" },
	{ 0xf00, 0xfff, "bo" },
	{ 0x1000, 0x109f, "my" },
	{ 0x10a0, 0x10ff, "ka" },
	{ 0x1200, 0x137f, "am" },
	{ 0x1780, 0x17ff, "km" },
	{ 0x1e00, 0x1eff, "" },
	{ 0x1f00, 0x1fff, "el" },
	{ 0x3040, 0x30ff, "ja" },
	{ 0x3400, 0x4dbf, "zh" },
	{ 0x4e00, 0x9fff, "zh" },
	{ 0xac00, 0xd7a3, "ko" },
};

/* What was counted in a text. */
struct tally {
	int words;
	int hits[LANG_COUNT];  /* words that the language has */
	int kinds[LANG_COUNT]; /* different ones */
	int score[LANG_COUNT];
	int letters;
	int own[LANG_COUNT]; /* letters beyond ASCII that it has */
	int script[COUNT(scripts)];
	uint64_t seen[(COUNT(lang_words) + 63) / 64]; /* rows */
};

/* Whether a word is new.  A name that comes again and again ("General", "ti")
 * must not make a language. */
static bool
is_new(struct tally *t, const struct lang_words *row)
{
	size_t i = (size_t)(row - lang_words);
	uint64_t bit = UINT64_C(1) << i % 64, *word = &t->seen[i / 64];
	bool seen = (*word & bit) != 0;

	*word |= bit;
	return !seen;
}

static void
count_word(struct tally *t, struct str word)
{
	const struct lang_words *row, *first;
	bool new;
	int n = 0;

	t->words++;
	if (word.n > WORD_MAX)
		return;
	first = tab_find(&lang_words_tab, word);
	new = first != NULL &&is_new(t, first);
	for (row = first; row != NULL; row = tab_next(&lang_words_tab, row))
		n++;
	for (int i = 0; i < n; i++) {
		row = &first[i];

		t->hits[row->lang] += word.n > 1; /* no initials */
		t->kinds[row->lang] += word.n > 1 && new;
		t->score[row->lang] += WORD_WORTH(n);
	}
}

static void
count_letter(struct tally *t, struct str letter, int32_t cp)
{
	const struct lang_letters *row, *first;
	int n = 0;

	t->letters++;
	if (letter.n < 2) {
		t->script[0]++;
		return;
	}
	for (size_t i = 0; i < COUNT(scripts); i++) {
		if (cp >= scripts[i].first && cp <= scripts[i].last)
			t->script[i]++;
	}
	first = tab_find(&lang_letters_tab, letter);
	for (row = first; row != NULL; row = tab_next(&lang_letters_tab, row))
		n++;
	for (row = first; row != NULL; row = tab_next(&lang_letters_tab, row)) {
		t->score[row->lang] += LETTER_WORTH(n);
		t->own[row->lang]++;
	}
}

/* Whether cp is a letter or a mark of one. */
static bool
is_letter(int32_t cp)
{
	utf8proc_category_t c;

	if (cp < 0x80)
		return ch_alpha(cp);
	c = utf8proc_category(cp);
	return c >= UTF8PROC_CATEGORY_LU && c <= UTF8PROC_CATEGORY_ME;
}

/* Adds the letters that s begins with, of ASCII, to word, which has *n bytes,
 * as far as there is room; returns how many they are. */
static size_t
count_ascii(struct tally *t, struct str s, char *word, size_t *n)
{
	size_t i = 0, end = *n;

	for (; i < s.n && ch_alpha(s.p[i]); i++) {
		word[end] = (char)ch_tolower(s.p[i]);
		end += end < WORD_MAX;
	}
	*n = end;
	t->letters += (int)i;
	t->script[0] += (int)i;
	return i;
}

/* Behind the address that goes on at s[at], a ":" or "@", or at: "http" is
 * before it in "http://t.co/to", "jo" in "jo@example.co", nothing in "@jo". */
static size_t
address_end(struct str s, size_t at)
{
	if (s.p[at] != '@' && !str_begins(str_cut(s, at, s.n), STR("://")))
		return at;
	while (at < s.n && !ch_space(s.p[at]))
		at++;
	return at;
}

static void
count(struct tally *t, struct str s)
{
	char word[WORD_MAX + 2 * UTF8_MAX]; /* a letter may begin before it */
	size_t at = 0, n = 0;

	while (at < s.n) {
		int32_t cp;
		int len;
		struct str letter = { word + n, 0 };
		size_t end;

		if (ch_alpha(s.p[at])) { /* as nearly always */
			at += count_ascii(t, str_cut(s, at, s.n), word, &n);
			continue;
		}
		end = address_end(s, at);
		if (end > at) {
			at = end;
			n = 0;
			continue;
		}
		len = utf8_decode(s, at, &cp);
		at += (size_t)(len < 0 ? -len : len);
		if (len > 0 && is_letter(cp)) {
			cp = cp < 0x80 ? ch_tolower(cp) : utf8proc_tolower(cp);
			letter.n = utf8_encode(cp, word + n);
			count_letter(t, letter, cp);
			n += n < WORD_MAX ? letter.n : 0;
			continue;
		}
		if (n > 0)
			count_word(t, (struct str){ word, n });
		n = 0;
	}
	if (n > 0)
		count_word(t, (struct str){ word, n });
}

/* The language of the script that most letters are of; empty when it is
 * written in others too. */
static struct str
by_script(const struct tally *t)
{
	int most = 0, kana = 0, own = 0;
	const char *lang = "";

	for (size_t i = 0; i < COUNT(scripts); i++) {
		struct str code = str_of(scripts[i].lang);

		if (t->script[i] == 0)
			continue;
		own += code.n > 0 ? t->script[i] : 0;
		kana += str_is(code, "ja") ? t->script[i] : 0;
		if (t->script[i] > most) {
			most = t->script[i];
			lang = scripts[i].lang;
		}
	}
	if (own < LETTERS_MIN || own * 2 < t->letters)
		return STR("");
	return str_is(str_of(lang), "zh") && kana * 10 > most ? STR("ja")
							      : str_of(lang);
}

/* Whether the evidence for a language is plainly more than for another.  Of
 * two that are not English, akin as they may be, the better will do. */
static bool
outdoes(const struct tally *t, int best, int other)
{
	int margin = best == LANG_EN || other == LANG_EN ? 13 : 10;

	return other == best || t->score[best] * 10 > t->score[other] * margin;
}

/* The language that has most of the words; empty when it has too few of them,
 * or another has nearly as many.  At least so many words must be there. */
static struct str
by_words(const struct tally *t, int words)
{
	bool latin = t->script[0] * 2 > t->letters;
	int best = 0, least = 1, kinds, extra;

	for (int i = 1; i < LANG_COUNT; i++) {
		if (t->score[i] > t->score[best])
			best = i;
	}
	if (latin)
		least = best == LANG_EN ? 3 : 4;
	kinds = best == LANG_EN ? t->hits[best] : t->kinds[best];
	extra = kinds > 1 ? t->own[best] / LETTERS_WORD : 0;
	if (t->words < words || kinds + extra < least ||
	    (latin && (t->hits[best] + extra) * 10 < t->words))
		return STR("");
	for (int i = 0; i < LANG_COUNT; i++) {
		if (!outdoes(t, best, i))
			return STR("");
	}
	return str_of(codes[best]);
}

/* The beginning tells it of nearly all texts; what is not plain then may be
 * farther on. */
static struct str
guess(struct str text, int words)
{
	struct str lang;
	size_t n = text.n < LANG_FIRST ? text.n : LANG_FIRST;

	for (;;) {
		struct tally t = { 0 };

		count(&t, str_cut(text, 0, n));
		lang = by_script(&t);
		if (lang.n == 0)
			lang = by_words(&t, words);
		if (lang.n > 0 || n >= LANG_BYTES || n == text.n)
			return lang;
		n = text.n < LANG_BYTES ? text.n : LANG_BYTES;
	}
}

struct str
lang_guess(struct str text)
{
	return guess(text, 0);
}

bool
lang_english(struct str lang)
{
	size_t n = 0;

	while (n < lang.n && ch_alpha(lang.p[n]))
		n++;
	lang.n = n;
	return n == 0 || str_ieq(lang, STR("en")) ||
	    str_ieq(lang, STR("eng")) || str_ieq(lang, STR("english"));
}

struct str
lang_choose(struct str declared, struct str text)
{
	struct str lang;

	if (declared.n == 0)
		return guess(text, 0);
	lang = guess(text, CONTRARY_MIN);
	if (lang.n > 0 && lang_english(lang) != lang_english(declared))
		return lang;
	return declared;
}
