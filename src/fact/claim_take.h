/*
 * claim_take.h - the parts of claim_cue.c: what a verb or a source takes.
 *
 * claim_agree.c   which noun phrases can be who speaks
 * claim_behind.c  who speaks, behind the verb: inverted, passive
 * claim_share.c   who speaks, elsewhere: shared, "quoted as saying"
 * claim_source.c  sources
 * claim_said.c    what is said (claim_said.h)
 *
 * A function that begins with take_ and sets *c returns false when the cue is
 * none.
 */
#ifndef PK_CLAIM_TAKE_H
#define PK_CLAIM_TAKE_H

#include "claim_cue.h"
#include "claim_said.h"

/* A cue's like until the next one is found, which has its speaker. */
#define CUE_NEXT (CUE_NONE - 1)

/* Whether the noun phrase [from, to) is about a person with a name. */
bool take_is_person(const struct claim_view *v, size_t from, size_t to);

/* Whether a noun phrase is about more than one, or a team of them ("Arsenal
 * say"). */
bool take_is_many(const struct claim_view *v, const struct np *np);

/* Whether a verb can have this subject: "the Trump claim", "a Russian claim
 * that" are nouns. */
bool take_agrees(const struct claim_view *v, size_t verb, const struct np *np);

/* “...,” said Mr Smith: the speaker behind the verb. */
bool take_inverted(const struct claim_view *v, struct cue *c);

/* "were rejected by the army", "dubbed “...” by the press". */
bool take_passive(const struct claim_view *v, struct cue *c,
    const struct subject *s, uint32_t frames);

/* A speaker that stands for another cue's. */
bool take_shared(struct cue *c, const struct cues *found);

/* The subject of the clause that ends before token i: "He came, saying ...". */
bool take_first(const struct claim_view *v, struct cue *c);

/* A claim in -ing: "..., adding that it had left". */
bool take_ing(const struct claim_view *v, struct cue *c,
    const struct subject *s, const struct cues *found);

/* "according to X", "as per X", "as reported by X", "citing X": how many
 * tokens from i, or 0. */
size_t take_source_at(const struct claim_view *v, size_t i);

/* The source of n tokens at token i. */
bool take_source(const struct claim_view *v, size_t i, size_t n, struct cue *c);

#endif
