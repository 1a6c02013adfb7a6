/*
 * claim_who.c - who speaks: from the words for him to his name; see
 * claim_who.h.
 */
#include "claim_who.h"

#include "base/map.h"

#define NOBODY ((size_t)-1)

enum gender { GENDER_UNKNOWN, GENDER_MALE, GENDER_FEMALE };

struct person {
	struct str name;
	enum gender gender;
	struct str role; /* the noun that introduced him */
};

struct who {
	struct arena *a;
	struct person *people; /* by first mention */
	size_t n, cap;
	size_t he;         /* whom the text speaks of, or NOBODY */
	size_t before;     /* whom it spoke of before that */
	struct str it;     /* the organisation or state that it speaks of */
	struct str org;    /* the organisation named last */
	struct str they;   /* the people without names */
	struct str medium; /* the last one named */
	struct map names, roles; /* to people; roles by their last holder */
	size_t *held;            /* who holds role i */
	size_t held_cap;
};

struct who *
who_open(struct arena *a)
{
	struct who *who = arena_alloc(a, 1, sizeof(*who));

	who->a = a;
	who->he = who->before = NOBODY;
	map_init(&who->names, NULL);
	map_init(&who->roles, NULL);
	return who;
}

void
who_close(struct who *who)
{
	map_free(&who->names);
	map_free(&who->roles);
}

static const struct token *
tok(const struct claim_view *v, size_t i)
{
	return &v->s->t.v[i];
}

static enum gender
title_gender(struct str low)
{
	if (str_is(low, "mr") || str_is(low, "sir") || str_is(low, "king") ||
	    str_is(low, "prince") || str_is(low, "father"))
		return GENDER_MALE;
	if (str_is(low, "mrs") || str_is(low, "ms") || str_is(low, "miss") ||
	    str_is(low, "queen") || str_is(low, "princess") ||
	    str_is(low, "lady") || str_is(low, "dame"))
		return GENDER_FEMALE;
	return GENDER_UNKNOWN;
}

static size_t
person(struct who *who, struct str name)
{
	size_t i = map_put(&who->names, name);

	if (i < who->n)
		return i;
	who->people = vec_room(
	    who->a, who->people, who->n, &who->cap, sizeof(*who->people));
	who->people[who->n++] = (struct person){ .name = name };
	return i;
}

static void
hold_role(struct who *who, struct str role, size_t p)
{
	size_t i;

	if (role.n < 4)
		return;
	i = map_put(&who->roles, role);
	if (i == who->roles.n - 1)
		who->held = vec_room(
		    who->a, who->held, i, &who->held_cap, sizeof(*who->held));
	who->held[i] = p;
}

/* The noun that a phrase is about: its last word before "of ...", that is no
 * name. */
static size_t
head_of(const struct claim_view *v, size_t i, size_t j)
{
	size_t head = NOBODY;

	for (; i < j; i++) {
		if (word_has(v, i, WORD_PREP | WORD_REL | WORD_COMMA))
			break;
		if (np_inner(v, i) && v->w[i].name == 0 &&
		    tok(v, i)->kind == TOKEN_WORD && tok(v, i)->low.n > 2)
			head = i;
	}
	return head;
}

/* What the words around the name at tokens [i, j) say of a person. */
static void
introduce(
    struct who *who, const struct claim_view *v, size_t i, size_t j, size_t p)
{
	size_t head, end;

	if (i > 0 && v->w[i - 1].name == 0 &&
	    tok(v, i - 1)->kind == TOKEN_WORD) {
		enum gender g = title_gender(tok(v, i - 1)->low);

		if (g != GENDER_UNKNOWN)
			who->people[p].gender = g;
		else if (np_inner(v, i - 1))
			hold_role(who, tok(v, i - 1)->low, p);
	}
	/* "the harbour master, Alan Pettigrew, said" */
	if (i > 1 && word_has(v, i - 1, WORD_COMMA) && np_inner(v, i - 2) &&
	    v->w[i - 2].name == 0)
		hold_role(who, tok(v, i - 2)->low, p);
	if (!word_has(v, j, WORD_COMMA))
		return;
	for (end = j + 1; end < v->n && end < j + 12; end++)
		if (word_has(v, end, WORD_COMMA | WORD_STOP) ||
		    v->w[end].quoted)
			break;
	if (j + 1 < v->n && !word_has(v, j + 1, WORD_DET | WORD_PREP) &&
	    tok(v, j + 1)->form != TOKEN_LOWER)
		return;
	for (size_t k = j + 1; k < end; k++)
		if (word_verbal(v, k))
			return;
	head = head_of(v, j + 1, end);
	if (head != NOBODY)
		hold_role(who, tok(v, head)->low, p);
}

