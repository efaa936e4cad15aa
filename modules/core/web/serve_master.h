/* SPDX-License-Identifier: MIT */
#ifndef WEB_SERVE_MASTER_H
#define WEB_SERVE_MASTER_H

struct house;

/*
 * One master a program. It forks the workers and starts another for each
 * that ends. TERM: they finish what they are at, and all is over. HUP: the
 * configuration and the templates are read again and each worker makes way
 * for a new one. open_house() gives what workers share, NULL when the files
 * do not hold. Returns the exit status.
 */
int	 serve_master(int listener, int workers,
	    const struct house *(*open_house)(void));

/* serve_worker.c: answers until told to leave; never returns. */
void	 serve_worker(int listener, const struct house *)
	    __attribute__((noreturn));

#endif
