/*
 * num_rules.c - a user's own numbers; see num_rules.h.
 */
#include "num_rules.h"

#include <math.h>
#include <string.h>

#include "base/map.h"

#define WORDS_MAX 5 /* in a name */
#define NAME_MAX_ 96

struct word {
	double value;
	bool scale;
};

/* What belongs to a pattern. */
struct pattern {
	bool none;
	struct str symbol, quantity;
};

struct num_rules {
	struct map words, units; /* their values are below */
	struct word *word;
	struct unit *unit;
	struct pattern *pattern;
	size_t word_cap, unit_cap, pattern_cap, npattern;
	struct regexes *regexes;
	struct arena *a;
};

/* text in lower case, its words joined by single spaces. */
static struct str
folded(struct str text, struct arena *a)
{
	struct tokens t = token_split(text, a);
	struct buf b = { .a = a };

	for (size_t i = 0; i < t.n; i++) {
		if (i > 0)
			buf_byte(&b, ' ');
		buf_add(&b, t.v[i].low);
	}
	return buf_str(&b);
}

static bool
wrong(struct err *err, const char *why, struct str line, struct str field)
{
	*err = (struct err){ why, (size_t)(field.p - line.p) };
	return false;
}

/* "number" or "scale", a word, its value. */
static bool
add_word(struct num_rules *r, struct str line, bool scale, struct err *err)
{
	struct word one = { .scale = scale };
	struct str name = folded(str_field(line, 1), r->a);
	struct str value = str_field(line, 2);
	size_t i = r->words.n;

	if (name.n == 0)
		return wrong(err, "no word", line, str_field(line, 1));
	if (!str_num(value, &one.value) || !isfinite(one.value))
		return wrong(err, "not a number", line, value);
	if (map_put(&r->words, name) < i)
		return true; /* the first line counts */
	r->word = vec_room(r->a, r->word, i, &r->word_cap, sizeof(*r->word));
	r->word[i] = one;
	return true;
}

/* "unit", a name, a symbol, and for a new one a quantity and a factor. */
static bool
add_unit(struct num_rules *r, struct str line, struct err *err)
{
	struct str name = folded(str_field(line, 1), r->a);
	struct str symbol = str_field(line, 2), quantity = str_field(line, 3);
	struct str factor = str_field(line, 4);
	struct unit u = { .factor = 1 };
	size_t i = r->units.n;

	if (name.n == 0)
		return wrong(err, "no name", line, str_field(line, 1));
	if (symbol.n == 0)
		return wrong(err, "no symbol", line, symbol);
	if (quantity.n > 0) {
		u.symbol = symbol;
		u.quantity = quantity;
	} else if (!unit_parse(symbol, &u, r->a)) {
		return wrong(
		    err, "not a unit of pk, and no quantity", line, symbol);
	}
	if (factor.n > 0 &&
	    !(str_num(factor, &u.si) && u.si > 0 && isfinite(u.si)))
		return wrong(err, "not a factor above 0", line, factor);
	if (map_put(&r->units, name) < i)
		return true;
	r->unit = vec_room(r->a, r->unit, i, &r->unit_cap, sizeof(*r->unit));
	r->unit[i] = u;
	return true;
}

/* "none" or "find", a pattern, a unit, a quantity. */
static bool
add_pattern(struct num_rules *r, struct str line, size_t number, bool none,
    struct err *err)
{
	struct str pattern = str_field(line, 1);

	if (!regex_add(r->regexes, pattern, number, err)) {
		err->at += (size_t)(pattern.p - line.p);
		return false;
	}
	r->pattern = vec_room(r->a, r->pattern, r->npattern, &r->pattern_cap,
	    sizeof(*r->pattern));
	r->pattern[r->npattern++] =
	    (struct pattern){ none, str_field(line, 2), str_field(line, 3) };
	return true;
}

