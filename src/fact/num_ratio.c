/*
 * num_ratio.c - ratios, odds and multiples; see num_sense.h.
 */
#include <math.h>

#include "num_sense.h"

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

bool
sense_odds(const struct scan *s, struct part *p)
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

bool
sense_ratio(const struct scan *s, struct part *p)
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

bool
sense_multiple(const struct scan *s, struct part *p)
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
	    !(num_has(s, i + 1, CUE(STOP)) && !sense_is_noun(s, i + 1) &&
		!num_has(s, i + 1, CUE(PREP))) &&
	    !(sense_is_noun(s, i + 1) &&
		str_ends(s->t->v[i + 1].low, STR("er")))) {
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
