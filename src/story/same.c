/*
 * same.c - whether two mentions state the same fact; see same.h.
 */
#include "same.h"

#include <math.h>
#include <string.h>

#include "base/multi.h"
#include "finger.h"
#include "text/token.h"

#define SLACK_MAX 0.05 /* of the value */
#define RATIO 1.06     /* between shelves: more than 1 / (1 - SLACK_MAX) */
#define COMPARED 16    /* statements on one shelf */

/* A statement that was put, in any of the forms that a fact has. */
struct form {
	struct same_id id;
	size_t fact;
};

struct same {
	struct arena *perm;
	struct multi exact;   /* by key and value */
	struct multi shelves; /* by key and the value's order of magnitude */
	struct form *forms;
	size_t n, cap, facts;
};

struct same *
same_open(struct arena *perm)
{
	struct same *same = arena_alloc(perm, 1, sizeof(*same));

	same->perm = perm;
	return same;
}

/* Adds a part of a key; parts cannot run into each other. */
static void
part(struct buf *b, struct str s)
{
	buf_add(b, s);
	buf_byte(b, '\0');
}

static struct str
low(struct str s, struct arena *a)
{
	struct buf b = { .a = a };
	struct tokens t = token_split(s, a);

	for (size_t i = 0; i < t.n; i++) {
		buf_add(&b, t.v[i].low);
		buf_byte(&b, ' ');
	}
	return buf_str(&b);
}

/* Half the last digit of a numeral, as a power of ten of the value that its
 * digits spell, which goes to *spelt; of a round one, half the last digit
 * that is not 0.  0 where there are no digits. */
static double
half_digit(struct str text, bool round, double *spelt)
{
	double v = 0, unit = 1, last = 0;
	bool point = false, any = false;

	for (size_t i = 0; i < text.n; i++) {
		char c = text.p[i];

		if (c == '.' && any && !point && i + 1 < text.n &&
		    ch_digit(text.p[i + 1]))
			point = true;
		else if (ch_digit(c)) {
			any = true;
			v = point ? v : v * 10;
			unit = point ? unit / 10 : unit;
			v += (c - '0') * unit;
			last = point ? unit : last * 10;
			if (!point && (!round || c != '0'))
				last = 1;
		} else if (any && c != ',')
			break;
	}
	*spelt = v;
	return last / 2;
}

double
same_slack(const struct rec *rec, double val, double si, bool round,
    struct arena scratch)
{
	struct str text;
	double spelt, half, most = fabs(si) * SLACK_MAX;

	if (!rec_str(rec, "text", &text, &scratch))
		return 0;
	half = half_digit(text, round, &spelt);
	if (spelt == 0 || val == 0)
		return 0;
	/* "1.2 million" spells 1.2: its digits are worth a million more. */
	half = fabs(half * (val / spelt) * (si / val));
	return half < most ? half : most;
}

/* By how much a value in SI units (or val in its own) may differ. */
static double
slack_of(const struct rec *rec, double val, double si, struct arena scratch)
{
	struct str approx = rec_raw(rec, "approx");
	bool round =
	    str_is(approx, "\"about\"") || str_is(approx, "\"almost\"");

	return same_slack(rec, val, si, round, scratch);
}

static bool
number_id(const struct rec *rec, struct buf *b, struct same_id *id)
{
	struct arena *a = b->a;
	double val, si;
	struct str what, approx = rec_raw(rec, "approx");
	bool bounded =
	    str_is(approx, "\"over\"") || str_is(approx, "\"under\"");

	part(b, rec_raw(rec, "quantity"));
	rec_str(rec, "what", &what, a);
	part(b, low(what, a));
	if (bounded)
		part(b, approx);
	if (!rec_num(rec, "value", &val)) {
		part(b, rec_raw(rec, "unit"));
		part(b, rec_raw(rec, "low"));
		part(b, rec_raw(rec, "high"));
		return rec_raw(rec, "low").n + rec_raw(rec, "high").n > 0;
	}
	if (!rec_num(rec, "si", &si)) {
		si = val;
		part(b, rec_raw(rec, "unit"));
	}
	id->value = si;
	id->slack = slack_of(rec, val, si, *a);
	return isfinite(si) && isfinite(id->slack);
}

