/*
 * bar.c - lines that are made of parts; see bar.h.
 */
#include "bar.h"

#include "form.h"
#include "glyph.h"
#include "stamp.h"

enum bar {
	BAR_NONE,
	BAR_COUNT,
	BAR_SECTION,
	BAR_JOB,
	BAR_RANK,
	BAR_SMALL,
	BAR_PLACE
};

#include "boiler_bars.h"

#define JOB_WORDS 6
#define NAME_WORDS 6
#define NOTE_WORDS 12

/* What a part of a line is. */
enum kind {
	KIND_OTHER,
	KIND_NAMES,  /* of a person, a paper, a place */
	KIND_TIME,   /* "08:12", "2026": dates or nothing */
	KIND_DATE,   /* "9 February 2026" */
	KIND_STAMP,  /* "Updated 08:12" */
	KIND_BYLINE, /* "By Jane Doe", "Photo: Jane Doe" */
	KIND_JOB,    /* "Environment Correspondent" */
	KIND_SECTION,
	KIND_OURS, /* "Share this story", "214 comments" */
	KIND_MAX
};

struct part {
	size_t start, end; /* start: of what divides it from the one before */
	enum kind kind;
};

static enum bar
bar_of(struct str word)
{
	const struct boiler_bars *row;
	char buf[FORM_WORD_MAX];
	size_t n = form_lower(buf, 0, sizeof(buf), word);

	if (n == sizeof(buf))
		return BAR_NONE;
	row = tab_find(&boiler_bars_tab, (struct str){ buf, n });
	return row != NULL ? (enum bar)row->kind : BAR_NONE;
}

/* word without brackets and punctuation around it. */
static struct str
inner(struct str word)
{
	while (word.n > 1 && (word.p[0] == '(' || word.p[0] == '['))
		word = str_cut(word, 1, word.n);
	return form_bare(word);
}

/* Whether word is a count of something: "214", "1,033", "(12)", "1.2k". */
static bool
is_count(struct str word)
{
	size_t i = 0;

	word = inner(word);
	while (i < word.n &&
	    (ch_digit(word.p[i]) || word.p[i] == ',' || word.p[i] == '.'))
		i++;
	if (i == 0 || !ch_digit(word.p[0]))
		return false;
	word = str_cut(word, i, word.n);
	return word.n == 0 || str_ieq(word, STR("k")) ||
	    str_ieq(word, STR("m"));
}

/* What a line of buttons is made of. */
struct units {
	size_t phrases, counted, sections, numbers;
	bool place; /* a capitalised word may follow: "on Chirper" */
};

/* Takes the words at s[at] that are one button or count; returns how many
 * bytes, or 0. */
static size_t
take_unit(struct str s, size_t at, struct units *units)
{
	struct str rest = str_cut(s, at, s.n), word;
	enum phrase phrase;
	size_t len, end = 0;

	word = form_word(rest, &end);
	if (units->numbers > units->counted &&
	    bar_of(inner(word)) == BAR_COUNT) {
		units->counted++;
		return end;
	}
	phrase = form_phrase(rest, &len);
	if (phrase == PHRASE_LINE || phrase == PHRASE_WORD ||
	    phrase == PHRASE_LIST || phrase == PHRASE_LINK ||
	    phrase == PHRASE_TAGS) {
		units->phrases++;
		units->place = true;
		return len;
	}
	if (is_count(word)) {
		units->numbers++;
		return end;
	}
	switch (bar_of(inner(word))) {
	case BAR_COUNT:
		units->counted++;
		return end;
	case BAR_SECTION:
		units->sections++;
		return end;
	case BAR_PLACE:
		if (!units->place)
			return 0;
		word = form_word(rest, &end);
		return form_capital(word) ? end : 0;
	default:
		return 0;
	}
}

/* Whether all of s is buttons, counts and sections.  One word alone says
 * nothing but KIND_SECTION or KIND_OURS of a part. */
static enum kind
buttons(struct str s, bool part)
{
	struct units u = { 0 };
	size_t at = 0, len;

	while ((len = blank_end(s, at)) < s.n) {
		at = len;
		len = take_unit(s, at, &u);
		if (len == 0)
			return KIND_OTHER;
		for (at += len; at < s.n &&
		     (s.p[at] == ')' || s.p[at] == ':' || s.p[at] == '.');)
			at++;
	}
	if (u.numbers > 0 && u.counted + u.phrases == 0)
		return KIND_OTHER;
	if (u.numbers > u.counted + u.phrases)
		return KIND_OTHER;
	if (u.phrases + u.counted == 0)
		return part || u.sections > 2 ? KIND_SECTION : KIND_OTHER;
	if (part || (u.counted > 0 && u.numbers > 0) ||
	    u.phrases + u.counted + u.sections > 1)
		return KIND_OURS;
	return KIND_OTHER;
}

