/*
 * gaz.c - the gazetteer; see gaz.h and, for the file, gaz_db.h.
 */
#include "gaz.h"

#include <math.h>
#include <string.h>

#include "base/file.h"
#include "gaz_db.h"

static const char *const kind_names[GAZ_KIND_COUNT] = { [GAZ_NONE] = "",
#define X(id, name) [GAZ_##id] = name,
	GAZ_KINDS(X)
#undef X
};

const char *
gaz_kind_name(enum gaz_kind kind)
{
	return kind_names[kind];
}

enum gaz_kind
gaz_kind_of(struct str name)
{
	for (int i = 1; i < GAZ_KIND_COUNT; i++)
		if (str_is(name, kind_names[i]))
			return (enum gaz_kind)i;
	return GAZ_NONE;
}

/* Sets *err and returns false, for use in a return statement. */
static bool
wrong(struct err *err, const char *why, size_t at)
{
	*err = (struct err){ why, at };
	return false;
}

static bool
check_head(const struct gaz_head *h, struct str bytes, struct err *err)
{
	struct str sealed = { bytes.p, offsetof(struct gaz_head, sum) };

	if (memcmp(h->magic, GAZ_MAGIC, sizeof(h->magic)) != 0)
		return wrong(err, "not a gazetteer of pk", 0);
	if (h->order != GAZ_ORDER)
		return wrong(err, "made on another kind of machine", 12);
	if (h->version != GAZ_VERSION)
		return wrong(err, "of another version of pk", 8);
	if (h->sum != str_hash(sealed))
		return wrong(err, "head is damaged", sealed.n);
	if (h->slots == 0 || (h->slots & (h->slots - 1)) != 0 ||
	    h->slots <= h->phrases)
		return wrong(err, "head is damaged", 16);
	return true;
}

/* The place behind n objects of size bytes at *at; *at moves there. */
static const void *
section(struct str bytes, uint64_t *at, uint64_t n, size_t size)
{
	const void *p = bytes.p + *at;

	*at += n * size;
	return p;
}

bool
gaz_init(struct gaz *gaz, struct str bytes, struct err *err)
{
	struct gaz_head h;
	uint64_t at = sizeof(h), total;

	*gaz = (struct gaz){ .bytes = bytes };
	if (bytes.n < sizeof(h))
		return wrong(err, "not a gazetteer of pk", 0);
	memcpy(&h, bytes.p, sizeof(h));
	if (!check_head(&h, bytes, err))
		return false;
	total = at + (uint64_t)h.recs * sizeof(struct gaz_rec) +
	    (uint64_t)h.phrases * sizeof(struct gaz_phrase) +
	    ((uint64_t)h.refs + h.slots) * sizeof(uint32_t) + h.bytes;
	if (total != bytes.n)
		return wrong(err, "cut short", bytes.n);
	gaz->recs = section(bytes, &at, h.recs, sizeof(struct gaz_rec));
	gaz->phrases =
	    section(bytes, &at, h.phrases, sizeof(struct gaz_phrase));
	gaz->refs = section(bytes, &at, h.refs, sizeof(uint32_t));
	gaz->slots = section(bytes, &at, h.slots, sizeof(uint32_t));
	gaz->blob = (struct str){ bytes.p + at, h.bytes };
	gaz->nrecs = h.recs;
	gaz->nphrases = h.phrases;
	gaz->nrefs = h.refs;
	gaz->mask = h.slots - 1;
	return true;
}

bool
gaz_open(struct gaz *gaz, const char *path, struct err *err)
{
	struct str bytes;

	*err = (struct err){ NULL, 0 };
	return file_map(path, &bytes) && gaz_init(gaz, bytes, err);
}

/* The string at a place of the blob; empty when the file is damaged. */
static struct str
string_at(const struct gaz *gaz, uint32_t at)
{
	size_t n;

	if (at >= gaz->blob.n)
		return STR("");
	n = (unsigned char)gaz->blob.p[at];
	if (n > gaz->blob.n - at - 1)
		return STR("");
	return (struct str){ gaz->blob.p + at + 1, n };
}

