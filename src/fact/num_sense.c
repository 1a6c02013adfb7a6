/*
 * num_sense.c - numbers that are more than a count, and words that look like
 * a number; see num_scan.h.
 */
#include <math.h>

#include "num_scan.h"

#define HOT_MAX 90 /* degrees of weather without a word of it */
#define LOOK_MAX 6 /* tokens looked ahead for the end of a phrase */

static bool
is_capital(const struct scan *s, size_t i)
{
	enum token_case form = s->t->v[i].form;

	return s->t->v[i].kind == TOKEN_WORD &&
	    (form == TOKEN_CAPITAL || form == TOKEN_UPPER ||
		form == TOKEN_MIXED);
}

/* Whether token i begins a noun or what modifies one. */
static bool
is_noun(const struct scan *s, size_t i)
{
	return i < s->t->n && s->t->v[i].kind == TOKEN_WORD &&
	    !(s->m[i].form & FORM_BAR) &&
	    !num_has(s, i, CUE(STOP) | CUE(VERB) | CUE(PRONOUN));
}

static bool
is_number(const struct scan *s, size_t i)
{
	return num_is(s, i, KIND_FIGURES) || num_is(s, i, KIND_DIGIT) ||
	    num_is(s, i, KIND_TEEN) || num_is(s, i, KIND_TENS) ||
	    num_is(s, i, KIND_HUNDRED) || num_is(s, i, KIND_ARTICLE);
}

/* "one blow after another": "after" and a determiner that nothing follows. */
static bool
is_succession(const struct scan *s, size_t i)
{
	for (size_t j = i; j < i + LOOK_MAX && j < s->t->n; j++) {
		if (s->t->v[j].kind == TOKEN_PUNCT)
			return false;
		if (num_has(s, j, CUE(TURN)) && num_has(s, j + 1, CUE(DET)) &&
		    !is_noun(s, j + 2))
			return true;
	}
	return false;
}

/* Whether the word at token i joins what is before it to a number: "one in
 * five", "one or two", "one-in-10". */
static bool
in_number(const struct scan *s, size_t i)
{
	size_t j = num_hyphen(s, i + 1);

	return (num_is(s, i, KIND_OR) || num_is(s, i, KIND_TO) ||
		   num_is(s, i, KIND_IN) || num_is(s, i, KIND_OVER)) &&
	    (is_number(s, j) ||
		(num_has(s, j, CUE(EVERY)) && is_number(s, j + 1)));
}

/* Whether "one" counts: "one soldier", "at least one", "one in five"; not a
 * pronoun or determiner. */
static bool
one_counts(const struct scan *s, const struct numeral *x)
{
	enum num_approx approx;
	size_t i = x->to;
	struct unit u;

	if (s->t->n == 1 || num_before(s, x->from, &approx) > 0 ||
	    (x->from > 0 && num_is(s, x->from - 1, KIND_MINUS)))
		return true;
	/* "that one mile" */
	if (num_unit(s, i, 0, &u) > 0 && u.si > 0 &&
	    !str_is(u.quantity, "duration"))
		return true;
	if (in_number(s, num_hyphen(s, i)))
		return true;
	if (x->from > 0 && num_has(s, x->from - 1, CUE(DET)))
		return false;
	if (num_hyphen(s, i) > i)
		return true;
	if (num_is(s, i, KIND_OF) && num_has(s, i + 1, CUE(EVERY)) &&
	    is_number(s, i + 2))
		return true;
	if (num_is(s, i, KIND_OUT) && num_is(s, i + 1, KIND_OF))
		return true;
	if (num_unit(s, i, 0, &u) > 0 || unit_money_after(s->t, i, 0, &u) > 0)
		return true;
	return is_noun(s, i) && !is_succession(s, i);
}

/* Whether the word at token i ends like a participle. */
static bool
is_participle(const struct scan *s, size_t i)
{
	return i < s->t->n &&
	    (str_ends(s->t->v[i].low, STR("ed")) ||
		str_ends(s->t->v[i].low, STR("ing")));
}

