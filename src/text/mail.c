/*
 * mail.c - the messages of a mail file; see mail.h.
 *
 * mime.h finds the texts in a message; here are the messages of a file and
 * what their headers tell.
 */
#include "mail.h"

#include "charset.h"
#include "mime.h"
#include "norm.h"
#include "when.h"

enum header { HEADER_NONE, HEADER_PERSON, HEADER_SIGN, HEADER_OTHER };

#include "feed_headers.h"

#define SNIFFED 65536  /* bytes that must tell mail */
#define NAME_MAX 40    /* of the names in the table */
#define PLAIN_LEAST 20 /* HTML so many times as long is the message */

static enum header
header_kind(struct str name)
{
	const struct feed_headers *row;
	char low[NAME_MAX];

	if (name.n > sizeof(low))
		return HEADER_NONE;
	for (size_t i = 0; i < name.n; i++)
		low[i] = (char)ch_tolower(name.p[i]);
	row = tab_find(&feed_headers_tab, (struct str){ low, name.n });
	return row == NULL ? HEADER_NONE : (enum header)row->kind;
}

/* Whether the lines from at on are the headers of a message. */
static bool
has_headers(struct str s, size_t at)
{
	struct mime_header h;
	size_t person = 0, signs = 0;

	while (mime_header_next(s, &at, &h)) {
		enum header kind = header_kind(h.name);

		person += kind == HEADER_PERSON;
		signs += kind == HEADER_SIGN;
	}
	/* Where the headers end there must be an empty line. */
	if (at < s.n && s.p[at] != '\n' && s.p[at] != '\r')
		return false;
	return person > 0 && signs > 1;
}

/* Whether a line "From someone Mon Nov  3 10:00:00 2025" is at s[at], with a
 * header behind it: *next. */
static bool
is_separator(struct str s, size_t at, size_t *next)
{
	struct mime_header h;
	size_t end, colons = 0, digits = 0;

	if (!str_begins(str_cut(s, at, s.n), STR("From ")))
		return false;
	end = str_find(s, STR("\n"), at);
	if (end == s.n || end - at > 400)
		return false;
	for (size_t i = at; i < end; i++) {
		colons += s.p[i] == ':' && ch_digit(s.p[i - 1]) &&
		    ch_digit(s.p[i + 1]);
		digits += ch_digit(s.p[i]);
	}
	*next = end + 1;
	end++;
	return colons == 2 && digits >= 10 && mime_header_next(s, &end, &h) &&
	    header_kind(h.name) != HEADER_NONE;
}

bool
mail_is(struct str bytes)
{
	struct str s = str_cut(bytes, 0, bytes.n < SNIFFED ? bytes.n : SNIFFED);
	size_t next;

	return is_separator(s, 0, &next) || has_headers(s, 0);
}

struct mail
mail_open(struct str bytes)
{
	size_t next;

	return (
	    struct mail){ .s = bytes, .box = is_separator(bytes, 0, &next) };
}

/* The start of the next message's line "From ", or s.n: it stands behind an
 * empty line. */
static size_t
message_end(struct str s, size_t at)
{
	size_t next;

	for (;;) {
		at = str_find(s, STR("\nFrom "), at);
		if (at == s.n)
			return s.n;
		at++;
		if (at >= 2 &&
		    (s.p[at - 2] == '\n' ||
			(s.p[at - 2] == '\r' && at >= 3 &&
			    s.p[at - 3] == '\n')) &&
		    is_separator(s, at, &next))
			return at;
	}
}

/* The value of a header as a short string. */
static struct str
string_of(struct str s, const struct mime_header *h, struct arena *a)
{
	struct coded c = { .map = { .a = a } };
	struct srcmap none = { .a = a }, map = { .a = a };
	struct err guess = { NULL, 0 };
	size_t start = 0, end;

	coded_header(&c, s, h->from, h->to);
	coded_charset(&c, STR(""), &guess);
	end = c.text.n;
	norm_trim(c.text, &start, &end);
	return norm_text(str_cut(c.text, start, end), 0, &none, NULL, &map, a);
}

/* The name of a sender, else the address: "Jane Doe <jane@example.org>". */
static struct str
sender_of(struct str from)
{
	size_t open = str_find(from, STR("<"), 0);
	struct str name = str_trim(str_cut(from, 0, open));

	if (name.n > 1 && name.p[0] == '"' && name.p[name.n - 1] == '"')
		name = str_trim(str_cut(name, 1, name.n - 1));
	if (name.n > 0 || open == from.n)
		return name;
	return str_cut(from, open + 1, str_find(from, STR(">"), open));
}

/* "<id>" as a URL of RFC 2392: "mid:id"; an address as it is. */
static struct str
url_of(struct str id, bool mid, struct arena *a)
{
	struct buf url = { .a = a };
	size_t open = str_find(id, STR("<"), 0), end;

	if (open == id.n)
		return STR("");
	end = str_find(id, STR(">"), open);
	if (mid)
		buf_add(&url, STR("mid:"));
	buf_add(&url, str_cut(id, open + 1, end));
	return buf_str(&url);
}

