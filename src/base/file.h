/*
 * file.h - files as a whole: map, write, replace, lock; pk's data files.
 *
 * All functions return false (or -1) with errno set when the system says no;
 * the caller knows what the file is and reports it.
 */
#ifndef PK_FILE_H
#define PK_FILE_H

#include "base.h"

/*
 * Maps the regular file at path into memory, to read only; the view lives
 * until exit.  An empty file gives an empty view.  A directory fails with
 * EISDIR; a pipe or a device, which cannot be mapped, with ENODEV.
 *
 * The file must not be cut shorter while it is in use: replace it by
 * file_replace(), which leaves the bytes that were mapped.
 */
bool file_map(const char *path, struct str *bytes);

/* As file_map() for an open file, from its start to its present end. */
bool file_map_fd(int fd, struct str *bytes);

/* Writes all of bytes to fd, from its present position. */
bool file_write(int fd, struct str bytes);

/*
 * Makes bytes the content of the file at path, at once or not at all, also
 * when the machine stops: writes path.PID.tmp, syncs it, renames it, syncs
 * the directory.  On failure the old file is as it was.  What is there and no
 * regular file is never replaced: EISDIR, or ENODEV for a pipe or a device.
 */
bool file_replace(const char *path, struct str bytes, struct arena scratch);

/* Makes new names in the directory of path last, also when the machine
 * stops. */
bool file_sync_dir(const char *path, struct arena scratch);

/*
 * Opens the file at path to read and write, making it where there is none,
 * and waits until no other process has it locked.  Returns the descriptor;
 * close(2) of it, or of any other descriptor of the file, ends the lock.
 * When the file is replaced meanwhile, the new one is opened and locked.
 */
int file_lock(const char *path);

/* As file_lock() for a file that is only read, with others that read it; a
 * file that is not there is an error. */
int file_lock_shared(const char *path);

/* Opens a new file to read and write that has no name: it is gone when it is
 * closed.  It is on the disk of $TMPDIR, or of /tmp.  -1 when it cannot be. */
int file_unnamed(void);

/*
 * Finds a data file of pk by its name in share/pk ("gaz.db"), without being
 * told where pk is: in ../share/pk and ../build/share/pk of the executable's
 * directory, where `make install` put it (PK_DATADIR); or, when $PK_DATA is
 * set, only there.  The first that can be read goes to *path, in a; else false
 * with *path the last place looked at, for the message.
 */
bool file_data(const char *name, struct arena *a, const char **path);

#endif
