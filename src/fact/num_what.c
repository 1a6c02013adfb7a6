/*
 * num_what.c - the thing that a number counts; see num_scan.h.
 *
 * It stands behind the number (num_noun.c) or before it (num_subject.c).
 */
#include "num_scan.h"

struct str
num_quantity(const struct part *p)
{
	if (p->quantity.n > 0)
		return p->quantity;
	if (p->unit.quantity.n > 0)
		return p->unit.quantity;
	switch (p->x.kind) {
	case NUMERAL_ORDINAL:
		return STR("ordinal");
	case NUMERAL_PART:
		return STR("fraction");
	case NUMERAL_TIMES:
		return STR("ratio");
	default:
		return STR("count");
	}
}

/* The first token of the name part that ends before token i, or i: "Garland",
 * "Topal-Uzun", "al-Enezi". */
static size_t
part_before(const struct scan *s, size_t i)
{
	size_t from = i;

	while (from > s->done && s->t->v[from - 1].kind == TOKEN_WORD &&
	    s->t->v[from - 1].form != TOKEN_NOCASE &&
	    !num_has(s, from - 1, CUE(STOP)) &&
	    (from < i || s->t->v[from - 1].form != TOKEN_LOWER)) {
		from--;
		if (from < s->done + 2 || !num_ch(s, from - 1, '-') ||
		    !num_glued(s, from) || !num_glued(s, from - 1))
			return from;
		from--;
	}
	return i;
}

/* The name before ", 61,": capitalised words before token i. */
static struct str
name_before(const struct scan *s, size_t i)
{
	size_t from = i;

	for (size_t n = 0, next; n < 4; n++, from = next) {
		next = part_before(s, from);
		if (next == from)
			break;
	}
	return from < i ? token_span(s->t, from, i) : (struct str){ NULL, 0 };
}

/* Who is of an age that begins at token first: "adults over 65", "Ann Poe,
 * 61,". */
static struct str
who(const struct scan *s, size_t first)
{
	size_t i = first - 1;

	if (first > 0 && num_has(s, i, CUE(PERSON)) &&
	    !num_has(s, i, CUE(STOP) | CUE(AGE) | CUE(AGED)))
		return token_span(s->t, i, first);
	return first > 1 && !num_has(s, i, CUE(AGED)) ? name_before(s, i)
						      : (struct str){ NULL, 0 };
}

/* Behind "of" and determiners at token i. */
static size_t
skip_of(const struct scan *s, size_t i)
{
	if (num_is(s, i, KIND_OF))
		i++;
	while (num_has(s, i, CUE(DET)))
		i++;
	return i;
}

/* Behind the number of a whole ("400 of the 650 passengers") or a share ("17 kg
 * of 20% enriched uranium"); or i. */
static size_t
skip_whole(const struct scan *s, size_t i)
{
	enum num_approx approx;
	struct part q;

	if (i >= s->t->n || s->m[i].kind == KIND_NONE || !num_part(s, i, &q) ||
	    q.from != i || q.x.kind != NUMERAL_COUNT ||
	    (q.unit.symbol.n > 0 && !str_is(q.unit.quantity, "percent")))
		return i;
	return q.to + num_after(s, q.to, &approx); /* "the 450-odd MPs" */
}

/* Behind a measured number that stands before the thing counted: "two 32-inch
 * pipelines", "eight million 250ml bottles", "20 four- and five-star hotels";
 * or i. */
static size_t
skip_measure(const struct scan *s, const struct part *p, size_t i)
{
	struct part q;

	if (p->x.kind != NUMERAL_COUNT || p->unit.symbol.n > 0 || i != p->to)
		return i;
	for (size_t n = 0; n < 3 && i + n < s->t->n; n++)
		if (num_part(s, i + n, &q) && q.from == i)
			return q.unit.symbol.n > 0 ? num_hyphen(s, q.what) : i;
	return i;
}

/* Behind the hyphen at token i and the word of measure behind it that says no
 * thing: "a 15-strong crew"; or i. */
static size_t
skip_strong(const struct scan *s, size_t i)
{
	size_t j = num_hyphen(s, i);

	return j > i && num_has(s, j, CUE(EXTENT)) ? num_hyphen(s, j + 1) : j;
}

/* Behind the bracket at token i that tells the measure p in another unit: "300
 * sq km (116 sq miles) of land"; or i. */
static size_t
skip_bracket(const struct scan *s, const struct part *p, size_t i)
{
	struct scan local = *s;
	struct part q;

	if (p->unit.symbol.n == 0 || !num_ch(s, i, '('))
		return i;
	local.done = i + 1;
	for (size_t j = i + 1; j < i + 4 && j < s->t->n; j++)
		if (num_part(&local, j, &q))
			return num_ch(s, q.to, ')') ? q.to + 1 : i;
	return i;
}

/* Whether the length before token i is a distance, which measures no thing: "20
 * km (12 miles) north-east of the town", "5 km away"; not "rise 2 m by 2100".
 */
