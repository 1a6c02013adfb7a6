/*
 * finger.c - the fingerprint of a sentence; see finger.h.
 */
#include "finger.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include "finger_heads.h"
#include "finger_words.h"
#include "text/token.h"

#define UNIT_MAX 3 /* letters of "km", "sq", "ft" */

void
finger_key(struct str bytes, uint64_t key[2])
{
	XXH128_hash_t h = XXH3_128bits(bytes.p, bytes.n);

	key[0] = h.low64;
	key[1] = h.high64;
}

static bool
is_number(const struct tokens *t, size_t i)
{
	return i < t->n && t->v[i].kind == TOKEN_NUMBER;
}

/* A number without the commas that group its digits: "12,345" is "12345",
 * "3,4" stays. */
static struct str
ungrouped(struct str s, struct arena *a)
{
	struct buf b = { .a = a };
	size_t group = 0;

	for (size_t i = s.n; i-- > 0; group++) {
		if (s.p[i] != ',')
			continue;
		if (group != 3)
			return s;
		group = (size_t)-1;
	}
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] != ',')
			buf_byte(&b, s.p[i]);
	}
	return b.n < s.n ? buf_str(&b) : s;
}

/* A word without the full stops inside it: "u.s." and "u.s" are "us". */
static struct str
undotted(struct str s, struct arena *a)
{
	struct buf b = { .a = a };

	if (str_find(s, STR("."), 0) == s.n)
		return s;
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] != '.')
			buf_byte(&b, s.p[i]);
	}
	return buf_str(&b);
}

/* Whether token i is the minus sign of a number: "-5", not "2-5". */
static bool
is_minus(const struct tokens *t, size_t i)
{
	return !t->v[i].glued && str_is(t->v[i].text, "-") &&
	    is_number(t, i + 1) && t->v[i + 1].glued;
}

/* The pause that a token of punctuation makes.  A hyphen inside a word makes
 * none. */
static enum finger_pause
pause_of(const struct tokens *t, size_t i)
{
	struct str s = t->v[i].text;

	if (str_is(s, ",") || str_is(s, ";"))
		return FINGER_COMMA;
	if (str_is(s, ":"))
		return FINGER_COLON;
	if (str_is(s, "(") || str_is(s, ")") || str_is(s, "[") ||
	    str_is(s, "]") || str_is(s, "\xe2\x80\x93") ||
	    str_is(s, "\xe2\x80\x94"))
		return FINGER_DASH;
	if (!str_is(s, "-") || is_minus(t, i))
		return FINGER_GLIDE;
	if (t->v[i].glued && i + 1 < t->n && t->v[i + 1].glued &&
	    !str_is(t->v[i + 1].text, "-"))
		return FINGER_GLIDE;
	return FINGER_DASH;
}

/* The kind of a word that is not in the table. */
static enum finger_kind
kind_of(const struct tokens *t, size_t i)
{
	const struct token *tok = &t->v[i];

	if (tok->kind != TOKEN_WORD)
		return FINGER_NUMBER;
	if (i > 0 && is_number(t, i - 1) && tok->text.n <= UNIT_MAX)
		return FINGER_NUMBER;
	return tok->form == TOKEN_NOCASE || tok->form == TOKEN_LOWER
	    ? FINGER_PLAIN
	    : FINGER_NAME;
}

/* Whether token i says something: not punctuation, nor a symbol that is not
 * beside a number. */
static bool
counts(const struct tokens *t, size_t i)
{
	switch (t->v[i].kind) {
	case TOKEN_WORD:
	case TOKEN_NUMBER:
		return true;
	case TOKEN_PUNCT:
		return is_minus(t, i);
	case TOKEN_SYMBOL:
		break;
	}
	return is_number(t, i + 1) || (i > 0 && is_number(t, i - 1));
}

/* The normal form of token i, and its kind. */
static struct str
normal(
    const struct tokens *t, size_t i, enum finger_kind *kind, struct arena *a)
{
	const struct token *tok = &t->v[i];
	const struct finger_words *row;

	if (tok->kind == TOKEN_NUMBER) {
		*kind = FINGER_NUMBER;
		return ungrouped(tok->text, a);
	}
	row = tab_find(&finger_words_tab, tok->low);
	*kind = row != NULL ? (enum finger_kind)row->kind : kind_of(t, i);
	return row != NULL && row->same.n > 0 ? row->same
					      : undotted(tok->low, a);
}

/* The bits that tell words which may stand for each other; hash is that of
 * word.  Only plain words are in the table. */
