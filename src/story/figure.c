/*
 * figure.c - a number and what the text says it is; see figure.h.
 */
#include "figure.h"

#include <math.h>
#include <stdlib.h>

#include "day.h"
#include "reach.h"

#define STATE_WORDS 10 /* how far what becomes of a thing may stand */
#define CUE_WORDS 3    /* how far "including", "another" may */
#define MAY_WORDS 8    /* how far "could", "is expected to" may */
#define SIDE_WORDS 4
#define KNOWN_MAX 10
#define CHANGES 16 /* numbers of a sentence of which one may have changed */
#define CLAUSE .55 /* how near a word of the same clause is at least */
#define BESIDE .3  /* and one of the next */
#define CONTEXT_LEFT 60 /* bytes of the words around, before the number */
#define CONTEXT 140     /* and in all */

/* A number that is being read. */
struct reader {
	const struct sheet *sheet;
	const struct reach *reach;
	const struct stem *stems;
	const struct token *tokens;
	size_t n, i, j; /* tokens of the sentence; the number's own */
	struct arena *a, scratch;
};

static void
add_word(struct figure_word *v, size_t *n, struct figure_word word)
{
	size_t least = 0;

	for (size_t i = 0; i < *n; i++) {
		if (v[i].id == word.id) {
			v[i].weight = fmaxf(v[i].weight, word.weight);
			return;
		}
		least = v[i].weight < v[least].weight ? i : least;
	}
	if (*n < FIGURE_WORDS)
		v[(*n)++] = word;
	else if (v[least].weight < word.weight)
		v[least] = word;
}

/* What a document says in many sentences tells little of one number. */
static double
rarity(const struct sheet *s, uint32_t stem)
{
	size_t n = sheet_count(s, stem);

	return 1 / (1 + .35 * log2(n > 0 ? (double)n : 1));
}

static double
name_rarity(const struct sheet *s, uint32_t id)
{
	for (size_t i = 0; i < s->nnames; i++) {
		if (s->names[i].id == id)
			return 1 / (1 + .35 * log2((double)s->names[i].count));
	}
	return 1;
}

static int
by_id(const void *a, const void *b)
{
	const struct figure_word *x = a, *y = b;

	return (x->id > y->id) - (x->id < y->id);
}

/* Token k, a word, and the two that it may be with the next. */
static void
add_token(const struct reader *r, size_t k, double near, struct figure_word *v,
    size_t *n)
{
	uint32_t id = r->stems[k].id;

	add_word(v, n,
	    (struct figure_word){
		id, (float)(near * rarity(r->sheet, id)), false });
	if (k + 1 == r->n || r->stems[k + 1].id == 0)
		return;
	id = stem_pair(r->tokens[k].low, r->tokens[k + 1].low);
	if (id != 0)
		add_word(v, n,
		    (struct figure_word){
			id, (float)(near * rarity(r->sheet, id)), false });
}

/* "From", "could" and so on are flags and no words. */
static bool
is_content(enum sense s)
{
	return s != SENSE_PART && s != SENSE_DELTA && s != SENSE_BEFORE &&
	    s != SENSE_MAY;
}

static void
add_name(const struct reader *r, size_t k, double near, struct figure_word *v,
    size_t *n)
{
	const struct sheet_mention *m =
	    &r->reach->mentions[r->reach->mention[k] - 1];
	uint32_t id = sheet_name(m).id;

	add_word(v, n,
	    (struct figure_word){ id, (float)(near * name_rarity(r->sheet, id)),
		!str_is(m->a, "person") });
}

/* The words and names around the number. */
static void
read_words(const struct reader *r, struct figure *f)
{
	struct figure_word *v = arena_alloc(r->a, FIGURE_WORDS, sizeof(*v));
	size_t n = 0;

	for (size_t k = 0; k < r->n; k++) {
		double near = reach_near(r->reach, r->i, r->j, k);

		if ((k >= r->i && k < r->j) || near < .1 ||
		    reach_is(r->reach, k, REC_NUMBER) ||
		    reach_is(r->reach, k, REC_DATE))
			continue;
		if (reach_is(r->reach, k, REC_ENTITY))
			add_name(r, k, near, v, &n);
		else if (r->stems[k].id != 0 && is_content(r->stems[k].sense))
			add_token(r, k, near, v, &n);
	}
	qsort(v, n, sizeof(*v), by_id);
	f->words = v;
	f->nwords = n;
}

