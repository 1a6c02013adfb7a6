/*
 * care.h - a state file of pk-dedupe, looked into and mended.
 *
 * For files made with any options.  Each function reads the file at path, and
 * dies when it cannot, or when it is no state file of pk-dedupe.
 */
#ifndef PK_CARE_H
#define PK_CARE_H

#include "base/out.h"

/* Writes what is in the file, and what is wrong with it, in lines for people;
 * whether it is sound. */
bool care_check(struct arena *perm, const char *path, struct out *out);

/* Writes what is sound in it as JSON Lines:
 *
 *   {"type":"state","kind":"sentence","day":"2025-11-28","doc":"a","sent":1,
 *    "key":"(32 hex digits)","words":12}
 *   {"type":"state","kind":"key","day":"2025-11-28","key":"..."}
 *
 * Other kinds: "fact" and "seen", each with a key. */
bool care_dump(struct arena *perm, const char *path, struct out *out);

/* Writes it anew with what is sound; returns how many damaged bytes were left
 * out. */
size_t care_recover(struct arena *perm, const char *path);

#endif
