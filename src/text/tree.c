/*
 * tree.c - an HTML page as a tree and flat text; see tree.h.
 */
#include "tree.h"

#include <stdlib.h>
#include <string.h>

#include <gumbo.h>

#include "base/utf8.h"
#include "ref.h"

#define TAGS_MAX 2000000 /* about 800 bytes each */

/* A run of the page that is text of one node. */
struct piece {
	size_t start, end; /* bytes in the page */
	uint32_t node;
	uint32_t part; /* pieces of the same part have the same number */
	bool br;       /* a line end instead */
};

struct walk {
	struct page *page;
	struct str html;    /* page->text, as it was */
	const char *parsed; /* what gumbo's pointers point into */
	struct tree *tree;
	size_t cap_nodes, cap_parts, cap_tells;
	struct piece *v;
	size_t n, cap;
	uint32_t cur;  /* the node that is open */
	uint32_t part; /* number of the part that is open */
	struct buf out;
	struct srcmap map;
};

static void *
take(void *arena, size_t n)
{
	return arena_alloc(arena, n, 1);
}

/* The arena takes all back at once. */
static void
leave(void *arena, void *p)
{
	(void)arena;
	(void)p;
}

struct str
tree_attr(const void *attrs, const char *name)
{
	const GumboAttribute *attr = NULL;

	if (attrs != NULL)
		attr = gumbo_get_attribute(attrs, name);
	return attr == NULL ? STR("") : str_of(attr->value);
}

/* Adds a piece; two <br> with nothing between end the part. */
static void
add_piece(struct walk *w, size_t start, size_t end, bool br)
{
	if (br && w->n > 0 && w->v[w->n - 1].br &&
	    w->v[w->n - 1].part == w->part)
		w->part++;
	w->v = vec_room(w->page->a, w->v, w->n, &w->cap, sizeof(*w->v));
	w->v[w->n++] = (struct piece){ start, end, w->cur, w->part, br };
}

static void
add_text(struct walk *w, const GumboNode *g)
{
	GumboStringPiece s = g->v.text.original_text;
	size_t start;

	if (s.data == NULL || s.length == 0)
		return;
	start = (size_t)(s.data - w->parsed);
	if (start < w->html.n && s.length <= w->html.n - start)
		add_piece(w, start, start + s.length, false);
}

static void
add_tell(struct walk *w, const GumboElement *e, enum html_kind kind)
{
	struct tree *t = w->tree;
	struct tell tell = { kind, &e->attributes, STR("") };

	if (kind == HTML_SCRIPT || kind == HTML_NAME || kind == HTML_TIME) {
		const GumboNode *g =
		    e->children.length > 0 ? e->children.data[0] : NULL;

		if (g != NULL && g->type == GUMBO_NODE_TEXT)
			tell.text = str_of(g->v.text.text);
	}
	t->tells = vec_room(
	    w->page->a, t->tells, t->n_tells, &w->cap_tells, sizeof(*t->tells));
	t->tells[t->n_tells++] = tell;
}

static void
add_node(struct walk *w, const GumboElement *e, enum html_kind kind)
{
	struct tree *t = w->tree;
	uint32_t i = (uint32_t)t->n_nodes;
	struct node node = { kind, w->cur, i, TREE_NONE, false, false,
		&e->attributes };

	if (w->cur != TREE_NONE) {
		node.block = t->nodes[w->cur].block;
		node.link = t->nodes[w->cur].link;
		node.pre = t->nodes[w->cur].pre;
	}
	if (kind >= HTML_RULE)
		node.block = i;
	node.link |= kind == HTML_LINK;
	node.pre |= kind == HTML_PRE;
	t->nodes =
	    vec_room(w->page->a, t->nodes, i, &w->cap_nodes, sizeof(*t->nodes));
	t->nodes[t->n_nodes++] = node;
	w->cur = i;
}

static enum html_kind
kind_of(const GumboElement *e)
{
	GumboStringPiece name = e->original_tag;

	if (e->tag != GUMBO_TAG_UNKNOWN)
		return markup_kind(str_of(gumbo_normalized_tagname(e->tag)));
	gumbo_tag_from_original_text(&name);
	return markup_kind((struct str){ name.data, name.length });
}

