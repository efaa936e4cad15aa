/* SPDX-License-Identifier: MIT */
/*
 * Each writer holds a write lock on the byte of its own ticket and waits for
 * a read lock on all bytes before it; the kernel drops both when it dies.
 * Byte 0 guards the number of the last ticket, which the file holds. Even
 * with the file gone nothing breaks: the engine still lets one writer in.
 */
#include "store/db_queue.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/log.h"
#include "base/monotonic.h"

struct db_queue {
	int fd;
	bool timed;		/* the timer was made */
	timer_t timer;		/* interrupts a wait now and then */
};

static void
woken(int signal)
{
	(void)signal;
}

struct db_queue *
db_queue_open(const char *path)
{
	struct db_queue *w;
	int fd;

	/* Each program is a user of its own: the group writes, whatever
	 * the umask of the first one says. */
	fd = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0660);
	if (fd != -1)
		(void)fchmod(fd, 0660);
	else if ((fd = open(path, O_RDWR | O_CLOEXEC)) == -1)
		return NULL;
	if ((w = calloc(1, sizeof(*w))) == NULL)
		log_fatal("no memory for the queue of writers");
	w->fd = fd;
	return w;
}

void
db_queue_close(struct db_queue *w)
{
	if (w == NULL)
		return;
	if (w->timed)
		timer_delete(w->timer);
	close(w->fd);
	free(w);
}

static bool
lock(struct db_queue *w, int how, short type, int64_t start, int64_t len)
{
	struct flock l = { .l_type = type, .l_whence = SEEK_SET,
	    .l_start = start, .l_len = len };

	return fcntl(w->fd, how, &l) == 0;
}

/* A signal four times a second ends a wait, so that none lasts for ever. */
static void
tick(struct db_queue *w, bool on)
{
	struct itimerspec every = { { 0, 250000000 }, { 0, 250000000 } };
	struct itimerspec never = { { 0, 0 }, { 0, 0 } };
	struct sigaction sa = { .sa_handler = woken };
	struct sigevent ev = { .sigev_notify = SIGEV_SIGNAL,
	    .sigev_signo = SIGRTMIN };

	if (on && !w->timed) {
		sigaction(SIGRTMIN, &sa, NULL);
		if (timer_create(CLOCK_MONOTONIC, &ev, &w->timer) != 0)
			log_fatal("no timer for the queue of writers");
		w->timed = true;
	}
	if (w->timed)
		timer_settime(w->timer, 0, on ? &every : &never, NULL);
}

/* Waits for a lock until a moment; signals of others just go on. */
static bool
wait_lock(struct db_queue *w, short type, int64_t start, int64_t len,
    int64_t until)
{
	while (!lock(w, F_OFD_SETLKW, type, start, len))
		if (errno != EINTR || monotonic_ms() >= until)
			return false;
	return true;
}

/* Takes the next number and the lock on its byte; -1 after too long. On a
 * full disk the number cannot be written: then the next one has it, too. */
static int64_t
ticket(struct db_queue *w, int64_t until)
{
	int64_t n = 0;

	if (!lock(w, F_OFD_SETLK, F_WRLCK, 0, 1) &&
	    !wait_lock(w, F_WRLCK, 0, 1, until))
		return -1;
	if (pread(w->fd, &n, sizeof(n), 0) != (ssize_t)sizeof(n) || n < 0 ||
	    n >= INT64_MAX - 1)
		n = 0;
	n++;
	if (!lock(w, F_OFD_SETLK, F_WRLCK, n, 1) ||
	    (pwrite(w->fd, &n, sizeof(n), 0) != (ssize_t)sizeof(n) &&
	    errno != ENOSPC))
		n = -1;
	lock(w, F_OFD_SETLK, F_UNLCK, 0, 1);
	return n;
}

int
db_queue_enter(struct db_queue *w, int ms)
{
	int64_t n, left, until = monotonic_ms() + ms;
	bool in;

	tick(w, true);
	n = ticket(w, until);
	in = n == 1 || (n > 1 && (lock(w, F_OFD_SETLK, F_RDLCK, 1, n - 1) ||
	    (wait_lock(w, F_RDLCK, n - 1, 1, until) &&
	    wait_lock(w, F_RDLCK, 1, n - 1, until))));
	tick(w, false);
	left = until - monotonic_ms();
	if (!in)
		db_queue_leave(w);
	return !in ? 0 : left < 1 ? 1 : (int)left;
}

void
db_queue_leave(struct db_queue *w)
{
	lock(w, F_OFD_SETLK, F_UNLCK, 0, 0);
}
