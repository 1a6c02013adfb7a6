/*
 * mojibake.c - what is repaired, what is left alone, and the way back.
 */
#include "text/mojibake.h"

#include "base/utf8.h"
#include "check.h"

static struct arena arena;

static struct page
repaired(const char *text)
{
	struct page page = {
		.text = str_of(text), .a = &arena, .map = { .a = &arena }
	};

	mojibake_repair(&page);
	return page;
}

/* What "Café" became, and what it is. */
static const char *const broken[][2] = {
	{ "The caf\u00c3\u00a9 doesn\u00e2\u20ac\u2122t open.",
	    "The caf\u00e9 doesn\u2019t open." },
	/* bytes that windows-1257 and 1253 do not have */
	{ "meet S\u0106\u00a1nchez", "meet S\u00e1nchez" },
	{ "\u03a8\u00aa\u03a8\u00a8\u03a8\u00ad\u03a8\u00ab",
	    "\u062a\u0628\u062d\u062b" },
	/* a letter that is a word */
	{ "Nessuno \u0102\u00a8 qui", "Nessuno \u00e8 qui" },
	{ "Nessuno \u221a\u00ae qui", "Nessuno \u00e8 qui" },
	/* twice, three times */
	{ "a na\u00c3\u0192\u00c2\u00afve plan", "a na\u00efve plan" },
	{ ("it\u00c3\u0192\u00c2\u00a2\u00c3\u00a2\u00e2\u20ac\u0161\u00c2"
	   "\u00ac"
	   "\u00c3\u00a2\u00e2\u20ac\u017e\u00c2\u00a2s"),
	    "it\u2019s" },
	/* as ISO-8859-1, with its control characters */
	{ "\u00e2\xc2\x80\xc2\x9cYes\u00e2\xc2\x80\xc2\x9d, he said",
	    "\u201cYes\u201d, he said" },
	{ "the \xc2\x93old\xc2\x94 town\xc2\x92s walls\xc2\x85",
	    "the \u201cold\u201d town\u2019s walls\u2026" },
	/* windows-1250, windows-1251, Mac OS Roman, code page 437 */
	{ "pr\u0102\u00ad\u00c4\u0164 Plze\u0139\xc2\x88",
	    "pr\u00ed\u010d Plze\u0148" },
	{ "the bank\u0432\u0402\u2122s \u0432\u0402\u045aB\u0432\u0402\u045c",
	    "the bank\u2019s \u201cB\u201d" },
	{ "na\u221a\u00d8ve caf\u221a\u00a9", "na\u00efve caf\u00e9" },
	{ "Universit\u251c\u00f1t, M\u251c\u2563nchen",
	    "Universit\u00e4t, M\u00f9nchen" },
	/* other scripts, in runs */
	{ "\u00d0\u0161\u00d0\u00b8\u00d1\u2014\u00d0\u00b2",
	    "\u041a\u0438\u0457\u0432" },
	{ "\u00d9\u2026\u00d8\u00b5\u00d8\u00b1", "\u0645\u0635\u0631" },
	/* a no-break space that became a space */
	{ "voil\u00c3 le plan", "voil\u00e0 le plan" },
	{ "aten\u00c3\u00a7\u00c3\u00a3o \u00c3 s pessoas",
	    "aten\u00e7\u00e3o \u00e0s pessoas" },
	/* bytes that were lost */
	{ "\u00e2\u20ac\u0153so\u00e2\u20ac? he said",
	    "\u201cso\ufffd he said" },
	{ "Sloven\u00c4\ufffdina", "Sloven\ufffdina" },
	/* an emoji, and one written as two surrogates */
	{ "so \u00f0\u0178\u02dc\u20ac", "so \U0001f600" },
	{ "so \u00ed\u00a0\u00bd\u00ed\u00b8\xc2\x80", "so \U0001f600" },
	{ "20\u00c2\u00b0C for \u00c2\u00a35", "20\u00b0C for \u00a35" },
};

