/*
 * roll.c - the names of a story; see roll.h.
 */
#include "roll.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/map.h"
#include "base/utf8.h"

struct roll {
	struct arena *perm, scratch;
	struct map docs; /* raw names */
	struct map keys; /* of names */
	struct roll_name *v;
	size_t cap;
	struct buf text; /* of the last sentence */
	struct buf doc;  /* its document, raw, and its number */
	long sent;
};

/* The classes of the overview, in its order. */
static const struct {
	const char *class, *title;
} parts[] = {
	{ "person", "People" },
	{ "org", "Organisations" },
	{ "unit", "Units" },
	{ "place", "Places" },
	{ "event", "Events" },
};

struct roll *
roll_open(struct arena *perm)
{
	struct roll *roll = arena_alloc(perm, 1, sizeof(*roll));

	roll->perm = perm;
	roll->scratch = arena_new(0);
	roll->text.a = roll->doc.a = perm;
	map_init(&roll->docs, perm);
	map_init(&roll->keys, perm);
	return roll;
}

static void
set(struct buf *b, struct str s)
{
	b->n = 0;
	buf_add(b, s);
}

/* What makes two mentions one name. */
static struct str
key_of(const struct roll_name *name, struct arena *a)
{
	struct buf b = { .a = a };

	if (name->id != 0) {
		buf_byte(&b, '#');
		json_num(&b, name->id);
		return buf_str(&b);
	}
	buf_add(&b, name->class);
	buf_byte(&b, '\t');
	buf_add(&b, name->name);
	if (!isnan(name->lat)) {
		buf_byte(&b, '\t');
		json_num(&b, name->lat);
		buf_byte(&b, '\t');
		json_num(&b, name->lon);
	}
	return buf_str(&b);
}

/* Reads an entity record.  The strings are in the record or in a. */
static bool
read_name(const struct rec *rec, struct roll_name *name, struct arena *a)
{
	struct str rule;

	*name = (struct roll_name){ .lat = NAN, .lon = NAN, .score = NAN };
	if (!rec_str(rec, "class", &name->class, a) ||
	    !rec_str(rec, "name", &name->name, a) || name->class.n == 0 ||
	    name->name.n == 0)
		return false;
	rec_str(rec, "country", &name->country, a);
	rec_num(rec, "id", &name->id);
	rec_num(rec, "score", &name->score);
	if (!rec_num(rec, "lat", &name->lat) ||
	    !rec_num(rec, "lon", &name->lon) || fabs(name->lat) > 90 ||
	    fabs(name->lon) > 180 ||
	    (rec_str(rec, "rule", &rule, a) && str_is(rule, "near")))
		name->lat = name->lon = NAN;
	name->metonyms = str_is(rec_raw(rec, "metonym"), "true");
	return true;
}

/* Keeps a name that is new; rec is where it was read. */
static void
keep(struct roll *roll, size_t i, const struct roll_name *name,
    const struct rec *rec)
{
	struct roll_name *n;

	roll->v =
	    vec_room(roll->perm, roll->v, i, &roll->cap, sizeof(*roll->v));
	n = &roll->v[i];
	*n = *name;
	n->class = str_copy(roll->perm, name->class);
	n->name = str_copy(roll->perm, name->name);
	n->country = str_copy(roll->perm, name->country);
	n->metonyms = 0;
	n->last = MAP_NONE;
	if (rec->sent == roll->sent && str_eq(rec->doc, buf_str(&roll->doc)))
		n->text = str_copy(roll->perm, buf_str(&roll->text));
}

static void
count(struct roll *roll, const struct roll_name *name, const struct rec *rec,
    struct arena a)
{
	size_t doc = map_put(&roll->docs, rec->doc), known = roll->keys.n;
	size_t i = map_put(&roll->keys, key_of(name, &a));
	struct roll_name *n;

	if (i == known)
		keep(roll, i, name, rec);
	n = &roll->v[i];
	n->count++;
	n->metonyms += name->metonyms;
	if (!(n->score >= name->score))
		n->score = name->score;
	if (n->last == doc)
		return;
	n->last = doc;
	n->docs++;
	if (n->ncites < ROLL_CITES)
		n->cites[n->ncites++] =
		    rec_cite(rec->doc, rec->sent, roll->perm);
}

bool
roll_rec(struct roll *roll, const struct rec *rec)
{
	struct arena a = roll->scratch;
	struct roll_name name;
	struct str text;

	if (rec->type == REC_DOC)
		map_put(&roll->docs, rec->doc);
	if (rec->type == REC_SENTENCE) {
		map_put(&roll->docs, rec->doc);
		rec_str(rec, "text", &text, &a);
		set(&roll->text, text);
		set(&roll->doc, rec->doc);
		roll->sent = rec->sent;
	}
	if (rec->type != REC_ENTITY)
		return true;
	if (!read_name(rec, &name, &a))
		return false;
	count(roll, &name, rec, a);
	return true;
}