static void
speak_of(struct who *who, size_t p)
{
	if (who->he != p) {
		who->before = who->he;
		who->he = p;
	}
}

/* Notes a person named at np; whether the sentence is about them, as
 * it is about the first name before its verb. */
static bool
note_person(struct who *who, const struct claim_view *v, struct np np,
    struct str name, bool subject)
{
	size_t p = person(who, name);
	bool about =
	    subject && (np.from == 0 || !word_has(v, np.from - 1, WORD_PREP));

	introduce(who, v, np.from, np.to, p);
	if (about || who->he == NOBODY)
		speak_of(who, p);
	return about;
}

struct str
who_sentence(struct who *who, const struct claim_view *v)
{
	struct str about = { 0 };
	bool subject = true;
	struct np at = { 0, 0 };

	for (size_t k = 0; k < v->s->nnames; k++, at.from = at.to) {
		const struct claim_name *name = &v->s->names[k];
		bool body = name->class == ENT_ORG || name->class == ENT_PLACE;

		while (at.from < v->n && v->w[at.from].name != k + 1) {
			subject = subject && !word_verbal(v, at.from) &&
			    !v->w[at.from].quoted;
			at.from++;
		}
		if (at.from == v->n)
			break;
		for (at.to = at.from;
		     at.to < v->n && v->w[at.to].name == k + 1;)
			at.to++;
		if (name->medium)
			who->medium = name->name;
		if (name->class == ENT_PERSON) {
			if (note_person(who, v, at, name->name, subject))
				about = name->name;
			subject = false;
		} else if (subject && body) {
			who->it = name->name;
		}
		if (name->class == ENT_ORG && !name->medium)
			who->org = name->name;
	}
	return about;
}

static struct str
pronoun(struct who *who, const struct claim_view *v, size_t i)
{
	bool she =
	    str_is(tok(v, i)->low, "she") || str_is(tok(v, i)->low, "her");
	enum gender g = she ? GENDER_FEMALE : GENDER_MALE;
	size_t p = who->he;

	if (word_has(v, i, WORD_IT))
		return who->it;
	if (word_has(v, i, WORD_THEY))
		return who->they;
	if (!word_has(v, i, WORD_HE) && !she && !str_is(tok(v, i)->low, "him"))
		return (struct str){ 0 };
	if (p != NOBODY && who->people[p].gender != GENDER_UNKNOWN &&
	    who->people[p].gender != g)
		p = who->before;
	for (size_t k = who->n; k > 0 && k + 16 > who->n &&
	     (p == NOBODY ||
		 (who->people[p].gender != GENDER_UNKNOWN &&
		     who->people[p].gender != g));
	     k--)
		p = k - 1;
	if (p == NOBODY ||
	    (who->people[p].gender != GENDER_UNKNOWN &&
		who->people[p].gender != g))
		return (struct str){ 0 };
	who->people[p].gender = g;
	speak_of(who, p);
	return who->people[p].name;
}

/* Whether the name that begins at token i of np is whom the phrase is about,
 * not "a lawyer for X", "X's lawyer". */
static bool
is_head(const struct claim_view *v, struct np np, size_t i)
{
	size_t j = i, k = i;

	while (j < np.to && v->w[j].name == v->w[i].name)
		j++;
	if (j < np.to && str_is(tok(v, j)->low, "'s"))
		return false;
	while (k > np.from && np_inner(v, k - 1))
		k--;
	while (k > np.from && word_has(v, k - 1, WORD_DET))
		k--;
	return k == np.from || !word_has(v, k - 1, WORD_PREP);
}

static struct str
words_of(const struct claim_view *v, struct np np)
{
	if (np.to - np.from > 1 &&
	    (str_is(tok(v, np.from)->low, "the") ||
		str_is(tok(v, np.from)->low, "a") ||
		str_is(tok(v, np.from)->low, "an")))
		np.from++;
	return token_span(&v->s->t, np.from, np.to);
}

