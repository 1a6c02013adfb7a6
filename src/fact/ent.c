/*
 * ent.c - named entities; see ent.h, and ent_cand.h for the steps.
 */
#include "ent.h"

#include <math.h>

#include "ent_cand.h"

static const char *const class_names[ENT_CLASS_COUNT] = { [ENT_NONE] = "",
#define X(id, name) [ENT_##id] = name,
	ENT_CLASSES(X)
#undef X
};

const char *ent_class_name(enum ent_class class)
{
	return class_names[class];
}

enum ent_class
ent_class_of(struct str name)
{
	for (int i = 1; i < ENT_CLASS_COUNT; i++)
		if (str_is(name, class_names[i]))
			return (enum ent_class)i;
	return ENT_NONE;
}

/* Makes the mention of a candidate. */
static struct ent
mention(const struct ent_doc *doc, const struct cand *c)
{
	const struct tokens *t = doc->lines[c->sent].t;
	struct ent e = {
		.class = c->class, .lat = NAN, .lon = NAN, .score = NAN
	};

	e.start = t->v[c->i].start;
	e.end = t->v[c->j - 1].end;
	e.name = c->own != NULL ? c->own->name : c->name;
	e.of = c->of;
	e.rule = c->rule == NULL ? STR("") : str_of(c->rule);
	e.metonym = c->metonym;
	if (c->own != NULL && !isnan(c->own->lat)) {
		e.lat = c->own->lat;
		e.lon = c->own->lon;
		e.score = 1;
		return e;
	}
	if (!c->placed)
		return e;
	e.country = c->entry.country;
	e.id = c->entry.id;
	e.lat = c->entry.lat;
	e.lon = c->entry.lon;
	e.score = round(c->score * 1000) / 1000;
	return e;
}

void
ent_find(const struct tables *tables, struct ent_sent *sents, size_t n,
    struct arena *a, struct arena scratch)
{
	struct ent_doc doc;
	size_t at = 0;

	ent_read(&doc, &tables->gaz, sents, n, &scratch);
	ent_vote(&doc, scratch);
	if (tables->tagger.rows != NULL)
		ent_tag(&doc, &tables->tagger);
	if (tables->names != NULL)
		ent_own(&doc, tables->names);
	ent_link(&doc);
	ent_place(&doc);
	for (size_t i = 0; i < n; i++) {
		size_t cap = 0;

		sents[i].v = NULL;
		sents[i].n = 0;
		for (; at < doc.n && doc.v[at].sent == i; at++) {
			if (doc.v[at].class == ENT_NONE)
				continue;
			sents[i].v = vec_room(a, sents[i].v, sents[i].n, &cap,
			    sizeof(*sents[i].v));
			sents[i].v[sents[i].n++] = mention(&doc, &doc.v[at]);
		}
	}
}