/* Whether the figures of an ordinal name a formation: "163rd armour
 * regiment". */
static bool
is_formation(const struct scan *s, size_t i)
{
	for (size_t j = i; j < i + 3 && is_noun(s, j); j++)
		if (num_has(s, j, CUE(FORMATION)))
			return true;
	return false;
}

/* Whether an ordinal counts: "the first win", "21st", "third-largest"; not a
 * name ("9th Circuit") or an adverb ("was first reported"). */
static bool
ordinal_counts(const struct scan *s, const struct numeral *x)
{
	size_t i = x->to, before = x->from;
	struct str low;

	if (s->t->n == 1 || i - before == s->t->n)
		return true;
	if (i < s->t->n && x->figures &&
	    (is_capital(s, i) || is_formation(s, i)))
		return false;
	if (num_hyphen(s, i) > i) {
		low = s->t->v[i + 1].low;
		return str_ends(low, STR("est")) || str_ends(low, STR("st")) ||
		    str_is(low, "ever");
	}
	if (x->figures || x->value > 2)
		return true;
	if (before == 0)
		return i < s->t->n && is_noun(s, i) && !is_capital(s, i);
	before--;
	if (x->value > 1) /* against "a second" of time */
		return num_has(s, before, CUE(VERB)) ||
		    (num_has(s, before, CUE(DET) | CUE(PREP)) &&
			(is_noun(s, i) || num_is(s, i, KIND_OF) ||
			    i >= s->t->n));
	if (num_has(s, before, CUE(DET)))
		return true;
	return num_has(s, before, CUE(VERB) | CUE(STOP)) &&
	    (is_noun(s, i) || i >= s->t->n) && !is_participle(s, i);
}

bool
num_counts(const struct scan *s, const struct numeral *x)
{
	if (x->kind == NUMERAL_ORDINAL)
		return ordinal_counts(s, x);
	if (x->kind == NUMERAL_TIMES && x->value < 4)
		return num_has(s, x->to, CUE(DET) | CUE(PREP)) &&
		    !num_is(s, x->to, KIND_ARTICLE) &&
		    !num_is(s, x->to, KIND_IN);
	if (num_is(s, x->from, KIND_DIGIT) && s->m[x->from].value == 1 &&
	    x->to == x->from + 1) /* NOLINT */
		return one_counts(s, x);
	return true;
}

void
num_make_age(struct part *p)
{
	if (p->unit.symbol.n == 0)
		(void)unit_of(STR("yr"), &p->unit);
	p->quantity = STR("age");
}

/* "61-year-old", "three weeks old", "18 months of age", "87 yo". */
static bool
age_behind(const struct scan *s, struct part *p)
{
	size_t i =
	    p->unit.symbol.n > 0 ? num_dash(s, p->to) : num_hyphen(s, p->to);

	if (p->unit.symbol.n > 0 && !str_is(p->unit.quantity, "duration"))
		return false;
	if (num_has(s, i, CUE(OLD))) {
		p->to = i + 1;
	} else if (p->unit.symbol.n > 0 && num_is(s, i, KIND_OF) &&
	    num_has(s, i + 1, CUE(AGE))) {
		p->to = i + 2;
	} else {
		return false;
	}
	num_make_age(p);
	return true;
}

/* "aged 61", "at the age of 61", "adults over 65". */
static bool
age_before(const struct scan *s, struct part *p)
{
	enum num_approx approx = NUM_EXACT;
	size_t i = p->from, n = num_before(s, i, &approx);

	i -= n;
	if (i > 0 &&
	    (num_has(s, i - 1, CUE(AGED) | CUE(AGE)) ||
		(i > 1 && num_is(s, i - 1, KIND_OF) &&
		    num_has(s, i - 2, CUE(AGE)))))
		return true;
	return i > 0 && (approx == NUM_OVER || approx == NUM_UNDER) &&
	    num_has(s, i - 1, CUE(PERSON)) && !is_noun(s, p->to) &&
	    p->value > 2;
}

