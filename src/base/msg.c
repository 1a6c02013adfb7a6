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

static void __attribute__((format(printf, 1, 0)))
say(const char *fmt, va_list ap)
{
	int saved = errno;
	size_t n = strlen(fmt);

	flockfile(stderr);
	if (program != NULL)
		fprintf(stderr, "%s: ", program);
	vfprintf(stderr, fmt, ap);
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
