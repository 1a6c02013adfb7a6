/*
 * pk-extract-entities - find names of people, places and organisations.
 *
 * Passes every record on, and behind each sentence writes one entity record
 * for every name in it, once the whole document has been read.  What a name
 * is, is in fact/ent.h.  Manual: man/pk-extract-entities.1.
 */
#include "base/cli.h"
#include "fact/extract.h"
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
	.name = "pk-extract-entities",
	.brief = "find names of people, places and organisations in sentences",
	.operands = "[file ...]",
	.opts = opts,
	.shown = 1 << REC_ENTITY,
};

int
main(int argc, char *argv[])
{
	struct arena perm = arena_new(0);
	struct cli_run run = cli_parse(&cli, argc, argv);
	struct extract_options opt = { .tables = tables_need(&perm, names),
		.any_lang = any_lang };
	struct out *out = out_open(&perm, &run.output);
	struct feed *feed = feed_open(&perm, run.files, out);
	struct extract *x = extract_open(&perm, &opt, out);
	struct rec rec;

	while (feed_next(feed, &rec))
		extract_rec(x, &rec);
	return cli_finish(&run, out, extract_end(x));
}
