/*
 * norm.c - repaired text and the way back from it.
 */
#include "text/norm.h"
#include "check.h"

static struct arena arena;
static const struct srcmap same; /* the identity */
static struct words words;       /* those of the text at hand */

static struct str
norm(struct str s, struct srcmap *map)
{
	struct str got;

	*map = (struct srcmap){ .a = &arena };
	words_init(&words, s);
	got = norm_text(s, 0, &same, &words, map, &arena);
	words_free(&words);
	return got;
}

static void
texts(void)
{
	static const char *const cases[][2] = {
		{ "Kyiv said on Monday.", "Kyiv said on Monday." },
		{ "Kyiv  said\non\r\n\tMonday", "Kyiv said on Monday" },
		{ "10\u00a0km \u2013 \u201cyes\u201d",
		    "10 km \u2013 \u201cyes\u201d" },
		{ "infor-\nmation", "information" },
		{ "infor-\r\n  mation", "information" },
		{ "infor\u00ad\nmation", "information" },
		{ "infor\u00admation", "information" },
		{ "2024-\n2025", "2024-2025" },
		{ "Kyiv-\nMoscow", "Kyiv-Moscow" },
		{ "19-\nyear-old", "19-year-old" },
		{ "well-\nknown", "well-known" },
		{ "pre-\nand post-war", "pre- and post-war" },
		{ "rock-\nsteady", "rocksteady" },
		{ "Rock: rock-\nsteady is steady",
		    "Rock: rock-steady is steady" },
		{ "rock-\nsteady, rock-steady", "rock-steady, rock-steady" },
		{ "re-\nsolve: resolve, solve, re",
		    "resolve: resolve, solve, re" },
		{ "state-of-\nthe-art", "state-of-the-art" },
		{ "end -\nno", "end - no" },
		{ "two-\n\nlines", "two- lines" },
		{ "o\ufb03ce \ufb01re \ufb05", "office fire st" },
		{ "\u01c6ep \u0133s \u0149 \u0152uf \u01e6",
		    "d\u017eep ijs 'n \u0152uf \u01e6" },
		{ "e\u0301te\u0301", "\u00e9t\u00e9" },
		{ "e\u200b\u0301", "\u00e9" },
		{ "\u1112\u1161\u11ab", "\ud55c" },
		{ "a\u0323\u0302", "\u1ead" },
		{ "\u212b \u2126", "\u00c5 \u03a9" },
		{ "a\u200bb \u200b c\u2060d\ufeff", "ab cd" },
		{ "\u202aleft\u202c \u2066x\u2069", "left x" },
		{ "a\u200db \u0646\u200c\u0647", "ab \u0646\u200c\u0647" },
		{ "\U0001f469\u200d\U0001f680", "\U0001f469\u200d\U0001f680" },
		{ "\x01"
		  "a\x7f"
		  "b",
		    "ab" },
		{ "", "" },
	};
	struct srcmap map;

	for (size_t i = 0; i < COUNT(cases); i++)
		CHECK_STR(norm(str_of(cases[i][0]), &map), cases[i][1]);
}

/* Nothing is copied where nothing changes; the map stays empty. */
static void
untouched(void)
{
	struct str s = STR("He said: \u201cA na\u00efve plan.\u201d \u2014 No");
	struct srcmap page = { .a = &arena }, map = { .a = &arena };
	struct str got = norm(s, &map);

	CHECK(got.p == s.p && got.n == s.n && map.n == 0);
	srcmap_add(&page, 0, 50);
	got = norm_text(s, 3, &page, &words, &map, &arena);
	CHECK(got.p == s.p && map.n == 0);
	srcmap_add(&page, 10, 70); /* a tag in the page, say */
	got = norm_text(s, 3, &page, &words, &map, &arena);
	CHECK(got.p == s.p && map.n == 4 && srcmap_at(&map, 7) == 70);
}

static void
ways_back(void)
{
	struct srcmap map;
	struct str got =
	    norm(STR("Kyiv  said e\u0301t\u00e9 in-\nto it"), &map);

	CHECK_STR(got, "Kyiv said \u00e9t\u00e9 into it");
	CHECK(srcmap_at(&map, 5) == 6);   /* "said" */
	CHECK(srcmap_at(&map, 10) == 11); /* its first accent: e, then */
	CHECK(srcmap_at(&map, 11) == 13); /* the last byte of U+0301 */
	CHECK(srcmap_at(&map, 12) == 14); /* "t" */
	CHECK(srcmap_at(&map, 16) == 18); /* "in" */
	CHECK(srcmap_at(&map, 18) == 22); /* "to" */
	norm(STR("\ufeffa\nb"), &map);
	CHECK(srcmap_at(&map, 0) == 3);
}

static void
trims(void)
{
	struct str s = STR(" \u00a0\ufeffKyiv\u200b \n");
	size_t start = 0, end = s.n;

	norm_trim(s, &start, &end);
	CHECK_STR(str_cut(s, start, end), "Kyiv");
	s = STR(" \u200b\u00ad\u200d ");
	start = 0;
	end = s.n;
	norm_trim(s, &start, &end);
	CHECK(start == end);
}

/* A thousand marks on a letter are nobody's writing: kept, at linear cost. */
static void
many_marks(void)
{
	struct buf b = { .a = &arena };
	struct srcmap map;
	struct str got;

	buf_add(&b, STR("a"));
	for (int i = 0; i < 1000; i++)
		buf_add(&b, i % 2 ? STR("\u0301") : STR("\u0323"));
	got = norm(buf_str(&b), &map);
	CHECK(str_eq(got, buf_str(&b)) && map.n == 0);
}

int
main(void)
{
	arena = arena_new(1 << 20);
	texts();
	untouched();
	ways_back();
	trims();
	many_marks();
	return check_end();
}
