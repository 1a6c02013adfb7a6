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

int
main(void)
{
	arena = arena_new(1 << 20);
	guessed();
	mixed();
	return check_end();
}
