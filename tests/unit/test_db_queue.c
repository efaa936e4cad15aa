/* SPDX-License-Identifier: MIT */
/* The queue of writers, with processes that come, wait, and are killed. */
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/monotonic.h"
#include "check.h"
#include "store/db_queue.h"

#define WRITERS 32
#define TURNS 40
#define WORK 200000	/* ns that a turn takes */
#define LONG 60000		/* ms that one may wait */
#define PASSED (WRITERS + 8)	/* turns of others while one waits */

static char path[] = "/tmp/test_db_queue.XXXXXX";

/* What all processes write down together. */
static struct {
	atomic_int ready, inside, clashes, refused, served;
	atomic_int turns[WRITERS];
	int least;		/* turns of the last when the first was done */
	int passed[WRITERS * TURNS];
} *all;

static void
nap(long ns)
{
	nanosleep(&(struct timespec){ ns / 1000000000, ns % 1000000000 },
	    NULL);
}

static pid_t
child(void (*work)(int), int which)
{
	pid_t pid = fork();

	if (pid == 0) {
		work(which);
		_exit(0);
	}
	return pid;
}

static void
begin(void)
{
	if (all != NULL)
		munmap(all, sizeof(*all));
	all = mmap(NULL, sizeof(*all), PROT_READ | PROT_WRITE,
	    MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	CHECK(all != MAP_FAILED);
	unlink(path);
}

static bool
all_ended_well(int n)
{
	int status, i;

	for (i = 0; i < n; i++)
		if (wait(&status) < 0 || !WIFEXITED(status) ||
		    WEXITSTATUS(status) != 0)
			return false;
	return true;
}

static int
fewest_turns(void)
{
	int i, least = TURNS;

	for (i = 0; i < WRITERS; i++)
		if (all->turns[i] < least)
			least = all->turns[i];
	return least;
}

static void
one_writer(int which)
{
	struct db_queue *w = db_queue_open(path);
	int i, before;

	if (w == NULL)
		_exit(1);
	atomic_fetch_add(&all->ready, 1);
	while (all->ready < WRITERS)
		nap(1000000);
	for (i = 0; i < TURNS; i++) {
		before = all->served;
		if (!db_queue_enter(w, LONG)) {
			atomic_fetch_add(&all->refused, 1);
			continue;
		}
		if (atomic_fetch_add(&all->inside, 1) != 0)
			atomic_fetch_add(&all->clashes, 1);
		all->passed[which * TURNS + i] = all->served - before;
		atomic_fetch_add(&all->served, 1);
		nap(WORK);
		if (++all->turns[which] == TURNS && all->least == 0)
			all->least = fewest_turns();
		atomic_fetch_sub(&all->inside, 1);
		db_queue_leave(w);
	}
	db_queue_close(w);
}

static int
compare(const void *a, const void *b)
{
	return *(const int *)a - *(const int *)b;
}

static void
thirty_two_writers_are_served_as_they_come(void)
{
	int i, n = WRITERS * TURNS;

	begin();
	for (i = 0; i < WRITERS; i++)
		child(one_writer, i);
	CHECK(all_ended_well(WRITERS));
	CHECK(all->refused == 0 && all->clashes == 0 && all->served == n);
	/* A turn each: nobody is done while another has only begun. One in
	 * twenty may be put aside by the kernel before it has its ticket. */
	qsort(all->passed, (size_t)n, sizeof(all->passed[0]), compare);
	printf("# passed by %d in the middle, %d at 95 of 100, %d at most; "
	    "the last had %d of %d turns when the first was done\n",
	    all->passed[n / 2], all->passed[n * 95 / 100],
	    all->passed[n - 1], all->least, TURNS);
	CHECK(all->passed[n * 95 / 100] <= PASSED);
	CHECK(all->least >= TURNS / 2);
}

static void
keep_turn(int which)
{
	struct db_queue *w = db_queue_open(path);

	(void)which;
	if (w == NULL || !db_queue_enter(w, LONG))
		_exit(1);
	atomic_fetch_add(&all->inside, 1);
	for (;;)
		pause();
}

static void
wait_for_turn(int which)
{
	struct db_queue *w = db_queue_open(path);

	(void)which;
	atomic_fetch_add(&all->ready, 1);
	if (w == NULL || !db_queue_enter(w, LONG))
		_exit(1);
	atomic_fetch_add(&all->served, 1);
	db_queue_leave(w);
	db_queue_close(w);
}

static void
killed(pid_t pid)
{
	int status;

	kill(pid, SIGKILL);
	CHECK(waitpid(pid, &status, 0) == pid && WIFSIGNALED(status));
}

static void
the_killed_leave_the_queue(void)
{
	pid_t holder, waiter[4];
	int i, status;

	begin();
	holder = child(keep_turn, 0);
	while (all->inside == 0)
		nap(1000000);
	for (i = 0; i < 4; i++) {
		waiter[i] = child(wait_for_turn, i);
		while (all->ready <= i)
			nap(1000000);
		nap(20000000);		/* it has its ticket */
	}
	killed(waiter[1]);
	killed(waiter[2]);
	CHECK(all->served == 0);
	killed(holder);
	for (i = 0; i < 4; i += 3)
		CHECK(waitpid(waiter[i], &status, 0) == waiter[i] &&
		    status == 0);
	CHECK(all->served == 2);
}

static void
who_waits_too_long_is_told_and_holds_up_nobody(void)
{
	struct db_queue *w;
	int64_t from;
	pid_t holder;

	begin();
	holder = child(keep_turn, 0);
	while (all->inside == 0)
		nap(1000000);
	w = db_queue_open(path);
	from = monotonic_ms();
	CHECK(!db_queue_enter(w, 600));
	CHECK(monotonic_ms() - from >= 590);
	killed(holder);
	CHECK(db_queue_enter(w, 600));
	db_queue_leave(w);
	child(wait_for_turn, 0);
	CHECK(all_ended_well(1));
	db_queue_close(w);
}

int
main(void)
{
	int fd = mkstemp(path);

	if (fd < 0)
		return 1;
	close(fd);
	RUN(thirty_two_writers_are_served_as_they_come);
	RUN(the_killed_leave_the_queue);
	RUN(who_waits_too_long_is_told_and_holds_up_nobody);
	unlink(path);
	return DONE;
}
