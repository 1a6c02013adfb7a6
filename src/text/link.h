/*
 * link.h - addresses of documents.
 *
 *   "/news/1" seen from "https://ex.org/a/b"    "https://ex.org/news/1"
 *   "../1?q"                                    "https://ex.org/1?q"
 *   "//cdn.ex.org/1"                            "https://cdn.ex.org/1"
 */
#ifndef PK_LINK_H
#define PK_LINK_H

#include "base/base.h"

/* Whether s has the form of a URI: "https://...", "tag:...". */
bool link_is_uri(struct str s);

/* What s means where it stands in a document whose address is base (RFC 3986,
 * 5.2): s itself, or in a, if it is a URI; empty when it cannot be told. */
struct str link_resolve(struct str base, struct str s, struct arena *a);

#endif
