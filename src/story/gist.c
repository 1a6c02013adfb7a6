/*
 * gist.c - what of a line or a record is compared; see gist.h.
 */
#include "gist.h"

#include "base/utf8.h"
#include "text/token.h"

enum gist_norm
gist_norm_of(const char *name)
{
	static const char *const names[] = {
#define X(id, name) name,
		GIST_NORMS(X)
#undef X
	};
	size_t i = 0;

	while (i < GIST_NORM_COUNT && strcmp(names[i], name) != 0)
		i++;
	return (enum gist_norm)i;
}

bool
gist_fields(struct gist *g, const char *list, struct arena *perm)
{
	struct str s = str_of(list);
	size_t at = 0, n = 0;

	while (at <= s.n) {
		size_t comma = str_find(s, STR(","), at);

		if (comma == at || n + 1 == COUNT(g->fields))
			return false;
		g->fields[n++] = str_cstr(perm, str_cut(s, at, comma));
		at = comma + 1;
	}
	return true;
}

bool
gist_text(const struct gist *g, const struct rec *rec, struct str *text,
    struct arena *a)
{
	struct buf b = { .a = a };
	bool any = false;

	for (size_t i = 0; g->fields[i] != NULL; i++) {
		struct str val;

		if (!rec_str(rec, g->fields[i], &val, a))
			val = rec_raw(rec, g->fields[i]);
		any = any || rec_raw(rec, g->fields[i]).n > 0;
		*text = val;
		if (i == 0 && g->fields[1] == NULL)
			return any;
		/* Texts cannot run into each other. */
		buf_add(&b, val);
		buf_byte(&b, '\n');
	}
	*text = buf_str(&b);
	return any;
}

static struct str
fold_space(struct str s, struct arena *a)
{
	struct buf b = { .a = a };

	s = str_trim(s);
	for (size_t i = 0; i < s.n; i++) {
		if (!ch_space(s.p[i]))
			buf_byte(&b, s.p[i]);
		else if (!ch_space(s.p[i - 1]))
			buf_byte(&b, ' ');
	}
	return buf_str(&b);
}

static struct str
fold_case(struct str s, struct arena *a)
{
	struct tokens t = token_split(s, a);
	struct buf b = { .a = a };

	for (size_t i = 0; i < t.n; i++) {
		if (i > 0 && !t.v[i].glued)
			buf_byte(&b, ' ');
		buf_add(&b, t.v[i].low);
	}
	return buf_str(&b);
}

/* The norm that text can be brought to. */
static enum gist_norm
norm_for(const struct gist *g, struct str text)
{
	if (g->norm > GIST_SPACE &&
	    (text.n > FINGER_TEXT_MAX || utf8_bad(text) < text.n))
		return GIST_SPACE;
	return g->norm;
}

struct set_key
gist_key(const struct gist *g, struct str text, struct arena scratch)
{
	struct set_key key = { { 0, 0 } };
	enum gist_norm norm = norm_for(g, text);

	if (norm == GIST_WORDS) {
		struct finger f = finger_make(text, &scratch);

		return (struct set_key){ { f.key[0], f.key[1] } };
	}
	if (norm == GIST_CASE)
		text = fold_case(text, &scratch);
	else if (norm == GIST_SPACE)
		text = fold_space(text, &scratch);
	finger_key(text, key.v);
	return key;
}

struct finger
gist_finger(const struct gist *g, struct str text, struct arena *a)
{
	struct finger f = { 0 };
	struct set_key key;

	if (norm_for(g, text) == GIST_WORDS)
		return finger_make(text, a);
	if (utf8_bad(text) == text.n)
		f = finger_make(text, a);
	key = gist_key(g, text, *a);
	f.key[0] = key.v[0];
	f.key[1] = key.v[1];
	return f;
}

uint32_t
gist_mode(const struct gist *g, bool near)
{
	uint64_t h = 0;

	for (size_t i = 0; g->fields[i] != NULL; i++)
		h = h * UINT64_C(0x9e3779b97f4a7c15) +
		    str_hash(str_of(g->fields[i]));
	return (uint32_t)(h >> 44) << 4 | 8 | (near ? 4 : 0) |
	    (uint32_t)g->norm;
}
