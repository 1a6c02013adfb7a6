/*
 * refrain.c - lines that a source repeats; see refrain.h.
 */
#include "refrain.h"

#include <string.h>

#include "form.h"
#include "shape.h"

#define ENDS 64        /* blocks at either end that are looked at */
#define SHORT_MAX 200  /* bytes of a line without a stop */
#define READER_MAX 500 /* bytes of a paragraph to the reader */
#define NAME_MAX 80    /* bytes of a source's name that is looked for */
#define NAME_SHORT 3   /* of one that must be in the same case: "AP" */
#define ALWAYS 5       /* times that are more than chance */

enum kind {
	KIND_OTHER, /* not the story's text, or a title or caption */
	KIND_FAR,   /* from both ends of the document */
	KIND_HEADING,
	KIND_LINE,   /* without a stop */
	KIND_READER, /* speaks to the reader, or has an address */
	KIND_PLAIN,  /* sentences without a name or number */
	KIND_STORY   /* sentences with one */
};

/* A block, and what is known of it. */
struct unit {
	struct block *block;
	struct str text;
	uint64_t key;
	struct habit_past past;
	enum kind kind; /* one that never came is not READER, not PLAIN */
	bool named;     /* has a name or number */
	bool address;   /* has a URL or the like */
	bool reader;    /* speaks to the reader */
	bool refrain;
};

struct song {
	struct habit *habit;
	uint64_t source;
	struct str name;
	struct unit *v;
	size_t n;
};

/* Whether a word of s that does not begin a sentence has a capital, or any has
 * a digit. */
static bool
is_named(struct str s)
{
	size_t at = 0;
	struct str word;
	bool begins = true;
	char mark;

	while ((word = form_word(s, &at)).n > 0) {
		for (size_t i = 0; i < word.n; i++) {
			if (ch_digit(word.p[i]))
				return true;
		}
		if (!begins && form_capital(word))
			return true;
		begins = form_stopped(word, &mark);
	}
	return false;
}

static bool
has_address(struct str s)
{
	return str_find(s, STR("@"), 0) < s.n || form_has_url(s);
}

/* The first sentence of a block, when its sentences are known. */
static struct str
first_sentence(const struct page *page, const struct unit *u)
{
	const struct cut_span *cut;

	if (u->block->n_cuts == 0)
		return u->text;
	cut = &page->cuts[u->block->cuts];
	return shape_trim(str_cut(page->text, cut->start, cut->end));
}

static bool
is_line(struct str s)
{
	char mark;

	return s.n <= SHORT_MAX && !form_stopped(s, &mark);
}

/* Finds the kind of a unit that came before, which few did.  A heading speaks
 * to the reader without meaning more than the text: "What we know". */
static void
look_closely(const struct page *page, struct unit *u)
{
	u->named = is_named(u->text);
	u->address = has_address(u->text);
	u->reader = (u->kind != KIND_HEADING || u->address) &&
	    form_to_reader(first_sentence(page, u));
	if ((u->reader || u->address) && u->text.n <= READER_MAX)
		u->kind = KIND_READER;
	else if (u->kind == KIND_STORY && !u->named)
		u->kind = KIND_PLAIN;
}

/* Whether s begins with a quotation mark: somebody's words. */
static bool
is_quoted(struct str s)
{
	return str_begins(s, STR("\"")) || str_begins(s, STR("\xe2\x80\x9c")) ||
	    str_begins(s, STR("\xe2\x80\x98"));
}

/* Finds what is known of a unit, when it is of the text. */
static void
look(const struct song *song, const struct page *page, struct unit *u)
{
	enum role role = u->block->role;

	if (role != ROLE_BODY && role != ROLE_HEADING)
		return;
	u->kind = role == ROLE_HEADING ? KIND_HEADING
	    : is_line(u->text)         ? KIND_LINE
				       : KIND_STORY;
	u->key = habit_key(song->source, u->text);
	u->past = habit_past(song->habit, song->source, u->key);
	if (u->past.times > 0)
		look_closely(page, u);
}

static void
collect(struct song *song, struct piece *pieces, size_t n, struct arena *a)
{
	size_t total = 0;

	for (size_t i = 0; i < n; i++)
		total += pieces[i].page.n;
	song->v = arena_alloc(a, total, sizeof(*song->v));
	for (size_t i = 0; i < n; i++) {
		const struct page *page = &pieces[i].page;

		for (size_t k = 0; k < page->n; k++) {
			struct unit *u = &song->v[song->n++];
			struct block *b = &page->v[k];

			u->block = b;
			u->text =
			    shape_trim(str_cut(page->text, b->start, b->end));
			if (song->n <= ENDS || total - song->n < ENDS)
				look(song, page, u);
			else
				u->kind = KIND_FAR;
		}
	}
}

static bool
is_letter(struct str s, size_t at)
{
	return at < s.n && (ch_alpha(s.p[at]) || ch_digit(s.p[at]));
}

/* Whether s has a source's name in it as words of its own.  Cost: linear, as
 * long names are not looked for. */
static bool
has_name(struct str s, struct str name)
{
	if (name.n < 2 || name.n > NAME_MAX)
		return false;
	for (size_t i = 0; i + name.n <= s.n; i++) {
		struct str part = str_cut(s, i, i + name.n);

		if ((name.n > NAME_SHORT ? str_ieq(part, name)
					 : str_eq(part, name)) &&
		    (i == 0 || !is_letter(s, i - 1)) &&
		    !is_letter(s, i + name.n))
			return true;
	}
	return false;
}

