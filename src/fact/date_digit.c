/*
 * date_digit.c - dates, times and numbers in digits; see date_lexer.h.
 */
#include "date_cal.h"
#include "date_lexer.h"

/* A date in digits that can be read in two ways is this near the document's,
 * if one of them is. */
#define NEAR_DAYS 45

/* Reads "5,000", "1.5", "24": commas must group by three. */
static bool
decimal(struct str s, double *val)
{
	char plain[24];
	size_t n = 0, group = 0;
	bool comma = false;

	for (size_t i = 0; i < s.n; i++) {
		if (n == sizeof(plain))
			return false;
		if (s.p[i] == ',') {
			if (comma && group != 3)
				return false;
			comma = true;
			group = 0;
			continue;
		}
		if (s.p[i] == '.' && comma && group != 3)
			return false;
		comma = comma && s.p[i] != '.';
		group++;
		plain[n++] = s.p[i];
	}
	return (!comma || group == 3) && str_num((struct str){ plain, n }, val);
}

/* Behind "a.m.", "pm" at token i (*half is then 0 or 720), or i. */
static size_t
ampm_end(const struct lexer *lx, size_t i, int *half)
{
	double value;

	/* "5+am" */
	if (lexer_is(lx, i, "+", true) && lexer_name(lx, i + 1, LEX_AMPM, NULL))
		i++;
	if (!lexer_name(lx, i, LEX_AMPM, &value))
		return i;
	/* "10 am" and "I am" differ by the number in front; "10 Am" is
	 * nothing. */
	*half = (int)value;
	return i + 1;
}

/* Minutes since midnight of the hour and minute with a half of the day. */
static int
minutes(int hour, int minute, int half)
{
	return hour % 12 * 60 + half + minute;
}

/* "3 a.m.", "3:30pm", "10.30 pm", "3 o'clock", from the hour at token i;
 * next is the token behind the digits. */
bool
lexer_clock(struct lexer *lx, int hour, int minute, size_t next)
{
	int half = -1;
	size_t end;

	if (hour > 23 || minute > 59)
		return false;
	end = ampm_end(lx, next, &half);
	if (end == next && lexer_name(lx, next, LEX_OCLOCK, NULL)) {
		end = ampm_end(lx, next + 1, &half);
		if (half < 0) {
			lexer_become(lx, end, LEX_CLOCK, hour * 60 + minute);
			return true;
		}
	}
	if (half < 0 || hour == 0)
		return false;
	lexer_become(lx, end, LEX_CLOCK,
	    hour > 12 ? hour * 60 + minute : minutes(hour, minute, half));
	lx->it.half = true;
	return true;
}

/* "9:30a", "8:45p": the letter at token end, glued. */
static bool
clock_letter(struct lexer *lx, int hour, int minute, size_t end)
{
	bool after = lexer_is(lx, end, "p", true);
	const struct token *next = lexer_at(lx, end + 1);

	if ((!after && !lexer_is(lx, end, "a", true)) || hour == 0 ||
	    hour > 12 ||
	    (next != NULL && next->glued && next->kind != TOKEN_PUNCT))
		return false;
	lexer_become(
	    lx, end + 1, LEX_CLOCK, minutes(hour, minute, after ? 720 : 0));
	lx->it.half = true;
	return true;
}

/* "10:30", "10:30:15", "10:30 p.m." from the hour at token i. */
static bool
clock_colon(struct lexer *lx, size_t i, int hour)
{
	int minute, second = -1;
	size_t end = i + 3;

	if (!lexer_is(lx, i + 1, ":", true) ||
	    !lexer_glued(lx, i + 2, &minute) ||
	    lexer_at(lx, i + 2)->text.n != 2 || minute > 59 || hour > 24)
		return false;
	if (lexer_is(lx, end, ":", true) && lexer_glued(lx, end + 1, &second) &&
	    lexer_at(lx, end + 1)->text.n == 2 && second < 60)
		end += 2;
	if (lexer_is(lx, end, ":", true) || (hour == 24 && minute > 0))
		return false;
	if (!lexer_clock(lx, hour, minute, end) &&
	    !clock_letter(lx, hour, minute, end))
		lexer_become(lx, end, LEX_CLOCK, hour * 60 + minute);
	lx->it.second = second + 1;
	return true;
}

