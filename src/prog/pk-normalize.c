/*
 * pk-normalize - bytes to clean sentences.
 *
 * Writes a doc record and its sentence records for every plain text, HTML
 * page or article record; other records pass.  What is done to the text is in
 * text/normal.h.  Manual: man/pk-normalize.1.
 */
#include "base/cli.h"
#include "text/feed.h"

static bool raw;

static const struct opt opts[] = {
	{ OPT_FLAG, 'r', "raw", NULL, "repair nothing, cut only", &raw },
	{ OPT_END, 0, NULL, NULL, NULL, NULL },
};

static const struct cli cli = {
	.name = "pk-normalize",
	.brief = "clean sentences of text, HTML pages and article records",
	.operands = "[file ...]",
	.opts = opts,
	.shown = 1 << REC_DOC | 1 << REC_SENTENCE,
};

int
main(int argc, char *argv[])
{
	struct arena perm = arena_new(0);
	struct cli_run run = cli_parse(&cli, argc, argv);
	struct out *out = out_open(&perm, &run.output);
	struct feed *feed = feed_open(&perm, run.files, out);

	if (raw)
		feed_raw(feed);
	return cli_finish(&run, out, feed_copy(feed, out));
}
