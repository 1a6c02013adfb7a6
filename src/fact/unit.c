/*
 * unit.c - units of measure, and rates; see unit.h.
 */
#include "unit.h"

#include <math.h>

#include "unit_name.h"

/* How a name in data/num/unitnames.tsv is written; its head explains. */
enum { HOW_WORD, HOW_ANY, HOW_CASE, HOW_LETTER, HOW_HEAT, HOW_GLUED, HOW_PER };

#include "num_parts.h"
#include "num_rates.h"
#include "num_unitnames.h"
#include "num_units.h"

bool
unit_of(struct str symbol, struct unit *u)
{
	const struct num_units *row = tab_find(&num_units_tab, symbol);

	if (row == NULL)
		return false;
	u->symbol = row->symbol;
	u->quantity = row->quantity;
	u->factor = 1;
	u->si = row->factor;
	u->offset = row->offset;
	return true;
}

bool
unit_parse(struct str text, struct unit *u, struct arena *a)
{
	struct tokens t;
	size_t n;

	*u = (struct unit){ .factor = 1 };
	if (unit_of(text, u))
		return true;
	t = token_split(text, a);
	n = unit_find(&t, 0, UNIT_DIGITS | UNIT_GLUED | UNIT_HEAT, u);
	if (n > 0 && n < t.n)
		n += unit_rate(&t, n, u, a);
	return n > 0 && n == t.n;
}

double
unit_parts(struct str big, struct str small)
{
	const struct num_parts *row = tab_find(&num_parts_tab, big);

	while (row != NULL && !str_eq(row->small, small))
		row = tab_next(&num_parts_tab, row);
	return row != NULL ? row->parts : 0;
}

double
unit_si(const struct unit *u, double value)
{
	double si = u->si * value + u->offset;

	return u->si > 0 && isfinite(si) ? si : NAN;
}

/* Tokens of a power ("2", "²", "^2") glued behind token i, and its digit. */
static size_t
power(const struct tokens *t, size_t i, char *digit)
{
	size_t j = i + 1, n = 1;

	if (!unit_glued(t, j))
		return 0;
	if (unit_word(t, j, "^") && unit_glued(t, j + 1)) {
		j++;
		n++;
	}
	if (unit_word(t, j, "2") || unit_word(t, j, "²"))
		*digit = '2';
	else if (unit_word(t, j, "3") || unit_word(t, j, "³"))
		*digit = '3';
	else
		return 0;
	/* "24703m2x" is no area. */
	return unit_glued(t, j + 1) && t->v[j + 1].kind == TOKEN_WORD ? 0 : n;
}

/* Whether a single letter at token i may be a unit: "30 C outside", not "20
 * F-16s", "12 J. Smith" or "7 W Main Street". */
static bool
letter_ends(const struct tokens *t, size_t i)
{
	size_t j = i + 1;

	if (j >= t->n)
		return true;
	if (!t->v[j].glued)
		return t->v[j].kind != TOKEN_WORD ||
		    t->v[j].form == TOKEN_LOWER;
	return (t->v[j].kind == TOKEN_PUNCT && !unit_word(t, j, "-") &&
		   (!unit_word(t, j, ".") || j + 1 == t->n)) ||
	    unit_word(t, j, "/");
}

/* Whether the name row, found for tokens [first, last], fits its place. */
static bool
fits(const struct tokens *t, size_t first, size_t last,
    const struct num_unitnames *row, unsigned around)
{
	const struct token *tok = &t->v[first];
	char digit;

	switch (row->how) {
	case HOW_WORD:
	case HOW_ANY:
		return true;
	case HOW_PER:
		return (around & UNIT_RATE) != 0;
	default:
		break;
	}
	if (first != last || !str_eq(row->name, tok->text))
		return false;
	if (power(t, first, &digit) > 0)
		return true;
	if (!name_ends(t, first))
		return false;
	if (row->how == HOW_CASE)
		return true;
	if (row->how == HOW_GLUED)
		return (around & UNIT_GLUED) != 0;
	if (row->how == HOW_HEAT && !(around & UNIT_HEAT))
		return false;
	return (around & (UNIT_DIGITS | UNIT_GLUED)) != 0 &&
	    letter_ends(t, first);
}

