/*
 * ent_scan.c - where names may be: runs of capitals and what joins them.
 *
 * A run is taken as far as it may go ("French Foreign Minister Jean Martin"),
 * then split at what is no name (titles) or is one by itself ("French").
 */
#include "base/tab.h"
#include "ent_cand.h"

#include "ent_states.h"

#define RUN_MAX 40  /* tokens of a run; what is longer is no name */
#define SKIP_MAX 3  /* small words between two parts of a name */
#define KNOWN_MAX 5 /* tokens of a name that is looked for in headings */

struct scan {
	struct ent_doc *doc;
	size_t sent;
	const struct tokens *t;
	const struct word *w;
	enum style style;
};

static bool
is_text(const struct scan *s, size_t k, const char *text)
{
	return k < s->t->n && str_is(s->t->v[k].text, text);
}

static bool
is_hyphen(const struct scan *s, size_t k)
{
	return k < s->t->n && s->t->v[k].glued && is_text(s, k, "-");
}

/* "May" and "March" in "Theresa May" and "April Ryan". */
static bool
date_is_name(const struct scan *s, size_t k)
{
	const struct word *w = s->w;

	if (k > 0 && w[k - 1].cap && (w[k - 1].gaz & GAZ_FIRST) != 0 &&
	    w[k - 1].stop == STOP_NONE && (w[k - 1].gaz & GAZ_WORD) == 0)
		return true;
	return k + 1 < s->t->n && w[k + 1].cap && w[k + 1].stop == STOP_NONE &&
	    (w[k].gaz & GAZ_FIRST) != 0 &&
	    (w[k + 1].gaz & (GAZ_LAST | GAZ_WORD)) == GAZ_LAST;
}

/* The "A" of "Kevin A. Boone". */
static bool
is_initial(const struct scan *s, size_t k)
{
	return s->w[k].cap && s->t->v[k].text.n == 1 &&
	    is_text(s, k + 1, ".") && s->t->v[k + 1].glued;
}

/* "US" and "WHO", which in small letters are no names. */
static bool
is_acronym(const struct scan *s, size_t k)
{
	struct gaz_hit hit;

	return s->style != STYLE_CAPS && s->t->v[k].form == TOKEN_UPPER &&
	    gaz_exact(s->doc->gaz, s->t, k, k + 1, &hit);
}

/* Whether token k may be a word of a name. */
static bool
is_name(const struct scan *s, size_t k)
{
	const struct word *w;

	if (k >= s->t->n)
		return false;
	w = &s->w[k];
	if (is_initial(s, k))
		return true;
	if (!w->cap || w->stop == STOP_LABEL ||
	    (w->stop == STOP_FUNCTION && !is_acronym(s, k)))
		return false;
	if (w->stop == STOP_DATE)
		return date_is_name(s, k);
	return s->style == STYLE_PLAIN || (w->gaz & GAZ_WORD) == 0;
}

static bool
is_head(const struct word *w, enum head at)
{
	return w->cap && (w->head == (uint8_t)at || w->head == HEAD_BOTH);
}

/* A country, a capital, a nationality: joined by a hyphen they stay two. */
static bool
stands_alone(const struct scan *s, size_t k)
{
	struct gaz_hit hit;
	struct gaz_entry e;
	size_t at = 0;

	if (!gaz_exact(s->doc->gaz, s->t, k, k + 1, &hit) ||
	    !gaz_get(s->doc->gaz, &hit, &at, &e))
		return false;
	return e.kind == GAZ_COUNTRY || e.kind == GAZ_NORP || e.capital;
}

/* The "Pro" of "Pro-Russian". */
static bool
is_prefix(const struct scan *s, size_t k)
{
	static const char *const prefixes[] = { "pro", "anti", "non", "post",
		"pre", "ex", "mid", "trans", "cross", "inter", "all", "un",
		"co", "self", "vice", "north", "south", "east", "west", "re" };

	for (size_t i = 0; i < COUNT(prefixes); i++)
		if (str_is(s->t->v[k].low, prefixes[i]))
			return true;
	return false;
}

