/*
 * ent_scan.h - runs of capitals in a sentence, for ent_scan.c, ent_run.c and
 * ent_form.c.
 *
 * A run is what may be one name: words with a capital and what joins them.
 * Places are tokens.  "Behind X at k, or k" is the token behind X when it
 * stands at k, else k itself.
 */
#ifndef PK_ENT_SCAN_H
#define PK_ENT_SCAN_H

#include "ent_cand.h"

#define RUN_MAX 40  /* tokens of a run; what is longer is no name */
#define KNOWN_MAX 5 /* tokens of a name that is looked for in headings */

struct scan {
	struct ent_doc *doc;
	size_t sent;
	const struct tokens *t;
	const struct word *w;
	enum style style;
};

/* Whether token k is there and is this text. */
bool scan_is(const struct scan *s, size_t k, const char *text);

/* Whether token k is a hyphen without a space before it. */
bool scan_hyphen(const struct scan *s, size_t k);

/* Whether token k may be a word of a name. */
bool scan_is_name(const struct scan *s, size_t k);

/* Whether a head word ("Ministry") with a capital may stand so in a name. */
bool scan_is_head(const struct word *w, enum head at);

/* Whether all words with a capital in [i, k) are English words too. */
bool scan_words(const struct scan *s, size_t i, size_t k);

/* Behind "-upon-Avon" at k, or k. */
size_t scan_bridge(const struct scan *s, size_t k);

/* Behind what continues the run [i, k) at k, or k. */
size_t scan_joined(const struct scan *s, size_t i, size_t k);

/* Behind the run that begins at i. */
size_t scan_run(const struct scan *s, size_t i);

/* Behind a name that its form alone tells at i, and its class (ENT_NONE when
 * that is open); or i. */
size_t scan_form(const struct scan *s, size_t i, enum ent_class *class);

#endif
