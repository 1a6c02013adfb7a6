/*
 * rss.c - the items of a feed; see rss.h.
 */
#include "rss.h"

#include "base/utf8.h"
#include "charset.h"
#include "link.h"
#include "norm.h"
#include "ref.h"
#include "when.h"
#include "xml.h"

enum feed_what {
	FEED_TITLE,
	FEED_TEXT,
	FEED_URL,
	FEED_ID,
	FEED_PUBLISHED,
	FEED_LANG,
	FEED_SOURCE,
	FEED_COUNT
};

#include "feed_names.h"

#define SNIFFED 4096 /* bytes that must tell a feed */
#define RANK_NONE 99

/* An element that tells something: its content and its attributes. */
struct element {
	size_t from, to;
	struct str attrs;
	int rank;
};

struct rss {
	struct page page; /* the feed as UTF-8 */
	struct xml xml;
	struct element feed[FEED_COUNT]; /* of the feed itself */
	struct str lang, base;           /* xml:lang, xml:base of the feed */
};

static struct str
local_name(struct str name)
{
	size_t colon = str_find(name, STR(":"), 0);

	return colon < name.n ? str_cut(name, colon + 1, name.n) : name;
}

bool
rss_is(struct str bytes)
{
	char head[SNIFFED];
	struct xml xml = { .s = { head, 0 } };
	struct xml_part part;

	/* NULs of UTF-16 are left out, and its mark is no "<". */
	for (size_t i = 0;
	     i < bytes.n && xml.s.n < sizeof(head) && i < 4 * sizeof(head);
	     i++) {
		if (bytes.p[i] != '\0')
			head[xml.s.n++] = bytes.p[i];
	}
	while (xml_next(&xml, &part)) {
		if (part.kind != XML_OPEN)
			continue;
		return str_eq(part.name, STR("rss")) ||
		    str_eq(local_name(part.name), STR("RDF")) ||
		    str_eq(local_name(part.name), STR("feed"));
	}
	return false;
}

static void
forget(struct element fields[FEED_COUNT])
{
	for (int i = 0; i < FEED_COUNT; i++)
		fields[i] = (struct element){ .rank = RANK_NONE };
}

struct rss *
rss_open(struct str bytes, struct arena *perm, struct err *guess)
{
	struct rss *rss = arena_alloc(perm, 1, sizeof(*rss));

	rss->page.a = perm;
	charset_decode(bytes, charset_declared(bytes), &rss->page, guess);
	rss->xml.s = rss->page.text;
	forget(rss->feed);
	return rss;
}

static bool
is_item(struct str name)
{
	name = local_name(name);
	return str_eq(name, STR("item")) || str_eq(name, STR("entry"));
}

/* Elements whose children tell of the feed. */
static bool
is_feed(struct str name)
{
	name = local_name(name);
	return str_eq(name, STR("channel")) || str_eq(name, STR("feed")) ||
	    str_eq(name, STR("RDF")) || str_eq(name, STR("rss"));
}

/* Passes over the content of an element; sets *to to its end.  An element
 * that is not closed ends with the item. */
static void
skip_content(struct xml *xml, struct str name, size_t *to)
{
	struct xml_part part;
	int depth = 1;

	for (*to = xml->pos; xml_next(xml, &part); *to = xml->pos) {
		if ((part.kind == XML_OPEN || part.kind == XML_CLOSE) &&
		    is_item(part.name) && !str_eq(part.name, name)) {
			xml->pos = part.start;
			break;
		}
		if (part.kind != XML_OPEN && part.kind != XML_CLOSE)
			continue;
		if (!str_eq(part.name, name) || part.empty)
			continue;
		depth += part.kind == XML_OPEN ? 1 : -1;
		if (depth == 0)
			break;
	}
}

static bool
has_content(struct str s, const struct element *f)
{
	static const struct str empty = { "<![CDATA[", 9 };
	struct str text = str_trim(str_cut(s, f->from, f->to));

	if (str_begins(text, empty) && str_ends(text, STR("]]>")))
		text = str_trim(str_cut(text, empty.n, text.n - 3));
	return text.n > 0;
}

/* "<link rel='alternate' href='...'/>" of Atom; others are no addresses of
 * the item. */
static bool
is_link(struct str attrs)
{
	struct str rel = xml_attr(attrs, STR("rel"));

	return xml_attr(attrs, STR("href")).n > 0 &&
	    (rel.n == 0 || str_eq(rel, STR("alternate")));
}