/* The name row for tokens [first, last], whose lower-case name is name. */
static const struct num_unitnames *
lookup(const struct tokens *t, size_t first, size_t last, struct str name,
    unsigned around)
{
	const struct num_unitnames *row = NULL;

	if (first == last) {
		row = tab_find(&num_unitnames_tab, t->v[first].text);
		if (row != NULL && fits(t, first, last, row, around))
			return row;
	}
	row = tab_find(&num_unitnames_tab, name);
	if (row == NULL && name.n > 3 && name.p[name.n - 1] == 's') {
		name.n--;
		row = tab_find(&num_unitnames_tab, name);
		if (row != NULL && row->how != HOW_WORD && row->how != HOW_PER)
			return NULL;
	}
	return row != NULL && fits(t, first, last, row, around) ? row : NULL;
}

size_t
unit_find(const struct tokens *t, size_t i, unsigned around, struct unit *u)
{
	const struct num_unitnames *row, *best = NULL;
	struct name name = { .n = 0 };
	size_t end = 0, j = i, n;
	struct str symbol;
	char digit;

	for (int words = 0; words < NAME_WORDS_MAX && name_has(t, j); words++) {
		if (!name_add(&name, t->v[j].low, " "))
			break;
		row = lookup(t, i, j, name_str(&name), around);
		if (row != NULL) {
			best = row;
			end = j;
		}
		j = name_next(t, j);
	}
	if (best == NULL || !unit_of(best->symbol, u))
		return 0;
	n = power(t, end, &digit);
	if (n == 0)
		return end + 1 - i;
	name = (struct name){ .n = 0 };
	symbol = u->symbol;
	if (!name_add(&name, symbol, "") ||
	    !name_add(&name, (struct str){ &digit, 1 }, "") ||
	    !unit_of(name_str(&name), u))
		return end + 1 - i;
	return end + 1 + n - i;
}

/* Sets the quantity of the rate u of u and below, and its SI value. */
static void
set_rate(struct unit *u, const struct unit *below)
{
	struct str top = u->quantity.n > 0 ? u->quantity : STR("count");
	const struct num_rates *row = tab_find(&num_rates_tab, top);
	double si = u->symbol.n > 0 ? u->si : 1;

	while (row != NULL && !str_eq(row->below, below->quantity))
		row = tab_next(&num_rates_tab, row);
	u->quantity = row != NULL ? row->quantity : top;
	u->si = row != NULL && below->si > 0 ? si / below->si : 0;
	u->offset = 0;
}

/* Makes u the rate of u and below. */
static void
make_rate(struct unit *u, const struct unit *below, struct arena *a)
{
	struct str top = u->symbol.n > 0 ? u->symbol : STR("1");
	struct unit known = *u;
	struct buf b = { .a = a };

	buf_add(&b, top);
	buf_add(&b, STR("/"));
	buf_add(&b, below->symbol);
	if (unit_of(buf_str(&b), &known)) {
		*u = known;
		return;
	}
	set_rate(u, below);
	u->symbol = buf_str(&b);
}

/* The unit below the line at token i; behind "per" any word will do. */
static size_t
below_line(const struct tokens *t, size_t i, bool any, unsigned around,
    struct unit *below)
{
	size_t n = unit_find(t, i, around | UNIT_RATE, below);

	if (n > 0 || !any || i >= t->n || t->v[i].kind != TOKEN_WORD ||
	    t->v[i].form != TOKEN_LOWER)
		return n;
	*below = (struct unit){ .symbol = t->v[i].low };
	return 1;
}

size_t
unit_rate(const struct tokens *t, size_t i, struct unit *u, struct arena *a)
{
	bool hyphen =
	    unit_word(t, i, "-") && unit_glued(t, i) == unit_glued(t, i + 1);
	struct unit below = { .factor = 1 };
	size_t j = hyphen ? i + 1 : i, n;

	if (unit_word(t, j, "/") && !hyphen) {
		if (u->symbol.n == 0)
			return 0;
		n = below_line(t, ++j, false, UNIT_GLUED, &below);
	} else if (unit_word(t, j, "per")) {
		j = name_next(t, j);
		n = below_line(t, j, u->symbol.n > 0, 0, &below);
	} else if (unit_word(t, j, "a") || unit_word(t, j, "an") ||
	    unit_word(t, j, "each") || unit_word(t, j, "every")) {
		if (u->symbol.n == 0)
			return 0;
		j = name_next(t, j);
		n = below_line(t, j, false, 0, &below);
	} else {
		return 0;
	}
	if (n == 0 || str_eq(below.symbol, u->symbol))
		return 0;
	make_rate(u, &below, a);
	return j + n - i;
}
