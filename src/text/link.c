/*
 * link.c - addresses of documents; see link.h.
 */
#include "link.h"

bool
link_is_uri(struct str s)
{
	size_t i = 0;

	while (i < s.n && i < 20 &&
	    (ch_alpha(s.p[i]) || ch_digit(s.p[i]) || s.p[i] == '+'))
		i++;
	if (i < 2 || i >= s.n || s.p[i] != ':' || !ch_alpha(s.p[0]))
		return false;
	for (; i < s.n; i++) {
		if (ch_space(s.p[i]))
			return false;
	}
	return true;
}

/* Where in an address the path begins: behind the host. */
static size_t
path_at(struct str s)
{
	size_t i = str_find(s, STR("://"), 0);

	if (i == s.n)
		return s.n;
	for (i += 3; i < s.n; i++) {
		if (s.p[i] == '/' || s.p[i] == '?' || s.p[i] == '#')
			break;
	}
	return i;
}

/* Where the path ends that begins at s[i]. */
static size_t
path_end(struct str s, size_t i)
{
	while (i < s.n && s.p[i] != '?' && s.p[i] != '#')
		i++;
	return i;
}

/* Adds the path s, of which "." and ".." are taken out, to out, in which the
 * path begins at root. */
static void
add_path(struct buf *out, size_t root, struct str s)
{
	for (size_t at = 0, end; at < s.n; at = end + 1) {
		struct str part;

		end = str_find(s, STR("/"), at);
		part = str_cut(s, at, end);
		if (str_eq(part, STR(".."))) {
			while (out->n > root && out->p[out->n - 1] != '/')
				out->n--;
			out->n -= out->n > root;
			while (out->n > root && out->p[out->n - 1] != '/')
				out->n--;
		} else if (!str_eq(part, STR("."))) {
			buf_add(out, part);
			if (end < s.n)
				buf_byte(out, '/');
		}
		if (out->n == root)
			buf_byte(out, '/');
	}
}

struct str
link_resolve(struct str base, struct str s, struct arena *a)
{
	struct buf out = { .a = a };
	size_t root = path_at(base), end = path_end(base, root), path;

	if (link_is_uri(s))
		return s;
	for (size_t i = 0; i < s.n; i++) {
		if (ch_space(s.p[i]))
			return STR("");
	}
	if (s.n == 0 || !link_is_uri(base) ||
	    str_find(base, STR("://"), 0) == base.n)
		return STR("");
	if (str_begins(s, STR("//"))) {
		buf_add(&out, str_cut(base, 0, str_find(base, STR("/"), 0)));
		buf_add(&out, s);
		return buf_str(&out);
	}
	buf_add(&out, str_cut(base, 0, root));
	path = path_end(s, 0);
	if (path == 0) { /* a query, a fragment */
		buf_add(&out,
		    str_cut(base, root,
			s.p[0] == '?' ? end : str_find(base, STR("#"), root)));
		buf_add(&out, s);
		return buf_str(&out);
	}
	while (end > root && base.p[end - 1] != '/')
		end--;
	if (s.p[0] != '/')
		add_path(&out, root, str_cut(base, root, end));
	if (out.n == root)
		buf_byte(&out, '/');
	add_path(&out, root, str_cut(s, s.p[0] == '/', path));
	buf_add(&out, str_cut(s, path, s.n));
	return buf_str(&out);
}