/* Whether s is a job at a paper: "Environment Correspondent", "chief reporter
 * in Kyiv". */
static bool
is_job(struct str s)
{
	size_t at = 0, words = 0;
	struct str word;
	enum bar bar;
	bool job = false, place = false;

	while ((word = form_word(s, &at)).n > 0) {
		if (word.p[0] == '@' && words > 0)
			continue;
		bar = bar_of(form_bare(word));
		if (bar == BAR_SMALL || ++words > JOB_WORDS)
			return false;
		if (job && !place && bar != BAR_PLACE && bar != BAR_JOB &&
		    bar != BAR_RANK)
			return false;
		if (place && !form_capital(word))
			return false;
		job = job || bar == BAR_JOB;
		place = place || (job && bar == BAR_PLACE);
	}
	return job;
}

static enum kind
kind_of(struct str s)
{
	size_t len;
	enum kind kind = buttons(s, true);

	if (kind != KIND_OTHER)
		return kind;
	if (form_byline(s) || form_credit(s) >= FORM_NAME)
		return KIND_BYLINE;
	if (form_phrase(s, &len) == PHRASE_BY &&
	    form_names(str_cut(s, len, s.n)))
		return KIND_BYLINE;
	switch (stamp_of(s)) {
	case STAMP_SIGN:
		return KIND_STAMP;
	case STAMP_DATE:
		return KIND_DATE;
	case STAMP_TIME:
		return KIND_TIME;
	default:
		break;
	}
	if (s.n == 4 && is_count(s))
		return KIND_TIME; /* a year behind a comma */
	if (is_job(s))
		return KIND_JOB;
	return form_names(s) && form_words(s, NAME_WORDS + 1) <= NAME_WORDS
	    ? KIND_NAMES
	    : KIND_OTHER;
}

/* Bytes of the sign at s[at] that divides two parts, or 0.  *strong is set
 * when it is one that text does not have. */
static size_t
divider(struct str s, size_t at, bool *strong)
{
	static const struct {
		char sign[4];
		bool strong, spaced;
	} signs[] = {
		{ "|", true, false },
		{ "\xe2\x80\xa2", true, false },
		{ "\xc2\xb7", true, true },
		{ "\xc2\xbb", true, true },
		{ "\xe2\x80\xba", true, true },
		{ ">", true, true },
		{ "/", true, true },
		{ "-", false, true },
		{ "\xe2\x80\x93", false, true },
		{ "\xe2\x80\x94", false, true },
	};

	if (s.p[at] == ',' && at + 1 < s.n && ch_space(s.p[at + 1]))
		return 1;
	if (s.p[at] == ' ' || ch_alpha(s.p[at]) || ch_digit(s.p[at]))
		return 0;
	for (size_t i = 0; i < COUNT(signs); i++) {
		struct str sign;
		size_t end;

		if (signs[i].sign[0] != s.p[at])
			continue;
		sign = str_of(signs[i].sign);
		end = at + sign.n;
		if (!str_begins(str_cut(s, at, s.n), sign))
			continue;
		if (signs[i].spaced && at > 0 && end < s.n &&
		    (!ch_space(s.p[at - 1]) || !ch_space(s.p[end])))
			continue;
		*strong = *strong || signs[i].strong;
		return sign.n;
	}
	return 0;
}

/* The parts of s, at most BAR_MAX; 0 when there are more, or one of them is
 * anything. */
static size_t
read_parts(struct str s, struct part v[BAR_MAX], bool *strong)
{
	size_t n = 0, from = 0, start = 0, at, len;

	for (at = 0; at <= s.n; at += len > 0 ? len : 1) {
		len = at < s.n ? divider(s, at, strong) : 0;
		if (at < s.n && len == 0)
			continue;
		struct str part = str_cut(s, from, at);
		size_t lead = blank_end(part, 0);

		part = str_cut(part, lead, part.n);
		while (part.n > 0 && ch_space(part.p[part.n - 1]))
			part.n--;
		if (part.n > 0) {
			if (n == BAR_MAX)
				return 0;
			v[n] = (struct part){ start, at, kind_of(part) };
			if (v[n++].kind == KIND_OTHER)
				return 0;
			start = at;
		}
		from = at + len;
	}
	if (n > 0)
		v[n - 1].end = s.n;
	return n;
}

