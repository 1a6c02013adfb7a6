/*
 * pk-extract-claims - find who said what.
 *
 * Passes every record on, and behind each sentence and its mentions writes
 * one claim record for everything that somebody says in it, once the whole
 * document has been read.  What a claim is, is in fact/claim.h.  Manual:
 * man/pk-extract-claims.1.
 */
#include "base/cli.h"
#include "fact/claim_stream.h"
#include "fact/tables.h"
#include "text/feed.h"

static const char *names;
static bool any_lang;

static const struct opt opts[] = {
	{ OPT_FLAG, 'a', "any-lang", NULL,
	    "read documents that are not in English too", &any_lang },
	{ OPT_WORD, 'N', "names", "FILE",
	    "your own names: name, class, canonical name, lat, lon (TSV)",
	    &names },
	{ OPT_END, 0, NULL, NULL, NULL, NULL },
};

static const struct cli cli = {
	.name = "pk-extract-claims",
	.brief = "find who said what in sentences",
	.operands = "[file ...]",
	.opts = opts,
	.shown = 1 << REC_CLAIM,
};

int
main(int argc, char *argv[])
{
	struct arena perm = arena_new(0);
	struct cli_run run = cli_parse(&cli, argc, argv);
	const struct tables *tables = tables_need(&perm, names);
	struct out *out = out_open(&perm, &run.output);
	struct feed *feed = feed_open(&perm, run.files, out);
	struct claim_stream *s =
	    claim_stream_open(&perm, tables, any_lang, out);
	struct rec rec;

	while (feed_next(feed, &rec))
		claim_stream_rec(s, &rec);
	return cli_finish(&run, out, claim_stream_end(s));
}
