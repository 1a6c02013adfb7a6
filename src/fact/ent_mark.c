/*
 * ent_mark.c - what is known of a candidate: its marks; see ent_cand.h.
 */
#include "ent_view.h"

static const char *const mark_names[MARK_COUNT] = {
#define X(id) #id,
	MARKS(X)
#undef X
};

const char *
ent_mark_name(enum mark mark)
{
	return mark_names[mark];
}

static void
mark_shape(const struct view *x)
{
	size_t caps = 0;

	for (size_t k = x->i; k < x->j; k++) {
		const struct token *tok = &x->v[k];

		caps += x->w[k].cap;
		set_if(x, MARK_INITIAL,
		    tok->form == TOKEN_CAPITAL && tok->text.n == 1);
		set_if(x, MARK_HYPHEN, str_is(tok->text, "-"));
		set_if(x, MARK_OF, !x->w[k].cap && x->w[k].link == LINK_OF);
		set_if(x, MARK_AND, !x->w[k].cap && x->w[k].link == LINK_AND);
		set_if(x, MARK_AMP, str_is(tok->text, "&"));
		set_if(x, MARK_BRIDGED,
		    !x->w[k].cap && k > x->i &&
			(x->w[k].link == LINK_BRIDGE ||
			    x->w[k].link == LINK_OF) &&
			str_is(x->v[k - 1].text, "-"));
		set_if(x, MARK_PARTICLE,
		    !x->w[k].cap && x->w[k].link == LINK_PARTICLE);
		set_if(x, MARK_UPPER,
		    tok->form == TOKEN_UPPER && x->line->style != STYLE_CAPS);
		set_if(x, MARK_MIXED, tok->form == TOKEN_MIXED);
	}
	set_if(x, MARK_ONE, caps == 1);
	set_if(x, MARK_TWO, caps == 2);
	set_if(x, MARK_THREE, caps == 3);
	set_if(x, MARK_FOUR, caps == 4);
	set_if(x, MARK_LONG, caps > 4);
	set_if(x, MARK_SHORT, x->j == x->i + 1 && x->v[x->i].text.n <= 2);
	set_if(x, MARK_START, x->w[x->i].first);
	set_if(
	    x, MARK_HEADING, x->line->heading || x->line->style != STYLE_PLAIN);
}

/* "US", which is not "us". */
static bool
is_acronym(const struct view *x, size_t k)
{
	return x->c->hit.n > 0 && x->line->style != STYLE_CAPS &&
	    x->v[k].form == TOKEN_UPPER && x->v[k].text.n > 1;
}

static void
mark_words(const struct view *x)
{
	const struct word *first = &x->w[x->i], *last = &x->w[x->j - 1];
	size_t words = 0, caps = 0, low = 0;

	for (size_t k = x->i; k < x->j; k++) {
		if (!x->w[k].cap)
			continue;
		caps++;
		if (is_acronym(x, k))
			continue;
		words += (x->w[k].gaz & GAZ_WORD) != 0;
		low += x->w[k].low;
	}
	set_if(x, MARK_ALL_WORDS, words == caps);
	set_if(x, MARK_SOME_WORD, words > 0 && words < caps);
	set_if(x, MARK_NO_WORD, words == 0);
	set_if(x, MARK_LOW, low > 0);
	set_if(x, MARK_LOW_ALL, low == caps);
	set_if(x, MARK_COMMON,
	    (first->gaz & GAZ_COMMON) != 0 && !is_acronym(x, x->i));
	set_if(x, MARK_FIRST,
	    (first->gaz & (GAZ_FIRST | GAZ_WORD)) == GAZ_FIRST && caps > 1);
	set_if(x, MARK_FIRST_WORD,
	    (first->gaz & GAZ_FIRST) != 0 && (first->gaz & GAZ_WORD) != 0 &&
		caps > 1);
	set_if(x, MARK_FIRST_ONLY, (first->gaz & GAZ_FIRST) != 0 && caps == 1);
	set_if(x, MARK_LAST, (last->gaz & (GAZ_LAST | GAZ_WORD)) == GAZ_LAST);
	set_if(x, MARK_LAST_WORD,
	    (last->gaz & GAZ_LAST) != 0 && (last->gaz & GAZ_WORD) != 0);
	set_if(x, MARK_FIRST_LAST,
	    caps > 1 && (first->gaz & GAZ_FIRST) != 0 &&
		(last->gaz & GAZ_LAST) != 0);
	set_if(x, MARK_UNKNOWN, last->cap && last->gaz == 0);
	set_if(x, MARK_END_PLACE, last->ending == ENT_PLACE);
	set_if(x, MARK_END_PERSON, last->ending == ENT_PERSON);
	set_if(x, MARK_END_NORP, x->j == x->i + 1 && last->norp);
	set_if(x, MARK_PLURAL,
	    str_ends(x->v[x->j - 1].low, STR("s")) &&
		!str_ends(x->v[x->j - 1].low, STR("ss")));
}

