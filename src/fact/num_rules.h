/*
 * num_rules.h - a user's own numbers, without a compiler: pk-extract-numbers
 * --patterns FILE.
 *
 *   number <tab> umpteen <tab> 15               a word for a number
 *   scale  <tab> gross <tab> 144                "two gross", "a gross"
 *   unit   <tab> klick <tab> km                 a name of a unit pk knows
 *   unit   <tab> smoot <tab> smoot <tab> length <tab> 1.7018
 *   none   <tab> \bHS code \d+                  counts nothing
 *   find   <tab> \bBMI (?<value>\d+) <tab> kg/m2 <tab> ratio
 *
 * One a line; "#" begins a comment.  Words and names are in any case, of one
 * word or more; a unit's plural in -s is found by itself.  A unit that pk does
 * not know has a symbol, a quantity and its factor in the SI unit (which may
 * be left out).  Patterns are those of regex.h.  "find" takes its number from
 * the group "value", or "low" and "high", or from all that it matched; its unit
 * from the group "unit" or the third field; its quantity from the fourth.
 * Lines go before the tables of pk, earlier lines before later ones.
 */
#ifndef PK_NUM_RULES_H
#define PK_NUM_RULES_H

#include "base/rules.h"
#include "text/regex.h"
#include "text/token.h"
#include "unit.h"

struct num_rules;

/* None yet; all is in perm but two maps, which num_rules_close() gives back. */
struct num_rules *num_rules_new(struct arena *perm);

/* What takes the lines of a file for r; err->why is in perm.  Their bytes must
 * stay. */
struct rules num_rules_reader(struct num_rules *r);

/* Gives back what is not in the arena. */
void num_rules_close(struct num_rules *r);

/* The line of the first pattern that was dropped because it took too long, or
 * 0. */
size_t num_rules_dropped(const struct num_rules *r);

/* The user's unit whose name begins at token i: how many tokens, or 0. */
size_t num_rules_unit(const struct num_rules *r, const struct tokens *t,
    size_t i, struct unit *u);

/* The user's word for a number: its value, and whether it is a scale; false if
 * it is none. */
bool num_rules_word(
    const struct num_rules *r, struct str low, double *value, bool *scale);

/* What a pattern found: bytes of the text.  unit and quantity may be empty; a
 * span with from == to is absent.  With none set it counts nothing. */
struct num_match {
	struct regex_span all, value, low, high, unit;
	struct str symbol, quantity;
	bool none;
};

struct num_matches {
	struct num_match *v;
	size_t n;
};

/* All that the patterns find in a text, by place, none overlapping. */
struct num_matches num_rules_find(
    const struct num_rules *r, struct str text, struct arena *a);

#endif
