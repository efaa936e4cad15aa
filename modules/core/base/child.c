/* SPDX-License-Identifier: MIT */
/* Another program, for a while. */
#include "base/child.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdbool.h>
#include <stdint.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/monotonic.h"

#define COMPLAINTS 2000		/* bytes that are kept */

extern char **environ;

struct running {
	const struct child *c;
	pid_t pid;
	int in, out;		/* our ends, -1 closed */
	int complaints;		/* a file of ours, -1 none */
	size_t sent;
	int64_t until;
};

static void
shut(int *fd)
{
	if (*fd >= 0)
		close(*fd);
	*fd = -1;
}

static int
start(struct running *r)
{
	posix_spawn_file_actions_t acts;
	int in[2], out[2] = { -1, -1 }, rc;

	/* Where a new process shares no memory with us while it starts, as
	 * under valgrind, posix_spawn cannot tell. */
	if (access(r->c->argv[0], X_OK) != 0)
		return errno;
	/* No pipe: what it leaves running behind may hold its end open. */
	if (r->c->complaints != NULL && (r->complaints =
	    memfd_create("complaints", MFD_CLOEXEC)) < 0)
		return errno;
	if (pipe2(in, O_CLOEXEC) != 0)
		return errno;
	if (r->c->out != NULL && pipe2(out, O_CLOEXEC) != 0) {
		rc = errno;
		close(in[0]);
		close(in[1]);
		return rc;
	}
	posix_spawn_file_actions_init(&acts);
	posix_spawn_file_actions_adddup2(&acts, in[0], 0);
	posix_spawn_file_actions_adddup2(&acts, out[1] >= 0 ? out[1] : 2, 1);
	if (r->complaints >= 0)
		posix_spawn_file_actions_adddup2(&acts, r->complaints, 2);
	rc = posix_spawn(&r->pid, r->c->argv[0], &acts, NULL,
	    (char *const *)(uintptr_t)r->c->argv, environ);
	posix_spawn_file_actions_destroy(&acts);
	close(in[0]);
	shut(&out[1]);
	r->in = in[1];
	r->out = out[0];
	(void)fcntl(r->in, F_SETFL, O_NONBLOCK);
	if (r->out >= 0)
		(void)fcntl(r->out, F_SETFL, O_NONBLOCK);
	return rc;
}

/* Some more of the input; closes at its end, or when nobody takes it. */
static void
send_some(struct running *r)
{
	ssize_t n = write(r->in, r->c->input + r->sent,
	    r->c->len - r->sent);

	if (n < 0 && (errno == EINTR || errno == EAGAIN))
		return;
	if (n > 0)
		r->sent += (size_t)n;
	if (n < 0 || r->sent == r->c->len)
		shut(&r->in);
}

/* False: it prints too much. */
static bool
take_some(struct running *r)
{
	char piece[4096];
	ssize_t n = read(r->out, piece, sizeof(piece));

	if (n < 0 && (errno == EINTR || errno == EAGAIN))
		return true;
	if (n <= 0) {
		shut(&r->out);
		return true;
	}
	if (r->c->out->len + (size_t)n > r->c->most)
		return false;
	buf_add(r->c->out, piece, (size_t)n);
	return true;
}

/* Until both ends are closed; false: too late, or too much. */
static bool
talk(struct running *r)
{
	struct pollfd p[2];
	int64_t ms;

	if (r->c->len == 0)
		shut(&r->in);
	while (r->in >= 0 || r->out >= 0) {
		p[0] = (struct pollfd){ .fd = r->in, .events = POLLOUT };
		p[1] = (struct pollfd){ .fd = r->out, .events = POLLIN };
		ms = r->until - monotonic_ms();
		if (ms <= 0)
			return false;
		if (poll(p, 2, (int)ms) <= 0)
			continue;
		if (p[0].revents != 0)
			send_some(r);
		if (p[1].revents != 0 && !take_some(r))
			return false;
	}
	return true;
}

static bool
reap(struct running *r, bool kill_it, int *status)
{
	const struct timespec nap = { 0, 10 * 1000 * 1000 };
	pid_t got;

	while ((got = waitpid(r->pid, status, kill_it ? 0 : WNOHANG)) == 0 ||
	    (got < 0 && errno == EINTR)) {
		if (monotonic_ms() >= r->until)
			return false;
		nanosleep(&nap, NULL);
	}
	return got == r->pid;
}

static void
take_complaints(struct running *r)
{
	char text[COMPLAINTS];
	ssize_t n;

	if (r->complaints < 0)
		return;
	n = pread(r->complaints, text, sizeof(text), 0);
	if (n > 0)
		buf_add(r->c->complaints, text, (size_t)n);
	shut(&r->complaints);
}

enum child_end
child_run(const struct child *c, int *status)
{
	struct sigaction none = { .sa_handler = SIG_IGN }, old;
	struct running r = { .c = c, .in = -1, .out = -1,
	    .complaints = -1 };
	int how = 0;
	bool done;

	r.until = monotonic_ms() + c->seconds * INT64_C(1000);
	if ((*status = start(&r)) != 0) {
		shut(&r.in);
		shut(&r.out);
		shut(&r.complaints);
		return CHILD_NONE;
	}
	sigaction(SIGPIPE, &none, &old);
	done = talk(&r) && reap(&r, false, &how);
	if (!done) {
		kill(r.pid, SIGKILL);
		(void)reap(&r, true, &how);
	}
	sigaction(SIGPIPE, &old, NULL);
	shut(&r.in);
	shut(&r.out);
	take_complaints(&r);
	*status = WIFEXITED(how) ? WEXITSTATUS(how) : 128;
	if (done && *status == 0 && r.sent < c->len)
		*status = 128;		/* it did not even listen */
	return done ? CHILD_DONE : CHILD_LATE;
}
