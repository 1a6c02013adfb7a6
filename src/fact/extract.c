/*
 * extract.c - the mention records of a stream; see extract.h.
 */
#include "extract.h"

#include "base/map.h"
#include "mention.h"
#include "text/block.h"
#include "text/lang.h"

/* A document larger than this is handled in parts, each a document for the
 * names in it: memory stays bounded. */
#define HELD_MAX ((size_t)8 << 20)

/* No sentence is as long as this; such a record passes without mentions. */
#define TEXT_MAX ((size_t)1 << 20)

/* A record that waits for its document. */
struct held {
	struct rec rec; /* only what passing on and mentions need */
	size_t sent;    /* its index in sents, or NOT_READ */
};

#define NOT_READ ((size_t)-1)

/* A document that has no date of its own may say it in one of its first or
 * last sentences; a line that does is no longer than LINE_BYTES. */
#define LINES_FIRST 5
#define LINES_LAST 3
#define LINE_BYTES 200

/* What a document without a date says of it. */
struct undated {
	bool is;          /* its date is still looked for */
	size_t n;         /* sentences that have come */
	struct day first; /* of the first sentences; year 0: none said it */
	struct day last[LINES_LAST]; /* of sentence n at n % LINES_LAST */
};

struct extract {
	struct extract_options opt;
	struct out *out;
	size_t made;
	/* The document: its raw JSON name, its date, and how many of its
	 * sentences are still to come. */
	struct buf doc;
	struct date_story story;
	struct undated undated;
	size_t left;
	bool foreign; /* its sentences are not read */
	bool alone;   /* it has one sentence, which is its body */
	/* What is held of it. */
	struct held *held;
	struct ent_sent *sents;
	size_t nheld, held_cap, nsents, sents_cap, bytes;
	struct arena kept, empty; /* empty: kept with nothing in it */
	struct arena names, scratch;
	/* The mentions written behind the last sentence, by lines. */
	struct map written;
	struct arena lines, no_lines;
};

struct extract *
extract_open(
    struct arena *perm, const struct extract_options *opt, struct out *out)
{
	struct extract *x = arena_alloc(perm, 1, sizeof(*x));

	x->opt = *opt;
	x->out = out;
	x->names = arena_new(0);
	x->doc.a = &x->names;
	x->kept = x->empty = arena_new(1 << 20);
	x->scratch = arena_new(1 << 20);
	x->lines = x->no_lines = arena_new(0);
	map_init(&x->written, &x->lines);
	return x;
}

/* Counts the mention that was made last, and keeps it for write_rec(), also as
 * it was without a conversion. */
static void
count_made(struct extract *x)
{
	struct str line = out_made(x->out);
	size_t at = str_find(line, STR(",\"as_"), 0);

	map_put(&x->written, line);
	x->made++;
	if (x->opt.convert.n > 0 && at < line.n) {
		struct arena a = x->scratch;
		struct buf b = { .a = &a };

		buf_add(&b, str_cut(line, 0, at));
		buf_byte(&b, '}');
		map_put(&x->written, buf_str(&b));
	}
}

/* Writes a record of the input, but for a mention that was just made again:
 * the sentence has been through this program before. */
static void
write_rec(struct extract *x, const struct rec *rec)
{
	if (rec->type == REC_SENTENCE) {
		map_reset(&x->written);
		x->lines = x->no_lines;
	}
	if (map_find(&x->written, rec->line) == MAP_NONE)
		out_rec(x->out, rec);
}

/* Whether date i is the lower half of a rate: "an hour" in "3 km an hour". */
static bool
in_rate(const struct dates *dates, size_t i, const struct num *num)
{
	return i < dates->n && dates->v[i].start > num->start &&
	    dates->v[i].end <= num->end &&
	    str_find(num->unit, STR("/"), 0) < num->unit.n;
}

/* Whether a list of quantities, or NULL for all, holds one. */
static bool
is_wanted(const char *list, struct str quantity)
{
	struct str all = list != NULL ? str_of(list) : quantity;

	for (size_t at = 0, end; at <= all.n; at = end + 1) {
		end = str_find(all, STR(","), at);
		if (str_eq(str_cut(all, at, end), quantity))
			return true;
	}
	return false;
}

/* Writes the dates and numbers of a sentence, by place. */
static void
write_numbers(struct extract *x, const struct rec *sent, const struct tokens *t,
    struct arena a)
{
	struct dates dates = date_find_next(t, &x->story, &a);
	struct nums nums = num_find(t, &dates, x->opt.rules, &a);
	size_t i = 0, j = 0;

	while (i < dates.n || j < nums.n) {
		if (j > 0 && in_rate(&dates, i, &nums.v[j - 1])) {
			i++;
			continue;
		}
		if (j == nums.n ||
		    (i < dates.n && dates.v[i].start <= nums.v[j].start)) {
			mention_date(x->out, sent, t->text, &dates.v[i++]);
			count_made(x);
			continue;
		}
		if (is_wanted(x->opt.quantity, nums.v[j].quantity)) {
			mention_num(
			    x->out, sent, t->text, &nums.v[j], &x->opt.convert);
			count_made(x);
		}
		j++;
	}
}

/* Whether rec is a sentence that is read for mentions; its decoded text. */
static bool
is_read(const struct extract *x, const struct rec *rec, struct str *text,
    struct arena *a)
{
	struct str role;

	if (x->foreign || rec->type != REC_SENTENCE ||
	    !rec_str(rec, "text", text, a) || text->n > TEXT_MAX)
		return false;
	return x->alone || !rec_str(rec, "role", &role, a) ||
	    role_is_read(role_of(role));
}

