/*
 * view.c - records for people and their tools; see view.h.
 */
#include "view.h"

#include <string.h>
#include <utf8proc.h>

#include "utf8.h"

#define T(id) (UINT32_C(1) << REC_##id)
#define MENTIONS (T(ENTITY) | T(NUMBER) | T(DATE) | T(CLAIM))
#define PLACED (T(SENTENCE) | MENTIONS | T(SUMMARY))
#define VERDICTS (T(AGREEMENT) | T(COMPATIBLE) | T(CONFLICT) | T(DEVELOPMENT))
#define ALL (UINT32_MAX)

/* Every key of pk-records(5) and the types that have it, in an order that
 * agrees with the order in each type. */
static const struct {
	const char *key;
	uint32_t types;
} columns[] = {
	{ "type", ALL },
	{ "of", T(FACT) },
	{ "pk", T(DOC) },
	{ "rank", T(SUMMARY) },
	{ "about", VERDICTS },
	{ "doc", T(ARTICLE) | T(DOC) | PLACED },
	{ "title", T(ARTICLE) | T(DOC) },
	{ "source", T(ARTICLE) | T(DOC) },
	{ "url", T(ARTICLE) | T(DOC) },
	{ "published", T(ARTICLE) | T(DOC) },
	{ "lang", T(ARTICLE) | T(DOC) },
	{ "bytes", T(DOC) },
	{ "sents", T(DOC) },
	{ "sent", PLACED },
	{ "para", T(SENTENCE) },
	{ "role", T(SENTENCE) },
	{ "start", PLACED },
	{ "end", PLACED },
	{ "text", T(ARTICLE) | T(FACT) | PLACED },
	{ "html", T(ARTICLE) },
	{ "map", T(SENTENCE) },
	{ "dup_of", T(DOC) | T(SENTENCE) },
	{ "version_of", T(DOC) },
	{ "class", T(ENTITY) | T(FACT) },
	{ "name", T(ENTITY) | T(FACT) },
	{ "of", T(ENTITY) },
	{ "id", T(ENTITY) | T(FACT) },
	{ "lat", T(ENTITY) | T(FACT) },
	{ "lon", T(ENTITY) | T(FACT) },
	{ "country", T(ENTITY) | T(FACT) },
	{ "score", T(ENTITY) | T(FACT) | T(SUMMARY) },
	{ "metonym", T(ENTITY) | T(FACT) },
	{ "rule", T(ENTITY) },
	{ "value", T(NUMBER) | T(DATE) | T(FACT) },
	{ "kind", T(DATE) | T(FACT) },
	{ "mod", T(DATE) | T(FACT) },
	{ "low", T(NUMBER) | T(DATE) | T(FACT) },
	{ "high", T(NUMBER) | T(DATE) | T(FACT) },
	{ "approx", T(NUMBER) | T(FACT) },
	{ "unit", T(NUMBER) | T(FACT) },
	{ "si", T(NUMBER) | T(FACT) },
	{ "quantity", T(NUMBER) | T(FACT) | VERDICTS },
	{ "what", T(NUMBER) | T(FACT) },
	{ "same_as", T(NUMBER) },
	{ "as_value", VIEW_CONVERTED },
	{ "as_low", VIEW_CONVERTED },
	{ "as_high", VIEW_CONVERTED },
	{ "as_unit", VIEW_CONVERTED },
	{ "speaker", T(CLAIM) | T(FACT) },
	{ "cue", T(CLAIM) | T(FACT) },
	{ "kind", T(CLAIM) },
	{ "via", T(CLAIM) | T(FACT) },
	{ "stance", T(CLAIM) | T(FACT) },
	{ "to", T(CLAIM) },
	{ "values", VERDICTS },
	{ "count", T(FACT) },
	{ "docs", T(FACT) | VERDICTS },
	{ "origins", T(FACT) | VERDICTS },
	{ "first", T(FACT) },
	{ "cites", VERDICTS },
	{ "starts", VERDICTS },
	{ "ends", VERDICTS },
	{ "texts", VERDICTS },
	{ "speakers", VERDICTS },
	{ "weight", VERDICTS },
	{ "support", T(SUMMARY) },
	{ "was", T(SUMMARY) },
	{ "date", T(SUMMARY) },
};

/* Whether column i is written: it belongs to types, and its key has no
 * column before. */
