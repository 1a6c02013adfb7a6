/*
 * date_value.h - what an expression means: TIMEX3 values.
 */
#ifndef PK_DATE_VALUE_H
#define PK_DATE_VALUE_H

#include "date_rule.h"

/* Fills kind, value, mod, low and high of out; strings are static or in a.
 * Notes in story what later expressions may refer to. */
void value_resolve(const struct tokens *t, const struct draft *d,
    struct date_story *story, struct date *out, struct arena *a);

#endif
