/*
 * bar.h - lines that are made of parts: who wrote it, when, and buttons.
 *
 *   "By Jane Doe | Updated 08:12 | 1,033 comments"   credit, stamp, count
 *   "Jane Doe, Environment Correspondent"            a name and a job: credit
 *   "Teme Valley Gazette, Monday 9 February 2026"    a name and a stamp
 *   "Share this story on Chirper Copy link"          buttons
 *   "Home > World > Europe"                          sections
 *
 * The words are in data/boiler/bars.tsv, and those of form.h and stamp.h.
 */
#ifndef PK_BAR_H
#define PK_BAR_H

#include "block.h"

#define BAR_MAX 12 /* parts of a line */

/* A run of parts with one role: ROLE_CREDIT or ROLE_BOILERPLATE.  What
 * divides the parts belongs to the one behind it. */
struct bar_run {
	size_t start, end; /* bytes in the line */
	enum role role;
};

/* How much must speak for it. */
enum bar_place {
	BAR_TOP,  /* behind the title, before the text */
	BAR_HEAD, /* before the text; the title may still come: it may be s */
	BAR_TEXT  /* in the text: a table looks much the same */
};

/*
 * Cuts the line s into runs; returns how many, 0 when s is no bar.  Looks at
 * FORM_TEXT_MAX bytes at most.
 */
size_t bar_cut(struct str s, enum bar_place place, struct bar_run v[BAR_MAX]);

/* Whether s goes on as a note on an author does: "a news writer for The
 * Post". */
bool bar_writer(struct str s);

/* Whether the last word of s names a section of a site: "India News". */
bool bar_section(struct str s);

/* "Jane Doe": two to four words that are names and nothing else. */
bool bar_name(struct str s);

#endif