/* "16h00", "9h30". */
static bool
clock_h(struct lexer *lx, size_t i, int hour)
{
	int minute;

	/* "1H25" is half a year */
	if (!lexer_is(lx, i + 1, "h", true) ||
	    *lexer_at(lx, i + 1)->text.p == 'H' ||
	    !lexer_glued(lx, i + 2, &minute) ||
	    lexer_at(lx, i + 2)->text.n != 2 || minute > 59 || hour > 23)
		return false;
	lexer_become(lx, i + 3, LEX_CLOCK, hour * 60 + minute);
	return true;
}

/* Reads "10.30". */
static bool
dot_time(struct str s, int *hour, int *minute)
{
	size_t dot = str_find(s, STR("."), 0);

	return dot < s.n && s.n - dot == 3 &&
	    lexer_whole(str_cut(s, 0, dot), hour) &&
	    lexer_whole(str_cut(s, dot + 1, s.n), minute) && *hour < 24 &&
	    *minute < 60;
}

/* Whether token i names a day: "Monday", "tomorrow", "night". */
static bool
day_word(const struct lexer *lx, size_t i)
{
	return lexer_name(lx, i, LEX_WEEKDAY, NULL) ||
	    lexer_name(lx, i, LEX_WEEKDAYS, NULL) ||
	    lexer_name(lx, i, LEX_DAY, NULL) ||
	    lexer_name(lx, i, LEX_PART, NULL);
}

/* Whether the token, a number with a full stop, stands where a time does:
 * "Monday at 2.30", "at 2.30 on Monday". */
static bool
is_timed(const struct lexer *lx, size_t i)
{
	const struct token *next = lexer_at(lx, i + 1);

	if (i < 1 || !lexer_is(lx, i - 1, "at", false))
		return false;
	if (day_word(lx, i + 1) ||
	    (lexer_is(lx, i + 1, "on", false) && day_word(lx, i + 2)))
		return true;
	return i > 1 && day_word(lx, i - 2) &&
	    (next == NULL ||
		(next->kind == TOKEN_PUNCT && !str_is(next->text, "%")));
}

/* "9.30-4.30pm": the first of two, of which the second says what they are. */
static bool
is_first_time(const struct lexer *lx, size_t i)
{
	const struct token *last = lexer_at(lx, i + 2);
	int hour, minute;

	return last != NULL &&
	    (lexer_dash(lexer_at(lx, i + 1)) ||
		lexer_name(lx, i + 1, LEX_TO, NULL)) &&
	    dot_time(last->text, &hour, &minute) &&
	    lexer_name(lx, i + 3, LEX_AMPM, NULL);
}

/* "10.30 pm", "10.30 GMT": the one token that has a full stop. */
static bool
clock_dot(struct lexer *lx, size_t i)
{
	int hour, minute;

	if (!dot_time(lexer_at(lx, i)->text, &hour, &minute))
		return false;
	if (lexer_clock(lx, hour, minute, i + 1))
		return true;
	if (!lexer_name(lx, i + 1, LEX_ZONE, NULL) && !is_timed(lx, i) &&
	    !is_first_time(lx, i))
		return false;
	lexer_become(lx, i + 1, LEX_CLOCK, hour * 60 + minute);
	return true;
}

/* "at 0730", "from 0800 to 1700": a number that begins with 0 is none of
 * things; the second of two follows the first. */
static bool
is_military(const struct lexer *lx, size_t i)
{
	size_t at = i;

	if (at > 2 && lexer_at(lx, i - 2)->text.n == 4 &&
	    (lexer_dash(lexer_at(lx, i - 1)) ||
		lexer_name(lx, i - 1, LEX_TO, NULL) ||
		lexer_name(lx, i - 1, LEX_AND, NULL)))
		at -= 2;
	return at > 0 && *lexer_at(lx, at)->text.p == '0' &&
	    (lexer_is(lx, at - 1, "at", false) ||
		lexer_is(lx, at - 1, "from", false) ||
		lexer_is(lx, at - 1, "between", false) ||
		lexer_name(lx, at - 1, LEX_APPROX, NULL));
}

