/*
 * meta.h - what an HTML page tells of itself.
 *
 * Title (og:title, <title>), source (og:site_name), url (canonical link),
 * published (article:published_time, JSON-LD datePublished, <time>) and lang
 * (<html lang>).  Names are in data/html/meta.tsv.
 */
#ifndef PK_META_H
#define PK_META_H

#include "tree.h"

/* Sets those of page->title, source, url, published and lang that are empty.
 * published is ISO 8601 ("2025-11-03", "2025-11-03T10:00:00Z"); a date in
 * another form is left out.  Strings are in page->a. */
void meta_read(const struct tree *tree, struct page *page);

#endif
