/*
 * markup.c - the tags of a page and their attributes; see markup.h.
 */
#include "markup.h"

#include <string.h>

#include "html_tags.h"

#define FAILS_MAX 16 /* searches in vain before "<" is taken for text */
#define NAME_MAX 32  /* longer names of elements are nobody's */

static const struct html_tags *
row_of(struct str name)
{
	char low[NAME_MAX];

	if (name.n > sizeof(low))
		return NULL;
	for (size_t i = 0; i < name.n; i++)
		low[i] = (char)ch_tolower(name.p[i]);
	return tab_find(&html_tags_tab, (struct str){ low, name.n });
}

enum html_kind
markup_kind(struct str name)
{
	const struct html_tags *row = row_of(name);

	return row == NULL ? HTML_INLINE : (enum html_kind)row->kind;
}

/* The offset of c in s at or after i, or s.n. */
static size_t
find(struct str s, size_t i, int c)
{
	const char *p = i < s.n ? memchr(s.p + i, c, s.n - i) : NULL;

	return p == NULL ? s.n : (size_t)(p - s.p);
}

/* Behind the quote that closes the one at i; i + 1 when none does. */
static size_t
quoted(struct markup *m, size_t i)
{
	bool *none = &m->no_quote[m->text.p[i] == '\''];
	size_t end = m->text.n;

	if (!*none)
		end = find(m->text, i + 1, m->text.p[i]);
	if (end < m->text.n)
		return end + 1;
	*none = true;
	return i + 1;
}

/* The end of a tag whose attributes begin at i, or text.n when it has none.
 * A quote counts only behind "=". */
static size_t
tag_end(struct markup *m, size_t i)
{
	struct str s = m->text;
	bool value = false;

	for (; i < s.n && s.p[i] != '>'; i++) {
		char c = s.p[i];

		if (c == '=') {
			value = true;
			continue;
		}
		if (value && (c == '"' || c == '\'')) {
			i = quoted(m, i) - 1;
			value = false;
		} else if (!ch_space(c)) {
			value = false;
		}
	}
	return i;
}

/* A comment from i on: its end, or text.n. */
static size_t
comment_end(struct markup *m, size_t i)
{
	struct str s = m->text;
	size_t end = s.n;

	if (!str_begins(str_cut(s, i, s.n), STR("<!--")))
		return find(s, i, '>');
	if (str_begins(str_cut(s, i, s.n), STR("<!-->")))
		return i + 4;
	if (!m->no_comment)
		end = str_find(s, STR("-->"), i + 4);
	m->no_comment = end == s.n;
	return end < s.n ? end + 2 : s.n;
}

/* Reads what the "<" at i begins; false when it is text. */
static bool
read_tag(struct markup *m, size_t i, struct markup_tag *tag)
{
	struct str s = m->text;
	size_t name = i + 1, end;

	*tag = (struct markup_tag){ .start = i };
	if (name < s.n && s.p[name] == '/')
		tag->close = s.p[name++] == '/';
	if (name == s.n)
		return false;
	if (ch_alpha(s.p[name])) {
		for (end = name; end < s.n && !ch_space(s.p[end]) &&
		     s.p[end] != '/' && s.p[end] != '>';
		     end++)
			continue;
		tag->name = str_cut(s, name, end);
		tag->attrs = end;
		tag->end = tag_end(m, end);
	} else if (tag->close || s.p[name] == '!' || s.p[name] == '?') {
		tag->end = comment_end(m, i);
	} else {
		return false;
	}
	if (tag->end < s.n) {
		tag->end++;
		return true;
	}
	m->no_end = ++m->fails > FAILS_MAX || find(s, i, '>') == s.n;
	return false;
}

/* Passes over the content of a script and the like. */
static void
skip_raw(struct markup *m, struct markup_tag *tag)
{
	struct str s = m->text, name = tag->name;
	bool empty = s.p[tag->end - 2] == '/';
	size_t i = m->fails > FAILS_MAX ? s.n : find(s, m->pos, '<');

	if (empty && (m->foreign || tag->kind == HTML_NAME)) {
		tag->dead = true;
		return;
	}
	for (; i < s.n; i = find(s, i + 1, '<')) {
		if (s.n - i < name.n + 3 || s.p[i + 1] != '/' ||
		    !str_ieq(str_cut(s, i + 2, i + 2 + name.n), name))
			continue;
		char c = s.p[i + 2 + name.n];

		if (ch_space(c) || c == '/' || c == '>')
			break;
	}
	if (i < s.n || tag->kind == HTML_SCRIPT ||
	    str_ieq(name, STR("style"))) {
		m->pos = i;
		return;
	}
	m->fails++;
	tag->dead = true;
}

bool
markup_next(struct markup *m, struct markup_tag *tag)
{
	const struct html_tags *row;
	struct str s = m->text;
	size_t i = find(s, m->pos, '<');
	bool found = false;

	while (i < s.n && !found) {
		found = !m->no_end && read_tag(m, i, tag);
		if (!found)
			i = m->no_end ? s.n : find(s, i + 1, '<');
	}
	m->pos = i;
	if (!found)
		return false;
	m->pos = tag->end;
	row = row_of(tag->name);
	if (row != NULL) {
		tag->kind = (enum html_kind)row->kind;
		tag->nest = (enum html_nest)row->nest;
	}
	if (tag->nest == NEST_RAW && !tag->close)
		skip_raw(m, tag);
	return true;
}

/* Behind the white space and slashes at i. */
static size_t
skip_space(struct str s, size_t i)
{
	while (i < s.n && (ch_space(s.p[i]) || s.p[i] == '/'))
		i++;
	return i;
}

/* The value behind "=" at i; sets *end behind it. */
static struct str
value_at(struct str s, size_t i, size_t *end)
{
	while (i < s.n && ch_space(s.p[i]))
		i++;
	*end = s.n;
	if (i < s.n && (s.p[i] == '"' || s.p[i] == '\'')) {
		size_t to = find(s, i + 1, s.p[i]);

		if (to < s.n) {
			*end = to + 1;
			return str_cut(s, i + 1, to);
		}
		i++;
	}
	for (*end = i; *end < s.n && !ch_space(s.p[*end]); ++*end)
		continue;
	return str_cut(s, i, *end);
}

bool
markup_attr(struct str attrs, size_t *pos, struct markup_attr *attr)
{
	size_t i = skip_space(attrs, *pos), from = i;

	if (i == attrs.n)
		return false;
	i++; /* a name may begin with "=" */
	while (i < attrs.n && !ch_space(attrs.p[i]) && attrs.p[i] != '/' &&
	    attrs.p[i] != '=')
		i++;
	*attr = (struct markup_attr){ str_cut(attrs, from, i), STR("") };
	*pos = i;
	i = skip_space(attrs, i);
	if (i < attrs.n && attrs.p[i] == '=')
		attr->value = value_at(attrs, i + 1, pos);
	return true;
}

struct str
markup_value(struct str attrs, struct str name)
{
	struct markup_attr attr;
	size_t pos = 0;

	while (markup_attr(attrs, &pos, &attr)) {
		if (str_ieq(attr.name, name))
			return attr.value;
	}
	return STR("");
}
