/*
 * docs.h - documents, and which of them are independent.
 *
 * Two documents are of one origin when they name the same source (or, where
 * they name none, have web addresses on the same host), or when most
 * sentences of one repeat sentences of the other.
 */
#ifndef PK_DOCS_H
#define PK_DOCS_H

#include "base/rec.h"

#define DOCS_NONE UINT32_MAX

struct docs;

struct docs *docs_open(struct arena *perm);

/* Begins the next document and returns its number, from 0.  name is its raw
 * JSON string; rec is its doc record, or NULL when there is none. */
uint32_t docs_begin(struct docs *docs, struct str name, const struct rec *rec);

/* Counts a sentence of the document that was begun last: one that repeats a
 * sentence of document of, or, with DOCS_NONE, none. */
void docs_sentence(struct docs *docs, uint32_t of);

/* The raw JSON name of document i, as given; never empty. */
struct str docs_name(const struct docs *docs, uint32_t i);

/* A place in document i as a raw JSON string in a: "doc#sent". */
struct str docs_cite(
    const struct docs *docs, uint32_t i, long sent, struct arena *a);

/* The number that stands for the origin of document i; it changes when later
 * documents join two origins. */
uint32_t docs_origin(struct docs *docs, uint32_t i);

/* Documents begun. */
size_t docs_count(const struct docs *docs);

#endif
