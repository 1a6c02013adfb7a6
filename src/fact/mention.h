/*
 * mention.h - writes what was found in a sentence as records.
 *
 * from gives doc and sent; text is its decoded text, in which the places are.
 * The keys and their order are those of pk-records(5).
 */
#ifndef PK_MENTION_H
#define PK_MENTION_H

#include "base/out.h"
#include "claim.h"
#include "date.h"
#include "ent.h"
#include "num_convert.h"

void mention_date(struct out *out, const struct rec *from, struct str text,
    const struct date *d);
void mention_num(struct out *out, const struct rec *from, struct str text,
    const struct num *n, const struct num_convert *convert);
void mention_ent(struct out *out, const struct rec *from, struct str text,
    const struct ent *e);

/* to is the number of the last sentence of several, or 0. */
void mention_claim(struct out *out, const struct rec *from, struct str text,
    const struct claim *c, size_t to);

#endif
