/*
 * was.h - the figures that a sentence had before it was said anew.
 */
#ifndef PK_WAS_H
#define PK_WAS_H

#include "base/base.h"

/* The words with digits in old ("340", "$1.2bn") that text does not have, as
 * they are written, joined by ", "; empty when there are none. */
struct str was_figures(struct str old, struct str text, struct arena *a);

#endif
