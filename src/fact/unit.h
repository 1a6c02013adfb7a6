/*
 * unit.h - units of measure and money, as they are written in English news.
 *
 *   "square kilometres" km2    "km/h" km/h        "per cent" %
 *   "barrels a day" bbl/d      "US$" USD          "Swiss francs" CHF
 *
 * The symbols with their quantities and SI factors are in data/num/units.tsv,
 * the ways to write them in data/num/unitnames.tsv, money in
 * data/num/money.tsv (ISO 4217); what a rate of two quantities is in
 * data/num/rates.tsv.
 */
#ifndef PK_UNIT_H
#define PK_UNIT_H

#include "text/token.h"

/*
 * A unit.  symbol and quantity point into static tables, the symbol of a rate
 * that is in no table ("USD/bbl") into an arena.
 */
struct unit {
	struct str symbol;   /* "km2", "USD"; n == 0 for none */
	struct str quantity; /* "area", "money" */
	double factor;       /* of the value, to have it in symbol: 1e6 for
			      * "MEUR"; 1 nearly always */
	bool large;          /* of amounts of 100 or more, or with a scale or
			      * decimals: "PS6m", but the PS5 is no money */
	double si, offset;   /* si * x + offset is x in the SI unit; si is 0
			      * when there is none; of a rate by its parts */
};

/* What stands around the unit. */
enum {
	UNIT_DIGITS = 1 << 0, /* behind a numeral in digits: "30 W" */
	UNIT_GLUED = 1 << 1,  /* glued to digits, or behind a slash: "5m" */
	UNIT_RATE = 1 << 2,   /* below the line: "a share" */
	UNIT_BIG = 1 << 3,    /* the number is 1000 or more: "5,000 won" */
	UNIT_HEAT = 1 << 4    /* warmth is talked of: "30 C outside" */
};

/*
 * Looks for the longest unit whose name begins at token i (i may be t->n),
 * with its power ("km2", "m²"), without a rate.  Returns how many tokens it
 * has and sets *u, or returns 0.
 */
size_t unit_find(
    const struct tokens *t, size_t i, unsigned around, struct unit *u);

/*
 * As unit_find() for what may follow a unit to make it a rate: "/h", "per
 * hour", "an hour", "a barrel", "-a-share".  On success *u, which was the
 * upper unit (or none: "per square kilometre" of a count), is the rate.
 */
size_t unit_rate(
    const struct tokens *t, size_t i, struct unit *u, struct arena *a);

/* The sign or code of a currency that ends before token i ("$" "US$" "CHF"
 * "Rs."): how many tokens, or 0. */
size_t unit_money_before(const struct tokens *t, size_t i, struct unit *u);

/* The name of a currency that ends before token i ("rupees 500"): how many
 * tokens, or 0. */
size_t unit_name_before(const struct tokens *t, size_t i, struct unit *u);

/* A currency that begins at token i ("€", "USD", "Canadian dollars"). */
size_t unit_money_after(
    const struct tokens *t, size_t i, unsigned around, struct unit *u);

/* How many units small make one big: 12 for "ft" and "in", 100 for "USD" and
 * "¢"; 0 when they are no such pair (data/num/parts.tsv). */
double unit_parts(struct str big, struct str small);

/* The unit of a symbol of data/num/units.tsv; false if it is none. */
bool unit_of(struct str symbol, struct unit *u);

/* The unit that a text says, by its symbol or a name, also a rate ("km/h",
 * "barrels a day"); false if it is none.  A rate's symbol may be in a. */
bool unit_parse(struct str text, struct unit *u, struct arena *a);

/* value in the SI unit, or NAN when there is none. */
double unit_si(const struct unit *u, double value);

#endif
