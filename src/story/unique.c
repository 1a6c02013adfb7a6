/*
 * unique.c - each line, or record, only once; see unique.h.
 */
#include "unique.h"

#define BATCH 64 /* lines that are looked up together */

void
unique_recall(struct unique *u)
{
	struct store_item item;

	set_expect(u->set, keep_size(u->keep) / sizeof(struct set_key));
	while (keep_next(u->keep, &item)) {
		size_t n = item.body.n / sizeof(struct set_key);

		if (item.kind == KEEP_SENTENCE && n > 1)
			n = 1; /* of crowd.h: its words follow */
		else if (item.kind != KEEP_KEYS)
			continue;
		for (size_t i = 0; i < n; i++) {
			struct set_key key;

			memcpy(
			    &key, item.body.p + i * sizeof(key), sizeof(key));
			(void)set_put(u->set, key);
		}
	}
}

/* Lines of one file that passed, one behind the other: written at once. */
struct run {
	const char *p, *end;
};

static void
write_run(struct run *run, struct out *out)
{
	if (run->p != NULL)
		out_bytes(
		    out, (struct str){ run->p, (size_t)(run->end - run->p) });
	run->p = NULL;
}

/* Adds a line, and the byte behind it if it is there, to the run. */
static void
pass(struct run *run, struct str line, bool ended, struct out *out)
{
	if (run->p != NULL && run->end != line.p)
		write_run(run, out);
	if (run->p == NULL)
		run->p = line.p;
	run->end = line.p + line.n + ended;
}

static void
see_lines(struct unique *u, const struct str *v, size_t n, bool ended,
    struct out *out, struct arena scratch)
{
	struct set_key keys[BATCH];
	struct run run = { 0 };
	bool last = false;

	for (size_t i = 0; i < n; i++) {
		keys[i] = gist_key(&u->gist, v[i], scratch);
		set_soon(u->set, keys[i]);
	}
	for (size_t i = 0; i < n; i++) {
		last = set_put(u->set, keys[i]);
		if (u->keep != NULL)
			keep_key(u->keep, keys[i], last);
		if (!last)
			continue;
		pass(&run, v[i], i + 1 < n || ended, out);
		u->made++;
	}
	write_run(&run, out);
	if (last && !ended)
		out_bytes(out, (struct str){ &u->end, 1 });
}

static void
run_lines(
    struct unique *u, struct in *in, struct out *out, struct arena scratch)
{
	struct str v[BATCH];
	bool ended;
	size_t n;

	while ((n = in_lines(in, u->end, v, BATCH, &ended)) > 0) {
		see_lines(u, v, n, ended, out, scratch);
		if (u->keep != NULL)
			keep_full(u->keep);
	}
}

static bool
is_new(struct unique *u, const struct rec *rec, struct arena scratch)
{
	struct set_key key;
	struct str text;
	bool fresh;

	if (!gist_text(&u->gist, rec, &text, &scratch))
		return true;
	key = gist_key(&u->gist, text, scratch);
	fresh = set_put(u->set, key);
	if (u->keep != NULL)
		keep_key(u->keep, key, fresh);
	u->made += fresh;
	return fresh;
}

void
unique_run(struct unique *u, struct in *in, struct out *out)
{
	struct arena scratch = arena_new(0);
	struct rec rec;

	if (u->gist.fields[0] == NULL) {
		run_lines(u, in, out, scratch);
		return;
	}
	while (in_next(in, &rec)) {
		if (rec.type == REC_RAW) {
			warn("%s: not records: --key wants them", rec.file);
			continue;
		}
		if (is_new(u, &rec, scratch))
			out_rec(out, &rec);
		if (u->keep != NULL)
			keep_full(u->keep);
	}
}
