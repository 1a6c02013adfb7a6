/*
 * num_mark.c - what each token can be in a number; see num_scan.h.
 */
#include <math.h>
#include <string.h>

#include "base/utf8.h"
#include "num_scan.h"
#include "num_words.h"

#define FIGURES_MAX 60 /* digits of the longest number that is read */

/* The value of a decimal digit, or -1.  The scripts that news in English
 * quotes: ASCII, Arabic, Persian, Devanagari, Bengali, full width. */
static int
digit_value(int32_t cp)
{
	static const int32_t zeros[] = { '0', 0x660, 0x6f0, 0x966, 0x9e6,
		0xff10 };

	for (size_t i = 0; i < COUNT(zeros); i++)
		if (cp >= zeros[i] && cp <= zeros[i] + 9)
			return (int)(cp - zeros[i]);
	return -1;
}

/* Figures as ASCII digits, '.' and ','. */
struct figures {
	char p[FIGURES_MAX + 1];
	size_t n;
	size_t dots, commas, last_dot, last_comma;
};

static bool
read_figures(struct str text, struct figures *f)
{
	size_t at = 0;

	*f = (struct figures){ .n = 0 };
	while (at < text.n) {
		int32_t cp = utf8_next(text, &at);
		int d = digit_value(cp);

		if (f->n == FIGURES_MAX || (d < 0 && cp != '.' && cp != ','))
			return false;
		if (cp == '.') {
			f->dots++;
			f->last_dot = f->n;
		} else if (cp == ',') {
			f->commas++;
			f->last_comma = f->n;
		}
		f->p[f->n++] = (char)(d < 0 ? cp : '0' + d);
	}
	return f->n > 0;
}

/* Whether [0, end) of f is grouped by sep: threes behind one to three; with
 * indian also twos before a last three ("12,34,567"). */
static bool
grouped(const struct figures *f, size_t end, char sep, bool indian)
{
	size_t run = 0, groups = 0;
	bool last = true;

	for (size_t i = end; i > 0; i--) {
		if (f->p[i - 1] != sep) {
			run++;
			continue;
		}
		if (run != (last || !indian ? 3 : 2))
			return false;
		last = false;
		groups++;
		run = 0;
	}
	return groups > 0 && run > 0 && run <= (indian ? 2 : 3) &&
	    (f->p[0] != '0' || run > 1);
}

/* Where the decimal mark is (f->n when there is none), or -1 when the
 * figures are no number: an address, a version, a list. */
static ptrdiff_t
decimal_mark(const struct figures *f)
{
	if (f->dots == 0 && f->commas == 0)
		return (ptrdiff_t)f->n;
	if (f->dots == 0 &&
	    (grouped(f, f->n, ',', false) || grouped(f, f->n, ',', true)))
		return (ptrdiff_t)f->n;
	/* "400.000" has its thousands apart; no one writes such decimals. */
	if (f->dots == 1 && f->commas == 0 && f->n == f->last_dot + 4 &&
	    f->p[0] != '0' && f->last_dot > 0 && f->last_dot < 4 &&
	    f->p[f->n - 1] == '0' && f->p[f->n - 2] == '0' &&
	    f->p[f->n - 3] == '0')
		return (ptrdiff_t)f->n;
	if (f->dots == 1 && f->commas == 0)
		return (ptrdiff_t)f->last_dot;
	if (f->commas == 1 && f->dots == 0)
		return (ptrdiff_t)f->last_comma;
	if (f->dots == 1 && f->last_dot > f->last_comma &&
	    (grouped(f, f->last_dot, ',', false) ||
		grouped(f, f->last_dot, ',', true)))
		return (ptrdiff_t)f->last_dot;
	if (f->commas == 1 && f->last_comma > f->last_dot &&
	    grouped(f, f->last_comma, '.', false))
		return (ptrdiff_t)f->last_comma;
	/* "1.234.567", but three dots are an IP address. */
	if (f->commas == 0 && f->dots != 3 && grouped(f, f->n, '.', false))
		return (ptrdiff_t)f->n;
	return -1;
}

/* Reads "5,000", "1.9", "1.234.567,89", "12,34,567". */
static void
mark_figures(struct mark *m, struct str text)
{
	struct figures f;
	char plain[FIGURES_MAX + 1];
	ptrdiff_t mark;
	size_t n = 0;

	m->kind = KIND_FIGURES;
	m->value = NAN;
	if (!read_figures(text, &f) || (mark = decimal_mark(&f)) < 0)
		return;
	for (size_t i = 0; i < f.n; i++) {
		if (i == (size_t)mark)
			plain[n++] = '.';
		else if (f.p[i] != '.' && f.p[i] != ',')
			plain[n++] = f.p[i];
	}
	if (!str_num((struct str){ plain, n }, &m->value))
		return;
	if ((size_t)mark == f.n)
		m->form |= FORM_WHOLE;
	if (f.dots + f.commas == 0)
		m->form |= FORM_PLAIN;
}

