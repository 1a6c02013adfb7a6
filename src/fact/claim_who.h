/*
 * claim_who.h - who speaks: from the words for him to his name.
 *
 * Reads the sentences of a document in order and remembers who was named:
 * "he" is the person that the text speaks of, "the mayor" the one who was
 * introduced as such, "the report" that of the medium named last.
 */
#ifndef PK_CLAIM_WHO_H
#define PK_CLAIM_WHO_H

#include "claim_np.h"

struct who;

/* What it remembers is in a, and in tables that who_close() gives back. */
struct who *who_open(struct arena *a);
void who_close(struct who *who);

/* Goes on to the next sentence.  Returns the person whom it is about, if it
 * begins with one; else n == 0. */
struct str who_sentence(struct who *who, const struct claim_view *v);

/* The name of the one whom np, not empty, stands for, or the words for him
 * without their article; n == 0 for "we" and a "he" who is nobody known.  He
 * is then the one whom the text speaks of. */
struct str who_name(struct who *who, const struct claim_view *v, struct np np);

/* The medium among these words, by its name or as "the report"; n == 0 when
 * they are none. */
struct str who_medium(
    struct who *who, const struct claim_view *v, struct np np);

#endif