/* Enters an element; false when what is in it is not walked. */
static bool
enter(struct walk *w, const GumboNode *g)
{
	const GumboElement *e = &g->v.element;
	enum html_kind kind = kind_of(e);

	if (kind == HTML_BREAK && e->original_tag.data != NULL) {
		size_t at = (size_t)(e->original_tag.data - w->parsed);

		add_piece(w, at, at, true);
		return false;
	}
	if (kind >= HTML_RULE && kind < HTML_DROP)
		w->part++;
	if (kind >= HTML_SCRIPT || kind == HTML_TIME || kind == HTML_ROOT)
		add_tell(w, e, kind);
	if (kind >= HTML_DROP || kind == HTML_RULE)
		return false;
	add_node(w, e, kind);
	return true;
}

static void
leave_node(struct walk *w)
{
	struct node *node = &w->tree->nodes[w->cur];

	node->last = (uint32_t)w->tree->n_nodes - 1;
	if (node->kind >= HTML_RULE)
		w->part++;
	w->cur = node->parent;
}

/* In document order, without recursion. */
static void
walk(struct walk *w, const GumboNode *root)
{
	const GumboNode *g = root;
	size_t i = 0; /* the child of g that is next */

	if (!enter(w, root))
		return;
	for (;;) {
		const GumboNode *child;

		if (i == g->v.element.children.length) {
			leave_node(w);
			if (g == root)
				return;
			i = g->index_within_parent + 1;
			g = g->parent;
			continue;
		}
		child = g->v.element.children.data[i++];
		if (child->type == GUMBO_NODE_ELEMENT && enter(w, child)) {
			g = child;
			i = 0;
		} else if (child->type == GUMBO_NODE_TEXT ||
		    child->type == GUMBO_NODE_WHITESPACE) {
			add_text(w, child);
		}
	}
}

/* The parser moves text that stands between the rows of a table. */
static int
by_place(const void *a, const void *b)
{
	const struct piece *p = a, *q = b;

	if (p->start != q->start)
		return p->start < q->start ? -1 : 1;
	return (p->end > q->end) - (p->end < q->end);
}

static void
sort_pieces(struct walk *w)
{
	for (size_t i = 1; i < w->n; i++) {
		if (w->v[i].start < w->v[i - 1].end) {
			qsort(w->v, w->n, sizeof(*w->v), by_place);
			return;
		}
	}
}

/* Copies the bytes [from, to) of the page; line ends become spaces unless
 * keep says so. */
static void
copy(struct walk *w, size_t from, size_t to, bool keep)
{
	size_t at = w->out.n;

	if (from == to)
		return;
	srcmap_run(&w->map, at, &w->page->map, from, to - from);
	buf_add(&w->out, str_cut(w->html, from, to));
	for (; !keep && at < w->out.n; at++) {
		if (ch_space(w->out.p[at]))
			w->out.p[at] = ' ';
	}
}

/* Writes what the reference in the page at from means. */
static void
reference(struct walk *w, size_t from, size_t n, const int32_t cp[REF_MAX])
{
	const struct srcmap *page = &w->page->map;
	size_t at = w->out.n;

	for (int i = 0; i < REF_MAX && (i == 0 || cp[i] != 0); i++)
		buf_cp(&w->out, cp[i]);
	srcmap_made(&w->map, at, str_cut(buf_str(&w->out), at, w->out.n),
	    srcmap_at(page, from), srcmap_at(page, from + n - 1));
}

/* Text without tags; references are decoded. */
static void
decode(struct walk *w, size_t from, size_t to, bool keep)
{
	int32_t cp[REF_MAX];

	for (size_t i = from; i < to;) {
		const char *p = memchr(w->html.p + i, '&', to - i);
		size_t n;

		if (p == NULL)
			break;
		i = (size_t)(p - w->html.p);
		n = ref_read(str_cut(w->html, i, to), cp);
		if (n > 0) {
			copy(w, from, i, keep);
			reference(w, i, n, cp);
			from = i + n;
		}
		i += n > 0 ? n : 1;
	}
	copy(w, from, to, keep);
}

