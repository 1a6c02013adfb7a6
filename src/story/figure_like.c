/*
 * figure_like.c - whether two figures measure the same; see figure.h.
 */
#include <math.h>

#include "figure.h"

/* What a like head, a like state and the words around are worth. */
#define PEOPLE_STATE .54
#define PEOPLE_ALONE .1
#define THING .35
#define STATE .2
#define MEASURE .25
#define MEASURE_NAMED .45
#define AGE .9
#define ACT .9
#define WORDS_COUNT .5   /* of a count, at most */
#define WORDS_MEASURE .7 /* of a measure */
#define COVERED .2       /* all words of a short text are the other's, too */
#define ONE_TIME .12     /* both are of one day or month */
#define MONTH 62
#define NARROWER .12  /* what an unmatched "heavy" takes away */
#define CLOSE .15     /* the weight of a name that says where */
#define ELSEWHERE .8  /* what is left where the names nearby are others */
#define OTHER_SIDE .7 /* what is left where one does not say whose */

static bool
has_word(const struct figure *f, uint32_t id)
{
	for (size_t i = 0; i < f->nwords; i++) {
		if (f->words[i].id == id)
			return true;
	}
	return false;
}

static bool
other_place(const struct figure *a, const struct figure *b)
{
	for (unsigned i = 0; i < a->nplaces; i++) {
		if (stem_has(b->places, b->nplaces, a->places[i]))
			return false;
	}
	return a->nplaces > 0 && b->nplaces > 0;
}

static bool
differ(uint32_t a, uint32_t b)
{
	return a != 0 && b != 0 && a != b;
}

/* What makes two figures different things. */
static bool
told_apart(const struct figure *a, const struct figure *b)
{
	unsigned kinds =
	    FIGURE_PART | FIGURE_DELTA | FIGURE_BEFORE | FIGURE_MAY;
	const unsigned ways = FIGURE_RISE | FIGURE_FALL;
	unsigned both = (a->flags | b->flags) & ways;

	if (str_is(a->quantity, "age"))
		return a->head != b->head;
	/* "Rose 5 percent" is "rose by 5 percent". */
	if (str_is(a->quantity, "percent"))
		kinds &= ~(unsigned)FIGURE_DELTA;
	if (((a->flags ^ b->flags) & kinds) != 0 || a->window != b->window)
		return true;
	if (both == ways && (a->flags & ways) != ways &&
	    (b->flags & ways) != ways)
		return true;
	if (differ(a->state, b->state) || differ(a->side, b->side))
		return true;
	if (str_is(a->quantity, "count") && a->head != b->head)
		return true;
	/* The same odd number is hardly that of another place: one of two
	 * places is named in passing. */
	return other_place(a, b) &&
	    range_compare(&a->range, &b->range) != RANGE_EQUAL;
}

/* The weight of the words that both have; both lists are sorted.  Head and
 * state, which are counted by themselves, only with all set. */
static double
common(const struct figure *a, const struct figure *b, bool all)
{
	double sum = 0;
	size_t i = 0, j = 0;

	while (i < a->nwords && j < b->nwords) {
		const struct figure_word *x = &a->words[i], *y = &b->words[j];

		if (x->id == y->id &&
		    (all ||
			((x->id != a->head || x->id != b->head) &&
			    (x->id != a->state || x->id != b->state))))
			sum += (double)fminf(x->weight, y->weight);
		i += x->id <= y->id;
		j += y->id <= x->id;
	}
	return sum;
}

/* The share of the words of the shorter text that the other has. */
static double
coverage(const struct figure *a, const struct figure *b)
{
	double x = 0, y = 0;

	for (size_t i = 0; i < a->nwords; i++)
		x += a->words[i].weight;
	for (size_t i = 0; i < b->nwords; i++)
		y += b->words[i].weight;
	return x > 0 && y > 0 ? common(a, b, true) / fmin(x, y) : 0;
}

/* Whether both give one day, or one month. */
static bool
is_one_time(const struct figure *a, const struct figure *b)
{
	return (a->flags & b->flags & FIGURE_DATED) != 0 &&
	    a->from == b->from && a->to == b->to && a->to - a->from < MONTH;
}

/* Whether both name places or bodies nearby, and none that is the same. */
static bool
elsewhere(const struct figure *a, const struct figure *b)
{
	bool any = false, other = false;

	for (size_t i = 0; i < a->nwords; i++) {
		if (!a->words[i].where || a->words[i].weight < CLOSE)
			continue;
		if (has_word(b, a->words[i].id))
			return false;
		any = true;
	}
	for (size_t i = 0; i < b->nwords; i++) {
		if (!b->words[i].where || b->words[i].weight < CLOSE)
			continue;
		if (has_word(a, b->words[i].id))
			return false;
		other = true;
	}
	return any && other;
}

/* What narrows a, and is not to be found around b. */
static unsigned
narrower(const struct figure *a, const struct figure *b)
{
	unsigned n = 0;

	for (size_t i = 0; i < a->nkinds; i++)
		n += !stem_has(b->kinds, b->nkinds, a->kinds[i]) &&
		    !has_word(b, a->kinds[i]);
	return n;
}

