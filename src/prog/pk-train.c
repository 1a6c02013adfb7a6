/*
 * pk-train - annotated articles to the tagger's weights.
 *
 * Reads article records with a key "entities", an array of {"start", "end",
 * "class"} with places in the text, and writes a model file.  What is learnt
 * is in fact/learn.h.  Manual: man/pk-train.1.
 */
#include <stdio.h>

#include "base/cli.h"
#include "base/file.h"
#include "fact/learn.h"
#include "fact/lesson.h"

static const char *model = "tag.model", *classes;
static size_t bits = 18, rounds = 6, drop = 30;

static const struct opt opts[] = {
	{ OPT_COUNT, 'b', "bits", "N", "the model has 2^N rows (18)", &bits },
	{ OPT_WORD, 'c', "classes", "FILE", "classes of words (none)",
	    &classes },
	{ OPT_COUNT, 'd', "drop", "N",
	    "of a hundred features left out each time (30)", &drop },
	{ OPT_WORD, 'm', "model", "FILE", "write to FILE (tag.model)", &model },
	{ OPT_COUNT, 'r', "rounds", "N", "over all sentences (6)", &rounds },
	{ OPT_END, 0, NULL, NULL, NULL, NULL },
};

static const struct cli cli = {
	.name = "pk-train",
	.brief = "make the tagger's model from annotated articles",
	.operands = "[file ...]",
	.opts = opts,
};

static void
tell(unsigned round, size_t wrong)
{
	note("round %u: %zu words wrong", round, wrong);
}

static struct tag_words
read_words(struct arena *perm)
{
	struct tag_words words;
	struct str bytes = STR("");
	struct err err;
	size_t line;

	if (classes != NULL && !file_map(classes, &bytes))
		die("%s:", classes);
	if (!tag_words_read(&words, bytes, perm, &line, &err))
		die("%s:%zu: %s", classes, line, err.why);
	return words;
}

int
main(int argc, char *argv[])
{
	struct arena perm = arena_new(0), fields = arena_new(0);
	struct cli_run run = cli_parse(&cli, argc, argv);
	struct out *out = out_open(&perm, &run.output);
	struct in *in = in_open(&perm, run.files, out);
	struct lessons *lessons;
	struct learn_options opt = { (unsigned)bits, (unsigned)rounds,
		(unsigned)drop };
	const char *path;
	struct err err;
	struct tag_words words;
	struct gaz gaz;
	struct rec rec;
	struct str bytes;

	if (!file_data("gaz.db", &perm, &path) || !gaz_open(&gaz, path, &err))
		die("%s: cannot be opened", path);
	if (bits < 8 || bits > 26)
		die("--bits: from 8 to 26");
	if (drop > 99)
		die("--drop: from 1 to 99");
	words = read_words(&perm);
	lessons = lessons_open(&gaz, &words, &perm);
	while (in_next(in, &rec)) {
		struct arena a = fields;

		if (rec.type == REC_ARTICLE &&
		    !lessons_add(lessons, &rec, a, &err))
			warn("%s:%lu: %s", rec.file, rec.lineno, err.why);
	}
	bytes = learn_model(lessons->v, lessons->n, &words, opt, tell, &perm);
	if (!file_replace(model, bytes, perm))
		die("%s:", model);
	return cli_finish(&run, out, lessons->n);
}
