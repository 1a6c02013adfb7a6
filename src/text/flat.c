/*
 * flat.c - from runs of a page to flat text and its parts; see flat.h.
 */
#include "flat.h"

#include <string.h>

#include "base/utf8.h"
#include "ref.h"

/* Copies the bytes [from, to) of the page; line ends become spaces unless
 * keep says so. */
static void
copy(struct flat *f, size_t from, size_t to, bool keep)
{
	size_t at = f->out.n;

	if (from == to)
		return;
	srcmap_run(&f->map, at, &f->page->map, from, to - from);
	buf_add(&f->out, str_cut(f->html, from, to));
	for (; !keep && at < f->out.n; at++) {
		if (ch_space(f->out.p[at]))
			f->out.p[at] = ' ';
	}
}

/* Writes what the reference in the page at from means. */
static void
reference(struct flat *f, size_t from, size_t n, const int32_t cp[REF_MAX])
{
	const struct srcmap *page = &f->page->map;
	size_t at = f->out.n;

	for (int i = 0; i < REF_MAX && (i == 0 || cp[i] != 0); i++)
		buf_cp(&f->out, cp[i]);
	srcmap_made(&f->map, at, str_cut(buf_str(&f->out), at, f->out.n),
	    srcmap_at(page, from), srcmap_at(page, from + n - 1));
}

/* Text without tags; references are decoded. */
static void
decode(struct flat *f, size_t from, size_t to, bool keep)
{
	int32_t cp[REF_MAX];

	for (size_t i = from; i < to;) {
		const char *p = memchr(f->html.p + i, '&', to - i);
		size_t n;

		if (p == NULL)
			break;
		i = (size_t)(p - f->html.p);
		n = ref_read(str_cut(f->html, i, to), cp);
		if (n > 0) {
			copy(f, from, i, keep);
			reference(f, i, n, cp);
			from = i + n;
		}
		i += n > 0 ? n : 1;
	}
	copy(f, from, to, keep);
}

static size_t
letters(struct str s)
{
	size_t n = 0;

	for (size_t i = 0; i < s.n; i++)
		n += !ch_space(s.p[i]);
	return n;
}

static struct part *
begin_part(struct flat *f, const struct piece *p)
{
	struct tree *t = f->tree;
	struct part *part;

	if (t->n_parts > 0)
		buf_byte(&f->out, '\n');
	t->parts = vec_room(
	    f->page->a, t->parts, t->n_parts, &f->cap_parts, sizeof(*t->parts));
	part = &t->parts[t->n_parts++];
	*part =
	    (struct part){ f->out.n, f->out.n, t->nodes[p->node].block, 0, 0 };
	return part;
}

static void
add_to_part(struct flat *f, struct part *part, const struct piece *p)
{
	size_t at = f->out.n, n;

	if (p->start == p->end) {
		srcmap_add(&f->map, at, srcmap_at(&f->page->map, p->start));
		buf_byte(&f->out, '\n');
	} else {
		decode(f, p->start, p->end, f->tree->nodes[p->node].pre);
	}
	n = letters(str_cut(buf_str(&f->out), at, f->out.n));
	part->end = f->out.n;
	part->text += n;
	part->link += p->link ? n : 0;
}

void
flat_add(struct flat *f, const struct piece *p)
{
	struct str s = str_cut(f->html, p->start, p->end);

	if (f->open == NULL) {
		if (str_trim(s).n == 0)
			return;
		f->open = begin_part(f, p);
	}
	add_to_part(f, f->open, p);
}

void
flat_end(struct flat *f)
{
	f->open = NULL;
}
