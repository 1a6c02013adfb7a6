/*
 * date.c - the calendar, dates of records, stories over sentences.
 */
#include "fact/date.h"

#include "check.h"
#include "fact/date_cal.h"

static struct arena arena;

static void
calendar(void)
{
	int year, week;
	struct day d = { 2025, 11, 6 };

	CHECK(cal_weekday(cal_number(d)) == 4);
	CHECK(cal_number((struct day){ 1, 1, 1 }) == 0);
	CHECK(cal_valid(2024, 2, 29) && !cal_valid(2023, 2, 29));
	CHECK(!cal_valid(1900, 2, 29) && cal_valid(2000, 2, 29));
	CHECK(!cal_valid(2025, 13, 1) && !cal_valid(2025, 4, 31));
	for (long n = 0; n < 3000000; n += 997) {
		struct day day = cal_day(n);

		CHECK(cal_valid(day.year, day.month, day.day));
		CHECK(cal_number(day) == n);
	}
	cal_week(cal_number((struct day){ 2021, 1, 3 }), &year, &week);
	CHECK(year == 2020 && week == 53);
	cal_week(cal_number((struct day){ 2024, 12, 30 }), &year, &week);
	CHECK(year == 2025 && week == 1);
	d = cal_add_months((struct day){ 2024, 1, 31 }, 1);
	CHECK(d.year == 2024 && d.month == 2 && d.day == 29);
	d = cal_add_months((struct day){ 2024, 1, 31 }, -2);
	CHECK(d.year == 2023 && d.month == 11 && d.day == 30);
	d = cal_day(cal_easter(2025));
	CHECK(d.month == 4 && d.day == 20);
	d = cal_day(cal_easter(2000));
	CHECK(d.month == 4 && d.day == 23);
	d = cal_day(cal_orthodox_easter(2024));
	CHECK(d.month == 5 && d.day == 5);
	d = cal_day(cal_rosh_hashanah(2025));
	CHECK(d.month == 9 && d.day == 23);
	d = cal_day(cal_rosh_hashanah(2018));
	CHECK(d.month == 9 && d.day == 10);
	d = cal_day(cal_lunar_new_year(2026));
	CHECK(d.month == 2 && d.day == 17);
	CHECK(cal_lunar_new_year(1949) == 0 && cal_lunar_new_year(1) == 0);
	d = cal_day(cal_nth_weekday(2025, 11, 4, 4));
	CHECK(d.day == 27);
	d = cal_day(cal_nth_weekday(2025, 5, 1, -1));
	CHECK(d.day == 26);
	CHECK(cal_nth_weekday(2025, 2, 1, 5) == 0);
}

static bool
parses(const char *s, int year, int month, int day)
{
	struct day d = { 0, 0, 0 };

	return day_parse(str_of(s), &d) && d.year == year && d.month == month &&
	    d.day == day;
}

static void
parsing(void)
{
	struct day d = { 7, 7, 7 };

	CHECK(parses("2025-11-06", 2025, 11, 6));
	CHECK(parses("2024-12", 2024, 12, 0));
	CHECK(parses("2024", 2024, 0, 0));
	CHECK(parses("2025-11-06T10:00Z", 2025, 11, 6));
	CHECK(!day_parse(STR("2025-02-31"), &d));
	CHECK(!day_parse(STR("2025-13"), &d));
	CHECK(!day_parse(STR("2025-1-1"), &d));
	CHECK(!day_parse(STR("0000-01-01"), &d));
	CHECK(!day_parse(STR("20251106"), &d));
	CHECK(!day_parse(STR(""), &d));
	CHECK(d.year == 7);
}

/* The value of the sentence's last date, or "". */
static struct str
last_value(struct date_story *story, const char *text)
{
	struct tokens t = token_split(str_of(text), &arena);
	struct dates dates = date_find_next(&t, story, &arena);

	return dates.n > 0 ? dates.v[dates.n - 1].value : STR("");
}

static void
stories(void)
{
	struct date_story news = { .ref = { 2025, 11, 6 } };
	struct date_story past = { .ref = { 2009, 12, 19 } };
	struct date_story us = { .digits = DIGITS_MONTH_FIRST };

	CHECK_STR(last_value(&news, "He said on Monday."), "2025-11-03");
	CHECK_STR(last_value(&news, "The war began on 24 February 2022."),
	    "2022-02-24");
	CHECK_STR(last_value(&news, "In October the town fell."), "2025-10");
	CHECK_STR(last_value(&past, "On September 1, 1939, war broke out."),
	    "1939-09-01");
	CHECK_STR(
	    last_value(&past, "By early October it was over."), "1939-10");
	CHECK_STR(last_value(&past, "In January they met again."), "1940-01");
	CHECK_STR(
	    last_value(&us, "It was signed on 03/11/2025."), "2025-03-11");
}

static void
spans(void)
{
	struct tokens t =
	    token_split(STR("Talks over the past 24 hours failed."), &arena);
	struct dates d = date_find(&t, (struct day){ 2025, 11, 6 }, &arena);

	CHECK(d.n == 1);
	CHECK_STR(
	    str_cut(t.text, d.v[0].start, d.v[0].end), "the past 24 hours");
	CHECK_STR(token_span(&t, d.v[0].from, d.v[0].to), "the past 24 hours");
	CHECK(d.v[0].kind == DATE_DURATION);
	CHECK_STR(str_of(date_kind_name(d.v[0].kind)), "duration");
	t = token_split(STR(""), &arena);
	CHECK(date_find(&t, (struct day){ 0, 0, 0 }, &arena).n == 0);
}

int
main(void)
{
	arena = arena_new(0);
	calendar();
	parsing();
	stories();
	spans();
	return check_end();
}
