/* SPDX-License-Identifier: MIT */
#ifndef BENCH_ASK_H
#define BENCH_ASK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * The client of tests/bench/run. A plan has one cell a line; each round asks
 * each cell in turn, so that whatever else the machine does falls on all of
 * them alike.
 */
enum ask_kind { ASK_GET, ASK_NOTE, ASK_REGISTER, ASK_COMMIT };

struct ask_target {
	char *path;
	char *more;		/* for a form: further fields, encoded */
};

/* One measured thing: a page as a viewer, a form, a bound. */
struct ask_cell {
	struct ask_cell *next;
	char name[40], viewer[20];
	enum ask_kind kind;
	int lanes;		/* connections at once */
	int count;		/* requests a round */
	struct ask_target *targets;
	size_t ntargets, at;
	char csrf[100];		/* of the viewer's forms */
	/* what came of it */
	double *took;		/* seconds of each request */
	size_t ntook, room;
	size_t asked, bad, bytes;
	int last_bad;		/* status of the last bad one */
	double *cpu[4];		/* of each group, microseconds a request */
	double *rate;		/* of each round */
	int rounds;
};

void	 ask_took(struct ask_cell *, double seconds);	/* one more */

/* http.c: runs so many requests over lanes; false when nobody listens. */
void	 ask_http_port(int port);
bool	 ask_http_run(struct ask_cell *, bool counted);
/* One page into memory; its status. */
int	 ask_http_get(const char *path, const char *viewer, char **body);

/* cpu.c: groups of processes, by the process that started them. */
void	 ask_cpu_group(int group, int pid);
void	 ask_cpu_read(double out[4]);	/* seconds so far */
double	 ask_cpu_own(void);		/* of this process */
double	 ask_clock(void);

/* commit.c: what an act writes, by itself; "-" for no store. */
void	 ask_commit_open(const char *store);
void	 ask_commit_run(struct ask_cell *, bool counted);

#endif
