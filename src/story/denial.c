/*
 * denial.c - claims of many documents, and who denies them; see denial.h.
 */
#include "denial.h"

#include <math.h>
#include <stdlib.h>

#define BACK 6 /* claims before "the claims" that may be meant */
#define BACK_SENTS 3
#define DAYS 7    /* between publications */
#define KIN .3    /* how like documents (kin.h) must be */
#define NEED .7   /* how like a claim must be to what is denied */
#define CHAIN 12  /* denials under one key that are looked at */
#define MEMBERS 8 /* of a topic */

/* A denial, and the topic that it begins or joins. */
struct denial {
	const struct figure *f, *of; /* what it means by "the claims" */
	const struct said *said;     /* what is denied */
	size_t topic;
};

struct entry {
	uint32_t denial, older; /* + 1; 0: none */
};

struct closing {
	struct arena *a;
	struct denial *v;
	size_t n;
	struct map keys;
	uint32_t *newest;
	struct entry *entries;
	size_t newest_cap, nentries, entries_cap;
	struct topic *topics;
	size_t ntopics;
};

void
denials_init(struct denials *d, struct arena *a)
{
	*d = (struct denials){ .a = a };
}

void
denials_add(struct denials *d, const struct figure *f)
{
	d->claims = vec_room(
	    d->a, d->claims, d->n, &d->cap, sizeof(const struct figure *));
	d->claims[d->n++] = f;
}

/* What "the claims" at i are: the last that another made, if possible one of
 * those who are named ("the claims from Moscow"). */
static const struct figure *
meant(const struct denials *d, size_t i)
{
	const struct figure *f = d->claims[i], *best = NULL;
	const struct said *echo = f->said;

	for (size_t k = i; k-- > 0 && i - k <= BACK;) {
		const struct figure *c = d->claims[k];

		if (c->doc != f->doc || f->sent - c->sent > BACK_SENTS)
			break;
		if (c->said->denial || c->said->may || c->said->nacts == 0 ||
		    c->said->nacts + c->said->nwords < 2 ||
		    said_is_one_party(echo, c->said))
			continue;
		if (echo->names.n == 0 ||
		    said_common(&echo->names, &c->said->party) > 0)
			return c;
		best = best != NULL ? best : c;
	}
	return best;
}

/* Whether the documents tell one story. */
static bool
is_one_story(const struct figure *a, const struct figure *b)
{
	if (a->kin->day != 0 && b->kin->day != 0 &&
	    labs(a->kin->day - b->kin->day) > DAYS)
		return false;
	return kin_like(a->kin, b->kin) >= KIN;
}

/* How sure it is that claim c is what the denial denies; 0: it is not. */
static double
meets(const struct denial *d, const struct figure *c)
{
	double like;

	if (c->doc == d->f->doc || c->origin == d->f->origin ||
	    said_is_one_party(d->f->said, c->said))
		return 0;
	like = said_like(d->said, c->said);
	return like >= NEED && is_one_story(d->f, c) ? like : 0;
}

/* Whether two denials deny the same. */
static bool
is_same(const struct denial *a, const struct denial *b)
{
	return fmin(said_like(a->said, b->said), said_like(b->said, a->said)) >=
	    NEED &&
	    is_one_story(a->f, b->f);
}

static uint64_t
key_of(uint32_t act, uint32_t name)
{
	return (uint64_t)act << 32 | name;
}

static void
enter(struct closing *c, uint32_t denial, uint64_t key)
{
	struct str bytes = { (const char *)&key, sizeof(key) };
	size_t known = c->keys.n, k = map_put(&c->keys, bytes);

	if (k == known) {
		c->newest = vec_room(
		    c->a, c->newest, k, &c->newest_cap, sizeof(*c->newest));
		c->newest[k] = 0;
	}
	c->entries = vec_room(c->a, c->entries, c->nentries, &c->entries_cap,
	    sizeof(*c->entries));
	c->entries[c->nentries++] = (struct entry){ denial, c->newest[k] };
	c->newest[k] = (uint32_t)c->nentries;
}

