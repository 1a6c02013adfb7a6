/*
 * in.h - the input files of a program, record by record.
 */
#ifndef PK_IN_H
#define PK_IN_H

#include "out.h"
#include "rec.h"

struct in;

/*
 * Reads files (NULL-ended; "-" is standard input; none means "-") in order.
 * What each is, is told by its first non-blank byte (behind a byte order
 * mark): "{" means records, one a line; anything else is one document, one
 * REC_RAW record of all its bytes; an empty file is nothing.
 *
 * Flushes out (which may be NULL) whenever it is about to wait for input:
 * full buffering on files, no delay in a live pipeline.
 */
struct in *in_open(struct arena *perm, char **files, struct out *out);

/*
 * Lines of any bytes instead of records: up to max of those of one file that
 * end with the byte end go to v, without it; 0 at the end of all files.  Waits
 * for the first only.  Where they stand one behind the other, only the byte end
 * is between them; *ended says whether it is behind the last (it may be
 * missing at the end of a file).  The views are valid until the next call.
 */
size_t in_lines(
    struct in *in, char end, struct str *v, size_t max, bool *ended);

/*
 * The next record; its views are valid until the next call.  False at the
 * end.  A line that is not a record, and a file that cannot be read, is
 * reported by warn() as "file:line: why" and skipped.  Memory: the longest
 * line, or the largest REC_RAW file.
 */
bool in_next(struct in *in, struct rec *rec);

#endif
