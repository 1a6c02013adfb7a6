/*
 * topic.h - figures of many documents, brought together by what they measure.
 *
 * Each new figure is held against those that were found before under the same
 * keys (figure.h), and joins the topic that it is most like, or begins one.
 * How like it must be depends on what the two say: the same odd number twice is
 * chance less often than "two" and "two", and two numbers that differ are said
 * to be of one thing only where much speaks for it.
 */
#ifndef PK_TOPIC_H
#define PK_TOPIC_H

#include "figure.h"

struct topic {
	const struct figure **v; /* in the order of their coming */
	size_t n, cap;
	double like; /* the least that a figure was like the others */
	bool many;   /* of more than one document */
	bool denied; /* what some claim, others deny (denial.h) */
};

struct topics {
	struct arena *a, scratch;
	struct topic *v;
	size_t n, cap;
	struct map keys;  /* the bytes of a key */
	uint32_t *newest; /* entry + 1 of each */
	struct topic_entry *entries;
	size_t newest_cap, nentries, entries_cap;
};

void topics_init(struct topics *t, struct arena *a);

/* Adds a figure, which must live as long as t.  Cost: constant; of the topics
 * with the same key only the newest are looked at. */
void topics_add(struct topics *t, const struct figure *f);

/* How like figures must be (figure_like()) to be said to measure the same, by
 * their values and by whether their documents tell one story; above 1 where
 * that is never said. */
double topic_need(const struct figure *a, const struct figure *b);

#endif
