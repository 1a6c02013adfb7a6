/*
 * walk.h - the blocks of a page on their way to roles, and what stands around
 * the one that is looked at.
 *
 *   Ferry crews walk out            head: title, byline, dates, buttons
 *   By Jane Doe
 *   Around 9,000 people ...         story
 *   list of 3 items / ... / end of list       a box in it
 *   12 / The Lisbor Gazette         a page's number, and what is on top of each
 *   Topics / Greece / Ferries       tail, or tags
 *
 * boiler.c decides; all here only look.  Cost: each looks at a few dozen
 * blocks at most, walk_find() at all of them once.
 */
#ifndef PK_WALK_H
#define PK_WALK_H

#include "block.h"
#include "form.h"
#include "sent.h"

/* The page's blocks as they came, and what is known on the way. */
struct walk {
	struct page *page;              /* takes the new blocks */
	struct page before;             /* the page as it came */
	const struct sent_rules *rules; /* of the sentences in paragraphs */
	const struct block *v;
	size_t n, i;        /* v[i] is looked at: "the block" below */
	enum phrase phrase; /* that v[i] begins with */
	size_t len;         /* bytes of it */
	struct str title;   /* found in the text; n == 0: not yet */
	size_t links; /* of a list of links ("Most read"): lines that came,
		       * its heading among them; 0: in none */
	bool told;    /* a paragraph came */
	bool marked;  /* the markup says what is a title */
	size_t top;   /* up to here the links above the title */
	size_t story; /* its last paragraph */
	bool closed;  /* behind that, a line of the page's own came */
	bool stamped; /* a stamp stood in the text, as on a page that grows */
	bool spaced;  /* empty lines stand between paragraphs */
	size_t head;  /* up to here the page's head */
	size_t
	    pictured; /* this one is a caption: an "Image caption" is above */
	size_t box;   /* up to here a box that is the page's own */
	size_t tail;  /* from here on all is the page's own */
	struct str running; /* on top of each page; n == 0: none */
	struct str by;      /* the first byline */
	enum role last;     /* of the unit before */
};

/* Finds top, story and running of a walk that has v, n and before. */
void walk_find(struct walk *w);

/* The text of block i without the white space around; n == 0 behind the
 * last. */
struct str walk_text(const struct walk *w, size_t i);

/* Whether block i is one of the page's own lines, as told by its own form. */
bool walk_ours(const struct walk *w, size_t i);

/* Whether behind the block come only: so little that it is the page's own;
 * short lines, as sources and links are; lines without a stop, as tags are;
 * the few lines of a mail's signature. */
bool walk_end(const struct walk *w);
bool walk_tail(const struct walk *w);
bool walk_tags(const struct walk *w);
bool walk_mail_end(const struct walk *w);

/* The last block of the box that the block opens; i when none closes it. */
size_t walk_box_end(const struct walk *w);

/* Whether s, the block's text, is: the number of a page or the line on top of
 * each; one of the links above the title; one of the short lines behind the
 * story's last paragraph and the page's own line that follows it. */
bool walk_page_line(const struct walk *w, struct str s);
bool walk_menu(const struct walk *w, struct str s);
bool walk_tag(const struct walk *w, struct str s);

#endif
