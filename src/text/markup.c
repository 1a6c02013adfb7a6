/*
 * markup.c - the tags of a page and a bound on them; see markup.h.
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
	m->quote = i + 1;
	return i + 1;
}

/* The end of a tag whose attributes begin at i, or text.n when it has none.
 * A quote counts only behind "=". */
static size_t
tag_end(struct markup *m, size_t i, size_t *spare)
{
	struct str s = m->text;
	bool value = false;
	int parts = 0;

	for (m->quote = 0; i < s.n && s.p[i] != '>'; i++) {
		char c = s.p[i];

		if (c == '=') {
			value = true;
			continue;
		}
		if (value && (c == '"' || c == '\'')) {
			i = quoted(m, i) - 1;
			c = '/';
		}
		if (!ch_space(c))
			value = false;
		if ((ch_space(c) || c == '/') && ++parts == MARKUP_ATTRS)
			*spare = i + 1;
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
		tag->end = tag_end(m, end, &tag->spare);
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
	size_t i = m->fails > FAILS_MAX ? s.n : find(s, m->pos, '<');

	for (; i < s.n; i = find(s, i + 1, '<')) {
		if (s.n - i < name.n + 3 || s.p[i + 1] != '/' ||
		    !str_ieq(str_cut(s, i + 2, i + 2 + name.n), name))
			continue;
		char c = s.p[i + 2 + name.n];

		if (ch_space(c) || c == '/' || c == '>')
			break;
	}
	if (i < s.n || tag->kind >= HTML_SCRIPT ||
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
	if (tag->nest == NEST_RAW && !tag->close && !m->cooked)
		skip_raw(m, tag);
	return true;
}

/* An element that is open. */
struct open {
	uint32_t id;
	enum html_kind kind;
};

struct bound {
	struct markup m;
	char *copy;
	size_t tags;
	struct open v[MARKUP_DEPTH];
	size_t n;
	size_t excess; /* elements open beyond those, their tags blanked */
};

static uint32_t
id_of(const struct markup_tag *tag)
{
	uint32_t h = 7;

	if (tag->kind == HTML_TITLE || tag->kind == HTML_HEADING)
		return 1; /* </h2> closes <h3> */
	for (size_t i = 0; i < tag->name.n; i++)
		h = h * 31 + (uint32_t)ch_tolower(tag->name.p[i]);
	return h;
}

/* Closes elements as the standard does, or fewer. */
static void
close_tag(struct bound *b, const struct markup_tag *tag)
{
	uint32_t id = id_of(tag);

	for (size_t i = b->n; i-- > 0;) {
		enum html_kind kind = b->v[i].kind;

		if (b->v[i].id == id) {
			b->n = i;
			return;
		}
		if (kind == HTML_TABLE || kind == HTML_DROP ||
		    (kind > HTML_RULE && tag->kind < HTML_RULE))
			return;
	}
}

/* Whether the tag nests too deep; keeps the list of open elements. */
static bool
too_deep(struct bound *b, const struct markup_tag *tag)
{
	if (tag->close && b->excess > 0) {
		b->excess--;
		return true;
	}
	if (tag->close) {
		close_tag(b, tag);
		return false;
	}
	if (b->n == MARKUP_DEPTH) {
		b->excess++;
		return true;
	}
	b->v[b->n++] = (struct open){ id_of(tag), tag->kind };
	return false;
}

static void
blank(struct bound *b, size_t from, size_t to)
{
	memset(b->copy + from, ' ', to - from);
}

/* Makes a letter of each "<" in the text between two tags. */
static void
blank_text(struct bound *b, size_t from, size_t to)
{
	struct str s = str_cut(b->m.text, 0, to);

	for (size_t i = find(s, from, '<'); i < to; i = find(s, i + 1, '<'))
		b->copy[i] = 'x';
}

static void
bound_tag(struct bound *b, const struct markup_tag *tag)
{
	struct str all = str_cut(b->m.text, tag->start, tag->end);

	if (tag->name.n == 0 && str_ieq(str_cut(all, 0, 3), STR("<!d")))
		return;
	if (tag->dead || tag->name.n == 0 || tag->kind == HTML_FORMAT ||
	    (tag->nest == NEST_COUNTED && too_deep(b, tag))) {
		blank(b, tag->start, tag->end);
		return;
	}
	b->tags++;
	if (tag->kind == HTML_DROP && tag->nest == NEST_RAW && !tag->close)
		blank(b, tag->end, b->m.pos);
	if (b->m.quote > 0)
		b->copy[b->m.quote - 1] = ' ';
	if (tag->spare > 0)
		blank(b, tag->spare, tag->end - 1);
	for (size_t i = find(all, 0, '='); i < all.n; i = find(all, i + 1, '='))
		b->tags++;
}

struct str
markup_bound(struct str text, struct arena *a, size_t *tags)
{
	struct bound b = { .m.text = text };
	struct markup_tag tag;
	size_t pos = 0;

	b.copy = arena_alloc(a, text.n + 1, 1);
	memcpy(b.copy, text.p, text.n);
	while (markup_next(&b.m, &tag)) {
		blank_text(&b, pos, tag.start);
		bound_tag(&b, &tag);
		pos = b.m.pos;
	}
	blank_text(&b, pos, text.n);
	*tags = b.tags;
	return (struct str){ b.copy, text.n };
}
