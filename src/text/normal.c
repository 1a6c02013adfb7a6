/*
 * normal.c - one source to its doc and sentence records; see normal.h.
 */
#include "normal.h"

#include <string.h>

#include "boiler.h"
#include "charset.h"
#include "html.h"
#include "norm.h"
#include "ref.h"
#include "sent.h"

#define PK_RECORDS 1 /* version of the record format */

/* A text of the document. */
struct piece {
	struct page page;
	const struct normal_part *part; /* NULL: the source as it is */
};

/* A sentence of piece->page.text, trimmed. */
struct span {
	size_t start, end, para;
	enum role role;
	const struct piece *piece;
};

/* What is known of the document. */
struct told {
	struct str title, source, url, published, lang;
};

struct source {
	struct str bytes;
	const struct normal_meta *meta;
	struct piece *pieces;
	size_t n_pieces;
	struct span *v;
	size_t n, cap;
	struct arena *a;
	struct told told;
	bool plain; /* it is not English */
};

static void
add(struct source *s, const struct piece *piece, const struct block *b,
    size_t start, size_t end)
{
	struct span span = { start, end, b->para, b->role, piece };

	norm_trim(piece->page.text, &span.start, &span.end);
	if (span.start == span.end)
		return;
	if (span.role == ROLE_NONE)
		span.role = ROLE_BODY;
	s->v = vec_room(s->a, s->v, s->n, &s->cap, sizeof(*s->v));
	s->v[s->n++] = span;
}

static void
cut_block(struct source *s, const struct piece *piece, const struct block *b)
{
	const struct normal_rules *rules = s->meta->rules;
	struct sent_rules how = { .plain = s->plain };
	struct str text = str_cut(piece->page.text, b->start, b->end);
	size_t pos = 0, start, end;

	if (rules != NULL)
		how.patterns = rules->patterns;
	if (b->whole) {
		add(s, piece, b, b->start, b->end);
		return;
	}
	while (sent_next_by(&how, text, &pos, &start, &end))
		add(s, piece, b, b->start + start, b->start + end);
}

/* Where the bytes end that page.text[..., end) came from: behind the last
 * one, or behind the reference ("&quot;") that it was. */
static size_t
page_end(const struct piece *piece, struct str bytes, bool html, size_t end)
{
	const struct page *page = &piece->page;
	size_t at = srcmap_at(&page->map, end - 1), ref;
	int32_t cp[REF_MAX];

	if (!html)
		return srcmap_at(&page->map, end);
	ref = ref_read(str_cut(bytes, at, bytes.n), cp);
	return at + (ref > 0 && page->text.p[end - 1] != '&' ? ref : 1);
}

/* Where a sentence is in the source, and the way there. */
struct place {
	size_t start, end;
	struct srcmap map;
};

/* Leads a place in a part of the source on to the source. */
static void
place_on(struct place *at, const struct source *s, const struct coded *coded,
    size_t n)
{
	struct srcmap map = { .a = at->map.a };

	if (at->map.n == 0)
		srcmap_add(&at->map, 0, at->start);
	srcmap_join(&map, 0, n, &at->map, &coded->map);
	at->map = map;
	at->start = coded_start(coded, s->bytes, at->start);
	at->end = coded_end(coded, s->bytes, at->end);
	if (at->end <= at->start)
		at->end = at->start + 1;
}

/* The text of a sentence and its place; map is empty if it is the source's
 * bytes there. */
static struct str
place_of(const struct source *s, const struct span *span, struct place *at,
    struct arena *a)
{
	const struct normal_part *part = span->piece->part;
	const struct page *page = &span->piece->page;
	struct str text = str_cut(page->text, span->start, span->end);
	struct str bytes = part != NULL ? part->coded.text : s->bytes;
	bool html = part != NULL ? part->html : s->meta->html, same;

