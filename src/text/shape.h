/*
 * shape.h - what a line or a paragraph is, looked at by itself: the role that
 * its first words give away, the credit at its end.
 *
 * The forms of form.h, put together; what stands around a line is boiler.c's.
 * All take any bytes.  Cost: linear.
 */
#ifndef PK_SHAPE_H
#define PK_SHAPE_H

#include "block.h"
#include "form.h"

#define HEADING_MAX 120 /* bytes; longer lines without a stop are text */
#define TITLE_MAX 180
#define CAPTION_MAX 700
#define LABEL_MAX 60

/* s without the white space around it. */
struct str shape_trim(struct str s);

/* Whether s is one sentence. */
bool shape_single(struct str s);

/* Whether s is at most two sentences. */
bool shape_brief(struct str s);

/* Whether s[at...] (behind a phrase) begins with one of the marks that lead
 * to something: "READ MORE: ...", "Related | ...", "More »". */
bool shape_leads(struct str s, size_t at);

/* s behind its first at bytes and the marks there. */
struct str shape_behind(struct str s, size_t at);

/* Whether s is "ALSO READ: The headline": two or more words of capitals, a
 * colon, words without a full stop. */
bool shape_shouted(struct str s);

/* Whether s is a headline in capitals: "MAYOR FINDS RARE BELL UNDER TOWN
 * HALL". */
bool shape_capitals(struct str s);

/* The role of a sentence or line that its first words, a phrase of len bytes,
 * give away, or ROLE_NONE.  line: s is a line of its own. */
enum role shape_phrase_role(
    struct str s, bool line, enum phrase phrase, size_t len);

/* The same of a text of which the phrase is not known. */
enum role shape_role(struct str s, bool line);

/* Where the bracketed credit at the end of s opens, or s.n; *form says how
 * sure it is. */
size_t shape_bracket(struct str s, enum form *form);

/* Where a credit without brackets begins at the end of s, behind a sentence
 * or as "Photograph: Jane Doe/The Times"; or s.n. */
size_t shape_maker(struct str s);

/* Bytes of the counter that a picture of several begins with, "[1/3]", "1 of
 * 5 | ", "Item 1 of 3 "; 0 when there is none. */
size_t shape_counter(struct str s);

/* Whether s is a caption: a picture's credit ends it.  A bare "(Reuters)"
 * behind a full stop signs a story, as editors' initials do, "AB/CD". */
bool shape_caption(struct str s);

/* Whether all of s is a credit. */
bool shape_credit(struct str s);

/* Whether s could be a heading: short, one sentence without a full stop. */
bool shape_heading(struct str s);

/* Whether s could be the page's title. */
bool shape_title(struct str s);

#endif
