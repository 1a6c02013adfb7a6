/*
 * summ_weigh.c - what words and sentences weigh; see summ_part.h.
 */
#include <math.h>

#include "stale.h"
#include "summ_part.h"

/* Tuned together on the 600 news events of allsides-train, the reviews of
 * opinosis and the streams of trects-2014; around these values the figures
 * move little. */
#define ALONE 0.8      /* taken from the documents that hold a unit */
#define TITLE_ONLY 0.3 /* a document that has it in its title only */
#define LENGTH_MIN 8   /* words: shorter ones are taken for as long, or for */
#define LENGTH_MAX 20  /* a third of the summary, but for no more than that */
#define TITLES 1       /* bonus for all words of all titles */
#define FIRST 0.1      /* bonus for a document's first sentence */
#define LOOSE 0.8      /* factor for one that leans on another */
#define PERSON 0.9     /* factor for one that speaks of itself */
#define STALE 0.3      /* factor for one with a figure that was changed */
#define NO_TERM 0.02   /* factor for one without a term of the query */

static double
weight_of(const struct pool_unit *u)
{
	double w = u->docs + TITLE_ONLY * u->titles - ALONE + sqrt(u->sents) -
	    sqrt(u->docs);

	return u->stop || u->docs == 0 || w < 0 ? 0 : w;
}

/* How much of the query a sentence has, 0 to 1; marked are its terms. */
static double
query_share(const struct pool *p, const struct pool_sent *s, size_t terms)
{
	size_t n = 0;

	for (size_t i = 0; i < s->words; i++)
		n += p->units[s->units[i]].mark == p->mark;
	return (double)n / (double)terms;
}

/* Words in all titles, each as often as there are titles that hold it. */
static size_t
title_words(const struct pool *p)
{
	size_t n = 0;

	for (size_t i = 0; i < p->docs_n; i++)
		n += p->docs[i].title_words;
	return n;
}

/* Words that a sentence has at least, when it is weighed: a short one takes
 * the reader's time, too. */
static double
length_least(const struct summ_options *opt)
{
	double third = (double)opt->words / 3;

	if (opt->words == 0 || third > LENGTH_MAX)
		return LENGTH_MAX;
	return third > LENGTH_MIN ? third : LENGTH_MIN;
}

static double
factor_of(const struct pool *p, const struct pool_sent *s, size_t titles,
    double least)
{
	double f = 1 + FIRST / (1 + s->nth);
	size_t named = 0;

	if (s->flags & (POOL_REPEAT | POOL_UNFIT))
		return 0;
	for (size_t i = 0; i < s->words; i++)
		named += p->units[s->units[i]].named;
	if (titles > 0)
		f += TITLES * (double)named / (double)titles;
	if (s->flags & POOL_LOOSE)
		f *= LOOSE;
	if (s->flags & POOL_PERSON)
		f *= PERSON;
	return f / (s->length > least ? s->length : least);
}

void
summ_weigh(struct pool *p, const struct summ_options *opt, struct arena *a,
    struct summ_weights *w)
{
	const bool *stale = stale_find(p, a);
	const uint32_t *terms; /* marked from here on */
	size_t terms_n = pool_words(p, opt->query, a, &terms);
	size_t titles = title_words(p);

	w->units = arena_alloc(a, p->units_n, sizeof(*w->units));
	w->sents = arena_alloc(a, p->sents_n, sizeof(*w->sents));
	for (size_t i = 0; i < p->units_n; i++)
		w->units[i] = weight_of(&p->units[i]);
	for (size_t i = 0; i < p->sents_n; i++) {
		const struct pool_sent *s = &p->sents[i];

		w->sents[i] = factor_of(p, s, titles, length_least(opt));
		if (stale[i])
			w->sents[i] *= STALE;
		if (opt->query.n > 0)
			w->sents[i] *= NO_TERM +
			    (terms_n == 0 ? 0 : query_share(p, s, terms_n));
	}
}
