/*
 * habit.c - what each source says again and again; see habit.h.
 */
#include "habit.h"

#include "base/map.h"

#define LIMIT_MIN 4096      /* lines, before the first are forgotten */
#define STALE_MIN (1 << 16) /* bytes of a log that is left as it is */

/* Kinds of items in the store. */
enum { ITEM_DOC = 1, ITEM_SOURCES, ITEM_LINES };

struct line {
	uint64_t key;
	uint32_t source;      /* its number */
	uint32_t first, last; /* documents of the source, from 1 */
	uint32_t times;
};

struct source {
	uint64_t hash;
	uint32_t docs; /* that came */
	uint32_t used; /* when the last one came: as habit->now */
};

/* Before the keys in an ITEM_DOC. */
struct doc {
	uint64_t source;
	uint64_t again;
};

/* Things of one size by their keys, which they begin with. */
struct table {
	struct map map;
	struct arena keys, mark; /* of map */
};

struct habit {
	struct arena *perm;
	struct store *store;
	struct table line_of, source_of;
	struct line *lines;
	struct source *sources;
	size_t lines_cap, sources_cap;
	size_t limit; /* lines, before some are forgotten */
	uint32_t now; /* documents that came */
	struct arena scratch;
};

static struct str
key_of(const uint64_t *key)
{
	return (struct str){ (const char *)key, sizeof(*key) };
}

static void
table_init(struct table *t)
{
	t->keys = t->mark = arena_new(0);
	map_init(&t->map, &t->keys);
}

static void
table_reset(struct table *t)
{
	map_reset(&t->map);
	t->keys = t->mark;
}

struct store_params
habit_params(void)
{
	return (struct store_params){ STORE_HABIT, { HABIT_VERSION },
		{ "made by another version of pk" } };
}

uint64_t
habit_source(struct str name)
{
	return str_hash(name);
}

/* The bytes of text in lower case, white space folded; n is what they are. */
static size_t
fold(char *to, struct str text)
{
	size_t n = 0;
	bool gap = false;

	for (size_t i = 0; i < text.n; i++) {
		bool space = ch_space(text.p[i]);

		if (space && gap)
			continue;
		to[n++] = space ? ' ' : (char)ch_tolower(text.p[i]);
		gap = space;
	}
	return n;
}

uint64_t
habit_key(uint64_t source, struct str text)
{
	uint64_t sums[2] = { source, 0 };
	char folded[HABIT_FOLD];

	if (text.n <= sizeof(folded))
		text = (struct str){ folded, fold(folded, text) };
	sums[1] = str_hash(text);
	return str_hash((struct str){ (const char *)sums, sizeof(sums) });
}

/* The number of a source, which is new when it was not there. */
static uint32_t
source_number(struct habit *h, uint64_t hash)
{
	size_t n = h->source_of.map.n;
	size_t i = map_put(&h->source_of.map, key_of(&hash));

	if (i < n)
		return (uint32_t)i;
	h->sources = vec_room(
	    h->perm, h->sources, i, &h->sources_cap, sizeof(*h->sources));
	h->sources[i] = (struct source){ .hash = hash };
	return (uint32_t)i;
}

static void
put_line(struct habit *h, const struct line *line)
{
	size_t n = h->line_of.map.n;
	size_t i = map_put(&h->line_of.map, key_of(&line->key));

	if (i == n)
		h->lines = vec_room(
		    h->perm, h->lines, i, &h->lines_cap, sizeof(*h->lines));
	h->lines[i] = *line;
}

/* Whether a line is not forgotten yet, if one that came once is after so many
 * documents of its source. */
static bool
is_within(const struct habit *h, const struct line *line, uint32_t once)
{
	uint32_t age = h->sources[line->source].docs - line->last;

	return age < (line->times > 1 ? HABIT_AGAIN : once);
}

static bool
is_known(const struct habit *h, const struct line *line)
{
	return is_within(h, line, HABIT_ONCE);
}

struct habit_past
habit_past(const struct habit *h, uint64_t source, uint64_t key)
{
	size_t i = map_find(&h->line_of.map, key_of(&key));
	size_t k = map_find(&h->source_of.map, key_of(&source));
	const struct line *line;

	if (i == MAP_NONE || k == MAP_NONE || !is_known(h, &h->lines[i]))
		return (struct habit_past){ 0, 0 };
	line = &h->lines[i];
	return (struct habit_past){ line->times,
		h->sources[k].docs - line->first + 1 };
}

/* What is kept when there are too many lines: those of sources that came
 * within the last span documents, and of these what is_within() once. */
struct bound {
	uint32_t span, once;
};

static bool
is_kept(const struct habit *h, const struct line *line, struct bound bound)
{
	return h->now - h->sources[line->source].used <= bound.span &&
	    is_within(h, line, bound.once);
}

static bool
is_too_much(const struct habit *h, struct bound bound)
{
	size_t n = 0;

	for (size_t i = 0; i < h->line_of.map.n; i++)
		n += is_kept(h, &h->lines[i], bound);
	return n > HABIT_LINES / 2;
}

static void
keep_lines(struct habit *h, struct bound bound)
{
	size_t n = h->line_of.map.n;

	table_reset(&h->line_of);
	for (size_t i = 0; i < n; i++) {
		struct line line = h->lines[i];

		if (is_kept(h, &line, bound))
			put_line(h, &line);
	}
}

