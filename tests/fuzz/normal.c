/*
 * normal.c - fuzz target: from any bytes, as text or as a page, to records:
 * charset, html, boiler, refrain, sent and norm together.  The first byte
 * chooses.
 */
#include <string.h>

#include "base/rec.h"
#include "fuzz.h"
#include "text/block.h"
#include "text/normal.h"

static struct arena perm, doc;
static struct buf made; /* what out wrote */
static struct out *out;
static struct habit *habit; /* all inputs are documents of one source */

struct seen {
	struct str source;
	size_t sents, end; /* said by the doc record; end of the last one */
	size_t count;
};

static size_t
size_of(const struct rec *rec, const char *key)
{
	size_t v = 0;

	CHECK(rec_size(rec, key, &v));
	return v;
}

static void
check_sentence(struct seen *seen, const struct rec *rec, struct arena *a)
{
	size_t start = size_of(rec, "start"), end = size_of(rec, "end");
	struct str text, role;

	seen->count++;
	CHECK((size_t)rec->sent == seen->count);
	CHECK(start >= seen->end && start < end && end <= seen->source.n);
	seen->end = end;
	CHECK(rec_str(rec, "role", &role, a) && role_of(role) != ROLE_NONE);
	CHECK(rec_str(rec, "text", &text, a) && text.n > 0);
	CHECK(utf8_bad(text) == text.n);
	if (rec_raw(rec, "map").n == 0)
		CHECK(str_eq(text, str_cut(seen->source, start, end)));
}

static void
check_record(struct seen *seen, struct str line, struct arena *a)
{
	struct err err = { NULL, 0 };
	struct rec rec;

	CHECK(rec_parse(line, &rec, a, &err));
	CHECK(str_eq(rec.doc, STR("\"x\"")));
	if (rec.type == REC_DOC) {
		seen->sents = size_of(&rec, "sents");
		CHECK(size_of(&rec, "bytes") == seen->source.n);
	} else {
		CHECK(rec.type == REC_SENTENCE);
		check_sentence(seen, &rec, a);
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *a = fuzz_arena();
	struct normal_meta meta = { .doc = STR("\"x\"") };
	struct normal_said said;
	struct seen seen = { .source = { (const char *)data, size } };

	if (size > 0) {
		seen.source = str_cut(seen.source, 1, size);
		meta.html = (data[0] & 1) != 0;
		meta.decoded = (data[0] & 2) != 0 &&
		    utf8_bad(seen.source) == seen.source.n;
	}
	if (out == NULL) {
		perm = arena_new(0);
		doc = arena_new(0);
		made.a = &perm;
		out = out_memory(&perm, &made);
		habit = habit_open(&perm, NULL);
	}
	made.n = 0;
	meta.source = STR("Gazette");
	meta.habit = habit;
	normal_source(seen.source, &meta, out, doc, &said);
	out_flush(out);
	for (size_t at = 0; at < made.n;) {
		size_t end = str_find(buf_str(&made), STR("\n"), at);

		check_record(&seen, str_cut(buf_str(&made), at, end), a);
		at = end + 1;
	}
	CHECK(seen.count == seen.sents);
	CHECK((made.n > 0) == (seen.source.n > 0));
	return 0;
}
