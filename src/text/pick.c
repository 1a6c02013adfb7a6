/*
 * pick.c - which parts of a page are its story; see pick.h.
 */
#include "pick.h"

#include <string.h>

/* What a class tells; of two the later one here counts. */
enum hint {
	HINT_NONE,
	HINT_PLAIN, /* tells nothing, though a word of it would */
	HINT_MUTE,  /* what it begins tells nothing */
	HINT_DATA,
	HINT_BOX,
	HINT_FURNITURE,
	HINT_CAPTION,
	HINT_COMMENTS,
	HINT_LEAD,
	HINT_STORY
};

#include "html_hints.h"

#define WORD_MAX 32 /* longer words in a class are nobody's */

/* Bounds, tuned on the pages of make quality (html). */
#define STORY_SHARE 0.8 /* of the running text is in the story */
#define NAMED_SHARE 0.5 /* the same, if the element says that it is one */
#define RUNNING_MIN 25  /* bytes: less is no running text */
#define DATA_MAX 300    /* bytes: more is not just author and date */
#define LEAD_MIN 40     /* bytes of a text that is called a lead */
#define NEAR_MIN 80     /* bytes of one that only stands where leads do */
#define HEADING_MAX 60  /* bytes: more is a sentence of its own */
#define LABEL_MAX 40    /* bytes of a paragraph that may be a heading */

/* What is known of a node. */
struct seen {
	enum hint hint;
	bool bad;     /* it is, or is in, furniture */
	bool lead;    /* it is, or is in, what leads to the story */
	bool holds;   /* a part of the story, by its hint, is in it */
	bool caption; /* it is, or is in, a caption */
	size_t text;  /* bytes of text in it but links, all parts below */
	size_t link;  /* bytes of links in it */
	size_t parts; /* of text in it */
	double score; /* of the running text in it */
};

struct pick {
	const struct tree *tree;
	struct str text;
	struct seen *v; /* one for each node */
	enum role *roles;
	size_t total;   /* bytes of text of the page but links */
	uint32_t story; /* the node that is the story */
	size_t first;   /* its first part */
	size_t title;   /* the last part before that is a title */
};

/* A word of a class as it is read: "entryContent" has two. */
struct words {
	char now[2 * WORD_MAX + 1]; /* the word before, "-", and this one */
	size_t prev, n;             /* length of the word before; of all */
	bool mute;                  /* the first word makes all tell nothing */
};

static enum hint
look_up(struct str word)
{
	const struct html_hints *row = tab_find(&html_hints_tab, word);

	return row == NULL ? HINT_NONE : (enum hint)row->hint;
}

static enum hint
stronger(enum hint a, enum hint b)
{
	return b > a ? b : a;
}

/* The word that has been read ends: looks it up, alone and with the one
 * before it. */
static enum hint
end_word(struct words *w)
{
	size_t start = w->prev > 0 ? w->prev + 1 : 0;
	struct str all = { w->now, w->n };
	struct str word = str_cut(all, start, w->n);
	enum hint hint = HINT_NONE;

	if (word.n == 0)
		return HINT_NONE;
	if (w->prev > 0)
		hint = look_up(all);
	if (hint == HINT_NONE)
		hint = look_up(word);
	if (w->prev == 0 && hint == HINT_MUTE)
		w->mute = true;
	memmove(w->now, word.p, word.n);
	w->prev = word.n;
	w->now[word.n] = '-';
	w->n = word.n + 1;
	return w->mute ? HINT_NONE : hint;
}

static void
add_letter(struct words *w, char c)
{
	size_t start = w->prev > 0 ? w->prev + 1 : 0;

	if (w->n - start < WORD_MAX)
		w->now[w->n++] = (char)ch_tolower(c);
}

/* The hint in the value of class, id, role or itemprop. */
static enum hint
hint_in(struct str s)
{
	struct words w = { .n = 0 };
	enum hint hint = HINT_NONE;

	for (size_t i = 0; i < s.n; i++) {
		char c = s.p[i];

		if (!ch_alpha(c) ||
		    (ch_upper(c) && i > 0 && ch_lower(s.p[i - 1])))
			hint = stronger(hint, end_word(&w));
		if (ch_space(c))
			w = (struct words){ .n = 0 };
		if (ch_alpha(c))
			add_letter(&w, c);
	}
	return stronger(hint, end_word(&w));
}

static enum hint
hint_of(const struct node *node)
{
	static const char *const attrs[] = { "class", "id", "role",
		"itemprop" };
	enum hint hint = HINT_NONE;

	for (size_t i = 0; i < COUNT(attrs); i++)
		hint =
		    stronger(hint, hint_in(tree_attr(node->attrs, attrs[i])));
	return hint;
}

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

