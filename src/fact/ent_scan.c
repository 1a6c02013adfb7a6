/*
 * ent_scan.c - where names may be; see ent_scan.h and ent_cand.h.
 *
 * A run is taken as far as it may go ("French Foreign Minister Jean Martin"),
 * then split at what is no name (titles) or is one by itself ("French").
 */
#include "ent_scan.h"

#include "base/tab.h"

#include "ent_states.h"

static void
emit(struct scan *s, size_t i, size_t j, bool titled, enum ent_class class)
{
	struct ent_doc *d = s->doc;
	struct cand c = { .sent = s->sent, .i = i, .j = j, .titled = titled };
	enum title kind = TITLE_NONE;

	/* A hyphen or full stop at the end belongs to what follows. */
	while (
	    j > i + 1 && !s->w[j - 1].cap && s->t->v[j - 1].kind == TOKEN_PUNCT)
		c.j = --j;
	if (class == ENT_NONE && !gaz_exact(d->gaz, s->t, i, j, &c.hit) &&
	    !(j > i + 1 && word_cue(&s->w[i], CUE_BEFORE_PLACE) &&
		gaz_exact(d->gaz, s->t, i + 1, j, &c.hit)))
		c.hit.n = 0;
	c.class = class;
	c.fixed = class != ENT_NONE;
	if (word_titled(s->t, s->w, i, &kind)) {
		c.titled |= kind != TITLE_ROLE;
		c.roled = kind == TITLE_ROLE || kind == TITLE_RANK;
	}
	/* The stop of "Smith Corp. shares" is the name's. */
	if (j + 1 < s->t->n && scan_is(s, j, ".") && s->t->v[j].glued &&
	    s->w[j - 1].link == LINK_SUFFIX)
		c.j = j + 1;
	d->v = vec_room(d->a, d->v, d->n, &d->cap, sizeof(*d->v));
	d->v[d->n++] = c;
}

static bool
first_entry(const struct scan *s, size_t i, size_t j, struct gaz_hit *hit,
    struct gaz_entry *e)
{
	size_t k = 0;

	return gaz_find(s->doc->gaz, s->t, i, j, hit) &&
	    gaz_get(s->doc->gaz, hit, &k, e);
}

/* Whether something that is known by itself begins at k. */
static bool
begins_known(const struct scan *s, size_t k, size_t j)
{
	struct gaz_hit hit;
	struct gaz_entry e;

	if ((s->w[k].gaz & (GAZ_FIRST | GAZ_WORD)) == GAZ_FIRST)
		return true;
	return first_entry(s, k, j, &hit, &e) &&
	    (hit.n > 1 || (s->w[k].gaz & (GAZ_WORD | GAZ_LAST)) == 0);
}

static bool
is_country_or_state(const struct scan *s, size_t k, size_t j)
{
	struct gaz_hit hit;
	struct gaz_entry e;

	return first_entry(s, k, j, &hit, &e) && k + hit.n == j &&
	    (e.kind == GAZ_COUNTRY || e.kind == GAZ_STATE);
}

/* Whether "Centre for" or the like is in [i, j). */
static bool
has_body(const struct scan *s, size_t i, size_t j)
{
	for (size_t k = i; k + 1 < j; k++)
		if (scan_is_head(&s->w[k], HEAD_FIRST) &&
		    s->w[k].class == ENT_ORG && s->w[k + 1].link == LINK_OF)
			return true;
	return false;
}

/* How many tokens at i of the segment [i, j) are a name by themselves; 0 when
 * the segment is one name. */
static size_t
own_part(const struct scan *s, size_t i, size_t j)
{
	struct gaz_hit hit;
	struct gaz_entry e;
	size_t k;

	if (!first_entry(s, i, j, &hit, &e) || hit.n >= j - i)
		return 0;
	k = i + hit.n;
	if (scan_bridge(s, k) > k || has_body(s, i, j))
		return 0;
	if (!s->w[k].cap)
		return scan_hyphen(s, k) || s->w[k].link == LINK_NONE ? hit.n
								      : 0;
	if (scan_is_head(&s->w[j - 1], HEAD_LAST) ||
	    scan_is_head(&s->w[i], HEAD_FIRST))
		return 0;
	if (e.kind == GAZ_NORP)
		return scan_words(s, k, j) && !s->w[i].first ? 0 : hit.n;
	if (e.kind == GAZ_PERSON)
		return hit.n > 1 ? hit.n : 0;
	if (is_country_or_state(s, k, j))
		return hit.n;
	if (hit.n == 1 &&
	    ((s->w[i].gaz & GAZ_FIRST) != 0 ||
		(e.kind == GAZ_CITY && e.people < 300000)))
		return 0;
	return begins_known(s, k, j) ? hit.n : 0;
}

