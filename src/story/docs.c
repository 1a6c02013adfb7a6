/*
 * docs.c - documents and their origins; see docs.h.
 */
#include "docs.h"

#include "base/map.h"

struct doc {
	struct str name;
	uint32_t up; /* towards the document that stands for the origin */
};

/* How many sentences of the present document repeat one document. */
struct tally {
	uint32_t of, count;
};

struct docs {
	struct arena *perm, mark, seen_keys;
	struct doc *v;
	size_t n, cap;
	struct map sources;  /* of documents that name one */
	uint32_t *source_of; /* the first document of each */
	size_t sources_cap;
	size_t sentences; /* of the present document */
	struct map seen;  /* documents it repeats: the bytes of .of */
	struct tally *tallies;
	size_t tallies_cap;
};

struct docs *
docs_open(struct arena *perm)
{
	struct docs *docs = arena_alloc(perm, 1, sizeof(*docs));

	docs->perm = perm;
	docs->seen_keys = docs->mark = arena_new(0);
	map_init(&docs->sources, perm);
	map_init(&docs->seen, &docs->seen_keys);
	return docs;
}

static uint32_t
top(struct docs *docs, uint32_t i)
{
	while (docs->v[i].up != i) {
		docs->v[i].up = docs->v[docs->v[i].up].up;
		i = docs->v[i].up;
	}
	return i;
}

/* The earlier document stands for both. */
static void
join(struct docs *docs, uint32_t a, uint32_t b)
{
	a = top(docs, a);
	b = top(docs, b);
	docs->v[a > b ? a : b].up = a > b ? b : a;
}

/* Ends the present document: is it a copy? */
static void
settle(struct docs *docs)
{
	for (size_t i = 0; i < docs->seen.n; i++) {
		if (2 * (size_t)docs->tallies[i].count > docs->sentences)
			join(docs, (uint32_t)docs->n - 1, docs->tallies[i].of);
	}
	docs->sentences = 0;
	map_reset(&docs->seen);
	docs->seen_keys = docs->mark;
}

/* The host of a web address, without "www."; empty when it has none. */
static struct str
host_of(struct str url)
{
	size_t start = str_find(url, STR("://"), 0), end;

	if (start == url.n)
		return (struct str){ url.p, 0 };
	start += 3;
	for (end = start; end < url.n && url.p[end] != '/' &&
	     url.p[end] != '?' && url.p[end] != ':';
	     end++)
		continue;
	url = str_cut(url, start, end);
	return str_begins(url, STR("www.")) ? str_cut(url, 4, url.n) : url;
}

/* Joins document i to the first of the same source. */
static void
join_source(struct docs *docs, uint32_t i, const struct rec *rec)
{
	struct arena scratch = docs->seen_keys;
	struct str source;
	size_t known = docs->sources.n, s;

	if (!rec_str(rec, "source", &source, &scratch) || source.n == 0) {
		rec_str(rec, "url", &source, &scratch);
		source = host_of(source);
	}
	if (source.n == 0)
		return;
	s = map_put(&docs->sources, source);
	if (s < known) {
		join(docs, i, docs->source_of[s]);
		return;
	}
	docs->source_of = vec_room(docs->perm, docs->source_of, s,
	    &docs->sources_cap, sizeof(*docs->source_of));
	docs->source_of[s] = i;
}

uint32_t
docs_begin(struct docs *docs, struct str name, const struct rec *rec)
{
	uint32_t i = (uint32_t)docs->n;

	settle(docs);
	if (docs->n == DOCS_NONE)
		die("too many documents to remember");
	docs->v = vec_room(
	    docs->perm, docs->v, docs->n, &docs->cap, sizeof(*docs->v));
	name = name.n > 0 ? str_copy(docs->perm, name) : STR("\"\"");
	docs->v[docs->n++] = (struct doc){ name, i };
	if (rec != NULL)
		join_source(docs, i, rec);
	return i;
}

void
docs_sentence(struct docs *docs, uint32_t of)
{
	struct str key = { (const char *)&of, sizeof(of) };
	size_t known = docs->seen.n, i;

	docs->sentences++;
	if (of == DOCS_NONE || of + 1 == docs->n)
		return;
	i = map_put(&docs->seen, key);
	docs->tallies = vec_room(docs->perm, docs->tallies, i,
	    &docs->tallies_cap, sizeof(*docs->tallies));
	if (i == known)
		docs->tallies[i] = (struct tally){ of, 0 };
	docs->tallies[i].count++;
}

struct str
docs_name(const struct docs *docs, uint32_t i)
{
	return docs->v[i].name;
}

struct str
docs_cite(const struct docs *docs, uint32_t i, long sent, struct arena *a)
{
	return rec_cite(docs_name(docs, i), sent, a);
}

uint32_t
docs_origin(struct docs *docs, uint32_t i)
{
	settle(docs);
	return top(docs, i);
}

size_t
docs_count(const struct docs *docs)
{
	return docs->n;
}