static const struct gaz_phrase *
phrase_of(const struct gaz *gaz, struct str key)
{
	uint32_t h = (uint32_t)str_hash(key);

	/* As many steps as slots at most: a damaged file may have no gap. */
	for (uint32_t tries = 0; tries <= gaz->mask; tries++, h++) {
		uint32_t slot = gaz->slots[h & gaz->mask];

		if (slot == 0 || slot > gaz->nphrases)
			return NULL;
		if (str_eq(string_at(gaz, gaz->phrases[slot - 1].key), key))
			return &gaz->phrases[slot - 1];
	}
	return NULL;
}

/* The keys of tokens [i, end), one word more each. */
struct prefixes {
	char key[GAZ_KEY_MAX + 1]; /* "~" before it when by sound */
	size_t len[GAZ_WORDS_MAX]; /* of the key with k + 1 words */
	size_t tokens[GAZ_WORDS_MAX];
	size_t n, start;
};

static bool
add_word(
    struct prefixes *p, const struct tokens *t, size_t i, size_t at, bool sound)
{
	size_t from = p->n > 0 ? p->len[p->n - 1] : p->start, len;

	if (p->n > 0)
		p->key[from++] = ' ';
	len = from < GAZ_KEY_MAX
	    ? gaz_key(t, at, at + 1, sound, p->key + from, GAZ_KEY_MAX - from)
	    : 0;
	if (len == 0)
		return false;
	p->len[p->n] = from + len;
	p->tokens[p->n++] = at + 1 - i;
	return true;
}

static struct str
key_of(const struct prefixes *p, size_t k)
{
	return (struct str){ p->key, p->len[k] };
}

static bool
all_upper(const struct tokens *t, size_t i, size_t n)
{
	for (size_t j = i; j < i + n; j++)
		if (t->v[j].kind == TOKEN_WORD && t->v[j].form != TOKEN_UPPER &&
		    !(t->v[j].form == TOKEN_CAPITAL && t->v[j].text.n == 1))
			return false;
	return true;
}

static void
fill(struct gaz_hit *hit, const struct gaz_phrase *ph, const struct tokens *t,
    size_t i, size_t n)
{
	hit->n = n;
	hit->ref = ph->ref;
	hit->refs = ph->refs;
	hit->upper = all_upper(t, i, n);
}

/* Whether a hit has an entry that may be used in this case of letters. */
static bool
has_entry(const struct gaz *gaz, const struct gaz_hit *hit)
{
	struct gaz_entry e;
	size_t k = 0;

	return gaz_get(gaz, hit, &k, &e);
}

/* Whether a word is too long to be in small letters inside a name: not "of"
 * and "the", but the "armed" of "Ukrainian armed forces". */
static bool
is_small(const struct token *tok)
{
	return tok->form == TOKEN_LOWER && tok->text.n > 3;
}

/* Whether no name goes on at a comma: it does in "Washington, D.C." only. */
static bool
ends_phrase(const struct tokens *t, size_t at)
{
	const struct token *tok = &t->v[at];

	if (!str_is(tok->text, ","))
		return false;
	return at + 1 >= t->n || tok[1].form != TOKEN_UPPER ||
	    tok[1].text.p[1] != '.';
}

static bool
find_as(const struct gaz *gaz, const struct tokens *t, size_t i, size_t end,
    bool sound, struct gaz_hit *hit)
{
	struct prefixes p = { .start = sound ? 1 : 0 };
	const struct gaz_phrase *ph;
	size_t longest;

	p.key[0] = '~';
	if (!add_word(&p, t, i, i, sound))
		return false;
	ph = phrase_of(gaz, key_of(&p, 0));
	if (ph == NULL)
		return false;
	if (!sound)
		hit->flags = ph->flags;
	longest = ph->longest < GAZ_WORDS_MAX ? ph->longest : GAZ_WORDS_MAX;
	for (size_t at = i + 1; at < end && p.n < longest; at++)
		if (is_small(&t->v[at]) || ends_phrase(t, at) ||
		    (!gaz_mute(&t->v[at]) && !add_word(&p, t, i, at, sound)))
			break;
	for (size_t k = p.n; k-- > 0;) {
		ph = phrase_of(gaz, key_of(&p, k));
		if (ph == NULL || ph->refs == 0)
			continue;
		fill(hit, ph, t, i, p.tokens[k]);
		if (has_entry(gaz, hit))
			return true;
	}
	return false;
}

