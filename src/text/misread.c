/*
 * misread.c - sequences of UTF-8 that were misread; see misread.h.
 *
 * Points: 3 could hardly be anything else; 2 surely, 1 if nothing speaks
 * against it; 0 only beside others; below 0 it speaks against the page.
 */
#include "misread.h"

#include <utf8proc.h>

#include "base/utf8.h"

#include "norm_alone.h"

#define NEVER (-1)

/* A sequence and what is around it. */
struct look {
	const struct misread_char *lead, *tail[3];
	const struct misread *m;
	int32_t before[2]; /* the character before, the one before that */
	int32_t behind;    /* 0 at the end of the line */
};

static bool
is_upper(int32_t cp)
{
	return cp < 0x80 ? ch_upper((int)cp)
			 : utf8proc_category(cp) == UTF8PROC_CATEGORY_LU;
}

static bool
is_lower(int32_t cp)
{
	return cp < 0x80 ? ch_lower((int)cp)
			 : utf8proc_category(cp) == UTF8PROC_CATEGORY_LL;
}

static bool
is_letter(int32_t cp)
{
	return is_upper(cp) || is_lower(cp);
}

static bool
has_sign(const struct misread_char *u, enum sign sign)
{
	return u->c != NULL && u->c->sign == sign;
}

static bool
is_within(int32_t cp, int32_t first, int32_t last)
{
	return cp >= first && cp <= last;
}

/* What a byte of a sequence is: 0x80 to 0xbf; 0 when the character cannot be
 * one. */
static unsigned
tail_byte(const struct misread_char *u, size_t page, struct misread *m)
{
	if (u->c != NULL && (u->c->conts >> page & 1) != 0)
		return u->c->byte[page];
	if (u->cp == ' ' && !m->blank) {
		m->blank = true;
		return 0xa0;
	}
	if (u->cp == UTF8_REPLACE || u->cp == '?') {
		m->lost = true;
		m->query = m->query || u->cp == '?';
		return 0xbf;
	}
	return 0;
}

/* Reads one sequence of the line at i, or half of a pair of surrogates. */
static bool
read_one(
    const struct misread_line *line, size_t i, size_t page, struct misread *m)
{
	static const int32_t least[] = { 0, 0, 0x80, 0x800, 0x10000 };
	const struct codechar *c = line->v[i].c;
	unsigned first;
	size_t len;

	if (c == NULL || (c->leads >> page & 1) == 0)
		return false;
	first = c->byte[page];
	len = first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
	*m = (struct misread){ .at = i, .len = len };
	m->cp = (int32_t)(first & (0x7fU >> len));
	for (size_t k = 1; k < len; k++) {
		unsigned byte = 0;

		if (i + k < line->n)
			byte = tail_byte(&line->v[i + k], page, m);
		if (byte == 0)
			return false;
		m->cp = m->cp << 6 | (int32_t)(byte & 0x3f);
	}
	if (m->lost) {
		m->cp = UTF8_REPLACE;
		return true;
	}
	return m->cp >= least[len] && m->cp <= 0x10ffff;
}

/* Reads the sequence at i; two surrogates, as some programs write them, are
 * one. */
static bool
read_at(
    const struct misread_line *line, size_t i, size_t page, struct misread *m)
{
	struct misread low;

	if (!read_one(line, i, page, m))
		return false;
	if (!is_within(m->cp, 0xd800, 0xdfff))
		return true;
	if (m->cp >= 0xdc00 || i + m->len >= line->n ||
	    !read_one(line, i + m->len, page, &low) ||
	    !is_within(low.cp, 0xdc00, 0xdfff))
		return false;
	m->cp = 0x10000 + ((m->cp - 0xd800) << 10) + (low.cp - 0xdc00);
	m->len += low.len;
	return true;
}

/* Whether the case of the character made fits its neighbours'. */
static bool
fits(const struct look *l)
{
	if (is_upper(l->m->cp))
		return !is_lower(l->before[0]);
	if (!is_lower(l->m->cp) || !is_upper(l->before[0]))
		return true;
	return is_lower(l->behind) || !is_upper(l->before[1]);
}

/* A capital right behind a small letter: "NicolÃ¡s". */
static bool
clashes(const struct look *l)
{
	return has_sign(l->lead, SIGN_UPPER) && is_lower(l->before[0]);
}

/* Points of "Â©", "Â ": what in windows-1252 is itself behind "Â". */
static int
points_sign(const struct look *l)
{
	if (is_upper(l->before[0]) || l->m->cp < 0xa0)
		return 0;
	if (has_sign(l->tail[0], SIGN_ODD)) {
		if (!has_sign(l->lead, SIGN_UPPER))
			return is_letter(l->behind) ? 1 : 0;
		return clashes(l) ? 2 : 1;
	}
	if (is_letter(l->tail[0]->cp))
		return 0;
	return l->lead->cp == 0xc2 ? 1 : 0;
}

