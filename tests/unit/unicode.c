/*
 * unicode.c - Unicode's own tests, from Debian's unicode-data; tests/run
 * unpacks what is packed there into $B.
 *
 *   NormalizationTest.txt   repaired text is in form NFC
 *   GraphemeBreakTest.txt   a sentence begins and ends with whole characters
 */
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "check.h"
#include "text/norm.h"
#include "text/sent.h"

#define GRAPHEMES "/usr/share/unicode/auxiliary/GraphemeBreakTest.txt"

static struct arena arena;

static struct str
norm(struct str s)
{
	struct srcmap same = { .a = &arena }, map = { .a = &arena };

	return norm_text(s, 0, &same, NULL, &map, &arena);
}

/* Code points in hexadecimal, up to ";", as UTF-8. */
static struct str
column(char **line)
{
	struct buf b = { .a = &arena };

	while (**line != ';' && **line != '\0')
		buf_cp(&b, (int32_t)strtol(*line, line, 16));
	*line += **line == ';';
	return buf_str(&b);
}

/* Whether a character is two letters (data/norm/ligatures.tsv). */
static bool
is_ligature(int32_t cp)
{
	return cp == 0x132 || cp == 0x133 || cp == 0x149 ||
	    (cp >= 0x1c4 && cp <= 0x1cc) || (cp >= 0x1f1 && cp <= 0x1f3) ||
	    (cp >= 0xfb00 && cp <= 0xfb06);
}

/* Whether norm_text() does no more to s than compose it. */
static bool
only_composed(struct str s)
{
	for (size_t i = 0; i < s.n;) {
		size_t at = i, start = i, end;
		int32_t cp = utf8_next(s, &at);

		end = at;
		norm_trim(s, &start, &end);
		if (start == end || is_ligature(cp))
			return false;
		i = at;
	}
	return norm(s).n > 0;
}

/* Column 2 is the NFC of columns 1, 2 and 3; column 4 that of 4 and 5. */
static void
composed(char *line)
{
	struct str c[5];

	if (line[0] == '@')
		return;
	for (int i = 0; i < 5; i++)
		c[i] = column(&line);
	for (int i = 0; i < 5; i++) {
		if (only_composed(c[i]))
			CHECK(str_eq(norm(c[i]), c[i < 3 ? 1 : 3]));
	}
}

/* "÷ 0020 × 0308 ÷": ÷ where a character ends, × where it does not.  White
 * space around a sentence goes, also when it is part of a character. */
static void
whole(char *line)
{
	struct buf b = { .a = &arena };
	bool border[200] = { true };
	size_t pos = 0, start, end;
	char *p = line;

	while ((p = strpbrk(p, "0123456789ABCDEF\t")) != NULL && *p != '\t' &&
	    b.n + UTF8_MAX < COUNT(border)) {
		buf_cp(&b, (int32_t)strtol(p, &p, 16));
		p += *p == ' ';
		border[b.n] = strncmp(p, "\xc3\xb7", 2) == 0;
	}
	while (sent_next(buf_str(&b), &pos, &start, &end))
		CHECK((border[end] || ch_space(b.p[end])) &&
		    (border[start] || ch_space(b.p[start - 1])));
}

static void
each_line(const char *name, void (*check)(char *line))
{
	FILE *f = fopen(name, "r");
	struct arena mark = arena;
	char line[2000];

	if (f == NULL) {
		check_skip(name, "not here (Debian: unicode-data)");
		return;
	}
	for (; fgets(line, sizeof(line), f) != NULL; arena = mark) {
		if (line[0] != '#')
			check(line);
	}
	fclose(f);
}

int
main(void)
{
	const char *dir = getenv("B");
	char name[4096];

	arena = arena_new(1 << 20);
	snprintf(name, sizeof(name), "%s/NormalizationTest.txt",
	    dir != NULL ? dir : "build");
	each_line(name, composed);
	each_line(GRAPHEMES, whole);
	return check_end();
}
