/*
 * tree.c - an HTML page as a tree and flat text; see tree.h.
 *
 * As the standard does it, but for what makes no difference to text: misnested
 * elements of format are none at all, and text between the rows of a table
 * stays there.
 */
#include "tree.h"

#include "flat.h"
#include "ref.h"

#define OPEN_MAX 256      /* elements nested deeper have no node */
#define NODES_MAX 2000000 /* so have those beyond */
#define HEADING_UP 4      /* elements from a text up to its heading */
#define PARTS_MAX 1000000 /* beyond, a block begins a line, not a part */

/* An element that is open. */
struct open {
	struct str name;
	enum html_kind kind;
	uint32_t node; /* itself, or the one it is in */
};

struct walk {
	struct page *page;
	struct markup m;
	struct tree *tree;
	size_t cap_nodes, cap_tells;
	struct flat flat;
	struct open open[OPEN_MAX];
	size_t depth;     /* elements in open, at least html and body */
	size_t excess;    /* elements open beyond those */
	bool link;        /* in an a, which nests in nothing */
	size_t at;        /* of the tag */
	bool br;          /* what was added last is a line end */
	struct str drop;  /* the element without text that is open, or empty */
	size_t drop_nest; /* of elements of its name */
	size_t drop_end;  /* of its tag */
	bool drop_none;   /* such an element was not closed: none is any more */
};

/* Ends the part that is open, or, when there are too many, its line. */
static void
end_part(struct walk *w, size_t at)
{
	const struct piece line = { .start = at, .end = at };
	struct str out = buf_str(&w->flat.out);

	if (w->tree->n_parts < PARTS_MAX)
		flat_end(&w->flat);
	else if (out.p[out.n - 1] != '\n')
		flat_add(&w->flat, &line);
	w->br = false;
}

/* Adds the text [start, end), or a line end; two with nothing between end
 * the part. */
static void
add_piece(struct walk *w, size_t start, size_t end)
{
	struct piece p = { start, end, w->open[w->depth - 1].node, w->link };

	if (start == end && w->br)
		end_part(w, start);
	flat_add(&w->flat, &p);
	w->br = start == end;
}

static struct str
attrs_of(const struct walk *w, const struct markup_tag *tag)
{
	return str_cut(w->m.text, tag->attrs, tag->end - 1);
}

/* A tell's text: what is in the script or title, or, of a time, what stands
 * before the next tag. */
static void
add_tell(struct walk *w, const struct markup_tag *tag)
{
	struct tree *t = w->tree;
	struct tell tell = { tag->kind, attrs_of(w, tag), STR("") };
	size_t end = w->m.pos;

	if (tag->kind == HTML_TIME)
		end = str_find(w->m.text, STR("<"), tag->end);
	tell.text = str_cut(w->m.text, tag->end, end);
	t->tells = vec_room(
	    w->page->a, t->tells, t->n_tells, &w->cap_tells, sizeof(*t->tells));
	t->tells[t->n_tells++] = tell;
}

static void
push(struct walk *w, struct str name, enum html_kind kind, struct str attrs)
{
	struct tree *t = w->tree;
	uint32_t i = (uint32_t)t->n_nodes, up = TREE_NONE;
	struct node node = { .kind = kind, .block = i, .attrs = attrs };

	if (w->depth == OPEN_MAX) {
		w->excess++;
		return;
	}
	if (w->depth > 0)
		up = w->open[w->depth - 1].node;
	w->open[w->depth++] = (struct open){ name, kind, up };
	if (i >= NODES_MAX)
		return;
	w->open[w->depth - 1].node = i;
	node.parent = up;
	node.pre = kind == HTML_PRE;
	if (up != TREE_NONE) {
		node.pre |= t->nodes[up].pre;
		if (kind < HTML_RULE)
			node.block = t->nodes[up].block;
	}
	t->nodes =
	    vec_room(w->page->a, t->nodes, i, &w->cap_nodes, sizeof(*t->nodes));
	t->nodes[t->n_nodes++] = node;
}

/* Closes all that is open but the first depth elements. */
static void
pop_to(struct walk *w, size_t depth)
{
	while (w->depth > depth) {
		const struct open *o = &w->open[--w->depth];

		w->tree->nodes[o->node].last = (uint32_t)w->tree->n_nodes - 1;
		if (o->kind >= HTML_RULE)
			end_part(w, w->at);
		if (o->kind == HTML_CELL)
			w->link = false;
	}
}

static bool
is_heading(enum html_kind kind)
{
	return kind == HTML_TITLE || kind == HTML_HEADING;
}

