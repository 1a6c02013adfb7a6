/*
 * charset.c - text in charsets that nobody declares.
 */
#include "text/charset.h"

#include <iconv.h>
#include <string.h>

#include "check.h"

static struct arena arena;

/* text, which is UTF-8, in another charset; empty if iconv(3) cannot. */
static struct str
encoded(const char *text, const char *charset)
{
	iconv_t cd = iconv_open(charset, "UTF-8");
	char copy[1000], *from = copy;
	size_t left = strlen(text), room = sizeof(copy);
	char *out = arena_alloc(&arena, 1, room), *to = out;

	memcpy(copy, text, left);
	if (cd == (iconv_t)-1)
		return STR("");
	if (iconv(cd, &from, &left, &to, &room) == (size_t)-1)
		to = out;
	iconv_close(cd);
	return (struct str){ out, (size_t)(to - out) };
}

static struct page
decoded(struct str bytes, struct err *guess)
{
	struct page page = { .a = &arena };

	charset_decode(bytes, STR(""), &page, guess);
	return page;
}

static void
guessed(void)
{
	static const char *const cases[][2] = {
		{ "KOI8-R", "Президент сказал, что переговоры пойдут дальше." },
		{ "CP1251", "Президент сказал, что переговоры пойдут дальше." },
		{ "ISO-8859-5", "Министр не согласен с этим предложением." },
		{ "CP1253",
		    "Ο πρωθυπουργός μίλησε χθες στη Βουλή για τα έργα." },
		{ "SHIFT_JIS", "首相は月曜日に新しい計画を発表しました。" },
		{ "EUC-JP", "首相は月曜日に新しい計画を発表しました。" },
		{ "GB18030", "总理星期一宣布了新的经济发展计划。" },
		{ "BIG5", "總理星期一宣布了新的經濟發展計畫。" },
		{ "CP949", "총리는 월요일에 새로운 계획을 발표했다." },
		{ "ISO-2022-JP", "首相は月曜日に新しい計画を発表しました。" },
		/* letters of windows-1250 where ISO 8859 has controls */
		{ "CP1250",
		    "Zastupiteľstvo sa včera hádalo, ale k dohode nedošlo." },
		{ "CP1257",
		    "Policija ieško dviejų vyrų, kurie vakare apiplėšė "
		    "banką." },
		{ "CP1254",
		    "Polis, akşam bir bankayı soyan iki adamı arıyor." },
		{ "CP1256", "تبحث الشرطة عن رجلين سرقا مصرفا في المساء." },
		/* signs and capitals in words */
		{ "MACINTOSH", "Le café a été fermé, c’est décidé." },
		{ "MACINTOSH", "Er hätte größere Häuser gewünscht." },
		/* its words tell that it is not of central Europe */
		{ "CP1252",
		    "A polícia procura dois homens que assaltaram um banco "
		    "à noite." },
		/* two bytes that are also a rare letter in UTF-8 */
		{ "CP1252", "“JOSÉ’S CAFÉ” – «OLÉ»" },
		/* western Europe is windows-1252 in any case */
		{ "CP1252", "Le président a déjà évoqué l’été dernier." },
		{ "CP1252", "“Yes,” he said" },
		{ "CP1252", "It’s so" },
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		struct str bytes = encoded(cases[i][1], cases[i][0]);
		struct err guess;
		struct page page = decoded(bytes, &guess);

		CHECK_STR(page.text, cases[i][1]);
		CHECK(guess.why != NULL);
		CHECK(srcmap_at(&page.map, page.text.n) == bytes.n);
	}
}

/* UTF-8 in which some bytes are not is no other charset. */
static void
mixed(void)
{
	struct err guess;
	struct page page = decoded(
	    STR("caf\xc3\xa9 na\xc3\xafve \x93 \xc3\xa9t\xc3\xa9"), &guess);

	CHECK_STR(page.text, "café naïve “ été");
	CHECK(guess.why != NULL && guess.at == 13);
}

/* A declared charset counts, unless the text is UTF-8. */
static void
declared(void)
{
	static const char *const cases[][3] = {
		{ "iso-8859-2", "ISO-8859-2", "Pan Wałęsa jest w Łodzi." },
		{ "windows-1251", "CP1251", "Он был в Киеве." },
		{ "koi8-u", "KOI8-U", "Він був у Києві." },
		{ "macintosh", "MACINTOSH", "Ça n’est pas été." },
		{ "iso-8859-1", "CP1252", "“It’s 5 €,” he said." },
		{ "Shift_JIS", "CP932", "首相" },
		{ "iso-2022-jp", "ISO-2022-JP", "首相は" },
		{ "big5", "BIG5-HKSCS", "總理" },
		{ "windows-1252", "UTF-8", "“Café”" },
		{ "koi8-r", "UTF-16LE", "Kyiv" },
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		struct page page = { .a = &arena };
		struct err guess;

		charset_decode(encoded(cases[i][2], cases[i][1]),
		    str_of(cases[i][0]), &page, &guess);
		CHECK_STR(page.text, cases[i][2]);
		CHECK(guess.why == NULL);
	}
}

/* What is no text of its charset is read all the same, and told once. */
static void
broken(void)
{
	static const struct {
		struct str bytes;
		const char *declared, *text;
		size_t at;
	} cases[] = {
		{ { "caf\xc3\xa9 \xe2\x80", 8 }, "", "café \ufffd", 6 },
		{ { "caf\xc3\xa9 \xc3", 7 }, "utf-8", "café \ufffd", 6 },
		{ { "a \xf0\x9f\x98", 5 }, "", "a \ufffd", 2 },
		{ { "caf\xe9", 4 }, "", "café", 3 },
		{ { "caf\xe9", 4 }, "utf-8", "café", 3 },
		{ { "a\xc0\xaf", 3 }, "", "aÀ¯", 1 },
		{ { "a\xed\xa0\x80z", 5 }, "", "aí\u00a0€z", 1 },
		{ { "\xff\xfe"
		    "a\0\0\xd8"
		    "b\0",
		      8 },
		    "",
		    "a\ufffd"
		    "b",
		    4 },
		{ { "\xff\xfe"
		    "a\0b",
		      5 },
		    "", "a\ufffd", 4 },
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		struct page page = { .a = &arena };
		struct err guess;

		charset_decode(
		    cases[i].bytes, str_of(cases[i].declared), &page, &guess);
		CHECK_STR(page.text, cases[i].text);
		CHECK(guess.why != NULL && guess.at == cases[i].at);
		CHECK(srcmap_at(&page.map, page.text.n) == cases[i].bytes.n);
	}
}

int
main(void)
{
	arena = arena_new(1 << 20);
	guessed();
	declared();
	broken();
	mixed();
	return check_end();
}
