/*
 * rss.h - the items of a feed: RSS 2.0, RSS 1.0 (RDF) and Atom.
 *
 *   <item><title>Dam breaks</title><link>https://example.com/1</link>
 *   <description>&lt;p&gt;The dam broke at noon.&lt;/p&gt;</description></item>
 *
 * Elements are told by their names (data/feed/names.tsv), so that a feed need
 * not be well-formed.  Of an item's texts the fullest is taken: the teaser
 * (description) only where there is no content.
 */
#ifndef PK_RSS_H
#define PK_RSS_H

#include "normal.h"

struct rss;

/* Whether bytes that begin with "<" are a feed: its first element is <rss>,
 * <feed> or <rdf:RDF>.  Looks at the first 4 KiB. */
bool rss_is(struct str bytes);

/* A walk over the items of a feed; all is in perm, which holds the text once
 * more if it is not UTF-8.  *guess is as in charset_decode(). */
struct rss *rss_open(struct str bytes, struct arena *perm, struct err *guess);

#define RSS_PARTS 2 /* title and text */

/*
 * The next item: what it tells of itself, without its doc, goes to *meta, and
 * its texts to parts, *n of them, perhaps 0.  All of that is in a.  False at
 * the end.  Cost: linear for all calls together.
 */
bool rss_next(struct rss *rss, struct normal_meta *meta,
    struct normal_part parts[RSS_PARTS], size_t *n, struct arena *a);

#endif
