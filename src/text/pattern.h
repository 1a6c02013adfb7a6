/*
 * pattern.h - a user's own patterns of where a sentence ends.
 *
 *   nobreak <tab> \bProf\.\s\p{Lu}      "Prof. Roth" is never cut
 *   break   <tab> \bGmbH\.(?=\s)        "... der Roth GmbH. Er ..." always is
 *
 * One a line; "#" begins a comment.  Patterns are those of pcre2pattern(3),
 * in UTF-8, small letters are not capitals.  They are asked only where a stop
 * stands (cut.h), and one decides when it matches across that place: from the
 * stop or before it to the end of what closes behind it or further.  The first
 * in the file that does counts.
 */
#ifndef PK_PATTERN_H
#define PK_PATTERN_H

#include "base/rules.h"

struct patterns;

enum pattern_says { PATTERN_NONE, PATTERN_BREAK, PATTERN_NOBREAK };

/* None yet; all is in perm. */
struct patterns *patterns_new(struct arena *perm);

/* What takes the lines of a file for p; err->why is in perm. */
struct rules patterns_reader(struct patterns *p);

/*
 * What p (or NULL) says of the stop at s[at], which with all that closes ends
 * at s[end].  A pattern sees 120 bytes to either side and takes a bounded
 * number of steps; one that needs more a dozen times is dropped.  Any bytes
 * are safe.
 */
enum pattern_says patterns_at(
    const struct patterns *p, struct str s, size_t at, size_t end);

/* The line of the first pattern that was dropped, or 0. */
size_t patterns_dropped(const struct patterns *p);

#endif
