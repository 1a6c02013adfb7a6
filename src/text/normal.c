/*
 * normal.c - one source to its doc and sentence records; see normal.h.
 */
#include "normal.h"

#include <string.h>

#include "boiler.h"
#include "norm.h"
#include "piece.h"
#include "refrain.h"
#include "sent.h"
#include "tongue.h"

#define PK_RECORDS 1 /* version of the record format */

struct source {
	struct str bytes;
	const struct normal_meta *meta;
	struct piece *pieces;
	size_t n_pieces;
	size_t n; /* sentences */
	struct arena *a;
	struct told { /* what is known of the document */
		struct str title, source, url, published, lang;
	} told;
	struct sent_rules rules;
};

/* A walk over the sentences of a block: set rules, page and block, the rest
 * zero. */
struct sentences {
	const struct sent_rules *rules;
	const struct page *page;
	const struct block *block;
	size_t i;          /* cuts that came */
	size_t pos;        /* bytes of the block that came */
	size_t start, end; /* of the sentence, in page->text */
};

/* The next sentence as it is cut; false at the end. */
static bool
next_cut(struct sentences *it)
{
	const struct block *b = it->block;
	struct str text = str_cut(it->page->text, b->start, b->end);

	it->start = 0;
	it->end = text.n;
	if (b->whole) {
		if (it->i++ > 0)
			return false;
	} else if (b->n_cuts > 0) {
		if (it->i == b->n_cuts)
			return false;
		it->start = it->page->cuts[b->cuts + it->i].start;
		it->end = it->page->cuts[b->cuts + it->i++].end;
	} else if (!sent_next_by(
		       it->rules, text, &it->pos, &it->start, &it->end)) {
		return false;
	}
	it->start += b->start;
	it->end += b->start;
	return true;
}

/* The next sentence, trimmed, that is more than what is trimmed off. */
static bool
next_sentence(struct sentences *it)
{
	while (next_cut(it)) {
		norm_trim(it->page->text, &it->start, &it->end);
		if (it->start < it->end)
			return true;
	}
	return false;
}

/* Writes the sentence that the walk has come to, the s->n-th. */
static void
write_sentence(const struct source *s, const struct piece *piece,
    const struct sentences *it, struct out *out, struct arena a)
{
	enum role role = it->block->role;
	struct rec from = { .doc = s->meta->doc, .sent = (long)s->n };
	struct place at;
	struct str text =
	    piece_sentence(piece, s->bytes, it->start, it->end, &at, &a);

	out_begin(out, REC_SENTENCE, &from);
	out_int(out, "para", (long long)it->block->para);
	out_str(out, "role",
	    str_of(role_name(role != ROLE_NONE ? role : ROLE_BODY)));
	out_int(out, "start", (long long)at.start);
	out_int(out, "end", (long long)at.end);
	out_str(out, "text", text);
	out_ints(out, "map", at.map.v, at.map.n);
	out_end(out);
}

/* Counts the sentences of a piece, and writes them unless out is NULL. */
static void
walk_piece(struct source *s, const struct piece *piece, struct out *out)
{
	for (size_t i = 0; i < piece->page.n; i++) {
		struct sentences it = { .rules = &s->rules,
			.page = &piece->page,
			.block = &piece->page.v[i] };

		while (next_sentence(&it)) {
			s->n++;
			if (out != NULL)
				write_sentence(s, piece, &it, out, *s->a);
		}
	}
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
	out_begin(out, REC_DOC, NULL);
	out_int(out, "pk", PK_RECORDS);
	out_raw(out, "doc", s->meta->doc);
	out_str(out, "title", s->told.title);
	out_str(out, "source", s->told.source);
	out_str(out, "url", s->told.url);
	out_str(out, "published", s->told.published);
	out_str(out, "lang", s->told.lang);
	out_int(out, "bytes", (long long)s->bytes.n);
	out_int(out, "sents", (long long)s->n);
	out_end(out);
}

/* The first text that is read, for its language; a title tells little. */
static struct str
sample_of(const struct source *s)
{
	struct buf sample = { .a = s->a };

	for (size_t i = 0; i < s->n_pieces; i++) {
		const struct page *page = &s->pieces[i].page;

		if (s->pieces[i].role == ROLE_BOILERPLATE)
			continue;
		for (size_t k = 0; k < page->n && sample.n < LANG_BYTES; k++) {
			const struct block *b = &page->v[k];
			struct str text = str_cut(page->text, b->start, b->end);

			if (b->role != ROLE_NONE && !role_is_read(b->role))
				continue;
			text.n = text.n < LANG_BYTES ? text.n : LANG_BYTES;
			buf_add(&sample, text);
			buf_byte(&sample, '\n');
		}
	}
	return sample.n > 0 ? buf_str(&sample) : STR("");
}

