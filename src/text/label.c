/*
 * label.c - short texts that tell what stands around a story; see label.h.
 */
#include "label.h"

#include "html_labels.h"

#define STAMP_MAX 60   /* bytes: more is a sentence with a date */
#define STAMP_WORDS 4  /* beside the date */
#define RIGHTS_MAX 400 /* bytes: more is a text on copyright */

static bool
lettered(char c)
{
	return ch_alpha(c) || ch_digit(c) || (unsigned char)c >= 0x80;
}

/* Without what is no letter before and behind. */
static struct str
bare(struct str s)
{
	size_t from = 0, to = s.n;

	while (from < to && !lettered(s.p[from]))
		from++;
	while (to > from && !lettered(s.p[to - 1]))
		to--;
	return str_cut(s, from, to);
}

enum label
label_of(struct str text)
{
	const struct html_labels *row;
	char low[LABEL_MAX];
	struct str s;

	text = str_trim(text);
	if (text.n > sizeof(low))
		return LABEL_NONE;
	s = bare(text);
	for (size_t i = 0; i < s.n; i++)
		low[i] = (char)ch_tolower(s.p[i]);
	row = tab_find(&html_labels_tab, (struct str){ low, s.n });
	return row == NULL ? LABEL_NONE : (enum label)row->kind;
}

/* The number of digits at s[i], at most 5. */
static size_t
figures(struct str s, size_t i)
{
	size_t n = 0;

	while (n < 5 && i + n < s.n && ch_digit(s.p[i + n]))
		n++;
	return n;
}

/* The length of a date in figures at s[i], or 0. */
static size_t
date_at(struct str s, size_t i)
{
	size_t a = figures(s, i), b, c, at = i + a;
	char sep = at < s.n ? s.p[at] : '\0';

	if (a == 0 || a > 4 || a == 3 ||
	    (sep != '.' && sep != '/' && sep != '-'))
		return 0;
	b = figures(s, ++at);
	at += b;
	if (b == 0 || b > 2 || at >= s.n || s.p[at] != sep)
		return 0;
	c = figures(s, ++at);
	if ((a == 4) ? (c == 0 || c > 2) : (c != 2 && c != 4))
		return 0;
	return at + c - i;
}

bool
label_stamp(struct str text)
{
	struct str s = str_trim(text);
	size_t words = 0;
	bool date = false;

	if (s.n == 0 || s.n > STAMP_MAX)
		return false;
	for (size_t i = 0; i < s.n;) {
		size_t n =
		    date || (i > 0 && lettered(s.p[i - 1])) ? 0 : date_at(s, i);

		if (n > 0) {
			date = true;
			i += n;
			continue;
		}
		words += !ch_digit(s.p[i]) && lettered(s.p[i]) &&
		    (i == 0 || !lettered(s.p[i - 1]));
		i++;
	}
	return date && words <= STAMP_WORDS;
}

bool
label_copyright(struct str text)
{
	struct str s = str_trim(text);
	size_t at = 0;

	if (s.n > RIGHTS_MAX)
		return false;
	if (s.n > 9 && str_ieq(str_cut(s, 0, 9), STR("copyright")))
		at = 9;
	while (at < s.n && ch_space(s.p[at]))
		at++;
	if (str_begins(str_cut(s, at, s.n), STR("©")))
		at += 2;
	else if (at < 9)
		return false;
	while (at < s.n && ch_space(s.p[at]))
		at++;
	return figures(s, at) == 4;
}
