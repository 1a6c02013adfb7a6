/*
 * claim_stream.h - the claim records of a stream.
 *
 * Passes every record on, in order, and writes the claims of a sentence behind
 * it and its mentions.  The entity records of a document are its names; a
 * document without any is looked through for names by the same call as in
 * pk-extract-entities, which are not written.  A claim that stands behind its
 * sentence already, from a run before, is not written twice.
 *
 * The records of a document are held until all of it has come: as many
 * sentences as its doc record says, and, once the stream has had an entity
 * record, those behind the last of them, which the next record that is no
 * mention ends.  A document larger than 4 MiB is handled in parts.  Documents
 * that are not in English pass without claims.
 */
#ifndef PK_CLAIM_STREAM_H
#define PK_CLAIM_STREAM_H

#include "base/out.h"
#include "tables.h"

struct claim_stream;

/* tables must live as long as the stream. */
struct claim_stream *claim_stream_open(struct arena *perm,
    const struct tables *tables, bool any_lang, struct out *out);

/* Passes rec on, at once or when its document is complete.  Nothing of rec
 * is needed afterwards. */
void claim_stream_rec(struct claim_stream *s, const struct rec *rec);

/* Writes what is held.  Returns how many claims were written in all. */
size_t claim_stream_end(struct claim_stream *s);

#endif
