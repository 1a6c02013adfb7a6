/*
 * scan.c - many bytes at a time say the same as one after the other.
 */
#include "base/scan.h"
#include "check.h"

/* The first of the SCAN_SIZE bytes at p that is c, below low, or beyond
 * ASCII. */
static size_t
first_of(const unsigned char *p, char c, unsigned char low)
{
	size_t i = 0;

	while (i < SCAN_SIZE && p[i] != (unsigned char)c && p[i] >= low &&
	    p[i] < 0x80)
		i++;
	return i;
}

/* Each byte at each place, before and behind others that come close to what
 * is sought. */
static void
each_byte(void)
{
	static const unsigned char near[] = { 'a', 0x7f, 0x20, 0x21, 'b' };
	unsigned wrong = 0;

	for (unsigned byte = 0; byte < 256; byte++) {
		for (size_t at = 0; at < SCAN_SIZE; at++) {
			unsigned char p[SCAN_SIZE];
			struct scan v;
			uint64_t hits;
			size_t want;

			for (size_t i = 0; i < SCAN_SIZE; i++)
				p[i] = near[(i + byte) % COUNT(near)];
			p[at] = (unsigned char)byte;
			v = scan_load((const char *)p);
			hits = scan_is(v, '.') | scan_below(v, 0x20) |
			    scan_high(v);
			want = first_of(p, '.', 0x20);
			wrong += want == SCAN_SIZE
			    ? hits != 0
			    : hits == 0 || scan_first(hits) != want;
		}
	}
	CHECK(wrong == 0);
}

/* Tests combined with &: none sees what is not there. */
static void
both(void)
{
	static const char pairs[] = " a! a!  a! a! b ";
	struct scan v = scan_load(pairs), next = scan_load(pairs + 1);
	uint64_t hits = scan_is(v, ' ') & scan_is(next, ' ');

	CHECK(hits != 0 && scan_first(hits) == 6);
	CHECK((scan_is(v, '!') & scan_below(v, '!')) == 0);
}

int
main(void)
{
	each_byte();
	both();
	return check_end();
}
