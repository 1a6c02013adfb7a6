/*
 * unit_money.c - money: signs, codes, names of currencies; see unit.h.
 */
#include "unit_name.h"

/* What a line of data/num/money.tsv is; its head explains. */
enum {
	MONEY_SIGN,
	MONEY_CODE,
	MONEY_CODE_GLUED,
	MONEY_CODE_APART,
	MONEY_CODE_LARGE,
	MONEY_NAME,
	MONEY_NAME_BIG,
	MONEY_MINOR
};

#include "num_money.h"

/* Sets *u to the money of row. */
static void
set_money(struct unit *u, const struct num_money *row)
{
	*u = (struct unit){ .symbol = row->code,
		.factor = row->factor,
		.large = row->kind == MONEY_CODE_LARGE };
	u->quantity = STR("money");
}

/* The row of a sign or code in tokens [i, j), which are one written thing. */
static const struct num_money *
sign_row(const struct tokens *t, size_t i, size_t j)
{
	struct name name = { .n = 0 };
	const struct num_money *row;

	if (j - i == 1) {
		row = tab_find(&num_money_tab, t->v[i].text);
		if (row != NULL && row->kind >= MONEY_CODE &&
		    row->kind <= MONEY_CODE_LARGE)
			return row;
	}
	for (size_t k = i; k < j; k++)
		if (!name_add(&name, t->v[k].low, ""))
			return NULL;
	row = tab_find(&num_money_tab, name_str(&name));
	return row != NULL && row->kind == MONEY_SIGN ? row : NULL;
}

/* Whether letters may stand apart from the sign behind them: "HK $5", "C
 * $5"; but "A $5 fee". */
static bool
may_stand_apart(const struct tokens *t, size_t i)
{
	return t->v[i + 1].glued || t->v[i].text.n > 1 ||
	    unit_word(t, i, "c") || str_is(t->v[i].text, "S");
}

size_t
unit_money_before(const struct tokens *t, size_t i, struct unit *u)
{
	const struct num_money *row;

	for (size_t n = i < 3 ? i : 3; n > 0; n--) {
		if (n > 1 && !may_stand_apart(t, i - n))
			continue;
		row = sign_row(t, i - n, i);
		if (row == NULL ||
		    ((row->kind == MONEY_CODE_GLUED ||
			 row->kind == MONEY_CODE_LARGE) &&
			!unit_glued(t, i)) ||
		    (row->kind == MONEY_CODE_APART && unit_glued(t, i)))
			continue;
		set_money(u, row);
		return n;
	}
	return 0;
}

/* A currency's name of several words at token i. */
static size_t
money_name(const struct tokens *t, size_t i, unsigned around, struct unit *u)
{
	const struct num_money *row, *best = NULL;
	struct name name = { .n = 0 };
	size_t end = 0, j = i;
	struct str s;

	for (int words = 0; words < NAME_WORDS_MAX && name_has(t, j); words++) {
		if (!name_add(&name, t->v[j].low, " "))
			break;
		s = name_str(&name);
		row = tab_find(&num_money_tab, s);
		if (row == NULL && s.n > 3 && s.p[s.n - 1] == 's') {
			s.n--;
			row = tab_find(&num_money_tab, s);
		}
		if (row != NULL &&
		    (row->kind == MONEY_NAME ||
			(row->kind == MONEY_NAME_BIG && (around & UNIT_BIG)))) {
			best = row;
			end = j;
		}
		j = name_next(t, j);
	}
	if (best == NULL)
		return 0;
	set_money(u, best);
	return end + 1 - i;
}

size_t
unit_name_before(const struct tokens *t, size_t i, struct unit *u)
{
	for (size_t n = i < 3 ? i : 3; n > 0; n--)
		if (!unit_glued(t, i) && money_name(t, i - n, 0, u) == n)
			return n;
	return 0;
}

size_t
unit_money_after(
    const struct tokens *t, size_t i, unsigned around, struct unit *u)
{
	const struct num_money *row;
	size_t n = money_name(t, i, around, u);

	if (n > 0)
		return n;
	for (n = 2; n > 0; n--) {
		if (i + n > t->n || (n == 2 && !unit_glued(t, i + 1)))
			continue;
		row = sign_row(t, i, i + n);
		if (row == NULL || row->kind == MONEY_CODE_LARGE ||
		    (row->kind == MONEY_CODE_GLUED && !(around & UNIT_GLUED)))
			continue;
		/* "20 $30": the sign belongs to what follows. */
		if (!(around & UNIT_GLUED) && unit_glued(t, i + n) &&
		    t->v[i + n].kind == TOKEN_NUMBER)
			return 0;
		set_money(u, row);
		return n;
	}
	if (i >= t->n || !(around & UNIT_GLUED) || !name_ends(t, i))
		return 0;
	row = tab_find(&num_money_tab, t->v[i].text);
	if (row == NULL || row->kind != MONEY_MINOR)
		return 0;
	set_money(u, row);
	return 1;
}
