/*
 * mkgaz OUT TABLE ... - compiles the tables of data/gaz into one file.
 *
 * What a table holds is told by its name (places.tsv); its fields are those
 * of the line "# fields:" in its head, found by their names.  The layout of
 * the file is in src/fact/gaz_db.h.  Same tables, same bytes.
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/map.h"
#include "fact/gaz.h"
#include "fact/gaz_db.h"

#define FIELDS_MAX 12

/* An entry under a name.  Heavier ones are found first. */
struct ref {
	uint32_t phrase, entry; /* entry with the bits of gaz_db.h */
	double weight;
};

struct maker {
	struct arena perm;
	struct map keys;    /* index: phrase */
	struct map strings; /* index: place in blob, by string_of */
	struct gaz_phrase *phrases;
	struct gaz_rec *recs;
	double *weights; /* of recs */
	struct ref *refs;
	uint32_t *string_of;
	struct buf blob;
	size_t phrases_cap, nrecs, recs_cap, weights_cap, nrefs, refs_cap,
	    strings_cap;
};

/* A table that is being read. */
struct table {
	const char *path;
	struct str base; /* "places" */
	struct str names[FIELDS_MAX], cells[FIELDS_MAX];
	size_t fields;
	unsigned long line;
};

static uint32_t
string_put(struct maker *m, struct str s)
{
	size_t before = m->strings.n, i;

	if (s.n == 0)
		return 0;
	if (s.n > 255)
		die("name longer than 255 bytes: %.40s...", s.p);
	i = map_put(&m->strings, s);
	if (m->strings.n > before) {
		m->string_of = vec_room(&m->perm, m->string_of, before,
		    &m->strings_cap, sizeof(*m->string_of));
		m->string_of[i] = (uint32_t)m->blob.n;
		buf_byte(&m->blob, (char)s.n);
		buf_add(&m->blob, s);
	}
	return m->string_of[i];
}

static uint32_t
phrase_put(struct maker *m, struct str key)
{
	size_t before = m->keys.n, i = map_put(&m->keys, key);

	if (m->keys.n > before) {
		m->phrases = vec_room(&m->perm, m->phrases, before,
		    &m->phrases_cap, sizeof(*m->phrases));
		m->phrases[i] =
		    (struct gaz_phrase){ .key = string_put(m, key) };
	}
	return (uint32_t)i;
}

/* The key of a name; empty when it is none that a text could have. */
static struct str
key_of(struct str name, bool sound, char *buf, struct arena scratch)
{
	struct tokens t = token_split(name, &scratch);
	size_t from = sound ? 1 : 0, n;

	buf[0] = '~';
	if (t.n == 0)
		return STR("");
	n = gaz_key(&t, 0, t.n, sound, buf + from, GAZ_KEY_MAX - from);
	return (struct str){ buf, n > 0 ? from + n : 0 };
}

/* Puts a key and its first word; returns the phrase. */
static uint32_t
name_put(struct maker *m, struct str key)
{
	struct str first = str_cut(key, 0, str_find(key, STR(" "), 0));
	uint8_t words = 1;
	uint32_t at = phrase_put(m, first);

	for (size_t i = 0; i < key.n; i++)
		if (key.p[i] == ' ' && words < GAZ_WORDS_MAX)
			words++;
	if (m->phrases[at].longest < words)
		m->phrases[at].longest = words;
	return phrase_put(m, key);
}

static bool
is_upper(struct str name)
{
	size_t letters = 0;

	for (size_t i = 0; i < name.n; i++) {
		if (ch_lower(name.p[i]) || (unsigned char)name.p[i] >= 0x80)
			return false;
		letters += ch_upper(name.p[i]);
	}
	return letters > 0;
}

static void
ref_put(struct maker *m, struct str key, uint32_t entry, double weight)
{
	uint32_t phrase = name_put(m, key);

	m->refs = vec_room(
	    &m->perm, m->refs, m->nrefs, &m->refs_cap, sizeof(*m->refs));
	m->refs[m->nrefs++] = (struct ref){ phrase, entry, weight };
}

/* Makes entry number found under name; bits are of gaz_db.h. */
static void
find_by(struct maker *m, struct str name, size_t number, uint32_t bits)
{
	char buf[GAZ_KEY_MAX];
	struct str key = key_of(name, false, buf, m->perm);
	uint32_t entry = (uint32_t)number | bits;
	struct gaz_rec *r = &m->recs[number];

	if (key.n == 0)
		return;
	entry |= is_upper(name) ? GAZ_REF_UPPER : 0;
	ref_put(m, key, entry, m->weights[number]);
	/* By sound only names that are long enough not to meet by chance. */
	if (key.n < 6 || is_upper(name) || r->kind == GAZ_NORP ||
	    (bits & GAZ_REF_RARE) != 0)
		return;
	key = key_of(name, true, buf, m->perm);
	if (key.n > 0)
		ref_put(m, key, entry, m->weights[number]);
}

