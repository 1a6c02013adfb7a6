/*
 * markup.h - the tags of a page, one after the other, and a bound on them.
 *
 * A parser of HTML that follows the standard takes quadratic time, and more
 * memory than there is, for pages that nest or misnest a hundred thousand
 * elements.  markup_bound() makes any page harmless before it is parsed.
 *
 * Elements are in data/html/tags.tsv.
 */
#ifndef PK_MARKUP_H
#define PK_MARKUP_H

#include "base/base.h"

/* What an element makes of its text. */
enum html_kind {
	HTML_INLINE, /* part of the text around it */
	HTML_FORMAT, /* the same, and of no use to us: b, i, font */
	HTML_LINK,   /* a */
	HTML_TIME,
	HTML_BREAK, /* br: a line end */
	HTML_RULE,  /* hr: the end of a block */
	HTML_BLOCK, /* div, section: all from here on are blocks */
	HTML_ROOT,  /* html */
	HTML_ARTICLE,
	HTML_MAIN,
	HTML_HEADER,
	HTML_FORM,
	HTML_FURNITURE, /* nav, footer, aside, menu */
	HTML_PARA,
	HTML_QUOTE,
	HTML_PRE,     /* white space is kept */
	HTML_TITLE,   /* h1 */
	HTML_HEADING, /* h2 to h6 */
	HTML_LIST,
	HTML_ITEM,
	HTML_TABLE,
	HTML_ROW,
	HTML_CELL,
	HTML_FIGURE,
	HTML_CAPTION,
	HTML_CONTROL, /* button, label: not written to be read */
	HTML_DROP,    /* style, svg: no text at all, all from here on */
	HTML_SCRIPT,
	HTML_NAME, /* title: the name of the page */
	HTML_META,
	HTML_REL /* link */
};

/* How an element nests. */
enum html_nest { NEST_COUNTED, NEST_VOID, NEST_IMPLIED, NEST_RAW };

/* The kind of an element by its name in either case. */
enum html_kind markup_kind(struct str name);

/* A tag, a comment or a declaration, as found by markup_next(). */
struct markup_tag {
	size_t start, end; /* bytes in the text, with < and > */
	struct str name;   /* as written; empty for a comment */
	enum html_kind kind;
	enum html_nest nest;
	bool close;   /* "</div>" */
	bool dead;    /* <title> or <textarea> without an end: text follows */
	size_t spare; /* from here on more attributes than a page has; or 0 */
};

/* A walk over the tags of text: set text, the rest zero. */
struct markup {
	struct str text;
	bool cooked; /* there are no scripts in text: part of a page */
	size_t pos;
	size_t quote;     /* of the last quote that is never closed, + 1 */
	bool no_quote[2]; /* no " (no ') comes any more */
	bool no_end;      /* no > comes any more */
	bool no_comment;  /* no --> comes any more */
	int fails;        /* searches to the end of text, in vain */
};

/*
 * The next start or end tag, comment or declaration; what is in a script is
 * passed over.  False at the end.  As in browsers a "<" is text unless a
 * letter, "/", "!" or "?" follows; but unlike there it is text, too, when it
 * is never closed: what stands behind is not lost.  Cost: linear.
 */
bool markup_next(struct markup *m, struct markup_tag *tag);

/*
 * A copy of the page, byte for byte in the same place, for an HTML parser:
 * elements nested deeper than MARKUP_DEPTH lose their tags to spaces, so do
 * all HTML_FORMAT elements and comments; "<" that is text is made a letter;
 * unclosed quotes, attributes beyond MARKUP_ATTRS and what is in <noscript> and
 * the like are blanked.  *tags is set to about the number of tags and
 * attributes left.
 */
struct str markup_bound(struct str text, struct arena *a, size_t *tags);

#define MARKUP_DEPTH 256
#define MARKUP_ATTRS 128

#endif
