/*
 * said.h - a claim, as what can be denied in other words.
 *
 *   Congo's army said that it had retaken the town of Kasenga
 *   The Front denied that Kasenga had fallen
 *
 * Known is what was done (the groups of data/compare/acts.tsv), the other
 * words, the names, who does it and who says so.
 */
#ifndef PK_SAID_H
#define PK_SAID_H

#include "sheet.h"

enum { SAID_WORDS = 16, SAID_NAMES = 10 };

/* What a word of acts.tsv is, and how often it is done; see its head. */
enum act { ACT_NONE, ACT_DID, ACT_WIDE, ACT_ECHO, ACT_NOT, ACT_MAY };
enum { ACT_ONCE = 1 };

struct said_ids {
	uint32_t v[SAID_NAMES];
	unsigned n;
};

struct said {
	uint32_t acts[SAID_WORDS], words[SAID_WORDS];
	unsigned nacts, nwords;
	struct said_ids names;  /* in the text */
	struct said_ids places; /* smaller than a country, of them */
	struct said_ids party;  /* names of the speaker */
	struct said_ids who;    /* other words for him: "army" */
	struct said_ids doer;   /* of the act, where the text tells */
	bool denial;            /* the speaker says that it is not so */
	bool echo; /* the text says only "the claims", "the report" */
	bool negated, may;
};

/* Reads a claim of a sentence; false where it can neither be denied nor deny:
 * it tells of no act, or rejects what is no claim. */
bool said_read(const struct sheet *s, const struct sheet_sent *sent,
    const struct sheet_mention *claim, struct said *said, struct arena scratch);

/* Whether the lists have an id in common; how many. */
unsigned said_common(const struct said_ids *a, const struct said_ids *b);

/* Whether one speaks for the other, as far as the names tell. */
bool said_is_one_party(const struct said *a, const struct said *b);

/* How sure it is that b tells of what a tells of, from 0 to 1, whoever they
 * are that say so. */
double said_like(const struct said *a, const struct said *b);

/* The act that a word in lower case tells of, or 0. */
uint32_t said_act(struct str low, enum act *act);

/* Whether it is done but once by the same to the same. */
bool said_is_once(struct str low);

#endif
