/*
 * cut.h - the places where a sentence may end: stops, and what closes behind
 * them.
 */
#ifndef PK_CUT_H
#define PK_CUT_H

#include "base/base.h"

enum stop {
	STOP_NONE,
	STOP_DOT,  /* "." */
	STOP_MARK, /* one or more of ! ? and their kin, also with full stops */
	STOP_DOTS, /* "...", ". . .", "…" */
	STOP_WIDE  /* a stop of a script that writes no space behind it */
};

/* A place where a sentence may end: "end.’) Next" */
struct cut {
	size_t at;    /* of the first stop */
	size_t stops; /* behind the last stop */
	size_t end;   /* behind closing quotes, brackets, note numbers */
	size_t next;  /* what follows the white space */
	enum stop kind;
};

/* The first run of stops at or after s[at], with what closes behind it; false
 * at the end.  Cost: linear; looks ahead over the white space behind it. */
bool cut_next(struct str s, size_t at, struct cut *cut);

#endif
