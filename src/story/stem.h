/*
 * stem.h - words as what they have in common: "controls", "controlled" and
 * "holding" are one, as are "soldiers" and "troops".
 *
 * Words of data/compare/senses.tsv have the group that stands there and what
 * it tells of a number beside it; others lose the endings of English.
 */
#ifndef PK_STEM_H
#define PK_STEM_H

#include "base/base.h"

/* What a word says of a number; see the head of senses.tsv. */
enum sense {
	SENSE_NONE,
	SENSE_PEOPLE,
	SENSE_STATE,
	SENSE_FRAME,
	SENSE_THING,
	SENSE_RISE,
	SENSE_FALL,
	SENSE_PART,
	SENSE_DELTA,
	SENSE_BEFORE,
	SENSE_MAY
};

struct stem {
	uint32_t id; /* the same for what is one word; 0: carries no content */
	enum sense sense;
	struct str group; /* its name in the table, or n == 0 */
};

/* The stem of a word in lower case. */
struct stem stem_of(struct str low);

/* The id of any other text: a name. */
uint32_t stem_id(struct str s);

/* The id of two stems that stand together: that of "frontline" for "front" and
 * "line", where both are written in full. */
uint32_t stem_pair(struct str left, struct str right);

/* Whether an id is one of n; whether a word is. */
bool stem_has(const uint32_t *v, size_t n, uint32_t id);
bool stem_is_any(struct str low, const char *const *v, size_t n);

#endif
