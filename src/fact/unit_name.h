/*
 * unit_name.h - names of units and money in text, word by word; unit.c and
 * unit_money.c only.
 */
#ifndef PK_UNIT_NAME_H
#define PK_UNIT_NAME_H

#include <string.h>

#include "unit.h"

#define NAME_WORDS_MAX 5  /* in a name */
#define NAME_BYTES_MAX 64 /* bytes in a name, more than any has */

/* A name that grows word by word. */
struct name {
	char p[NAME_BYTES_MAX];
	size_t n;
};

/* Adds a word behind a space (none before the first); false when the name
 * would be longer than any in the tables. */
static inline bool
name_add(struct name *name, struct str word, const char *space)
{
	size_t gap = name->n > 0 && *space != '\0' ? 1 : 0;

	if (name->n + gap + word.n > sizeof(name->p))
		return false;
	if (gap > 0)
		name->p[name->n++] = *space;
	memcpy(name->p + name->n, word.p, word.n);
	name->n += word.n;
	return true;
}

static inline struct str
name_str(const struct name *name)
{
	return (struct str){ name->p, name->n };
}

static inline bool
unit_word(const struct tokens *t, size_t i, const char *text)
{
	return i < t->n && str_is(t->v[i].low, text);
}

static inline bool
unit_glued(const struct tokens *t, size_t i)
{
	return i < t->n && t->v[i].glued;
}

/* The token behind token i in a name: a hyphen is passed over, also one between
 * spaces ("$70 - a - share" in text that was cut into tokens), and the full
 * stop of "sq." */
static inline size_t
name_next(const struct tokens *t, size_t i)
{
	if (unit_word(t, i + 1, "-") &&
	    unit_glued(t, i + 1) == unit_glued(t, i + 2))
		return i + 2;
	if (unit_word(t, i + 1, ".") &&
	    (unit_word(t, i, "sq") || unit_word(t, i, "cu")))
		return i + 2;
	return i + 1;
}

/* Whether token i can be part of a name. */
static inline bool
name_has(const struct tokens *t, size_t i)
{
	return i < t->n &&
	    (t->v[i].kind == TOKEN_WORD || t->v[i].kind == TOKEN_SYMBOL ||
		(unit_word(t, i, "/") && unit_glued(t, i) &&
		    unit_glued(t, i + 1)) ||
		unit_word(t, i, "%") || unit_word(t, i, "′") ||
		unit_word(t, i, "″") || unit_word(t, i, "‰"));
}

/* Whether the symbol at token i, alone or with a power, ends there. */
static inline bool
name_ends(const struct tokens *t, size_t i)
{
	size_t j = i + 1;

	if (!unit_glued(t, j))
		return true;
	return t->v[j].kind != TOKEN_NUMBER && t->v[j].kind != TOKEN_WORD;
}

#endif
