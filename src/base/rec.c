/*
 * rec.c - one record of a line; see rec.h.
 */
#include "rec.h"

#include <stdio.h>

static const struct str type_names[] = {
#define X(id, name) { name, sizeof(name) - 1 },
	REC_TYPES(X)
#undef X
};

const char *
rec_type_name(enum rec_type type)
{
	return type < COUNT(type_names) ? type_names[type].p : "other";
}

enum rec_type
rec_type_of(struct str name)
{
	for (size_t i = 0; i < COUNT(type_names); i++) {
		if (str_eq(name, type_names[i]))
			return (enum rec_type)i;
	}
	return REC_OTHER;
}

/* A key, decoded.  Keys are short: a loop beats a search. */
static struct str
key_of(struct str raw, struct arena *a)
{
	for (size_t i = 1; i < raw.n; i++) {
		if (raw.p[i] == '\\')
			return json_decode(raw, a);
	}
	return str_cut(raw, 1, raw.n - 1);
}

/* Most records have no white space between their parts. */
static size_t
skip_space(struct str s, size_t at)
{
	return at < s.n && s.p[at] > ' ' ? at : json_skip_space(s, at);
}

/* A value.  Strings and whole numbers, nearly all there is, first. */
static bool
skip_value(struct str s, size_t *at, struct err *err)
{
	size_t i = *at;

	if (i < s.n && s.p[i] == '"')
		return json_skip_string(s, at, err);
	if (i < s.n && s.p[i] != '0') {
		while (i < s.n && ch_digit(s.p[i]))
			i++;
		if (i > *at && i < s.n && (s.p[i] == ',' || s.p[i] == '}')) {
			*at = i;
			return true;
		}
	}
	return json_skip_value(s, at, err);
}

/* Where the field at line[*at] starts, or the end of the object. */
static bool
read_field(struct str line, size_t *at, struct field *f, struct arena *a,
    struct err *err)
{
	size_t start = *at;

	if (start >= line.n || line.p[start] != '"') {
		*err = (struct err){ "a key expected", start };
		return false;
	}
	if (!json_skip_string(line, at, err))
		return false;
	f->key = key_of(str_cut(line, start, *at), a);
	*at = skip_space(line, *at);
	if (*at >= line.n || line.p[*at] != ':') {
		*err = (struct err){ "':' expected", *at };
		return false;
	}
	*at = start = skip_space(line, *at + 1);
	if (!skip_value(line, at, err))
		return false;
	f->val = str_cut(line, start, *at);
	return true;
}

/* Reads "key":value pairs up to the closing brace. */
static bool
read_fields(struct str line, size_t *at, struct rec *rec, struct arena *a,
    struct err *err)
{
	size_t cap = 16; /* a sentence record has ten */
	struct field *v = arena_alloc(a, cap, sizeof(*v));
	bool comma = false;

	*at = skip_space(line, *at);
	while (*at >= line.n || line.p[*at] != '}' || comma) {
		if (rec->n == cap)
			v = vec_room(a, v, rec->n, &cap, sizeof(*v));
		if (!read_field(line, at, &v[rec->n], a, err))
			return false;
		rec->n++;
		*at = skip_space(line, *at);
		comma = *at < line.n && line.p[*at] == ',';
		if (comma)
			*at = skip_space(line, *at + 1);
		else if (*at >= line.n || line.p[*at] != '}')
			break;
	}
	rec->fields = v;
	if (*at >= line.n || line.p[*at] != '}') {
		*err = (struct err){ *at >= line.n ? "the record does not end"
						   : "',' expected",
			*at };
		return false;
	}
	++*at;
	return true;
}

static struct str
find(const struct rec *rec, struct str key)
{
	for (size_t i = 0; i < rec->n; i++) {
		struct str k = rec->fields[i].key;

		/* Length and two letters tell nearly all keys apart. */
		if (k.n == key.n && k.n > 0 && k.p[0] == key.p[0] &&
		    k.p[k.n - 1] == key.p[k.n - 1] && str_eq(k, key))
			return rec->fields[i].val;
	}
	return STR("");
}

/* Notes the fields that every reader needs. */
static void
note_fields(struct rec *rec, struct arena *a)
{
	struct str type = find(rec, STR("type"));
	struct str sent = find(rec, STR("sent"));
	double v;

	if (type.n > 0 && type.p[0] == '"')
		rec->type = rec_type_of(json_decode(type, a));
	if (sent.n > 0 && ch_digit(sent.p[0]) && str_num(sent, &v) &&
	    v < 1e15 && v == (double)(long)v)
		rec->sent = (long)v;
	rec->doc = find(rec, STR("doc"));
	if (rec->doc.n > 0 && rec->doc.p[0] != '"')
		rec->doc = STR("");
}

bool
rec_parse(struct str line, struct rec *rec, struct arena *a, struct err *err)
{
	size_t at = skip_space(line, 0);

	*rec = (struct rec){ .type = REC_OTHER, .line = line };
	if (at >= line.n || line.p[at] != '{') {
		*err = (struct err){ "not a record: '{' expected", at };
		return false;
	}
	at++;
	if (!read_fields(line, &at, rec, a, err))
		return false;
	at = skip_space(line, at);
	if (at < line.n) {
		*err = (struct err){ "more behind the record", at };
		return false;
	}
	note_fields(rec, a);
	return true;
}

struct str
rec_raw(const struct rec *rec, const char *key)
{
	return find(rec, str_of(key));
}

bool
rec_str(
    const struct rec *rec, const char *key, struct str *val, struct arena *a)
{
	struct str raw = rec_raw(rec, key);

	*val = STR("");
	if (raw.n < 2 || raw.p[0] != '"')
		return false;
	*val = json_decode(raw, a);
	return true;
}

bool
rec_num(const struct rec *rec, const char *key, double *val)
{
	struct str raw = rec_raw(rec, key);

	return raw.n > 0 && (ch_digit(raw.p[0]) || raw.p[0] == '-') &&
	    str_num(raw, val);
}

bool
rec_size(const struct rec *rec, const char *key, size_t *val)
{
	double v;

	if (!rec_num(rec, key, &v) || v < 0 || v > 1e15)
		return false;
	*val = (size_t)v;
	return true;
}

struct str
rec_cite(struct str doc, long sent, struct arena *a)
{
	struct buf b = { .a = a };
	char number[32];

	snprintf(number, sizeof(number), "#%ld\"", sent);
	buf_add(&b, doc.n > 1 ? str_cut(doc, 0, doc.n - 1) : STR("\""));
	buf_add(&b, str_of(number));
	return buf_str(&b);
}

struct str
rec_with(struct str line, const char *key, struct str json, struct arena *a)
{
	struct buf b = { .a = a };
	struct str before;
	size_t end = line.n;

	while (line.p[end - 1] != '}')
		end--;
	before = str_trim(str_cut(line, 0, end - 1));
	buf_add(&b, before);
	buf_add(&b, before.p[before.n - 1] == '{' ? STR("\"") : STR(",\""));
	buf_add(&b, str_of(key));
	buf_add(&b, STR("\":"));
	buf_add(&b, json);
	buf_byte(&b, '}');
	return buf_str(&b);
}
