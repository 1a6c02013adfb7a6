/*
 * misread.h - the sequences of UTF-8 that were misread in a line, and how
 * likely each of them was one.
 */
#ifndef PK_MISREAD_H
#define PK_MISREAD_H

#include "codepage.h"

/* A character of a line. */
struct misread_char {
	int32_t cp;
	const struct codechar *c; /* NULL if in no code page */
	size_t from, to;          /* the bytes that it was made of */
	bool made;                /* repaired */
};

struct misread_line {
	struct misread_char *v;
	size_t n;
};

/* Characters line->v[at, at + len) that stand for one. */
struct misread {
	size_t at, len;
	int32_t cp; /* the one; U+FFFD if a byte was lost */
	int points; /* above 0: to be replaced */
	bool lost;  /* U+FFFD or "?" stands for a byte */
	bool query; /* "?" does */
	bool blank; /* a space stands for U+00A0 */
};

/* What is known of a line as misread in one page. */
struct misread_sum {
	size_t n;    /* sequences */
	int points;  /* 0: it was not misread so */
	size_t left; /* characters that speak against the page */
};

/* The pages in which two characters that meet could be one: bits. */
uint16_t misread_pages(const struct misread_line *line);

/* Finds the sequences of a page; v has room for half of line->n.  Cost:
 * linear. */
struct misread_sum misread_find(
    const struct misread_line *line, size_t page, struct misread *v);

#endif
