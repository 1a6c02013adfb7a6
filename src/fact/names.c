/*
 * names.c - a user's own names; see names.h.
 */
#include "names.h"

#include <math.h>

#include "base/map.h"
#include "gaz_db.h"

#define TOKENS_MAX 40 /* of a name; a longer one is refused */

/* A name as it is written in the list. */
struct spelling {
	struct tokens t;
	size_t of;   /* what it names, in own */
	size_t next; /* the next one of the same key, or MAP_NONE */
};

struct names {
	struct map keys;   /* of whole names: spelling */
	struct map firsts; /* first words: longest */
	struct spelling *spelling;
	size_t *last, *longest; /* by key; tokens by first word */
	struct own_name *own;
	size_t n, cap, nspelling, spelling_cap, last_cap, longest_cap;
	struct arena *a;
};

static bool
wrong(struct err *err, const char *why, struct str line, struct str field)
{
	*err = (struct err){ why, (size_t)(field.p - line.p) };
	return false;
}

/* The key of tokens [i, end) in buf, or an empty string. */
static struct str
key_of(const struct tokens *t, size_t i, size_t end, char *buf)
{
	return (struct str){ buf, gaz_key(t, i, end, false, buf, GAZ_KEY_MAX) };
}

/* Lets the first word of a name tell how long it may be. */
static void
note_first(struct names *names, const struct tokens *t)
{
	char buf[GAZ_KEY_MAX];
	size_t before = names->firsts.n;
	size_t i = map_put(&names->firsts, key_of(t, 0, 1, buf));

	names->longest = vec_room(names->a, names->longest, i,
	    &names->longest_cap, sizeof(*names->longest));
	if (names->firsts.n > before || names->longest[i] < t->n)
		names->longest[i] = t->n;
}

/* Whether text is among the spellings from number i on. */
static bool
has_spelling(const struct names *names, size_t i, struct str text)
{
	for (; i != MAP_NONE; i = names->spelling[i].next)
		if (str_eq(names->spelling[i].t.text, text))
			return true;
	return false;
}

/* Adds a spelling of the thing that was added last; false when it is none. */
static bool
add_spelling(struct names *names, struct str text)
{
	struct spelling s = { .of = names->n - 1, .next = MAP_NONE };
	char buf[GAZ_KEY_MAX];
	size_t before = names->keys.n, i;
	struct str key;

	s.t = token_split(text, names->a);
	if (s.t.n == 0 || s.t.n > TOKENS_MAX)
		return false;
	key = key_of(&s.t, 0, s.t.n, buf);
	if (key.n == 0 || gaz_mute(&s.t.v[0]))
		return false;
	names->spelling = vec_room(names->a, names->spelling, names->nspelling,
	    &names->spelling_cap, sizeof(*names->spelling));
	i = map_put(&names->keys, key);
	names->last = vec_room(
	    names->a, names->last, i, &names->last_cap, sizeof(*names->last));
	if (names->keys.n == before) {
		if (has_spelling(names, names->last[i], text))
			return true; /* the first line counts */
		s.next = names->last[i];
	}
	names->last[i] = names->nspelling;
	names->spelling[names->nspelling++] = s;
	note_first(names, &s.t);
	return true;
}

static bool
read_degrees(struct str field, double limit, double *val)
{
	*val = NAN;
	return field.n == 0 ||
	    (str_num(field, val) && *val >= -limit && *val <= limit);
}

/* Takes a line of the list; see rules.h. */
static bool
add_line(void *to, struct str line, size_t number, struct err *err)
{
	struct names *names = to;
	struct str name = str_field(line, 0), class = str_field(line, 1);
	struct str lat = str_field(line, 3), lon = str_field(line, 4);
	struct own_name own = { .name = str_field(line, 2) };

	(void)number;
	own.class = ent_class_of(class);
	if (own.class == ENT_NONE)
		return wrong(err, "not a class of pk-records(5)", line, class);
	if (!read_degrees(lat, 90, &own.lat))
		return wrong(err, "not a latitude", line, lat);
	if (!read_degrees(lon, 180, &own.lon))
		return wrong(err, "not a longitude", line, lon);
	if (isnan(own.lat) != isnan(own.lon))
		return wrong(err, "latitude or longitude alone", line, lat);
	if (own.name.n == 0)
		own.name = name;
	names->own = vec_room(
	    names->a, names->own, names->n, &names->cap, sizeof(*names->own));
	names->own[names->n++] = own;
	if (!add_spelling(names, name))
		return wrong(err, "not a name", line, name);
	if (!str_eq(name, own.name) && !add_spelling(names, own.name))
		return wrong(err, "not a name", line, own.name);
	return true;
}

struct names *
names_new(struct arena *perm)
{
	struct names *names = arena_alloc(perm, 1, sizeof(*names));

	names->a = perm;
	map_init(&names->keys, perm);
	map_init(&names->firsts, perm);
	return names;
}

struct rules
names_reader(struct names *names)
{
	return (struct rules){ add_line, names };
}

void
names_close(struct names *names)
{
	map_free(&names->keys);
	map_free(&names->firsts);
}

/* Whether the capitals of a word are those that the list asks for. */
static bool
has_case(const struct token *word, const struct token *listed)
{
	if (listed->kind != TOKEN_WORD || listed->form == TOKEN_LOWER)
		return true;
	if (listed->form == TOKEN_UPPER)
		return word->form == TOKEN_UPPER;
	return word->form != TOKEN_LOWER;
}

/* The same for all words of [i, end). */
static bool
has_cases(const struct tokens *t, size_t i, size_t end, const struct tokens *l)
{
	size_t k = 0;

	for (; i < end; i++) {
		if (gaz_mute(&t->v[i]))
			continue;
		while (k < l->n && gaz_mute(&l->v[k]))
			k++;
		if (k == l->n || !has_case(&t->v[i], &l->v[k++]))
			return false;
	}
	return true;
}

const struct own_name *
names_find(
    const struct names *names, const struct tokens *t, size_t i, size_t *n)
{
	char buf[GAZ_KEY_MAX];
	size_t at = map_find(&names->firsts, key_of(t, i, i + 1, buf)), end;

	if (at == MAP_NONE)
		return NULL;
	/* Hyphens and stops that the list does not have are room for more. */
	end = i + 2 * names->longest[at];
	if (end > t->n)
		end = t->n;
	for (; end > i; end--) {
		const struct own_name *found = NULL;
		size_t s;

		if (gaz_mute(&t->v[end - 1]))
			continue;
		at = map_find(&names->keys, key_of(t, i, end, buf));
		s = at == MAP_NONE ? MAP_NONE : names->last[at];
		for (; s != MAP_NONE; s = names->spelling[s].next)
			if (has_cases(t, i, end, &names->spelling[s].t))
				found = &names->own[names->spelling[s].of];
		*n = end - i;
		if (found != NULL)
			return found;
	}
	return NULL;
}
