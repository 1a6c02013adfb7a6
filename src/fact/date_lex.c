/*
 * date_lex.c - items of a sentence for the date rules; see date_lex.h.
 */
#include "date_lex.h"

#include "date_cal.h"

enum holiday { HOLIDAY_FIXED, HOLIDAY_EASTER, HOLIDAY_WEEKDAY, HOLIDAY_AFTER };

#include "date_holidays.h"
#include "date_names.h"
#include "date_phrases.h"

/* What lexing one item needs to know. */
struct lexer {
	const struct tokens *t;
	bool month_first;
	struct item it; /* the item that is made */
};

static const struct token *
token_at(const struct lexer *lx, size_t i)
{
	return i < lx->t->n ? &lx->t->v[i] : NULL;
}

/* Whether token i has this text, and, if asked, no space before it. */
static bool
is_text(const struct lexer *lx, size_t i, const char *text, bool glued)
{
	const struct token *tok = token_at(lx, i);

	return tok != NULL && (tok->glued || !glued) && str_is(tok->low, text);
}

/* Reads s as a whole number below 10^6; false for anything else. */
static bool
whole(struct str s, int *val)
{
	int n = 0;

	if (s.n == 0 || s.n > 6)
		return false;
	for (size_t i = 0; i < s.n; i++) {
		if (!ch_digit(s.p[i]))
			return false;
		n = n * 10 + (s.p[i] - '0');
	}
	*val = n;
	return true;
}

/* As whole(), for the number token i, glued to the one before. */
static bool
glued_whole(const struct lexer *lx, size_t i, int *val)
{
	const struct token *tok = token_at(lx, i);

	return tok != NULL && tok->glued && tok->kind == TOKEN_NUMBER &&
	    whole(tok->text, val);
}

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

/* The row of a class for a word, or NULL. */
static const struct date_names *
name_row(struct str low, enum lex class)
{
	const struct date_names *row = tab_find(&date_names_tab, low);

	while (row != NULL && row->class != (int)class)
		row = tab_next(&date_names_tab, row);
	return row;
}

static const struct date_names *
name_at(const struct lexer *lx, size_t i, enum lex class)
{
	const struct token *tok = token_at(lx, i);

	if (tok == NULL || tok->kind != TOKEN_WORD)
		return NULL;
	return name_row(tok->low, class);
}

static bool
is_dash(const struct token *tok)
{
	return tok != NULL && tok->kind == TOKEN_PUNCT &&
	    (str_is(tok->text, "-") || str_is(tok->text, "\xe2\x80\x93") ||
		str_is(tok->text, "\xe2\x80\x94") ||
		str_is(tok->text, "\xe2\x80\x91") ||
		str_is(tok->text, "\xe2\x80\x90"));
}

/* Sets the item to tokens up to to, as class with value. */
static void
become(struct lexer *lx, size_t to, enum lex class, double value)
{
	lx->it.to = to;
	lx->it.classes = LEX_BIT(class);
	lx->it.value = value;
	lx->it.row = NULL;
}

