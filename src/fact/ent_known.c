/*
 * ent_known.c - marks that the rest of the document gives to a candidate; see
 * ent_cand.h.
 */
#include "base/map.h"
#include "ent_cand.h"

static void
set_if(struct cand *c, enum mark mark, bool is)
{
	if (is)
		mark_set(&c->marks, mark);
}

/* The key of the token at k. */
static struct str
word_key(const struct ent_line *line, size_t k, char *buf, size_t max)
{
	return (struct str){ buf, gaz_key(line->t, k, k + 1, true, buf, max) };
}

/* Whether the form alone tells that several words are a person's name. */
static bool
looks_person(const struct cand *c)
{
	return !c->fixed && !mark_has(&c->marks, MARK_ONE) &&
	    !mark_has(&c->marks, MARK_HEAD_ORG) &&
	    !mark_has(&c->marks, MARK_HEAD_PLACE) &&
	    !mark_has(&c->marks, MARK_HEAD_EVENT) &&
	    !mark_has(&c->marks, MARK_LONG) && !mark_has(&c->marks, MARK_OF) &&
	    (mark_has(&c->marks, MARK_FIRST) ||
		mark_has(&c->marks, MARK_PERSON) ||
		((c->titled || c->roled) &&
		    !mark_has(&c->marks, MARK_ALL_WORDS)));
}

/* Words of other names of the document, and how often a name comes. */
struct known {
	struct map last, given, parts, short_, keys;
	size_t *count;    /* of keys */
	struct map ones;  /* names of one word, in small letters */
	size_t *one_of;   /* a candidate of each */
	struct map bases; /* those whose adjective is there too */
};

struct str
ent_initials(
    const struct ent_line *line, const struct cand *c, char *buf, size_t max)
{
	size_t n = 0;

	for (size_t k = c->i; k < c->j && n < max; k++)
		if (line->w[k].cap &&
		    (unsigned char)line->t->v[k].text.p[0] < 0x80)
			buf[n++] = (char)ch_tolower(line->t->v[k].text.p[0]);
	return (struct str){ buf, n };
}

static bool
is_one(const struct cand *c)
{
	return c->j == c->i + 1 && !c->titled;
}

static void
note_one(struct known *d, const struct ent_doc *doc, size_t i)
{
	const struct cand *c = &doc->v[i];
	size_t before = d->ones.n, at;

	if (!is_one(c))
		return;
	at = map_put(&d->ones, doc->lines[c->sent].t->v[c->i].low);
	if (d->ones.n > before)
		d->one_of[at] = i;
}

/* "Kestrian" beside "Kestria": which of the document's names a candidate is
 * the adjective of. */
static void
note_adjective(struct known *d, const struct ent_doc *doc, struct cand *c)
{
	const struct ent_line *line = &doc->lines[c->sent];
	char buf[WORD_BASE_MAX];
	struct str base;

	if (!is_one(c) || !line->w[c->i].norp ||
	    (line->w[c->i].gaz & (GAZ_FIRST | GAZ_LAST)) != 0)
		return;
	for (size_t k = 0;; k++) {
		const struct cand *of;
		size_t at;

		base = word_base(line->t->v[c->i].low, k, buf);
		if (base.n == 0)
			return;
		at = map_find(&d->ones, base);
		if (at == MAP_NONE)
			continue;
		of = &doc->v[d->one_of[at]];
		mark_set(&c->marks, MARK_D_ADJECTIVE);
		c->of = doc->lines[of->sent].t->v[of->i].text;
		map_put(&d->bases, map_key(&d->ones, at));
		return;
	}
}

/* Whether only commas and "and" are between two candidates. */
static bool
is_beside(const struct ent_doc *doc, const struct cand *a, const struct cand *b)
{
	const struct tokens *t = doc->lines[a->sent].t;

	if (a->sent != b->sent || b->i <= a->j || b->i > a->j + 3)
		return false;
	for (size_t k = a->j; k < b->i; k++)
		if (!str_is(t->v[k].text, ",") && !str_is(t->v[k].low, "and") &&
		    !str_is(t->v[k].low, "or") && !str_is(t->v[k].low, "the"))
			return false;
	return true;
}

/* What the candidate beside one is. */
static void
mark_beside(struct cand *c, const struct cand *by)
{
	static const enum mark places[] = { MARK_COUNTRY, MARK_STATE,
		MARK_CITY_BIG, MARK_CITY_MID, MARK_AREA, MARK_WATER,
		MARK_HEAD_PLACE };
	bool place = false;

	for (size_t k = 0; k < COUNT(places); k++)
		place |= mark_has(&by->marks, places[k]);
	place &= !mark_has(&by->marks, MARK_PERSON) &&
	    !mark_has(&by->marks, MARK_ORG);
	set_if(c, MARK_BY_PLACE, place);
	set_if(c, MARK_BY_PERSON, looks_person(by));
	set_if(c, MARK_BY_ORG,
	    mark_has(&by->marks, MARK_ORG) ||
		mark_has(&by->marks, MARK_MEDIA) ||
		mark_has(&by->marks, MARK_HEAD_ORG));
}

