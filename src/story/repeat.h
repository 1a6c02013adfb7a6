/*
 * repeat.h - a stream of records without its repeats.
 *
 * Sentences are looked up among those that were passed on before (near.h);
 * the mentions of a repeat (entity, number, date and claim records with its
 * doc and sent) go with it.  What the role of a sentence means:
 *
 *   title, heading, body, caption, or none   the text
 *   boilerplate, credit, url                 aside: repeats the text or what
 *                                            is aside, and is never repeated
 *                                            by the text
 *
 * What stands again is no repeat when it belongs where it stands:
 *   - the title of a document, as its title or heading (a page's layout);
 *   - a credit, unless what stands before it is a repeat;
 *   - one or two words of the text, in another document ("Yes.");
 *   - what is aside, in another document, unless repeats are dropped: marked,
 *     it would say that the two have something in common.
 * A sentence that has dup_of is a repeat already.
 */
#ifndef PK_REPEAT_H
#define PK_REPEAT_H

#include "docs.h"
#include "finger.h"
#include "keep.h"

struct repeat_options {
	unsigned threshold; /* as in alike() */
	bool exact;         /* look for exact repeats only */
	bool drop;          /* repeats will be dropped, not marked */
	struct keep *keep;  /* memory between runs, or NULL */
};

enum repeat_kind {
	REPEAT_OTHER,    /* a record to pass on */
	REPEAT_NEW,      /* a sentence of the text that was never seen */
	REPEAT_SENTENCE, /* a sentence that repeats another */
	REPEAT_MENTION   /* a mention in such a sentence */
};

struct repeat;

/* docs must be new; it numbers the documents of earlier runs, too. */
struct repeat *repeat_open(
    struct arena *perm, struct docs *docs, const struct repeat_options *opt);

/* Says that a log of so many bytes will be recalled. */
void repeat_expect(struct repeat *r, size_t bytes);

/* Takes an item of an earlier run: KEEP_DOC or KEEP_SENTENCE. */
void repeat_recall(struct repeat *r, const struct store_item *item);

/* Of a sentence with more words only the key is kept. */
#define REPEAT_WORDS_MAX 4096

/* Writes a KEEP_SENTENCE item, and reads one, for things that are no
 * sentences of documents (crowd.h). */
void repeat_keep(struct keep *keep, const struct finger *f);
struct finger repeat_finger(struct str body);

/* What a KEEP_SENTENCE item says: its number in its document, and how many
 * words were kept of it. */
struct repeat_kept {
	uint32_t sent;
	size_t words;
};

struct repeat_kept repeat_kept(struct str body);

/* What the next record of the stream is.  Scratch is lent. */
enum repeat_kind repeat_see(
    struct repeat *r, const struct rec *rec, struct arena scratch);

/* The number in docs of the document of the record seen last. */
uint32_t repeat_doc(const struct repeat *r);

/* The line of a sentence that is REPEAT_SENTENCE, with the key dup_of, in a;
 * the line itself when it has one already. */
struct str repeat_marked(
    const struct repeat *r, const struct rec *rec, struct arena *a);

#endif
