/*
 * date.c - fuzz target: dates of a document's sentences, one a line.
 */
#include "fact/date.h"
#include "fuzz.h"

static void
check(const struct tokens *t, struct dates dates)
{
	size_t last = 0;

	for (size_t i = 0; i < dates.n; i++) {
		const struct date *d = &dates.v[i];

		CHECK(d->start >= last && d->start < d->end);
		CHECK(d->end <= t->text.n);
		CHECK(d->from < d->to && d->to <= t->n);
		CHECK(d->start >= t->v[d->from].start);
		CHECK(d->end <= t->v[d->to - 1].end);
		CHECK(fuzz_border(t->text, d->start));
		CHECK(fuzz_border(t->text, d->end));
		CHECK(d->kind <= DATE_SET);
		CHECK(utf8_ascii(d->value, 0) == d->value.n);
		CHECK((d->low.n == 0) == (d->high.n == 0));
		last = d->end;
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *a = fuzz_arena();
	struct str text = fuzz_text(data, size, a);
	struct date_story story = { .ref = { 2025, 11, 6 } };
	struct day day = { 0, 0, 0 };

	story.ref_minute = size > 0 ? data[0] * 5 : 0; /* up to 21:15 */
	if (day_parse(text, &day)) {
		CHECK(day.month >= 0 && day.month <= 12);
		CHECK(day.day >= 0 && day.day <= 31);
		story.ref = day;
		story.ref_minute = day_minute(text);
		CHECK(story.ref_minute >= 0 && story.ref_minute <= 1440);
	}
	for (size_t at = 0; at < text.n;) {
		size_t end = str_find(text, STR("\n"), at);
		struct tokens t = token_split(str_cut(text, at, end), a);

		check(&t, date_find_next(&t, &story, a));
		check(&t, date_find(&t, (struct day){ 0, 0, 0 }, a));
		at = end + 1;
	}
	return 0;
}