	at->map = (struct srcmap){ .a = a };
	at->start = srcmap_at(&page->map, span->start);
	at->end = page_end(span->piece, bytes, html, span->end);
	text = norm_text(text, span->start, &page->map, &at->map, a);
	if (part != NULL)
		place_on(at, s, &part->coded, text.n);
	same = str_eq(text, str_cut(s->bytes, at->start, at->end));
	if (same && part != NULL && at->map.n == 2)
		at->map.n = 0;
	if (!same && at->map.n == 0) { /* as many bytes, but not the same */
		at->map.v = arena_alloc(a, 2, sizeof(*at->map.v));
		at->map.v[1] = at->start;
		at->map.n = 2;
	}
	return text;
}

static void
write_sentence(struct source *s, const struct span *span, size_t num,
    struct out *out, struct arena a)
{
	struct rec from = { .doc = s->meta->doc, .sent = (long)num };
	struct place at;
	struct str text = place_of(s, span, &at, &a);

	out_begin(out, REC_SENTENCE, &from);
	out_int(out, "para", (long long)span->para);
	out_str(out, "role", str_of(role_name(span->role)));
	out_int(out, "start", (long long)at.start);
	out_int(out, "end", (long long)at.end);
	out_str(out, "text", text);
	out_ints(out, "map", at.map.v, at.map.n);
	out_end(out);
}

/* The text of the first block that is a title. */
static struct str
title_text(const struct page *page)
{
	struct srcmap none = { .a = page->a };

	for (size_t i = 0; i < page->n; i++) {
		size_t start = page->v[i].start, end = page->v[i].end;

		if (page->v[i].role != ROLE_TITLE)
			continue;
		norm_trim(page->text, &start, &end);
		return norm_text(str_cut(page->text, start, end), start,
		    &page->map, &none, page->a);
	}
	return STR("");
}

static struct str
first(struct str a, struct str b)
{
	return a.n > 0 ? a : b;
}

/* Keeps what a page tells of the document, unless another has told it. */
static void
keep_told(struct told *told, const struct page *page)
{
	told->title = first(told->title, page->title);
	told->source = first(told->source, page->source);
	told->url = first(told->url, page->url);
	told->published = first(told->published, page->published);
	told->lang = first(told->lang, page->lang);
}

static void
write_doc(const struct source *s, struct out *out)
{
	const struct told *told = &s->told;

	out_begin(out, REC_DOC, NULL);
	out_int(out, "pk", PK_RECORDS);
	out_raw(out, "doc", s->meta->doc);
	out_str(out, "title", told->title);
	out_str(out, "source", told->source);
	out_str(out, "url", told->url);
	out_str(out, "published", told->published);
	out_str(out, "lang", s->told.lang);
	out_int(out, "bytes", (long long)s->bytes.n);
	out_int(out, "sents", (long long)s->n);
	out_end(out);
}

/* Text to blocks with roles. */
static void
find_blocks(struct page *page, bool html)
{
	if (html)
		html_page(page);
	else
		boiler_lines(page);
	boiler_roles(page);
}

/* All of a part that is a title, in one block. */
static void
whole_title(struct page *page, bool html)
{
	if (html)
		html_page(page);
	page->n = 0;
	page_add(page, (struct block){ 0, page->text.n, 1, ROLE_TITLE, true });
}

static void
read_source(struct source *s, struct err *guess)
{
	struct page *page = &s->pieces[0].page;
	struct str declared = STR("");

	if (s->meta->decoded) {
		page->text = s->bytes;
		page->map.a = page->a;
	} else {
		if (s->meta->html)
			declared = charset_declared(s->bytes);
		charset_decode(s->bytes, declared, page, guess);
	}
	page->title = s->meta->title;
	find_blocks(page, s->meta->html);
	if (page->title.n == 0)
		page->title = title_text(page);
	keep_told(&s->told, page);
}

/* What looked like a title, behind the real one, is a heading. */
static void
no_titles(struct page *page)
{
	for (size_t i = 0; i < page->n; i++) {
		if (page->v[i].role == ROLE_TITLE)
			page->v[i].role = ROLE_HEADING;
	}
}

