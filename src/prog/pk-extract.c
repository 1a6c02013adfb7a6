/*
 * pk-extract - entities, numbers and dates in one pass.
 *
 * Writes the same bytes as pk-extract-entities | pk-extract-numbers, by the
 * same library calls.  Manual: man/pk-extract.1.
 */
#include "base/cli.h"
#include "fact/extract.h"
#include "fact/tables.h"
#include "text/feed.h"

static const char *date, *names;
static bool any_lang;

static const struct opt opts[] = {
	{ OPT_FLAG, 'a', "any-lang", NULL,
	    "read documents that are not in English too", &any_lang },
	{ OPT_WORD, 'd', "date", "DATE",
	    "resolve \"Thursday\" against DATE, not the article's", &date },
	{ OPT_WORD, 'N', "names", "FILE",
	    "your own names: name, class, canonical name, lat, lon (TSV)",
	    &names },
	{ OPT_END, 0, NULL, NULL, NULL, NULL },
};

static const struct cli cli = {
	.name = "pk-extract",
	.brief = "find entities, numbers and dates in sentences",
	.operands = "[file ...]",
	.opts = opts,
	.shown = 1 << REC_ENTITY | 1 << REC_NUMBER | 1 << REC_DATE,
};

int
main(int argc, char *argv[])
{
	struct arena perm = arena_new(0);
	struct cli_run run = cli_parse(&cli, argc, argv);
	struct extract_options opt = { .numbers = true, .any_lang = any_lang };
	struct out *out;
	struct feed *feed;
	struct extract *x;
	struct rec rec;

	if (date != NULL && !day_parse(str_of(date), &opt.ref))
		die("%s: not a date like 2025-11-06", date);
	opt.tables = tables_need(&perm, names);
	out = out_open(&perm, &run.output);
	feed = feed_open(&perm, run.files, out);
	x = extract_open(&perm, &opt, out);
	while (feed_next(feed, &rec))
		extract_rec(x, &rec);
	return cli_finish(&run, out, extract_end(x));
}