/* Behind "a.m.", "pm" at token i (*half is then 0 or 720), or i. */
static size_t
ampm_end(const struct lexer *lx, size_t i, int *half)
{
	const struct date_names *row = name_at(lx, i, LEX_AMPM);

	if (row == NULL)
		return i;
	/* "10 am" and "I am" differ by the number in front; "10 Am" is
	 * nothing. */
	*half = (int)row->value;
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
static bool
clock_with_half(struct lexer *lx, int hour, int minute, size_t next)
{
	int half = -1;
	size_t end;

	if (hour > 23 || minute > 59)
		return false;
	end = ampm_end(lx, next, &half);
	if (end == next && name_at(lx, next, LEX_OCLOCK) != NULL) {
		end = ampm_end(lx, next + 1, &half);
		if (half < 0) {
			become(lx, end, LEX_CLOCK, hour * 60 + minute);
			return true;
		}
	}
	if (half < 0 || hour == 0)
		return false;
	become(lx, end, LEX_CLOCK,
	    hour > 12 ? hour * 60 + minute : minutes(hour, minute, half));
	return true;
}

/* "10:30", "10:30:15", "10:30 p.m." from the hour at token i. */
static bool
clock_colon(struct lexer *lx, size_t i, int hour)
{
	int minute, second = -1;
	size_t end = i + 3;

	if (!is_text(lx, i + 1, ":", true) ||
	    !glued_whole(lx, i + 2, &minute) ||
	    token_at(lx, i + 2)->text.n != 2 || minute > 59 || hour > 24)
		return false;
	if (is_text(lx, end, ":", true) && glued_whole(lx, end + 1, &second) &&
	    token_at(lx, end + 1)->text.n == 2)
		end += 2;
	if (is_text(lx, end, ":", true) || (hour == 24 && minute > 0))
		return false;
	if (!clock_with_half(lx, hour, minute, end))
		become(lx, end, LEX_CLOCK, hour * 60 + minute);
	return true;
}

/* "10.30 pm", "10.30 GMT": the one token that has a full stop. */
static bool
clock_dot(struct lexer *lx, size_t i)
{
	struct str s = token_at(lx, i)->text;
	size_t dot = str_find(s, STR("."), 0);
	int hour, minute;

	if (dot == s.n || s.n - dot != 3 || !whole(str_cut(s, 0, dot), &hour) ||
	    !whole(str_cut(s, dot + 1, s.n), &minute) || hour > 23 ||
	    minute > 59)
		return false;
	if (clock_with_half(lx, hour, minute, i + 1))
		return true;
	if (name_at(lx, i + 1, LEX_ZONE) == NULL)
		return false;
	become(lx, i + 1, LEX_CLOCK, hour * 60 + minute);
	return true;
}

/* "0900 GMT", "1430 hours". */
static bool
clock_military(struct lexer *lx, size_t i, int digits)
{
	const struct date_names *unit = name_at(lx, i + 1, LEX_UNITS);
	bool hours =
	    unit != NULL && (int)unit->value == UNIT_HOUR && digits < 2000;

	if (token_at(lx, i)->text.n != 4 || digits / 100 > 24 ||
	    digits % 100 > 59)
		return false;
	if (!hours && name_at(lx, i + 1, LEX_ZONE) == NULL &&
	    name_at(lx, i + 1, LEX_AMPM) == NULL)
		return false;
	if (clock_with_half(lx, digits / 100, digits % 100, i + 1))
		return true;
	become(lx, i + 1 + hours, LEX_CLOCK, digits / 100 * 60 + digits % 100);
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
	become(lx, to, LEX_FULL, 0);
	lx->it.full = (struct day){ year, month, day };
	return true;
}

/* Three numbers in the order that their sizes and the text's habit give. */
static bool
three_numbers(
    struct lexer *lx, size_t to, const struct str s[3], const int v[3])
{
	int year = full_year(s[2], v[2]);
	bool month_first = v[1] > 12 || (lx->month_first && v[0] <= 12);

	if (s[0].n == 4)
		return become_full(lx, to, v[0], v[1], v[2]);
	if (s[0].n > 2 || s[1].n > 2 || (s[2].n != 4 && s[2].n != 2))
		return false;
	if (month_first)
		return become_full(lx, to, year, v[0], v[1]);
	return become_full(lx, to, year, v[1], v[0]);
}

/* "2025-11-03", "03/11/2025", "3-11-25" at token i; all glued. */
static bool
full_date(struct lexer *lx, size_t i)
{
	const struct token *sep = token_at(lx, i + 1);
	struct str s[3];
	int v[3];

	if (sep == NULL || !sep->glued ||
	    (!is_dash(sep) && !str_is(sep->text, "/")))
		return false;
	for (size_t k = 0; k < 3; k++) {
		const struct token *tok = token_at(lx, i + 2 * k);

		if (tok == NULL || (k > 0 && !tok->glued) ||
		    !whole(tok->text, &v[k]))
			return false;
		s[k] = tok->text;
	}
	if (!is_text(lx, i + 3,
		sep->text.n == 1 && *sep->text.p == '/' ? "/" : "-", true))
		return false;
	/* a fourth group makes it a number of something */
	if (token_at(lx, i + 5) != NULL && token_at(lx, i + 5)->glued &&
	    (is_dash(token_at(lx, i + 5)) || is_text(lx, i + 5, "/", true)))
		return false;
	return three_numbers(lx, i + 5, s, v);
}

/* "12.05.2024", which is one token. */
static bool
dotted_date(struct lexer *lx, size_t i)
{
	struct str text = token_at(lx, i)->text, s[3];
	size_t at = 0;
	int v[3];

	for (size_t k = 0; k < 3; k++) {
		size_t dot = str_find(text, STR("."), at);

		if (at >= text.n || (k < 2) != (dot < text.n))
			return false;
		s[k] = str_cut(text, at, dot);
		if (!whole(s[k], &v[k]))
			return false;
		at = dot + 1;
	}
	return s[2].n == 4 && three_numbers(lx, i + 1, s, v);
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
	struct str s = token_at(lx, i)->text;
	const struct token *next = token_at(lx, i + 1);

	if (next != NULL && next->glued && ordinal_suffix(next->low)) {
		become(lx, i + 2, LEX_ORDINAL, val);
		return;
	}
	if (s.n >= 3 && s.n <= 4 && val % 10 == 0 &&
	    is_text(lx, i + 1, "s", true)) {
		become(lx, i + 2, LEX_DECADE, val);
		return;
	}
	if (val >= 1 && val <= 31 && s.n <= 2)
		lx->it.classes |= LEX_BIT(LEX_DAYNUM);
	if (s.n == 4 && val >= 1000 && val < 3000)
		lx->it.classes |= LEX_BIT(LEX_YEAR);
}

/* Number words behind *to that make one number with what is there:
 * "twenty-four", "two hundred", "1.5 million", "seven and a half". */
static void
compose(struct lexer *lx, double first)
{
	double total = 0, current = first;
	size_t to = lx->it.to;
	bool words = false;

	for (;;) {
		const struct date_names *row;
		size_t next = to + is_dash(token_at(lx, to));

		row = name_at(lx, next, LEX_NUMBER);
		if (row != NULL && next > to && current >= 20 &&
		    row->value < 10 && row->value >= 1 &&
		    (long)current % 10 == 0) {
			current += row->value;
		} else {
			row = name_at(lx, to, LEX_SCALE);
			if (row == NULL)
				break;
			current *= row->value;
			next = to;
			if (row->value >= 1000) {
				total += current;
				current = 0;
			}
		}
		to = next + 1;
		words = true;
	}
	if (words) {
		become(lx, to, LEX_NUMBER, total + current);
	}
}

/* "twenty-first" from the tens at token i. */
static bool
compound_ordinal(struct lexer *lx, size_t i, double tens)
{
	const struct date_names *row;

	if (tens < 20 || tens > 90)
		return false;
	row = name_at(lx, i + 1 + is_dash(token_at(lx, i + 1)), LEX_ORDINAL);
	if (row == NULL || row->value > 9)
		return false;
	become(lx, i + 2 + is_dash(token_at(lx, i + 1)), LEX_ORDINAL,
	    tens + row->value);
	return true;
}

/* "1/2 hour": a fraction of one digit each before a unit. */
static bool
fraction(struct lexer *lx, size_t i, int above)
{
	int below;

	if (!is_text(lx, i + 1, "/", true) || !glued_whole(lx, i + 2, &below) ||
	    above < 1 || above >= below || below > 9 ||
	    (name_at(lx, i + 3, LEX_UNIT) == NULL &&
		name_at(lx, i + 3, LEX_UNITS) == NULL))
		return false;
	become(lx, i + 3, LEX_NUMBER, (double)above / below);
	return true;
}

static void
lex_number(struct lexer *lx, size_t i)
{
	struct str s = token_at(lx, i)->text;
	double value;
	int val;

	if (dotted_date(lx, i) || clock_dot(lx, i))
		return;
	if (whole(s, &val)) {
		const struct date_names *noon = name_at(lx, i + 1, LEX_CLOCK);

		if (val == 12 && noon != NULL) { /* "12 noon" */
			become(lx, i + 2, LEX_CLOCK, noon->value);
			return;
		}
		if (full_date(lx, i) || fraction(lx, i, val) ||
		    clock_colon(lx, i, val) ||
		    (s.n <= 2 && clock_with_half(lx, val, 0, i + 1)) ||
		    clock_military(lx, i, val))
			return;
	}
	if (!decimal(s, &value))
		return;
	become(lx, i + 1, LEX_NUMBER, value);
	if (whole(s, &val))
		plain_digits(lx, i, val);
	if (lx->it.to == i + 1)
		compose(lx, value);
}

/* How many tokens from i on are the words of rest (0 if one is not). */
static size_t
rest_length(const struct lexer *lx, size_t i, struct str rest)
{
	size_t at = 0, n = 0;

	while (at < rest.n) {
		size_t end = str_find(rest, STR(" "), at);
		const struct token *tok = token_at(lx, i + n);

		if (tok == NULL || !str_eq(tok->low, str_cut(rest, at, end)))
			return 0;
		n++;
		at = end + 1;
	}
	return n;
}

static bool
lex_phrase(struct lexer *lx, size_t i)
{
	struct str low = token_at(lx, i)->low;
	const struct date_phrases *p = tab_find(&date_phrases_tab, low);
	const struct date_holidays *h = tab_find(&date_holidays_tab, low);
	size_t best = 0, n;

	for (; p != NULL; p = tab_next(&date_phrases_tab, p)) {
		n = rest_length(lx, i + 1, p->rest);
		if (n > best) {
			best = n;
			become(lx, i + 1 + n, (enum lex)p->class, p->value);
		}
	}
	for (; h != NULL; h = tab_next(&date_holidays_tab, h)) {
		n = rest_length(lx, i + 1, h->rest);
		if (n + 1 > best && (n > 0 || h->rest.n == 0)) {
			best = n + 1;
			become(lx, i + 1 + n, LEX_HOLIDAY, 0);
			lx->it.row = h;
		}
	}
	if (best > 0 && (lx->it.classes & LEX_BIT(LEX_NUMBER)))
		compose(lx, lx->it.value);
	return best > 0;
}

/* "Q3", "H1": the figure is a token of its own. */
static bool
lex_quarter(struct lexer *lx, size_t i)
{
	bool quarter = is_text(lx, i, "q", false);
	int val;

	if ((!quarter && !is_text(lx, i, "h", false)) ||
	    !glued_whole(lx, i + 1, &val) || val < 1 || val > (quarter ? 4 : 2))
		return false;
	become(lx, i + 2, quarter ? LEX_QUARTER : LEX_HALF, val);
	return true;
}

static void
lex_word(struct lexer *lx, size_t i)
{
	const struct token *tok = token_at(lx, i), *next;
	const struct date_names *row, *r;

	if (lex_phrase(lx, i) || lex_quarter(lx, i))
		return;
	row = tab_find(&date_names_tab, tok->low);
	if (row == NULL)
		return;
	lx->it.row = row;
	for (r = row; r != NULL; r = tab_next(&date_names_tab, r))
		lx->it.classes |= LEX_BIT(r->class);
	next = token_at(lx, i + 1);
	/* The full stop of "Nov." belongs to it, unless it ends the
	 * sentence. */
	if (lex_flag(&lx->it, "abbr") && next != NULL && next->glued &&
	    str_is(next->text, ".") && token_at(lx, i + 2) != NULL)
		lx->it.to = i + 2;
	r = name_row(tok->low, LEX_NUMBER);
	if (r == NULL)
		return;
	lx->it.value = r->value;
	if (r->value >= 1 && clock_with_half(lx, (int)r->value, 0, i + 1))
		return;
	if (!compound_ordinal(lx, i, r->value))
		compose(lx, r->value);
}

/* "'90s": the decade of two digits at the apostrophe of token i. */
static bool
short_decade(struct lexer *lx, size_t i)
{
	int val;

	if (!glued_whole(lx, i + 1, &val) || val % 10 != 0 || val > 90 ||
	    !is_text(lx, i + 2, "s", true))
		return false;
	become(lx, i + 3, LEX_DECADE, val >= 30 ? 1900 + val : 2000 + val);
	return true;
}

static void
lex_punct(struct lexer *lx, size_t i)
{
	const struct token *tok = token_at(lx, i);

	if (is_dash(tok))
		lx->it.classes = LEX_BIT(LEX_DASH);
	else if (str_is(tok->text, ","))
		lx->it.classes = LEX_BIT(LEX_COMMA);
	else if (str_is(tok->text, "/"))
		lx->it.classes = LEX_BIT(LEX_SLASH);
	else if (str_is(tok->text, "'") || str_is(tok->text, "\xe2\x80\x99") ||
	    str_is(tok->text, "\xe2\x80\x98"))
		(void)short_decade(lx, i);
}

struct items
lex_items(const struct tokens *t, bool month_first, struct arena *a)
{
	struct lexer lx = { .t = t, .month_first = month_first };
	struct items items = { 0 };

	items.v = arena_alloc(a, t->n, sizeof(*items.v));
	for (size_t i = 0; i < t->n; i = lx.it.to) {
		lx.it = (struct item){ .from = i, .to = i + 1 };
		switch (t->v[i].kind) {
		case TOKEN_WORD:
			lex_word(&lx, i);
			break;
		case TOKEN_NUMBER:
			lex_number(&lx, i);
			break;
		case TOKEN_PUNCT:
			lex_punct(&lx, i);
			break;
		case TOKEN_SYMBOL:
			break;
		}
		items.v[items.n++] = lx.it;
	}
	return items;
}

/* Whether the item's row is one of names.tsv. */
static bool
is_name(const struct item *item)
{
	return item->row != NULL && !(item->classes & LEX_BIT(LEX_HOLIDAY));
}

double
lex_value(const struct item *item, enum lex class)
{
	const struct date_names *row = is_name(item) ? item->row : NULL;

	for (; row != NULL; row = tab_next(&date_names_tab, row)) {
		if (row->class == (int)class)
			return row->value;
	}
	return item->value;
}

bool
lex_flag(const struct item *item, const char *flag)
{
	const struct date_names *row = is_name(item) ? item->row : NULL;

	for (; row != NULL; row = tab_next(&date_names_tab, row)) {
		if (str_is(row->flag, flag))
			return true;
	}
	return false;
}

bool
lex_holiday(const struct item *item, int year, struct day *day)
{
	const struct date_holidays *h = item->row;
	long number;
	int a = (int)h->a, b = (int)h->b, c = (int)h->c;

	switch ((enum holiday)h->how) {
	case HOLIDAY_FIXED:
		*day = (struct day){ year, a, b };
		return true;
	case HOLIDAY_EASTER:
		*day = cal_day(cal_easter(year) + a);
		return true;
	case HOLIDAY_WEEKDAY:
	case HOLIDAY_AFTER:
		number = cal_nth_weekday(year, a, b, c);
		*day = cal_day(number + (h->how == HOLIDAY_AFTER));
		return number > 0;
	}
	return false;
}