static enum mark
mark_of_kind(const struct gaz_entry *e)
{
	switch (e->kind) {
	case GAZ_COUNTRY:
		return MARK_COUNTRY;
	case GAZ_STATE:
		return MARK_STATE;
	case GAZ_COUNTY:
		return MARK_COUNTY;
	case GAZ_CITY:
		return e->people >= 500000 ? MARK_CITY_BIG
		    : e->people >= 50000   ? MARK_CITY_MID
					   : MARK_CITY_SMALL;
	case GAZ_AREA:
		return MARK_AREA;
	case GAZ_WATER:
		return MARK_WATER;
	case GAZ_LAND:
		return MARK_LAND;
	case GAZ_SITE:
		return MARK_SITE;
	case GAZ_SEAT:
		return MARK_SEAT;
	case GAZ_ORG:
		return MARK_ORG;
	case GAZ_MEDIA:
		return MARK_MEDIA;
	case GAZ_PERSON:
		return MARK_PERSON;
	case GAZ_EVENT:
		return MARK_EVENT;
	case GAZ_MISC:
		return MARK_MISC;
	case GAZ_NORP:
	case GAZ_NONE:
	case GAZ_KIND_COUNT:
		break;
	}
	return MARK_COUNT;
}

static void
mark_gaz(const struct view *x)
{
	struct gaz_entry e;
	size_t k = 0, things = 0, places = 0, orgs = 0, entries = 0;
	bool cities = false, alias = true;

	set_if(x, MARK_NO_GAZ, x->c->hit.n == 0);
	while (x->c->hit.n > 0 && gaz_get(x->doc->gaz, &x->c->hit, &k, &e)) {
		enum mark mark = mark_of_kind(&e);

		if (e.kind == GAZ_NORP) {
			x->c->class = ENT_NORP;
			x->c->fixed = true;
		}
		things += e.kind == GAZ_EVENT || e.kind == GAZ_MISC;
		places += is_place_kind(e.kind);
		orgs += e.kind == GAZ_ORG || e.kind == GAZ_MEDIA;
		entries++;
		alias &= e.alias;
		/* Only the largest city of a name says how known it is. */
		if (mark == MARK_COUNT || (e.kind == GAZ_CITY && cities))
			continue;
		cities |= e.kind == GAZ_CITY;
		mark_set(&x->c->marks, mark);
	}
	if (entries > 0 && things == entries &&
	    (x->c->j > x->i + 1 || x->w[x->i].gaz == 0)) {
		x->c->class =
		    mark_has(&x->c->marks, MARK_EVENT) ? ENT_EVENT : ENT_MISC;
		x->c->fixed = true;
	}
	set_if(x, MARK_ONLY_ORG,
	    entries > 0 && orgs == entries &&
		(x->c->j > x->i + 1 ||
		    (x->w[x->i].gaz & (GAZ_FIRST | GAZ_WORD)) == 0));
	if (x->c->j > x->i + 1)
		set_if(x, MARK_LONG_PLACE, entries > 0 && places == entries);
	else
		set_if(x, MARK_ONLY_PLACE,
		    entries > 0 && places == entries && x->w[x->i].gaz == 0);
	set_if(x, MARK_ALIAS, x->c->hit.n > 0 && alias);
	set_if(x, MARK_FOLD, x->c->hit.n > 0 && x->c->hit.fold);
}

bool
view_known(const struct view *x, size_t i, size_t j, struct gaz_entry *e)
{
	struct gaz_hit hit;
	size_t k = 0;

	return gaz_find(x->doc->gaz, x->line->t, i, j, &hit) &&
	    gaz_get(x->doc->gaz, &hit, &k, e);
}