/* Whether an element's type is one of text. */
static bool
is_text(struct str attrs)
{
	struct str type = xml_attr(attrs, STR("type"));

	return type.n == 0 || str_eq(type, STR("html")) ||
	    str_eq(type, STR("xhtml")) || str_eq(type, STR("text")) ||
	    str_begins(type, STR("text/")) ||
	    str_eq(type, STR("application/xhtml+xml"));
}

/* Keeps the element that was opened by part, if it tells something. */
static void
read_field(struct rss *rss, const struct xml_part *part,
    struct element fields[FEED_COUNT])
{
	struct xml *xml = &rss->xml;
	const struct feed_names *row = tab_find(&feed_names_tab, part->name);
	struct element f = { xml->pos, xml->pos, part->attrs, RANK_NONE };
	bool keep;

	if (!part->empty)
		skip_content(xml, part->name, &f.to);
	if (row == NULL)
		return;
	f.rank = (int)row->rank;
	keep = has_content(xml->s, &f);
	if (row->what == FEED_URL && !keep)
		keep = is_link(f.attrs);
	if (row->what == FEED_TEXT)
		keep = keep && is_text(f.attrs);
	if (keep && f.rank < fields[row->what].rank)
		fields[row->what] = f;
}

/* Adds s[from, to), its references decoded, to out. */
static void
add_refs(
    struct buf *out, struct srcmap *map, struct str s, size_t from, size_t to)
{
	int32_t cp[REF_MAX];
	size_t n;

	s.n = to;
	for (size_t i = from; i < to; i += n) {
		size_t at = out->n;

		n = ref_read(str_cut(s, i, to), cp);
		if (n == 0) {
			n = str_find(s, STR("&"), i + 1) - i;
			srcmap_add(map, at, i);
			buf_add(out, str_cut(s, i, i + n));
			continue;
		}
		buf_cp(out, cp[0]);
		if (cp[1] != 0)
			buf_cp(out, cp[1]);
		srcmap_made(
		    map, at, str_cut(buf_str(out), at, out->n), i, i + n - 1);
	}
}

/* The content of an element, its references decoded.  When there are tags in
 * it (XHTML, or HTML that was not escaped) it is left as it stands, and the
 * result is true. */
static bool
decode(const struct rss *rss, const struct element *f, struct coded *c)
{
	struct xml xml = { .s = str_cut(rss->page.text, 0, f->to),
		.pos = f->from };
	struct buf out = { .a = c->map.a };
	struct xml_part part;
	size_t end = f->from;

	c->coding = CODING_REFS;
	while (xml_next(&xml, &part)) {
		if (part.kind == XML_OPEN || part.kind == XML_CLOSE) {
			c->map.n = 0;
			coded_plain(c, xml.s, f->from, f->to);
			return true;
		}
		if (part.kind == XML_OTHER)
			continue;
		if (part.kind == XML_TEXT) {
			add_refs(&out, &c->map, xml.s, part.from, part.to);
		} else {
			srcmap_add(&c->map, out.n, part.from);
			buf_add(&out, str_cut(xml.s, part.from, part.to));
		}
		end = part.to;
	}
	srcmap_add(&c->map, out.n, end);
	c->text = out.n > 0 ? buf_str(&out) : STR("");
	return false;
}

/* Whether text is HTML, to which an element's type says nothing: it holds a
 * tag or a reference. */
static bool
looks_html(struct str s)
{
	int32_t cp[REF_MAX];

	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] == '&' && ref_read(str_cut(s, i, s.n), cp) > 3)
			return true;
		if (s.p[i] == '<' && i + 1 < s.n &&
		    (ch_alpha(s.p[i + 1]) || s.p[i + 1] == '/' ||
			s.p[i + 1] == '!'))
			return true;
	}
	return false;
}

/* A field as a part of the document. */
static struct normal_part
part_of(const struct rss *rss, const struct element *f, struct arena *a)
{
	struct normal_part part = { .coded = { .map = { .a = a } } };
	struct str type = xml_attr(f->attrs, STR("type"));
	struct srcmap map = { .a = a };
	struct coded *c = &part.coded;

	if (decode(rss, f, c))
		part.html = true;
	else if (str_eq(type, STR("text")) || str_eq(type, STR("text/plain")))
		part.html = false;
	else
		part.html = looks_html(c->text);
	c->unit = rss->page.unit;
	if (rss->page.map.n > 0) {
		size_t end = srcmap_at(&c->map, c->text.n);

		srcmap_join(&map, 0, c->text.n, &c->map, &rss->page.map);
		srcmap_add(&map, c->text.n, srcmap_at(&rss->page.map, end));
		c->map = map;
	}
	return part;
}

