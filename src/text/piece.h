/*
 * piece.h - one text of a document, from bytes to blocks, and back to its
 * place in the source.
 *
 * Most documents are one piece: a page, a plain text.  An item of a feed and
 * a message are several, each decoded from a part of the source.
 */
#ifndef PK_PIECE_H
#define PK_PIECE_H

#include "block.h"
#include "coded.h"
#include "words.h"

struct piece {
	struct str bytes; /* what page.map leads to */
	bool html, raw;   /* markup; nothing is repaired */
	enum role role;   /* of all blocks, or ROLE_NONE: find out */
	/* How bytes stand in the source; NULL: they are the source. */
	const struct coded *coded;
	struct page page;
	struct words words; /* of page.text */
};

/*
 * Fills a piece, whose bytes, html, raw, coded and page.a are set: its text,
 * repaired, and the blocks of it, with the roles that the markup tells.  What
 * is set of page.title and the like stays.
 *
 * decoded: bytes are UTF-8 for sure; else charset_decode() makes them so,
 * with what it guessed in *guess.  piece_free() ends the piece.
 * Cost: linear.
 */
void piece_read(struct piece *piece, bool decoded, struct err *guess);
void piece_free(struct piece *piece);

/* A string that stands beside a piece's text (a title), repaired as that. */
struct str piece_mend(const struct piece *piece, struct str text);

/* The text of the first block that is a title, or empty. */
struct str piece_title(const struct piece *piece);

/* A sentence and its place: bytes of the source, and the way there. */
struct place {
	size_t start, end;
	struct srcmap map; /* of the text; empty: it is the source's bytes */
};

/* The text of page.text[start, end), repaired, and its place; in a. */
struct str piece_sentence(const struct piece *piece, struct str source,
    size_t start, size_t end, struct place *at, struct arena *a);

#endif
