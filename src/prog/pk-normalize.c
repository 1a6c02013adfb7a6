/*
 * pk-normalize - bytes to clean sentences.
 *
 * Writes a doc record and its sentence records for every plain text, HTML
 * page, item of a feed, mail or article record; other records pass.  What is
 * done to the text is in text/normal.h.  Manual: man/pk-normalize.1.
 */
#include "base/cli.h"
#include "base/file.h"
#include "text/feed.h"

static const char *lang, *patterns;
static bool raw;

static const struct opt opts[] = {
	{ OPT_WORD, 'l', "lang", "CODE",
	    "the language of all documents, as \"en\" or \"de\"", &lang },
	{ OPT_WORD, 'p', "patterns", "FILE",
	    "where sentences end: \"break\" or \"nobreak\", tab, pattern",
	    &patterns },
	{ OPT_FLAG, 'r', "raw", NULL, "repair nothing, cut only", &raw },
	{ OPT_END, 0, NULL, NULL, NULL, NULL },
};

static const struct cli cli = {
	.name = "pk-normalize",
	.brief = "clean sentences of text, HTML, feeds, mail and articles",
	.operands = "[file ...]",
	.opts = opts,
	.shown = 1 << REC_DOC | 1 << REC_SENTENCE,
};

static const struct patterns *
read_patterns(struct arena *perm)
{
	struct patterns *p;
	struct str bytes;
	struct err err;
	size_t line;

	if (!file_map(patterns, &bytes))
		die("%s:", patterns);
	p = patterns_read(bytes, perm, &line, &err);
	if (p == NULL)
		die("%s:%zu: %s (byte %zu)", patterns, line, err.why, err.at);
	return p;
}

int
main(int argc, char *argv[])
{
	struct arena perm = arena_new(0);
	struct cli_run run = cli_parse(&cli, argc, argv);
	struct normal_rules rules = { .raw = raw };
	struct out *out;
	struct feed *feed;
	size_t made, line;

	if (lang != NULL)
		rules.lang = str_of(lang);
	if (patterns != NULL)
		rules.patterns = read_patterns(&perm);
	out = out_open(&perm, &run.output);
	feed = feed_open(&perm, run.files, out);
	feed_rules(feed, &rules);
	made = feed_copy(feed, out);
	line = patterns != NULL ? patterns_dropped(rules.patterns) : 0;
	if (line > 0)
		warn("%s:%zu: takes too long: was not used to the end",
		    patterns, line);
	return cli_finish(&run, out, made);
}
