/*
 * rec.c - fuzz target: our record reader against jansson.
 *
 * Both accept the same lines and read the same strings and numbers, but for
 * what rec.h says of itself and jansson's own limits:
 *
 *   lone surrogate escapes    we read U+FFFD, jansson refuses
 *   "\u0000" in a key         we read it, jansson refuses
 *   1e999                     checked as a number, no value; jansson refuses
 *   brackets 65 to 2048 deep  we refuse
 *   a key twice               we take the first, jansson the last
 *   an empty key              we never find it
 *   an array                  no record
 *   a raw NUL                 we refuse; jansson passes over some
 */
#include <jansson.h>
#include <string.h>

#include "base/json.h"
#include "base/rec.h"
#include "fuzz.h"

/* How deep brackets outside strings nest. */
static int
depth(struct str s)
{
	int now = 0, most = 0;
	bool in = false;

	for (size_t i = 0; i < s.n; i++) {
		if (in && s.p[i] == '\\')
			i++;
		else if (s.p[i] == '"')
			in = !in;
		else if (!in && (s.p[i] == '{' || s.p[i] == '['))
			most = ++now > most ? now : most;
		else if (!in && (s.p[i] == '}' || s.p[i] == ']'))
			now--;
	}
	return most;
}

static bool
jansson_alone(const json_error_t *error)
{
	enum json_error_code code = json_error_code(error);

	return code == json_error_numeric_overflow ||
	    code == json_error_null_byte_in_key ||
	    strstr(error->text, "invalid Unicode") != NULL;
}

static void
check_value(
    const struct rec *rec, size_t i, const json_t *theirs, struct arena *a)
{
	struct field f = rec->fields[i];
	struct rec one = { .fields = &f, .n = 1 };
	const char *key = str_cstr(a, f.key);
	struct str s;
	double v;

	CHECK(rec_str(&one, key, &s, a) == json_is_string(theirs));
	if (json_is_string(theirs)) {
		CHECK(s.n == json_string_length(theirs));
		CHECK(memcmp(s.p, json_string_value(theirs), s.n) == 0);
	}
	if (json_is_number(theirs) && f.val.n < 64) {
		CHECK(rec_num(&one, key, &v));
		CHECK(v == json_number_value(theirs));
	}
}

static void
check_fields(const struct rec *rec, const json_t *theirs, struct arena *a)
{
	size_t keys = 0;

	for (size_t i = 0; i < rec->n; i++) {
		const struct field *f = &rec->fields[i];
		bool last = true;

		for (size_t j = i + 1; j < rec->n; j++)
			last = last && !str_eq(rec->fields[j].key, f->key);
		if (!last)
			continue;
		keys++;
		if (f->key.n == 0)
			continue;
		check_value(
		    rec, i, json_object_get(theirs, str_cstr(a, f->key)), a);
	}
	CHECK(keys == json_object_size(theirs));
}

/* What we write of a string is a string that reads as the same. */
static void
check_quote(struct str s, struct arena *a)
{
	struct buf b = { .a = a };
	struct err err = { NULL, 0 };
	size_t at = 0;

	json_quote(&b, s);
	CHECK(json_skip_string(buf_str(&b), &at, &err) && at == b.n);
	if (utf8_bad(s) == s.n)
		CHECK(str_eq(json_decode(buf_str(&b), a), s));
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *a = fuzz_arena();
	struct str line = { (const char *)data, size };
	struct rec rec;
	struct err err = { NULL, 0 };
	json_error_t error;
	json_t *theirs;
	bool ok;

	check_quote(line, a);
	if (memchr(data, '\n', size) != NULL)
		return 0; /* two lines */
	ok = rec_parse(line, &rec, a, &err);
	CHECK(ok == (err.why == NULL) && err.at <= size);
	if (memchr(data, '\0', size) != NULL) {
		CHECK(!ok);
		return 0;
	}
	theirs = json_loadb(
	    line.p, size, JSON_ALLOW_NUL | JSON_DECODE_INT_AS_REAL, &error);
	if (ok && theirs == NULL)
		CHECK(jansson_alone(&error));
	else if (ok)
		check_fields(&rec, theirs, a);
	else if (theirs != NULL)
		CHECK(!json_is_object(theirs) || depth(line) > 64);
	json_decref(theirs);
	return 0;
}
