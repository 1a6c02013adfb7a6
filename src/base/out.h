/*
 * out.h - records to standard output, as JSON Lines, TSV or a table.
 *
 * A record is passed on with out_rec(), or made with out_begin(), out_*() in
 * the order of keys in pk-records(5), out_end().  Write errors die.
 */
#ifndef PK_OUT_H
#define PK_OUT_H

#include "rec.h"

/* From OUT_OWN on: the formats that only this program has (cli.h). */
enum out_format { OUT_JSONL, OUT_TSV, OUT_TEXT, OUT_OWN };

struct out_options {
	enum out_format format;
	uint32_t only;    /* bit 1 << type for each type to write; 0: all */
	uint32_t shown;   /* as only, for TSV and text when only is 0 */
	bool converted;   /* TSV has columns of numbers in other units, too */
	bool own_text;    /* the program writes the text format itself, with
			   * out_bytes(), as it does its own formats: no table,
			   * no header */
	const char *file; /* NULL: standard output */
};

struct out;

struct out *out_open(struct arena *perm, const struct out_options *opt);

/* A mute out that keeps what is written as JSON Lines in *to (to->a set). */
struct out *out_memory(struct arena *perm, struct buf *to);

/* Passes on a record, byte for byte (JSON Lines). */
void out_rec(struct out *out, const struct rec *rec);

/* As out_rec() for a record of which only the type and line were kept. */
void out_line(struct out *out, enum rec_type type, struct str line);

/* Begins {"type":TYPE, and, when from is not NULL, its doc and sent. */
void out_begin(struct out *out, enum rec_type type, const struct rec *from);

/* One key each.  An empty string, a number that is not finite and an empty
 * array are left out, as absent means unknown. */
void out_str(struct out *out, const char *key, struct str val);
void out_raw(struct out *out, const char *key, struct str json);
void out_num(struct out *out, const char *key, double val);
void out_int(struct out *out, const char *key, long long val);
void out_flag(struct out *out, const char *key, bool val); /* if true */
void out_strs(struct out *out, const char *key, const struct str *v, size_t n);
void out_ints(struct out *out, const char *key, const size_t *v, size_t n);
void out_end(struct out *out);

/* The record that was made last, without '\n'; valid until the next is begun.
 */
struct str out_made(const struct out *out);

/* Plain bytes, for programs with a format of their own (a brief). */
void out_bytes(struct out *out, struct str bytes);
enum out_format out_format(const struct out *out);

/* Columns of the terminal that out writes to (or $COLUMNS), else otherwise. */
size_t out_width(const struct out *out, size_t otherwise);

void out_flush(struct out *out);

/* Writes nothing but at out_flush(), whatever that takes of memory, and then
 * by calling write(arg, fd, bytes), which dies when it cannot; name is that
 * of the output.  For output that memory between runs depends on. */
void out_hold(struct out *out,
    void (*write)(void *arg, int fd, struct str bytes, const char *name),
    void *arg);

/* Bytes that wait for out_flush(). */
size_t out_waiting(const struct out *out);

/* The descriptor that is written to. */
int out_fd(const struct out *out);

/* Flushes and closes; dies when anything could not be written. */
void out_close(struct out *out);

#endif