/* "images released by the firm": the phrase behind "by", or np. */
static struct np
author(const struct claim_view *v, struct np np)
{
	size_t end =
	    np.to < v->n && word_has(v, np.to, WORD_COMMA) ? np.to + 6 : np.to;

	for (size_t i = np.from; i < end && i + 1 < v->n; i++)
		if (word_has(v, i, WORD_BY) && !v->w[i].quoted) {
			size_t to = np_end(v, i + 1, false);

			if (to > i + 1)
				return (struct np){ i + 1, to };
		}
	return np;
}

static bool
head_is(const struct claim_view *v, size_t head, enum noun_kind kind)
{
	return head != NOBODY && (v->w[head].nouns & 1U << kind) != 0;
}

struct str
who_medium(struct who *who, const struct claim_view *v, struct np np)
{
	size_t head = head_of(v, np.from, np.to);

	for (size_t i = np.from; i < np.to; i++)
		if (v->w[i].name != 0 && v->s->names[v->w[i].name - 1].medium) {
			who->medium = v->s->names[v->w[i].name - 1].name;
			return who->medium;
		}
	if (head_is(v, head, NOUN_MEDIUM) && word_has(v, np.from, WORD_DET))
		return who->medium;
	return (struct str){ 0 };
}

/* Whether a word is part of a name: "the ministry" of "Defence Ministry". */
static bool
is_part(const struct token *word, struct str name)
{
	for (size_t i = 0; i + word->low.n <= name.n; i++)
		if ((i == 0 || name.p[i - 1] == ' ') &&
		    str_ieq(str_cut(name, i, i + word->low.n), word->low))
			return true;
	return false;
}

/* One whom the document has named before: "the mayor", "the company". */
static struct str
known(struct who *who, const struct claim_view *v, struct np np, size_t head)
{
	size_t i;

	if (head == NOBODY || !word_has(v, np.from, WORD_DET) ||
	    str_is(tok(v, np.from)->low, "a") ||
	    str_is(tok(v, np.from)->low, "an") || np.to - np.from > 4)
		return (struct str){ 0 };
	i = map_find(&who->roles, tok(v, head)->low);
	if (i != MAP_NONE) {
		speak_of(who, who->held[i]);
		return who->people[who->held[i]].name;
	}
	if (np.to - np.from == 2 &&
	    (head_is(v, head, NOUN_BODY) || is_part(tok(v, head), who->org)))
		return who->org;
	return (struct str){ 0 };
}

/* Whether a phrase is about several: "police and the fire service". */
static bool
joins(const struct claim_view *v, struct np np)
{
	for (size_t i = np.from; i < np.to; i++)
		if (word_has(v, i, WORD_AND))
			return true;
	return false;
}

/* Writes the name that a phrase is about to *name; false when there is none. */
static bool
named(
    struct who *who, const struct claim_view *v, struct np np, struct str *name)
{
	for (size_t i = np.from; i < np.to; i++) {
		const struct claim_name *n;

		if (v->w[i].name == 0 ||
		    (i > np.from && v->w[i].name == v->w[i - 1].name))
			continue;
		n = &v->s->names[v->w[i].name - 1];
		if (n->class == ENT_NORP || !is_head(v, np, i))
			continue;
		if (n->class == ENT_PERSON) {
			speak_of(who, person(who, n->name));
			*name = n->name;
			return true;
		}
		/* "the monitoring group DeepState", but not "Moscow
		 * officials" */
		if (v->w[np.to - 1].name == v->w[i].name) {
			who->it = *name = n->name;
			return true;
		}
	}
	return false;
}

struct str
who_name(struct who *who, const struct claim_view *v, struct np np)
{
	size_t head = head_of(v, np.from, np.to);
	struct str name;

	if (np.to - np.from == 1 &&
	    word_has(v, np.from, WORD_PRONOUN | WORD_ME))
		return pronoun(who, v, np.from);
	if (head_is(v, head, NOUN_EVIDENCE)) {
		struct np by = author(v, np);

		name = who_medium(who, v, np);
		if (name.n > 0)
			return name;
		if (by.from != np.from)
			return who_name(who, v, by);
	}
	if (!joins(v, np) && named(who, v, np, &name))
		return name;
	name = known(who, v, np, head);
	if (name.n > 0)
		return name;
	name = words_of(v, np);
	if (head_is(v, head, NOUN_MANY) || joins(v, np) ||
	    (head != NOBODY && word_ends(v, head, "s")))
		who->they = name;
	else if (head != NOBODY && tok(v, head)->form == TOKEN_LOWER)
		who->it = name;
	return name;
}
