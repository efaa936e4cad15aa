/* SPDX-License-Identifier: MIT */
/* SIGALRM ends the process; everything else here moves the alarm. */
#include "web/serve_watch.h"

#include <signal.h>
#include <unistd.h>

#include "base/log.h"
#include "base/monotonic.h"

#define PARAMS_SECONDS 5
#define BODY_SECONDS 30		/* for each MiB */
#define GRACE 5			/* after the store's own limit */

static int handler_limit;		/* 0: nobody is watched */
static size_t moved;
static int64_t until;		/* the next MiB is through */

static void
expired(int sig)
{
	static const char line[] =
	    "<4>a request took too long; its worker is replaced\n";
	size_t skip = log_journal() ? 0 : 3;

	(void)sig;
	if (write(STDERR_FILENO, line + skip, sizeof(line) - 1 - skip) < 0)
		_exit(4);
	_exit(3);
}

void
serve_watch_start(int handler_seconds)
{
	struct sigaction sa = { .sa_handler = expired };

	handler_limit = handler_seconds + GRACE;
	sigaction(SIGALRM, &sa, NULL);
}

void
serve_watch_accept(void)
{
	alarm(PARAMS_SECONDS);
}

void
serve_watch_turn(void)
{
	moved = 0;
	alarm((unsigned int)handler_limit);
}

void
serve_watch_body(size_t n)
{
	int64_t now = monotonic_seconds();

	if (moved == 0 || moved / (1024 * 1024) !=
	    (moved + n) / (1024 * 1024))
		until = now + BODY_SECONDS;
	moved += n;
	alarm(until > now ? (unsigned int)(until - now) : 1);
}

void
serve_watch_moved(void)
{
	alarm((unsigned int)handler_limit);
}

void
serve_watch_off(void)
{
	alarm(0);
}