static bool
wanted(size_t i, uint32_t types)
{
	if ((columns[i].types & types) == 0)
		return false;
	for (size_t j = 0; j < i; j++) {
		if ((columns[j].types & types) != 0 &&
		    strcmp(columns[i].key, columns[j].key) == 0)
			return false;
	}
	return true;
}

void
view_tsv_head(struct buf *b, uint32_t types)
{
	for (size_t i = 0; i < COUNT(columns); i++) {
		if (!wanted(i, types))
			continue;
		if (i > 0)
			buf_byte(b, '\t');
		buf_add(b, str_of(columns[i].key));
	}
	buf_byte(b, '\n');
}

/* A value without what would break a row. */
static void
add_cell(struct buf *b, struct str s)
{
	static const char odd[] = "\t\n\r\\", name[] = "tnr\\";

	for (size_t i = 0; i < s.n; i++) {
		const char *p = s.p[i] != '\0' ? strchr(odd, s.p[i]) : NULL;

		if (p != NULL)
			buf_byte(b, '\\');
		buf_byte(b, p != NULL ? name[p - odd] : s.p[i]);
	}
}

/* The elements of a raw JSON array, joined by commas. */
static void
add_array(struct buf *b, struct str raw, struct arena *a)
{
	struct err err;
	size_t at = json_skip_space(raw, 1);
	bool first = true;

	while (at < raw.n && raw.p[at] != ']') {
		size_t start = at;
		struct str val;

		if (!json_skip_value(raw, &at, &err))
			return;
		val = str_cut(raw, start, at);
		if (!first)
			buf_byte(b, ',');
		first = false;
		add_cell(b, val.p[0] == '"' ? json_decode(val, a) : val);
		at = json_skip_space(raw, at);
		if (at < raw.n && raw.p[at] == ',')
			at = json_skip_space(raw, at + 1);
	}
}

/* The value of a key for people: decoded, arrays joined. */
static void
add_value(
    struct buf *b, const struct rec *rec, const char *key, struct arena *a)
{
	struct str raw = rec_raw(rec, key);

	if (raw.n == 0)
		return;
	if (raw.p[0] == '"')
		add_cell(b, json_decode(raw, a));
	else if (raw.p[0] == '[')
		add_array(b, raw, a);
	else
		buf_add(b, raw);
}

void
view_tsv_row(
    struct buf *b, const struct rec *rec, uint32_t types, struct arena scratch)
{
	for (size_t i = 0; i < COUNT(columns); i++) {
		if (!wanted(i, types))
			continue;
		if (i > 0)
			buf_byte(b, '\t');
		add_value(b, rec, columns[i].key, &scratch);
	}
	buf_byte(b, '\n');
}

/* What stands in the columns of the table for each type: up to three keys
 * that say what kind it is, and up to five that say what it means. */
static const struct {
	enum rec_type type;
	const char *kind;
	const char *keys[5];
} rows[] = {
	{ REC_DOC, "lang", { "title", "source", "published", NULL } },
	{ REC_SENTENCE, "role", { NULL } },
	{ REC_ENTITY, "class", { "name", "country", "of", "metonym", NULL } },
	{ REC_NUMBER, "quantity",
	    { "approx", "value", "low", "unit", "what" } },
	{ REC_DATE, "kind", { "value", "mod", NULL } },
	{ REC_CLAIM, "kind", { "speaker", "cue", "via", "stance", NULL } },
	{ REC_FACT, "of", { "name", "value", "unit", "what", "count" } },
	{ REC_SUMMARY, "rank", { "support", "was", NULL } },
	{ REC_AGREEMENT, "quantity", { "about", "values", "docs", NULL } },
	{ REC_COMPATIBLE, "quantity", { "about", "values", "docs", NULL } },
	{ REC_CONFLICT, "quantity", { "about", "values", "docs", NULL } },
	{ REC_DEVELOPMENT, "quantity", { "about", "values", "docs", NULL } },
};

/* Columns of the table but for the last, which takes what is left. */
enum { DOC_WIDTH = 18, SENT_WIDTH = 5, TYPE_WIDTH = 9, KIND_WIDTH = 11 };
#define FIXED_WIDTH (DOC_WIDTH + SENT_WIDTH + TYPE_WIDTH + KIND_WIDTH + 4)

