/*
 * cite.c - a brief for people, with its sources; see cite.h.
 */
#include "cite.h"

#include <stdio.h>
#include <utf8proc.h>

#include "base/utf8.h"

/* Words put into lines of some width. */
struct lines {
	struct buf *b;
	size_t width, indent; /* columns; of lines but the first */
	size_t used;          /* columns of the line so far */
	bool fresh;           /* no word stands on the line */
};

/* What the brief has cited so far. */
struct cites {
	const struct pool *pool;
	uint32_t *numbers; /* of each document, or 0 */
	size_t *docs;      /* by number, from 0 */
	size_t n;
	struct arena *a;
};

static size_t
columns(struct str s)
{
	size_t at = 0, n = 0;

	while (at < s.n) {
		int32_t cp = utf8_next(s, &at);
		int w = utf8_control(cp) ? 1 : utf8proc_charwidth(cp);

		n += w > 0 ? (size_t)w : 0;
	}
	return n;
}

static void
begin(struct lines *l, struct str label, size_t indent)
{
	buf_add(l->b, label);
	l->indent = indent;
	l->used = columns(label);
	l->fresh = true;
}

static void
add_word(struct lines *l, struct str word)
{
	size_t wide = columns(word), at = 0;

	if (!l->fresh && l->used + 1 + wide > l->width) {
		buf_byte(l->b, '\n');
		for (size_t i = 0; i < l->indent; i++)
			buf_byte(l->b, ' ');
		l->used = l->indent;
	} else if (!l->fresh) {
		buf_byte(l->b, ' ');
		l->used++;
	}
	l->fresh = false;
	l->used += wide;
	while (at < word.n) {
		int32_t cp = utf8_next(word, &at);

		buf_cp(l->b, utf8_control(cp) ? UTF8_REPLACE : cp);
	}
}

/* The words of text, with after put to the last one. */
static void
add_text(struct lines *l, struct str text, const char *after, struct arena *a)
{
	size_t at = 0;

	if (text.n == 0)
		return;
	text = str_trim(text);
	while (at < text.n) {
		size_t start = at;
		struct buf word = { .a = a };

		while (at < text.n && !ch_space(text.p[at]))
			at++;
		buf_add(&word, str_cut(text, start, at));
		while (at < text.n && ch_space(text.p[at]))
			at++;
		if (at == text.n)
			buf_add(&word, str_of(after));
		add_word(l, buf_str(&word));
	}
}

/* The number of a document, given now if it has none. */
static uint32_t
number_of(struct cites *c, size_t doc)
{
	if (c->numbers[doc] == 0) {
		c->docs[c->n++] = doc;
		c->numbers[doc] = (uint32_t)c->n;
	}
	return c->numbers[doc];
}

/* A word of a citation: before, the number of a document, after. */
static void
add_number(
    struct lines *l, const char *before, uint32_t number, const char *after)
{
	char word[32];
	int n = snprintf(word, sizeof(word), "%s[%u]%s", before, number, after);

	add_word(l, (struct str){ word, (size_t)n });
}

static void
add_sentence(struct lines *l, struct cites *c, const struct summ *v, size_t n,
    bool dated)
{
	const struct pool_sent *s = &c->pool->sents[v->sent];
	struct arena scratch = *c->a;
	char label[32];
	int len = snprintf(label, sizeof(label), "%2zu. ", n);

	begin(l, (struct str){ label, (size_t)len }, 4);
	if (dated)
		add_text(l, s->date, ":", &scratch);
	add_text(l, s->text, "", &scratch);
	if (v->was.n > 0) {
		add_word(l, STR("(was"));
		add_text(l, v->was, ")", &scratch);
	}
	add_number(l, "", number_of(c, s->doc), "");
	for (size_t i = 0; i < v->support_n; i++) {
		size_t doc = c->pool->sents[v->support[i]].doc;

		if (i == 0)
			add_word(l, STR("(also"));
		add_number(
		    l, "", number_of(c, doc), i + 1 == v->support_n ? ")" : "");
	}
	buf_byte(l->b, '\n');
}

/* "2025-03-04" of "2025-03-04T06:00:00Z". */
static struct str
day_of(struct str published)
{
	return published.n > 10 && published.p[10] == 'T'
	    ? str_cut(published, 0, 10)
	    : published;
}

static bool
is_ended(struct str s)
{
	return str_ends(s, STR(".")) || str_ends(s, STR("?")) ||
	    str_ends(s, STR("!"));
}

void
cite_wrap(struct buf *b, struct str label, size_t indent, struct str text,
    size_t width, struct arena scratch)
{
	struct lines l = { .b = b, .width = width };

	begin(&l, label, indent);
	add_text(&l, text, "", &scratch);
	buf_byte(b, '\n');
}

void
cite_source(struct buf *b, const struct cite_source *source, size_t width,
    struct arena scratch)
{
	struct lines l = { .b = b, .width = width };
	char label[32];
	int len = snprintf(label, sizeof(label), "[%zu] ", source->number);

	begin(&l, (struct str){ label, (size_t)len }, 4);
	add_text(
	    &l, source->title, is_ended(source->title) ? "" : ".", &scratch);
	add_text(
	    &l, source->source, source->published.n > 0 ? "," : ".", &scratch);
	add_text(&l, day_of(source->published), ".", &scratch);
	add_text(&l, source->name, "", &scratch);
	buf_byte(b, '\n');
}

static void
add_source(struct lines *l, const struct cites *c, size_t i)
{
	const struct pool_doc *doc = &c->pool->docs[c->docs[i]];
	struct arena a = *c->a;
	struct cite_source source = { i + 1, doc->title, doc->source,
		doc->published, STR("") };

	if (doc->name.n > 0)
		source.name = json_decode(doc->name, &a);
	cite_source(l->b, &source, l->width, a);
}

void
cite_brief(struct buf *b, const struct pool *pool, const struct summ *v,
    size_t n, bool dated, size_t width, struct arena scratch)
{
	struct cites c = { .pool = pool, .a = &scratch };
	struct lines l = { .b = b, .width = width };

	if (n == 0)
		return;
	c.numbers = arena_alloc(&scratch, pool->docs_n, sizeof(*c.numbers));
	c.docs = arena_alloc(&scratch, pool->docs_n, sizeof(*c.docs));
	for (size_t i = 0; i < n; i++)
		add_sentence(&l, &c, &v[i], i + 1, dated);
	buf_add(b, STR("\nSources:\n"));
	for (size_t i = 0; i < c.n; i++)
		add_source(&l, &c, i);
}

struct str
cite_place(const struct pool *pool, size_t sent, struct arena *a)
{
	const struct pool_sent *s = &pool->sents[sent];
	struct buf b = { .a = a };
	char number[32];
	int n = snprintf(number, sizeof(number), "#%ld", s->sent);

	if (pool->docs[s->doc].name.n > 0)
		buf_add(&b, json_decode(pool->docs[s->doc].name, a));
	buf_add(&b, (struct str){ number, (size_t)n });
	return buf_str(&b);
}