static double
like_count(const struct figure *a, const struct figure *b)
{
	bool people = (a->flags & FIGURE_PEOPLE) != 0;
	bool state = a->state != 0 && a->state == b->state;

	/* What a thing may hold is not of the event: there are many things. */
	if (people && state && a->state == stem_id(STR("capacity")))
		return THING;
	if (people)
		return state ? PEOPLE_STATE : PEOPLE_ALONE;
	if (a->head == 0)
		return state ? THING : 0;
	return state ? THING + STATE : THING;
}

/* Of a length or a speed its name says more than of a share or a sum. */
static double
like_measure(const struct figure *a, const struct figure *b)
{
	bool plain = str_is(a->quantity, "percent") ||
	    str_is(a->quantity, "fraction") || str_is(a->quantity, "money") ||
	    str_is(a->quantity, "duration");
	double like = 0;

	if (a->head != 0 && a->head == b->head)
		like = plain ? MEASURE : MEASURE_NAMED;
	if (a->state != 0 && a->state == b->state)
		like += STATE;
	return like;
}

/* Of the days of two acts: whether they are one act. */
static double
like_act(const struct figure *a, const struct figure *b)
{
	bool object = a->nwords == 0 && b->nwords == 0;

	if (a->head != b->head || a->side != b->side || other_place(a, b))
		return 0;
	for (size_t i = 0; i < a->nwords && !object; i++)
		object = has_word(b, a->words[i].id);
	return object ? ACT : 0;
}

double
figure_like(const struct figure *a, const struct figure *b)
{
	bool count = str_is(a->quantity, "count");
	double like, words;

	if (a->range.dim != b->range.dim || a->range.dim == 0)
		return 0;
	if (str_is(a->quantity, "quotation"))
		return a->head == b->head ? 1 : 0;
	if (str_is(a->quantity, "day"))
		return like_act(a, b);
	if (told_apart(a, b))
		return 0;
	if (str_is(a->quantity, "age"))
		return a->head != 0 ? AGE : 0;
	like = count ? like_count(a, b) : like_measure(a, b);
	words = 1 - exp(-1.2 * common(a, b, false));
	like += words * (count ? WORDS_COUNT : WORDS_MEASURE);
	if (a->head == b->head)
		like += COVERED * coverage(a, b);
	if (is_one_time(a, b))
		like += ONE_TIME;
	if (narrower(a, b) + narrower(b, a) > 0)
		like -= range_compare(&a->range, &b->range) == RANGE_EQUAL
		    ? NARROWER / 2
		    : NARROWER;
	if ((a->side != 0) != (b->side != 0) &&
	    !has_word(a->side != 0 ? b : a, a->side + b->side))
		like *= OTHER_SIDE;
	if (elsewhere(a, b) || other_place(a, b))
		like *= ELSEWHERE;
	return fmax(0, fmin(1, like));
}

/* Whether a was b before, by its text. */
static bool
was(const struct figure *a, const struct figure *b)
{
	return a->was != NULL &&
	    range_compare(&a->was->range, &b->range) >= RANGE_MEET;
}

bool
figure_is_later(const struct figure *a, const struct figure *b)
{
	if (was(a, b) || was(b, a))
		return true;
	return (a->flags & b->flags & FIGURE_DATED) != 0 &&
	    (a->from > b->to || b->from > a->to);
}

static uint64_t
key_of(const struct figure *f, uint32_t what, uint32_t name)
{
	uint32_t v[3] = { f->range.dim, what, name };

	return str_hash((struct str){ (const char *)v, sizeof(v) });
}

/* The words that weigh most, most first; returns how many. */
static size_t
heaviest(const struct figure *f, uint32_t *ids, size_t max)
{
	size_t n = 0;

	while (n < max && n < f->nwords) {
		size_t best = f->nwords;

		for (size_t i = 0; i < f->nwords; i++) {
			if (!stem_has(ids, n, f->words[i].id) &&
			    (best == f->nwords ||
				f->words[i].weight > f->words[best].weight))
				best = i;
		}
		if (best == f->nwords)
			break;
		ids[n++] = f->words[best].id;
	}
	return n;
}

size_t
figure_keys(const struct figure *f, uint64_t *keys, size_t max)
{
	enum { WORDS = 4 };
	uint32_t things[WORDS + 2];
	size_t n = 0, nthings = 0;

	if (f->head != 0 && ((f->flags & FIGURE_PEOPLE) == 0 || f->state == 0))
		things[nthings++] = f->head;
	if (f->state != 0)
		things[nthings++] = f->state;
	if (!str_is(f->quantity, "count") && !str_is(f->quantity, "age") &&
	    !str_is(f->quantity, "quotation"))
		nthings += heaviest(f, things + nthings, WORDS);
	for (size_t i = 0; i < nthings; i++) {
		for (size_t k = 0; k < f->kin->ntop && n < max; k++)
			keys[n++] = key_of(f, things[i], f->kin->top[k]);
	}
	return n;
}