/* Writes s with a mark for each control character: a terminal would obey it. */
static void
add_shown(struct buf *b, struct str s)
{
	size_t at = 0;

	while (at < s.n) {
		int32_t cp = utf8_next(s, &at);

		buf_cp(b, utf8_control(cp) ? UTF8_REPLACE : cp);
	}
}

/* Writes s in width columns and a space, cut with "…" or filled up; with
 * last set not filled up. */
static void
add_column(struct buf *b, struct str s, size_t width, bool last)
{
	size_t at = 0, used = 0, fit = 0;

	while (at < s.n && used <= width) {
		int32_t cp = utf8_next(s, &at);
		int w = utf8_control(cp) ? 1 : utf8proc_charwidth(cp);

		used += w > 0 ? (size_t)w : 0;
		if (used < width)
			fit = at;
	}
	if (used > width) {
		add_shown(b, str_cut(s, 0, fit));
		buf_add(b, STR("…"));
		used = width;
	} else {
		add_shown(b, s);
	}
	while (!last && used++ <= width)
		buf_byte(b, ' ');
}

/* How the rest of the width is shared: text, then meaning. */
static size_t
text_width(size_t width)
{
	return width > FIXED_WIDTH + 40 ? (width - FIXED_WIDTH) / 2 : 20;
}

void
view_text_head(struct buf *b, size_t width)
{
	add_column(b, STR("DOC"), DOC_WIDTH, false);
	add_column(b, STR("SENT"), SENT_WIDTH, false);
	add_column(b, STR("TYPE"), TYPE_WIDTH, false);
	add_column(b, STR("KIND"), KIND_WIDTH, false);
	add_column(b, STR("TEXT"), text_width(width), false);
	buf_add(b, STR("MEANING\n"));
}

/* The end of a path: what tells documents apart. */
static struct str
tail(struct str path)
{
	for (size_t i = path.n; i > 0; i--) {
		if (path.p[i - 1] == '/')
			return str_cut(path, i, path.n);
	}
	return path;
}

static struct str
meaning_of(
    const struct rec *rec, const char *const *keys, size_t n, struct arena *a)
{
	struct buf b = { .a = a };

	for (size_t i = 0; i < n && keys[i] != NULL; i++) {
		struct buf val = { .a = a };
		bool low = strcmp(keys[i], "low") == 0;

		if (low && rec_raw(rec, "value").n > 0)
			continue;
		add_value(&val, rec, keys[i], a);
		if (val.n > 0 && b.n > 0)
			buf_byte(&b, ' ');
		if (strcmp(keys[i], "count") == 0 && val.n > 0)
			buf_add(&b, STR("×"));
		if (strcmp(keys[i], "metonym") == 0)
			buf_add(&b, val.n > 0 ? STR("(metonym)") : STR(""));
		else
			buf_add(&b, buf_str(&val));
		if (low && val.n > 0) {
			buf_add(&b, STR("–"));
			add_value(&b, rec, "high", a);
		}
	}
	return buf_str(&b);
}

static struct str
value_of(const struct rec *rec, const char *key, struct arena *a)
{
	struct buf b = { .a = a };

	add_value(&b, rec, key, a);
	return buf_str(&b);
}

void
view_text_row(
    struct buf *b, const struct rec *rec, size_t width, struct arena scratch)
{
	struct arena *a = &scratch;
	size_t i = 0, wide = text_width(width);
	size_t rest = width > FIXED_WIDTH + wide + 1
	    ? width - FIXED_WIDTH - wide - 1
	    : 20;
	struct str text = value_of(rec, "text", a), meaning = STR("");

	while (i < COUNT(rows) && rows[i].type != rec->type)
		i++;
	if (i < COUNT(rows))
		meaning = meaning_of(rec, rows[i].keys, COUNT(rows[i].keys), a);
	add_column(b, tail(value_of(rec, "doc", a)), DOC_WIDTH, false);
	add_column(b, value_of(rec, "sent", a), SENT_WIDTH, false);
	add_column(b, value_of(rec, "type", a), TYPE_WIDTH, false);
	add_column(b,
	    i < COUNT(rows) ? value_of(rec, rows[i].kind, a) : STR(""),
	    KIND_WIDTH, false);
	if (meaning.n == 0) {
		add_column(b, text, wide + 1 + rest, true);
	} else {
		add_column(b, text, wide, false);
		add_column(b, meaning, rest, true);
	}
	buf_byte(b, '\n');
}