/* What the parts of a name of several words are. */
static void
mark_parts(const struct view *x)
{
	const struct word *last = &x->w[x->j - 1], *first = &x->w[x->i];
	struct gaz_entry e;
	struct gaz_hit hit;

	if (x->j == x->i + 1)
		return;
	if (last->head == HEAD_LAST || last->head == HEAD_BOTH) {
		set_if(x, MARK_HEAD_ORG, last->class == ENT_ORG);
		set_if(x, MARK_HEAD_UNIT, last->class == ENT_UNIT);
		set_if(x, MARK_HEAD_PLACE, last->class == ENT_PLACE);
		set_if(x, MARK_HEAD_EVENT, last->class == ENT_EVENT);
		set_if(x, MARK_HEAD_MISC, last->class == ENT_MISC);
	}
	if (first->head == HEAD_FIRST || first->head == HEAD_BOTH) {
		set_if(x, MARK_HEAD_FIRST_PLACE, first->class == ENT_PLACE);
		set_if(x, MARK_HEAD_FIRST_EVENT, first->class == ENT_EVENT);
	}
	for (size_t k = x->i; k + 1 < x->j; k++)
		set_if(x, MARK_HEAD_OF_ORG,
		    x->w[k + 1].link == LINK_OF && x->w[k].class == ENT_ORG);
	if (x->c->hit.n == 0 && view_known(x, x->i, x->j - 1, &e)) {
		set_if(x, MARK_BEGINS_PLACE, is_place_kind(e.kind));
		set_if(x, MARK_BEGINS_NORP, e.kind == GAZ_NORP);
		set_if(x, MARK_BEGINS_ORG,
		    e.kind == GAZ_ORG || e.kind == GAZ_MEDIA);
	}
	set_if(x, MARK_ENDS_PLACE,
	    x->c->hit.n == 0 &&
		gaz_exact(x->doc->gaz, x->line->t, x->j - 1, x->j, &hit) &&
		view_known(x, x->j - 1, x->j, &e) && is_place_kind(e.kind));
}

/* What a known place and its context say together. */
static void
pair_place(const struct view *x)
{
	const struct marks *m = &x->c->marks;
	bool low = mark_has(m, MARK_R_LOW), the = mark_has(m, MARK_L_THE);

	set_if(x, MARK_PLACE_IN, mark_has(m, MARK_L_IN));
	set_if(x, MARK_PLACE_LOW, low);
	set_if(x, MARK_PLACE_ORG, mark_has(m, MARK_R_ORG));
	set_if(x, MARK_PLACE_THE, low && (the || mark_has(m, MARK_L_A)));
	set_if(x, MARK_PLACE_SAY,
	    mark_has(m, MARK_R_SAY) || mark_has(m, MARK_R_ACT));
	set_if(x, MARK_PLACE_OF, mark_has(m, MARK_L_OF));
	set_if(x, MARK_TOWN_PLACE, mark_has(m, MARK_R_TOWN));
}

/* What context says of one word that is in no table. */
static void
pair_new(const struct view *x)
{
	const struct marks *m = &x->c->marks;

	set_if(x, MARK_UPPER_NEW, mark_has(m, MARK_UPPER));
	set_if(x, MARK_NEW_LAST, mark_has(m, MARK_LAST));
	set_if(x, MARK_NEW_IN, mark_has(m, MARK_L_IN));
	set_if(x, MARK_NEW_FROM, mark_has(m, MARK_L_FROM));
	set_if(x, MARK_NEW_ACT, mark_has(m, MARK_R_ACT));
	set_if(x, MARK_NEW_GOV,
	    mark_has(m, MARK_POSS_GOV) || mark_has(m, MARK_R_GOV));
	set_if(x, MARK_NEW_PLACE,
	    mark_has(m, MARK_L_PLACE) || mark_has(m, MARK_L_PLACE_OF) ||
		mark_has(m, MARK_R_PLACE) || mark_has(m, MARK_APPOS_PLACE));
	set_if(x, MARK_NEW_SAY, mark_has(m, MARK_R_SAY));
	set_if(x, MARK_NEW_POSS, mark_has(m, MARK_R_POSS));
	set_if(x, MARK_NEW_LOW, mark_has(m, MARK_R_LOW));
}

