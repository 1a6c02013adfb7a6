/*
 * item.h - items of a list inside a text: "1. The first 2. The second".
 */
#ifndef PK_ITEM_H
#define PK_ITEM_H

#include "base/base.h"

/* A mark that begins an item: "1.", "(b)", "iv)", "• 9.", "•". */
struct item {
	size_t len;      /* bytes, 0 for no mark */
	int32_t bullet;  /* or 0 */
	struct str tail; /* ")", ".", ".)" */
	bool open;       /* "(" before the value */
	long number;     /* or -1 */
	long letter;     /* or -1 */
	long roman;      /* or -1 */
};

/* The mark at s[at], with white space behind it; len is 0 for none. */
struct item item_at(struct str s, size_t at);

/* Where the next item begins behind the one at start, or another list; s.n
 * when none does in the next thousand bytes. */
size_t item_end(struct str s, size_t start, struct item item);

/* Whether a list of two items or more begins at s[at]; its first mark has a
 * bracket, or is 1, a, or a bullet.  Cost: as item_end(). */
bool item_begins(struct str s, size_t at);

#endif
