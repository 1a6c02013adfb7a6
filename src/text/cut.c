/*
 * cut.c - the places where a sentence may end; see cut.h.
 */
#include "cut.h"

#include "base/scan.h"
#include "base/utf8.h"
#include "glyph.h"

/* Bytes that can begin a stop. */
static const bool begins_stop[256] = { ['.'] = true,
	['!'] = true,
	['?'] = true,
	[';'] = true,  /* behind a Greek letter, */
	[0xce] = true, /* which is found first */
	[0xcf] = true,
	[0xd6] = true,
	[0xd8] = true,
	[0xdb] = true,
	[0xe0] = true,
	[0xe1] = true,
	[0xe2] = true,
	[0xe3] = true,
	[0xef] = true };

/* Whether a Greek letter of two bytes ends at s[at]. */
static bool
is_greek(struct str s, size_t at)
{
	unsigned char lead = at < 2 ? 0 : (unsigned char)s.p[at - 2];

	return lead == 0xce || lead == 0xcf;
}

/* The stop at s[at], and its bytes. */
static enum stop
stop_at(struct str s, size_t at, size_t *len)
{
	size_t next = at;

	*len = 1;
	if (at >= s.n || !begins_stop[(unsigned char)s.p[at]])
		return STOP_NONE;
	if (s.p[at] == '.')
		return STOP_DOT;
	if (s.p[at] == '!' || s.p[at] == '?')
		return STOP_MARK;
	/* the question mark of Greek, which NFC makes a semicolon */
	if (s.p[at] == ';')
		return is_greek(s, at) ? STOP_MARK : STOP_NONE;
	switch (utf8_next(s, &next)) {
	case 0x0589: /* Armenian full stop */
	case 0x061f: /* Arabic question mark */
	case 0x06d4: /* Urdu full stop */
	case 0x203c: /* !! */
	case 0x2047: /* ?? */
	case 0x2048: /* ?! */
	case 0x2049: /* !? */
		*len = next - at;
		return STOP_MARK;
	case 0x2026: /* ... */
		*len = next - at;
		return STOP_DOTS;
	case 0x0964: /* danda of Indic scripts */
	case 0x0965: /* double danda */
	case 0x104b: /* Burmese full stop */
	case 0x1362: /* Ethiopic full stop */
	case 0x1367: /* Ethiopic question mark */
	case 0x17d4: /* Khmer full stop */
	case 0x3002: /* CJK full stop */
	case 0xff01: /* wide ! */
	case 0xff0e: /* wide . */
	case 0xff1f: /* wide ? */
	case 0xff61: /* half-width CJK full stop */
		*len = next - at;
		return STOP_WIDE;
	default:
		return STOP_NONE;
	}
}

/* Behind the quote or bracket that closes at s[at], or at.  A straight quote
 * closes when nothing to quote is glued behind it. */
static size_t
close_at(struct str s, size_t at)
{
	size_t len, after;
	enum glyph c = glyph_at(s, at, &len);

	if (c == GLYPH_CLOSE)
		return at + len;
	if (at < s.n && (s.p[at] == '"' || s.p[at] == '\'')) {
		c = glyph_at(s, at + 1, &after);
		return c == GLYPH_LOWER || c == GLYPH_DIGIT ? at : at + 1;
	}
	/* „So.“ and »So.« of other languages end with marks that open ours */
	if (c == GLYPH_OPEN && len > 1 && at > 0 && !ch_space(s.p[at - 1]) &&
	    glyph_at(s, at + len, &after) <= GLYPH_SPACE)
		return at + len;
	return at;
}

/* Behind a note's number or an omission at s[at], "[12]", "[...]", or at. */
static size_t
note_at(struct str s, size_t at)
{
	static const struct str dots = { "\xe2\x80\xa6", 3 };
	size_t i = at + 1;

	if (at >= s.n || s.p[at] != '[')
		return at;
	while (i < s.n && i - at <= 4 && (ch_digit(s.p[i]) || s.p[i] == '.'))
		i++;
	if (str_begins(str_cut(s, i, s.n), dots))
		i += dots.n;
	return i > at + 1 && i < s.n && s.p[i] == ']' ? i + 1 : at;
}

/* Behind what belongs to the sentence although a space stands before it: a
 * note, a quote or bracket that nothing is glued to ("end. ) Next"); or
 * at. */
static size_t
tail_at(struct str s, size_t at)
{
	size_t from = at + 1, end, len;

	if (at >= s.n || s.p[at] != ' ')
		return at;
	end = note_at(s, from);
	if (end == from)
		end = close_at(s, from);
	return end > from && glyph_at(s, end, &len) <= GLYPH_SPACE ? end : at;
}

/* The run of stops at s[at], with what closes behind it; dots may have single
 * spaces between them (". . ."). */
static struct cut
cut_at(struct str s, size_t at)
{
	struct cut cut = { .at = at };
	size_t len, end, dots = 0;
	enum stop kind;

	for (end = at; (kind = stop_at(s, end, &len)) != STOP_NONE;) {
		end += len;
		if (kind > cut.kind)
			cut.kind = kind;
		dots += kind == STOP_DOT;
		if (kind == STOP_DOT && end + 1 < s.n && s.p[end] == ' ' &&
		    s.p[end + 1] == '.' &&
		    glyph_at(s, end + 2, &len) != GLYPH_LOWER)
			end++;
	}
	if (dots > 1 && cut.kind == STOP_DOT)
		cut.kind = STOP_DOTS;
	cut.stops = end;
	for (size_t from = at; end > from;) {
		from = end;
		end = tail_at(s, note_at(s, close_at(s, end)));
	}
	cut.end = end;
	cut.next = blank_end(s, end);
	return cut;
}

/* The first byte at or after s[at] that can begin a stop, or s.n. */
static size_t
stop_next(struct str s, size_t at)
{
	while (s.n - at >= SCAN_SIZE) {
		struct scan v = scan_load(s.p + at);
		uint64_t hits = scan_is(v, '.') | scan_is(v, '!') |
		    scan_is(v, '?') | scan_high(v);

		if (hits == 0) {
			at += SCAN_SIZE;
			continue;
		}
		at += scan_first(hits);
		if (begins_stop[(unsigned char)s.p[at]])
			return at;
		at++;
	}
	while (at < s.n && !begins_stop[(unsigned char)s.p[at]])
		at++;
	return at;
}

bool
cut_next(struct str s, size_t at, struct cut *cut)
{
	for (;; at++) {
		at = at < s.n ? stop_next(s, at) : s.n;
		if (at >= s.n)
			return false;
		if (at + 2 < s.n && s.p[at + 2] == ';' && is_greek(s, at + 2))
			at += 2;
		*cut = cut_at(s, at);
		if (cut->kind != STOP_NONE)
			return true;
	}
}
