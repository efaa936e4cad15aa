/* SPDX-License-Identifier: MIT */
/* A worker: waits, answers one request, forgets it, waits. */
#include <config.h>

#include <errno.h>
#include <malloc.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

#include "base/config.h"
#include "base/log.h"
#include "base/monotonic.h"
#include "domain/spine/work.h"
#include "web/serve_count.h"
#include "web/serve_fcgi.h"
#include "web/serve_master.h"
#include "web/serve_watch.h"
#include "web/turn.h"

#define SPACE ((rlim_t)512 * 1024 * 1024)	/* of addresses */
#define RESIDENT (256L * 1024)			/* KiB: then it leaves */
#define QUIET 50				/* ms: then it tidies up */

static volatile sig_atomic_t leaving;

static void
leave(int sig)
{
	(void)sig;
	leaving = 1;
}

/* TERM is taken only while waiting, so a request is never interrupted. */
static void
signals(sigset_t *waiting)
{
	struct sigaction sa = { .sa_handler = leave };

	sigaction(SIGTERM, &sa, NULL);
	sigaction(SIGINT, &sa, NULL);
	sigprocmask(SIG_SETMASK, NULL, waiting);
	sigdelset(waiting, SIGTERM);
	sigdelset(waiting, SIGINT);
}

static void
limits(void)
{
#ifndef SANITIZED
	struct rlimit space = { SPACE, SPACE };

	setrlimit(RLIMIT_AS, &space);
#endif
	setrlimit(RLIMIT_CORE, &(struct rlimit){ 0, 0 });
}

static bool
too_big(long answered)
{
	struct rusage use;

	return answered % 64 == 0 && getrusage(RUSAGE_SELF, &use) == 0 &&
	    use.ru_maxrss > RESIDENT;
}

/* Counts a request that was answered. */
static void
count(const struct request *rq, int64_t began)
{
	serve_count_request(rq->route == NULL ? COUNT_OTHER :
	    rq->method == GET ? COUNT_READ : COUNT_WRITE, rq->reply->status,
	    monotonic_us() - began);
}

/* A store that is not there yet is tried again, once a second at most. */
static void
open_store(struct house *own, struct arena *a)
{
	static time_t tried;
	struct ctx cx = { .arena = a, .conf = own->conf, .now = time(NULL),
	    .login = "", .lang = own->conf->language,
	    .zone = own->conf->timezone };
	enum err e;

	if (tried == cx.now)
		return;
	tried = cx.now;
	e = work_open(&cx);
	own->outdated = e == ERR_SCHEMA;
	if (e == OK)
		own->db = cx.db;
	else
		log_error("the store does not open: %s",
		    cx.why == NULL ? "no reason given" : cx.why);
}

static void
answer(struct wire *wire, struct house *own, struct arena *a)
{
	struct request rq = { .cx.arena = a };
	int64_t began = monotonic_us();

	serve_watch_turn();
	if (own->db == NULL)
		open_store(own, a);
	turn_run(&rq, wire, own);
	serve_watch_body(1);
	serve_fcgi_send(wire, &rq);
	serve_fcgi_end();
	count(&rq, began);
	turn_end(&rq);
	serve_watch_off();
	arena_reset(a);
}

/* A request wakes one worker, not all of them. */
static int
waiter(int listener)
{
	struct epoll_event one = { .events = EPOLLIN | EPOLLEXCLUSIVE };
	int fd = epoll_create1(EPOLL_CLOEXEC);

	if (fd < 0 || epoll_ctl(fd, EPOLL_CTL_ADD, listener, &one) != 0)
		log_fatal("a worker cannot wait: %s", strerror(errno));
	return fd;
}

/* Waits for a request. What the last ones took and nobody needs goes back
 * when none comes for a moment. */
static bool
wait_for_one(int waits, const sigset_t *waiting)
{
	static bool tidy;
	struct epoll_event ready;
	int n = epoll_pwait(waits, &ready, 1, tidy ? -1 : QUIET, waiting);

	if (n == 0)
		malloc_trim(0);
	if (n >= 0)
		tidy = n == 0;
	return n > 0;
}

void
serve_worker(int listener, const struct house *house)
{
	struct house own = *house;
	struct arena *a = arena_new();
	long left = own.conf->requests;
	struct wire wire;
	sigset_t waiting;
	int waits = waiter(listener);

	left += getpid() % (left / 8 + 1);	/* not all at once */
	signals(&waiting);
	limits();
	serve_watch_start(own.conf->handler_seconds);
	serve_fcgi_start(listener);
	open_store(&own, a);
	while (!leaving && left > 0 && !too_big(left)) {
		if (!wait_for_one(waits, &waiting))
			continue;
		serve_watch_accept();
		if (serve_fcgi_accept(&wire)) {
			answer(&wire, &own, a);
			left--;
		}
		serve_watch_off();
	}
	if (own.db != NULL)
		work_close(&(struct ctx){ .db = own.db });
	exit(0);
}
