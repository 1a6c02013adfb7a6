/*
 * markup.h - the tags of a page, one after the other.
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
	bool dead;    /* <title>, <textarea> without an end: text follows */
	size_t attrs; /* behind the name; the attributes end before end - 1 */
};

/* A walk over the tags of text: set text, the rest zero. */
struct markup {
	struct str text;
	bool foreign; /* in <svg>, where "<style/>" is empty */
	size_t pos;
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

/* An attribute; value as written, without quotes, references not decoded. */
struct markup_attr {
	struct str name, value;
};

/* The attributes of a tag: the bytes from tag->attrs to tag->end - 1, *pos from
 * 0 on.  False at the end.  Cost: linear in all. */
bool markup_attr(struct str attrs, size_t *pos, struct markup_attr *attr);

/* The value of the first attribute of that name in either case, or empty. */
struct str markup_value(struct str attrs, struct str name);

#endif
