/* SPDX-License-Identifier: MIT */
/* Answers that are too long for memory: a file of their own, sent once. */
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/config.h"
#include "base/file.h"
#include "base/log.h"
#include "domain/spine/work.h"
#include "text/message.h"
#include "web/serve_watch.h"
#include "web/turn.h"

/* It lies where uploads do, and is swept like them if we are killed. */
static bool
begin(struct request *rq)
{
	struct request_state *st = rq->state;
	char *dir = arena_printf(rq->cx.arena, "%s/incoming",
	    rq->cx.conf->documents);
	char *path = arena_printf(rq->cx.arena, "%s/%ld-XXXXXX", dir,
	    (long)getpid());

	if (mkdir(dir, 0770) != 0 && errno != EEXIST)
		return false;
	if ((st->made_fd = mkostemp(path, O_CLOEXEC)) < 0)
		return false;
	st->made = path;
	return true;
}

enum err
reply_stream_add(struct request *rq, struct buf *piece)
{
	if ((rq->state->made == NULL && !begin(rq)) ||
	    !file_write(rq->state->made_fd, piece->data, piece->len)) {
		log_error("an export cannot be written: %m");
		return refuse(&rq->cx, ERR_BUSY, "%s", _("There is no room "
		    "for the file at the moment. Tell your "
		    "administrator."));
	}
	buf_reset(piece);
	serve_watch_moved();
	work_more_time(&rq->cx);
	return OK;
}

enum err
reply_stream_end(struct request *rq, const char *media_type,
    const char *name)
{
	struct request_state *st = rq->state;
	struct stat s;

	if (st->made == NULL || fstat(st->made_fd, &s) != 0)
		return refuse(&rq->cx, ERR_BROKEN, "%s",
		    _("The file is no longer there. Try again."));
	reply_attachment(rq, media_type, name);
	rq->reply->file = st->made;
	rq->reply->file_size = (size_t)s.st_size;
	return OK;
}

void
reply_stream_forget(struct request *rq)
{
	if (rq->state->made == NULL)
		return;
	unlink(rq->state->made);
	close(rq->state->made_fd);
	rq->state->made = NULL;
}
