/*
 * gaz_db.h - the layout of gaz.db, for gaz.c and tools/mkgaz.c.
 *
 * The head, then the arrays in the order of their counts in it, then bytes.
 * Numbers are the machine's own: the file is built where it is used.  A
 * string is one byte of length and its bytes, named by its place in the
 * bytes; place 0 is the empty string.
 *
 * Two kinds of keys are in the hash: names as gaz_key() writes them, and the
 * same by sound behind a "~".  The first word of each name is a phrase too
 * (perhaps with no references) that tells how long names with it may be.
 */
#ifndef PK_GAZ_DB_H
#define PK_GAZ_DB_H

#include "base/base.h"

#define GAZ_MAGIC "pkgaz\r\n\x1a"
#define GAZ_VERSION 2
#define GAZ_ORDER 0x01020304u
#define GAZ_DEGREE 100000
#define GAZ_KEY_MAX 120 /* bytes of the longest key */
#define GAZ_WORDS_MAX 9 /* tokens that make words in the longest name */

struct gaz_head {
	char magic[8];
	uint32_t version, order;
	uint32_t recs, phrases, refs, slots, bytes;
	uint32_t spare;
	uint64_t sum; /* str_hash() of the bytes before it */
};

struct gaz_rec {
	uint32_t name, of; /* strings */
	int32_t lat, lon;  /* degrees / GAZ_DEGREE; INT32_MAX: no place */
	uint32_t id, people;
	uint32_t county; /* GeoNames id of the second division, or 0 */
	char country[2];
	char state[4]; /* filled up with NUL */
	uint8_t kind, capital;
};

struct gaz_phrase {
	uint32_t key; /* string */
	uint32_t ref; /* the first of its references */
	uint16_t refs;
	uint8_t flags;
	uint8_t longest; /* words in the longest name that begins so */
};

/* A reference is the number of an entry and three bits. */
#define GAZ_REF_ALIAS 0x80000000u
#define GAZ_REF_UPPER 0x40000000u
#define GAZ_REF_RARE 0x20000000u
#define GAZ_REF_ENTRY 0x1fffffffu

#endif