/* Whether the full stop at k belongs to the word before it. */
static bool
is_abbreviation(const struct scan *s, size_t k)
{
	const struct token *before = &s->t->v[k - 1];

	if (!is_text(s, k, ".") || !s->t->v[k].glued)
		return false;
	return (before->form == TOKEN_CAPITAL && before->text.n == 1) ||
	    (s->w[k - 1].title != TITLE_NONE && before->text.n <= 4) ||
	    str_is(before->low, "ft") || str_is(before->low, "mt") ||
	    str_is(before->low, "jr") || str_is(before->low, "corp") ||
	    str_is(before->low, "inc") || str_is(before->low, "co");
}

/* Behind "de la" or "al-" and the name behind it; k when there is none. */
static size_t
over_particles(const struct scan *s, size_t k)
{
	size_t p = k;

	while (p < s->t->n && p < k + SKIP_MAX &&
	    s->w[p].link == LINK_PARTICLE && !s->w[p].cap) {
		p++;
		if (is_hyphen(s, p) && s->t->v[p].glued)
			p++;
	}
	return p > k && is_name(s, p) ? p + 1 : k;
}

/* Whether the run [i, k) has a head word such as "Ministry" with "of" behind
 * it, or right at its end. */
static bool
takes_of(const struct scan *s, size_t i, size_t k)
{
	if (is_head(&s->w[k - 1], HEAD_FIRST))
		return true;
	if (!is_text(s, k, "of"))
		return false;
	for (size_t p = i; p + 1 < k; p++)
		if (is_head(&s->w[p], HEAD_FIRST) &&
		    s->w[p + 1].link == LINK_OF)
			return true;
	return false;
}

/* Behind "of the X" at k, or k. */
static size_t
over_of(const struct scan *s, size_t i, size_t k)
{
	size_t p = k + 1;

	if (s->w[k].link != LINK_OF || s->w[k].cap || !takes_of(s, i, k))
		return k;
	if (!is_text(s, k, "of") && s->w[k - 1].class != ENT_ORG)
		return k;
	if (is_text(s, p, "the"))
		p++;
	return is_name(s, p) ? p + 1 : k;
}

static bool
all_words(const struct scan *s, size_t i, size_t k)
{
	for (; i < k; i++)
		if (s->w[i].cap && (s->w[i].gaz & GAZ_WORD) == 0)
			return false;
	return true;
}

/* Behind "and X" at k in "Food and Drug Administration" and in "Ministry of
 * Health and Social Care", or k. */
static size_t
over_and(const struct scan *s, size_t i, size_t k)
{
	size_t p = k + 1;

	if (s->w[k].link != LINK_AND || !is_name(s, p))
		return k;
	if (is_text(s, k, "&"))
		return p + 1;
	while (p < k + RUN_MAX && is_name(s, p))
		p++;
	if (!all_words(s, k + 1, p))
		return k;
	if (is_head(&s->w[p - 1], HEAD_LAST) && all_words(s, i, k) &&
	    s->w[p - 1].class == ENT_ORG && !is_head(&s->w[k - 1], HEAD_LAST))
		return p;
	for (size_t q = i; q + 1 < k; q++)
		if (is_head(&s->w[q], HEAD_FIRST) && s->w[q].class == ENT_ORG &&
		    s->w[q + 1].link == LINK_OF && all_words(s, q, k))
			return p;
	return k;
}

/* "Inc" and the like, with or without a comma before. */
static bool
is_suffix(const struct scan *s, size_t k)
{
	static const char *const suffixes[] = { "inc", "corp", "co", "ltd",
		"llc", "plc", "lp", "llp" };

	for (size_t i = 0; k < s->t->n && i < COUNT(suffixes); i++)
		if (s->w[k].cap && str_is(s->t->v[k].low, suffixes[i]))
			return true;
	return false;
}

