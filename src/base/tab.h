/*
 * tab.h - look-ups in tables that are compiled in.
 *
 * tools/mktab makes build/gen/<dir>_<file>.h of data/<dir>/<file>.tsv: a
 * struct for a row, the rows sorted by their first field, and an index:
 *
 *   # fields: word kind:NUM_ value:num        (in the head of words.tsv)
 *   hundred	scale	100
 *
 *   struct num_words { struct str word; int kind; double value; };
 *   static const struct num_words num_words[] = {
 *           { { "hundred", sizeof("hundred") - 1 }, NUM_SCALE, 100 }, ...
 *   static const struct tab num_words_tab = { num_words, ... };
 *
 * A field is text, or with ":num" a number, or with ":PREFIX_" the name of an
 * enum constant without that prefix, in lower case.  One .c file includes
 * the generated header: the module that owns the table.
 */
#ifndef PK_TAB_H
#define PK_TAB_H

#include "base.h"

struct tab {
	const void *rows; /* each begins with its key, a struct str */
	size_t size;      /* bytes in a row */
	size_t n;         /* rows */
	/* Row + 1, or 0, and above these 16 bits those of the key's hash; open
	 * addressing. */
	const uint32_t *slots;
	uint32_t mask;  /* slots - 1 */
	size_t longest; /* bytes of the longest key */
};

/* The first row with this key, or NULL.  Keys compare bytewise. */
const void *tab_find(const struct tab *tab, struct str key);

/* The next row with the same key as row, or NULL. */
const void *tab_next(const struct tab *tab, const void *row);

/* Row i, i < tab->n. */
const void *tab_row(const struct tab *tab, size_t i);

#endif