/* The head of what is counted, and what narrows it. */
static void
read_what(const struct reader *r, struct figure *f)
{
	struct arena scratch = r->scratch;
	struct tokens t = token_split(f->what, &scratch);
	uint32_t *kinds = arena_alloc(r->a, t.n + 1, sizeof(*kinds));
	bool last = true;

	f->kinds = kinds;
	for (size_t k = t.n; k-- > 0;) {
		struct stem s = stem_of(t.v[k].low);

		if (t.v[k].kind != TOKEN_WORD || s.id == 0)
			continue;
		if (s.sense == SENSE_STATE || s.sense == SENSE_FRAME) {
			if (f->state == 0)
				f->state = s.id;
			f->flags |= FIGURE_NAMED;
			if (last)
				f->flags |= FIGURE_PEOPLE;
		} else if (s.sense == SENSE_PEOPLE) {
			if (last)
				f->flags |= FIGURE_PEOPLE;
		} else if (last) {
			f->head = s.id;
		} else {
			kinds[f->nkinds++] = s.id;
		}
		last = false;
	}
	if (f->flags & FIGURE_PEOPLE)
		f->head = stem_id(STR("people"));
}

/* Of a measure, what it is: "70 metres deep", "winds of 95 km/h" come before
 * the noun nearby. */
static void
read_measure(const struct reader *r, struct figure *f)
{
	static const char *const sides[] = { "depth", "height", "width",
		"length", "weight" };

	if (r->j < r->n && f->head == 0) {
		for (size_t i = 0; i < COUNT(sides); i++) {
			if (r->stems[r->j].id == stem_id(str_of(sides[i]))) {
				f->head = r->stems[r->j].id;
				return;
			}
		}
	}
	if (r->i >= 2 && str_is(r->tokens[r->i - 1].low, "of") &&
	    r->stems[r->i - 2].id != 0 &&
	    !reach_is(r->reach, r->i - 2, REC_ENTITY))
		f->head = r->stems[r->i - 2].id;
	for (size_t k = r->i; f->head == 0 && k-- > 0;) {
		if (reach_near(r->reach, r->i, r->j, k) < BESIDE)
			return;
		if (r->stems[k].sense == SENSE_THING)
			f->head = r->stems[k].id;
	}
}

/* Whether a search for a state ends at token k: "18 people who are missing" are
 * missing. */
static bool
stops(const struct reader *r, size_t k)
{
	struct str low = r->tokens[k].low;

	if (str_is(low, "who") || str_is(low, "that") || str_is(low, "which"))
		return false;
	/* "Passengers and crew". */
	if (str_is(low, "and") && k + 1 < r->n &&
	    r->stems[k + 1].sense == SENSE_PEOPLE)
		return false;
	return reach_border(r->reach, k) || reach_is(r->reach, k, REC_NUMBER);
}

/* The nearest state word from token k on, in direction step (1 or -1), in the
 * clause; *far is how many words away.  One of a frame wins. */
static uint32_t
state_from(const struct reader *r, size_t k, int step, size_t *far)
{
	uint32_t found = 0;

	for (size_t d = 0; d < STATE_WORDS && k < r->n && !stops(r, k);
	     d++, k += (size_t)step) {
		if (reach_is(r->reach, k, REC_ENTITY))
			continue;
		if (r->stems[k].sense == SENSE_FRAME) {
			*far = d;
			return r->stems[k].id;
		}
		if (r->stems[k].sense == SENSE_STATE && found == 0) {
			found = r->stems[k].id;
			*far = d;
		}
	}
	return found;
}

