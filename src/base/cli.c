/*
 * cli.c - options from one table; see cli.h.
 */
#include "cli.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define VERSION "0.1.0"

/* The options that every program has; their values. */
static struct {
	bool exit_status, quiet, help, version;
	const char *only, *output, *format, *completion;
} common;

static const struct opt common_opts[] = {
	{ OPT_FLAG, 'e', "exit-status", NULL, "exit 1 when nothing was found",
	    &common.exit_status },
	{ OPT_FLAG, 'h', "help", NULL, "print this help", &common.help },
	{ OPT_WORD, 'n', "only", "TYPE,...", "write records of these types",
	    &common.only },
	{ OPT_WORD, 'o', "output", "FILE", "write to FILE", &common.output },
	{ OPT_FLAG, 'q', "quiet", NULL, "no notes on what was guessed",
	    &common.quiet },
	{ OPT_WORD, 't', "format", "FORMAT",
	    "jsonl, tsv or text (default: text on a terminal)",
	    &common.format },
	{ OPT_FLAG, 'V', "version", NULL, "print the version",
	    &common.version },
	{ OPT_WORD, 0, "completion", "SHELL",
	    "print completions for bash, zsh or fish", &common.completion },
	{ OPT_END, 0, NULL, NULL, NULL, NULL },
};

/* Both tables one after the other: option i, or NULL at the end. */
static const struct opt *
opt_at(const struct cli *cli, size_t i)
{
	size_t own = 0;

	while (cli->opts[own].kind != OPT_END)
		own++;
	if (i < own)
		return &cli->opts[i];
	return common_opts[i - own].kind == OPT_END ? NULL
						    : &common_opts[i - own];
}

static void
print_usage(const struct cli *cli, FILE *to)
{
	fprintf(to, "usage: %s [option ...] %s\n", cli->name, cli->operands);
}

static _Noreturn void
usage(const struct cli *cli, const char *why, const char *what)
{
	warn("%s: %s", what, why);
	print_usage(cli, stderr);
	exit(2);
}

/* Ends the program after something was printed for -h and the like. */
static _Noreturn void
done(void)
{
	if (fflush(stdout) != 0 || ferror(stdout))
		die("standard output:");
	exit(0);
}

static _Noreturn void
print_help(const struct cli *cli)
{
	const struct opt *o;

	print_usage(cli, stdout);
	printf("%s\n\n", cli->brief);
	for (size_t i = 0; (o = opt_at(cli, i)) != NULL; i++) {
		char left[64];

		snprintf(left, sizeof(left), "%s%c%s--%s%s%s",
		    o->letter != 0 ? "-" : " ",
		    o->letter != 0 ? o->letter : ' ',
		    o->letter != 0 ? ", " : "  ", o->name,
		    o->arg != NULL ? " " : "", o->arg != NULL ? o->arg : "");
		printf("  %-28s %s\n", left, o->help);
	}
	for (size_t i = 0; cli->formats != NULL && cli->formats[i] != NULL; i++)
		printf("%s%s", i == 0 ? "\nIts own formats: " : ", ",
		    cli->formats[i]);
	if (cli->formats != NULL)
		printf("\n");
	printf("\nManual: man %s\n", cli->name);
	done();
}

static void
complete_bash(const struct cli *cli)
{
	const struct opt *o;

	printf("complete -o default -W '");
	for (size_t i = 0; (o = opt_at(cli, i)) != NULL; i++) {
		if (o->letter != 0)
			printf("-%c ", o->letter);
		printf("--%s ", o->name);
	}
	printf("' %s\n", cli->name);
}

