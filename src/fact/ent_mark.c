/*
 * ent_mark.c - what is known of a candidate: its marks; see ent_cand.h.
 */
#include "ent_cand.h"

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

/* What the marks of one candidate are made from. */
struct view {
	const struct ent_doc *doc;
	const struct ent_line *line;
	struct cand *c;
	const struct token *v;
	const struct word *w;
	size_t i, j, n; /* the candidate, and the tokens of the sentence */
};

static void
set_if(const struct view *x, enum mark mark, bool is)
{
	if (is)
		mark_set(&x->c->marks, mark);
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

static void
mark_words(const struct view *x)
{
	const struct word *first = &x->w[x->i], *last = &x->w[x->j - 1];
	size_t words = 0, caps = 0, low = 0;

	for (size_t k = x->i; k < x->j; k++) {
		if (!x->w[k].cap)
			continue;
		caps++;
		words += (x->w[k].gaz & GAZ_WORD) != 0;
		low += x->w[k].low;
	}
	set_if(x, MARK_ALL_WORDS, words == caps);
	set_if(x, MARK_SOME_WORD, words > 0 && words < caps);
	set_if(x, MARK_NO_WORD, words == 0);
	set_if(x, MARK_LOW, low > 0);
	set_if(x, MARK_LOW_ALL, low == caps);
	set_if(x, MARK_COMMON, (first->gaz & GAZ_COMMON) != 0);
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
	size_t k = 0, things = 0, entries = 0;
	bool cities = false, alias = true;

	set_if(x, MARK_NO_GAZ, x->c->hit.n == 0);
	while (x->c->hit.n > 0 && gaz_get(x->doc->gaz, &x->c->hit, &k, &e)) {
		enum mark mark = mark_of_kind(&e);

		if (e.kind == GAZ_NORP) {
			x->c->class = ENT_NORP;
			x->c->fixed = true;
		}
		things += e.kind == GAZ_EVENT || e.kind == GAZ_MISC;
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
	set_if(x, MARK_ALIAS, x->c->hit.n > 0 && alias);
	set_if(x, MARK_FOLD, x->c->hit.n > 0 && x->c->hit.fold);
}

static bool
is_place_kind(enum gaz_kind kind)
{
	return kind >= GAZ_COUNTRY && kind <= GAZ_SEAT;
}

static bool
known(const struct view *x, size_t i, size_t j, struct gaz_entry *e)
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
	if (x->c->hit.n == 0 && known(x, x->i, x->j - 1, &e)) {
		set_if(x, MARK_BEGINS_PLACE, is_place_kind(e.kind));
		set_if(x, MARK_BEGINS_NORP, e.kind == GAZ_NORP);
		set_if(x, MARK_BEGINS_ORG,
		    e.kind == GAZ_ORG || e.kind == GAZ_MEDIA);
	}
	set_if(x, MARK_ENDS_PLACE,
	    x->c->hit.n == 0 &&
		gaz_exact(x->doc->gaz, x->line->t, x->j - 1, x->j, &hit) &&
		known(x, x->j - 1, x->j, &e) && is_place_kind(e.kind));
}

static bool
is_one_of(const struct token *tok, const char *const *texts)
{
	for (; *texts != NULL; texts++)
		if (str_is(tok->low, *texts))
			return true;
	return false;
}

static void
mark_left(const struct view *x)
{
	static const char *const quotes[] = { "\"", "\xe2\x80\x9c",
		"\xe2\x80\x98", "'", NULL };
	const struct token *tok;
	const struct word *w;

	set_if(x, MARK_TITLED, x->c->titled);
	set_if(x, MARK_ROLED, x->c->roled);
	if (x->i == 0)
		return;
	tok = &x->v[x->i - 1];
	w = &x->w[x->i - 1];
	if (str_is(tok->low, "the")) {
		mark_set(&x->c->marks, MARK_L_THE);
		if (x->i == 1)
			return;
		tok--;
		w--;
	}
	set_if(x, MARK_L_A, str_is(tok->low, "a") || str_is(tok->low, "an"));
	set_if(x, MARK_L_IN, word_cue(w, CUE_IN));
	set_if(x, MARK_L_BY, word_cue(w, CUE_BY));
	set_if(x, MARK_L_OF, str_is(tok->low, "of"));
	set_if(x, MARK_L_ON, str_is(tok->low, "on"));
	set_if(x, MARK_L_AT, str_is(tok->low, "at"));
	set_if(x, MARK_L_SAY, word_cue(w, CUE_SAY));
	set_if(x, MARK_L_VERB, word_cue(w, CUE_ACT));
	set_if(x, MARK_L_PLACE, word_cue(w, CUE_BEFORE_PLACE));
	set_if(x, MARK_L_ORG, word_cue(w, CUE_BEFORE_ORG));
	set_if(
	    x, MARK_L_AND, str_is(tok->low, "and") || str_is(tok->low, "or"));
	set_if(x, MARK_L_COMMA, str_is(tok->text, ","));
	set_if(x, MARK_L_QUOTE, is_one_of(tok, quotes));
	set_if(x, MARK_L_BRACKET,
	    str_is(tok->text, "(") || str_is(tok->text, "["));
	set_if(x, MARK_L_NUMBER, tok->kind == TOKEN_NUMBER);
	set_if(x, MARK_L_LOW,
	    tok->form == TOKEN_LOWER && w->stop != STOP_FUNCTION);
}

/* "Smith, 34," and "Smith (34)". */
static bool
is_age(const struct view *x, size_t k)
{
	const struct token *num = &x->v[k + 1];

	return k + 2 < x->n && num->kind == TOKEN_NUMBER && num->text.n == 2 &&
	    (str_is(x->v[k].text, ",") || str_is(x->v[k].text, "(")) &&
	    (str_is(x->v[k + 2].text, ",") || str_is(x->v[k + 2].text, ")") ||
		str_is(x->v[k + 2].text, "."));
}

static void
mark_right_comma(const struct view *x, size_t k)
{
	struct gaz_entry e;

	set_if(x, MARK_R_COMMA, str_is(x->v[k].text, ","));
	set_if(x, MARK_R_AGE, is_age(x, k));
	if (str_is(x->v[k].text, ",") && k + 1 < x->n && x->w[k + 1].cap)
		set_if(x, MARK_R_COMMA_PLACE,
		    known(x, k + 1, k + 4 < x->n ? k + 4 : x->n, &e) &&
			is_place_kind(e.kind));
}

static void
mark_right(const struct view *x)
{
	size_t k = x->j;
	const struct word *w;

	if (k < x->n &&
	    (str_is(x->v[k].low, "'s") || str_is(x->v[k].text, "'") ||
		str_is(x->v[k].text, "\xe2\x80\x99"))) {
		mark_set(&x->c->marks, MARK_R_POSS);
		k++;
	}
	set_if(x, MARK_R_END, k >= x->n);
	if (k >= x->n)
		return;
	w = &x->w[k];
	mark_right_comma(x, k);
	set_if(x, MARK_R_BRACKET, str_is(x->v[k].text, "("));
	set_if(x, MARK_R_SAY, word_cue(w, CUE_SAY));
	set_if(x, MARK_R_ACT, word_cue(w, CUE_ACT));
	set_if(x, MARK_R_PLACE, word_cue(w, CUE_AFTER_PLACE));
	set_if(x, MARK_R_ORG, word_cue(w, CUE_AFTER_ORG));
	set_if(x, MARK_R_PERSON,
	    word_cue(w, CUE_AFTER_PERSON) ||
		(str_is(x->v[k].text, ",") && k + 1 < x->n &&
		    word_cue(&x->w[k + 1], CUE_AFTER_PERSON)));
	set_if(x, MARK_R_HYPHEN, str_is(x->v[k].text, "-") && x->v[k].glued);
	set_if(x, MARK_R_BASED,
	    str_is(x->v[k].text, "-") && k + 1 < x->n &&
		str_is(x->v[k + 1].low, "based"));
	set_if(x, MARK_R_AND, str_is(x->v[k].low, "and"));
	set_if(x, MARK_R_NUMBER, x->v[k].kind == TOKEN_NUMBER);
	set_if(x, MARK_R_UNIT,
	    !w->cap && w->class == ENT_UNIT && w->head != HEAD_NONE);
	set_if(x, MARK_R_IN, word_cue(w, CUE_IN) || word_cue(w, CUE_BY));
	set_if(x, MARK_R_LOW,
	    x->v[k].form == TOKEN_LOWER && w->stop != STOP_FUNCTION);
	set_if(x, MARK_R_TITLE, !w->cap && w->title != TITLE_NONE);
}

/* Marks that say something together that they do not say apart. */
static void
mark_pairs(const struct view *x)
{
	const struct marks *m = &x->c->marks;
	bool one = mark_has(m, MARK_ONE), new = mark_has(m, MARK_NO_GAZ);
	bool city = mark_has(m, MARK_CITY_MID) ||
	    mark_has(m, MARK_CITY_SMALL) || mark_has(m, MARK_COUNTY);
	bool place = city || mark_has(m, MARK_CITY_BIG) ||
	    mark_has(m, MARK_STATE) || mark_has(m, MARK_COUNTRY) ||
	    mark_has(m, MARK_AREA);
	bool start = one && mark_has(m, MARK_START);

	set_if(x, MARK_START_WORD, start && mark_has(m, MARK_ALL_WORDS));
	set_if(x, MARK_START_LOW, start && mark_has(m, MARK_LOW));
	set_if(x, MARK_UPPER_NEW, one && new &&mark_has(m, MARK_UPPER));
	set_if(x, MARK_WORD_PLACE, one && city && mark_has(m, MARK_ALL_WORDS));
	set_if(x, MARK_FIRST_PLACE, city && mark_has(m, MARK_FIRST_ONLY));
	set_if(x, MARK_LAST_PLACE, one && city && mark_has(m, MARK_LAST));
	set_if(x, MARK_PLACE_IN, place && mark_has(m, MARK_L_IN));
	set_if(x, MARK_NEW_IN, one && new &&mark_has(m, MARK_L_IN));
	set_if(x, MARK_NEW_SAY, one && new &&mark_has(m, MARK_R_SAY));
	set_if(x, MARK_NEW_POSS, one && new &&mark_has(m, MARK_R_POSS));
	set_if(x, MARK_ORG_ON, mark_has(m, MARK_ORG) && mark_has(m, MARK_L_ON));
	set_if(x, MARK_THE_AREA,
	    one && !start && mark_has(m, MARK_L_THE) &&
		(mark_has(m, MARK_AREA) || mark_has(m, MARK_WATER)));
	set_if(x, MARK_PLURAL_PLACE,
	    mark_has(m, MARK_BEGINS_PLACE) && mark_has(m, MARK_PLURAL));
}

/* A name of one letter, "X", is one behind "on" only. */
static void
settle_letter(const struct view *x)
{
	const struct marks *m = &x->c->marks;

	if (x->j != x->i + 1 || x->v[x->i].text.n != 1)
		return;
	x->c->fixed = true;
	x->c->class = mark_has(m, MARK_ORG) && mark_has(m, MARK_L_ON)
	    ? ENT_ORG
	    : ENT_NONE;
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
	mark_left(&x);
	mark_right(&x);
	mark_pairs(&x);
	settle_letter(&x);
}
