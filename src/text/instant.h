/*
 * instant.h - when something was published, as pages, feeds and mails say it.
 */
#ifndef PK_INSTANT_H
#define PK_INSTANT_H

#include "base/base.h"

/* The date in ISO 8601 that s begins with, "2025-11" or
 * "2025-11-03T10:00:00+01:00"; a space between date and time becomes "T".
 * Empty when it is none.  Points into s or a. */
struct str instant_iso(struct str s, struct arena *a);

/* A date of RFC 822 and its successors in ISO 8601: "Mon, 3 Nov 2025 10:00:00
 * EST" is "2025-11-03T10:00:00-05:00".  Without a zone when that is unknown,
 * without a time when there is none; empty when s is no such date. */
struct str instant_mail(struct str s, struct arena *a);

/* The one or the other. */
struct str instant_any(struct str s, struct arena *a);

#endif