/* Finds the language, and with it how sentences are cut. */
static void
find_lang(struct source *s, struct normal_said *said)
{
	const struct normal_rules *rules = s->meta->rules;
	struct str lang = s->told.lang;

	if (rules != NULL && rules->lang.n > 0)
		lang = rules->lang;
	else
		lang = lang_choose(lang, sample_of(s));
	s->told.lang = lang;
	s->rules.plain = !lang_english(lang);
	s->rules.ordinals = s->rules.plain && tongue_ordinals(lang);
	s->rules.patterns = rules != NULL ? rules->patterns : NULL;
	said->lang[0] = '\0';
	if (s->rules.plain && lang.n <= LANG_MAX) {
		memcpy(said->lang, lang.p, lang.n);
		said->lang[lang.n] = '\0';
	}
}

/* Gives the blocks of a piece their roles, and finds a title. */
static void
find_roles(struct source *s, struct piece *piece)
{
	struct page *page = &piece->page;

	page->title = first(page->title, s->told.title);
	boiler_roles(page, &s->rules);
	if (page->title.n == 0)
		page->title = piece_title(piece);
	/* What looked like a title, behind the real one, is a heading. */
	for (size_t i = 0; i < page->n && piece > s->pieces; i++) {
		if (page->v[i].role == ROLE_TITLE)
			page->v[i].role = ROLE_HEADING;
		if (piece->role == ROLE_BOILERPLATE)
			page->v[i].role = ROLE_BOILERPLATE;
	}
	keep_told(&s->told, page);
}

/* Paragraphs are numbered on from one piece to the next. */
static void
number_on(struct page *page, size_t *para)
{
	for (size_t i = 0; i < page->n; i++)
		page->v[i].para += *para;
	if (page->n > 0)
		*para = page->v[page->n - 1].para;
}

/* The records of pieces that were read. */
static size_t
write_records(struct source *s, struct out *out, struct normal_said *said)
{
	size_t para = 0;

	find_lang(s, said);
	for (size_t i = 0; i < s->n_pieces; i++)
		find_roles(s, &s->pieces[i]);
	if (s->meta->habit != NULL)
		refrain_mark(s->meta->habit, s->told.source, s->told.url,
		    s->pieces, s->n_pieces, *s->a);
	for (size_t i = 0; i < s->n_pieces; i++) {
		struct piece *piece = &s->pieces[i];

		number_on(&piece->page, &para);
		walk_piece(s, piece, NULL);
	}
	write_doc(s, out);
	s->n = 0;
	for (size_t i = 0; i < s->n_pieces; i++) {
		walk_piece(s, &s->pieces[i], out);
		piece_free(&s->pieces[i]);
	}
	return s->n;
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

static bool
is_raw(const struct normal_meta *meta)
{
	return meta->rules != NULL && meta->rules->raw;
}

/* All of a piece that is a title, in one block. */
static void
one_title(struct page *page)
{
	page->n = 0;
	page_add(page,
	    (struct block){ .end = page->text.n,
		.para = 1,
		.role = ROLE_TITLE,
		.whole = true });
}

size_t
normal_source(struct str bytes, const struct normal_meta *meta, struct out *out,
    struct arena doc, struct normal_said *said)
{
	struct piece piece = { .bytes = bytes,
		.html = meta->html,
		.raw = is_raw(meta),
		.page = { .a = &doc } };
	struct source s = source_of(bytes, meta, &doc);

	*said = (struct normal_said){ { NULL, 0 }, "" };
	if (bytes.n == 0)
		return 0;
	s.pieces = &piece;
	s.n_pieces = 1;
	s.told.title = piece.page.title = piece_mend(&piece, meta->title);
	piece_read(&piece, meta->decoded, &said->guess);
	keep_told(&s.told, &piece.page);
	return write_records(&s, out, said);
}

size_t
normal_parts(struct str bytes, const struct normal_meta *meta,
    const struct normal_part *parts, size_t n, struct out *out,
    struct arena doc, struct normal_said *said)
{
	struct source s = source_of(bytes, meta, &doc);

	*said = (struct normal_said){ { NULL, 0 }, "" };
	s.pieces = arena_alloc(&doc, n, sizeof(*s.pieces));
	for (; s.n_pieces < n; s.n_pieces++) {
		const struct normal_part *part = &parts[s.n_pieces];
		struct piece *piece = &s.pieces[s.n_pieces];

		*piece = (struct piece){ .bytes = part->coded.text,
			.html = part->html,
			.raw = is_raw(meta),
			.role = part->role,
			.coded = &part->coded,
			.page = { .a = &doc } };
		if (s.n_pieces == 0)
			s.told.title = piece_mend(piece, meta->title);
		piece->page.title = s.told.title;
		piece_read(piece, true, &said->guess);
		if (part->role == ROLE_TITLE)
			one_title(&piece->page);
		keep_told(&s.told, &piece->page);
	}
	return write_records(&s, out, said);
}
