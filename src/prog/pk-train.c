/*
 * pk-train - annotated documents to the tagger's weights.
 *
 * Passes every record on, and learns from the sentences and the entity records
 * behind them; writes a model file at the end.  What is learnt is in
 * fact/learn.h.  Manual: man/pk-train.1.
 */
#include "base/cli.h"
#include "base/file.h"
#include "fact/learn.h"
#include "fact/lesson.h"
#include "text/feed.h"

static const char *model, *classes, *news, *chat;
static size_t bits = 17, rounds = 3, drop = 50;

static const struct opt opts[] = {
	{ OPT_WORD, 'a', "chat", "NAME",
	    "the source that shows how to read chat (the first)", &chat },
	{ OPT_COUNT, 'b', "bits", "N", "the model has 2^N rows (17)", &bits },
	{ OPT_WORD, 'c', "classes", "FILE", "classes of words (none)",
	    &classes },
	{ OPT_COUNT, 'd', "drop", "N",
	    "of a hundred features left out each time (50)", &drop },
	{ OPT_WORD, 'm', "model", "FILE", "write the model to FILE (none)",
	    &model },
	{ OPT_COUNT, 'r', "rounds", "N", "over all sentences (3)", &rounds },
	{ OPT_WORD, 'w', "news", "NAME",
	    "the source that shows how to read the rest (the first)", &news },
	{ OPT_END, 0, NULL, NULL, NULL, NULL },
};

static const struct cli cli = {
	.name = "pk-train",
	.brief = "make the tagger's model from annotated documents",
	.operands = "[file ...]",
	.opts = opts,
	.shown = 1 << REC_DOC,
};

static void
tell(unsigned round, double cost)
{
	note("round %u: cost of a sentence %.3f", round, cost);
}

static struct tag_words
read_words(struct arena *perm)
{
	struct tag_words words;
	struct tag_model old;
	struct str bytes = STR("");
	struct err err;
	size_t line;

	if (classes != NULL && !file_map(classes, &bytes))
		die("%s:", classes);
	if (str_begins(bytes, STR(TAG_MAGIC))) {
		if (!tag_init(&old, bytes, &err))
			die("%s: %s", classes, err.why);
		return old.words;
	}
	if (!tag_words_read(&words, bytes, perm, &line, &err))
		die("%s:%zu: %s", classes, line, err.why);
	return words;
}

static const struct gaz *
open_gaz(struct arena *perm)
{
	struct gaz *gaz = arena_alloc(perm, 1, sizeof(*gaz));
	const char *path;
	struct err err;

	if (!file_data("gaz.db", perm, &path))
		die("%s:", path);
	if (gaz_open(gaz, path, &err))
		return gaz;
	if (err.why != NULL)
		die("%s: %s (byte %zu)", path, err.why, err.at);
	die("%s:", path);
}

/* The number of the source with a name from the command line. */
static unsigned
source_of(const struct lessons *lessons, const char *name)
{
	return name == NULL ? 0 : lessons_source(lessons, str_of(name));
}

static void
write_model(const struct lessons *lessons, const struct tag_words *words,
    struct arena *perm)
{
	struct learn_options opt = { .bits = (unsigned)bits,
		.rounds = (unsigned)rounds,
		.drop = (unsigned)drop,
		.style = {
		    source_of(lessons, news), source_of(lessons, chat) } };
	struct str bytes;

	if (lessons->n == 0 || model == NULL)
		return;
	bytes = learn_model(lessons->v, lessons->n, words, opt, tell, perm);
	if (!file_replace(model, bytes, *perm))
		die("%s:", model);
}

int
main(int argc, char *argv[])
{
	struct arena perm = arena_new(0);
	struct cli_run run = cli_parse(&cli, argc, argv);
	struct out *out = out_open(&perm, &run.output);
	struct feed *feed = feed_open(&perm, run.files, out);
	struct tag_words words;
	struct lessons *lessons;
	struct err err;
	struct rec rec;

	if (bits < 8 || bits > 26)
		die("--bits: from 8 to 26");
	if (drop > 99)
		die("--drop: from 1 to 99");
	words = read_words(&perm);
	lessons = lessons_open(open_gaz(&perm), &words, &perm);
	while (feed_next(feed, &rec)) {
		out_rec(out, &rec);
		if (model == NULL)
			continue;
		if (!lessons_rec(lessons, &rec, &err))
			warn("%s:%lu: %s", rec.file, rec.lineno, err.why);
	}
	lessons_end(lessons);
	write_model(lessons, &words, &perm);
	return cli_finish(&run, out, lessons->n);
}
