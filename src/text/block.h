/*
 * block.h - a document on its way from bytes to sentences.
 *
 *   source bytes --charset, mojibake--> UTF-8 --html or plain lines--> blocks
 *     --boiler (roles, cuts inside lines)--> blocks --sent--> sentences
 *     --norm--> repaired text of each sentence, with its map
 *
 * Each step keeps the way back to the source bytes (srcmap.h).
 */
#ifndef PK_BLOCK_H
#define PK_BLOCK_H

#include "srcmap.h"

/* Roles of records.md.  ROLE_NONE: not decided yet. */
#define ROLES(X)                                                               \
	X(BODY, "body")                                                        \
	X(TITLE, "title")                                                      \
	X(HEADING, "heading")                                                  \
	X(CAPTION, "caption")                                                  \
	X(CREDIT, "credit")                                                    \
	X(BOILERPLATE, "boilerplate")                                          \
	X(URL, "url")

enum role {
	ROLE_NONE,
#define X(id, name) ROLE_##id,
	ROLES(X)
#undef X
	    ROLE_COUNT
};

/* "body" for ROLE_BODY; and back: ROLE_NONE for an unknown name. */
const char *role_name(enum role role);
enum role role_of(struct str name);

/* Whether the extractors and the summary read such a sentence: title,
 * heading, body, caption; also a sentence record without a role. */
bool role_is_read(enum role role);

/* A run of text with one role: a paragraph, a heading, a caption. */
struct block {
	size_t start, end; /* bytes in page.text, start < end */
	size_t para;       /* number of the paragraph, from 1 */
	/* Its sentences, when they are known: cuts in page.cuts from here on;
	 * n_cuts 0: not known. */
	size_t cuts;
	uint32_t n_cuts;
	enum role role : 8; /* as far as known */
	bool whole : 1;     /* one unit: not to be cut into sentences (a URL,
			     * a credit, a heading) */
	bool item : 1;      /* of a list: a short one is no heading */
};

/* A sentence of a block of less than 4 GiB: bytes from the block's start. */
struct cut_span {
	uint32_t start, end;
};

/* A document as text, still with its blanks and oddities. */
struct page {
	struct str text;   /* UTF-8 */
	struct srcmap map; /* text to source bytes */
	size_t unit;       /* source bytes of an ASCII letter: 2 in UTF-16 */
	struct block *v;   /* ascending, not overlapping */
	size_t n, cap;
	struct cut_span *cuts;
	size_t n_cuts, cuts_cap;
	struct arena *a; /* owns v, cuts, text, map, and the strings below */
	struct str title, source, url, published, lang; /* n == 0: unknown */
};

/* Appends a block to page->v; does nothing when it holds only white space. */
void page_add(struct page *page, struct block block);

/* The one below beyond ASCII. */
size_t blank_wide(struct str s, size_t at);

/* Bytes of the white space (any of Unicode's, NBSP and zero width too) at
 * s[at], or 0 when there is none, also at the end. */
static inline size_t
blank_at(struct str s, size_t at)
{
	unsigned char c = at < s.n ? (unsigned char)s.p[at] : 0;

	if (c < 0x80)
		return ch_space(c);
	return c == 0xc2 || c >= 0xe1 ? blank_wide(s, at) : 0;
}

#endif
