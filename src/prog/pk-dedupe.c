/*
 * pk-dedupe - pass on what is new: no repeats of sentences, of facts.
 *
 * Options are here; what is done with them, in story/dedupe.h.
 * Manual: man/pk-dedupe.1.
 */
#include "story/dedupe.h"

static struct dedupe_options o;

static const struct opt opts[] = {
	{ OPT_FLAG, '0', "zero-terminated", NULL,
	    "lines end with NUL; implies --lines", &o.zero },
	{ OPT_FLAG, 'c', "count", NULL,
	    "merge facts over documents; write them at the end", &o.count },
	{ OPT_FLAG, 0, "check", NULL, "say what is in the state file",
	    &o.check },
	{ OPT_FLAG, 0, "dry-run", NULL, "leave the state file as it is",
	    &o.dry },
	{ OPT_FLAG, 'D', "documents", NULL,
	    "whole documents, not sentences, are repeats", &o.documents },
	{ OPT_FLAG, 0, "dump", NULL, "write the state file as records",
	    &o.dump },
	{ OPT_COUNT, 0, "expire", "DAYS",
	    "forget what was not seen for DAYS days", &o.expire },
	{ OPT_FLAG, 'f', "facts", NULL,
	    "pass on mentions of one fact only once", &o.facts },
	{ OPT_WORD, 0, "keep", "WHICH",
	    "of lines or keys: first, longest or richest", &o.best },
	{ OPT_WORD, 'k', "key", "FIELD,...",
	    "records with the same fields are repeats", &o.key },
	{ OPT_FLAG, 'l', "lines", NULL, "lines of any bytes, not records",
	    &o.lines },
	{ OPT_COUNT, 0, "memory", "MB",
	    "memory for exact lines; the rest goes to disk", &o.memory },
	{ OPT_FLAG, 'm', "mark", NULL, "keep repeats, marked by dup_of",
	    &o.mark },
	{ OPT_FLAG, 0, "near", NULL,
	    "near repeats, too: of sentences by default", &o.near },
	{ OPT_WORD, 0, "normalise", "WHAT",
	    "what counts: bytes, space, case or words", &o.normalise },
	{ OPT_FLAG, 0, "recover", NULL,
	    "leave out of the state file what is damaged", &o.recover },
	{ OPT_FLAG, 0, "show-groups", NULL,
	    "of lines, keys or documents: what repeats what", &o.groups },
	{ OPT_WORD, 's', "state", "FILE", "keep what was seen", &o.state },
	{ OPT_WORD, 'T', "threshold", "SHARE",
	    "words in common of near repeats (default: 0.8)", &o.threshold },
	{ OPT_FLAG, 'x', "exact", NULL, "no near repeats", &o.exact },
	{ OPT_END, 0, NULL, NULL, NULL, NULL },
};

static const struct cli cli = {
	.name = "pk-dedupe",
	.brief = "drop repeats of sentences, merge facts over documents",
	.operands = "[file ...]",
	.opts = opts,
	.shown = 1 << REC_SENTENCE | 1 << REC_FACT,
};

int
main(int argc, char *argv[])
{
	struct cli_run run = cli_parse(&cli, argc, argv);

	return dedupe_run(&o, &run);
}
