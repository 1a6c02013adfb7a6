/*
 * charset.h - bytes in any encoding to UTF-8, with the way back.
 *
 * What the bytes say counts more than what a page says about itself:
 *
 *   1. a byte order mark (UTF-8, UTF-16, UTF-32)
 *   2. code points in every four bytes: UTF-32; a NUL in every other: UTF-16
 *   3. valid UTF-8; ASCII with the escapes of ISO-2022-JP is that
 *   4. the declared charset, by iconv(3)
 *   5. what it looks like (guess.h), if it has many bytes beyond ASCII
 *   6. windows-1252, in which the valid UTF-8 sequences are kept: text that
 *      was pasted together of both
 *
 * Guessing is for text that is hardly ASCII: a detector takes one curly quote
 * in English for Czech.  Names of charsets are in data/html/charsets.tsv, those
 * that may be guessed in data/html/guesses.tsv.
 */
#ifndef PK_CHARSET_H
#define PK_CHARSET_H

#include "block.h"

/*
 * Sets page->text, page->map and page->unit (page->a must be set) from the
 * source bytes. Valid UTF-8 costs a validation: page->text is source itself, or
 * what is behind its byte order mark.  declared is a label ("iso-8859-1"), or
 * empty.
 *
 * guess->why is set to static text when step 5 or 6 was taken, or when bytes
 * were not valid in their charset, with the offset of the first such byte; else
 * it is NULL.  Every byte is read as something: nothing is lost.  The map of
 * anything but UTF-8 takes 16 bytes for each character that is not as many
 * bytes long there as here.
 */
void charset_decode(struct str source, struct str declared, struct page *page,
    struct err *guess);

/* The label that an HTML page or XML declares in its first 4 KiB: <meta
 * charset="...">, <meta http-equiv ... content="...; charset=...">, or
 * encoding="..." of an XML declaration.  Empty when there is none. */
struct str charset_declared(struct str html);

/* The code point of a byte of windows-1252; the five bytes that it leaves
 * undefined are control characters. */
int32_t charset_1252(unsigned char byte);

#endif
