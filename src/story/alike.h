/*
 * alike.h - whether a sentence says nothing that an earlier one did not.
 *
 * The words of both are aligned (a shortest edit script).  What differs must
 * be little, and must not change the facts:
 *
 *   "64 buildings" - "256 buildings"      no: a number
 *   "in Kramatorsk" - "in Sloviansk"      no: a name
 *   "has fallen" - "has not fallen"       no: a negation
 *   "rose" - "fell"                       no: opposites
 *   "seven dogs" - "seven cats"           no, but in a long sentence: a word
 *                                         that stands for none that went
 *   "began" - "started", a typing error   yes: it may stand for it
 *   "KYIV (Reuters) - Troops ..."         yes: a dateline before it
 *   "..., Reuters reported."              yes: a source behind it
 *   "Read more: ..."                      yes: a label before it
 *   the first half, or more, of it        yes: nothing new
 */
#ifndef PK_ALIKE_H
#define PK_ALIKE_H

#include "finger.h"

/* In a thousand: twice the words in common, in order, over the words of both
 * (those that are forgiven, as above, left out). */
#define ALIKE_THRESHOLD 800

/* A sentence of fewer words is never alike: one word is too much of it. */
#define ALIKE_WORDS 6

/*
 * Whether the words of later repeat those of first.  Not the same as the other
 * way round: later may leave out what first says. Cost: linear; at most
 * ALIKE_EDITS differing words are looked at.
 */
#define ALIKE_EDITS 128

/* The words of a sentence that is compared with several. */
struct alike_words {
	const uint32_t *v;
	size_t n;
	uint64_t has[4]; /* which hashes there may be among them */
};

struct alike_words alike_words(const uint32_t *v, size_t n);

bool alike(const uint32_t *first, size_t n, const struct alike_words *later,
    unsigned threshold, struct arena scratch);

/* As alike(), but what differs must change a fact: a number, a name, a
 * negation, or a pole exchanged. */
bool alike_but_facts(const uint32_t *first, size_t n,
    const struct alike_words *later, unsigned threshold, struct arena scratch);

#endif
