/*
 * pick.c - which parts of a page are its story; see pick.h.
 */
#include "pick.h"

#include "hint.h"
#include "label.h"
#include "title.h"

/* Bounds, tuned on the pages of make quality (html). */
#define STORY_SHARE 0.8  /* of the running text is in the story */
#define NAMED_SHARE 0.5  /* the same, if the element says that it is one */
#define RUNNING_MIN 25   /* bytes: less is no running text */
#define SHORT_TEXT 100.0 /* bytes: less is less than it */
#define DATA_MAX 300     /* bytes: more is not just author and date */
#define LEAD_MIN 40      /* bytes of a text that is called a lead */
#define NEAR_MIN 80      /* bytes of one that only stands where leads do */
#define TEASER_MAX 500   /* bytes of text of a teaser */
#define TEASER_PARTS 6   /* parts of one */
#define HEADING_MAX 60   /* bytes: more is a sentence of its own */
#define ROW_MAX 3        /* paragraphs as labels: more are a list */
#define SHORT_MAX 40     /* bytes of a paragraph that may be a heading */
#define SECTION_MAX 80   /* bytes of a paragraph of a list of links */

/* What is known of a node. */
struct seen {
	enum hint hint;
	bool bad;     /* it is, or is in, furniture */
	bool lead;    /* it is, or is in, what leads to the story */
	bool inner;   /* it is, or is in, what is furniture by its name */
	bool named;   /* it is, or is in, the story by its name */
	bool holds;   /* what is the story by its name is in it */
	bool caption; /* it is, or is in, a caption */
	size_t text;  /* bytes of text in it but links, all parts below */
	size_t link;  /* bytes of links in it */
	size_t parts; /* of text in it */
	double score; /* of the running text in it */
	size_t first; /* its first part that is kept */
};

struct pick {
	const struct tree *tree;
	struct str text;
	struct seen *v; /* one for each node */
	enum role *roles;
	bool named;     /* some node says that it is the story */
	size_t total;   /* bytes of text of the page but links */
	uint32_t story; /* the node that is the story */
	size_t first;   /* its first part */
	size_t title;   /* the last part before that is a title */
	size_t told;    /* the part that says what the page calls itself */
};

/* Sums of what is in each node. */
static void
count_text(struct pick *p)
{
	const struct tree *t = p->tree;

	for (size_t i = 0; i < t->n_parts; i++) {
		const struct part *part = &t->parts[i];

		if (part->node == TREE_NONE)
			continue;
		p->v[part->node].text += part->text - part->link;
		p->v[part->node].link += part->link;
		p->v[part->node].parts += part->text > 0;
		p->total += part->text - part->link;
	}
	for (size_t i = t->n_nodes; i-- > 1;) {
		struct seen *up = &p->v[t->nodes[i].parent];

		up->text += p->v[i].text;
		up->link += p->v[i].link;
		up->parts += p->v[i].parts;
	}
}

static struct str
part_text(const struct pick *p, size_t i)
{
	const struct part *part = &p->tree->parts[i];

	return str_cut(p->text, part->start, part->end);
}

static size_t
commas(struct str s)
{
	size_t n = 0;

	for (size_t i = 0; i < s.n; i++)
		n += s.p[i] == ',' || s.p[i] == '.';
	return n;
}

/* How much a part looks like running text. */
static double
running(const struct pick *p, const struct part *part)
{
	double text = (double)part->text, link = (double)part->link, val;

	if (part->node == TREE_NONE || p->v[part->node].bad ||
	    text < RUNNING_MIN)
		return 0;
	val = (double)commas(str_cut(p->text, part->start, part->end));
	val = 1 + (val < 10 ? val : 10) + text / 100;
	if (text < SHORT_TEXT)
		val *= text / SHORT_TEXT;
	return val * (1 - link / text);
}

static void
score(struct pick *p)
{
	const struct tree *t = p->tree;

	for (size_t i = 0; i < t->n_nodes; i++)
		p->v[i].score = 0;
	for (size_t i = 0; i < t->n_parts; i++) {
		if (t->parts[i].node != TREE_NONE)
			p->v[t->parts[i].node].score +=
			    running(p, &t->parts[i]);
	}
	for (size_t i = t->n_nodes; i-- > 1;)
		p->v[t->nodes[i].parent].score += p->v[i].score;
}

