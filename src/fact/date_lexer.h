/*
 * date_lexer.h - how date_lex.c and date_digit.c make items; of no interest
 * to others.
 */
#ifndef PK_DATE_LEXER_H
#define PK_DATE_LEXER_H

#include "date_lex.h"

/* What lexing one item needs to know. */
struct lexer {
	const struct tokens *t;
	struct date_story *story; /* or NULL */
	struct item it;           /* the item that is made */
	size_t slashed;           /* the token behind the last "11/20", or 0 */
};

/* Token i, or NULL behind the last. */
const struct token *lexer_at(const struct lexer *lx, size_t i);

/* Whether token i has this text and, if asked, no space before it. */
bool lexer_is(const struct lexer *lx, size_t i, const char *text, bool glued);

/* Whether token i is a dash of any length. */
bool lexer_dash(const struct token *tok);

/* Whether token i is a word of that class; value, which may be NULL, is then
 * its value. */
bool lexer_name(
    const struct lexer *lx, size_t i, enum lex class, double *value);

/* Reads a whole number of up to six digits; false for anything else. */
bool lexer_whole(struct str s, int *val);

/* As lexer_whole(), for a number token i that is glued to the one before. */
bool lexer_glued(const struct lexer *lx, size_t i, int *val);

/* "2day", "2nite": makes the item a day when the number token i and the word
 * that is glued to it are one in data/date/names.tsv. */
bool lexer_glyphs(struct lexer *lx, size_t i);

/* Makes the item one of that class, up to token to. */
void lexer_become(struct lexer *lx, size_t to, enum lex class, double value);

/* Adds the words behind a number that belong to it: "twenty-four", "two
 * hundred", "1.5 million". */
void lexer_compose(struct lexer *lx, double first);

/* "3 a.m.", "3:30pm", "3 o'clock": makes the item a clock when "a.m.", "p.m."
 * or "o'clock" stands at token next. */
bool lexer_clock(struct lexer *lx, int hour, int minute, size_t next);

/* The item that starts with the number token i. */
void lexer_number(struct lexer *lx, size_t i);

#endif