/* A run of text, in which there may be tags that the parser passed over. */
static void
decode_piece(struct walk *w, const struct piece *p, bool keep)
{
	struct markup m = { .text = str_cut(w->html, 0, p->end),
		.cooked = true,
		.pos = p->start };
	struct markup_tag tag;
	size_t from = p->start;

	while (markup_next(&m, &tag)) {
		decode(w, from, tag.start, keep);
		from = tag.end;
	}
	decode(w, from, p->end, keep);
}

static size_t
letters(struct str s)
{
	size_t n = 0;

	for (size_t i = 0; i < s.n; i++)
		n += !ch_space(s.p[i]);
	return n;
}

static struct part *
begin_part(struct walk *w, const struct piece *p)
{
	struct tree *t = w->tree;
	struct part *part;

	if (t->n_parts > 0)
		buf_byte(&w->out, '\n');
	t->parts = vec_room(
	    w->page->a, t->parts, t->n_parts, &w->cap_parts, sizeof(*t->parts));
	part = &t->parts[t->n_parts++];
	*part = (struct part){ w->out.n, w->out.n, TREE_NONE, 0, 0 };
	if (p->node != TREE_NONE)
		part->node = t->nodes[p->node].block;
	return part;
}

static void
add_to_part(struct walk *w, struct part *part, const struct piece *p)
{
	bool link = false, keep = false;
	size_t at = w->out.n, n;

	if (p->node != TREE_NONE) {
		link = w->tree->nodes[p->node].link;
		keep = w->tree->nodes[p->node].pre;
	}
	if (p->br) {
		srcmap_add(&w->map, at, srcmap_at(&w->page->map, p->start));
		buf_byte(&w->out, '\n');
	} else {
		decode_piece(w, p, keep);
	}
	n = letters(str_cut(buf_str(&w->out), at, w->out.n));
	part->end = w->out.n;
	part->text += n;
	part->link += link ? n : 0;
}

/* Pieces to text and parts; white space begins none. */
static void
flatten(struct walk *w)
{
	struct part *part = NULL;
	uint32_t last = 0;

	for (size_t i = 0; i < w->n; i++) {
		const struct piece *p = &w->v[i];
		struct str s = str_cut(w->html, p->start, p->end);

		if (part == NULL || p->part != last) {
			if (str_trim(s).n == 0)
				continue;
			part = begin_part(w, p);
			last = p->part;
		}
		add_to_part(w, part, p);
	}
	w->page->text = buf_str(&w->out);
	w->page->map = w->map;
}

/* The pieces of a page that is too large for a tree: the text between two
 * tags, and a new part at each tag of a block. */
static void
walk_flat(struct walk *w)
{
	struct markup m = { .text = w->html };
	struct markup_tag tag;
	size_t pos = 0;
	enum html_kind drop = HTML_INLINE;

	while (markup_next(&m, &tag)) {
		if (pos < tag.start && drop == HTML_INLINE)
			add_piece(w, pos, tag.start, false);
		if (tag.kind >= HTML_BREAK)
			w->part++;
		if (tag.kind == HTML_DROP && tag.nest == NEST_COUNTED)
			drop = tag.close ? HTML_INLINE : HTML_DROP;
		pos = m.pos;
	}
	if (pos < w->html.n)
		add_piece(w, pos, w->html.n, false);
}

void
tree_parse(struct page *page, struct tree *tree)
{
	struct walk w = { .page = page,
		.html = page->text,
		.tree = tree,
		.cur = TREE_NONE,
		.out.a = page->a,
		.map.a = page->a };
	GumboOptions options = kGumboDefaultOptions;
	size_t tags;
	struct str safe = markup_bound(page->text, page->a, &tags);

	*tree = (struct tree){ .n_nodes = 0 };
	if (tags > TAGS_MAX || safe.n > UINT32_MAX / 2) {
		walk_flat(&w);
		flatten(&w);
		return;
	}
	options.allocator = take;
	options.deallocator = leave;
	options.userdata = page->a;
	options.max_errors = 0;
	w.parsed = safe.p;
	walk(&w, gumbo_parse_with_options(&options, safe.p, safe.n)->root);
	sort_pieces(&w);
	flatten(&w);
}