/* Adds what a line says to the struct num_rules at to. */
static bool
add_line(void *to, struct str line, size_t number, struct err *err)
{
	struct num_rules *r = to;
	struct str kind = str_field(line, 0);

	if (str_is(kind, "number") || str_is(kind, "scale"))
		return add_word(r, line, str_is(kind, "scale"), err);
	if (str_is(kind, "unit"))
		return add_unit(r, line, err);
	if (str_is(kind, "none") || str_is(kind, "find"))
		return add_pattern(r, line, number, str_is(kind, "none"), err);
	return wrong(
	    err, "not number, scale, unit, none or find and a tab", line, kind);
}

struct num_rules *
num_rules_new(struct arena *perm)
{
	struct num_rules *r = arena_alloc(perm, 1, sizeof(*r));

	r->a = perm;
	map_init(&r->words, perm);
	map_init(&r->units, perm);
	r->regexes = regex_open(perm);
	return r;
}

struct rules
num_rules_reader(struct num_rules *r)
{
	return (struct rules){ add_line, r };
}

void
num_rules_close(struct num_rules *r)
{
	map_free(&r->words);
	map_free(&r->units);
}

size_t
num_rules_dropped(const struct num_rules *r)
{
	return regex_dropped(r->regexes);
}

/* The index of a name or its plural, or MAP_NONE. */
static size_t
find_name(const struct map *names, struct str name)
{
	size_t i = map_find(names, name);

	if (i == MAP_NONE && name.n > 1 && name.p[name.n - 1] == 's')
		i = map_find(names, str_cut(name, 0, name.n - 1));
	return i;
}

size_t
num_rules_unit(
    const struct num_rules *r, const struct tokens *t, size_t i, struct unit *u)
{
	char p[NAME_MAX_];
	size_t n = 0, found = 0;

	for (size_t j = i; j < i + WORDS_MAX && j < t->n; j++) {
		struct str low = t->v[j].low;
		size_t k;

		if (n + 1 + low.n > sizeof(p))
			break;
		if (j > i)
			p[n++] = ' ';
		memcpy(p + n, low.p, low.n);
		n += low.n;
		k = find_name(&r->units, (struct str){ p, n });
		if (k == MAP_NONE)
			continue;
		*u = r->unit[k];
		found = j + 1 - i;
	}
	return found;
}

bool
num_rules_word(
    const struct num_rules *r, struct str low, double *value, bool *scale)
{
	size_t i = map_find(&r->words, low);

	if (i == MAP_NONE)
		return false;
	*value = r->word[i].value;
	*scale = r->word[i].scale;
	return true;
}

/* What pattern i finds in text at or behind byte from. */
static bool
find_one(const struct num_rules *r, size_t i, struct str text, size_t from,
    struct num_match *m)
{
	*m = (struct num_match){ .none = r->pattern[i].none };
	if (!regex_find(r->regexes, i, text, from, 0, &m->all) ||
	    m->all.to == m->all.from) /* nothing, which is everywhere */
		return false;
	m->symbol = r->pattern[i].symbol;
	m->quantity = r->pattern[i].quantity;
	(void)regex_group(r->regexes, i, "value", &m->value);
	(void)regex_group(r->regexes, i, "low", &m->low);
	(void)regex_group(r->regexes, i, "high", &m->high);
	(void)regex_group(r->regexes, i, "unit", &m->unit);
	return true;
}

struct num_matches
num_rules_find(const struct num_rules *r, struct str text, struct arena *a)
{
	struct num_match *next = arena_alloc(a, r->npattern + 1, sizeof(*next));
	struct num_matches found = { NULL, 0 };
	size_t cap = 0, from = 0;

	while (from < text.n) {
		struct num_match *first = NULL;

		/* Each pattern is asked again only when what it found before is
		 * passed: the cost stays linear. */
		for (size_t i = 0; i < r->npattern; i++) {
			if ((from == 0 || next[i].all.from < from) &&
			    !find_one(r, i, text, from, &next[i]))
				next[i].all.from = text.n;
			if (next[i].all.from < text.n &&
			    (first == NULL ||
				next[i].all.from < first->all.from))
				first = &next[i];
		}
		if (first == NULL)
			break;
		from = first->all.to;
		found.v = vec_room(a, found.v, found.n, &cap, sizeof(*found.v));
		found.v[found.n++] = *first;
	}
	return found;
}
