/*
 * figure.h - a number and what the text says it is: whether two of them, of
 * two documents, measure the same thing.
 *
 *   "Around 100,000 Russian troops are circling Pokrovsk"
 *   "Russia has massed over 110,000 troops near the city"
 *
 * Two figures can be compared when they are of one dimension (a count, a
 * length, money of one currency), count the same (data/compare/senses.tsv),
 * and nothing tells them apart: another place, another side, another state
 * ("killed", "wounded"), a part of a whole, a forecast, another stretch of
 * time.  How like they are is told by the words and names around them: what is
 * near counts more, and what the document says all the time counts less.
 */
#ifndef PK_FIGURE_H
#define PK_FIGURE_H

#include "kin.h"
#include "said.h"

enum {
	FIGURE_WORDS = 24, /* of its sentence, at most */
	FIGURE_PLACES = 6
};

enum figure_flag {
	FIGURE_PEOPLE = 1, /* counts people, whoever they are */
	FIGURE_PART = 2,   /* "including five children" */
	FIGURE_DELTA = 4,  /* "by 5 percent" */
	FIGURE_BEFORE = 8, /* "from 5 percent" */
	FIGURE_MAY = 16,   /* "could cost" */
	FIGURE_RISE = 32,  /* "rose 5 percent" */
	FIGURE_FALL = 64,
	FIGURE_LOOSE = 128,  /* its place is that of its document */
	FIGURE_DATED = 256,  /* from and to are set */
	FIGURE_DENIED = 512, /* its speaker says that it is not so */
	FIGURE_NAMED = 1024  /* what it counts says the state: "deaths" */
};

struct figure_word {
	uint32_t id;
	float weight; /* 0 to 1: near, and rare in the document */
	bool where;   /* the name of a place or an organisation */
};

struct figure {
	struct range range;
	const struct kin *kin; /* of its document */
	uint32_t head;         /* what is counted; 0: not said */
	uint32_t state;        /* what has become of it; 0: not said */
	uint32_t side; /* whose: of "Russian troops" the country; 0: not said */
	uint32_t window; /* "over the past day"; 0: none */
	unsigned flags;
	long from, to; /* days that the text gives (date_cal.h) */
	const struct figure_word *words; /* by id */
	size_t nwords;
	const uint32_t *kinds; /* what narrows the head: "Russian" */
	size_t nkinds;
	uint32_t places[FIGURE_PLACES];
	unsigned nplaces;

	/* Where it stands, and how it is shown. */
	const struct said *said;  /* of a claim; NULL: a figure */
	const struct figure *was; /* "down from 14,000"; NULL: not said */
	uint32_t doc, origin;     /* that has it; that had its sentence first */
	long sent;
	size_t start, end;
	struct str text, note, what, quantity, place, speaker, via;
	struct str context; /* words around it, for people */
};

/*
 * What is said is compared like a figure without a value: a claim (its quantity
 * is "claim") by what it tells of (said.h), so that who denies it meets who
 * makes it; and words in quotation marks ("quotation"), which are the same or
 * not.
 */
enum { FIGURE_QUOTE_MIN = 3, FIGURE_QUOTE_MAX = 14 }; /* words */

/* The figures of a closed sheet, in *v; returns how many.  All in a. */
size_t figure_read(
    const struct sheet *s, uint32_t doc, struct arena *a, struct figure **v);

/* What figure.c asks of figure_said.c: the quotations of a sentence, and its
 * claims; each writes at most figure_said_max() to v and returns how many. */
size_t figure_said(const struct sheet *s, const struct sheet_sent *sent,
    struct arena *a, struct figure *v);
size_t figure_said_max(const struct sheet_sent *sent);

/* And of figure_day.c: the days of acts that are done but once (quantity "day",
 * the value counts days); at most as many as the sentence has dates. */
size_t figure_days(const struct sheet *s, const struct sheet_sent *sent,
    struct arena *a, struct figure *v);

/* How sure it is that two figures measure the same thing, from 0 to 1; 0 when
 * something tells them apart. */
double figure_like(const struct figure *a, const struct figure *b);

/* Whether the text gives both a day, and not the same; or says of one that it
 * was the other before. */
bool figure_is_later(const struct figure *a, const struct figure *b);

/* Keys under which like figures are found, at most max; returns how many. */
size_t figure_keys(const struct figure *f, uint64_t *keys, size_t max);

#endif
