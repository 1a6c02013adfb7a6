/*
 * json.h - JSON text (RFC 8259), as much as base needs; programs use rec.h.
 *
 * Each skip function takes the place of a value in s in *at and moves *at
 * behind it.  It returns false, with *err set, where the text is not JSON;
 * nothing outside s is read.
 */
#ifndef PK_JSON_H
#define PK_JSON_H

#include "base.h"

size_t json_skip_space(struct str s, size_t at);

/* A string; s.p[*at] is its opening quote. */
bool json_skip_string(struct str s, size_t *at, struct err *err);

/* Any value, brackets at most 64 deep. */
bool json_skip_value(struct str s, size_t *at, struct err *err);

/* Decodes a raw JSON string (with quotes) that was skipped before.  Points
 * into raw when nothing is escaped, else into a.  A lone surrogate escape
 * reads as U+FFFD. */
struct str json_decode(struct str raw, struct arena *a);

/* Writes s as a JSON string with quotes; bytes that are not UTF-8 become
 * U+FFFD.  Escapes only what JSON demands. */
void json_quote(struct buf *b, struct str s);

/* Writes the shortest decimal form that reads back as val; false, and
 * nothing written, when val is not finite. */
bool json_num(struct buf *b, double val);

#endif
