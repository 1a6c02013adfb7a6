/*
 * figure_day.c - the day of an act, as a figure; see figure.h.
 *
 * "The minister visited Riva on Saturday": who, what, where or what of, when.
 */
#include "day.h"
#include "figure.h"

#define ACT_DATE 10 /* how far from the act its day may stand */
#define ACTOR 8     /* and who did it */
#define OBJECT 4    /* and what it was done to */
#define AUX 3       /* and "would", "to" and "was" */
#define LONGEST 8   /* days: "in May" is compared with nothing */

enum { RANGE_DAY = 3 };

struct reader {
	const struct sheet *s;
	const struct sheet_sent *sent;
	const struct token *t;
	size_t n;
	struct arena *a;
};

/* The mention of this type that holds token k, or NULL. */
static const struct sheet_mention *
mention_at(const struct reader *r, size_t k, enum rec_type type)
{
	for (size_t m = 0; m < r->sent->n; m++) {
		const struct sheet_mention *e =
		    &r->s->mentions[r->sent->first + m];

		if (e->start > r->t[k].start)
			break;
		if (e->type == type && r->t[k].end <= e->end)
			return e;
	}
	return NULL;
}

/* What is done but once, told as done: not "the visit", "will visit". */
static uint32_t
act_at(const struct reader *r, size_t k)
{
	static const char *const noun[] = { "the", "a", "an", "this", "his",
		"her", "its", "their", "'s", "of", "to" };
	enum act act;
	uint32_t id = said_act(r->t[k].low, &act);

	if (id == 0 || !said_is_once(r->t[k].low) ||
	    mention_at(r, k, REC_ENTITY) != NULL ||
	    (k > 0 && stem_is_any(r->t[k - 1].low, noun, COUNT(noun))))
		return 0;
	for (size_t i = k; i > 0 && k - i < AUX; i--) {
		said_act(r->t[i - 1].low, &act);
		if (act == ACT_MAY || act == ACT_NOT ||
		    str_is(r->t[i - 1].low, "to"))
			return 0;
	}
	return id;
}

/* Whether the clause of an act ends at token k, or a time before or after the
 * day that follows is meant. */
static bool
is_bar(const struct reader *r, size_t k)
{
	static const char *const words[] = { "after", "before", "since",
		"until", "till", "by", "from", "when", "while", "and", "but",
		"that", "who", "which", "as", "said", "says", "or", "between",
		"ahead" };
	enum act act;

	said_act(r->t[k].low, &act);
	return act == ACT_DID ||
	    stem_is_any(r->t[k].low, words, COUNT(words)) ||
	    str_is(r->t[k].text, ",") || str_is(r->t[k].text, ";") ||
	    str_is(r->t[k].text, ":") || str_is(r->t[k].text, "“") ||
	    str_is(r->t[k].text, "\"");
}

/* The day of the act at k: behind it, in its clause. */
static const struct sheet_mention *
date_of(const struct reader *r, size_t k)
{
	for (size_t i = k + 1; i < r->n && i <= k + ACT_DATE; i++) {
		const struct sheet_mention *m = mention_at(r, i, REC_DATE);

		if (m != NULL)
			return str_is(m->a, "duration") ? NULL : m;
		if (is_bar(r, i))
			return NULL;
	}
	return NULL;
}

/* Who did the act at k: the last person or body before it. */
static const struct sheet_mention *
actor_of(const struct reader *r, size_t k)
{
	for (size_t i = k; i > 0 && k - i < ACTOR; i--) {
		const struct sheet_mention *m =
		    mention_at(r, i - 1, REC_ENTITY);

		if (m != NULL)
			return str_is(m->a, "person") || str_is(m->a, "org")
			    ? m
			    : NULL;
		if (str_is(r->t[i - 1].text, ";"))
			return NULL;
	}
	return NULL;
}

/* The names and words behind the act: what it was done to. */
static void
read_objects(const struct reader *r, size_t k, struct figure *f)
{
	struct figure_word *v = arena_alloc(r->a, OBJECT, sizeof(*v));

	f->words = v;
	for (size_t i = k + 1; i < r->n && i <= k + OBJECT; i++) {
		const struct sheet_mention *m = mention_at(r, i, REC_ENTITY);
		uint32_t id =
		    m != NULL ? sheet_name(m).id : r->sent->stems[i].id;

		if (is_bar(r, i) || mention_at(r, i, REC_DATE) != NULL)
			return;
		if (m != NULL && sheet_name(m).place && f->nplaces == 0) {
			f->places[f->nplaces++] = id;
			f->place = m->b;
		}
		if (id != 0)
			v[f->nwords++] =
			    (struct figure_word){ id, 1, m != NULL };
	}
}

static bool
read_act(const struct reader *r, size_t k, struct figure *f)
{
	uint32_t act = act_at(r, k);
	const struct sheet_mention *date = act != 0 ? date_of(r, k) : NULL;
	const struct sheet_mention *actor =
	    date != NULL ? actor_of(r, k) : NULL;
	struct buf what = { .a = r->a };

	if (actor == NULL)
		return false;
	*f = (struct figure){ .range = range_none(RANGE_DAY),
		.head = act,
		.side = sheet_name(actor).id,
		.origin = r->sent->origin,
		.sent = r->sent->sent,
		.start = r->t[k].start,
		.end = date->end,
		.quantity = STR("day"),
		.note = date->b };
	if (f->end <= f->start || !day_span(date->b, &f->from, &f->to) ||
	    f->to - f->from >= LONGEST)
		return false;
	f->range.low = f->range.value = (double)f->from;
	f->range.high = (double)f->to;
	f->text = str_cut(r->sent->text, f->start, f->end);
	buf_add(&what, actor->b);
	buf_byte(&what, ' ');
	buf_add(&what, r->t[k].text);
	f->what = buf_str(&what);
	f->context = str_copy(r->a,
	    str_cut(r->sent->text, actor->start < f->start ? actor->start : 0,
		f->end));
	read_objects(r, k, f);
	return true;
}

size_t
figure_days(const struct sheet *s, const struct sheet_sent *sent,
    struct arena *a, struct figure *v)
{
	struct reader r = { s, sent, sent->tokens.v, sent->tokens.n, a };
	const struct sheet_mention *last = NULL;
	size_t n = 0;

	/* A day is that of one act. */
	for (size_t k = 0; k < r.n; k++) {
		const struct sheet_mention *date =
		    act_at(&r, k) != 0 ? date_of(&r, k) : NULL;

		if (date != NULL && date != last && read_act(&r, k, &v[n])) {
			last = date;
			n++;
		}
	}
	return n;
}
