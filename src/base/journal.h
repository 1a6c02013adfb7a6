/*
 * journal.h - output that is neither lost nor doubled when a run is killed.
 *
 * A log (store.h) knows what was written only after it was written; in
 * between, a killed run would have printed what is not known, or know what was
 * not printed.  So the bytes to be printed go to a file beside the log first,
 * then the log, then the output; the next run prints what is missing.
 *
 *   journal_open()                the journal of a log; not its file
 *   journal_finish()              prints what a killed run has not
 *   journal_begin(); (commit the log); journal_print()
 *   journal_close()               removes the file
 *
 * How much was printed is told by the output's size if it is a file, which the
 * system cannot do by halves, else by a count beside each write of 4 KB.
 */
#ifndef PK_JOURNAL_H
#define PK_JOURNAL_H

#include "store.h"

struct journal;

/* path is that of the log, and must stay. */
struct journal *journal_open(struct arena *perm, const char *path);

/* Whether a file of a run that was killed is there. */
bool journal_is_left(const struct journal *j);

/* Takes bytes that will be printed to fd once the log is at mark.  False,
 * with errno set, when they cannot be kept; then nothing must be printed. */
bool journal_begin(struct journal *j, struct store_mark mark, int fd,
    struct str bytes, struct arena scratch);

/* Prints them.  False, with errno set, when fd does not take them; the next
 * run tries again. */
bool journal_print(struct journal *j, int fd, struct str bytes);

/* Prints to fd what a killed run should have printed, the log being at mark;
 * *printed is how much.  A line that was cut is printed whole unless fd is
 * the file that has its beginning.  False with errno set. */
bool journal_finish(struct journal *j, struct store_mark mark, int fd,
    size_t *printed, struct arena scratch);

/* Removes the file. */
void journal_close(struct journal *j);

#endif