/* "0900 GMT", "1430 hours". */
static bool
clock_military(struct lexer *lx, size_t i, int digits)
{
	int minutes;
	double unit = 0;
	bool hours = lexer_name(lx, i + 1, LEX_UNITS, &unit) &&
	    (int)unit == UNIT_HOUR && digits < 2000;

	if (lexer_at(lx, i)->text.n != 4 || digits / 100 > 24 ||
	    digits % 100 > 59)
		return false;
	if (!hours && !is_military(lx, i) &&
	    !lexer_name(lx, i + 1, LEX_ZONE, NULL) &&
	    !lexer_name(lx, i + 1, LEX_AMPM, NULL))
		return false;
	if (lexer_clock(lx, digits / 100, digits % 100, i + 1))
		return true;
	minutes = digits / 100 * 60 + digits % 100;
	lexer_become(lx, i + 1 + hours, LEX_CLOCK, minutes);
	return true;
}

/* A year of two digits: 70 to 99 are the last century's. */
static int
full_year(struct str digits, int val)
{
	if (digits.n > 2)
		return val;
	return val >= 70 ? 1900 + val : 2000 + val;
}

static bool
become_full(struct lexer *lx, size_t to, int year, int month, int day)
{
	if (year < 1 || !cal_valid(year, month, day) || day == 0)
		return false;
	lexer_become(lx, to, LEX_FULL, 0);
	lx->it.full = (struct day){ year, month, day };
	return true;
}

/* How many days a date lies from the document's, or a large number. */
static long
days_from_ref(const struct lexer *lx, struct day day)
{
	struct day ref = lx->story != NULL ? lx->story->ref : (struct day){ 0 };
	long n;

	if (ref.year == 0 || ref.month == 0 || ref.day == 0)
		return NEAR_DAYS + 1;
	n = cal_number(day) - cal_number(ref);
	return n < 0 ? -n : n;
}

/* Whether "03/11/2025" has the month first: as the document has it elsewhere;
 * else as that of the two is near its date; else as most who write slashes
 * do. */
static bool
is_month_first(const struct lexer *lx, int year, const int v[3], char mark)
{
	long month, day;

	if (mark == '.') /* nobody writes the month first with dots */
		return false;
	if (lx->story != NULL && lx->story->digits != DIGITS_UNKNOWN)
		return lx->story->digits == DIGITS_MONTH_FIRST;
	month = days_from_ref(lx, (struct day){ year, v[0], v[1] });
	day = days_from_ref(lx, (struct day){ year, v[1], v[0] });
	if ((month <= NEAR_DAYS) != (day <= NEAR_DAYS))
		return month <= NEAR_DAYS;
	return mark == '/';
}

/* Three numbers in the order that their sizes and the text's habit give. */
static bool
three_numbers(struct lexer *lx, size_t to, const struct str s[3],
    const int v[3], char mark)
{
	int year = full_year(s[2], v[2]);
	bool day_first = v[0] > 12, month_first = v[1] > 12;

	if (s[0].n == 4)
		return become_full(lx, to, v[0], v[1], v[2]);
	if (s[0].n > 2 || s[1].n > 2 || (s[2].n != 4 && s[2].n != 2) ||
	    v[0] == 0 || v[1] == 0)
		return false;
	if (!day_first && !month_first)
		month_first = is_month_first(lx, year, v, mark);
	else if (lx->story != NULL && day_first != month_first && mark != '.')
		lx->story->digits =
		    day_first ? DIGITS_DAY_FIRST : DIGITS_MONTH_FIRST;
	if (month_first)
		return become_full(lx, to, year, v[0], v[1]);
	return become_full(lx, to, year, v[1], v[0]);
}

/* "31-Oct-74", "22/Jan/2019", "2020/Sep/23" at token i, whose middle is a
 * word. */
