/*
 * entmarks [FILE ...] - the candidates of the entity finder with their marks.
 *
 * Reads what pk-normalize writes.  A line a candidate: document, start and
 * end in the source (of sentences that were not repaired), the class if it is
 * decided already, the words, the pass and the group, the marks of the name,
 * those of its context; between tabs.  For tools/fit-points, which builds it,
 * and for a look at why a name was missed.
 *
 * Pass "all" is as pk sees it.  In two more, "even" and "odd", half of the
 * names (no acronyms) are taken for ones that no table has, and only these
 * are printed: so that the points learn what to make of names that nobody
 * listed.  What was a nationality has class "norp" there.
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
print_marks(const struct marks *m, int from, int end)
{
	const char *before = "\t";

	for (int i = from; i < end; i++) {
		if (!mark_has(m, (enum mark)i))
			continue;
		printf("%s%s", before, ent_mark_name((enum mark)i));
		before = " ";
	}
	if (before[0] == '\t')
		putchar('\t');
}

static void
print_cand(const struct doc *d, const struct ent_doc *e, const struct cand *c,
    const char *pass)
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
	printf("\t%s%zu", pass, c->group);
	print_marks(&c->marks, 0, MARK_NAMES);
	print_marks(&c->marks, MARK_NAMES, MARK_COUNT);
	putchar('\n');
}

/* Makes one that is in no table of a candidate.  Half of them lose what is
 * known of their word as a name, too. */
static void
hide(const struct ent_doc *e, struct cand *c)
{
	struct word *w = &e->lines[c->sent].w[c->i];

	c->hit.n = 0;
	c->fixed = false;
	if (c->j == c->i + 1 && c->group % 4 < 2)
		w->gaz &= (uint8_t) ~(GAZ_FIRST | GAZ_LAST);
}

static void
print_hidden(const struct doc *d, struct ent_doc *e, size_t odd)
{
	bool *shown = arena_alloc(e->a, e->n, sizeof(*shown));

	for (size_t i = 0; i < e->n; i++) {
		struct cand *c = &e->v[i];

		c->marks = (struct marks){ { 0 } };
		if (c->hit.n == 0 || c->group % 2 != odd ||
		    e->lines[c->sent].t->v[c->i].form == TOKEN_UPPER ||
		    (c->fixed && c->class != ENT_NORP))
			continue;
		shown[i] = true;
		hide(e, c);
	}
	ent_mark(e);
	for (size_t i = 0; i < e->n; i++) {
		struct cand *c = &e->v[i];

		if (!shown[i])
			continue;
		c->fixed = c->class == ENT_NORP;
		print_cand(d, e, c, odd ? "odd" : "even");
	}
}

static void
print_doc(const struct gaz *gaz, struct doc *d)
{
	struct ent_doc e;

	ent_read(&e, gaz, d->v, d->n, &d->a);
	for (size_t i = 0; i < e.n; i++)
		print_cand(d, &e, &e.v[i], "all");
	print_hidden(d, &e, 0);
	print_hidden(d, &e, 1);
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
