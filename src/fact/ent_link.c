/*
 * ent_link.c - one name for all mentions of a referent; see ent_cand.h.
 *
 * Within a document: "Kofman" after "Michael Kofman" (rule surname), "ISW"
 * beside "Institute for the Study of War" (acronym), "Carnegie" after
 * "Carnegie Endowment" (part), "Kasetehelmi" beside "Kastehelmi" (edit).
 * Over documents by the gazetteer: "Zelensky" (alias), "Slovyansk" (fold).
 */
#include <string.h>

#include "base/map.h"
#include "ent_cand.h"

#define EDIT_MIN 7 /* bytes of a word that one edit may change */
#define EDIT_MAX 32

struct linker {
	struct ent_doc *doc;
	struct map last;   /* of full names of persons: key of the last word */
	size_t *last_of;   /* its candidate */
	struct map given;  /* the same for the first word */
	size_t *given_of;  /* or SEVERAL */
	struct map begins; /* first words of names of organisations */
	size_t *begins_of; /* or SEVERAL */
	struct map cut;    /* words less one letter */
	size_t *cut_of;    /* a candidate with that word */
	struct map short_; /* initials of organisations, that may be acronyms */
	size_t *short_of;
	struct map letters; /* acronyms that stood in brackets */
	size_t *letters_of;
};

#define SEVERAL ((size_t)-2)

static size_t
caps_of(const struct cand *c)
{
	return mark_has(&c->marks, MARK_ONE) ? 1 : 2;
}

static const struct tokens *
tokens_of(const struct ent_doc *doc, const struct cand *c)
{
	return doc->lines[c->sent].t;
}

/* The first bytes of a key up to a space. */
static struct str
first_word(struct str key)
{
	return str_cut(key, 0, str_find(key, STR(" "), 0));
}

static struct str
last_word(struct str key)
{
	size_t at = key.n;

	while (at > 0 && key.p[at - 1] != ' ')
		at--;
	return str_cut(key, at, key.n);
}

/* Puts cand under key unless another name is there: then SEVERAL. */
static void
put_once(
    struct linker *l, struct map *m, size_t *of, struct str key, size_t cand)
{
	size_t before = m->n, i;

	if (key.n == 0)
		return;
	i = map_put(m, key);
	if (m->n > before)
		of[i] = cand;
	else if (of[i] != SEVERAL &&
	    !str_eq(l->doc->v[of[i]].key, l->doc->v[cand].key))
		of[i] = SEVERAL;
}

static size_t
get(const struct map *m, const size_t *of, struct str key)
{
	size_t i = key.n == 0 ? MAP_NONE : map_find(m, key);

	return i == MAP_NONE || of[i] == SEVERAL ? MAP_NONE : of[i];
}

/* Puts cand under key unless something is there. */
static void
put_first(struct map *m, size_t *of, struct str key, size_t cand)
{
	size_t before = m->n, i = map_put(m, key);

	if (m->n > before)
		of[i] = cand;
}

/* Word without its letter i, in buf. */
static struct str
less_one(struct str word, size_t i, char *buf)
{
	memcpy(buf, word.p, i);
	memcpy(buf + i, word.p + i + 1, word.n - i - 1);
	return (struct str){ buf, word.n - 1 };
}

/* Puts cand under word and each word that is word less one letter, so that
 * two words with one edit between them meet. */
static void
put_cuts(struct linker *l, struct str word, size_t cand)
{
	char buf[EDIT_MAX];

	if (word.n < EDIT_MIN || word.n > EDIT_MAX)
		return;
	put_first(&l->cut, l->cut_of, word, cand);
	for (size_t i = 1; i < word.n; i++)
		put_first(&l->cut, l->cut_of, less_one(word, i, buf), cand);
}

/* Another name than that of cand under key, or MAP_NONE. */
static size_t
get_other(const struct linker *l, struct str key, size_t cand)
{
	size_t found = get(&l->cut, l->cut_of, key);
	const struct cand *v = l->doc->v;

	return found == MAP_NONE || str_eq(v[found].key, v[cand].key) ? MAP_NONE
								      : found;
}

