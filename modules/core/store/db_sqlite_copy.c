/* SPDX-License-Identifier: MIT */
/* A copy of the store while writing goes on: the transaction that reads
 * stands still, so the copy never begins anew, and rests leave the disk to
 * those who write. */
#include "store/db_sqlite_copy.h"

#include <errno.h>
#include <fcntl.h>
#include <sqlite3.h>
#include <string.h>
#include <unistd.h>

#include "base/log.h"
#include "base/monotonic.h"
#include "text/message.h"

#define PAGES 256		/* a step: a megabyte */
#define FLUSH 32		/* steps between two flushes */
#define REST 20000		/* microseconds at most */

/* As long as the work before it took. */
static void
rest(int64_t worked)
{
	usleep((useconds_t)(worked < REST ? worked : REST));
}

static int
steps(sqlite3_backup *b, int fd)
{
	int64_t began;
	int rc, n = 0;

	do {
		began = monotonic_us();
		rc = sqlite3_backup_step(b, PAGES);
		if (rc != SQLITE_OK)
			break;
		if (++n % FLUSH == 0 && fdatasync(fd) != 0)
			rc = SQLITE_IOERR;
		rest(monotonic_us() - began);
	} while (rc == SQLITE_OK);
	return rc;
}

static int
copy_into(sqlite3 *from, const char *path, int fd)
{
	static const char plain[] =
	    "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;";
	sqlite3_backup *b = NULL;
	sqlite3 *to = NULL;
	int rc, end;

	rc = sqlite3_open_v2(path, &to, SQLITE_OPEN_READWRITE |
	    SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, NULL);
	if (rc == SQLITE_OK)
		rc = sqlite3_exec(to, plain, NULL, NULL, NULL);
	if (rc == SQLITE_OK && (b = sqlite3_backup_init(to, "main", from,
	    "main")) == NULL)
		rc = sqlite3_extended_errcode(to);
	if (b != NULL) {
		rc = steps(b, fd);
		end = sqlite3_backup_finish(b);
		if (rc == SQLITE_DONE)
			rc = end;
	}
	sqlite3_close(to);
	if (rc == SQLITE_OK && fsync(fd) != 0)
		rc = SQLITE_IOERR;
	return rc;
}

enum err
db_sqlite_copy(struct ctx *cx, sqlite3 *from, const char *path)
{
	int fd, rc;

	if ((fd = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC,
	    0600)) == -1)
		return refuse(cx, ERR_BUSY, _("%s cannot be written: %s."),
		    path, strerror(errno));
	rc = copy_into(from, path, fd);
	close(fd);
	if (rc == SQLITE_OK)
		return OK;
	log_error("copying the store: %s", sqlite3_errstr(rc));
	unlink(path);
	return refuse(cx, ERR_BUSY, _("The store could not be copied to %s: "
	    "%s."), path, (rc & 0xff) == SQLITE_FULL ? _("the disk is full") :
	    sqlite3_errstr(rc));
}
