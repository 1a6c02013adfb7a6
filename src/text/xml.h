/*
 * xml.h - the tags and texts of an XML file, one after the other.
 *
 * Feeds are often not well-formed, so this finds what a reader would take the
 * parts for, and never fails.  It knows no document type: entities that one
 * defines are not expanded, and so cannot grow.
 */
#ifndef PK_XML_H
#define PK_XML_H

#include "base/base.h"

enum xml_kind {
	XML_TEXT,  /* with references */
	XML_CDATA, /* without: all is text */
	XML_OPEN,
	XML_CLOSE,
	XML_OTHER /* comments, instructions, declarations */
};

struct xml_part {
	enum xml_kind kind;
	size_t start, end; /* bytes in the file, of the whole part */
	size_t from, to;   /* of the text in XML_TEXT and XML_CDATA */
	struct str name;   /* of a tag, with its prefix: "dc:date" */
	struct str attrs;  /* of a tag, all of them */
	bool empty;        /* XML_OPEN: "<link/>", no XML_CLOSE follows */
};

/* A walk over a file: set s, and pos to where to begin; the rest zero. */
struct xml {
	struct str s; /* UTF-8, or any bytes */
	size_t pos;
	bool no_end, no_comment, no_quote[2]; /* none of these comes any more */
	int fails;                            /* searches in vain */
};

/* The next part.  False at the end.  What begins like a tag, a comment or an
 * instruction and has no end is text.  Cost: linear. */
bool xml_next(struct xml *x, struct xml_part *part);

/* The value of an attribute by its name, references as they are; empty when
 * there is none. */
struct str xml_attr(struct str attrs, struct str name);

#endif
