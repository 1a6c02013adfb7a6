/*
 * num_scan.h - what the parts of num share: marks on tokens, numerals.
 *
 * num_mark.c   what each token can be in a numeral, or say about one
 * num_skip.c   figures and words that count nothing: "T-72", "Flight 281";
 *              its parts are those of num_skip.h
 * num_read.c   a numeral: "twenty-one", "half a million"; its parts are those
 *              of num_sum.h
 * num_near.c   phrases around it: "about", "or more", "no one"
 * num_part.c   a numeral with sign, unit and money; its parts are those of
 *              num_part.h
 * num_range.c  ranges, margins, two bounds
 * num_sense.c  ages, ratios, scores, magnitudes; its parts are those of
 *              num_sense.h
 * num_counts.c "one" and "first" as numbers
 * num_what.c   the thing counted: behind it (num_noun.c), before it
 *              (num_subject.c)
 * num.c        the loop, and conversions
 */
#ifndef PK_NUM_SCAN_H
#define PK_NUM_SCAN_H

#include "num.h"
#include "num_rules.h"
#include "unit.h"

/* What a token is in a numeral.  The names are those of data/num/words.tsv,
 * in lower case, but for the first two. */
enum num_kind {
	KIND_NONE,
	KIND_FIGURES, /* "5,000" */
	KIND_DIGIT,   /* "one" to "nine", "zero" */
	KIND_TEEN,    /* "ten" to "nineteen" */
	KIND_TENS,    /* "twenty" */
	KIND_HUNDRED,
	KIND_SCALE,  /* "thousand", "million", "lakh" */
	KIND_SHORT,  /* "bn", "k" */
	KIND_LETTER, /* "m", "b", "t": scales, or units */
	KIND_DOZEN,
	KIND_ORDINAL,       /* "third" */
	KIND_ORDINAL_SCALE, /* "hundredth" */
	KIND_SUFFIX,        /* "st", "nd" behind figures */
	KIND_HALF,
	KIND_QUARTER,
	KIND_PARTS,   /* "thirds", "quarters": value is what divides */
	KIND_GLYPH,   /* "½" */
	KIND_VAGUE,   /* "dozens", "thousands": value is of one */
	KIND_SEVERAL, /* "several", "few": value is the least */
	KIND_TIMES,   /* "twice" */
	KIND_COUPLE,  /* "couple" */
	KIND_MINUS,
	KIND_PLUS,
	KIND_ARTICLE,
	KIND_AND,
	KIND_OF,
	KIND_POINT,
	KIND_TO,
	KIND_OR,
	KIND_BETWEEN,
	KIND_FROM,
	KIND_IN,
	KIND_OUT,
	KIND_OVER,
	KIND_BY /* "10 x 12 ft" */
};

/* What a word tells about a number beside it; bits 1 << CUE_X. */
enum num_cue {
	CUE_NONE,
	CUE_STOP, /* ends a noun phrase */
	CUE_DET,  /* "the", "his", "'s" */
	CUE_PREP,
	CUE_PRONOUN,
	CUE_VERB,       /* ends a noun phrase, too */
	CUE_CHANGE,     /* "rose", "cut": a change of a figure */
	CUE_LEVEL,      /* "stood at", "totalled" */
	CUE_CONTEST,    /* "beat", "voted": "3-2" is a score */
	CUE_MONEY_TALK, /* "cost": "five pounds" are money */
	CUE_HEAT_TALK,  /* "temperature": "30 degrees" are warmth */
	CUE_EXTENT,     /* behind a length: "1.8m tall" */
	CUE_PERSON,     /* "adults over 65", "she was 65" */
	CUE_PLURAL,     /* a plural without -s */
	CUE_LABEL,      /* before a number that is a name: "section 230" */
	CUE_AGED,       /* "aged 61" */
	CUE_AGE,        /* "at the age of 61" */
	CUE_OLD,        /* "61 years old" */
	CUE_MAGNITUDE,
	CUE_FILLER,    /* "a total of" */
	CUE_CALENDAR,  /* months, weekdays */
	CUE_TURN,      /* behind "a day" it is a date: "a day later" */
	CUE_SIDE,      /* "the eastern half" is no fraction */
	CUE_FORMATION, /* "the 155th mechanised brigade" is a name */
	CUE_COVER,     /* "under six feet of water" says where */
	CUE_SINGLE,    /* a verb of one: "a third was found" is a person */
	CUE_RELATIVE,  /* "which" */
	CUE_BUT,       /* "more than 20 but fewer than 30" */
	CUE_BEING,     /* "she is 65" */
	CUE_ODDS,      /* "odds of 3-1" */
	CUE_STREET,    /* "10 Downing Street" */
	CUE_EVERY      /* "one in every five" */
};

