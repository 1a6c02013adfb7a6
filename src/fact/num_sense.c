/*
 * num_sense.c - numbers that are more than a count; see num_scan.h.  Its parts
 * are those of num_sense.h.
 */
#include <math.h>

#include "num_sense.h"

#define HOT_MAX 90 /* degrees of weather without a word of it */

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

void
num_sense(const struct scan *s, struct part *p)
{
	bool count = p->x.kind == NUMERAL_COUNT;

	if (count && sense_age(s, p))
		return;
	if (str_is(p->unit.symbol, "°") && !(s->cues & CUE(HEAT_TALK)) &&
	    (p->ranged ? p->high : p->value) >= HOT_MAX)
		p->quantity = STR("angle"); /* "a 180-degree turn" */
	if (count && magnitude(s, p))
		p->quantity = STR("magnitude");
	else if (sense_multiple(s, p) || (count && sense_ratio(s, p)))
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

	if (sense_odds(s, p))
		return true;
	if (p->to != i + 1 || !is_points(s, i) || num_dash(s, i + 1) == i + 1 ||
	    !is_points(s, i + 2) ||
	    (!num_glued(s, i + 1) && !(s->cues & CUE(CONTEST))) ||
	    !num_part(s, i + 2, &q) || q.to != i + 3)
		return false;
	b = s->m[i + 2].value;
	/* A range goes up; a score does, where there is a contest. */
	if (a < b &&
	    (!(s->cues & CUE(CONTEST)) || sense_is_noun(s, i + 3) || b > 200))
		return false;
	p->to = p->what = i + 3;
	p->value = NAN;
	p->ranged = true;
	p->quantity = STR("score");
	return true;
}
