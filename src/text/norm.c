/*
 * norm.c - the repaired text of a sentence; see norm.h.
 */
#include "norm.h"

#include <string.h>

#include <utf8proc.h>

#include "base/scan.h"
#include "base/utf8.h"

#include "norm_ligatures.h"

/* Code points of one run that is composed at a time: longer runs of marks do
 * not occur in writing (UAX 15 allows 30), and ordering them is quadratic. */
#define RUN_MAX 32

enum cpclass {
	CLASS_PLAIN,
	CLASS_SPACE, /* becomes a space */
	CLASS_BREAK, /* the same, and ends a line */
	CLASS_SOFT,  /* soft hyphen: dropped, joins lines */
	CLASS_DROP,
	CLASS_JOINER, /* dropped but where the script needs it */
	CLASS_LIGATURE,
	CLASS_MARK, /* may compose with what is before it */
	CLASS_OTHER /* has another form in NFC by itself */
};

struct norm {
	struct str in;
	size_t base; /* of in, in the page */
	const struct srcmap *page;
	const struct words *words;
	struct srcmap *map;
	struct buf out;
	size_t done; /* in[0, done) is in out, unless nothing was changed */
	bool changed;
};

static enum cpclass
class_ascii(int32_t cp)
{
	if (cp == '\n' || cp == '\r')
		return CLASS_BREAK;
	if (ch_space(cp))
		return CLASS_SPACE;
	return cp < 0x20 || cp == 0x7f ? CLASS_DROP : CLASS_PLAIN;
}

/* U+2000 to U+206F, general punctuation. */
static enum cpclass
class_punct(int32_t cp)
{
	if (cp <= 0x200a || cp == 0x202f || cp == 0x205f)
		return CLASS_SPACE;
	if (cp == 0x2028 || cp == 0x2029)
		return CLASS_BREAK;
	if (cp == 0x200c || cp == 0x200d)
		return CLASS_JOINER;
	if (cp <= 0x200f || (cp >= 0x202a && cp <= 0x202e) ||
	    (cp >= 0x2060 && cp <= 0x206f))
		return CLASS_DROP;
	return CLASS_PLAIN;
}

/* Whether NFC may have another form for the character.  Those with accents
 * in the blocks that living languages write stay in one piece; elsewhere each
 * that can be taken apart is tried. */
static bool
replaced(int32_t cp, const utf8proc_property_t *p)
{
	if (cp == 0x374 || cp == 0x37e || cp == 0x387)
		return true;
	if (cp < 0x530 || (cp >= 0x1e00 && cp <= 0x1eff) ||
	    (cp >= 0x3040 && cp <= 0x30ff))
		return false;
	return p->decomp_type == 0 && p->decomp_seqindex != UINT16_MAX;
}

/* Whether cp is one of data/norm/ligatures.tsv. */
static bool
is_ligature(int32_t cp)
{
	char text[UTF8_MAX] = { 0 };

	if (cp < 0x132 || (cp > 0x149 && cp < 0x1c4) ||
	    (cp > 0x1f3 && cp < 0xfb00) || cp > 0xfb06)
		return false;
	return tab_find(&norm_ligatures_tab,
		   (struct str){ text, utf8_encode(cp, text) }) != NULL;
}

/* Classes that are about composition, from U+0300 on. */
static enum cpclass
class_nfc(int32_t cp)
{
	const utf8proc_property_t *p = utf8proc_get_property(cp);

	if (p->combining_class != 0 || p->category == UTF8PROC_CATEGORY_MN ||
	    p->category == UTF8PROC_CATEGORY_MC ||
	    (cp >= 0x1160 && cp <= 0x11ff))
		return CLASS_MARK;
	return replaced(cp, p) ? CLASS_OTHER : CLASS_PLAIN;
}

static enum cpclass
class_of(int32_t cp)
{
	if (cp < 0x80)
		return class_ascii(cp);
	if (cp < 0x300) {
		if (cp == 0x85)
			return CLASS_BREAK;
		if (cp == 0xa0)
			return CLASS_SPACE;
		if (cp == 0xad)
			return CLASS_SOFT;
		if (is_ligature(cp))
			return CLASS_LIGATURE;
		return cp < 0xa0 ? CLASS_DROP : CLASS_PLAIN;
	}
	if (cp >= 0x2000 && cp <= 0x206f)
		return class_punct(cp);
	if (cp == 0x1680 || cp == 0x3000)
		return CLASS_SPACE;
	if (cp == 0x61c || cp == 0x180e || cp == 0xfeff ||
	    (cp >= 0xfff9 && cp <= 0xfffb))
		return CLASS_DROP;
	if (is_ligature(cp))
		return CLASS_LIGATURE;
	return class_nfc(cp);
}

