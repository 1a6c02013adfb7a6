/*
 * unit.c - units of measure and money; see unit.h.
 */
#include "unit.h"

#include <math.h>
#include <string.h>

/* How a name in data/num/unitnames.tsv is written; its head explains. */
enum { HOW_WORD, HOW_ANY, HOW_CASE, HOW_LETTER, HOW_HEAT, HOW_GLUED, HOW_PER };

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
#include "num_parts.h"
#include "num_rates.h"
#include "num_unitnames.h"
#include "num_units.h"

#define WORDS_MAX 5  /* in a name */
#define NAME_MAX_ 64 /* bytes in a name, more than any has */

/* A name that grows word by word. */
struct name {
	char p[NAME_MAX_];
	size_t n;
};

/* Adds a word behind a space (none before the first); false when the name
 * would be longer than any in the tables. */
static bool
name_add(struct name *name, struct str word, const char *space)
{
	size_t gap = name->n > 0 && *space != '\0' ? 1 : 0;

	if (name->n + gap + word.n > sizeof(name->p))
		return false;
	if (gap > 0)
		name->p[name->n++] = *space;
	memcpy(name->p + name->n, word.p, word.n);
	name->n += word.n;
	return true;
}

static struct str
name_str(const struct name *name)
{
	return (struct str){ name->p, name->n };
}

static bool
is(const struct tokens *t, size_t i, const char *text)
{
	return i < t->n && str_is(t->v[i].low, text);
}

static bool
glued(const struct tokens *t, size_t i)
{
	return i < t->n && t->v[i].glued;
}

/* The token behind token i in a name: a hyphen is passed over, also one between
 * spaces ("$70 - a - share" in text that was cut into tokens), and the full
 * stop of "sq." */
static size_t
next_word(const struct tokens *t, size_t i)
{
	if (is(t, i + 1, "-") && glued(t, i + 1) == glued(t, i + 2))
		return i + 2;
	if (is(t, i + 1, ".") && (is(t, i, "sq") || is(t, i, "cu")))
		return i + 2;
	return i + 1;
}

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

	if (!glued(t, j))
		return 0;
	if (is(t, j, "^") && glued(t, j + 1)) {
		j++;
		n++;
	}
	if (is(t, j, "2") || is(t, j, "²"))
		*digit = '2';
	else if (is(t, j, "3") || is(t, j, "³"))
		*digit = '3';
	else
		return 0;
	/* "24703m2x" is no area. */
	return glued(t, j + 1) && t->v[j + 1].kind == TOKEN_WORD ? 0 : n;
}

/* Whether the symbol at token i, alone or with a power, ends there. */
static bool
symbol_ends(const struct tokens *t, size_t i)
{
	size_t j = i + 1;

	if (!glued(t, j))
		return true;
	return t->v[j].kind != TOKEN_NUMBER && t->v[j].kind != TOKEN_WORD;
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
	return (t->v[j].kind == TOKEN_PUNCT && !is(t, j, "-") &&
		   (!is(t, j, ".") || j + 1 == t->n)) ||
	    is(t, j, "/");
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
	if (!symbol_ends(t, first))
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

/* Whether token i can be part of a name. */
static bool
in_name(const struct tokens *t, size_t i)
{
	return i < t->n &&
	    (t->v[i].kind == TOKEN_WORD || t->v[i].kind == TOKEN_SYMBOL ||
		(is(t, i, "/") && glued(t, i) && glued(t, i + 1)) ||
		is(t, i, "%") || is(t, i, "′") || is(t, i, "″") ||
		is(t, i, "‰"));
}

size_t
unit_find(const struct tokens *t, size_t i, unsigned around, struct unit *u)
{
	const struct num_unitnames *row, *best = NULL;
	struct name name = { .n = 0 };
	size_t end = 0, j = i, n;
	struct str symbol;
	char digit;

	for (int words = 0; words < WORDS_MAX && in_name(t, j); words++) {
		if (!name_add(&name, t->v[j].low, " "))
			break;
		row = lookup(t, i, j, name_str(&name), around);
		if (row != NULL) {
			best = row;
			end = j;
		}
		j = next_word(t, j);
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
	bool hyphen = is(t, i, "-") && glued(t, i) == glued(t, i + 1);
	struct unit below = { .factor = 1 };
	size_t j = hyphen ? i + 1 : i, n;

	if (is(t, j, "/") && !hyphen) {
		if (u->symbol.n == 0)
			return 0;
		n = below_line(t, ++j, false, UNIT_GLUED, &below);
	} else if (is(t, j, "per")) {
		j = next_word(t, j);
		n = below_line(t, j, u->symbol.n > 0, 0, &below);
	} else if (is(t, j, "a") || is(t, j, "an") || is(t, j, "each") ||
	    is(t, j, "every")) {
		if (u->symbol.n == 0)
			return 0;
		j = next_word(t, j);
		n = below_line(t, j, false, 0, &below);
	} else {
		return 0;
	}
	if (n == 0 || str_eq(below.symbol, u->symbol))
		return 0;
	make_rate(u, &below, a);
	return j + n - i;
}

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
	return t->v[i + 1].glued || t->v[i].text.n > 1 || is(t, i, "c") ||
	    str_is(t->v[i].text, "S");
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
			!glued(t, i)) ||
		    (row->kind == MONEY_CODE_APART && glued(t, i)))
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

	for (int words = 0; words < WORDS_MAX && in_name(t, j); words++) {
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
		j = next_word(t, j);
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
		if (!glued(t, i) && money_name(t, i - n, 0, u) == n)
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
		if (i + n > t->n || (n == 2 && !glued(t, i + 1)))
			continue;
		row = sign_row(t, i, i + n);
		if (row == NULL || row->kind == MONEY_CODE_LARGE ||
		    (row->kind == MONEY_CODE_GLUED && !(around & UNIT_GLUED)))
			continue;
		/* "20 $30": the sign belongs to what follows. */
		if (!(around & UNIT_GLUED) && glued(t, i + n) &&
		    t->v[i + n].kind == TOKEN_NUMBER)
			return 0;
		set_money(u, row);
		return n;
	}
	if (i >= t->n || !(around & UNIT_GLUED) || !symbol_ends(t, i))
		return 0;
	row = tab_find(&num_money_tab, t->v[i].text);
	if (row == NULL || row->kind != MONEY_MINOR)
		return 0;
	set_money(u, row);
	return 1;
}
