/*
 * pk-extract-numbers - find numbers, quantities and dates in sentences.
 *
 * Passes every record on, and behind each sentence writes one number or date
 * record for every quantity and date in it.  Options and the loop are here;
 * what a number is, is in fact/num.h, what a date is in fact/date.h.
 * Manual: man/pk-extract-numbers.1.
 */
#include "base/cli.h"
#include "base/file.h"
#include "fact/extract.h"
#include "text/feed.h"

static const char *quantity, *date, *convert, *patterns;
static bool any_lang;

static const struct opt opts[] = {
	{ OPT_FLAG, 'a', "any-lang", NULL,
	    "read documents that are not in English too", &any_lang },
	{ OPT_WORD, 'c', "convert", "UNIT,...",
	    "tell numbers in these units, too", &convert },
	{ OPT_WORD, 'd', "date", "DATE",
	    "resolve \"Thursday\" against DATE, not the article's", &date },
	{ OPT_WORD, 'p', "patterns", "FILE",
	    "your own number words, units and patterns", &patterns },
	{ OPT_WORD, 'Q', "quantity", "NAME,...", "only area, money, ...",
	    &quantity },
	{ OPT_END, 0, NULL, NULL, NULL, NULL },
};

static const struct cli cli = {
	.name = "pk-extract-numbers",
	.brief = "find numbers, quantities and dates in sentences",
	.operands = "[file ...]",
	.opts = opts,
	.shown = 1 << REC_NUMBER | 1 << REC_DATE,
};

static struct num_rules *
read_rules(struct arena *perm)
{
	struct num_rules *r = num_rules_new(perm);

	rules_load(num_rules_reader(r), patterns);
	return r;
}

int
main(int argc, char *argv[])
{
	struct arena perm = arena_new(0);
	struct cli_run run = cli_parse(&cli, argc, argv);
	struct extract_options opt = {
		.numbers = true, .any_lang = any_lang, .quantity = quantity
	};
	const char *why;
	struct out *out;
	struct feed *feed;
	struct extract *x;
	struct rec rec;
	size_t made;

	if (convert != NULL &&
	    !num_convert_read(str_of(convert), &opt.convert, &perm, &why))
		die("%s", why);
	if (patterns != NULL)
		opt.rules = read_rules(&perm);
	if (date != NULL && !day_parse(str_of(date), &opt.ref))
		die("%s: not a date like 2025-11-06", date);
	run.output.converted = convert != NULL;
	out = out_open(&perm, &run.output);
	feed = feed_open(&perm, run.files, out);
	x = extract_open(&perm, &opt, out);
	while (feed_next(feed, &rec))
		extract_rec(x, &rec);
	made = extract_end(x);
	if (patterns != NULL)
		rules_dropped(patterns, num_rules_dropped(opt.rules));
	return cli_finish(&run, out, made);
}
