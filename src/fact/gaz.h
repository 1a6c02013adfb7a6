/*
 * gaz.h - the gazetteer: names that are known, and what they name.
 *
 * Places with coordinates, nationalities, organisations, people in the news;
 * given names, family names and common words, of which it only knows that
 * they are such.  Made of the tables in data/gaz by tools/mkgaz as one file
 * that is mapped, not read: opening costs nothing, and processes share it.
 *
 * Spellings that differ in case, accents, hyphens and apostrophes are one:
 * "Kryvyi Rih", "KRYVYI RIH".  When nothing is found so, neither does the
 * choice of letters for one sound count: "Slovyansk" finds "Sloviansk",
 * "Zelenskiy" finds "Zelenskyy".
 */
#ifndef PK_GAZ_H
#define PK_GAZ_H

#include "text/token.h"

/* What an entry names. */
#define GAZ_KINDS(X)                                                           \
	X(COUNTRY, "country")                                                  \
	X(STATE, "state")   /* first division of a country */                  \
	X(COUNTY, "county") /* second division */                              \
	X(CITY, "city")     /* also towns and villages */                      \
	X(AREA, "area")     /* a region without a government, a continent */   \
	X(WATER, "water")                                                      \
	X(LAND, "land") /* mountains, islands */                               \
	X(SITE, "site") /* a building, a square */                             \
	X(SEAT, "seat") /* a site that stands for a government */              \
	X(NORP, "norp")                                                        \
	X(ORG, "org")                                                          \
	X(MEDIA, "media") /* newspapers, broadcasters, agencies */             \
	X(PERSON, "person")                                                    \
	X(EVENT, "event")                                                      \
	X(MISC, "misc") /* works, products, laws, languages, ships */

enum gaz_kind {
	GAZ_NONE,
#define X(id, name) GAZ_##id,
	GAZ_KINDS(X)
#undef X
	    GAZ_KIND_COUNT
};

/* What is known of a single word. */
enum gaz_flag {
	GAZ_FIRST = 1,  /* a given name: "Volodymyr" */
	GAZ_LAST = 2,   /* a family name: "Kofman" */
	GAZ_WORD = 4,   /* an English word in small letters: "green" */
	GAZ_COMMON = 8, /* one of the commonest of these: "the" */
};

struct gaz_entry {
	struct str name;    /* in the file; canonical */
	struct str of;      /* of a norp: its country's name */
	struct str country; /* ISO 3166-1 alpha-2, or n == 0 */
	struct str state;   /* GeoNames admin1 code: "US" + "OH" is Ohio */
	enum gaz_kind kind;
	bool capital;    /* of a country */
	bool alias;      /* found by another name than its own */
	long id;         /* GeoNames id, or 0 */
	long county;     /* that of its second division, or 0 */
	double lat, lon; /* WGS 84 degrees; NAN when it has no place */
	double people;   /* population, or 0 when not known */
};

struct gaz {
	struct str bytes; /* the file */
	const struct gaz_rec *recs;
	const struct gaz_phrase *phrases;
	const uint32_t *refs, *slots;
	struct str blob;
	uint32_t nrecs, nphrases, nrefs, mask;
};

/* What stands at a place of a sentence.  n tokens; to be used while gaz is
 * open. */
struct gaz_hit {
	size_t n;
	unsigned flags; /* of gaz_flag; when n == 1 */
	bool fold;      /* found by sound */
	bool upper;     /* each word is in capitals */
	bool rare;      /* entries that only gaz_places() finds are meant too */
	uint32_t ref, refs;
};

/*
 * Opens the file at path.  False with err->why set when it is not a gazetteer
 * of this version or is cut short; with err->why NULL when it cannot be
 * read: errno tells.  A file that is damaged inside gives wrong answers, but
 * is never read past its end.
 */
bool gaz_open(struct gaz *gaz, const char *path, struct err *err);

/* As gaz_open() for bytes in memory, aligned to 8, that outlive gaz. */
bool gaz_init(struct gaz *gaz, struct str bytes, struct err *err);

/*
 * The longest name that begins at token i and ends before token end, i < end
 * <= t->n.  False when there is none; hit->flags are set all the same.
 */
bool gaz_find(const struct gaz *gaz, const struct tokens *t, size_t i,
    size_t end, struct gaz_hit *hit);

/* As gaz_find() for the one name that these tokens are together. */
bool gaz_exact(const struct gaz *gaz, const struct tokens *t, size_t i,
    size_t end, struct gaz_hit *hit);

/*
 * As gaz_exact(), with what is known too little to tell that a word is a name:
 * small villages, counties without the word.  For what is a place by other
 * signs.
 */
bool gaz_places(const struct gaz *gaz, const struct tokens *t, size_t i,
    size_t end, struct gaz_hit *hit);

/* The k-th thing of that name, from 0, largest first; false after the last
 * one.  Names in capitals ("US") are skipped when the text's is not. */
bool gaz_get(const struct gaz *gaz, const struct gaz_hit *hit, size_t *k,
    struct gaz_entry *entry);

/* What is known of a word as such, with its English endings: "talks". */
unsigned gaz_word(const struct gaz *gaz, const struct token *word);

/*
 * Writes word as names are compared to p, at most max bytes; returns how
 * many.  Small letters without accents and apostrophes, and, for sound, with
 * one letter for those that spell one sound.
 */
size_t gaz_fold(struct str word, bool sound, char *p, size_t max);

/*
 * The key of tokens [i, end) in p, as gaz_fold() of each with a space
 * between; hyphens and full stops are left out.  Returns its length, 0 when
 * it is longer than max or the tokens are no name.
 */
size_t gaz_key(const struct tokens *t, size_t i, size_t end, bool sound,
    char *p, size_t max);

/* Whether a token between two words of a name says nothing: the hyphen of
 * "Al-Jazeera", the full stop of "St. Louis", the comma of "Washington,
 * D.C.". */
bool gaz_mute(const struct token *tok);

const char *gaz_kind_name(enum gaz_kind kind);
enum gaz_kind gaz_kind_of(struct str name);

#endif