static size_t
get_cut(const struct linker *l, struct str word, size_t cand)
{
	char buf[EDIT_MAX];
	size_t found;

	if (word.n < EDIT_MIN || word.n > EDIT_MAX)
		return MAP_NONE;
	found = get_other(l, word, cand);
	for (size_t i = 1; i < word.n && found == MAP_NONE; i++)
		found = get_other(l, less_one(word, i, buf), cand);
	return found;
}

/* The entry of the gazetteer for a candidate of its class. */
static bool
entry_of(const struct ent_doc *doc, const struct cand *c, struct gaz_entry *e)
{
	size_t k = 0;

	while (c->hit.n > 0 && gaz_get(doc->gaz, &c->hit, &k, e)) {
		if (c->class == ENT_PERSON     ? e->kind == GAZ_PERSON
			: c->class == ENT_NORP ? e->kind == GAZ_NORP
			: c->class == ENT_ORG || c->class == ENT_UNIT
			? e->kind == GAZ_ORG || e->kind == GAZ_MEDIA
			: c->class == ENT_EVENT ? e->kind == GAZ_EVENT
						: e->kind == GAZ_MISC)
			return true;
	}
	return false;
}

/* The organisation that the acronym at c stands behind in brackets: "Institute
 * for the Study of War (ISW)", or MAP_NONE. */
static size_t
in_brackets(const struct linker *l, size_t i)
{
	const struct cand *c = &l->doc->v[i], *before = c - 1;
	const struct tokens *t = tokens_of(l->doc, c);

	if (i == 0 || before->sent != c->sent || before->j + 1 != c->i ||
	    !str_is(t->v[before->j].text, "(") || caps_of(before) == 1 ||
	    before->class == ENT_NONE || before->class == ENT_NORP ||
	    before->class == ENT_PERSON || !mark_has(&c->marks, MARK_UPPER) ||
	    c->j >= t->n || !str_is(t->v[c->j].text, ")"))
		return MAP_NONE;
	/* "Kharkiv Oblast (UA)": the letters must be the name's. */
	return (t->v[c->i].low.p[0] | 0x20) == (t->v[before->i].low.p[0] | 0x20)
	    ? i - 1
	    : MAP_NONE;
}

static void
note_name(struct linker *l, size_t i)
{
	const struct ent_doc *doc = l->doc;
	const struct cand *c = &doc->v[i];
	char buf[64];

	if (c->class == ENT_NONE || c->class == ENT_NORP)
		return;
	if (caps_of(c) == 1)
		return;
	if (c->class == ENT_PERSON) {
		struct str last = last_word(c->key);

		if (last.n > 0 && map_find(&l->last, last) == MAP_NONE)
			l->last_of[map_put(&l->last, last)] = i;
		put_once(l, &l->given, l->given_of, first_word(c->key), i);
		put_cuts(l, last, i);
	} else if (c->class == ENT_ORG) {
		put_once(l, &l->begins, l->begins_of, first_word(c->key), i);
		put_once(l, &l->short_, l->short_of,
		    ent_initials(&doc->lines[c->sent], c, buf, sizeof(buf)), i);
	}
}

/* Joins candidate i to candidate to, which has its name already or is a full
 * name. */
static void
join(struct linker *l, size_t i, size_t to, const char *rule)
{
	struct cand *c = &l->doc->v[i];

	if (str_eq(c->key, l->doc->v[to].key))
		return;
	c->to = to;
	c->rule = rule;
}

static void
link_person(struct linker *l, size_t i)
{
	struct cand *c = &l->doc->v[i];
	struct str last = last_word(c->key);
	size_t at;

	if (caps_of(c) > 1) {
		/* From here on the surname means this one. */
		at = last.n > 0 ? map_find(&l->last, last) : MAP_NONE;
		if (at != MAP_NONE)
			l->last_of[at] = i;
		return;
	}
	at = map_find(&l->last, c->key);
	if (at != MAP_NONE) {
		join(l, i, l->last_of[at], "surname");
		return;
	}
	at = get(&l->given, l->given_of, c->key);
	if (at != MAP_NONE && c->hit.n == 0)
		join(l, i, at, "given");
}