static bool
blank(enum cpclass c)
{
	return c >= CLASS_SPACE && c <= CLASS_JOINER;
}

/* Whether U+200C or U+200D at s[at] matters: behind scripts from Arabic on,
 * and emoji.  Marks between, of which the order may change, do not count. */
static bool
joins(struct str s, size_t at)
{
	enum cpclass c = CLASS_MARK;
	int32_t before = 0;

	for (int i = 0; at > 0 && c == CLASS_MARK && i < RUN_MAX; i++) {
		before = utf8_before(s, at, &at);
		c = class_of(before);
	}
	if (before >= 0x600 && before < 0x1e00)
		return !blank(c) && c != CLASS_MARK;
	return before > 0x206f && c == CLASS_PLAIN;
}

/* The class of the code point at *at, and *at moves behind it. */
static enum cpclass
class_next(struct str s, size_t *at)
{
	size_t start = *at;
	enum cpclass c = class_of(utf8_next(s, at));

	if (c != CLASS_JOINER)
		return c;
	return joins(s, start) ? CLASS_PLAIN : CLASS_DROP;
}

/* Whether a byte is a visible character of ASCII. */
static bool
visible(char c)
{
	return c > ' ' && c < 0x7f;
}

void
norm_trim(struct str text, size_t *start, size_t *end)
{
	struct str s = str_cut(text, 0, *end);
	size_t at = *start;

	/* as nearly always */
	if (at < s.n && visible(s.p[at]) && visible(s.p[s.n - 1]))
		return;
	while (*start < *end && blank(class_of(utf8_next(s, &at))))
		*start = at;
	while (*end > *start) {
		size_t from = 0;

		utf8_before(s, *end, &at);
		from = at;
		if (at < *start || !blank(class_next(s, &from)))
			break;
		*end = at;
	}
}

/* The first place at or after i whose byte may need work: no plain ASCII, or
 * the first of two spaces. */
static size_t
plain_run(struct str s, size_t i)
{
	for (; s.n - i > SCAN_SIZE; i += SCAN_SIZE) {
		struct scan v = scan_load(s.p + i);
		struct scan next = scan_load(s.p + i + 1);
		uint64_t hits = scan_high(v) | scan_below(v, ' ') |
		    scan_is(v, 0x7f) | (scan_is(v, ' ') & scan_is(next, ' '));

		if (hits != 0)
			return i + scan_first(hits);
	}
	for (; i < s.n; i++) {
		unsigned char c = (unsigned char)s.p[i];

		if (c < 0x20 || c >= 0x7f)
			break;
		if (c == ' ' && i + 1 < s.n && s.p[i + 1] == ' ')
			break;
	}
	return i;
}

/* Copies in[done, to) as it is. */
static void
flush(struct norm *n, size_t to)
{
	srcmap_run(n->map, n->out.n, n->page, n->base + n->done, to - n->done);
	buf_add(&n->out, str_cut(n->in, n->done, to));
	n->done = to;
}

/* Writes text for what ends at to in in and came from source on. */
static void
put(struct norm *n, size_t source, size_t to, struct str text)
{
	size_t last = srcmap_at(n->page, n->base + to - 1);

	n->changed = true;
	n->done = to;
	srcmap_made(n->map, n->out.n, text, source, last);
	buf_add(&n->out, text);
}

/* Makes in[from, to) what text says. */
static void
edit(struct norm *n, size_t from, size_t to, struct str text)
{
	flush(n, from);
	put(n, srcmap_at(n->page, n->base + from), to, text);
}

/* What a run of blanks and dropped characters holds. */
struct gap {
	size_t from, to;
	bool space, soft;
	int lines;
};

