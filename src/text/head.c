/*
 * head.c - where the head of a page ends; see head.h.
 */
#include "head.h"

#include "bar.h"
#include "form.h"
#include "shape.h"
#include "stamp.h"

#define PARAGRAPH_MIN 60 /* bytes; shorter ones may be slogans */
#define STANDFIRST_MAX 300
#define ALIKE_WORDS 32

bool
head_paragraph(struct str s)
{
	char mark;

	return s.n >= PARAGRAPH_MIN && form_stopped(s, &mark);
}

/* Whether s is a line that only a head has, told: behind a paragraph, where
 * "Help" may be a heading; *date: a bare date, of which a
 * text may have one above each paragraph. */
static bool
is_sign(struct str s, bool told, bool *date)
{
	struct bar_run v[BAR_MAX];
	enum stamp stamp;
	enum phrase phrase;
	size_t len = 0;

	*date = false;
	if (s.n == 0 || s.n > FORM_TEXT_MAX)
		return false;
	stamp = stamp_of(s);
	*date = stamp == STAMP_DATE;
	if (stamp >= STAMP_DATE || form_byline(s))
		return true;
	phrase = form_phrase(s, &len);
	if (phrase == PHRASE_LINE || phrase == PHRASE_WORD)
		return !told && shape_behind(s, len).n == 0;
	return bar_cut(s, BAR_TOP, v) > 0;
}

bool
head_near(const struct page *page, size_t i)
{
	struct str gap;
	size_t ends = 0;

	if (i + 1 >= page->n)
		return false;
	gap = str_cut(page->text, page->v[i].end, page->v[i + 1].start);
	for (size_t k = 0; k < gap.n && ends < 2; k++)
		ends += gap.p[k] == '\n';
	return ends == 1;
}

bool
head_spaced(const struct page *page)
{
	size_t near = 0;

	for (size_t i = 0; i + 1 < page->n; i++)
		near += head_near(page, i);
	return near * 2 < page->n;
}

size_t
head_of(const struct page *page)
{
	size_t head = 0, before = 0, paragraphs = 0, dates = 0;
	bool date, spaced = head_spaced(page);

	for (size_t i = 0; i < page->n && i < HEAD_MAX; i++) {
		struct str s = shape_trim(
		    str_cut(page->text, page->v[i].start, page->v[i].end));

		if (page->v[i].role != ROLE_NONE &&
		    page->v[i].role != ROLE_TITLE)
			return head;
		if (head_paragraph(s)) {
			if (++paragraphs > 1 || s.n > STANDFIRST_MAX)
				return head;
			before = head;
			continue;
		}
		if (spaced && head > 0 && head == i && s.n < PARAGRAPH_MIN &&
		    head_near(page, i - 1)) {
			head = i + 1;
			continue;
		}
		if (!is_sign(s, paragraphs > 0, &date) ||
		    (paragraphs > 0 && date && dates > 0))
			continue;
		dates += date;
		head = i + 1;
	}
	return before;
}

/* The words of s, at most ALIKE_WORDS; more are not kept, but counted. */
static size_t
read_words(struct str s, struct str v[ALIKE_WORDS])
{
	size_t at = 0, n = 0;
	struct str word;

	while (n <= ALIKE_WORDS && (word = form_word(s, &at)).n > 0) {
		if (n < ALIKE_WORDS)
			v[n] = form_bare(word);
		n++;
	}
	return n;
}

bool
head_alike(struct str a, struct str b)
{
	struct str va[ALIKE_WORDS], vb[ALIKE_WORDS];
	size_t na = read_words(a, va), nb = read_words(b, vb);
	size_t row[ALIKE_WORDS + 1] = { 0 };

	if (na > ALIKE_WORDS || nb > ALIKE_WORDS || na < 4 || nb < 4)
		return false;
	for (size_t i = 0; i < na; i++) {
		size_t corner = 0;

		for (size_t k = 0; k < nb; k++) {
			size_t up = row[k + 1];

			if (str_ieq(va[i], vb[k]))
				row[k + 1] = corner + 1;
			else if (row[k] > up)
				row[k + 1] = row[k];
			corner = up;
		}
	}
	return row[nb] * 10 >= 7 * (na > nb ? na : nb);
}