static void
read_state(const struct reader *r, struct figure *f)
{
	size_t left_far = 0, right_far = 0;
	uint32_t left = state_from(r, r->i - 1, -1, &left_far);
	uint32_t right = state_from(r, r->j, 1, &right_far);
	uint32_t frame = stem_id(STR("capacity"));

	if (f->state != 0)
		return;
	if (left == frame || right == frame)
		f->state = frame;
	else if (right != 0 && (left == 0 || right_far <= left_far + 3))
		f->state = right;
	else
		f->state = left;
}

/* Flags of the words close by. */
static void
read_cues(const struct reader *r, struct figure *f)
{
	size_t k = r->i;
	bool first = true;

	for (size_t d = 0; k-- > 0 && d < MAY_WORDS; d++) {
		enum sense s = r->stems[k].sense;

		if (s == SENSE_MAY)
			f->flags |= FIGURE_MAY;
		if (first && s == SENSE_DELTA)
			f->flags |= FIGURE_DELTA;
		if (d < CUE_WORDS && s == SENSE_PART)
			f->flags |= FIGURE_PART;
		if (d < CUE_WORDS && s == SENSE_BEFORE)
			f->flags |= FIGURE_BEFORE;
		if (s == SENSE_RISE || s == SENSE_FALL)
			f->flags |= s == SENSE_RISE ? FIGURE_RISE : FIGURE_FALL;
		if (r->stems[k].id == stem_id(STR("lost")))
			f->flags |= FIGURE_FALL;
		if (r->tokens[k].kind == TOKEN_PUNCT || stops(r, k))
			break;
		first = false;
	}
	for (k = r->j; k < r->n && k < r->j + 2; k++) {
		enum sense s = r->stems[k].sense;

		if (s == SENSE_PART || s == SENSE_DELTA)
			f->flags |=
			    s == SENSE_PART ? FIGURE_PART : FIGURE_DELTA;
		/* "eight of them" */
		if (k == r->j && str_is(r->tokens[k].low, "of") &&
		    f->range.value < 1e9 && str_is(f->quantity, "count"))
			f->flags |= FIGURE_PART;
	}
}

/* A sentence without a date is of the day that the one before it, in its
 * paragraph, gives last. */
static void
date_before(const struct reader *r, struct figure *f)
{
	const struct sheet_sent *sent = r->reach->sent;

	while (sent > r->sheet->sents) {
		long para = sent->para;

		sent--;
		if (sent->para != para || para == 0)
			return;
		for (size_t m = sent->n; m-- > 0;) {
			const struct sheet_mention *d =
			    &r->sheet->mentions[sent->first + m];

			if (d->type == REC_DATE && !str_is(d->a, "duration") &&
			    day_span(d->b, &f->from, &f->to)) {
				f->flags |= FIGURE_DATED;
				return;
			}
		}
		if (sent->n > 0)
			return;
	}
}

/* The day and the stretch of time that stand nearest. */
static void
read_dates(const struct reader *r, struct figure *f)
{
	double near = 0, window = 0;

	for (size_t k = 0; k < r->n; k++) {
		const struct sheet_mention *m;
		double here;

		if (!reach_is(r->reach, k, REC_DATE))
			continue;
		m = &r->reach->mentions[r->reach->mention[k] - 1];
		here = reach_near(r->reach, r->i, r->j, k);
		if (str_is(m->a, "duration")) {
			if (here > window && here > CLAUSE &&
			    (str_find(m->text, STR("past "), 0) < m->text.n ||
				str_find(m->text, STR("last "), 0) <
				    m->text.n)) {
				window = here;
				f->window = stem_id(m->b);
			}
		} else if (here > near && day_span(m->b, &f->from, &f->to)) {
			near = here;
			f->flags |= FIGURE_DATED;
		}
	}
	if (near == 0)
		date_before(r, f);
}

/* Whose: "100,000 Russian troops". */
static void
read_side(const struct reader *r, struct figure *f)
{
	for (size_t k = r->j; k < r->n && k < r->j + SIDE_WORDS; k++) {
		const struct sheet_mention *m;

		if (stops(r, k))
			return;
		if (!reach_is(r->reach, k, REC_ENTITY))
			continue;
		m = &r->reach->mentions[r->reach->mention[k] - 1];
		if (!str_is(m->a, "norp"))
			continue;
		f->side = sheet_name(m).id;
		return;
	}
}