/* Whether the node is not of the story, for itself. */
static bool
is_bad(const struct pick *p, size_t i)
{
	const struct node *node = &p->tree->nodes[i];
	const struct seen *s = &p->v[i];
	bool small = (p->named && !s->named) || s->text * 2 < p->total;

	if (node->kind == HTML_ROOT || node->parent == 0)
		return false;
	if (node->kind == HTML_CONTROL)
		return true;
	if (s->holds)
		return false;
	if (node->kind == HTML_FURNITURE || s->hint == HINT_FURNITURE)
		return small;
	if (s->hint == HINT_COMMENTS)
		return s->text * 10 < p->total * 9;
	if (node->kind == HTML_FORM)
		return s->text * 4 < p->total && small;
	if (s->hint == HINT_BOX)
		return s->link * 4 > s->text && small;
	if (s->hint == HINT_DATA)
		return s->text < DATA_MAX && small;
	return false;
}

/* Whether a node says that it is the story, and is large enough for it. */
static bool
is_named(const struct pick *p, size_t i, bool inner)
{
	const struct seen *s = &p->v[i];

	if (s->inner && !inner)
		return false;
	if (s->hint == HINT_STORY &&
	    (s->text * 4 > p->total || s->score * 4 > p->v[0].score))
		return true;
	return p->tree->nodes[i].kind == HTML_ARTICLE && s->text * 2 > p->total;
}

/* Finds which nodes hold one that is the story, by what it says; such a node
 * inside furniture only if there is no other. */
static void
find_named(struct pick *p, bool inner)
{
	const struct tree *t = p->tree;

	for (size_t i = t->n_nodes; i-- > 0;) {
		struct seen *s = &p->v[i];

		s->named = is_named(p, i, inner);
		s->holds |= s->named;
		p->named |= s->named && s->hint == HINT_STORY;
		if (s->holds && i > 0)
			p->v[t->nodes[i].parent].holds = true;
	}
	if (!p->named && !inner)
		find_named(p, true);
}

/* Reads the hints. */
static void
find_hints(struct pick *p)
{
	const struct tree *t = p->tree;

	for (size_t i = 0; i < t->n_nodes; i++) {
		struct seen *s = &p->v[i];
		uint32_t up = t->nodes[i].parent;

		s->hint = hint_of(t->nodes[i].attrs);
		s->inner = t->nodes[i].kind == HTML_FURNITURE ||
		    (s->hint == HINT_FURNITURE && up != 0 && up != TREE_NONE) ||
		    (up != TREE_NONE && p->v[up].inner);
	}
	find_named(p, false);
	for (size_t i = 1; i < t->n_nodes; i++)
		p->v[i].named |= p->v[t->nodes[i].parent].named;
}

static void
find_bad(struct pick *p)
{
	find_hints(p);
	for (size_t i = 0; i < p->tree->n_nodes; i++) {
		const struct node *node = &p->tree->nodes[i];
		struct seen *s = &p->v[i];

		s->bad = is_bad(p, i);
		s->lead = s->hint == HINT_LEAD;
		s->caption =
		    node->kind == HTML_CAPTION || s->hint == HINT_CAPTION;
		if (node->parent != TREE_NONE) {
			s->bad |= p->v[node->parent].bad;
			s->lead |= p->v[node->parent].lead;
			s->caption |= p->v[node->parent].caption;
		}
	}
}

/* The node that is the story: from the page down, as long as a node holds
 * most of the running text of the page; not a mere paragraph, which stands
 * beside others. */
static uint32_t
find_story(const struct pick *p)
{
	const struct tree *t = p->tree;
	double all = p->v[0].score;
	uint32_t best = 0;

	for (uint32_t i = 1; i <= t->nodes[best].last; i++) {
		enum html_kind kind = t->nodes[i].kind;
		bool named = p->v[i].hint == HINT_STORY ||
		    kind == HTML_ARTICLE || kind == HTML_MAIN;

		if (p->v[i].parts > 1 &&
		    p->v[i].score > all * (named ? NAMED_SHARE : STORY_SHARE))
			best = i;
	}
	return best;
}

/* Whether a part outside the story is of it still: what stands between the
 * title and the story, or is called its summary. */
static bool
leads(const struct pick *p, size_t i)
{
	const struct part *part = &p->tree->parts[i];
	const struct seen *s = &p->v[part->node];
	bool near = i > p->title && i < p->first;

	if (s->bad || part->link * 4 > part->text)
		return false;
	return (s->lead && part->text >= LEAD_MIN) ||
	    (near && part->text >= NEAR_MIN);
}

