/*
 * msg.c - messages and what they mean for the exit status; see base.h.
 *
 * The only state of a whole process in libpk: its name, and whether anything
 * was reported.
 */
#include "base.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Longer than any path; what is longer is cut. */
#define LINE_SIZE 8192

static const char *program;
static bool quiet, warned;

void
msg_name(const char *name)
{
	program = name;
}

void
msg_quiet(void)
{
	quiet = true;
}

bool
msg_warned(void)
{
	return warned;
}

/* Writes a message as one line: the name of a file may hold line ends, and
 * what a terminal obeys. */
static void __attribute__((format(printf, 1, 0)))
say(const char *fmt, va_list ap)
{
	char line[LINE_SIZE];
	int saved = errno;
	size_t n = strlen(fmt);

	vsnprintf(line, sizeof(line), fmt, ap);
	for (char *p = line; *p != '\0'; p++) {
		if ((*p >= 0 && *p < ' ') || *p == 0x7f)
			*p = '?';
	}
	flockfile(stderr);
	if (program != NULL)
		fprintf(stderr, "%s: ", program);
	fputs(line, stderr);
	if (n > 0 && fmt[n - 1] == ':')
		fprintf(stderr, " %s", strerror(saved));
	putc('\n', stderr);
	funlockfile(stderr);
}

void
warn(const char *fmt, ...)
{
	va_list ap;

	warned = true;
	va_start(ap, fmt);
	say(fmt, ap);
	va_end(ap);
}

void
note(const char *fmt, ...)
{
	va_list ap;

	if (quiet)
		return;
	va_start(ap, fmt);
	say(fmt, ap);
	va_end(ap);
}

void
die(const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	say(fmt, ap);
	va_end(ap);
	exit(2);
}
