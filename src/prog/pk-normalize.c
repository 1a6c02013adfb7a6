/*
 * pk-normalize - bytes to clean sentences.
 *
 * Writes a doc record and its sentence records for every plain text, HTML
 * page, item of a feed, mail or article record; other records pass.  What is
 * done to the text is in text/normal.h.  Manual: man/pk-normalize.1.
 */
#include "base/cli.h"
#include "base/file.h"
#include "base/state.h"
#include "text/feed.h"

static const char *lang, *patterns, *state;
static bool no_learn, raw;

static const struct opt opts[] = {
	{ OPT_WORD, 'l', "lang", "CODE",
	    "the language of all documents, as \"en\" or \"de\"", &lang },
	{ OPT_FLAG, 0, "no-learn", NULL,
	    "take no line for boilerplate because its source repeats it",
	    &no_learn },
	{ OPT_WORD, 'p', "patterns", "FILE",
	    "where sentences end: \"break\" or \"nobreak\", tab, pattern",
	    &patterns },
	{ OPT_FLAG, 'r', "raw", NULL, "repair nothing, cut only", &raw },
	{ OPT_WORD, 's', "state", "FILE", "keep which lines sources repeat",
	    &state },
	{ OPT_END, 0, NULL, NULL, NULL, NULL },
};

static const struct cli cli = {
	.name = "pk-normalize",
	.brief = "clean sentences of text, HTML, feeds, mail and articles",
	.operands = "[file ...]",
	.opts = opts,
	.shown = 1 << REC_DOC | 1 << REC_SENTENCE,
};

static struct patterns *
read_patterns(struct arena *perm)
{
	struct patterns *p = patterns_new(perm);

	rules_load(patterns_reader(p), patterns);
	return p;
}

/* A log that grew is made smaller; it may stay as it is. */
static void
shrink(struct store *store, struct habit *habit, struct arena scratch)
{
	if (!habit_stale(habit))
		return;
	habit_renew(habit);
	if (!store_replace(store, scratch))
		note("%s: could not be made smaller", state);
}

int
main(int argc, char *argv[])
{
	struct arena perm = arena_new(0);
	struct cli_run run = cli_parse(&cli, argc, argv);
	struct normal_rules rules = { .raw = raw };
	struct store *store = NULL;
	struct habit *habit = NULL;
	struct out *out;
	struct feed *feed;
	size_t made = 0;

	if (lang != NULL)
		rules.lang = str_of(lang);
	if (patterns != NULL)
		rules.patterns = read_patterns(&perm);
	if (no_learn && state != NULL)
		die("--no-learn and --state: one of them");
	if (state != NULL)
		store = state_open(&perm, state, habit_params());
	if (!no_learn)
		habit = habit_open(&perm, store);
	out = out_open(&perm, &run.output);
	feed = feed_open(&perm, run.files, out);
	feed_rules(feed, &rules);
	feed_habit(feed, habit);
	while (feed_copy(feed, out, &made)) {
		if (store != NULL && state_is_full(store))
			state_commit(store, state, out);
	}
	if (store != NULL) {
		state_commit(store, state, out);
		shrink(store, habit, perm);
	}
	if (patterns != NULL)
		rules_dropped(patterns, patterns_dropped(rules.patterns));
	return cli_finish(&run, out, made);
}