/* Behind the words at i that only begin a sentence: "Besieged Pokrovsk",
 * "Top Russian". */
static size_t
over_opening(const struct scan *s, size_t i, size_t j)
{
	struct gaz_hit hit;
	struct gaz_entry e;

	for (size_t k = i + 1; k < j; k++) {
		if (!s->w[k].cap || (s->w[k - 1].gaz & GAZ_WORD) == 0 ||
		    !scan_words(s, i, k))
			return i;
		if (!first_entry(s, k, j, &hit, &e))
			continue;
		if (e.kind == GAZ_NORP &&
		    !scan_is_head(&s->w[j - 1], HEAD_LAST))
			return k;
		if (s->w[i].first && k + hit.n == j &&
		    (s->w[k].gaz & GAZ_WORD) == 0)
			return k;
	}
	return i;
}

static void
emit_segment(struct scan *s, size_t i, size_t j, bool titled)
{
	while (i < j) {
		struct gaz_hit hit;
		size_t n;

		if (!s->w[i].cap && s->w[i].link != LINK_PARTICLE) {
			i++;
			continue;
		}
		if (!titled &&
		    !(gaz_find(s->doc->gaz, s->t, i, j, &hit) && hit.n > 1))
			i = over_opening(s, i, j);
		n = titled ? 0 : own_part(s, i, j);
		if (n == 0)
			n = j - i;
		emit(s, i, i + n, titled, ENT_NONE);
		titled = false;
		i += n;
	}
}

/* Where the next title inside the run [i, j) begins, or j. */
static size_t
next_title(const struct scan *s, size_t i, size_t j)
{
	for (size_t k = i + 1; k < j; k++) {
		enum title kind;
		size_t n = word_title(s->t, s->w, k, j, &kind);

		if (n == 0 || !s->w[k].cap || k + n >= j || kind == TITLE_ROLE)
			continue;
		/* "Stephen King Junior": a family name. */
		if (n == 1 &&
		    (s->w[k - 1].gaz & (GAZ_FIRST | GAZ_WORD)) == GAZ_FIRST)
			continue;
		if (s->w[k + n].cap)
			return k;
	}
	return j;
}

/* Whether the words [i, k) are a title of the person [k, j), not a part of
 * the name: "General Staff", "Republican Party" are names. */
static bool
title_stands(
    const struct scan *s, size_t i, size_t k, size_t j, enum title kind)
{
	bool given = (s->w[k].gaz & (GAZ_FIRST | GAZ_WORD)) == GAZ_FIRST;

	if (kind == TITLE_HONOR || given)
		return true;
	if (kind == TITLE_ROLE)
		return false;
	return !scan_is_head(&s->w[j - 1], HEAD_LAST) ||
	    next_title(s, i, j) < j;
}

static void
split(struct scan *s, size_t i, size_t j)
{
	bool titled = false;

	while (i < j) {
		enum title kind = TITLE_NONE;
		struct gaz_hit hit;
		size_t n = word_title(s->t, s->w, i, j, &kind), end;

		if (gaz_find(s->doc->gaz, s->t, i, j, &hit) && hit.n > n)
			n = 0;
		if (n > 0 && i + n < j && !title_stands(s, i, i + n, j, kind))
			n = 0;
		/* A title alone is no name: "the President". */
		if (n > 0 && (i + n < j || i == 0 || !titled)) {
			i += n;
			titled = true;
			continue;
		}
		end = next_title(s, i, j);
		emit_segment(s, i, end, titled);
		titled = false;
		i = end;
	}
}

