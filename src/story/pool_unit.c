/*
 * pool_unit.c - the words and word pairs of a text; see pool_part.h.
 */
#include <string.h>

#include "pool_part.h"

enum stop { STOP_PLAIN, STOP_PERSON };

#include "summ_stop.h"

/* The unit with this key, or MAP_NONE when it is new and may not be put. */
static size_t
unit_of(struct pool *p, struct str key, bool put)
{
	size_t i;

	if (!put)
		return map_find(&p->unit_map, key);
	i = map_put(&p->unit_map, key);
	if (i == p->units_n) {
		p->units = vec_room(p->a, p->units, p->units_n, &p->units_cap,
		    sizeof(*p->units));
		p->units_n++;
	}
	return i;
}

/* Without the "s" of an English plural ("dams", not "loss" or "virus"); of a
 * number without its commas.  In tmp, of room bytes, when it is changed. */
static struct str
folded(struct str low, bool number, char *tmp, size_t room)
{
	size_t n = 0;

	if (number && low.n <= room) {
		for (size_t i = 0; i < low.n; i++) {
			if (low.p[i] != ',')
				tmp[n++] = low.p[i];
		}
		return (struct str){ tmp, n };
	}
	if (low.n > 4 && low.n <= room && str_ends(low, STR("ies"))) {
		memcpy(tmp, low.p, low.n);
		tmp[low.n - 3] = 'y';
		return (struct str){ tmp, low.n - 2 };
	}
	if (low.n > 3 && low.p[low.n - 1] == 's' &&
	    memchr("sui", low.p[low.n - 2], 3) == NULL)
		low.n--;
	return low;
}

bool
pool_is_stop(struct str low)
{
	return tab_find(&summ_stop_tab, low) != NULL;
}

/* The unit of a word; with put not set, MAP_NONE for an unknown one. */
static size_t
word_unit(struct pool *p, const struct token *t, bool put)
{
	const struct summ_stop *stop = tab_find(&summ_stop_tab, t->low);
	char tmp[64];
	struct str low;
	size_t i;

	/* "US" and "WHO" are names, "us" and "who" are not. */
	if (stop != NULL && t->form == TOKEN_UPPER)
		return unit_of(p, t->text, put);
	low = stop != NULL
	    ? t->low
	    : folded(t->low, t->kind == TOKEN_NUMBER, tmp, sizeof(tmp));
	i = unit_of(p, low, put);
	if (i == MAP_NONE)
		return i;
	p->units[i].stop |= stop != NULL;
	p->units[i].person |= stop != NULL && stop->kind == STOP_PERSON;
	p->units[i].number |= t->kind == TOKEN_NUMBER;
	return i;
}

static void
set_add(struct pool *p, struct set *set, size_t unit)
{
	if (p->units[unit].mark == p->mark)
		return;
	p->units[unit].mark = p->mark;
	set->v[set->n++] = (uint32_t)unit;
}

/* The pair of two words; begins with a NUL, as no word does. */
static size_t
pair_unit(struct pool *p, uint32_t left, uint32_t right)
{
	char key[1 + 2 * sizeof(uint32_t)] = { 0 };

	memcpy(key + 1, &left, sizeof(left));
	memcpy(key + 1 + sizeof(left), &right, sizeof(right));
	return unit_of(p, (struct str){ key, sizeof(key) }, true);
}

struct set
set_of(struct pool *p, const struct tokens *t, struct arena scratch)
{
	uint32_t *seq = arena_alloc(&scratch, t->n + 1, sizeof(*seq));
	struct set set = { .v = arena_alloc(
			       &scratch, 2 * t->n + 1, sizeof(*set.v)) };
	size_t n = 0;
	uint32_t *kept;

	p->mark++;
	for (size_t i = 0; i < t->n; i++) {
		if (set_takes(&t->v[i]))
			seq[n++] = (uint32_t)word_unit(p, &t->v[i], true);
	}
	for (size_t i = 0; i < n; i++) {
		set.person |= p->units[seq[i]].person;
		if (!p->units[seq[i]].stop)
			set_add(p, &set, seq[i]);
	}
	set.words = set.n;
	for (size_t i = 1; i < n; i++) {
		if (!p->units[seq[i - 1]].stop || !p->units[seq[i]].stop)
			set_add(p, &set, pair_unit(p, seq[i - 1], seq[i]));
	}
	kept = arena_alloc(p->a, set.n, sizeof(*kept));
	if (set.n > 0)
		memcpy(kept, set.v, set.n * sizeof(*kept));
	set.v = kept;
	return set;
}

size_t
pool_words(
    struct pool *p, struct str text, struct arena *a, const uint32_t **words)
{
	struct tokens t = token_split(text, a);
	struct set set = { .v = arena_alloc(a, t.n + 1, sizeof(*set.v)) };

	p->mark++;
	for (size_t i = 0; i < t.n; i++) {
		size_t unit = set_takes(&t.v[i]) ? word_unit(p, &t.v[i], false)
						 : MAP_NONE;

		if (unit != MAP_NONE && !p->units[unit].stop)
			set_add(p, &set, unit);
	}
	*words = set.v;
	return set.n;
}