/* The cell of the field with this name, or an empty string. */
static struct str
cell(const struct table *t, const char *name)
{
	for (size_t i = 0; i < t->fields; i++)
		if (str_is(t->names[i], name))
			return t->cells[i];
	return STR("");
}

static double
number(const struct table *t, const char *name, double other)
{
	struct str s = cell(t, name);
	double val = other;

	if (s.n > 0 && !str_num(s, &val))
		die("%s:%lu: not a number: %s", t->path, t->line, name);
	return val;
}

/* Calls find_by() for each part of a cell between bars. */
static void
find_by_each(struct maker *m, struct str names, size_t entry)
{
	while (names.n > 0) {
		size_t bar = str_find(names, STR("|"), 0);

		find_by(m, str_cut(names, 0, bar), entry, GAZ_REF_ALIAS);
		names = str_cut(names, bar < names.n ? bar + 1 : bar, names.n);
	}
}

static void
code_put(char *to, size_t max, struct str code)
{
	memcpy(to, code.p, code.n < max ? code.n : max);
}

/* How many people make a thing as likely to be meant as a city of that many:
 * countries before all, then what is curated. */
static double
weight_of(enum gaz_kind kind, double people)
{
	static const double base[GAZ_KIND_COUNT] = {
		[GAZ_COUNTRY] = 1e9,
		[GAZ_STATE] = 8e5,
		[GAZ_COUNTY] = 3e4,
		[GAZ_AREA] = 3e6,
		[GAZ_WATER] = 5e5,
		[GAZ_LAND] = 5e5,
		[GAZ_SITE] = 5e5,
		[GAZ_SEAT] = 1e9,
		[GAZ_NORP] = 2e9,
		[GAZ_ORG] = 2e9,
		[GAZ_MEDIA] = 2e9,
		[GAZ_PERSON] = 2e9,
		[GAZ_EVENT] = 2e9,
		[GAZ_MISC] = 2e9,
	};

	/* A county does not go before the town of its name. */
	return base[kind] + (kind == GAZ_COUNTY ? 0 : people);
}

static int32_t
degrees(double val)
{
	return isnan(val) ? INT32_MAX : (int32_t)lround(val * GAZ_DEGREE);
}

static size_t
entry_put(struct maker *m, const struct table *t, enum gaz_kind kind)
{
	struct gaz_rec r = { .kind = (uint8_t)kind };
	double people = number(t, "people", 0);

	r.name = string_put(m, cell(t, "name"));
	r.of = string_put(m, cell(t, "of"));
	r.id = (uint32_t)number(t, "id", 0);
	r.people = (uint32_t)people;
	r.county = (uint32_t)number(t, "county", kind == GAZ_COUNTY ? r.id : 0);
	r.lat = degrees(number(t, "lat", NAN));
	r.lon = degrees(number(t, "lon", NAN));
	code_put(r.country, sizeof(r.country), cell(t, "country"));
	code_put(r.state, sizeof(r.state), cell(t, "adm"));
	m->recs = vec_room(
	    &m->perm, m->recs, m->nrecs, &m->recs_cap, sizeof(*m->recs));
	m->weights = vec_room(&m->perm, m->weights, m->nrecs, &m->weights_cap,
	    sizeof(*m->weights));
	m->weights[m->nrecs] = weight_of(kind, people);
	m->recs[m->nrecs] = r;
	return m->nrecs++;
}

static void
add_entry(struct maker *m, const struct table *t, enum gaz_kind kind)
{
	size_t entry = entry_put(m, t, kind);

	find_by(m, cell(t, "name"), entry, 0);
	find_by(m, cell(t, "rare"), entry, GAZ_REF_ALIAS | GAZ_REF_RARE);
	find_by_each(m, cell(t, "alt"), entry);
}

static void
add_village(struct maker *m, const struct table *t)
{
	find_by(m, cell(t, "name"), entry_put(m, t, GAZ_CITY), GAZ_REF_RARE);
}

static void
add_flag(struct maker *m, const struct table *t, unsigned flag)
{
	char buf[GAZ_KEY_MAX];
	struct str key = key_of(cell(t, "name"), false, buf, m->perm);
	uint32_t at;

	if (key.n == 0)
		return;
	at = name_put(m, key);
	m->phrases[at].flags |= (uint8_t)flag;
}

