/*
 * codepage.h - which byte a character is in the code pages in which UTF-8 is
 * often misread: windows-1252 and its sisters, ISO-8859-2, Mac OS Roman, 437.
 *
 * The pages are in data/norm/codepages.tsv.
 */
#ifndef PK_CODEPAGE_H
#define PK_CODEPAGE_H

#include "base/base.h"

#define PAGES 9 /* in the order in which one is preferred */

/* What a character beyond ASCII is to somebody who reads it. */
enum sign {
	SIGN_NONE,
	SIGN_ODD,     /* "¢", "„": hardly ever right behind a letter */
	SIGN_END,     /* "’", "™": often there (data/norm/signs.tsv) */
	SIGN_SPACE,   /* U+00A0 */
	SIGN_CONTROL, /* U+0080 to U+009F: in no good text at all */
	SIGN_UPPER,
	SIGN_LOWER
};

/* A character of at least one page; its byte in each, or 0. */
struct codechar {
	int32_t cp;
	enum sign sign;
	unsigned char byte[PAGES];
	uint16_t leads; /* bit 1 << page: begins a sequence of UTF-8 there */
	uint16_t conts; /* ... is in the middle or at the end of one */
	/* Of a control character: */
	uint16_t others; /* pages that have another one for its byte */
	bool common;     /* in windows-1252 that is SIGN_END, "’" say */
};

struct codepages;

/* The pages, turned round, in a.  Cost: some 20 us. */
const struct codepages *codepages_new(struct arena *a);

/* cp, or NULL when it is in none of them. */
const struct codechar *codepages_find(
    const struct codepages *pages, int32_t cp);

#endif