/* Whether a person and a form of "be" stand before token i: "she was only",
 * "he would have been". */
static bool
is_being(const struct scan *s, size_t i)
{
	if (i > 2 && num_has(s, i - 1, CUE(STOP)) &&
	    !num_has(s, i - 1, CUE(PREP) | CUE(DET) | CUE(PRONOUN)))
		i--; /* "only" */
	if (i < 2 || !num_has(s, i - 1, CUE(BEING)))
		return false;
	i--;
	for (size_t n = 0; n < 3 && i > 1 && num_has(s, i - 1, CUE(VERB)); n++)
		i--;
	return num_has(s, i - 1, CUE(PERSON));
}

/* "She was 94.", "who turned 10 and", "he was only 21 to": nothing that could
 * be counted stands behind. */
static bool
age_said(const struct scan *s, const struct part *p)
{
	size_t j = p->to;

	if (p->ranged || !(p->value >= 2) || !is_being(s, p->from))
		return false;
	/* "he was 20 behind on Sunday" */
	if (num_has(s, j, CUE(PREP)) && !num_is(s, j, KIND_TO))
		return !num_has(s, j, CUE(EXTENT)) && j + 1 < s->t->n &&
		    (s->m[j + 1].form & FORM_BAR);
	return j >= s->t->n || num_is(s, j, KIND_AND) ||
	    num_has(s, j, CUE(STOP)) ||
	    (s->t->v[j].kind == TOKEN_PUNCT && !num_ch(s, j, '-'));
}

/* "Jess Whitlock, 34, has", "Jess Whitlock (34)". */
static bool
age_apart(const struct scan *s, struct part *p)
{
	size_t i = p->from, j = p->to;
	bool bracket;

	if (i < 2 || !p->x.figures || p->ranged ||
	    !(s->m[p->x.from].form & FORM_PLAIN) ||
	    (s->m[i - 2].form & FORM_BAR) || !is_capital(s, i - 2) ||
	    s->m[i - 2].kind != KIND_NONE ||
	    num_has(s, i - 2, CUE(STOP) | CUE(LABEL)) ||
	    (num_has(s, i - 2, CUE(CALENDAR)) &&
		(i < 3 || !is_capital(s, i - 3)))) /* "Theresa May, 64," */
		return false;
	bracket = num_ch(s, i - 1, '(');
	if (!bracket && !num_ch(s, i - 1, ','))
		return false;
	if (bracket)
		return num_ch(s, j, ')') && p->value >= 15;
	return p->value >= 5 &&
	    (j >= s->t->n || num_ch(s, j, ',') || num_ch(s, j, '.') ||
		num_ch(s, j, ';') || num_ch(s, j, ')'));
}

/* "magnitude-6.8", "magnitude 6.8", "6.8-magnitude". */
static bool
magnitude(const struct scan *s, struct part *p)
{
	size_t i = p->from, j = num_hyphen(s, p->to);

	if (p->value > 12 || p->unit.symbol.n > 0)
		return false;
	if (num_has(s, j, CUE(MAGNITUDE))) {
		p->to = p->what = j + 1;
		return true;
	}
	if (i > s->done + 1 && num_is(s, i - 1, KIND_OF) &&
	    num_has(s, i - 2, CUE(MAGNITUDE)))
		return true;
	if (i > s->done + 1 && num_ch(s, i - 1, '-') && num_glued(s, i - 1))
		i--;
	if (i <= s->done || !num_has(s, i - 1, CUE(MAGNITUDE)))
		return false;
	p->from = i - 1;
	return true;
}

/* Whether "p in q" with this q sounds like a share: "in five", "in 10". */
static bool
is_round(double q)
{
	while (q >= 10 && fmod(q, 10) == 0) /* NOLINT */
		q /= 10;
	return q < 10;
}

