/*
 * item.c - items of a list inside a text; see item.h.
 */
#include "item.h"

#include "base/utf8.h"
#include "block.h"
#include "glyph.h"

#define ITEM_MAX 1000 /* bytes to look ahead for the next item */

/* The value of a roman number below forty, or -1. */
static long
roman_of(struct str s)
{
	static const char ones[][5] = { "", "i", "ii", "iii", "iv", "v", "vi",
		"vii", "viii", "ix" };
	size_t tens = 0;

	while (tens < s.n && tens < 3 && ch_tolower(s.p[tens]) == 'x')
		tens++;
	for (size_t i = 0; i < COUNT(ones); i++) {
		if (tens + i > 0 &&
		    str_ieq(str_cut(s, tens, s.n), str_of(ones[i])))
			return (long)(10 * tens + i);
	}
	return -1;
}

/* Reads word as a number, a letter and a roman number; false when it is
 * none. */
static bool
item_value(struct item *item, struct str word)
{
	double val;

	if (word.n == 0)
		return false;
	if (ch_digit(word.p[0])) {
		if (word.n > 3 || !str_num(word, &val))
			return false;
		item->number = (long)val;
		return true;
	}
	if (word.n == 1)
		item->letter = (unsigned char)word.p[0];
	item->roman = roman_of(word);
	return item->letter >= 0 || item->roman >= 0;
}

/* Whether a value may stand where s begins: nearly all words are told from
 * one by their first two letters. */
static bool
may_be_value(struct str s)
{
	static const char roman[] = "ivxIVX";

	return s.n > 1 &&
	    (!ch_alpha(s.p[1]) ||
		(memchr(roman, s.p[0], sizeof(roman) - 1) != NULL &&
		    memchr(roman, s.p[1], sizeof(roman) - 1) != NULL));
}

struct item
item_at(struct str s, size_t at)
{
	struct item item = { .number = -1, .letter = -1, .roman = -1 };
	size_t i = at, from, tail;

	if (s.p[i] == '\xe2') {
		item.bullet = utf8_next(s, &i);
		if (item.bullet != 0x2022 && item.bullet != 0x2043 &&
		    item.bullet != 0x25aa && item.bullet != 0x25cf &&
		    item.bullet != 0x2023 && item.bullet != 0x204c)
			return (struct item){ 0 };
		item.len = i - at;
		i = blank_end(s, i);
	}
	item.open = i < s.n && s.p[i] == '(';
	from = i += item.open;
	if (!may_be_value(str_cut(s, from, s.n)))
		return item;
	while (
	    i < s.n && i - from < 6 && (ch_digit(s.p[i]) || ch_alpha(s.p[i])))
		i++;
	tail = i;
	while (i < s.n && i - tail < 2 && (s.p[i] == '.' || s.p[i] == ')'))
		i++;
	if (i == tail || blank_at(s, i) == 0 ||
	    !item_value(&item, str_cut(s, from, tail)))
		return item;
	item.tail = str_cut(s, tail, i);
	item.len = i - at;
	return item;
}

static bool
follows(struct item a, struct item b)
{
	if (b.len == 0 || a.bullet != b.bullet || a.open != b.open)
		return false;
	if (a.bullet != 0 && a.number < 0)
		return b.number < 0;
	return str_eq(a.tail, b.tail) &&
	    ((a.number >= 0 && b.number == a.number + 1) ||
		(a.letter >= 0 && b.letter == a.letter + 1) ||
		(a.roman >= 0 && b.roman == a.roman + 1));
}

/* Whether item begins another list. */
static bool
begins_list(struct item item)
{
	return item.len > 0 &&
	    (item.bullet != 0 || item.number == 1 || item.letter == 'a' ||
		item.letter == 'A');
}

size_t
item_end(struct str s, size_t start, struct item item)
{
	struct item next;

	for (size_t i = start + item.len; i < s.n && i - start < ITEM_MAX;
	     i++) {
		if (!ch_space(s.p[i - 1]) || ch_space(s.p[i]))
			continue;
		next = item_at(s, i);
		if (follows(item, next) || begins_list(next))
			return i;
	}
	return s.n;
}

bool
item_begins(struct str s, size_t at)
{
	struct item item, next;
	size_t end;

	if (at >= s.n)
		return false;
	item = item_at(s, at);
	if (item.len == 0 ||
	    (!begins_list(item) && !str_ends(item.tail, STR(")"))))
		return false;
	end = item_end(s, at, item);
	if (end >= s.n)
		return false;
	next = item_at(s, end);
	return follows(item, next);
}
