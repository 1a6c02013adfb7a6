/*
 * parts.c - fuzz target: a feed or a mail file (the first byte chooses) to
 * records: xml, rss, mail, mime, coded and normal together.
 */
#include <string.h>

#include "fuzz.h"
#include "text/mail.h"
#include "text/rss.h"

static struct arena perm, doc;
static struct buf made; /* what out wrote */
static struct out *out;

struct seen {
	struct str source;
	size_t sents, count; /* said by the doc record; seen */
	size_t start;        /* of the last */
};

static void
check_sentence(struct seen *seen, const struct rec *rec, struct arena *a)
{
	size_t start = fuzz_size(rec, "start"), end = fuzz_size(rec, "end");
	struct str text;

	seen->count++;
	CHECK((size_t)rec->sent == seen->count);
	CHECK(start < end && end <= seen->source.n);
	CHECK(rec_str(rec, "text", &text, a) && text.n > 0);
	CHECK(utf8_bad(text) == text.n);
	if (rec_raw(rec, "map").n == 0)
		CHECK(str_eq(text, str_cut(seen->source, start, end)));
}

static void
check_records(struct seen *seen, struct arena *a)
{
	struct str all = buf_str(&made);

	seen->count = 0;
	for (size_t at = 0, end; at < all.n; at = end + 1) {
		struct err err = { NULL, 0 };
		struct rec rec;

		end = str_find(all, STR("\n"), at);
		CHECK(rec_parse(str_cut(all, at, end), &rec, a, &err));
		if (rec.type == REC_DOC)
			seen->sents = fuzz_size(&rec, "sents");
		else
			check_sentence(seen, &rec, a);
	}
	CHECK(seen->count == seen->sents);
}

/* Parts are UTF-8, and lie in the source. */
static void
check_part(const struct normal_part *part, struct str source)
{
	const struct coded *c = &part->coded;
	size_t last = 0;

	CHECK(utf8_bad(c->text) == c->text.n);
	for (size_t at = 0; at < c->text.n; at++) {
		size_t start, end;

		if (!fuzz_border(c->text, at))
			continue;
		start = coded_start(c, source, at);
		end = coded_end(c, source, at + 1);
		CHECK(start < source.n && end > start && end <= source.n);
		CHECK(srcmap_at(&c->map, at) >= last);
		last = srcmap_at(&c->map, at);
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *a = fuzz_arena();
	struct seen seen = { .source = { (const char *)data, size } };
	struct normal_part parts[MAIL_PARTS];
	struct normal_meta meta;
	struct normal_said said;
	struct err guess = { NULL, 0 };
	struct rss *rss = NULL;
	struct mail mail;
	size_t n;

	if (size < 2)
		return 0;
	seen.source = str_cut(seen.source, 1, size);
	if (out == NULL) {
		perm = arena_new(0);
		doc = arena_new(0);
		made.a = &perm;
		out = out_memory(&perm, &made);
	}
	(void)rss_is(seen.source);
	(void)mail_is(seen.source);
	if ((data[0] & 1) != 0)
		rss = rss_open(seen.source, a, &guess);
	mail = mail_open(seen.source);
	while (rss != NULL ? rss_next(rss, &meta, parts, &n, a)
			   : mail_next(&mail, &meta, parts, &n, &guess, a)) {
		CHECK(n <= MAIL_PARTS);
		for (size_t i = 0; i < n; i++)
			check_part(&parts[i], seen.source);
		meta.doc = STR("\"x\"");
		made.n = 0;
		normal_parts(seen.source, &meta, parts, n, out, doc, &said);
		out_flush(out);
		check_records(&seen, a);
	}
	return 0;
}