/* A field as a short string. */
static struct str
string_of(const struct rss *rss, const struct element *f, struct arena *a)
{
	struct coded c = { .map = { .a = a } };
	struct srcmap none = { .a = a }, map = { .a = a };
	size_t start = 0, end;

	if (f->rank == RANK_NONE)
		return STR("");
	if (decode(rss, f, &c))
		return STR("");
	end = c.text.n;
	norm_trim(c.text, &start, &end);
	return norm_text(str_cut(c.text, start, end), 0, &none, NULL, &map, a);
}

static struct str
first(struct str a, struct str b)
{
	return a.n > 0 ? a : b;
}

/* The address that a link element has, as its text or in href, as it is. */
static struct str
link_of(const struct rss *rss, const struct element *link, struct arena *a)
{
	struct str url = string_of(rss, link, a), href;
	struct element f = { .rank = 0 };

	href = xml_attr(link->attrs, STR("href"));
	if (url.n > 0 || href.n == 0)
		return url;
	f.from = (size_t)(href.p - rss->page.text.p);
	f.to = f.from + href.n;
	return string_of(rss, &f, a);
}

/* The item's address, else its name, when that is a URI.  Links are seen from
 * xml:base, else from the address of the feed's site. */
static struct str
url_of(const struct rss *rss, const struct element fields[FEED_COUNT],
    struct str base, struct arena *a)
{
	struct str home = link_of(rss, &rss->feed[FEED_URL], a);
	struct str url;

	home = first(link_resolve(home, rss->base, a), first(rss->base, home));
	base = first(link_resolve(home, base, a), home);
	url = link_resolve(base, link_of(rss, &fields[FEED_URL], a), a);
	if (url.n > 0)
		return url;
	url = string_of(rss, &fields[FEED_ID], a);
	return link_is_uri(url) ? url : STR("");
}

/* What an item tells of itself, or else its feed of it. */
static void
read_meta(const struct rss *rss, const struct element fields[FEED_COUNT],
    struct str base, struct normal_meta *meta, struct arena *a)
{
	const struct element *feed = rss->feed;

	*meta = (struct normal_meta){ .url = url_of(rss, fields, base, a) };
	meta->source = first(string_of(rss, &fields[FEED_SOURCE], a),
	    string_of(rss, &feed[FEED_TITLE], a));
	meta->published =
	    when_read(string_of(rss, &fields[FEED_PUBLISHED], a), a);
	meta->lang = first(string_of(rss, &fields[FEED_LANG], a),
	    first(string_of(rss, &feed[FEED_LANG], a), rss->lang));
}

/* Reads the fields of the item that was just opened. */
static struct str
read_item(struct rss *rss, struct str lang, struct element fields[FEED_COUNT])
{
	struct xml_part part;

	forget(fields);
	while (xml_next(&rss->xml, &part)) {
		if (part.kind == XML_CLOSE && is_item(part.name))
			break;
		if (part.kind == XML_OPEN && is_item(part.name)) {
			rss->xml.pos = part.start; /* one was not closed */
			break;
		}
		if (part.kind != XML_OPEN)
			continue;
		lang = first(lang, xml_attr(part.attrs, STR("xml:lang")));
		read_field(rss, &part, fields);
	}
	return lang;
}

/* Goes on behind the start of the next item; false when there is none. */
static bool
find_item(struct rss *rss, struct xml_part *part)
{
	while (xml_next(&rss->xml, part)) {
		if (part->kind != XML_OPEN)
			continue;
		if (is_item(part->name))
			return true;
		if (is_feed(part->name)) {
			rss->lang = first(
			    xml_attr(part->attrs, STR("xml:lang")), rss->lang);
			rss->base = first(
			    xml_attr(part->attrs, STR("xml:base")), rss->base);
		} else
			read_field(rss, part, rss->feed);
	}
	return false;
}

bool
rss_next(struct rss *rss, struct normal_meta *meta,
    struct normal_part parts[RSS_PARTS], size_t *n, struct arena *a)
{
	struct element fields[FEED_COUNT];
	struct xml_part part;
	struct str lang;

	*n = 0;
	if (!find_item(rss, &part))
		return false;
	lang = xml_attr(part.attrs, STR("xml:lang"));
	forget(fields);
	if (!part.empty)
		lang = read_item(rss, lang, fields);
	read_meta(rss, fields, xml_attr(part.attrs, STR("xml:base")), meta, a);
	meta->lang = first(lang, meta->lang);
	if (fields[FEED_TITLE].rank < RANK_NONE) {
		parts[*n] = part_of(rss, &fields[FEED_TITLE], a);
		parts[(*n)++].role = ROLE_TITLE;
	}
	if (fields[FEED_TEXT].rank < RANK_NONE)
		parts[(*n)++] = part_of(rss, &fields[FEED_TEXT], a);
	return true;
}