/* Whether cp is a Latin letter that living languages write much. */
static bool
is_latin(int32_t cp)
{
	return is_within(cp, 0xc0, 0x17e) || cp == 0x192 || cp == 0x1a0 ||
	    cp == 0x1a1 || cp == 0x1af || cp == 0x1b0 ||
	    is_within(cp, 0x218, 0x21b);
}

static bool
is_blank(int32_t cp)
{
	return cp == 0 || cp == ' ' || cp == '\n' || cp == '\'' || cp == 0x2019;
}

/* Whether the letter made is a word where it stands. */
static bool
is_word(const struct look *l)
{
	char text[UTF8_MAX] = { 0 };

	return is_blank(l->before[0]) && is_blank(l->behind) &&
	    tab_find(&norm_alone_tab,
		(struct str){ text, utf8_encode(l->m->cp, text) }) != NULL;
}

/* Points of a Latin letter of which the second byte is a sign as it stands
 * behind words, too: "Ã™" "Ã”". */
static int
points_end(const struct look *l)
{
	int32_t tail = l->tail[0]->cp;
	utf8proc_category_t kind = utf8proc_category(tail);

	if (clashes(l))
		return 2;
	if (is_word(l) || (is_letter(l->behind) && tail != 0x2019))
		return 1;
	/* "Ã" ends words in Portuguese, which are not trade marks */
	return l->lead->cp == 0xc3 &&
		(kind < UTF8PROC_CATEGORY_PC || kind > UTF8PROC_CATEGORY_PO)
	    ? 1
	    : 0;
}

/* The same for a no-break space: "Ã ". */
static int
points_space(const struct look *l)
{
	if (l->m->blank)
		return l->m->cp == 0xe0 && clashes(l) &&
		    (is_lower(l->behind) || l->behind == ' ');
	if (clashes(l))
		return l->m->cp == 0xe0 ? 2 : 0;
	return l->lead->cp == 0xc3 ? 1 : 0;
}

/* Letters of another script stick to an English one: "VГЎzquez". */
static bool
is_mixed(const struct look *l)
{
	return l->lead->cp >= 0x370 && l->lead->cp < 0x530 &&
	    ((l->before[0] < 0x80 && is_letter(l->before[0])) ||
		(l->behind < 0x80 && is_letter(l->behind)));
}

/* The same for a letter: "ÄŻ" "√ü". */
static int
points_letters(const struct look *l)
{
	/* no language has both "Ã" and "š", or "Å" and "ž" */
	if (is_mixed(l) || l->lead->cp == 0xc3 || l->lead->cp == 0xc5)
		return l->tail[0]->cp > 0xff;
	if (has_sign(l->lead, SIGN_UPPER))
		return clashes(l) && has_sign(l->tail[0], SIGN_UPPER) ? 1 : 0;
	if (has_sign(l->lead, SIGN_LOWER))
		return 0;
	if (is_upper(l->m->cp))
		return is_lower(l->behind);
	return is_lower(l->before[0]) ||
	    (is_upper(l->before[0]) && is_lower(l->behind));
}

static int
points_latin(const struct look *l)
{
	int points = 1;

	if (!fits(l))
		return 0;
	if (l->m->blank || has_sign(l->tail[0], SIGN_SPACE))
		return points_space(l);
	if (has_sign(l->tail[0], SIGN_UPPER) ||
	    has_sign(l->tail[0], SIGN_LOWER))
		return points_letters(l);
	if (has_sign(l->tail[0], SIGN_END))
		return points_end(l);
	if (clashes(l))
		points = 2;
	if (!is_letter(l->lead->cp)) {
		if (!is_letter(l->before[0]) && !is_letter(l->behind))
			return is_word(l);
		points = 2;
	}
	/* a price stands beside letters, too */
	if (utf8proc_category(l->tail[0]->cp) == UTF8PROC_CATEGORY_SC)
		return 1;
	return points;
}

/* Whether one of the bytes of a longer sequence is a character that does not
 * stand where it stands by itself. */
static bool
is_odd(const struct look *l)
{
	if (!is_letter(l->lead->cp))
		return true;
	for (size_t i = 0; i + 1 < l->m->len && i < 3; i++) {
		const struct misread_char *before =
		    i == 0 ? l->lead : l->tail[i - 1];

		if (has_sign(l->tail[i], SIGN_ODD) ||
		    (is_lower(before->cp) && is_upper(l->tail[i]->cp)))
			return true;
	}
	return false;
}

