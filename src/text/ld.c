/*
 * ld.c - what a page says of itself in JSON-LD; see ld.h.
 */
#include "ld.h"

static struct ld_level *
level(struct ld *ld)
{
	return ld->depth > 0 && ld->depth <= LD_DEPTH ? &ld->v[ld->depth - 1]
						      : NULL;
}

/* The key under which an object or array at the level below begins. */
static struct str
key_above(const struct ld *ld)
{
	return ld->depth > 0 && ld->depth <= LD_DEPTH ? ld->v[ld->depth - 1].key
						      : STR("");
}

static void
open_level(struct ld *ld, bool array)
{
	struct str key = key_above(ld);

	ld->depth++;
	if (ld->depth <= LD_DEPTH)
		ld->v[ld->depth - 1] =
		    (struct ld_level){ .key = array ? key : STR(""),
			    .array = array };
}

/* The string whose opening quote was at pos - 1; pos goes behind it. */
static struct str
read_string(struct ld *ld)
{
	struct str s = ld->json;
	size_t from = ld->pos, i = from;

	while (i < s.n && s.p[i] != '"')
		i += s.p[i] == '\\' ? 2 : 1;
	if (i > s.n)
		i = s.n;
	ld->pos = i < s.n ? i + 1 : s.n;
	return str_cut(s, from, i);
}

static bool
is_key(struct ld *ld)
{
	while (ld->pos < ld->json.n && ch_space(ld->json.p[ld->pos]))
		ld->pos++;
	return ld->pos < ld->json.n && ld->json.p[ld->pos] == ':';
}

/* A value was read: whether it makes a pair. */
static bool
found(struct ld *ld, struct str value, bool string, struct ld_pair *pair)
{
	struct ld_level *l = level(ld);
	size_t at = ld->depth;

	if (l == NULL || l->key.n == 0)
		return false;
	*pair =
	    (struct ld_pair){ .key = l->key, .value = value, .string = string };
	while (at > 0 && ld->v[at - 1].array)
		at--; /* of ["a", "b"] the object is outside */
	if (at > 0) {
		if (str_eq(l->key, STR("@type")) && ld->v[at - 1].type.n == 0)
			ld->v[at - 1].type = value;
		pair->type = ld->v[at - 1].type;
	}
	if (at > 1)
		pair->up = ld->v[at - 2].key;
	return true;
}

bool
ld_next(struct ld *ld, struct ld_pair *pair)
{
	struct str s = ld->json;

	while (ld->pos < s.n) {
		size_t from = ld->pos;
		char c = s.p[ld->pos++];

		if (c == '{' || c == '[') {
			open_level(ld, c == '[');
		} else if ((c == '}' || c == ']') && ld->depth > 0) {
			ld->depth--;
		} else if (c == '"') {
			struct str text = read_string(ld);
			struct ld_level *l = level(ld);
			bool closed = from + 1 + text.n < s.n;

			if (l != NULL && !l->array && is_key(ld))
				l->key = text;
			else if (found(ld, text, closed, pair))
				return true;
		} else if (ch_digit(c)) {
			while (ld->pos < s.n && ch_digit(s.p[ld->pos]))
				ld->pos++;
			if (found(ld, str_cut(s, from, ld->pos), false, pair))
				return true;
		}
	}
	return false;
}

bool
ld_within(const struct ld *ld, bool (*is)(struct str name))
{
	size_t n = ld->depth < LD_DEPTH ? ld->depth : LD_DEPTH;

	for (size_t i = 0; i < n; i++) {
		if (ld->v[i].type.n > 0 && is(ld->v[i].type))
			return true;
		if (i + 1 < n && ld->v[i].key.n > 0 && is(ld->v[i].key))
			return true;
	}
	return false;
}
