/*
 * mime.c - headers, and the texts of a message; see mime.h.
 */
#include "mime.h"

#define DEPTH_MAX 8
#define BOUNDARY_MAX 200 /* bytes; RFC 2046 allows 70 */

/* What the headers of a part say of it. */
struct entity {
	struct str type, charset, boundary;
	enum coding coding;
	struct plain plain;
	bool attached;
	size_t body; /* where it begins */
};

struct reader {
	struct mime_text *v;
	size_t n, max, choices;
};

static size_t
line_end(struct str s, size_t at)
{
	const char *p = at < s.n ? memchr(s.p + at, '\n', s.n - at) : NULL;

	return p == NULL ? s.n : (size_t)(p - s.p);
}

static bool
is_blank(char c)
{
	return c == ' ' || c == '\t';
}

bool
mime_header_next(struct str s, size_t *at, struct mime_header *h)
{
	size_t i = *at, end;

	while (i < s.n && s.p[i] > ' ' && s.p[i] < 0x7f && s.p[i] != ':')
		i++;
	if (i == *at || i >= s.n || s.p[i] != ':')
		return false;
	h->name = str_cut(s, *at, i);
	end = line_end(s, i);
	while (end + 1 < s.n && is_blank(s.p[end + 1]))
		end = line_end(s, end + 1);
	*at = end < s.n ? end + 1 : s.n;
	h->from = i + 1;
	h->to = end;
	while (h->from < h->to && ch_space(s.p[h->from]))
		h->from++;
	while (h->to > h->from && ch_space(s.p[h->to - 1]))
		h->to--;
	return true;
}

/* The value of a parameter in "text/plain; charset=utf-8; name="a b"". */
static struct str
param(struct str s, struct str name)
{
	size_t i = str_find(s, STR(";"), 0), from, end;

	while (i < s.n) {
		for (i++; i < s.n && ch_space(s.p[i]); i++)
			continue;
		from = i;
		while (i < s.n && s.p[i] != '=' && s.p[i] != ';')
			i++;
		bool found = str_ieq(str_trim(str_cut(s, from, i)), name);

		if (i == s.n || s.p[i] == ';')
			continue;
		for (i++; i < s.n && ch_space(s.p[i]); i++)
			continue;
		bool quoted = i < s.n && s.p[i] == '"';

		from = i + quoted;
		end = str_find(s, quoted ? STR("\"") : STR(";"), from);
		if (found)
			return str_trim(str_cut(s, from, end));
		i = quoted ? str_find(s, STR(";"), end) : end;
	}
	return STR("");
}

/* The value without its parameters. */
static struct str
plain_value(struct str s)
{
	return str_trim(str_cut(s, 0, str_find(s, STR(";"), 0)));
}

static void
read_header(struct entity *e, struct str name, struct str value)
{
	struct str plain = plain_value(value);

	if (str_ieq(name, STR("content-type"))) {
		e->type = plain;
		e->charset = param(value, STR("charset"));
		e->boundary = param(value, STR("boundary"));
		e->plain.flowed =
		    str_ieq(param(value, STR("format")), STR("flowed"));
		e->plain.delsp =
		    str_ieq(param(value, STR("delsp")), STR("yes"));
	} else if (str_ieq(name, STR("content-transfer-encoding"))) {
		if (str_ieq(plain, STR("quoted-printable")))
			e->coding = CODING_QUOTED;
		else if (str_ieq(plain, STR("base64")))
			e->coding = CODING_BASE64;
	} else if (str_ieq(name, STR("content-disposition"))) {
		e->attached = str_ieq(plain, STR("attachment"));
	}
}

/* The headers at s[at] and the empty line behind them. */
static struct entity
read_entity(struct str s, size_t at)
{
	struct entity e = { .type = STR("text/plain") };
	struct mime_header h;

	while (mime_header_next(s, &at, &h))
		read_header(&e, h.name, str_cut(s, h.from, h.to));
	if (at < s.n && s.p[at] == '\r')
		at++;
	if (at < s.n && s.p[at] == '\n')
		at++;
	e.body = at;
	return e;
}

static bool
type_begins(const struct entity *e, struct str with)
{
	return e->type.n >= with.n &&
	    str_ieq(str_cut(e->type, 0, with.n), with);
}

static void
add_text(struct reader *r, struct str s, const struct entity *e, size_t choice)
{
	bool html = str_ieq(e->type, STR("text/html"));

	if (r->n == r->max || e->attached || e->body >= s.n ||
	    (!html && !type_begins(e, STR("text/plain")) &&
		!str_is(e->type, "text") && e->type.n > 0))
		return;
	r->v[r->n++] = (struct mime_text){ .from = e->body,
		.to = s.n,
		.html = html,
		.coding = e->coding,
		.charset = e->charset,
		.plain = e->plain,
		.choice = choice };
}

/* The start of the next line "--boundary" at or after s[at], or s.n; *next
 * is behind that line, *last set when it is the last, "--boundary--". */
static size_t
boundary_at(struct str s, size_t at, struct str b, size_t *next, bool *last)
{
	for (; at < s.n; at = line_end(s, at) + 1) {
		struct str line = str_cut(s, at, s.n);

		if (!str_begins(line, STR("--")) ||
		    !str_begins(str_cut(s, at + 2, s.n), b))
			continue;
		line = str_cut(s, at + 2 + b.n, line_end(s, at));
		*last = str_begins(line, STR("--"));
		if (str_trim(line).n > (*last ? 2 : 0))
			continue;
		*next = line_end(s, at) + 1;
		return at;
	}
	*next = s.n;
	*last = true;
	return s.n;
}

static void read_part(
    struct reader *r, struct str s, size_t from, size_t choice, int depth);

/* What has none of its boundaries is one text. */
static void
read_multipart(
    struct reader *r, struct str s, struct entity *e, size_t choice, int depth)
{
	size_t at, next, end;
	bool last;

	if (choice == 0 && str_ieq(e->type, STR("multipart/alternative")))
		choice = ++r->choices;
	if (boundary_at(s, e->body, e->boundary, &next, &last) == s.n) {
		e->type = STR("text/plain");
		add_text(r, s, e, choice);
	}
	while (!last && r->n < r->max) {
		at = next;
		end = boundary_at(s, at, e->boundary, &next, &last);
		/* The line end before a boundary is its own. */
		if (end > at && end < s.n && s.p[end - 1] == '\n')
			end--;
		if (end > at && end < s.n && s.p[end - 1] == '\r')
			end--;
		read_part(r, str_cut(s, 0, end), at, choice, depth + 1);
	}
}

/* The part whose headers begin at s[from], and that ends with s. */
static void
read_part(struct reader *r, struct str s, size_t from, size_t choice, int depth)
{
	struct entity e = read_entity(s, from);

	if (depth < DEPTH_MAX && type_begins(&e, STR("multipart/")) &&
	    e.boundary.n > 0 && e.boundary.n < BOUNDARY_MAX)
		read_multipart(r, s, &e, choice, depth);
	else if (depth < DEPTH_MAX && !e.attached &&
	    str_ieq(e.type, STR("message/rfc822")))
		read_part(r, s, e.body, choice, depth + 1);
	else
		add_text(r, s, &e, choice);
}

size_t
mime_texts(struct str s, size_t from, struct mime_text *texts, size_t max)
{
	struct reader r = { .v = texts, .max = max };

	read_part(&r, s, from, 0, 0);
	return r.n;
}
