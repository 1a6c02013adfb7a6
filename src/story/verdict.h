/*
 * verdict.h - whether the sources of a topic agree.
 *
 *   agreement    all of them say the same: "about 5,000 km2", "5,000 km2"
 *   compatible   all may be right: "more than 1,000 km", "1,200 km"
 *   development  not all can be right of one day, but the texts give different
 *                days
 *   conflict     not all can be right; or what some claim, others deny
 *
 * A document that has several figures of a topic is at odds with another one
 * only if none of its figures meets any of the other's.
 */
#ifndef PK_VERDICT_H
#define PK_VERDICT_H

#include "base/out.h"
#include "docs.h"
#include "topic.h"

struct verdict {
	enum rec_type type; /* REC_AGREEMENT and so on; REC_OTHER: none */
	const struct topic *topic;
	const struct figure **v; /* of the topic, by document and sentence */
	size_t n, docs, origins;
	double weight;
};

/* Judges all topics of more than one document; writes what can be compared to
 * *v, in a, the weightiest first, and returns how many. */
size_t verdict_all(const struct topics *t, struct docs *docs, struct arena *a,
    struct verdict **v);

/* What the topic is about, for people; in a. */
struct str verdict_about(
    const struct verdict *v, const struct sheet *sheet, struct arena *a);

/* Who says a figure: "Oleksandr Syrskyi, via CNN"; empty when not known. */
struct str verdict_speaker(const struct figure *f, struct arena *a);

/* Writes the record of a verdict. */
void verdict_write(struct out *out, const struct verdict *v,
    const struct docs *docs, const struct sheet *sheet, struct arena scratch);

#endif
