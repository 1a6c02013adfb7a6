/*
 * tag.h - a trained tagger: which words of a sentence are a name, and whose.
 *
 * A small net over each word, and weights for pairs of labels, decoded by
 * Viterbi's algorithm; trained by learn.h.  The net has TAG_HIDDEN units.
 * What goes into each: a weight for each hashed feature of the word
 * (tag_feat.h), and the vectors of the word and its neighbours (what they
 * mean, by the company that they keep) through a matrix for each place.  A
 * unit that is above zero speaks for or against the labels.
 *
 * The model is a file, share/pk/tag.model, that is mapped.  Weights of
 * features are bytes in rows of TAG_HIDDEN, one row a feature, found by the low
 * bits of the feature's hash ("the hashing trick": features that meet in a row
 * share it).
 */
#ifndef PK_TAG_H
#define PK_TAG_H

#include "base/base.h"

/* B begins a name, I goes on with it. */
enum tag_label {
	TAG_O,
	TAG_B_PERSON,
	TAG_I_PERSON,
	TAG_B_PLACE,
	TAG_I_PLACE,
	TAG_B_ORG,
	TAG_I_ORG,
	TAG_LABELS
};

#define TAG_ROW 8               /* scores of a word, room for the labels */
#define TAG_HIDDEN 64           /* units */
#define TAG_DIM 100             /* numbers of a word's vector */
#define TAG_BYTES (TAG_DIM / 2) /* of it: two numbers, -8 to 7, in one */
#define TAG_AROUND 3            /* words to either side whose vectors count */
#define TAG_PLACES (2 * TAG_AROUND + 1)
#define TAG_MANY 255  /* features of a word that count: sums fit 16 bits */
#define TAG_UNIT 1024 /* of a score: odds of e to 1 */
#define TAG_PAIR_MAX 1000000 /* the most that a pair may say */

/* Sources of annotated text differ in what they take for a name, so each has a
 * bias of its own.  When tagging, that of the news or, of a document with
 * handles and hashtags, that of the chat is used. */
enum tag_style { TAG_NEWS, TAG_CHAT, TAG_STYLES };

/* Another set of features makes another version: files of others are
 * refused. */
#define TAG_VERSION 3
#define TAG_MAGIC "pktag\r\n\x1a"
#define TAG_ORDER 0x01020304u

/* The head of a model file.  Numbers are the machine's. */
struct tag_head {
	char magic[8];
	uint32_t version, order;
	uint32_t rows;    /* a power of two */
	uint32_t labels;  /* TAG_LABELS */
	uint32_t words;   /* slots of the word table, a power of two */
	uint32_t vectors; /* of words, one more: 0 is that of unknown words */
	int32_t pair[TAG_LABELS + 1][TAG_ROW]; /* [before][label]; the last
						* row: at the beginning */
	/* What a unit's sums of bytes are worth. */
	float feature[TAG_HIDDEN], vector[TAG_HIDDEN];
	float bias[TAG_STYLES][TAG_HIDDEN];
	float out[TAG_HIDDEN][TAG_ROW], out_bias[TAG_ROW];
	uint64_t sum; /* str_hash() of what follows */
};

/* A slot of the word table: open addressing by the low bits of the word's
 * str_hash(), told apart by the high ones. */
struct tag_word {
	uint32_t check;
	uint32_t classes; /* + 1; 0: empty */
	uint32_t vector;  /* its number; 0: it has none */
};

/* What words are like, by the company that they keep. */
struct tag_words {
	const struct tag_word *v;
	uint32_t mask;
	const uint8_t *vectors; /* TAG_BYTES each */
	uint32_t n;             /* vectors */
};

/* The file is the head, the matrices, the word table, the vectors, the
 * rows. */
struct tag_model {
	const struct tag_head *head;
	const int16_t *places; /* [TAG_PLACES][TAG_HIDDEN][TAG_DIM] */
	struct tag_words words;
	const int8_t *rows;
	uint32_t mask;
	struct tag_memo *memo; /* or NULL */
};

/* Distributional classes of a word, from fine to coarse, and the number of its
 * vector; 0: not known. */
struct tag_classes {
	unsigned fine, mid, coarse;
	uint32_t vector;
};

/*
 * Makes a word table of lines "word fine mid coarse vector" with tabs between;
 * "#" begins a comment.  The vector is TAG_DIM characters from "H" for -8 to
 * "W" for 7, "P" being 0, or is not there.  False with err->why and the line in
 * *line when one is wrong; all is in a.
 */
bool tag_words_read(struct tag_words *words, struct str bytes, struct arena *a,
    size_t *line, struct err *err);

/* The classes of the word whose text in small letters has this str_hash(). */
struct tag_classes tag_classes(const struct tag_words *words, uint64_t hash);

/* The numbers of vector n, which words has. */
void tag_vector(const struct tag_words *words, uint32_t n, int16_t *to);

/*
 * Opens the model at path.  False with err->why set when it is no model of
 * this version or is cut short; with err->why NULL when it cannot be read:
 * errno tells.  A file that is damaged inside gives wrong answers only.
 */
bool tag_open(struct tag_model *model, const char *path, struct err *err);

/* As tag_open() for bytes in memory, aligned to 8, that outlive the model. */
bool tag_init(struct tag_model *model, struct str bytes, struct err *err);

/* Gives a model, in a, room to remember what the vectors of some words come to
 * at each place: most words of a text are few. */
void tag_remember(struct tag_model *model, struct arena *a);

/* The features of the words of a sentence, n words: those of word k are
 * f[at[k]] to f[at[k + 1] - 1], as hashes; a word without any is in no name. */
struct tag_features {
	uint32_t *f;
	size_t *at, n, cap;
	uint32_t *vectors; /* the numbers of the words' vectors */
	enum tag_style style;
};

/* What the words of a sentence say for each label, in TAG_UNIT: scores has
 * room for f->n, and is set. */
void tag_score(const struct tag_model *model, const struct tag_features *f,
    int32_t (*scores)[TAG_ROW]);

/*
 * The labels of the best path through scores[n] and pair, as in tag_head; an
 * I only behind a B or I of its class.  Scratch is lent.  Cost: linear.
 */
void tag_path(const int32_t (*scores)[TAG_ROW], size_t n,
    const int32_t (*pair)[TAG_ROW], uint8_t *labels, struct arena scratch);

/* Whether label may stand behind before (TAG_LABELS: the beginning). */
bool tag_follows(int before, int label);

#endif
