/*
 * rules.h - files in which users give a program rules of their own, one a line:
 * patterns, words, units.
 *
 * Empty lines and those that begin with "#" are no rules; a byte order mark, as
 * spreadsheets write it, is skipped.  What the fields of a line are, the module
 * that takes it says (text/pattern.h, fact/num_rules.h).
 */
#ifndef PK_RULES_H
#define PK_RULES_H

#include "base.h"

/* Who takes the lines. */
struct rules {
	/* Takes line number of the file (from 1); false when it is wrong, with
	 * *err set: err->at is the byte in the line. */
	bool (*add)(void *to, struct str line, size_t number, struct err *err);
	void *to;
};

/*
 * Reads the bytes of a file, which must stay as long as what takes the lines
 * keeps views of them.  False at the first line that is wrong: then *line is
 * its number; else err->why is NULL.
 */
bool rules_read(
    struct rules rules, struct str bytes, size_t *line, struct err *err);

/* As rules_read() for a file, which stays mapped; ends the program with a
 * message when it cannot be read or a line is wrong. */
void rules_load(struct rules rules, const char *file);

/* Warns of a rule that took too long and was dropped; line 0 is none. */
void rules_dropped(const char *file, size_t line);

#endif
