/*
 * contrast.h - verdicts for people.
 *
 *   CONFLICT: people on board, Hvar (4 sources)
 *     214  A car ferry with 214 people on board struck rocks [1]
 *     231  The stricken Dalmina was carrying 231 people [2]
 *
 *   Sources:
 *   [1] Ferry sinks off Hvar. Adria Wire, 2026-04-15. 1-adria-wire.txt
 *
 * What several documents copied of one counts as one source.
 */
#ifndef PK_CONTRAST_H
#define PK_CONTRAST_H

#include "collate.h"

/* Writes n verdicts, wrapped at width columns; nothing when n is 0. */
void contrast_write(struct buf *b, const struct collate *c,
    const struct verdict *v, size_t n, size_t width, struct arena scratch);

#endif
