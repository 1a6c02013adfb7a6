/*
 * date_lex.c - items of a sentence for the date rules; see date_lex.h.
 */
#include "date_lex.h"

#include "date_cal.h"
#include "date_lexer.h"

enum holiday {
	HOLIDAY_FIXED,
	HOLIDAY_EASTER,
	HOLIDAY_WEEKDAY,
	HOLIDAY_AFTER,
	HOLIDAY_ORTHODOX,
	HOLIDAY_TISHRI,
	HOLIDAY_LUNAR
};

#include "date_holidays.h"
#include "date_names.h"
#include "date_phrases.h"

const struct token *
lexer_at(const struct lexer *lx, size_t i)
{
	return i < lx->t->n ? &lx->t->v[i] : NULL;
}

bool
lexer_is(const struct lexer *lx, size_t i, const char *text, bool glued)
{
	const struct token *tok = lexer_at(lx, i);

	return tok != NULL && (tok->glued || !glued) && str_is(tok->low, text);
}

bool
lexer_whole(struct str s, int *val)
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

bool
lexer_glued(const struct lexer *lx, size_t i, int *val)
{
	const struct token *tok = lexer_at(lx, i);

	return tok != NULL && tok->glued && tok->kind == TOKEN_NUMBER &&
	    lexer_whole(tok->text, val);
}