/* Whether parts of these kinds are no text. */
static bool
is_bar(
    const size_t count[KIND_MAX], size_t n, bool strong, enum bar_place place)
{
	size_t signs = count[KIND_BYLINE] + count[KIND_STAMP];
	size_t dates = count[KIND_DATE] + count[KIND_TIME];
	size_t ours = count[KIND_OURS] + count[KIND_SECTION];

	if (n < 2 || count[KIND_NAMES] > 4)
		return false;
	/* "Jane Doe, reporting from Kyiv" */
	if (n == 2 && count[KIND_BYLINE] == 1 && count[KIND_NAMES] == 1)
		return true;
	if (place == BAR_TEXT)
		return strong &&
		    (signs > 0 || (ours == n && count[KIND_OURS] > 0));
	if (strong)
		return signs + count[KIND_JOB] + count[KIND_DATE] +
			count[KIND_OURS] >
		    0 ||
		    count[KIND_SECTION] > 1 ||
		    (place == BAR_HEAD && count[KIND_SECTION] == 1 && n == 2 &&
			count[KIND_NAMES] == 1);
	if (ours > 0)
		return false;
	if (place == BAR_TOP)
		return signs + dates + count[KIND_JOB] > 0;
	return count[KIND_BYLINE] > 0 || (count[KIND_STAMP] > 0) ||
	    (count[KIND_DATE] > 0 && count[KIND_JOB] == 0);
}

static enum role
part_role(enum kind kind, bool credited)
{
	if (kind == KIND_BYLINE || kind == KIND_JOB ||
	    (kind == KIND_NAMES && credited))
		return ROLE_CREDIT;
	return ROLE_BOILERPLATE;
}

size_t
bar_cut(struct str s, enum bar_place place, struct bar_run v[BAR_MAX])
{
	struct part parts[BAR_MAX];
	size_t count[KIND_MAX] = { 0 }, n, runs = 0;
	bool strong = false, credited;
	char mark;

	if (s.n < 4 || s.n > FORM_TEXT_MAX || form_stopped(s, &mark))
		return 0;
	n = read_parts(s, parts, &strong);
	for (size_t i = 0; i < n; i++)
		count[parts[i].kind]++;
	credited = count[KIND_BYLINE] + count[KIND_JOB] > 0;
	if (!is_bar(count, n, strong, place)) {
		v[0] = (struct bar_run){ 0, s.n, ROLE_BOILERPLATE };
		if (place == BAR_TOP && n == 1 && parts[0].kind == KIND_JOB)
			v[0].role = ROLE_CREDIT;
		else if (buttons(s, false) == KIND_OTHER)
			return 0;
		return 1;
	}
	for (size_t i = 0; i < n; i++) {
		enum role role = part_role(parts[i].kind, credited);

		if (runs > 0 && v[runs - 1].role == role)
			v[runs - 1].end = parts[i].end;
		else
			v[runs++] = (struct bar_run){ parts[i].start,
				parts[i].end, role };
	}
	return runs;
}

bool
bar_writer(struct str s)
{
	size_t at = 0, words = 0;
	struct str word;
	enum bar bar;

	while (words++ < NOTE_WORDS && (word = form_word(s, &at)).n > 0) {
		if (bar_of(form_bare(word)) != BAR_JOB)
			continue;
		bar = bar_of(form_bare(form_word(s, &at)));
		word = form_word(s, &at);
		if (str_is(word, "the"))
			word = form_word(s, &at);
		return (bar == BAR_PLACE || bar == BAR_SMALL) &&
		    form_capital(word);
	}
	return false;
}

bool
bar_section(struct str s)
{
	size_t at = 0;
	struct str word, last = { 0 };

	while ((word = form_word(s, &at)).n > 0)
		last = word;
	return last.n > 0 && bar_of(inner(last)) == BAR_SECTION;
}

bool
bar_name(struct str s)
{
	size_t at = 0, words = 0, len;
	struct str word;

	while ((word = form_word(s, &at)).n > 0) {
		if (!form_capital(word) || ++words > 4)
			return false;
		for (size_t i = 0; i < word.n; i += len) {
			enum glyph c = glyph_at(word, i, &len);

			if (!glyph_letter(c) && c != GLYPH_DASH &&
			    word.p[i] != '\'' && word.p[i] != '.')
				return false;
		}
	}
	return words > 1;
}