static struct gap
gap_at(const struct norm *n, size_t i)
{
	struct gap g = { i, i, false, false, 0 };
	size_t at = i;

	if (g.from > n->done && n->in.p[g.from - 1] == ' ') {
		g.from--;
		g.space = true;
	}
	while (at < n->in.n) {
		enum cpclass c = class_next(n->in, &at);

		/* the marks of a mail that is quoted: "word\n> word" */
		if (!blank(c) && (g.lines == 0 || n->in.p[g.to] != '>'))
			break;
		if (c == CLASS_BREAK &&
		    (n->in.p[g.to] != '\n' || g.to == 0 ||
			n->in.p[g.to - 1] != '\r'))
			g.lines++;
		if (c == CLASS_SOFT && g.lines == 0)
			g.soft = true;
		g.space |= c == CLASS_SPACE || c == CLASS_BREAK;
		g.to = at;
	}
	return g;
}

static bool
lower_before(const struct norm *n, size_t at)
{
	size_t start;

	return at > n->done &&
	    utf8proc_category(utf8_before(n->in, at, &start)) ==
	    UTF8PROC_CATEGORY_LL;
}

static bool
lower_at(const struct norm *n, size_t at)
{
	return at < n->in.n &&
	    utf8proc_category(utf8_next(n->in, &at)) == UTF8PROC_CATEGORY_LL;
}

/* Where the word before the hyphen at the gap ends, or g->from. */
static size_t
hyphen_at(const struct norm *n, const struct gap *g)
{
	if (g->from > n->done && n->in.p[g->from - 1] == '-')
		return g->from - 1;
	if (g->from >= n->done + 3 &&
	    str_eq(str_cut(n->in, g->from - 3, g->from), STR("\u2010")))
		return g->from - 3;
	return g->from;
}

/* From where to g->to a gap at a line end only wraps a word: the hyphen may
 * be a part of it; g->to when it does not. */
static size_t
wrapped(const struct norm *n, const struct gap *g)
{
	size_t hyphen = hyphen_at(n, g);

	if (g->lines != 1)
		return g->to;
	if (g->soft && lower_before(n, g->from) && lower_at(n, g->to))
		return g->from;
	if (hyphen == g->from)
		return g->to;
	switch (words_hyphen(n->words, n->in, hyphen, g->to)) {
	case HYPHEN_BREAK:
		return hyphen;
	case HYPHEN_KEPT:
		return g->from;
	default:
		return g->to;
	}
}

/* A base and its marks, without what is dropped between them. */
struct run {
	char text[RUN_MAX * UTF8_MAX];
	size_t n;
	int cps;          /* more than RUN_MAX: it is left as it is */
	size_t start, to; /* where it is in in; without its base ... */
	size_t cut;       /* ... if that is the end of out, from here on */
	size_t drop;      /* the first that is dropped in it, or in.n */
};

static void
run_add(struct run *r, struct str cp)
{
	if (r->cps++ < RUN_MAX) {
		memcpy(r->text + r->n, cp.p, cp.n);
		r->n += cp.n;
	}
}

/* Begins a run with the code point before r->start.  A mark there is the end
 * of a run that was too long. */
static void
run_base(const struct norm *n, struct run *r)
{
	struct str out = buf_str(&n->out), base;
	size_t at;

	if (r->start > n->done) {
		base = str_cut(n->in, 0, r->start);
		utf8_before(base, r->start, &r->start);
		at = r->start;
	} else if (out.n > 0) {
		base = out;
		utf8_before(base, out.n, &r->cut);
		at = r->cut;
	} else {
		return;
	}
	base = str_cut(base, at, base.n);
	at = 0;
	run_add(r, base);
	if (class_of(utf8_next(base, &at)) == CLASS_MARK)
		r->cps = RUN_MAX + 1;
}

/* Adds the marks from at on; the first code point whatever it is. */
static void
run_marks(const struct norm *n, struct run *r, size_t at)
{
	size_t start = at;

	utf8_next(n->in, &at);
	run_add(r, str_cut(n->in, start, at));
	r->to = at;
	r->drop = n->in.n;
	while (at < n->in.n) {
		enum cpclass c;

		start = at;
		c = class_next(n->in, &at);
		if (c == CLASS_MARK) {
			run_add(r, str_cut(n->in, start, at));
			r->to = at;
		} else if (c != CLASS_DROP && c != CLASS_SOFT) {
			break;
		} else if (r->drop == n->in.n) {
			r->drop = start;
		}
	}
	if (r->drop > r->to)
		r->drop = n->in.n;
}

