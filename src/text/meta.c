/*
 * meta.c - what an HTML page tells of itself; see meta.h.
 */
#include "meta.h"

#include <string.h>

#include "base/json.h"
#include "ld.h"
#include "norm.h"
#include "ref.h"
#include "when.h"

/* What a name tells; META_PART: of a part of the page, in JSON-LD. */
enum meta {
	META_TITLE,
	META_SOURCE,
	META_URL,
	META_PUBLISHED,
	META_LANG,
	META_COUNT,
	META_PART
};

#include "html_meta.h"

#define NAME_MAX 40    /* of the names in the table */
#define HEADING_MIN 10 /* bytes of a heading that may be the title */

/* Ranks of what is no <meta>. */
enum {
	RANK_FIRST = 0,
	RANK_DATA = 1,
	RANK_TIME = 8,
	RANK_NAME = 9,
	RANK_NONE = 99
};

struct found {
	struct str text;
	int rank;
};

struct reader {
	struct found found[META_COUNT];
	struct arena *a;
};

static struct str
attr(struct reader *r, const struct tell *t, const char *name)
{
	return ref_decode(markup_value(t->attrs, str_of(name)), r->a);
}

static void
offer(struct reader *r, enum meta what, struct str text, int rank)
{
	if (text.n > 0 && rank < r->found[what].rank)
		r->found[what] = (struct found){ text, rank };
}

static struct str
checked(struct reader *r, enum meta what, struct str text)
{
	text = str_trim(text);
	if (what == META_PUBLISHED)
		return when_read(text, r->a);
	if (what == META_URL && !str_begins(text, STR("http")))
		return STR("");
	if (what == META_SOURCE &&
	    (str_begins(text, STR("http")) || str_begins(text, STR("{")) ||
		str_find(text, STR("@"), 0) < text.n))
		return STR(""); /* "{" begins what was not filled in */
	if (what != META_LANG)
		return text;
	for (size_t i = 0; i < text.n; i++) {
		if (text.p[i] == '_') /* "en_GB", of og:locale */
			return str_cut(text, 0, i);
		if (!ch_alpha(text.p[i]) && !ch_digit(text.p[i]) &&
		    text.p[i] != '-')
			return STR("");
	}
	return text;
}

/* The row of a name, which begins with prefix. */
static const struct html_meta *
row_of(struct str prefix, struct str name)
{
	char low[NAME_MAX];

	if (name.n == 0 || prefix.n + name.n > sizeof(low))
		return NULL;
	memcpy(low, prefix.p, prefix.n);
	for (size_t k = 0; k < name.n; k++)
		low[prefix.n + k] = (char)ch_tolower(name.p[k]);
	return tab_find(&html_meta_tab, (struct str){ low, prefix.n + name.n });
}

static void
read_meta(struct reader *r, const struct tell *t)
{
	static const char *const attrs[] = { "property", "name", "itemprop" };
	struct str content = attr(r, t, "content");

	for (size_t i = 0; i < COUNT(attrs); i++) {
		const struct html_meta *row =
		    row_of(STR(""), attr(r, t, attrs[i]));

		if (row == NULL || row->what > META_COUNT)
			continue;
		enum meta what = (enum meta)row->what;

		offer(r, what, checked(r, what, content), (int)row->rank);
	}
}

/* Whether what stands in such an object is not of the page itself. */
static bool
is_part(struct str name)
{
	const struct html_meta *row = row_of(STR("ld."), name);

	return row != NULL && row->what == META_PART;
}

static struct str
decoded(struct reader *r, const struct ld_pair *pair)
{
	struct str raw = { pair->value.p - 1, pair->value.n + 2 };
	struct err err;
	size_t at = 0;

	if (!pair->string || !json_skip_string(raw, &at, &err))
		return pair->value;
	return json_decode(raw, r->a);
}

/* "headline", or for a name the name of whom: "publisher.name". */
static const struct html_meta *
row_of_pair(const struct ld_pair *pair)
{
	const struct html_meta *row;

	if (!str_eq(pair->key, STR("name")))
		return row_of(STR("ld."), pair->key);
	row = row_of(STR("ld.name."), pair->up);
	return row != NULL ? row : row_of(STR("ld.name."), pair->type);
}

static void
read_script(struct reader *r, const struct tell *t)
{
	struct ld ld = { .json = t->text };
	struct ld_pair pair;

	if (!str_ieq(attr(r, t, "type"), STR("application/ld+json")))
		return;
	while (ld_next(&ld, &pair)) {
		const struct html_meta *row = row_of_pair(&pair);

		if (row == NULL || row->what > META_COUNT ||
		    ld_within(&ld, is_part))
			continue;
		enum meta what = (enum meta)row->what;

		offer(r, what, checked(r, what, decoded(r, &pair)),
		    (int)row->rank);
	}
}

static void
read_time(struct reader *r, const struct tell *t)
{
	struct str prop = attr(r, t, "itemprop");
	struct str date = attr(r, t, "datetime");

	if (date.n == 0)
		date = ref_decode(t->text, r->a);
	offer(r, META_PUBLISHED, checked(r, META_PUBLISHED, date),
	    str_ieq(prop, STR("datePublished")) ? RANK_DATA : RANK_TIME);
}

