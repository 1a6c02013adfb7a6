/*
 * pk-compare - on what the documents agree, and where they conflict.
 *
 * Passes every record on and writes agreement, compatible, conflict and
 * development records at the end of input, or, in the text format, a list for
 * people.  What is compared is in story/figure.h, how it is judged in
 * story/verdict.h.  Manual: man/pk-compare.1.
 */
#include "base/cli.h"
#include "story/collate.h"
#include "text/feed.h"

#define VERDICTS                                                               \
	(1 << REC_AGREEMENT | 1 << REC_COMPATIBLE | 1 << REC_CONFLICT |        \
	    1 << REC_DEVELOPMENT)

static const struct opt opts[] = {
	{ OPT_END, 0, NULL, NULL, NULL, NULL },
};

static const struct cli cli = {
	.name = "pk-compare",
	.brief = "tell where the documents agree and where they conflict",
	.operands = "[file ...]",
	.opts = opts,
	.shown = VERDICTS,
};

int
main(int argc, char *argv[])
{
	struct arena perm = arena_new(0), scratch = arena_new(0);
	struct cli_run run = cli_parse(&cli, argc, argv);
	struct out *out = out_open(&perm, &run.output);
	struct feed *feed = feed_open(&perm, run.files, out);
	struct collate *c = collate_open(&perm);
	struct verdict *v;
	struct rec rec;
	size_t n;

	while (feed_next(feed, &rec)) {
		out_rec(out, &rec);
		collate_rec(c, &rec);
	}
	n = collate_close(c, &v);
	for (size_t i = 0; i < n; i++)
		verdict_write(
		    out, &v[i], collate_docs(c), collate_sheet(c), scratch);
	return cli_finish(&run, out, n);
}
