/*
 * pattern.c - a user's own patterns of where a sentence ends; see pattern.h.
 */
#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include "pattern.h"

#define SEEN 120        /* bytes to either side */
#define STEPS_MAX 5000  /* of one search */
#define DEPTH_MAX 500   /* of backtracking */
#define HEAP_MAX 256    /* KiB of one search */
#define LENGTH_MAX 4096 /* bytes of a pattern */
#define TIRED_MAX 12    /* searches that took too long */
#define WHY_MAX 120

struct pattern {
	enum pattern_says says;
	pcre2_code *code;
	size_t line;
	int tired;
};

struct patterns {
	struct pattern *v;
	size_t n, cap;
	struct arena *a;
	pcre2_general_context *memory;
	pcre2_compile_context *compile;
	pcre2_match_context *match;
	pcre2_match_data *data;
};

static void *
take(size_t n, void *arena)
{
	return arena_alloc(arena, n, 1);
}

/* The arena takes all back at once. */
static void
leave(void *p, void *arena)
{
	(void)p;
	(void)arena;
}

static struct patterns *
patterns_new(struct arena *a)
{
	struct patterns *p = arena_alloc(a, 1, sizeof(*p));

	p->a = a;
	p->memory = pcre2_general_context_create(take, leave, a);
	p->compile = pcre2_compile_context_create(p->memory);
	pcre2_set_max_pattern_length(p->compile, LENGTH_MAX);
	p->match = pcre2_match_context_create(p->memory);
	pcre2_set_match_limit(p->match, STEPS_MAX);
	pcre2_set_depth_limit(p->match, DEPTH_MAX);
	pcre2_set_heap_limit(p->match, HEAP_MAX);
	p->data = pcre2_match_data_create(1, p->memory);
	return p;
}

static void
set_why(struct err *err, int code, size_t at, struct arena *a)
{
	char *why = arena_alloc(a, WHY_MAX, 1);

	if (pcre2_get_error_message(code, (PCRE2_UCHAR *)why, WHY_MAX) < 0)
		why[WHY_MAX - 1] = '\0'; /* cut short */
	*err = (struct err){ why, at };
}

/* Adds the pattern of a line; false, with *err set, when it is none. */
static bool
add_line(struct patterns *p, struct str line, size_t number, struct err *err)
{
	const uint32_t how = PCRE2_UTF | PCRE2_UCP | PCRE2_MATCH_INVALID_UTF;
	struct pattern one = { .line = number };
	size_t tab = str_find(line, STR("\t"), 0), from, at;
	struct str says = str_cut(line, 0, tab);
	int code;

	if (str_is(says, "break"))
		one.says = PATTERN_BREAK;
	else if (str_is(says, "nobreak"))
		one.says = PATTERN_NOBREAK;
	*err = (struct err){ "not \"break\" or \"nobreak\" and a tab", 0 };
	if (one.says == PATTERN_NONE || tab == line.n)
		return false;
	from = tab + 1;
	*err = (struct err){ "an empty pattern", from };
	if (from == line.n)
		return false;
	one.code = pcre2_compile((PCRE2_SPTR)(line.p + from), line.n - from,
	    how, &code, &at, p->compile);
	if (one.code == NULL) {
		set_why(err, code, from + at, p->a);
		return false;
	}
	/* Where there is no JIT the pattern is interpreted. */
	(void)pcre2_jit_compile(one.code, PCRE2_JIT_COMPLETE);
	p->v = vec_room(p->a, p->v, p->n, &p->cap, sizeof(*p->v));
	p->v[p->n++] = one;
	return true;
}

struct patterns *
patterns_read(
    struct str bytes, struct arena *perm, size_t *line, struct err *err)
{
	struct patterns *p = patterns_new(perm);

	*line = 0;
	for (size_t at = 0, end; at < bytes.n; at = end + 1) {
		struct str s;

		end = str_find(bytes, STR("\n"), at);
		s = str_cut(bytes, at, end);
		if (s.n > 0 && s.p[s.n - 1] == '\r')
			s.n--;
		++*line;
		if (s.n == 0 || s.p[0] == '#')
			continue;
		if (!add_line(p, s, *line, err))
			return NULL;
	}
	*err = (struct err){ NULL, 0 };
	return p;
}

static bool
inside_cp(struct str s, size_t at)
{
	return at < s.n && ((unsigned char)s.p[at] & 0xc0) == 0x80;
}

/* Whether a pattern matches across [at, end) of s. */
static bool
crosses(const struct patterns *p, struct pattern *one, struct str s,
    uint32_t how, size_t at, size_t end)
{
	const size_t *found = pcre2_get_ovector_pointer(p->data);
	size_t from = 0;

	while (from <= at) {
		int n = pcre2_match(one->code, (PCRE2_SPTR)s.p, s.n, from, how,
		    p->data, p->match);

		if (n < 0) {
			one->tired += n != PCRE2_ERROR_NOMATCH;
			return false;
		}
		if (found[0] > at)
			return false;
		if (found[1] >= end)
			return true;
		from = found[0] + 1;
		while (inside_cp(s, from))
			from++;
	}
	return false;
}

enum pattern_says
patterns_at(const struct patterns *p, struct str s, size_t at, size_t end)
{
	size_t from = at > SEEN ? at - SEEN : 0;
	size_t to = s.n - end > SEEN ? end + SEEN : s.n;
	uint32_t how = 0;

	if (p == NULL)
		return PATTERN_NONE;
	while (inside_cp(s, from))
		from++;
	while (inside_cp(s, to))
		to++;
	if (from > 0)
		how |= PCRE2_NOTBOL;
	if (to < s.n)
		how |= PCRE2_NOTEOL;
	s = str_cut(s, from, to);
	for (size_t i = 0; i < p->n; i++) {
		struct pattern *one = &p->v[i];

		if (one->tired < TIRED_MAX &&
		    crosses(p, one, s, how, at - from, end - from))
			return one->says;
	}
	return PATTERN_NONE;
}

size_t
patterns_dropped(const struct patterns *p)
{
	for (size_t i = 0; i < p->n; i++) {
		if (p->v[i].tired >= TIRED_MAX)
			return p->v[i].line;
	}
	return 0;
}