static bool
named_month(struct lexer *lx, size_t i, int first, int month)
{
	const struct token *last = lexer_at(lx, i + 4);
	int val;

	if (!lexer_glued(lx, i + 4, &val))
		return false;
	if (lexer_at(lx, i)->text.n == 4)
		return become_full(lx, i + 5, first, month, val);
	return (last->text.n == 2 || last->text.n == 4) &&
	    become_full(lx, i + 5, full_year(last->text, val), month, first);
}

/* "2025-11-03", "03/11/2025", "3-11-25" at token i; all glued. */
static bool
full_date(struct lexer *lx, size_t i)
{
	const struct token *sep = lexer_at(lx, i + 1);
	struct str s[3];
	double month;
	int v[3];

	if (sep == NULL || !sep->glued ||
	    (!lexer_dash(sep) && !str_is(sep->text, "/")))
		return false;
	if (lexer_name(lx, i + 2, LEX_MONTH, &month) &&
	    lexer_at(lx, i + 2)->glued &&
	    lexer_is(lx, i + 3, str_is(sep->text, "/") ? "/" : "-", true) &&
	    lexer_whole(lexer_at(lx, i)->text, &v[0]))
		return named_month(lx, i, v[0], lex_whole(month));
	for (size_t k = 0; k < 3; k++) {
		const struct token *tok = lexer_at(lx, i + 2 * k);

		if (tok == NULL || (k > 0 && !tok->glued) ||
		    !lexer_whole(tok->text, &v[k]))
			return false;
		s[k] = tok->text;
	}
	if (!lexer_is(lx, i + 3,
		sep->text.n == 1 && *sep->text.p == '/' ? "/" : "-", true))
		return false;
	/* a fourth group makes it a number of something */
	if (lexer_at(lx, i + 5) != NULL && lexer_at(lx, i + 5)->glued &&
	    (lexer_dash(lexer_at(lx, i + 5)) || lexer_is(lx, i + 5, "/", true)))
		return false;
	return three_numbers(lx, i + 5, s, v, *sep->text.p);
}

/* Whether a time in digits is at token i: "11.00am", "10:30". */
static bool
is_time(const struct lexer *lx, size_t i)
{
	const struct token *tok = lexer_at(lx, i);

	return tok != NULL && tok->kind == TOKEN_NUMBER &&
	    (lexer_name(lx, i + 1, LEX_AMPM, NULL) ||
		lexer_is(lx, i + 1, ":", true));
}

/* "11/20" behind "on", a weekday or another such day; "on 9/11" is an
 * event. */
static bool
month_and_day(struct lexer *lx, size_t i, int first)
{
	const struct token *next = lexer_at(lx, i + 3);
	int v[3] = { first, 0, 0 }, year = 2000; /* a leap year */
	bool swap;

	if (i == 0 || lexer_at(lx, i)->text.n > 2 ||
	    !lexer_is(lx, i + 1, "/", true) || !lexer_glued(lx, i + 2, &v[1]) ||
	    lexer_at(lx, i + 2)->text.n > 2 || (first == 9 && v[1] == 11))
		return false;
	if (next != NULL && !lexer_name(lx, i + 3, LEX_AND, NULL) &&
	    !lexer_name(lx, i + 3, LEX_AT, NULL) && !is_time(lx, i + 3) &&
	    (next->kind != TOKEN_PUNCT || str_is(next->text, "/")))
		return false;
	if (!lexer_is(lx, i - 1, "on", false) &&
	    !lexer_name(lx, i - 1, LEX_WEEKDAY, NULL) &&
	    !(lx->slashed == i - 1 &&
		(lexer_is(lx, i - 1, ",", false) ||
		    lexer_name(lx, i - 1, LEX_AND, NULL))))
		return false;
	if (lx->story != NULL && lx->story->ref.year > 0)
		year = lx->story->ref.year;
	swap = first > 12 ||
	    (v[1] <= 12 && v[1] > 0 && first > 0 &&
		!is_month_first(lx, year, v, '/'));
	if (!become_full(lx, i + 3, year, v[swap], v[!swap]))
		return false;
	lx->it.full.year = 0;
	lx->slashed = i + 3;
	return true;
}

