/*
 * verdict.c - whether the sources of a topic agree; see verdict.h.
 */
#include "verdict.h"

#include <math.h>
#include <stdlib.h>

#define DOCS 16   /* documents of a topic that are held against each other */
#define FIGURES 8 /* of a document that are */
#define COPY .25  /* what a document of a known origin adds */
#define CONFLICT_WEIGHT 1.5
#define COMMON_WORDS 3 /* that say what a topic is about */
#define UPDATE .75     /* how like two figures of one publisher must be */

static int
by_document(const void *a, const void *b)
{
	const struct figure *x = *(const struct figure *const *)a;
	const struct figure *y = *(const struct figure *const *)b;

	if (x->doc != y->doc)
		return x->doc < y->doc ? -1 : 1;
	if (x->sent != y->sent)
		return x->sent < y->sent ? -1 : 1;
	return (x->start > y->start) - (x->start < y->start);
}

/* How two figures compare: who denies a figure is at odds with those who give
 * it, and says nothing of another. */
static enum range_fit
fit_of(const struct figure *x, const struct figure *y)
{
	enum range_fit fit = range_compare(&x->range, &y->range);

	if (((x->flags ^ y->flags) & FIGURE_DENIED) == 0)
		return fit;
	return fit == RANGE_EQUAL ? RANGE_APART : RANGE_FAR;
}

/* How two documents stand to each other. */
enum stand {
	STAND_NONE, /* nothing compares */
	STAND_EQUAL,
	STAND_MEET,
	STAND_LATER, /* at odds, of different days */
	STAND_APART
};

/* The figures [*i, *j) of the document that begins at *i. */
static size_t
document_end(const struct verdict *v, size_t i)
{
	size_t j = i;

	while (j < v->n && v->v[j]->doc == v->v[i]->doc)
		j++;
	return j;
}

/* How two figures of two documents stand; one is set where one publisher has
 * both: he does not contradict himself, so it is something else, or later. */
static enum stand
stand_of_two(
    const struct figure *x, const struct figure *y, bool one, double like)
{
	bool later = figure_is_later(x, y);

	switch (fit_of(x, y)) {
	case RANGE_EQUAL:
		return STAND_EQUAL;
	case RANGE_MEET:
		return STAND_MEET;
	case RANGE_APART:
		if (like < topic_need(x, y) ||
		    (one && (!later || like < UPDATE)))
			return STAND_NONE;
		return later ? STAND_LATER : STAND_APART;
	default:
		return STAND_NONE;
	}
}

/* Whether stand b tells more of two documents than a: they agree if any of
 * their figures do. */
static bool
is_closer(enum stand a, enum stand b)
{
	return b != STAND_NONE &&
	    (a == STAND_NONE || b < a ||
		(a == STAND_LATER && b == STAND_APART));
}

/* How the documents that begin at i and k stand; *like: how sure that is. */
static enum stand
stand_of(const struct verdict *v, struct docs *docs, size_t i, size_t k,
    double *like)
{
	size_t iend = document_end(v, i), kend = document_end(v, k);
	enum stand best = STAND_NONE;
	bool one =
	    docs_origin(docs, v->v[i]->doc) == docs_origin(docs, v->v[k]->doc);

	*like = 0;
	for (size_t a = i; a < iend && a < i + FIGURES; a++) {
		for (size_t b = k; b < kend && b < k + FIGURES; b++) {
			double here = figure_like(v->v[a], v->v[b]);
			enum stand s =
			    stand_of_two(v->v[a], v->v[b], one, here);

			if (is_closer(best, s))
				*like = here;
			else if (s == best)
				*like = fmax(*like, here);
			best = is_closer(best, s) ? s : best;
		}
	}
	return best;
}

static void
judge(struct verdict *v, struct docs *docs)
{
	static const enum rec_type types[] = {
		[STAND_NONE] = REC_OTHER,
		[STAND_EQUAL] = REC_AGREEMENT,
		[STAND_MEET] = REC_COMPATIBLE,
		[STAND_LATER] = REC_DEVELOPMENT,
		[STAND_APART] = REC_CONFLICT,
	};
	enum stand worst = STAND_NONE;
	double sure = 0;
	size_t seen = 0;

	for (size_t i = 0; i < v->n && seen < DOCS;
	     i = document_end(v, i), seen++) {
		size_t other = seen;

		for (size_t k = document_end(v, i); k < v->n && other < DOCS;
		     k = document_end(v, k), other++) {
			double like;
			enum stand s = stand_of(v, docs, i, k, &like);

			if (s < worst)
				continue;
			sure = s > worst ? like : fmax(sure, like);
			worst = s;
		}
	}
	v->type = types[worst];
	v->weight = sure;
}

