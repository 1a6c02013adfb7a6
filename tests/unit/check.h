/*
 * check.h - what unit tests need: CHECK() prints what did not hold, with its
 * place, and the test goes on; main() returns check_end().
 */
#ifndef PK_CHECK_H
#define PK_CHECK_H

#include <stdio.h>

#include "base/base.h"

static unsigned check_failed, check_passed, check_skipped;

#define CHECK(cond)                                                            \
	((cond) ? (void)check_passed++                                         \
		: (void)(check_failed++,                                       \
		      fprintf(stderr, "%s:%d: not so: %s\n", __FILE__,         \
			  __LINE__, #cond)))

/* Two strings are the same bytes; prints both when not. */
#define CHECK_STR(got, want) check_str(__FILE__, __LINE__, (got), (want))

static inline void
check_str(const char *file, int line, struct str got, const char *want)
{
	if (str_is(got, want)) {
		check_passed++;
		return;
	}
	check_failed++;
	fprintf(stderr, "%s:%d: \"%.*s\", not \"%s\"\n", file, line, (int)got.n,
	    got.p, want);
}

/* Says what cannot be tested here, and why. */
static inline void
check_skip(const char *what, const char *why)
{
	check_skipped++;
	printf("skipped: %s: %s\n", what, why);
}

/* "N passed, N failed, N skipped", and the exit status. */
static inline int
check_end(void)
{
	printf("%u passed, %u failed", check_passed, check_failed);
	if (check_skipped > 0)
		printf(", %u skipped", check_skipped);
	printf("\n");
	return check_failed > 0;
}

#endif