static bool
is_distance(const struct scan *s, size_t i)
{
	size_t j = i;

	while (j < i + 3 && num_has(s, j, CUE(EXTENT))) {
		if (num_has(s, j, CUE(PREP) | CUE(STOP)))
			return j + 1 >= s->t->n ||
			    (!(s->m[j + 1].form & FORM_BAR) &&
				s->m[j + 1].kind != KIND_FIGURES);
		j = num_hyphen(s, j + 1);
	}
	return j > i && num_is(s, j, KIND_OF);
}

/* Behind what stands between an amount of money and what it is for, before
 * token i: "$5m worth of grain", "$5m in aid"; or i. */
static size_t
skip_worth(const struct scan *s, const struct part *p, size_t i)
{
	if (!str_is(p->unit.quantity, "money"))
		return i;
	if (num_has(s, i, CUE(MONEY_TALK)) && num_is(s, i + 1, KIND_OF))
		return num_has(s, i, CUE(STOP)) ? i + 1 : i;
	/* not "in exchange for", "in total" */
	if (num_is(s, i, KIND_IN) && num_is_inside(s, i + 1) &&
	    s->t->v[i + 1].form == TOKEN_LOWER &&
	    !num_has(s, i + 1, CUE(FILLER)) &&
	    (num_is_plural(s, i + 1) || !num_has(s, i + 2, CUE(PREP))))
		return i + 1;
	return i;
}

/* What the head of the noun phrase behind p is. */
static enum num_head
head_of(const struct scan *s, const struct part *p, bool share)
{
	if (p->x.kind == NUMERAL_VAGUE && p->unit.symbol.n == 0)
		return HEAD_PLURAL;
	if (p->x.kind == NUMERAL_COUNT && !share && p->quantity.n == 0 &&
	    num_hyphen(s, p->what) == p->what && p->unit.quantity.n == 0 &&
	    !(p->value <= 1))
		return HEAD_PLURAL;
	if (p->unit.symbol.n > 0 && p->from > 0 &&
	    (num_is(s, p->from - 1, KIND_ARTICLE) ||
		num_is(s, p->from - 1, KIND_ORDINAL)))
		return HEAD_MODIFIED;
	return share || p->unit.symbol.n > 0 ? HEAD_PART : HEAD_ONE;
}

/* What stands behind p, whose words end before token i. */
static struct str
what_behind(const struct scan *s, const struct part *p, size_t first, size_t i,
    bool share)
{
	bool of = num_is(s, i, KIND_OF);
	enum num_head head = head_of(s, p, share);

	if (of || share)
		return num_phrase(s, skip_whole(s, skip_of(s, i)), head);
	if (p->unit.quantity.n == 0 || num_is_plural(s, i) || i > p->what ||
	    (first > 0 &&
		(num_has(s, first - 1, CUE(DET)) ||
		    num_is(s, first - 1, KIND_ORDINAL))) ||
	    str_is(num_quantity(p), "count"))
		return num_phrase(s, i, head);
	return (struct str){ NULL, 0 };
}

/* What p counts, also when it is one letter. */
static struct str
thing(const struct scan *s, const struct part *p, size_t first)
{
	struct str none = { NULL, 0 }, what = none, quantity = num_quantity(p);
	size_t i = skip_strong(s, p->what), behind;
	bool of, share;

	if (str_is(quantity, "duration") || str_is(quantity, "score"))
		return none;
	if (str_is(quantity, "age"))
		return who(s, first);
	behind = skip_bracket(s, p, i);
	/* "a track with a length of 5 km from the town" has that length. */
	if (str_is(quantity, "length") && is_distance(s, behind) &&
	    !(first > 0 && num_is(s, first - 1, KIND_OF)))
		return none;
	if (num_is(s, behind, KIND_OF))
		i = behind;
	i = skip_worth(s, p, i);
	of = num_is(s, i, KIND_OF);
	share = p->x.kind == NUMERAL_PART || str_is(quantity, "percent") ||
	    str_is(quantity, "ratio");
	i = skip_measure(s, p, i);
	/* not "valued the estate at twice the sum" */
	if (share && !of && first > 0 && !num_has(s, first - 1, CUE(DET)) &&
	    !(str_is(quantity, "ratio") && num_has(s, i, CUE(DET))))
		what = num_subject(s, first);
	if (what.n > 0)
		return what;
	if (p->x.kind == NUMERAL_VAGUE && !of && !num_is_plural(s, i) &&
	    !num_is_plural(s, i + 1))
		return none; /* "when thousands listen" */
	what = what_behind(s, p, first, i, share);
	if (what.n == 0 && p->x.kind != NUMERAL_ORDINAL && !(of && share))
		what = num_subject(s, first);
	return what;
}

struct str
num_what(const struct scan *s, const struct part *p, size_t first)
{
	struct str what = thing(s, p, first);

	/* "x is below 20", "no more than 0.5 R" */
	return what.n > 1 ? what : (struct str){ NULL, 0 };
}