/* What an end tag, or the need of a start tag, does not reach over. */
static bool
is_barrier(enum html_kind open, enum html_kind tag)
{
	if (open == HTML_TABLE)
		return true;
	if (tag == HTML_ROW || tag == HTML_CELL || tag == HTML_TABLE)
		return false;
	if (tag < HTML_RULE)
		return open > HTML_RULE;
	if (tag == HTML_ITEM && open == HTML_LIST)
		return true;
	return open == HTML_CELL || (tag == HTML_PARA && open == HTML_CONTROL);
}

static void
close_tag(struct walk *w, const struct markup_tag *tag)
{
	if (tag->kind >= HTML_RULE)
		end_part(w, w->at);
	if (tag->kind == HTML_LINK)
		w->link = false;
	if (tag->kind == HTML_LINK || tag->kind == HTML_FORMAT ||
	    tag->nest == NEST_VOID)
		return;
	if (w->excess > 0 && tag->nest == NEST_COUNTED) {
		w->excess--;
		return;
	}
	for (size_t i = w->depth; i-- > 2;) {
		const struct open *o = &w->open[i];

		if (str_ieq(o->name, tag->name) ||
		    (is_heading(o->kind) && is_heading(tag->kind))) {
			pop_to(w, i);
			return;
		}
		if (is_barrier(o->kind, tag->kind))
			return;
	}
}

/* Closes the element of that kind that is open, and what is in it, unless
 * something stands between. */
static void
close_kind(struct walk *w, enum html_kind kind)
{
	for (size_t i = w->depth; i-- > 2;) {
		if (w->open[i].kind == kind) {
			pop_to(w, i);
			return;
		}
		if (is_barrier(w->open[i].kind, kind))
			return;
	}
}

/* Whether a row is tbody and the like, which holds rows. */
static bool
is_rows(struct str name)
{
	return !str_ieq(name, STR("tr"));
}

/* Closes what a part of a table ends; false when there is no table. */
static bool
close_cells(struct walk *w, const struct markup_tag *tag)
{
	size_t i = w->depth;

	while (i > 2 && w->open[i - 1].kind != HTML_TABLE)
		i--;
	if (i == 2)
		return false;
	for (; i < w->depth && w->open[i].kind == HTML_ROW; i++) {
		bool rows = is_rows(w->open[i].name);

		if (tag->kind == HTML_ROW && (is_rows(tag->name) || !rows))
			break;
	}
	pop_to(w, i);
	return true;
}

/* Closes what the start of an element ends; false when it is none here. */
static bool
make_room(struct walk *w, const struct markup_tag *tag)
{
	enum html_kind top = w->open[w->depth - 1].kind;

	if (tag->kind == HTML_ROW || tag->kind == HTML_CELL)
		return close_cells(w, tag);
	if (tag->kind == HTML_ITEM)
		close_kind(w, HTML_ITEM);
	if (tag->kind == HTML_CONTROL && tag->nest == NEST_IMPLIED &&
	    top == HTML_CONTROL &&
	    str_ieq(w->open[w->depth - 1].name, tag->name))
		pop_to(w, w->depth - 1);
	if (tag->kind >= HTML_RULE && tag->kind <= HTML_CAPTION)
		close_kind(w, HTML_PARA);
	if (is_heading(tag->kind) && is_heading(w->open[w->depth - 1].kind))
		pop_to(w, w->depth - 1);
	return true;
}

/* Whether the page's own elements are meant: they are open already. */
static bool
is_frame(struct walk *w, const struct markup_tag *tag)
{
	struct node *nodes = w->tree->nodes;

	if (tag->kind == HTML_ROOT) {
		if (nodes[0].attrs.n == 0)
			nodes[0].attrs = attrs_of(w, tag);
		return true;
	}
	if (tag->kind == HTML_BLOCK && tag->nest == NEST_IMPLIED) {
		if (nodes[1].attrs.n == 0)
			nodes[1].attrs = attrs_of(w, tag);
		return true;
	}
	return tag->kind == HTML_INLINE && tag->nest == NEST_IMPLIED;
}

/* "<path/>": such an element that we do not know is empty. */
static bool
is_empty(const struct walk *w, const struct markup_tag *tag)
{
	return tag->nest == NEST_VOID ||
	    (tag->kind == HTML_INLINE && w->m.text.p[tag->end - 2] == '/');
}

/* Whether an a is a link to elsewhere: not a mere name, nor a heading's link to
 * its own place, "<h2><a href=#cost>What it cost", or what opens its text. */