static enum role
role_at(const struct pick *p, size_t i)
{
	const struct tree *t = p->tree;
	const struct part *part = &t->parts[i];
	enum html_kind kind = tree_kind(t, part->node);
	const struct seen *s = &p->v[part->node];
	bool inside =
	    part->node >= p->story && part->node <= t->nodes[p->story].last;

	if (p->told < t->n_parts) {
		if (i == p->told)
			return ROLE_TITLE;
		if (kind == HTML_TITLE && inside && !s->bad)
			return ROLE_HEADING;
	} else if (kind == HTML_TITLE && !s->bad && (inside || i == p->title)) {
		return ROLE_TITLE;
	}
	if (s->bad || (!inside && !leads(p, i)))
		return ROLE_BOILERPLATE;
	if (part->link * 10 > part->text * 6)
		return ROLE_BOILERPLATE;
	if (kind == HTML_HEADING)
		return ROLE_HEADING;
	return s->caption ? ROLE_CAPTION : ROLE_NONE;
}

/* The parts between which leads() looks. */
static void
find_lead(struct pick *p, struct str title, struct arena scratch)
{
	const struct tree *t = p->tree;

	p->first = t->n_parts;
	p->title = t->n_parts;
	for (size_t i = 0; i < t->n_parts && p->first == t->n_parts; i++) {
		uint32_t node = t->parts[i].node;

		if (node != TREE_NONE && node >= p->story &&
		    node <= t->nodes[p->story].last)
			p->first = i;
		else if (node != TREE_NONE && tree_kind(t, node) == HTML_TITLE)
			p->title = i;
	}
	p->told = title_part(t, p->text, title, p->first, scratch);
	if (p->title == t->n_parts)
		p->title = p->told;
}

static bool
stopped(char c)
{
	return c == '.' || c == '!' || c == '?';
}

/* Whether a part is a heading in form or by its element. */
static bool
is_label(const struct pick *p, size_t i)
{
	const struct part *part = &p->tree->parts[i];
	enum html_kind kind;

	if (part->node == TREE_NONE)
		return false;
	kind = tree_kind(p->tree, part->node);
	if (p->roles[i] == ROLE_HEADING)
		return part->text < HEADING_MAX;
	return p->roles[i] == ROLE_NONE && part->text > 0 &&
	    part->text < SHORT_MAX &&
	    (kind == HTML_PARA || kind == HTML_BLOCK) &&
	    !stopped(p->text.p[part->end - 1]);
}

/* How many paragraphs that are labels end at part i, one over the other; of
 * those few that are looked at. */
static size_t
row_of_labels(const struct pick *p, size_t i)
{
	size_t n = 0, end = i > 2 * ROW_MAX ? i - 2 * ROW_MAX : 0;

	for (i++; i-- > end && is_label(p, i);)
		n += p->roles[i] != ROLE_HEADING;
	return n;
}

/* A heading over nothing of the story is none of it. */
static void
check_labels(struct pick *p)
{
	bool kept = true; /* a text may end with one */

	for (size_t i = p->tree->n_parts; i-- > 0;) {
		if (p->tree->parts[i].node == TREE_NONE)
			continue;
		if (!kept && is_label(p, i) && row_of_labels(p, i) <= ROW_MAX)
			p->roles[i] = ROLE_BOILERPLATE;
		else if (p->roles[i] != ROLE_HEADING)
			kept = p->roles[i] != ROLE_BOILERPLATE;
	}
}

/* Which part that is kept is the first in each node. */
static void
find_first(struct pick *p)
{
	const struct tree *t = p->tree;

	for (size_t i = 0; i < t->n_nodes; i++)
		p->v[i].first = SIZE_MAX;
	for (size_t i = t->n_parts; i-- > 0;) {
		uint32_t node = t->parts[i].node;

		if (node != TREE_NONE && p->roles[i] != ROLE_BOILERPLATE &&
		    t->parts[i].text > 0)
			p->v[node].first = i;
	}
	for (size_t i = t->n_nodes; i-- > 1;) {
		struct seen *up = &p->v[t->nodes[i].parent];

		if (p->v[i].first < up->first)
			up->first = p->v[i].first;
	}
}

/* Whether a section of furniture is over at a part: a heading, or a
 * paragraph of running text. */
static bool
section_over(const struct pick *p, size_t i)
{
	const struct part *part = &p->tree->parts[i];
	enum html_kind kind = tree_kind(p->tree, part->node);

	if (kind == HTML_HEADING || kind == HTML_TITLE)
		return true;
	if (kind >= HTML_LIST)
		return part->text > 2 * SECTION_MAX &&
		    part->link * 5 < part->text;
	return part->text > SECTION_MAX && part->link * 3 < part->text;
}

/* Whether part i begins a node, which is a minor one of the story. */
static bool
heads(const struct pick *p, size_t i, uint32_t node)
{
	return node > p->story && p->v[node].first == i &&
	    p->v[node].score * 2 < p->v[p->story].score;
}