static uint32_t
shape_of(struct str word, uint64_t hash, enum finger_kind kind)
{
	const struct finger_heads *row =
	    kind == FINGER_PLAIN ? tab_find(&finger_heads_tab, word) : NULL;
	uint32_t letter = (unsigned char)word.p[0];

	letter = ch_lower(word.p[0]) ? letter - 'a' : 26 + letter % 6;
	if (row != NULL)
		hash = str_hash(row->head);
	return letter | (uint32_t)(word.n % 4) << 5 |
	    (uint32_t)(hash >> 57) << 7;
}

bool
finger_close(uint32_t a, uint32_t b)
{
	return FINGER_KIN(a) == FINGER_KIN(b) ||
	    (FINGER_LETTER(a) == FINGER_LETTER(b) &&
		((FINGER_LENGTH(a) - FINGER_LENGTH(b)) & 3) != 2);
}

static uint32_t
word_of(struct str normal, enum finger_kind kind)
{
	uint64_t hash = str_hash(normal);
	uint32_t shape = normal.n > 0 ? shape_of(normal, hash, kind) : 0;

	return ((uint32_t)hash << 14 | shape) << 5 | (uint32_t)kind;
}

/* Takes punctuation, token i, into the word before it and the key. */
static void
add_pause(const struct tokens *t, size_t i, uint32_t *word, struct buf *key)
{
	uint32_t pause = (uint32_t)pause_of(t, i);

	if (pause > (uint32_t)FINGER_PAUSE(*word))
		*word |= pause << 3;
	if (str_is(t->v[i].text, "?"))
		buf_byte(key, '?');
}

/* As finger_make(), for text that is not too long. */
static void
read_words(struct str text, struct finger *f, struct arena *a)
{
	struct tokens t = token_split(text, a);
	struct buf key = { .a = a };
	uint32_t *words = arena_alloc(a, t.n + 1, sizeof(*words));

	for (size_t i = 0; i < t.n; i++) {
		enum finger_kind kind;
		struct str word;

		if (t.v[i].kind == TOKEN_PUNCT && f->n > 0)
			add_pause(&t, i, &words[f->n - 1], &key);
		if (!counts(&t, i))
			continue;
		word = normal(&t, i, &kind, a);
		words[f->n++] = word_of(word, kind);
		buf_add(&key, word);
		buf_byte(&key, ' ');
	}
	f->words = words;
	if (f->n > 0)
		finger_key(buf_str(&key), f->key);
}

struct finger
finger_make(struct str text, struct arena *a)
{
	struct finger f = { 0 };

	finger_key(text, f.key);
	if (text.n <= FINGER_TEXT_MAX)
		read_words(text, &f, a);
	return f;
}

/* A pair of words, mixed so that all bits depend on all. */
static uint64_t
pair_hash(uint32_t a, uint32_t b)
{
	uint64_t h = (uint64_t)FINGER_HASH(a) << 32 | FINGER_HASH(b);

	h = (h ^ h >> 31) * UINT64_C(0x9e3779b97f4a7c15);
	h = (h ^ h >> 29) * UINT64_C(0xbf58476d1ce4e5b9);
	return h ^ h >> 32;
}

static bool
is_function(uint32_t word)
{
	return FINGER_KIND(word) == FINGER_FUNCTION;
}

size_t
finger_sketch(const uint32_t *words, size_t n, uint32_t v[FINGER_SKETCH])
{
	static const uint32_t weight[] = { 16, 4, 1 };
	uint32_t rank[FINGER_SKETCH + 1], tag[FINGER_SKETCH + 1];
	size_t count = 0;

	for (size_t i = 0; i + 1 < n; i++) {
		uint64_t h = pair_hash(words[i], words[i + 1]);
		uint32_t r = (uint32_t)(h >> 32) /
		    weight[is_function(words[i]) + is_function(words[i + 1])];
		size_t at = count;

		while (at > 0 && rank[at - 1] > r)
			at--;
		if (at == FINGER_SKETCH ||
		    (at > 0 && tag[at - 1] == (uint32_t)h))
			continue;
		for (size_t j = count; j > at; j--) {
			rank[j] = rank[j - 1];
			tag[j] = tag[j - 1];
		}
		rank[at] = r;
		tag[at] = (uint32_t)h;
		if (count < FINGER_SKETCH)
			count++;
	}
	for (size_t i = 0; i < count; i++)
		v[i] = tag[i];
	return count;
}