/* Whether it came in one of n documents since it came first. */
static bool
comes_in(const struct unit *u, uint32_t n)
{
	return u->past.times >= u->past.docs / n;
}

/* Whether nearly all documents have it. */
static bool
comes_always(const struct unit *u)
{
	return u->past.times >= ALWAYS &&
	    u->past.times >= u->past.docs - u->past.docs / 4;
}

/* Whether a unit came often enough to be a refrain, if its form allows it.
 * Interviewers ask the same of many. */
static bool
comes_again(const struct unit *u)
{
	return u->past.times >= REFRAIN_TIMES && !is_quoted(u->text) &&
	    (!str_ends(u->text, STR("?")) || comes_always(u));
}

/* Whether a unit with nothing but furniture before it, or, at the tail, behind
 * it, is a refrain. */
static bool
is_at_end(const struct song *song, const struct unit *u, bool tail)
{
	if (!comes_again(u))
		return false;
	switch (u->kind) {
	case KIND_HEADING:
		return tail;
	case KIND_LINE:
	case KIND_READER:
		return true;
	case KIND_PLAIN:
		return comes_always(u);
	default:
		return has_name(u->text, song->name) &&
		    (tail || comes_always(u));
	}
}

/* Whether unit i is none of several lines, as those of a list or a table. */
static bool
is_alone(const struct song *song, size_t i)
{
	return (i == 0 || song->v[i - 1].kind != KIND_LINE) &&
	    (i + 1 >= song->n || song->v[i + 1].kind != KIND_LINE);
}

/* Whether unit i is a refrain wherever it stands. */
static bool
is_anywhere(const struct song *song, size_t i)
{
	const struct unit *u = &song->v[i];

	if (!comes_again(u))
		return false;
	if (u->kind == KIND_LINE)
		return is_alone(song, i) &&
		    (!u->named ||
			(comes_in(u, 3) && has_name(u->text, song->name)));
	return u->kind == KIND_READER && u->reader &&
	    (u->address || comes_in(u, 3));
}

/* Whether a unit that is no refrain is of the story, so that what is beyond it
 * is not at an end. */
static bool
is_story(const struct unit *u)
{
	return u->kind != KIND_OTHER;
}

static void
find(struct song *song)
{
	for (size_t i = 0; i < song->n; i++)
		song->v[i].refrain = is_anywhere(song, i);
	for (size_t i = 0; i < song->n; i++) {
		struct unit *u = &song->v[i];

		u->refrain = u->refrain || is_at_end(song, u, false);
		if (!u->refrain && is_story(u))
			break;
	}
	for (size_t i = song->n; i-- > 0;) {
		struct unit *u = &song->v[i];

		u->refrain = u->refrain || is_at_end(song, u, true);
		if (!u->refrain && is_story(u))
			break;
	}
}

/* Marks what was found, unless nothing of the text would be left. */
static void
mark(struct song *song)
{
	bool left = false;

	for (size_t i = 0; i < song->n; i++) {
		const struct unit *u = &song->v[i];

		left = left ||
		    (!u->refrain && is_story(u) &&
			u->block->role != ROLE_HEADING);
	}
	for (size_t i = 0; left && i < song->n; i++) {
		if (song->v[i].refrain)
			song->v[i].block->role = ROLE_BOILERPLATE;
	}
}

/* Whether at least half of the paragraphs were there, not counting what may
 * become a refrain: the document is a version of an earlier one.  So may be one
 * that has none. */
static bool
is_version(const struct song *song)
{
	size_t all = 0, seen = 0;

	for (size_t i = 0; i < song->n; i++) {
		const struct unit *u = &song->v[i];

		if (u->kind != KIND_STORY && u->kind != KIND_PLAIN)
			continue;
		if (u->refrain)
			continue;
		all += u->text.n;
		seen += u->past.times > 0 ? u->text.n : 0;
	}
	return seen >= all - seen;
}

static void
learn(const struct song *song, struct arena scratch)
{
	uint64_t *keys = arena_alloc(&scratch, song->n, sizeof(*keys));
	size_t n = 0;

	for (size_t i = 0; i < song->n; i++) {
		if (song->v[i].kind > KIND_FAR)
			keys[n++] = song->v[i].key;
	}
	habit_learn(song->habit, song->source, keys, n, is_version(song));
}

/* "example.com" of "https://www.example.com/news/a.html". */
static struct str
host_of(struct str url)
{
	size_t start = str_find(url, STR("://"), 0) + 3, end;

	if (start > url.n)
		return STR("");
	url = str_cut(url, start, url.n);
	if (str_begins(url, STR("www.")))
		url = str_cut(url, 4, url.n);
	for (end = 0; end < url.n; end++) {
		if (memchr("/:?#", url.p[end], 4) != NULL)
			break;
	}
	return str_cut(url, 0, end);
}

void
refrain_mark(struct habit *habit, struct str name, struct str url,
    struct piece *pieces, size_t n, struct arena scratch)
{
	struct song song = { .habit = habit, .name = name };

	if (name.n == 0)
		song.name = host_of(url);
	if (song.name.n == 0)
		return;
	song.source = habit_source(song.name);
	collect(&song, pieces, n, &scratch);
	find(&song);
	mark(&song);
	learn(&song, scratch);
}