static void
complete_zsh(const struct cli *cli)
{
	const struct opt *o;

	printf("#compdef %s\n_arguments", cli->name);
	for (size_t i = 0; (o = opt_at(cli, i)) != NULL; i++) {
		const char *arg = o->arg != NULL ? o->arg : "";
		const char *colon = o->arg != NULL ? ":" : "";

		if (o->letter != 0)
			printf(" \\\n  '-%c[%s]%s%s'", o->letter, o->help,
			    colon, arg);
		printf(" \\\n  '--%s[%s]%s%s'", o->name, o->help, colon, arg);
	}
	printf(" \\\n  '*:file:_files'\n");
}

static void
complete_fish(const struct cli *cli)
{
	const struct opt *o;

	for (size_t i = 0; (o = opt_at(cli, i)) != NULL; i++) {
		printf("complete -c %s", cli->name);
		if (o->letter != 0)
			printf(" -s %c", o->letter);
		printf(" -l %s%s -d '%s'\n", o->name,
		    o->arg != NULL ? " -r" : "", o->help);
	}
}

static _Noreturn void
print_completion(const struct cli *cli, const char *shell)
{
	if (strcmp(shell, "bash") == 0)
		complete_bash(cli);
	else if (strcmp(shell, "zsh") == 0)
		complete_zsh(cli);
	else if (strcmp(shell, "fish") == 0)
		complete_fish(cli);
	else
		usage(cli, "not bash, zsh or fish", shell);
	done();
}

static void
set(const struct cli *cli, const struct opt *o, const char *val)
{
	double v;

	switch (o->kind) {
	case OPT_FLAG:
		*(bool *)o->var = true;
		break;
	case OPT_WORD:
		*(const char **)o->var = val;
		break;
	case OPT_COUNT:
		assert(val != NULL); /* such an option has an arg */
		if (!ch_digit(val[0]) || !str_num(str_of(val), &v) || v < 1 ||
		    v > 1e12 || v != (double)(size_t)v)
			usage(cli, "not a whole number from 1", val);
		*(size_t *)o->var = (size_t)v;
		break;
	case OPT_END:
		break;
	}
}

/* "--name", "--name=value" or "--name value"; returns how many arguments
 * were taken. */
static int
long_option(const struct cli *cli, char **arg)
{
	struct str name = str_of(*arg + 2);
	size_t eq = str_find(name, STR("="), 0);
	const struct opt *o;
	size_t i = 0;

	while ((o = opt_at(cli, i)) != NULL &&
	    !str_is(str_cut(name, 0, eq), o->name))
		i++;
	if (o == NULL)
		usage(cli, "no such option", *arg);
	if (o->arg == NULL && eq < name.n)
		usage(cli, "takes no value", *arg);
	if (o->arg == NULL) {
		set(cli, o, NULL);
		return 1;
	}
	if (eq < name.n) {
		set(cli, o, *arg + 2 + eq + 1);
		return 1;
	}
	if (arg[1] == NULL)
		usage(cli, "needs a value", *arg);
	set(cli, o, arg[1]);
	return 2;
}

/* "-abc", "-nvalue" or "-n value"; returns how many arguments were taken. */
static int
short_options(const struct cli *cli, char **arg)
{
	for (const char *p = *arg + 1; *p != '\0'; p++) {
		const struct opt *o;
		char name[] = { '-', *p, '\0' };
		size_t i = 0;

		while ((o = opt_at(cli, i)) != NULL && o->letter != *p)
			i++;
		if (o == NULL)
			usage(cli, "no such option", name);
		if (o->arg == NULL) {
			set(cli, o, NULL);
			continue;
		}
		if (p[1] == '\0' && arg[1] == NULL)
			usage(cli, "needs a value", name);
		set(cli, o, p[1] != '\0' ? p + 1 : arg[1]);
		return p[1] != '\0' ? 1 : 2;
	}
	return 1;
}

/* The set of types that "TYPE,..." names. */
static uint32_t
types_named(const struct cli *cli, const char *list)
{
	struct str s = str_of(list);
	uint32_t set = 0;
	size_t at = 0;

	while (at <= s.n) {
		size_t comma = str_find(s, STR(","), at);
		enum rec_type type = rec_type_of(str_cut(s, at, comma));

		if (type == REC_OTHER)
			usage(cli, "not a list of record types", list);
		set |= UINT32_C(1) << type;
		at = comma + 1;
	}
	return set;
}

