/*
 * date_form.h - TIMEX3 values as text.
 */
#ifndef PK_DATE_FORM_H
#define PK_DATE_FORM_H

#include "date_rule.h"
#include "date_when.h"

/* "2025-11-03", "2024-SU", "2025-W45-WE", "2026-03-17T03:00"; empty when
 * nothing is known.  In a. */
struct str form_when(const struct when *w, struct arena *a);

/* "P1Y", "PT2H51M", "PXM"; the draft's amounts.  In a. */
struct str form_amount(const struct draft *d, struct arena *a);

/* "P1D", "XXXX-WXX-1".  In a. */
struct str form_set(const struct draft *d, struct arena *a);

#endif
