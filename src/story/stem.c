/*
 * stem.c - words as what they have in common; see stem.h.
 */
#include "stem.h"

#include "compare_senses.h"
#include "pool.h"

#define LONG 40 /* bytes; a longer word is what it is */

uint32_t
stem_id(struct str s)
{
	uint32_t id = (uint32_t)str_hash(s);

	return id != 0 ? id : 1;
}

/* Without "s", "ing", "ed", "ly" and a last "e", a doubled consonant single:
 * crude, but the same for all forms of a word. */
static struct str
cut(struct str s)
{
	if (s.n > 3 && s.p[s.n - 1] == 's' &&
	    memchr("sui", s.p[s.n - 2], 3) == NULL)
		s.n--;
	if (s.n > 5 && str_ends(s, STR("ing")))
		s.n -= 3;
	else if (s.n > 4 && (str_ends(s, STR("ed")) || str_ends(s, STR("ly"))))
		s.n -= 2;
	if (s.n > 3 && s.p[s.n - 1] == 'e')
		s.n--;
	/* "territori", "territory". */
	if (s.n > 3 && (s.p[s.n - 1] == 'i' || s.p[s.n - 1] == 'y'))
		s.n--;
	if (s.n > 3 && s.p[s.n - 1] == s.p[s.n - 2])
		s.n--;
	return s;
}

struct stem
stem_of(struct str low)
{
	const struct compare_senses *row = tab_find(&compare_senses_tab, low);

	if (row != NULL)
		return (struct stem){ stem_id(row->group),
			(enum sense)row->kind, row->group };
	if (low.n < 2 || pool_is_stop(low))
		return (struct stem){ .id = 0 };
	return (struct stem){ .id = stem_id(low.n < LONG ? cut(low) : low) };
}

uint32_t
stem_pair(struct str left, struct str right)
{
	char word[2 * LONG];

	if (left.n >= LONG || right.n >= LONG)
		return 0;
	memcpy(word, left.p, left.n);
	memcpy(word + left.n, right.p, right.n);
	return stem_of((struct str){ word, left.n + right.n }).id;
}

bool
stem_has(const uint32_t *v, size_t n, uint32_t id)
{
	for (size_t i = 0; i < n; i++) {
		if (v[i] == id)
			return true;
	}
	return false;
}

bool
stem_is_any(struct str low, const char *const *v, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		if (str_is(low, v[i]))
			return true;
	}
	return false;
}