/* "12.05.2024", "27.03.15", which are one token. */
static bool
dotted_date(struct lexer *lx, size_t i)
{
	struct str text = lexer_at(lx, i)->text, s[3];
	size_t at = 0;
	int v[3];

	for (size_t k = 0; k < 3; k++) {
		size_t dot = str_find(text, STR("."), at);

		if (at >= text.n || (k < 2) != (dot < text.n))
			return false;
		s[k] = str_cut(text, at, dot);
		if (!lexer_whole(s[k], &v[k]))
			return false;
		at = dot + 1;
	}
	/* "3.10.12" is a version, "12.5.24" may be one */
	if (s[2].n != 4 && (s[0].n != 2 || s[1].n != 2 || v[0] <= 12))
		return false;
	return three_numbers(lx, i + 1, s, v, '.');
}

static bool
ordinal_suffix(struct str low)
{
	return str_is(low, "st") || str_is(low, "nd") || str_is(low, "rd") ||
	    str_is(low, "th");
}

/* Readings of digits as a day, a year, an ordinal, a decade. */
static void
plain_digits(struct lexer *lx, size_t i, int val)
{
	struct str s = lexer_at(lx, i)->text;
	const struct token *next = lexer_at(lx, i + 1);

	if (next != NULL && next->glued && ordinal_suffix(next->low)) {
		lexer_become(lx, i + 2, LEX_ORDINAL, val);
		return;
	}
	if (s.n >= 3 && s.n <= 4 && val % 10 == 0 &&
	    lexer_is(lx, i + 1, "s", true)) {
		lexer_become(lx, i + 2, LEX_DECADE, val);
		return;
	}
	if (val >= 1 && val <= 31 && s.n <= 2)
		lx->it.classes |= LEX_BIT(LEX_DAYNUM);
	if (s.n == 4 && val >= 1000 && val < 3000)
		lx->it.classes |= LEX_BIT(LEX_YEAR);
}

/* "1/2 hour": a fraction of one digit each before a unit. */
static bool
fraction(struct lexer *lx, size_t i, int above)
{
	int below;

	if (!lexer_is(lx, i + 1, "/", true) ||
	    !lexer_glued(lx, i + 2, &below) || above < 1 || above >= below ||
	    below > 9 ||
	    (!lexer_name(lx, i + 3, LEX_UNIT, NULL) &&
		!lexer_name(lx, i + 3, LEX_UNITS, NULL)))
		return false;
	lexer_become(lx, i + 3, LEX_NUMBER, (double)above / below);
	return true;
}

void
lexer_number(struct lexer *lx, size_t i)
{
	struct str s = lexer_at(lx, i)->text;
	double value;
	int val;

	if (dotted_date(lx, i) || clock_dot(lx, i) || lexer_glyphs(lx, i))
		return;
	if (lexer_whole(s, &val)) {
		/* "12 noon" */
		if (val == 12 && lexer_name(lx, i + 1, LEX_CLOCK, &value)) {
			lexer_become(lx, i + 2, LEX_CLOCK, value);
			return;
		}
		if (full_date(lx, i) || month_and_day(lx, i, val) ||
		    fraction(lx, i, val) || clock_colon(lx, i, val) ||
		    clock_h(lx, i, val) ||
		    (s.n <= 2 && lexer_clock(lx, val, 0, i + 1)) ||
		    clock_military(lx, i, val))
			return;
	}
	if (!decimal(s, &value))
		return;
	lexer_become(lx, i + 1, LEX_NUMBER, value);
	/* "4+ hours" */
	if (lexer_is(lx, i + 1, "+", true) &&
	    (lexer_name(lx, i + 2, LEX_UNIT, NULL) ||
		lexer_name(lx, i + 2, LEX_UNITS, NULL))) {
		lx->it.to = i + 2;
		return;
	}
	if (lexer_whole(s, &val))
		plain_digits(lx, i, val);
	if (lx->it.to == i + 1)
		lexer_compose(lx, value);
}
