/*
 * entmarks [FILE ...] - the candidates of the entity finder with their marks.
 *
 * Reads what pk-normalize writes.  A line a candidate: document, start and
 * end in the source (of sentences that were not repaired), the class if the
 * form alone decides it, the words, the marks; between tabs.  For
 * tools/fit-points, which builds it, and for a look at why a name was missed.
 */
#include <stdio.h>

#include "base/file.h"
#include "base/in.h"
#include "fact/ent_cand.h"
#include "text/block.h"

struct doc {
	struct arena a; /* holds all of it */
	struct str name;
	struct ent_sent *v;
	size_t *start;
	size_t n, v_cap, start_cap;
};

static void
print_str(struct str s)
{
	fwrite(s.p, 1, s.n, stdout);
}

static void
print_cand(const struct doc *d, const struct ent_doc *e, const struct cand *c)
{
	const struct tokens *t = e->lines[c->sent].t;
	size_t at = d->start[c->sent];

	print_str(str_cut(d->name, 1, d->name.n - 1));
	printf("\t%zu\t%zu\t%s\t", at + t->v[c->i].start,
	    at + t->v[c->j - 1].end,
	    !c->fixed                  ? ""
		: c->class == ENT_NONE ? "-"
				       : ent_class_name(c->class));
	print_str(token_span(t, c->i, c->j));
	for (int m = 0; m < MARK_COUNT; m++)
		if (mark_has(&c->marks, (enum mark)m))
			printf("%c%s", m == 0 ? '\t' : ' ',
			    ent_mark_name((enum mark)m));
	putchar('\n');
}

static void
print_doc(const struct gaz *gaz, struct doc *d)
{
	struct ent_doc e;

	ent_read(&e, gaz, d->v, d->n, &d->a);
	for (size_t i = 0; i < e.n; i++)
		print_cand(d, &e, &e.v[i]);
}

static void
add_sentence(struct doc *d, const struct rec *rec)
{
	struct str text, role;
	struct ent_sent s = { .n = 0 };

	if (!rec_str(rec, "text", &text, &d->a) ||
	    (rec_str(rec, "role", &role, &d->a) &&
		!role_is_read(role_of(role))))
		return;
	s.heading =
	    role_of(role) == ROLE_TITLE || role_of(role) == ROLE_HEADING;
	s.t = token_split(str_copy(&d->a, text), &d->a);
	d->v = vec_room(&d->a, d->v, d->n, &d->v_cap, sizeof(*d->v));
	d->start =
	    vec_room(&d->a, d->start, d->n, &d->start_cap, sizeof(*d->start));
	(void)rec_size(rec, "start", &d->start[d->n]);
	d->v[d->n++] = s;
}

int
main(int argc, char *argv[])
{
	struct arena perm = arena_new(0), docs = arena_new(0);
	struct doc d = { .a = docs };
	const char *path;
	struct gaz gaz;
	struct err err;
	struct rec rec;
	struct in *in;

	(void)argc;
	msg_name("entmarks");
	if (!file_data("gaz.db", &perm, &path) || !gaz_open(&gaz, path, &err))
		die("%s: cannot be opened", path);
	in = in_open(&perm, argv + 1, NULL);
	while (in_next(in, &rec)) {
		if (rec.type != REC_SENTENCE)
			continue;
		if (d.n > 0 && !str_eq(rec.doc, d.name)) {
			print_doc(&gaz, &d);
			d = (struct doc){ .a = docs };
		}
		if (d.n == 0)
			d.name = str_copy(&d.a, rec.doc);
		add_sentence(&d, &rec);
	}
	print_doc(&gaz, &d);
	return msg_warned() ? 2 : 0;
}
