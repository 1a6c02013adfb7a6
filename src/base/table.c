/*
 * table.c - memory for large hash tables; see table.h.
 */
#ifndef _DEFAULT_SOURCE
#define _DEFAULT_SOURCE /* madvise(2), MAP_ANONYMOUS: beyond POSIX */
#endif

#include "table.h"

#include <stdlib.h>
#include <sys/mman.h>

#define LARGE ((size_t)2 * 1024 * 1024) /* a large page, on most machines */

static size_t
bytes_of(size_t n, size_t size)
{
	if (size != 0 && n > SIZE_MAX / 2 / size)
		die("out of memory");
	return n * size;
}

void *
table_alloc(size_t n, size_t size)
{
	size_t bytes = bytes_of(n, size);
	void *p;

	if (bytes < LARGE) {
		p = calloc(n, size);
		if (p == NULL)
			die("out of memory");
		return p;
	}
	p = mmap(NULL, bytes, PROT_READ | PROT_WRITE,
	    MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	if (p == MAP_FAILED)
		die("out of memory");
#ifdef MADV_HUGEPAGE
	/* A wish: where it is not granted, the table is only slower. */
	(void)madvise(p, bytes, MADV_HUGEPAGE);
#endif
	return p;
}

void
table_free(void *table, size_t n, size_t size)
{
	size_t bytes = bytes_of(n, size);

	if (table != NULL && bytes >= LARGE)
		(void)munmap(table, bytes);
	else
		free(table);
}