/* Marks that say something together that they do not say apart. */
static void
mark_pairs(const struct view *x)
{
	const struct marks *m = &x->c->marks;
	bool one = mark_has(m, MARK_ONE), new = mark_has(m, MARK_NO_GAZ);
	bool city = mark_has(m, MARK_CITY_MID) ||
	    mark_has(m, MARK_CITY_SMALL) || mark_has(m, MARK_COUNTY);
	bool start = one && mark_has(m, MARK_START);

	if (one && mark_has(m, MARK_NO_WORD) && !mark_has(m, MARK_LOW)) {
		mark_set(&x->c->marks, MARK_STRANGE);
		set_if(
		    x, MARK_MID_STRANGE, !start && !mark_has(m, MARK_HEADING));
	}
	set_if(x, MARK_START_WORD, start && mark_has(m, MARK_ALL_WORDS));
	set_if(x, MARK_START_LOW, start && mark_has(m, MARK_LOW));
	set_if(x, MARK_WORD_PLACE, one && city && mark_has(m, MARK_ALL_WORDS));
	set_if(x, MARK_FIRST_PLACE, city && mark_has(m, MARK_FIRST_ONLY));
	set_if(x, MARK_LAST_PLACE, one && city && mark_has(m, MARK_LAST));
	set_if(x, MARK_ORG_ON, mark_has(m, MARK_ORG) && mark_has(m, MARK_L_ON));
	set_if(x, MARK_THE_ONE,
	    one && !start && mark_has(m, MARK_L_THE) &&
		!mark_has(m, MARK_R_LOW) && !mark_has(m, MARK_R_HYPHEN) &&
		!mark_has(m, MARK_R_COMMA_PLACE));
	set_if(x, MARK_HEAD_ALONE,
	    one && !start && !mark_has(m, MARK_HEADING) &&
		x->w[x->i].head != HEAD_NONE && x->w[x->i].class == ENT_ORG);
	set_if(x, MARK_THE_AREA,
	    one && !start && mark_has(m, MARK_L_THE) &&
		(mark_has(m, MARK_AREA) || mark_has(m, MARK_WATER)));
	set_if(x, MARK_PLURAL_PLACE,
	    mark_has(m, MARK_BEGINS_PLACE) && mark_has(m, MARK_PLURAL));
	set_if(x, MARK_NORP_LOW,
	    new &&mark_has(m, MARK_END_NORP) && mark_has(m, MARK_R_LOW));
	if (city || mark_has(m, MARK_CITY_BIG) || mark_has(m, MARK_STATE) ||
	    mark_has(m, MARK_COUNTRY) || mark_has(m, MARK_AREA))
		pair_place(x);
	if (one && new)
		pair_new(x);
}

/* A name of one letter, "X", is one behind "on" and "platform" only. */
static void
settle_letter(const struct view *x)
{
	const struct marks *m = &x->c->marks;

	if (x->j != x->i + 1 || x->v[x->i].text.n != 1)
		return;
	x->c->fixed = true;
	x->c->class = mark_has(m, MARK_ORG) &&
		(mark_has(m, MARK_L_ON) || mark_has(m, MARK_L_ORG))
	    ? ENT_ORG
	    : ENT_NONE;
}

/* "The West", "the Sahel" with no noun behind is the region. */
static void
settle_area(const struct view *x)
{
	const struct marks *m = &x->c->marks;

	if (!mark_has(m, MARK_AREA) || !mark_has(m, MARK_THE_ONE))
		return;
	x->c->fixed = true;
	x->c->class = ENT_PLACE;
}

void
ent_mark_one(const struct ent_doc *doc, struct cand *c)
{
	const struct ent_line *line = &doc->lines[c->sent];
	struct view x = { doc, line, c, line->t->v, line->w, c->i, c->j,
		line->t->n };

	mark_set(&c->marks, MARK_BIAS);
	mark_gaz(&x);
	mark_shape(&x);
	mark_words(&x);
	mark_parts(&x);
	ent_context(&x);
	/* Agencies write the place of a dateline in capitals. */
	if (mark_has(&c->marks, MARK_DATELINE) &&
	    mark_has(&c->marks, MARK_UPPER)) {
		mark_set(&c->marks, MARK_DATE_UPPER);
		mark_clear(&c->marks, MARK_UPPER);
	}
	mark_pairs(&x);
	settle_letter(&x);
	settle_area(&x);
}