/* The section that part i is the label of: what it alone heads, or else what
 * follows beside it.  Returns its last part. */
static size_t
drop_section(struct pick *p, size_t i)
{
	const struct tree *t = p->tree;
	uint32_t node = t->parts[i].node, up;
	size_t j = i + 1;
	bool whole;

	while ((up = t->nodes[node].parent) != TREE_NONE && heads(p, i, up))
		node = up;
	p->roles[i] = ROLE_BOILERPLATE;
	whole = heads(p, i, node) && j < t->n_parts &&
	    t->parts[j].node <= t->nodes[node].last;
	if (!whole && up != TREE_NONE)
		node = up;
	for (; j < t->n_parts; j++) {
		uint32_t at = t->parts[j].node;

		if (at == TREE_NONE || at < node || at > t->nodes[node].last ||
		    (!whole && section_over(p, j)))
			break;
		p->roles[j] = ROLE_BOILERPLATE;
	}
	return j - 1;
}

/* Whether part i is a heading that is a link to another story. */
static bool
is_link_heading(const struct pick *p, size_t i)
{
	const struct part *part = &p->tree->parts[i];
	enum html_kind kind;

	if (part->node == TREE_NONE || part->link * 10 <= part->text * 6)
		return false;
	kind = tree_kind(p->tree, part->node);
	return kind == HTML_TITLE || kind == HTML_HEADING;
}

/* The element that holds a heading at part i with the text behind it, and
 * little else, as a teaser of another story does; or TREE_NONE. */
static uint32_t
teaser_at(const struct pick *p, size_t i)
{
	const struct tree *t = p->tree;
	uint32_t node, behind;

	if (i + 1 >= t->n_parts || !is_link_heading(p, i) ||
	    p->roles[i + 1] == ROLE_BOILERPLATE)
		return TREE_NONE;
	node = t->parts[i].node;
	behind = t->parts[i + 1].node;
	while (node > p->story && node != TREE_NONE &&
	    (behind < node || behind > t->nodes[node].last))
		node = t->nodes[node].parent;
	if (node == TREE_NONE || node <= p->story ||
	    p->v[node].parts > TEASER_PARTS || p->v[node].text > TEASER_MAX)
		return TREE_NONE;
	return node;
}

/* Teasers of other stories, if the page has several, and they are not what it
 * is all about: a list of the best ten. */
static void
drop_teasers(struct pick *p)
{
	const struct tree *t = p->tree;
	size_t n = 0, sum = 0;

	for (size_t i = 0; i < t->n_parts; i++) {
		uint32_t node = teaser_at(p, i);

		n += node != TREE_NONE;
		sum += node != TREE_NONE ? p->v[node].text : 0;
	}
	if (n < 2 || sum * 4 > p->v[p->story].text)
		return;
	for (size_t i = 0; i < t->n_parts; i++) {
		uint32_t node = teaser_at(p, i);

		for (size_t j = i + 1; node != TREE_NONE && j < t->n_parts &&
		     t->parts[j].node >= node &&
		     t->parts[j].node <= t->nodes[node].last;
		     j++)
			p->roles[j] = ROLE_BOILERPLATE;
	}
}

/* Labels, dates, copyright, and what is under a label. */
static void
drop_labels(struct pick *p)
{
	const struct tree *t = p->tree;

	find_first(p);
	for (size_t i = 0; i < t->n_parts; i++) {
		struct str text = part_text(p, i);
		enum label label;

		if (t->parts[i].node == TREE_NONE ||
		    p->roles[i] == ROLE_BOILERPLATE)
			continue;
		label = label_of(text);
		if (label == LABEL_LINE || label_stamp(text) ||
		    label_copyright(text))
			p->roles[i] = ROLE_BOILERPLATE;
		else if (label == LABEL_SECTION)
			i = drop_section(p, i);
	}
}

enum role *
pick_roles(
    const struct tree *tree, struct str text, struct str title, struct arena *a)
{
	struct pick p = { .tree = tree, .text = text };

	p.v = arena_alloc(a, tree->n_nodes, sizeof(*p.v));
	p.roles = arena_alloc(a, tree->n_parts + 1, sizeof(*p.roles));
	if (tree->n_nodes == 0)
		return p.roles;
	count_text(&p);
	score(&p); /* of all, then but the furniture */
	find_bad(&p);
	score(&p);
	p.story = find_story(&p);
	find_lead(&p, title, *a);
	for (size_t i = 0; i < tree->n_parts; i++) {
		if (tree->parts[i].node != TREE_NONE)
			p.roles[i] = role_at(&p, i);
	}
	drop_teasers(&p);
	drop_labels(&p);
	check_labels(&p);
	return p.roles;
}
