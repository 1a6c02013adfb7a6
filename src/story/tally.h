/*
 * tally.h - facts merged over documents: how often, and by how many.
 *
 * Mentions that state the same fact (same.h) are counted together.  Two
 * mentions of one sentence that are joined by same_as state it once.  As
 * many origins have it as there are independent documents (docs.h); claims
 * that one medium reported (via) have one origin.
 */
#ifndef PK_TALLY_H
#define PK_TALLY_H

#include "base/out.h"
#include "docs.h"
#include "keep.h"

struct tally;

/* What is passed on is kept in keep, which may be NULL.  Without merge
 * nothing is counted. */
struct tally *tally_open(
    struct arena *perm, struct docs *docs, struct keep *keep, bool merge);

/* Takes a fact of an earlier run: KEEP_FACT.  It counts as passed on; what
 * it said, and who, is not known. */
void tally_recall(struct tally *t, const struct store_item *item);

/*
 * Counts a mention (other records: nothing) in document doc.  passes says
 * whether the record itself is passed on; returns whether it is then the
 * first that states its fact in this way.
 */
bool tally_see(struct tally *t, const struct rec *rec, uint32_t doc,
    bool passes, struct arena scratch);

/* Writes a fact record for each fact, in the order of their first mention,
 * and returns how many. */
size_t tally_write(struct tally *t, struct out *out, struct arena scratch);

#endif
