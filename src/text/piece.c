/*
 * piece.c - one text of a document; see piece.h.
 */
#include "piece.h"

#include <string.h>

#include "boiler.h"
#include "charset.h"
#include "html.h"
#include "mojibake.h"
#include "norm.h"
#include "ref.h"

void
piece_read(struct piece *piece, bool decoded, struct err *guess)
{
	struct page *page = &piece->page;
	struct str declared = STR("");

	if (decoded) {
		page->text = piece->bytes;
		page->map.a = page->a;
		page->unit = 1;
	} else {
		if (piece->html)
			declared = charset_declared(piece->bytes);
		charset_decode(piece->bytes, declared, page, guess);
	}
	if (!piece->raw) {
		if (piece->html)
			ref_misread(page);
		else
			ref_text(page);
		mojibake_repair(page);
	}
	if (piece->html)
		html_page(page);
	else
		boiler_lines(page);
	words_init(&piece->words, page->text);
}

void
piece_free(struct piece *piece)
{
	words_free(&piece->words);
}

struct str
piece_mend(const struct piece *piece, struct str text)
{
	struct arena *a = piece->page.a;
	struct page page = { .text = text, .a = a, .map = { .a = a } };
	struct srcmap map = { .a = a };
	size_t start = 0, end;

	if (piece->raw || text.n == 0)
		return text;
	ref_text(&page);
	mojibake_repair(&page);
	end = page.text.n;
	norm_trim(page.text, &start, &end);
	return norm_text(
	    str_cut(page.text, start, end), start, &page.map, NULL, &map, a);
}

/* The text at base of the page, repaired unless it is to stay raw. */
static struct str
repair(const struct piece *piece, struct str text, size_t base,
    struct srcmap *map, struct arena *a)
{
	const struct srcmap *page = &piece->page.map;

	if (!piece->raw)
		return norm_text(text, base, page, &piece->words, map, a);
	srcmap_run(map, 0, page, base, text.n);
	if (map->n == 2 && map->v[0] == 0)
		map->n = 0;
	return text;
}

/* Adds the pair of the text's first byte, which a map leaves out where it is
 * the source's first byte as well. */
static void
add_first(struct srcmap *map)
{
	struct srcmap all = { .a = map->a };

	if (map->n == 0 || map->v[0] == 0)
		return;
	all.cap = map->n + 2;
	all.v = arena_alloc(map->a, all.cap, sizeof(*all.v));
	all.v[0] = all.v[1] = 0;
	memcpy(all.v + 2, map->v, map->n * sizeof(*map->v));
	all.n = map->n + 2;
	*map = all;
}

struct str
piece_title(const struct piece *piece)
{
	const struct page *page = &piece->page;
	struct srcmap none = { .a = page->a };

	for (size_t i = 0; i < page->n; i++) {
		size_t start = page->v[i].start, end = page->v[i].end;

		if (page->v[i].role != ROLE_TITLE)
			continue;
		norm_trim(page->text, &start, &end);
		return repair(piece, str_cut(page->text, start, end), start,
		    &none, page->a);
	}
	return STR("");
}

/* Where the bytes end that page.text[..., end) came from: behind the last
 * one, or behind the reference ("&quot;") that it was. */
static size_t
bytes_end(const struct piece *piece, size_t end)
{
	const struct page *page = &piece->page;
	size_t at = srcmap_at(&page->map, end - 1), ref;
	int32_t cp[REF_MAX];

	if (!piece->html)
		return srcmap_at(&page->map, end);
	if (page->unit > 1)
		return coded_wide_end(
		    piece->bytes, at, srcmap_at(&page->map, end), page->unit);
	ref = ref_read(str_cut(piece->bytes, at, piece->bytes.n), cp);
	return at + (ref > 0 && page->text.p[end - 1] != '&' ? ref : 1);
}

/* Leads a place in the bytes of a piece on to the source. */
static void
lead_on(
    const struct piece *piece, struct str source, size_t n, struct place *at)
{
	const struct coded *coded = piece->coded;
	struct srcmap map = { .a = at->map.a };

	if (at->map.n == 0)
		srcmap_add(&at->map, 0, at->start);
	srcmap_join(&map, 0, n, &at->map, &coded->map);
	at->map = map;
	at->start = coded_start(coded, source, at->start);
	at->end = coded_end(coded, source, at->end);
	if (at->end <= at->start)
		at->end = at->start + 1;
}

/* Nearly always text is in the source itself. */
static bool
is_same(struct str text, struct str bytes)
{
	return (text.p == bytes.p && text.n == bytes.n) || str_eq(text, bytes);
}

struct str
piece_sentence(const struct piece *piece, struct str source, size_t start,
    size_t end, struct place *at, struct arena *a)
{
	const struct page *page = &piece->page;
	struct str text = str_cut(page->text, start, end);
	bool same;

	at->map = (struct srcmap){ .a = a };
	at->start = srcmap_at(&page->map, start);
	at->end = bytes_end(piece, end);
	text = repair(piece, text, start, &at->map, a);
	if (piece->coded != NULL)
		lead_on(piece, source, text.n, at);
	add_first(&at->map);
	if (at->map.n > 2)
		return text;
	same = is_same(text, str_cut(source, at->start, at->end));
	if (same) {
		at->map.n = 0;
	} else if (at->map.n == 0) { /* as many bytes, but not the same */
		at->map.v = arena_alloc(a, 2, sizeof(*at->map.v));
		at->map.v[1] = at->start;
		at->map.n = 2;
	}
	return text;
}