/* The words of a claim as those of a repeated sentence. */
static bool
claim_id(const struct rec *rec, struct buf *b)
{
	struct arena *a = b->a;
	struct str text;
	struct finger f;

	if (!rec_str(rec, "text", &text, a))
		return false;
	f = finger_make(text, a);
	part(b, rec_raw(rec, "speaker"));
	buf_add(b, (struct str){ (const char *)f.key, sizeof(f.key) });
	return true;
}

bool
same_id(const struct rec *rec, struct same_id *id, struct arena scratch)
{
	struct buf b = { .a = &scratch };
	bool ok = false;

	*id = (struct same_id){ .value = NAN };
	part(&b, str_of(rec_type_name(rec->type)));
	switch (rec->type) {
	case REC_ENTITY:
		part(&b, rec_raw(rec, "class"));
		part(&b, rec_raw(rec, "name"));
		ok = rec_raw(rec, "name").n > 0;
		break;
	case REC_DATE:
		part(&b, rec_raw(rec, "kind"));
		part(&b, rec_raw(rec, "value"));
		part(&b, rec_raw(rec, "mod"));
		ok = rec_raw(rec, "value").n > 0;
		break;
	case REC_NUMBER:
		ok = number_id(rec, &b, id);
		break;
	case REC_CLAIM:
		ok = claim_id(rec, &b);
		break;
	default:
		return false;
	}
	finger_key(buf_str(&b), id->key);
	return ok;
}

/* The shelf of a value's order of magnitude; 0 for what has no value. */
static long
shelf_of(const struct same_id *id)
{
	double v = fabs(id->value);

	if (isnan(v))
		return 0;
	return v < 1e-300 ? 1 : lround(floor(log(v) / log(RATIO))) + 100000;
}

static uint32_t
shelf_tag(const struct same_id *id, long shelf)
{
	return (uint32_t)(id->key[0] >> 32) ^
	    (uint32_t)shelf * UINT32_C(0x9e3779b1);
}

static uint32_t
exact_tag(const struct same_id *id)
{
	double v = isnan(id->value) || id->value == 0 ? 0 : id->value;

	return (uint32_t)id->key[0] ^
	    (uint32_t)str_hash((struct str){ (const char *)&v, sizeof(v) });
}

static bool
equal(const struct same_id *a, const struct same_id *b)
{
	if (a->key[0] != b->key[0] || a->key[1] != b->key[1])
		return false;
	if (isnan(a->value))
		return true;
	return fabs(a->value - b->value) <=
	    (a->slack > b->slack ? a->slack : b->slack);
}

/* The first statement in a table under tag that is equal to id and comes
 * before best; best if there is none. */
static size_t
look(const struct same *same, const struct multi *table, uint32_t tag,
    const struct same_id *id, size_t best)
{
	uint32_t v[COMPARED];
	size_t n = multi_get(table, tag, v, COMPARED);

	for (size_t i = 0; i < n; i++) {
		if (v[i] < best && equal(&same->forms[v[i]].id, id))
			best = v[i];
	}
	return best;
}

/* The first statement that is equal to id, or SAME_NEW.  Neighbouring shelves
 * may have it, too; where a shelf is full, the very same value is found. */
static size_t
find(const struct same *same, const struct same_id *id)
{
	long shelf = shelf_of(id), reach = isnan(id->value) ? -1 : 1;
	size_t best = look(same, &same->exact, exact_tag(id), id, SAME_NEW);

	for (long s = shelf - reach; s <= shelf + reach; s++)
		best = look(same, &same->shelves, shelf_tag(id, s), id, best);
	return best;
}

struct same_at
same_put(struct same *same, const struct same_id *id, size_t as)
{
	uint32_t tag = shelf_tag(id, shelf_of(id)), v[COMPARED];
	size_t i = find(same, id);

	if (i != SAME_NEW)
		return (struct same_at){ i, same->forms[i].fact };
	if (same->n == UINT32_MAX)
		die("too many facts to remember");
	same->forms = vec_room(
	    same->perm, same->forms, same->n, &same->cap, sizeof(*same->forms));
	i = same->n++;
	same->forms[i] =
	    (struct form){ *id, as != SAME_NEW ? as : same->facts++ };
	multi_add(&same->exact, exact_tag(id), (uint32_t)i);
	if (!isnan(id->value) &&
	    multi_get(&same->shelves, tag, v, COMPARED) < COMPARED)
		multi_add(&same->shelves, tag, (uint32_t)i);
	return (struct same_at){ i, same->forms[i].fact };
}
