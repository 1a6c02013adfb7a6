/*
 * crowd.c - lines, or records, as groups of the same; see crowd.h.
 */
#include "crowd.h"

#include <stdio.h>

#include "near.h"
#include "repeat.h"

#define BATCH 64
#define NONE SIZE_MAX

/* One line or record of the input, when all of it is held. */
struct member {
	struct str line;
	enum rec_type type;
	size_t group; /* or NONE: it has none of the fields */
};

struct group {
	struct str name;        /* of its first, raw JSON; empty for a line */
	size_t count;           /* in this run */
	size_t best;            /* the member to pass on; NONE: none is here */
	unsigned long richness; /* of that */
};

struct crowd {
	struct arena *perm, scratch;
	struct crowd_options opt;
	bool held;
	struct near *near;
	struct group *groups; /* by leader in near */
	size_t ngroups, groups_cap;
	struct member *members;
	size_t n, cap;
	struct out *out;
	size_t made, seen;
};

enum crowd_keep
crowd_keep_of(const char *name)
{
	static const char *const names[] = {
#define X(id, name) name,
		CROWD_KEEPS(X)
#undef X
	};
	size_t i = 0;

	while (i < CROWD_KEEP_COUNT && strcmp(names[i], name) != 0)
		i++;
	return (enum crowd_keep)i;
}

static size_t
new_group(struct crowd *c, const struct finger *f, struct str name)
{
	struct near_place place = { .doc = (uint32_t)c->ngroups };

	c->groups = vec_room(
	    c->perm, c->groups, c->ngroups, &c->groups_cap, sizeof(*c->groups));
	c->groups[c->ngroups] = (struct group){ .name = name, .best = NONE };
	(void)near_add(c->near, f, place);
	return c->ngroups++;
}

/* Takes what earlier runs knew. */
static void
recall(struct crowd *c)
{
	const size_t size = sizeof(struct set_key);
	struct store_item item;
	struct str doc = { 0 };

	while (keep_next(c->opt.keep, &item)) {
		struct finger f = { 0 };

		if (item.kind == KEEP_DOC)
			doc = item.body;
		for (size_t i = 0;
		     item.kind == KEEP_KEYS && i + size <= item.body.n;
		     i += size) {
			memcpy(f.key, item.body.p + i, size);
			(void)new_group(c, &f, STR(""));
		}
		if (item.kind == KEEP_SENTENCE && item.body.n >= size) {
			f = repeat_finger(item.body);
			(void)new_group(c, &f, doc);
		}
	}
}

struct crowd *
crowd_open(struct arena *perm, const struct crowd_options *opt)
{
	struct crowd *c = arena_alloc(perm, 1, sizeof(*c));

	c->perm = perm;
	c->scratch = arena_new(0);
	c->opt = *opt;
	c->held = opt->count || opt->groups || opt->which != CROWD_FIRST;
	c->near = near_open(perm, opt->threshold, !opt->near);
	if (opt->which != CROWD_FIRST)
		near_both(c->near);
	if (opt->keep != NULL)
		recall(c);
	return c;
}

/* What a record is called in dup_of: its place, its id, or its number. */
static struct str
name_of(const struct crowd *c, const struct rec *rec, struct arena *a)
{
	struct buf b = { .a = a };
	struct str id = rec_raw(rec, "id");
	char number[32];

	if (rec->doc.n == 0 && id.n > 0)
		return str_copy(a, id);
	if (rec->doc.n > 0 && rec->sent == 0)
		return str_copy(a, rec->doc);
	snprintf(number, sizeof(number), "#%zu\"",
	    rec->doc.n > 0 ? (size_t)rec->sent : c->seen);
	if (rec->doc.n > 0)
		buf_add(&b, str_cut(rec->doc, 0, rec->doc.n - 1));
	else
		buf_byte(&b, '"');
	buf_add(&b, str_of(number));
	return buf_str(&b);
}

static bool
is_lines(const struct crowd *c)
{
	return c->opt.gist.fields[0] == NULL;
}

static void
write_one(const struct crowd *c, enum rec_type type, struct str line)
{
	if (!is_lines(c)) {
		out_line(c->out, type, line);
		return;
	}
	out_bytes(c->out, line);
	out_bytes(c->out, (struct str){ &c->opt.end, 1 });
}

static unsigned long
richness(const struct crowd *c, struct str text, const struct finger *f)
{
	unsigned long n = (unsigned long)f->n;

	if (c->opt.which != CROWD_RICHEST)
		return text.n;
	for (size_t i = 0; i < f->n; i++) {
		if (FINGER_KIND(f->words[i]) == FINGER_NUMBER ||
		    FINGER_KIND(f->words[i]) == FINGER_NAME)
			n += 1000;
	}
	return n;
}

/* Keeps a line for the end. */
static void
hold(struct crowd *c, const struct rec *rec, size_t group, unsigned long rich)
{
	struct group *g = group != NONE ? &c->groups[group] : NULL;

	c->members =
	    vec_room(c->perm, c->members, c->n, &c->cap, sizeof(*c->members));
	c->members[c->n] =
	    (struct member){ str_copy(c->perm, rec->line), rec->type, group };
	if (g != NULL && (g->best == NONE || rich > g->richness) &&
	    (g->best == NONE || c->opt.which != CROWD_FIRST)) {
		g->best = c->n;
		g->richness = rich;
	}
	c->n++;
}

static void
remember(struct crowd *c, const struct finger *f, struct str name)
{
	struct finger kept = *f;
	uint32_t *words = arena_alloc(c->perm, f->n, sizeof(*words));

	if (f->n > 0)
		memcpy(words, f->words, f->n * sizeof(*words));
	kept.words = words;
	(void)new_group(c, &kept, name);
	if (c->opt.keep == NULL)
		return;
	keep_doc(c->opt.keep, name);
	repeat_keep(c->opt.keep, &kept);
}