#define CUE(name) (1u << CUE_##name)

enum {
	FORM_WHOLE = 1 << 0, /* figures without decimals */
	FORM_PLAIN = 1 << 1, /* and without separators */
	FORM_SKIP = 1 << 2,  /* counts nothing */
	FORM_BAR = 1 << 3,   /* in a date: nothing reaches across it */
	FORM_TIME = 1 << 4,  /* in a duration: no noun that is counted */
	FORM_INCH = 1 << 5   /* a quotation mark that closes nothing */
};

struct mark {
	double value; /* NAN for figures that are no number */
	uint32_t cues;
	uint8_t kind; /* enum num_kind */
	uint8_t form; /* FORM_ bits */
	char ch;      /* a punctuation mark in ASCII; '-' for any hyphen,
		       * minus or en dash; 0 for the rest */
};

/* A sentence being searched. */
struct scan {
	const struct tokens *t;
	struct mark *m; /* t->n, and one empty mark behind them */
	uint32_t cues;  /* of all of its words */
	size_t done;    /* tokens before this belong to a mention */
	size_t last;    /* the first token of the last mention */
	bool money;     /* a currency stands before: "$10-15m" */
	bool titled;    /* all of its longer words have capitals */
	const struct num_rules *rules; /* the user's, or NULL */
	struct arena *a;
};

enum numeral_kind {
	NUMERAL_COUNT,
	NUMERAL_ORDINAL,
	NUMERAL_PART, /* a fraction */
	NUMERAL_VAGUE,
	NUMERAL_TIMES
};

/* A number by itself: tokens [from, to).  value is NAN for a vague one, which
 * has low and high instead (NAN for others). */
struct numeral {
	size_t from, to;
	double value, low, high;
	double scale; /* the last scale in it ("million"), or 1 */
	enum numeral_kind kind;
	bool figures; /* begins in digits */
	bool about;   /* "a couple" */
};

/* A numeral with what is written to it: tokens [from, to). */
struct part {
	struct numeral x;
	size_t from, to;
	double value, low, high; /* as in struct num */
	struct unit unit;        /* symbol.n == 0 for none */
	struct str quantity;     /* n == 0: by unit and numeral */
	size_t what;             /* where the thing counted may begin */
	bool ranged;             /* low and high are all there is */
	bool bounded;            /* low and high are said: "5 ± 2" */
	bool margin;             /* "±" stands before it */
	bool signed_;            /* a sign or currency stands before it */
	enum num_approx approx;  /* said inside: "thirty-odd litres" */
};

/* Marks the tokens; cost: one look-up a token. */
void num_mark(struct scan *s, const struct dates *dates);

/* Sets FORM_SKIP where a number counts nothing. */
void num_skip(struct scan *s);

/* Whether the words at token i are a phrase of data/num/idioms.tsv, which
 * may have begun one token before. */
bool num_idiom(const struct scan *s, size_t i);

/* Reads the numeral that begins at token i.  False when there is none. */
bool num_read(const struct scan *s, size_t i, struct numeral *x);

/* Reads the numeral at token i with its sign, currency, unit and rate. */
bool num_part(const struct scan *s, size_t i, struct part *p);

/* Whether figures at token i may be an amount of u, whose sign stands before
 * them: see unit.large. */
bool num_is_amount(const struct scan *s, size_t i, const struct unit *u);

/* Reads the second half of a range behind p ("5-7", "between 10 and 12 km")
 * and makes p the range.  When a second number is there that is no such half,
 * p may take its unit ("5 or 6 kg"). */
void num_range(const struct scan *s, struct part *p);

/* Whether "one", "first", "second" at the numeral are numbers. */
bool num_counts(const struct scan *s, const struct numeral *x);

#define NUM_AGE_MAX 120

