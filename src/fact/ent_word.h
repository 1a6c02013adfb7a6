/*
 * ent_word.h - what the tables of data/ent and the gazetteer say of a word.
 *
 * Internal to the entity finder.  Each token of a document has one struct
 * word, made once.
 */
#ifndef PK_ENT_WORD_H
#define PK_ENT_WORD_H

#include "ent.h"

enum title { TITLE_NONE, TITLE_HONOR, TITLE_RANK, TITLE_ROLE, TITLE_PART };
enum stop { STOP_NONE, STOP_DATE, STOP_FUNCTION, STOP_LABEL };
enum link {
	LINK_NONE,
	LINK_PARTICLE,
	LINK_OF,
	LINK_AND,
	LINK_SUFFIX,
	LINK_SHORT,
	LINK_PREFIX,
	LINK_BRIDGE
};
enum head { HEAD_NONE, HEAD_FIRST, HEAD_LAST, HEAD_BOTH, HEAD_NUMBER };

/* Bits: a word may give several hints. */
enum cue {
	CUE_NONE,
	CUE_SAY,
	CUE_ACT,
	CUE_STATE,
	CUE_IN,
	CUE_FROM,
	CUE_BY,
	CUE_MOVE,
	CUE_AFTER_PLACE,
	CUE_BEFORE_PLACE,
	CUE_AFTER_ORG,
	CUE_BEFORE_ORG,
	CUE_AFTER_PERSON,
	CUE_GOV,
	CUE_KIN,
	CUE_PLACES,
	CUE_TOWN,
	CUE_WATER,
	CUE_HE,
	CUE_IT,
	CUE_DET,
	CUE_LIKE,
};

struct word {
	uint8_t gaz;    /* gaz_word(); of words with a capital only */
	uint8_t title;  /* enum title */
	uint8_t stop;   /* enum stop */
	uint8_t link;   /* enum link */
	uint8_t head;   /* enum head: where the head word may stand */
	uint8_t class;  /* enum ent_class of the head word */
	uint8_t ending; /* enum ent_class that the ending hints at */
	uint32_t cues;  /* 1 << enum cue */
	bool norp;      /* ends as adjectives of places do: "-ian" */
	bool cap;       /* begins with a capital, or "iPhone" */
	bool first;     /* begins a sentence or a quotation */
	bool low;       /* the document has it in small letters */
};

/* The style of a sentence's capitals. */
enum style {
	STYLE_PLAIN,
	STYLE_TITLE, /* Most Words Have a Capital */
	STYLE_CAPS   /* MOST WORDS ARE IN CAPITALS */
};

/* The words of a sentence, in a; first, low and gaz are set too. */
struct word *word_look(
    const struct gaz *gaz, const struct tokens *t, struct arena *a);

enum style word_style(const struct tokens *t, const struct word *w);

/* How many tokens the title at token i of [i, end) has, or 0; its kind goes
 * to *kind.  "Lt. Gen." has four. */
size_t word_title(const struct tokens *t, const struct word *w, size_t i,
    size_t end, enum title *kind);

/* Whether the title ends right before token i. */
bool word_titled(
    const struct tokens *t, const struct word *w, size_t i, enum title *kind);

/* The k-th name, from 0, that low would be the adjective of ("kestrian":
 * "kestri", "kestria", ...), in buf of WORD_BASE_MAX bytes; n == 0 when there
 * are no more. */
#define WORD_BASE_MAX 40
struct str word_base(struct str low, size_t k, char *buf);

static inline bool
word_cue(const struct word *w, enum cue cue)
{
	return (w->cues >> cue & 1) != 0;
}

#endif