static void
read_tell(struct reader *r, const struct tell *t)
{
	struct str text;

	switch (t->kind) {
	case HTML_META:
		read_meta(r, t);
		break;
	case HTML_SCRIPT:
		read_script(r, t);
		break;
	case HTML_TIME:
		read_time(r, t);
		break;
	case HTML_NAME:
		offer(r, META_TITLE, str_trim(ref_decode(t->text, r->a)),
		    RANK_NAME);
		break;
	case HTML_ROOT:
		text = checked(r, META_LANG, attr(r, t, "lang"));
		offer(r, META_LANG, text, RANK_FIRST);
		break;
	case HTML_REL:
		text = checked(r, META_URL, attr(r, t, "href"));
		if (str_ieq(attr(r, t, "rel"), STR("canonical")))
			offer(r, META_URL, text, RANK_FIRST);
		break;
	default:
		break;
	}
}

/* What stands between a title and a name; the first PLAIN_MARKS seldom have
 * the name before them. */
#define PLAIN_MARKS 6
static const char *const marks[] = { " | ", " - ", " – ", " — ", " :: ", " • ",
	" » ", " « ", " · ", " / ", ": ", "|" };

static bool
begins(struct str s, struct str with)
{
	return s.n >= with.n && str_ieq(str_cut(s, 0, with.n), with);
}

static bool
ends(struct str s, struct str with)
{
	return s.n >= with.n && str_ieq(str_cut(s, s.n - with.n, s.n), with);
}

/* The title without a name, before or behind it, and the mark between. */
static struct str
without(struct str title, struct str name)
{
	struct str rest = str_cut(title, 0, title.n - name.n);
	bool before = begins(title, name);

	if (before)
		rest = str_cut(title, name.n, title.n);
	for (size_t i = 0; i < COUNT(marks); i++) {
		struct str mark = str_of(marks[i]);

		if (rest.n <= mark.n)
			continue;
		if (before && str_begins(rest, mark))
			return str_cut(rest, mark.n, rest.n);
		if (!before && str_ends(rest, mark))
			return str_cut(rest, 0, rest.n - mark.n);
	}
	return title;
}

/* A title without the name of the site: "Dam breaks | The Post". */
static struct str
without_site(struct str title, struct str site)
{
	if (site.n == 0 || site.n >= title.n ||
	    (!begins(title, site) && !ends(title, site)))
		return title;
	return without(title, site);
}

/* A heading before "»" is often the site's name, and so may one be that is
 * at the end; then it must be longer than the rest. */
struct str
meta_title(struct str title, struct str heading)
{
	bool most = heading.n * 2 > title.n;
	struct str rest;

	if (heading.n < HEADING_MIN || heading.n >= title.n)
		return title;
	if (begins(title, heading)) {
		rest = str_cut(title, heading.n, title.n);
		for (size_t i = 0; i < COUNT(marks); i++) {
			bool plain = i < PLAIN_MARKS;

			if ((plain || most) &&
			    str_begins(rest, str_of(marks[i])))
				return heading;
		}
	}
	if (most && ends(title, heading)) {
		rest = str_cut(title, 0, title.n - heading.n);
		for (size_t i = 0; i < COUNT(marks); i++)
			if (str_ends(rest, str_of(marks[i])))
				return heading;
	}
	/* "The Post » Archive » Dam breaks": a path, the page is its end. */
	if (ends(title, heading) &&
	    str_ends(str_cut(title, 0, title.n - heading.n), STR(" » ")))
		return heading;
	return title;
}

static void
keep(struct page *page, struct str *to, struct str text)
{
	struct srcmap none = { .a = page->a }, map = { .a = page->a };
	size_t start = 0, end = text.n;

	if (to->n > 0)
		return;
	norm_trim(text, &start, &end);
	*to =
	    norm_text(str_cut(text, start, end), 0, &none, NULL, &map, page->a);
}

/* The host in an address, "post.example"; of one in another, as archives have
 * them, the inner one's. */
static struct str
host_of(struct str url)
{
	size_t from = 0, at = 0, end;

	while ((at = str_find(url, STR("://"), at)) < url.n)
		from = at += 3;
	end = str_find(url, STR("/"), from);
	if (from == 0 || str_find(url, STR("@"), from) < end)
		return STR("");
	if (str_begins(str_cut(url, from, end), STR("www.")))
		from += 4;
	return str_cut(url, from, end);
}

void
meta_read(const struct tree *tree, struct page *page)
{
	struct reader r = { .a = page->a };
	struct str title;

	for (int i = 0; i < META_COUNT; i++)
		r.found[i] = (struct found){ STR(""), RANK_NONE };
	for (size_t i = 0; i < tree->n_tells; i++)
		read_tell(&r, &tree->tells[i]);
	title =
	    without_site(r.found[META_TITLE].text, r.found[META_SOURCE].text);
	if (r.found[META_PUBLISHED].text.n == 0)
		r.found[META_PUBLISHED].text =
		    when_url(r.found[META_URL].text, r.a);
	if (r.found[META_SOURCE].text.n == 0)
		r.found[META_SOURCE].text = host_of(r.found[META_URL].text);
	keep(page, &page->title, title);
	keep(page, &page->source, r.found[META_SOURCE].text);
	keep(page, &page->url, r.found[META_URL].text);
	keep(page, &page->published, r.found[META_PUBLISHED].text);
	keep(page, &page->lang, r.found[META_LANG].text);
}