static bool
find(const struct gaz *gaz, const struct tokens *t, size_t i, size_t end,
    struct gaz_hit *hit)
{
	if (find_as(gaz, t, i, end, false, hit))
		return true;
	if (hit->flags != 0)
		return false;
	hit->fold = find_as(gaz, t, i, end, true, hit);
	return hit->fold;
}

bool
gaz_find(const struct gaz *gaz, const struct tokens *t, size_t i, size_t end,
    struct gaz_hit *hit)
{
	*hit = (struct gaz_hit){ .n = 0 };
	return find(gaz, t, i, end, hit);
}

bool
gaz_exact(const struct gaz *gaz, const struct tokens *t, size_t i, size_t end,
    struct gaz_hit *hit)
{
	return gaz_find(gaz, t, i, end, hit) && hit->n == end - i;
}

bool
gaz_places(const struct gaz *gaz, const struct tokens *t, size_t i, size_t end,
    struct gaz_hit *hit)
{
	*hit = (struct gaz_hit){ .rare = true };
	return find(gaz, t, i, end, hit) && hit->n == end - i;
}

static double
degrees(int32_t units)
{
	return units == INT32_MAX ? (double)NAN : (double)units / GAZ_DEGREE;
}

static void
fill_entry(const struct gaz *gaz, const struct gaz_rec *r, struct gaz_entry *e)
{
	e->name = string_at(gaz, r->name);
	e->of = string_at(gaz, r->of);
	e->country = (struct str){ r->country, r->country[0] != 0 ? 2 : 0 };
	e->state = (struct str){ r->state, 0 };
	while (e->state.n < sizeof(r->state) && r->state[e->state.n] != 0)
		e->state.n++;
	e->kind = r->kind < GAZ_KIND_COUNT ? (enum gaz_kind)r->kind : GAZ_NONE;
	e->capital = r->capital != 0;
	e->id = (long)r->id;
	e->county = (long)r->county;
	e->lat = degrees(r->lat);
	e->lon = degrees(r->lon);
	e->people = r->people;
}

bool
gaz_get(const struct gaz *gaz, const struct gaz_hit *hit, size_t *k,
    struct gaz_entry *entry)
{
	while (*k < hit->refs) {
		uint64_t at = (uint64_t)hit->ref + (*k)++;
		uint32_t ref, number;

		if (at >= gaz->nrefs)
			return false;
		ref = gaz->refs[at];
		number = ref & GAZ_REF_ENTRY;
		if (number >= gaz->nrecs ||
		    ((ref & GAZ_REF_UPPER) != 0 && !hit->upper) ||
		    ((ref & GAZ_REF_RARE) != 0 && !hit->rare))
			continue;
		fill_entry(gaz, &gaz->recs[number], entry);
		entry->alias = (ref & GAZ_REF_ALIAS) != 0;
		return true;
	}
	return false;
}

static unsigned
flags_of(const struct gaz *gaz, struct str key)
{
	const struct gaz_phrase *ph = phrase_of(gaz, key);

	return ph == NULL ? 0 : ph->flags;
}

unsigned
gaz_word(const struct gaz *gaz, const struct token *word)
{
	const struct str ends[] = { STR("s"), STR("ed"), STR("ing"), STR("ly"),
		STR("es"), STR("ies") };
	char buf[GAZ_KEY_MAX];
	struct str key = { buf, 0 };
	unsigned flags;

	key.n = gaz_fold(word->low, false, buf, sizeof(buf));
	if (key.n == 0 || key.n == sizeof(buf))
		return 0;
	flags = flags_of(gaz, key);
	for (size_t i = 0; i < COUNT(ends) && (flags & GAZ_WORD) == 0; i++) {
		struct str stem = key;

		if (!str_ends(key, ends[i]) || key.n <= ends[i].n + 2)
			continue;
		stem.n -= ends[i].n;
		/* "fisheries" of "fishery" */
		if (str_is(ends[i], "ies"))
			buf[stem.n++] = 'y';
		flags |= flags_of(gaz, stem) & GAZ_WORD;
	}
	return flags;
}