/* Passes a record on at once, with its numbers when they are wanted. */
static void
pass(struct extract *x, const struct rec *rec)
{
	struct arena a = x->scratch;
	struct str text;

	write_rec(x, rec);
	if (x->opt.numbers && is_read(x, rec, &text, &a)) {
		struct tokens t = token_split(text, &a);

		write_numbers(x, rec, &t, a);
	}
}

/* Looks for the date of a document without one in its next sentence. */
static void
look_for_date(struct extract *x, const struct rec *rec)
{
	struct arena a = x->scratch;
	struct undated *u = &x->undated;
	struct day day = { 0 };
	bool first = u->n < LINES_FIRST;
	struct str text;

	if (rec_str(rec, "text", &text, &a) &&
	    text.n <= (first ? TEXT_MAX : LINE_BYTES)) {
		struct tokens t = token_split(text, &a);

		if (!date_line(&t, &day, &a))
			day.year = 0;
	}
	if (first && u->first.year == 0)
		u->first = day;
	u->last[u->n++ % LINES_LAST] = day;
}

/* Takes the date that the document said; the first of the last lines. */
static void
take_date(struct extract *x)
{
	struct undated *u = &x->undated;

	x->story.ref = u->first;
	for (size_t i = 0; i < LINES_LAST && x->story.ref.year == 0; i++)
		x->story.ref = u->last[(u->n + i) % LINES_LAST];
	u->is = false;
}

/* Writes what is held, with its mentions. */
static void
release(struct extract *x)
{
	if (x->undated.is)
		take_date(x);
	if (x->nheld == 0)
		return;
	if (x->opt.tables != NULL)
		ent_find(
		    x->opt.tables, x->sents, x->nsents, &x->kept, x->scratch);
	for (size_t i = 0; i < x->nheld; i++) {
		const struct held *h = &x->held[i];
		const struct ent_sent *s;

		write_rec(x, &h->rec);
		if (h->sent == NOT_READ)
			continue;
		s = &x->sents[h->sent];
		if (x->opt.numbers)
			write_numbers(x, &h->rec, &s->t, x->scratch);
		for (size_t j = 0; j < s->n; j++) {
			mention_ent(x->out, &h->rec, s->t.text, &s->v[j]);
			count_made(x);
		}
	}
	x->kept = x->empty;
	x->held = NULL;
	x->sents = NULL;
	x->nheld = x->held_cap = x->nsents = x->sents_cap = x->bytes = 0;
}

/* Keeps a record until its document is complete. */
static void
hold(struct extract *x, const struct rec *rec)
{
	struct arena *a = &x->kept;
	struct held h = { .sent = NOT_READ };
	struct str text, role;

	h.rec = (struct rec){ .type = rec->type, .sent = rec->sent };
	h.rec.line = str_copy(a, rec->line);
	h.rec.doc = str_copy(a, rec->doc);
	if (x->undated.is && rec->type == REC_SENTENCE)
		look_for_date(x, rec);
	if (is_read(x, rec, &text, a)) {
		struct ent_sent s = { .n = 0 };

		s.t = token_split(str_copy(a, text), a);
		if (rec_str(rec, "role", &role, a))
			s.heading = role_of(role) == ROLE_TITLE ||
			    role_of(role) == ROLE_HEADING;
		x->sents = vec_room(
		    a, x->sents, x->nsents, &x->sents_cap, sizeof(*x->sents));
		h.sent = x->nsents;
		x->sents[x->nsents++] = s;
	}
	x->held =
	    vec_room(a, x->held, x->nheld, &x->held_cap, sizeof(*x->held));
	x->held[x->nheld++] = h;
	x->bytes += rec->line.n;
}

static void
begin_doc(struct extract *x, const struct rec *rec)
{
	struct arena a = x->scratch;
	struct str published, lang;

	release(x);
	out_rec(x->out, rec);
	x->doc.n = 0;
	buf_add(&x->doc, rec->doc);
	x->left = SIZE_MAX;
	(void)rec_size(rec, "sents", &x->left);
	x->alone = x->left == 1;
	x->foreign = !x->opt.any_lang && rec_str(rec, "lang", &lang, &a) &&
	    !lang_english(lang);
	x->story = (struct date_story){ .ref = x->opt.ref };
	if (x->opt.ref.year == 0 && rec_str(rec, "published", &published, &a) &&
	    day_parse(published, &x->story.ref))
		x->story.ref_minute = day_minute(published);
	x->undated = (struct undated){ .is = x->story.ref.year == 0 };
}

void
extract_rec(struct extract *x, const struct rec *rec)
{
	if (rec->type == REC_DOC) {
		begin_doc(x, rec);
		return;
	}
	if (rec->type == REC_SENTENCE &&
	    (x->doc.n == 0 || !str_eq(rec->doc, buf_str(&x->doc)))) {
		/* No doc record before it: a document of its own. */
		release(x);
		x->doc.n = 0;
		x->foreign = x->alone = false;
		x->story = (struct date_story){ .ref = x->opt.ref };
		x->undated.is = false;
		x->left = 1;
	}
	if (rec->type == REC_SENTENCE && x->left == 0)
		x->left = 1; /* one more than its doc record said */
	if ((x->opt.tables == NULL && !x->undated.is) || x->left == 0) {
		pass(x, rec);
		return;
	}
	hold(x, rec);
	if (rec->type == REC_SENTENCE && x->left != SIZE_MAX)
		x->left--;
	if (x->left == 0 || x->bytes > HELD_MAX ||
	    (x->opt.tables == NULL && x->undated.first.year > 0))
		release(x);
}

size_t
extract_end(struct extract *x)
{
	release(x);
	return x->made;
}
