/*
 * keep.h - what pk-dedupe keeps between runs: the items of its log.
 *
 * The log itself is base/store.h, what is in each item is in pk-state(5).
 */
#ifndef PK_KEEP_H
#define PK_KEEP_H

#include "base/store.h"

/* Kinds of items. */
enum keep_kind {
	KEEP_DOC = 1,  /* the raw JSON name of the document that follows */
	KEEP_SENTENCE, /* a leader of the last document */
	KEEP_FACT      /* a mention that was passed on */
};

#endif