bool
lexer_glyphs(struct lexer *lx, size_t i)
{
	const struct token *tok = lexer_at(lx, i), *next = lexer_at(lx, i + 1);
	const struct date_names *row;

	if (tok->text.n > 1 || next == NULL || !next->glued ||
	    next->form != TOKEN_LOWER)
		return false;
	row = tab_find(&date_names_tab, token_span(lx->t, i, i + 2));
	if (row == NULL || row->class != LEX_DAY)
		return false;
	lexer_become(lx, i + 2, LEX_DAY, row->value);
	lx->it.row = row;
	return true;
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
row_at(const struct lexer *lx, size_t i, enum lex class)
{
	const struct token *tok = lexer_at(lx, i);

	if (tok == NULL || tok->kind != TOKEN_WORD)
		return NULL;
	return name_row(tok->low, class);
}

bool
lexer_name(const struct lexer *lx, size_t i, enum lex class, double *value)
{
	const struct date_names *row = row_at(lx, i, class);

	if (row != NULL && value != NULL)
		*value = row->value;
	return row != NULL;
}

bool
lexer_dash(const struct token *tok)
{
	return tok != NULL && tok->kind == TOKEN_PUNCT &&
	    (str_is(tok->text, "-") || str_is(tok->text, "\xe2\x80\x93") ||
		str_is(tok->text, "\xe2\x80\x94") ||
		str_is(tok->text, "\xe2\x80\x91") ||
		str_is(tok->text, "\xe2\x80\x90"));
}

void
lexer_become(struct lexer *lx, size_t to, enum lex class, double value)
{
	lx->it.to = to;
	lx->it.classes = LEX_BIT(class);
	lx->it.value = value;
	lx->it.row = NULL;
}

/* Number words behind *to that make one number with what is there:
 * "twenty-four", "two hundred", "1.5 million", "seven and a half". */
void
lexer_compose(struct lexer *lx, double first)
{
	double total = 0, current = first;
	size_t to = lx->it.to;
	bool words = false;

	for (;;) {
		const struct date_names *row;
		size_t next = to + lexer_dash(lexer_at(lx, to));

		row = row_at(lx, next, LEX_NUMBER);
		if (row != NULL && current >= 20 && current < 100 &&
		    (next > to || !lexer_dash(lexer_at(lx, next + 1))) &&
		    row->value < 10 && row->value >= 1 &&
		    lex_whole(current) % 10 == 0) {
			current += row->value;
		} else {
			row = row_at(lx, to, LEX_SCALE);
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
		lexer_become(lx, to, LEX_NUMBER, total + current);
	}
}

/* "twenty-first" from the tens at token i. */
static bool
compound_ordinal(struct lexer *lx, size_t i, double tens)
{
	const struct date_names *row;

	if (tens < 20 || tens > 90)
		return false;
	row = row_at(lx, i + 1 + lexer_dash(lexer_at(lx, i + 1)), LEX_ORDINAL);
	if (row == NULL || row->value > 9)
		return false;
	lexer_become(lx, i + 2 + lexer_dash(lexer_at(lx, i + 1)), LEX_ORDINAL,
	    tens + row->value);
	return true;
}

/* Reads the last two digits of a year in words at token i ("eighty-four",
 * "fifteen"; alone, "five" too); returns the token behind them, or i. */
static size_t
year_end(const struct lexer *lx, size_t i, bool alone, int *val)
{
	const struct date_names *row = row_at(lx, i, LEX_NUMBER), *ones;
	size_t next;

	if (row == NULL || row->value < (alone ? 1 : 10) || row->value > 99)
		return i;
	*val = lex_whole(row->value);
	if (*val < 20)
		return i + 1;
	next = i + 1 + lexer_dash(lexer_at(lx, i + 1));
	ones = row_at(lx, next, LEX_NUMBER);
	if (ones == NULL || ones->value > 9 || ones->value < 1)
		return i + 1;
	*val += lex_whole(ones->value);
	return next + 1;
}

/* "nineteen eighty-four", "twenty fifteen" from the hundreds at token i, "two
 * thousand and five" from the thousands that the item is. */
static bool
year_in_words(struct lexer *lx, size_t i, double hundreds)
{
	int val = 0;
	size_t at = i + 1, end;
	bool thousand = lx->it.value == 2000; /* NOLINT: a whole number */

	if (thousand)
		at = lx->it.to + lexer_is(lx, lx->it.to, "and", false);
	else if (hundreds < 11 || hundreds > 20)
		return false;
	end = year_end(lx, at, thousand, &val);
	/* not "nineteen thirty-minute talks" */
	if (end == at || lexer_dash(lexer_at(lx, end)))
		return false;
	lexer_become(lx, end, LEX_YEAR,
	    thousand ? 2000 + val : lex_whole(hundreds) * 100 + val);
	return true;
}

/* How many tokens from i on are the words of rest (0 if one is not). */
static size_t
rest_length(const struct lexer *lx, size_t i, struct str rest)
{
	size_t at = 0, n = 0;

	/* of the many phrases that begin with "the", most fail here */
	if (rest.n > 0 && (i == lx->t->n || *lx->t->v[i].low.p != *rest.p))
		return 0;
	while (at < rest.n) {
		size_t end = str_find(rest, STR(" "), at);
		const struct token *tok = lexer_at(lx, i + n);

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
	struct str low = lexer_at(lx, i)->low;
	const struct date_phrases *p = tab_find(&date_phrases_tab, low);
	const struct date_holidays *h = tab_find(&date_holidays_tab, low);
	size_t best = 0, n;

	for (; p != NULL; p = tab_next(&date_phrases_tab, p)) {
		n = rest_length(lx, i + 1, p->rest);
		if (n > best) {
			best = n;
			lexer_become(
			    lx, i + 1 + n, (enum lex)p->class, p->value);
		}
	}
	for (; h != NULL; h = tab_next(&date_holidays_tab, h)) {
		n = rest_length(lx, i + 1, h->rest);
		if (n + 1 > best && (n > 0 || h->rest.n == 0)) {
			best = n + 1;
			lexer_become(lx, i + 1 + n, LEX_HOLIDAY, 0);
			lx->it.row = h;
		}
	}
	if (best > 0 && (lx->it.classes & LEX_BIT(LEX_NUMBER)))
		lexer_compose(lx, lx->it.value);
	return best > 0;
}

/* "Q3", "H1": the figure is a token of its own. */
static bool
lex_quarter(struct lexer *lx, size_t i)
{
	bool quarter = *lexer_at(lx, i)->low.p == 'q';
	int val;

	if (lexer_at(lx, i)->low.n > 1 ||
	    (!quarter && *lexer_at(lx, i)->low.p != 'h') ||
	    !lexer_glued(lx, i + 1, &val) || val < 1 || val > (quarter ? 4 : 2))
		return false;
	lexer_become(lx, i + 2, quarter ? LEX_QUARTER : LEX_HALF, val);
	return true;
}

/* "May twenty-nine", "twenty-five January": a number in several words is a day
 * beside a month. */
static void
add_day(struct lexer *lx, size_t i)
{
	if (lx->it.to > i + 1 && lx->it.value <= 31 &&
	    ((i > 0 && lexer_name(lx, i - 1, LEX_MONTH, NULL)) ||
		lexer_name(lx, lx->it.to, LEX_MONTH, NULL)))
		lx->it.classes |= LEX_BIT(LEX_DAYNUM);
}

/* "at five-thirty", "seven-fifteen tomorrow": the hour is at token i. */
static bool
clock_in_words(struct lexer *lx, size_t i, double hour)
{
	int minute;
	size_t end = year_end(lx, i + 2, false, &minute);

	if (hour < 1 || hour > 12 || !lexer_dash(lexer_at(lx, i + 1)) ||
	    end <= i + 2 || minute > 59 || minute % 5 != 0 ||
	    lexer_dash(lexer_at(lx, end)))
		return false;
	if (lexer_clock(lx, lex_whole(hour), minute, end))
		return true;
	if (!lexer_name(lx, end, LEX_DAY, NULL) &&
	    !lexer_name(lx, end, LEX_WEEKDAY, NULL) &&
	    !(i > 0 && lexer_is(lx, i - 1, "at", false)))
		return false;
	lexer_become(lx, end, LEX_CLOCK, hour * 60 + minute);
	return true;
}

/* "XXI century", "XIX-century": the Roman figure as an ordinal. */
static bool
lex_roman(struct lexer *lx, size_t i)
{
	struct str s = lexer_at(lx, i)->text;
	size_t next = i + 1 + lexer_dash(lexer_at(lx, i + 1));
	double unit = 0;
	int val = 0, last = 0;

	if (s.n > sizeof("XVIII") - 1)
		return false;
	for (size_t k = s.n; k-- > 0;) {
		int digit = s.p[k] == 'I' ? 1
		    : s.p[k] == 'V'       ? 5
		    : s.p[k] == 'X'       ? 10
					  : 0;

		if (digit == 0)
			return false;
		val += digit < last ? -digit : digit;
		last = digit;
	}
	if (val < 1 || !lexer_name(lx, next, LEX_UNIT, &unit) ||
	    (int)unit != UNIT_CENTURY)
		return false;
	lexer_become(lx, i + 1, LEX_ORDINAL, val);
	return true;
}

static void
lex_word(struct lexer *lx, size_t i)
{
	const struct token *tok = lexer_at(lx, i), *next;
	const struct date_names *row, *r;

	if (lex_phrase(lx, i) || lex_quarter(lx, i) || lex_roman(lx, i))
		return;
	row = tab_find(&date_names_tab, tok->low);
	if (row == NULL)
		return;
	lx->it.row = row;
	for (r = row; r != NULL; r = tab_next(&date_names_tab, r))
		lx->it.classes |= LEX_BIT(r->class);
	next = lexer_at(lx, i + 1);
	/* The full stop of "Nov." belongs to it, unless it ends the
	 * sentence. */
	if (lex_flag(&lx->it, "abbr") && next != NULL && next->glued &&
	    str_is(next->text, ".") && lexer_at(lx, i + 2) != NULL)
		lx->it.to = i + 2;
	r = name_row(tok->low, LEX_NUMBER);
	if (r == NULL)
		return;
	lx->it.value = r->value;
	if (r->value >= 1 && lexer_clock(lx, lex_whole(r->value), 0, i + 1))
		return;
	if (clock_in_words(lx, i, r->value))
		return;
	if (compound_ordinal(lx, i, r->value))
		return;
	lexer_compose(lx, r->value);
	if (!year_in_words(lx, i, r->value))
		add_day(lx, i);
}

/* "'90s": the decade of two digits at the apostrophe of token i. */
static bool
short_decade(struct lexer *lx, size_t i)
{
	int val;

	if (!lexer_glued(lx, i + 1, &val) || val % 10 != 0 || val > 90 ||
	    !lexer_is(lx, i + 2, "s", true))
		return false;
	lexer_become(
	    lx, i + 3, LEX_DECADE, val >= 30 ? 1900 + val : 2000 + val);
	return true;
}

static void
lex_punct(struct lexer *lx, size_t i)
{
	const struct token *tok = lexer_at(lx, i);

	if (lexer_dash(tok))
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
lex_items(const struct tokens *t, struct date_story *story, struct arena *a)
{
	struct lexer lx = { .t = t, .story = story };
	struct items items = { 0 };

	items.v = arena_alloc(a, t->n, sizeof(*items.v));
	for (size_t i = 0; i < t->n; i = lx.it.to) {
		lx.it = (struct item){ .from = i, .to = i + 1 };
		switch (t->v[i].kind) {
		case TOKEN_WORD:
		case TOKEN_SYMBOL: /* "½" */
			lex_word(&lx, i);
			break;
		case TOKEN_NUMBER:
			lexer_number(&lx, i);
			break;
		case TOKEN_PUNCT:
			lex_punct(&lx, i);
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

int
lex_whole(double value)
{
	return value > -1e9 && value < 1e9 ? (int)value : 0;
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
	case HOLIDAY_ORTHODOX:
		*day = cal_day(cal_orthodox_easter(year) + a);
		return true;
	case HOLIDAY_TISHRI:
		*day = cal_day(cal_rosh_hashanah(year) + a);
		return true;
	case HOLIDAY_LUNAR:
		number = cal_lunar_new_year(year);
		if (number > 0)
			*day = cal_day(number + a);
		return number > 0;
	}
	return false;
}