/* Paragraphs are numbered on from one part to the next. */
static void
read_part(struct source *s, struct piece *piece, size_t *para)
{
	const struct normal_part *part = piece->part;
	struct page *page = &piece->page;

	page->text = part->coded.text;
	page->map.a = page->a;
	page->title = s->told.title;
	if (part->role == ROLE_TITLE)
		whole_title(page, part->html);
	else
		find_blocks(page, part->html);
	if (page->title.n == 0)
		page->title = title_text(page);
	if (piece > s->pieces)
		no_titles(page);
	keep_told(&s->told, page);
	for (size_t i = 0; i < page->n; i++)
		page->v[i].para += *para;
	if (page->n > 0)
		*para = page->v[page->n - 1].para;
}

/* The first text that is read, for its language; a title tells little. */
static struct str
sample_of(const struct source *s)
{
	struct buf sample = { .a = s->a };

	for (size_t i = 0; i < s->n_pieces; i++) {
		const struct page *page = &s->pieces[i].page;

		for (size_t k = 0; k < page->n && sample.n < LANG_BYTES; k++) {
			const struct block *b = &page->v[k];
			struct str text = str_cut(page->text, b->start, b->end);

			if (!role_is_read(b->role))
				continue;
			text.n = text.n < LANG_BYTES ? text.n : LANG_BYTES;
			buf_add(&sample, text);
			buf_byte(&sample, '\n');
		}
	}
	return sample.n > 0 ? buf_str(&sample) : STR("");
}

static void
find_lang(struct source *s, struct normal_said *said)
{
	const struct normal_rules *rules = s->meta->rules;

	if (rules != NULL && rules->lang.n > 0)
		s->told.lang = rules->lang;
	else
		s->told.lang = lang_choose(s->told.lang, sample_of(s));
	s->plain = !lang_english(s->told.lang);
	said->lang[0] = '\0';
	if (s->plain && s->told.lang.n <= LANG_MAX) {
		memcpy(said->lang, s->told.lang.p, s->told.lang.n);
		said->lang[s->told.lang.n] = '\0';
	}
}

static void
write_records(struct source *s, struct out *out, struct normal_said *said)
{
	find_lang(s, said);
	for (size_t i = 0; i < s->n_pieces; i++) {
		const struct piece *piece = &s->pieces[i];

		for (size_t k = 0; k < piece->page.n; k++)
			cut_block(s, piece, &piece->page.v[k]);
	}
	write_doc(s, out);
	for (size_t i = 0; i < s->n; i++)
		write_sentence(s, &s->v[i], i + 1, out, *s->a);
}

static struct source
source_of(struct str bytes, const struct normal_meta *m, struct arena *a)
{
	return (struct source){ .bytes = bytes,
		.meta = m,
		.a = a,
		.told = {
		    m->title, m->source, m->url, m->published, m->lang } };
}

void
normal_source(struct str bytes, const struct normal_meta *meta, struct out *out,
    struct arena doc, struct normal_said *said)
{
	struct piece piece = { .page = { .a = &doc } };
	struct source s = source_of(bytes, meta, &doc);

	*said = (struct normal_said){ { NULL, 0 }, "" };
	if (bytes.n == 0)
		return;
	s.pieces = &piece;
	s.n_pieces = 1;
	read_source(&s, &said->guess);
	write_records(&s, out, said);
}

void
normal_parts(struct str bytes, const struct normal_meta *meta,
    const struct normal_part *parts, size_t n, struct out *out,
    struct arena doc, struct normal_said *said)
{
	struct source s = source_of(bytes, meta, &doc);
	size_t para = 0;

	*said = (struct normal_said){ { NULL, 0 }, "" };
	s.pieces = arena_alloc(&doc, n, sizeof(*s.pieces));
	for (; s.n_pieces < n; s.n_pieces++) {
		struct piece *piece = &s.pieces[s.n_pieces];

		piece->page.a = &doc;
		piece->part = &parts[s.n_pieces];
		read_part(&s, piece, &para);
	}
	write_records(&s, out, said);
}