/* The denial that f, which says said, fits best, or NULL. */
static struct denial *
find(const struct closing *c, const struct figure *f, const struct said *said,
    double (*fits)(const struct denial *d, const struct figure *f,
	const struct said *said))
{
	struct denial *best = NULL;
	double most = 0;

	for (size_t i = 0; i < said->nacts * f->kin->ntop; i++) {
		uint64_t key = key_of(said->acts[i / f->kin->ntop],
		    f->kin->top[i % f->kin->ntop]);
		size_t k = map_find(
		    &c->keys, (struct str){ (const char *)&key, sizeof(key) });
		uint32_t e = k == MAP_NONE ? 0 : c->newest[k];

		for (size_t n = 0; e > 0 && n < CHAIN; n++) {
			struct denial *d = &c->v[c->entries[e - 1].denial];
			double here = fits(d, f, said);

			if (here > most ||
			    (here == most && here > 0 && d < best)) {
				most = here;
				best = d;
			}
			e = c->entries[e - 1].older;
		}
	}
	return best;
}

static double
fits_claim(
    const struct denial *d, const struct figure *f, const struct said *said)
{
	(void)said;
	return meets(d, f);
}

static double
fits_denial(
    const struct denial *d, const struct figure *f, const struct said *said)
{
	const struct denial other = { .f = f, .said = said };

	return is_same(d, &other) ? 1 : 0;
}

static void
join(struct closing *c, struct topic *topic, const struct figure *f)
{
	for (size_t i = 0; i < topic->n; i++) {
		if (topic->v[i] == f)
			return;
	}
	if (topic->n >= MEMBERS)
		return;
	topic->v = vec_room(c->a, topic->v, topic->n, &topic->cap,
	    sizeof(const struct figure *));
	topic->v[topic->n++] = f;
}

/* Brings the denials together by what they deny. */
static void
read_denials(struct closing *c, const struct denials *d)
{
	for (size_t i = 0; i < d->n; i++) {
		struct denial *new = &c->v[c->n], *same;
		const struct figure *f = d->claims[i];

		if (!f->said->denial)
			continue;
		*new = (struct denial){ .f = f, .said = f->said };
		if (f->said->echo) {
			new->of = meant(d, i);
			if (new->of == NULL)
				continue;
			new->said = new->of->said;
		}
		same = find(c, f, new->said, fits_denial);
		new->topic = same != NULL ? same->topic : c->ntopics++;
		join(c, &c->topics[new->topic], f);
		if (new->of != NULL)
			join(c, &c->topics[new->topic], new->of);
		for (size_t k = 0; k < new->said->nacts * f->kin->ntop; k++)
			enter(c, (uint32_t)c->n,
			    key_of(new->said->acts[k / f->kin->ntop],
				f->kin->top[k % f->kin->ntop]));
		c->n++;
	}
}

void
denials_close(struct denials *d, struct topics *t)
{
	struct closing c = { .a = d->a };

	if (d->n == 0)
		return;
	map_init(&c.keys, d->a);
	c.v = arena_alloc(d->a, d->n + 1, sizeof(*c.v));
	c.topics = arena_alloc(d->a, d->n, sizeof(*c.topics));
	read_denials(&c, d);
	for (size_t i = 0; i < d->n; i++) {
		const struct figure *f = d->claims[i];
		const struct denial *denial;

		if (f->said->denial)
			continue;
		denial = find(&c, f, f->said, fits_claim);
		if (denial == NULL)
			continue;
		join(&c, &c.topics[denial->topic], f);
		c.topics[denial->topic].many = true;
		c.topics[denial->topic].like =
		    fmax(c.topics[denial->topic].like, meets(denial, f));
	}
	for (size_t i = 0; i < c.ntopics; i++) {
		if (!c.topics[i].many)
			continue;
		c.topics[i].denied = true;
		t->v = vec_room(t->a, t->v, t->n, &t->cap, sizeof(*t->v));
		t->v[t->n++] = c.topics[i];
	}
	map_free(&c.keys);
}
