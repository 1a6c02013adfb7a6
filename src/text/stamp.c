/*
 * stamp.c - lines that say when a page was made; see stamp.h.
 */
#include "stamp.h"

#include <string.h>

#include "form.h"

enum word { WORD_NONE, WORD_DATE, WORD_SIGN, WORD_ZONE, WORD_LINK };

#include "boiler_stamps.h"

#define NAMES_MAX 4

/* Whether word is made of digits and what dates and times have between. */
static bool
is_numeric(struct str word)
{
	size_t digits = 0, i;

	for (i = 0; i < word.n; i++) {
		if (ch_digit(word.p[i]))
			digits++;
		else if (strchr(":.,/-+()|", word.p[i]) == NULL)
			break;
	}
	if (digits == 0)
		return false;
	word = form_bare(str_cut(word, i, word.n));
	return word.n == 0 || str_ieq(word, STR("am")) ||
	    str_ieq(word, STR("m")) || str_ieq(word, STR("h")) ||
	    str_ieq(word, STR("d")) || str_ieq(word, STR("min")) ||
	    str_ieq(word, STR("minute")) || str_ieq(word, STR("pm")) ||
	    str_ieq(word, STR("th")) || str_ieq(word, STR("st")) ||
	    str_ieq(word, STR("nd")) || str_ieq(word, STR("rd")) ||
	    str_ieq(word, STR("Z")) ||
	    (word.n > 5 && word.p[0] == 'T' && ch_digit(word.p[1]));
}

/* The kind of word in stamps.tsv. */
static enum word
word_of(struct str word)
{
	const struct boiler_stamps *row;
	char buf[FORM_WORD_MAX];
	size_t n;

	if (word.n > 0 && word.p[0] == '(')
		word = str_cut(word, 1, word.n);
	n = form_lower(buf, 0, sizeof(buf), form_bare(word));
	if (n == sizeof(buf))
		return WORD_NONE;
	row = tab_find(&boiler_stamps_tab, (struct str){ buf, n });
	return row != NULL ? (enum word)row->kind : WORD_NONE;
}

/* The digits of word from *at on; moves *at behind them. */
static size_t
take_digits(struct str word, size_t *at)
{
	size_t from = *at;

	while (*at < word.n && ch_digit(word.p[*at]))
		++*at;
	return *at - from;
}

/* Whether word is a time of day: "15:48", "9.30am". */
static bool
is_time(struct str word)
{
	size_t at = word.n > 0 && word.p[0] == '(';
	size_t hours = take_digits(word, &at);

	if (hours == 0 || hours > 2 || at == word.n ||
	    (word.p[at] != ':' && word.p[at] != '.'))
		return false;
	at++;
	return take_digits(word, &at) == 2 &&
	    (at == word.n || !ch_digit(word.p[at]));
}

/* Whether word is a date in figures, with a year of four: "24.06.2025". */
static bool
is_date(struct str word)
{
	size_t at = word.n > 0 && word.p[0] == '(', v[3];

	for (int i = 0; i < 3; i++, at++) {
		v[i] = take_digits(word, &at);
		if (v[i] == 0 || v[i] > 4 || v[i] == 3)
			return false;
		if (i < 2 &&
		    (at == word.n || strchr("./-", word.p[at]) == NULL))
			return false;
	}
	return (v[0] == 4) != (v[2] == 4) && v[1] <= 2;
}

/* What is seen of a line. */
struct seen {
	size_t numbers, times, dates, signs, zones;
	size_t names;   /* capitalised words behind a sign: "Published in The
			 * Post, June 5" */
	size_t figures; /* dates in figures */
};

/* Counts word; false when it is none of a stamp. */
static bool
add(struct seen *seen, struct str word)
{
	if (is_numeric(word)) {
		seen->numbers++;
		seen->times +=
		    str_find(word, STR(":"), 0) < word.n || is_time(word);
		seen->figures += is_date(word);
		return true;
	}
	switch (word_of(word)) {
	case WORD_DATE:
		seen->dates++;
		return true;
	case WORD_SIGN:
		seen->signs++;
		return true;
	case WORD_ZONE:
		seen->zones++;
		return true;
	case WORD_LINK:
		return true;
	default:
		if (seen->signs > 0 && ch_upper(word.p[0]) &&
		    seen->names++ < NAMES_MAX)
			return true;
		return word.n < 2 || !ch_alpha(word.p[0]);
	}
}

static bool
has_digit(struct str s)
{
	for (size_t i = 0; i < s.n; i++) {
		if (ch_digit(s.p[i]))
			return true;
	}
	return false;
}

enum stamp
stamp_of(struct str s)
{
	struct seen seen = { 0 };
	size_t at = 0, words = 0;
	struct str word;

	if (s.n > FORM_TEXT_MAX || !has_digit(s))
		return STAMP_NONE;
	while ((word = form_word(s, &at)).n > 0) {
		if (!add(&seen, word))
			return STAMP_NONE;
		words++;
	}
	if (seen.numbers == 0 ||
	    (seen.names > 0 && seen.dates + seen.figures == 0))
		return STAMP_NONE;
	if (seen.signs > 0 || (seen.zones > 0 && seen.times > 0) ||
	    (seen.figures > 0 && seen.times > seen.figures))
		return STAMP_SIGN;
	if (seen.dates + seen.figures > 0)
		return STAMP_DATE;
	return seen.times > 0 && words == seen.numbers ? STAMP_TIME
						       : STAMP_NONE;
}