/* Whether a place that no table knows stands as one: "in Riva". */
static bool
stands_as_place(const struct reader *r, size_t k)
{
	static const char *const words[] = { "in", "at", "near", "off",
		"around", "outside", "of", "from", "to" };

	for (size_t i = 0; k > 0 && i < COUNT(words); i++) {
		if (str_is(r->tokens[k - 1].low, words[i]))
			return true;
	}
	return false;
}

static void
add_place(struct figure *f, struct sheet_name name)
{
	for (unsigned i = 0; i < f->nplaces; i++) {
		if (f->places[i] == name.id)
			return;
	}
	if (f->nplaces == FIGURE_PLACES)
		return;
	if (f->nplaces == 0)
		f->place = name.name;
	f->places[f->nplaces++] = name.id;
}

/* Places that the sentence names no farther than that; returns how near the
 * nearest is. */
static double
places_near(const struct reader *r, struct figure *f, double least)
{
	double near = 0;

	for (size_t k = 0; k < r->n; k++) {
		double here = reach_near(r->reach, r->i, r->j, k);
		const struct sheet_mention *m;
		struct sheet_name name;

		if (!reach_is(r->reach, k, REC_ENTITY) || here < least)
			continue;
		m = &r->reach->mentions[r->reach->mention[k] - 1];
		name = sheet_name(m);
		if (!name.place || (m->d.n == 0 && !stands_as_place(r, k)))
			continue;
		add_place(f, name);
		if (here > near) {
			near = here;
			f->place = m->b;
		}
	}
	return near;
}

/* Places that the clause names; where it names none nearby, those of the
 * sentence and those that its document names most, too. */
static void
read_places(const struct reader *r, struct figure *f)
{
	if (places_near(r, f, BESIDE) >= CLAUSE)
		return;
	f->flags |= FIGURE_LOOSE;
	if (f->nplaces == 0)
		places_near(r, f, 0);
	for (size_t i = 0; i < r->sheet->nnames; i++) {
		if (r->sheet->names[i].place)
			add_place(f, r->sheet->names[i]);
	}
}

/* Of an age: whose. */
static void
read_age(struct figure *f, struct arena scratch)
{
	struct tokens t = token_split(f->what, &scratch);

	f->head = t.n > 0 ? stem_id(t.v[t.n - 1].low) : 0;
	f->flags &= FIGURE_DATED | FIGURE_LOOSE;
	f->state = 0;
}

/* The claim that the number is part of says who says so. */
static void
read_claim(const struct reader *r, struct figure *f)
{
	for (size_t m = 0; m < r->reach->sent->n; m++) {
		const struct sheet_mention *c = &r->reach->mentions[m];

		if (c->type != REC_CLAIM || c->start > f->start ||
		    c->end < f->end)
			continue;
		f->speaker = c->a;
		f->via = c->b;
		if (str_is(c->c, "denied") || str_is(c->c, "rejected"))
			f->flags |= FIGURE_DENIED;
	}
}

/* The words around the number, some of either side, whole clauses where that
 * is possible. */
static void
read_context(const struct reader *r, struct figure *f)
{
	struct str text = r->reach->sent->text;
	size_t from = r->i, to = r->j - 1;
	struct buf b = { .a = r->a };

	while (from > 0 &&
	    r->tokens[r->i].start - r->tokens[from - 1].start <= CONTEXT_LEFT)
		from--;
	while (to + 1 < r->n &&
	    r->tokens[to + 1].end - r->tokens[from].start <= CONTEXT)
		to++;
	while (from < r->i && r->tokens[from].kind == TOKEN_PUNCT &&
	    !str_is(r->tokens[from].text, "“"))
		from++;
	if (from > 0)
		buf_add(&b, STR("… "));
	buf_add(&b, str_cut(text, r->tokens[from].start, r->tokens[to].end));
	if (to + 1 < r->n)
		buf_add(&b, STR(" …"));
	f->context = buf_str(&b);
}

