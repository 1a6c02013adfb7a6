/*
 * claim_quote.h - the quotations of a document.
 *
 * “Double”, "straight" and ‘single’ marks; a quotation inside one is part of
 * it.  It may run over sentences; when a paragraph ends inside it, the next one
 * opens it again (“...) and only the last closes it.  A mark that nothing
 * closes in its paragraph opens none.
 */
#ifndef PK_CLAIM_QUOTE_H
#define PK_CLAIM_QUOTE_H

#include "claim_word.h"

/* The part of a quotation in one sentence, with its marks. */
struct quote {
	size_t sent;     /* index in the document */
	size_t from, to; /* tokens [from, to) */
	size_t id;       /* of the quotation, from 0, growing */
};

struct quotes {
	struct quote *v; /* in order */
	size_t n;
};

/* Finds them, and sets quoted in the words of views, one for each of n
 * sentences of one document.  The array is in a. */
struct quotes quote_find(
    const struct claim_view *views, size_t n, struct arena *a);

#endif
