/*
 * date_amount.c - whether an amount of time stands where one can; see
 * date_scene.h.
 */
#include "date_scene.h"

/* Whether the units of "two hours and 51 minutes" get smaller. */
static bool
is_descending(const struct draft *d)
{
	for (size_t i = 1; i < d->amounts; i++) {
		if (d->unit[i] >= d->unit[i - 1] || d->unit[i] == UNIT_NIGHT)
			return false;
	}
	return true;
}

static bool
allows_duration(const struct scene *s)
{
	const struct draft *d = s->d;
	const struct item *last = &s->items->v[d->end - 1];
	bool plural = last->classes & LEX_BIT(LEX_UNITS);
	bool article = s->items->v[d->item].classes & LEX_BIT(LEX_A) ||
	    (d->mod != 0 && s->items->v[d->item + 1].classes & LEX_BIT(LEX_A));

	if (d->amounts == 0 || !is_descending(d))
		return false;
	/* in "20-year long-term deal" the span is "20-year" */
	if (last->classes & LEX_BIT(LEX_LONG) && s->next != NULL &&
	    s->next->glued && scene_is(s->next, "-"))
		return false;
	if (!plural && s->items->v[d->item].classes & LEX_BIT(LEX_YEAR))
		return false; /* "the 2014 season's week" */
	/* in "a year-long trial" the span is "year-long" */
	if (article && s->next != NULL && s->next->glued &&
	    scene_is(s->next, "-"))
		return false;
	if (d->unit[0] == UNIT_QUARTER)
		return !article && !scene_is(s->next, "of") && d->n[0] >= 1;
	if (article && d->unit[0] == UNIT_SECOND && d->n[0] == 1)
		return scene_punct(s->next);
	if (d->vague)
		return plural;
	if (scene_identifier(s))
		return false;
	return lex_flag(last, "glued") ? scene_first(s, last)->glued : true;
}

/* "came hours after the vote", "in the weeks ahead", "over the years". */
static bool
is_stretch_bare(const struct scene *s)
{
	size_t end = s->d->end;

	if (end < s->items->n && s->items->v[end].classes & LEX_BIT(LEX_BEFORE))
		return true;
	if (scene_is(s->next, "ahead"))
		return !scene_is(scene_token(s->t, s->core->to + 1), "of");
	return scene_is(s->prev, "the") && s->core->from > 1 &&
	    scene_in(s->prev - 1, AROUND_WINDOW) && !scene_is(s->next, "of") &&
	    ((scene_punct(s->next) && !scene_one_of(s->next, "-")) ||
		scene_in(s->next, AROUND_CLAUSE));
}

static bool
allows_bare(const struct scene *s)
{
	enum date_unit unit = s->d->unit[0];

	if (unit == UNIT_QUARTER || unit == UNIT_NIGHT ||
	    scene_first(s, s->core)->text.n < 4)
		return false;
	return s->prev == NULL || unit == UNIT_WEEKEND ||
	    scene_in(s->prev, AROUND_BARE) || is_stretch_bare(s);
}

/* "the past month", "in the last year"; "the last year of the war" not. */
static bool
allows_lastone(const struct scene *s)
{
	enum date_unit unit = s->d->unit[0];

	if (unit == UNIT_WEEKEND || unit == UNIT_NIGHT || unit == UNIT_SECOND)
		return false;
	if (s->d->shift == -2)
		return true;
	return s->d->shift == -1 && scene_in(s->prev, AROUND_WINDOW) &&
	    !scene_is(s->next, "of");
}

static bool
allows_lastn(const struct scene *s)
{
	const struct draft *d = s->d;
	bool counted = d->vague || d->n[0] > 0;
	enum date_unit unit = d->unit[0];

	/* "expected to last six weeks" */
	if (!d->the && d->which == LEX_LAST && d->shift == -1 &&
	    scene_in(s->prev, AROUND_MODAL))
		return false;
	if (unit == UNIT_NIGHT || unit == UNIT_QUARTER)
		return counted;
	return counted || (d->which == LEX_NEXT && d->shift > 1) ||
	    (d->which == LEX_LAST && d->shift < -1);
}

static bool
allows_anchored(const struct scene *s)
{
	const struct draft *d = s->d;
	const struct item *last = &s->items->v[d->end - 1];

	if (d->amounts == 0) /* "two Tuesdays ago" */
		return d->weekday > 0 && d->n[0] >= 1 && d->n[0] <= 52;
	if (last->classes & LEX_BIT(LEX_BEFORE))
		return scene_punct(s->next) && d->unit[0] >= UNIT_DAY;
	if (!d->vague && d->n[0] == 0) {
		/* "the week earlier", "weeks later", "year-ago profit" */
		return d->the || last[-1].classes & LEX_BIT(LEX_DASH) ||
		    last[-1].classes & LEX_BIT(LEX_UNITS);
	}
	return !scene_is(s->next, "than");
}

static bool
allows_range(const struct scene *s)
{
	return s->d->amounts > 0 && !scene_identifier(s);
}

/* "70 times a minute" is how fast, not when. */
static bool
allows_set(const struct draft *d)
{
	return !d->times || d->unit[0] >= UNIT_DAY;
}

bool
scene_amount(const struct scene *s)
{
	switch (s->d->make) {
	case MAKE_DURATION:
		return allows_duration(s);
	case MAKE_RANGE:
		return allows_range(s);
	case MAKE_BARE:
		return allows_bare(s);
	case MAKE_LASTONE:
		return allows_lastone(s);
	case MAKE_LASTN:
		return allows_lastn(s);
	case MAKE_ANCHORED:
		return allows_anchored(s);
	case MAKE_SET:
		return allows_set(s->d);
	default:
		return true;
	}
}
