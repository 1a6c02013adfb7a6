/*
 * utf8.h - UTF-8: decode, encode, validate (Unicode 15, section 3.9).
 */
#ifndef PK_UTF8_H
#define PK_UTF8_H

#include "base.h"

#define UTF8_MAX 4          /* bytes of the longest code point */
#define UTF8_REPLACE 0xfffd /* what stands for bytes that are not UTF-8 */

/*
 * Decodes the code point at s[at], at < s.n, into *cp.  Returns its length in
 * bytes, or, where the bytes are no UTF-8, minus the length of the maximal
 * ill-formed part (1 to 3) with *cp = UTF8_REPLACE.
 */
int utf8_decode(struct str s, size_t at, int32_t *cp);

/* The two below beyond ASCII. */
int32_t utf8_next_wide(struct str s, size_t *at);
int32_t utf8_before_wide(struct str s, size_t at, size_t *start);

/* As utf8_decode() for text known to be valid: the code point at *at, and
 * *at moves behind it. */
static inline int32_t
utf8_next(struct str s, size_t *at)
{
	if ((unsigned char)s.p[*at] < 0x80)
		return s.p[(*at)++];
	return utf8_next_wide(s, at);
}

/* The code point that ends at byte at, at > 0; sets *start to its start. */
static inline int32_t
utf8_before(struct str s, size_t at, size_t *start)
{
	if ((unsigned char)s.p[at - 1] < 0x80) {
		*start = at - 1;
		return s.p[at - 1];
	}
	return utf8_before_wide(s, at, start);
}

/* Writes cp (a scalar value) to p, returns the bytes written, at most 4. */
size_t utf8_encode(int32_t cp, char *p);
void buf_cp(struct buf *b, int32_t cp);

/* Whether cp is a control character: what a terminal may obey. */
bool utf8_control(int32_t cp);

/* Offset of the first byte that is not part of valid UTF-8, or s.n. */
size_t utf8_bad(struct str s);

/* Length of the run of ASCII at s[at...]. */
size_t utf8_ascii(struct str s, size_t at);

#endif
