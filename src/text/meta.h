/*
 * meta.h - what an HTML page tells of itself.
 *
 * Title (og:title, headline, <title>), source (og:site_name, publisher, or
 * the host of url), url
 * (canonical link), published (article:published_time, datePublished, <time>,
 * or a date in the address) and lang (<html lang>): in <meta>, <link>, JSON-LD
 * and microdata.  Names are in data/html/meta.tsv.
 */
#ifndef PK_META_H
#define PK_META_H

#include "tree.h"

/* Sets those of page->title, source, url, published and lang that are empty.
 * published is ISO 8601 ("2025-11-03", "2025-11-03T10:00:00Z"); see when.h
 * for what it is read from.  Strings are in page->a. */
void meta_read(const struct tree *tree, struct page *page);

/* The heading, if title is that and a name behind or before it: "Dam breaks |
 * The Post", "Dam breaks"; else title. */
struct str meta_title(struct str title, struct str heading);

#endif
