/*
 * html.h - an HTML page to blocks of text.
 *
 * What the page is made of is told by its markup: the story from the
 * furniture around it (pick.h), headings, captions; and what it says of
 * itself (meta.h).
 */
#ifndef PK_HTML_H
#define PK_HTML_H

#include "block.h"

/*
 * Before, page->text is HTML in UTF-8 and page->map leads from it to the
 * source.  Afterwards page->text is the text of the page, references decoded,
 * page->map leads from that to the source, and page->v holds its blocks in
 * the order of the source: ROLE_TITLE, ROLE_HEADING, ROLE_CAPTION,
 * ROLE_BOILERPLATE, or ROLE_NONE for text of the story.  Those of title,
 * source, url, published and lang that are empty are set if the page tells.
 *
 * Any bytes are safe, and all text but that of scripts and styles is in some
 * block.  Memory: some five times the page, page->a's; at worst, a page of
 * nothing but one-letter paragraphs or stray bytes, some sixty times.  Cost:
 * linear.
 */
void html_page(struct page *page);

#endif