static void
link_org(struct linker *l, size_t i)
{
	struct cand *c = &l->doc->v[i];
	struct gaz_entry e;
	size_t at;

	if (caps_of(c) > 1 || entry_of(l->doc, c, &e))
		return;
	at = get(&l->begins, l->begins_of, c->key);
	if (at != MAP_NONE)
		join(l, i, at, "part");
}

/* "Kestria" and "Kestrian" are two words, not one and a slip. */
static bool
is_ending(struct str a, struct str b)
{
	return str_begins(a, b) || str_begins(b, a);
}

/* A name that no table has, one letter away from another of the document. */
static void
link_edit(struct linker *l, size_t i)
{
	struct cand *c = &l->doc->v[i];
	size_t to;

	if (c->to != MAP_NONE || c->hit.n > 0 || caps_of(c) > 1 ||
	    l->doc->lines[c->sent].w[c->i].gaz != 0)
		return;
	to = get_cut(l, c->key, i);
	if (to != MAP_NONE && to != i && l->doc->v[to].class == c->class &&
	    !is_ending(last_word(l->doc->v[to].key), c->key))
		join(l, i, to, "edit");
}

/* The organisation whose words begin with the letters of c, or MAP_NONE. */
static size_t
by_initials(const struct linker *l, const struct cand *c)
{
	char buf[64];
	struct str key = { buf,
		gaz_key(tokens_of(l->doc, c), c->i, c->j, false, buf,
		    sizeof(buf)) };

	return key.n > 1 ? get(&l->short_, l->short_of, key) : MAP_NONE;
}

/* Whether letters have a meaning of their own: "US", "UN". */
static bool
is_known(const struct cand *c)
{
	const struct marks *m = &c->marks;

	return mark_has(m, MARK_COUNTRY) || mark_has(m, MARK_ORG) ||
	    mark_has(m, MARK_MEDIA) || mark_has(m, MARK_STATE);
}

/* An acronym in brackets names its organisation in the whole document. */
static void
learn_acronyms(struct linker *l)
{
	struct ent_doc *doc = l->doc;

	for (size_t i = 0; i < doc->n; i++) {
		size_t to = in_brackets(l, i);

		if (to != MAP_NONE)
			l->letters_of[map_put(&l->letters, doc->v[i].key)] = to;
	}
	for (size_t i = 0; i < doc->n; i++) {
		struct cand *c = &doc->v[i];
		size_t to;

		if (!mark_has(&c->marks, MARK_UPPER) || caps_of(c) > 1 ||
		    c->own != NULL)
			continue;
		to = get(&l->letters, l->letters_of, c->key);
		if (to == MAP_NONE && !is_known(c))
			to = by_initials(l, c);
		if (to == MAP_NONE || to == i)
			continue;
		join(l, i, to, "acronym");
		c->class = doc->v[to].class;
	}
}

/* The words of a candidate; of capitals only, as another mention has them. */
static struct str
surface(const struct ent_doc *doc, const struct cand *c)
{
	return token_span(tokens_of(doc, c), c->i, c->j);
}

static void
name_one(struct ent_doc *doc, struct cand *c, const size_t *plain)
{
	struct gaz_entry e;

	if (c->own != NULL) {
		c->name = c->own->name;
		c->rule = str_eq(surface(doc, c), c->name) ? NULL : "list";
		return;
	}
	c->name = surface(doc, &doc->v[plain[c->group]]);
	if (c->class != ENT_NORP)
		c->of = (struct str){ "", 0 };
	else if (str_ends(c->name, STR("ns")))
		c->name.n--;
	if (c->class == ENT_UNIT || c->class == ENT_NONE ||
	    !entry_of(doc, c, &e))
		return;
	c->name = e.name;
	c->of = e.of;
	if (c->class != ENT_NORP && !str_eq(surface(doc, c), e.name))
		c->rule = c->hit.fold ? "fold" : e.alias ? "alias" : NULL;
}

