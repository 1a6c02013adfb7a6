/*
 * dedupe.c - what pk-dedupe does with its options; see dedupe.h.
 */
#include "dedupe.h"

#include "alike.h"
#include "care.h"
#include "crowd.h"
#include "stream.h"
#include "unique.h"
#include "version.h"

/* What is found in the sentences: the table for people shows that too. */
#define MENTIONS                                                               \
	(1 << REC_ENTITY | 1 << REC_NUMBER | 1 << REC_DATE | 1 << REC_CLAIM)

static unsigned
read_threshold(const struct dedupe_options *o)
{
	double v = ALIKE_THRESHOLD / 1000.0;

	if (o->threshold != NULL &&
	    (!str_num(str_of(o->threshold), &v) || !(v >= 0.5 && v <= 1)))
		die("--threshold: not a number from 0.5 to 1: %s",
		    o->threshold);
	return (unsigned)(v * 1000 + 0.5);
}

static struct gist
read_gist(const struct dedupe_options *o, struct arena *perm)
{
	struct gist g = { 0 };

	if (o->key != NULL && o->lines)
		die("--key is of records, --lines of none");
	if (o->key != NULL && !gist_fields(&g, o->key, perm))
		die("--key: not a list of fields: %s", o->key);
	if (o->near)
		g.norm = GIST_WORDS;
	if (o->normalise != NULL)
		g.norm = gist_norm_of(o->normalise);
	if (g.norm == GIST_NORM_COUNT)
		die("--normalise: not bytes, space, case or words: %s",
		    o->normalise);
	return g;
}

static struct keep *
open_keep(const struct dedupe_options *o, struct arena *perm, uint32_t mode)
{
	struct keep_options opt = { o->state, read_threshold(o), mode,
		o->expire, o->dry };

	return o->state != NULL ? keep_open(perm, &opt) : NULL;
}

/* Whether it takes more than to know what was seen. */
static bool
is_crowd(const struct dedupe_options *o)
{
	return o->near || o->mark || o->count || o->groups || o->best != NULL;
}

static size_t
read_crowd(const struct dedupe_options *o, struct arena *perm,
    const struct gist *gist, struct keep *keep, struct in *in, struct out *out)
{
	struct crowd_options opt = { *gist, o->zero ? '\0' : '\n', o->near,
		read_threshold(o), o->mark, o->count, o->groups, CROWD_FIRST,
		keep };

	if (o->best != NULL)
		opt.which = crowd_keep_of(o->best);
	if (opt.which == CROWD_KEEP_COUNT)
		die("--keep: not first, longest or richest: %s", o->best);
	return crowd_run(crowd_open(perm, &opt), in, out);
}

static size_t
read_unique(const struct dedupe_options *o, struct arena *perm,
    const struct gist *gist, struct keep *keep, struct in *in, struct out *out)
{
	struct unique u = { *gist, o->zero ? '\0' : '\n',
		set_open(perm, o->memory * 1024 * 1024), keep, 0 };

	if (keep != NULL)
		unique_recall(&u);
	unique_run(&u, in, out);
	return u.made;
}

/* Lines, or records by fields. */
static int
read_whole(
    const struct dedupe_options *o, struct cli_run *run, struct arena *perm)
{
	struct gist gist = read_gist(o, perm);
	struct keep *keep = open_keep(o, perm, gist_mode(&gist, o->near));
	struct out *out;
	struct in *in;
	size_t made;

	if (o->lines && o->mark)
		die("--mark is of records, --lines of none");
	if (o->key == NULL || o->groups)
		run->output.format = OUT_JSONL; /* no table of lines */
	out = out_open(perm, &run->output);
	in = in_open(perm, run->files, out);
	if (keep != NULL)
		keep_attach(keep, out);
	made = is_crowd(o) ? read_crowd(o, perm, &gist, keep, in, out)
			   : read_unique(o, perm, &gist, keep, in, out);
	if (keep != NULL)
		keep_close(keep);
	return cli_finish(run, out, made);
}

/* Whole documents. */
static int
read_documents(
    const struct dedupe_options *o, struct cli_run *run, struct arena *perm)
{
	struct version_options opt = { read_threshold(o), o->exact, o->mark,
		o->groups };
	struct version *v = version_open(perm, &opt);
	struct out *out;

	if (o->state != NULL || o->facts || o->count)
		die("--documents has no --state, --count or --facts");
	out = out_open(perm, &run->output);
	return cli_finish(
	    run, out, version_run(v, feed_open(perm, run->files, out), out));
}

/* Sentences, and what is said in them. */
static int
read_sentences(
    const struct dedupe_options *o, struct cli_run *run, struct arena *perm)
{
	struct stream s = { .mark = o->mark, .facts = o->facts };
	struct repeat_options opt = { read_threshold(o), o->exact, !o->mark,
		NULL };
	struct docs *docs = docs_open(perm);

	if (run->output.format == OUT_TEXT)
		run->output.shown |= MENTIONS;
	opt.keep = s.keep = open_keep(o, perm, o->exact);
	s.repeat = repeat_open(perm, docs, &opt);
	if (o->count || o->facts)
		s.tally =
		    tally_open(perm, docs, o->facts ? s.keep : NULL, o->count);
	stream_recall(&s);
	s.out = out_open(perm, &run->output);
	if (s.keep != NULL)
		keep_attach(s.keep, s.out);
	stream_run(&s, feed_open(perm, run->files, s.out));
	if (o->count)
		tally_write(s.tally, s.out, arena_new(0));
	if (s.keep != NULL)
		keep_close(s.keep);
	return cli_finish(run, s.out, s.made);
}

/* The state file by itself. */
static int
take_care(
    const struct dedupe_options *o, struct cli_run *run, struct arena *perm)
{
	struct out *out;
	bool sound = true;

	if (o->state == NULL || run->files[0] != NULL)
		die("--check, --dump and --recover want --state and no file");
	run->output.format = OUT_JSONL;
	out = out_open(perm, &run->output);
	if (o->recover)
		note("%s: %zu bytes left out", o->state,
		    care_recover(perm, o->state));
	if (o->check)
		sound = care_check(perm, o->state, out);
	if (o->dump)
		sound = care_dump(perm, o->state, out) && sound;
	(void)cli_finish(run, out, 1);
	return sound ? 0 : 2;
}

/* Refuses options that would be without effect. */
static void
check_options(const struct dedupe_options *o)
{
	bool each = o->lines || o->zero || o->key != NULL;

	if (!each && (o->best != NULL || o->normalise != NULL))
		die("--keep and --normalise want --lines or --key");
	if (!each && o->memory > 0)
		die("--memory wants --lines or --key");
	if (!each && !o->documents && o->groups)
		die("--show-groups wants --lines, --key or --documents");
	if (o->documents && each)
		die("--documents has no --lines or --key");
	if (o->near && o->exact)
		die("--near or --exact");
	if (o->state == NULL && (o->dry || o->expire > 0))
		die("--dry-run and --expire want --state");
}

int
dedupe_run(struct dedupe_options *o, struct cli_run *run)
{
	struct arena perm = arena_new(0);

	check_options(o);
	o->lines = o->lines || o->zero;
	if (o->check || o->dump || o->recover)
		return take_care(o, run, &perm);
	if (o->documents)
		return read_documents(o, run, &perm);
	return o->lines || o->key != NULL ? read_whole(o, run, &perm)
					  : read_sentences(o, run, &perm);
}