/* Takes what out has from cut on back. */
static void
take_back(struct norm *n, size_t cut)
{
	struct srcmap *m = n->map;

	n->out.n = cut;
	while (m->n > 0 && m->v[m->n - 2] > cut)
		m->n -= 2;
}

/* Writes the run in its composed form, unless it has that form. */
static void
compose(struct norm *n, const struct run *r)
{
	const utf8proc_option_t how = UTF8PROC_STABLE | UTF8PROC_COMPOSE;
	utf8proc_int32_t cps[RUN_MAX * 8];
	char text[RUN_MAX * 8 * UTF8_MAX];
	size_t len = 0, base = n->out.n - r->cut;
	struct str was = str_cut(n->in, r->start, r->to), is;
	utf8proc_ssize_t k =
	    utf8proc_decompose((const utf8proc_uint8_t *)r->text,
		(utf8proc_ssize_t)r->n, cps, COUNT(cps), how);

	if (k <= 0 || (size_t)k > COUNT(cps))
		return;
	k = utf8proc_normalize_utf32(cps, k, how);
	for (utf8proc_ssize_t i = 0; i < k; i++)
		len += utf8_encode(cps[i], text + len);
	is = (struct str){ text, len };
	if (len >= base && str_eq(str_cut(is, base, len), was) &&
	    str_eq(str_cut(is, 0, base),
		str_cut(buf_str(&n->out), r->cut, r->cut + base)))
		return;
	if (base == 0) {
		edit(n, r->start, r->to, is);
		return;
	}
	take_back(n, r->cut);
	put(n, srcmap_at(n->map, r->cut), r->to, is);
}

/* A run of marks from at on, and what is before it: from from to at it is
 * dropped.  When own is true at is a character that NFC replaces. */
static size_t
marks(struct norm *n, size_t from, size_t at, bool own)
{
	struct run r = { .n = 0, .start = from, .cut = n->out.n };

	if (!own)
		run_base(n, &r);
	run_marks(n, &r, at);
	if (r.cps <= RUN_MAX) {
		compose(n, &r);
		return r.to;
	}
	if (from < at) {
		edit(n, from, at, STR(""));
		return at;
	}
	return r.drop < n->in.n ? r.drop : r.to;
}

/* The blanks and dropped characters at i; returns the place behind them. */
static size_t
gap(struct norm *n, size_t i)
{
	struct gap g = gap_at(n, i);
	size_t from = wrapped(n, &g), at = g.to;

	if (!g.space && at < n->in.n && class_next(n->in, &at) == CLASS_MARK)
		return marks(n, g.from, g.to, false);
	if (from < g.to)
		edit(n, from, g.to, STR(""));
	else if (!g.space || g.from == 0 || g.to == n->in.n)
		edit(n, g.from, g.to, STR(""));
	else if (g.to - g.from > 1 || n->in.p[g.from] != ' ')
		edit(n, g.from, g.to, STR(" "));
	return g.to;
}

static size_t
ligature(struct norm *n, size_t i)
{
	const struct norm_ligatures *row;
	size_t to = i;

	utf8_next(n->in, &to);
	row = tab_find(&norm_ligatures_tab, str_cut(n->in, i, to));
	edit(n, i, to, row->two);
	return to;
}

/* Handles what is at i, a place that plain_run() found. */
static size_t
step(struct norm *n, size_t i)
{
	size_t to = i;
	enum cpclass c = class_next(n->in, &to);

	switch (c) {
	case CLASS_PLAIN:
		return to;
	case CLASS_LIGATURE:
		return ligature(n, i);
	case CLASS_MARK:
	case CLASS_OTHER:
		return marks(n, i, i, c == CLASS_OTHER);
	default:
		return gap(n, i);
	}
}

struct str
norm_text(struct str span, size_t base, const struct srcmap *page,
    const struct words *words, struct srcmap *map, struct arena *a)
{
	struct norm n = { .in = span,
		.base = base,
		.page = page,
		.words = words,
		.map = map };

	n.out.a = a;
	for (size_t i = plain_run(span, 0); i < span.n; i = plain_run(span, i))
		i = step(&n, i);
	if (n.changed) {
		flush(&n, span.n);
		return buf_str(&n.out);
	}
	srcmap_run(map, 0, page, base, span.n);
	if (map->n == 2 && map->v[0] == 0)
		map->n = 0;
	return span;
}