/* One of ASCII's marks, '-' for all that look like a hyphen. */
static char
mark_char(struct str text)
{
	static const char *const hyphens[] = { "‐", "‑", "–", "−" };

	if (text.n == 1)
		return text.p[0];
	for (size_t i = 0; i < COUNT(hyphens); i++)
		if (str_is(text, hyphens[i]))
			return '-';
	return 0;
}

/* A word that was written as two: "twentyfive", "thirtyfirst". */
static void
mark_joined(struct mark *m, struct str low)
{
	const struct num_words *tens, *rest;
	size_t i = 4;

	if (low.n < 9 || low.n > 13)
		return;
	while (i < 7 && !(low.p[i] == 't' && low.p[i + 1] == 'y'))
		i++;
	tens = tab_find(&num_words_tab, str_cut(low, 0, i + 2));
	rest = tab_find(&num_words_tab, str_cut(low, i + 2, low.n));
	if (tens == NULL || rest == NULL || tens->kind != KIND_TENS ||
	    !(rest->value > 0 && rest->value < 10) ||
	    (rest->kind != KIND_DIGIT && rest->kind != KIND_ORDINAL))
		return;
	m->kind = rest->kind == KIND_DIGIT ? KIND_TEEN : KIND_ORDINAL;
	m->value = tens->value + rest->value;
}

static void
mark_word(struct mark *m, struct str low)
{
	const struct num_words *w = tab_find(&num_words_tab, low);

	if (w == NULL) {
		mark_joined(m, low);
		return;
	}
	m->kind = (uint8_t)w->kind;
	m->value = w->value;
	m->cues = (uint32_t)(1u << w->cue | 1u << w->also | 1u << w->third |
		      1u << w->fourth) &
	    ~CUE(NONE);
}

/* A number word of the user's. */
static void
mark_user(const struct num_rules *rules, struct mark *m, struct str low)
{
	bool scale;

	if (num_rules_word(rules, low, &m->value, &scale))
		m->kind = scale ? KIND_SCALE : KIND_TEEN;
}

static void
mark_dates(struct scan *s, const struct dates *dates)
{
	for (size_t i = 0; i < dates->n; i++) {
		bool duration = dates->v[i].kind == DATE_DURATION;

		for (size_t j = dates->v[i].from; j < dates->v[i].to; j++)
			s->m[j].form |=
			    duration ? FORM_TIME : FORM_SKIP | FORM_BAR;
	}
}

/* Whether every longer word begins with a capital, as in a headline; then
 * capitals tell no names. */
static bool
is_titled(const struct scan *s)
{
	const struct tokens *t = s->t;
	size_t capitals = 0;

	for (size_t i = 0; i < t->n; i++) {
		if (t->v[i].kind != TOKEN_WORD || t->v[i].text.n < 4 ||
		    num_has(s, i, CUE(PREP)))
			continue;
		if (t->v[i].form == TOKEN_LOWER)
			return false;
		capitals++;
	}
	return capitals > 2;
}

/* Marks quotation marks behind figures when no quotation is open: they may be
 * the sign of inches, and open none. */
static void
mark_inches(struct scan *s)
{
	bool straight = false, curly = false;

	for (size_t i = 0; i < s->t->n; i++) {
		struct str text = s->t->v[i].text;
		bool figures = i > 0 && s->m[i - 1].kind == KIND_FIGURES;

		if (str_is(text, "“"))
			curly = true;
		if (num_ch(s, i, '"')) {
			if (figures && !straight)
				s->m[i].form |= FORM_INCH;
			if (!figures || straight || !num_glued(s, i))
				straight = !straight;
		} else if (str_is(text, "”")) {
			if (figures && !curly)
				s->m[i].form |= FORM_INCH;
			curly = false;
		}
	}
}

void
num_mark(struct scan *s, const struct dates *dates)
{
	const struct tokens *t = s->t;

	s->m = arena_alloc(s->a, t->n + 1, sizeof(*s->m));
	for (size_t i = 0; i < t->n; i++) {
		struct mark *m = &s->m[i];

		switch (t->v[i].kind) {
		case TOKEN_NUMBER:
			mark_figures(m, t->v[i].text);
			break;
		case TOKEN_WORD:
			mark_word(m, t->v[i].low);
			if (s->rules != NULL)
				mark_user(s->rules, m, t->v[i].low);
			break;
		case TOKEN_SYMBOL:
			if ((unsigned char)t->v[i].text.p[0] >= 0x80)
				mark_word(m, t->v[i].low);
			/* fall through */
		case TOKEN_PUNCT:
			m->ch = mark_char(t->v[i].text);
			break;
		}
		s->cues |= m->cues;
	}
	s->titled = is_titled(s);
	mark_inches(s);
	mark_dates(s, dates);
}
