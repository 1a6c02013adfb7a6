/*
 * meta.c - what an HTML page tells of itself; see meta.h.
 */
#include "meta.h"

#include <string.h>

#include "instant.h"
#include "norm.h"

enum meta {
	META_TITLE,
	META_SOURCE,
	META_URL,
	META_PUBLISHED,
	META_LANG,
	META_COUNT
};

#include "html_meta.h"

#define NAME_MAX 40 /* of the names in the table */

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
		return instant_iso(text, r->a);
	if (what == META_URL && !str_begins(text, STR("http")))
		return STR("");
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

static void
read_meta(struct reader *r, const struct tell *t)
{
	static const char *const attrs[] = { "property", "name", "itemprop" };
	struct str content = tree_attr(t->attrs, "content");
	char low[NAME_MAX];

	for (size_t i = 0; i < COUNT(attrs); i++) {
		struct str name = tree_attr(t->attrs, attrs[i]);
		const struct html_meta *row;

		if (name.n == 0 || name.n > sizeof(low))
			continue;
		for (size_t k = 0; k < name.n; k++)
			low[k] = (char)ch_tolower(name.p[k]);
		row = tab_find(&html_meta_tab, (struct str){ low, name.n });
		if (row == NULL)
			continue;
		enum meta what = (enum meta)row->what;

		offer(r, what, checked(r, what, content), (int)row->rank);
	}
}

/* The string behind "key": in JSON, which pages often get wrong, so it is
 * only looked for; escapes stay. */
static struct str
json_string(struct str json, struct str key)
{
	size_t i = str_find(json, key, 0) + key.n, end;

	while (i < json.n && (ch_space(json.p[i]) || json.p[i] == ':'))
		i++;
	if (i >= json.n || json.p[i] != '"')
		return STR("");
	end = str_find(json, STR("\""), i + 1);
	return str_cut(json, i + 1, end);
}

static void
read_script(struct reader *r, const struct tell *t)
{
	struct str date;

	if (!str_ieq(tree_attr(t->attrs, "type"), STR("application/ld+json")))
		return;
	date = json_string(t->text, STR("\"datePublished\""));
	offer(r, META_PUBLISHED, checked(r, META_PUBLISHED, date), RANK_DATA);
}

static void
read_time(struct reader *r, const struct tell *t)
{
	struct str prop = tree_attr(t->attrs, "itemprop");
	struct str date = tree_attr(t->attrs, "datetime");

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
		offer(r, META_TITLE, str_trim(t->text), RANK_NAME);
		break;
	case HTML_ROOT:
		text = checked(r, META_LANG, tree_attr(t->attrs, "lang"));
		offer(r, META_LANG, text, RANK_FIRST);
		break;
	case HTML_REL:
		text = checked(r, META_URL, tree_attr(t->attrs, "href"));
		if (str_ieq(tree_attr(t->attrs, "rel"), STR("canonical")))
			offer(r, META_URL, text, RANK_FIRST);
		break;
	default:
		break;
	}
}

/* A title without the name of the site behind it: "Dam breaks | The Post". */
static struct str
without_site(struct str title, struct str site)
{
	static const char *const marks[] = { " | ", " - ", " – ", " — ",
		" :: ", " • " };

	if (site.n == 0 || !str_ends(title, site))
		return title;
	for (size_t i = 0; i < COUNT(marks); i++) {
		struct str mark = str_of(marks[i]);
		struct str rest = str_cut(title, 0, title.n - site.n);

		if (rest.n > mark.n && str_ends(rest, mark))
			return str_cut(rest, 0, rest.n - mark.n);
	}
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
	*to = norm_text(str_cut(text, start, end), 0, &none, &map, page->a);
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
	keep(page, &page->title, title);
	keep(page, &page->source, r.found[META_SOURCE].text);
	keep(page, &page->url, r.found[META_URL].text);
	keep(page, &page->published, r.found[META_PUBLISHED].text);
	keep(page, &page->lang, r.found[META_LANG].text);
}
