/*
 * normal.c - one source to its doc and sentence records; see normal.h.
 */
#include "normal.h"

#include <string.h>

#include "boiler.h"
#include "charset.h"
#include "html.h"
#include "mojibake.h"
#include "norm.h"
#include "ref.h"
#include "sent.h"

#define PK_RECORDS 1 /* version of the record format */

/* A sentence of page.text, trimmed. */
struct span {
	size_t start, end, para;
	enum role role;
};

struct source {
	struct str bytes;
	const struct normal_meta *meta;
	struct page page;
	struct words words;
	struct span *v;
	size_t n, cap;
};

static void
add(struct source *s, const struct block *b, size_t start, size_t end)
{
	struct span span = { start, end, b->para, b->role };

	norm_trim(s->page.text, &span.start, &span.end);
	if (span.start == span.end)
		return;
	if (span.role == ROLE_NONE)
		span.role = ROLE_BODY;
	s->v = vec_room(s->page.a, s->v, s->n, &s->cap, sizeof(*s->v));
	s->v[s->n++] = span;
}

static void
cut_block(struct source *s, const struct block *b)
{
	struct str text = str_cut(s->page.text, b->start, b->end);
	size_t pos = 0, start, end;

	if (b->whole) {
		add(s, b, b->start, b->end);
		return;
	}
	for (size_t i = 0; i < b->n_cuts; i++) {
		const struct cut_span *cut = &s->page.cuts[b->cuts + i];

		add(s, b, cut->start, cut->end);
	}
	if (b->n_cuts > 0)
		return;
	while (sent_next(text, &pos, &start, &end))
		add(s, b, b->start + start, b->start + end);
}

/* Where the source bytes end that page.text[..., end) came from: behind the
 * last one, or behind the reference ("&quot;") that it was. */
static size_t
source_end(const struct source *s, size_t end)
{
	size_t at = srcmap_at(&s->page.map, end - 1), ref;
	int32_t cp[REF_MAX];

	if (!s->meta->html)
		return srcmap_at(&s->page.map, end);
	if (s->page.unit > 1 && (unsigned char)s->page.text.p[end - 1] < 0x80)
		return at + s->page.unit;
	ref = ref_read(str_cut(s->bytes, at, s->bytes.n), cp);
	return at + (ref > 0 && s->page.text.p[end - 1] != '&' ? ref : 1);
}

/* The text of a sentence, repaired unless it is to stay raw. */
static struct str
norm(const struct source *s, struct str text, size_t base, struct srcmap *map,
    struct arena *a)
{
	const struct srcmap *page = &s->page.map;

	if (!s->meta->raw)
		return norm_text(text, base, page, &s->words, map, a);
	srcmap_run(map, 0, page, base, text.n);
	if (map->n == 2)
		map->n = 0;
	return text;
}

/* Nearly always text is in the source itself. */
static bool
is_same(struct str text, struct str bytes)
{
	return (text.p == bytes.p && text.n == bytes.n) || str_eq(text, bytes);
}

static void
write_sentence(struct source *s, const struct span *span, size_t num,
    struct out *out, struct arena a)
{
	struct srcmap map = { .a = &a };
	struct rec from = { .doc = s->meta->doc, .sent = (long)num };
	struct str text = str_cut(s->page.text, span->start, span->end);
	size_t start = srcmap_at(&s->page.map, span->start);
	size_t end = source_end(s, span->end);
	size_t same[2] = { 0, start }; /* as many bytes, but not the same */

	text = norm(s, text, span->start, &map, &a);
	out_begin(out, REC_SENTENCE, &from);
	out_int(out, "para", (long long)span->para);
	out_str(out, "role", str_of(role_name(span->role)));
	out_int(out, "start", (long long)start);
	out_int(out, "end", (long long)end);
	out_str(out, "text", text);
	if (map.n > 0)
		out_ints(out, "map", map.v, map.n);
	else if (!is_same(text, str_cut(s->bytes, start, end)))
		out_ints(out, "map", same, COUNT(same));
	out_end(out);
}

/* The text of the first block that is a title. */
static struct str
title_text(const struct source *s)
{
	const struct page *page = &s->page;
	struct srcmap none = { .a = page->a };

	for (size_t i = 0; i < page->n; i++) {
		size_t start = page->v[i].start, end = page->v[i].end;

		if (page->v[i].role != ROLE_TITLE)
			continue;
		norm_trim(page->text, &start, &end);
		return norm(
		    s, str_cut(page->text, start, end), start, &none, page->a);
	}
	return STR("");
}

static struct str
first(struct str a, struct str b)
{
	return a.n > 0 ? a : b;
}

static void
write_doc(const struct source *s, struct out *out)
{
	const struct normal_meta *meta = s->meta;
	const struct page *page = &s->page;

	out_begin(out, REC_DOC, NULL);
	out_int(out, "pk", PK_RECORDS);
	out_raw(out, "doc", meta->doc);
	out_str(out, "title", page->title);
	out_str(out, "source", first(meta->source, page->source));
	out_str(out, "url", first(meta->url, page->url));
	out_str(out, "published", first(meta->published, page->published));
	out_str(out, "lang", first(meta->lang, page->lang));
	out_int(out, "bytes", (long long)s->bytes.n);
	out_int(out, "sents", (long long)s->n);
	out_end(out);
}

/* A string that was told, repaired as text is. */
static struct str
mended(const struct source *s, struct str text)
{
	struct page page = {
		.text = text, .a = s->page.a, .map = { .a = s->page.a }
	};

	if (s->meta->raw || text.n == 0)
		return text;
	ref_text(&page);
	mojibake_repair(&page);
	return page.text;
}

/* Bytes to blocks with roles. */
static void
find_blocks(struct source *s, struct err *remark)
{
	struct page *page = &s->page;
	struct str declared = STR("");

	if (s->meta->decoded) {
		*remark = (struct err){ NULL, 0 };
		page->text = s->bytes;
		page->map.a = page->a;
		page->unit = 1;
	} else {
		if (s->meta->html)
			declared = charset_declared(s->bytes);
		charset_decode(s->bytes, declared, page, remark);
	}
	if (!s->meta->html && !s->meta->raw)
		ref_text(page);
	if (!s->meta->raw)
		mojibake_repair(page);
	page->title = mended(s, s->meta->title);
	if (s->meta->html)
		html_page(page);
	else
		boiler_lines(page);
	boiler_roles(page);
	words_init(&s->words, page->text);
	if (page->title.n == 0)
		page->title = title_text(s);
}

size_t
normal_source(struct str bytes, const struct normal_meta *meta, struct out *out,
    struct arena doc, struct err *remark)
{
	struct source s = {
		.bytes = bytes, .meta = meta, .page = { .a = &doc }
	};

	*remark = (struct err){ NULL, 0 };
	if (bytes.n == 0)
		return 0;
	find_blocks(&s, remark);
	for (size_t i = 0; i < s.page.n; i++)
		cut_block(&s, &s.page.v[i]);
	write_doc(&s, out);
	for (size_t i = 0; i < s.n; i++)
		write_sentence(&s, &s.v[i], i + 1, out, doc);
	words_free(&s.words);
	return s.n;
}