static void
read_header(struct str s, const struct mime_header *h, struct normal_meta *meta,
    struct arena *a)
{
	if (str_ieq(h->name, STR("from")))
		meta->source = sender_of(string_of(s, h, a));
	else if (str_ieq(h->name, STR("date")))
		meta->published = when_read(string_of(s, h, a), a);
	else if (str_ieq(h->name, STR("content-language")))
		meta->lang = string_of(s, h, a);
	else if (str_ieq(h->name, STR("archived-at")))
		meta->url = url_of(string_of(s, h, a), false, a);
	else if (str_ieq(h->name, STR("message-id")) && meta->url.n == 0)
		meta->url = url_of(string_of(s, h, a), true, a);
}

/* The headers of the message s[from...]: what they tell, and the subject as
 * a part. */
static void
read_headers(struct str s, size_t from, struct normal_meta *meta,
    struct normal_part *parts, size_t *n, struct err *guess, struct arena *a)
{
	struct mime_header h;

	*meta = (struct normal_meta){ .html = false };
	while (mime_header_next(s, &from, &h)) {
		read_header(s, &h, meta, a);
		if (*n > 0 || !str_ieq(h.name, STR("subject")))
			continue;
		parts[0] = (struct normal_part){ .coded = { .map = { .a = a } },
			.role = ROLE_TITLE };
		coded_header(&parts[0].coded, s, h.from, h.to);
		coded_charset(&parts[0].coded, STR(""), guess);
		*n = parts[0].coded.text.n > 0;
	}
}

static struct normal_part
part_of(
    struct str s, const struct mime_text *t, struct err *guess, struct arena *a)
{
	struct normal_part part = { .coded = { .map = { .a = a } },
		.html = t->html };
	struct str charset = t->charset;
	struct err why = { NULL, 0 };

	switch (t->coding) {
	case CODING_QUOTED:
		coded_quoted(&part.coded, s, t->from, t->to);
		break;
	case CODING_BASE64:
		coded_base64(&part.coded, s, t->from, t->to);
		break;
	default:
		coded_plain(&part.coded, s, t->from, t->to);
	}
	if (t->html && charset.n == 0)
		charset = charset_declared(part.coded.text);
	coded_charset(&part.coded, charset, &why);
	if (guess->why == NULL)
		*guess = why;
	return part;
}

/* Adds the n bytes of a part's text from at on as a part of that role. */
static void
add_part(struct normal_part *parts, size_t *n, struct normal_part part,
    size_t at, size_t len)
{
	struct srcmap all = part.coded.map, *map = &part.coded.map;

	if (len == 0 || *n == MAIL_PARTS)
		return;
	if (len < part.coded.text.n) {
		*map = (struct srcmap){ .a = all.a };
		srcmap_run(map, 0, &all, at, len);
		srcmap_add(map, len, srcmap_at(&all, at + len));
		part.coded.text = str_cut(part.coded.text, at, at + len);
	}
	parts[(*n)++] = part;
}

/* Adds a text of a message: what its author wrote, and the signature. */
static void
add_text(struct normal_part *parts, size_t *n, struct normal_part part,
    struct plain plain)
{
	size_t sign = part.coded.text.n;

	if (!part.html)
		sign = plain_text(&part.coded, plain);
	add_part(parts, n, part, 0, sign);
	part.role = ROLE_BOILERPLATE;
	add_part(parts, n, part, sign, part.coded.text.n - sign);
}

/* Whether text i has an alternative that is to be read instead. */
static bool
is_second(const struct mime_text *t, size_t n, size_t i)
{
	size_t size[2] = { 0, 0 };

	if (t[i].choice == 0)
		return false;
	for (size_t k = 0; k < n; k++) {
		if (t[k].choice == t[i].choice)
			size[t[k].html] += t[k].to - t[k].from;
	}
	if (size[0] > 0 && size[1] > 0)
		return t[i].html == (size[0] * PLAIN_LEAST >= size[1]);
	return false;
}

bool
mail_next(struct mail *mail, struct normal_meta *meta,
    struct normal_part parts[MAIL_PARTS], size_t *n, struct err *guess,
    struct arena *a)
{
	struct mime_text texts[MAIL_PARTS - 1];
	size_t from = mail->pos, end = mail->s.n, count;
	struct str s;

	if (from >= mail->s.n)
		return false;
	if (mail->box) {
		(void)is_separator(mail->s, from, &from);
		end = message_end(mail->s, from - 1);
	}
	mail->pos = end;
	s = str_cut(mail->s, 0, end);
	*n = 0;
	*guess = (struct err){ NULL, 0 };
	read_headers(s, from, meta, parts, n, guess, a);
	count = mime_texts(s, from, texts, COUNT(texts));
	for (size_t i = 0; i < count; i++) {
		if (is_second(texts, count, i))
			continue;
		add_text(
		    parts, n, part_of(s, &texts[i], guess, a), texts[i].plain);
	}
	return true;
}