/* The heaviest place with this name (in country, if one is given), or none:
 * a reader of this tool's tables is short of neither time nor memory. */
static size_t
place_named(const struct maker *m, struct str name, struct str country)
{
	size_t best = m->nrecs;

	for (size_t i = 0; i < m->nrecs; i++) {
		const struct gaz_rec *r = &m->recs[i];
		const char *s = m->blob.p + r->name;

		if (r->kind != GAZ_CITY || (unsigned char)s[0] != name.n ||
		    memcmp(s + 1, name.p, name.n) != 0 ||
		    (country.n == 2 && memcmp(r->country, country.p, 2) != 0))
			continue;
		if (best == m->nrecs || m->weights[i] > m->weights[best])
			best = i;
	}
	return best;
}

static void
add_name(struct maker *m, const struct table *t)
{
	struct str place = cell(t, "place"), name = cell(t, "name");
	size_t at = place_named(m, place, STR(""));

	if (at == m->nrecs)
		die("%s:%lu: no such place in places.tsv", t->path, t->line);
	m->recs[at].name = string_put(m, name);
	if (!str_eq(place, name))
		find_by(m, name, at, 0);
	find_by_each(m, cell(t, "alt"), at);
}

static void
add_country(struct maker *m, const struct table *t)
{
	struct str capital = cell(t, "capital");
	size_t at = place_named(m, capital, cell(t, "country"));

	add_entry(m, t, GAZ_COUNTRY);
	if (at < m->nrecs)
		m->recs[at].capital = 1;
}

static void
add_word(struct maker *m, const struct table *t)
{
	double size = number(t, "size", 99);
	struct table word = *t;

	word.names[0] = STR("name");
	add_flag(m, &word, GAZ_WORD | (size <= 10 ? GAZ_COMMON : 0u));
}

static void
add_kind(struct maker *m, const struct table *t)
{
	enum gaz_kind kind = gaz_kind_of(cell(t, "kind"));

	if (kind == GAZ_NONE)
		die("%s:%lu: no such kind", t->path, t->line);
	add_entry(m, t, kind);
}

static void
add_line(struct maker *m, const struct table *t)
{
	if (str_is(t->base, "places"))
		add_entry(m, t, GAZ_CITY);
	else if (str_is(t->base, "villages"))
		add_village(m, t);
	else if (str_is(t->base, "admin"))
		add_entry(
		    m, t, number(t, "level", 1) > 1 ? GAZ_COUNTY : GAZ_STATE);
	else if (str_is(t->base, "countries"))
		add_country(m, t);
	else if (str_is(t->base, "names"))
		add_name(m, t);
	else if (str_is(t->base, "norps"))
		add_entry(m, t, GAZ_NORP);
	else if (str_is(t->base, "persons"))
		add_entry(m, t, GAZ_PERSON);
	else if (str_is(t->base, "first") || str_is(t->base, "given"))
		add_flag(m, t, GAZ_FIRST);
	else if (str_is(t->base, "last") || str_is(t->base, "family"))
		add_flag(m, t, GAZ_LAST);
	else if (str_is(t->base, "words"))
		add_word(m, t);
	else
		add_kind(m, t);
}

/* Splits s at bytes of value sep into v, at most FIELDS_MAX. */
static size_t
split(struct str s, char sep, struct str *v)
{
	size_t n = 0, from = 0;

	for (size_t i = 0; i <= s.n && n < FIELDS_MAX; i++) {
		if (i < s.n && s.p[i] != sep)
			continue;
		v[n++] = str_cut(s, from, i);
		from = i + 1;
	}
	return n;
}

static void
read_line(struct maker *m, struct table *t, struct str line)
{
	static const struct str head = { "# fields: ", 10 };

	t->line++;
	if (str_begins(line, head)) {
		line = str_trim(str_cut(line, head.n, line.n));
		t->fields = split(line, ' ', t->names);
	} else if (line.n > 0 && line.p[0] != '#') {
		size_t n = split(line, '\t', t->cells);

		if (n > t->fields)
			die("%s:%lu: too many fields", t->path, t->line);
		for (; n < t->fields; n++)
			t->cells[n] = STR("");
		add_line(m, t);
	}
}

static void
read_table(struct maker *m, const char *path)
{
	struct table t = { .path = path };
	const char *slash = strrchr(path, '/');
	struct str bytes;

	t.base = str_of(slash != NULL ? slash + 1 : path);
	t.base = str_cut(t.base, 0, str_find(t.base, STR("."), 0));
	if (!file_map(path, &bytes))
		die("%s:", path);
	for (size_t at = 0; at < bytes.n;) {
		size_t end = str_find(bytes, STR("\n"), at);

		read_line(m, &t, str_cut(bytes, at, end));
		at = end + 1;
	}
}

