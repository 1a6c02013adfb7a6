/*
 * scan.h - SCAN_SIZE bytes looked at in one step, for loops that pass over
 * long runs of text in which nothing is to be done.
 *
 *   for (; s.n - i >= SCAN_SIZE; i += SCAN_SIZE) {
 *           struct scan v = scan_load(s.p + i);
 *           uint64_t hits = scan_is(v, '.') | scan_high(v);
 *
 *           if (hits != 0)
 *                   return i + scan_first(hits);
 *   }
 *
 * Sixteen bytes where the compiler targets SSE2, else the eight of a word.
 */
#ifndef PK_SCAN_H
#define PK_SCAN_H

#include "base.h"

/*
 * scan_load() reads the SCAN_SIZE bytes at p.  The others tell, by bits that
 * may be combined with & and |, which of them are c; which are below c, at
 * most 0x80, as numbers from 0 to 255; which are beyond ASCII.  scan_first()
 * is the first byte whose bit is set in hits, which is not 0.
 */

#ifdef __SSE2__

#include <emmintrin.h>

#define SCAN_SIZE 16

struct scan {
	__m128i v;
};

static inline struct scan
scan_load(const char *p)
{
	return (struct scan){ _mm_loadu_si128((const void *)p) };
}

static inline uint64_t
scan_is(struct scan s, char c)
{
	return (unsigned)_mm_movemask_epi8(
	    _mm_cmpeq_epi8(s.v, _mm_set1_epi8(c)));
}

static inline uint64_t
scan_below(struct scan s, unsigned char c)
{
	__m128i last = _mm_set1_epi8((char)(c - 1));

	return (unsigned)_mm_movemask_epi8(
	    _mm_cmpeq_epi8(_mm_min_epu8(s.v, last), s.v));
}

static inline uint64_t
scan_high(struct scan s)
{
	return (unsigned)_mm_movemask_epi8(s.v);
}

static inline size_t
scan_first(uint64_t hits)
{
	return (size_t)__builtin_ctzll(hits);
}

#else

#define SCAN_SIZE 8
#define SCAN_ONES UINT64_C(0x0101010101010101)

/* The first byte is the lowest. */
struct scan {
	uint64_t v;
};

static inline struct scan
scan_load(const char *p)
{
	uint64_t v;

	memcpy(&v, p, sizeof(v));
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
	v = __builtin_bswap64(v);
#endif
	return (struct scan){ v };
}

static inline uint64_t
scan_high(struct scan s)
{
	return s.v & SCAN_ONES * 0x80;
}

/* No byte's sum runs over into the next one: each bit is exact. */
static inline uint64_t
scan_below(struct scan s, unsigned char c)
{
	uint64_t low = s.v & SCAN_ONES * 0x7f;

	return ~((low + SCAN_ONES * (unsigned)(0x80 - c)) | s.v) &
	    SCAN_ONES * 0x80;
}

static inline uint64_t
scan_is(struct scan s, char c)
{
	s.v ^= SCAN_ONES * (unsigned char)c;
	return scan_below(s, 1);
}

static inline size_t
scan_first(uint64_t hits)
{
	return (size_t)__builtin_ctzll(hits) / 8;
}

#endif
#endif