static int
points_three(const struct look *l)
{
	int32_t cp = l->m->cp;
	bool odd = is_odd(l);

	if (is_within(cp, 0x2000, 0x20cf))
		return odd ? 3 : 1;
	if (is_within(cp, 0x2100, 0x2bff) && l->lead->cp == 0xe2)
		return odd ? 2 : 1; /* no word ends with this letter */
	if (is_within(cp, 0x2100, 0x2bff) || is_within(cp, 0x3000, 0x303f) ||
	    is_within(cp, 0xfb00, 0xfb06) || is_within(cp, 0xfe00, 0xfe0f) ||
	    is_within(cp, 0xfeff, 0xffef) || cp == UTF8_REPLACE)
		return odd ? 2 : 0;
	if (is_within(cp, 0x1e00, 0x1eff) && fits(l))
		return odd ? 2 : is_letter(l->behind);
	return 0;
}

static int
points_two(const struct look *l)
{
	int32_t cp = l->m->cp;

	if (cp < 0xc0)
		return points_sign(l);
	if (is_latin(cp))
		return points_latin(l);
	if (is_within(cp, 0x300, 0x36f))
		return has_sign(l->tail[0], SIGN_ODD) &&
		    !is_letter(l->before[0]);
	if (is_within(cp, 0x370, 0x3ff))
		return has_sign(l->tail[0], SIGN_ODD);
	return cp == 0x17f ? NEVER : 0;
}

static bool
is_assigned(int32_t cp)
{
	utf8proc_category_t kind = utf8proc_category(cp);

	return kind != UTF8PROC_CATEGORY_CN && kind != UTF8PROC_CATEGORY_CO;
}

/* Whether a character is in no good text, and does not stand for a common
 * sign of windows-1252 either. */
static bool
is_damage(const struct misread_char *u)
{
	return has_sign(u, SIGN_CONTROL) && !u->c->common;
}

static int
points_of(const struct look *l)
{
	const struct misread *m = l->m;

	if (!is_assigned(m->cp))
		return NEVER;
	if (m->lost) {
		/* "â€?": nothing else begins so */
		if (m->len == 3 && has_sign(l->tail[0], SIGN_ODD) && is_odd(l))
			return 1;
		return !m->query && (m->len == 4 || clashes(l));
	}
	if (m->len > 3)
		return 3;
	if (m->blank && m->cp != 0xe0)
		return 0;
	for (size_t i = 0; i + 1 < m->len; i++) {
		if (is_damage(l->tail[i]))
			return 3;
	}
	return m->len == 3 ? points_three(l) : points_two(l);
}

/* Letters of the same number are of one script. */
static int32_t
script_of(int32_t cp)
{
	if (cp < 0x370 || is_within(cp, 0x1e00, 0x2e7f) || cp >= 0xf900)
		return 0;
	if (is_within(cp, 0x2e80, 0x9fff))
		return 0x30;
	if (is_within(cp, 0xac00, 0xd7ff))
		return 0xac;
	return is_within(cp, 0x400, 0x52f) ? 4 : cp >> 7;
}

/* Looks at what is around sequence v[i]. */
static int
judge(const struct misread_line *line, const struct misread *v, size_t i)
{
	const struct misread *m = &v[i];
	struct look l = { .lead = &line->v[m->at], .m = m };
	size_t end = m->at + m->len;

	for (size_t k = 0; k < 3; k++)
		l.tail[k] = &line->v[k + 1 < m->len ? m->at + k + 1 : m->at];
	if (m->at > 0)
		l.before[0] = line->v[m->at - 1].cp;
	if (m->at > 1)
		l.before[1] = line->v[m->at - 2].cp;
	if (i > 0 && v[i - 1].points > 0 && v[i - 1].at + v[i - 1].len == m->at)
		l.before[0] = v[i - 1].cp;
	if (end < line->n)
		l.behind = line->v[end].cp;
	return points_of(&l);
}

/* The end of the letters of one script that begin with v[i]. */
static size_t
script_end(const struct misread *v, size_t i, size_t to)
{
	int32_t script = script_of(v[i].cp);

	while (
	    script > 0 && i < to && (script_of(v[i].cp) == script || v[i].lost))
		i++;
	return i;
}

/* Whether there is among v[i, end) what is not only letters as it stands. */
static bool
odd_in(const struct misread_line *line, const struct misread *v, size_t i,
    size_t end)
{
	for (; i < end; i++) {
		if (v[i].len > 2 || has_sign(&line->v[v[i].at + 1], SIGN_ODD))
			return true;
	}
	return false;
}

static void
give(struct misread *v, size_t i, size_t end, int points)
{
	for (; i < end; i++) {
		if (v[i].points < points)
			v[i].points = points;
	}
}

/* Adds to the points of the run v[from, to) of sequences without a gap: three
 * letters of one script, or two of three bytes, are no accident; one that is
 * sure makes its neighbours likely. */
