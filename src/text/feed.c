/*
 * feed.c - the input as records, whatever it was; see feed.h.
 */
#include "feed.h"

#include <stdio.h>

#include "normal.h"

struct feed {
	struct in *in;
	struct out *made; /* writes to text */
	struct buf text;  /* the records of one document, by lines */
	size_t at;        /* those before are read */
	struct rec from;  /* file and line that they came from */
	bool raw;         /* nothing is repaired */
	struct arena texts, doc, fields;
};

struct feed *
feed_open(struct arena *perm, char **files, struct out *out)
{
	struct feed *feed = arena_alloc(perm, 1, sizeof(*feed));

	feed->in = in_open(perm, files, out);
	feed->texts = arena_new(0);
	feed->doc = arena_new(0);
	feed->fields = arena_new(0);
	feed->text.a = &feed->texts;
	feed->made = out_memory(perm, &feed->text);
	return feed;
}

void
feed_raw(struct feed *feed)
{
	feed->raw = true;
}

/* The next record of those that were made of a document. */
static bool
next_made(struct feed *feed, struct rec *rec)
{
	struct str all = buf_str(&feed->text);
	struct arena a = feed->fields;
	struct err err;
	size_t end;

	if (feed->at >= all.n)
		return false;
	end = str_find(all, STR("\n"), feed->at);
	if (!rec_parse(str_cut(all, feed->at, end), rec, &a, &err))
		die("%s: made a bad record: %s", feed->from.file, err.why);
	rec->file = feed->from.file;
	rec->lineno = feed->from.lineno;
	feed->at = end + 1;
	return true;
}

static size_t
normalize(struct feed *feed, struct str bytes, const struct normal_meta *meta,
    struct arena a)
{
	struct err err = { 0 };

	size_t made = normal_source(bytes, meta, feed->made, a, &err);

	if (err.why != NULL)
		note("%s:%lu: %s (byte %zu)", feed->from.file,
		    feed->from.lineno, err.why, err.at);
	return made;
}

/* Whether the first byte that is not blank, also behind a byte order mark and
 * among the NULs of UTF-16 and UTF-32, is "<". */
static bool
is_markup(struct str bytes)
{
	size_t i = 0;

	while (i < bytes.n &&
	    (ch_space(bytes.p[i]) || bytes.p[i] == '\0' ||
		(i < 4 && (unsigned char)bytes.p[i] >= 0xbb)))
		i++;
	return i < bytes.n && bytes.p[i] == '<';
}

static size_t
normalize_file(struct feed *feed, const struct rec *rec)
{
	struct arena a = feed->doc;
	struct buf name = { .a = &a };
	struct normal_meta meta = { .raw = feed->raw };

	json_quote(&name, rec->doc);
	meta.doc = buf_str(&name);
	meta.html = is_markup(rec->line);
	return normalize(feed, rec->line, &meta, a);
}

/* "file:line" as a JSON string: the name of an article without "doc". */
static struct str
place_name(const struct feed *feed, struct arena *a)
{
	char line[32];
	int n = snprintf(line, sizeof(line), ":%lu", feed->from.lineno);
	struct buf name = { .a = a }, raw = { .a = a };

	buf_add(&name, str_of(feed->from.file));
	buf_add(&name, (struct str){ line, (size_t)n });
	json_quote(&raw, buf_str(&name));
	note("%s%s: an article without \"doc\": named after its place",
	    feed->from.file, line);
	return buf_str(&raw);
}

static size_t
normalize_article(struct feed *feed, const struct rec *rec)
{
	struct arena a = feed->doc;
	struct normal_meta meta = {
		.doc = rec->doc, .decoded = true, .raw = feed->raw
	};
	struct str bytes;

	if (rec->doc.n <= 2) /* absent, or "" */
		meta.doc = place_name(feed, &a);
	if (!rec_str(rec, "text", &bytes, &a) || bytes.n == 0) {
		meta.html = true;
		if (!rec_str(rec, "html", &bytes, &a) || bytes.n == 0) {
			warn("%s:%lu: an article without \"text\" or \"html\"",
			    rec->file, rec->lineno);
			return 0;
		}
	}
	(void)rec_str(rec, "title", &meta.title, &a);
	(void)rec_str(rec, "source", &meta.source, &a);
	(void)rec_str(rec, "url", &meta.url, &a);
	(void)rec_str(rec, "published", &meta.published, &a);
	(void)rec_str(rec, "lang", &meta.lang, &a);
	return normalize(feed, bytes, &meta, a);
}

/* Makes the records of a document, and returns how many are sentences. */
static size_t
normalize_rec(struct feed *feed, const struct rec *rec)
{
	feed->from = (struct rec){ .file = rec->file, .lineno = rec->lineno };
	return rec->type == REC_RAW ? normalize_file(feed, rec)
				    : normalize_article(feed, rec);
}

bool
feed_next(struct feed *feed, struct rec *rec)
{
	while (!next_made(feed, rec)) {
		if (!in_next(feed->in, rec))
			return false;
		if (rec->type != REC_RAW && rec->type != REC_ARTICLE)
			return true;
		feed->text.n = feed->at = 0;
		normalize_rec(feed, rec);
	}
	return true;
}

size_t
feed_copy(struct feed *feed, struct out *out)
{
	size_t made = 0;
	struct rec rec;

	feed->made = out;
	while (in_next(feed->in, &rec)) {
		if (rec.type == REC_RAW || rec.type == REC_ARTICLE) {
			made += normalize_rec(feed, &rec);
		} else {
			out_rec(out, &rec);
			made += rec.type == REC_SENTENCE;
		}
	}
	return made;
}