static enum out_format
format_named(const struct cli *cli, const char *name)
{
	if (name == NULL)
		return common.output == NULL && isatty(STDOUT_FILENO)
		    ? OUT_TEXT
		    : OUT_JSONL;
	if (strcmp(name, "jsonl") == 0)
		return OUT_JSONL;
	if (strcmp(name, "tsv") == 0)
		return OUT_TSV;
	if (strcmp(name, "text") == 0)
		return OUT_TEXT;
	for (int i = 0; cli->formats != NULL && cli->formats[i] != NULL; i++)
		if (strcmp(name, cli->formats[i]) == 0)
			return (enum out_format)(OUT_OWN + i);
	usage(cli, "no such format", name);
}

/* Fills the place of a standard file that is closed (">&-"): the next file to
 * be opened, such as a state file, would be taken for it.  It is opened the
 * wrong way round, so that its use is still an error. */
static void
fill_standard_files(void)
{
	for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++) {
		int mode = fd == STDIN_FILENO ? O_WRONLY : O_RDONLY;

		if (fcntl(fd, F_GETFD) < 0 && errno == EBADF &&
		    open("/dev/null", mode) != fd)
			die("/dev/null:");
	}
}

static bool
stat_input(const char *name, struct stat *st)
{
	if (name == NULL || strcmp(name, "-") == 0)
		return fstat(STDIN_FILENO, st) == 0;
	return stat(name, st) == 0;
}

/* Refuses to write to a file that is to be read: it would be emptied before,
 * or grow while it is read, without end. */
static void
check_output(const struct cli_run *run)
{
	const char *output = run->output.file;
	struct stat to, from;
	size_t i = 0;

	if (output != NULL ? stat(output, &to) != 0
			   : fstat(STDOUT_FILENO, &to) != 0)
		return;
	do {
		const char *name = run->files[i];

		if (S_ISREG(to.st_mode) && stat_input(name, &from) &&
		    from.st_dev == to.st_dev && from.st_ino == to.st_ino)
			die("%s: is both read and written",
			    name != NULL ? name : "-");
	} while (run->files[i] != NULL && run->files[++i] != NULL);
}

struct cli_run
cli_parse(const struct cli *cli, int argc, char **argv)
{
	struct cli_run run = { .files = argv };
	int i = 1, kept = 0;
	bool options = true;

	msg_name(cli->name);
	fill_standard_files();
	while (i < argc) {
		char *arg = argv[i];

		if (options && strcmp(arg, "--") == 0) {
			options = false;
			i++;
		} else if (options && strncmp(arg, "--", 2) == 0) {
			i += long_option(cli, argv + i);
		} else if (options && arg[0] == '-' && arg[1] != '\0') {
			i += short_options(cli, argv + i);
		} else {
			argv[kept++] = arg;
			i++;
		}
	}
	argv[kept] = NULL;
	if (common.help)
		print_help(cli);
	if (common.version) {
		printf("%s (pk) %s\n", cli->name, VERSION);
		done();
	}
	if (common.completion != NULL)
		print_completion(cli, common.completion);
	if (common.quiet)
		msg_quiet();
	run.exit_status = common.exit_status;
	run.output.format = format_named(cli, common.format);
	if (common.only != NULL)
		run.output.only = types_named(cli, common.only);
	run.output.shown = cli->shown;
	run.output.own_text = cli->own_text;
	run.output.file = common.output;
	check_output(&run);
	return run;
}

int
cli_finish(const struct cli_run *run, struct out *out, size_t made)
{
	out_close(out);
	if (msg_warned())
		return 2;
	return run->exit_status && made == 0 ? 1 : 0;
}