static int
by_phrase(const void *a, const void *b)
{
	const struct ref *x = a, *y = b;
	uint32_t ex = x->entry & GAZ_REF_ENTRY, ey = y->entry & GAZ_REF_ENTRY;

	if (x->phrase != y->phrase)
		return x->phrase < y->phrase ? -1 : 1;
	if (x->weight > y->weight || x->weight < y->weight)
		return x->weight > y->weight ? -1 : 1;
	if (ex != ey)
		return ex < ey ? -1 : 1;
	return x->entry < y->entry ? -1 : x->entry > y->entry;
}

static bool
same_ref(const struct ref *a, const struct ref *b)
{
	return a->phrase == b->phrase &&
	    ((a->entry ^ b->entry) & GAZ_REF_ENTRY) == 0;
}

/* Sorts the references and writes them; an entry that two of its spellings
 * lead to is there once. */
static uint32_t
write_refs(struct maker *m, struct buf *out)
{
	uint32_t n = 0;

	qsort(m->refs, m->nrefs, sizeof(*m->refs), by_phrase);
	for (size_t i = 0; i < m->nrefs; i++) {
		const struct ref *r = &m->refs[i];
		struct gaz_phrase *p = &m->phrases[r->phrase];

		if (i > 0 && same_ref(r - 1, r))
			continue;
		if (p->refs == 0)
			p->ref = n;
		if (p->refs == UINT16_MAX)
			continue;
		p->refs++;
		n++;
		buf_add(out, (struct str){ (const char *)&r->entry, 4 });
	}
	return n;
}

static uint32_t
write_slots(const struct maker *m, struct buf *out, struct arena *a)
{
	uint32_t n = 1024, *slots;

	while (n < m->keys.n * 2)
		n *= 2;
	slots = arena_alloc(a, n, sizeof(*slots));
	for (uint32_t i = 0; i < m->keys.n; i++) {
		uint32_t h = (uint32_t)str_hash(map_key(&m->keys, i));

		while (slots[h & (n - 1)] != 0)
			h++;
		slots[h & (n - 1)] = i + 1;
	}
	buf_add(out, (struct str){ (const char *)slots, n * sizeof(*slots) });
	return n;
}

static struct str
bytes_of(const void *p, size_t n)
{
	return (struct str){ p, n };
}

static void
write_file(struct maker *m, const char *path)
{
	struct gaz_head h = { .version = GAZ_VERSION, .order = GAZ_ORDER };
	struct arena a = arena_new(1 << 20), b = arena_new(1 << 20);
	struct buf out = { .a = &a }, tail = { .a = &b };
	struct arena scratch = arena_new(0);

	memcpy(h.magic, GAZ_MAGIC, sizeof(h.magic));
	h.recs = (uint32_t)m->nrecs;
	h.phrases = (uint32_t)m->keys.n;
	h.refs = write_refs(m, &tail);
	h.slots = write_slots(m, &tail, &scratch);
	h.bytes = (uint32_t)m->blob.n;
	h.sum = str_hash(bytes_of(&h, offsetof(struct gaz_head, sum)));
	buf_add(&out, bytes_of(&h, sizeof(h)));
	buf_add(&out, bytes_of(m->recs, m->nrecs * sizeof(*m->recs)));
	buf_add(&out, bytes_of(m->phrases, m->keys.n * sizeof(*m->phrases)));
	buf_add(&out, buf_str(&tail));
	buf_add(&out, buf_str(&m->blob));
	if (!file_replace(path, buf_str(&out), scratch))
		die("%s:", path);
}

/* Reads the tables in the order that they need: names.tsv and countries.tsv
 * look for places, and the rest may come as it comes. */
static void
read_all(struct maker *m, char **paths)
{
	static const char *const order[] = { "places.tsv", NULL };

	for (int pass = 0; pass < 2; pass++) {
		for (char **p = paths; *p != NULL; p++) {
			bool early = str_ends(str_of(*p), str_of(order[0]));

			if (early == (pass == 0))
				read_table(m, *p);
		}
	}
}

int
main(int argc, char *argv[])
{
	struct arena blob = arena_new(1 << 20);
	struct maker m = { .perm = arena_new(1 << 20) };

	msg_name("mkgaz");
	if (argc < 3)
		die("usage: mkgaz OUT TABLE ...");
	map_init(&m.keys, &m.perm);
	map_init(&m.strings, &m.perm);
	m.blob.a = &blob;
	buf_byte(&m.blob, 0);
	read_all(&m, argv + 2);
	write_file(&m, argv[1]);
	return 0;
}