/* The group of a text, which may be new. */
static size_t
group_of(struct crowd *c, const struct rec *rec, struct finger *f,
    struct arena scratch)
{
	size_t i;

	if (!c->opt.near || f->n > REPEAT_WORDS_MAX)
		f->n = 0;
	i = near_find(c->near, f, false, scratch);
	if (i == NEAR_NONE) {
		i = c->ngroups;
		remember(
		    c, f, is_lines(c) ? STR("") : name_of(c, rec, c->perm));
	} else if (c->opt.keep != NULL) {
		keep_seen(c->opt.keep, near_key(c->near, i));
	}
	return i;
}

static void
see(struct crowd *c, const struct rec *rec, struct arena scratch)
{
	struct str text = rec->line, line = rec->line;
	struct finger f;
	unsigned long rich;
	bool fresh;
	size_t known = c->ngroups, i;

	c->seen++;
	if (!is_lines(c) && !gist_text(&c->opt.gist, rec, &text, &scratch)) {
		if (c->held)
			hold(c, rec, NONE, 0);
		else
			write_one(c, rec->type, line);
		return;
	}
	f = gist_finger(&c->opt.gist, text, &scratch);
	rich = richness(c, text, &f);
	i = group_of(c, rec, &f, scratch);
	fresh = i == known;
	c->made += fresh;
	c->groups[i].count++;
	if (c->held) {
		hold(c, rec, i, rich);
		return;
	}
	if (!fresh && c->opt.mark && rec_raw(rec, "dup_of").n == 0 &&
	    c->groups[i].name.n > 0)
		line = rec_with(line, "dup_of", c->groups[i].name, &scratch);
	if (fresh || c->opt.mark)
		write_one(c, rec->type, line);
}

/* Writes a member that is held, if it is to be passed on. */
static void
write_member(const struct crowd *c, size_t i, size_t known, struct arena a)
{
	const struct member *m = &c->members[i];
	const struct group *g = m->group != NONE ? &c->groups[m->group] : NULL;
	struct str line = m->line;
	char count[32];

	/* What an earlier run passed on is a repeat, whichever is here. */
	if (g != NULL && (g->best != i || m->group < known)) {
		if (!c->opt.mark)
			return;
		line = rec_with(line, "dup_of", g->name, &a);
	}
	snprintf(count, sizeof(count), is_lines(c) ? "%7zu " : "%zu",
	    g != NULL ? g->count : 0);
	if (c->opt.count && g != NULL && is_lines(c))
		out_bytes(c->out, str_of(count));
	else if (c->opt.count && g != NULL)
		line = rec_with(line, "count", str_of(count), &a);
	write_one(c, m->type, line);
}

/* Names each group by what is passed on of it. */
static void
rename_groups(struct crowd *c, struct arena a)
{
	for (size_t i = 0; i < c->n && !is_lines(c); i++) {
		const struct member *m = &c->members[i];
		struct arena scratch = a;
		struct rec rec;
		struct err err;

		c->seen = i + 1;
		if (m->group != NONE && c->groups[m->group].best == i &&
		    rec_parse(m->line, &rec, &scratch, &err))
			c->groups[m->group].name = name_of(c, &rec, c->perm);
	}
}

/* Writes each group that has several, in the order of its first. */
static void
write_groups(const struct crowd *c)
{
	size_t *next = arena_alloc(c->perm, c->n + 1, sizeof(*next));
	size_t *head = arena_alloc(c->perm, c->ngroups + 1, sizeof(*head));
	bool any = false;

	for (size_t i = c->n; i-- > 0;) {
		size_t g = c->members[i].group;

		if (g == NONE)
			continue;
		next[i] = head[g]; /* member + 1, or 0 */
		head[g] = i + 1;
	}
	for (size_t g = 0; g < c->ngroups; g++) {
		if (c->groups[g].count < 2)
			continue;
		if (any)
			out_bytes(c->out, (struct str){ &c->opt.end, 1 });
		any = true;
		for (size_t i = head[g]; i != 0; i = next[i - 1])
			write_one(
			    c, c->members[i - 1].type, c->members[i - 1].line);
	}
}

static void
read_all(struct crowd *c, struct in *in)
{
	struct rec rec = { .type = REC_OTHER };
	struct str v[BATCH];
	bool ended;
	size_t n;

	while (is_lines(c) &&
	    (n = in_lines(in, c->opt.end, v, BATCH, &ended)) > 0) {
		for (size_t i = 0; i < n; i++) {
			rec.line = v[i];
			see(c, &rec, c->scratch);
		}
		if (c->opt.keep != NULL && !c->held)
			keep_full(c->opt.keep);
	}
	while (!is_lines(c) && in_next(in, &rec)) {
		if (rec.type == REC_RAW)
			warn("%s: not records: --key wants them", rec.file);
		else
			see(c, &rec, c->scratch);
		if (c->opt.keep != NULL && !c->held)
			keep_full(c->opt.keep);
	}
}

size_t
crowd_run(struct crowd *c, struct in *in, struct out *out)
{
	size_t known = c->ngroups;

	c->out = out;
	read_all(c, in);
	if (c->opt.groups) {
		write_groups(c);
	} else if (c->held) {
		if (c->opt.which != CROWD_FIRST)
			rename_groups(c, c->scratch);
		for (size_t i = 0; i < c->n; i++)
			write_member(c, i, known, c->scratch);
	}
	return c->made;
}
