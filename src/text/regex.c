/*
 * regex.c - users' patterns; see regex.h.
 */
#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include "regex.h"

#define STEPS_MAX 5000  /* of one search */
#define DEPTH_MAX 500   /* of backtracking */
#define HEAP_MAX 256    /* KiB of one search */
#define LENGTH_MAX 4096 /* bytes of a pattern */
#define TIRED_MAX 12    /* searches that took too long */
#define GROUPS_MAX 16   /* that are told of one match */
#define WHY_MAX 120

struct regex {
	pcre2_code *code;
	size_t line;
	int tired;
};

struct regexes {
	struct regex *v;
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

struct regexes *
regex_open(struct arena *perm)
{
	struct regexes *r = arena_alloc(perm, 1, sizeof(*r));

	r->a = perm;
	r->memory = pcre2_general_context_create(take, leave, perm);
	r->compile = pcre2_compile_context_create(r->memory);
	pcre2_set_max_pattern_length(r->compile, LENGTH_MAX);
	r->match = pcre2_match_context_create(r->memory);
	pcre2_set_match_limit(r->match, STEPS_MAX);
	pcre2_set_depth_limit(r->match, DEPTH_MAX);
	pcre2_set_heap_limit(r->match, HEAP_MAX);
	r->data = pcre2_match_data_create(GROUPS_MAX, r->memory);
	return r;
}

static void
set_why(struct err *err, int code, size_t at, struct arena *a)
{
	char *why = arena_alloc(a, WHY_MAX, 1);

	if (pcre2_get_error_message(code, (PCRE2_UCHAR *)why, WHY_MAX) < 0)
		why[WHY_MAX - 1] = '\0'; /* cut short */
	*err = (struct err){ why, at };
}

bool
regex_add(struct regexes *r, struct str pattern, size_t line, struct err *err)
{
	const uint32_t how = PCRE2_UTF | PCRE2_UCP | PCRE2_MATCH_INVALID_UTF;
	struct regex one = { .line = line };
	size_t at;
	int code;

	*err = (struct err){ "an empty pattern", 0 };
	if (pattern.n == 0)
		return false;
	one.code = pcre2_compile(
	    (PCRE2_SPTR)pattern.p, pattern.n, how, &code, &at, r->compile);
	if (one.code == NULL) {
		set_why(err, code, at, r->a);
		return false;
	}
	*err = (struct err){ NULL, 0 };
	/* Where there is no JIT the pattern is interpreted. */
	(void)pcre2_jit_compile(one.code, PCRE2_JIT_COMPLETE);
	r->v = vec_room(r->a, r->v, r->n, &r->cap, sizeof(*r->v));
	r->v[r->n++] = one;
	return true;
}

bool
regex_find(struct regexes *r, size_t i, struct str s, size_t from,
    unsigned inside, struct regex_span *found)
{
	const size_t *at = pcre2_get_ovector_pointer(r->data);
	struct regex *one = &r->v[i];
	uint32_t how = 0;
	int n;

	if (one->tired >= TIRED_MAX)
		return false;
	if (inside & REGEX_INSIDE)
		how |= PCRE2_NOTBOL;
	if (inside & REGEX_GOES_ON)
		how |= PCRE2_NOTEOL;
	n = pcre2_match(
	    one->code, (PCRE2_SPTR)s.p, s.n, from, how, r->data, r->match);
	if (n < 0) {
		one->tired += n != PCRE2_ERROR_NOMATCH;
		return false;
	}
	*found = (struct regex_span){ at[0], at[1] };
	return found->from <= found->to;
}

bool
regex_group(
    struct regexes *r, size_t i, const char *name, struct regex_span *found)
{
	const size_t *at = pcre2_get_ovector_pointer(r->data);
	int n =
	    pcre2_substring_number_from_name(r->v[i].code, (PCRE2_SPTR)name);

	if (n <= 0 || n >= GROUPS_MAX || at[2 * n] == PCRE2_UNSET)
		return false;
	*found = (struct regex_span){ at[2 * n], at[2 * n + 1] };
	return true;
}

size_t
regex_dropped(const struct regexes *r)
{
	for (size_t i = 0; i < r->n; i++)
		if (r->v[i].tired >= TIRED_MAX)
			return r->v[i].line;
	return 0;
}