static int
by_number(const void *a, const void *b)
{
	uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;

	return (x > y) - (x < y);
}

/* Independent sources: documents by their origin, a medium that several name
 * once. */
static size_t
count_origins(const struct verdict *v, struct docs *docs, struct arena scratch)
{
	uint64_t *ids = arena_alloc(&scratch, v->n, sizeof(*ids));
	size_t n = 0;

	for (size_t i = 0; i < v->n; i++)
		ids[i] = v->v[i]->via.n > 0
		    ? str_hash(v->v[i]->via) | (uint64_t)1 << 63
		    : docs_origin(docs, v->v[i]->origin);
	qsort(ids, v->n, sizeof(*ids), by_number);
	for (size_t i = 0; i < v->n; i++)
		n += i == 0 || ids[i] != ids[i - 1];
	return n;
}

static int
by_weight(const void *a, const void *b)
{
	const struct verdict *x = a, *y = b;

	if (x->weight != y->weight)
		return x->weight > y->weight ? -1 : 1;
	return by_document(&x->v[0], &y->v[0]);
}

static bool
read_topic(const struct topic *topic, struct docs *docs, struct arena *a,
    struct verdict *v)
{
	*v = (struct verdict){ .topic = topic, .n = topic->n };
	v->v = arena_alloc(a, v->n, sizeof(const struct figure *));
	memcpy(v->v, topic->v, v->n * sizeof(const struct figure *));
	qsort(v->v, v->n, sizeof(const struct figure *), by_document);
	if (topic->denied) {
		v->type = REC_CONFLICT;
		v->weight = topic->like;
	} else {
		judge(v, docs);
	}
	if (v->type == REC_OTHER)
		return false;
	for (size_t i = 0; i < v->n; i = document_end(v, i))
		v->docs++;
	v->origins = count_origins(v, docs, *a);
	/* The same words in copies of one text say nothing. */
	if (v->v[0]->range.value == 0 && v->origins < 2)
		return false;
	v->weight *= (double)v->origins +
	    COPY * (double)(v->docs > v->origins ? v->docs - v->origins : 0);
	if (v->type == REC_CONFLICT)
		v->weight *= CONFLICT_WEIGHT;
	return true;
}

size_t
verdict_all(const struct topics *t, struct docs *docs, struct arena *a,
    struct verdict **v)
{
	size_t n = 0, many = 0;

	for (size_t i = 0; i < t->n; i++)
		many += t->v[i].many;
	*v = arena_alloc(a, many, sizeof(**v));
	for (size_t i = 0; i < t->n; i++) {
		if (t->v[i].many && read_topic(&t->v[i], docs, a, &(*v)[n]))
			n++;
	}
	if (n > 0)
		qsort(*v, n, sizeof(**v), by_weight);
	return n;
}

static double
weight_of(const struct figure *f, uint32_t id)
{
	for (size_t i = 0; i < f->nwords; i++) {
		if (f->words[i].id == id)
			return f->words[i].weight;
	}
	return 0;
}

/* The words that two figures have in common, heaviest first. */
static void
add_words(struct buf *b, const struct figure *x, const struct figure *y,
    const struct sheet *sheet)
{
	double below = INFINITY;

	for (size_t n = 0; n < COMMON_WORDS; n++) {
		double most = 0;
		uint32_t best = 0;

		for (size_t i = 0; i < x->nwords; i++) {
			uint32_t id = x->words[i].id;
			double here =
			    fmin(x->words[i].weight, weight_of(y, id));

			if (here > most && here < below &&
			    sheet_gloss(sheet, id).n > 0) {
				most = here;
				best = id;
			}
		}
		if (best == 0)
			return;
		if (b->n > 0)
			buf_byte(b, ' ');
		buf_add(b, sheet_gloss(sheet, best));
		below = most;
	}
}

/* The place that most figures have, of equals the first. */
static struct str
common_place(const struct verdict *v)
{
	size_t most = 0, n = v->n < DOCS ? v->n : DOCS;
	struct str place = { 0 };

	for (size_t i = 0; i < n; i++) {
		size_t here = 0;

		for (size_t k = 0; k < n; k++)
			here += str_eq(v->v[i]->place, v->v[k]->place);
		if (v->v[i]->place.n > 0 && here > most) {
			most = here;
			place = v->v[i]->place;
		}
	}
	return place;
}

