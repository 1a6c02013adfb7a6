/*
 * pool.h - the sentences of many documents as sets of words and word pairs.
 *
 * What a summary is chosen from.  A unit is a content word ("dam", and the
 * same for "dams"; a number as its digits) or a pair of neighbouring words,
 * at least one of them a content word ("dam burst", "of Riva").  Words that
 * carry no content are in data/summ/stop.tsv; the words by which a sentence
 * leans on the one before are in data/summ/openers.tsv.
 */
#ifndef PK_POOL_H
#define PK_POOL_H

#include "base/map.h"
#include "base/rec.h"

/* Bytes of the longest text that is kept: nothing longer is a sentence. */
#define POOL_TEXT_MAX ((size_t)64 * 1024)

struct pool_doc {
	struct str name; /* raw JSON string, as in the records; n == 0: none */
	struct str title, source, published; /* n == 0: unknown */
	const uint32_t *title_units;         /* each once, words first */
	size_t title_words, title_n;
	size_t first, n; /* its sentences, after pool_close() */
};

enum pool_flag {
	POOL_REPEAT = 1, /* marked by dup_of: neither picked nor counted */
	POOL_UNFIT = 2,  /* a question, a part of a quotation, or it opens
			  * with a pronoun: not picked */
	POOL_LOOSE = 4,  /* opens with a connective or a quotation mark, or has
			  * no full stop */
	POOL_PERSON = 8, /* speaks of "I", "we" or "you" */
	POOL_PLACED = 16 /* start and end are known */
};

struct pool_sent {
	size_t doc;        /* index */
	size_t start, end; /* its place in its document's source */
	struct str text;
	long sent;             /* its number in its document; 0: unknown */
	const uint32_t *units; /* each once, words first */
	uint32_t words, units_n;
	uint32_t length; /* words of the text, as wc(1) counts them */
	uint32_t nth;    /* sentences of its document before it */
	uint32_t seq;    /* sentences that came before it */
	unsigned flags;
	struct str
	    date;       /* of the first date in it, "2025-11" at least; or "" */
	size_t figures; /* the first of its numbers + 1, or 0 */
};

/* A number of a sentence that says what is counted or measured. */
struct pool_figure {
	size_t next; /* of the same sentence: index + 1, or 0 */
	size_t key;  /* equal for numbers of one unit and thing */
	double value;
};

/* How widely a unit is spread. */
struct pool_unit {
	uint32_t docs;   /* documents that hold it in their text */
	uint32_t titles; /* documents that hold it in their title only */
	uint32_t named;  /* documents that hold it in their title */
	uint32_t sents;  /* sentences that hold it */
	uint32_t mark;   /* the module's own */
	bool stop;       /* carries no content by itself */
	bool person;     /* "I", "we", "you" */
	bool number;     /* digits */
};

/* The arrays live as long as the arena given to pool_init(). */
struct pool {
	struct arena *a, scratch;
	struct map doc_map, unit_map;
	struct pool_doc *docs;
	struct pool_sent *sents;
	struct pool_sent *said; /* in earlier summaries; without doc, sent */
	struct pool_unit *units;
	struct pool_figure *figures;
	struct map things; /* keys of figures */
	size_t docs_n, sents_n, said_n, units_n, figures_n;
	size_t docs_cap, sents_cap, said_cap, units_cap, figures_cap;
	uint32_t mark;
};

/* An empty pool; all that it keeps will be in *a. */
void pool_init(struct pool *p, struct arena *a);

/*
 * Takes what is needed of a doc or sentence record, in any order, and of the
 * numbers and dates right behind their sentence; other records do nothing.  A
 * sentence without its doc record belongs to a document of its own name.  Only
 * text of the article and its title are kept.  Memory: about four times the
 * text.
 */
void pool_rec(struct pool *p, const struct rec *rec);

/* Takes a sentence that an earlier summary said. */
void pool_said(struct pool *p, struct str text);

/* Brings the sentences into the order of documents and numbers, and counts
 * the units.  To be called once, before the pool is read. */
void pool_close(struct pool *p);

/* Whether a word, in lower case, carries no content by itself. */
bool pool_is_stop(struct str low);

/* Writes the content words of text to *words (in *a), each once, but for
 * those that no record had.  Returns how many. */
size_t pool_words(
    struct pool *p, struct str text, struct arena *a, const uint32_t **words);

#endif
