/*
 * cli.h - options from one table: parsing, --help, completions.
 *
 * Every program has -e, -h, -n, -o, -q, -t, -V and --completion besides its
 * own table; the same letter means the same in every program.
 */
#ifndef PK_CLI_H
#define PK_CLI_H

#include "base.h"
#include "in.h"
#include "out.h"

enum opt_kind { OPT_END, OPT_FLAG, OPT_WORD, OPT_COUNT };

struct opt {
	enum opt_kind kind;
	char letter;      /* or 0 */
	const char *name; /* long name without "--" */
	const char *arg;  /* name of the value in --help; NULL for a flag */
	const char *help; /* one line, no full stop */
	void *var;        /* bool *, const char **, or size_t * (OPT_COUNT:
			   * a whole number, 1 or more) */
};

struct cli {
	const char *name, *brief, *operands;
	const struct opt *opts;     /* ends with OPT_END */
	uint32_t shown;             /* types in TSV and text by default: bits */
	bool own_text;              /* as in struct out_options */
	const char *const *formats; /* its own, from OUT_OWN on; ends with
				     * NULL.  NULL: none */
};

/* What the options that all programs share came to. */
struct cli_run {
	char **files;              /* operands, NULL-ended */
	bool exit_status;          /* -e */
	struct out_options output; /* -n, -o, -t */
};

/* Sets the options' variables.  Handles -h, -V and --completion (exit 0); a
 * wrong option prints usage and exits 2.  On a terminal without -t the
 * format is OUT_TEXT.  Dies when the output is a file that is to be read. */
struct cli_run cli_parse(const struct cli *cli, int argc, char **argv);

/* Closes out.  Returns the exit status: 2 when anything was reported or
 * could not be written, else 1 when -e was given and made is 0, else 0. */
int cli_finish(const struct cli_run *run, struct out *out, size_t made);

#endif
