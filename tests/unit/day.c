/*
 * day.c - the days that a date's value covers.
 */
#include "story/day.h"

#include "check.h"

int
main(void)
{
	static const struct {
		const char *value;
		long days; /* 0: none that is known */
	} cases[] = { { "2025-11-03", 1 }, { "2025-11-03T09:00", 1 },
		{ "2025-W45", 7 }, { "2025-11", 30 }, { "2024-02", 29 },
		{ "2025-Q3", 92 }, { "2025-SU", 92 }, { "2025", 365 },
		{ "2025-02-30", 0 }, { "2025-W54", 0 }, { "2025-W00", 0 },
		{ "XXXX-11-03", 0 }, { "P1Y", 0 }, { "PRESENT_REF", 0 },
		{ "", 0 }, { "202", 0 }, { "2025-", 0 }, { "2025-1", 0 },
		{ "2025-11-0", 0 }, { "2025-11-03x", 0 }, { "2025-XX", 0 },
		{ "0000-01-01", 0 }, { "2025-13-01", 0 } };
	long first, last, week, day;

	for (size_t i = 0; i < COUNT(cases); i++) {
		bool known = day_span(str_of(cases[i].value), &first, &last);

		CHECK(known == (cases[i].days > 0));
		CHECK(!known || last - first + 1 == cases[i].days);
	}
	/* The Monday of the week of 3 November 2025. */
	CHECK(day_span(STR("2025-W45"), &week, &last));
	CHECK(day_span(STR("2025-11-03"), &day, &last));
	CHECK(week == day);
	return check_end();
}