/* What could be taken for it. */
static const char *const good[] = {
	"plain English",
	"The caf\u00e9 \u2013 it\u2019s \u201cna\u00efve\u201d \u2026",
	"TR\u00c9SOR\u00ae, NESTL\u00c9\u2122, ARM\u00c9\u2026",
	"\u201cIRM\u00c3\u201d, IRM\u00c3\u2026 IRM\u00c3\u2019S",
	"5\u00d7\u00a335 and 4288\u00d7\u2026",
	"D\u00c9J\u00c0\u00bb",
	"HELSINGISS\u00c4\u00a0ON",
	("\u0420\u0406\u041a, \u0420\u0456\u0447\u0447\u044f "
	 "\u0456\u0421\u0406"),
	"\u0423\u0421\u0422\u0410\u0412\u00bb",
	"\u221a\u03c0 \u2248 1.77, \u2206\u00b0",
	"Bront\u00eb\u2026\u201d",
	"\u251c\u2524a\u253c\u2510a\u253c\u2510a",
	"C O N C L U S \u00c3 O",
	"\u65e5\u672c\u8a9e \u0627\u0644\u0639",
};

static void
texts(void)
{
	for (size_t i = 0; i < COUNT(broken); i++)
		CHECK_STR(repaired(broken[i][0]).text, broken[i][1]);
	for (size_t i = 0; i < COUNT(good); i++) {
		struct page page = repaired(good[i]);

		CHECK_STR(page.text, good[i]);
		CHECK(page.text.p == good[i] && page.map.n == 0);
	}
}

static void
ways_back(void)
{
	/* 0: "a ", 2: C3 AF C2 A9 (4 bytes), 6: "b " */
	struct page page = repaired("caf\u00c3\u00a9 b\u00e2\u20ac\u2122s");

	CHECK_STR(page.text, "caf\u00e9 b\u2019s");
	CHECK(srcmap_at(&page.map, 2) == 2);
	CHECK(srcmap_at(&page.map, 3) == 3);  /* first byte of C3 */
	CHECK(srcmap_at(&page.map, 4) == 6);  /* last byte of A9 */
	CHECK(srcmap_at(&page.map, 5) == 7);  /* the space */
	CHECK(srcmap_at(&page.map, 6) == 8);  /* "b" */
	CHECK(srcmap_at(&page.map, 7) == 9);  /* the apostrophe */
	CHECK(srcmap_at(&page.map, 9) == 16); /* its last byte */
	CHECK(srcmap_at(&page.map, 10) == 17);
	CHECK(srcmap_at(&page.map, page.text.n) == 18);
}

/* A weak sequence goes with the strong ones of its paragraph, and only with
 * those. */
static void
context(void)
{
	CHECK_STR(repaired("\u00c3\u2026. Andr\u00c3\u00a9").text,
	    "\u00c5. Andr\u00e9");
	CHECK_STR(repaired("\u00c3\u2026.\n\nAndr\u00c3\u00a9").text,
	    "\u00c3\u2026.\n\nAndr\u00e9");
}

/* A line of megabytes is repaired in parts, in linear time. */
static void
long_line(void)
{
	struct page page = { .a = &arena, .map = { .a = &arena } };
	struct buf b = { .a = &arena }, want = { .a = &arena };

	for (int i = 0; i < 200000; i++) {
		buf_add(&b, STR("caf\u00c3\u00a9 "));
		buf_add(&want, STR("caf\u00e9 "));
	}
	page.text = buf_str(&b);
	mojibake_repair(&page);
	CHECK(str_eq(page.text, buf_str(&want)));
	CHECK(srcmap_at(&page.map, page.text.n) == b.n);
}

int
main(void)
{
	arena = arena_new(1 << 20);
	texts();
	ways_back();
	context();
	long_line();
	return check_end();
}