/* Forgets the sources beyond span, whose lines are gone. */
static void
keep_sources(struct habit *h, uint32_t span, struct arena scratch)
{
	size_t n = h->source_of.map.n;
	uint32_t *to = arena_alloc(&scratch, n, sizeof(*to));

	table_reset(&h->source_of);
	for (size_t i = 0; i < n; i++) {
		struct source s = h->sources[i];

		if (h->now - s.used > span)
			continue;
		to[i] = source_number(h, s.hash);
		h->sources[to[i]] = s;
	}
	for (size_t i = 0; i < h->line_of.map.n; i++)
		h->lines[i].source = to[h->lines[i].source];
}

/* Makes room when there are more lines than the limit.  Cost: their number,
 * and half of the limit may come before the next time. */
static void
forget(struct habit *h)
{
	struct bound bound = { h->now, HABIT_ONCE };

	keep_lines(h, bound);
	if (h->line_of.map.n <= h->limit / 2)
		return;
	if (h->limit < HABIT_LINES) {
		h->limit *= 2;
		return;
	}
	while (bound.once > 1 && is_too_much(h, bound))
		bound.once /= 2;
	while (bound.span > 0 && is_too_much(h, bound))
		bound.span /= 2;
	keep_lines(h, bound);
	keep_sources(h, bound.span, h->scratch);
}

/* One more document has the line. */
static void
count_line(struct habit *h, uint32_t number, uint64_t key, bool again)
{
	uint32_t docs = h->sources[number].docs;
	struct line new = { key, number, docs, docs, 1 }, *line;
	size_t i = map_find(&h->line_of.map, key_of(&key));

	if (i == MAP_NONE || !is_known(h, &h->lines[i])) {
		put_line(h, &new);
		return;
	}
	line = &h->lines[i];
	/* A line that a document has twice counts once. */
	line->times += !again && line->last < docs;
	line->last = docs;
}

static void
learn(struct habit *h, uint64_t source, const uint64_t *keys, size_t n,
    bool again)
{
	uint32_t number = source_number(h, source);

	h->sources[number].used = ++h->now;
	h->sources[number].docs += !again;
	for (size_t i = 0; i < n; i++)
		count_line(h, number, keys[i], again);
	if (h->line_of.map.n > h->limit)
		forget(h);
}

void
habit_learn(struct habit *h, uint64_t source, const uint64_t *keys, size_t n,
    bool again)
{
	struct doc doc = { source, again };

	learn(h, source, keys, n, again);
	if (h->store != NULL)
		store_add(h->store, ITEM_DOC,
		    (struct str){ (const char *)&doc, sizeof(doc) },
		    (struct str){ (const char *)keys, n * sizeof(*keys) });
}

/* What a log begins with that was written anew. */
static void
recall_sources(struct habit *h, struct str s)
{
	struct source source;

	for (; s.n >= sizeof(source); s = str_cut(s, sizeof(source), s.n)) {
		uint32_t number;

		memcpy(&source, s.p, sizeof(source));
		number = source_number(h, source.hash);
		h->sources[number] = source;
		if (source.used > h->now)
			h->now = source.used;
	}
}

static void
recall_lines(struct habit *h, struct str s)
{
	struct line line;

	for (; s.n >= sizeof(line); s = str_cut(s, sizeof(line), s.n)) {
		memcpy(&line, s.p, sizeof(line));
		if (line.source < h->source_of.map.n)
			put_line(h, &line);
	}
	while (h->limit < h->line_of.map.n)
		h->limit *= 2;
}

static void
recall(struct habit *h, const struct store_item *item)
{
	struct doc doc;

	if (item->kind == ITEM_SOURCES)
		recall_sources(h, item->body);
	else if (item->kind == ITEM_LINES)
		recall_lines(h, item->body);
	if (item->kind != ITEM_DOC || item->body.n < sizeof(doc))
		return;
	memcpy(&doc, item->body.p, sizeof(doc));
	/* Items are aligned, so the keys need not be copied. */
	learn(h, doc.source,
	    (const uint64_t *)(const void *)(item->body.p + sizeof(doc)),
	    (item->body.n - sizeof(doc)) / sizeof(uint64_t), doc.again != 0);
}

struct habit *
habit_open(struct arena *perm, struct store *store)
{
	struct habit *h = arena_alloc(perm, 1, sizeof(*h));
	struct store_item item;

	h->perm = perm;
	h->store = store;
	h->limit = LIMIT_MIN;
	h->scratch = arena_new(0);
	table_init(&h->line_of);
	table_init(&h->source_of);
	while (store != NULL && store_next(store, &item))
		recall(h, &item);
	return h;
}

bool
habit_stale(const struct habit *h)
{
	size_t held = h->source_of.map.n * sizeof(*h->sources);

	for (size_t i = 0; i < h->line_of.map.n; i++) {
		if (is_known(h, &h->lines[i]))
			held += sizeof(*h->lines);
	}
	return h->store != NULL && store_size(h->store) > STALE_MIN &&
	    store_size(h->store) / 4 > held;
}

void
habit_renew(struct habit *h)
{
	keep_lines(h, (struct bound){ h->now, HABIT_ONCE });
	store_renew(h->store);
	store_add(h->store, ITEM_SOURCES,
	    (struct str){ (const char *)h->sources,
		h->source_of.map.n * sizeof(*h->sources) },
	    STR(""));
	store_add(h->store, ITEM_LINES,
	    (struct str){
		(const char *)h->lines, h->line_of.map.n * sizeof(*h->lines) },
	    STR(""));
}