/* Makes p an age in years, unless it has a unit of time. */
void num_make_age(struct part *p);

/* Reads what makes p more than a count: an age, a ratio, a score, a
 * magnitude; its quantity, unit and tokens change.  num_sense() is for a part
 * alone, num_score() is tried before it is half of a range. */
void num_sense(const struct scan *s, struct part *p);
bool num_score(const struct scan *s, struct part *p);

/* The approximator that ends before token i, or starts at token i: how many
 * tokens, and its kind; 0 and *kind untouched when there is none. */
size_t num_before(const struct scan *s, size_t i, enum num_approx *kind);
size_t num_after(const struct scan *s, size_t i, enum num_approx *kind);

/* The quantity of p, for records. */
struct str num_quantity(const struct part *p);

/* What p counts; n == 0 when that is not said.  first is the first token of p
 * with what makes it inexact. */
struct str num_what(const struct scan *s, const struct part *p, size_t first);

/* What the head of a noun phrase is by the number before it. */
enum num_head {
	HEAD_ONE,      /* "the first win" */
	HEAD_PART,     /* "a third of the crop" */
	HEAD_PLURAL,   /* as behind a number above 1 */
	HEAD_MODIFIED, /* that of "a $5bn arms deal" */
};

/* A noun phrase at token i; n == 0 when there is none. */
struct str num_phrase(const struct scan *s, size_t i, enum num_head kind);

/* What is counted by a number in tokens [from, to) when nothing stands behind
 * it: "a population of 60,000", "the toll rose to 45". */
struct str num_subject(const struct scan *s, size_t from);

/* Whether token i looks like a plural noun. */
bool num_is_plural(const struct scan *s, size_t i);

/* Whether token i may be inside a noun phrase. */
bool num_is_inside(const struct scan *s, size_t i);

/* Whether the word at token i ends like a participle: "recorded", with ing
 * also "showing". */
bool num_is_participle(const struct scan *s, size_t i, bool ing);

/* Behind the adverb of two times the same word that begins at token i: "year
 * on year", "point-to-point"; or i. */
size_t num_adverb(const struct scan *s, size_t i);

/* As unit_find(), the user's units first. */
static inline size_t
num_unit(const struct scan *s, size_t i, unsigned around, struct unit *u)
{
	size_t n = s->rules != NULL ? num_rules_unit(s->rules, s->t, i, u) : 0;

	return n > 0 ? n : unit_find(s->t, i, around, u);
}

/* Below: conveniences on marks; i may be behind the last token. */
static inline bool
num_is(const struct scan *s, size_t i, enum num_kind kind)
{
	return i < s->t->n && s->m[i].kind == (uint8_t)kind &&
	    !(s->m[i].form & FORM_BAR);
}

static inline bool
num_ch(const struct scan *s, size_t i, char ch)
{
	return i < s->t->n && s->m[i].ch == ch;
}

static inline bool
num_has(const struct scan *s, size_t i, uint32_t cues)
{
	return i < s->t->n && (s->m[i].cues & cues) != 0;
}

static inline bool
num_glued(const struct scan *s, size_t i)
{
	return i < s->t->n && s->t->v[i].glued;
}

/* Whether a quotation mark at token i may be the sign of inches. */
static inline bool
num_inches(const struct scan *s, size_t i)
{
	return i < s->t->n && (s->m[i].form & FORM_INCH);
}

/* Behind a hyphen that glues token i - 1 to a word, or i. */
static inline size_t
num_hyphen(const struct scan *s, size_t i)
{
	return num_ch(s, i, '-') && num_glued(s, i) && num_glued(s, i + 1)
	    ? i + 1
	    : i;
}

/* As num_hyphen(), also behind a hyphen between spaces, as text that was cut
 * into tokens has it ("two - thirds"), and a dash between two words. */
static inline size_t
num_dash(const struct scan *s, size_t i)
{
	struct str text;

	if (i >= s->t->n)
		return i;
	text = s->t->v[i].text;
	if (i + 1 >= s->t->n || num_glued(s, i) != num_glued(s, i + 1))
		return i;
	if (num_glued(s, i))
		return num_ch(s, i, '-') || str_is(text, "—") ? i + 1 : i;
	return text.n == 1 && text.p[0] == '-' ? i + 1 : i;
}

#endif
