/*
 * when.h - the date that a page, a feed or a mail tells of itself, in any
 * usual form.
 *
 *   "2025-11-06T10:15:00Z"             2025-11-06T10:15:00Z
 *   "20251106", "2025/11/6"            2025-11-06
 *   "Thu, 06 Nov 2025 10:15:00 GMT"    2025-11-06T10:15:00Z
 *   "6 Nov 25 10:15 EST"               2025-11-06T10:15-05:00
 *   "November 6, 2025 5:30 pm EST"     2025-11-06T17:30-05:00
 *   "Publiziert: 06.11.2025, 10:15"    2025-11-06T10:15
 *   "1762424100000"                    2025-11-06T10:15:00Z
 *
 * In "3/4/2025" the month is unknown, and nothing is read; "3.4.2025" is of
 * April.  Words are in data/html/when.tsv.
 */
#ifndef PK_WHEN_H
#define PK_WHEN_H

#include "base/base.h"

/* The date in ISO 8601, in a or a part of s; empty when s is none, or more
 * than one.
 * Cost: at most WHEN_MAX bytes are read, longer texts are no dates. */
struct str when_read(struct str s, struct arena *a);

#define WHEN_MAX 80

/* The first date with its day in a short text that says more than that: "By
 * Jana Rook | 6 November 2025, 10:15 | 3 comments".  Empty when there is none,
 * or the text is longer than WHEN_MAX. */
struct str when_find(struct str s, struct arena *a);

/* The date in the path of an address, "/2025/11/06/", "/2025-11-06-dam"; only
 * with a day.  Empty when there is none. */
struct str when_url(struct str url, struct arena *a);

#endif