static void
read_figure(const struct reader *r, struct figure *f)
{
	read_what(r, f);
	if (!str_is(f->quantity, "count"))
		read_measure(r, f);
	read_state(r, f);
	read_cues(r, f);
	read_dates(r, f);
	read_side(r, f);
	read_places(r, f);
	read_words(r, f);
	read_claim(r, f);
	read_context(r, f);
	if (str_is(f->quantity, "age"))
		read_age(f, r->scratch);
}

/* Copies what the sheet will not keep. */
static void
keep_strings(struct figure *f, struct arena *a)
{
	struct str *const v[] = { &f->text, &f->note, &f->what, &f->quantity,
		&f->place, &f->speaker, &f->via };

	for (size_t i = 0; i < COUNT(v); i++)
		*v[i] = str_copy(a, *v[i]);
}

/* "The two countries" are those that were named, and nobody counts them. */
static bool
is_known(const struct reader *r, const struct sheet_mention *num)
{
	static const char *const words[] = { "the", "these", "those", "both",
		"their", "its", "his", "her", "our", "all" };

	if (r->i == 0 || num->range.value > KNOWN_MAX ||
	    !str_is(num->a, "count"))
		return false;
	for (size_t i = 0; i < COUNT(words); i++) {
		if (str_is(r->tokens[r->i - 1].low, words[i]))
			return true;
	}
	return false;
}

/* Gives each figure what the sentence says that it was before. */
static void
read_changes(struct figure *v, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		for (size_t k = 0; k < n && k < CHANGES; k++) {
			if (v[i].was == NULL &&
			    v[i].range.dim == v[k].range.dim &&
			    ((v[i].flags ^ v[k].flags) & FIGURE_BEFORE) != 0 &&
			    (v[k].flags & FIGURE_BEFORE) != 0)
				v[i].was = &v[k];
		}
	}
}

static size_t
read_sentence(const struct sheet *s, const struct sheet_sent *sent,
    struct arena *a, struct figure *v)
{
	struct arena scratch = s->scratch;
	struct reach reach = reach_make(s, sent, &scratch);
	struct reader r = { s, &reach, sent->stems, sent->tokens.v,
		sent->tokens.n, 0, 0, a, scratch };
	size_t n = 0;

	for (size_t m = 0; m < sent->n; m++) {
		const struct sheet_mention *num = &reach.mentions[m];

		/* Of "5 km (3 miles)" the first is read. */
		if (num->type != REC_NUMBER || num->range.dim == 0 ||
		    num->same_as < num->start ||
		    !reach_tokens(&reach, num, &r.i, &r.j) || is_known(&r, num))
			continue;
		v[n] = (struct figure){ .range = num->range,
			.origin = sent->origin,
			.sent = sent->sent,
			.start = num->start,
			.end = num->end,
			.text = num->text,
			.note = num->d,
			.what = num->b,
			.quantity = num->a };
		read_figure(&r, &v[n]);
		n++;
	}
	read_changes(v, n);
	n += figure_days(s, sent, a, v + n);
	n += figure_said(s, sent, a, v + n);
	for (size_t i = 0; i < n; i++)
		keep_strings(&v[i], a);
	return n;
}

size_t
figure_read(
    const struct sheet *s, uint32_t doc, struct arena *a, struct figure **v)
{
	size_t n = 0, most = 0;
	struct kin *kin;

	for (size_t m = 0; m < s->nmentions; m++)
		most += s->mentions[m].type == REC_NUMBER ||
		    s->mentions[m].type == REC_DATE;
	for (size_t i = 0; i < s->nsents; i++)
		most += figure_said_max(&s->sents[i]);
	if (most == 0)
		return 0;
	*v = arena_alloc(a, most, sizeof(**v));
	kin = arena_alloc(a, 1, sizeof(*kin));
	*kin = kin_make(s);
	for (size_t i = 0; i < s->nsents; i++)
		n += read_sentence(s, &s->sents[i], a, *v + n);
	for (size_t i = 0; i < n; i++) {
		(*v)[i].kin = kin;
		(*v)[i].doc = doc;
	}
	return n;
}
