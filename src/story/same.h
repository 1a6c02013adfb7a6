/*
 * same.h - whether two mentions state the same fact.
 *
 *   entity  class and canonical name
 *   number  quantity, unit, what is counted, and the value: "about 5,000
 *           square km", "5,000 km2" and "1,930 square miles" are the same
 *   date    kind, value and mod
 *   claim   speaker and words, as of a repeated sentence (finger.h)
 *
 * Values are compared in the SI unit where there is one.  They are equal when
 * they differ by no more than half the last digit that is given in one of
 * them, and by no more than 5 %: half of 1 for "5,000", half of 100,000 for
 * "1.2 million", and half of 1,000 for "about 5,000", whose zeros are round.
 * "Over 5,000" is another fact than "5,000", and so is any range but the
 * same.
 */
#ifndef PK_SAME_H
#define PK_SAME_H

#include "base/rec.h"

struct same_id {
	uint64_t key[2]; /* of all but the value; never both 0 */
	double value;    /* NAN unless the mention is a number with a value */
	double slack;    /* by how much an equal value may differ */
};

/*
 * By how much a number of a record may differ from another that is equal: half
 * its last digit, or, where round is set, half the last one that is not 0, and
 * at most 5 %.  val is its value, si the same in the unit of the result.
 */
double same_slack(const struct rec *rec, double val, double si, bool round,
    struct arena scratch);

/* What a mention states.  False for records that are no mentions, or have
 * none of the keys it needs. */
bool same_id(const struct rec *rec, struct same_id *id, struct arena scratch);

struct same;

struct same *same_open(struct arena *perm);

/* A statement, and the fact that it states; both numbered from 0. */
struct same_at {
	size_t form, fact;
};

#define SAME_NEW ((size_t)-1)

/*
 * Where id is known, or is known from now on: a new statement states a new
 * fact or, unless as is SAME_NEW, the fact as ("1,930 square miles" behind
 * "5,000 square km").  Cost: constant; of many different values that lie
 * close together only the first are compared, and the very same value.
 */
struct same_at same_put(struct same *same, const struct same_id *id, size_t as);

#endif
