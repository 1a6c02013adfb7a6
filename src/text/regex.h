/*
 * regex.h - users' patterns, those of pcre2pattern(3), safe on any text.
 *
 * Patterns are in UTF-8, small letters are not capitals.  A search takes a
 * bounded number of steps; a pattern that needs more a dozen times is dropped,
 * so that none can make a program hang.
 */
#ifndef PK_REGEX_H
#define PK_REGEX_H

#include "base/base.h"

struct regexes;

/* Where a search found something, or one of its groups: bytes [from, to). */
struct regex_span {
	size_t from, to;
};

/* A set of patterns; all is in perm. */
struct regexes *regex_open(struct arena *perm);

/* Adds a pattern from a line of a file; its index is the number of those that
 * were added before.  False when it is empty or wrong: err->why says why, in
 * perm, and err->at is the byte in the pattern. */
bool regex_add(
    struct regexes *r, struct str pattern, size_t line, struct err *err);

/* What a part of a longer text is. */
enum {
	REGEX_INSIDE = 1 << 0, /* the text begins before it */
	REGEX_GOES_ON = 1 << 1 /* the text ends behind it */
};

/*
 * Searches s from a byte for pattern i.  Any bytes are safe; inside is 0 or
 * REGEX_ bits.  False when nothing is found, or the pattern is dropped.
 */
bool regex_find(struct regexes *r, size_t i, struct str s, size_t from,
    unsigned inside, struct regex_span *found);

/* A named group of what regex_find() found last with pattern i; false when
 * the pattern has none of that name, or it took no part. */
bool regex_group(
    struct regexes *r, size_t i, const char *name, struct regex_span *found);

/* The line of the first pattern that was dropped, or 0. */
size_t regex_dropped(const struct regexes *r);

#endif