static void
mark_neighbours(const struct ent_doc *doc, size_t i)
{
	struct cand *c = &doc->v[i];

	if (i > 0 && is_beside(doc, c - 1, c))
		mark_beside(c, c - 1);
	if (i + 1 < doc->n && is_beside(doc, c, c + 1))
		mark_beside(c, c + 1);
	set_if(c, MARK_PLACE_BY,
	    mark_has(&c->marks, MARK_BY_PLACE) &&
		!mark_has(&c->marks, MARK_NO_GAZ));
	set_if(c, MARK_NEW_BY_PLACE,
	    mark_has(&c->marks, MARK_ONE) && mark_has(&c->marks, MARK_NO_GAZ) &&
		(mark_has(&c->marks, MARK_BY_PLACE) ||
		    mark_has(&c->marks, MARK_LIST_IN)));
}

static void
note_parts(struct known *d, const struct ent_doc *doc, const struct cand *c)
{
	const struct ent_line *line = &doc->lines[c->sent];
	char buf[64];
	struct str key;

	if (looks_person(c)) {
		map_put(&d->last, word_key(line, c->j - 1, buf, sizeof(buf)));
		map_put(&d->given, word_key(line, c->i, buf, sizeof(buf)));
		return;
	}
	if (mark_has(&c->marks, MARK_ONE))
		return;
	for (size_t k = c->i; k < c->j; k++) {
		key = word_key(line, k, buf, sizeof(buf));
		if (line->w[k].cap && key.n > 0)
			map_put(&d->parts, key);
	}
	key = ent_initials(line, c, buf, sizeof(buf));
	if (key.n > 1)
		map_put(&d->short_, key);
}

static void
mark_doc(struct known *d, const struct ent_doc *doc, struct cand *c)
{
	const struct ent_line *line = &doc->lines[c->sent];
	char buf[64];
	struct str key = word_key(line, c->j - 1, buf, sizeof(buf));
	size_t times = d->count[c->group];

	set_if(c, MARK_D_OFTEN, times >= 3);
	set_if(c, MARK_D_ONCE, times == 1);
	set_if(c, MARK_D_FULL, looks_person(c));
	set_if(c, MARK_D_BASE,
	    is_one(c) && map_find(&d->bases, line->t->v[c->i].low) != MAP_NONE);
	if (!mark_has(&c->marks, MARK_ONE) || key.n == 0)
		return;
	set_if(c, MARK_D_SURNAME, map_find(&d->last, key) != MAP_NONE);
	set_if(c, MARK_D_GIVEN, map_find(&d->given, key) != MAP_NONE);
	set_if(c, MARK_D_PART, map_find(&d->parts, key) != MAP_NONE);
	key.n = gaz_key(line->t, c->i, c->j, false, buf, sizeof(buf));
	set_if(c, MARK_D_ACRONYM,
	    mark_has(&c->marks, MARK_UPPER) &&
		map_find(&d->short_, key) != MAP_NONE);
}

/* The key by which mentions are of one name. */
static struct str
cand_key(const struct ent_doc *doc, const struct cand *c)
{
	const struct ent_line *line = &doc->lines[c->sent];
	char buf[256];
	struct str key = { buf, 0 };

	key.n = gaz_key(line->t, c->i, c->j, true, buf, sizeof(buf));
	if (key.n == 0)
		key = token_span(line->t, c->i, c->j);
	return str_copy(doc->a, key);
}

void
ent_mark(struct ent_doc *doc)
{
	struct known d;

	map_init(&d.last, doc->a);
	map_init(&d.given, doc->a);
	map_init(&d.parts, doc->a);
	map_init(&d.short_, doc->a);
	map_init(&d.keys, NULL);
	map_init(&d.ones, NULL);
	map_init(&d.bases, NULL);
	d.one_of = arena_alloc(doc->a, doc->n + 1, sizeof(*d.one_of));
	d.count = arena_alloc(doc->a, doc->n + 1, sizeof(*d.count));
	for (size_t i = 0; i < doc->n; i++) {
		struct cand *c = &doc->v[i];

		ent_mark_one(doc, c);
		note_parts(&d, doc, c);
		c->key = cand_key(doc, c);
		c->group = map_put(&d.keys, c->key);
		d.count[c->group]++;
		note_one(&d, doc, i);
	}
	ent_area(doc);
	for (size_t i = 0; i < doc->n; i++)
		note_adjective(&d, doc, &doc->v[i]);
	for (size_t i = 0; i < doc->n; i++) {
		mark_doc(&d, doc, &doc->v[i]);
		mark_neighbours(doc, i);
	}
	map_free(&d.last);
	map_free(&d.given);
	map_free(&d.parts);
	map_free(&d.short_);
	map_free(&d.ones);
	map_free(&d.bases);
	doc->ngroups = d.keys.n;
	map_free(&d.keys);
}

void
ent_mark_again(struct ent_doc *doc)
{
	struct cand *old = arena_alloc(doc->a, doc->n, sizeof(*old));

	for (size_t i = 0; i < doc->n; i++) {
		old[i] = doc->v[i];
		doc->v[i].marks = (struct marks){ { 0 } };
	}
	ent_mark(doc);
	for (size_t i = 0; i < doc->n; i++) {
		doc->v[i].class = old[i].class;
		doc->v[i].fixed = old[i].fixed;
	}
}