struct str
ent_state_name(struct str text)
{
	const struct ent_states *row;
	char buf[8];
	struct str key = { buf, 0 };

	for (size_t i = 0; i < text.n; i++) {
		if (text.p[i] == ' ')
			continue;
		if (key.n == sizeof(buf))
			return STR("");
		buf[key.n++] = text.p[i];
	}
	row = tab_find(&ent_states_tab, key);
	if (row == NULL && str_ends(key, STR("."))) {
		key.n--;
		row = tab_find(&ent_states_tab, key);
	}
	return row == NULL ? STR("") : row->name;
}

/* Emits "Kan." behind "Dodge City,"; returns the token behind it, or k. */
static size_t
scan_state(struct scan *s, size_t k)
{
	const struct ent_states *row;
	struct ent_doc *d = s->doc;
	struct tokens name;
	size_t end = k + 1;

	if (k < 2 || !s->w[k].cap || !scan_is(s, k - 1, ",") ||
	    !s->w[k - 2].cap)
		return k;
	row = tab_find(&ent_states_tab, s->t->v[k].text);
	if (row == NULL)
		return k;
	if (scan_is(s, end, ".") && s->t->v[end].glued && end + 1 < s->t->n)
		end++;
	emit(s, k, end, false, ENT_PLACE);
	d->v[d->n - 1].j = end;
	name = token_split(row->name, d->a);
	if (!gaz_exact(d->gaz, &name, 0, name.n, &d->v[d->n - 1].hit))
		d->v[d->n - 1].hit.n = 0;
	return end;
}

static bool
begins_run(const struct scan *s, size_t k)
{
	if (scan_is_name(s, k))
		return true;
	/* "al-Qaeda", "al-Assad" */
	return s->w[k].link == LINK_PARTICLE && !s->w[k].cap &&
	    scan_hyphen(s, k + 1) && scan_is_name(s, k + 2) &&
	    !(k > 0 && s->w[k - 1].cap);
}

/* Behind the name at k that the document's plain sentences have too, or k: in
 * headings capitals tell nothing. */
static size_t
known_end(const struct scan *s, size_t k)
{
	char buf[128];

	if (!s->w[k].cap || s->doc->known.n == 0)
		return k;
	for (size_t n = KNOWN_MAX; n > 0; n--) {
		struct str key = { buf, 0 };

		if (k + n > s->t->n || !s->w[k + n - 1].cap)
			continue;
		key.n = gaz_key(s->t, k, k + n, true, buf, sizeof(buf));
		if (key.n > 1 && map_find(&s->doc->known, key) != MAP_NONE)
			return k + n;
	}
	return k;
}

/* Where nearly all is in capitals only what is known is found. */
static size_t
scan_caps(struct scan *s, size_t k)
{
	struct gaz_hit hit;
	struct gaz_entry e;
	const struct word *w = &s->w[k];

	if (!w->cap || w->stop != STOP_NONE)
		return k + 1;
	if (!first_entry(s, k, s->t->n, &hit, &e) ||
	    (hit.n == 1 && (w->gaz & GAZ_WORD) != 0))
		return k + 1;
	if (hit.n == 1 && (e.kind == GAZ_CITY && e.people < 100000))
		return k + 1;
	emit(s, k, k + hit.n, false, ENT_NONE);
	return k + hit.n;
}

void
ent_scan(struct ent_doc *doc, size_t sent)
{
	const struct ent_line *line = &doc->lines[sent];
	struct scan s = { doc, sent, line->t, line->w, line->style };

	for (size_t k = 0; k < s.t->n;) {
		enum ent_class class;
		size_t end = scan_form(&s, k, &class);

		if (end > k) {
			emit(&s, k, end, false, class);
			k = end;
			continue;
		}
		end = s.style == STYLE_PLAIN ? k : known_end(&s, k);
		if (end > k) {
			emit(&s, k, end, false, ENT_NONE);
			k = end;
			continue;
		}
		if (s.style == STYLE_CAPS) {
			k = scan_caps(&s, k);
			continue;
		}
		end = scan_state(&s, k);
		if (end > k) {
			k = end;
			continue;
		}
		if (!begins_run(&s, k) &&
		    !(s.style == STYLE_TITLE && s.w[k].cap &&
			scan_run(&s, k) > k + 1)) {
			k++;
			continue;
		}
		end = scan_run(&s, k);
		split(&s, k, end);
		k = end;
	}
}
