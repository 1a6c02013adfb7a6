/*
 * claim.h - who said what.
 *
 *   “We will stay,” said Mr Smith.            direct
 *   The ministry said its forces had gone.    indirect
 *   She called the offer “a bad joke”.        mixed
 *
 * Works on a whole document: a quotation may run over sentences and
 * paragraphs, and "he" is somebody who was named before.  There is no parser:
 * quotation marks (claim_quote.h), the verbs of data/claim/verbs.tsv and
 * what stands around them (claim_cue.h), then the speaker's name
 * (claim_who.h).
 */
#ifndef PK_CLAIM_H
#define PK_CLAIM_H

#include "ent.h"
#include "text/block.h"

enum claim_kind { CLAIM_DIRECT, CLAIM_INDIRECT, CLAIM_MIXED };

/* What the speaker, or the text, says of its truth. */
enum claim_stance {
	CLAIM_PLAIN,
	CLAIM_DENIED,
	CLAIM_REJECTED,
	CLAIM_UNVERIFIED
};

/* Strings are in the document's arena or its names; n == 0 when not known. */
struct claim {
	size_t start, end;  /* of what is said: bytes in its sentence */
	struct str speaker; /* canonical name, else the words for it */
	struct str cue;     /* "said", "according to" */
	struct str via;     /* the medium that reported it */
	enum claim_kind kind;
	enum claim_stance stance;
	size_t to; /* the last of several sentences that it runs over, an
		    * index in the document, or CLAIM_ENDS; of the first
		    * sentence only */
};

#define CLAIM_ENDS ((size_t)-1)

/* A name in a sentence, as an entity record has it. */
struct claim_name {
	size_t start, end; /* bytes, start < end */
	enum ent_class class;
	struct str name; /* canonical */
	bool medium;     /* a newspaper, a broadcaster, an agency */
};

/* A sentence of the document; the finder sets v and n. */
struct claim_sent {
	struct tokens t;
	const struct claim_name *names; /* in order, none overlapping */
	size_t nnames;
	size_t para;
	enum role role;
	struct claim *v;
	size_t n;
};

/* Finds the claims of all sentences of one document, by place.  The results
 * are in a; scratch is lent.  Cost: linear in the document. */
void claim_find(
    struct claim_sent *sents, size_t n, struct arena *a, struct arena scratch);

/* "direct"; "denied", NULL for CLAIM_PLAIN. */
const char *claim_kind_name(enum claim_kind kind);
const char *claim_stance_name(enum claim_stance stance);

#endif
