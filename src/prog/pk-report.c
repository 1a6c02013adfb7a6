/*
 * pk-report - who and where, over all documents, for people and for maps.
 *
 * Passes every record on as JSON Lines or TSV; with -t text it writes an
 * overview of the names in them, with -t geojson a map of the places.
 * What makes mentions one is in story/roll.h.  Manual: man/pk-report.1.
 */
#include "base/cli.h"
#include "story/roll.h"
#include "text/feed.h"

#define GEOJSON OUT_OWN
#define TOP 10 /* names of a class, when not told how many */

static size_t top = TOP;

static const struct opt opts[] = {
	{ OPT_COUNT, 0, "top", "N", "at most N names of a class (default: 10)",
	    &top },
	{ OPT_END, 0, NULL, NULL, NULL, NULL },
};

static const char *const formats[] = { "geojson", NULL };

static const struct cli cli = {
	.name = "pk-report",
	.brief = "the names and places of a story, for people and for maps",
	.operands = "[file ...]",
	.opts = opts,
	.shown = 1 << REC_ENTITY,
	.own_text = true,
	.formats = formats,
};

/* Writes what the format asks for; returns the names or places in it. */
static size_t
report(struct out *out, const struct roll *roll)
{
	struct arena a = arena_new(0);
	struct buf b = { .a = &a };
	size_t made = 0;

	if (out_format(out) == OUT_TEXT)
		made = roll_text(roll, &b, top, arena_new(0));
	else if (out_format(out) == GEOJSON)
		made = roll_geojson(roll, &b, arena_new(0));
	out_bytes(out, buf_str(&b));
	return made;
}

int
main(int argc, char *argv[])
{
	struct arena perm = arena_new(0);
	struct cli_run run = cli_parse(&cli, argc, argv);
	struct out *out = out_open(&perm, &run.output);
	struct feed *feed = feed_open(&perm, run.files, out);
	struct roll *roll = roll_open(&perm);
	struct rec rec;

	while (feed_next(feed, &rec)) {
		out_rec(out, &rec);
		if (!roll_rec(roll, &rec))
			warn("%s:%lu: an entity without class or name",
			    rec.file, rec.lineno);
	}
	return cli_finish(&run, out, report(out, roll));
}
