/*
 * pk-compare - on what the documents agree, and where they conflict.
 *
 * Passes every record on and writes agreement, compatible, conflict and
 * development records at the end of input, or, in the text format, a list for
 * people.  What is compared is in story/figure.h, how it is judged in
 * story/verdict.h.  Manual: man/pk-compare.1.
 */
#include "base/cli.h"
#include "story/contrast.h"
#include "text/feed.h"

#define VERDICTS                                                               \
	(1 << REC_AGREEMENT | 1 << REC_COMPATIBLE | 1 << REC_CONFLICT |        \
	    1 << REC_DEVELOPMENT)

#define WIDTH 80 /* of a list off a terminal */

static size_t most;

static const struct opt opts[] = {
	{ OPT_COUNT, 'N', "most", "N", "at most N topics, the weightiest",
	    &most },
	{ OPT_END, 0, NULL, NULL, NULL, NULL },
};

static const struct cli cli = {
	.name = "pk-compare",
	.brief = "tell where the documents agree and where they conflict",
	.operands = "[file ...]",
	.opts = opts,
	.shown = VERDICTS,
	.own_text = true,
};

/* Writes the verdicts, of the types asked for; returns how many. */
static size_t
write_verdicts(struct out *out, const struct collate *c, struct verdict *v,
    size_t n, uint32_t only)
{
	struct arena a = arena_new(0);
	struct buf text = { .a = &a };
	size_t kept = 0;

	for (size_t i = 0; i < n; i++) {
		if (only == 0 || (only & UINT32_C(1) << v[i].type) != 0)
			v[kept++] = v[i];
	}
	n = most > 0 && most < kept ? most : kept;
	for (size_t i = 0; i < n; i++)
		verdict_write(out, &v[i], collate_docs(c), collate_sheet(c), a);
	if (out_format(out) == OUT_TEXT) {
		contrast_write(
		    &text, c, v, n, out_width(out, WIDTH), arena_new(0));
		out_bytes(out, buf_str(&text));
	}
	return n;
}

int
main(int argc, char *argv[])
{
	struct arena perm = arena_new(0);
	struct cli_run run = cli_parse(&cli, argc, argv);
	struct out *out = out_open(&perm, &run.output);
	struct feed *feed = feed_open(&perm, run.files, out);
	struct collate *c = collate_open(&perm);
	struct verdict *v;
	struct rec rec;
	size_t n;

	while (feed_next(feed, &rec)) {
		out_rec(out, &rec);
		collate_rec(c, &rec);
	}
	n = collate_close(c, &v);
	n = write_verdicts(out, c, v, n, run.output.only);
	return cli_finish(&run, out, n);
}
