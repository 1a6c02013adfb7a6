/*
 * guess.h - the charset of text that does not tell it.
 *
 * uchardet(3) is asked, and its answer looked at: it sees letters, not words.
 *
 *   its "ISO-8859-2" for Portuguese                 windows-1252: the words
 *   its "ISO-8859-2" where there are bytes like 9A  windows-1250
 *   "don\xd5t", "\x8et\x8e" in the middle of words     Mac OS Roman
 */
#ifndef PK_GUESS_H
#define PK_GUESS_H

#include "base/base.h"

/* The name, for iconv_open(3), of the charset that s looks like; empty when
 * that is windows-1252 or nothing in particular.  Cost: linear; s is best
 * no longer than some 64 KiB.  a is for scratch. */
struct str guess_charset(struct str s, struct arena a);

#endif
