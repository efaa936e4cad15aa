/* SPDX-License-Identifier: MIT */
/* The only file that knows libfcgi. */
#include "web/serve_fcgi.h"

#include <errno.h>
#include <fcgiapp.h>
#include <fcntl.h>
#include <poll.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/log.h"
#include "web/serve_watch.h"
#include "web/turn.h"

#define STDOUT_RECORD 6
#define END_RECORD 3
#define PIECE ((size_t)65528)		/* of one record, a multiple of 8 */

static FCGX_Request request;

bool
serve_fcgi_is_cgi(void)
{
	return FCGX_IsCGI() != 0;
}

void
serve_fcgi_start(int listener)
{
	if (FCGX_Init() != 0 || FCGX_InitRequest(&request, listener,
	    FCGI_FAIL_ACCEPT_ON_INTR) != 0)
		log_fatal("libfcgi did not start");
}

static size_t
body_read(struct wire *w, void *p, size_t n)
{
	int got;

	(void)w;
	serve_watch_body(n);
	got = FCGX_GetStr(p, n > 65536 ? 65536 : (int)n, request.in);
	serve_watch_moved();
	return got > 0 && FCGX_GetError(request.in) == 0 ? (size_t)got : 0;
}

/* The request still waits at the socket, which would be asked on and on. */
static void
no_room(int e)
{
	static bool said;

	if (e != EMFILE && e != ENFILE && e != ENOBUFS && e != ENOMEM)
		return;
	if (!said)
		log_error("a request has to wait: %s", strerror(e));
	said = true;
	poll(NULL, 0, 100);
}

bool
serve_fcgi_accept(struct wire *w)
{
	int rc = FCGX_Accept_r(&request);

	if (rc < 0) {
		no_room(-rc);
		return false;
	}
	request.keepConnection = 0;	/* whatever the web server asks */
	*w = (struct wire){ .params = request.envp, .read = body_read,
	    .handle = &request };
	return true;
}

static void
record(struct buf *b, int type, const void *p, size_t n)
{
	const unsigned char head[8] = {
		1, (unsigned char)type,
		(unsigned char)(request.requestId >> 8),
		(unsigned char)request.requestId,
		(unsigned char)(n >> 8), (unsigned char)n, 0, 0
	};

	buf_add(b, head, sizeof(head));
	buf_add(b, p, n);
}

static void
records(struct buf *b, const char *p, size_t n)
{
	size_t piece;

	for (; n > 0; p += piece, n -= piece) {
		piece = n < PIECE ? n : PIECE;
		record(b, STDOUT_RECORD, p, piece);
	}
}

/* A stored file, piece by piece; a short one cuts the answer short, which
 * the announced length shows. */
static bool
send_file(struct buf *b, const struct reply *r)
{
	static char piece[PIECE];
	size_t left = r->file_size;
	int fd = open(r->file, O_RDONLY | O_CLOEXEC);
	ssize_t n;

	while (fd >= 0 && left > 0) {
		n = read(fd, piece, left < PIECE ? left : PIECE);
		if (n <= 0)
			break;
		serve_watch_body((size_t)n);
		records(b, piece, (size_t)n);
		if (!file_write(request.ipcFd, b->data, b->len))
			break;		/* the web server is gone */
		buf_reset(b);
		left -= (size_t)n;
	}
	if (fd >= 0)
		close(fd);
	return left == 0;
}

void
serve_fcgi_send(struct wire *w, const struct request *rq)
{
	static const unsigned char end[8];	/* status 0, complete */
	const struct reply *r = rq->reply;
	static struct buf b;

	(void)w;
	buf_reset(&b);
	records(&b, r->head->data, r->head->len);
	if (r->file != NULL) {
		if (!send_file(&b, r))
			return;
	} else if (r->body->len > 0)
		records(&b, r->body->data, r->body->len);
	record(&b, STDOUT_RECORD, "", 0);
	record(&b, END_RECORD, end, sizeof(end));
	(void)file_write(request.ipcFd, b.data, b.len);
	if (b.cap > 1024 * 1024)
		buf_free(&b);
}

void
serve_fcgi_end(void)
{
	FCGX_Free(&request, 1);
}