/* Behind what continues the run [i, k), or k at its end. */
static size_t
joined(const struct scan *s, size_t i, size_t k)
{
	size_t p;

	if (k >= s->t->n)
		return k;
	if (is_name(s, k))
		return k + 1;
	if (is_hyphen(s, k) && is_name(s, k + 1) && s->t->v[k + 1].glued)
		return is_prefix(s, k - 1) ||
			(stands_alone(s, k - 1) && stands_alone(s, k + 1))
		    ? k
		    : k + 2;
	if (is_abbreviation(s, k) && is_name(s, k + 1))
		return k + 2;
	if (is_text(s, k, ",") && is_suffix(s, k + 1))
		return k + 2;
	if (s->t->v[k].glued && !is_text(s, k, "&"))
		return k;
	if (is_text(s, k, "&") && is_name(s, k + 1))
		return k + 2;
	p = over_particles(s, k);
	if (p == k)
		p = over_of(s, i, k);
	return p == k ? over_and(s, i, k) : p;
}

/* Behind the run that begins at i. */
static size_t
run_end(const struct scan *s, size_t i)
{
	size_t end = i;

	if (s->w[i].link == LINK_PARTICLE && !s->w[i].cap)
		end = over_particles(s, i);
	for (size_t k = i; k <= end && k < s->t->n; k++) {
		struct gaz_hit hit;
		size_t more;

		if (s->w[k].cap && s->w[k].stop != STOP_DATE &&
		    gaz_find(s->doc->gaz, s->t, k, s->t->n, &hit) &&
		    k + hit.n > end && (hit.n > 1 || k == i))
			end = k + hit.n;
		if (k + 1 < end)
			continue;
		more = k == i && end == i ? i + 1 : joined(s, i, end);
		if (more == end || more > i + RUN_MAX)
			break;
		end = more;
	}
	return end;
}

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
	if (!s->w[k].cap)
		return is_hyphen(s, k) || s->w[k].link == LINK_NONE ? hit.n : 0;
	if (is_head(&s->w[j - 1], HEAD_LAST) || is_head(&s->w[i], HEAD_FIRST))
		return 0;
	if (e.kind == GAZ_NORP)
		return all_words(s, k, j) && !s->w[i].first ? 0 : hit.n;
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
		    !all_words(s, i, k))
			return i;
		if (!first_entry(s, k, j, &hit, &e))
			continue;
		if (e.kind == GAZ_NORP && !is_head(&s->w[j - 1], HEAD_LAST))
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
	return !is_head(&s->w[j - 1], HEAD_LAST) || next_title(s, i, j) < j;
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

/* Behind "155th" at k, or k. */
static size_t
over_ordinal(const struct scan *s, size_t k)
{
	static const char *const ends[] = { "st", "nd", "rd", "th", "d" };

	if (k + 1 >= s->t->n || s->t->v[k].kind != TOKEN_NUMBER ||
	    !s->t->v[k + 1].glued)
		return k;
	for (size_t i = 0; i < COUNT(ends); i++)
		if (str_is(s->t->v[k + 1].low, ends[i]))
			return k + 2;
	return k;
}

/* Behind the unit that begins with the ordinal at i ("155th Separate
 * Mechanised Brigade of the Armed Forces of Ukraine"), or i. */
static size_t
unit_end(const struct scan *s, size_t i)
{
	size_t k = over_ordinal(s, i), end;

	if (k == i)
		return i;
	for (size_t p = k; p < k + 5 && p < s->t->n; p++) {
		if (s->t->v[p].kind != TOKEN_WORD && !is_hyphen(s, p))
			return i;
		if (s->w[p].class != ENT_UNIT || s->w[p].head == HEAD_NONE)
			continue;
		end = p + 1;
		/* "82nd Airborne Division" but "a 3rd division team". */
		if (!s->w[p].cap && !s->w[k].cap && p > k)
			return i;
		while (joined(s, p, end) > end)
			end = joined(s, p, end);
		return end;
	}
	return i;
}