/* Whether odds are named beside tokens [from, to): "at odds of 7-1". */
static bool
near_odds(const struct scan *s, size_t from, size_t to)
{
	for (size_t i = from > 3 ? from - 3 : 0; i < to + 2; i++)
		if (num_has(s, i, CUE(ODDS)))
			return true;
	return false;
}

/* "odds of 3-1", "a ratio of three to one": p to q, where odds are talked
 * of. */
static bool
odds(const struct scan *s, struct part *p)
{
	struct scan local = *s;
	size_t i = p->to;
	struct part q;

	if (!(s->cues & CUE(ODDS)) || p->unit.symbol.n > 0 || p->ranged ||
	    p->x.kind != NUMERAL_COUNT || i != p->x.to)
		return false;
	if (num_ch(s, i, '-') && num_is(s, i + 1, KIND_TO) &&
	    num_ch(s, i + 2, '-'))
		i += 3; /* "7-to-1" */
	else if (num_is(s, i, KIND_TO) ||
	    (num_glued(s, i) && num_glued(s, i + 1) &&
		(num_ch(s, i, '-') || num_ch(s, i, '/'))))
		i++;
	else
		return false;
	local.done = i;
	if (!num_part(&local, i, &q) || q.x.kind != NUMERAL_COUNT ||
	    q.from != i || q.unit.symbol.n > 0 || !(q.value > 0) ||
	    q.value > 100)
		return false;
	if ((s->cues & CUE(CONTEST)) && !near_odds(s, p->from, q.to))
		return false;
	p->to = p->what = q.to;
	p->value /= q.value;
	p->quantity = STR("ratio");
	return true;
}

/* "1 over 3": a fraction as it is spoken, when nothing that could be counted
 * follows. */
static bool
quotient(const struct scan *s, struct part *p)
{
	struct scan local = *s;
	size_t i = p->to + 1;
	struct part q;

	local.done = i;
	if (!num_part(&local, i, &q) || q.x.kind != NUMERAL_COUNT ||
	    q.from != i || q.unit.symbol.n > 0 || !(q.value > 0) ||
	    (q.to < s->t->n && s->t->v[q.to].kind != TOKEN_PUNCT &&
		!num_has(s, q.to, CUE(STOP) | CUE(VERB))))
		return false;
	p->to = p->what = q.to;
	p->value /= q.value;
	return true;
}

/* "one in five", "nine out of 10", "3:1". */
static bool
ratio(const struct scan *s, struct part *p)
{
	size_t i = p->to;
	struct part q;
	bool in = num_is(s, num_hyphen(s, i), KIND_IN), of;

	if (p->unit.symbol.n > 0 || p->ranged || p->x.kind != NUMERAL_COUNT)
		return false;
	if (num_ch(s, i, ':') && num_glued(s, i) && num_glued(s, i + 1) &&
	    num_part(s, i + 1, &q) && p->x.to == p->to &&
	    q.unit.symbol.n == 0 && s->t->v[i + 1].text.n == 1 && q.value > 0) {
		p->to = p->what = q.to;
		p->value /= q.value;
		return true;
	}
	if (num_is(s, i, KIND_OVER))
		return quotient(s, p);
	of = num_is(s, i, KIND_OF) && num_has(s, i + 1, CUE(EVERY));
	if (!in && !of &&
	    !(num_is(s, i, KIND_OUT) && num_is(s, i + 1, KIND_OF)))
		return false;
	i = in ? num_hyphen(s, num_hyphen(s, i) + 1) : i + (of ? 1 : 2);
	if (i < s->t->n && num_has(s, i, CUE(EVERY)))
		i++; /* "one in every five", "one of every three" */
	if (!num_part(s, i, &q) || q.x.kind != NUMERAL_COUNT ||
	    q.unit.symbol.n > 0 || !(p->value < q.value) || q.from != i)
		return false;
	/* News writes "seven in 10": words below ten. */
	if (in &&
	    (p->value > 9 || (p->value > 1 && !is_round(q.value)) ||
		(q.x.figures != p->x.figures &&
		    (p->x.figures || fmod(log10(q.value), 1) > 0))))
		return false;
	p->to = q.to;
	p->what = q.what;
	p->value /= q.value;
	return true;
}