static bool
leads_on(const struct walk *w, const struct markup_tag *tag)
{
	struct str href = markup_value(attrs_of(w, tag), STR("href"));
	uint32_t node = w->open[w->depth - 1].node;

	if (href.n == 0 || href.p[0] != '#')
		return href.n > 0;
	return !is_heading(tree_kind(w->tree, w->tree->nodes[node].block));
}

static void
open_tag(struct walk *w, const struct markup_tag *tag)
{
	enum html_kind kind = tag->kind;

	if (tag->dead)
		return;
	if (kind >= HTML_SCRIPT || kind == HTML_TIME || kind == HTML_ROOT)
		add_tell(w, tag);
	if (kind == HTML_DROP && tag->nest == NEST_COUNTED && !w->drop_none) {
		w->drop = tag->name;
		w->drop_nest = 1;
		w->drop_end = tag->end;
		w->m.foreign = str_ieq(tag->name, STR("svg"));
	}
	if (kind == HTML_BREAK)
		add_piece(w, tag->start, tag->start);
	if (kind == HTML_LINK)
		w->link = leads_on(w, tag);
	if (kind >= HTML_DROP || kind == HTML_BREAK || kind == HTML_LINK ||
	    kind == HTML_FORMAT || is_frame(w, tag) || !make_room(w, tag))
		return;
	if (kind >= HTML_RULE)
		end_part(w, w->at);
	if (kind == HTML_CELL)
		w->link = false;
	if (!is_empty(w, tag))
		push(w, tag->name, kind, attrs_of(w, tag));
	if (tag->nest == NEST_RAW) { /* xmp: text as it is */
		if (tag->end < w->m.pos)
			add_piece(w, tag->end, w->m.pos);
	}
}

/* A tag within what has no text; true when that ends before it. */
static bool
dropped(struct walk *w, const struct markup_tag *tag)
{
	bool picture = str_ieq(w->drop, STR("svg"));

	if (tag->name.n == 0)
		return false;
	if (str_ieq(tag->name, w->drop)) {
		if (tag->close)
			w->drop_nest--;
		else if (w->m.text.p[tag->end - 2] != '/')
			w->drop_nest++;
		if (w->drop_nest == 0)
			w->drop = STR("");
		return false;
	}
	if (!picture || tag->kind < HTML_BLOCK || tag->kind > HTML_CAPTION)
		return false;
	w->drop = STR("");
	return true;
}

/* All tags; false when an element without text is never closed. */
static bool
walk(struct walk *w)
{
	struct markup_tag tag;
	size_t pos = w->m.pos;

	while (markup_next(&w->m, &tag)) {
		size_t from = pos;

		pos = w->m.pos;
		if (w->drop.n > 0 && !dropped(w, &tag)) {
			w->m.foreign &= w->drop.n > 0;
			continue;
		}
		w->m.foreign = false;
		if (from < tag.start)
			add_piece(w, from, tag.start);
		w->at = tag.start;
		if (tag.close)
			close_tag(w, &tag);
		else if (tag.name.n > 0)
			open_tag(w, &tag);
	}
	if (w->drop.n > 0)
		return false;
	if (pos < w->m.text.n)
		add_piece(w, pos, w->m.text.n);
	return true;
}

void
tree_parse(struct page *page, struct tree *tree)
{
	struct walk w = { .page = page, .m.text = page->text, .tree = tree };

	w.flat = (struct flat){ .page = page,
		.html = page->text,
		.tree = tree,
		.out.a = page->a,
		.map.a = page->a };

	*tree = (struct tree){ .n_nodes = 0 };
	push(&w, STR("html"), HTML_ROOT, STR(""));
	push(&w, STR("body"), HTML_BLOCK, STR(""));
	while (!walk(&w)) {
		w.m = (struct markup){ .text = page->text, .pos = w.drop_end };
		w.drop = STR("");
		w.drop_none = true;
	}
	w.at = page->text.n;
	pop_to(&w, 0);
	page->text = buf_str(&w.flat.out);
	page->map = w.flat.map;
}

enum html_kind
tree_kind(const struct tree *tree, uint32_t node)
{
	enum html_kind kind = tree->nodes[node].kind;

	for (int i = 0; i < HEADING_UP && node != TREE_NONE; i++) {
		enum html_kind up = tree->nodes[node].kind;

		if (is_heading(up))
			return up;
		if (up > HTML_BLOCK && up != HTML_PARA)
			break;
		node = tree->nodes[node].parent;
	}
	return kind;
}
