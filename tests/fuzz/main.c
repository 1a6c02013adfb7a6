/*
 * main.c - a fuzz target without libFuzzer: runs over the files named, and,
 * so that short and broken inputs are always tried, over each one's first
 * half and over it with one byte changed.
 */
#include <string.h>

#include "fuzz.h"

/* The target gets memory of just this size: a read beyond it is seen by the
 * address sanitizer and by valgrind. */
static void
run(const char *bytes, size_t n, size_t change)
{
	uint8_t *copy = malloc(n > 0 ? n : 1);

	if (copy == NULL)
		abort();
	memcpy(copy, bytes, n);
	if (change < n)
		copy[change] ^= 0x55;
	LLVMFuzzerTestOneInput(copy, n);
	free(copy);
}

static bool
run_file(const char *name)
{
	static char bytes[1 << 20];
	FILE *f = fopen(name, "rb");
	size_t n;

	if (f == NULL) {
		perror(name);
		return false;
	}
	n = fread(bytes, 1, sizeof(bytes), f);
	fclose(f);
	run(bytes, n, n);
	run(bytes, n / 2, n);
	run(bytes, n, n / 3);
	return true;
}

int
main(int argc, char *argv[])
{
	int failed = 0;

	run("", 0, 0);
	for (int i = 1; i < argc; i++)
		failed += !run_file(argv[i]);
	printf("%d passed, %d failed\n", argc - failed, failed);
	return failed > 0;
}