/* The mention of each group whose words stand for it: the first one that is
 * not of a heading's or an agency's capitals. */
static size_t *
plain_mentions(const struct ent_doc *doc)
{
	size_t *of = arena_alloc(doc->a, doc->ngroups, sizeof(*of));

	for (size_t i = doc->n; i-- > 0;)
		of[doc->v[i].group] = i;
	for (size_t i = doc->n; i-- > 0;)
		if (!mark_has(&doc->v[i].marks, MARK_UPPER) &&
		    !mark_has(&doc->v[i].marks, MARK_DATE_UPPER) &&
		    !mark_has(&doc->v[i].marks, MARK_HEADING))
			of[doc->v[i].group] = i;
	return of;
}

static size_t *
init(struct ent_doc *doc, struct map *m, size_t n)
{
	map_init(m, doc->a);
	return arena_alloc(doc->a, n + 1, sizeof(size_t));
}

static void
open_maps(struct linker *l, struct ent_doc *doc)
{
	l->doc = doc;
	l->last_of = init(doc, &l->last, doc->n);
	l->given_of = init(doc, &l->given, doc->n);
	l->begins_of = init(doc, &l->begins, doc->n);
	l->short_of = init(doc, &l->short_, doc->n);
	l->letters_of = init(doc, &l->letters, doc->n);
	l->cut_of = init(doc, &l->cut, EDIT_MAX * doc->n);
}

static void
close_maps(struct linker *l)
{
	map_free(&l->last);
	map_free(&l->given);
	map_free(&l->begins);
	map_free(&l->short_);
	map_free(&l->letters);
	map_free(&l->cut);
}

/* Whether a name may be a misspelling, or be misspelt. */
static bool
is_spelt(const struct cand *c)
{
	return c->class != ENT_NONE && c->class != ENT_NORP;
}

static void
note_names(struct linker *l)
{
	struct ent_doc *doc = l->doc;

	for (size_t i = 0; i < doc->n; i++) {
		doc->v[i].to = MAP_NONE;
		note_name(l, i);
	}
	/* Behind the full names, which go first. */
	for (size_t i = 0; i < doc->n; i++)
		if (caps_of(&doc->v[i]) == 1 && is_spelt(&doc->v[i]))
			put_cuts(l, doc->v[i].key, i);
	learn_acronyms(l);
}

static void
link_names(struct linker *l)
{
	struct ent_doc *doc = l->doc;

	for (size_t i = 0; i < doc->n; i++) {
		if (doc->v[i].own != NULL)
			continue;
		if (doc->v[i].to == MAP_NONE && doc->v[i].class == ENT_PERSON)
			link_person(l, i);
		else if (doc->v[i].to == MAP_NONE && doc->v[i].class == ENT_ORG)
			link_org(l, i);
		if (is_spelt(&doc->v[i]))
			link_edit(l, i);
	}
}

/* Gives a mention the name of what it is linked to. */
static void
take_name(const struct ent_doc *doc, struct cand *c)
{
	size_t to = c->to;

	for (int hops = 0; to != MAP_NONE && hops < 3; hops++) {
		c->name = doc->v[to].name;
		to = doc->v[to].to;
	}
}

void
ent_link(struct ent_doc *doc)
{
	struct linker l = { 0 };
	const size_t *plain = plain_mentions(doc);

	open_maps(&l, doc);
	note_names(&l);
	link_names(&l);
	for (size_t i = 0; i < doc->n; i++)
		if (doc->v[i].to == MAP_NONE)
			name_one(doc, &doc->v[i], plain);
	for (size_t i = 0; i < doc->n; i++)
		take_name(doc, &doc->v[i]);
	close_maps(&l);
}