/* "four times more", "10-fold"; "three times" alone is a count of nothing
 * that has a name. */
static bool
multiple(const struct scan *s, struct part *p)
{
	size_t i = num_hyphen(s, p->to);

	if (p->x.kind == NUMERAL_TIMES)
		return true;
	if (i < s->t->n && p->x.figures && p->unit.symbol.n == 0 &&
	    p->x.kind == NUMERAL_COUNT && str_is(s->t->v[i].low, "x") &&
	    (num_glued(s, i) || num_has(s, i + 1, CUE(DET))) &&
	    !num_is(s, i + 1, KIND_FIGURES)) {
		p->to = p->what = i + 1; /* "3x faster" */
		return true;
	}
	if (!num_is(s, i, KIND_TIMES) || s->m[i].value > 0 ||
	    p->unit.symbol.n > 0 || p->x.kind == NUMERAL_ORDINAL)
		return false;
	if (i == p->to && !num_has(s, i + 1, CUE(DET)) &&
	    !(num_has(s, i + 1, CUE(STOP)) && !is_noun(s, i + 1) &&
		!num_has(s, i + 1, CUE(PREP))) &&
	    !(is_noun(s, i + 1) && str_ends(s->t->v[i + 1].low, STR("er")))) {
		p->what = s->t->n;
		return false;
	}
	if (num_is(s, i + 1, KIND_ARTICLE)) { /* "three times a day" */
		p->what = s->t->n;
		return false;
	}
	p->to = p->what = i + 1;
	return true;
}

void
num_sense(const struct scan *s, struct part *p)
{
	bool count = p->x.kind == NUMERAL_COUNT;

	if (count && age_behind(s, p))
		return;
	if (count && str_is(p->unit.quantity, "duration") && p->from > 0 &&
	    num_has(s, p->from - 1, CUE(AGED))) {
		num_make_age(p); /* "aged 84 years" */
		return;
	}
	if (count && p->unit.symbol.n == 0 &&
	    (p->ranged ? p->high : p->value) <= NUM_AGE_MAX &&
	    (age_before(s, p) || age_apart(s, p) || age_said(s, p))) {
		num_make_age(p);
		return;
	}
	if (str_is(p->unit.symbol, "°") && !(s->cues & CUE(HEAT_TALK)) &&
	    (p->ranged ? p->high : p->value) >= HOT_MAX)
		p->quantity = STR("angle"); /* "a 180-degree turn" */
	if (count && magnitude(s, p))
		p->quantity = STR("magnitude");
	else if (multiple(s, p) || (count && ratio(s, p)))
		p->quantity = STR("ratio");
}

/* Whether token i is a whole number without a separator, below 1000. */
static bool
is_points(const struct scan *s, size_t i)
{
	return num_is(s, i, KIND_FIGURES) && (s->m[i].form & FORM_PLAIN) &&
	    !(s->m[i].form & FORM_SKIP) && s->m[i].value < 1000;
}

bool
num_score(const struct scan *s, struct part *p)
{
	size_t i = p->from;
	struct part q;
	double a = s->m[i].value, b;

	if (odds(s, p))
		return true;
	if (p->to != i + 1 || !is_points(s, i) || num_dash(s, i + 1) == i + 1 ||
	    !is_points(s, i + 2) ||
	    (!num_glued(s, i + 1) && !(s->cues & CUE(CONTEST))) ||
	    !num_part(s, i + 2, &q) || q.to != i + 3)
		return false;
	b = s->m[i + 2].value;
	/* A range goes up; a score does, where there is a contest. */
	if (a < b &&
	    (!(s->cues & CUE(CONTEST)) || is_noun(s, i + 3) || b > 200))
		return false;
	p->to = p->what = i + 3;
	p->value = NAN;
	p->ranged = true;
	p->quantity = STR("score");
	return true;
}
