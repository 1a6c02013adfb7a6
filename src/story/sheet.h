/*
 * sheet.h - one document laid out: its sentences, each with its mentions.
 *
 * Records of one document come in any order; the sheet brings them together
 * when the document is complete, and says what it speaks of most.
 */
#ifndef PK_SHEET_H
#define PK_SHEET_H

#include "base/map.h"
#include "range.h"
#include "stem.h"
#include "text/token.h"

/* A mention.  Strings are in the sheet, those that it lacks are empty. */
struct sheet_mention {
	enum rec_type type;
	long sent;
	size_t start, end; /* in the sentence's text */
	size_t same_as;    /* of a number; SIZE_MAX: none */
	struct str text;
	/* Of an entity: class, name, of, country.  Of a number: quantity, what,
	 * unit, its note (range.h).  Of a date: kind, value, mod.  Of a claim:
	 * speaker, via, stance, cue. */
	struct str a, b, c, d;
	struct range range;
	bool metonym;
};

struct sheet_sent {
	long sent, para; /* 0: not known */
	struct str text;
	struct tokens tokens;
	const struct stem *stems; /* of the tokens */
	size_t first, n;          /* its mentions, in their order */
	uint32_t origin;          /* the document that said it first */
};

/* What a document names, most often first. */
struct sheet_name {
	uint32_t id; /* of the name; of a country, of its code */
	struct str name;
	size_t count;
	bool place; /* smaller than a country */
};

struct sheet {
	struct arena a, mark, scratch, *perm;
	struct sheet_sent *sents; /* by number */
	struct sheet_mention *mentions;
	size_t nsents, sents_cap, nmentions, mentions_cap;
	struct map stems; /* of the text: the bytes of an id */
	uint32_t *counts; /* sentences that hold each */
	size_t counts_cap;
	struct sheet_name *names;
	size_t nnames;
	long day;           /* of publication (date_cal.h); 0: not known */
	struct map glosses; /* of all documents: the bytes of an id */
	struct str *gloss;  /* its group, or the first word that has it */
	size_t gloss_cap;
};

/* Words that stand for stems are kept in perm. */
void sheet_init(struct sheet *s, struct arena *perm);

/* Begins a new document, on an empty sheet. */
void sheet_reset(struct sheet *s);

/* Takes what it needs of the doc record. */
void sheet_doc(struct sheet *s, const struct rec *rec);

/* Takes a sentence of the text, or a mention; other records do nothing. */
void sheet_sentence(
    struct sheet *s, const struct rec *rec, struct str text, uint32_t origin);
void sheet_mention(struct sheet *s, const struct rec *rec);

/* To be called once, when the document is complete, before it is read. */
void sheet_close(struct sheet *s);

/* Sentences that hold the stem. */
size_t sheet_count(const struct sheet *s, uint32_t stem);

/* A word for the stem; empty for names. */
struct str sheet_gloss(const struct sheet *s, uint32_t stem);

/* What an entity names: the name, or, of a country, its people, and a capital
 * that stands for its government, the country's code. */
struct sheet_name sheet_name(const struct sheet_mention *m);

#endif
