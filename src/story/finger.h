/*
 * finger.h - the fingerprint of a sentence: what tells repeats.
 *
 * Three views of one sentence, each made of the one before:
 *
 *   key     128 bits of the words in lower case, "5,000" as "5000", "two" as
 *           "2"; no punctuation but "?".  Equal keys: the same sentence.
 *   words   a number for each word: a hash, what a change of this word would
 *           mean (a number, a name, "not"), and the pause behind it.
 *   sketch  a few pairs of neighbouring words, chosen by their hash alone, so
 *           that two sentences that share most pairs choose the same ones.
 *
 * All are the same on every machine and in every run: they are kept in state
 * files (pk-state(5)); FINGER_VERSION changes when they do.  The words with a
 * meaning are in data/finger/words.tsv, those that may stand for each other in
 * heads.tsv.
 */
#ifndef PK_FINGER_H
#define PK_FINGER_H

#include "base/base.h"

#define FINGER_VERSION 2

/* What a word is, in its lowest bits. */
enum finger_kind {
	FINGER_PLAIN,
	FINGER_FUNCTION, /* "the", "of" */
	FINGER_NUMBER,   /* "5,000", "two", "$", "km" behind a number */
	FINGER_NAME,     /* a capital, and not a word of the table */
	FINGER_NEGATION, /* "not", "without" */
	FINGER_POLE,     /* "rose", "fell", "north" */
	FINGER_SOURCE,   /* "reported", "according" */
	FINGER_LABEL,    /* "advertisement", "read" */
	FINGER_KINDS
};

/* What stands behind a word, before the next. */
enum finger_pause {
	FINGER_GLIDE,
	FINGER_COMMA, /* or semicolon */
	FINGER_COLON,
	FINGER_DASH /* or a bracket, open or closed */
};

/* The parts of a word.  Words are equal when their hashes are. */
#define FINGER_KIND(word) ((enum finger_kind)((word)&7))
#define FINGER_PAUSE(word) ((enum finger_pause)((word) >> 3 & 3))
#define FINGER_HASH(word) ((word) >> 5)

/* The lowest bits of a hash tell words that may stand for each other: by their
 * first letter and length, or by the word that stands for them all
 * (data/finger/heads.tsv).  "Milion" is close to "million", "began" to
 * "started", "dogs" not to "cats", with few exceptions. */
#define FINGER_LETTER(word) ((word) >> 5 & 31)
#define FINGER_LENGTH(word) ((word) >> 10 & 3)
#define FINGER_KIN(word) ((word) >> 12 & 127)
bool finger_close(uint32_t a, uint32_t b);

/* Of a longer text (bytes) there are no words; its key is of all its bytes. */
#define FINGER_TEXT_MAX (1 << 20)

struct finger {
	uint64_t key[2];
	const uint32_t *words;
	size_t n; /* words; 0 for a line of punctuation */
};

/* The fingerprint of text, which is UTF-8; words are in a, which is used for
 * more than them: lend it, and copy the words to be kept.  Cost: linear. */
struct finger finger_make(struct str text, struct arena *a);

/* 128 bits of any bytes, as for keys. */
void finger_key(struct str bytes, uint64_t key[2]);

#define FINGER_SKETCH 8

/*
 * Writes the sketch of n words to v: the FINGER_SKETCH pairs of lowest rank,
 * lowest first; fewer when there are fewer different pairs.  Returns how
 * many.  A pair's rank is its hash, divided by a weight that is small where
 * one or both are function words: common pairs are seldom chosen.
 */
size_t finger_sketch(
    const uint32_t *words, size_t n, uint32_t v[FINGER_SKETCH]);

#endif