/* The figure that says most of what it counts; of a denial, what is denied. */
static const struct figure *
longest_what(const struct verdict *v)
{
	const struct figure *f = v->v[0];

	for (size_t i = 0; v->topic->denied && i < v->n; i++) {
		if ((v->v[i]->flags & FIGURE_DENIED) == 0)
			return v->v[i];
	}
	for (size_t i = 1; i < v->n; i++)
		f = v->v[i]->what.n > f->what.n ? v->v[i] : f;
	return f;
}

struct str
verdict_about(
    const struct verdict *v, const struct sheet *sheet, struct arena *a)
{
	struct buf b = { .a = a };
	const struct figure *first = longest_what(v);
	struct str what = first->what, place = common_place(v);
	struct str state = sheet_gloss(sheet, first->state);

	buf_add(&b, what);
	if (first->range.value == 0)
		return buf_str(&b);
	/* "Deaths killed": the state is in what is counted. */
	if (first->state != 0 && state.n > 0 &&
	    (first->flags & FIGURE_NAMED) == 0) {
		if (b.n > 0)
			buf_byte(&b, ' ');
		buf_add(&b, state);
	} else if (what.n == 0) {
		add_words(&b, v->v[0], v->v[v->n - 1], sheet);
	}
	if (place.n > 0) {
		if (b.n > 0)
			buf_add(&b, STR(", "));
		buf_add(&b, place);
	}
	return buf_str(&b);
}

struct str
verdict_speaker(const struct figure *f, struct arena *a)
{
	struct buf b = { .a = a };

	buf_add(&b, f->speaker);
	if (f->via.n > 0) {
		buf_add(&b, f->speaker.n > 0 ? STR(", via ") : STR("via "));
		buf_add(&b, f->via);
	}
	return buf_str(&b);
}

/* An array of strings of all figures, empty ones too: they stand side by
 * side with the places. */
static void
write_strings(struct out *out, const char *key, const struct verdict *v,
    struct str (*of)(const struct figure *f, struct arena *a),
    struct arena scratch)
{
	struct str *all = arena_alloc(&scratch, v->n, sizeof(*all));
	bool any = false;

	for (size_t i = 0; i < v->n; i++) {
		all[i] = of(v->v[i], &scratch);
		any |= all[i].n > 0;
	}
	if (any)
		out_strs(out, key, all, v->n);
}

static struct str
note_of(const struct figure *f, struct arena *a)
{
	(void)a;
	return f->note;
}

static struct str
text_of(const struct figure *f, struct arena *a)
{
	(void)a;
	return f->text;
}

/* The documents, or the places, as JSON strings. */
static struct str
names(const struct verdict *v, const struct docs *docs, bool places,
    struct arena *a)
{
	struct buf b = { .a = a };

	for (size_t i = 0; i < v->n; i++) {
		const struct figure *f = v->v[i];

		if (!places && i > 0 && f->doc == v->v[i - 1]->doc)
			continue;
		buf_byte(&b, i > 0 ? ',' : '[');
		buf_add(&b,
		    places ? docs_cite(docs, f->doc, f->sent, a)
			   : docs_name(docs, f->doc));
	}
	buf_byte(&b, ']');
	return buf_str(&b);
}

void
verdict_write(struct out *out, const struct verdict *v, const struct docs *docs,
    const struct sheet *sheet, struct arena scratch)
{
	size_t *starts = arena_alloc(&scratch, v->n, sizeof(*starts));
	size_t *ends = arena_alloc(&scratch, v->n, sizeof(*ends));

	for (size_t i = 0; i < v->n; i++) {
		starts[i] = v->v[i]->start;
		ends[i] = v->v[i]->end;
	}
	out_begin(out, v->type, NULL);
	out_str(out, "about", verdict_about(v, sheet, &scratch));
	out_str(out, "quantity", v->v[0]->quantity);
	write_strings(out, "values", v, note_of, scratch);
	out_raw(out, "docs", names(v, docs, false, &scratch));
	out_int(out, "origins", (long long)v->origins);
	out_raw(out, "cites", names(v, docs, true, &scratch));
	out_ints(out, "starts", starts, v->n);
	out_ints(out, "ends", ends, v->n);
	write_strings(out, "texts", v, text_of, scratch);
	write_strings(out, "speakers", v, verdict_speaker, scratch);
	out_num(out, "weight", floor(v->weight * 1000 + .5) / 1000);
	out_end(out);
}
