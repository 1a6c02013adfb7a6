/*
 * pk-dedupe - pass on what is new: no repeats of sentences, of facts.
 *
 * Options and the loop are here; what a repeat is, is in story/repeat.h, what
 * the same fact is in story/same.h, memory between runs in story/keep.h.
 * Manual: man/pk-dedupe.1.
 */
#include "base/cli.h"
#include "story/alike.h"
#include "story/care.h"
#include "story/crowd.h"
#include "story/stream.h"
#include "story/unique.h"
#include "story/version.h"

static bool check, count, dry, dump, exact, facts, lines, mark, near;
static bool recover, zero;
static bool documents, groups;
static const char *best, *key, *normalise, *state, *threshold;
static size_t expire, memory;

static const struct opt opts[] = {
	{ OPT_FLAG, '0', "zero-terminated", NULL,
	    "lines end with NUL; implies --lines", &zero },
	{ OPT_FLAG, 'c', "count", NULL,
	    "merge facts over documents; write them at the end", &count },
	{ OPT_FLAG, 0, "check", NULL, "say what is in the state file", &check },
	{ OPT_FLAG, 0, "dry-run", NULL, "leave the state file as it is", &dry },
	{ OPT_FLAG, 'D', "documents", NULL,
	    "whole documents, not sentences, are repeats", &documents },
	{ OPT_FLAG, 0, "dump", NULL, "write the state file as records", &dump },
	{ OPT_COUNT, 0, "expire", "DAYS",
	    "forget what was not seen for DAYS days", &expire },
	{ OPT_FLAG, 'f', "facts", NULL,
	    "pass on mentions of one fact only once", &facts },
	{ OPT_WORD, 0, "keep", "WHICH",
	    "of lines or keys: first, longest or richest", &best },
	{ OPT_WORD, 'k', "key", "FIELD,...",
	    "records with the same fields are repeats", &key },
	{ OPT_FLAG, 'l', "lines", NULL, "lines of any bytes, not records",
	    &lines },
	{ OPT_COUNT, 0, "memory", "MB",
	    "memory for exact lines; the rest goes to disk", &memory },
	{ OPT_FLAG, 'm', "mark", NULL, "keep repeats, marked by dup_of",
	    &mark },
	{ OPT_FLAG, 0, "near", NULL,
	    "near repeats, too: of sentences by default", &near },
	{ OPT_WORD, 0, "normalise", "WHAT",
	    "what counts: bytes, space, case or words", &normalise },
	{ OPT_FLAG, 0, "recover", NULL,
	    "leave out of the state file what is damaged", &recover },
	{ OPT_FLAG, 0, "show-groups", NULL,
	    "of lines, keys or documents: what repeats what", &groups },
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

/* What is found in the sentences: the table for people shows that too. */
#define MENTIONS                                                               \
	(1 << REC_ENTITY | 1 << REC_NUMBER | 1 << REC_DATE | 1 << REC_CLAIM)

static unsigned
read_threshold(void)
{
	double v = ALIKE_THRESHOLD / 1000.0;

	if (threshold != NULL &&
	    (!str_num(str_of(threshold), &v) || !(v >= 0.5 && v <= 1)))
		die("--threshold: not a number from 0.5 to 1: %s", threshold);
	return (unsigned)(v * 1000 + 0.5);
}

static struct gist
read_gist(struct arena *perm)
{
	struct gist g = { 0 };

	if (key != NULL && lines)
		die("--key is of records, --lines of none");
	if (key != NULL && !gist_fields(&g, key, perm))
		die("--key: not a list of fields: %s", key);
	if (near)
		g.norm = GIST_WORDS;
	if (normalise != NULL)
		g.norm = gist_norm_of(normalise);
	if (g.norm == GIST_NORM_COUNT)
		die("--normalise: not bytes, space, case or words: %s",
		    normalise);
	return g;
}

static struct keep *
open_keep(struct arena *perm, uint32_t mode)
{
	struct keep_options opt = { state, read_threshold(), mode, expire,
		dry };

	return state != NULL ? keep_open(perm, &opt) : NULL;
}

/* Whether it takes more than to know what was seen. */
static bool
is_crowd(void)
{
	return near || mark || count || groups || best != NULL;
}

static size_t
read_crowd(struct arena *perm, const struct gist *gist, struct keep *keep,
    struct in *in, struct out *out)
{
	struct crowd_options opt = { *gist, zero ? '\0' : '\n', near,
		read_threshold(), mark, count, groups, CROWD_FIRST, keep };

	if (best != NULL)
		opt.which = crowd_keep_of(best);
	if (opt.which == CROWD_KEEP_COUNT)
		die("--keep: not first, longest or richest: %s", best);
	return crowd_run(crowd_open(perm, &opt), in, out);
}

static size_t
read_unique(struct arena *perm, const struct gist *gist, struct keep *keep,
    struct in *in, struct out *out)
{
	struct unique u = { *gist, zero ? '\0' : '\n',
		set_open(perm, memory * 1024 * 1024), keep, 0 };

	if (keep != NULL)
		unique_recall(&u);
	unique_run(&u, in, out);
	return u.made;
}

/* Lines, or records by fields. */
static int
whole(struct cli_run *run, struct arena *perm)
{
	struct gist gist = read_gist(perm);
	struct keep *keep = open_keep(perm, gist_mode(&gist, near));
	struct out *out;
	struct in *in;
	size_t made;

	if (lines && mark)
		die("--mark is of records, --lines of none");
	if (key == NULL || groups)
		run->output.format = OUT_JSONL; /* no table of lines */
	out = out_open(perm, &run->output);
	in = in_open(perm, run->files, out);
	if (keep != NULL)
		keep_attach(keep, out);
	made = is_crowd() ? read_crowd(perm, &gist, keep, in, out)
			  : read_unique(perm, &gist, keep, in, out);
	if (keep != NULL)
		keep_close(keep);
	return cli_finish(run, out, made);
}

/* Whole documents. */
static int
read_documents(struct cli_run *run, struct arena *perm)
{
	struct version_options opt = { read_threshold(), exact, mark, groups };
	struct version *v = version_open(perm, &opt);
	struct out *out;

	if (state != NULL || facts || count)
		die("--documents has no --state, --count or --facts");
	out = out_open(perm, &run->output);
	return cli_finish(run, out,
	    version_run(v, feed_open(perm, run->files, out), out));
}

/* Sentences, and what is said in them. */
static int
sentences(struct cli_run *run, struct arena *perm)
{
	struct stream s = { .mark = mark, .facts = facts };
	struct repeat_options opt = { read_threshold(), exact, !mark, NULL };
	struct docs *docs = docs_open(perm);

	if (run->output.format == OUT_TEXT)
		run->output.shown |= MENTIONS;
	opt.keep = s.keep = open_keep(perm, exact);
	s.repeat = repeat_open(perm, docs, &opt);
	if (count || facts)
		s.tally = tally_open(perm, docs, facts ? s.keep : NULL, count);
	stream_recall(&s);
	s.out = out_open(perm, &run->output);
	if (s.keep != NULL)
		keep_attach(s.keep, s.out);
	stream_run(&s, feed_open(perm, run->files, s.out));
	if (count)
		tally_write(s.tally, s.out, arena_new(0));
	if (s.keep != NULL)
		keep_close(s.keep);
	return cli_finish(run, s.out, s.made);
}

/* The state file by itself. */
static int
care(struct cli_run *run, struct arena *perm)
{
	struct out *out;
	bool sound = true;

	if (state == NULL || run->files[0] != NULL)
		die("--check, --dump and --recover want --state and no file");
	run->output.format = OUT_JSONL;
	out = out_open(perm, &run->output);
	if (recover)
		note("%s: %zu bytes left out", state,
		    care_recover(perm, state));
	if (check)
		sound = care_check(perm, state, out);
	if (dump)
		sound = care_dump(perm, state, out) && sound;
	(void)cli_finish(run, out, 1);
	return sound ? 0 : 2;
}

int
main(int argc, char *argv[])
{
	struct arena perm = arena_new(0);
	struct cli_run run = cli_parse(&cli, argc, argv);

	lines = lines || zero;
	if (check || dump || recover)
		return care(&run, &perm);
	if (documents)
		return read_documents(&run, &perm);
	return lines || key != NULL ? whole(&run, &perm)
				    : sentences(&run, &perm);
}
