/*
 * xml.c - the tags and texts of an XML file; see xml.h.
 */
#include "xml.h"

#define FAILS_MAX 16 /* searches in vain before "<" is taken for text */

static size_t
find(struct str s, size_t i, int c)
{
	const char *p = i < s.n ? memchr(s.p + i, c, s.n - i) : NULL;

	return p == NULL ? s.n : (size_t)(p - s.p);
}

static bool
names(int c)
{
	return ch_alpha(c) || ch_digit(c) || c == ':' || c == '_' || c == '-' ||
	    c == '.' || (unsigned char)c >= 0x80;
}

/* The ">" of the tag whose attributes begin at i, or s.n. */
static size_t
tag_end(struct xml *x, size_t i)
{
	struct str s = x->s;

	for (; i < s.n && s.p[i] != '>'; i++) {
		bool *none = &x->no_quote[s.p[i] == '\''];
		size_t end;

		if ((s.p[i] != '"' && s.p[i] != '\'') || *none)
			continue;
		end = find(s, i + 1, s.p[i]);
		*none = end == s.n;
		if (end < s.n)
			i = end;
	}
	return i;
}

static bool
read_tag(struct xml *x, size_t at, struct xml_part *part)
{
	struct str s = x->s;
	bool close = at + 1 < s.n && s.p[at + 1] == '/';
	size_t name = at + 1 + close, i = name, end;

	while (i < s.n && names(s.p[i]))
		i++;
	if (i == name || ch_digit(s.p[name]) || s.p[name] == '-' ||
	    s.p[name] == '.')
		return false;
	end = tag_end(x, i);
	if (end == s.n) {
		x->no_end = ++x->fails > FAILS_MAX;
		return false;
	}
	part->kind = close ? XML_CLOSE : XML_OPEN;
	part->empty = !close && s.p[end - 1] == '/';
	part->name = str_cut(s, name, i);
	part->attrs = str_cut(s, i, end);
	part->end = end + 1;
	return true;
}

/* A comment, CDATA, an instruction or a declaration. */
static bool
read_other(struct xml *x, size_t at, struct xml_part *part)
{
	struct str s = x->s, rest = str_cut(s, at, s.n);
	size_t end = s.n;

	part->kind = XML_OTHER;
	if (str_begins(rest, STR("<![CDATA["))) {
		part->kind = XML_CDATA;
		part->from = at + 9;
		part->to = str_find(s, STR("]]>"), part->from);
		part->end = part->to < s.n ? part->to + 3 : s.n;
		return true;
	}
	if (str_begins(rest, STR("<!--"))) {
		if (!x->no_comment)
			end = str_find(s, STR("-->"), at + 4);
		x->no_comment = end == s.n;
		part->end = end + 3;
	} else {
		end = find(s, at, '>');
		x->no_end = end == s.n;
		part->end = end + 1;
	}
	return end < s.n;
}

/* Reads what the "<" at s[at] begins; false when it is text. */
static bool
read_markup(struct xml *x, size_t at, struct xml_part *part)
{
	char c = at + 1 < x->s.n ? x->s.p[at + 1] : '\0';

	if (c == '!' || c == '?')
		return !x->no_end && read_other(x, at, part);
	return !x->no_end && read_tag(x, at, part);
}

bool
xml_next(struct xml *x, struct xml_part *part)
{
	size_t at = x->pos;

	*part = (struct xml_part){ .start = at, .end = x->s.n };
	if (at >= x->s.n)
		return false;
	if (x->s.p[at] != '<' || !read_markup(x, at, part)) {
		part->kind = XML_TEXT;
		part->end = find(x->s, at + 1, '<');
		part->from = at;
		part->to = part->end;
	}
	x->pos = part->end;
	return true;
}

struct str
xml_attr(struct str attrs, struct str name)
{
	size_t i = 0, from, end;

	while (i < attrs.n) {
		while (i < attrs.n && !names(attrs.p[i]))
			i++;
		from = i;
		while (i < attrs.n && names(attrs.p[i]))
			i++;
		bool found = str_eq(str_cut(attrs, from, i), name);

		while (
		    i < attrs.n && (ch_space(attrs.p[i]) || attrs.p[i] == '='))
			i++;
		if (i == attrs.n || (attrs.p[i] != '"' && attrs.p[i] != '\''))
			continue;
		end = find(attrs, i + 1, attrs.p[i]);
		if (found)
			return str_cut(attrs, i + 1, end);
		i = end + 1;
	}
	return STR("");
}