static void
add_run(
    const struct misread_line *line, struct misread *v, size_t from, size_t to)
{
	bool sure = false;
	size_t end;

	for (size_t i = from; i < to; i = end) {
		end = script_end(v, i, to);
		if (end - i > 2 || (end - i == 2 && odd_in(line, v, i, end)))
			give(v, i, end, end - i > 2 ? 2 : 1);
		end += end == i;
	}
	for (size_t i = from; i < to; i++)
		sure = sure || v[i].points > 0 ||
		    (i > from && v[i].len > 2 && v[i - 1].len > 2);
	for (size_t i = from; sure && i < to; i++) {
		if (v[i].points == 0 && !v[i].blank && !v[i].query)
			v[i].points = 1;
	}
}

static void
add_runs(const struct misread_line *line, struct misread *v, size_t n)
{
	size_t from = 0;

	for (size_t i = 0; i < n; i++) {
		if (i + 1 < n && v[i].at + v[i].len == v[i + 1].at)
			continue;
		add_run(line, v, from, i + 1);
		from = i + 1;
	}
}

/* Whether a sequence without points is replaced in a line that is broken. */
static bool
is_likely(const struct misread_line *line, const struct misread *v, size_t n,
    size_t i)
{
	const struct misread *m = &v[i];
	size_t end = m->at + m->len;
	int32_t lead = line->v[m->at].cp;
	bool chain = i + 1 < n && v[i + 1].at == end;

	if (m->query)
		return chain || lead == 0xc2 || lead == 0xc3 || lead == 0xe2;
	if (!m->blank)
		return true;
	if (m->cp == 0xe0 || m->cp == 0xa0 || chain)
		return true;
	if (m->len > 2)
		return line->v[end - 1].cp != ' ';
	return (m->cp == 0x160 || m->cp == 0x420) && end < line->n &&
	    is_letter(line->v[end].cp);
}

/* Whether nothing of a sequence that may not be one is missing. */
static bool
is_whole(const struct misread *m)
{
	return m->points > 0 || !(m->blank || m->query);
}

/* Counts what is beyond ASCII and in no sequence: "good" characters, and
 * those that look like the beginning of a sequence that is none, also in
 * windows-1252, which is meant most often. */
static void
count_left(const struct misread_line *line, size_t page,
    const struct misread *v, size_t n, size_t *left, size_t *broken)
{
	unsigned pages = 1U << page | 1;
	size_t k = 0;

	*left = *broken = 0;
	for (size_t i = 0; i < line->n; i++) {
		const struct misread_char *u = &line->v[i];

		while (k < n && v[k].at + v[k].len <= i)
			k++;
		if (u->cp < 0xa0 || u->cp == UTF8_REPLACE ||
		    (k < n && v[k].at <= i && is_whole(&v[k])))
			continue;
		++*left;
		*broken += u->c != NULL && (u->c->leads & pages) != 0 &&
		    i + 1 < line->n && line->v[i + 1].cp >= 0x80;
	}
}

/* Control characters for whose byte the page has another character. */
static size_t
count_strays(const struct misread_line *line, size_t page)
{
	size_t n = 0;

	for (size_t i = 0; i < line->n; i++) {
		if (has_sign(&line->v[i], SIGN_CONTROL))
			n += line->v[i].c->others >> page & 1;
	}
	return n;
}

struct misread_sum
misread_find(const struct misread_line *line, size_t page, struct misread *v)
{
	struct misread_sum sum = { 0 };
	size_t broken, sure = 0;
	int need;

	for (size_t i = 0; i < line->n;) {
		struct misread m;

		if (!read_at(line, i, page, &m)) {
			i++;
			continue;
		}
		v[sum.n] = m;
		v[sum.n].points = judge(line, v, sum.n);
		i += m.len;
		sum.n++;
	}
	add_runs(line, v, sum.n);
	count_left(line, page, v, sum.n, &sum.left, &broken);
	for (size_t i = 0; i < sum.n; i++) {
		sum.points += v[i].points;
		sure += v[i].points > 0;
	}
	need = sum.left > 0 ? 2 : 1;
	if (sum.points < need || broken > sure)
		sum.points = 0;
	sum.left += count_strays(line, page);
	for (size_t i = 0; i < sum.n && sum.points >= 2; i++) {
		if (v[i].points == 0 && is_likely(line, v, sum.n, i))
			v[i].points = 1;
	}
	return sum;
}

uint16_t
misread_pages(const struct misread_line *line)
{
	unsigned pages = 0;

	for (size_t i = 0; i + 1 < line->n; i++) {
		const struct codechar *c = line->v[i].c, *next;

		if (c == NULL || c->leads == 0)
			continue;
		next = line->v[i + 1].c;
		if (next != NULL)
			pages |= c->leads & next->conts;
		else if (line->v[i + 1].cp == UTF8_REPLACE ||
		    (line->v[i + 1].cp == ' ' && c->cp == 0xc3))
			pages |= c->leads;
	}
	return (uint16_t)pages;
}