size_t
roll_docs(const struct roll *roll)
{
	return roll->docs.n;
}

static int
by_weight(const void *a, const void *b)
{
	const struct roll_name *x = *(const struct roll_name *const *)a;
	const struct roll_name *y = *(const struct roll_name *const *)b;

	if (x->docs != y->docs)
		return x->docs > y->docs ? -1 : 1;
	if (x->count != y->count)
		return x->count > y->count ? -1 : 1;
	return x < y ? -1 : x > y; /* one array, by first mention */
}

const struct roll_name **
roll_names(const struct roll *roll, size_t *n, struct arena *a)
{
	const struct roll_name **v;

	*n = roll->keys.n;
	v = arena_alloc(a, *n + 1, sizeof(const struct roll_name *));
	for (size_t i = 0; i < *n; i++)
		v[i] = &roll->v[i];
	qsort(v, *n, sizeof(const struct roll_name *), by_weight);
	return v;
}

/* Adds ,"key": */
static void
add_key(struct buf *b, const char *key)
{
	buf_add(b, STR(",\""));
	buf_add(b, str_of(key));
	buf_add(b, STR("\":"));
}

static void
add_str(struct buf *b, const char *key, struct str val)
{
	if (val.n == 0)
		return;
	add_key(b, key);
	json_quote(b, val);
}

static void
add_num(struct buf *b, const char *key, double val)
{
	if (isnan(val))
		return;
	add_key(b, key);
	json_num(b, val);
}

static void
add_feature(struct buf *b, const struct roll_name *name)
{
	buf_add(b, STR("{\"type\":\"Feature\""));
	if (name->id != 0)
		add_num(b, "id", name->id);
	buf_add(b, STR(",\"geometry\":{\"type\":\"Point\",\"coordinates\":["));
	json_num(b, name->lon);
	buf_byte(b, ',');
	json_num(b, name->lat);
	buf_add(b, STR("]},\"properties\":{\"name\":"));
	json_quote(b, name->name);
	add_str(b, "country", name->country);
	add_num(b, "score", name->score);
	add_num(b, "docs", (double)name->docs);
	add_num(b, "count", (double)name->count);
	add_str(b, "text", name->text);
	add_key(b, "cites");
	for (size_t i = 0; i < name->ncites; i++) {
		buf_byte(b, i == 0 ? '[' : ',');
		buf_add(b, name->cites[i]);
	}
	buf_add(b, STR("]}}"));
}

size_t
roll_geojson(const struct roll *roll, struct buf *b, struct arena scratch)
{
	size_t n, written = 0;
	const struct roll_name **v = roll_names(roll, &n, &scratch);

	buf_add(b, STR("{\"type\":\"FeatureCollection\",\"features\":["));
	for (size_t i = 0; i < n; i++) {
		if (isnan(v[i]->lat) || v[i]->metonyms == v[i]->count)
			continue;
		buf_add(b, written++ > 0 ? STR(",\n") : STR("\n"));
		add_feature(b, v[i]);
	}
	buf_add(b, STR("\n]}\n"));
	return written;
}

/* Text that may go to a terminal. */
static void
add_plain(struct buf *b, struct str s)
{
	for (size_t at = 0; at < s.n;) {
		int32_t cp = utf8_next(s, &at);

		buf_cp(b, utf8_control(cp) ? UTF8_REPLACE : cp);
	}
}

size_t
roll_text(
    const struct roll *roll, struct buf *b, size_t top, struct arena scratch)
{
	size_t n, told = 0;
	const struct roll_name **v = roll_names(roll, &n, &scratch);
	char left[80];

	for (size_t p = 0; p < COUNT(parts); p++) {
		size_t of = 0;

		for (size_t i = 0; i < n && of < top; i++) {
			if (!str_is(v[i]->class, parts[p].class))
				continue;
			if (of++ == 0) {
				snprintf(left, sizeof(left),
				    "%s%-24s docs mentions\n",
				    told > 0 ? "\n" : "", parts[p].title);
				buf_add(b, str_of(left));
			}
			snprintf(left, sizeof(left), "%30zu %8zu  ", v[i]->docs,
			    v[i]->count);
			buf_add(b, str_of(left));
			add_plain(b, v[i]->name);
			buf_byte(b, '\n');
			told++;
		}
	}
	return told;
}
