/*
 * ref.h - character references of HTML.
 *
 *   "&amp;" "&#38;" "&#x26;" "&eacute;"    also "&copy2024": the old names
 *                                          need no semicolon
 *
 * Names are in data/html/entities.tsv.
 */
#ifndef PK_REF_H
#define PK_REF_H

#include "block.h"

#define REF_MAX 2 /* code points that one reference can mean */

/*
 * The reference that s begins with: writes what it means to cp[] (cp[1] is 0
 * unless it means two) and returns its length in bytes, or 0 when s begins
 * with none.  Numbers that are no character mean U+FFFD, and 128 to 159 the
 * characters of windows-1252, as in browsers.  Cost: the reference's length.
 */
size_t ref_read(struct str s, int32_t cp[REF_MAX]);

/* s with its references decoded, in a; s itself when there is none. */
struct str ref_decode(struct str s, struct arena *a);

/*
 * Decodes the references that were left in plain text (before there are
 * blocks): only those that end with ";", as in "AT&amp;T said &#8220;no",
 * also when they were encoded twice ("&amp;#8217;").  "R&D;" and "&lt" stay.
 * Cost: linear; a search for "&" where there is none.
 */
void ref_text(struct page *page);

/*
 * Decodes, in a page with markup, the references that may be misread UTF-8:
 * "&acirc;&euro;&trade;", "&#195;©".  They are references to, or beside, a
 * letter of Latin-1 that UTF-8 begins with, with no ASCII between, so the
 * markup stays what it is.  For mojibake_repair().  Cost: as ref_text().
 */
void ref_misread(struct page *page);

#endif