/* Behind "9th Circuit", "118th Congress", "3rd U.S. Circuit Court", or i. */
static size_t
ordinal_end(const struct scan *s, size_t i)
{
	size_t k = over_ordinal(s, i), end;

	if (k == i || !is_name(s, k))
		return i;
	end = run_end(s, k);
	for (size_t p = k; p < end; p++)
		if (is_head(&s->w[p], HEAD_LAST))
			return end;
	return i;
}

/* Behind "Flight 281" or "Section 230", or i. */
static size_t
numbered_end(const struct scan *s, size_t i)
{
	return s->w[i].head == HEAD_NUMBER && s->w[i].cap && i + 1 < s->t->n &&
		s->t->v[i + 1].kind == TOKEN_NUMBER && !s->t->v[i + 1].glued
	    ? i + 2
	    : i;
}

/* Behind "2015 United Kingdom general election" at i, or i. */
static size_t
election_end(const struct scan *s, size_t i)
{
	size_t k = i + 1, end;

	if (s->t->v[i].kind != TOKEN_NUMBER || s->t->v[i].text.n != 4 ||
	    !is_name(s, k))
		return i;
	end = run_end(s, k);
	for (size_t p = end; p < end + 4 && p < s->t->n; p++) {
		if (s->t->v[p].form != TOKEN_LOWER)
			return i;
		if (s->w[p].class == ENT_EVENT &&
		    str_begins(s->t->v[p].low, STR("election")))
			return p + 1;
	}
	return i;
}

/* Behind "Smith v. Jones" at i, or i. */
static size_t
lawsuit_end(const struct scan *s, size_t i)
{
	size_t k, p;

	if (!is_name(s, i))
		return i;
	for (k = i; k < i + KNOWN_MAX && is_name(s, k); k++)
		continue;
	if (!is_text(s, k, "v") && !is_text(s, k, "vs"))
		return i;
	p = is_text(s, k + 1, ".") ? k + 2 : k + 1;
	return is_name(s, p) ? run_end(s, p) : i;
}

/* Behind a name that its form alone tells at i, and its class; or i. */
static size_t
formal_end(const struct scan *s, size_t i, enum ent_class *class)
{
	size_t end = unit_end(s, i);

	*class = ENT_UNIT;
	if (end > i)
		return end;
	*class = ENT_MISC;
	end = numbered_end(s, i);
	if (end == i)
		end = lawsuit_end(s, i);
	if (end > i)
		return end;
	*class = ENT_EVENT;
	end = election_end(s, i);
	if (end > i)
		return end;
	*class = ENT_NONE;
	return ordinal_end(s, i);
}

/* Emits "Kan." behind "Dodge City,"; returns the token behind it, or k. */
static size_t
scan_state(struct scan *s, size_t k)
{
	const struct ent_states *row;
	struct ent_doc *d = s->doc;
	struct tokens name;
	size_t end = k + 1;

	if (k < 2 || !s->w[k].cap || !is_text(s, k - 1, ",") ||
	    !s->w[k - 2].cap)
		return k;
	row = tab_find(&ent_states_tab, s->t->v[k].text);
	if (row == NULL)
		return k;
	if (is_text(s, end, ".") && s->t->v[end].glued && end + 1 < s->t->n)
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
	if (is_name(s, k))
		return true;
	/* "al-Qaeda", "al-Assad" */
	return s->w[k].link == LINK_PARTICLE && !s->w[k].cap &&
	    is_hyphen(s, k + 1) && is_name(s, k + 2) &&
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
		size_t end = formal_end(&s, k, &class);

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
			run_end(&s, k) > k + 1)) {
			k++;
			continue;
		}
		end = run_end(&s, k);
		split(&s, k, end);
		k = end;
	}
}
