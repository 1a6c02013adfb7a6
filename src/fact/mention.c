/*
 * mention.c - writes what was found in a sentence as records; see
 * mention.h.
 */
#include "mention.h"

#include <math.h>
#include <stdio.h>

static void
begin(struct out *out, enum rec_type type, const struct rec *from,
    struct str text, size_t start, size_t end)
{
	out_begin(out, type, from);
	out_int(out, "start", (long long)start);
	out_int(out, "end", (long long)end);
	out_str(out, "text", str_cut(text, start, end));
}

void
mention_date(struct out *out, const struct rec *from, struct str text,
    const struct date *d)
{
	begin(out, REC_DATE, from, text, d->start, d->end);
	out_str(out, "value", d->value);
	out_str(out, "kind", str_of(date_kind_name(d->kind)));
	out_str(out, "mod", d->mod);
	out_str(out, "low", d->low);
	out_str(out, "high", d->high);
	out_end(out);
}

/* To so many digits: what a factor adds behind them is noise. */
static double
rounded(double val, int digits)
{
	char tmp[32];
	int n;

	if (!isfinite(val))
		return val;
	n = snprintf(tmp, sizeof(tmp), "%.*g", digits, val);
	(void)str_num((struct str){ tmp, (size_t)n }, &val);
	return val;
}

/* val without the noise of a factor: "1.019 million" is no 1018999.9999999999.
 * What has more than 12 digits by itself keeps them. */
static double
clean(double val)
{
	double few = rounded(val, 12);

	return few == rounded(val, 15) ? few : val; /* NOLINT */
}

/* What n is in another unit. */
static void
add_converted(struct out *out, const struct num *n, const struct unit *to)
{
	out_num(out, "as_value", rounded(num_converted(n, to, n->value), 12));
	out_num(out, "as_low", rounded(num_converted(n, to, n->low), 12));
	out_num(out, "as_high", rounded(num_converted(n, to, n->high), 12));
	out_str(out, "as_unit", to->symbol);
}

void
mention_num(struct out *out, const struct rec *from, struct str text,
    const struct num *n, const struct num_convert *convert)
{
	const char *approx = num_approx_name(n->approx);
	const struct unit *to = num_convert_to(convert, n);

	begin(out, REC_NUMBER, from, text, n->start, n->end);
	out_num(out, "value", clean(n->value));
	out_num(out, "low", clean(n->low));
	out_num(out, "high", clean(n->high));
	if (approx != NULL)
		out_str(out, "approx", str_of(approx));
	out_str(out, "unit", n->unit);
	out_num(out, "si", rounded(n->si, 12));
	out_str(out, "quantity", n->quantity);
	out_str(out, "what", n->what);
	if (n->same_as != NUM_ALONE)
		out_int(out, "same_as", (long long)n->same_as);
	if (to != NULL)
		add_converted(out, n, to);
	out_end(out);
}

void
mention_ent(struct out *out, const struct rec *from, struct str text,
    const struct ent *e)
{
	begin(out, REC_ENTITY, from, text, e->start, e->end);
	out_str(out, "class", str_of(ent_class_name(e->class)));
	out_str(out, "name", e->name);
	out_str(out, "of", e->of);
	if (e->id != 0)
		out_int(out, "id", e->id);
	out_num(out, "lat", e->lat);
	out_num(out, "lon", e->lon);
	out_str(out, "country", e->country);
	out_num(out, "score", e->score);
	out_flag(out, "metonym", e->metonym);
	out_str(out, "rule", e->rule);
	out_end(out);
}

void
mention_claim(struct out *out, const struct rec *from, struct str text,
    const struct claim *c, size_t to)
{
	const char *stance = claim_stance_name(c->stance);

	begin(out, REC_CLAIM, from, text, c->start, c->end);
	out_str(out, "speaker", c->speaker);
	out_str(out, "cue", c->cue);
	out_str(out, "kind", str_of(claim_kind_name(c->kind)));
	out_str(out, "via", c->via);
	if (stance != NULL)
		out_str(out, "stance", str_of(stance));
	if (to > 0)
		out_int(out, "to", (long long)to);
	out_end(out);
}
