/*
 * tag.h - a trained tagger: which words of a sentence are a name, and whose.
 *
 * A linear model over hashed features of each word (tag_feat.h) and over
 * pairs of labels, decoded by Viterbi's algorithm; trained as an averaged
 * perceptron (M. Collins, "Discriminative Training Methods for Hidden Markov
 * Models", EMNLP 2002) by learn.h.  The model is a file, share/pk/tag.model,
 * that is mapped: weights are bytes in rows of TAG_ROW, one row a feature,
 * found by the low bits of the feature's hash ("the hashing trick": features
 * that meet in a row share it).
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

#define TAG_ROW 8 /* weights of a feature, room for the labels */

/* Another set of features makes another version: files of others are
 * refused. */
#define TAG_VERSION 1
#define TAG_MAGIC "pktag\r\n\x1a"
#define TAG_ORDER 0x01020304u

/* The head of a model file; the rows follow.  Numbers are the machine's. */
struct tag_head {
	char magic[8];
	uint32_t version, order;
	uint32_t rows;   /* a power of two */
	uint32_t labels; /* TAG_LABELS */
	uint32_t words;  /* slots of the word table, a power of two */
	uint32_t spare;
	int32_t pair[TAG_LABELS + 1][TAG_ROW]; /* [before][label]; the last
						* row: at the beginning */
	uint64_t sum;                          /* str_hash() of what follows */
};

/* A slot of the word table: open addressing by the low bits of the word's
 * str_hash(), told apart by the high ones. */
struct tag_word {
	uint32_t check;
	uint32_t classes; /* + 1; 0: empty */
};

/* What words are like, by the company that they keep. */
struct tag_words {
	const struct tag_word *v;
	uint32_t mask;
};

/* The file is the head, the word table, the rows. */
struct tag_model {
	const struct tag_head *head;
	struct tag_words words;
	const int8_t *rows;
	uint32_t mask;
};

/* Distributional classes of a word, from fine to coarse; 0: not known. */
struct tag_classes {
	unsigned fine, mid, coarse;
};

/*
 * Makes a word table of lines "word fine mid coarse" with tabs between; "#"
 * begins a comment.  False with err->why and the line in *line when one is
 * wrong; all is in a.
 */
bool tag_words_read(struct tag_words *words, struct str bytes, struct arena *a,
    size_t *line, struct err *err);

/* The classes of the word whose text in small letters has this str_hash(). */
struct tag_classes tag_classes(const struct tag_words *words, uint64_t hash);

/*
 * Opens the model at path.  False with err->why set when it is no model of
 * this version or is cut short; with err->why NULL when it cannot be read:
 * errno tells.  A file that is damaged inside gives wrong answers only.
 */
bool tag_open(struct tag_model *model, const char *path, struct err *err);

/* As tag_open() for bytes in memory, aligned to 8, that outlive the model. */
bool tag_init(struct tag_model *model, struct str bytes, struct err *err);

/* The features of the words of a sentence, n words: those of word k are
 * f[at[k]] to f[at[k + 1] - 1], as hashes. */
struct tag_features {
	uint32_t *f;
	size_t *at, n, cap;
};

/* What the words of a sentence say for each label: scores has room for
 * f->n, and is set. */
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
