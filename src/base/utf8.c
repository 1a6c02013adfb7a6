/*
 * utf8.c - UTF-8: decode, encode, validate; see utf8.h.
 */
#include "utf8.h"

#include "scan.h"

/* How many bytes the sequence that starts with b has, and the bounds of its
 * second byte (Unicode 15, table 3-7); 0 for a byte that starts none. */
static int
lead(unsigned char b, unsigned char *low, unsigned char *high)
{
	*low = 0x80;
	*high = 0xbf;
	if (b < 0x80)
		return 1;
	if (b >= 0xc2 && b <= 0xdf)
		return 2;
	if (b >= 0xe0 && b <= 0xef) {
		if (b == 0xe0)
			*low = 0xa0;
		if (b == 0xed)
			*high = 0x9f;
		return 3;
	}
	if (b >= 0xf0 && b <= 0xf4) {
		if (b == 0xf0)
			*low = 0x90;
		if (b == 0xf4)
			*high = 0x8f;
		return 4;
	}
	return 0;
}

int
utf8_decode(struct str s, size_t at, int32_t *cp)
{
	static const unsigned char bits[] = { 0, 0x7f, 0x1f, 0x0f, 0x07 };
	const unsigned char *p = (const unsigned char *)s.p + at;
	unsigned char low, high;
	int n = lead(*p, &low, &high);

	*cp = UTF8_REPLACE;
	if (n == 0)
		return -1;
	int32_t c = *p & bits[n];

	for (int i = 1; i < n; i++) {
		if ((size_t)i >= s.n - at || p[i] < low || p[i] > high)
			return -i;
		c = c << 6 | (p[i] & 0x3f);
		low = 0x80;
		high = 0xbf;
	}
	*cp = c;
	return n;
}

int32_t
utf8_next_wide(struct str s, size_t *at)
{
	int32_t cp;
	int n = utf8_decode(s, *at, &cp);

	*at += (size_t)(n > 0 ? n : -n);
	return cp;
}

int32_t
utf8_before_wide(struct str s, size_t at, size_t *start)
{
	int32_t cp;
	size_t i = at - 1;

	while (i > 0 && at - i < UTF8_MAX &&
	    ((unsigned char)s.p[i] & 0xc0) == 0x80)
		i--;
	if (utf8_decode(s, i, &cp) != (int)(at - i)) {
		i = at - 1;
		cp = UTF8_REPLACE;
	}
	*start = i;
	return cp;
}

size_t
utf8_encode(int32_t cp, char *p)
{
	if (cp < 0x80) {
		p[0] = (char)cp;
		return 1;
	}
	if (cp < 0x800) {
		p[0] = (char)(0xc0 | cp >> 6);
		p[1] = (char)(0x80 | (cp & 0x3f));
		return 2;
	}
	if (cp < 0x10000) {
		p[0] = (char)(0xe0 | cp >> 12);
		p[1] = (char)(0x80 | (cp >> 6 & 0x3f));
		p[2] = (char)(0x80 | (cp & 0x3f));
		return 3;
	}
	p[0] = (char)(0xf0 | cp >> 18);
	p[1] = (char)(0x80 | (cp >> 12 & 0x3f));
	p[2] = (char)(0x80 | (cp >> 6 & 0x3f));
	p[3] = (char)(0x80 | (cp & 0x3f));
	return 4;
}

void
buf_cp(struct buf *b, int32_t cp)
{
	char tmp[UTF8_MAX];
	size_t n = utf8_encode(cp, tmp);

	buf_add(b, (struct str){ tmp, n });
}

bool
utf8_control(int32_t cp)
{
	return (cp >= 0 && cp < 0x20) || (cp >= 0x7f && cp < 0xa0);
}

size_t
utf8_ascii(struct str s, size_t at)
{
	size_t i = at;

	for (; s.n - i >= SCAN_SIZE; i += SCAN_SIZE) {
		uint64_t high = scan_high(scan_load(s.p + i));

		if (high != 0)
			return i + scan_first(high) - at;
	}
	while (i < s.n && (unsigned char)s.p[i] < 0x80)
		i++;
	return i - at;
}

size_t
utf8_bad(struct str s)
{
	size_t i = 0;

	while ((i += utf8_ascii(s, i)) < s.n) {
		int32_t cp;

		while (i < s.n && (unsigned char)s.p[i] >= 0x80) {
			int n = utf8_decode(s, i, &cp);

			if (n < 0)
				return i;
			i += (size_t)n;
		}
	}
	return s.n;
}
