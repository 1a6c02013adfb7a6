/*
 * num_skip.h - what shows that figures count nothing; the parts of num_skip.c.
 *
 * num_glued.c  what is written together with them: "T-72", "1:36.6", "9/11"
 * num_label.c  the word before them: "section 230", "iPhone 14", "Boeing 737"
 * num_year.c   years and days: "the 2024 GMC", "Qajar (1789-1925)"
 * num_skip.c   the rest, and the order in which they are asked
 */
#ifndef PK_NUM_SKIP_H
#define PK_NUM_SKIP_H

#include "num_scan.h"

static inline bool
skip_word_at(const struct scan *s, size_t i)
{
	return i < s->t->n && s->t->v[i].kind == TOKEN_WORD;
}

static inline bool
skip_figures_at(const struct scan *s, size_t i)
{
	return i < s->t->n && s->m[i].kind == KIND_FIGURES;
}

/* Whether what follows token i shows that a number before it counts: a unit,
 * a scale, per cent, money. */
bool skip_measured(const struct scan *s, size_t i);

/* Whether what is glued to the figures at token i makes them a name. */
bool skip_glued(const struct scan *s, size_t i);

/* Whether figures at token i are half of a time ("1:36.6") that is no ratio
 * ("3:1"). */
bool skip_clock(const struct scan *s, size_t i);

/* Whether figures at token i are joined to other figures by a slash or plus
 * that makes no number of them: "9/11", "5+1", "S/2020/13". */
bool skip_joined(const struct scan *s, size_t i);

/* Whether the word before token i makes a number there a name: "section 230",
 * "iPhone 14", "S&P 500", "No. 2". */
bool skip_labelled(const struct scan *s, size_t i);

/* Whether the figures at token i go on with a name in figures: "CVE-2024-1234",
 * "pages 5-7", "pages 5 to 7", "photo 3 of 12". */
bool skip_follows(const struct scan *s, size_t i);

/* Whether the number at token i ends a name: "the Group of Seven", "the Group
 * of 20 and". */
bool skip_group(const struct scan *s, size_t i);

/* Whether the figures at token i are a model's, of one letter before a hyphen
 * between spaces: "a t - 72 tank", "covid - 19". */
bool skip_model(const struct scan *s, size_t i);

/* Whether figures at token i are the first of a model's behind a name: "Boeing
 * 737-800", "ATR 72-600". */
bool skip_variant(const struct scan *s, size_t i);

/* Whether figures at token i look like a year that is not a date's: "the 2024
 * GMC", "the 1988 quarter". */
bool skip_year(const struct scan *s, size_t i);

/* Whether figures at token i are years in brackets: "Qajar (1789-1925)". */
bool skip_years(const struct scan *s, size_t i);

/* Whether the figures at token i are a day beside a month that is no date of
 * ours, as months are in text without capitals: "on may 19 ,", "on 1 may". */
bool skip_day(const struct scan *s, size_t i);

#endif