/* Whether the node is not of the story, for itself. */
static bool
is_bad(const struct pick *p, size_t i)
{
	const struct node *node = &p->tree->nodes[i];
	const struct seen *s = &p->v[i];
	bool small = s->text * 2 < p->total;

	if (node->kind == HTML_ROOT || node->parent == 0)
		return false;
	if (node->kind == HTML_CONTROL)
		return true;
	if (s->holds)
		return false;
	if (node->kind == HTML_FURNITURE)
		return small;
	if (s->hint == HINT_COMMENTS)
		return s->text * 10 < p->total * 9;
	if (s->hint == HINT_FURNITURE)
		return small;
	if (s->hint == HINT_BOX)
		return s->link * 4 > s->text && small;
	if (s->hint == HINT_DATA)
		return s->text < DATA_MAX && small;
	return false;
}

/* Reads the hints, and which nodes hold one that is the story. */
static void
find_hints(struct pick *p)
{
	const struct tree *t = p->tree;

	for (size_t i = t->n_nodes; i-- > 0;) {
		struct seen *s = &p->v[i];

		s->hint = hint_of(&t->nodes[i]);
		if (s->hint == HINT_STORY && s->text * 4 > p->total)
			s->holds = true;
		if (t->nodes[i].kind == HTML_ARTICLE && s->text * 2 > p->total)
			s->holds = true;
		if (s->holds && i > 0)
			p->v[t->nodes[i].parent].holds = true;
	}
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
	return val * (1 - link / text);
}

static void
score(struct pick *p)
{
	const struct tree *t = p->tree;

	for (size_t i = 0; i < t->n_parts; i++) {
		if (t->parts[i].node != TREE_NONE)
			p->v[t->parts[i].node].score +=
			    running(p, &t->parts[i]);
	}
	for (size_t i = t->n_nodes; i-- > 1;)
		p->v[t->nodes[i].parent].score += p->v[i].score;
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
	const struct node *node = &t->nodes[part->node];
	const struct seen *s = &p->v[part->node];
	bool inside =
	    part->node >= p->story && part->node <= t->nodes[p->story].last;

	if (node->kind == HTML_TITLE && !s->bad && (inside || i == p->title))
		return ROLE_TITLE;
	if (s->bad || (!inside && !leads(p, i)))
		return ROLE_BOILERPLATE;
	if (part->link * 10 > part->text * 6)
		return ROLE_BOILERPLATE;
	if (node->kind == HTML_HEADING)
		return ROLE_HEADING;
	return s->caption ? ROLE_CAPTION : ROLE_NONE;
}

/* The parts between which leads() looks. */
static void
find_lead(struct pick *p)
{
	const struct tree *t = p->tree;

	p->first = t->n_parts;
	p->title = t->n_parts;
	for (size_t i = 0; i < t->n_parts && p->first == t->n_parts; i++) {
		uint32_t node = t->parts[i].node;

		if (node != TREE_NONE && node >= p->story &&
		    node <= t->nodes[p->story].last)
			p->first = i;
		else if (node != TREE_NONE && t->nodes[node].kind == HTML_TITLE)
			p->title = i;
	}
}

/* Whether a part is a heading in form or by its element. */
static bool
is_label(const struct pick *p, size_t i)
{
	const struct part *part = &p->tree->parts[i];
	enum html_kind kind = p->tree->nodes[part->node].kind;

	if (p->roles[i] == ROLE_HEADING)
		return part->text < HEADING_MAX;
	return p->roles[i] == ROLE_NONE && part->text > 0 &&
	    part->text < LABEL_MAX &&
	    (kind == HTML_PARA || kind == HTML_BLOCK) &&
	    p->text.p[part->end - 1] != '.';
}

/* A heading over nothing of the story is none of it. */
static void
check_labels(struct pick *p)
{
	bool kept = true; /* a text may end with one */

	for (size_t i = p->tree->n_parts; i-- > 0;) {
		if (p->tree->parts[i].node == TREE_NONE)
			continue;
		if (!kept && is_label(p, i))
			p->roles[i] = ROLE_BOILERPLATE;
		else if (p->roles[i] != ROLE_HEADING)
			kept = p->roles[i] != ROLE_BOILERPLATE;
	}
}

enum role *
pick_roles(const struct tree *tree, struct str text, struct arena *a)
{
	struct pick p = { .tree = tree, .text = text };

	p.v = arena_alloc(a, tree->n_nodes, sizeof(*p.v));
	p.roles = arena_alloc(a, tree->n_parts + 1, sizeof(*p.roles));
	if (tree->n_nodes == 0)
		return p.roles;
	count_text(&p);
	find_bad(&p);
	score(&p);
	p.story = find_story(&p);
	find_lead(&p);
	for (size_t i = 0; i < tree->n_parts; i++) {
		if (tree->parts[i].node != TREE_NONE)
			p.roles[i] = role_at(&p, i);
	}
	check_labels(&p);
	return p.roles;
}
