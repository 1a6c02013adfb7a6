/*
 * pk-dedupe - pass on what is new: no repeats of sentences, of facts.
 *
 * Options and the loop are here; what a repeat is, is in story/repeat.h, what
 * the same fact is in story/same.h, memory between runs in story/keep.h.
 * Manual: man/pk-dedupe.1.
 */
#include "base/cli.h"
#include "base/state.h"
#include "story/alike.h"
#include "story/keep.h"
#include "story/repeat.h"
#include "story/tally.h"
#include "text/feed.h"

static bool count, exact, facts, mark;
static const char *state, *threshold;

static const struct opt opts[] = {
	{ OPT_FLAG, 'c', "count", NULL,
	    "merge facts over documents; write them at the end", &count },
	{ OPT_FLAG, 'f', "facts", NULL,
	    "pass on mentions of one fact only once", &facts },
	{ OPT_FLAG, 'm', "mark", NULL, "keep repeats, marked by dup_of",
	    &mark },
	{ OPT_WORD, 's', "state", "FILE", "keep what was seen", &state },
	{ OPT_WORD, 'T', "threshold", "SHARE",
	    "words in common of near repeats (default: 0.8)", &threshold },
	{ OPT_FLAG, 'x', "exact", NULL, "no near repeats", &exact },
	{ OPT_END, 0, NULL, NULL, NULL, NULL },
};

static const struct cli cli = {
	.name = "pk-dedupe",
	.brief = "drop repeats of sentences, merge facts over documents",
	.operands = "[file ...]",
	.opts = opts,
	.shown = 1 << REC_SENTENCE | 1 << REC_FACT,
};

struct dedupe {
	struct out *out;
	struct store *store;
	struct repeat *repeat;
	struct tally *tally; /* NULL without --count and --facts */
	size_t made;         /* sentences passed on */
};

static unsigned
read_threshold(void)
{
	double v = ALIKE_THRESHOLD / 1000.0;

	if (threshold != NULL &&
	    (!str_num(str_of(threshold), &v) || !(v >= 0.5 && v <= 1)))
		die("--threshold: not a number from 0.5 to 1: %s", threshold);
	return (unsigned)(v * 1000 + 0.5);
}

static struct store *
open_state(struct arena *perm, unsigned likeness)
{
	struct store_params params = { STORE_KEEP,
		{ FINGER_VERSION, likeness, exact },
		{ "made by a version of pk with other fingerprints",
		    "made with another --threshold",
		    "made with or without --exact, unlike now" } };

	return state_open(perm, state, params);
}

static void
recall(struct dedupe *d)
{
	struct store_item item;

	while (d->store != NULL && store_next(d->store, &item)) {
		if (item.kind != KEEP_FACT)
			repeat_recall(d->repeat, &item);
		else if (d->tally != NULL)
			tally_recall(d->tally, &item);
	}
}

static void
see(struct dedupe *d, const struct rec *rec, struct arena scratch)
{
	enum repeat_kind kind = repeat_see(d->repeat, rec, scratch);
	bool passes = mark || kind == REPEAT_OTHER || kind == REPEAT_NEW;

	if (d->tally != NULL &&
	    !tally_see(d->tally, rec, repeat_doc(d->repeat), passes, scratch) &&
	    facts)
		passes = false;
	d->made += kind == REPEAT_NEW;
	if (passes && kind == REPEAT_SENTENCE)
		out_line(
		    d->out, rec->type, repeat_marked(d->repeat, rec, &scratch));
	else if (passes)
		out_rec(d->out, rec);
	if (d->store != NULL && state_is_full(d->store))
		state_commit(d->store, state, d->out);
}

int
main(int argc, char *argv[])
{
	struct arena perm = arena_new(0), scratch = arena_new(0);
	struct cli_run run = cli_parse(&cli, argc, argv);
	struct repeat_options opt = { read_threshold(), exact, !mark, NULL };
	struct dedupe d = { 0 };
	struct docs *docs = docs_open(&perm);
	struct feed *feed;
	struct rec rec;

	if (state != NULL)
		opt.store = d.store = open_state(&perm, opt.threshold);
	d.repeat = repeat_open(&perm, docs, &opt);
	if (count || facts)
		d.tally =
		    tally_open(&perm, docs, facts ? d.store : NULL, count);
	recall(&d);
	d.out = out_open(&perm, &run.output);
	feed = feed_open(&perm, run.files, d.out);
	while (feed_next(feed, &rec))
		see(&d, &rec, scratch);
	if (count)
		tally_write(d.tally, d.out, scratch);
	if (d.store != NULL)
		state_commit(d.store, state, d.out);
	return cli_finish(&run, d.out, d.made);
}
