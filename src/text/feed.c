/*
 * feed.c - the input as records, whatever it was; see feed.h.
 */
#include "feed.h"

#include <stdio.h>

#include "mail.h"
#include "rss.h"

struct feed {
	struct in *in;
	struct out *made; /* writes to text */
	struct buf text;  /* the records of one document, by lines */
	size_t at;        /* those before are read */
	struct rec from;  /* file and line that they came from */
	const struct normal_rules *rules;
	struct habit *habit; /* what sources repeat, or NULL */
	bool told_lang;      /* that something is not English: once is enough */
	/* A file that holds several documents, as far as it is read. */
	struct str file; /* its bytes, or nothing */
	struct rss *rss; /* NULL: it is mail */
	struct mail mail;
	size_t number;            /* documents read */
	struct arena held, empty; /* of the file; held with nothing in it */
	struct arena texts, doc, fields;
};

struct feed *
feed_open(struct arena *perm, char **files, struct out *out)
{
	struct feed *feed = arena_alloc(perm, 1, sizeof(*feed));

	feed->in = in_open(perm, files, out);
	feed->habit = habit_open(perm, NULL);
	feed->texts = arena_new(0);
	feed->doc = arena_new(0);
	feed->held = feed->empty = arena_new(0);
	feed->fields = arena_new(0);
	feed->text.a = &feed->texts;
	feed->made = out_memory(perm, &feed->text);
	return feed;
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

void
feed_rules(struct feed *feed, const struct normal_rules *rules)
{
	feed->rules = rules;
}

void
feed_habit(struct feed *feed, struct habit *habit)
{
	feed->habit = habit;
}

static void
note_guess(const struct feed *feed, const struct err *guess)
{
	if (guess->why != NULL)
		note("%s:%lu: %s (byte %zu)", feed->from.file,
		    feed->from.lineno, guess->why, guess->at);
}

/* Reports what was to be said of a document. */
static void
note_said(struct feed *feed, const struct normal_said *said)
{
	note_guess(feed, &said->guess);
	if (said->lang[0] == '\0' || feed->told_lang)
		return;
	feed->told_lang = true;
	note("%s:%lu: is in %s, not in English: cut plainly (said once)",
	    feed->from.file, feed->from.lineno, said->lang);
}

static size_t
normalize(struct feed *feed, struct str bytes, struct normal_meta *meta,
    struct arena a)
{
	struct normal_said said;
	size_t made;

	meta->rules = feed->rules;
	meta->habit = feed->habit;
	made = normal_source(bytes, meta, feed->made, a, &said);
	note_said(feed, &said);
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

/* The name of a document as a JSON string: that of its file, with "#number"
 * behind it when the file can hold several. */
static struct str
doc_name(struct str file, size_t number, struct arena *a)
{
	struct buf name = { .a = a }, raw = { .a = a };
	char tail[32];
	int n = snprintf(tail, sizeof(tail), "#%zu", number);

	buf_add(&name, file);
	if (number > 0)
		buf_add(&name, (struct str){ tail, (size_t)n });
	json_quote(&raw, buf_str(&name));
	return buf_str(&raw);
}

/* Begins a file that holds several documents; false when it is none. */
static bool
open_file(struct feed *feed, struct str bytes, bool markup)
{
	struct err guess = { NULL, 0 };

	feed->rss = NULL;
	feed->held = feed->empty;
	if (markup && rss_is(bytes))
		feed->rss = rss_open(bytes, &feed->held, &guess);
	else if (!markup && mail_is(bytes))
		feed->mail = mail_open(bytes);
	else
		return false;
	note_guess(feed, &guess);
	feed->file = bytes;
	feed->number = 0;
	return true;
}

/* Makes the records of the next document of the file, and adds its sentences
 * to *made; false at its end. */
static bool
next_document(struct feed *feed, size_t *made)
{
	struct normal_part parts[MAIL_PARTS];
	struct arena a = feed->doc;
	struct err guess = { NULL, 0 };
	struct normal_said said;
	struct normal_meta meta;
	size_t n;
	bool more, only = feed->rss == NULL && !feed->mail.box;

	if (feed->file.n == 0)
		return false;
	if (feed->rss != NULL)
		more = rss_next(feed->rss, &meta, parts, &n, &a);
	else
		more = mail_next(&feed->mail, &meta, parts, &n, &guess, &a);
	if (!more) {
		if (feed->number == 0)
			note("%s: a feed without items", feed->from.file);
		feed->file.n = 0;
		return false;
	}
	meta.doc = doc_name(feed->from.doc, only ? 0 : feed->number + 1, &a);
	meta.rules = feed->rules;
	meta.habit = feed->habit;
	feed->number++;
	*made +=
	    normal_parts(feed->file, &meta, parts, n, feed->made, a, &said);
	if (said.guess.why == NULL)
		said.guess = guess;
	note_said(feed, &said);
	return true;
}

static size_t
normalize_file(struct feed *feed, const struct rec *rec)
{
	bool markup = is_markup(rec->line);
	struct normal_meta meta = { .html = markup };
	struct arena a = feed->doc;

	if (open_file(feed, rec->line, markup))
		return 0;
	meta.doc = doc_name(rec->doc, 0, &a);
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
	struct normal_meta meta = { .doc = rec->doc, .decoded = true };
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

/* Makes the records of a document, or opens the file that holds several, and
 * returns how many are sentences. */
static size_t
normalize_rec(struct feed *feed, const struct rec *rec)
{
	feed->from = (struct rec){
		.file = rec->file, .lineno = rec->lineno, .doc = rec->doc
	};
	return rec->type == REC_RAW ? normalize_file(feed, rec)
				    : normalize_article(feed, rec);
}

static bool
is_source(const struct rec *rec)
{
	return rec->type == REC_RAW || rec->type == REC_ARTICLE;
}

bool
feed_next(struct feed *feed, struct rec *rec)
{
	size_t made = 0;

	while (!next_made(feed, rec)) {
		feed->text.n = feed->at = 0;
		if (next_document(feed, &made))
			continue;
		if (!in_next(feed->in, rec))
			return false;
		if (!is_source(rec))
			return true;
		normalize_rec(feed, rec);
	}
	return true;
}

bool
feed_copy(struct feed *feed, struct out *out, size_t *made)
{
	struct rec rec;

	feed->made = out;
	if (next_document(feed, made))
		return true;
	if (!in_next(feed->in, &rec))
		return false;
	if (is_source(&rec)) {
		*made += normalize_rec(feed, &rec);
	} else {
		out_rec(out, &rec);
		*made += rec.type == REC_SENTENCE;
	}
	return true;
}
