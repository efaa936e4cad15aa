/* SPDX-License-Identifier: MIT */
/* Forks, reaps, refills. Signals are only ever taken by sigtimedwait(). */
#include "web/serve_master.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/config.h"
#include "base/log.h"
#include "base/monotonic.h"
#include "web/serve_count.h"
#include "web/serve_socket.h"
#include "web/turn.h"

#define SLOTS 64
#define SOON 1000			/* ms: ended so early is a failure */
#define LONGEST 1000			/* ms between two tries */
#define DRAIN 60000			/* ms for requests under way */

static struct slot {
	pid_t pid;			/* 0: empty */
	int64_t started, again;		/* ms; not to be filled before */
	int failures;			/* in a row */
} slots[SLOTS];

static const struct house *house;
static int listener, workers;

static void
fill(struct slot *s)
{
	pid_t master = getpid(), pid = fork();

	s->started = monotonic_ms();
	if (pid < 0) {
		log_error("fork: %s", strerror(errno));
		s->again = s->started + LONGEST;
		return;
	}
	if (pid == 0) {
		prctl(PR_SET_PDEATHSIG, SIGTERM);
		if (getppid() != master)
			_exit(0);
		serve_worker(listener, house);
	}
	s->pid = pid;
}

static void
ended(struct slot *s, int status)
{
	int64_t now = monotonic_ms();

	if (WIFSIGNALED(status))
		log_error("worker %d ended by signal %d", (int)s->pid,
		    WTERMSIG(status));
	else if (WEXITSTATUS(status) != 0)
		log_error("worker %d ended with status %d", (int)s->pid,
		    WEXITSTATUS(status));
	serve_count_ended(status != 0);
	s->pid = 0;
	s->again = now;
	if (status == 0 || now - s->started >= SOON) {
		s->failures = 0;
		return;
	}
	s->again += s->failures >= 5 ? LONGEST : 32 << s->failures;
	s->failures++;
}

/* True while a child is left, of a slot or on its way out. */
static bool
reap(void)
{
	int status, i;
	pid_t pid;

	while ((pid = waitpid(-1, &status, WNOHANG)) > 0)
		for (i = 0; i < workers; i++)
			if (slots[i].pid == pid)
				ended(&slots[i], status);
	return pid == 0;
}

static void
signal_all(int sig)
{
	int i;

	for (i = 0; i < workers; i++)
		if (slots[i].pid > 0)
			kill(slots[i].pid, sig);
}

/* A new worker stands ready before the old one is told to leave. */
static void
roll(const struct house *(*open_house)(void))
{
	const struct house *fresh = open_house();
	pid_t old;
	int i;

	if (fresh == NULL) {
		log_error("what was read again does not hold; the former "
		    "stays in use");
		return;
	}
	house = fresh;
	for (i = 0; i < workers; i++) {
		old = slots[i].pid;
		slots[i].pid = 0;
		fill(&slots[i]);
		if (old > 0)
			kill(old, SIGTERM);
	}
	log_info("read again; workers roll over");
}

/* Fills what is due and says how long nothing else is, in ms. */
static int64_t
refill(int64_t most)
{
	int64_t now = monotonic_ms(), wait = most;
	int i;

	for (i = 0; i < workers; i++) {
		if (slots[i].pid == 0 && slots[i].again <= now)
			fill(&slots[i]);
		if (slots[i].pid == 0 && slots[i].again - now < wait)
			wait = slots[i].again - now;
	}
	return wait < 1 ? 1 : wait;
}

static int
wait_signal(const sigset_t *set, int64_t ms)
{
	struct timespec ts = { ms / 1000, ms % 1000 * 1000000 };

	return sigtimedwait(set, NULL, &ts);
}

static void
drain(const sigset_t *set)
{
	int64_t end = monotonic_ms() + DRAIN;

	serve_socket_notify("STOPPING=1");
	signal_all(SIGTERM);
	while (reap() && monotonic_ms() < end)
		wait_signal(set, 200);
	signal_all(SIGKILL);
}

/* Half the time that the service manager grants between two words. */
static int64_t
pulse(void)
{
	const char *s = getenv("WATCHDOG_USEC");
	int64_t ms = s == NULL ? 0 : strtoll(s, NULL, 10) / 2000;

	return ms > 0 && ms < 10000 ? ms : 10000;
}

int
serve_master(int fd, int n, const struct house *(*open_house)(void))
{
	sigset_t set;
	int64_t beat = pulse();
	int sig;

	listener = fd;
	workers = n < SLOTS ? n : SLOTS;
	sigemptyset(&set);
	sigaddset(&set, SIGTERM);
	sigaddset(&set, SIGINT);
	sigaddset(&set, SIGHUP);
	sigaddset(&set, SIGCHLD);
	sigprocmask(SIG_BLOCK, &set, NULL);
	signal(SIGPIPE, SIG_IGN);
	if ((house = open_house()) == NULL)
		return 1;
	upload_sweep(house->conf);
	serve_count_open(workers);
	refill(beat);
	serve_socket_notify("READY=1");
	for (;;) {
		sig = wait_signal(&set, refill(beat));
		if (sig == SIGTERM || sig == SIGINT)
			break;
		if (sig == SIGHUP)
			roll(open_house);
		reap();
		if (getenv("WATCHDOG_USEC") != NULL)
			serve_socket_notify("WATCHDOG=1");
	}
	drain(&set);
	return 0;
}
